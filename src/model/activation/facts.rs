//! What a property table says about an activation, in words ready to show.

use super::formula::short;
use super::{Activation, Kind};

/// The properties of an activation, as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The set of values, as an interval.
    pub range: String,
    /// Whether it never falls; if it does, where its minimum is.
    pub monotone: String,
    /// Whether its outputs lie evenly about 0.
    pub zero_centred: String,
    /// How many derivatives are continuous.
    pub smoothness: String,
    /// The values of f′ that are taken where it does not exist, and where JAX takes others than PyTorch.
    pub convention: String,
    /// Towards which values, and where, it flattens out.
    pub saturates: String,
    /// Whether a unit can stop passing gradient altogether, and why.
    pub can_die: String,
    /// The least upper bound of |f'|.
    pub largest_slope: String,
    /// The year of the paper, or a dash.
    pub year: String,
    /// The paper that introduced it as an activation, or a dash.
    pub paper: String,
}

impl Activation {
    /// The properties, for the present parameters.
    pub fn facts(&self) -> Facts {
        let (paper, year) = source(self.kind);
        Facts {
            range: self.range_text(),
            monotone: self.monotone_text(),
            zero_centred: self.centre_text().to_owned(),
            smoothness: self.smoothness_text().to_owned(),
            convention: self.convention_text(),
            saturates: self.saturation_text(),
            can_die: self.death_text(),
            largest_slope: figure(self.largest_slope()),
            year: year.to_owned(),
            paper: paper.to_owned(),
        }
    }

    fn range_text(&self) -> String {
        let (low, high) = self.range();
        if self.kind == Kind::Step {
            return "{0, 1}".to_owned();
        }
        if matches!(self.kind, Kind::ThresholdRelu) && self.values[0] > 0.0 {
            return format!("{{0}} and ({}, ∞)", figure(self.values[0]));
        }
        if self.kind == Kind::HardShrink {
            let lambda = figure(self.values[0]);
            return format!("(−∞, −{lambda}), {{0}} and ({lambda}, ∞)");
        }
        let (attains_low, attains_high) = match self.kind {
            Kind::HardSigmoid | Kind::HardTanh | Kind::Relu6 | Kind::Sine => (true, true),
            Kind::Relu | Kind::SquaredRelu => (true, false),
            Kind::Gaussian => (false, true),
            Kind::ThresholdRelu => (self.values[0] == 0.0, false),
            Kind::Elu | Kind::Selu | Kind::LeakyRelu | Kind::Prelu => (low == 0.0, false),
            _ => (self.minimum().is_some(), false),
        };
        let open = if attains_low { '[' } else { '(' };
        let close = if attains_high { ']' } else { ')' };
        format!("{open}{}, {}{close}", figure(low), figure(high))
    }

    fn monotone_text(&self) -> String {
        match (self.minimum(), self.kind) {
            (Some((p, _)), Kind::ThresholdRelu) => {
                format!(
                    "no: jumps down to {} at x = {}, then rises",
                    figure(p),
                    figure(p)
                )
            }
            (Some((x, f)), _) => {
                format!(
                    "no: falls to {} at x = {}, then rises",
                    figure(f),
                    figure(x)
                )
            }
            (None, Kind::Sine) => "no: periodic".to_owned(),
            (None, Kind::Gaussian) => "no: rises to 1 at x = 0, then falls".to_owned(),
            (None, _) => "yes".to_owned(),
        }
    }

