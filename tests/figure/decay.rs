//! `decay`: its sentence, cards, legend and marks say one thing, and it is what its measures say.

use crate::printed;
use crate::shown;

use activation_lab::figure::{Ink, Look, Mark, Measure, Plot, Quantity, View, text};
use activation_lab::model::activation::Kind;
use printed::parts;
use proptest::prelude::*;

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("decay", pairs)
}

/// The plot of what arrives at each layer.
fn gradients(view: &View) -> &Plot {
    let plot = view.plots.iter().find(|plot| plot.id == "gradient");
    plot.expect("a plot of gradients")
}

fn measure(view: &View, name: &str) -> Measure {
    // Names are long to make, and there may be ten thousand.
    let mut likely = view.measures.iter().filter(|m| name.starts_with(m.id));
    *likely.find(|m| m.name() == name).expect(name)
}

/// The decimal logarithm of a measure's size; none where there is no number.
fn log10(measure: &Measure) -> Option<f64> {
    match measure.value {
        Quantity::Number(x) => Some(x.abs().log10()),
        Quantity::Scaled(x) => Some(x.log10_abs()),
        Quantity::Count(n) => Some((n as f64).log10()),
        Quantity::Missing(_) => None,
    }
}

fn count(view: &View, name: &str) -> usize {
    match measure(view, name).value {
        Quantity::Count(n) => n as usize,
        other => panic!("{name}: {other:?}"),
    }
}

/// The decimal logarithm of a printed number.
fn read(text: &str) -> Option<f64> {
    let (significand, exponent) = parts(text)?;
    Some(significand.log10() + exponent)
}

/// The share of the output's gradient that the sentence tells, as its decimal logarithm.
fn told(sentence: &str) -> Option<f64> {
    let rest = sentence.strip_prefix("Layer 1 receives ")?;
    let share = rest.split("the output’s gradient").next()?.trim_end();
    if let Some(parts) = share.strip_prefix("1 part in ") {
        let parts = parts.trim_end_matches(" of");
        let unit = match parts.split_once(' ') {
            Some((_, "thousand")) => 3.0,
            Some((_, "million")) => 6.0,
            _ => 0.0,
        };
        return Some(-read(parts.split(' ').next()?)? - unit);
    }
    if let Some(percent) = share.strip_suffix(" % of") {
        return Some(read(percent)? - 2.0);
    }
    read(share.trim_end_matches(" times").trim_end_matches(" of"))
}

/// Three digits are told: half a unit of the third is at most 1/200 of the number, which is 0.0022 decades.
const THREE_DIGITS: f64 = 0.0022;

/// The name of another activation in a text, when all names of this one are taken out.
fn another(said: &str, kind: Kind) -> Option<String> {
    let all = || Kind::ALL.iter().map(|k| text::activation(*k));
    let label = text::activation(kind);
    let mut own: Vec<String> = all().filter(|name| label.contains(name)).collect();
    own.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let rest = own
        .iter()
        .fold(said.to_owned(), |text, name| text.replace(name, ""));
    let word = |name: &str| {
        let mut places = rest.match_indices(name);
        places.any(|(at, _)| {
            let after = rest[at + name.len()..].chars().next();
            !after.is_some_and(char::is_alphanumeric)
        })
    };
    all().find(|name| word(name))
}

