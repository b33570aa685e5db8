//! What is wrong with a lesson.

use serde::Serialize;
use std::fmt;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

impl Fault {
    /// Something wrong in that line.
    pub fn new(line: usize, what: impl Into<String>) -> Fault {
        let what = what.into();
        Fault { line, what }
    }
}

/// `12: the step has no scene`; whoever knows the file's name writes it before that.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.what)
    }
}
