//! The words of views in English.

use super::super::number::capitalised;
use super::super::{Dash, Direction};
use super::{At, Share};

pub const UNDEFINED: &str = "undefined";
pub const OUT_OF_SIGHT: &str = ": out of sight";
pub const DIAGRAM: &str = "A diagram.";
pub const FLOW: &str = "A line, as strong as what it carries.";

pub fn share(share: Share, it: &str) -> String {
    match share {
        Share::Percent(number) => format!("{number} % of {it}"),
        Share::Times(number) => format!("{number} times {it}"),
        Share::Part(number) => format!("{number} of {it}"),
        Share::OneIn(number) => format!("1 part in {number} of {it}"),
        Share::OneInThousand(number) => format!("1 part in {number} thousand of {it}"),
        Share::OneInMillion(number) => format!("1 part in {number} million of {it}"),
    }
}

pub fn axis(direction: Direction, label: &str, [min, max]: At, decades: bool) -> String {
    let direction = match direction {
        Direction::X => "Across",
        Direction::Y => "Up",
    };
    let name = match label {
        "" => String::new(),
        label => format!("{label}, "),
    };
    let steps = match decades {
        true => ", in powers of ten",
        false => "",
    };
    format!("{direction}: {name}{min} to {max}{steps}.")
}

pub fn counted_from(label: &str, from: &str) -> String {
    format!("{label}, counted from {from}")
}

pub fn highlighted(name: &str) -> String {
    format!("Highlighted: {name}.")
}

pub fn line(dash: Dash, name: &str, course: &str) -> String {
    let stroke = match dash {
        Dash::Solid => "Line",
        Dash::Dashed => "Dashed line",
        Dash::Dotted => "Dotted line",
        Dash::DashDot => "Dash-dotted line",
    };
    format!("{stroke} {name}{course}.")
}

pub fn bars(count: usize, name: &str, course: &str) -> String {
    format!("{} of {name}{course}.", counted(count, "bar"))
}

pub fn points(count: usize, name: &str, course: &str) -> String {
    format!("{} of {name}{course}.", counted(count, "point"))
}

fn counted(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

pub fn course(first: &At, last: Option<&At>, largest: Option<At>, smallest: Option<At>) -> String {
    let at = |[value, place]: &At| format!("{value} at {place}");
    let Some(last) = last else {
        return format!(": {}", at(first));
    };
    let mut said = format!(": from {} to {}", at(first), at(last));
    for (name, place) in [("largest", largest), ("smallest", smallest)] {
        if let Some(place) = place {
            said += &format!(", {name} {}", at(&place));
        }
    }
    said
}

pub fn cloud([left, right]: At, [low, high]: At) -> String {
    format!(": across {left} to {right}, up {low} to {high}")
}

pub fn zeros(name: &str, count: usize, [first, last]: At) -> String {
    match count {
        1 => format!("{name}, at {first}."),
        _ => format!("{name}, at {count} places from {first} to {last}."),
    }
}

pub fn strip(name: &str, from: Option<String>, to: Option<String>) -> String {
    let name = capitalised(name);
    match (from, to) {
        (Some(from), Some(to)) => format!("{name}: {from} to {to}."),
        (Some(from), None) => format!("{name}: above {from}."),
        (None, Some(to)) => format!("{name}: below {to}."),
        (None, None) => format!("{name}: everywhere."),
    }
}

pub fn area(name: &str) -> String {
    format!("Area: {name}.")
}

pub fn map(name: &str, low: At, high: At) -> String {
    let [low, high] = [low, high].map(|[value, place]| format!("{value} at {place}"));
    format!("Map of {name}: from {low} to {high}.")
}

pub fn place(x: &str, y: &str) -> String {
    format!("{x}, {y}")
}

pub fn guide(label: &str) -> String {
    format!("Guide: {label}.")
}

pub fn dot(label: &str, x: &str, y: &str) -> String {
    let name = match label {
        "" => "The point to move",
        label => label,
    };
    format!("{name} stands at {x}, {y}.")
}

pub fn thin_lines(names: &[&str]) -> String {
    format!("Thin lines: {}.", names.join(", "))
}

pub fn written(texts: &[&str]) -> String {
    format!("Written in it: {}.", texts.join(", "))
}

pub fn discs(names: &[String]) -> String {
    format!("Discs: {}.", names.join("; "))
}

pub fn connections(names: &[String]) -> String {
    format!("Connections: {}.", names.join("; "))
}

pub fn connection(name: &str, label: &str) -> String {
    match label {
        "" => name.to_owned(),
        label => format!("{name} ({label})"),
    }
}

pub fn grid(discs: usize, edges: usize) -> String {
    let joined = match edges {
        0 => String::new(),
        count => format!(", joined by {count} lines"),
    };
    format!("{discs} discs{joined}.")
}

pub fn row(discs: usize) -> String {
    format!("A row of {discs} discs, each joined to the next.")
}

pub fn fills(strongest: &str, faintest: &str) -> String {
    format!("The strongest is {strongest}, the faintest {faintest}.")
}
