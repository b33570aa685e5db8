//! `decay`: the live chain, and where its gradient goes.

use super::number;
use super::settings::Settings;
use super::style::{Styled, styled, takes_alpha};
use super::view::*;
use super::{Control, Figure, Kind, Place, Travel};
use crate::model::chain::{Chain, Lens, Precision};

/// The figure `decay`.
pub const FIGURE: Figure = Figure {
    id: "decay",
    title: "The gradient shrinks at every layer it crosses",
    lead: "A chain of neurons, one per layer. Make it deeper and watch what reaches layer 1.",
    controls: CONTROLS,
    view,
    shown: |settings, id| match id {
        "alpha" => takes_alpha(settings),
        _ => true,
    },
};

const fn slider(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    range: (f64, f64, f64),
    default: f64,
    marks: &'static [(f64, &'static str)],
) -> Control {
    let (min, max, step) = range;
    let kind = Kind::Number {
        min,
        max,
        step,
        default,
        travel: Travel::Linear,
        whole: false,
        upto: None,
        marks,
    };
    Control {
        id,
        label,
        help,
        kind,
        place: Place::Main,
    }
}

const CONTROLS: &[Control] = &[
    Control {
        id: "activation",
        label: "Activations",
        help: "The first one is taken apart in bars; the others are drawn as lines.",
        kind: Kind::Activations {
            default: "sigmoid",
            most: 6,
        },
        place: Place::Main,
    },
    Control {
        id: "depth",
        label: "Depth",
        help: "How many layers the gradient has to cross.",
        kind: Kind::Number {
            min: 1.0,
            max: 1000.0,
            step: 1.0,
            default: 10.0,
            travel: Travel::Logarithmic,
            whole: true,
            upto: None,
            marks: &[(10.0, "10"), (100.0, "100")],
        },
        place: Place::Main,
    },
    slider(
        "weight",
        "Weight w",
        "The weight of every layer: it multiplies the signal forward and the gradient backward.",
        (-4.0, 4.0, 0.01),
        1.0,
        &[(0.0, "0"), (1.0, "1")],
    ),
    slider(
        "bias",
        "Bias b",
        "Added in every layer: it moves z along the curve.",
        (-3.0, 3.0, 0.01),
        0.0,
        &[(0.0, "0")],
    ),
    slider(
        "input",
        "Input x",
        "What enters layer 1.",
        (-3.0, 3.0, 0.01),
        1.0,
        &[(0.0, "0")],
    ),
    Control {
        id: "layer",
        label: "Look at layer",
        help: "Shows this layer's product with the numbers plugged in; pointing at a bar does the same.",
        kind: Kind::Number {
            min: 1.0,
            max: 1000.0,
            step: 1.0,
            default: 1.0,
            travel: Travel::Linear,
            whole: true,
            upto: Some("depth"),
            marks: &[],
        },
        place: Place::Main,
    },
    slider(
        "alpha",
        "Leak α",
        "The slope of Leaky ReLU for negative inputs.",
        (0.0, 0.5, 0.005),
        0.01,
        &[(0.01, "0.01")],
    ),
    Control {
        id: "precision",
        label: "Precision lens",
        help: "Recomputes the backward product in a narrower number format and marks the layer where it becomes exactly 0 or infinite.",
        kind: Kind::Choice {
            options: &[
                ("off", "off"),
                ("f16", "f16"),
                ("bf16", "bf16"),
                ("f32", "f32"),
                ("all", "all three"),
            ],
            default: 4,
        },
        place: Place::More,
    },
];

/// One activation's chain with its look.
struct Run {
    style: Styled,
    chain: Chain,
}

fn view(settings: &Settings) -> View {
    let depth = settings.number("depth") as usize;
    let runs: Vec<Run> = styled(settings)
        .into_iter()
        .map(|style| Run {
            chain: Chain::new(
                style.activation,
                depth,
                settings.number("weight"),
                settings.number("bias"),
                settings.number("input"),
            ),
            style,
        })
        .collect();
    let Some(first) = runs.first() else {
        return View::default();
    };
    let layer = (settings.number("layer") as usize).clamp(1, depth);
    let lenses = lenses(first, settings.choice("precision"));
    View {
        plots: vec![
            gradient_plot(&runs, &lenses, layer),
            split_plot(first, layer),
        ],
        legend: legend(&runs),
        readouts: readouts(&runs, &lenses),
        formulas: vec![product_formula(first, layer), split_formula(first, layer)],
        summary: summary(first),
        table: table(first),
        facts: Table::default(),
    }
}

fn lenses(run: &Run, chosen: &str) -> Vec<(Precision, Lens)> {
    Precision::ALL
        .into_iter()
        .filter(|precision| chosen == "all" || chosen == precision.id())
        .map(|precision| (precision, run.chain.lens(precision)))
        .collect()
}

