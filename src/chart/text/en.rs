//! What is said of drawing in English.

pub fn unknown_theme(name: &str, known: &str) -> String {
    format!("no theme is called '{name}'; there are: {known}")
}
