//! The claims of the article, one table for each section and one for the lessons, as `tests/claims` proves them. An impossible goal names the one that says why.

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!("../../tests/claims/", $name, ".txt"))
    };
}

#[allow(missing_docs)] // their names say of which section they are
pub const NEURON: &str = table!("neuron");
#[allow(missing_docs)]
pub const COLLAPSE: &str = table!("collapse");
#[allow(missing_docs)]
pub const CURVES: &str = table!("curves");
#[allow(missing_docs)]
pub const DECAY: &str = table!("decay");
#[allow(missing_docs)]
pub const LAYERS: &str = table!("layers");
#[allow(missing_docs)]
pub const FREEZE: &str = table!("freeze");
#[allow(missing_docs)]
pub const DYING: &str = table!("dying");

/// What only the lessons say.
pub const LESSONS: &str = table!("lessons");

/// All of them, in the article's order.
pub const TABLES: [&str; 8] = [
    NEURON, COLLAPSE, CURVES, DECAY, LAYERS, FREEZE, DYING, LESSONS,
];

/// The ids of the claims: what begins at the edge of the page and is no comment.
pub fn ids() -> impl Iterator<Item = &'static str> {
    let lines = TABLES.into_iter().flat_map(str::lines);
    lines
        .filter(|line| !line.starts_with([' ', '#']) && !line.trim().is_empty())
        .map(str::trim)
}
