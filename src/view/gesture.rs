//! What a pointer does to a plot.

use serde::Serialize;

/// What a pointer may change in a plot. Each has a control, hence a keyboard path too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Gesture {
    /// Pressing or dragging inside the frame sets this control to the x under the pointer.
    Drag {
        /// The control's id.
        control: &'static str,
    },
    /// Moving over the frame, with or without a press, sets this control to the x under the pointer.
    Hover {
        /// The control's id.
        control: &'static str,
    },
    /// Dragging the strip of x labels pans; Ctrl+wheel and pinch zoom; both set these two controls.
    PanZoom {
        /// Control that holds the left end.
        min: &'static str,
        /// Control that holds the right end.
        max: &'static str,
    },
    /// Pressing or dragging inside the frame sets two controls at once: a point that is moved by hand.
    /// A finger drags it where it takes hold of it, and scrolls the page elsewhere.
    Point {
        /// The control that holds its x.
        x: &'static str,
        /// The control that holds its y.
        y: &'static str,
    },
    /// A press on or near a mark chooses it; a press near none is left to the gestures that follow.
    Pick {
        /// A whole-number control: its smallest value is the first name, and so on.
        control: &'static str,
        /// Names of [`Line`](super::Mark::Line), [`Points`](super::Mark::Points), [`Edge`](super::Mark::Edge) and [`Node`](super::Mark::Node) marks of this plot.
        /// Every mark of that name counts, so a line and its dot can stand for the same thing.
        names: Vec<String>,
    },
}
