//! The page in its languages: which features its module has, where it lies, and what becomes of the article.
//!
//! `www/index.html` is in English. An article in another language would be a file of its own beside it; that of the pseudo-language is made from the English one.

use anyhow::{Result, bail};
use clap::ValueEnum;
use std::path::PathBuf;

use crate::places;

#[path = "../../src/language/pseudo.rs"]
mod pseudo;

/// A language of the page, by the name of its feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// What `www/index.html` is written in
    English,
    /// English with accents, half as long again, between brackets
    Pseudo,
}

/// Elements whose contents nobody reads as words.
const NO_WORDS: [&str; 5] = ["script", "style", "code", "svg", "math"];

impl Language {
    /// The feature of the page's modules.
    pub fn feature(self) -> &'static str {
        match self {
            Language::English => "english",
            Language::Pseudo => "pseudo",
        }
    }

    /// Its name for the native command.
    pub fn id(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Pseudo => "pseudo",
        }
    }

    /// The folder of its site and its single file.
    pub fn folder(self) -> PathBuf {
        match self {
            Language::English => places::folder(),
            Language::Pseudo => places::folder().join(self.id()),
        }
    }

    /// The article, or a part of it.
    pub fn article(self, english: &str) -> Result<String> {
        match self {
            Language::English => Ok(english.to_owned()),
            Language::Pseudo => Ok(words_of(english)?.replacen(
                "lang=\"en-GB\"",
                "lang=\"en-x-pseudo\" dir=\"ltr\"",
                1,
            )),
        }
    }

    /// The script that tells of a failure: it must not ask the module for its sentences, which are between quotes.
    pub fn failed(self, english: &str) -> String {
        let line = |line: &str| match line.split_once(" = '") {
            Some((name, text)) if name.trim_start().starts_with("const ") => {
                let (text, end) = text.rsplit_once('\'').unwrap_or((text, ""));
                match text.contains(' ') {
                    true => format!("{name} = '{}'{end}\n", pseudo::pseudo(text)),
                    false => format!("{line}\n"),
                }
            }
            _ => format!("{line}\n"),
        };
        match self {
            Language::English => english.to_owned(),
            Language::Pseudo => english.lines().map(line).collect(),
        }
    }
}

/// HTML with the words of its text nodes in the pseudo-language; tags, comments and entities stay.
fn words_of(html: &str) -> Result<String> {
    let mut whole = String::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        whole.push_str(&text_node(text));
        let name: String = tag
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let end = match () {
            _ if tag.starts_with("!--") => "-->".to_owned(),
            _ if NO_WORDS.contains(&name.as_str()) => format!("</{name}>"),
            _ => ">".to_owned(),
        };
        let Some((inside, after)) = tag.split_once(&end) else {
            bail!("a `<{name}` in the page is not closed by `{end}`");
        };
        let inside = match name.as_str() {
            "math" => inside
                .replace("<mn>", "\u{0}")
                .split('\u{0}')
                .enumerate()
                .fold(String::new(), |all, (index, part)| {
                    match (index, part.split_once("</mn>")) {
                        (1.., Some((number, rest))) => {
                            format!("{all}<mn>{}</mn>{rest}", number.replace('.', ","))
                        }
                        _ => all + part,
                    }
                }),
            _ => inside.to_owned(),
        };
        whole.push_str(&format!("<{inside}{end}"));
        rest = after;
    }
    whole.push_str(&text_node(rest));
    Ok(whole)
}

/// Blanks at both ends stay outside the brackets, and entities are no words: braces keep them for so long.
fn text_node(text: &str) -> String {
    let words = text.trim();
    if words.is_empty() {
        return text.to_owned();
    }
    let mut kept = String::new();
    for (index, part) in words.split('&').enumerate() {
        match part.split_once(';') {
            _ if index == 0 => kept.push_str(part),
            Some((entity, rest)) => kept.push_str(&format!("{{&{entity};}}{rest}")),
            None => kept.push_str(&format!("&{part}")),
        }
    }
    let said = pseudo::pseudo(&kept).replace("{&", "&").replace(";}", ";");
    text.replacen(words, &said, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html lang=\"en-GB\"><!-- figure:decay --><style>p {}</style>\n<p class=\"a b\">\n  Half &amp; half: <a href=\"#figure=decay\">0.5 each</a> <math><mi>x</mi><mo>=</mo><mn>0.5</mn></math>\n</p></html>";

    #[test]
    fn only_what_is_read_changes() {
        assert_eq!(Language::English.article(PAGE).unwrap(), PAGE);
        let page = Language::Pseudo.article(PAGE).unwrap();
        for kept in [
            "<html lang=\"en-x-pseudo\" dir=\"ltr\"><!-- figure:decay --><style>p {}</style>\n<p class=\"a b\">\n  ⟦",
            " &amp; ",
            "<a href=\"#figure=decay\">⟦0,5 ",
            "⟧</a> <math><mi>x</mi><mo>=</mo><mn>0,5</mn></math>\n</p></html>",
        ] {
            assert!(page.contains(kept), "{kept} in {page}");
        }
        assert!(!page.contains("alf") && !page.contains("each"), "{page}");
        assert!(words_of("<math><mi>x</mi>").is_err());
    }

    #[test]
    fn the_sentences_of_a_failure_change_and_the_names_do_not() {
        let script = "  const TAG = 'activation-lab';\n  const STILL = 'It stands.';\n";
        let said = Language::Pseudo.failed(script);
        assert!(said.starts_with("  const TAG = 'activation-lab';\n  const STILL = '⟦"));
        assert!(said.ends_with("⟧';\n"), "{said}");
    }
}
