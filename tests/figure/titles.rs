//! Titles stand over every state of their figure: they ask what is to be looked at, and say nothing that a control could make false.

use crate::shown;

use activation_lab::figure::{FIGURES, Figure, Kind, View};

/// Beginnings of words that say how something turns out; only what is decided from measures may.
const RESULTS: [&str; 19] = [
    "learns", "learned", "freez", "frozen", "dies", "dying", "never", "nothing", "always",
    "vanish", "explo", "fade", "shrink", "grow", "surviv", "stand", "stays", "still", "decide",
];

/// The longest title, in characters: one line over a figure of 480 pixels.
const LONGEST: usize = 60;

/// What a text states, if it states a result; what it asks, it does not state.
fn result(text: &str) -> Option<&str> {
    let sentences = text.split_inclusive(['.', '?', ':']);
    let stated = sentences.filter(|sentence| !sentence.ends_with('?'));
    let mut words = stated.flat_map(|sentence| sentence.split(|c: char| !c.is_alphanumeric()));
    words.find(|word| {
        let word = word.to_lowercase();
        RESULTS.iter().any(|result| word.starts_with(result))
    })
}

#[test]
fn a_title_is_a_short_question_and_a_lead_says_what_to_do() {
    for figure in FIGURES {
        let (title, lead) = (figure.title.read(), figure.lead.read());
        assert!(title.ends_with('?'), "{title}");
        assert!(title.chars().count() <= LONGEST, "{title}");
        assert_eq!(result(&title), None, "{title}");
        assert_eq!(result(&lead), None, "{lead}");
    }
}

/// The name of a scene stands over it whatever is moved in it: it asks, without a mark, or names what is drawn.
#[test]
fn a_scene_is_named_by_what_it_shows() {
    let asks = [
        "What ",
        "Which ",
        "Whether ",
        "Where ",
        "At which ",
        "For which ",
        "On how ",
    ];
    for scene in FIGURES.iter().flat_map(|figure| figure.scenes) {
        let is_question = asks.iter().any(|word| scene.title.read().starts_with(word));
        assert!(
            is_question || result(&scene.title.read()).is_none(),
            "{}",
            scene.title
        );
    }
}

/// One option away from the first state, for every choice, switch and activation.
fn neighbours(figure: &'static Figure) -> impl Iterator<Item = View> {
    let pairs = figure.controls.iter().flat_map(|control| {
        let values: Vec<&str> = match &control.kind {
            Kind::Choice { options, .. } => options.iter().map(|option| option.0).collect(),
            Kind::Switch { .. } => vec!["true", "false"],
            Kind::Activations { .. } => vec!["relu", "step", "gelu"],
            Kind::Number { .. } => Vec::new(),
        };
        values.into_iter().map(|value| (control.id, value))
    });
    pairs.map(move |(id, value)| {
        let mut all = vec![(id, value)];
        // One step is enough for a title.
        all.extend(
            figure
                .player
                .as_ref()
                .map(|player| (player.step.name(), "1")),
        );
        shown::view(figure.id, &all)
    })
}

#[test]
fn no_title_of_a_plot_states_a_result() {
    for figure in FIGURES {
        for view in neighbours(figure) {
            for plot in &view.plots {
                assert_eq!(result(&plot.title), None, "{}: {}", figure.id, plot.title);
            }
        }
    }
}

/// What stood over the figures once is caught.
#[test]
fn a_result_is_seen() {
    for (title, word) in [
        ("The gradient shrinks at every layer it crosses", "shrinks"),
        ("A unit that is never on can never learn again", "never"),
        ("Where the curve is flat, nothing comes back", "nothing"),
        ("Stack up layers: the grid stays straight.", "stays"),
    ] {
        assert_eq!(result(title), Some(word));
    }
    assert_eq!(result("Drag: does it fade or grow?"), None);
}
