//! Text with its emphasis, lists and links, as the page builds it: nodes, never markup.

use serde::Serialize;

/// Nodes, one after the other.
pub type Prose = Vec<Node>;

/// A text, or an element.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Node {
    /// What is read.
    Text(String),
    /// What is around it.
    Element {
        /// Its name.
        tag: Tag,
        /// Where a link leads to: `#` and a state, or an address.
        #[serde(skip_serializing_if = "Option::is_none")]
        href: Option<String>,
        /// What is in it.
        children: Prose,
    },
}

/// All elements that a lesson's text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tag {
    /// A paragraph.
    P,
    /// Emphasis.
    Em,
    /// Strong emphasis.
    Strong,
    /// Something typed.
    Code,
    /// A link.
    A,
    /// A list.
    Ul,
    /// A list that counts.
    Ol,
    /// One of a list.
    Li,
    /// The end of a line.
    Br,
}

impl Tag {
    /// Its name.
    pub fn id(self) -> &'static str {
        match self {
            Tag::P => "p",
            Tag::Em => "em",
            Tag::Strong => "strong",
            Tag::Code => "code",
            Tag::A => "a",
            Tag::Ul => "ul",
            Tag::Ol => "ol",
            Tag::Li => "li",
            Tag::Br => "br",
        }
    }
}

impl Node {
    /// An element.
    pub fn element(tag: Tag, children: Prose) -> Node {
        let href = None;
        Node::Element {
            tag,
            href,
            children,
        }
    }

    /// Hands each text in it to `say`, but for what is typed.
    pub fn say(&mut self, say: &dyn Fn(&str) -> String) {
        match self {
            Node::Text(text) => *text = say(text),
            Node::Element { tag: Tag::Code, .. } => {}
            Node::Element { children, .. } => {
                children.iter_mut().for_each(|child| child.say(say));
            }
        }
    }
}

/// Adds a node; texts that meet become one.
pub(crate) fn add(prose: &mut Prose, node: Node) {
    match (prose.last_mut(), node) {
        (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
        (_, node) => prose.push(node),
    }
}

/// What is read, without what is around it.
pub fn plain(prose: &[Node]) -> String {
    let text = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Element { tag: Tag::Br, .. } => " ".to_owned(),
        Node::Element { children, .. } => plain(children),
    };
    prose.iter().map(text).collect()
}
