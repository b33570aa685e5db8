//! `activation-lab list`.

mod words;

use super::help;
use activation_lab::figure::{
    Control, FIGURES, Figure, Kind, Meaning, NamedScene, Part, takes, text,
};
use activation_lab::language;
use activation_lab::model::activation::{Activation, Kind as ActivationKind};
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::{Value, json};
use std::error::Error;
use words::{ACTIVATIONS, DEFAULT, FIGURE, MEASURES, PLOTS, SCENES};

/// What can be asked for beside a figure.
const PARTS: [&str; 2] = ["figures", "activations"];

#[derive(Args)]
pub struct Arguments {
    #[arg(help = help::LIST_PART.read(), value_parser = PossibleValuesParser::new(PARTS.into_iter().chain(FIGURES.iter().map(|figure| figure.id))))]
    part: Option<String>,
    #[arg(help = help::LIST_JSON.read(), long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let part = arguments.part.as_deref();
    let has = |figure: &&Figure| part.is_none_or(|part| part == PARTS[0] || part == figure.id);
    let figures: Vec<&Figure> = FIGURES.iter().filter(has).collect();
    let activations = match part.is_none_or(|part| part == PARTS[1]) {
        true => ActivationKind::ALL,
        false => &[],
    };
    let text = if arguments.json {
        serde_json::to_string_pretty(&data(&figures, activations))? + "\n"
    } else {
        text(&figures, activations)
    };
    super::to_stdout(&text)
}

fn text(figures: &[&Figure], activations: &[ActivationKind]) -> String {
    let mut blocks: Vec<String> = figures
        .iter()
        .map(|figure| {
            let title = format!("{FIGURE} {}: {}\n", figure.id, figure.title);
            let controls: String = figure.controls.iter().map(control).collect();
            let measures: String = figure.measures.iter().map(measure).collect();
            let scenes: String = figure.scenes.iter().map(scene).collect();
            let plots = figure.plots.join(", ");
            format!("{title}{controls}  {PLOTS}: {plots}\n  {SCENES}:\n{scenes}  {MEASURES}:\n{measures}")
        })
        .collect();
    if !activations.is_empty() {
        let lines: String = activations.iter().map(|&kind| activation(kind)).collect();
        blocks.push(format!("{ACTIVATIONS}:\n{lines}"));
    }
    blocks.join("\n")
}

fn default(control: &Control) -> String {
    match &control.kind {
        Kind::Number { default, .. } => default.to_string(),
        Kind::Choice { options, default } => options[*default].0.to_owned(),
        Kind::Activations { default, .. } => (*default).to_owned(),
        Kind::Switch { default } => default.to_string(),
    }
}

fn control(control: &Control) -> String {
    format!(
        "  {}: {}, {DEFAULT} {}. {}\n",
        control.id,
        takes(control),
        default(control),
        control.help
    )
}

fn scene(scene: &NamedScene) -> String {
    format!("    {}: {} ({})\n", scene.id, scene.title, scene.link)
}

fn measure(row: &Meaning) -> String {
    let unit = match row.unit {
        "" => String::new(),
        unit => format!(", {}", words::in_unit(unit)),
    };
    format!("    {}: {}{unit}\n", row.pattern(), row.meaning)
}

fn activation(kind: ActivationKind) -> String {
    let parameters: Vec<String> = kind
        .parameters()
        .iter()
        .map(|p| format!("{} = {}", p.id, p.default))
        .collect();
    let parameters = if parameters.is_empty() {
        String::new()
    } else {
        format!(" ({})", parameters.join(", "))
    };
    let activation = Activation::new(kind);
    let formula = formula(&activation);
    let convention = if activation.kinks().is_empty() {
        String::new()
    } else {
        format!("; {}", words::taken(&text::convention(&activation)))
    };
    format!(
        "  {}: {}{parameters}, {formula}{convention}\n",
        kind.id(),
        text::activation(kind)
    )
}

/// The formula as it is read, which has words in it where f has pieces.
fn formula(activation: &Activation) -> String {
    language::formula(activation.formula().plain(), ",")
}

/// The same as data.
fn data(figures: &[&Figure], activations: &[ActivationKind]) -> Value {
    let control = |control: &Control| {
        json!({
            "id": control.id,
            "label": control.label,
            "help": control.help,
            "takes": takes(control),
            "default": default(control),
            "kind": control.kind,
        })
    };
    let measure = |row: &Meaning| {
        json!({
            "id": row.id,
            "name": row.pattern(),
            "unit": row.unit,
            "meaning": row.meaning,
        })
    };
    let scene =
        |scene: &NamedScene| json!({ "id": scene.id, "title": scene.title, "link": scene.link });
    let figure = |figure: &&Figure| {
        json!({
            "id": figure.id,
            "title": figure.title,
            "controls": figure.controls.iter().map(control).collect::<Vec<_>>(),
            "plots": figure.plots,
            "parts": Part::ALL.map(Part::id),
            "scenes": figure.scenes.iter().map(scene).collect::<Vec<_>>(),
            "measures": figure.measures.iter().map(measure).collect::<Vec<_>>(),
        })
    };
    let activation = |kind: &ActivationKind| {
        let parameters = kind.parameters().iter();
        json!({
            "id": kind.id(),
            "label": text::activation(*kind),
            "formula": formula(&Activation::new(*kind)),
            "convention": text::convention(&Activation::new(*kind)),
            "parameters": parameters
                .map(|p| json!({ "id": p.id, "default": p.default }))
                .collect::<Vec<_>>(),
        })
    };
    json!({
        "figures": figures.iter().map(figure).collect::<Vec<_>>(),
        "activations": activations.iter().map(activation).collect::<Vec<_>>(),
    })
}
