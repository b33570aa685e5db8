//! Lessons, as the page reads them: the native command reads and checks each, here they are put where a page finds them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::child;
use crate::dist;
use crate::language::Language;

/// Where they are, in the repository and in the site.
const FOLDER: &str = "lessons";

/// What a list of lessons says of each, beside its address.
const LISTED: [&str; 4] = ["id", "title", "lead", "minutes"];

/// All lessons in one language.
pub struct Lessons(Vec<Value>);

impl Lessons {
    /// Has every lesson read; one that is wrong ends the build with what is wrong, its file and its line.
    pub fn read(native: &Path, language: Language) -> Result<Lessons> {
        let lessons = files(&crate::root().join(FOLDER), language)?;
        let lesson = |file: &PathBuf| {
            let mut command = Command::new(native);
            command.args(["--lang", language.id(), "lesson", "--quick", "--out", "-"]);
            let said = child::capture(command.arg(file))?;
            serde_json::from_slice(&said).with_context(|| dist::unreadable(file))
        };
        lessons
            .iter()
            .map(lesson)
            .collect::<Result<_>>()
            .map(Lessons)
    }

    /// The list that a page shows.
    pub fn list(&self) -> Value {
        let about = |lesson: &Value| -> Value {
            let members = LISTED.map(|key| (key.to_owned(), lesson[key].clone()));
            members.into_iter().collect::<Map<String, Value>>().into()
        };
        self.0.iter().map(about).collect()
    }

    /// Each by its name.
    fn each(&self) -> impl Iterator<Item = (&str, &Value)> {
        let named = self.0.iter();
        named.map(|lesson| (lesson["id"].as_str().unwrap_or_default(), lesson))
    }

    /// What the single file has of them: the list, and each.
    pub fn whole(&self) -> Value {
        let each = self
            .each()
            .map(|(id, lesson)| (id.to_owned(), lesson.clone()));
        let each: Map<String, Value> = each.collect();
        json!({ "list": self.list(), "lessons": each })
    }

    /// Writes the list, and a file for each, into the site.
    pub fn write(&self, site: &Path) -> Result<()> {
        let folder = site.join(FOLDER);
        dist::fresh(&folder)?;
        dist::write(&site.join("lessons.json"), self.list().to_string())?;
        for (id, lesson) in self.each() {
            dist::write(&folder.join(format!("{id}.json")), lesson.to_string())?;
        }
        Ok(())
    }
}

/// What has been written into the folder of lessons of a site.
pub fn files_of(site: &Path) -> Result<Vec<PathBuf>> {
    let folder = site.join(FOLDER);
    let entries = fs::read_dir(&folder).with_context(|| dist::unreadable(&folder))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}

/// The file of each lesson, by their names: in that language, or in English.
fn files(folder: &Path, language: Language) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| dist::unreadable(folder))?;
    let mut lessons = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>>>()?;
    lessons.sort();
    let file = |lesson: PathBuf| {
        let own = lesson.join(format!("{}.md", language.id()));
        match own.is_file() {
            true => own,
            false => lesson.join(format!("{}.md", Language::English.id())),
        }
    };
    Ok(lessons.into_iter().map(file).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_that_is_not_in_a_language_is_there_in_english() {
        let folder = crate::root().join(FOLDER);
        let files = files(&folder, Language::Pseudo).unwrap();
        assert!(!files.is_empty());
        assert!(
            files
                .iter()
                .all(|file| file.ends_with("en.md") && file.is_file())
        );
    }

    #[test]
    fn the_list_says_little_and_the_whole_has_all() {
        let lesson =
            json!({ "id": "a", "title": "A", "lead": ["b"], "minutes": 5.0, "steps": [1] });
        let lessons = Lessons(vec![lesson.clone()]);
        let listed = json!([{ "id": "a", "title": "A", "lead": ["b"], "minutes": 5.0 }]);
        assert_eq!(lessons.list(), listed);
        let whole = json!({ "list": listed, "lessons": { "a": lesson } });
        assert_eq!(lessons.whole(), whole);
    }
}
