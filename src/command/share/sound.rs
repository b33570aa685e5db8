//! Every text of the player of sounds, by the name that its scripts know it by.

mod en;

use activation_lab::language::Text;
use activation_lab::texts;

texts! {
    const
        CURVE_HELP, KEY_LEAVE, NO_SOUND, NOTES_HELP, NOTHING, PAUSE, PLAY, REFUSED, SERIES, SPEED, STOP, TITLE, VOLUME;
}

/// Names and texts.
pub const WORDS: &[(&str, Text)] = &[
    ("curveHelp", CURVE_HELP),
    ("keyLeave", KEY_LEAVE),
    ("noSound", NO_SOUND),
    ("notesHelp", NOTES_HELP),
    ("nothing", NOTHING),
    ("pause", PAUSE),
    ("play", PLAY),
    ("refused", REFUSED),
    ("series", SERIES),
    ("speed", SPEED),
    ("stop", STOP),
    ("title", TITLE),
    ("volume", VOLUME),
];
