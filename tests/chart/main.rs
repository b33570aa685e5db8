//! How views are drawn.

mod diagrams;
mod drawing;
mod fields;
mod golden;
mod lattice;
mod plots;
mod ranges;
mod snapshot;
