//! A step on its way: what stands between two headings.

use crate::document::{Block, Document};
use crate::goal;
use crate::lab::{Lab, Seen};
use crate::prose::{Node, Prose, plain};
use crate::question;
use crate::read::minutes;
use crate::text;
use crate::types::Step;
use std::rc::Rc;

/// The lines of a fenced block, and the line of its fence.
pub(crate) struct Fence {
    pub line: usize,
    pub kind: String,
    pub lines: Vec<(usize, String)>,
}

/// What has been read of a step.
pub(crate) struct Draft {
    /// Where its heading stands.
    pub line: usize,
    title: String,
    text: Prose,
    notes: Prose,
    why: Option<(usize, Prose)>,
    scene: Option<(usize, String)>,
    reveal: Option<(usize, String)>,
    minutes: Option<f64>,
    question: Option<Fence>,
    goal: Option<Fence>,
}

/// What a question or a goal of a step is about.
pub(crate) struct Around {
    /// The figure of the scene.
    pub figure: String,
    /// What the scene shows, where that is known.
    pub scene: Option<Rc<Seen>>,
    /// What it shows with the answer.
    pub answer: Option<Rc<Seen>>,
    /// What is said with the answer.
    pub why: Prose,
    /// The link of the answer.
    pub reveal: Option<String>,
    /// What stands before the question.
    pub ask: Prose,
}

/// The fenced blocks of a step.
const KINDS: &str = "scene, reveal, step, choose, estimate, draw, done, impossible";

impl Draft {
    pub fn new(line: usize, title: String) -> Draft {
        Draft {
            line,
            title,
            text: Prose::new(),
            notes: Prose::new(),
            why: None,
            scene: None,
            reveal: None,
            minutes: None,
            question: None,
            goal: None,
        }
    }

    /// Takes in what comes next.
    pub fn add(&mut self, line: usize, block: Block, document: &mut Document) {
        match block {
            Block::Heading(3, title) if title == "Why" && self.why.is_none() => {
                self.why = Some((line, Prose::new()));
            }
            Block::Heading(..) => document.fault(line, text::HEADINGS),
            Block::Note(note) => self.notes.extend(note),
            Block::Prose(node) => self.say(line, node, document),
            Block::Fence(kind, lines) => self.fence(Fence { line, kind, lines }, document),
        }
    }

    fn say(&mut self, line: usize, node: Node, document: &mut Document) {
        match (&mut self.why, &self.question) {
            (Some((_, why)), _) => why.push(node),
            (None, None) => self.text.push(node),
            (None, Some(_)) => document.fault(line, text::TEXT_AFTER),
        }
    }

    fn fence(&mut self, fence: Fence, document: &mut Document) {
        let line = fence.line;
        let twice = match fence.kind.as_str() {
            "scene" => one(&mut self.scene, link(fence, document)),
            "reveal" => one(&mut self.reveal, link(fence, document)),
            "step" => {
                for (line, said) in fence.lines {
                    match minutes(&said) {
                        Some(minutes) => self.minutes = Some(minutes),
                        None => document.fault(line, text::not_minutes(&said)),
                    }
                }
                false
            }
            "choose" | "estimate" | "draw" => one(&mut self.question, Some(fence)),
            "done" | "impossible" => one(&mut self.goal, Some(fence)),
            other => {
                document.fault(line, text::no_block(other, KINDS));
                false
            }
        };
        if twice {
            document.fault(line, text::TWICE);
        }
    }

    /// The step; what is wrong with it is told to the document.
    pub fn step(self, document: &mut Document, lab: &mut dyn Lab) -> Step {
        let line = self.line;
        if self.scene.is_none() {
            document.fault(line, text::SCENE_NONE);
        }
        let (figure, scene) = shown(&self.scene, document, lab);
        let (other, answer) = match &self.reveal {
            Some(_) => shown(&self.reveal, document, lab),
            None => (figure.clone(), scene.clone()),
        };
        if let (Some((line, _)), None) = (&self.reveal, &self.question) {
            document.fault(*line, text::REVEAL_ALONE);
        }
        if let (Some((line, _)), false) = (&self.reveal, other == figure || other.is_empty()) {
            document.fault(*line, text::other_reveal(&other, &figure));
        }
        let asks = self.question.is_some() || self.goal.is_some();
        if let (Some((line, _)), false) = (&self.why, asks) {
            document.fault(*line, text::WHY_ALONE);
        }
        let text = match &self.question {
            Some(fence) if self.text.is_empty() => {
                document.fault(fence.line, text::NOTHING_ASKED);
                Prose::new()
            }
            _ => self.text,
        };
        let (ask, text) = match self.question {
            Some(_) => (text, Prose::new()),
            None => (Prose::new(), text),
        };
        let mut around = Around {
            figure,
            scene,
            answer,
            why: self.why.map_or_else(Prose::new, |(_, why)| why),
            reveal: self.reveal.map(|(_, link)| link),
            ask,
        };
        let question = self
            .question
            .map(|fence| question::read(fence, &mut around, document, lab));
        let goal = self
            .goal
            .map(|fence| goal::read(fence, &mut around, document, lab));
        Step {
            id: slug(&self.title),
            title: self.title,
            scene: self.scene.map_or_else(String::new, |(_, link)| link),
            figure: around.figure,
            text,
            notes: self.notes,
            minutes: self.minutes,
            question,
            goal,
        }
    }
}

/// Fills a place; whether it was filled before.
fn one<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let twice = place.is_some() && value.is_some();
    *place = value.or_else(|| place.take());
    twice
}

/// The one line of a block, without what begins a link in the text.
fn link(fence: Fence, document: &mut Document) -> Option<(usize, String)> {
    match fence.lines.as_slice() {
        [(line, link)] => Some((*line, link.trim().trim_start_matches('#').to_owned())),
        _ => {
            document.fault(fence.line, text::not_one_link(&fence.kind));
            None
        }
    }
}

/// The figure of a link and what it shows; nothing of one that cannot be read, which is told.
pub(crate) fn shown(
    link: &Option<(usize, String)>,
    document: &mut Document,
    lab: &mut dyn Lab,
) -> (String, Option<Rc<Seen>>) {
    let Some((line, link)) = link else {
        return (String::new(), None);
    };
    match lab.figure(link) {
        Ok(figure) => (figure, lab.seen(link)),
        Err(what) => {
            document.fault(*line, what);
            (String::new(), None)
        }
    }
}

/// A title as a name in addresses: its letters and digits, with hyphens between words.
fn slug(title: &str) -> String {
    let title = plain(&[Node::Text(title.to_lowercase())]);
    let words = title.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'');
    let words = words.map(|word| word.replace(['’', '\''], ""));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}