fn layer_axis(depth: usize) -> Axis {
    Axis {
        label: "layer".to_owned(),
        min: 0.5,
        max: depth as f64 + 0.5,
        scale: Scale::Count,
    }
}

/// The range of a decades axis that shows every finite value and 10⁰, with a little air.
fn decades_axis(values: impl Iterator<Item = f64>, label: &str) -> Axis {
    let (low, high) = values
        .filter(|v| v.is_finite())
        .fold((0.0f64, 0.0f64), |(low, high), v| (low.min(v), high.max(v)));
    let air = (0.06 * (high - low)).max(0.25);
    Axis {
        label: label.to_owned(),
        min: low - air,
        max: high + air,
        scale: Scale::Decades,
    }
}

fn log10_gradients(run: &Run) -> Vec<f64> {
    run.chain
        .layers
        .iter()
        .map(|l| l.dl_dz.log10_abs())
        .collect()
}

fn gradient_plot(runs: &[Run], lenses: &[(Precision, Lens)], layer: usize) -> Plot {
    let first = &runs[0];
    let depth = first.chain.layers.len();
    let logs: Vec<Vec<f64>> = runs.iter().map(log10_gradients).collect();
    let bounds = first.chain.log10_bounds();
    // The bound is a ghost: it may widen the frame threefold, not push the truth into a corner.
    let truth = decades_axis(logs.iter().flatten().copied(), "");
    let reach = 3.0 * (truth.max - truth.min);
    let shown = bounds.iter().copied().filter(|b| b.abs() <= reach);
    let y = decades_axis(
        logs.iter().flatten().copied().chain(shown),
        "|∂L/∂z|, the gradient that arrives",
    );
    let mut marks = vec![Mark::Rule {
        ink: Ink::Muted,
        dash: Dash::Solid,
        along: Direction::Y,
        at: 0.0,
        label: String::new(),
    }];
    marks.push(focus_band(layer));
    marks.push(bars("gradient", first.style.ink, false, 0.8, {
        // Bars stand on the foot, so that less gradient is a shorter bar.
        logs[0]
            .iter()
            .enumerate()
            .filter(|(_, v)| v.is_finite())
            .map(|(i, &v)| Bar {
                x: (i + 1) as f64,
                from: y.min,
                to: v,
            })
    }));
    if bounds.iter().all(|b| b.is_finite()) {
        marks.push(layer_line(
            "bound",
            Ink::Muted,
            Dash::Dashed,
            &bounds,
            "bound",
        ));
    }
    for (run, logs) in runs.iter().zip(&logs).skip(1) {
        marks.push(layer_line(
            &run.style.name,
            run.style.ink,
            run.style.dash,
            logs,
            &run.style.name,
        ));
    }
    for (run, logs) in runs.iter().zip(&logs) {
        let at: Vec<f64> = (0..depth)
            .filter(|&i| logs[i] == f64::NEG_INFINITY)
            .map(|i| (i + 1) as f64)
            .collect();
        if !at.is_empty() {
            marks.push(Mark::Zeros {
                name: format!("{}: exactly 0", run.style.name),
                ink: run.style.ink,
                at,
            });
        }
    }
    marks.extend(lenses.iter().filter_map(|(precision, lens)| {
        let (at, what) = match (lens.zero_at, lens.infinite_at) {
            (Some(at), _) => (at, "0"),
            (None, Some(at)) => (at, "∞"),
            (None, None) => return None,
        };
        Some(Mark::Rule {
            ink: Ink::Alarm,
            dash: Dash::Dotted,
            along: Direction::X,
            at: at as f64 + 0.5,
            label: format!("{} = {what}", precision.id()),
        })
    }));
    Plot {
        id: "gradient",
        title: "Gradient at each layer, output on the right".to_owned(),
        x: layer_axis(depth),
        y,
        marks,
        gestures: vec![Gesture::Hover { control: "layer" }],
        weight: 3.0,
    }
}

