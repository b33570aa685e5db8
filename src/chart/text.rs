//! What is said of drawing.

mod en;

use crate::texts;

texts! {
    /// No theme has this name; there are those.
    fn unknown_theme(name: &str, known: &str) -> String;
}
