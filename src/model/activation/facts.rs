//! What a property table says about an activation, as values: the words for them are those of a language.

use super::{Activation, Kind};

/// The properties of an activation with its present parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The set of values.
    pub range: Range,
    /// Whether it never falls.
    pub course: Course,
    /// Whether its outputs lie evenly about 0.
    pub centre: Centre,
    /// How many derivatives are continuous.
    pub smoothness: Smoothness,
    /// Where it flattens out: towards the left, and towards the right.
    pub plateaus: [Option<Plateau>; 2],
    /// Whether a unit can stop passing gradient altogether.
    pub death: Death,
    /// The least upper bound of |f'|.
    pub largest_slope: f64,
    /// The paper that introduced it as an activation.
    pub paper: Option<Paper>,
}

/// A set of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// 0 and 1 alone.
    ZeroAndOne,
    /// 0, and what is above this number.
    ZeroAndAbove(f64),
    /// 0, and what is farther from it than this number.
    ZeroAndOutside(f64),
    /// All numbers between two ends, which may be infinite.
    Between {
        /// The ends.
        ends: [f64; 2],
        /// Which of them are values themselves.
        attained: [bool; 2],
    },
}

/// Where a function falls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Course {
    /// Nowhere.
    Rises,
    /// Down to its minimum f at x.
    Falls {
        /// Where.
        x: f64,
        /// The minimum.
        f: f64,
    },
    /// It jumps down to this value, at the x of the same size.
    JumpsDown(f64),
    /// Again and again.
    Waves,
    /// Behind its maximum 1 at 0.
    RisesThenFalls,
}

/// How the outputs lie about 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Centre {
    /// f(-x) = -f(x).
    Odd,
    /// The parameters are chosen so that mean 0 stays mean 0.
    KeepsMean,
    /// Both signs occur.
    BothSigns,
    /// Mostly above.
    MostlyPositive,
    /// Never above.
    NeverPositive,
    /// Never below.
    NeverNegative,
}

/// How many derivatives are continuous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Smoothness {
    /// Not even f.
    Jumps,
    /// f, and f′ jumps.
    Corners,
    /// f′, and f″ jumps.
    Once,
    /// All.
    Smooth,
}

/// What a function comes to far out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plateau {
    /// The limit.
    pub value: f64,
    /// Whether the function is constant from somewhere on, rather than approaching its limit.
    pub is_reached: bool,
}

/// Where f′ is exactly 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Death {
    /// On no interval.
    Never,
    /// On these.
    Zones(Vec<(f64, f64)>),
    /// Everywhere: nothing can be learned through it.
    Everywhere,
}

/// Where a function comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Who wrote it.
    pub authors: &'static str,
    /// When.
    pub year: u16,
}

impl Activation {
    /// The properties, for the present parameters.
    pub fn facts(&self) -> Facts {
        Facts {
            range: self.range_of_values(),
            course: self.course(),
            centre: self.centre(),
            smoothness: self.smoothness(),
            plateaus: self.plateaus(),
            death: match (self.kind, self.dead_zones()) {
                (Kind::Step, _) => Death::Everywhere,
                (_, zones) if zones.is_empty() => Death::Never,
                (_, zones) => Death::Zones(zones),
            },
            largest_slope: self.largest_slope(),
            paper: paper(self.kind),
        }
    }

    fn range_of_values(&self) -> Range {
        let (low, high) = self.range();
        match self.kind {
            Kind::Step => return Range::ZeroAndOne,
            Kind::ThresholdRelu if self.values[0] > 0.0 => {
                return Range::ZeroAndAbove(self.values[0]);
            }
            Kind::HardShrink => return Range::ZeroAndOutside(self.values[0]),
            _ => {}
        }
        let attained = match self.kind {
            Kind::HardSigmoid | Kind::HardTanh | Kind::Relu6 | Kind::Sine => [true, true],
            Kind::Relu | Kind::SquaredRelu => [true, false],
            Kind::Gaussian => [false, true],
            Kind::ThresholdRelu => [self.values[0] == 0.0, false],
            Kind::Elu | Kind::Selu | Kind::LeakyRelu | Kind::Prelu => [low == 0.0, false],
            _ => [self.minimum().is_some(), false],
        };
        Range::Between {
            ends: [low, high],
            attained,
        }
    }