    fn centre_text(&self) -> &'static str {
        match self.kind {
            Kind::Identity
            | Kind::Tanh
            | Kind::HardTanh
            | Kind::Softsign
            | Kind::Arctan
            | Kind::TanhShrink
            | Kind::SoftShrink
            | Kind::HardShrink
            | Kind::Sine => "yes: f(−x) = −f(x)",
            Kind::LeakyRelu | Kind::Prelu if self.values[0] == 1.0 => "yes: f(−x) = −f(x)",
            Kind::Silu if self.values[0] == 0.0 => "yes: f(−x) = −f(x)",
            Kind::Selu if self.values[0] > 0.0 => {
                "nearly: its parameters are chosen so that mean 0 stays mean 0"
            }
            Kind::Elu | Kind::Celu | Kind::LeakyRelu | Kind::Prelu | Kind::Snake
                if self.range().0 < 0.0 =>
            {
                "partly: both signs occur"
            }
            Kind::Silu
            | Kind::HardSilu
            | Kind::Gelu
            | Kind::GeluTanh
            | Kind::QuickGelu
            | Kind::Mish => "no: mostly positive",
            Kind::LogSigmoid => "no: never positive",
            Kind::ThresholdRelu if self.values[0] < 0.0 => "partly: both signs occur",
            _ => "no: never negative",
        }
    }

    fn smoothness_text(&self) -> &'static str {
        const SMOOTH: &str = "C∞ (smooth)";
        const ONCE: &str = "C¹ (f′ continuous, f″ jumps)";
        if !self.jumps().is_empty() {
            return "discontinuous (f jumps)";
        }
        if !self.kinks().is_empty() {
            return "C⁰ (continuous, f′ jumps)";
        }
        match self.kind {
            Kind::Softsign | Kind::SquaredRelu | Kind::Elu | Kind::Celu | Kind::Selu => ONCE,
            _ => SMOOTH,
        }
    }

    fn saturation_text(&self) -> String {
        let (left, right) = self.limits();
        let towards = |limit: f64, end: &str| {
            let verb = if self.reaches_limit(end) {
                "at"
            } else {
                "towards"
            };
            limit
                .is_finite()
                .then(|| format!("{verb} {} as x → {end}", figure(limit)))
        };
        let sides: Vec<String> = [towards(left, "−∞"), towards(right, "+∞")]
            .into_iter()
            .flatten()
            .collect();
        if sides.is_empty() {
            "no".to_owned()
        } else {
            sides.join(", ")
        }
    }

    /// Whether f is constant from somewhere on, rather than approaching its limit.
    fn reaches_limit(&self, end: &str) -> bool {
        let zones = self.dead_zones();
        if end == "−∞" {
            zones
                .first()
                .is_some_and(|zone| zone.0 == f64::NEG_INFINITY)
        } else {
            zones.last().is_some_and(|zone| zone.1 == f64::INFINITY)
        }
    }

    fn death_text(&self) -> String {
        let zones: Vec<String> = self.dead_zones().into_iter().map(zone_text).collect();
        if self.kind == Kind::Step {
            return "yes: f′ is 0 everywhere, so nothing can be learned through it".to_owned();
        } else if zones.is_empty() {
            return "no: f′ is never 0 on an interval".to_owned();
        }
        format!("yes: f′ is exactly 0 for {}", zones.join(" and "))
    }
}

fn zone_text((low, high): (f64, f64)) -> String {
    if low == f64::NEG_INFINITY {
        format!("x < {}", figure(high))
    } else if high == f64::INFINITY {
        format!("x > {}", figure(low))
    } else {
        format!("{} < x < {}", figure(low), figure(high))
    }
}

/// A number as the table shows it, with a true minus sign.
fn figure(value: f64) -> String {
    if value.is_infinite() {
        return if value > 0.0 { "∞" } else { "−∞" }.to_owned();
    }
    short(value + 0.0).replace('-', "−")
}

/// Paper and year, as the sources table of the project states them.
fn source(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Step => ("McCulloch & Pitts", "1943"),
        Kind::Relu => ("Nair & Hinton", "2010"),
        Kind::LeakyRelu => ("Maas et al.", "2013"),
        Kind::Prelu => ("He et al.", "2015"),
        Kind::Elu => ("Clevert et al.", "2015"),
        Kind::Celu => ("Barron", "2017"),
        Kind::Selu => ("Klambauer et al.", "2017"),
        Kind::Softplus => ("Dugas et al.", "2001"),
        Kind::Squareplus => ("Barron", "2021"),
        Kind::Silu => ("Elfwing et al.; Ramachandran et al.", "2017"),
        Kind::HardSilu => ("Howard et al.", "2019"),
        Kind::Gelu | Kind::GeluTanh | Kind::QuickGelu => ("Hendrycks & Gimpel", "2016"),
        Kind::Mish => ("Misra", "2019"),
        Kind::SquaredRelu => ("So et al.", "2021"),
        Kind::Sine => ("Sitzmann et al.", "2020"),
        Kind::Snake => ("Liu et al.", "2020"),
        Kind::Gaussian => ("Broomhead & Lowe", "1988"),
        _ => ("—", "—"),
    }
}
