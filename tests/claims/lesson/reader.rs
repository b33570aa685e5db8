//! Reads as much of a lesson as its claims need; line by line, and not with the lesson's own reader, which is what is tested.

/// A lesson; what stands before the first step is a step without a title.
pub struct Lesson {
    pub id: String,
    /// How long it says that it is.
    pub minutes: u32,
    pub steps: Vec<Step>,
}

#[derive(Default)]
pub struct Step {
    pub title: String,
    /// Every state that it shows or links to.
    pub links: Vec<String>,
    /// The numbers of its conditions.
    pub goals: Vec<f64>,
    /// Whether it asks a question or sets a goal.
    pub asks: bool,
    /// The names of its blocks.
    pub blocks: Vec<String>,
    /// How long it says that it is.
    pub minutes: Option<f64>,
    /// The scenes in which the figure says its sentence.
    pub spoken: Vec<String>,
    /// How many links stand in its text.
    pub offered: usize,
    /// The claim of what cannot be done.
    pub impossible: Option<String>,
    pub prose: Vec<Prose>,
}

/// A line of text, without its marks.
pub struct Prose {
    pub kind: Kind,
    pub text: String,
    /// Whether it is told after the question or is its right answer.
    pub answers: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Text,
    Note,
    Wrong,
}

impl Lesson {
    pub fn read(id: &str, markdown: &str) -> Lesson {
        let mut steps = vec![Step::default()];
        let (mut fence, mut answers, mut minutes) = (None, false, 0);
        for line in markdown.lines() {
            let step = steps.last_mut().expect("one at least");
            match (line.strip_prefix("```"), fence) {
                (Some(_), Some(_)) => fence = None,
                (Some(name), None) => {
                    fence = Some(name);
                    let questions = ["choose", "estimate", "draw", "done", "impossible"];
                    step.asks |= questions.contains(&name);
                    step.blocks.push(name.to_owned());
                }
                (None, Some("lesson")) => {
                    let said = line.strip_prefix("minutes ");
                    minutes = said.and_then(|said| said.parse().ok()).unwrap_or(minutes);
                }
                (None, Some(name)) => step.block(name, line),
                (None, None) => {
                    if line.starts_with("# ") {
                        continue;
                    }
                    if line.starts_with("## ") {
                        steps.push(Step::default());
                        answers = false;
                    }
                    answers |= line == "### Why";
                    let step = steps.last_mut().expect("one at least");
                    step.text(line, answers);
                }
            }
        }
        let id = id.to_owned();
        Lesson { id, minutes, steps }
    }
}

impl Step {
    /// A line of a fenced block.
    fn block(&mut self, name: &str, line: &str) {
        match name {
            "scene" | "reveal" => {
                self.links.push(line.to_owned());
                if !line.ends_with("&parts=title") {
                    self.spoken.push(line.to_owned());
                }
            }
            "step" => self.minutes = line.strip_prefix("minutes ").and_then(|n| n.parse().ok()),
            "choose" => {
                let option = line.trim_start_matches("- ");
                let right = option.strip_prefix("[x] ");
                let wrong = option.strip_prefix("[ ] ");
                let text = right.or(wrong).unwrap_or(line);
                let kind = match right.is_some() {
                    true => Kind::Text,
                    false => Kind::Wrong,
                };
                self.push(kind, text, right.is_some());
            }
            "done" | "impossible" if line.starts_with("figure=") => {
                self.links.push(line.to_owned());
            }
            "impossible" if line.starts_with("claim ") => {
                self.impossible = line.strip_prefix("claim ").map(str::to_owned);
            }
            "done" | "impossible" => {
                let number = line
                    .rsplit(' ')
                    .next()
                    .and_then(|word| word.parse::<f64>().ok());
                self.goals.extend(number);
            }
            _ => {}
        }
    }

    /// A line of text.
    fn text(&mut self, line: &str, answers: bool) {
        let note = line.strip_prefix('>');
        let kind = note.map_or(Kind::Text, |_| Kind::Note);
        let mut text = note.unwrap_or(line).trim_start_matches(['#', '-', ' ']);
        if line.starts_with("## ") {
            self.title = text.to_owned();
            // The number of a step counts steps.
            text = match text.split_once(". ") {
                Some((number, title)) if number.parse::<u32>().is_ok() => title,
                _ => text,
            };
        }
        if !text.is_empty() && text != "Why" {
            self.push(kind, text, answers && kind == Kind::Text);
        }
    }

    /// Takes the marks away and keeps the links.
    fn push(&mut self, kind: Kind, text: &str, answers: bool) {
        let mut plain = String::new();
        let mut rest = text;
        while let Some((before, link)) = rest.split_once("](#") {
            plain.push_str(before);
            let (link, after) = link.split_once(')').unwrap_or((link, ""));
            self.links.push(link.to_owned());
            self.offered += 1;
            rest = after;
        }
        plain.push_str(rest);
        let text = plain.replace(['*', '`', '['], "");
        self.prose.push(Prose {
            kind,
            text,
            answers,
        });
    }
}
