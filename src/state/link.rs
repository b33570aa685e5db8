//! Links: `depth=20&activation=leaky_relu(alpha=0.1)`, readable, any order, checked by the control table.
//!
//! Anybody can write a link, of any length: it is cut before it is read, and what is wrong with it is told in a few notes.
//!
//! A link says only what differs from the factory state, so it has to say of which version: an address, which names its figure, carries `v=2`.
//! One without was written before there were versions, and means the defaults of that time ([`Control::former`](super::Control)); one that names a figure and nothing else shows it as it is.
//! A state without a figure is no address: a script hands it to the figure that it has before it, which is of today.

use super::{Settings, text};
use crate::model::quote::quotable;
use std::fmt::Write as _;

/// Keys that say which figure and which spelling of links, not a value of a control.
const NOT_CONTROLS: [&str; 2] = ["figure", "v"];

/// The version of the defaults that a link of today leaves out.
const VERSION: &str = "2";

/// The version whose addresses do not say one.
const FIRST: &str = "1";

/// Bytes of a link that are read: ten times the longest that the figures write.
const LONGEST: usize = 16 << 10;

/// Notes that are worth reading; of the others only their number is told.
const MOST_NOTES: usize = 5;

/// What could not be read, in few words.
#[derive(Default)]
struct Notes {
    lines: Vec<String>,
    more: usize,
}

impl Notes {
    fn add(&mut self, line: impl FnOnce() -> String) {
        if self.lines.len() < MOST_NOTES {
            self.lines.push(line());
        } else {
            self.more += 1;
        }
    }

    fn list(mut self) -> Vec<String> {
        if self.more > 0 {
            self.lines.push(text::and_more(self.more));
        }
        self.lines
    }
}

/// What a link is read into.
pub trait Target {
    /// Back to the values to which links of version 1 referred.
    fn go_back(&mut self);

    /// One part of the link: its key and its text; what is wrong with it, if anything is.
    fn set(&mut self, key: &str, text: &str) -> Result<(), String>;
}

impl Target for Settings {
    fn go_back(&mut self) {
        Settings::go_back(self);
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), String> {
        Settings::set(self, key, text).map_err(|error| error.to_string())
    }
}

/// Applies each part that can be read; returns a note for each that cannot, or for the first five and the number of the others.
pub fn apply(target: &mut impl Target, link: &str) -> Vec<String> {
    let link = link.trim_start_matches(['#', '?']);
    let read = cut(link);
    let mut notes = Notes::default();
    if read.len() < link.len() {
        notes.add(|| text::too_long(read.len(), link.len()));
    }
    match version(read).as_deref() {
        Some(FIRST) => target.go_back(),
        None | Some(VERSION) => {}
        Some(other) => notes.add(|| text::unknown_version(&quotable(other), VERSION)),
    }
    for part in read.split('&').filter(|part| !part.is_empty()) {
        let Some((id, text)) = part.split_once('=') else {
            notes.add(|| text::not_a_pair(&quotable(&decoded(part))));
            continue;
        };
        let id = decoded(id);
        if NOT_CONTROLS.contains(&id.as_str()) {
            continue;
        }
        if let Err(error) = target.set(&id, &decoded(text)) {
            notes.add(|| error);
        }
    }
    notes.list()
}

/// The whole parts of a link that fit.
fn cut(link: &str) -> &str {
    if link.len() <= LONGEST {
        return link;
    }
    let fits = link.as_bytes()[..LONGEST].iter();
    // An ampersand is one byte in UTF-8, so a character is never split.
    let end = fits.enumerate().rev().find(|(_, byte)| **byte == b'&');
    end.map_or("", |(end, _)| &link[..end])
}

/// The figure that a link names, if it names one.
pub fn figure(link: &str) -> Option<String> {
    value(link, "figure")
}

/// The version that a link is of, where it says one or is of the first.
fn version(link: &str) -> Option<String> {
    let says_more = link.split('&').filter(|part| part.contains('=')).count() > 1;
    let unsaid = || figure(link).filter(|_| says_more).map(|_| FIRST.to_owned());
    value(link, "v").or_else(unsaid)
}

