//! Programs in Python that work a figure's numbers out again, from the settings alone.
//!
//! Each is a template, `programs/<figure>.py`, with a few lines that begin with `#:`. In their place stand, in the program,
//! where it comes from (`head`), the settings and the figure's measures as dictionaries (`settings`, `figure`), a file of `programs/parts/` (`part NAME`), of `programs/parts/activations.py` the classes of the activations in use (`activations`), and of `activations_torch.py` their lines (`torch activations`).

use super::format::Format;
use super::words;
use activation_lab::figure::{Kind, Origin, Quantity, Scene, Settings, View};
use activation_lab::model::activation::Kind as ActivationKind;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

macro_rules! file {
    ($($name:expr),*) => {
        include_str!(concat!("../../programs/", $($name,)* ".py"))
    };
}

macro_rules! numpy_alone {
    ($figure:literal) => {
        ($figure, file!($figure), None)
    };
}

macro_rules! with_torch {
    ($figure:literal) => {
        ($figure, file!($figure), Some(file!($figure, "_torch")))
    };
}

macro_rules! part {
    ($name:literal) => {
        ($name, file!("parts/", $name))
    };
}

/// A figure's program for NumPy, and the one for PyTorch where gradients are taken.
const TEMPLATES: [(&str, &str, Option<&str>); 7] = [
    with_torch!("neuron"),
    numpy_alone!("collapse"),
    numpy_alone!("curves"),
    with_torch!("decay"),
    with_torch!("layers"),
    with_torch!("freeze"),
    with_torch!("dying"),
];

const PARTS: [(&str, &str); 9] = [
    part!("arms"),
    part!("chosen"),
    part!("compare"),
    part!("cures"),
    part!("orthogonal"),
    part!("random"),
    part!("random_network"),
    part!("torch"),
    part!("training"),
];

const ACTIVATIONS: &str = file!("parts/activations");

/// PyTorch's own: an entry of a dictionary in each line.
const TORCH_ACTIVATIONS: &str = file!("parts/activations_torch");

/// A layer of `dying` has no list to choose from: it is made of one of these.
const UNCHOSEN: [ActivationKind; 3] = [
    ActivationKind::Relu,
    ActivationKind::LeakyRelu,
    ActivationKind::Gelu,
];

/// What begins a line of a template that is replaced.
const DIRECTIVE: &str = "#: ";

/// The program of a figure in this state, whose view is complete.
pub fn program(format: Format, scene: &Scene, view: &View) -> Result<String, String> {
    let (id, settings) = (scene.figure.id, &scene.settings);
    let found = TEMPLATES.iter().find(|row| row.0 == id);
    let (_, numpy, torch) = found.ok_or_else(|| words::no_program(id))?;
    let template = match format {
        Format::Torch => torch.ok_or_else(|| words::no_torch(id))?,
        _ => numpy,
    };
    let mut text = String::new();
    for line in template.lines() {
        match line.strip_prefix(DIRECTIVE) {
            None => text.push_str(line),
            Some("head") => text.push_str(&head(scene)),
            Some("settings") => {
                text.push_str(&dictionary("SETTINGS", "    ", &of_settings(settings)))
            }
            Some("figure") => text.push_str(&dictionary("FIGURE", "", &of_view(view))),
            Some("activations") => text.push_str(&classes(&used(settings))),
            Some("torch activations") => text.push_str(&entries(&used(settings))),
            Some(other) => text.push_str(part(other)),
        }
        text.push('\n');
    }
    Ok(text)
}

/// What a page puts programs together from, as it is done here: it knows the settings and the measures itself.
pub fn parts() -> Value {
    let kinds = || ActivationKind::ALL.iter().map(|kind| kind.id());
    let texts = |of: fn(&str) -> Option<&'static str>| -> Map<String, Value> {
        kinds()
            .filter_map(|id| Some((id.to_owned(), of(id)?.into())))
            .collect()
    };
    let templates = TEMPLATES.iter();
    let templates: Map<String, Value> = templates
        .map(|(id, numpy, torch)| ((*id).to_owned(), json!({ "py": numpy, "torch": torch })))
        .collect();
    json!({
        "directive": DIRECTIVE,
        "templates": templates,
        "parts": PARTS.iter().copied().collect::<BTreeMap<_, _>>(),
        "classes": texts(class),
        "entries": texts(entry),
        "unchosen": UNCHOSEN.map(ActivationKind::id),
    })
}