fn split_plot(run: &Run, layer: usize) -> Plot {
    let chain = &run.chain;
    let depth = chain.layers.len();
    let weight = crate::model::scaled::Scaled::new(chain.weight).log10_abs();
    let slopes: Vec<f64> = chain.layers.iter().map(|l| l.slope.log10_abs()).collect();
    // The last layer's gradient has crossed no weight.
    let weights: Vec<f64> = (1..=depth)
        .map(|l| if l < depth { weight } else { 0.0 })
        .collect();
    let slope_bars = bars("f′ part", Ink::Slope, false, 0.8, {
        slopes
            .iter()
            .enumerate()
            .filter(|(_, v)| v.is_finite())
            .map(|(i, &v)| Bar {
                x: (i + 1) as f64,
                from: 0.0,
                to: v,
            })
    });
    let start = |i: usize| {
        let same_side = slopes[i].is_finite() && slopes[i] * weights[i] > 0.0;
        if same_side { slopes[i] } else { 0.0 }
    };
    let weight_bars = bars("weight part", Ink::Weight, false, 0.8, {
        weights
            .iter()
            .enumerate()
            .filter(|(_, v)| v.is_finite())
            .map(|(i, &v)| Bar {
                x: (i + 1) as f64,
                from: start(i),
                to: start(i) + v,
            })
    });
    let reach = (0..depth).flat_map(|i| [slopes[i], weights[i], start(i) + weights[i]]);
    let mut marks = vec![
        Mark::Rule {
            ink: Ink::Muted,
            dash: Dash::Solid,
            along: Direction::Y,
            at: 0.0,
            label: String::new(),
        },
        focus_band(layer),
        slope_bars,
        weight_bars,
    ];
    let dead: Vec<f64> = (0..depth)
        .filter(|&i| slopes[i] == f64::NEG_INFINITY || weights[i] == f64::NEG_INFINITY)
        .map(|i| (i + 1) as f64)
        .collect();
    if !dead.is_empty() {
        marks.push(Mark::Zeros {
            name: "a factor of exactly 0".to_owned(),
            ink: Ink::Alarm,
            at: dead,
        });
    }
    Plot {
        id: "factors",
        title: "What each layer multiplies it by".to_owned(),
        x: layer_axis(depth),
        y: decades_axis(reach, "factor"),
        marks,
        gestures: vec![Gesture::Hover { control: "layer" }],
        weight: 2.0,
    }
}

fn focus_band(layer: usize) -> Mark {
    Mark::Band {
        name: format!("layer {layer}"),
        ink: Ink::Handle,
        along: Direction::X,
        from: layer as f64 - 0.5,
        to: layer as f64 + 0.5,
        hatched: false,
        label: String::new(),
    }
}

fn bars(name: &str, ink: Ink, faint: bool, width: f64, bars: impl Iterator<Item = Bar>) -> Mark {
    Mark::Bars {
        name: name.to_owned(),
        ink,
        width,
        faint,
        bars: bars.collect(),
    }
}

