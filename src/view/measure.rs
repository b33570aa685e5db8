//! Measures: the named numbers of a figure, exact as the model has them.
//!
//! Readouts, sentences and formulas, the JSON of the command, `activation-lab measure` and the element's property `measures` read the same ones.
//! Each figure has one table of [`Meaning`]s. An id once given keeps its meaning: rows are added, never renamed.

use crate::language::Text;
use crate::model::scaled::Scaled;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// What a measure is, for all its subjects alike: one row of a figure's table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Meaning {
    /// In snake case; never ends in a number, because the number of the subject follows it.
    pub id: &'static str,
    /// What there is one of it for.
    pub each: Each,
    /// What it is counted in; empty for a plain number.
    pub unit: &'static str,
    /// What it is, in words.
    pub meaning: Text,
    /// How nearly another program has to agree.
    pub check: Check,
}

/// What there is one measure of a kind for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Each {
    /// The figure as a whole, or one arm of it that the id names.
    Whole,
    /// Each chosen activation.
    Series,
    /// Each layer.
    Layer,
    /// Each unit of a layer.
    Unit,
}

/// What a measure is of; counted from 1, as on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The figure.
    Whole,
    /// A chosen activation.
    Series(u8),
    /// One of the networks that are compared, which the id names.
    Arm(u8),
    /// A layer.
    Layer(u32),
    /// A unit.
    Unit(u32),
}

/// How nearly another program has to agree with a measure. Builds of this one agree to the last bit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Check {
    /// To the last bit.
    SameBits,
    /// Within this share of its size: another library rounds elsewhere.
    Relative(f64),
}

/// The value of a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// A finite number.
    Number(f64),
    /// A finite number that may lie outside the range of `f64`.
    Scaled(Scaled),
    /// How many.
    Count(u64),
    /// There is no number.
    Missing(Why),
}

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is still being computed.
    Pending,
    /// It has left the range of `f64`.
    Overflow,
    /// It is the logarithm of an exact zero.
    ExactZero,
    /// It is the logarithm of a number that is 0 only because `f64` has none so small.
    Underflow,
    /// There is none: `0/0`, the limit of a sine.
    Undefined,
}

impl Why {
    /// Its name in JSON and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Why::Pending => "pending",
            Why::Overflow => "overflow",
            Why::ExactZero => "exact_zero",
            Why::Underflow => "underflow",
            Why::Undefined => "undefined",
        }
    }
}

impl Quantity {
    /// A number as computed; what is not finite is missing.
    pub fn number(x: f64) -> Quantity {
        match x {
            _ if x.is_nan() => Quantity::Missing(Why::Undefined),
            _ if x.is_infinite() => Quantity::Missing(Why::Overflow),
            _ => Quantity::Number(x),
        }
    }

    /// The same for a number that may lie outside the range of `f64`.
    pub fn scaled(x: Scaled) -> Quantity {
        match x.is_finite() {
            true => Quantity::Scaled(x),
            false => Quantity::number(x.to_f64()),
        }
    }

    /// A decimal logarithm: that of an exact zero is missing, and says so.
    pub fn decades(x: f64) -> Quantity {
        match x == f64::NEG_INFINITY {
            true => Quantity::Missing(Why::ExactZero),
            false => Quantity::number(x),
        }
    }

    /// The value as it is compared with another number: the logarithm of a zero lies below all of them. None where there is no number.
    pub fn compared(&self) -> Option<f64> {
        match self {
            Quantity::Number(x) => Some(*x),
            Quantity::Scaled(x) => Some(x.to_f64()),
            Quantity::Count(n) => Some(*n as f64),
            Quantity::Missing(Why::ExactZero | Why::Underflow) => Some(f64::NEG_INFINITY),
            Quantity::Missing(_) => None,
        }
    }

    /// The value in the shortest spelling that reads back exactly (beyond the range of `f64`: eleven digits), or why there is none.
    pub fn spelled(&self) -> String {
        match self {
            Quantity::Number(x) => format!("{x:?}"),
            Quantity::Scaled(x) => x.to_string(),
            Quantity::Count(n) => n.to_string(),
            Quantity::Missing(why) => why.id().to_owned(),
        }
    }
}

/// A named number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The id of its row in the figure's table.
    pub id: &'static str,
    /// What it is of.
    pub of: Subject,
    /// Its value.
    pub value: Quantity,
    /// What it is counted in; empty for a plain number.
    pub unit: &'static str,
    /// How nearly another program has to agree.
    pub check: Check,
}

