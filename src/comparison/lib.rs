//! Comparisons between measures: `deep.a_loss > 0.9 * deep.guess_loss` in a claim, `a_loss < 0.4` in a lesson.
//!
//! ```
//! use comparison::{Comparison, name};
//!
//! let condition = Comparison::read("slope_1 < 0.02", name).ok_or("no comparison")?;
//! let (left, right, lies) = condition.check(&|_| 0.0177);
//! assert_eq!((left, right, lies), (0.0177, 0.02, true));
//! # Ok::<(), &str>(())
//! ```

use model::number;

/// `=` means equal to twelve digits: a sum of decimal fractions is rounded on the way.
const ROUNDING: f64 = 1e-12;

/// Two sides, and how they lie; `N` is what a name of a measure is read into.
pub struct Comparison<N> {
    /// What is compared.
    pub left: Sum<N>,
    /// How it lies.
    pub order: Order,
    /// To what.
    pub right: Sum<N>,
}

/// How two sides lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// At most.
    AtMost,
    /// At least.
    AtLeast,
    /// Below.
    Below,
    /// Above.
    Above,
    /// Equal, to twelve digits.
    Equal,
}

/// Terms with their signs.
pub struct Sum<N>(pub Vec<(f64, Vec<Factor<N>>)>);

/// Factors are multiplied, or divided by.
pub struct Factor<N> {
    /// What it is.
    pub atom: Atom<N>,
    /// Whether it is divided by.
    pub below: bool,
}

/// A number, or what has one.
pub enum Atom<N> {
    /// A number as it is written.
    Number(f64),
    /// A measure by its name.
    Measure(N),
}

/// As they are written; the longer ones come first, because the shorter ones are parts of them.
const ORDERS: [(&str, Order); 5] = [
    ("<=", Order::AtMost),
    (">=", Order::AtLeast),
    ("<", Order::Below),
    (">", Order::Above),
    ("=", Order::Equal),
];

impl Order {
    /// Whether two numbers lie so; no number lies in any way to NaN.
    pub fn lies(self, left: f64, right: f64) -> bool {
        match self {
            Order::Below => left < right,
            Order::Above => left > right,
            Order::AtMost => left <= right,
            Order::AtLeast => left >= right,
            Order::Equal => (left - right).abs() <= ROUNDING * right.abs(),
        }
    }

    /// As it is written.
    pub fn id(self) -> &'static str {
        let found = ORDERS.iter().find(|(_, order)| *order == self);
        found.map_or("", |(text, _)| text)
    }
}

impl<N> Comparison<N> {
    /// Reads a comparison; `name` reads a word that is no number.
    pub fn read<'a>(
        text: &'a str,
        name: impl Fn(&'a str) -> Option<N> + Copy,
    ) -> Option<Comparison<N>> {
        let found = ORDERS.iter().find(|(order, _)| text.contains(order));
        let (written, order) = found?;
        let (left, right) = text.split_once(written)?;
        Some(Comparison {
            left: Sum::read(left, name)?,
            order: *order,
            right: Sum::read(right, name)?,
        })
    }

    /// The names in it, from left to right.
    pub fn names(&self) -> Vec<&N> {
        let terms = self.left.0.iter().chain(&self.right.0);
        let atoms = terms.flat_map(|(_, factors)| factors);
        let name = |factor: &'_ Factor<N>| matches!(factor.atom, Atom::Measure(_));
        atoms
            .filter(|factor| name(factor))
            .filter_map(|factor| match &factor.atom {
                Atom::Measure(name) => Some(name),
                Atom::Number(_) => None,
            })
            .collect()
    }

    /// Both sides, and whether they lie so; `at` gives the value of a measure.
    pub fn check(&self, at: &dyn Fn(&N) -> f64) -> (f64, f64, bool) {
        let (left, right) = (self.left.value(at), self.right.value(at));
        (left, right, self.order.lies(left, right))
    }
}

/// A measure's name as it stands, in snake case: what a lesson compares.
pub fn name(word: &str) -> Option<&str> {
    let begins = word.starts_with(|c: char| c.is_ascii_lowercase());
    let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    (begins && word.chars().all(rest)).then_some(word)
}

impl<N> Sum<N> {
    /// Signs and factors stand between spaces: a minus without them belongs to its number.
    fn read<'a>(text: &'a str, name: impl Fn(&'a str) -> Option<N> + Copy) -> Option<Sum<N>> {
        let mut terms = vec![(1.0, Vec::new())];
        let mut below = false;
        for word in text.split_whitespace() {
            match word {
                "+" => terms.push((1.0, Vec::new())),
                "-" => terms.push((-1.0, Vec::new())),
                "*" => below = false,
                "/" => below = true,
                _ => {
                    let number = number::read(word).ok().map(Atom::Number);
                    let atom = number.or_else(|| name(word).map(Atom::Measure))?;
                    terms.last_mut()?.1.push(Factor { atom, below });
                    below = false;
                }
            }
        }
        let complete = terms.iter().all(|(_, factors)| !factors.is_empty());
        complete.then_some(Sum(terms))
    }

    fn value(&self, at: &dyn Fn(&N) -> f64) -> f64 {
        let term = |(sign, factors): &(f64, Vec<Factor<N>>)| {
            factors.iter().fold(*sign, |product, factor| {
                let value = match &factor.atom {
                    Atom::Number(x) => *x,
                    Atom::Measure(name) => at(name),
                };
                match factor.below {
                    true => product / value,
                    false => product * value,
                }
            })
        };
        self.0.iter().map(term).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_a_state(word: &str) -> Option<(&str, &str)> {
        word.split_once('.')
    }

    #[test]
    fn comparisons_are_read_as_they_stand() {
        let at = |name: &(&str, &str)| match name {
            ("a", "x") => 2.0,
            ("b", "x_1") => 3.0,
            _ => panic!("{name:?}"),
        };
        for (text, left, right, lies) in [
            ("a.x < b.x_1", 2.0, 3.0, true),
            ("a.x > b.x_1", 2.0, 3.0, false),
            ("a.x * b.x_1 - 1 = 5", 5.0, 5.0, true),
            ("a.x / b.x_1 >= 1e-3 + 1", 2.0 / 3.0, 1.001, false),
            ("a.x <= -0.5", 2.0, -0.5, false),
            ("a.x = 2.0000001", 2.0, 2.0000001, false),
            ("a.x / 4 * b.x_1 = 1.5", 1.5, 1.5, true),
        ] {
            let comparison = Comparison::read(text, of_a_state).expect(text);
            assert_eq!(comparison.check(&at), (left, right, lies), "{text}");
        }
        for text in ["a.x", "a.x <", "a.x < y", "a.x + < 1"] {
            assert!(Comparison::read(text, of_a_state).is_none(), "{text}");
        }
    }

    #[test]
    fn what_is_called_how_is_up_to_the_reader() {
        let comparison = Comparison::read("a_loss - b_loss > 0.5", name).expect("names");
        assert_eq!(comparison.names(), [&"a_loss", &"b_loss"]);
        assert_eq!(comparison.order.id(), ">");
        for text in ["deep.a_loss < 1", "A < 1", "_a < 1", "a-b < 1", "loss ~ 1"] {
            assert!(Comparison::read(text, name).is_none(), "{text}");
        }
    }

    #[test]
    fn nothing_lies_to_what_is_no_number() {
        for (_, order) in ORDERS {
            assert!(!order.lies(f64::NAN, 1.0), "{}", order.id());
        }
    }
}
