//! The texts of the page around the figures in English.

pub const ADD: &str = "Add activation";
pub const AGAIN: &str = "Start again";
pub const BACK: &str = "Back to the text";
pub const ALL_ROWS: &str =
    "{shown} of {all} rows; the CSV file has all of them, in full precision.";
pub const BY_LAYER: &str = "Now, by layer";
pub const CHANGE: &str = "Another activation";
pub const CONTROLS: &str = "Controls";
pub const COPIED: &str = "Copied";
pub const COPY: &str = "Copy";
pub const COPY_FORMULA: &str = "Copy the formula as text";
pub const CSV: &str = "Download CSV";
pub const DARK: &str = "Dark";
pub const DATA: &str = "Data table";
pub const DEEPER: &str = "Deeper";
pub const DISMISS: &str = "Dismiss";
pub const FACTS: &str = "In words";
pub const FOLLOWED: &str = "From the text: {text}";
pub const FORMULAS: &str = "Formulas";
pub const IGNORED: &str = "Part of this was not understood and is ignored:";
pub const KEYS: &str = "List of keys";
pub const LEFT: &str = "Move left";
pub const LEGEND: &str = "Legend";
pub const LESS: &str = "Less of this figure";
pub const LIGHT: &str = "Light";
pub const LISTEN: &str = "Listen";
pub const MARKS_HELP: &str = "[ and ] lead from the slider to these values";
pub const MORE: &str = "More controls";
pub const NO_FIGURE: &str = "This page has no figure called '{name}'; there are: {known}.";
pub const NOT_ASKED: &str = "Predict first: it did not come";
pub const NOT_HEARD: &str = "Listen: it did not come";
pub const NOT_SHARED: &str = "Share: it did not come";
pub const OF_FIGURE: &str = "{figure}: {part}";
pub const PAUSE: &str = "Pause";
pub const PARAMETER: &str = "{name}: {symbol}, {meaning}";
pub const PLAY: &str = "Play";
pub const PLAYER: &str = "Time";
pub const PREDICT: &str = "Predict first";
pub const PREPARING: &str = "Preparing…";
pub const PROJECTOR: &str = "Projector";
pub const REFUSED: &str = "This page is not allowed to do that here.";
pub const REMOVE: &str = "Remove {name}";
pub const RESET: &str = "Reset";
pub const RESET_HELP: &str = "Back to where the link started; a second time, to the factory state";
pub const RIGHT: &str = "Move right";
pub const SEARCH: &str = "Name, or leaky_relu(alpha=0.1)";
pub const SHARE: &str = "Share";
pub const SKIP: &str = "Skip this figure";
pub const STEP_BACK: &str = "One step back";
pub const STEP_ON: &str = "One step on";
pub const STOPPED: &str = "A fault in the program has stopped this figure. Its last picture stays.";
pub const REPLAY: &str = "Replay the last steps";
pub const REPLAY_HELP: &str = "Shows slowly what led to the end";
pub const SYSTEM: &str = "Auto";
pub const THEME: &str = "Theme";
pub const TO_START: &str = "To the start";
pub const VALUE: &str = "{label}, value";
pub const WHOLE: &str = "All of this figure";
pub const ZOOM: &str = "Visible range";
pub const ZOOM_IN: &str = "Zoom in";
pub const ZOOM_OUT: &str = "Zoom out";

/// Why there is no file.
pub const INCOMPLETE: &str = "the view is not complete yet";

pub fn no_plot(index: usize, count: usize) -> String {
    format!("there is no plot {index}; there are {count}")
}

pub fn not_drawn(figure: &str) -> String {
    format!("this module does not draw {figure}")
}

pub fn no_order(order: u8) -> String {
    format!("order {order} is not one of 0, 1, 2")
}
