//! The beginning: which figures the module has that this has become a part of.

use activation_lab::figure::Figure;
use std::sync::OnceLock;

static FIGURES: OnceLock<&[Figure]> = OnceLock::new();

/// To be called once, when the module is instantiated, with every figure that it draws or names.
///
/// From then on a panic, which would be a bug, is at least told in the console.
pub fn begin(figures: &'static [Figure]) {
    console_error_panic_hook::set_once();
    FIGURES.get_or_init(|| figures);
}

/// Those figures; none before the beginning.
pub(super) fn figures() -> &'static [Figure] {
    FIGURES.get().copied().unwrap_or_default()
}
