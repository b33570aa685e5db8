//! Typesets the formulas of this module as presentation MathML.
//!
//! The text has numbers, names, `+ - · / ^ ² ³ √`, parentheses, `|…|`, functions, products without a sign (`2x`), relations, cases (`a if c; b otherwise`) and `where u = …`.
//! What it cannot read it passes on as plain text, so nothing is lost.

/// The contents of a `<math>` element for a formula.
pub(super) fn typeset(formula: &str) -> String {
    let mut cases = Vec::new();
    let mut abbreviation = String::new();
    for piece in formula.split("; ") {
        if let Some(definition) = piece.strip_prefix("where ") {
            abbreviation = format!("{}{}", phrase(", where "), relation(definition));
        } else if let Some(value) = piece.strip_suffix(" otherwise") {
            cases.push((relation(value), phrase("otherwise")));
        } else if let Some((value, condition)) = piece.split_once(" if ") {
            cases.push((relation(value), phrase("if ") + &relation(condition)));
        } else {
            cases.push((relation(piece), String::new()));
        }
    }
    match cases.as_slice() {
        [(value, condition)] if condition.is_empty() => row(&(value.clone() + &abbreviation)),
        _ => table(&cases),
    }
}

fn table(cases: &[(String, String)]) -> String {
    let rows: String = cases
        .iter()
        .map(|(value, condition)| format!("<mtr><mtd>{value}</mtd><mtd>{condition}</mtd></mtr>"))
        .collect();
    row(&format!(
        "<mo>{{</mo><mtable columnalign=\"left left\">{rows}</mtable>"
    ))
}

/// A comparison, or any expression.
fn relation(text: &str) -> String {
    let mut reader = Reader { text: text.trim() };
    let mut result = reader.sum();
    while let Some(sign) = reader.take_any(&["<", "≤", ">", "≥", "="]) {
        result += &operator(&escape(sign));
        result += &reader.sum();
    }
    if !reader.text.is_empty() {
        result += &phrase(reader.text);
    }
    row(&result)
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

    /// Terms with signs between them.
    fn sum(&mut self) -> String {
        let mut result = String::new();
        if self.take("-") {
            result += &operator("−");
        }
        result += &self.product();
        while let Some(sign) = self.take_any(&["+", "-"]) {
            result += &operator(if sign == "-" { "−" } else { sign });
            result += &self.product();
        }
        result
    }

    /// Factors; a division takes what stands side by side with no sign as its numerator and denominator.
    fn product(&mut self) -> String {
        let mut result = String::new();
        loop {
            let numerator = self.side_by_side();
            if self.take("/") {
                let denominator = self.side_by_side();
                result += &format!("<mfrac>{}{}</mfrac>", bare(&numerator), bare(&denominator));
            } else {
                result += &numerator.join("<mo>&#x2062;</mo>");
            }
            if !self.take("·") {
                return result;
            }
            result += &operator("·");
        }
    }

    fn side_by_side(&mut self) -> Vec<String> {
        let mut factors = vec![self.power()];
        while self
            .peek()
            .is_some_and(|c| c.is_alphabetic() || matches!(c, '(' | '√'))
            && !self.text.starts_with(' ')
        {
            factors.push(self.power());
        }
        factors
    }

    fn power(&mut self) -> String {
        let base = self.atom();
        let exponent = match self.take_any(&["²", "³", "^"]) {
            None => return base,
            Some("²") => number("2"),
            Some("³") => number("3"),
            Some(_) => bare(&[self.atom()]),
        };
        format!("<msup>{}{exponent}</msup>", row(&base))
    }

    fn atom(&mut self) -> String {
        if self.take("(") {
            return self.parenthesised();
        } else if self.take("|") {
            let inside = self.sum();
            self.take("|");
            return format!(
                "<mrow><mo stretchy=\"false\">|</mo>{inside}<mo stretchy=\"false\">|</mo></mrow>"
            );
        } else if self.take("√") {
            return format!("<msqrt>{}</msqrt>", bare(&[self.atom()]));
        } else if self.peek().is_some_and(|c| c.is_ascii_digit()) {
            return number(&self.numeral());
        }
        let name = self.take_while(char::is_alphanumeric);
        let symbol = format!("<mi>{name}</mi>");
        if name.is_empty() || !is_function(name) || !self.take("(") {
            return symbol;
        }
        format!(
            "<mrow>{symbol}<mo>&#x2061;</mo>{}</mrow>",
            self.parenthesised()
        )
    }

    /// What follows an opening parenthesis, arguments separated by commas.
    fn parenthesised(&mut self) -> String {
        let mut inside = self.sum();
        while self.take(",") {
            inside += "<mo separator=\"true\">,</mo>";
            inside += &self.sum();
        }
        self.take(")");
        format!("{OPEN}{inside}{CLOSE}")
    }

    fn numeral(&mut self) -> String {
        let mantissa = self.take_while(|c| c.is_ascii_digit() || c == '.');
        let mut numeral = mantissa.to_owned();
        let rest = self.text.strip_prefix('e').unwrap_or("");
        if rest.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
            self.text = rest;
            let sign = if self.take("-") { "−" } else { "" };
            let digits = self.take_while(|c| c.is_ascii_digit());
            numeral += &format!("e{sign}{digits}");
        }
        numeral
    }
}

const OPEN: &str = "<mrow><mo stretchy=\"false\">(</mo>";
const CLOSE: &str = "<mo stretchy=\"false\">)</mo></mrow>";

/// Factors as one element, without the parentheses that a fraction bar, a root or an exponent makes needless.
fn bare(factors: &[String]) -> String {
    if let [single] = factors {
        let inside = single
            .strip_prefix(OPEN)
            .and_then(|s| s.strip_suffix(CLOSE));
        return row(inside.unwrap_or(single));
    }
    row(&factors.join("<mo>&#x2062;</mo>"))
}

fn is_function(name: &str) -> bool {
    const FUNCTIONS: [&str; 11] = [
        "σ", "Φ", "φ", "tanh", "sech", "atan", "sin", "cos", "ln", "max", "min",
    ];
    FUNCTIONS.contains(&name)
}

fn row(contents: &str) -> String {
    format!("<mrow>{contents}</mrow>")
}

fn number(text: &str) -> String {
    format!("<mn>{text}</mn>")
}

fn operator(sign: &str) -> String {
    format!("<mo>{sign}</mo>")
}

fn phrase(text: &str) -> String {
    let spaced = escape(text).replace(' ', "&#xa0;");
    format!("<mtext>{spaced}</mtext>")
}

fn escape(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}
