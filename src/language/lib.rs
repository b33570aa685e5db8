//! Which language the program speaks, and what a language decides besides words.
//!
//! Hundreds of functions write texts, and within a run, or a page, the language never changes: so it is no parameter of theirs.
//! A program with several languages keeps the present one for each thread ([`speaking`]); a build with one, as the page's is, has it as a constant, and the choice is compiled away.
//!
//! Texts stand in text modules, as whole sentences in typed functions, one module for each language: see [`texts!`](crate::texts) and `docs/languages.md`.
//! Ids, links, the columns of tables and the keys of JSON are no texts.

mod formula;
mod pseudo;
mod spoken;
mod text;

pub use formula::{formula, markup};
pub use pseudo::pseudo;
pub use spoken::{Spoken, said};
pub use text::{Label, Text};

use std::cell::Cell;
use std::fmt;
use std::str::FromStr;

/// A language in which all texts are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// British English. It is there, too, where no other one is chosen.
    #[cfg(any(feature = "english", not(feature = "pseudo")))]
    English,
    /// No language: English with accents, half as long again, between brackets. It shows which texts are in no text module, and where there is no room for longer words.
    #[cfg(feature = "pseudo")]
    Pseudo,
}

impl Language {
    /// The languages of this build; the first is spoken unless another one is asked for.
    pub const ALL: &[Language] = &[
        #[cfg(any(feature = "english", not(feature = "pseudo")))]
        Language::English,
        #[cfg(feature = "pseudo")]
        Language::Pseudo,
    ];

    /// Its name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            #[cfg(any(feature = "english", not(feature = "pseudo")))]
            Language::English => "en",
            #[cfg(feature = "pseudo")]
            Language::Pseudo => "pseudo",
        }
    }

    /// What a page in it says of itself in `lang`; the tag of the pseudo-language is for private use.
    pub const fn tag(self) -> &'static str {
        match self {
            #[cfg(any(feature = "english", not(feature = "pseudo")))]
            Language::English => "en-GB",
            #[cfg(feature = "pseudo")]
            Language::Pseudo => "en-x-pseudo",
        }
    }

    /// The direction of its script, as `dir` has it.
    pub const fn direction(self) -> &'static str {
        "ltr"
    }

    /// What stands between whole numbers and decimals. Digits are not grouped: no number has more than four of them before its mark.
    pub const fn decimal_mark(self) -> char {
        match self {
            #[cfg(any(feature = "english", not(feature = "pseudo")))]
            Language::English => '.',
            // Another one than in English, so that it shows which numbers know of it.
            #[cfg(feature = "pseudo")]
            Language::Pseudo => ',',
        }
    }
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::ALL[0]) };
}

/// The language that is spoken now.
pub fn current() -> Language {
    match Language::ALL {
        [only] => *only,
        _ => SPOKEN.get(),
    }
}

/// Speaks a language as long as `say` takes, in this thread.
///
/// ```
/// use language::{Language, marked, speaking};
///
/// assert_eq!(marked("0.5".to_owned()), "0.5");
/// assert_eq!(speaking(Language::Pseudo, || marked("0.5".to_owned())), "0,5");
/// ```
pub fn speaking<T>(language: Language, say: impl FnOnce() -> T) -> T {
    /// Goes back to the language of before, even from a panic.
    struct Before(Language);
    impl Drop for Before {
        fn drop(&mut self) {
            SPOKEN.set(self.0);
        }
    }
    let _before = Before(SPOKEN.replace(language));
    say()
}

/// A number, written with a decimal point, with the mark of the language that is spoken.
pub fn marked(number: String) -> String {
    match current().decimal_mark() {
        '.' => number,
        mark => number.replace('.', mark.encode_utf8(&mut [0; 4])),
    }
}

/// No language has this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = Language::ALL.iter().map(|known| known.id()).collect();
        write!(f, "there are: {}", known.join(", "))
    }
}

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Language, UnknownLanguage> {
        let mut all = Language::ALL.iter().copied();
        all.find(|known| known.id() == text).ok_or(UnknownLanguage)
    }
}
