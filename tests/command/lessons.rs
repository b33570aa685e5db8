//! Lessons: ours are right, and what is wrong in one is told with its line.

mod faults;
mod questions;

use super::{refused, run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of the lessons that the page tells.
fn ours() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/lessons");
    let folders = fs::read_dir(folder).expect(folder);
    let folders = folders.map(|entry| entry.expect(folder).path());
    // Beside them stands their order.
    let folders = folders.filter(|path| path.is_dir());
    let files = folders.flat_map(|path| fs::read_dir(path).expect(folder));
    files.map(|entry| entry.expect(folder).path()).collect()
}

/// The one that shows how lessons are written.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lessons/one-slope.md");

/// One with nearly everything wrong that can be.
const BROKEN: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/command/lessons/broken.md"
);

fn path(file: &Path) -> &str {
    file.to_str().expect("a path that is text")
}

/// Every scene and link can be read, every goal is reached in its witness and not before: the command works all of them out.
#[test]
fn nothing_is_wrong_with_our_lessons() {
    let mut files = ours();
    assert!(!files.is_empty());
    files.push(EXAMPLE.into());
    for file in &files {
        let output = run(&["lesson", path(file)], "");
        let error = text(&output.stderr);
        assert!(output.status.success(), "{error}");
        assert!(text(&output.stdout).ends_with("nothing is wrong\n"));
    }
}

/// What the description of the format shows as a whole lesson is one.
#[test]
fn nothing_is_wrong_with_the_lesson_of_the_docs() {
    let docs = include_str!("../../docs/lessons.md");
    let (_, rest) = docs.split_once("````markdown\n").expect("an example");
    let (example, _) = rest.split_once("````\n").expect("its end");
    let file = std::env::temp_dir().join(format!("lesson-docs-{}.md", std::process::id()));
    fs::write(&file, example).expect("a file");
    let output = run(&["lesson", path(&file)], "");
    let _ = fs::remove_file(&file);
    let error = text(&output.stderr);
    assert!(output.status.success(), "{error}");
    assert!(text(&output.stdout).contains(": 2 steps, 5 minutes; "));
}

#[test]
fn a_lesson_is_written_as_the_page_reads_it() {
    for file in ours() {
        let output = run(&["lesson", path(&file), "--quick", "-o", "-"], "");
        let lesson: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let folder = file.parent().and_then(|f| f.file_name());
        assert_eq!(lesson["id"].as_str(), folder.and_then(|f| f.to_str()));
        assert_eq!(lesson["language"], "en-GB");
        let steps = lesson["steps"].as_array().expect("steps");
        assert!(steps.len() > 2);
        for step in steps {
            let scene = step["scene"].as_str().expect("a scene");
            let figure = step["figure"].as_str().expect("a figure");
            assert!(
                scene.starts_with(&format!("figure={figure}&v=2")),
                "{scene}"
            );
        }
    }
}

#[test]
fn a_worksheet_asks_and_its_answers_tell() {
    let ask = run(&["lesson", EXAMPLE, "--worksheet", "-o", "-"], "");
    let tell = run(
        &["lesson", EXAMPLE, "--worksheet", "--answers", "-o", "-"],
        "",
    );
    let (ask, tell) = (text(&ask.stdout), text(&tell.stdout));
    for both in [
        "<h1>One slope, ten layers</h1>",
        "<h2>5. Draw it</h2>",
        "Less than a millionth",
        "<svg",
        "f′(x): below 0.02",
    ] {
        assert!(ask.contains(both) && tell.contains(both), "{both}");
    }
    // The factor of weight 4 is 0.0657 a layer, and its log10 -1.18; of ten layers that makes 10^-12.
    for answer in [
        "☒ Less than a millionth",
        "x: 6",
        "It cannot be done.",
        "two parts of one",
        "× 10⁻¹²",
    ] {
        assert!(tell.contains(answer) && !ask.contains(answer), "{answer}");
    }
    assert!(!ask.contains("<script") && !ask.contains("☒"));
    // An empty plot has no bar: ten of them are the answer.
    let bars = |page: &str| page.matches("<rect").count();
    assert!(bars(&tell) > bars(&ask) + 8);
}

#[test]
fn a_lesson_may_call_its_goals_and_count_its_steps_itself() {
    let example = fs::read_to_string(EXAMPLE).expect(EXAMPLE);
    let file = std::env::temp_dir().join(format!("own-words-{}.md", std::process::id()));
    let named = example
        .replace("slope_1 < 0.02", "goal 2 % or less\nslope_1 < 0.02")
        .replace("## Draw it", "## 1. Draw it")
        .replace("## Weight 4", "## 4 weights");
    assert_eq!(named.len(), example.len() + 21);
    fs::write(&file, named).expect("a lesson");
    let sheet = run(
        &["lesson", path(&file), "--quick", "--worksheet", "-o", "-"],
        "",
    );
    let _ = fs::remove_file(&file);
    let sheet = text(&sheet.stdout);
    // What belongs to a number does not leave it at the end of a line.
    assert!(sheet.contains("Goal: 2\u{a0}% or less") && !sheet.contains("f′(x): below"));
    for title in ["<h2>1. Draw it</h2>", "<h2>4. 4 weights</h2>"] {
        assert!(sheet.contains(title), "{title}: {sheet}");
    }
}

#[test]
fn what_cannot_be_written_is_refused() {
    refused(
        &["lesson", EXAMPLE, "-o", "lesson.pdf"],
        "",
        &["lesson.pdf", ".html or .json"],
    );
    refused(
        &["lesson", EXAMPLE, "--worksheet", "-o", "sheet.json"],
        "",
        &["sheet.json", ".html"],
    );
    refused(&["lesson", "no-such.md"], "", &["no-such.md"]);
    refused(&["lesson", EXAMPLE, "--answers"], "", &["--worksheet"]);
    refused(
        &["lesson", EXAMPLE, "-o", "a.html", "--page", EXAMPLE],
        "",
        &["one-slope.md", "cargo xtask build"],
    );
}

/// The page is any file with a place for lessons; what a lesson says cannot end the script that it stands in.
#[test]
fn a_page_takes_a_lesson_in() {
    let folder = std::env::temp_dir().join(format!("lesson-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let file = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (page, lesson, out) = (file("page.html"), file("mine.md"), file("mine.html"));
    let place = "<script type=\"application/wasm-deflate-base64\" id=\"activation-lab-lessons\" data-size=\"2\">";
    fs::write(&page, format!("<body>{place}AA</script></body>")).expect("a page");
    let example = fs::read_to_string(EXAMPLE).expect(EXAMPLE);
    let named = example.replace("One slope, ten layers", "One `</script>`, ten layers");
    fs::write(&lesson, named).expect("a lesson");
    let output = run(&["lesson", &lesson, "-o", &out, "--page", &page], "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let written = fs::read_to_string(&out).expect("a page");
    let _ = fs::remove_dir_all(&folder);
    let (_, rest) = written
        .split_once("id=\"activation-lab-own-lesson\" data-lesson=\"mine\">")
        .expect("the lesson");
    let (data, after) = rest.split_once("</script>").expect("its end");
    assert!(after.trim_start().starts_with(place), "{after}");
    let data: Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["lesson"]["id"], "mine");
    assert_eq!(data["lesson"]["title"], "One </script>, ten layers");
    assert!(
        data["worksheet"]
            .as_str()
            .expect("text")
            .contains("&lt;/script&gt;")
    );
}
