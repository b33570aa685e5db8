//! How a figure's plots stand on a sheet or a page.

use serde::Serialize;

/// How a figure's plots stand where there is room for a choice; where there is none they stand one above the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// Side by side, to be compared.
    Beside,
    /// Two by two.
    Quad,
    /// One above the other, on a common x axis, as high as their weights say.
    Above,
    /// The first one large, the others one above the other at its side.
    Aside,
    /// The first one across, the others side by side beneath it; the two rows are as high as their weights say.
    Lead,
}
