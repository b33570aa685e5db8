//! Formulas as trees: what is printed as plain text is read as the same formula, by the rules of school.

use crate::plain_reader::{Field, apply, read};
use model::activation::{Activation, Kind};
use model::math::{Math, absolute, call, fraction, indexed, joined, name, numeral, power, root};
use proptest::prelude::*;

fn leaf() -> impl Strategy<Value = Math> {
    prop_oneof![
        4 => (0..40u32).prop_map(|n| numeral(&n.to_string())),
        2 => (1..9u32).prop_map(|n| numeral(&format!("−{n}"))),
        1 => (1..9u32, 0..3usize).prop_map(|(n, at)| {
            numeral(&format!("{n} × 10{}", ["⁵", "⁻²", "⁻¹⁴"][at]))
        }),
        3 => prop::sample::select(vec!["x", "y", "z"]).prop_map(name),
        1 => (1..20usize).prop_map(|n| indexed("w", n)),
    ]
}

/// Trees of arithmetic; functions, powers and roots among them.
fn arithmetic() -> impl Strategy<Value = Math> {
    leaf().prop_recursive(6, 40, 2, |inner| {
        let sign = prop::sample::select(vec!["+", "-", "·", "/", ""]);
        let two = (inner.clone(), inner.clone());
        prop_oneof![
            6 => (two.clone(), sign).prop_map(|((a, b), sign)| match sign {
                // A number behind something without a sign would be more of it.
                "" => Math::then(a, "", call(name("f"), b)),
                sign => a.then(sign, b),
            }),
            2 => two.clone().prop_map(|(a, b)| fraction(a, b)),
            2 => two.prop_map(|(a, b)| power(a, b)),
            1 => inner.clone().prop_map(|a| power(a, numeral("2"))),
            1 => inner.clone().prop_map(|a| Math::Prefix("-", Box::new(a))),
            1 => inner.clone().prop_map(root),
            1 => inner.clone().prop_map(|a| call(name("f"), a)),
            1 => inner.prop_map(absolute),
        ]
    })
}

