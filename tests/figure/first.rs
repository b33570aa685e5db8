//! The list for the page's first module: the same figures, of which some are only named.

use activation_lab::figure::{FIGURES, FIRST, Figure, Settings, View, find, find_in};

#[test]
fn what_is_first_is_the_same_figure_and_the_rest_is_named() {
    let names = |list: &[Figure]| -> Vec<&str> { list.iter().map(|figure| figure.id).collect() };
    assert_eq!(names(FIRST), names(FIGURES));
    let mut drawn = Vec::new();
    for (first, whole) in FIRST.iter().zip(FIGURES) {
        let settings = Settings::defaults(first.controls);
        let ids = |figure: &Figure| -> Vec<&str> {
            figure.controls.iter().map(|control| control.id).collect()
        };
        assert_eq!(ids(first), ids(whole), "{}", first.id);
        assert_eq!(first.title.read(), whole.title.read(), "{}", first.id);
        if first.draws.is_some() {
            assert!(
                first.view(&settings) == whole.view(&settings),
                "{}",
                first.id
            );
            assert_eq!(first.actions.len(), whole.actions.len(), "{}", first.id);
            drawn.push(first.id);
        } else {
            assert!(first.view(&settings) == View::default(), "{}", first.id);
            assert!(
                whole.draws.is_some() && first.actions.is_empty(),
                "{}",
                first.id
            );
        }
    }
    // In the article's order: what comes after them waits.
    assert_eq!(drawn, names(&FIGURES[..drawn.len()]));
}

#[test]
fn a_figure_is_found_in_either_list_and_an_unknown_one_in_none() {
    assert!(find("freeze").is_ok_and(|figure| figure.draws.is_some()));
    assert!(find_in(FIRST, "freeze").is_ok_and(|figure| figure.draws.is_none()));
    let error = find_in(FIRST, "nothing")
        .err()
        .map(|error| error.to_string());
    assert_eq!(error, find("nothing").err().map(|error| error.to_string()));
    assert!(error.is_some_and(|error| error.contains("nothing") && error.contains("dying")));
}
