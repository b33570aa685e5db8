//! Links: `depth=20&activation=leaky_relu(alpha=0.1)`, readable, any order, checked by the control table.

use super::Settings;
use std::fmt::Write as _;

/// Keys that say which figure and which spelling of links, not a value of a control.
const NOT_CONTROLS: [&str; 2] = ["figure", "v"];

/// Applies each part that can be read; returns one note for each that cannot.
pub fn apply(settings: &mut Settings, link: &str) -> Vec<String> {
    let parts = link.trim_start_matches(['#', '?']).split('&');
    let mut notes = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let Some((id, text)) = part.split_once('=') else {
            notes.push(format!(
                "'{}' is not of the form control=value",
                decoded(part)
            ));
            continue;
        };
        let id = decoded(id);
        if NOT_CONTROLS.contains(&id.as_str()) {
            continue;
        }
        if let Err(error) = settings.set(&id, &decoded(text)) {
            notes.push(error.to_string());
        }
    }
    notes
}

/// The figure that a link names, if it names one.
pub fn figure(link: &str) -> Option<String> {
    let mut parts = link.trim_start_matches(['#', '?']).split('&');
    parts.find_map(|part| {
        let (id, name) = part.split_once('=')?;
        (decoded(id) == "figure").then(|| decoded(name))
    })
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
        let link = "#figure=decay&v=1&depth=20&activation=leaky_relu(alpha%3D0.1)%2Ctanh";
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
}