/// What must hold in every state: no two parts of the view disagree.
fn check(view: &View, kind: Kind) -> Result<(), String> {
    let sentence = &view.summary;
    let wrong = |what: &str| Err(format!("{what}: {sentence}"));
    let zeros = count(view, "zero_layers");
    let first = measure(view, "first_gradient_1");
    let cards: Vec<_> = view
        .readouts
        .iter()
        .filter(|r| r.label.starts_with("in "))
        .collect();
    if let Some(name) = another(sentence, kind) {
        return wrong(&format!("{name} is spoken of"));
    }
    let is_zero = zeros > 0;
    if is_zero != (sentence.contains("exactly 0") || sentence.contains("comes out as 0")) {
        return wrong("zero or not");
    }
    if is_zero
        && !sentence.contains("in every layer")
        && !sentence.contains(&format!("layer {zeros}"))
    {
        return wrong("from which layer");
    }
    let survivors = cards.iter().filter(|card| card.value.contains("survives"));
    if survivors.count() > 0 && (is_zero || log10(&first).is_none()) {
        return wrong("it survives");
    }
    match (told(sentence), log10(&first)) {
        (Some(told), Some(exact)) if (told - exact).abs() < THREE_DIGITS => {}
        (None, _) if is_zero || log10(&first).is_none() => {}
        (told, exact) => return wrong(&format!("told {told:?}, measured {exact:?}")),
    }
    match (read(&view.readouts[0].value), log10(&first)) {
        (Some(shown), Some(exact)) if shown == exact || (shown - exact).abs() < THREE_DIGITS => {}
        (None, None) => {}
        (shown, exact) => return wrong(&format!("shown {shown:?}, measured {exact:?}")),
    }
    // A card, and the guide in the picture.
    for (card, format) in cards.iter().zip(["f16", "bf16", "f32"]) {
        let rule = gradients(view).marks.iter().find_map(|mark| match mark {
            Mark::Rule { at, label, .. } if label.starts_with(format) => Some((*at, label)),
            _ => None,
        });
        let lost = count(view, &format!("{format}_zero_layers"));
        let over = count(view, &format!("{format}_infinite_layers"));
        let (layers, what) = if lost > 0 { (lost, "0") } else { (over, "∞") };
        let alarm = card.ink == Ink::Alarm;
        let agree = match rule {
            Some((at, label)) => {
                at == layers as f64 + 0.5
                    && label.ends_with(what)
                    && (alarm && card.value == format!("{what} from layer {layers} down")
                        || card.value.contains("no number"))
            }
            None => layers == 0 && !alarm,
        };
        if !agree {
            return wrong(&format!("{format}: {card:?}, {rule:?}"));
        }
    }
    // Bars where there is a number, crosses where there is an exact 0, and the legend names both.
    let bars = gradients(view).marks.iter().find_map(|mark| match mark {
        Mark::Bars { bars, .. } => Some(bars.len()),
        _ => None,
    });
    let numbers = view.measures.iter().filter(|m| m.id == "log10_gradient");
    let numbers = numbers.filter(|m| log10(m).is_some());
    if bars != Some(numbers.count()) {
        return wrong(&format!("{bars:?} bars"));
    }
    let crosses = gradients(view).marks.iter().filter_map(|mark| match mark {
        Mark::Zeros { at, .. } => Some(at.len()),
        _ => None,
    });
    let crosses: usize = crosses.sum();
    if crosses != zeros {
        return wrong(&format!("{crosses:?} crosses"));
    }
    let key = view
        .legend
        .iter()
        .any(|key| matches!(key.look, Look::Point { .. }));
    let any_zero = view.plots.iter().flat_map(|plot| &plot.marks);
    let any_zero = any_zero
        .filter(|mark| matches!(mark, Mark::Zeros { .. }))
        .count()
        > 0;
    if key != any_zero {
        return wrong("the legend");
    }
    for name in [
        "bound",
        "slope |f′|",
        "weight |w|",
        "f′ part",
        "weight part",
    ] {
        let key = view.legend.iter().any(|key| key.name.starts_with(name));
        let marks = view.plots.iter().flat_map(|plot| &plot.marks);
        let drawn = marks.filter(|mark| match mark {
            Mark::Line {
                name: n, pieces, ..
            } => n == name && !pieces.is_empty(),
            Mark::Bars { name: n, bars, .. } => n == name && !bars.is_empty(),
            _ => false,
        });
        if key != (drawn.count() > 0) {
            return wrong(&format!("{name} in the legend: {key}"));
        }
    }
    Ok(())
}

