//! What can be changed in `decay`.

use super::super::style::takes_alpha;
use super::super::{Control, Id, Place, choices};
use super::labels;
use crate::language::Text;
use crate::model::chain::Precision;

/// The deepest chain.
const DEEPEST: f64 = 1000.0;

choices! {
    /// How gradients are drawn.
    pub enum Drawn {
        /// Their lengths.
        Linear = "linear", labels::VIEW_LINEAR;
        /// Their powers of ten.
        Log = "log", labels::VIEW_LOG;
    }
}

choices! {
    /// Number formats in which the gradient is looked at, too.
    pub enum Lenses {
        /// None.
        Off = "off", labels::PRECISION_OFF;
        /// Half precision.
        F16 = "f16", Text::new("f16");
        /// The half of single precision.
        Bf16 = "bf16", labels::PRECISION_BF16;
        /// Single precision.
        F32 = "f32", Text::new("f32");
        /// All of them.
        All = "all", labels::PRECISION_ALL;
    }
}

impl Lenses {
    /// Whether this format is one of them.
    pub fn has(self, format: Precision) -> bool {
        match self {
            Lenses::Off => false,
            Lenses::F16 => format == Precision::F16,
            Lenses::Bf16 => format == Precision::Bf16,
            Lenses::F32 => format == Precision::F32,
            Lenses::All => true,
        }
    }
}

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(labels::ACTIVATION, "sigmoid", 6),
    Control::whole("depth", labels::DEPTH, (1.0, DEEPEST, 10.0))
        .logarithmic()
        .marks(&[(10.0, Text::new("10")), (100.0, Text::new("100"))]),
    Control::number("weight", labels::WEIGHT, (-4.0, 4.0, 0.01, 1.0))
        .marks(&[(0.0, Text::new("0")), (1.0, Text::new("1"))]),
    Control::number("bias", labels::BIAS, (-3.0, 3.0, 0.01, 0.0)).marks(&[(0.0, Text::new("0"))]),
    Control::number("input", labels::INPUT, (-3.0, 3.0, 0.01, 1.0)).marks(&[(0.0, Text::new("0"))]),
    Control::whole("layer", labels::LAYER, (1.0, DEEPEST, 1.0)).upto("depth"),
    Control::choice("view", labels::VIEW, Drawn::OPTIONS, 0).formerly("log"),
    Control::leak().when(takes_alpha),
    Control::choice("precision", labels::PRECISION, Lenses::OPTIONS, 4).at(Place::More),
];

pub const DEPTH: Id<usize> = Id::of(CONTROLS, "depth");
pub const WEIGHT: Id<f64> = Id::of(CONTROLS, "weight");
pub const BIAS: Id<f64> = Id::of(CONTROLS, "bias");
pub const INPUT: Id<f64> = Id::of(CONTROLS, "input");
pub const LAYER: Id<usize> = Id::of(CONTROLS, "layer");
pub const VIEW: Id<Drawn> = Id::of(CONTROLS, "view");
pub const PRECISION: Id<Lenses> = Id::of(CONTROLS, "precision");
