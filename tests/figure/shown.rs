//! A figure in a state.

use activation_lab::figure::{Settings, View, find};

/// The settings of a figure whose controls have these values.
pub fn settings(figure: &str, pairs: &[(&str, &str)]) -> Settings {
    let mut settings = Settings::defaults(find(figure).expect(figure).controls);
    for (id, text) in pairs {
        settings.set(id, text).expect(text);
    }
    settings
}

/// The view of a figure in that state.
pub fn view(figure: &str, pairs: &[(&str, &str)]) -> View {
    find(figure).expect(figure).view(&settings(figure, pairs))
}
