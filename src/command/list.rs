//! `activation-lab list`.

use activation_lab::figure::{Control, FIGURES, Kind, takes};
use activation_lab::model::activation::{Activation, Kind as ActivationKind};

/// Everything there is, from the tables.
pub fn text() -> String {
    let mut lines = Vec::new();
    for figure in FIGURES {
        lines.push(format!("figure {}: {}", figure.id, figure.title));
        lines.extend(figure.controls.iter().map(control));
        lines.push(String::new());
    }
    lines.push("activations:".to_owned());
    lines.extend(ActivationKind::ALL.iter().map(|&kind| activation(kind)));
    lines.join("\n") + "\n"
}

fn control(control: &Control) -> String {
    let default = match &control.kind {
        Kind::Number { default, .. } => default.to_string(),
        Kind::Choice { options, default } => options[*default].0.to_owned(),
        Kind::Activations { default, .. } => (*default).to_owned(),
        Kind::Switch { default } => default.to_string(),
    };
    format!(
        "  {}: {}, default {default}. {}",
        control.id,
        takes(control),
        control.help
    )
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
    let formula = Activation::new(kind).formula_text();
    format!("  {}: {}{parameters}, {formula}", kind.id(), kind.label())
}
