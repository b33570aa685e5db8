//! Markdown as the blocks that a lesson is made of.

use crate::fault::Fault;
use crate::frame::{Frame, Kind, element};
use crate::prose::{Node, Prose, Tag, add, plain};
use crate::text;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag as Start};

/// What stands at the edge of the page, and what was seen on the way.
#[derive(Default)]
pub(crate) struct Document {
    /// Each with its line.
    pub blocks: Vec<(usize, Block)>,
    /// Where links lead to, with their lines.
    pub links: Vec<(usize, String)>,
    pub faults: Vec<Fault>,
}

pub(crate) enum Block {
    Heading(usize, String),
    /// A paragraph or a list.
    Prose(Node),
    /// A quotation, which is for whoever lectures.
    Note(Prose),
    /// A fenced block: the word after its fence, and its lines that are not empty.
    Fence(String, Vec<(usize, String)>),
}

impl Document {
    /// Reads a whole file.
    pub fn read(text: &str) -> Document {
        let mut document = Document::default();
        let mut open: Vec<Frame> = Vec::new();
        for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
            let line = 1 + text[..range.start].matches('\n').count();
            match event {
                Event::Start(start) => open.push(document.frame(line, start)),
                Event::End(_) => {
                    if let Some(frame) = open.pop() {
                        document.close(frame, open.last_mut());
                    }
                }
                other => {
                    let node = document.leaf(line, other);
                    if let (Some(frame), Some(node)) = (open.last_mut(), node) {
                        add(&mut frame.children, node);
                    }
                }
            }
        }
        document
    }

    /// Reads a piece of a line, such as an option: its faults and links are in that line.
    pub fn inline(&mut self, line: usize, text: &str) -> Prose {
        let inner = Document::read(text);
        let at_line = |fault: Fault| Fault::new(line, fault.what);
        self.faults.extend(inner.faults.into_iter().map(at_line));
        self.links
            .extend(inner.links.into_iter().map(|(_, link)| (line, link)));
        let mut blocks = inner.blocks.into_iter();
        match (blocks.next(), blocks.next()) {
            (
                Some((
                    _,
                    Block::Prose(Node::Element {
                        tag: Tag::P,
                        children,
                        ..
                    }),
                )),
                None,
            ) => children,
            _ => {
                self.fault(line, text::not_a_line(text));
                Prose::new()
            }
        }
    }

    pub fn fault(&mut self, line: usize, what: impl Into<String>) {
        self.faults.push(Fault::new(line, what));
    }

    fn frame(&mut self, line: usize, start: Start) -> Frame {
        let kind = match start {
            Start::Heading { level, .. } => Kind::Heading(level as usize),
            Start::BlockQuote(_) => Kind::Quote,
            Start::CodeBlock(CodeBlockKind::Fenced(info)) => Kind::Fence(info.trim().to_owned()),
            Start::CodeBlock(CodeBlockKind::Indented) => {
                self.fault(line, text::CODE);
                Kind::Nothing
            }
            Start::Link { dest_url, .. } => {
                self.links.push((line, dest_url.to_string()));
                Kind::Link(dest_url.into_string())
            }
            Start::Image { .. } => {
                self.fault(line, text::PICTURE);
                Kind::Nothing
            }
            other => match element(&other) {
                Some(tag) => Kind::Element(tag),
                // HTML is told of by its contents.
                None => Kind::Nothing,
            },
        };
        Frame::new(line, kind)
    }

    /// What has no parts.
    fn leaf(&mut self, line: usize, event: Event) -> Option<Node> {
        match event {
            Event::Text(text) => Some(Node::Text(bound(&text))),
            Event::Code(text) => {
                let typed = vec![Node::Text(text.into_string())];
                Some(Node::element(Tag::Code, typed))
            }
            Event::SoftBreak => Some(Node::Text(" ".to_owned())),
            Event::HardBreak => Some(Node::element(Tag::Br, Prose::new())),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.fault(line, text::HTML);
                None
            }
            Event::Rule => {
                self.fault(line, text::RULE);
                None
            }
            _ => None,
        }
    }

    /// Puts what is complete into what is around it, or at the edge of the page.
    fn close(&mut self, frame: Frame, around: Option<&mut Frame>) {
        let line = frame.line;
        if let Some(around) = around {
            match frame.node() {
                Ok(node) => around.children.extend(node),
                Err(what) => self.fault(line, what),
            }
            return;
        }
        let block = match frame.kind {
            Kind::Nothing => return,
            Kind::Heading(level) => Block::Heading(level, plain(&frame.children)),
            Kind::Quote => Block::Note(frame.children),
            Kind::Fence(kind) => Block::Fence(kind, lines(line, &plain(&frame.children))),
            Kind::Element(tag) => Block::Prose(Node::element(tag, frame.children)),
            // A link is always in a paragraph.
            Kind::Link(_) => return,
        };
        self.blocks.push((line, block));
    }
}

/// A text whose numbers stay with what belongs to them at the end of a line: `4 × ¼`, `15 %`, `B = 3`.
pub(crate) fn bound(text: &str) -> String {
    [" × ", " = ", " %"]
        .iter()
        .fold(text.to_owned(), |text, sign| {
            text.replace(sign, &sign.replace(' ', "\u{a0}"))
        })
}

/// The lines in a fence that stands in line `fence`.
fn lines(fence: usize, text: &str) -> Vec<(usize, String)> {
    let numbered = text.lines().enumerate();
    numbered
        .map(|(index, line)| (fence + 1 + index, line.trim_end().to_owned()))
        .filter(|(_, line)| !line.is_empty())
        .collect()
}
