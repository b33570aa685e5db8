//! Formulas in a language: mathematics has few words, and its numbers have a decimal mark.

#[cfg(feature = "pseudo")]
use super::pseudo;
use super::{Language, current};

/// The words of formulas, as the printers of the model have them.
#[cfg(feature = "pseudo")]
const WORDS: [&str; 3] = ["if", "otherwise", "where"];

/// A formula as plain text or as TeX, whose `mark` between whole numbers and decimals may be another one than in texts.
#[cfg_attr(not(feature = "pseudo"), allow(unused_variables))] // English has the printers' own
pub fn formula(printed: String, mark: &str) -> String {
    match current() {
        #[cfg(any(feature = "english", not(feature = "pseudo")))]
        Language::English => printed,
        #[cfg(feature = "pseudo")]
        Language::Pseudo => worded(&printed, mark),
    }
}

/// A formula as MathML, of which only what stands between tags is read.
pub fn markup(printed: String) -> String {
    match current() {
        #[cfg(any(feature = "english", not(feature = "pseudo")))]
        Language::English => printed,
        #[cfg(feature = "pseudo")]
        Language::Pseudo => {
            let part = |part: &str| match part.split_once('>') {
                Some((tag, text)) => format!("<{tag}>{}", worded(text, ",")),
                None => part.to_owned(),
            };
            printed.split('<').skip(1).map(part).collect()
        }
    }
}

#[cfg(feature = "pseudo")]
fn worded(text: &str, mark: &str) -> String {
    let mut said = String::new();
    let mut word = String::new();
    let mut letters = text.chars().chain([' ']).peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_alphabetic() {
            word.push(letter);
            continue;
        }
        match WORDS.contains(&word.as_str()) {
            true => said.push_str(&pseudo(&word)),
            false => said.push_str(&word),
        }
        word.clear();
        let between = said.ends_with(|c: char| c.is_ascii_digit())
            && letters.peek().is_some_and(char::is_ascii_digit);
        match letter {
            '.' | ',' if between => said.push_str(mark),
            _ => said.push(letter),
        }
    }
    // The sentinel.
    said.pop();
    said
}

#[cfg(test)]
mod tests {
    use super::super::speaking;
    use super::*;

    #[test]
    fn words_and_decimals_of_formulas_are_the_languages() {
        let mathml = "<math><mn>0.01</mn><mspace width=\"0.2em\"/><mtext>if&#xa0;</mtext></math>";
        assert_eq!(markup(mathml.to_owned()), mathml);
        speaking(Language::Pseudo, || {
            let said = markup(mathml.to_owned());
            assert!(said.starts_with("<math><mn>0,01</mn><mspace width=\"0.2em\"/><mtext>⟦"));
            assert!(said.ends_with("⟧&#xa0;</mtext></math>"), "{said}");
            let plain = formula("x if x > 0.5; max(0, x) otherwise".to_owned(), ",");
            assert!(plain.starts_with("x ⟦") && plain.contains("x > 0,5; max(0, x) ⟦"));
            assert_eq!(formula("0,5 + 1.5".to_owned(), "{,}"), "0{,}5 + 1{,}5");
        });
    }
}
