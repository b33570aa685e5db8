//! What HTML shows of a figure, as JSON: never a pixel, never a value that the script would have to compute with.

use super::lab::PATIENCE_MS;
use super::words::WORDS;
use activation_lab::chart::{self, Theme};
use activation_lab::figure::{
    Cell, Control, Dash, Draft, FIGURES, Figure, Gesture, Ink, Key, Kind, Look, Plot, Readout,
    Role, Settings, Table, Written, number, pair, second_pair, styled,
};
use model::activation::{Activation, Kind as ActivationKind, Parameter};
use model::number::spelled;
use serde_json::{Map, Value, json};

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
            "controls": figure.controls,
            "layout": figure.layout,
            "actions": figure.actions.iter().map(|action| json!({
                "id": action.id, "help": action.help,
            })).collect::<Vec<_>>(),
            "player": figure.player.as_ref().map(|player| json!({
                "step": player.step, "speed": player.speed,
            })),
        })
    };
    json!({
        "figures": FIGURES.iter().map(figure).collect::<Vec<_>>(),
        "activations": ActivationKind::ALL.iter().map(|&kind| activation(kind)).collect::<Vec<_>>(),
        "patience": PATIENCE_MS,
        "themes": Theme::screens().collect::<Vec<_>>(),
        "words": Map::from_iter(WORDS.iter().map(|(name, text)| ((*name).to_owned(), json!(text)))),
    })
}

fn activation(kind: ActivationKind) -> Value {
    let parameter = |p: &Parameter| json!({ "id": p.id, "symbol": p.symbol, "default": p.default });
    let facts = Activation::new(kind).facts();
    json!({
        "id": kind.id(),
        "label": kind.label(),
        "parameters": kind.parameters().iter().map(parameter).collect::<Vec<_>>(),
        "facts": {
            "range": facts.range,
            "monotone": facts.monotone,
            "zero_centred": facts.zero_centred,
            "smoothness": facts.smoothness,
            "convention": facts.convention,
            "saturates": facts.saturates,
            "can_die": facts.can_die,
            "largest_slope": facts.largest_slope,
            "year": facts.year,
            "paper": facts.paper,
        },
    })
}

/// Everything beside the pictures in the present state.
pub fn panel(figure: &Figure, settings: &Settings, draft: &Draft, theme: Theme) -> Value {
    let view = &draft.view;
    let controls = figure
        .controls
        .iter()
        .map(|c| control(c, figure, settings, draft, theme));
    let all: f64 = view.plots.iter().map(|plot| plot.weight).sum();
    json!({
        "plots": view.plots.iter().map(|p| plot(p, all)).collect::<Vec<_>>(),
        "legend": view.legend.iter().map(|key| legend(key, theme)).collect::<Vec<_>>(),
        "readouts": readouts(&view.readouts, theme),
        "deeper": readouts(&view.deeper, theme),
        "formulas": view.formulas.iter().map(|line| json!({
            "label": line.label, "mathml": line.math.mathml(), "text": line.math.plain(),
        })).collect::<Vec<_>>(),
        "summary": view.summary,
        "pending": !draft.is_done(),
        "halted": draft.halt.is_some(),
        "controls": controls.collect::<Vec<_>>(),
        "actions": figure.actions.iter().map(|action| json!({
            "label": (action.label)(settings), "open": (action.is_open)(settings),
        })).collect::<Vec<_>>(),
        "facts": { "columns": view.facts.columns, "rows": rows(&view.facts, 0..view.facts.rows.len()) },
    })
}

fn readouts(readouts: &[Readout], theme: Theme) -> Vec<Value> {
    let entry = |r: &Readout| {
        json!({
            "label": r.label, "value": r.value, "note": r.note,
            "colour": chart::css_colour(r.ink, theme),
        })
    };
    readouts.iter().map(entry).collect()
}

fn plot(plot: &Plot, all_weights: f64) -> Value {
    let zooms = |gesture: &Gesture| matches!(gesture, Gesture::PanZoom { .. });
    json!({
        "id": plot.id,
        "title": plot.title,
        "weight": plot.weight,
        "share": plot.weight / all_weights,
        "zooms": plot.gestures.iter().any(zooms),
    })
}

/// What a legend's swatch is drawn from; which members there are says what it is.
fn legend(key: &Key, theme: Theme) -> Value {
    let colour = |ink: Ink| chart::css_colour(ink, theme);
    let mut answer = match &key.look {
        Look::Stroke { ink, dash } => json!({
            "colour": colour(*ink), "dash": chart::dash_pattern(*dash), "filled": false,
        }),
        Look::Fill { ink } => json!({ "colour": colour(*ink), "dash": [], "filled": true }),
        Look::Point { ink, shape, hollow } => json!({
            "colour": colour(*ink), "path": chart::shape_path(*shape), "filled": !hollow,
        }),
        Look::Ramp(ramp) => json!({
            "colours": chart::css_ramp(ramp, theme), "ends": ramp.labels(),
        }),
    };
    answer["name"] = json!(key.name);
    answer
}

