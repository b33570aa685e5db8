//! The lessons and their claims: whatever number a lesson prints is a claim's, a setting of what the step shows, or the name of a layer, a step or a unit.

use super::lab::state;
use super::{CLAIMS, table::Claim};
use std::fs::read_to_string;

mod asked;
mod minutes;
mod reader;

use reader::{Kind, Lesson, Prose, Step};

/// What a number after these words does is to name a thing.
const NAMES: [&str; 4] = ["layer", "step", "unit", "seed"];

/// What a lecturer's note counts: the clock, and the share of a room that is right.
const CLOCK: [&str; 5] = ["minute", "minutes", "second", "seconds", "%"];

/// What a logarithmic axis is, and no result.
const DECADE: &str = " times less";

/// Numbers as words; one and two are more often articles and pairs.
const WORDS: [(&str, f64); 22] = [
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("twelve", 12.0),
    ("sixteen", 16.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("fifty", 50.0),
    ("hundred", 100.0),
    ("thousand", 1000.0),
    ("million", 1e6),
    ("half", 0.5),
    ("third", 1.0 / 3.0),
    ("quarter", 0.25),
    ("tenth", 0.1),
    ("hundredth", 0.01),
    ("thousandth", 0.001),
];

fn lessons() -> Vec<Lesson> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/lessons");
    let entries = std::fs::read_dir(folder).expect(folder);
    let read = |id: String| {
        let path = format!("{folder}/{id}/en.md");
        Lesson::read(&id, &read_to_string(&path).expect(&path))
    };
    let entries = entries.map(|entry| entry.expect(folder));
    // Beside them stands their order.
    let folders = entries.filter(|entry| entry.path().is_dir());
    let ids = folders.map(|entry| entry.file_name());
    ids.map(|id| read(id.into_string().expect("a name")))
        .collect()
}

/// They, and the questions of the article: whatever is asked has an answer that is a claim's.
fn asked() -> Vec<Lesson> {
    let article = std::iter::once(asked::article());
    lessons().into_iter().chain(article).collect()
}

/// The words of claims that stand in a text of that lesson: where they begin and end, and whose they are.
fn taught<'a>(lesson: &str, text: &str, claims: &'a [Claim]) -> Vec<(usize, usize, &'a Claim)> {
    let mut found = Vec::new();
    for claim in claims {
        for (of, words) in &claim.taught {
            let places = text.match_indices(words).filter(|_| *of == lesson);
            found.extend(places.map(|(at, words)| (at, at + words.len(), claim)));
        }
    }
    found
}

/// Numbers of a text with their places; a comma between digits belongs to its number.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let part = |c: char| !(c.is_alphanumeric() || c == '.' || c == ',');
    let mut found = Vec::new();
    for word in text.split(part) {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let word = word.trim_matches(['.', ',']);
        let known = WORDS
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case(word));
        if known || word.chars().any(char::is_numeric) {
            found.push((at, word));
        }
    }
    found
}

fn value(number: &str) -> Option<f64> {
    let word = WORDS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(number));
    let digits = || number.replace(',', "").parse().ok();
    word.map(|(_, value)| *value).or_else(digits)
}

/// Whether a number is no result: a setting or a goal of its step, or a name.
fn is_given(prose: &Prose, at: usize, number: &str, step: &Step) -> bool {
    let (before, after) = (&prose.text[..at], &prose.text[at + number.len()..]);
    let last = before.split_whitespace().next_back().unwrap_or_default();
    if NAMES.contains(&last.to_lowercase().as_str()) {
        return true;
    }
    let next = after.trim_start().trim_start_matches("to ");
    let next = next
        .split([' ', '.', ',', ':', ';'])
        .find(|word| value(word).is_none());
    if prose.kind == Kind::Note && next.is_some_and(|next| CLOCK.contains(&next)) {
        return true;
    }
    if number == "ten" && after.starts_with(DECADE) {
        return true;
    }
    let Some(value) = value(number) else {
        return false;
    };
    let value = match before.ends_with('√') {
        true => value.sqrt(),
        false => value,
    };
    let value = match before.ends_with('−') {
        true => -value,
        false => value,
    };
    step.goals.contains(&value) || settings(step).any(|setting| setting == value)
}

/// The value of every control in every state that a step shows.
fn settings(step: &Step) -> impl Iterator<Item = f64> {
    let values = step.links.iter().flat_map(|link| {
        let (figure, settings) = state(link, None);
        let values = figure
            .controls
            .iter()
            .filter_map(move |c| settings.text(c.id));
        values.collect::<Vec<String>>()
    });
    values.filter_map(|value| value.parse().ok())
}

/// Whether the claim compares a state that the step shows.
fn is_shown(claim: &Claim, step: &Step) -> bool {
    let same = |a: &str, b: &str| {
        let ((one, a), (other, b)) = (state(a, None), state(b, None));
        one.id == other.id && one.controls.iter().all(|c| a.text(c.id) == b.text(c.id))
    };
    let mut names = claim.conditions.iter().flat_map(|c| c.states());
    names.any(|name| step.links.iter().any(|link| same(link, claim.link(name))))
}

