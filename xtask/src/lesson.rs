//! Lessons, as the page reads them: the native command reads and checks each, here they are put where a page finds them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use crate::child;
use crate::dist;
use crate::language::Language;

/// Where they are, in the repository and in the site.
const FOLDER: &str = "lessons";

/// What a list of lessons says of each, beside its address.
const LISTED: [&str; 4] = ["id", "title", "lead", "minutes"];

/// All lessons in one language.
pub struct Lessons(Vec<Told>);

/// One lesson.
struct Told {
    /// As the page reads it.
    lesson: Value,
    /// To be printed, as HTML.
    worksheet: String,
}

impl Told {
    fn id(&self) -> &str {
        self.lesson["id"].as_str().unwrap_or_default()
    }
}

impl Lessons {
    /// Has every lesson read; one that is wrong ends the build with what is wrong, its file and its line.
    pub fn read(native: &Path, language: Language) -> Result<Lessons> {
        let said = |file: &Path, as_what: &[&str]| {
            let mut command = Command::new(native);
            command.args(["--lang", language.id(), "lesson", "--quick", "--out", "-"]);
            child::capture(command.args(as_what).arg(file))
        };
        let told = |file: PathBuf| {
            let lesson = serde_json::from_slice(&said(&file, &[])?);
            Ok(Told {
                lesson: lesson.with_context(|| dist::unreadable(&file))?,
                worksheet: String::from_utf8(said(&file, &["--worksheet"])?)?,
            })
        };
        let files = files(&crate::root().join(FOLDER), language)?;
        files.into_iter().map(told).collect::<Result<_>>().map(Self)
    }

    /// The list that a page shows.
    pub fn list(&self) -> Value {
        let about = |told: &Told| -> Value {
            let members = LISTED.map(|key| (key.to_owned(), told.lesson[key].clone()));
            members.into_iter().collect::<Map<String, Value>>().into()
        };
        self.0.iter().map(about).collect()
    }

    /// What the single file has of them: the list, each lesson, and each worksheet.
    pub fn whole(&self) -> Value {
        let each = |part: fn(&Told) -> Value| -> Map<String, Value> {
            let named = self.0.iter().map(|told| (told.id().to_owned(), part(told)));
            named.collect()
        };
        json!({
            "list": self.list(),
            "lessons": each(|told| told.lesson.clone()),
            "worksheets": each(|told| told.worksheet.clone().into()),
        })
    }

    /// Writes the list, and for each its data and its worksheet, into the site.
    pub fn write(&self, site: &Path) -> Result<()> {
        let folder = site.join(FOLDER);
        dist::fresh(&folder)?;
        dist::write(&site.join("lessons.json"), self.list().to_string())?;
        for told in &self.0 {
            let file = |end: &str| folder.join(format!("{}.{end}", told.id()));
            dist::write(&file("json"), told.lesson.to_string())?;
            dist::write(&file("html"), &told.worksheet)?;
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

/// In which order lessons are listed: a line each.
const ORDER: &str = "order.txt";

/// The file of each lesson, as they are listed: in that language, or in English.
fn files(folder: &Path, language: Language) -> Result<Vec<PathBuf>> {
    let order = dist::read(&folder.join(ORDER))?;
    let lessons: Vec<&str> = order.lines().collect();
    for entry in fs::read_dir(folder).with_context(|| dist::unreadable(folder))? {
        let entry = entry?;
        let name = entry.file_name();
        let is_listed = lessons.iter().any(|lesson| name == *lesson);
        ensure!(
            is_listed || !entry.path().is_dir(),
            "{}/{} does not stand in {ORDER}",
            folder.display(),
            name.display()
        );
    }
    let file = |lesson: &str| {
        let lesson = folder.join(lesson);
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
        let is_there = |file: &PathBuf| file.ends_with("en.md") && file.is_file();
        assert!(files.iter().all(is_there));
    }

    #[test]
    fn the_list_says_little_and_the_whole_has_all() {
        let lesson =
            json!({ "id": "a", "title": "A", "lead": ["b"], "minutes": 5.0, "steps": [1] });
        let lessons = Lessons(vec![Told {
            lesson: lesson.clone(),
            worksheet: "<p>a</p>".to_owned(),
        }]);
        let listed = json!([{ "id": "a", "title": "A", "lead": ["b"], "minutes": 5.0 }]);
        assert_eq!(lessons.list(), listed);
        let whole = lessons.whole();
        let expected = [listed, json!({ "a": lesson }), json!({ "a": "<p>a</p>" })];
        let parts = ["list", "lessons", "worksheets"];
        assert_eq!(parts.map(|part| whole[part].clone()), expected);
    }
}
