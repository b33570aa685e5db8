//! Short names of plots, for whoever chooses among them. The titles over the plots are longer, and change with what is seen.

mod en;

use activation_lab::language::Text;
use activation_lab::texts;

texts! {
    const
        BOTH, BOUNDARY_A, BOUNDARY_B, CHAIN, CURVATURES, CURVE, FACTORS, GRADIENT, GRADIENTS,
        GRADIENTS_A, GRADIENTS_B, HISTORY, INPUTS, INPUTS_A, INPUTS_B, LINE, LOSS, MAP, METER,
        NORMS, OUTPUTS, PLANE, SIGNAL_A, SIGNAL_B, SLOPES, SUM, SUMS, UNITS, VALUES;
}

/// Figure, plot, name.
const NAMES: [(&str, &str, Text); 32] = [
    ("collapse", "plane", PLANE),
    ("collapse", "line", LINE),
    ("curves", "values", VALUES),
    ("curves", "slopes", SLOPES),
    ("curves", "curvatures", CURVATURES),
    ("decay", "network", CHAIN),
    ("decay", "gradient", GRADIENT),
    ("decay", "factors", FACTORS),
    ("dying", "plane", PLANE),
    ("dying", "inputs", INPUTS),
    ("dying", "history", HISTORY),
    ("dying", "loss", LOSS),
    ("freeze", "meter", METER),
    ("freeze", "loss", LOSS),
    ("freeze", "gradients_a", GRADIENTS_A),
    ("freeze", "gradients_b", GRADIENTS_B),
    ("freeze", "signal_a", SIGNAL_A),
    ("freeze", "signal_b", SIGNAL_B),
    ("freeze", "boundary_a", BOUNDARY_A),
    ("freeze", "boundary_b", BOUNDARY_B),
    ("freeze", "inputs_a", INPUTS_A),
    ("freeze", "inputs_b", INPUTS_B),
    ("layers", "gradients", GRADIENTS),
    ("layers", "z", SUMS),
    ("layers", "a", OUTPUTS),
    ("layers", "both", BOTH),
    ("layers", "network", UNITS),
    ("layers", "norms", NORMS),
    ("layers", "phase", MAP),
    ("neuron", "diagram", SUM),
    ("neuron", "curve", CURVE),
    ("neuron", "plane", PLANE),
];

/// The name of a figure's plot; a test holds that each has one.
pub fn name(figure: &str, plot: &str) -> Option<Text> {
    let mut names = NAMES.iter();
    let found = names.find(|(of, id, _)| *of == figure && *id == plot);
    found.map(|row| row.2)
}
