//! States of the figures as they were looked at once: eight drawn, byte for byte, between them in every theme; of the others all that is shown, as text.
//!
//! The factory states are drawn in `docs/figures`, too, which `cargo xtask figures` makes and a test compares.
//! `BLESS=1 cargo test --test chart` writes them anew; a missing one fails.

use crate::snapshot::snapshot;
use activation_lab::chart::{Theme, svg};
use activation_lab::figure::{Figure, Settings, find};
use std::path::PathBuf;

/// Values of controls.
type Pairs<'a> = &'a [(&'a str, &'a str)];

/// Name, figure, settings, theme.
const DRAWN: [(&str, &str, Pairs, Theme); 8] = [
    (
        "neuron-four",
        "neuron",
        &[
            ("inputs", "4"),
            ("x3", "1.5"),
            ("w3", "-2"),
            ("x4", "-0.75"),
            ("w4", "2"),
            ("activation", "sigmoid"),
        ],
        Theme::Projector,
    ),
    (
        "curves-jumps",
        "curves",
        &[
            ("activation", "step,hard_shrink,sine(omega=30)"),
            ("x", "0.5"),
        ],
        Theme::Light,
    ),
    (
        "decay-explodes",
        "decay",
        &[
            ("activation", "relu,leaky_relu"),
            ("weight", "3"),
            ("depth", "40"),
            ("view", "log"),
        ],
        Theme::Print,
    ),
    (
        "collapse-bent",
        "collapse",
        &[("activation", "tanh"), ("t", "0.5"), ("depth", "6")],
        Theme::Dark,
    ),
    (
        "layers-critical-z",
        "layers",
        &[
            ("activation", "tanh"),
            ("gain", "1.8"),
            ("bias_std", "0.5"),
            ("show", "z"),
            ("layer", "7"),
        ],
        Theme::Dark,
    ),
    (
        "freeze-boundary",
        "freeze",
        &[
            ("show", "boundary"),
            ("b_activation", "sigmoid"),
            ("b_residual", "true"),
            ("b_layer_norm", "true"),
            ("step", "1000"),
            ("rate", "0.02"),
        ],
        Theme::Dark,
    ),
    (
        "freeze-stopped",
        "freeze",
        &[
            ("show", "boundary"),
            ("data", "sine"),
            ("rate", "0.5"),
            ("activation", "identity"),
            ("step", "50"),
        ],
        Theme::Projector,
    ),
    ("dying", "dying", &[], Theme::Light),
];

/// Name, figure, settings.
const TOLD: [(&str, &str, Pairs); 16] = [
    ("neuron", "neuron", &[]),
    ("neuron-dead", "neuron", &[("b", "-1")]),
    (
        "neuron-one",
        "neuron",
        &[("inputs", "1"), ("w1", "-2"), ("activation", "hard_tanh")],
    ),
    ("curves", "curves", &[]),
    (
        "curves-dark-second",
        "curves",
        &[("second", "true"), ("inputs", "true")],
    ),
    ("decay", "decay", &[]),
    (
        "decay-thousand",
        "decay",
        &[
            ("depth", "1000"),
            ("activation", "tanh,sigmoid"),
            ("view", "log"),
        ],
    ),
    (
        "decay-dead",
        "decay",
        &[("activation", "relu"), ("bias", "-2"), ("weight", "2")],
    ),
    ("decay-single", "decay", &[("depth", "1")]),
    ("collapse", "collapse", &[]),
    ("layers", "layers", &[]),
    (
        "layers-dead",
        "layers",
        &[
            ("activation", "relu"),
            ("width", "3"),
            ("depth", "60"),
            ("seed", "2"),
        ],
    ),
    (
        "layers-residual",
        "layers",
        &[
            ("activation", "gelu"),
            ("residual", "true"),
            ("layer_norm", "true"),
            ("depth", "1"),
            ("show", "a"),
        ],
    ),
    ("freeze", "freeze", &[]),
    (
        "freeze-branch",
        "freeze",
        &[
            ("show", "inputs"),
            ("layer", "3"),
            ("activation", "tanh"),
            ("branch", "100"),
            ("step", "180"),
        ],
    ),
    (
        "dying-leak",
        "dying",
        &[
            ("leak", "one"),
            ("leaky_unit", "3"),
            ("leak_step", "60"),
            ("step", "120"),
        ],
    ),
];

fn state(id: &str, pairs: Pairs) -> (&'static Figure, Settings) {
    let figure = find(id).expect(id);
    let mut settings = Settings::defaults(figure.controls);
    for (control, text) in pairs {
        settings.set(control, text).expect(text);
    }
    (figure, settings)
}

/// Whether a file has this text; writes it where that is asked for.
fn is_kept(name: &str, text: &str) -> bool {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let path = folder.join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(&folder).expect("the folder");
        std::fs::write(&path, text).expect(name);
    }
    std::fs::read_to_string(&path).ok().as_deref() == Some(text)
}

#[test]
fn golden_pictures() {
    let wrong = DRAWN.into_iter().filter_map(|(name, id, pairs, theme)| {
        let (figure, settings) = state(id, pairs);
        let (view, title) = (figure.view(&settings), figure.title.read());
        let drawn = svg(&view, &title, figure.layout, 720.0, theme);
        (!is_kept(&format!("{name}.svg"), &drawn)).then_some(name)
    });
    let wrong: Vec<&str> = wrong.collect();
    assert!(wrong.is_empty(), "not as in tests/golden: {wrong:?}");
}

#[test]
fn golden_views() {
    let wrong = TOLD.into_iter().filter_map(|(name, id, pairs)| {
        let (figure, settings) = state(id, pairs);
        let told = snapshot(&figure.view(&settings));
        (!is_kept(&format!("{name}.txt"), &told)).then_some(name)
    });
    let wrong: Vec<&str> = wrong.collect();
    assert!(wrong.is_empty(), "not as in tests/golden: {wrong:?}");
}
