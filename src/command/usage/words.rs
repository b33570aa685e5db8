//! The sentences about arguments, and what clap brings itself.

mod en;

use activation_lab::language::Text;
use activation_lab::texts;

/// What of a name there is a similar one.
#[derive(Clone, Copy)]
pub enum Tip {
    Subcommand,
    Argument,
    Value,
}

texts! {
    const ERROR, TIP, MISSING, NOT_UTF8, POSSIBLE, SUBCOMMANDS, UNREADABLE, USAGE, COMMANDS, ARGUMENTS, OPTIONS,
        DEFAULT, VALUES, SEE_MORE, SEE_LESS, HELP, HELP_OF, VERSION;
    /// Where more is said.
    fn for_more(help: &str) -> String;
    /// An argument is given twice.
    fn repeated(argument: &str) -> String;
    /// Two arguments exclude each other.
    fn conflicts(argument: &str, other: &str) -> String;
    /// The same of several, which are listed.
    fn conflicts_with_these(argument: &str) -> String;
    /// An argument lacks its value.
    fn no_value(argument: &str) -> String;
    /// An argument does not take this value.
    fn no_such_value(value: &str, argument: &str) -> String;
    /// There is no such subcommand.
    fn no_subcommand(subcommand: &str) -> String;
    /// A command is nothing without a subcommand.
    fn needs_subcommand(command: &str) -> String;
    /// An argument takes no value, or not one more.
    fn too_many(value: &str, argument: &str) -> String;
    /// There is no such argument.
    fn unexpected(argument: &str) -> String;
    /// Names that are similar to what was typed.
    fn similar(tip: Tip, count: usize, names: &str) -> String;
    /// How something that looks like an option is given as a value.
    fn as_value(argument: &str, instead: &str) -> String;
    /// An option that a subcommand has.
    fn elsewhere(known: &str) -> String;
    /// A subcommand stands after two hyphens.
    fn without(subcommand: &str, hyphens: &str) -> String;
    /// A number is not within a range.
    fn not_in(number: &str, range: &str) -> String;
    /// Why a text is no whole number.
    fn not_whole(error: &std::num::ParseIntError) -> String;
}

/// What clap writes into a help by itself, which is our English, and what it is in the language; the longer ones first.
pub const CLAP: [(&str, Text); 12] = [
    (en::HELP_OF, HELP_OF),
    (en::SEE_MORE, SEE_MORE),
    (en::SEE_LESS, SEE_LESS),
    (en::HELP, HELP),
    (en::VERSION, VERSION),
    (en::POSSIBLE, POSSIBLE),
    (en::VALUES, VALUES),
    (en::DEFAULT, DEFAULT),
    (en::USAGE, USAGE),
    (en::COMMANDS, COMMANDS),
    (en::ARGUMENTS, ARGUMENTS),
    (en::OPTIONS, OPTIONS),
];
