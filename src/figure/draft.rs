//! A view, and how far the work on it has come.

use crate::view::View;

/// What a figure shows after some work: all of it, or what there was time for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// What is shown. As long as the work goes on, its pictures may be those of the state before, and its summary says how far it is.
    pub view: View,
    /// How far the work has come.
    pub progress: Progress,
    /// The step at which something came to an end, in a figure where time passes: Play pauses there, and can show again what led to it.
    pub halt: Option<u64>,
}

/// How far some work has come.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Progress {
    /// The view is complete.
    #[default]
    Done,
    /// There was no time to finish it. So much is done, 0 to 1; with the same memory the next draft is nearer to the end.
    Working(f64),
}

impl Draft {
    /// Whether the view is complete.
    pub fn is_done(&self) -> bool {
        self.progress == Progress::Done
    }
}

/// A complete view in which nothing comes to an end.
impl From<View> for Draft {
    fn from(view: View) -> Draft {
        Draft {
            view,
            ..Draft::default()
        }
    }
}
