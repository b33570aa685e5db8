//! The same in English.

pub const ACTIVATIONS: &str = "activations";
pub const DEFAULT: &str = "default";
pub const FIGURE: &str = "figure";
pub const MEASURES: &str = "measures";
pub const PLOTS: &str = "plots";
pub const SCENES: &str = "scenes";

pub fn in_unit(unit: &str) -> String {
    format!("in {unit}")
}

pub fn taken(convention: &str) -> String {
    format!("taken: {convention}")
}
