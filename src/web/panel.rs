//! What HTML shows of a figure, as JSON: never a pixel, never a value that the script would have to compute with.

mod catalogue;
mod control;

pub use catalogue::catalogue;
pub use control::most;

use super::object::object;
use super::shown::Surroundings;
use activation_lab::chart::{self, Theme};
use activation_lab::figure::{
    Cell, Draft, Figure, Gesture, Grid, Ink, Key, Look, Part, Plot, Readout, Settings, Shown, View,
    number, representative,
};
use control::control;
use serde_json::{Value, json};

/// Rows that a table on the page shows at most: about twenty, and the last; the CSV has all.
const MOST_ROWS: usize = 21;

/// Significant digits of the data table on the page; the CSV has all.
const DIGITS: usize = 6;

/// What a figure's panel is made from, beside the draft.
pub struct State<'a> {
    pub figure: &'static Figure,
    pub settings: &'a Settings,
    pub shown: &'a Shown,
    pub around: &'a Surroundings,
    /// Whether all is shown although less was asked for.
    pub whole: bool,
    /// Whether what it shows is to be found out first.
    pub covered: bool,
    pub theme: Theme,
}

/// Everything beside the pictures in the present state.
pub fn panel(state: &State, draft: &Draft) -> Value {
    let State {
        figure,
        settings,
        shown,
        theme,
        ..
    } = *state;
    let view = &draft.view;
    let controls = figure.controls.iter().map(|c| control(c, state, draft));
    let all: f64 = view.plots.iter().map(|plot| plot.weight).sum();
    let untold = |part: Part| state.covered && !matches!(part, Part::Title | Part::Sentence);
    let part = |part: Part| {
        let here = shown.has(part) && !untold(part);
        (part.id().to_owned(), json!(here))
    };
    json!({
        "title": title(state, &view.plots),
        "parts": object(Part::ALL.map(part)),
        "narrow": shown.is_narrow(),
        "whole": state.whole,
        "covered": state.covered,
        "plots": view.plots.iter().map(|p| plot(p, all)).collect::<Vec<_>>(),
        "legend": view.legend.iter().map(|key| legend(key, theme)).collect::<Vec<_>>(),
        "readouts": readouts(&view.readouts, theme),
        "deeper": readouts(&view.deeper, theme),
        "formulas": view.formulas.iter().map(|line| json!({
            "label": line.label, "mathml": line.mathml(), "text": line.plain(),
        })).collect::<Vec<_>>(),
        "summary": view.summary,
        "verdict": verdict(&view.summary),
        "pending": !draft.is_done(),
        "halted": draft.halt.is_some(),
        "controls": controls.collect::<Vec<_>>(),
        "actions": figure.actions.iter().map(|action| json!({
            "label": (action.label)(settings),
            "open": (action.is_open)(settings),
            "here": state.around.has_control(shown, action.id),
        })).collect::<Vec<_>>(),
        "facts": view.facts,
    })
}

/// The first of some sentences: where letters are large, there is no room for more.
fn verdict(summary: &str) -> &str {
    let ends = summary.match_indices(". ").map(|(at, _)| at + 1);
    let starts = |end: &usize| summary[*end..].trim_start().starts_with(char::is_uppercase);
    let end = ends.into_iter().find(starts);
    end.map_or(summary, |end| &summary[..end])
}

/// One plot by itself is what the whole is about: its title is the title of all.
fn title(state: &State, plots: &[Plot]) -> String {
    match plots {
        [plot] if state.shown.names_plots() => plot.title.clone(),
        _ => state.figure.title.read(),
    }
}

fn readouts(readouts: &[Readout], theme: Theme) -> Vec<Value> {
    let entry = |r: &Readout| {
        json!({
            "label": r.label, "value": r.value, "note": r.note,
            "colour": chart::css_colour(r.ink, theme), "large": r.is_large,
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
    answer["id"] = json!(key.id);
    answer["name"] = json!(key.name);
    answer
}

/// Representative rows of the data table, with the first and the last, and what there is of each layer; nothing of layers that are covered.
pub fn sample(figure: &Figure, view: &View, covered: bool) -> Value {
    let table = &view.table;
    let all = table.rows.len();
    let rows = representative(all, MOST_ROWS).filter_map(|index| table.rows.get(index));
    let rows: Vec<Vec<String>> = rows.map(|row| row.iter().map(cell).collect()).collect();
    let told = figure.by_layer.filter(|_| !covered);
    let layers = told.map_or_else(Grid::default, |told| told.grid(&view.measures, MOST_ROWS));
    json!({
        "columns": table.columns.iter().map(|column| &column.said).collect::<Vec<_>>(),
        "rows": rows,
        "all": all,
        "layers": layers,
    })
}

/// A cell as people read it.
fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Number(x) => number::plain(*x, DIGITS),
        Cell::Scaled(x) => number::scaled(*x, DIGITS),
        Cell::Text(text) => text.clone(),
        Cell::Named(name) => name.said.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use activation_lab::figure::{Dash, Ramp, Shape};

    #[test]
    fn a_verdict_is_the_first_of_some_sentences() {
        let text =
            "A (ReLU) learns nothing: its loss is 0.69, i.e. that of guessing. B learns. So.";
        assert!(verdict(text).ends_with("i.e. that of guessing."));
        assert_eq!(verdict("z = 0.48 is above 0"), "z = 0.48 is above 0");
        assert_eq!(verdict("One. Åland. x"), "One.");
    }

    #[test]
    fn each_kind_of_key_brings_what_its_swatch_is_drawn_from() {
        let json = |look: Look, theme: Theme| legend(&Key::new("a", look), theme);
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
}