fn control(
    control: &Control,
    figure: &Figure,
    settings: &Settings,
    draft: &Draft,
    theme: Theme,
) -> Value {
    let text = settings.acting(control.id).unwrap_or_default();
    let mut answer = json!({
        "id": control.id,
        "text": text,
        "shown": (figure.shown)(settings, control.id),
    });
    match &control.kind {
        Kind::Number { marks, .. } => {
            answer["held"] = json!(settings.held(control.id));
            answer["position"] = json!(settings.position(control.id));
            answer["positions"] = json!(settings.positions(control.id));
            answer["valuetext"] = json!(spoken(&text, draft));
            let marks = marks
                .iter()
                .filter_map(|mark| marked(settings, control.id, mark));
            answer["marks"] = marks.collect();
        }
        Kind::Activations { .. } => {
            let written = settings.activations(control.id).iter();
            // The first chooser may hold one activation twice, told apart by their strokes.
            let looks: Vec<(Ink, Dash)> = match control.role {
                Role::Series => styled(settings).iter().map(|s| (s.ink, s.dash)).collect(),
                _ => {
                    let first = settings.series().first();
                    let pair = |w: &Written| match first {
                        Some(first) => second_pair(first.activation.kind(), w.activation.kind()),
                        None => pair(w.activation.kind()),
                    };
                    written.clone().map(pair).collect()
                }
            };
            let items = written.zip(looks).map(|(written, (ink, dash))| {
                json!({
                    "label": written.activation.label(),
                    "parameters": parameters(figure, written),
                    "colour": chart::css_colour(ink, theme),
                    "dash": chart::dash_pattern(dash),
                })
            });
            answer["items"] = items.collect();
        }
        Kind::Choice { .. } | Kind::Switch { .. } => {}
    }
    answer
}

/// The parameters that a chosen activation has of its own, with their present values.
fn parameters(figure: &Figure, written: &Written) -> Vec<Value> {
    let slider = figure.controls.iter().any(|c| c.role == Role::Leak);
    if slider && written.follows {
        return Vec::new();
    }
    let chosen = written.activation;
    let parameter = |p: &Parameter| {
        json!({
            "id": p.id,
            "symbol": p.symbol,
            "meaning": p.meaning,
            "signed": p.min < 0.0,
            "text": chosen.parameter(p.id).map(spelled),
        })
    };
    chosen.kind().parameters().iter().map(parameter).collect()
}

/// What a slider says to a listener: its value, and the first thing that it changed, once that is known.
fn spoken(text: &str, draft: &Draft) -> String {
    match draft.view.readouts.first().filter(|_| draft.is_done()) {
        Some(readout) => format!("{text}; {}: {}", readout.label, readout.value),
        None => text.to_owned(),
    }
}

/// Where a mark stands on the slider; none where the slider's present range does not reach it.
fn marked(settings: &Settings, id: &str, &(value, label): &(f64, &str)) -> Option<Value> {
    let mut there = settings.clone();
    there.set(id, &spelled(value)).ok()?;
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
        "columns": table.columns,
        "rows": rows(table, (0..shown).map(index)),
        "all": all,
    })
}

fn rows(table: &Table, indices: impl Iterator<Item = usize>) -> Vec<Vec<String>> {
    let rows = indices.filter_map(|index| table.rows.get(index));
    rows.map(|row| row.iter().map(cell).collect()).collect()
}

/// A cell as people read it.
fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Number(x) => number::plain(*x, DIGITS),
        Cell::Scaled(x) => number::scaled(*x, DIGITS),
        Cell::Text(text) => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use activation_lab::figure::{Dash, Ramp, Shape};
    use activation_lab::figure::{Progress, View};

    #[test]
    fn each_kind_of_key_brings_what_its_swatch_is_drawn_from() {
        let json = |look: Look, theme: Theme| {
            let name = "a".to_owned();
            legend(&Key { name, look }, theme)
        };
        let ramp = Look::Ramp(Ramp::Diverging { reach: 2.0 });
        let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| json(ramp, theme));
        assert_eq!(light["ends"], json!(["−2", "2"]));
        assert_eq!(light["colours"].as_array().map(Vec::len), Some(7));
        assert_ne!(light["colours"], dark["colours"]);
        let path = |shape: Shape, hollow: bool| {
            let ink = Ink::Series(1);
            json(Look::Point { ink, shape, hollow }, Theme::Light)
        };
        let [square, cross] = [path(Shape::Square, true), path(Shape::Cross, false)];
        assert_eq!(square["filled"], false);
        assert_eq!(
            square["path"],
            "M-0.886 -0.886L0.886 -0.886L0.886 0.886L-0.886 0.886Z"
        );
        assert_eq!(
            cross["path"],
            "M-1.000 -1.000L1.000 1.000M-1.000 1.000L1.000 -1.000"
        );
        let (ink, dash) = (Ink::Muted, Dash::Dotted);
        let stroke = json(Look::Stroke { ink, dash }, Theme::Light);
        assert_eq!(
            (&stroke["filled"], &stroke["dash"]),
            (&json!(false), &json!([1.0, 2.0]))
        );
        assert_eq!(json(Look::Fill { ink }, Theme::Light)["filled"], true);
    }

    #[test]
    fn a_slider_does_not_pair_its_value_with_an_older_result() {
        let readout = |value: &str| Readout {
            label: "Layer 1 receives".to_owned(),
            value: value.to_owned(),
            note: String::new(),
            ink: Ink::Text,
        };
        let draft = |progress: Progress| Draft {
            view: View {
                readouts: vec![readout("100 %")],
                ..View::default()
            },
            progress,
            halt: None,
        };
        let done = draft(Progress::Done);
        let working = draft(Progress::Working(0.5));
        assert_eq!(spoken("12", &done), "12; Layer 1 receives: 100 %");
        assert_eq!(spoken("12", &working), "12");
        assert_eq!(spoken("12", &Draft::default()), "12");
    }
}
