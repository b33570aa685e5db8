//! `layers`: its sentence, map, readouts, legend and button say one thing, and it is what its measures say.

mod printed;

use activation_lab::figure::{Figure, Mark, Memory, Quantity, Settings, View, Why, find, number};
use activation_lab::model::activation::Kind;
use printed::parts;
use proptest::prelude::*;
use std::cell::RefCell;

fn figure() -> &'static Figure {
    find("layers").expect("layers")
}

fn settings(pairs: &[(&str, &str)]) -> Settings {
    let mut settings = Settings::defaults(figure().controls);
    for (id, text) in pairs {
        settings.set(id, text).expect(text);
    }
    settings
}

thread_local! {
    /// What the theory found out for one state is of use for the next.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

fn view(settings: &Settings) -> View {
    MEMORY.with_borrow_mut(|memory| (figure().draft)(settings, memory))
}

fn measure(view: &View, name: &str) -> Quantity {
    let found = view.measures.iter().find(|m| m.name() == name);
    found.expect(name).value
}

/// A logarithm with the end of its range for an exact zero; NaN where there is none.
fn decades(value: Quantity) -> f64 {
    match value {
        Quantity::Number(x) => x,
        Quantity::Missing(Why::ExactZero) => f64::NEG_INFINITY,
        _ => f64::NAN,
    }
}

/// What the sentence may say of a share, by the numbers that docs/model.md states.
fn word(share: f64) -> Option<&'static str> {
    match share {
        s if !s.is_finite() => None,
        s if s < -6.0 => Some("has all but vanished"),
        s if s < -0.5 => Some("the gradient fades"),
        s if s <= 0.5 => Some("the gradient comes through"),
        s if s <= 2.0 => Some("the gradient grows on its way back"),
        _ => Some("the gradient explodes on its way back"),
    }
}

const WORDS: [&str; 5] = [
    "has all but vanished",
    "the gradient fades",
    "comes through",
    "grows on its way back",
    "explodes on its way back",
];

fn says(view: &View) -> Result<(), String> {
    let said = &view.summary;
    let share = decades(measure(view, "log10_share"));
    let first = decades(measure(view, "log10_norm_1"));
    let found: Vec<&str> = WORDS.into_iter().filter(|w| said.contains(w)).collect();
    let is = |holds: bool, what: &str| holds.then_some(()).ok_or(format!("{what}: {said}"));
    if said.contains("on its way forward") {
        return is(found.is_empty(), "a verdict beside an overflow");
    }
    let is_silent = first == f64::NEG_INFINITY;
    is(is_silent == said.contains("exactly 0"), "an exact 0")?;
    if is_silent || said.starts_with("A single layer") || said.contains("short cuts alone") {
        return is(found.is_empty(), "a verdict on nothing");
    }
    let expected = word(share).ok_or(format!("no share: {said}"))?;
    is(found.len() == 1 && expected.contains(found[0]), expected)?;
    for (name, words) in [
        ("factor_per_layer", "multiplies it by "),
        ("expected_factor_per_layer", "width says "),
    ] {
        if let Quantity::Number(factor) = measure(view, name) {
            let told = format!("{words}{}", number::plain(factor, 3));
            is(said.contains(&told), &told)?;
        }
    }
    let receives = format!("layer 1 receives {}:", view.readouts[0].value);
    is(said.contains(&receives), &receives)
}

/// The region of the map by the share that arrives.
fn region(share: f64) -> Option<&'static str> {
    match share {
        s if s.is_nan() || s == f64::INFINITY => None,
        s if s < -0.5 => Some("fades"),
        s if s <= 0.5 => Some("comes through"),
        _ => Some("grows"),
    }
}

