//! Optimisers against JAX and optax, shapes that do not fit, names.

use model::loss::Loss;
use model::network::{Network, Pass};
use model::optimiser::{Optimiser, Rule};
use std::collections::BTreeMap;

/// Both sides compute in f64 in different orders: some 1e-16 per operation, which 50 steps carry along; the largest disagreement seen is 3e-15, and Adam divides by gradients that may be small.
const TOLERANCE: f64 = 1e-12;

/// The lines of one case of training.csv, by what they hold, and what all of them begin with.
struct Reference<'a> {
    head: Vec<&'a str>,
    lines: BTreeMap<&'a str, Vec<f64>>,
}

fn references() -> Vec<Reference<'static>> {
    let mut cases: BTreeMap<&str, Reference> = BTreeMap::new();
    for line in include_str!("../reference/training.csv").lines() {
        let cells: Vec<&str> = line.split(',').collect();
        let numbers = cells[7..].iter().map(|cell| cell.parse().expect(cell));
        let case = cases.entry(cells[0]).or_insert_with(|| Reference {
            head: cells[1..6].to_vec(),
            lines: BTreeMap::new(),
        });
        case.lines.insert(cells[6], numbers.collect());
    }
    cases.into_values().collect()
}

/// The largest disagreement of a case over all its lines.
fn disagreement(case: &Reference) -> f64 {
    let [rule, rate, loss, widths, activations] = case.head[..] else {
        panic!("{:?}", case.head)
    };
    let loss: Loss = loss.parse().expect(loss);
    let widths: Vec<usize> = widths.split('-').map(|w| w.parse().expect(w)).collect();
    let layers = widths[1..].iter().copied();
    let layers: Vec<_> = layers
        .zip(activations.split('-').map(|f| f.parse().expect(f)))
        .collect();
    let mut network = Network::new(widths[0], &layers).expect("units");
    network.set_parameters(&case.lines["start"]).expect("all");
    let rule: Rule = rule.replace(';', ",").parse().expect(rule);
    let mut optimiser = Optimiser::new(rule, rate.parse().expect(rate));
    let mut pass = Pass::new(&network);
    let off = |ours: &[f64], line: &str| {
        let exact = &case.lines[line];
        assert_eq!(ours.len(), exact.len(), "{line}");
        let gaps = ours.iter().zip(exact).map(|(x, y)| (x - y).abs());
        gaps.fold(0.0, f64::max)
    };
    let mut worst = 0.0_f64;
    for step in 1..=50 {
        network
            .forward(&case.lines["inputs"], &mut pass)
            .expect("fits");
        let value = network.backward(loss, &case.lines["targets"], &mut pass);
        if step == 1 {
            worst = worst.max(off(&[value.expect("fits")], "loss"));
            worst = worst.max(off(pass.gradient(), "gradient"));
        }
        optimiser
            .step(network.parameters_mut(), pass.gradient())
            .expect("fits");
        match step {
            5 => worst = worst.max(off(network.parameters(), "after 5")),
            50 => worst = worst.max(off(network.parameters(), "after 50")),
            _ => {}
        }
    }
    worst
}

#[test]
fn agrees_with_jax_and_optax() {
    let cases = references();
    assert_eq!(cases.len(), 6);
    for case in &cases {
        let off = disagreement(case);
        println!("{:?}: {off:e}", case.head);
        assert!(off <= TOLERANCE, "{:?}: {off:e}", case.head);
    }
}

/// The sixth digit of one weight after 50 steps, and another learning rate.
#[test]
fn a_wrong_reference_is_caught() {
    let mut cases = references();
    let weights = cases[3].lines.get_mut("after 50").expect("a line");
    weights[2] += 1e-6;
    assert!(disagreement(&cases[3]) > TOLERANCE);
    cases[0].head[1] = "0.1001";
    assert!(disagreement(&cases[0]) > TOLERANCE);
}

#[test]
fn an_optimiser_and_its_parameters_must_fit() {
    let mut optimiser = Optimiser::new(Rule::ALL[2], 0.1);
    let error = optimiser
        .step(&mut [1.0, 2.0], &[1.0])
        .expect_err("too few");
    assert_eq!(
        error.to_string(),
        "gradient: 1 numbers do not fit a 1×2 matrix of 2"
    );
    optimiser.step(&mut [1.0], &[1.0]).expect("fits");
    let error = optimiser
        .step(&mut [1.0, 2.0], &[1.0, 1.0])
        .expect_err("another network");
    assert_eq!(
        error.to_string(),
        "parameters: 2 numbers do not fit a 1×1 matrix of 1"
    );
}

#[test]
fn names_of_rules_read_back() {
    for rule in Rule::ALL {
        assert_eq!(rule.to_string().parse(), Ok(rule));
    }
    let adam: Rule = "Adam(beta2=0.99, epsilon=1e-6)".parse().expect("adam");
    assert_eq!(
        adam,
        Rule::Adam {
            beta1: 0.9,
            beta2: 0.99,
            epsilon: 1e-6
        }
    );
    assert_eq!(adam.to_string().parse(), Ok(adam));
    let wrong = "momentum(mu=1)"
        .parse::<Rule>()
        .expect_err("no memory lasts for ever");
    assert_eq!(
        wrong.to_string(),
        "`1` is not a value of mu, which takes a number from 0 to below 1"
    );
}