/// Which figure this is, of which version, and its link.
fn head(scene: &Scene) -> String {
    let [software, figure, _, link] = Origin::new(scene).entries();
    format!(
        "# {}: {}\n# {}: {}\n# {}: {}",
        figure.1, scene.figure.title, software.0, software.1, link.0, link.1
    )
}

/// A dictionary of Python. One with an indent has a line for each entry, one without stands in a single line.
fn dictionary(name: &str, indent: &str, entries: &[(String, String)]) -> String {
    let (before, after) = if indent.is_empty() {
        ("", ", ")
    } else {
        ("\n", ",")
    };
    let mut text = format!("{name} = {{");
    for (key, value) in entries {
        // Writing to a String cannot fail.
        let _ = write!(text, "{before}{indent}\"{key}\": {value}{after}");
    }
    text.trim_end_matches(", ").to_owned() + before + "}"
}

/// The settings as they act, as literals.
fn of_settings(settings: &Settings) -> Vec<(String, String)> {
    let controls = settings.controls().iter();
    let entry = |id: &'static str, kind: &Kind| {
        let value = match kind {
            Kind::Number { whole: true, .. } => format!("{:.0}", settings.number(id)),
            Kind::Number { .. } => format!("{:?}", settings.number(id)),
            _ => match (kind, settings.text(id).unwrap_or_default()) {
                (Kind::Switch { .. }, on) if on == "true" => "True".to_owned(),
                (Kind::Switch { .. }, _) => "False".to_owned(),
                (_, text) => quoted(&text),
            },
        };
        (id.to_owned(), value)
    };
    controls.map(|c| entry(c.id, &c.kind)).collect()
}

/// The measures: numbers that read back exactly, or text outside the range of floats, and where there is no number.
fn of_view(view: &View) -> Vec<(String, String)> {
    let literal = |value: &Quantity| match value {
        Quantity::Scaled(x) if !x.fits_f64() => quoted(&value.spelled()),
        Quantity::Missing(_) => quoted(&value.spelled()),
        _ => value.spelled(),
    };
    let measures = view.measures.iter();
    measures.map(|m| (m.name(), literal(&m.value))).collect()
}

/// Names and numbers alone: nothing in them needs an escape.
fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// The text of `part NAME`.
fn part(line: &str) -> &'static str {
    let found = PARTS
        .iter()
        .find(|part| line.strip_prefix("part ") == Some(part.0));
    found.map_or("", |part| part.1.trim_end())
}

/// The activations in use, each once.
fn used(settings: &Settings) -> Vec<&'static str> {
    let controls = settings.controls().iter();
    let chosen = controls.flat_map(|control| settings.activations(control.id));
    let mut chosen: Vec<ActivationKind> = chosen.map(|w| w.activation.kind()).collect();
    if chosen.is_empty() {
        chosen.extend(UNCHOSEN);
    }
    let used = ActivationKind::ALL.iter().filter(|k| chosen.contains(k));
    used.map(|kind| kind.id()).collect()
}

/// Their classes.
fn classes(used: &[&str]) -> String {
    let classes: Vec<&str> = used.iter().filter_map(|id| class(id)).collect();
    classes.join("\n\n\n")
}

/// The same of PyTorch.
fn entries(used: &[&str]) -> String {
    let lines: Vec<&str> = used.iter().filter_map(|id| entry(id)).collect();
    lines.join("\n")
}

fn entry(id: &str) -> Option<&'static str> {
    let mut lines = TORCH_ACTIVATIONS.lines();
    lines.find(|line| line.split('"').nth(1) == Some(id))
}

/// A class of the file of activations: all up to the next one.
fn class(id: &str) -> Option<&'static str> {
    let start = ACTIVATIONS.find(&format!("class {id}:\n"))?;
    let rest = &ACTIVATIONS[start..];
    let end = rest.find("\n\n\nclass ").unwrap_or(rest.len());
    Some(rest[..end].trim_end())
}
