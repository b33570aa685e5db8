//! `activation-lab lesson`.

mod lab;
mod page;
mod words;
mod worksheet;

use super::out::{self, shown};
use activation_lab::language::{Language, current, said};
use clap::{Args, ValueHint};
use lab::Workbench;
use lesson::{Fault, Lesson, Node, Prose, Source};
use std::error::Error;
use std::path::{Path, PathBuf};
use worksheet::Paper;

/// Checks a lesson: its scenes and links, its measures, its goals and their witnesses; says what is wrong with it and where.
#[derive(Args)]
pub struct Arguments {
    /// The lesson, a Markdown file; `docs/lessons.md` describes what stands in it
    #[arg(value_hint = ValueHint::FilePath)]
    file: PathBuf,
    /// Writes the lesson: as a page to give away where the name ends in .html, as data where it ends in .json; - is data on standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    out: Option<PathBuf>,
    /// The single file of the page, into which the lesson is put; without it that beside this program, here, or in dist
    #[arg(long, value_name = "FILE", requires = "out", conflicts_with = "worksheet", value_hint = ValueHint::FilePath)]
    page: Option<PathBuf>,
    /// Writes a worksheet of two pages to print, as HTML
    #[arg(long, requires = "out")]
    worksheet: bool,
    /// Writes the worksheet's answers
    #[arg(long, requires = "worksheet")]
    answers: bool,
    /// Works out no figure: whether goals and witnesses hold is not seen
    #[arg(long, hide = true)]
    quick: bool,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let out = arguments.out.as_deref();
    let form = out.map(|out| form(out, arguments.worksheet)).transpose()?;
    let mut lesson = read(&arguments.file, arguments.quick)?;
    translate(&mut lesson);
    let (Some(out), Some(form)) = (out, form) else {
        let (steps, minutes) = (lesson.steps.len(), lesson.minutes);
        let file = shown(&arguments.file);
        return super::to_stdout(&format!(
            "{file}: {steps} steps, {minutes} minutes; nothing is wrong\n"
        ));
    };
    let paper = match arguments.answers {
        true => Paper::Answers,
        false => Paper::Questions,
    };
    let text = match form {
        Form::Data => serde_json::to_string(&lesson)? + "\n",
        Form::Worksheet => worksheet::worksheet(&lesson, paper)?,
        Form::Page => {
            let worksheet = worksheet::worksheet(&lesson, paper)?;
            page::with_lesson(arguments.page.as_deref(), &lesson, &worksheet)?
        }
    };
    out::write(out, text.as_bytes())
}

/// What is written.
#[derive(Clone, Copy)]
enum Form {
    Data,
    Page,
    Worksheet,
}

/// What a file is to hold, by its name.
fn form(out: &Path, worksheet: bool) -> Result<Form, String> {
    let end = out.extension().map(|end| end.to_string_lossy());
    let is_page = matches!(end.as_deref(), Some("html" | "htm"));
    let is_data = end.as_deref() == Some("json");
    match (worksheet, out.as_os_str() == "-") {
        (true, true) => Ok(Form::Worksheet),
        (false, true) => Ok(Form::Data),
        (true, false) if is_page => Ok(Form::Worksheet),
        (false, false) if is_page => Ok(Form::Page),
        (false, false) if is_data => Ok(Form::Data),
        (worksheet, false) => {
            let known = if worksheet { ".html" } else { ".html or .json" };
            Err(format!(
                "'{}': the name of the file ends in {known}",
                shown(out)
            ))
        }
    }
}

/// The lesson of a file, if nothing is wrong with it.
fn read(file: &Path, quick: bool) -> Result<Lesson, Box<dyn Error>> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("cannot read '{}': {error}", shown(file)))?;
    let (id, language) = named(file);
    let source = Source {
        id: &id,
        language: language.tag(),
        text: &text,
    };
    lesson::read(&source, &mut Workbench::new(quick)).map_err(|faults| told(file, &faults).into())
}

/// All that is wrong, each with the file and the line.
fn told(file: &Path, faults: &[Fault]) -> String {
    let file = shown(file);
    let lines = faults.iter().map(|fault| format!("{file}:{fault}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What a lesson is called, and its language: `freeze/en.md` is `freeze` in English, `my-lesson.md` is `my-lesson`.
fn named(file: &Path) -> (String, Language) {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy());
    let stem = stem.unwrap_or_default();
    let folder = file.parent().and_then(Path::file_name);
    match (stem.parse::<Language>(), folder) {
        (Ok(language), Some(folder)) => (folder.to_string_lossy().into_owned(), language),
        _ => (stem.into_owned(), Language::ALL[0]),
    }
}

/// What is not there in the language that is spoken, as it is in English.
fn translate(lesson: &mut Lesson) {
    let own = current();
    if lesson.language == own.tag() || own == Language::ALL[0] {
        return;
    }
    let say = |text: &str| said(|| text.to_owned());
    let all = |prose: &mut Prose| prose.iter_mut().for_each(|node: &mut Node| node.say(&say));
    lesson.language = own.tag().to_owned();
    lesson.title = say(&lesson.title);
    all(&mut lesson.lead);
    for step in &mut lesson.steps {
        step.title = say(&step.title);
        all(&mut step.text);
        all(&mut step.notes);
        if let Some(question) = &mut step.question {
            all(&mut question.ask);
            all(&mut question.why);
            question.options.iter_mut().for_each(|o| all(&mut o.text));
        }
        if let Some(goal) = &mut step.goal {
            all(&mut goal.why);
        }
    }
}
