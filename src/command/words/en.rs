//! The same in English.

use std::io;

pub const CIRCLE: &str = "its links lead in a circle";
pub const NO_FIGURE: &str = "no figure is named; `activation-lab list` has them";
pub const NO_SIZE: &str = "the picture has no size";
pub const NO_TERMINAL: &str = "this is no text for a terminal; name a file with --out";
pub const NOT_UTF8: &str = "standard input is not text in UTF-8";
pub const PDF_EMPTY: &str = "the PDF has no picture";
pub const READ_ONLY: &str = "the file is read-only";

pub fn no_output(error: &io::Error) -> String {
    format!("cannot write standard output: {error}")
}

pub fn no_input(error: &io::Error) -> String {
    format!("cannot read standard input: {error}")
}

pub fn unreadable(file: &str, error: &io::Error) -> String {
    format!("cannot read '{file}': {error}")
}

pub fn unwritable(file: &str, why: &str) -> String {
    format!("cannot write '{file}': {why}")
}

pub fn no_neighbour(error: &io::Error) -> String {
    format!("its folder takes no new file: {error}")
}

pub fn no_file_name(path: &str) -> String {
    format!("'{path}' is not a file name; a folder needs one in it")
}

pub fn in_line(number: usize, why: &str) -> String {
    format!("line {number}: {why}")
}

pub fn for_pictures(option: &str, format: &str) -> String {
    format!("--{option} is for pictures, not for {format}")
}

pub fn for_format(option: &str, format: &str, other: &str) -> String {
    format!("--{option} is for {format}, not for {other}")
}

pub fn will_hold(file: &str, format: &str) -> String {
    format!("'{file}' will hold {format}, as --format says")
}

pub fn no_format(file: &str, end: &str, known: &str) -> String {
    format!("'{file}': no format is called '{end}'; there are: {known}; or say one with --format")
}

pub fn too_low(height: u16, least: &str) -> String {
    format!("--height {height}: at this width the plots need {least}")
}

pub fn too_many_pixels(width: &str, height: &str) -> String {
    format!("{width} × {height} pixels are too many; try a smaller --scale")
}

pub fn no_number_from(text: &str, least: f32, most: f32) -> String {
    format!("'{text}' is not a number from {least} to {most}")
}

pub fn no_font(family: &str) -> String {
    format!("--font: no font of this machine is called '{family}'")
}

pub fn no_pdf(why: &str) -> String {
    format!("the PDF cannot be made: {why}")
}

pub fn no_program(figure: &str) -> String {
    format!("{figure} has no program")
}

pub fn no_torch(figure: &str) -> String {
    format!("{figure} has no program for PyTorch; --format py has one for NumPy")
}

pub fn other_figure(name: &str, linked: &str) -> String {
    format!("the figure is '{name}', but the link is of '{linked}'")
}

pub fn no_hash(link: &str) -> String {
    format!("'{link}' has no # with a figure's state after it")
}

pub fn in_link(notes: &str) -> String {
    format!("in the link: {notes}")
}

pub fn not_a_pair(pair: &str) -> String {
    format!("'{pair}' is not of the form CONTROL=VALUE")
}