    fn course(&self) -> Course {
        match (self.minimum(), self.kind) {
            (Some((p, _)), Kind::ThresholdRelu) => Course::JumpsDown(p),
            (Some((x, f)), _) => Course::Falls { x, f },
            (None, Kind::Sine) => Course::Waves,
            (None, Kind::Gaussian) => Course::RisesThenFalls,
            (None, _) => Course::Rises,
        }
    }

    fn centre(&self) -> Centre {
        match self.kind {
            Kind::Identity
            | Kind::Tanh
            | Kind::HardTanh
            | Kind::Softsign
            | Kind::Arctan
            | Kind::TanhShrink
            | Kind::SoftShrink
            | Kind::HardShrink
            | Kind::Sine => Centre::Odd,
            Kind::LeakyRelu | Kind::Prelu if self.values[0] == 1.0 => Centre::Odd,
            Kind::Silu if self.values[0] == 0.0 => Centre::Odd,
            Kind::Selu if self.values[0] > 0.0 => Centre::KeepsMean,
            Kind::Elu | Kind::Celu | Kind::LeakyRelu | Kind::Prelu | Kind::Snake
                if self.range().0 < 0.0 =>
            {
                Centre::BothSigns
            }
            Kind::Silu
            | Kind::HardSilu
            | Kind::Gelu
            | Kind::GeluTanh
            | Kind::QuickGelu
            | Kind::Mish => Centre::MostlyPositive,
            Kind::LogSigmoid => Centre::NeverPositive,
            Kind::ThresholdRelu if self.values[0] < 0.0 => Centre::BothSigns,
            _ => Centre::NeverNegative,
        }
    }

    fn smoothness(&self) -> Smoothness {
        if !self.jumps().is_empty() {
            return Smoothness::Jumps;
        }
        if !self.kinks().is_empty() {
            return Smoothness::Corners;
        }
        match self.kind {
            Kind::Softsign | Kind::SquaredRelu | Kind::Elu | Kind::Celu | Kind::Selu => {
                Smoothness::Once
            }
            _ => Smoothness::Smooth,
        }
    }

    fn plateaus(&self) -> [Option<Plateau>; 2] {
        let (left, right) = self.limits();
        let zones = self.dead_zones();
        let is_flat_left = zones
            .first()
            .is_some_and(|zone| zone.0 == f64::NEG_INFINITY);
        let is_flat_right = zones.last().is_some_and(|zone| zone.1 == f64::INFINITY);
        let plateau = |value: f64, is_reached: bool| {
            let plateau = Plateau { value, is_reached };
            value.is_finite().then_some(plateau)
        };
        [plateau(left, is_flat_left), plateau(right, is_flat_right)]
    }
}

/// Paper and year, as the sources table of the project states them.
fn paper(kind: Kind) -> Option<Paper> {
    let (authors, year) = match kind {
        Kind::Step => ("McCulloch & Pitts", 1943),
        Kind::Relu => ("Nair & Hinton", 2010),
        Kind::LeakyRelu => ("Maas et al.", 2013),
        Kind::Prelu => ("He et al.", 2015),
        Kind::Elu => ("Clevert et al.", 2015),
        Kind::Celu => ("Barron", 2017),
        Kind::Selu => ("Klambauer et al.", 2017),
        Kind::Softplus => ("Dugas et al.", 2001),
        Kind::Squareplus => ("Barron", 2021),
        Kind::Silu => ("Elfwing et al.; Ramachandran et al.", 2017),
        Kind::HardSilu => ("Howard et al.", 2019),
        Kind::Gelu | Kind::GeluTanh | Kind::QuickGelu => ("Hendrycks & Gimpel", 2016),
        Kind::Mish => ("Misra", 2019),
        Kind::SquaredRelu => ("So et al.", 2021),
        Kind::Sine => ("Sitzmann et al.", 2020),
        Kind::Snake => ("Liu et al.", 2020),
        Kind::Gaussian => ("Broomhead & Lowe", 1988),
        _ => return None,
    };
    Some(Paper { authors, year })
}
