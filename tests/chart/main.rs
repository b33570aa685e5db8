//! How views are drawn.

mod diagrams;
mod drawing;
mod fields;
mod lattice;
mod plots;
mod ranges;
