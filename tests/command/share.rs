//! What the page's Share dialog is made of: every plot has a name, every text is there in each language, and the scripts know the same ones.

use super::{run, text};
use activation_lab::figure::FIGURES;
use serde_json::Value;

fn dialog(language: &str) -> Value {
    said(language, "dialog")
}

fn said(language: &str, part: &str) -> Value {
    let output = run(&["--lang", language, "share", part], "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn every_plot_has_a_short_name_of_its_own() {
    let data = dialog("en");
    for figure in FIGURES {
        let plots = data["figures"][figure.id]["plots"].as_array();
        let plots = plots.expect("plots");
        let ids: Vec<&str> = plots.iter().filter_map(|p| p["id"].as_str()).collect();
        assert_eq!(ids, figure.plots);
        let mut names: Vec<&str> = plots.iter().filter_map(|p| p["name"].as_str()).collect();
        assert_eq!(names.len(), ids.len(), "{}: a plot has no name", figure.id);
        names.sort_unstable();
        names.dedup();
        assert_eq!(
            names.len(),
            ids.len(),
            "{}: two have the same name",
            figure.id
        );
        assert!(names.iter().all(|name| name.chars().count() < 24));
    }
}

#[test]
fn the_scripts_know_the_words_that_there_are() {
    let dialog = include_str!("../../www/types/share.d.ts");
    same_words(("dialog", "words"), dialog, "interface ShareWords {\n");
    let lesson = include_str!("../../www/types/lesson.d.ts");
    same_words(("lesson", "words"), lesson, "interface LessonWords {\n");
    let reading = include_str!("../../www/types/reading.d.ts");
    same_words(("reading", "words"), reading, "interface ReadingWords {\n");
    let question = include_str!("../../www/types/question.d.ts");
    same_words(("lesson", "ask"), question, "interface QuestionWords {\n");
}

fn same_words((part, table): (&str, &str), declared: &str, interface: &str) {
    let (_, rest) = declared.split_once(interface).expect("the interface");
    let (members, _) = rest.split_once('}').expect("its end");
    let declared: Vec<&str> = members
        .lines()
        .filter_map(|line| line.trim().strip_suffix(": string;"))
        .collect();
    let data = said("en", part);
    let said: Vec<&str> = data[table]
        .as_object()
        .expect("words")
        .keys()
        .map(String::as_str)
        .collect();
    let sorted = |mut names: Vec<&str>| {
        names.sort_unstable();
        names.join(" ")
    };
    assert_eq!(sorted(declared), sorted(said));
}

/// Each text is between the brackets of the pseudo-language, or has no word of two letters; what a program is called keeps its name.
#[test]
fn in_the_pseudo_language_none_is_english() {
    let data = dialog("pseudo");
    let words = data["words"].as_object().expect("words");
    let lesson = said("pseudo", "lesson");
    let attributes = said("pseudo", "attributes");
    let mut texts: Vec<&Value> = words.values().collect();
    texts.extend(lesson["words"].as_object().expect("words").values());
    texts.extend(
        attributes
            .as_array()
            .into_iter()
            .flatten()
            .map(|a| &a["says"]),
    );
    for figure in data["figures"].as_object().expect("figures").values() {
        texts.extend(
            figure["plots"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|p| &p["name"]),
        );
        texts.extend(
            figure["scenes"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|s| &s["title"]),
        );
    }
    assert!(texts.len() > 100, "only {} texts", texts.len());
    for said in texts {
        let said = said.as_str().expect("a text");
        assert!(said.starts_with('⟦') && said.ends_with('⟧'), "{said}");
    }
}
