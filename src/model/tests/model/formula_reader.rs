//! Reads the printed formulas; shares no code with the typesetter or the model.

use num_dual::{Dual2_64, DualNum};

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
pub fn evaluate(formula: &str, x: f64) -> Dual2_64 {
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