/// What is wrong with a step.
fn faults(lesson: &str, step: &Step, claims: &[Claim]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut answered = !step.asks;
    for prose in &step.prose {
        let said = taught(lesson, &prose.text, claims);
        if prose.kind == Kind::Wrong {
            // What is not so is no claim, and prints what is believed.
            wrong.extend(
                said.iter()
                    .map(|(.., c)| format!("{} is in a wrong option", c.id)),
            );
            continue;
        }
        answered |= prose.answers && !said.is_empty();
        for (at, number) in numbers(&prose.text) {
            let claimed = said.iter().any(|(from, to, _)| *from <= at && at < *to);
            if !claimed && !is_given(prose, at, number, step) {
                wrong.push(format!("'{number}' is nobody's claim in “{}”", prose.text));
            }
        }
        let stray = said.iter().filter(|(.., claim)| !is_shown(claim, step));
        wrong.extend(stray.map(|(.., claim)| format!("shows nothing that {} compares", claim.id)));
    }
    if !answered {
        wrong.push("its answer makes no claim".to_owned());
    }
    let told = wrong.into_iter();
    told.map(|told| format!("{lesson}, {}: {told}", step.title))
        .collect()
}

#[test]
fn whatever_a_lesson_prints_is_a_claim() {
    let lessons = asked();
    let steps = lessons
        .iter()
        .flat_map(|lesson| lesson.steps.iter().map(move |step| (lesson, step)));
    let wrong: Vec<String> = steps
        .flat_map(|(lesson, step)| faults(&lesson.id, step, &CLAIMS))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn lessons_say_what_their_claims_say() {
    let lessons = asked();
    let mut wrong = Vec::new();
    for claim in CLAIMS.iter() {
        for (id, words) in &claim.taught {
            let lesson = lessons.iter().find(|lesson| lesson.id == *id);
            let mut prose = lesson
                .iter()
                .flat_map(|lesson| &lesson.steps)
                .flat_map(|step| &step.prose);
            if !prose.any(|prose| prose.text.contains(words)) {
                wrong.push(format!("{}: {id} nowhere says “{words}”", claim.id));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What cannot be done is a claim that there is.
#[test]
fn what_cannot_be_done_is_a_claim() {
    let mut count = 0;
    for lesson in lessons() {
        for claim in lesson
            .steps
            .iter()
            .filter_map(|step| step.impossible.as_deref())
        {
            assert!(
                CLAIMS.iter().any(|known| known.id == claim),
                "{}: {claim}",
                lesson.id
            );
            count += 1;
        }
    }
    assert!(count > 0, "everything can be done");
}

/// The table for teachers has every lesson, and how long it is.
#[test]
fn teachers_are_told_how_long_lessons_are() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/teaching.md");
    let guide = read_to_string(path).expect(path);
    let lessons = lessons();
    for Lesson { id, minutes, steps } in &lessons {
        // What stands before the first step is no step.
        let steps = steps.len() - 1;
        let row = format!("| [`{id}`](../lessons/{id}/en.md) | {minutes} | {steps} |");
        assert!(guide.contains(&row), "{row}");
    }
    let rows = guide.matches("/en.md) | ").count();
    assert_eq!(rows, lessons.len());
}

/// Each rule can fail.
#[test]
fn the_rules_of_lessons_can_fail() {
    let table = "sum\n  state one figure=curves&v=2&x=3\n  lesson test: comes to 0.045\n  holds one.slope_1 < 1\n";
    let claims = super::read(table);
    let scene = "# T\n\nA lead.\n\n## S\n\n```scene\nfigure=curves&v=2&x=3\n```\n\n";
    let asks = "```choose\n- [x] A tenth at x = 3\n- [ ] 7\n```\n\n### Why\n\n";
    for (text, culprit) in [
        ("It *comes* to 0.045.", ""),
        ("At x = 3 layer 9 does.", ""),
        ("> Give it 9 minutes; 35 to 70 % go on.", ""),
        ("It comes to 0.045, or 0.046.", "'0.046'"),
        ("By a half.", "'half'"),
        ("Give it 9 minutes.", "'9'"),
        ("> A note: 8.", "'8'"),
        ("3⁻⁵", "'⁵'"),
        (
            "```choose\n- [ ] comes to 0.045\n- [x] so\n```\n\n### Why\n\nIt comes to 0.045.",
            "wrong option",
        ),
        (&format!("{asks}It is so."), "'tenth'"),
        (
            "```choose\n- [x] so\n```\n\n### Why\n\nIt is so.",
            "no claim",
        ),
        (
            "```done\nslope_1 < 0.02\nfigure=curves&v=2&x=6\n```\n\nBelow 0.02.\n\n### Why\n\nIt comes to 0.045.",
            "",
        ),
    ] {
        let lesson = Lesson::read("test", &format!("{scene}{text}\n"));
        let wrong = faults("test", &lesson.steps[1], &claims).join("\n");
        assert_eq!(culprit.is_empty(), wrong.is_empty(), "{text}: {wrong}");
        assert!(wrong.contains(culprit), "{text}: {wrong}");
    }
    let elsewhere = scene.replace("x=3", "x=2");
    let lesson = Lesson::read("test", &format!("{elsewhere}It comes to 0.045.\n"));
    let wrong = faults("test", &lesson.steps[1], &claims).join("\n");
    assert!(wrong.contains("shows nothing"), "{wrong}");
}
