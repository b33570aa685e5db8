//! What is said of controls and their values: what all figures have, and what is wrong with a text.

mod en;

use super::settings::SettingError;
use crate::model::activation::ParseError;
use crate::model::number::NumberError;
use crate::texts;

texts! {
    const SEED, MARK_0_01, SWITCHED;
    label LEAK, STEP, SPEED;
    /// A number of a control from one end to the other.
    fn number_from(whole: bool, min: &str, max: &str) -> String;
    /// One of these ids.
    fn one_of(ids: &str) -> String;
    /// At least one activation, and at most so many.
    fn activations(most: usize) -> String;
    /// A value that was chosen lies beyond the value of another control, of this label, and acts as that.
    fn held(written: &str, label: &str, acting: &str) -> String;
    /// Why a text is not a value.
    fn refused(error: &SettingError) -> String;
    /// Why a text names no activation.
    fn no_activation(error: &ParseError) -> String;
    /// Why a text is no number.
    fn no_number(error: &NumberError) -> String;
    /// A list of what is to be shown names what there is not, and so many more; or nothing.
    fn not_shown(key: &str, names: &[String], more: usize, known: &str) -> String;
    /// Plots are left out because one of these is shown at a time.
    fn one_at_a_time(plots: &str, one_of: &str) -> String;
    /// Of a link only so many bytes are read.
    fn too_long(most: usize, all: usize) -> String;
    /// A link is of a version that is not known, and is read as of another one.
    fn unknown_version(other: &str, read: &str) -> String;
    /// A part of a link is no `control=value`.
    fn not_a_pair(part: &str) -> String;
    /// Notes that are left out.
    fn and_more(count: usize) -> String;
}
