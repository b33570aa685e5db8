//! Lessons: ours are right, and what is wrong in one is told with its line.

use super::{run, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of the lessons that the page tells.
fn ours() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/lessons");
    let folders = fs::read_dir(folder).expect(folder);
    let files = folders.flat_map(|entry| fs::read_dir(entry.expect(folder).path()).expect(folder));
    files.map(|entry| entry.expect(folder).path()).collect()
}

/// The one that shows how lessons are written.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lessons/one-slope.md");

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
