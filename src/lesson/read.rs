//! A file as a lesson.

use crate::document::{Block, Document};
use crate::fault::Fault;
use crate::lab::Lab;
use crate::prose::Prose;
use crate::step::Draft;
use crate::text;
use crate::types::{Lesson, Step};
use model::number::ascii;
use std::collections::HashSet;

/// A file, and what its place says of it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The lesson's name in addresses.
    pub id: &'a str,
    /// The tag of its language.
    pub language: &'a str,
    /// What the file holds.
    pub text: &'a str,
}

/// Reads a lesson, or says all that is wrong with it, in the order of its lines.
pub fn read(source: &Source, lab: &mut dyn Lab) -> Result<Lesson, Vec<Fault>> {
    // Some editors put a mark before the text.
    let mut document = Document::read(source.text.trim_start_matches('\u{feff}'));
    let mut head = Head::default();
    let mut drafts: Vec<Draft> = Vec::new();
    for (line, block) in std::mem::take(&mut document.blocks) {
        match (block, drafts.last_mut()) {
            (Block::Heading(2, title), _) => drafts.push(Draft::new(line, title)),
            (block, Some(draft)) => draft.add(line, block, &mut document),
            (block, None) => head.add(line, block, &mut document),
        }
    }
    let mut slugs = HashSet::new();
    let mut steps = Vec::new();
    for draft in drafts {
        let line = draft.line;
        let step = draft.step(&mut document, lab);
        if step.id.is_empty() || !slugs.insert(step.id.clone()) {
            document.fault(line, text::no_name(&step.title));
        }
        steps.push(step);
    }
    for (line, link) in std::mem::take(&mut document.links) {
        if let Err(what) = leads(&link, lab) {
            document.fault(line, what);
        }
    }
    let lesson = head.lesson(source, steps, &mut document);
    document.faults.sort_unstable();
    document.faults.dedup();
    match document.faults.is_empty() {
        true => Ok(lesson),
        false => Err(document.faults),
    }
}

/// Whether a link in the text leads somewhere.
fn leads(link: &str, lab: &dyn Lab) -> Result<(), String> {
    match link.strip_prefix('#') {
        Some(state) => lab.figure(state).map(|_| ()),
        None if link.starts_with("https://") => Ok(()),
        None => Err(text::not_a_link(link)),
    }
}

/// What stands before the first step.
#[derive(Default)]
struct Head {
    title: Option<String>,
    lead: Prose,
    minutes: Option<(usize, f64)>,
}

impl Head {
    fn add(&mut self, line: usize, block: Block, document: &mut Document) {
        match block {
            Block::Heading(1, title) if self.title.is_none() => self.title = Some(title),
            Block::Prose(node) if self.title.is_some() => self.lead.push(node),
            Block::Fence(kind, lines) if kind == "lesson" => {
                for (line, said) in lines {
                    match minutes(&said) {
                        Some(minutes) => self.minutes = Some((line, minutes)),
                        None => document.fault(line, text::not_minutes(&said)),
                    }
                }
            }
            _ => document.fault(line, text::HEAD),
        }
    }

    fn lesson(self, source: &Source, steps: Vec<Step>, document: &mut Document) -> Lesson {
        if self.title.is_none() {
            document.fault(1, text::TITLE_NONE);
        }
        if self.lead.is_empty() {
            document.fault(1, text::LEAD_NONE);
        }
        if steps.is_empty() {
            document.fault(1, text::STEPS_NONE);
        }
        let sum = steps.iter().map(|step| step.minutes).sum::<Option<f64>>();
        match (self.minutes, sum) {
            (None, _) => document.fault(1, text::MINUTES_NONE),
            (Some((line, minutes)), Some(sum)) if !steps.is_empty() && sum != minutes => {
                document.fault(line, text::other_minutes(sum, minutes));
            }
            _ => {}
        }
        Lesson {
            id: source.id.to_owned(),
            language: source.language.to_owned(),
            title: self.title.unwrap_or_default(),
            lead: self.lead,
            minutes: self.minutes.map_or(0.0, |(_, minutes)| minutes),
            steps,
        }
    }
}

/// `minutes 12`.
pub(crate) fn minutes(line: &str) -> Option<f64> {
    let number = ascii(line.strip_prefix("minutes ")?.trim());
    number.filter(|minutes| *minutes > 0.0)
}
