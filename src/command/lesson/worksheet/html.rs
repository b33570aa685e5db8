//! A lesson's text as HTML.

use lesson::{Node, Tag};

/// Paragraphs, lists and what is in them. A link leads nowhere on paper: its words stay.
pub fn prose(nodes: &[Node]) -> String {
    nodes.iter().map(node).collect()
}

fn node(node: &Node) -> String {
    match node {
        Node::Text(text) => escaped(text),
        Node::Element { tag: Tag::Br, .. } => "<br>".to_owned(),
        Node::Element {
            tag: Tag::A,
            children,
            ..
        } => prose(children),
        Node::Element { tag, children, .. } => {
            let (tag, inside) = (tag.id(), prose(children));
            format!("<{tag}>{inside}</{tag}>")
        }
    }
}

/// Text as HTML holds it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
