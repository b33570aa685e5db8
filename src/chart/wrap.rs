//! Texts that are wider than their room: broken at spaces, or written smaller.

use super::pen::snug_width;

/// What is kept free of the room: fonts differ from the guess.
const SLACK: f64 = 0.975;

/// The lines of a text, broken at spaces where it is wider than `room`; a word that is wider stays whole.
pub fn wrapped(text: &str, room: f64, height: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line} {word}"), room, height) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The height at which a line of text has room, at most `height`.
pub fn fitting(text: &str, room: f64, height: f64) -> f64 {
    if fits(text, room, height) {
        return height;
    }
    height * room.max(0.0) / least_room(text, height)
}

/// The room that a line of text needs.
pub fn least_room(text: &str, height: f64) -> f64 {
    snug_width(text, height) / SLACK
}

fn fits(text: &str, room: f64, height: f64) -> bool {
    least_room(text, height) <= room
}