fn layer_line(name: &str, ink: Ink, dash: Dash, values: &[f64], label: &str) -> Mark {
    let mut pieces: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    for (index, &value) in values.iter().enumerate() {
        match (value.is_finite(), pieces.last_mut()) {
            (true, Some(piece)) => piece.push([(index + 1) as f64, value]),
            _ => pieces.push(Vec::new()),
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    Mark::Line {
        name: name.to_owned(),
        ink,
        dash,
        width: 1.0,
        pieces,
        label: label.to_owned(),
    }
}

fn legend(runs: &[Run]) -> Vec<Key> {
    let key = |name: &str, ink, dash, filled| Key {
        name: name.to_owned(),
        ink,
        dash,
        filled,
    };
    let mut keys: Vec<Key> = runs
        .iter()
        .enumerate()
        .map(|(i, run)| key(&run.style.name, run.style.ink, run.style.dash, i == 0))
        .collect();
    keys.push(key(
        "bound (|w|·max|f′|) per layer",
        Ink::Muted,
        Dash::Dashed,
        false,
    ));
    keys.push(key("f′ part", Ink::Slope, Dash::Solid, true));
    keys.push(key("weight part", Ink::Weight, Dash::Solid, true));
    keys
}

fn readouts(runs: &[Run], lenses: &[(Precision, Lens)]) -> Vec<Readout> {
    let mut list: Vec<Readout> = runs
        .iter()
        .filter_map(|run| {
            let layer = run.chain.layers.first()?;
            Some(Readout {
                label: format!("{}: ∂L/∂z₁", run.style.name),
                value: number::scaled(layer.dl_dz, 3),
                note: rate(run),
                ink: run.style.ink,
            })
        })
        .collect();
    list.extend(lenses.iter().map(|(precision, lens)| {
        let value = match (lens.zero_at, lens.infinite_at) {
            (Some(at), _) => format!("0 from layer {at} down"),
            (None, Some(at)) => format!("∞ from layer {at} down"),
            (None, None) => "survives to layer 1".to_owned(),
        };
        Readout {
            label: format!("in {}", precision.id()),
            value,
            note: String::new(),
            ink: Ink::Alarm,
        }
    }));
    list
}

/// The geometric mean of the factors, which is the honest "per layer".
fn rate(run: &Run) -> String {
    let layers = &run.chain.layers;
    let log10 = layers.first().map_or(f64::NAN, |l| l.dl_dz.log10_abs());
    if !log10.is_finite() {
        return String::new();
    }
    let mean = libm::pow(10.0, log10 / layers.len() as f64);
    format!("on average × {} per layer", number::plain(mean, 3))
}

fn product_formula(run: &Run, number: usize) -> Formula {
    let layer = &run.chain.layers[number - 1];
    let (slope, back) = (
        number::scaled(layer.slope, 3),
        number::scaled(layer.dl_da, 3),
    );
    let result = number::scaled(layer.dl_dz, 3);
    let z = number::plain(layer.z, 4);
    let n = number.to_string();
    Formula {
        label: format!("Layer {number}, with its numbers"),
        mathml: format!(
            "<math>{dz}<mo>=</mo><msup><mi>f</mi><mo>′</mo></msup><mo stretchy=\"false\">(</mo><mn>{z}</mn><mo stretchy=\"false\">)</mo><mo>·</mo>{da}<mo>=</mo><mn>{slope}</mn><mo>·</mo><mn>{back}</mn><mo>=</mo><mn>{result}</mn></math>",
            dz = partial("z", &n),
            da = partial("a", &n),
        ),
        text: format!("∂L/∂z_{n} = f′({z}) · ∂L/∂a_{n} = {slope} · {back} = {result}"),
    }
}

fn split_formula(run: &Run, number: usize) -> Formula {
    let splits = run.chain.splits();
    let split = splits[number - 1];
    let total = run.chain.layers[number - 1].dl_dz.log10_abs();
    let (weights, slopes) = (
        number::decades(split.weights),
        number::decades(split.slopes),
    );
    let total = number::decades(total);
    Formula {
        label: "In decades: weights + slopes = all".to_owned(),
        mathml: format!(
            "<math><msub><mi>log</mi><mn>10</mn></msub><mo>|</mo>{}<mo>|</mo><mo>=</mo><mo stretchy=\"false\">(</mo><mn>{weights}</mn><mo stretchy=\"false\">)</mo><mo>+</mo><mo stretchy=\"false\">(</mo><mn>{slopes}</mn><mo stretchy=\"false\">)</mo><mo>=</mo><mn>{total}</mn></math>",
            partial("z", &number.to_string()),
        ),
        text: format!("log10|∂L/∂z_{number}| = ({weights}) + ({slopes}) = {total}"),
    }
}

fn partial(name: &str, index: &str) -> String {
    format!(
        "<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><msub><mi>{name}</mi><mn>{index}</mn></msub></mrow></mfrac>"
    )
}

fn summary(run: &Run) -> String {
    let chain = &run.chain;
    let name = &run.style.name;
    let Some(first) = chain.layers.first() else {
        return String::new();
    };
    if let Some(index) = chain.layers.iter().rposition(|l| l.dl_dz.is_zero()) {
        let number = index + 1;
        let culprit = if chain.layers[index].slope.is_zero() {
            format!(
                "{name} has slope 0 at z = {}",
                number::plain(chain.layers[index].z, 3)
            )
        } else {
            "the weight is 0".to_owned()
        };
        return format!(
            "The gradient is exactly 0 from layer {number} down: {culprit}. Nothing above can bring it back."
        );
    }
    let log10 = first.dl_dz.log10_abs();
    if !first.dl_dz.is_finite() {
        return format!("The {name} chain overflows: its values have left the range of f64.");
    }
    let verdict = match log10 {
        _ if log10 < -6.0 => "it has stopped learning",
        _ if log10 < -3.0 => "it all but stands still",
        _ if log10 < -1.0 => "it learns slowly",
        _ if log10 <= 1.0 => "it learns about as fast as the output",
        _ if log10 <= 3.0 => "the gradient grows on its way",
        _ => "the gradient explodes",
    };
    let split = chain.splits()[0];
    format!(
        "Layer 1 receives {} of the output’s gradient: {verdict}. Slopes contribute {} decades, weights {}.",
        number::percent(log10),
        number::decades(split.slopes),
        number::decades(split.weights),
    )
}

fn table(run: &Run) -> Table {
    let columns = "layer,z,a,f_prime,dL_da,dL_dz,dL_dw,dL_db,log10_abs_dL_dz";
    let rows = run.chain.layers.iter().enumerate().map(|(index, layer)| {
        vec![
            Cell::Text((index + 1).to_string()),
            Cell::Number(layer.z),
            Cell::Number(layer.a),
            Cell::Text(layer.slope.to_string()),
            Cell::Text(layer.dl_da.to_string()),
            Cell::Text(layer.dl_dz.to_string()),
            Cell::Text(layer.dl_dw.to_string()),
            Cell::Text(layer.dl_dz.to_string()),
            Cell::Number(layer.dl_dz.log10_abs()),
        ]
    });
    Table {
        columns: columns.split(',').map(str::to_owned).collect(),
        rows: rows.collect(),
    }
}
