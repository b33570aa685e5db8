//! The same in English, as clap says it.

use super::Tip;
use std::num::{IntErrorKind, ParseIntError};

pub const ERROR: &str = "error:";
pub const TIP: &str = "tip:";
pub const MISSING: &str = "the following required arguments were not provided:";
pub const NOT_UTF8: &str = "invalid UTF-8 was detected in one or more arguments";
pub const POSSIBLE: &str = "possible values:";
pub const SUBCOMMANDS: &str = "subcommands:";
pub const UNREADABLE: &str = "the arguments cannot be read";
pub const USAGE: &str = "Usage:";
pub const COMMANDS: &str = "Commands:";
pub const ARGUMENTS: &str = "Arguments:";
pub const OPTIONS: &str = "Options:";
pub const DEFAULT: &str = "default:";
pub const VALUES: &str = "Possible values:";
pub const SEE_MORE: &str = "Print help (see more with '--help')";
pub const SEE_LESS: &str = "Print help (see a summary with '-h')";
pub const HELP: &str = "Print help";
pub const HELP_OF: &str = "Print this message or the help of the given subcommand(s)";
pub const VERSION: &str = "Print version";

pub fn for_more(help: &str) -> String {
    format!("For more information, try '{help}'.")
}

pub fn repeated(argument: &str) -> String {
    format!("the argument '{argument}' cannot be used multiple times")
}

pub fn conflicts(argument: &str, other: &str) -> String {
    format!("the argument '{argument}' cannot be used with '{other}'")
}

pub fn conflicts_with_these(argument: &str) -> String {
    format!("the argument '{argument}' cannot be used with:")
}

pub fn no_value(argument: &str) -> String {
    format!("a value is required for '{argument}' but none was supplied")
}

pub fn no_such_value(value: &str, argument: &str) -> String {
    format!("invalid value '{value}' for '{argument}'")
}

pub fn no_subcommand(subcommand: &str) -> String {
    format!("unrecognized subcommand '{subcommand}'")
}

pub fn needs_subcommand(command: &str) -> String {
    format!("'{command}' requires a subcommand but one was not provided")
}

pub fn too_many(value: &str, argument: &str) -> String {
    format!("unexpected value '{value}' for '{argument}' found; no more were expected")
}

pub fn unexpected(argument: &str) -> String {
    format!("unexpected argument '{argument}' found")
}

pub fn similar(tip: Tip, count: usize, names: &str) -> String {
    let noun = match tip {
        Tip::Subcommand => "subcommand",
        Tip::Argument => "argument",
        Tip::Value => "value",
    };
    match count {
        1 => format!("a similar {noun} exists: {names}"),
        _ => format!("some similar {noun}s exist: {names}"),
    }
}

pub fn as_value(argument: &str, instead: &str) -> String {
    format!("to pass '{argument}' as a value, use '{instead}'")
}

pub fn elsewhere(known: &str) -> String {
    format!("'{known}' exists")
}

pub fn without(subcommand: &str, hyphens: &str) -> String {
    format!("subcommand '{subcommand}' exists; to use it, remove the '{hyphens}' before it")
}

pub fn not_in(number: &str, range: &str) -> String {
    format!("{number} is not in {range}")
}

pub fn not_whole(error: &ParseIntError) -> String {
    match error.kind() {
        IntErrorKind::Empty => "cannot parse integer from empty string".to_owned(),
        IntErrorKind::PosOverflow => "number too large to fit in target type".to_owned(),
        IntErrorKind::NegOverflow => "number too small to fit in target type".to_owned(),
        _ => "invalid digit found in string".to_owned(),
    }
}
