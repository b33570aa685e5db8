//! What of a figure is shown: it changes pictures, and neither numbers nor words.

use activation_lab::figure::{
    FIGURES, Figure, Framing, Ink, Part, SCENE_KEY, SHOWN_KEYS, Scene, View, find, link,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Its figure in that state, shown so.
fn scene(figure: &str, link: &str) -> Scene {
    let mut scene = Scene::new(find(figure).expect(figure));
    assert_eq!(scene.apply(link), Vec::<String>::new(), "{figure}: {link}");
    scene
}

fn ids(view: &View) -> Vec<&str> {
    view.plots.iter().map(|plot| plot.id).collect()
}

/// States of each figure in which it draws what it does not always draw; training is short.
const STATES: [(&str, &str); 12] = [
    ("neuron", ""),
    ("neuron", "inputs=1"),
    ("collapse", "activation=relu"),
    ("curves", "second=true"),
    ("decay", "activation=relu,tanh&depth=7"),
    ("layers", "depth=4&width=8"),
    ("layers", "depth=4&width=8&show=both"),
    ("freeze", "step=4&width=4"),
    ("freeze", "step=4&width=4&show=boundary"),
    ("freeze", "step=4&width=4&data=sine"),
    ("freeze", "step=0&width=4&show=inputs"),
    ("dying", "step=3"),
];

#[test]
fn what_is_shown_changes_neither_numbers_nor_words() {
    for (figure, state) in STATES {
        let whole = scene(figure, state).view();
        for plot in find(figure).expect(figure).plots {
            let alone = scene(figure, &format!("{state}&plots={plot}&controls=none")).view();
            assert_eq!(ids(&alone), [*plot], "{figure} {state}");
            assert_eq!(alone.summary, whole.summary, "{figure} {plot}");
            assert_eq!(alone.measures, whole.measures, "{figure} {plot}");
            assert_eq!(alone.readouts, whole.readouts, "{figure} {plot}");
            assert_eq!(alone.formulas, whole.formulas, "{figure} {plot}");
            // A plot that the whole figure has is the same by itself, and its legend names no more.
            if let Some(same) = whole.plots.iter().find(|other| other.id == *plot) {
                // With nothing beside it the chain is drawn larger.
                let is_strip = same.framing == Framing::Strip;
                // A cell without a number is not equal to itself.
                let [mine, same] = [&alone.plots[0], same].map(|plot| format!("{plot:?}"));
                assert!(is_strip || mine == same, "{figure} {state} {plot}");
                let is_named = |key| whole.legend.contains(key);
                assert!(alone.legend.iter().all(is_named), "{figure} {state} {plot}");
            }
        }
    }
}

#[test]
fn every_plot_is_listed_and_both_of_a_pair_have_one_name() {
    for figure in FIGURES {
        let states = STATES.iter().filter(|(id, _)| *id == figure.id);
        let views: Vec<View> = states
            .map(|(_, state)| scene(figure.id, state).view())
            .collect();
        let seen: BTreeSet<&str> = views.iter().flat_map(ids).collect();
        let listed: BTreeSet<&str> = figure.plots.iter().copied().collect();
        assert!(
            seen.is_subset(&listed),
            "{}: {seen:?} in {listed:?}",
            figure.id
        );
    }
    let pair = scene("freeze", "step=2&width=3&plots=boundary,meter");
    assert_eq!(ids(&pair.view()), ["meter", "boundary_a", "boundary_b"]);
    assert!(pair.link().ends_with("&plots=meter,boundary"));
    let one = scene("freeze", "step=2&width=3&plots=inputs_b");
    assert_eq!(ids(&one.view()), ["inputs_b"]);
}

#[test]
fn a_named_scene_shows_few_things_and_says_so_in_its_link() {
    for figure in FIGURES {
        assert!(!figure.scenes.is_empty(), "{}", figure.id);
        for named in figure.scenes {
            let by_name = scene(figure.id, &format!("{SCENE_KEY}={}", named.id));
            let by_link = scene(figure.id, named.link);
            assert_eq!(by_name.link(), by_link.link());
            let plots = by_name.view().plots.len();
            assert!((1..=2).contains(&plots), "{} {}", figure.id, named.id);
            let controls = figure.known().controls;
            let there = controls.iter().filter(|id| by_name.shown.has_control(id));
            assert_eq!(there.count(), 1, "{} {}", figure.id, named.id);
        }
    }
    // What stands beside the name goes before what the name says, on whichever side it stands.
    let before = scene("decay", "controls=weight&scene=gradient");
    let after = scene("decay", "scene=gradient&controls=weight");
    assert_eq!(before.link(), after.link());
    assert!(before.link().contains("plots=gradient&controls=weight"));
    let mut scene = Scene::new(find("decay").expect("decay"));
    let notes = scene.apply("scene=<b>&depth=3");
    assert!(notes.len() == 1 && notes[0].contains("'<b>'"), "{notes:?}");
    assert_eq!(scene.link(), "figure=decay&v=2&depth=3");
}

#[test]
fn a_picture_has_the_parts_that_are_asked_for() {
    let pictured = |link: &str| {
        let scene = scene("decay", link);
        scene.pictured(&scene.view())
    };
    let whole = pictured("");
    assert!(!whole.view.legend.is_empty() && whole.view.plots.len() == 3);
    assert_eq!(whole.title(), whole.name);
    // One plot by itself has its title over all, and once.
    let alone = pictured("plots=gradient");
    assert!(!alone.view.legend.is_empty());
    assert_eq!(alone.title(), whole.view.plots[1].title);
    assert_eq!(alone.view.plots[0].title, "");
    assert!(
        pictured("plots=gradient&parts=title")
            .view
            .legend
            .is_empty()
    );
    let bare = pictured("plots=gradient&parts=none");
    assert_eq!(bare.title(), "");
    assert_eq!(bare.name, alone.name);
}

#[test]
fn one_number_or_two_are_large_and_red_is_what_is_lost() {
    for (figure, link) in STATES {
        let readouts = scene(figure, link).view().readouts;
        let large = readouts.iter().filter(|one| one.is_large).count();
        // Many curves are compared in one line.
        let least = usize::from(figure != "curves");
        assert!(
            (least..=2).contains(&large),
            "{figure} {link}: {large} are large"
        );
    }
    let ink = |link: &str| scene("dying", link).view().readouts[0].ink;
    let dead = |link: &str| scene("dying", link).view().readouts[0].value.clone();
    let (all, none) = ("v=2&step=0", "v=2&step=0&bias=0");
    assert_eq!((dead(all).as_str(), ink(all)), ("4 of 4", Ink::Alarm));
    assert_eq!((dead(none).as_str(), ink(none)), ("0 of 4", Ink::Muted));
}

#[test]
fn no_control_has_a_name_that_links_need() {
    let reserved = [
        &SHOWN_KEYS[..],
        &[
            SCENE_KEY, "link", "figure", "v", "sum", "theme", "ui", "lang",
        ],
    ]
    .concat();
    for figure in FIGURES {
        let known = figure.known().controls;
        let taken: Vec<&&str> = known.iter().filter(|id| reserved.contains(id)).collect();
        assert!(taken.is_empty(), "{}: {taken:?}", figure.id);
        let different: BTreeSet<&&str> = known.iter().collect();
        assert_eq!(different.len(), known.len(), "{}", figure.id);
    }
}

#[test]
fn an_old_link_still_shows_the_whole_figure() {
    for old in [
        "figure=freeze&v=2&show=boundary&step=3&width=3",
        "figure=freeze&show=inputs&step=3&width=3",
        "figure=layers&show=z&depth=3&width=4",
    ] {
        let figure = link::figure(old).expect(old);
        let scene = scene(&figure, old);
        assert!(!scene.shown.is_narrow(), "{old}");
        assert!(scene.view().plots.len() > 2, "{old}");
    }
}

fn names(figure: &Figure, key: usize) -> Vec<String> {
    let known = figure.known();
    let parts = Part::ALL.map(Part::id).to_vec();
    let list = match SHOWN_KEYS[key] {
        "plots" => known.plots.to_vec(),
        "parts" => parts,
        _ => known.controls,
    };
    let strange = [
        "all", "none", "", "x", "<i>", "\u{202e}", "boundary", "depth ",
    ];
    let all = list.into_iter().chain(strange);
    all.map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn any_list_is_read_or_told_and_what_it_means_reads_back(
        which in 0..FIGURES.len(),
        key in 0..SHOWN_KEYS.len(),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        second in any::<prop::sample::Index>(),
    ) {
        let figure = &FIGURES[which];
        let names = names(figure, key);
        let list: Vec<&str> = picks.iter().map(|pick| pick.get(&names).as_str()).collect();
        let mut scene = Scene::new(figure);
        let other = SHOWN_KEYS[second.index(SHOWN_KEYS.len())];
        let notes = scene.apply(&format!("{}={}&{other}=all", SHOWN_KEYS[key], list.join(",")));
        prop_assert!(notes.len() <= 1, "{:?}", notes);
        let mut again = Scene::new(figure);
        prop_assert_eq!(again.apply(&scene.state()), Vec::<String>::new());
        prop_assert_eq!(&again.shown, &scene.shown);
        let plots = figure.plots.iter().filter(|plot| scene.shown.wants(plot, true));
        prop_assert!(plots.count() > 0);
    }
}
