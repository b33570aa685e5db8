//! Whether a view of `layers` agrees with itself and with its measures.

use super::figure;
use super::printed::parts;
use activation_lab::figure::{Mark, Quantity, Settings, View, Why, find, number};

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
    let is_too_small = said.contains("f64 has only a 0 for it");
    let readout = view.readouts[0].value == "too small for f64";
    is(is_too_small == readout, "too small for f64")?;
    if is_too_small {
        return is(
            found.is_empty() && first.is_nan() && !said.contains("exactly"),
            "a verdict on what is not known",
        );
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
    let value = &view.readouts[0].value;
    let receives = match value.ends_with(" times") {
        true => format!("Layer 1 receives {value} the gradient at layer"),
        false => format!("layer 1 receives {value}:"),
    };
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
    if (low - air..=high + air).contains(&expected) || region_is_shown {
        return Ok(());
    }
    // Where the theory is steep at a border, and ends a little farther on, no cell lies about the point: then its own cell holds what the theory says of its middle.
    let own = |index: i64, count: usize| index.clamp(0, count as i64 - 1);
    let (column, row) = (own(column, field.columns), own(row, rows));
    let middle = |index: i64, [from, to]: [f64; 2], count: usize| {
        (from + (index as f64 + 0.5) / count as f64 * (to - from)).to_string()
    };
    let mut there = settings.clone();
    for (id, text) in [
        ("gain", middle(column, field.x, field.columns)),
        ("bias_std", middle(row, field.y, rows)),
    ] {
        there.set(id, &text).map_err(|error| error.to_string())?;
    }
    let figure = find("layers").map_err(|error| error.to_string())?;
    let exact = decades(measure(&figure.view(&there), "expected_log10_share"));
    let shown = steps * field.values[row as usize * field.columns + column as usize];
    match (exact - shown).abs() <= 0.01 * steps {
        true => Ok(()),
        false => Err(format!(
            "theory {expected}, map {low} to {high}; in the cell {exact} and {shown}"
        )),
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

/// Nothing in the view contradicts anything else in it.
pub fn agrees(settings: &Settings, view: &View) -> Result<(), String> {
    says(view)?;
    maps(settings, view)?;
    agrees_on_criticality(settings, view)
}
