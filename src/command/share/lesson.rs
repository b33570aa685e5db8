//! Every text around a lesson, by the name that its scripts know it by; what stands in braces is put in there.

mod en;

use activation_lab::language::Text;
use activation_lab::texts;

texts! {
    const
        BACK, BEGIN, BLANK, CAN, CANNOT, CANNOT_RIGHT, CLOCK, COUNT, DONE, DONE_WHEN, ELAPSED, FINISH, HINT_AGAIN, HINT_DISCUSS, HINT_ON, HINT_VOTE, KEY_ANSWER, KEY_BACK, KEY_BLANK, KEY_COUNT, KEY_FIRST, KEY_FULL, KEY_HELP, KEY_LAST, KEY_LEAVE, KEY_LISTEN, KEY_NEXT, KEY_NOTES, KEY_PAUSE, KEY_VOTES, LEAVE, MINUTES, NEXT, NEXT_STEP, NO_LESSON, NO_NOTES, NO_WINDOW, NOTES, NOW, OWN_FILE, OWN_SENTENCE, PLANNED, PRESENT, RESTART, REVEAL, STEP, VOTE_FIRST, VOTE_FOR, VOTE_SECOND, VOTES, WORKSHEET;
}

/// Names and texts.
pub const WORDS: &[(&str, Text)] = &[
    ("back", BACK),
    ("begin", BEGIN),
    ("blank", BLANK),
    ("can", CAN),
    ("cannot", CANNOT),
    ("cannotRight", CANNOT_RIGHT),
    ("clock", CLOCK),
    ("count", COUNT),
    ("done", DONE),
    ("doneWhen", DONE_WHEN),
    ("elapsed", ELAPSED),
    ("finish", FINISH),
    ("hintAgain", HINT_AGAIN),
    ("hintDiscuss", HINT_DISCUSS),
    ("hintOn", HINT_ON),
    ("hintVote", HINT_VOTE),
    ("keyAnswer", KEY_ANSWER),
    ("keyBack", KEY_BACK),
    ("keyBlank", KEY_BLANK),
    ("keyCount", KEY_COUNT),
    ("keyFirst", KEY_FIRST),
    ("keyFull", KEY_FULL),
    ("keyHelp", KEY_HELP),
    ("keyLast", KEY_LAST),
    ("keyLeave", KEY_LEAVE),
    ("keyListen", KEY_LISTEN),
    ("keyNext", KEY_NEXT),
    ("keyNotes", KEY_NOTES),
    ("keyPause", KEY_PAUSE),
    ("keyVotes", KEY_VOTES),
    ("leave", LEAVE),
    ("minutes", MINUTES),
    ("next", NEXT),
    ("nextStep", NEXT_STEP),
    ("noLesson", NO_LESSON),
    ("noNotes", NO_NOTES),
    ("noWindow", NO_WINDOW),
    ("notes", NOTES),
    ("now", NOW),
    ("ownFile", OWN_FILE),
    ("ownSentence", OWN_SENTENCE),
    ("planned", PLANNED),
    ("present", PRESENT),
    ("restart", RESTART),
    ("reveal", REVEAL),
    ("step", STEP),
    ("voteFirst", VOTE_FIRST),
    ("voteFor", VOTE_FOR),
    ("voteSecond", VOTE_SECOND),
    ("votes", VOTES),
    ("worksheet", WORKSHEET),
];
