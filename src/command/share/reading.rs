//! Every text around a lesson's file that a reader opens, by the name that its scripts know it by; what stands in braces is put in there.

mod en;

use activation_lab::language::Text;
use activation_lab::texts;

texts! {
    const
        CLOSE, CLOSED, DROP, FAILED, FAULTS, FINE, LINE, NO_LESSON, NOT_MARKDOWN, NOT_TEXT, OPENED, TOO_LARGE, WHAT, WORKING;
}

/// Names and texts.
pub const WORDS: &[(&str, Text)] = &[
    ("close", CLOSE),
    ("closed", CLOSED),
    ("drop", DROP),
    ("failed", FAILED),
    ("faults", FAULTS),
    ("fine", FINE),
    ("line", LINE),
    ("noLesson", NO_LESSON),
    ("notMarkdown", NOT_MARKDOWN),
    ("notText", NOT_TEXT),
    ("opened", OPENED),
    ("tooLarge", TOO_LARGE),
    ("what", WHAT),
    ("working", WORKING),
];
