//! How long a step takes a reader alone: what docs/teaching.md says of it, worked out.

use super::super::lab::Lab;
use super::lessons;
use super::reader::{Kind, Step};

/// Words a minute: the slow end of what most adults read, as one looks to a plot and back. Brysbaert 2019 has 238 for most texts.
const READ: f64 = 175.0;

/// Seconds for what is done, assumed: 39 s with its reading is what students took for a choice (Kennette & McGuckin 2025).
const ACTS: [(&str, f64); 5] = [
    ("choose", 20.0),
    ("estimate", 25.0),
    ("draw", 40.0),
    ("done", 40.0),
    ("impossible", 60.0),
];

/// Seconds for a look at what was covered, and for each second of the links in a text.
const LOOK: f64 = 10.0;
const LINK: f64 = 8.0;

/// Seconds to play: where a step asks for nothing else, and half of it where a lesson begins with a goal.
const PLAY: f64 = 90.0;

/// Half a minute: what is said is rounded to halves, and those may be rounded once more to bring the sum to a whole number.
const ROUNDED: f64 = 0.5;

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// With what the figure says in each scene that shows its sentence.
fn minutes(step: &Step, is_first: bool, lab: &Lab) -> f64 {
    let told = step.prose.iter().filter(|prose| prose.kind != Kind::Note);
    let told = told.map(|prose| count(&prose.text));
    let spoken = step.spoken.iter();
    let spoken = spoken.map(|link| count(&lab.get(link, None).summary));
    let words: usize = told.chain(spoken).sum();
    let act = ACTS
        .iter()
        .find(|(name, _)| step.blocks.iter().any(|block| block == name));
    let play = match (is_first, act) {
        (_, None) => PLAY,
        (true, Some(("done", _))) => PLAY / 2.0,
        _ => 0.0,
    };
    let look = match step.blocks.iter().any(|block| block == "reveal") {
        true => LOOK,
        false => 0.0,
    };
    let seconds =
        act.map_or(0.0, |(_, seconds)| *seconds) + play + look + LINK * step.offered as f64 / 2.0;
    words as f64 / READ + seconds / 60.0
}

#[test]
fn what_a_step_takes_is_worked_out() {
    let lessons = lessons();
    let steps = lessons.iter().flat_map(|lesson| &lesson.steps);
    let spoken = steps.flat_map(|step| &step.spoken);
    let states: Vec<_> = spoken.map(|link| (link.as_str(), None)).collect();
    let lab = Lab::of(&states);
    let mut wrong = Vec::new();
    for lesson in lessons {
        let mut sum = 0.0;
        for (index, step) in lesson.steps.iter().enumerate().skip(1) {
            let said = step
                .minutes
                .unwrap_or_else(|| panic!("{}: no minutes", step.title));
            let found = minutes(step, index == 1, &lab);
            sum += found;
            if (said - found).abs() > ROUNDED {
                wrong.push(format!(
                    "{}, {}: {said}, not {found:.1}",
                    lesson.id, step.title
                ));
            }
        }
        // The whole is no more than a minute off.
        if (f64::from(lesson.minutes) - sum).abs() > 1.0 {
            wrong.push(format!("{}: {}, not {sum:.1}", lesson.id, lesson.minutes));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
