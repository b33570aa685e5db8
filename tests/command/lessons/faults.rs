//! What is wrong with links and goals is told with its line.

use super::super::{run, text};
use super::{BROKEN, EXAMPLE, path};
use std::fs;

/// The example with `old` in the place of `new`; the command refuses it and names the line of `new`, if it is given by `at`, and what is wrong.
#[track_caller]
pub fn wrong(old: &str, new: &str, at: &str, what: &str) {
    let example = fs::read_to_string(EXAMPLE).expect(EXAMPLE);
    assert_eq!(example.matches(old).count(), 1, "{old}");
    let broken = example.replace(old, new);
    let found = broken.find(at).expect(at);
    let line = 1 + broken[..found].matches('\n').count();
    let name = format!("lesson-{}-{line}-{}.md", std::process::id(), new.len());
    let file = std::env::temp_dir().join(name);
    fs::write(&file, broken).expect("a file");
    let output = run(&["lesson", path(&file)], "");
    let _ = fs::remove_file(&file);
    let error = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{old} → {new}: {error}");
    let place = format!("{}:{line}: ", path(&file));
    let told = error.lines().filter(|line| line.contains(&place));
    let told: Vec<&str> = told.collect();
    assert!(
        told.iter().any(|line| line.contains(what)),
        "{old} → {new}, line {line}: {error}"
    );
}

#[test]
fn links_that_lead_nowhere_are_told() {
    let scene = "figure=decay&v=2&view=log&plots=gradient&controls=depth\n```\n\nTen";
    let with = |link: &str| {
        scene.replace(
            "figure=decay&v=2&view=log&plots=gradient&controls=depth",
            link,
        )
    };
    for (link, what) in [
        ("figure=dacay&v=2&controls=dpth", "dacay"),
        ("v=2&depth=3&controls=dpth", "names no figure"),
        (
            "figure=decay&view=log&controls=dpth",
            "begin it with figure=decay&v=2",
        ),
        ("figure=decay&v=2&dpth=20", "dpth"),
        ("figure=decay&v=2&controls=dpth", "'dpth'; there are:"),
        ("figure=decay&v=2&depth=9999&lock=dpth", "from 1 to 1000"),
        ("figure=decay&v=2&plots=gradients&hide=dpth", "gradients"),
        ("figure=decay&v=2&activation=sigmiod&hide=dpth", "sigmiod"),
    ] {
        wrong(scene, &with(link), link, what);
    }
    let reveal = "figure=decay&v=2&weight=4&view=log&plots=gradient&controls=weight";
    wrong(
        reveal,
        "figure=decay&v=2&wieght=4",
        "figure=decay&v=2&wieght=4",
        "wieght",
    );
    wrong(
        reveal,
        "figure=curves&v=2&x=4",
        "figure=curves&v=2&x=4",
        "the reveal is of 'curves'",
    );
    let witness = "figure=curves&v=2&activation=sigmoid&x=6&plots=slopes&controls=x";
    wrong(
        witness,
        "figure=curves&v=2&x=66",
        "figure=curves&v=2&x=66",
        "'66'",
    );
    wrong(
        witness,
        "figure=decay&v=2&weight=2",
        "figure=decay&v=2&weight=2",
        "the witness is of 'decay'",
    );
    wrong(&format!("{witness}\n"), "", "```done", "no condition");
    let text = "#figure=decay&v=2&view=log&plots=gradient&controls=depth&depth=20";
    wrong(text, "#figure=decay&v=2&depth=-20", "With [twice", "-20");
    wrong(text, "http://example.org", "With [twice", "https://");
    wrong(
        text,
        "javascript:alert(1)",
        "With [twice",
        "neither a state",
    );
}

