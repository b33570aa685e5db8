//! What can be changed in `layers`.

use super::super::style::takes_alpha;
use super::super::{Control, Id, Place, choices};
use super::labels;
use crate::language::Text;
use std::f64::consts::SQRT_2;

/// The deepest network.
const DEEPEST: f64 = 100.0;

/// The range of the weights' scale.
pub const GAINS: [f64; 2] = [0.1, 3.0];

/// The range of the biases' standard deviation.
pub const BIAS_STDS: [f64; 2] = [0.0, 2.0];

choices! {
    /// Of which numbers the large plot shows the distribution; its id is that of the plot.
    pub enum Show {
        /// The gradients.
        Gradients = "gradients", labels::SHOW_GRADIENTS;
        /// The sums z.
        PreActivations = "z", labels::SHOW_Z;
        /// The outputs.
        Activations = "a", labels::SHOW_A;
        /// No distribution: what is left of both directions.
        Both = "both", labels::SHOW_BOTH;
        /// No distribution: the units themselves.
        Network = "network", labels::SHOW_NETWORK;
    }
}

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(labels::ACTIVATION, "tanh", 1).formerly("sigmoid"),
    Control::number("gain", labels::GAIN, (GAINS[0], GAINS[1], 0.01, 1.0)).marks(&[
        (1.0, Text::new("1")),
        (SQRT_2, Text::new("√2")),
        (5.0 / 3.0, Text::new("5/3")),
    ]),
    Control::whole("depth", labels::DEPTH, (1.0, DEEPEST, 20.0))
        .marks(&[(20.0, Text::new("20")), (50.0, Text::new("50"))]),
    Control::whole("width", labels::WIDTH, (1.0, 512.0, 64.0))
        .logarithmic()
        .marks(&[
            (16.0, Text::new("16")),
            (64.0, Text::new("64")),
            (256.0, Text::new("256")),
        ]),
    Control::choice("show", labels::SHOW, Show::OPTIONS, 0),
    Control::switch("residual", labels::RESIDUAL, false),
    Control::switch("layer_norm", labels::LAYER_NORM, false),
    Control::leak().when(takes_alpha),
    Control::number(
        "bias_std",
        labels::BIAS_STD,
        (BIAS_STDS[0], BIAS_STDS[1], 0.01, 0.0),
    )
    .at(Place::More),
    Control::whole("layer", labels::LAYER, (1.0, DEEPEST, 1.0))
        .upto("depth")
        .at(Place::More),
    Control::whole("batch", labels::BATCH, (1.0, 128.0, 32.0)).at(Place::More),
    Control::seed(labels::SEED, 1.0),
];

pub const GAIN: Id<f64> = Id::of(CONTROLS, "gain");
pub const DEPTH: Id<usize> = Id::of(CONTROLS, "depth");
pub const WIDTH: Id<usize> = Id::of(CONTROLS, "width");
pub const SHOW: Id<Show> = Id::of(CONTROLS, "show");
pub const RESIDUAL: Id<bool> = Id::of(CONTROLS, "residual");
pub const LAYER_NORM: Id<bool> = Id::of(CONTROLS, "layer_norm");
pub const BIAS_STD: Id<f64> = Id::of(CONTROLS, "bias_std");
pub const LAYER: Id<usize> = Id::of(CONTROLS, "layer");
pub const BATCH: Id<usize> = Id::of(CONTROLS, "batch");
pub const SEED: Id<u64> = Id::of(CONTROLS, "seed");
