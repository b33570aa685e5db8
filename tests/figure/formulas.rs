//! Formulas as they are printed: an XML reader takes the MathML, the TeX is whole, and nothing that stands in them can end them.

use activation_lab::model::activation::{Activation, Kind};
use activation_lab::model::math::{Math, fraction, name, numeral};
use activation_lab::view::Formula;
use proptest::prelude::*;
use roxmltree::{Document, Node};

/// How many elements those hold that have their places by number.
const ARGUMENTS: [(&str, usize); 4] = [("mfrac", 2), ("msup", 2), ("msub", 2), ("mover", 2)];

const ELEMENTS: [&str; 14] = [
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msup", "msub", "mover", "msqrt",
    "mtable", "mtr",
];

/// Those of TeX, LaTeX and amsmath that the formulas use.
const COMMANDS: [&str; 42] = [
    "frac",
    "sqrt",
    "hat",
    "mathbf",
    "text",
    "operatorname",
    "begin",
    "end",
    "left",
    "right",
    "lVert",
    "rVert",
    "lvert",
    "rvert",
    "cdot",
    "cdots",
    "times",
    "approx",
    "le",
    "ge",
    "partial",
    "Delta",
    "infty",
    "sigma",
    "Phi",
    "varphi",
    "pi",
    "eta",
    "arctan",
    "tanh",
    "sin",
    "cos",
    "ln",
    "log",
    "max",
    "min",
    "displaystyle",
    "textbackslash",
    "textasciicircum",
    "textasciitilde",
    // A line of a table, a space.
    "\\",
    " ",
];

/// What must hold for every formula of every view.
pub fn check(formula: &Formula) -> Result<(), String> {
    let (mathml, tex) = (formula.math.mathml(), formula.math.tex());
    is_mathml(&mathml).map_err(|error| format!("{error}: {mathml}"))?;
    is_tex(&tex).map_err(|error| format!("{error}: {tex}"))
}

fn is_mathml(text: &str) -> Result<(), String> {
    let document = Document::parse(text).map_err(|error| error.to_string())?;
    let root = document.root_element();
    if root.tag_name().name() != "math" {
        return Err("no math".to_owned());
    }
    root.descendants()
        .filter(Node::is_element)
        .try_for_each(|node| {
            let tag = node.tag_name().name();
            let inside = node.children().filter(Node::is_element).count();
            let wanted = ARGUMENTS.iter().find(|(name, _)| *name == tag);
            let is_leaf = matches!(tag, "mi" | "mn" | "mo" | "mtext");
            let empty = is_leaf && node.text().is_none_or(str::is_empty);
            let stray = !is_leaf && node.children().any(|child| child.is_text());
            if tag != "mtd" && !ELEMENTS.contains(&tag) {
                Err(format!("unknown {tag}"))
            } else if wanted.is_some_and(|(_, count)| *count != inside) {
                Err(format!("{tag} of {inside}"))
            } else if empty || stray || is_leaf && inside > 0 {
                Err(format!("{tag} with the wrong contents"))
            } else {
                Ok(())
            }
        })
}

/// Braces and environments end in the order in which they began, and every command is known.
fn is_tex(text: &str) -> Result<(), String> {
    let mut open: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[letter.len_utf8()..];
        match letter {
            '{' => open.push("}".to_owned()),
            '}' => close(&mut open, "}")?,
            '\\' => {
                let end = rest
                    .find(|c: char| !c.is_ascii_alphabetic())
                    .unwrap_or(rest.len());
                let end = end.max(rest.chars().next().map_or(0, char::len_utf8));
                let (command, after) = rest.split_at(end);
                rest = after;
                let is_letter = matches!(command, "{" | "}" | "$" | "&" | "#" | "%" | "_");
                if !is_letter && !COMMANDS.contains(&command) {
                    return Err(format!("unknown \\{command}"));
                }
                let name = rest.split(['{', '}']).nth(1).unwrap_or_default();
                match command {
                    "begin" => open.push(name.to_owned()),
                    "left" => open.push("right".to_owned()),
                    "end" => close(&mut open, name)?,
                    "right" => close(&mut open, "right")?,
                    _ => {}
                }
                if matches!(command, "begin" | "end") {
                    rest = rest.split_once('}').map_or("", |parts| parts.1);
                }
            }
            '&' if open.iter().any(|name| name == "cases" || name == "matrix") => {}
            '$' | '#' | '%' | '&' | '~' => return Err(format!("{letter} stands free")),
            letter if !letter.is_ascii() => return Err(format!("{letter} is no letter of TeX")),
            _ => {}
        }
    }
    match open.as_slice() {
        [] => Ok(()),
        left => Err(format!("not closed: {left:?}")),
    }
}