/// The map's regions are named by what it shows, and around the point it shows the factor that the sentence tells.
fn maps(settings: &Settings, view: &View) -> Result<(), String> {
    let phase = view.plots.iter().find(|plot| plot.id == "phase");
    let marks = &phase.ok_or("no map")?.marks;
    let field = marks.iter().find_map(|mark| match mark {
        Mark::Heat { field, .. } => Some(field),
        _ => None,
    });
    let field = field.ok_or("no field")?;
    let steps = settings.number("depth").max(2.0) - 1.0;
    let count = |name: &str| {
        let own = field
            .values
            .iter()
            .filter(|v| region(steps * **v) == Some(name));
        own.count() as f64 / field.values.len() as f64
    };
    for name in ["fades", "comes through", "grows"] {
        let is_named = marks
            .iter()
            .any(|mark| matches!(mark, Mark::Text { text, .. } if text == name));
        if is_named != (count(name) > 0.06) {
            return Err(format!("{name}: {} of the map", count(name)));
        }
    }
    let has_line = marks
        .iter()
        .any(|mark| matches!(mark, Mark::Line { name, .. } if name == "critical line"));
    let has_key = view
        .legend
        .iter()
        .any(|key| key.name.starts_with("critical"));
    if has_line != has_key {
        return Err("the line and its legend".to_owned());
    }
    let expected = decades(measure(view, "expected_log10_share"));
    if settings.number("depth") < 2.0 || !expected.is_finite() {
        return Ok(());
    }
    // The cells about the point hold the factor between them; at a border of the map it may lie half a cell outside.
    let cell = |x: f64, [from, to]: [f64; 2], count: usize| {
        ((x - from) / (to - from) * count as f64).floor() as i64
    };
    let rows = field.values.len() / field.columns;
    let column = cell(settings.number("gain"), field.x, field.columns);
    let row = cell(settings.number("bias_std"), field.y, rows);
    let mut near = Vec::new();
    for r in (row - 2).max(0)..=(row + 2).min(rows as i64 - 1) {
        for c in (column - 2).max(0)..=(column + 2).min(field.columns as i64 - 1) {
            near.push(steps * field.values[r as usize * field.columns + c as usize]);
        }
    }
    let low = near.iter().copied().fold(f64::INFINITY, f64::min);
    let high = near.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // A hundredth of a decade per layer for the table between whose entries the map reads.
    let air = 0.5 * (high - low) + 0.01 * steps;
    // Far outside its table, where a squared ReLU leads, the map only knows the region.
    let region_is_shown = near.iter().any(|share| region(*share) == region(expected));
    match (low - air..=high + air).contains(&expected) || region_is_shown {
        true => Ok(()),
        false => Err(format!("theory {expected}, map {low} to {high}")),
    }
}

/// A printed number.
fn read(text: &str) -> Option<f64> {
    let (significand, exponent) = parts(text)?;
    Some(significand * 10f64.powf(exponent))
}

/// The button and the readout give one answer to one question.
fn agrees_on_criticality(settings: &Settings, view: &View) -> Result<(), String> {
    let action = &figure().actions[0];
    let (label, open) = ((action.label)(settings), (action.is_open)(settings));
    let scale = &view.deeper[0];
    let told = |words: &str| read(scale.note.split(words).nth(1)?);
    let wrong = || format!("button “{label}”, open: {open}; readout {scale:?}");
    let right = match label.as_str() {
        "Make it critical" => {
            let mut pressed = settings.clone();
            (action.act)(&mut pressed);
            let (told, gain) = (told("critical at g = "), pressed.number("gain"));
            // Four digits.
            open && told.is_some_and(|told| (told - gain).abs() < 6e-4 * gain)
                && (action.label)(&pressed) == "This weight scale is critical"
        }
        "This weight scale is critical" => {
            !open
                && scale.note.contains("this weight scale is critical")
                && scale.value == "endless: critical"
        }
        "No weight scale here is critical" => {
            !open && scale.note.contains("no weight scale is critical")
        }
        "The weight scale does not matter here" => !open && scale.note.contains("does not matter"),
        _ => {
            let on_button = label.strip_prefix("Critical only at g = ").and_then(read);
            let told = told("critical only at g = ");
            !open
                && on_button.is_some()
                && on_button == told
                && !told.is_some_and(|g| (0.1..=3.0).contains(&g))
        }
    };
    right.then_some(()).ok_or_else(wrong)
}

fn check(settings: &Settings) -> Result<(), String> {
    agrees(settings, &view(settings))
}

fn agrees(settings: &Settings, view: &View) -> Result<(), String> {
    says(view)?;
    maps(settings, view)?;
    agrees_on_criticality(settings, view)
}

fn scale(special: &'static [f64], most: f64) -> impl Strategy<Value = f64> {
    let least = special[0];
    let anywhere = (0..=100).prop_map(move |n| least + f64::from(n) / 100.0 * (most - least));
    prop_oneof![1 => prop::sample::select(special), 2 => anywhere]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    /// Fifty networks for each case: what takes time is the theory of an activation.
    #[test]
    fn no_two_parts_disagree(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        depth in prop_oneof![Just(1u32), Just(2), 3u32..30],
        residual: bool,
        layer_norm: bool,
        states in prop::collection::vec((scale(&[0.1, 1.0, std::f64::consts::SQRT_2, 3.0], 3.0), 0u32..4, 1u32..9, 1u32..5, 1u32..1000), 50),
        bias in scale(&[0.0, 2.0], 2.0),
    ) {
        for (gain, with_bias, width, batch, seed) in states {
            let settings = settings(&[
                ("activation", kind.id()),
                ("depth", &depth.to_string()),
                ("residual", &residual.to_string()),
                ("layer_norm", &layer_norm.to_string()),
                ("gain", &gain.to_string()),
                ("bias_std", &if with_bias == 0 { 0.0 } else { bias }.to_string()),
                ("width", &width.to_string()),
                ("batch", &batch.to_string()),
                ("seed", &seed.to_string()),
            ]);
            prop_assert_eq!(check(&settings), Ok(()), "{:?}", settings.changed());
        }
    }
}

