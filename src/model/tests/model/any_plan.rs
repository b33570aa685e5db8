//! Any plan of an experiment, its answer, and what a plain network says of the same.

use model::activation::Activation;
use model::dataset::{Dataset, Kind};
use model::experiment::{Arm, Experiment, Outcome, Plan, Question, Report};
use model::init::Init;
use model::network::{Network, Pass};
use model::optimiser::{Optimiser, Rule};
use model::training::{self, Batch, Stride, Training};
use model::work::Budget;
use proptest::prelude::*;
use std::task::Poll;

pub fn activation(text: &str) -> Activation {
    text.parse().expect(text)
}

pub fn question(step: u64) -> Question {
    Question {
        step,
        layer: 1,
        plane: true,
    }
}

pub fn ask(plan: Plan, step: u64) -> Report {
    let mut experiment = Experiment::new(plan).expect("two classes");
    answered(experiment.answer(question(step), Budget::default())).clone()
}

/// The answer of somebody who has all the time in the world.
#[track_caller]
pub fn answered<T>(answer: Poll<T>) -> T {
    match answer {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("there is no limit"),
    }
}

/// The words of a report hold every bit of it, and a NaN is equal to itself in them.
pub fn bits(report: &Report) -> String {
    format!("{report:?}")
}

pub fn any_arm() -> impl Strategy<Value = Arm> {
    let names = ["sigmoid", "tanh", "relu", "gelu", "leaky_relu(alpha=0.2)"];
    let inits = [
        Init::XavierNormal,
        Init::HeNormal,
        Init::Orthogonal(1.0),
        Init::Pytorch,
        Init::Constant(0.1),
    ];
    (
        prop::sample::select(names.to_vec()),
        prop::sample::select(inits.to_vec()),
        any::<[bool; 2]>(),
        prop::sample::select(vec![(1.0, 0.0), (1.0, 0.0), (2.5, 0.0), (0.5, 0.3)]),
        prop::sample::select(Stride::ALL.to_vec()),
        prop::sample::select(vec![0usize, 0, 1, 3]),
    )
        .prop_map(
            |(name, init, [residual, layer_norm], (gain, bias_std), stride, held)| Arm {
                residual,
                layer_norm,
                gain,
                bias_std,
                stride,
                held,
                ..Arm::new(activation(name), init)
            },
        )
}

pub fn any_plan() -> impl Strategy<Value = Plan> {
    let data = [
        Kind::Moons,
        Kind::Circles,
        Kind::Xor,
        Kind::Spiral,
        Kind::Sine,
    ];
    let rules = ["sgd", "momentum", "adam", "adam(epsilon=1e-16)"];
    let rules = rules.map(|rule| rule.parse::<Rule>().expect(rule));
    (
        prop::sample::select(data.to_vec()),
        (1usize..5, 0usize..3),
        1usize..9,
        prop::sample::select(rules.to_vec()),
        0.001..3.0f64,
        1usize..=100,
        1u64..1000,
        (any_arm(), any_arm()),
        prop::sample::select(vec![0u64, 0, 7, 30]),
    )
        .prop_map(
            |(data, (depth, shallow), width, rule, learning_rate, batch, seed, (a, b), branch)| {
                Plan {
                    data,
                    depth,
                    width,
                    rule,
                    learning_rate,
                    batch,
                    seed,
                    arms: [a, b],
                    shallow,
                    branch,
                    ..Plan::default()
                }
            },
        )
}

/// One arm's network, with its wiring, as it starts.
pub fn start(plan: &Plan, arm: &Arm) -> Training {
    let mut layers = vec![(plan.width, arm.activation); plan.depth];
    layers.push((1, activation("identity")));
    let inputs = if plan.data == Kind::Sine { 1 } else { 2 };
    let mut network = Network::new(inputs, &layers).expect("units");
    network.begin(&arm.start(), plan.seed);
    network.set_residual(arm.residual);
    network.set_layer_norm(arm.layer_norm);
    let mut training = Training::new(
        network,
        Optimiser::new(plan.rule, plan.learning_rate),
        Dataset::new(&plan.recipe()),
        training::Plan {
            loss: plan.loss(),
            batch: Batch::Of(plan.batch),
            seed: plan.seed,
        },
    )
    .expect("shapes that fit");
    training.set_stride(arm.stride);
    training.hold(arm.held);
    training
}

