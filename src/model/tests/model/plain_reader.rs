//! Reads arithmetic as a school book does, strictly, in a finite field; shares no code with the printer.

use std::ops::{Add, Div, Mul, Sub};

const PRIME: u64 = 1_000_003;

/// A number modulo a prime: sums and products in any order are the same to the last digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field(u64);

impl Field {
    pub fn of(value: u64) -> Field {
        Field(value % PRIME)
    }

    fn to_the(self, power: u64) -> Field {
        (0..power).fold(Field(1), |product, _| product * self)
    }
}

impl Add for Field {
    type Output = Field;
    fn add(self, other: Field) -> Field {
        Field::of(self.0 + other.0)
    }
}

impl Sub for Field {
    type Output = Field;
    fn sub(self, other: Field) -> Field {
        Field::of(self.0 + PRIME - other.0)
    }
}

impl Mul for Field {
    type Output = Field;
    fn mul(self, other: Field) -> Field {
        Field::of(self.0 * other.0)
    }
}

/// By 0 it is 0.
impl Div for Field {
    type Output = Field;
    fn div(self, other: Field) -> Field {
        // Fermat: b^(p - 2) is 1/b.
        let (mut inverse, mut square, mut power) = (Field(1), other, PRIME - 2);
        while power > 0 {
            if power % 2 == 1 {
                inverse = inverse * square;
            }
            square = square * square;
            power /= 2;
        }
        self * inverse
    }
}

/// Powers, roots and functions: any that keep their arguments apart will do.
pub fn apply(name: &str, a: Field, b: Field) -> Field {
    let start = name
        .bytes()
        .fold(7, |sum, byte| sum * 31 % PRIME + u64::from(byte));
    let mixed = (Field(start % PRIME) + a) * (Field(start * 17 % PRIME) + a) + b * Field(911);
    mixed * mixed + a
}

/// The value of a line of arithmetic.
pub fn read(text: &str) -> Field {
    let mut reader = Reader { text };
    let value = reader.sum();
    assert_eq!(reader.text, "", "left over of {text}");
    value
}

struct Reader<'a> {
    text: &'a str,
}

impl Reader<'_> {
    fn take(&mut self, sign: &str) -> bool {
        let rest = self.text.strip_prefix(sign);
        self.text = rest.unwrap_or(self.text);
        rest.is_some()
    }

    /// A sign may stand at the start only: not behind another.
    fn sum(&mut self) -> Field {
        let negative = self.take("-") || self.take("−");
        let first = self.term();
        let mut sum = match negative {
            true => Field::of(0) - first,
            false => first,
        };
        loop {
            if self.take(" + ") {
                sum = sum + self.term();
            } else if self.take(" - ") {
                sum = sum - self.term();
            } else {
                return sum;
            }
        }
    }

    /// A power of ten belongs to all that stands before it, so that a product in front of it is caught.
    fn term(&mut self) -> Field {
        let product = self.product();
        if !self.take(" × 10") {
            return product;
        }
        let negative = self.take("⁻");
        let mut power = 0;
        while let Some(digit) = (0..10).find(|digit| self.take(&RAISED[*digit].to_string())) {
            power = 10 * power + digit as u64;
        }
        let ten = Field::of(10).to_the(power);
        match negative {
            true => product / ten,
            false => product * ten,
        }
    }

    fn product(&mut self) -> Field {
        let mut product = self.side_by_side();
        loop {
            if self.take("·") {
                product = product * self.side_by_side();
            } else if self.take("/") {
                product = product / self.side_by_side();
            } else {
                return product;
            }
        }
    }

    /// What stands side by side belongs together more than what a sign divides.
    fn side_by_side(&mut self) -> Field {
        let mut product = self.power();
        while self
            .text
            .starts_with(|c: char| c.is_alphabetic() || matches!(c, '(' | '√' | '|'))
        {
            // A second bar closes what is between two.
            if self.text.starts_with('|') {
                break;
            }
            product = product * self.power();
        }
        product
    }

    fn power(&mut self) -> Field {
        let base = self.atom();
        if self.take("²") {
            apply("^", base, Field::of(2))
        } else if self.take("³") {
            apply("^", base, Field::of(3))
        } else if self.take("^") {
            let exponent = self.atom();
            apply("^", base, exponent)
        } else {
            base
        }
    }

    fn atom(&mut self) -> Field {
        if self.take("√") {
            let inside = self.atom();
            return apply("√", inside, Field::of(0));
        }
        for (open, close) in [("(", ")"), ("f(", ")"), ("|", "|")] {
            if self.take(open) {
                let inside = self.sum();
                assert!(self.take(close), "no {close} before {}", self.text);
                return match open {
                    "(" => inside,
                    "|" => apply("|", inside, Field::of(0)),
                    _ => apply("f", inside, Field::of(0)),
                };
            }
        }
        let end = self.text.find(|c: char| !c.is_ascii_digit());
        let (digits, rest) = self.text.split_at(end.unwrap_or(self.text.len()));
        if !digits.is_empty() {
            self.text = rest;
            return Field::of(digits.parse().expect(digits));
        }
        let mut letters = self.text.chars();
        let letter = letters.next().expect("something");
        assert!(
            letter.is_ascii_lowercase(),
            "no {letter} here: {}",
            self.text
        );
        self.text = letters.as_str();
        let mut index = 0;
        while let Some(digit) = (0..10).find(|digit| self.take(&LOWERED[*digit].to_string())) {
            index = 10 * index + digit as u64 + 1;
        }
        apply("letter", Field::of(u64::from(letter)), Field::of(index))
    }
}

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
