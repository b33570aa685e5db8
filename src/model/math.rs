//! A formula as a tree, which is written once and printed as MathML, as plain text and as TeX.
//!
//! ```
//! use model::math::{call, fraction, name, numeral};
//!
//! let sigmoid = fraction(numeral("1"), numeral("1").then("+", call(name("f"), name("x"))));
//! assert_eq!(sigmoid.plain(), "1/(1 + f(x))");
//! assert_eq!(sigmoid.tex(), r"\frac{1}{1 + f(x)}");
//! ```
//!
//! The tree has no parentheses: whoever prints it sets those that it needs. A number with a sign stands in parentheses behind another sign, as in 2·(−3), and one with a power of ten within a product.

mod mathml;
mod plain;
mod read;
mod tex;

/// A formula, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Math {
    /// A number as it is printed, such as `−0.5` or `1.2 × 10⁻⁹`.
    Number(String),
    /// A variable or a function.
    Name(String),
    /// A variable that is a matrix or a vector.
    Bold(&'static str),
    /// Words.
    Words(String),
    /// Dots for the terms left out.
    Dots,
    /// `-`, `∂` or `Δ` before something.
    Prefix(&'static str, Box<Math>),
    /// Two things with a sign between them; no sign is a product, a space a function before what it is of.
    Infix(&'static str, Box<[Math; 2]>),
    /// The first over the second.
    Fraction(Box<[Math; 2]>),
    /// The first to the power of the second.
    Power(Box<[Math; 2]>),
    /// The first with the second as its index.
    Index(Box<[Math; 2]>),
    /// The square root.
    Root(Box<Math>),
    /// With a hat.
    Hat(Box<Math>),
    /// The derivative, with a prime.
    Prime(Box<Math>),
    /// The first of the second, which stands in parentheses, or in the brackets that it has.
    Call(Box<[Math; 2]>),
    /// Between two signs: `(` `)`, `[` `]`, `|` `|`, `‖` `‖`.
    Fence([&'static str; 2], Box<Math>),
    /// Values with their conditions; the one without is for all that is left.
    Cases(Vec<(Math, Option<Math>)>),
    /// Rows of numbers.
    Matrix(Vec<Vec<Math>>),
    /// As large as on a line of its own.
    Display(Box<Math>),
}

use Math::*;

/// A number as printed.
pub fn numeral(text: &str) -> Math {
    Number(text.to_owned())
}

/// A variable or a function.
pub fn name(text: &str) -> Math {
    Name(text.to_owned())
}

/// A variable with a number as its index.
pub fn indexed(text: &str, number: usize) -> Math {
    index(name(text), Number(number.to_string()))
}

/// `base` with an index.
pub fn index(base: Math, index: Math) -> Math {
    Index(Box::new([base, index]))
}

/// `above` over `below`.
pub fn fraction(above: Math, below: Math) -> Math {
    Fraction(Box::new([above, below]))
}

/// `base` to the power of `exponent`.
pub fn power(base: Math, exponent: Math) -> Math {
    Power(Box::new([base, exponent]))
}

/// The square root.
pub fn root(of: Math) -> Math {
    Root(Box::new(of))
}

/// The derivative of a function, with a prime.
pub fn prime(function: &str) -> Math {
    Prime(Box::new(name(function)))
}

/// A function of something.
pub fn call(function: Math, of: Math) -> Math {
    Call(Box::new([function, of]))
}

/// The length of a vector.
pub fn norm(of: Math) -> Math {
    Fence(["‖", "‖"], Box::new(of))
}

/// The size of a number.
pub fn absolute(of: Math) -> Math {
    Fence(["|", "|"], Box::new(of))
}

/// Rows of numbers between parentheses.
pub fn matrix(rows: Vec<Vec<Math>>) -> Math {
    Fence(["(", ")"], Box::new(Matrix(rows)))
}

/// All of them with the same sign between them.
pub fn joined(sign: &'static str, parts: Vec<Math>) -> Math {
    let all = parts.into_iter().reduce(|all, part| all.then(sign, part));
    all.unwrap_or(Words(String::new()))
}

/// With `∂` before it.
pub fn partial(of: Math) -> Math {
    Prefix("∂", Box::new(of))
}

/// The derivative of `what` with respect to `by`, as a fraction.
pub fn derivative(what: &str, by: Math) -> Math {
    fraction(partial(name(what)), partial(by))
}

impl Math {
    /// This and `next`, with `sign` between them.
    pub fn then(self, sign: &'static str, next: Math) -> Math {
        Infix(sign, Box::new([self, next]))
    }

    /// The signs around what a function is of, and what stands between them.
    fn argument(&self) -> ([&'static str; 2], &Math) {
        match self {
            Fence(["[", "]"], what) => (["[", "]"], what),
            _ => (["(", ")"], self),
        }
    }

    /// How strongly it holds together; what is asked for below is compared with this.
    fn level(&self) -> u8 {
        match self {
            Infix(sign, _) => Binding::of(sign).level,
            Cases(_) => LIST,
            Prefix("-", _) => NEGATIVE,
            Number(text) if text.contains('×') => SCIENTIFIC,
            Fraction(_) => PRODUCT,
            Prefix(..) => APPLICATION,
            Power(_) | Root(_) => POWER,
            Display(what) => what.level(),
            _ => ATOM,
        }
    }

    /// Whether it needs parentheses where `level` is asked for, or where a sign stands right before it.
    fn needs_parentheses(&self, level: u8, follows: bool) -> bool {
        let signed = match self {
            Number(text) => text.starts_with(['−', '-', '+']),
            Prefix(sign, _) => *sign == "-",
            _ => false,
        };
        signed && (follows || level >= POWER) || self.level() < level
    }

    /// Whether parentheses around it have to be higher than a letter.
    fn is_tall(&self) -> bool {
        match self {
            Fraction(_) | Matrix(_) | Cases(_) => true,
            Infix(_, sides) => sides.iter().any(Math::is_tall),
            Call(parts) => parts[1].is_tall(),
            Prefix(_, what) | Display(what) => what.is_tall(),
            _ => false,
        }
    }
}

const LIST: u8 = 0;
const RELATION: u8 = 1;
const NEGATIVE: u8 = 2;
const SUM: u8 = 3;
const SCIENTIFIC: u8 = 4;
const PRODUCT: u8 = 5;
const SIDE_BY_SIDE: u8 = 6;
const APPLICATION: u8 = 7;
const POWER: u8 = 8;
const ATOM: u8 = 9;

/// How strongly a sign holds together what stands on its sides.
struct Binding {
    /// What the whole has.
    level: u8,
    /// What the left side needs to have to stand without parentheses.
    left: u8,
    /// The same for the right side.
    right: u8,
}

impl Binding {
    fn of(sign: &str) -> Binding {
        let (level, left, right) = match sign {
            "," | "where" => (LIST, LIST, LIST),
            "=" | "≈" | "<" | "≤" | ">" | "≥" => (RELATION, RELATION, NEGATIVE),
            "+" => (SUM, NEGATIVE, SUM),
            "-" => (SUM, NEGATIVE, SCIENTIFIC),
            "·" => (PRODUCT, PRODUCT, PRODUCT),
            "/" => (PRODUCT, PRODUCT, APPLICATION),
            " " => (APPLICATION, APPLICATION, APPLICATION),
            _ => (SIDE_BY_SIDE, SIDE_BY_SIDE, SIDE_BY_SIDE),
        };
        Binding { level, left, right }
    }

    /// Whether a number with a sign behind this one needs parentheses.
    fn is_arithmetic(&self) -> bool {
        self.level >= SUM
    }
}