/// The check sees a lie in each part.
#[test]
fn a_lie_is_caught() {
    let lies: [fn(&mut View); 6] = [
        |view| view.summary = view.summary.replace("fades", "comes through"),
        |view| view.summary = view.summary.replace("says 0", "says 1"),
        |view| view.readouts[0].value = "10 %".to_owned(),
        |view| view.deeper[0].note = "critical at g = 1".to_owned(),
        |view| view.legend.retain(|key| !key.name.starts_with("critical")),
        |view| {
            for mark in &mut view.plots[2].marks {
                if let Mark::Text { text, .. } = mark {
                    *text = "grows".to_owned();
                }
            }
        },
    ];
    let start = settings(&[]);
    let honest = view(&start);
    assert_eq!(agrees(&start, &honest), Ok(()));
    for (index, lie) in lies.iter().enumerate() {
        let mut view = honest.clone();
        lie(&mut view);
        assert!(agrees(&start, &view).is_err(), "lie {index}");
    }
}

/// What is written on the map.
fn names(view: &View) -> Vec<&str> {
    let text = |mark| match mark {
        &Mark::Text { ref text, .. } => Some(text.as_str()),
        _ => None,
    };
    view.plots[2].marks.iter().filter_map(text).collect()
}

/// The paragraph after the figure speaks of a line between two regions: both, and the line, are there, and the point is on it.
#[test]
fn the_first_state_lies_on_the_line() {
    let start = settings(&[]);
    let view = view(&start);
    assert_eq!(names(&view), ["fades", "comes through", "grows"]);
    let line = view.plots[2].marks.iter().find_map(|mark| match mark {
        Mark::Line { name, pieces, .. } if name == "critical line" => pieces.first(),
        _ => None,
    });
    // tanh′(0) = 1: without biases the critical scale is exactly 1, where the line begins.
    let [gain, bias] = line.expect("a line")[0];
    assert!(
        (gain - 1.0).abs() < 0.01 && bias.abs() < 0.01,
        "{gain} {bias}"
    );
    assert_eq!((start.number("gain"), start.number("bias_std")), (1.0, 0.0));
    assert!(
        view.summary.contains("This weight scale is critical"),
        "{}",
        view.summary
    );
}

/// What a first course does not need is behind the fold, and nothing of it in the open.
#[test]
fn the_theory_of_depth_is_folded_away() {
    for state in [
        &[][..],
        &[("gain", "2")],
        &[("gain", "0.5")],
        &[("residual", "true")],
        &[("depth", "1")],
    ] {
        let view = view(&settings(state));
        let open: Vec<&str> = view
            .readouts
            .iter()
            .flat_map(|r| [&r.label, &r.value, &r.note])
            .map(String::as_str)
            .collect();
        let open = format!("{} {}", open.join(" "), view.summary);
        for word in ["ξ", "ordered", "chaotic", "depth scale", "length 1"] {
            assert!(!open.contains(word), "{word}: {open}");
        }
        assert_eq!(view.deeper.len(), 1);
        assert!(view.deeper[0].label.contains('ξ'));
    }
}

/// Where the map once said "explode" and the sentence "comes through", and where one weight scale was both critical and none.
#[test]
fn examples_that_contradicted_themselves() {
    let residual = view(&settings(&[
        ("activation", "sigmoid"),
        ("residual", "true"),
    ]));
    assert!(
        residual.summary.contains("comes through"),
        "{}",
        residual.summary
    );
    assert_eq!(names(&residual), ["comes through", "grows"]);
    let beyond = settings(&[("activation", "sigmoid")]);
    let action = &figure().actions[0];
    let note = view(&beyond).deeper[0].note.clone();
    assert_eq!((action.label)(&beyond), "Critical only at g = 10.1");
    assert!(note.ends_with("critical only at g = 10.1"), "{note}");
    // Short cuts lead round a last layer whose one unit is off, and the layers before it do hear something.
    let around = (1..200).find_map(|seed| {
        let state = settings(&[
            ("activation", "relu"),
            ("residual", "true"),
            ("width", "1"),
            ("batch", "1"),
            ("depth", "3"),
            ("seed", &seed.to_string()),
        ]);
        let said = view(&state).summary;
        said.contains("short cuts alone").then_some(said)
    });
    assert!(around.is_some_and(|said| said.starts_with("Layer 3 lets nothing back itself")));
}
