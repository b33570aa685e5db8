//! Prints a formula as TeX, for a paper or slides: what stands between `$` and `$`, with the commands of amsmath.

use super::Math::{self, *};
use super::*;

impl Math {
    /// The formula as TeX in math mode.
    pub fn tex(&self) -> String {
        let mut out = String::new();
        write(&mut out, self, LIST, false);
        out
    }
}

/// `follows` says that a sign of arithmetic stands right before it.
fn write(out: &mut String, math: &Math, level: u8, follows: bool) {
    if math.needs_parentheses(level, follows) {
        return fenced(out, ["(", ")"], math);
    }
    match math {
        Number(text) => numeral(out, text),
        Name(text) => put(out, &named(text)),
        Words(text) => words(out, "\\text", text),
        Bold(text) => words(out, "\\mathbf", text),
        Dots => put(out, sign("⋯")),
        Prefix(text, what) => {
            put(out, sign(text));
            let needed = if *text == "-" {
                SCIENTIFIC
            } else {
                APPLICATION
            };
            write(out, what, needed, true);
        }
        Infix(text, sides) => {
            let binding = Binding::of(text);
            write(out, &sides[0], binding.left, follows);
            match *text {
                "" => {}
                "," => out.push_str(", "),
                "where" => out.push_str(",\\ \\text{where }"),
                " " | "/" | "⋯" => put(out, sign(text)),
                _ => {
                    out.push(' ');
                    out.push_str(sign(text));
                    out.push(' ');
                }
            }
            write(out, &sides[1], binding.right, binding.is_arithmetic());
        }
        Fraction(parts) => {
            put(out, "\\frac");
            parts.iter().for_each(|part| braced(out, part, LIST));
        }
        Power(parts) => {
            write(out, &parts[0], ATOM, follows);
            out.push('^');
            braced(out, &parts[1], LIST);
        }
        Index(parts) => {
            write(out, &parts[0], ATOM, follows);
            out.push('_');
            braced(out, &parts[1], LIST);
        }
        Root(what) => {
            put(out, "\\sqrt");
            braced(out, what, LIST);
        }
        Hat(what) => {
            put(out, "\\hat");
            braced(out, what, ATOM);
        }
        Prime(what) => {
            write(out, what, ATOM, follows);
            out.push('\'');
        }
        Call(parts) => {
            write(out, &parts[0], APPLICATION, follows);
            let (signs, what) = parts[1].argument();
            fenced(out, signs, what);
        }
        Fence(signs, what) => fenced(out, *signs, what),
        Cases(cases) => {
            put(out, "\\begin{cases}");
            for (place, (value, condition)) in cases.iter().enumerate() {
                out.push_str(if place > 0 { " \\\\ " } else { " " });
                write(out, value, LIST, false);
                match condition {
                    None => out.push_str(" & \\text{otherwise}"),
                    Some(condition) => {
                        out.push_str(" & \\text{if }");
                        write(out, condition, LIST, false);
                    }
                }
            }
            out.push_str(" \\end{cases}");
        }
        Matrix(rows) => {
            put(out, "\\begin{matrix}");
            for (place, row) in rows.iter().enumerate() {
                out.push_str(if place > 0 { " \\\\ " } else { " " });
                for (place, cell) in row.iter().enumerate() {
                    out.push_str(if place > 0 { " & " } else { "" });
                    write(out, cell, LIST, false);
                }
            }
            out.push_str(" \\end{matrix}");
        }
        Display(what) => {
            put(out, "\\displaystyle");
            write(out, what, level, follows);
        }
    }
}

fn braced(out: &mut String, what: &Math, level: u8) {
    out.push('{');
    write(out, what, level, false);
    out.push('}');
}

fn fenced(out: &mut String, [open, close]: [&'static str; 2], what: &Math) {
    let [open, close] = match (open, close) {
        ("‖", _) => ["\\lVert", "\\rVert"],
        ("|", _) => ["\\lvert", "\\rvert"],
        _ => [open, close],
    };
    let [left, right] = match what.is_tall() {
        true => ["\\left", "\\right"],
        false => ["", ""],
    };
    put(out, left);
    put(out, open);
    write(out, what, LIST, false);
    put(out, right);
    put(out, close);
}

/// A letter behind a command would be read as part of it.
fn put(out: &mut String, text: &str) {
    let letters = out.len()
        - out
            .trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .len();
    let is_command = letters > 0 && out[..out.len() - letters].ends_with('\\');
    if is_command && text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        out.push(' ');
    }
    out.push_str(text);
}

fn sign(sign: &'static str) -> &'static str {
    match sign {
        "·" => "\\cdot",
        "≈" => "\\approx",
        "≤" => "\\le",
        "≥" => "\\ge",
        "∂" => "\\partial",
        "Δ" => "\\Delta",
        "⋯" => "\\cdots",
        _ => sign,
    }
}

fn named(text: &str) -> String {
    let command = match text {
        "σ" => "\\sigma",
        "Φ" => "\\Phi",
        "φ" => "\\varphi",
        "π" => "\\pi",
        "η" => "\\eta",
        "atan" => "\\arctan",
        "tanh" | "sin" | "cos" | "ln" | "log" | "max" | "min" => return format!("\\{text}"),
        _ if text.len() == 1 && text.bytes().all(|b| b.is_ascii_alphabetic()) => text,
        _ => {
            let mut whole = String::new();
            words(&mut whole, "\\operatorname", text);
            return whole;
        }
    };
    command.to_owned()
}

/// Words as the argument of a command.
fn words(out: &mut String, command: &str, text: &str) {
    put(out, command);
    out.push('{');
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
    }
    out.push('}');
}

/// `1.2 × 10⁻⁹` and `1.2e-9` with a power of ten as TeX writes it.
fn numeral(out: &mut String, text: &str) {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    // What is no number says so in a word.
    if text.contains(|c: char| c.is_alphabetic() && c != 'e') {
        return words(out, "\\text", text);
    }
    let spelled = text.replace('e', " × 10^");
    let mut raised = false;
    for letter in spelled.chars() {
        let digit = RAISED.chars().position(|c| c == letter);
        let plain = match (letter, digit) {
            (_, Some(digit)) => char::from_digit(digit as u32, 10).unwrap_or(letter),
            ('⁻' | '−', _) => '-',
            _ => letter,
        };
        if !raised && (digit.is_some() || letter == '⁻' || letter == '^') {
            raised = true;
            out.push_str("^{");
        }
        match plain {
            '^' => {}
            '×' => out.push_str("\\times"),
            '∞' => put(out, "\\infty"),
            '0'..='9' | '.' | '-' | '+' | ' ' => put(out, plain.encode_utf8(&mut [0; 4])),
            _ => words(out, "\\text", plain.encode_utf8(&mut [0; 4])),
        }
    }
    if raised {
        out.push('}');
    }
}
