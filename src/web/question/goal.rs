//! Whether a figure shows what a lesson asks for.

use activation_lab::figure::View;
use activation_lab::figure::number;
use comparison::Comparison;

/// Significant digits of what a goal is told to be now.
const DIGITS: usize = 3;

/// The value of a measure of a view, where there is one.
fn value(view: &View, name: &str) -> f64 {
    let measure = view.measures.iter().find(|measure| measure.name() == name);
    measure.and_then(|m| m.value.compared()).unwrap_or(f64::NAN)
}

/// Whether there are comparisons in these lines, and all of them hold between the measures of a view.
pub fn holds(conditions: &str, view: &View) -> bool {
    let value = |name: &&str| value(view, name);
    let mut lines = conditions.lines().peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            let read = Comparison::read(line, comparison::name);
            read.is_some_and(|comparison| comparison.check(&value).2)
        })
}

/// What is on the left of each of these comparisons as it is in a view, as the page prints numbers, with a semicolon between two; what two of them compare in a row is told once. Nothing where one has no value.
pub fn stands(conditions: &str, view: &View) -> String {
    let value = |name: &&str| value(view, name);
    let left = |line: &str| {
        let read = Comparison::read(line, comparison::name)?;
        let left = read.check(&value).0;
        (!left.is_nan()).then(|| number::plain(left, DIGITS))
    };
    let mut lines: Vec<&str> = conditions.lines().collect();
    lines.dedup_by_key(|line| line.split(['<', '>', '=']).next().map(str::trim));
    let each: Option<Vec<String>> = lines.into_iter().map(left).collect();
    each.unwrap_or_default().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use activation_lab::figure::{FIGURES, Memory, Settings, Shown, link};

    fn view(figure: &str, state: &str) -> View {
        let figure = FIGURES.iter().find(|known| known.id == figure).unwrap();
        let mut settings = Settings::defaults(figure.controls);
        link::apply(&mut settings, state);
        let draft = figure.draft(&settings, &Shown::default(), &mut Memory::default());
        draft.view
    }

    /// The sigmoid's slope is s(1 − s): a quarter at 0, and e⁻⁴ / (1 + e⁻⁴)² = 0.01766 at 4.
    #[test]
    fn all_conditions_have_to_hold() {
        let (top, flat) = (view("curves", "x=0"), view("curves", "x=4"));
        for (text, at_0, at_4) in [
            ("slope_1 < 0.02", false, true),
            ("slope_1 = 0.25", true, false),
            ("slope_1 < 0.02\nslope_1 > 0.0176", false, true),
            ("slope_1 < 0.02\nslope_1 > 0.0177", false, false),
            ("value_1 - slope_1 >= 0.25", true, true),
            ("slope_9 < 1", false, false),
            ("not a comparison", false, false),
            ("", false, false),
        ] {
            assert_eq!(
                (holds(text, &top), holds(text, &flat)),
                (at_0, at_4),
                "{text}"
            );
        }
    }

    /// What a goal is told to be now is what its comparisons compare.
    #[test]
    fn what_is_on_the_left_is_told() {
        let flat = view("curves", "x=4");
        for (text, told) in [
            ("slope_1 < 0.02", "0.0177"),
            ("slope_1 < 0.02\nvalue_1 > 0.9", "0.0177; 0.982"),
            ("slope_1 > 0.01\nslope_1 < 0.02", "0.0177"),
            ("value_1 - slope_1 >= 0.25", "0.964"),
            ("slope_9 < 1", ""),
            ("slope_1 < 0.02\nslope_9 < 1", ""),
            ("not a comparison", ""),
            ("", ""),
        ] {
            assert_eq!(stands(text, &flat), told, "{text}");
        }
    }

    /// A product with one exact 0 in it is 0, and its logarithm lies below every number.
    #[test]
    fn the_logarithm_of_nothing_lies_below_all() {
        let dead = view("decay", "activation=relu&weight=-1&depth=3");
        let measure = "log10_gradient_1";
        let known: Vec<String> = dead.measures.iter().map(|m| m.name()).collect();
        assert!(known.iter().any(|name| name == measure), "{known:?}");
        assert!(holds(&format!("{measure} < -1000"), &dead));
        assert!(!holds(&format!("{measure} > -1000"), &dead));
    }
}