fn close(open: &mut Vec<String>, name: &str) -> Result<(), String> {
    match open.pop() {
        Some(last) if last == name => Ok(()),
        last => Err(format!("{name} ends {last:?}")),
    }
}

#[test]
fn broken_markup_is_caught() {
    for wrong in [
        "<math><mi>x</math>",
        "<math><mi>x < y</mi></math>",
        "<math><mo>&</mo></math>",
        "<math><mfrac><mi>x</mi></mfrac></math>",
        "<math><mi></mi></math>",
        "<math><mrow>x</mrow></math>",
        "<math><script>x</script></math>",
        "<mi>x</mi>",
    ] {
        assert!(is_mathml(wrong).is_err(), "{wrong}");
    }
    for wrong in [
        r"\frac{x}{y",
        r"\foo x",
        r"100 %",
        r"\left(x",
        r"\begin{cases} x & y \end{matrix}",
        "x & y",
        r"\eta·x",
        r"x}",
    ] {
        assert!(is_tex(wrong).is_err(), "{wrong}");
    }
    assert_eq!(
        is_mathml("<math><msup><mi>x</mi><mn>2</mn></msup></math>"),
        Ok(())
    );
    assert_eq!(
        is_tex(r"\left(\begin{matrix} x & 2 \\ 3 & 4 \end{matrix}\right)"),
        Ok(())
    );
}

#[test]
fn json_has_all_three_prints() {
    let line = Formula {
        label: "Half".to_owned(),
        math: fraction(name("x"), numeral("2")),
    };
    let expected = serde_json::json!({
        "label": "Half",
        "mathml": "<math><mfrac><mi>x</mi><mn>2</mn></mfrac></math>",
        "text": "x/2",
        "tex": r"\frac{x}{2}",
    });
    assert_eq!(serde_json::to_value(&line).expect("JSON"), expected);
}

/// Back from the argument of `\text`, by TeX's own names of its letters.
fn untexed(text: &str) -> String {
    let inside = text
        .strip_prefix("\\text{")
        .and_then(|text| text.strip_suffix('}'));
    let mut plain = inside.expect(text).to_owned();
    // The longest first, and the backslash last, by way of a letter that no text here has.
    for (command, letter) in [
        ("\\textbackslash{}", "\u{1}"),
        ("\\textasciicircum{}", "^"),
        ("\\textasciitilde{}", "~"),
        ("\\{", "{"),
        ("\\}", "}"),
        ("\\$", "$"),
        ("\\&", "&"),
        ("\\#", "#"),
        ("\\%", "%"),
        ("\\_", "_"),
    ] {
        plain = plain.replace(command, letter);
    }
    assert!(!plain.contains('\\'), "{plain}");
    plain.replace('\u{1}', "\\")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// An XML reader reads what was said, whatever was said and wherever in a formula.
    #[test]
    fn whatever_is_said_stays_what_it_is(text in r#"[a-z <>&"'%_^~{}$#\\;ẑ·é-]{1,12}"#) {
        let leaves = [Math::Words(text.clone()), Math::Name(text.clone()), Math::Number(text.clone())];
        for leaf in leaves {
            // A hyphen in mathematics is a minus.
            let said = match leaf {
                Math::Words(_) => text.clone(),
                _ => text.replace('-', "−"),
            };
            let whole = leaf.then("+", Math::Hat(Box::new(Math::Bold("W"))));
            let mathml = whole.mathml();
            let document = Document::parse(&mathml).expect(&mathml);
            let first = document.root_element().first_element_child().expect("an element");
            // What begins with a sign is no other thing for it: nothing stands before it.
            prop_assert_eq!(first.text(), Some(said.as_str()));
            prop_assert_eq!(is_mathml(&mathml), Ok(()));
        }
    }

    /// The formulas of all activations, whatever their parameters.
    #[test]
    fn formulas_of_activations_are_whole(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        values in prop::array::uniform2(prop_oneof![0.0..3.0, Just(0.0), Just(1.0), Just(1.5e-7), Just(1e20)]),
    ) {
        let parameters = kind.parameters().iter().zip(values);
        let activation = parameters.fold(Activation::new(kind), |activation, (parameter, value)| {
            activation.with(parameter.id, value).unwrap_or(activation)
        });
        for math in [activation.formula(), activation.derivative_formula()] {
            let label = String::new();
            prop_assert_eq!(check(&Formula { label, math }), Ok(()));
        }
    }

    #[test]
    fn words_in_tex_can_be_read_back(text in r#"[a-z <>&"'%_^~{}$#\\;-]{1,12}"#) {
        let tex = Math::Words(text.clone()).tex();
        prop_assert_eq!(is_tex(&tex), Ok(()));
        prop_assert_eq!(untexed(&tex), text);
    }
}
