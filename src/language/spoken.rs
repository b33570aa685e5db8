//! From a text module to the languages.

use super::{Language, current, pseudo};

/// A text, or several, that can be made pseudo.
pub trait Spoken {
    /// The same in the pseudo-language.
    fn pseudo(self) -> Self;
}

impl Spoken for String {
    fn pseudo(self) -> String {
        pseudo(&self)
    }
}

impl<T: Spoken> Spoken for Option<T> {
    fn pseudo(self) -> Option<T> {
        self.map(T::pseudo)
    }
}

impl<T: Spoken> Spoken for Vec<T> {
    fn pseudo(self) -> Vec<T> {
        self.into_iter().map(T::pseudo).collect()
    }
}

impl<T: Spoken, const N: usize> Spoken for [T; N] {
    fn pseudo(self) -> [T; N] {
        self.map(T::pseudo)
    }
}

/// What is said in the language that is spoken. A language of its own would have one more parameter here, and one more arm.
#[inline(always)] // In a build of one language nothing is left of it.
pub fn said<T: Spoken>(english: impl FnOnce() -> T) -> T {
    match current() {
        #[cfg(any(feature = "english", not(feature = "pseudo")))]
        Language::English => english(),
        #[cfg(feature = "pseudo")]
        Language::Pseudo => english().pseudo(),
    }
}

/// Declares the texts of a module once; each language has them in a module of its own beneath it, English in `en`.
///
/// `const` are texts that never change, `label` are pairs of a control's label and help, and the functions write sentences.
/// A function that a language lacks, or that takes something else there, does not compile.
///
/// ```
/// mod en {
///     pub const TITLE: &str = "What comes back";
///     pub const DEPTH: [&str; 2] = ["Depth", "How many layers the signal crosses."];
///     pub fn layers(count: usize) -> String {
///         format!("{count} layers")
///     }
/// }
/// language::texts! {
///     const TITLE;
///     label DEPTH;
///     /// So many layers.
///     fn layers(count: usize) -> String;
/// }
/// use language::{Language, speaking};
/// assert_eq!((TITLE.read(), layers(3)), ("What comes back".to_owned(), "3 layers".to_owned()));
/// assert_eq!(speaking(Language::Pseudo, || layers(3)), "⟦3 ļáéýéířšó⟧");
/// ```
#[macro_export]
macro_rules! texts {
    (
        $(const $($text:ident),+ $(,)?;)?
        $(label $($label:ident),+ $(,)?;)?
        $(
            $(#[$about:meta])*
            fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $answer:ty;
        )*
    ) => {
        $($(
            #[allow(missing_docs)] // its name says what it is of
            pub const $text: $crate::Text = $crate::Text::new(en::$text);
        )+)?
        $($(
            #[allow(missing_docs)] // its name says what it is of
            pub const $label: $crate::Label = $crate::Label::new(en::$label);
        )+)?
        $(
            $(#[$about])*
            pub fn $name($($argument: $type),*) -> $answer {
                $crate::said(|| en::$name($($argument),*))
            }
        )*
    };
}