/// Both directions, point by point: the spread of a over the points, and ∂ℓ/∂z of a pass on one point alone.
pub fn check_signals(outcome: &Outcome, training: &Training) {
    let points = &training.dataset().train;
    let (network, count) = (training.network(), points.len());
    let targets = points.wanted(1);
    let loss = if points.features == 1 {
        "mse"
    } else {
        "logistic"
    };
    let loss = loss.parse().expect(loss);
    let mut pass = Pass::new(network);
    let mut outputs: Vec<Vec<Vec<f64>>> = vec![Vec::new(); network.depth()];
    let mut squares = vec![0.0; network.depth()];
    for (point, target) in targets.iter().enumerate() {
        let one: Vec<f64> = (0..points.features)
            .map(|feature| points.inputs[feature * count + point])
            .collect();
        network.forward(&one, &mut pass).expect("fits");
        network.backward(loss, &[*target], &mut pass).expect("fits");
        for layer in 0..network.depth() {
            outputs[layer].push(pass.a(layer).to_vec());
            let mean = pass.dl_dz(layer).iter().map(|d| d * d).sum::<f64>();
            squares[layer] += mean / pass.dl_dz(layer).len() as f64;
        }
    }
    let gradients = outcome.signals.iter().map(|signal| signal.gradient);
    let largest = gradients.fold(0.0, f64::max);
    for (layer, signal) in outcome.signals.iter().enumerate() {
        let units = outputs[layer][0].len();
        let variance = |unit: usize| {
            let of = |point: &Vec<f64>| point[unit];
            let mean = outputs[layer].iter().map(of).sum::<f64>() / count as f64;
            let squares = outputs[layer]
                .iter()
                .map(|p| (of(p) - mean) * (of(p) - mean));
            squares.sum::<f64>() / count as f64
        };
        let spread = (0..units).map(variance).sum::<f64>() / units as f64;
        let scale = outputs[layer]
            .iter()
            .flatten()
            .fold(0.0f64, |s, a| s.max(a.abs()));
        // Differences of numbers of that size are known to their last bits only.
        let near =
            (signal.difference - spread.sqrt()).abs() <= 1e-9 * spread.sqrt() + 1e-13 * scale;
        assert!(
            near || !spread.is_finite(),
            "{} {}",
            signal.difference,
            spread.sqrt()
        );
        let gradient = (squares[layer] / count as f64).sqrt();
        // The same sums in other orders; where layer norm has equal units before it they cancel, and what is left is rounding, magnified by at most 1/√10⁻⁵ per layer.
        let near = (signal.gradient - gradient).abs() <= 1e-9 * gradient + 1e-11 * largest;
        assert!(
            near || !gradient.is_finite(),
            "{} {gradient}",
            signal.gradient
        );
    }
}

/// The outputs over the plane, at a few places, by a network run forward on one point.
pub fn check_plane(plan: &Plan, outcome: &Outcome, training: &Training) {
    let plane = &outcome.plane;
    let rows = plane.values.len() / plane.columns;
    let middle = |index: usize, count: usize| (2 * index + 1) as f64 / count as f64 - 1.0;
    let mut pass = Pass::new(training.network());
    for cell in [
        0,
        plane.columns - 1,
        plane.values.len() / 3,
        plane.values.len() - 1,
    ] {
        let (column, row) = (cell % plane.columns, cell / plane.columns);
        let mut place = vec![plane.reach[0] * middle(column, plane.columns)];
        if plan.data != Kind::Sine {
            place.push(plane.reach[1] * middle(row, rows));
        }
        training.network().forward(&place, &mut pass).expect("fits");
        let (ours, there) = (plane.values[cell], pass.outputs()[0]);
        // The place is rounded differently; a network of these sizes and steps magnifies that by far less than a million.
        let near = (ours - there).abs() <= 1e-9 * there.abs().max(1.0);
        assert!(near || !there.is_finite(), "{ours} {there}");
    }
}
