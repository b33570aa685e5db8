//! Foreign text inside an error message: as it was given, but short, and with nothing in it that cannot be seen.

/// Characters of a text that a message repeats.
const MOST: usize = 60;

/// The text for a message. What is invisible or would turn the line around (control, zero-width and bidirectional marks) is written as `\u{202e}`; of a long text the beginning stands, with its length.
pub fn quotable(text: &str) -> String {
    let mut result = visible(text.chars().take(MOST));
    if text.chars().nth(MOST).is_some() {
        let all = text.chars().count();
        result.push_str(&format!("… ({all} characters)"));
    }
    result
}

/// The same of a text that is as long as it is, such as the path of a file, where the end says most.
pub fn visible(text: impl IntoIterator<Item = char>) -> String {
    let mut result = String::new();
    for c in text {
        if hides(c) {
            result.extend(c.escape_unicode());
        } else {
            result.push(c);
        }
    }
    result
}

fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}')
        || ('\u{200b}'..='\u{200f}').contains(&c)
        || ('\u{2028}'..='\u{202e}').contains(&c)
        || ('\u{2060}'..='\u{206f}').contains(&c)
        || ('\u{e0000}'..='\u{e0fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_what_was_typed_unless_that_cannot_be_seen_or_is_long() {
        assert_eq!(quotable(" 1.000,5 <b>"), " 1.000,5 <b>");
        assert_eq!(
            quotable("1\u{202e}23\u{feff}\0"),
            "1\\u{202e}23\\u{feff}\\u{0}"
        );
        let long = quotable(&"9".repeat(1_000_000));
        assert!(long.ends_with("99… (1000000 characters)"), "{long}");
        assert!(long.chars().count() < 90, "{long}");
        // Sixty are still whole.
        assert_eq!(quotable(&"é".repeat(60)), "é".repeat(60));
    }
}