impl Meaning {
    /// A row; every build of ours agrees to the last bit.
    pub const fn new(id: &'static str, each: Each, unit: &'static str, meaning: Text) -> Meaning {
        Meaning {
            id,
            each,
            unit,
            meaning,
            check: Check::SameBits,
        }
    }

    /// The same row for a number that another program can work out as nearly as this, as a share of its size.
    pub const fn nearly(mut self, share: f64) -> Meaning {
        self.check = Check::Relative(share);
        self
    }

    /// The measure of one subject.
    pub fn of(&self, of: Subject, value: Quantity) -> Measure {
        Measure {
            id: self.id,
            of,
            value,
            unit: self.unit,
            check: self.check,
        }
    }

    /// The pattern of its names: `gradient_LAYER`.
    pub fn pattern(&self) -> String {
        match self.each {
            Each::Whole => self.id.to_owned(),
            Each::Series => format!("{}_SERIES", self.id),
            Each::Layer => format!("{}_LAYER", self.id),
            Each::Unit => format!("{}_UNIT", self.id),
        }
    }
}

/// The figure's own measures while their values are being computed.
pub fn pending(rows: &[Meaning]) -> Vec<Measure> {
    let whole = rows.iter().filter(|row| row.each == Each::Whole);
    let value = Quantity::Missing(Why::Pending);
    whole.map(|row| row.of(Subject::Whole, value)).collect()
}

impl Measure {
    /// What it is called: the id, and the number of what it is of (`gradient_3`).
    pub fn name(&self) -> String {
        match self.of {
            Subject::Whole | Subject::Arm(_) => self.id.to_owned(),
            Subject::Series(n) => format!("{}_{n}", self.id),
            Subject::Layer(n) | Subject::Unit(n) => format!("{}_{n}", self.id),
        }
    }
}

/// `{"name": "gradient_1", "id": "gradient", "layer": 1, "value": 0.25, "unit": ""}`.
/// A number outside the range of `f64` is text; one that is missing is null, and `missing` says why.
impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name())?;
        map.serialize_entry("id", self.id)?;
        match self.of {
            Subject::Whole => {}
            Subject::Series(n) => map.serialize_entry("series", &n)?,
            Subject::Arm(n) => map.serialize_entry("arm", &n)?,
            Subject::Layer(n) => map.serialize_entry("layer", &n)?,
            Subject::Unit(n) => map.serialize_entry("unit_number", &n)?,
        }
        match self.value {
            Quantity::Number(x) => map.serialize_entry("value", &x)?,
            Quantity::Count(n) => map.serialize_entry("value", &n)?,
            Quantity::Scaled(x) if x.is_zero() || x.to_f64().is_normal() => {
                map.serialize_entry("value", &x.to_f64())?;
            }
            Quantity::Scaled(x) => map.serialize_entry("value", &x.to_string())?,
            Quantity::Missing(why) => {
                map.serialize_entry("value", &())?;
                map.serialize_entry("missing", why.id())?;
            }
        }
        map.serialize_entry("unit", self.unit)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: Meaning = Meaning {
        id: "gradient",
        each: Each::Layer,
        unit: "",
        meaning: Text::new("what arrives"),
        check: Check::SameBits,
    };

    fn json(value: Quantity) -> String {
        serde_json::to_string(&ROW.of(Subject::Layer(3), value)).unwrap_or_default()
    }

    #[test]
    fn a_measure_says_what_it_is_of_and_why_it_has_no_value() {
        assert_eq!(ROW.pattern(), "gradient_LAYER");
        assert_eq!(
            json(Quantity::number(0.25)),
            r#"{"name":"gradient_3","id":"gradient","layer":3,"value":0.25,"unit":""}"#
        );
        assert!(
            json(Quantity::decades(f64::NEG_INFINITY)).contains(r#"null,"missing":"exact_zero""#)
        );
        assert!(json(Quantity::number(f64::NAN)).contains("undefined"));
        assert!(json(Quantity::scaled(Scaled::new(f64::INFINITY))).contains("overflow"));
    }

    #[test]
    fn a_number_beyond_f64_is_text_and_one_within_is_a_number() {
        let tiny = Scaled::from_logarithm(1.0, -2000.0);
        // e^-2000 = 2.57…·10⁻⁸⁶⁹: 2000·log10 e = 868.5889…, and 10^0.4110… = 2.576….
        assert!(json(Quantity::scaled(tiny)).contains(r#""value":"2.57"#));
        assert!(json(Quantity::scaled(tiny)).contains("e-869"));
        assert!(json(Quantity::scaled(Scaled::new(0.1))).contains(r#""value":0.1,"#));
        assert!(json(Quantity::scaled(Scaled::new(0.0))).contains(r#""value":0.0,"#));
    }
}
