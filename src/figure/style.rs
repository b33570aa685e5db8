//! One colour and dash per activation, the same on the whole page.

use super::text;
use crate::model::activation::{Activation, Kind};
use crate::model::number::spelled;
use crate::state::{Settings, Written};
use crate::view::{Cell, Dash, Ink, Name, Shape, number};
use std::rc::Rc;

const DASHES: [Dash; 4] = [Dash::Solid, Dash::Dashed, Dash::DashDot, Dash::Dotted];

/// The activations that the notes name come first, so that they get the clearest pairs.
const FIRST: [(Kind, u8, Dash); 5] = [
    (Kind::Sigmoid, 0, Dash::Solid),
    (Kind::Tanh, 1, Dash::Dashed),
    (Kind::Relu, 2, Dash::Solid),
    (Kind::LeakyRelu, 3, Dash::DashDot),
    (Kind::Gelu, 4, Dash::Dashed),
];

/// The look of the two classes of points.
pub const CLASSES: [(Ink, Shape); 2] = [(Ink::Low, Shape::Circle), (Ink::High, Shape::Triangle)];

/// An activation with the look it has everywhere.
pub struct Styled {
    /// The activation, with the figure's sliders applied.
    pub activation: Activation,
    /// Its label, with the parameters that differ from the default.
    pub name: String,
    /// Its label without what stands in parentheses, for writing on the curve.
    pub short: String,
    /// What a table's column or row is called that is of it.
    pub column: Rc<Name>,
    /// Its colour.
    pub ink: Ink,
    /// Its pattern.
    pub dash: Dash,
}

/// The activations that are the series, with the slider for leaks applied to those that have a negative slope and do not say their own.
pub fn styled(settings: &Settings) -> Vec<Styled> {
    let mut result: Vec<Styled> = Vec::new();
    for written in settings.series() {
        let activation = with_alpha(written, settings.leak());
        let again = result
            .iter()
            .filter(|other| other.activation.kind() == activation.kind())
            .count();
        let (ink, dash) = pair(activation.kind());
        let start = DASHES.iter().position(|&d| d == dash).unwrap_or(0);
        let mut column = called(&activation);
        let same = result.iter().filter(|s| s.activation == activation).count();
        if same > 0 {
            column.id = format!("{} {}", column.id, same + 1);
            column.said = text::again(&column.said, same + 1);
        }
        result.push(Styled {
            activation,
            name: name(&activation),
            short: text::short(activation.kind()),
            column: Rc::new(column),
            ink,
            dash: DASHES[(start + again) % DASHES.len()],
        });
    }
    result
}

/// What an activation is called, with the parameters that differ from the default.
fn name(activation: &Activation) -> String {
    text::activation(activation.kind()) + &parameters(activation)
}

/// The same for tables, whose files spell it as links do.
fn called(activation: &Activation) -> Name {
    Name::new(activation.to_string(), name(activation))
}

/// The activations of a table's rows: one that comes again is named once.
#[derive(Default)]
pub struct Called(Vec<(Activation, Rc<Name>)>);

impl Called {
    /// The cell of a row that is of this activation.
    pub fn cell(&mut self, activation: Activation) -> Cell {
        if let Some((_, name)) = self.0.iter().find(|(known, _)| *known == activation) {
            return Cell::Named(Rc::clone(name));
        }
        let name = Rc::new(called(&activation));
        self.0.push((activation, Rc::clone(&name)));
        Cell::Named(name)
    }
}

/// Whether the slider for leaks changes any of the chosen activations.
pub fn takes_alpha(settings: &Settings) -> bool {
    settings.series().iter().any(|w| w.follows)
}

fn with_alpha(written: &Written, alpha: f64) -> Activation {
    let plain = written.activation;
    if written.follows {
        return plain.with("alpha", alpha).unwrap_or(plain);
    }
    plain
}

/// The parameters that differ from their defaults, by their symbols.
fn parameters(activation: &Activation) -> String {
    let all = activation.kind().parameters().iter();
    let changed = all.filter_map(|p| {
        let value = activation.parameter(p.id)?;
        (value != p.default).then(|| format!("{} = {}", p.symbol, number::marked(spelled(value))))
    });
    let changed: Vec<String> = changed.collect();
    if changed.is_empty() {
        return String::new();
    }
    format!(" ({})", changed.join(", ").replace('-', "−"))
}

/// Colour and dash of an activation; no two share a pair.
pub fn pair(kind: Kind) -> (Ink, Dash) {
    if let Some(&(_, slot, dash)) = FIRST.iter().find(|row| row.0 == kind) {
        return (Ink::Series(slot), dash);
    }
    if kind == Kind::Identity {
        return (Ink::Text, Dash::Dotted);
    }
    let mut free = DASHES.iter().flat_map(|&dash| {
        (0..8u8)
            .map(move |slot| (slot, dash))
            .filter(|pair| !FIRST.iter().any(|row| (row.1, row.2) == *pair))
    });
    let before = Kind::ALL
        .iter()
        .take_while(|&&other| other != kind)
        .filter(|&&other| other != Kind::Identity && !FIRST.iter().any(|row| row.0 == other))
        .count();
    let (slot, dash) = free.nth(before).unwrap_or((7, Dash::Dotted));
    (Ink::Series(slot), dash)
}

/// Colour and dash of a second activation beside a first: its own, unless it is the same one, which takes a pair that the notes' activations leave free.
pub fn second_pair(first: Kind, second: Kind) -> (Ink, Dash) {
    let own = pair(second);
    if first != second {
        return own;
    }
    let free = [Ink::Series(5), Ink::Series(6)];
    let other = free.into_iter().find(|free| *free != own.0);
    (other.unwrap_or(Ink::Text), Dash::Dashed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_activations_look_alike() {
        let pairs: HashSet<_> = Kind::ALL.iter().map(|&kind| pair(kind)).collect();
        assert_eq!(pairs.len(), Kind::ALL.len());
    }
}
