//! The pseudo-language: English that nobody takes for English.

/// Signs around a text: what stands between them has come through a text module.
const BRACKETS: [char; 2] = ['⟦', '⟧'];

/// The letters from a to z, with accents.
const ACCENTED: [char; 26] = [
    'á', 'ƀ', 'ç', 'đ', 'é', 'ƒ', 'ğ', 'ħ', 'í', 'ĵ', 'ķ', 'ļ', 'ɱ', 'ñ', 'ó', 'þ', 'ɋ', 'ř', 'š',
    'ŧ', 'ú', 'ṽ', 'ŵ', 'ẋ', 'ý', 'ž',
];

/// What is added, in turn.
const VOWELS: [char; 5] = ['á', 'é', 'í', 'ó', 'ú'];

/// A text with accents on its letters, half as long again, and between brackets.
///
/// Numbers take a decimal comma. As they are stay single letters, which are names of variables; what stands between straight quotes, backticks or braces; ids, which have an underscore or an equals sign in them; and options, which begin with two hyphens.
/// A text without words has no brackets, and brackets that a part has already are moved outwards.
pub fn pseudo(text: &str) -> String {
    let mut said = String::new();
    let mut changed = false;
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let part = part(rest, said.chars().next_back());
        let (own, after) = rest.split_at(part.length);
        match part.kind {
            Kind::Said => {
                changed = true;
                said.push_str(own.trim_matches(BRACKETS));
            }
            Kind::Word => {
                changed = true;
                for letter in own.chars() {
                    said.push(accented(letter));
                    count += 1;
                    if count % 2 == 0 {
                        said.push(VOWELS[count / 2 % VOWELS.len()]);
                    }
                }
            }
            Kind::Mark => said.push(','),
            Kind::Kept => said.push_str(own),
        }
        rest = after;
    }
    match changed {
        true => format!("{}{said}{}", BRACKETS[0], BRACKETS[1]),
        false => said,
    }
}

enum Kind {
    /// Something that is pseudo already.
    Said,
    Word,
    /// A decimal point.
    Mark,
    Kept,
}

struct Part {
    kind: Kind,
    length: usize,
}

/// The next part of a text, which is not empty, after a letter or at the beginning.
fn part(text: &str, before: Option<char>) -> Part {
    let first = text.chars().next().unwrap_or_default();
    let kept = |length: usize| Part {
        kind: Kind::Kept,
        length,
    };
    let upto = |end: char| {
        let from = first.len_utf8();
        text[from..].find(end).map(|at| from + at + end.len_utf8())
    };
    let closing = match first {
        '⟦' => upto(BRACKETS[1]),
        // After a letter it is an apostrophe, or the prime of a derivative.
        '\'' if !before.is_some_and(char::is_alphanumeric) => upto('\''),
        '`' => upto('`'),
        '{' => upto('}'),
        _ => None,
    };
    match (first, closing) {
        ('⟦', Some(length)) => {
            return Part {
                kind: Kind::Said,
                length,
            };
        }
        (_, Some(length)) => return kept(length),
        _ => {}
    }
    if first == '.' {
        let inside = before.is_some_and(|c| c.is_ascii_digit())
            && text[1..].starts_with(|c: char| c.is_ascii_digit());
        return match inside {
            true => Part {
                kind: Kind::Mark,
                length: 1,
            },
            false => kept(1),
        };
    }
    if let Some(option) = text.strip_prefix("--") {
        let end = option.find(|c: char| !c.is_ascii_alphabetic() && c != '-');
        return kept(2 + end.unwrap_or(option.len()));
    }
    if !first.is_ascii_alphabetic() {
        return kept(first.len_utf8());
    }
    let is_new = !before.is_some_and(|c| c.is_alphanumeric());
    let token = text.find(char::is_whitespace).unwrap_or(text.len());
    let token = text[..token].trim_end_matches([',', '.', ';', ':', '?', '!', ')', '⟧']);
    if is_new && token.contains(['_', '=']) {
        // An id's own parentheses are a part of it.
        let open = token.matches('(').count() > token.matches(')').count();
        return kept(token.len() + usize::from(open && text[token.len()..].starts_with(')')));
    }
    let length = text
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(text.len());
    match length {
        1 => kept(1),
        _ => Part {
            kind: Kind::Word,
            length,
        },
    }
}

fn accented(letter: char) -> char {
    let index = (letter.to_ascii_lowercase() as usize).wrapping_sub('a' as usize);
    let Some(&accented) = ACCENTED.get(index) else {
        return letter;
    };
    match letter.is_ascii_uppercase() {
        true => accented.to_uppercase().next().unwrap_or(accented),
        false => accented,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_accented_and_half_as_long_again() {
        let text = "Where the curve is flat";
        let said = pseudo(text);
        assert!(said.starts_with("⟦Ŵħéé") && said.ends_with('⟧'), "{said}");
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        assert_eq!(letters(&said), letters(text) * 3 / 2);
        assert!(!said.contains(|c: char| c.is_ascii_alphabetic()));
    }

    #[test]
    fn symbols_ids_and_quotes_stay_and_numbers_take_a_comma() {
        for same in ["", "z", "f′(z)", "w₁ · x₁", "−3 × 10⁻⁹", "σ_b", "[0, 1)"] {
            assert_eq!(pseudo(same), same);
        }
        assert_eq!(pseudo("0.48"), "0,48");
        let said = pseudo("set leaky_relu(alpha=0.1), or 'relu', to `tanh` in {name}.");
        for kept in [" leaky_relu(alpha=0.1), ", "'relu'", "`tanh`", "{name}.⟧"] {
            assert!(said.contains(kept), "{said}");
        }
        let said = pseudo("see --sigma-w, where f'(x) and the slope's f'(y) differ");
        assert!(said.contains(" --sigma-w, "), "{said}");
        assert!(!said.contains("and the slope"), "{said}");
        assert!(pseudo("less than 0.25 of it.").contains(" 0,25 "));
    }

    #[test]
    fn what_is_pseudo_stays_so() {
        let once = pseudo("the slope of");
        assert_eq!(pseudo(&once), once);
        let twice = pseudo(&format!("At x = 2, {once} f is 0."));
        assert_eq!(twice.matches(BRACKETS).count(), 2, "{twice}");
        assert!(twice.contains(once.trim_matches(BRACKETS)));
    }
}
