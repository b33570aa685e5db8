//! What the command says of files and options.

mod en;

use activation_lab::texts;
use std::io;

texts! {
    const CIRCLE, NO_FIGURE, NO_SIZE, NO_TERMINAL, NOT_UTF8, PDF_EMPTY, READ_ONLY;
    /// Standard output takes nothing.
    fn no_output(error: &io::Error) -> String;
    /// Standard input gives nothing.
    fn no_input(error: &io::Error) -> String;
    /// A file cannot be read.
    fn unreadable(file: &str, error: &io::Error) -> String;
    /// A file cannot be written.
    fn unwritable(file: &str, why: &str) -> String;
    /// Why a file cannot be written: none can be put beside it.
    fn no_neighbour(error: &io::Error) -> String;
    /// A path is that of a folder.
    fn no_file_name(path: &str) -> String;
    /// A line of the input, and what is wrong with it.
    fn in_line(number: usize, why: &str) -> String;
    /// An option of pictures is given for something else.
    fn for_pictures(option: &str, format: &str) -> String;
    /// An option of one format is given for another one.
    fn for_format(option: &str, format: &str, other: &str) -> String;
    /// The name of a file says one format, and an option another one.
    fn will_hold(file: &str, format: &str) -> String;
    /// The name of a file ends in no format.
    fn no_format(file: &str, end: &str, known: &str) -> String;
    /// A picture is too low for its plots.
    fn too_low(height: u16, least: &str) -> String;
    /// A picture has too many pixels.
    fn too_many_pixels(width: &str, height: &str) -> String;
    /// A number is none of those from one to another.
    fn no_number_from(text: &str, least: f32, most: f32) -> String;
    /// No font has this family.
    fn no_font(family: &str) -> String;
    /// A PDF cannot be made.
    fn no_pdf(why: &str) -> String;
    /// A figure has no program.
    fn no_program(figure: &str) -> String;
    /// A figure has no program for PyTorch.
    fn no_torch(figure: &str) -> String;
    /// A figure is named, and a link of another one is given.
    fn other_figure(name: &str, linked: &str) -> String;
    /// An address has no state in it.
    fn no_hash(link: &str) -> String;
    /// What of a link cannot be read.
    fn in_link(notes: &str) -> String;
    /// An argument is no `CONTROL=VALUE`.
    fn not_a_pair(pair: &str) -> String;
}
