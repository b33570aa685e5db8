//! The same in English.

pub const FIGURE: &str = "The figure; another one begins anew.";
pub const LINK: &str = "A whole link: figure, state, and what is shown.";
pub const SCENE: &str = "A named scene of the figure.";
pub const PLOTS: &str = "The plots that are shown, separated by commas.";
pub const CONTROLS: &str = "The controls that are shown, and no others.";
pub const PARTS: &str = "The parts that are shown, such as title, sentence, table.";
pub const LOCK: &str = "Controls that are shown and stand fast.";
pub const HIDE: &str = "Controls that are not shown.";
pub const THEME: &str =
    "light, dark or projector; without it the figure follows the reader's system.";
