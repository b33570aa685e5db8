//! What is the case in `decay`, decided from its measures: the sentence and the cards only put it into words.

use super::measures::{Corner, DecayMeasures, LayerMeasures};
use super::zeros::Factor;
use crate::model::chain::Lens;
use crate::model::scaled::Scaled;

/// Decades below which next to nothing arrives, little, and less than most; above which it has grown, and exploded; the outermost are those of `layers`.
const LIMITS: [f64; 5] = [-6.0, -3.0, -1.0, 1.0, 2.0];

/// What becomes of the gradient on its way to layer 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DecayVerdict {
    /// It is 0 from layer `from` down: exactly, or by the range of f64.
    Zero {
        /// The layer, counted from 1, at which it becomes 0.
        from: usize,
        /// Why.
        cause: Cause,
        /// The first factor of 0 that no convention and no format decides, if the cause is a corner or an underflow and there is one.
        anyway: Option<Cause>,
        /// How many zeros the gradient meets before that one.
        others: usize,
    },
    /// The numbers of the chain leave the range of f64 at this layer, and the gradient is no number.
    Overflow {
        /// The first layer whose z or a is not finite.
        layer: usize,
    },
    /// It arrives, of this size.
    Arrives {
        /// Compared with what the output was sent.
        size: Size,
        /// Whether its sign has changed on the way.
        turned: bool,
    },
}

/// A factor that is exactly 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// The weight is 0.
    Weight,
    /// The activation is flat on both sides of this layer's z.
    Flat {
        /// Which layer.
        layer: usize,
        /// Where it stands.
        z: f64,
    },
    /// The slope is 0 at this very z, and not beside it.
    Level {
        /// Which layer.
        layer: usize,
        /// Where it stands.
        z: f64,
    },
    /// z is exactly at a corner or a jump, where the slope counts as 0 by convention.
    Corner {
        /// Which layer.
        layer: usize,
        /// Where it stands.
        z: f64,
        /// The slopes beside it.
        corner: Corner,
    },
    /// z is not 0 but below the range of f64, which has only a 0 for it, and there the slope counts as 0.
    Underflow {
        /// Which layer.
        layer: usize,
    },
    /// z is beyond the range of f64, which has only an infinity for it, and there the slope comes out as its limit, 0.
    Beyond {
        /// Which layer.
        layer: usize,
    },
}

impl Cause {
    /// Whether the slope itself need not be 0: a convention or the range of f64 says so.
    fn is_made(&self) -> bool {
        self.is_range() || matches!(self, Cause::Corner { .. })
    }

    /// Whether the range of f64 says so.
    pub fn is_range(&self) -> bool {
        matches!(self, Cause::Underflow { .. } | Cause::Beyond { .. })
    }
}

/// The size of a gradient beside what the output was sent, in the words that the limits of `LIMITS` define.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Below 10⁻⁶.
    Vanished,
    /// Below 10⁻³.
    Faint,
    /// Below a tenth.
    Faded,
    /// Within a factor of ten.
    Kept,
    /// Exactly as large.
    Unchanged,
    /// Up to a hundred times as large.
    Grown,
    /// More than that.
    Exploded,
}

impl DecayVerdict {
    /// What is the case in a chain with these measures.
    pub fn of(measures: &DecayMeasures) -> DecayVerdict {
        let layers = &measures.layers;
        let from = measures.zero_layers();
        if from > 0 {
            let cause = factor(measures, from).unwrap_or(Cause::Weight);
            let below = (1..from).rev().map(|layer| match factor(measures, layer) {
                // The weight is crossed before the slope is met.
                _ if measures.weight.is_zero() => Some(Cause::Weight),
                other => other,
            });
            let (mut others, mut anyway) = (1, None);
            for other in below.flatten().filter(|_| cause.is_made()) {
                if !other.is_made() {
                    anyway = Some(other);
                    break;
                }
                others += 1;
            }
            return DecayVerdict::Zero {
                from,
                cause,
                anyway,
                others,
            };
        }
        let first = measures.series.first().map_or(Scaled::ONE, |s| s.first);
        if !first.is_finite() {
            let gone = |layer: &LayerMeasures| !(layer.z.is_finite() && layer.a.is_finite());
            let layer = layers.iter().position(gone).map_or(1, |index| index + 1);
            return DecayVerdict::Overflow { layer };
        }
        DecayVerdict::Arrives {
            size: Size::of(first),
            turned: first.sign() < 0.0,
        }
    }
}

impl Size {
    /// The size of a gradient that is finite and not 0.
    pub fn of(gradient: Scaled) -> Size {
        let [vanished, faint, faded, kept, grown] = LIMITS;
        match gradient.log10_abs() {
            _ if gradient.to_f64().abs() == 1.0 => Size::Unchanged,
            log10 if log10 < vanished => Size::Vanished,
            log10 if log10 < faint => Size::Faint,
            log10 if log10 < faded => Size::Faded,
            log10 if log10 <= kept => Size::Kept,
            log10 if log10 <= grown => Size::Grown,
            _ => Size::Exploded,
        }
    }
}

/// Why the gradient would be 0 at `layer` whatever arrives there, if it would.
fn factor(measures: &DecayMeasures, layer: usize) -> Option<Cause> {
    let here = &measures.layers[layer - 1];
    let z = here.z;
    match here.corner {
        _ if !here.slope.is_zero() => {
            // No weight lies behind the last layer.
            let crosses = layer < measures.layers.len();
            (crosses && measures.weight.is_zero()).then_some(Cause::Weight)
        }
        _ if here.factor() == Factor::ZeroByRange => Some(match here.underflow {
            true => Cause::Underflow { layer },
            false => Cause::Beyond { layer },
        }),
        Some(corner) if !here.underflow => Some(Cause::Corner { layer, z, corner }),
        _ if here.flat => Some(Cause::Flat { layer, z }),
        _ => Some(Cause::Level { layer, z }),
    }
}

/// What a narrower number format makes of the gradient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LensVerdict {
    /// It becomes 0 from this layer down, only because the format has no number so small.
    Lost(usize),
    /// It becomes infinite from this layer down, or no number.
    Overflowed(usize),
    /// It is 0 from this layer down in every format, because it is exactly 0.
    ExactZero(usize),
    /// It is 0 from this layer down because f64 itself has no number for the z there.
    Underflowed(usize),
    /// The chain has no gradient: its numbers have left the range of f64 already.
    NoNumber,
    /// It arrives at layer 1.
    Survives,
}

impl LensVerdict {
    /// What one lens makes of a chain with these measures.
    pub fn of(lens: &Lens, measures: &DecayMeasures) -> LensVerdict {
        let first = measures.series.first();
        if first.is_some_and(|series| !series.first.is_finite()) {
            return LensVerdict::NoNumber;
        }
        match (lens.zero_at, lens.infinite_at) {
            (Some(layer), _) => LensVerdict::Lost(layer),
            (None, Some(layer)) => LensVerdict::Overflowed(layer),
            (None, None) => match measures.zero_layers() {
                0 => LensVerdict::Survives,
                layer => match DecayVerdict::of(measures) {
                    DecayVerdict::Zero {
                        cause,
                        anyway: None,
                        ..
                    } if cause.is_range() => LensVerdict::Underflowed(layer),
                    _ => LensVerdict::ExactZero(layer),
                },
            },
        }
    }
}