#[test]
fn goals_that_prove_nothing_are_told() {
    wrong(
        "slope_1 < 0.02",
        "slop_1 < 0.02",
        "slop_1 < 0.02",
        "no measure of 'curves' is called 'slop_1'; there are:",
    );
    wrong(
        "slope_1 < 0.02",
        "slope < 0.02",
        "slope < 0.02",
        "slope_SERIES",
    );
    wrong(
        "slope_1 < 0.02",
        "slope_1 < much",
        "slope_1 < much",
        "not a condition",
    );
    wrong(
        "slope_1 < 0.02",
        "slope_1 * 2 < 0.02",
        "slope_1 * 2",
        "not a condition",
    );
    wrong(
        "slope_1 < 0.02",
        "curves.slope_1 < 0.02",
        "curves.slope_1 < 0.02",
        "not a condition",
    );
    wrong(
        "slope_1 < 0.02",
        "slope_1 < 0.3",
        "```done",
        "reached already",
    );
    wrong(
        "slope_1 > 0.25",
        "slope_1 > 0.01",
        "```impossible",
        "reached already",
    );
    // The slope of the sigmoid at 6 is 0.00247.
    wrong(
        "slope_1 < 0.02",
        "slope_1 < 0.002",
        "figure=curves&v=2&activation=sigmoid&x=6",
        "the witness does not show slope_1 < 0.002: slope_1 is 0.00246",
    );
    wrong(
        "slope_1 < 0.02",
        "slope_2 < 0.02",
        "figure=curves&v=2&activation=sigmoid&x=6",
        "slope_2 has no value",
    );
    wrong(
        "slope_1 < 0.02",
        "value_1 - slope_1 > 1",
        "figure=curves&v=2&activation=sigmoid&x=6",
        "does not show value_1 - slope_1 > 1: value_1 is 0.9975",
    );
    wrong(
        "claim a-quarter-is-a-bound",
        "claim a-third-is-a-bound",
        "claim a-third",
        "no claim 'a-third-is-a-bound'",
    );
    wrong(
        "claim a-quarter-is-a-bound",
        "because",
        "because\n",
        "`claim ID`",
    );
    wrong(
        "### Why\n\nThe slope is f·(1 − f), and",
        "And",
        "```impossible",
        "why it is impossible",
    );
}

/// Nearly every sentence that there is of something wrong: two are of a whole lesson, and told where there is none.
#[test]
fn each_fault_is_told_in_its_line_and_in_the_language_that_is_spoken() {
    let told = |language: &str| {
        let output = run(&["--lang", language, "lesson", BROKEN], "");
        assert_eq!(output.status.code(), Some(2));
        let told = text(&output.stderr);
        let lines = told.lines().map(|line| {
            let (_, rest) = line.split_once(".md:").expect("a file");
            let (line, what) = rest.split_once(": ").expect("a line");
            (line.to_owned(), what.to_owned())
        });
        lines.collect::<Vec<(String, String)>>()
    };
    let (english, own) = (told("en"), told("pseudo"));
    assert_eq!(english.len(), 60, "{english:#?}");
    let lines = |told: &[(String, String)]| {
        told.iter()
            .map(|(line, _)| line.clone())
            .collect::<Vec<_>>()
    };
    let mut of_english = lines(&english);
    let mut of_own = lines(&own);
    // Of those of one line the words say which is first.
    of_english.sort_unstable();
    of_own.sort_unstable();
    assert_eq!(of_english, of_own);
    for (line, what) in own {
        assert!(
            what.starts_with('⟦') && what.ends_with('⟧'),
            "{line}: {what}"
        );
    }
}

/// A mark that some editors put before a text, and their ends of lines, change nothing.
#[test]
fn a_file_of_another_editor_is_the_same_lesson() {
    let example = fs::read_to_string(EXAMPLE).expect(EXAMPLE);
    let other = format!("\u{feff}{}", example.replace('\n', "\r\n"));
    let folder = std::env::temp_dir().join(format!("lesson-editor-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("one-slope.md");
    fs::write(&file, other).expect("a lesson");
    let [theirs, ours] = [path(&file), EXAMPLE].map(|file| {
        let output = run(&["lesson", file, "--quick", "-o", "-"], "");
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    });
    let _ = fs::remove_dir_all(&folder);
    assert_eq!(theirs, ours);
}

/// All faults of a file are told at once, in the order of their lines.
#[test]
fn every_fault_is_told() {
    let broken = fs::read_to_string(EXAMPLE).expect(EXAMPLE);
    let broken = broken
        .replace("controls=depth", "controls=dpth")
        .replace("- [x]", "- [ ]");
    let file = std::env::temp_dir().join(format!("lesson-{}-all.md", std::process::id()));
    fs::write(&file, broken).expect("a file");
    let output = run(&["lesson", path(&file), "-o", "-"], "");
    let _ = fs::remove_file(&file);
    assert!(output.stdout.is_empty());
    let error = text(&output.stderr);
    let lines = error
        .lines()
        .filter_map(|line| line.split(".md:").nth(1)?.split(':').next()?.parse().ok());
    let lines: Vec<usize> = lines.collect();
    assert_eq!(lines.len(), 3, "{error}");
    assert!(lines.is_sorted(), "{error}");
}
