//! `activation-lab lesson`: checks a lesson, its scenes and links, its measures, its goals and their witnesses, and says what is wrong with it and where.

mod lab;
mod page;
mod words;
mod worksheet;

use super::help;
use super::out::{self, shown};
use activation_lab::language::{Language, current, marked, said};
use clap::{Args, ValueHint};
use lab::Workbench;
use lesson::{Fault, Lesson, Node, Prose, Source};
use std::error::Error;
use std::path::{Path, PathBuf};
use worksheet::Paper;

#[derive(Args)]
pub struct Arguments {
    #[arg(help = help::LESSON_FILE.read(), value_hint = ValueHint::FilePath)]
    file: PathBuf,
    #[arg(help = help::LESSON_OUT.read(), short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    out: Option<PathBuf>,
    #[arg(help = help::LESSON_PAGE.read(), long, value_name = "FILE", requires = "out", conflicts_with = "worksheet", value_hint = ValueHint::FilePath)]
    page: Option<PathBuf>,
    #[arg(help = help::LESSON_WORKSHEET.read(), long, requires = "out")]
    worksheet: bool,
    #[arg(help = help::LESSON_ANSWERS.read(), long, requires = "worksheet")]
    answers: bool,
    #[arg(help = help::LESSON_QUICK.read(), long, hide = true)]
    quick: bool,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let out = arguments.out.as_deref();
    let form = out.map(|out| form(out, arguments.worksheet)).transpose()?;
    let mut lesson = read(&arguments.file, arguments.quick)?;
    translate(&mut lesson);
    let (Some(out), Some(form)) = (out, form) else {
        let minutes = marked(lesson.minutes.to_string());
        let fine = words::fine(lesson.steps.len(), &minutes);
        return super::to_stdout(&format!("{}: {fine}\n", shown(&arguments.file)));
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
            let known: &[&str] = if worksheet {
                &[".html"]
            } else {
                &[".html", ".json"]
            };
            Err(words::ends_in(&shown(out), known))
        }
    }
}

/// The lesson of a file, if nothing is wrong with it.
fn read(file: &Path, quick: bool) -> Result<Lesson, Box<dyn Error>> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| super::words::unreadable(&shown(file), &error))?;
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
