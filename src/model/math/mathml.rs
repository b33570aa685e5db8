//! Prints a formula as presentation MathML.

use super::Math::{self, *};
use super::*;

impl Math {
    /// The formula as one `<math>` element.
    pub fn mathml(&self) -> String {
        let mut out = String::from("<math>");
        write(&mut out, self, LIST, false);
        out.push_str("</math>");
        out
    }
}

/// One element or several; `follows` says that a sign of arithmetic stands right before it.
fn write(out: &mut String, math: &Math, level: u8, follows: bool) {
    if math.needs_parentheses(level, follows) {
        return fenced(out, ["(", ")"], math);
    }
    match math {
        Number(text) => element(out, "mn", text),
        Name(text) => element(out, "mi", text),
        Words(text) => element(out, "mtext", text),
        Bold(text) => {
            out.push_str("<mi mathvariant=\"bold\">");
            escaped(out, "mi", text);
            out.push_str("</mi>");
        }
        Dots => element(out, "mo", "⋯"),
        // Within a row of its own it is first, and so has no room before it.
        Prefix(sign, what) => inside(out, "mrow", |out| match *sign {
            "-" => {
                element(out, "mo", sign);
                write(out, what, SCIENTIFIC, true);
            }
            _ => {
                let tag = if *sign == "Δ" { "mi" } else { "mo" };
                element(out, tag, sign);
                write(out, what, APPLICATION, true);
            }
        }),
        Infix(sign, sides) => {
            let binding = Binding::of(sign);
            write(out, &sides[0], binding.left, follows);
            match *sign {
                "" => out.push_str("<mo>&#x2062;</mo>"),
                " " => out.push_str("<mspace width=\"0.2em\"/>"),
                "where" => out.push_str("<mtext>,&#xa0;where&#xa0;</mtext>"),
                _ => element(out, "mo", sign),
            }
            write(out, &sides[1], binding.right, binding.is_arithmetic());
        }
        Fraction(parts) => inside(out, "mfrac", |out| {
            parts.iter().for_each(|part| one(out, part, LIST));
        }),
        Power(parts) => inside(out, "msup", |out| {
            match &parts[0] {
                Prime(what) => inside(out, "mrow", |out| {
                    one(out, what, ATOM);
                    element(out, "mo", "′");
                }),
                base => one(out, base, ATOM),
            }
            one(out, &parts[1], LIST);
        }),
        Index(parts) => inside(out, "msub", |out| {
            one(out, &parts[0], ATOM);
            one(out, &parts[1], LIST);
        }),
        Root(what) => inside(out, "msqrt", |out| write(out, what, LIST, false)),
        Hat(what) => inside(out, "mover", |out| {
            one(out, what, ATOM);
            element(out, "mo", "^");
        }),
        Prime(what) => inside(out, "msup", |out| {
            one(out, what, ATOM);
            element(out, "mo", "′");
        }),
        Call(parts) => inside(out, "mrow", |out| {
            write(out, &parts[0], APPLICATION, false);
            out.push_str("<mo>&#x2061;</mo>");
            let (signs, what) = parts[1].argument();
            fenced(out, signs, what);
        }),
        Fence(signs, what) => fenced(out, *signs, what),
        Cases(cases) => inside(out, "mrow", |out| {
            out.push_str("<mo>{</mo><mtable columnalign=\"left left\">");
            for (value, condition) in cases {
                inside(out, "mtr", |out| {
                    inside(out, "mtd", |out| write(out, value, LIST, false));
                    inside(out, "mtd", |out| match condition {
                        None => element(out, "mtext", "otherwise"),
                        Some(condition) => {
                            out.push_str("<mtext>if&#xa0;</mtext>");
                            one(out, condition, LIST);
                        }
                    });
                });
            }
            out.push_str("</mtable>");
        }),
        Matrix(rows) => inside(out, "mtable", |out| {
            for row in rows {
                inside(out, "mtr", |out| {
                    for cell in row {
                        inside(out, "mtd", |out| write(out, cell, LIST, false));
                    }
                });
            }
        }),
        Display(what) => {
            out.push_str("<mrow displaystyle=\"true\">");
            write(out, what, level, follows);
            out.push_str("</mrow>");
        }
    }
}

/// The same as exactly one element.
fn one(out: &mut String, math: &Math, level: u8) {
    match math {
        Infix(..) if !math.needs_parentheses(level, false) => {
            inside(out, "mrow", |out| write(out, math, level, false));
        }
        _ => write(out, math, level, false),
    }
}

fn fenced(out: &mut String, signs: [&str; 2], what: &Math) {
    let open = match what.is_tall() {
        true => "<mo>",
        false => "<mo stretchy=\"false\">",
    };
    let sign = |out: &mut String, sign: &str| {
        out.push_str(open);
        out.push_str(sign);
        out.push_str("</mo>");
    };
    inside(out, "mrow", |out| {
        sign(out, signs[0]);
        write(out, what, LIST, false);
        sign(out, signs[1]);
    });
}

fn element(out: &mut String, tag: &str, text: &str) {
    open(out, tag);
    escaped(out, tag, text);
    close(out, tag);
}

fn inside(out: &mut String, tag: &str, contents: impl FnOnce(&mut String)) {
    open(out, tag);
    contents(out);
    close(out, tag);
}

fn open(out: &mut String, tag: &str) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
}

fn close(out: &mut String, tag: &str) {
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

/// A hyphen is a minus, but for one in words.
fn escaped(out: &mut String, tag: &str, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '-' if tag != "mtext" => out.push('−'),
            _ => out.push(letter),
        }
    }
}
