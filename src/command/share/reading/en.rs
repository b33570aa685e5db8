//! The texts around a lesson's file in English.

pub const CLOSE: &str = "Close";
pub const CLOSED: &str = "It opens when nothing is wrong any more: mend the file, and drop it here, or choose it, again.";
pub const DROP: &str = "Drop the file, and it opens as a lesson";
pub const FAILED: &str = "It could not be opened here: {error}";
pub const FAULTS: &str = "What is wrong with {file}";
pub const FINE: &str = "{file}: every scene has been worked out, and nothing is wrong.";
pub const LINE: &str = "Line";
pub const NO_LESSON: &str = "{file} does not open";
pub const NOT_MARKDOWN: &str =
    "A lesson is a file of Markdown, whose name ends in .md, such as my-lesson.md.";
pub const NOT_TEXT: &str =
    "A lesson is a file of text, in the encoding UTF-8, and this one is not.";
pub const OPENED: &str = "The lesson is open all the same. Mend the file, and drop it, or choose it, again: the lesson goes on at its step.";
pub const TOO_LARGE: &str =
    "It has {size} kB; a lesson is a file of some ten, and more than {most} are not read.";
pub const WHAT: &str = "What is wrong";
pub const WORKING: &str = "{file}: working out its scenes, {done} of {all}.";
