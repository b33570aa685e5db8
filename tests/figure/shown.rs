//! A figure as it is shown in a state.

use activation_lab::figure::{Settings, View, find};

/// The view of a figure whose controls have these values.
pub fn view(figure: &str, pairs: &[(&str, &str)]) -> View {
    let figure = find(figure).expect(figure);
    let mut settings = Settings::defaults(figure.controls);
    for (id, text) in pairs {
        settings.set(id, text).expect(text);
    }
    figure.view(&settings)
}
