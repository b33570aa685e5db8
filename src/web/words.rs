//! Every text of the page around the figures, by the name that the scripts know it by; what stands in braces is put in there.

mod en;

use activation_lab::language::Text;
use activation_lab::texts;

texts! {
    const
        ADD, AGAIN, BACK, ALL_ROWS, BY_LAYER, CHANGE, CONTROLS, COPIED, COPY, COPY_FORMULA, CSV, DARK,
        DATA, DEEPER, DISMISS, FACTS, FOLLOWED, FORMULAS, IGNORED, INCOMPLETE, KEYS, LEFT, LEGEND, LESS, LIGHT, LISTEN,
        MARKS_HELP, MORE, NO_FIGURE, NOT_ASKED, NOT_HEARD, NOT_SHARED, OF_FIGURE, PAUSE, PARAMETER, PLAY, PLAYER, PREDICT, PREPARING, PROJECTOR,
        REFUSED, REMOVE, RESET, RESET_HELP, RIGHT, SEARCH, SHARE, SKIP, STEP_BACK, STEP_ON, STOPPED,
        REPLAY, REPLAY_HELP, SYSTEM, THEME, TO_START, VALUE, WHOLE, ZOOM, ZOOM_IN, ZOOM_OUT;
    /// A figure has no plot at this place; it has so many.
    fn no_plot(index: usize, count: usize) -> String;
    /// The module at hand only names this figure.
    fn not_drawn(figure: &str) -> String;
    /// There is no derivative of this order.
    fn no_order(order: u8) -> String;
}

/// Names and texts.
pub const WORDS: &[(&str, Text)] = &[
    ("add", ADD),
    ("again", AGAIN),
    ("back", BACK),
    ("allRows", ALL_ROWS),
    ("byLayer", BY_LAYER),
    ("change", CHANGE),
    ("controls", CONTROLS),
    ("copied", COPIED),
    ("copy", COPY),
    ("copyFormula", COPY_FORMULA),
    ("csv", CSV),
    ("dark", DARK),
    ("data", DATA),
    ("deeper", DEEPER),
    ("dismiss", DISMISS),
    ("facts", FACTS),
    ("followed", FOLLOWED),
    ("formulas", FORMULAS),
    ("ignored", IGNORED),
    ("keys", KEYS),
    ("left", LEFT),
    ("legend", LEGEND),
    ("less", LESS),
    ("light", LIGHT),
    ("listen", LISTEN),
    ("marksHelp", MARKS_HELP),
    ("more", MORE),
    ("noFigure", NO_FIGURE),
    ("notAsked", NOT_ASKED),
    ("notHeard", NOT_HEARD),
    ("notShared", NOT_SHARED),
    ("ofFigure", OF_FIGURE),
    ("pause", PAUSE),
    ("parameter", PARAMETER),
    ("play", PLAY),
    ("player", PLAYER),
    ("predict", PREDICT),
    ("preparing", PREPARING),
    ("projector", PROJECTOR),
    ("refused", REFUSED),
    ("remove", REMOVE),
    ("reset", RESET),
    ("resetHelp", RESET_HELP),
    ("right", RIGHT),
    ("search", SEARCH),
    ("share", SHARE),
    ("skip", SKIP),
    ("stepBack", STEP_BACK),
    ("stepOn", STEP_ON),
    ("stopped", STOPPED),
    ("replay", REPLAY),
    ("replayHelp", REPLAY_HELP),
    ("system", SYSTEM),
    ("theme", THEME),
    ("toStart", TO_START),
    ("value", VALUE),
    ("whole", WHOLE),
    ("zoom", ZOOM),
    ("zoomIn", ZOOM_IN),
    ("zoomOut", ZOOM_OUT),
];
