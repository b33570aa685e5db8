//! How sizes are measured along an axis: as they are, or by their logarithm.
//!
//! Both rulers have ends that move in few fixed steps, so that a chain which loses more looks as if it lost more.

use super::text;
use crate::language::Text;
use crate::view::number;
use crate::view::{Axis, Scale};

/// An axis for sizes that are given by their decimal logarithms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ruler {
    /// From 0 up to `top`, counted in units of 10^`power`.
    Linear {
        /// The largest size, in units.
        top: f64,
        /// 0 as long as the sizes are ordinary.
        power: f64,
    },
    /// From 10^`foot` up to 10^`top`.
    Log {
        /// Decades, below 0.
        foot: f64,
        /// Decades, 0 or more.
        top: f64,
    },
}

/// Linear sizes from here on are counted in powers of ten.
const ORDINARY: f64 = 4.0;

/// Decades at which a logarithmic ruler may end, upwards or downwards: few enough that twice the layers look steeper, and far enough for the deepest sigmoid chain.
const STEPS: [f64; 5] = [1.0, 4.0, 16.0, 80.0, 800.0];

/// Beyond the last step, each reaches so many times as far as the one before.
const STRIDE: f64 = 4.0;

/// Room beyond the outermost mark, as a share of the ruler.
const AIR: f64 = 0.05;

impl Ruler {
    /// From 0 to 1, or to the first of 2, 5, 10, 20, … that is not exceeded.
    pub fn linear(log10: impl Iterator<Item = f64>) -> Ruler {
        let highest = log10.filter(|v| v.is_finite()).fold(0.0, f64::max);
        let decade = libm::floor(highest);
        let rest = libm::pow(10.0, highest - decade);
        // Three powers of ten, of which rounding may have moved a number just beyond one.
        let top = [1.0, 2.0, 5.0]
            .into_iter()
            .find(|top| rest <= top * (1.0 + 1e-12));
        let top = top.unwrap_or(10.0);
        match decade < ORDINARY {
            true => Ruler::Linear {
                top: top * libm::pow(10.0, decade),
                power: 0.0,
            },
            false => Ruler::Linear { top, power: decade },
        }
    }

    /// From 10^-`first` to 1, or as many more steps as it takes; upwards only as far as there is something.
    pub fn log(first: f64, log10: impl Iterator<Item = f64>) -> Ruler {
        let (low, high) = log10
            .filter(|v| v.is_finite())
            .fold((0.0f64, 0.0f64), |(low, high), v| (low.min(v), high.max(v)));
        // The lowest bar has some height: without any it would look like none.
        let foot = -beyond(first.max(-low * (1.0 + AIR)));
        let top = if high > 0.0 { beyond(high) } else { 0.0 };
        Ruler::Log { foot, top }
    }

    /// The same with room for others above, as far as they are no farther from 1 than the foot is.
    pub fn with_ghosts(self, log10: impl Iterator<Item = f64>) -> Ruler {
        match self {
            Ruler::Linear { .. } => self,
            Ruler::Log { foot, top } => {
                let highest = log10.filter(|v| *v <= -foot).fold(top, f64::max);
                let top = if highest > top { beyond(highest) } else { top };
                Ruler::Log { foot, top }
            }
        }
    }

    /// Where a size stands; an exact zero is no number on a logarithmic ruler.
    pub fn place(self, log10: f64) -> f64 {
        match self {
            Ruler::Linear { power, .. } => libm::pow(10.0, log10 - power),
            Ruler::Log { .. } => log10,
        }
    }

    /// The same as a share of the ruler, 0 at its foot.
    pub fn share(self, log10: f64) -> f64 {
        let (Ruler::Linear { top, .. } | Ruler::Log { top, .. }) = self;
        (self.place(log10) - self.foot()) / (top - self.foot())
    }

    /// How an axis of it is labelled.
    pub fn scale(self) -> Scale {
        match self {
            Ruler::Linear { .. } => Scale::Linear,
            Ruler::Log { .. } => Scale::Decades,
        }
    }

    /// What bars stand on.
    pub fn foot(self) -> f64 {
        match self {
            Ruler::Linear { .. } => 0.0,
            Ruler::Log { foot, .. } => foot,
        }
    }

    /// The axis, with its unit where it has one.
    pub fn axis(self, label: Text) -> Axis {
        let label = label.read();
        let foot = self.foot();
        let (top, scale, label) = match self {
            Ruler::Linear { top, power: 0.0 } => (top, Scale::Linear, label),
            Ruler::Linear { top, power } => {
                let unit = number::power_of_ten(power);
                (top, Scale::Linear, text::in_units(&label, &unit))
            }
            Ruler::Log { top, .. } => (top, Scale::Decades, label),
        };
        Axis {
            label,
            min: foot,
            max: top + AIR * (top - foot),
            scale,
        }
    }
}

/// The first step that is at least `size`.
fn beyond(size: f64) -> f64 {
    if let Some(step) = STEPS.into_iter().find(|step| *step >= size) {
        return step;
    }
    let [.., last] = STEPS;
    last * libm::pow(
        STRIDE,
        libm::ceil(libm::log(size / last) / libm::log(STRIDE)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(values: &[f64]) -> Ruler {
        Ruler::log(16.0, values.iter().copied())
    }

    #[test]
    fn a_foot_stays_until_it_is_reached() {
        let foot = |low: f64| log(&[low]).foot();
        assert_eq!([foot(-0.6), foot(-6.6), foot(-15.0)], [-16.0; 3]);
        assert_eq!([foot(-16.0), foot(-65.0)], [-80.0; 2]);
        assert_eq!(
            [foot(-80.0), foot(-648.0), foot(-801.0)],
            [-800.0, -800.0, -3200.0]
        );
        assert_eq!(foot(f64::NEG_INFINITY), -16.0);
        let above = |high: f64| log(&[high]);
        let ends = |foot: f64, top: f64| Ruler::Log { foot, top };
        assert_eq!(
            [above(0.3), above(12.0)],
            [ends(-16.0, 1.0), ends(-16.0, 16.0)]
        );
        assert_eq!(above(0.0).axis(Text::new("")).max, 0.8);
    }

    #[test]
    fn a_ghost_may_widen_but_not_push_aside() {
        let with = |bound: f64| log(&[-5.0]).with_ghosts([bound].into_iter());
        let ends = |top: f64| Ruler::Log { foot: -16.0, top };
        assert_eq!([with(4.7), with(40.0)], [ends(16.0), ends(0.0)]);
    }

    #[test]
    fn a_linear_top_is_a_round_number() {
        let top = |high: f64| Ruler::linear([high].into_iter());
        let plain = |top: f64| Ruler::Linear { top, power: 0.0 };
        assert_eq!([top(-300.0), top(0.0)], [plain(1.0); 2]);
        assert_eq!(
            [top(0.2), top(0.5), top(1.1)],
            [plain(2.0), plain(5.0), plain(20.0)]
        );
        assert_eq!(
            top(11.9),
            Ruler::Linear {
                top: 10.0,
                power: 11.0
            }
        );
        assert!(
            top(11.9)
                .axis(Text::new("g"))
                .label
                .ends_with("in units of 10¹¹")
        );
        assert!((top(11.9).place(11.0) - 1.0).abs() < 1e-12);
        assert_eq!(top(0.0).place(f64::NEG_INFINITY), 0.0);
    }
}
