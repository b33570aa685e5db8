//! The formulas a reader sees, evaluated as written and differentiated by dual numbers, against the functions themselves.
//!
//! The reader below shares no code with the typesetter or the model; it knows the notation only.

use activation_lab::model::activation::{Activation, Kind};
use num_dual::{Dual2_64, DualNum};
use proptest::prelude::*;

/// A formula being read at one point, in second-order dual numbers.
struct Reader<'a> {
    text: &'a str,
    x: Dual2_64,
    /// The abbreviation after `where`.
    letter: Option<(&'a str, Dual2_64)>,
}

fn constant(value: f64) -> Dual2_64 {
    Dual2_64::from_re(value)
}

/// The value of a formula text with its derivatives at `x`.
fn evaluate(formula: &str, x: f64) -> Dual2_64 {
    let x = Dual2_64::from_re(x).derivative();
    let (body, letter) = match formula.split_once("; where ") {
        None => (formula, None),
        Some((body, definition)) => {
            let (name, text) = definition.split_once(" = ").expect(formula);
            (body, Some((name, read(text, x, None))))
        }
    };
    for case in body.split("; ") {
        if let Some(value) = case.strip_suffix(" otherwise") {
            return read(value, x, letter);
        }
        match case.split_once(" if ") {
            None => return read(case, x, letter),
            Some((value, condition)) if holds(condition, x) => return read(value, x, letter),
            Some(_) => {}
        }
    }
    panic!("no case of {formula} holds at {x}");
}

fn read(text: &str, x: Dual2_64, letter: Option<(&str, Dual2_64)>) -> Dual2_64 {
    let mut reader = Reader { text, x, letter };
    let result = reader.sum();
    assert_eq!(reader.text, "", "left over of {text}");
    result
}

fn holds(condition: &str, x: Dual2_64) -> bool {
    let mut reader = Reader {
        text: condition,
        x,
        letter: None,
    };
    let mut left = reader.sum();
    let mut all = true;
    while !reader.text.is_empty() {
        let sign = ["<", "≤", ">", "≥"]
            .into_iter()
            .find(|sign| reader.take(sign))
            .expect(condition);
        let right = reader.sum();
        all &= match sign {
            "<" => left.re < right.re,
            "≤" => left.re <= right.re,
            ">" => left.re > right.re,
            _ => left.re >= right.re,
        };
        left = right;
    }
    all
}