/// What a link says of a key, where it says something.
pub fn value(link: &str, key: &str) -> Option<String> {
    let mut parts = link.trim_start_matches(['#', '?']).split('&');
    parts.find_map(|part| {
        let (id, text) = part.split_once('=')?;
        (decoded(id) == key).then(|| decoded(text))
    })
}

/// The address of a figure in a state, which [`spell`] has spelled, without the `#`.
pub fn address(figure: &str, state: &str) -> String {
    let name = spell(&[("figure", figure.to_owned()), ("v", VERSION.to_owned())]);
    match state {
        "" => name,
        _ => format!("{name}&{state}"),
    }
}

/// Pairs in the spelling of links.
pub fn spell(pairs: &[(&str, String)]) -> String {
    let parts: Vec<String> = pairs
        .iter()
        .map(|(id, text)| format!("{id}={}", encoded(text)))
        .collect();
    parts.join("&")
}

/// Percent-encoding of what a URL's fragment cannot hold; parentheses, commas and `=` stay readable.
fn encoded(text: &str) -> String {
    let mut result = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~,()=:".contains(&byte) {
            result.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(result, "%{byte:02X}");
        }
    }
    result
}

/// Undoes percent-encoding; a `%` that is none stays as it is, and so does `+`, which belongs to numbers like 1e+3.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut result = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digit = |offset: usize| {
            bytes
                .get(at + offset)
                .and_then(|&b| char::from(b).to_digit(16))
        };
        if let (b'%', Some(high), Some(low)) = (byte, digit(1), digit(2)) {
            result.push((high * 16 + low) as u8);
            at += 3;
        } else {
            result.push(byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&result).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::find;

    fn settings() -> Settings {
        Settings::defaults(find("decay").map_or(&[], |figure| figure.controls))
    }

    #[test]
    fn a_link_reads_back_as_it_was_spelled() {
        let mut first = settings();
        let link = "#figure=decay&v=2&depth=20&activation=leaky_relu(alpha%3D0.1)%2Ctanh";
        assert_eq!(apply(&mut first, link), Vec::<String>::new());
        let spelled = spell(&first.changed());
        assert_eq!(spelled, "activation=leaky_relu(alpha=0.1),tanh&depth=20");
        let mut second = settings();
        assert!(apply(&mut second, &spelled).is_empty());
        assert_eq!(first, second);
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_applies() {
        let mut settings = settings();
        let notes = apply(&mut settings, "depth=many&wieght=2&weight=2&%ZZ&bias=%FF");
        let culprits = ["'many'", "'wieght'", "'%ZZ'", "'bias'"];
        assert_eq!(notes.len(), culprits.len(), "{notes:?}");
        for (note, culprit) in notes.iter().zip(culprits) {
            assert!(note.contains(culprit), "{note} should name {culprit}");
        }
        assert_eq!(spell(&settings.changed()), "weight=2");
    }

    #[test]
    fn a_flood_is_cut_and_told_in_few_lines() {
        let mut settings = settings();
        let unknown: Vec<String> = (0..20_000).map(|i| format!("k{i}={i}")).collect();
        let notes = apply(&mut settings, &unknown.join("&"));
        assert_eq!(notes.len(), 6, "{notes:?}");
        assert!(notes[0].contains("too long"), "{notes:?}");
        assert!(notes[5].starts_with("and "), "{notes:?}");
        let many = format!("weight=2&activation={}&bias=1", "relu,".repeat(50_000));
        assert_eq!(apply(&mut settings, &many).len(), 1);
        // What came before is read; what came after is cut off.
        assert_eq!(spell(&settings.changed()), "weight=2");
        let some = format!("activation={}&bias=1", "relu,".repeat(3000));
        let notes = apply(&mut settings, &some);
        assert!(notes.len() == 1 && notes[0].len() < 300, "{notes:?}");
        assert_eq!(spell(&settings.changed()), "weight=2&bias=1");
        let giant = format!("depth={}", "9".repeat(1 << 20));
        let notes = apply(&mut settings, &giant);
        assert!(notes.len() == 1 && notes[0].len() < 100, "{notes:?}");
    }
}