/// A control's value: at an end, at a special place, or anywhere.
fn value(special: &'static [f64], reach: f64) -> impl Strategy<Value = f64> {
    let anywhere = (-100i32..=100).prop_map(move |n| f64::from(n) * reach / 100.0);
    prop_oneof![prop::sample::select(special), anywhere]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_two_parts_disagree(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        depth in prop_oneof![30 => 1usize..40, 1 => Just(1000)],
        weight in value(&[0.0, 1.0, -1.0, 4.0, -4.0], 4.0),
        bias in value(&[0.0, -3.0, 3.0], 3.0),
        input in value(&[0.0, 1.0, -3.0, 3.0], 3.0),
        axis in prop::sample::select(vec!["linear", "log"]),
    ) {
        let numbers = [depth.to_string(), weight.to_string(), bias.to_string(), input.to_string()];
        let view = view(&[
            ("activation", kind.id()),
            ("depth", &numbers[0]),
            ("weight", &numbers[1]),
            ("bias", &numbers[2]),
            ("input", &numbers[3]),
            ("view", axis),
        ]);
        prop_assert_eq!(check(&view, kind), Ok(()));
    }
}

/// The example of the article: a negative weight under a ReLU.
#[test]
fn a_dead_chain_says_why_and_survives_nowhere() {
    let dead = view(&[("activation", "relu"), ("weight", "-1")]);
    assert_eq!(
        dead.summary,
        "The gradient is exactly 0 in every layer. At layer 1 z = −1, where ReLU is flat and its slope is 0: nothing gets past. On its way there it meets 9 other zeros, the first of them: at layer 10 z is exactly 0, a corner of ReLU, where the slope is 0 on the left and 1 on the right and counts as 0."
    );
    for card in &dead.readouts[1..] {
        assert_eq!(
            card.value,
            "exactly 0 from layer 10 down, as in every format"
        );
    }
    let shallow = view(&[("activation", "relu"), ("weight", "-1"), ("depth", "1")]);
    assert_eq!(
        shallow.summary,
        "The gradient is exactly 0: at layer 1 z = −1, where ReLU is flat and its slope is 0. 0 times anything stays 0."
    );
}

/// The check sees a lie in each part.
#[test]
fn a_lie_is_caught() {
    let lies: [fn(&mut View); 6] = [
        |view| {
            view.summary = view
                .summary
                .replace("sigmoid", "tanh")
                .replace("Layer", "Tanh layer")
        },
        |view| view.summary = view.summary.replace("part in", "part in 1"),
        |view| view.readouts[0].value = "0.3".to_owned(),
        |view| view.readouts[1].ink = Ink::Alarm,
        |view| {
            let plot = view.plots.iter_mut().find(|plot| plot.id == "gradient");
            let plot = plot.expect("bars");
            plot.marks.retain(|mark| !matches!(mark, Mark::Bars { .. }))
        },
        |view| {
            view.legend.push(activation_lab::figure::Key {
                id: "",
                name: "exactly 0".to_owned(),
                look: Look::Point {
                    ink: Ink::Alarm,
                    shape: activation_lab::figure::Shape::Cross,
                    hollow: false,
                },
            })
        },
    ];
    assert_eq!(check(&view(&[]), Kind::Sigmoid), Ok(()));
    for (index, lie) in lies.iter().enumerate() {
        let mut view = view(&[]);
        lie(&mut view);
        assert!(check(&view, Kind::Sigmoid).is_err(), "lie {index}");
    }
}

/// Each chosen activation has its own first gradient, and the layers are those of the first.
#[test]
fn series_are_measured_apart() {
    let both = view(&[("activation", "sigmoid,tanh"), ("depth", "3")]);
    let tanh = view(&[("activation", "tanh"), ("depth", "3")]);
    let value = |view: &View, name: &str| measure(view, name).value;
    assert_eq!(
        value(&both, "first_gradient_2"),
        value(&tanh, "first_gradient_1")
    );
    assert_eq!(value(&both, "first_gradient_1"), value(&both, "gradient_1"));
    assert_eq!(value(&tanh, "gradient_3"), value(&tanh, "slope_3"));
}