impl Reader<'_> {
    fn take(&mut self, sign: &str) -> bool {
        let rest = self.text.trim_start().strip_prefix(sign);
        self.text = rest.unwrap_or(self.text);
        rest.is_some()
    }

    fn sum(&mut self) -> Dual2_64 {
        let mut total = if self.take("-") {
            -self.product()
        } else {
            self.product()
        };
        loop {
            if self.take("+") {
                total += self.product();
            } else if self.take("-") {
                total -= self.product();
            } else {
                return total;
            }
        }
    }

    fn product(&mut self) -> Dual2_64 {
        let mut total = self.juxtaposed();
        loop {
            if self.take("·") {
                total *= self.juxtaposed();
            } else if self.take("/") {
                total /= self.juxtaposed();
            } else {
                return total;
            }
        }
    }

    fn juxtaposed(&mut self) -> Dual2_64 {
        let mut total = self.power();
        while self
            .text
            .starts_with(|c: char| c.is_alphabetic() || c == '(' || c == '√')
        {
            total *= self.power();
        }
        total
    }

    fn power(&mut self) -> Dual2_64 {
        let start = self.text.trim_start();
        let base = self.atom();
        if self.take("²") {
            base.powi(2)
        } else if self.take("³") {
            base.powi(3)
        } else if self.take("^") {
            assert!(start.starts_with('e'), "only e has other powers");
            self.atom().exp()
        } else {
            base
        }
    }

    fn atom(&mut self) -> Dual2_64 {
        if self.take("(") {
            return self.until(")");
        } else if self.take("|") {
            let inside = self.until("|");
            return if inside.re < 0.0 { -inside } else { inside };
        } else if self.take("√") {
            return self.atom().sqrt();
        }
        let text = self.text.trim_start();
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.numeral();
        }
        let end = text
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        self.text = rest;
        match (name, self.letter) {
            ("x", _) => self.x,
            ("e", _) => constant(std::f64::consts::E),
            ("π", _) => constant(std::f64::consts::PI),
            (name, Some((letter, value))) if name == letter => value,
            _ => self.function(name),
        }
    }

    fn until(&mut self, end: &str) -> Dual2_64 {
        let inside = self.sum();
        assert!(self.take(end), "no {end} in {}", self.text);
        inside
    }

    fn numeral(&mut self) -> Dual2_64 {
        let text = self.text.trim_start();
        let plain = text
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(text.len());
        let digits = |c: char| c.is_ascii_digit() || c == '-';
        let end = match text[plain..].strip_prefix('e') {
            Some(rest) if rest.starts_with(digits) => {
                plain + 1 + rest.find(|c: char| !digits(c)).unwrap_or(rest.len())
            }
            _ => plain,
        };
        self.text = &text[end..];
        constant(text[..end].parse().expect(text))
    }

    fn function(&mut self, name: &str) -> Dual2_64 {
        assert!(self.take("("), "unknown name {name}");
        let first = self.sum();
        let second = self.take(",").then(|| self.sum());
        assert!(self.take(")"));
        let one = constant(1.0);
        match (name, second) {
            ("max", Some(second)) => {
                if first.re >= second.re {
                    first
                } else {
                    second
                }
            }
            ("min", Some(second)) => {
                if first.re <= second.re {
                    first
                } else {
                    second
                }
            }
            ("tanh", None) => first.tanh(),
            ("sech", None) => first.cosh().recip(),
            ("atan", None) => first.atan(),
            ("sin", None) => first.sin(),
            ("cos", None) => first.cos(),
            ("ln", None) => first.ln(),
            ("σ", None) => (one + (-first).exp()).recip(),
            ("φ", None) => normal_density(first),
            ("Φ", None) => {
                let t = first.re;
                let density = normal_density(constant(t)).re;
                let value = 0.5 * libm::erfc(-t / std::f64::consts::SQRT_2);
                // The chain rule by hand: Φ' = φ, Φ'' = -t·φ.
                let second = density * first.v2 - t * density * first.v1 * first.v1;
                Dual2_64::new(value, density * first.v1, second)
            }
            _ => panic!("unknown function {name}"),
        }
    }
}

fn normal_density(t: Dual2_64) -> Dual2_64 {
    let peak = 1.0 / (2.0 * std::f64::consts::PI).sqrt();
    (t * t * -0.5).exp() * peak
}

/// Formulas as written cancel where the model does not: for |x| ≤ 8 the worst, 1 - tanh² and its like, keep 16 - 7 = 9 digits of values near 1.
const TOLERANCE: f64 = 1e-9;

/// Parameters with few digits, so that the formula shows all of them.
fn activations() -> impl Strategy<Value = Activation> {
    let kinds = proptest::sample::select(Kind::ALL.to_vec());
    (kinds, 1..40_u32, 1..40_u32).prop_map(|(kind, p, q)| {
        let values = [f64::from(p) / 16.0, f64::from(q) / 16.0];
        let parameters = kind.parameters().iter().zip(values);
        parameters.fold(Activation::new(kind), |activation, (parameter, value)| {
            activation.with(parameter.id, value).expect(parameter.id)
        })
    })
}

fn near_a_kink(activation: &Activation, x: f64) -> bool {
    // Softsign's f'' and the like jump at 0 though f' does not.
    let mut kinks = activation.kinks();
    kinks.push(0.0);
    kinks.iter().any(|kink| (x - kink).abs() < 1e-6)
}

