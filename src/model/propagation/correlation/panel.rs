//! Panels for integrals against the normal density: short near what changes fast, long elsewhere.

use super::super::quadrature::{density, rule};

/// The widest panel.
const WIDEST: f64 = 2.0;
/// Beyond this the bell is below e^-50.
pub(super) const END: f64 = 10.0;
/// What changes within less than this is taken for a jump.
const FINEST: f64 = 1e-11;
/// So many widths from its middle the error function is constant to twelve digits.
const SPENT: f64 = 6.0;
/// Poles lie around 0: a panel from d to 3d is still so far from them that each of the sixteen nodes brings a digit.
const GROWTH: f64 = 2.0;

/// Something that a panel must not pass, or only in short steps.
#[derive(Clone, Copy)]
pub(super) struct Feature {
    at: f64,
    /// Within so much the integrand is smooth.
    width: f64,
    /// It fades only so far from there.
    fades: f64,
    /// By how many times its distance from there a panel may grow.
    growth: f64,
}

impl Feature {
    /// A kink, as it shows when one input's normal distribution has blurred it over that width.
    pub fn blurred(at: f64, width: f64) -> Feature {
        let width = width.max(FINEST);
        Feature {
            at,
            width,
            fades: SPENT * width,
            growth: 1.0,
        }
    }

    /// The function changes within that width of there; if that is too little to see, it jumps.
    pub fn pole(at: f64, width: f64) -> Feature {
        if width < FINEST {
            return Feature::edge(at);
        }
        Feature {
            at,
            width,
            fades: 0.0,
            growth: GROWTH,
        }
    }

    /// A panel ends there and no more.
    pub fn edge(at: f64) -> Feature {
        Feature {
            at,
            width: f64::INFINITY,
            fades: 0.0,
            growth: 1.0,
        }
    }

    /// How far a panel may reach that begins at `from`.
    fn reach(&self, from: f64) -> f64 {
        let off = from - self.at;
        let least = WIDEST * self.width;
        if off >= 0.0 {
            return least.max(self.growth * (off - self.fades));
        }
        // Short enough for where it ends, and not across.
        let share = self.growth / (1.0 + self.growth);
        least.max(share * (-off - self.fades)).min(-off)
    }
}

/// Gives each node from `start` to [`END`] with its share of the bell.
pub(super) fn panels(start: f64, features: &[Feature], mut visit: impl FnMut(f64, f64)) {
    let mut from = start;
    while from < END {
        let reach = |feature: &Feature| feature.reach(from);
        let width = features.iter().map(reach).fold(WIDEST, f64::min);
        let to = (from + width).min(END).max(from.next_up());
        let (centre, half) = (0.5 * (from + to), 0.5 * (to - from));
        for (node, weight) in rule() {
            let x = centre + half * node;
            visit(x, half * weight * density(x));
        }
        from = to;
    }
}
