//! What HTML shows of a figure, as JSON: never a pixel, never a value that the script would have to compute with.

use super::json::{Value, json};
use crate::chart::{self, Theme};
use crate::figure::{
    Cell, Control, FIGURES, Figure, Formula, Gesture, Ink, Key, Kind, Place, Plot, Settings, Table,
    View, number, styled,
};
use crate::model::activation::{Activation, Kind as ActivationKind};

/// Rows that the data table on the page shows; the CSV has all.
const SAMPLE_ROWS: usize = 20;

/// Significant digits of the data table on the page; the CSV has all.
const DIGITS: usize = 6;

/// All figures with their controls, and all activations.
pub fn catalogue() -> Value {
    let figure = |figure: &Figure| {
        json!({
            "id": figure.id,
            "title": figure.title,
            "lead": figure.lead,
            "controls": figure.controls.iter().map(about).collect::<Value>(),
        })
    };
    json!({
        "figures": FIGURES.iter().map(figure).collect::<Value>(),
        "activations": ActivationKind::ALL.iter().map(|&kind| activation(kind)).collect::<Value>(),
    })
}

/// A control with what the script needs to make its input.
fn about(control: &Control) -> Value {
    let kind = match &control.kind {
        Kind::Number { .. } => json!({ "Number": json!({}) }),
        Kind::Choice { options, .. } => {
            let pairs = options.iter().map(|&(id, label)| vec![id, label]);
            json!({ "Choice": json!({ "options": pairs.collect::<Value>() }) })
        }
        Kind::Activations { most, .. } => json!({ "Activations": json!({ "most": *most }) }),
        Kind::Switch { .. } => json!({ "Switch": json!({}) }),
    };
    let place = match control.place {
        Place::Main => "Main",
        Place::More => "More",
    };
    json!({
        "id": control.id,
        "label": control.label,
        "help": control.help,
        "kind": kind,
        "place": place,
    })
}

fn formula(formula: &Formula) -> Value {
    json!({
        "label": &formula.label,
        "mathml": &formula.mathml,
        "text": &formula.text,
    })
}

fn activation(kind: ActivationKind) -> Value {
    let parameter = |p: &crate::model::activation::Parameter| json!({ "id": p.id, "symbol": p.symbol, "default": p.default });
    let facts = Activation::new(kind).facts();
    json!({
        "id": kind.id(),
        "label": kind.label(),
        "parameters": kind.parameters().iter().map(parameter).collect::<Value>(),
        "facts": json!({
            "range": facts.range,
            "monotone": facts.monotone,
            "zero_centred": facts.zero_centred,
            "smoothness": facts.smoothness,
            "saturates": facts.saturates,
            "can_die": facts.can_die,
            "largest_slope": facts.largest_slope,
            "year": facts.year,
            "paper": facts.paper,
        }),
    })
}

/// Everything beside the pictures in the present state.
pub fn panel(figure: &Figure, settings: &Settings, view: &View, theme: Theme) -> Value {
    let colour = |ink: Ink| chart::css_colour(ink, theme);
    let controls = figure
        .controls
        .iter()
        .map(|c| control(c, figure, settings, view, theme));
    json!({
        "plots": view.plots.iter().map(plot).collect::<Value>(),
        "legend": view.legend.iter().map(|key| legend(key, theme)).collect::<Value>(),
        "readouts": view.readouts.iter().map(|r| json!({
            "label": &r.label, "value": &r.value, "note": &r.note, "colour": colour(r.ink),
        })).collect::<Value>(),
        "formulas": view.formulas.iter().map(formula).collect::<Value>(),
        "summary": &view.summary,
        "controls": controls.collect::<Value>(),
        "facts": json!({ "columns": view.facts.columns.as_slice(), "rows": rows(&view.facts, 0..view.facts.rows.len()) }),
    })
}

fn plot(plot: &Plot) -> Value {
    let zooms = |gesture: &Gesture| matches!(gesture, Gesture::PanZoom { .. });
    json!({
        "id": plot.id,
        "title": &plot.title,
        "weight": plot.weight,
        "zooms": plot.gestures.iter().any(zooms),
    })
}

fn legend(key: &Key, theme: Theme) -> Value {
    json!({
        "name": &key.name,
        "colour": chart::css_colour(key.ink, theme),
        "dash": chart::dash_pattern(key.dash),
        "filled": key.filled,
    })
}

fn control(
    control: &Control,
    figure: &Figure,
    settings: &Settings,
    view: &View,
    theme: Theme,
) -> Value {
    let text = settings.text(control.id).unwrap_or_default();
    let mut answer = json!({
        "id": control.id,
        "text": &text,
        "shown": (figure.shown)(settings, control.id),
        "changed": settings.changed().iter().any(|(id, _)| *id == control.id),
    });
    match &control.kind {
        Kind::Number { marks, .. } => {
            answer.insert("position", settings.position(control.id));
            answer.insert("positions", settings.positions(control.id));
            answer.insert("valuetext", spoken(&text, view));
            let marks = marks
                .iter()
                .filter_map(|mark| marked(settings, control.id, mark));
            answer.insert("marks", marks.collect::<Value>());
        }
        Kind::Activations { .. } => {
            let written = settings.activations(control.id).iter();
            let items = written.zip(styled(settings)).map(|(written, style)| {
                json!({
                    "text": written.to_string(),
                    "label": style.name,
                    "colour": chart::css_colour(style.ink, theme),
                    "dash": chart::dash_pattern(style.dash),
                })
            });
            answer.insert("items", items.collect::<Value>());
        }
        Kind::Choice { .. } | Kind::Switch { .. } => {}
    }
    answer
}

/// What a slider says to a listener: its value, and the first thing that it changed.
fn spoken(text: &str, view: &View) -> String {
    match view.readouts.first() {
        Some(readout) => format!("{text}; {}: {}", readout.label, readout.value),
        None => text.to_owned(),
    }
}

/// Where a mark stands on the slider; none where the slider's present range does not reach it.
fn marked(settings: &Settings, id: &str, &(value, label): &(f64, &str)) -> Option<Value> {
    let mut there = settings.clone();
    there.set(id, &value.to_string()).ok()?;
    (there.number(id) == value)
        .then(|| json!({ "position": there.position(id), "text": there.text(id), "label": label }))
}

/// How many activations a control takes.
pub fn most(figure: &Figure, id: &str) -> usize {
    let control = figure.controls.iter().find(|control| control.id == id);
    match control.map(|control| &control.kind) {
        Some(Kind::Activations { most, .. }) => *most,
        _ => 0,
    }
}

/// Rows spread evenly over the table, with the first and the last.
pub fn sample(table: &Table) -> Value {
    let all = table.rows.len();
    let shown = all.min(SAMPLE_ROWS + 1);
    let index = |i: usize| i * (all - 1) / (shown - 1).max(1);
    json!({
        "columns": table.columns.as_slice(),
        "rows": rows(table, (0..shown).map(index)),
        "all": all,
    })
}

fn rows(table: &Table, indices: impl Iterator<Item = usize>) -> Vec<Vec<String>> {
    let rows = indices.filter_map(|index| table.rows.get(index));
    rows.map(|row| row.iter().map(cell).collect()).collect()
}

/// A cell as people read it. Numbers come as text where they leave the range of f64: those keep their own spelling.
fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Number(x) => number::plain(*x, DIGITS),
        Cell::Text(text) => match text.parse::<f64>() {
            Ok(x) if x.is_normal() => number::plain(x, DIGITS),
            _ => text.clone(),
        },
    }
}
