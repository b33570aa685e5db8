//! Elements on their way: opened, filled, closed.

use crate::prose::{Node, Prose, Tag};
use crate::text;
use language::Text;
use pulldown_cmark::Tag as Start;

/// Something that is open.
pub(crate) struct Frame {
    pub line: usize,
    pub kind: Kind,
    pub children: Prose,
}

pub(crate) enum Kind {
    Element(Tag),
    Link(String),
    Heading(usize),
    Quote,
    Fence(String),
    /// What a lesson does not have.
    Nothing,
}

impl Frame {
    pub fn new(line: usize, kind: Kind) -> Frame {
        Frame {
            line,
            kind,
            children: Prose::new(),
        }
    }

    /// The node that it is within another one, or what must not stand there.
    pub fn node(self) -> Result<Option<Node>, Text> {
        match self.kind {
            Kind::Element(tag) => Ok(Some(Node::element(tag, self.children))),
            Kind::Link(href) => Ok(Some(Node::Element {
                tag: Tag::A,
                href: Some(href),
                children: self.children,
            })),
            Kind::Nothing => Ok(None),
            Kind::Heading(_) => Err(text::HEADING_WITHIN),
            Kind::Quote => Err(text::QUOTATION_WITHIN),
            Kind::Fence(_) => Err(text::FENCE_WITHIN),
        }
    }
}

/// The element of a text that begins so.
pub(crate) fn element(start: &Start) -> Option<Tag> {
    match start {
        Start::Paragraph => Some(Tag::P),
        Start::List(None) => Some(Tag::Ul),
        Start::List(Some(_)) => Some(Tag::Ol),
        Start::Item => Some(Tag::Li),
        Start::Emphasis => Some(Tag::Em),
        Start::Strong => Some(Tag::Strong),
        _ => None,
    }
}
