//! Comparisons between measures: `deep.a_loss > 0.9 * deep.guess_loss`.

/// `=` means equal to twelve digits: a sum of decimal fractions is rounded on the way.
const ROUNDING: f64 = 1e-12;

/// Two sides, and how they lie.
pub struct Comparison {
    left: Sum,
    order: &'static str,
    right: Sum,
}

/// Terms with their signs.
struct Sum(Vec<(f64, Vec<Factor>)>);

/// Factors are multiplied, or divided by.
struct Factor {
    atom: Atom,
    below: bool,
}

enum Atom {
    Number(f64),
    /// A state, and the name of one of its measures.
    Measure(&'static str, &'static str),
}

const ORDERS: [&str; 5] = ["<=", ">=", "<", ">", "="];

impl Comparison {
    pub fn read(text: &'static str) -> Option<Comparison> {
        let order = ORDERS.into_iter().find(|order| text.contains(order))?;
        let (left, right) = text.split_once(order)?;
        Some(Comparison {
            left: Sum::read(left)?,
            order,
            right: Sum::read(right)?,
        })
    }

    /// The states that it speaks of.
    pub fn states(&self) -> Vec<&'static str> {
        let terms = self.left.0.iter().chain(&self.right.0);
        let atoms = terms.flat_map(|(_, factors)| factors);
        let state = |factor: &Factor| match factor.atom {
            Atom::Measure(state, _) => Some(state),
            Atom::Number(_) => None,
        };
        atoms.filter_map(state).collect()
    }

    /// Both sides, and whether they lie so; `at` gives the value of a state's measure.
    pub fn check(&self, at: &dyn Fn(&str, &str) -> f64) -> (f64, f64, bool) {
        let (left, right) = (self.left.value(at), self.right.value(at));
        let lies = match self.order {
            "<" => left < right,
            ">" => left > right,
            "<=" => left <= right,
            ">=" => left >= right,
            _ => (left - right).abs() <= ROUNDING * right.abs(),
        };
        (left, right, lies)
    }
}

impl Sum {
    /// Signs and factors stand between spaces: a minus without them belongs to its number.
    fn read(text: &'static str) -> Option<Sum> {
        let mut terms = vec![(1.0, Vec::new())];
        let mut below = false;
        for word in text.split_whitespace() {
            match word {
                "+" => terms.push((1.0, Vec::new())),
                "-" => terms.push((-1.0, Vec::new())),
                "*" => below = false,
                "/" => below = true,
                _ => {
                    let atom = Atom::read(word)?;
                    terms.last_mut()?.1.push(Factor { atom, below });
                    below = false;
                }
            }
        }
        let complete = terms.iter().all(|(_, factors)| !factors.is_empty());
        complete.then_some(Sum(terms))
    }

    fn value(&self, at: &dyn Fn(&str, &str) -> f64) -> f64 {
        let term = |(sign, factors): &(f64, Vec<Factor>)| {
            factors.iter().fold(*sign, |product, factor| {
                let value = match factor.atom {
                    Atom::Number(x) => x,
                    Atom::Measure(state, name) => at(state, name),
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

impl Atom {
    fn read(word: &'static str) -> Option<Atom> {
        if let Ok(number) = word.parse() {
            return Some(Atom::Number(number));
        }
        let (state, measure) = word.split_once('.')?;
        Some(Atom::Measure(state, measure))
    }
}

#[test]
fn comparisons_are_read_as_they_stand() {
    let at = |state: &str, measure: &str| match (state, measure) {
        ("a", "x") => 2.0,
        ("b", "x_1") => 3.0,
        _ => panic!("{state}.{measure}"),
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
        let comparison = Comparison::read(text).expect(text);
        assert_eq!(comparison.check(&at), (left, right, lies), "{text}");
    }
    for text in ["a.x", "a.x <", "a.x < y", "a.x + < 1"] {
        assert!(Comparison::read(text).is_none(), "{text}");
    }
}
