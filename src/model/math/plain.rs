//! Prints a formula as plain text, for copying, reading aloud and the command.

use super::Math::{self, *};
use super::*;

impl Math {
    /// The formula as plain text on one line.
    pub fn plain(&self) -> String {
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
        Number(text) | Name(text) | Words(text) => out.push_str(text),
        Bold(text) => out.push_str(text),
        Dots => out.push('…'),
        Prefix(sign, what) => {
            let needed = if *sign == "-" {
                SCIENTIFIC
            } else {
                APPLICATION
            };
            out.push_str(sign);
            write(out, what, needed, true);
        }
        Infix(sign, sides) => {
            let binding = Binding::of(sign);
            let [left, right] = &**sides;
            write(out, left, binding.left, follows);
            infix(out, sign, left);
            write(out, right, binding.right, binding.is_arithmetic());
        }
        Fraction(parts) => {
            write(out, &parts[0], PRODUCT, follows);
            out.push('/');
            write(out, &parts[1], APPLICATION, true);
        }
        Power(parts) => {
            write(out, &parts[0], ATOM, follows);
            match &parts[1] {
                Number(text) if text == "2" => out.push('²'),
                Number(text) if text == "3" => out.push('³'),
                exponent => {
                    out.push('^');
                    write(out, exponent, ATOM, true);
                }
            }
        }
        Index(parts) => {
            write(out, &parts[0], ATOM, follows);
            index(out, &parts[1]);
        }
        Root(what) => {
            out.push('√');
            write(out, what, ATOM, true);
        }
        Hat(what) => {
            write(out, what, ATOM, follows);
            // The letter that is printed with a hat has one of its own.
            match out.pop() {
                Some('z') => out.push('ẑ'),
                letter => out.extend(letter.into_iter().chain(['\u{302}'])),
            }
        }
        Prime(what) => {
            write(out, what, ATOM, follows);
            out.push('′');
        }
        Call(parts) => {
            write(out, &parts[0], APPLICATION, follows);
            let (signs, what) = parts[1].argument();
            fenced(out, signs, what);
        }
        Fence(signs, what) => fenced(out, *signs, what),
        Cases(cases) => {
            for (place, (value, condition)) in cases.iter().enumerate() {
                out.push_str(if place > 0 { "; " } else { "" });
                write(out, value, LIST, false);
                match condition {
                    None => out.push_str(" otherwise"),
                    Some(condition) => {
                        out.push_str(" if ");
                        write(out, condition, LIST, false);
                    }
                }
            }
        }
        Matrix(rows) => {
            for (place, row) in rows.iter().enumerate() {
                let line = if row.len() == 1 { ", " } else { "; " };
                out.push_str(if place > 0 { line } else { "" });
                for (place, cell) in row.iter().enumerate() {
                    out.push_str(if place > 0 { ", " } else { "" });
                    write(out, cell, LIST, false);
                }
            }
        }
        Display(what) => write(out, what, level, follows),
    }
}

fn fenced(out: &mut String, [open, close]: [&str; 2], what: &Math) {
    out.push_str(open);
    write(out, what, LIST, false);
    out.push_str(close);
}

fn infix(out: &mut String, sign: &str, left: &Math) {
    match sign {
        // Two letters side by side would be one name.
        "" if !matches!(left, Number(_)) => out.push('·'),
        "" | " " | "·" | "/" | "⋯" => out.push_str(sign),
        "," => out.push_str(", "),
        "where" => out.push_str("; where "),
        _ => {
            out.push(' ');
            out.push_str(sign);
            out.push(' ');
        }
    }
}

/// Digits below the line, or what else it is after a low line.
fn index(out: &mut String, index: &Math) {
    let digits = match index {
        Number(text) if text.bytes().all(|b| b.is_ascii_digit()) => text,
        _ => {
            out.push('_');
            return write(out, index, ATOM, true);
        }
    };
    let lower = |digit: u8| char::from_u32('₀' as u32 + u32::from(digit - b'0'));
    out.extend(digits.bytes().filter_map(lower));
}