/// What a tree is worth, node by node. Where it says `apply`, any function will do as long as it is the same for the reader.
fn value(math: &Math) -> Field {
    let both = |parts: &[Math; 2]| (value(&parts[0]), value(&parts[1]));
    match math {
        Math::Number(_) | Math::Name(_) | Math::Index(_) => read(&math.plain()),
        Math::Prefix(_, what) => Field::of(0) - value(what),
        Math::Infix(sign, sides) => {
            let (a, b) = both(sides);
            match *sign {
                "+" => a + b,
                "-" => a - b,
                "/" => a / b,
                _ => a * b,
            }
        }
        Math::Fraction(parts) => {
            let (a, b) = both(parts);
            a / b
        }
        Math::Power(parts) => {
            let (a, b) = both(parts);
            apply("^", a, b)
        }
        Math::Root(what) => apply("√", value(what), Field::of(0)),
        Math::Call(parts) => apply("f", value(&parts[1]), Field::of(0)),
        Math::Fence(_, what) => apply("|", value(what), Field::of(0)),
        _ => panic!("no arithmetic: {math:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    /// Whatever is nested in whatever, the parentheses that stand there are enough. In a finite field nothing is rounded.
    #[test]
    fn plain_text_has_the_value_of_the_tree(math in arithmetic()) {
        prop_assert_eq!(read(&math.plain()), value(&math), "{}", math.plain());
    }
}

/// Without the parentheses the value is another, so that the test above can fail.
#[test]
fn a_forgotten_parenthesis_is_noticed() {
    let sum = || name("x").then("+", name("y"));
    for (tree, wrong) in [
        (sum().then("·", numeral("3")), "x + y·3"),
        (name("z").then("-", sum()), "z - x + y"),
        (fraction(name("z"), name("x").then("·", name("y"))), "z/x·y"),
        (power(numeral("−3"), numeral("2")), "−3²"),
        (power(name("x"), sum()), "x^x + y"),
        (root(sum()), "√x + y"),
        (
            numeral("7").then("·", fraction(numeral("1"), numeral("2 × 10⁵"))),
            "7·1/2 × 10⁵",
        ),
    ] {
        assert_eq!(read(&tree.plain()), value(&tree), "{}", tree.plain());
        assert_ne!(read(wrong), value(&tree), "{wrong}");
    }
}

/// What needs none has none.
#[test]
fn parentheses_are_not_set_for_nothing() {
    let product = |a: &str, b: &str| numeral(a).then("·", numeral(b));
    let terms = vec![product("−3", "2"), product("−3", "2"), numeral("−1")];
    assert_eq!(joined("+", terms).plain(), "−3·2 + (−3)·2 + (−1)");
    let rate = product("0.1", "2 × 10⁻⁶");
    assert_eq!(fraction(rate, numeral("4")).plain(), "0.1·(2 × 10⁻⁶)/4");
    let chain = name("a")
        .then("=", numeral("−1"))
        .then("≈", numeral("2 × 10⁻⁶"));
    assert_eq!(chain.plain(), "a = −1 ≈ 2 × 10⁻⁶");
    let slope = fraction(name("x").then("+", name("y")), numeral("2"));
    assert!(!slope.mathml().contains('('), "{}", slope.mathml());
    assert_eq!(slope.tex(), r"\frac{x + y}{2}");
}

/// Plain text is the notation that is read: printing and reading again changes nothing.
#[test]
fn what_is_printed_is_read_as_the_same_tree() {
    for kind in Kind::ALL {
        let activation = Activation::new(*kind);
        for formula in [activation.formula(), activation.derivative_formula()] {
            let printed = formula.plain();
            assert_eq!(Math::read(&printed), formula, "{printed}");
            assert!(!format!("{formula:?}").contains("Words"), "{formula:?}");
        }
    }
    // The letter of a power is one letter, and slanted.
    let raised = "<math><msup><mi>x</mi><mn>3</mn></msup></math>";
    assert_eq!(Math::read("x³").mathml(), raised);
    // What is no formula is kept as words.
    assert_eq!(Math::read("x ? y").plain(), "x ? y");
}

#[test]
fn tex_reads_well() {
    let tex = |name: &str| name.parse::<Activation>().expect(name).formula().tex();
    assert_eq!(tex("sigmoid"), r"\frac{1}{1 + e^{-x}}");
    assert_eq!(
        tex("leaky_relu"),
        r"\begin{cases} x & \text{if }x > 0 \\ 0.01x & \text{otherwise} \end{cases}"
    );
    assert_eq!(
        tex("gelu_tanh"),
        r"\frac{x}{2} \cdot (1 + \tanh(\sqrt{\frac{2}{\pi}} \cdot (x + 0.044715x^{3})))"
    );
    assert_eq!(
        tex("hard_sigmoid"),
        r"\min\left(\max\left(0, \frac{x}{6} + \frac{1}{2}\right), 1\right)"
    );
    let product = numeral("1.2 × 10⁻⁹").then("·", numeral("−3"));
    assert_eq!(product.tex(), r"(1.2 \times 10^{-9}) \cdot (-3)");
    assert_eq!(
        numeral("1.5e-7").then("", name("x")).tex(),
        r"1.5 \times 10^{-7}x"
    );
    assert_eq!(numeral("−∞").tex(), r"-\infty");
    assert_eq!(numeral("undefined").tex(), r"\text{undefined}");
    assert_eq!(name("η").then("", name("x")).tex(), r"\eta x");
    assert_eq!(
        Math::Words(r"a_b & 5 % of {x^2} ~ $#\".to_owned()).tex(),
        r"\text{a\_b \& 5 \% of \{x\textasciicircum{}2\} \textasciitilde{} \$\#\textbackslash{}}"
    );
    assert_eq!(name("a_b").tex(), r"\operatorname{a\_b}");
}
