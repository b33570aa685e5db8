//! Reads the notation in which the activations' formulas are written.
//!
//! It has numbers, names, `+ - · / ^ ² ³ √`, parentheses, `|…|`, functions, products without a sign (`2x`), relations, cases (`a if c; b otherwise`) and `where u = …`.
//! What it cannot read it passes on as words, so nothing is lost. Plain text is the same notation.

use super::Math::{self, *};
use super::*;

impl Math {
    /// The formula that a text spells.
    pub fn read(text: &str) -> Math {
        let (body, definition) = match text.split_once("; where ") {
            Some((body, definition)) => (body, Some(definition)),
            None => (text, None),
        };
        let cases: Vec<(Math, Option<Math>)> = body.split("; ").map(case).collect();
        let body = match body.contains(';') || body.contains(" if ") {
            true => Cases(cases),
            false => relation(body),
        };
        match definition {
            Some(definition) => body.then("where", relation(definition)),
            None => body,
        }
    }
}

fn case(text: &str) -> (Math, Option<Math>) {
    if let Some((value, condition)) = text.split_once(" if ") {
        return (relation(value), Some(relation(condition)));
    }
    let value = text.strip_suffix(" otherwise").unwrap_or(text);
    (relation(value), None)
}

/// A comparison, or any expression.
fn relation(text: &str) -> Math {
    let mut reader = Reader { text: text.trim() };
    let mut result = reader.sum();
    while let Some(sign) = reader.take_any(&["<", "≤", ">", "≥", "="]) {
        result = result.then(sign, reader.sum());
    }
    match reader.text {
        "" => result,
        rest => result.then(" ", Words(rest.trim_start().to_owned())),
    }
}

/// What is left to read.
struct Reader<'a> {
    text: &'a str,
}

impl<'a> Reader<'a> {
    fn take(&mut self, sign: &str) -> bool {
        match self.text.trim_start().strip_prefix(sign) {
            Some(rest) => {
                self.text = rest;
                true
            }
            None => false,
        }
    }

    fn take_any(&mut self, signs: &[&'static str]) -> Option<&'static str> {
        signs.iter().copied().find(|sign| self.take(sign))
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> &'a str {
        let text = self.text.trim_start();
        let end = text.find(|c| !keep(c)).unwrap_or(text.len());
        self.text = &text[end..];
        &text[..end]
    }

    fn peek(&self) -> Option<char> {
        self.text.trim_start().chars().next()
    }

    /// Terms with signs between them, or several such with commas between them.
    fn list(&mut self) -> Math {
        let mut result = self.sum();
        while self.take(",") {
            result = result.then(",", self.sum());
        }
        result
    }

    fn sum(&mut self) -> Math {
        let mut result = match self.take("-") {
            true => Prefix("-", Box::new(self.product())),
            false => self.product(),
        };
        while let Some(sign) = self.take_any(&["+", "-"]) {
            result = result.then(sign, self.product());
        }
        result
    }

    /// Factors; a division takes what stands side by side with no sign as its numerator and denominator.
    fn product(&mut self) -> Math {
        let mut result = self.quotient();
        while self.take("·") {
            result = result.then("·", self.quotient());
        }
        result
    }

    fn quotient(&mut self) -> Math {
        let above = self.side_by_side();
        match self.take("/") {
            true => fraction(above, self.side_by_side()),
            false => above,
        }
    }

    fn side_by_side(&mut self) -> Math {
        let mut result = self.power();
        while self
            .peek()
            .is_some_and(|c| c.is_alphabetic() || matches!(c, '(' | '√'))
            && !self.text.starts_with(' ')
        {
            result = result.then("", self.power());
        }
        result
    }

    fn power(&mut self) -> Math {
        let base = self.atom();
        match self.take_any(&["²", "³", "^"]) {
            None => base,
            Some("²") => power(base, numeral("2")),
            Some("³") => power(base, numeral("3")),
            Some(_) => power(base, self.atom()),
        }
    }

    fn atom(&mut self) -> Math {
        if self.take("(") {
            return self.until(")");
        } else if self.take("|") {
            return absolute(self.until("|"));
        } else if self.take("√") {
            return root(self.atom());
        } else if self.peek().is_some_and(|c| c.is_ascii_digit()) {
            return self.numeral();
        }
        // Raised digits are no letters of it.
        let text = self.take_while(|c| c.is_alphabetic() || c.is_ascii_digit());
        match is_function(text) && self.take("(") {
            true => call(name(text), self.until(")")),
            false => name(text),
        }
    }

    fn until(&mut self, end: &str) -> Math {
        let inside = self.list();
        self.take(end);
        inside
    }

    fn numeral(&mut self) -> Math {
        let mut numeral = self
            .take_while(|c| c.is_ascii_digit() || c == '.')
            .to_owned();
        let rest = self.text.strip_prefix('e').unwrap_or("");
        if rest.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
            self.text = rest;
            numeral.push('e');
            numeral.push_str(self.take_while(|c| c.is_ascii_digit() || c == '-'));
        }
        Number(numeral)
    }
}

fn is_function(name: &str) -> bool {
    const FUNCTIONS: [&str; 11] = [
        "σ", "Φ", "φ", "tanh", "sech", "atan", "sin", "cos", "ln", "max", "min",
    ];
    FUNCTIONS.contains(&name)
}
