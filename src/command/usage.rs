//! What clap says of the command line, in the language that is spoken: what is wrong with the arguments, and what stands around the texts of `--help`.
//!
//! The sentences are ours, made of what clap knows of an error, and in English they are clap's own: a test holds that.

#[cfg(test)]
mod tests;
mod words;

use activation_lab::language::Text;
use clap::builder::{StyledStr, Styles, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;
use std::ops::RangeInclusive;
use words::Tip;

/// Before what is listed beneath a sentence.
const TAB: &str = "  ";

/// An error, or the help that was asked for, with its colours.
pub fn said(answer: &clap::Error) -> String {
    match answer.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion => spoken(&answer.render().ansi().to_string()),
        _ => refused(answer),
    }
}

/// A help of clap's, or a script for a shell, with the words that clap brings itself in the language.
pub fn spoken(printed: &str) -> String {
    let mut text = printed.to_owned();
    for (clap, own) in words::CLAP {
        text = text.replace(clap, &own.read());
    }
    text
}

/// What is wrong, what may have been meant, and where help is.
fn refused(error: &clap::Error) -> String {
    let styles = Styles::styled();
    let (head, valid, literal) = (styles.get_error(), styles.get_valid(), styles.get_literal());
    let mut text = format!("{head}{}{head:#} {}", words::ERROR, wrong(error, &styles));
    let tips = tips(error, &styles);
    if !tips.is_empty() {
        text.push('\n');
    }
    for tip in tips {
        text.push_str(&format!("\n{TAB}{valid}{}{valid:#} {tip}", words::TIP));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        text.push_str(&format!("\n\n{}", spoken(&usage.ansi().to_string())));
    }
    let help = format!("{literal}--help{literal:#}");
    text + "\n\n" + &words::for_more(&help) + "\n"
}

/// The sentence, and what is listed beneath it.
fn wrong(error: &clap::Error, styles: &Styles) -> String {
    let (bad, good, literal) = (
        styles.get_invalid(),
        styles.get_valid(),
        styles.get_literal(),
    );
    let texts = |kind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.as_slice(),
        _ => &[],
    };
    let (argument, value) = (
        text(error, ContextKind::InvalidArg),
        text(error, ContextKind::InvalidValue),
    );
    let refused = format!("{bad}{argument}{bad:#}");
    let (named, given) = (
        format!("{literal}{argument}{literal:#}"),
        format!("{bad}{value}{bad:#}"),
    );
    let listed = |items: &[String], style: &anstyle::Style| -> String {
        let item = |item: &String| format!("\n{TAB}{style}{item}{style:#}");
        items.iter().map(item).collect()
    };
    match error.kind() {
        ErrorKind::ArgumentConflict => {
            let other = text(error, ContextKind::PriorArg);
            let others = texts(ContextKind::PriorArg);
            match other == argument {
                true => words::repeated(&refused),
                false if others.is_empty() => {
                    words::conflicts(&refused, &format!("{bad}{other}{bad:#}"))
                }
                false => words::conflicts_with_these(&refused) + &listed(others, bad),
            }
        }
        ErrorKind::InvalidValue => {
            let sentence = match value.is_empty() {
                true => words::no_value(&refused),
                false => words::no_such_value(&given, &named),
            };
            sentence + &among(words::POSSIBLE, texts(ContextKind::ValidValue), good)
        }
        ErrorKind::ValueValidation => {
            let sentence = words::no_such_value(&given, &named);
            match error.source() {
                Some(why) => format!("{sentence}: {why}"),
                None => sentence,
            }
        }
        ErrorKind::InvalidSubcommand => {
            let subcommand = text(error, ContextKind::InvalidSubcommand);
            words::no_subcommand(&format!("{bad}{subcommand}{bad:#}"))
        }
        ErrorKind::MissingSubcommand => {
            let command = text(error, ContextKind::InvalidSubcommand);
            words::needs_subcommand(&format!("{bad}{command}{bad:#}"))
                + &among(
                    words::SUBCOMMANDS,
                    texts(ContextKind::ValidSubcommand),
                    good,
                )
        }
        ErrorKind::MissingRequiredArgument => {
            words::MISSING.read() + &listed(texts(ContextKind::InvalidArg), good)
        }
        ErrorKind::TooManyValues => words::too_many(&given, &named),
        ErrorKind::UnknownArgument => words::unexpected(&refused),
        ErrorKind::InvalidUtf8 => words::NOT_UTF8.read(),
        // Nothing of ours takes a number of values, or needs an equals sign.
        _ => words::UNREADABLE.read(),
    }
}

/// What an error knows under one kind; nothing where that is no text.
fn text(error: &clap::Error, kind: ContextKind) -> &str {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text,
        _ => "",
    }
}

/// The values that there are, or whatever else is one of a few.
fn among(what: Text, values: &[String], style: &anstyle::Style) -> String {
    if values.is_empty() {
        return String::new();
    }
    let values = values
        .iter()
        .map(|value| format!("{style}{value}{style:#}"));
    let values = values.collect::<Vec<_>>().join(", ");
    format!("\n{TAB}[{what} {values}]")
}

/// What may have been meant.
fn tips(error: &clap::Error, styles: &Styles) -> Vec<String> {
    let style = styles.get_valid();
    let similar = [
        (ContextKind::SuggestedSubcommand, Tip::Subcommand),
        (ContextKind::SuggestedArg, Tip::Argument),
        (ContextKind::SuggestedValue, Tip::Value),
    ];
    let similar = similar.into_iter().filter_map(|(kind, tip)| {
        let names = match error.get(kind)? {
            ContextValue::String(name) => std::slice::from_ref(name),
            ContextValue::Strings(names) => names.as_slice(),
            _ => return None,
        };
        let shown = names.iter().map(|name| format!("'{style}{name}{style:#}'"));
        let shown = shown.collect::<Vec<_>>().join(", ");
        Some(words::similar(tip, names.len(), &shown))
    });
    let others = match error.get(ContextKind::Suggested) {
        Some(ContextValue::StyledStrs(tips)) => tips.as_slice(),
        _ => &[],
    };
    let argument = text(error, ContextKind::InvalidArg);
    let others = others.iter().map(|tip| other(tip, argument, styles));
    similar.chain(others).collect()
}

/// A tip that clap has written out already, told from the others by its quotation marks.
fn other(tip: &StyledStr, argument: &str, styles: &Styles) -> String {
    let (good, bad) = (styles.get_valid(), styles.get_invalid());
    let tip = tip.ansi().to_string();
    if tip.ends_with('\'') {
        let (argument, instead) = (
            format!("{bad}{argument}{bad:#}"),
            format!("{good}-- {argument}{good:#}"),
        );
        return words::as_value(&argument, &instead);
    }
    match tip.strip_prefix('\'').and_then(|tip| tip.rsplit_once('\'')) {
        Some((known, _)) => words::elsewhere(known),
        None => words::without(
            &format!("{good}{argument}{good:#}"),
            &format!("{bad}--{bad:#}"),
        ),
    }
}

/// The parser of a whole number from one to another.
pub fn within(range: RangeInclusive<u16>) -> impl TypedValueParser<Value = u16> {
    move |text: &str| {
        let number: i64 = text.parse().map_err(|error| words::not_whole(&error))?;
        let within = u16::try_from(number).ok().filter(|n| range.contains(n));
        let no = || words::not_in(&number.to_string(), &format!("{range:?}"));
        within.ok_or_else(no)
    }
}
