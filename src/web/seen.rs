//! What a lesson's file is checked against, as the module that reads it asks: the page hands it on. Only the whole module tells it.

use super::lab::Lab;
use activation_lab::figure::{Scene, find};
use std::fmt::Write as _;

/// The figure of a link all of which can be read; or what of it cannot.
pub fn linked(link: &str) -> Result<String, String> {
    Scene::linked(link).map(|scene| scene.figure.id.to_owned())
}

/// What a measure of a figure is, in words; or which ones it has.
pub fn measured(figure: &str, name: &str) -> Result<String, String> {
    let figure = find(figure).map_err(|error| error.to_string())?;
    figure.measured(name)
}

/// What a complete view shows, a line each: `plot ID SERIES`, with `axes` after it where it has some, and `NAME VALUE` of each measure, without a value where there is no number.
pub fn seen(lab: &Lab) -> String {
    let view = lab.view();
    let mut told = String::new();
    // Writing to a String cannot fail.
    for plot in &view.plots {
        let axes = if plot.has_axes() { " axes" } else { "" };
        let _ = writeln!(told, "plot {} {}{axes}", plot.id, plot.series());
    }
    for measure in &view.measures {
        let _ = match measure.value.compared() {
            Some(value) => writeln!(told, "{} {value}", measure.name()),
            None => writeln!(told, "{}", measure.name()),
        };
    }
    told
}