#[track_caller]
fn close(
    what: &str,
    activation: &Activation,
    x: f64,
    ours: f64,
    formula: f64,
) -> Result<(), TestCaseError> {
    let scale = formula.abs().max(1.0);
    prop_assert!(
        (ours - formula).abs() <= TOLERANCE * scale,
        "{what} of {activation} at {x}: {ours}, by its formula {formula}"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn functions_do_what_their_formulas_say(activation in activations(), x in -8.0..8.0_f64) {
        prop_assume!(!near_a_kink(&activation, x));
        let formula = evaluate(&activation.formula_text(), x);
        close("f", &activation, x, activation.value(x), formula.re)?;
        close("f'", &activation, x, activation.derivative(x), formula.v1)?;
        close("f''", &activation, x, activation.second_derivative(x), formula.v2)?;
        let slope = evaluate(&activation.derivative_text(), x);
        close("f' as printed", &activation, x, activation.derivative(x), slope.re)?;
        close("f'' from f' as printed", &activation, x, activation.second_derivative(x), slope.v1)?;
    }

    /// Every element that is opened is closed, in order, and nothing is passed on unread.
    #[test]
    fn mathml_is_well_formed(activation in activations()) {
        for markup in [activation.formula_mathml(), activation.derivative_mathml()] {
            let mut open = Vec::new();
            for tag in markup.split('<').skip(1) {
                let (tag, _) = tag.split_once('>').expect(&markup);
                match tag.strip_prefix('/') {
                    Some(name) => prop_assert_eq!(open.pop(), Some(name)),
                    None => open.push(tag.split(' ').next().unwrap_or(tag)),
                }
            }
            prop_assert!(open.is_empty());
            for passage in markup.split("<mtext>").skip(1) {
                let text = passage.split('<').next().unwrap_or("");
                let known = ["if&#xa0;", "otherwise", ",&#xa0;where&#xa0;"];
                prop_assert!(known.contains(&text), "{text} in {markup}");
            }
        }
    }
}

/// The convention at a kink is part of the printed derivative.
#[test]
fn printed_derivatives_hold_at_kinks() {
    for kind in Kind::ALL {
        let activation = Activation::new(*kind);
        for kink in activation.kinks() {
            let printed = evaluate(&activation.derivative_text(), kink).re;
            // Digits of a parameter may be rounded in print (SELU).
            let off = (printed - activation.derivative(kink)).abs();
            assert!(off < 1e-4, "{activation} at {kink}: printed {printed}");
        }
    }
}

#[test]
fn a_wrong_formula_is_noticed() {
    let relu: Activation = "relu".parse().expect("relu");
    let wrong = evaluate("x if x > -1; 0 otherwise", -0.5).re;
    assert!(close("f", &relu, -0.5, relu.value(-0.5), wrong).is_err());
}

#[test]
fn formulas_read_well() {
    let text = |name: &str| name.parse::<Activation>().expect(name).formula_text();
    assert_eq!(text("leaky_relu"), "x if x > 0; 0.01x otherwise");
    assert_eq!(text("elu"), "x if x > 0; e^x - 1 otherwise");
    assert_eq!(
        text("celu(alpha=0.5)"),
        "x if x > 0; 0.5(e^(x/0.5) - 1) otherwise"
    );
    assert_eq!(text("snake(a=2)"), "x + sin(2x)²/2");
    assert_eq!(text("silu"), "x·σ(x)");
    let markup = "leaky_relu"
        .parse::<Activation>()
        .expect("leaky_relu")
        .formula_mathml();
    assert_eq!(
        markup,
        "<mrow><mo>{</mo><mtable columnalign=\"left left\">\
         <mtr><mtd><mrow><mi>x</mi></mrow></mtd><mtd><mtext>if&#xa0;</mtext><mrow><mi>x</mi><mo>&gt;</mo><mn>0</mn></mrow></mtd></mtr>\
         <mtr><mtd><mrow><mn>0.01</mn><mo>&#x2062;</mo><mi>x</mi></mrow></mtd><mtd><mtext>otherwise</mtext></mtd></mtr>\
         </mtable></mrow>"
    );
}
