//! A lesson in a page of its own: the single file of the page, which opens with it.

use super::super::out::shown;
use super::words;
use super::worksheet::escaped;
use lesson::Lesson;
use serde_json::json;
use std::error::Error;
use std::path::{Path, PathBuf};

/// What the build calls the single file.
const NAME: &str = "activation-lab.html";

/// Before this stands the lesson. A page without it was built before there were lessons.
const PLACE: &str =
    "<script type=\"application/wasm-deflate-base64\" id=\"activation-lab-lessons\"";

/// What the element with the lesson is called; the page's script looks for it.
const OWN: &str = "activation-lab-own-lesson";

/// The page with the lesson and its worksheet in it.
pub fn with_lesson(
    page: Option<&Path>,
    lesson: &Lesson,
    worksheet: &str,
) -> Result<String, Box<dyn Error>> {
    let file = page.map_or_else(found, |page| Ok(page.to_owned()))?;
    let page = std::fs::read_to_string(&file)
        .map_err(|error| words::unreadable_page(&shown(&file), &error))?;
    put(&page, lesson, worksheet).ok_or_else(|| words::not_the_page(&shown(&file), NAME).into())
}

/// Where the single file usually is: beside this program, or where the build has put it.
fn found() -> Result<PathBuf, String> {
    let program = std::env::current_exe().ok();
    let beside = program.and_then(|program| Some(program.parent()?.join(NAME)));
    let places = [
        beside,
        Some(NAME.into()),
        Some(Path::new("dist").join(NAME)),
    ];
    let found = places.into_iter().flatten().find(|place| place.is_file());
    found.ok_or_else(|| words::no_page(NAME))
}

/// The lesson as an element that does nothing by itself; nothing where the page has no place for it.
fn put(page: &str, lesson: &Lesson, worksheet: &str) -> Option<String> {
    let (before, after) = page.split_once(PLACE)?;
    let data = json!({ "lesson": lesson, "worksheet": worksheet }).to_string();
    // What stands in a script cannot end it.
    let data = data.replace('<', "\\u003c");
    let id = escaped(&lesson.id);
    Some(format!(
        "{before}<script type=\"application/json\" id=\"{OWN}\" data-lesson=\"{id}\">{data}</script>\n{PLACE}{after}"
    ))
}
