//! The texts of the player of sounds in English.

pub const CURVE_HELP: &str = "From left to right in {seconds} seconds, at single speed. The higher the value, the higher the tone, {octaves} octaves from the foot of the picture to its top; below zero there is noise, and a tick where zero is crossed.";
pub const KEY_LEAVE: &str = "Stops the sound; once more, puts the player away";
pub const NO_SOUND: &str = "This browser cannot play computed sound: it has no Web Audio.";
pub const NOTES_HELP: &str = "One note for each layer, from the last to the first, as the gradient goes. Ten times less is {decibels} decibels quieter, and lower; where nothing arrives, or it is lost, there is silence.";
pub const NOTHING: &str = "Nothing in these pictures can be heard now.";
pub const PAUSE: &str = "Pause";
pub const PLAY: &str = "Play";
pub const REFUSED: &str = "The browser does not play yet: press Play once more. Where there is no sound device, it cannot.";
pub const SERIES: &str = "What is heard";
pub const SPEED: &str = "Speed";
pub const STOP: &str = "Stop";
pub const TITLE: &str = "Player of sounds";
pub const VOLUME: &str = "Volume";
