//! The article and its claims: every paragraph and every list item says which claim it makes, or that it makes none.

use super::lab::state;
use super::{CLAIMS, table::Claim};
use activation_lab::figure::{Scene, find};
use roxmltree::{Document, Node};
use std::collections::HashSet;

/// What an element is that makes no claim: it says what a word means, asks, tells what to do, or holds the others together.
const KINDS: [&str; 5] = ["definition", "question", "instruction", "frame", "live"];

/// Beginnings of words that say what becomes of a network: only a claim may.
const VERDICTS: [&str; 13] = [
    "learn", "freez", "froze", "die", "dying", "dead", "death", "vanish", "explo", "fade",
    "fading", "thrash", "surviv",
];

/// The page of the article, from `<main>` to its end.
fn article() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/index.html");
    let page = std::fs::read_to_string(path).expect(path);
    let from = page.find("<main").expect("the article begins");
    let to = page.find("</main>").expect("the article ends");
    page[from..to + "</main>".len()].to_owned()
}

fn elements<'a>(document: &'a Document) -> impl Iterator<Item = Node<'a, 'a>> {
    let all = document.descendants();
    all.filter(|node| node.has_tag_name("p") || node.has_tag_name("li"))
}

/// What a reader reads: the text with single spaces.
fn text(node: Node) -> String {
    let parts = node.descendants().filter(Node::is_text);
    let text: String = parts.filter_map(|part| part.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The claims whose ids an element carries, or its kind.
enum Tie<'a> {
    Claims(Vec<&'a Claim>),
    Kind(&'a str),
}

fn tie<'a>(node: Node<'a, 'a>) -> Result<Tie<'a>, String> {
    match (node.attribute("data-claim"), node.attribute("data-kind")) {
        (Some(ids), None) => {
            let find = |id| {
                let claim = CLAIMS.iter().find(|claim| claim.id == id);
                claim.ok_or_else(|| format!("there is no claim '{id}'"))
            };
            let claims: Result<Vec<&Claim>, String> = ids.split_whitespace().map(find).collect();
            match claims? {
                none if none.is_empty() => Err("names no claim".to_owned()),
                some => Ok(Tie::Claims(some)),
            }
        }
        (None, Some(kind)) if KINDS.contains(&kind) => Ok(Tie::Kind(kind)),
        (None, Some(kind)) => Err(format!("is of no known kind: {kind}")),
        _ => Err("carries neither the ids of its claims nor its kind".to_owned()),
    }
}

/// What is wrong with an element, if anything is.
fn fault(node: Node) -> Result<(), String> {
    let mut links = node.descendants().filter_map(|node| node.attribute("href"));
    match tie(node)? {
        Tie::Claims(claims) => {
            for href in links {
                let link = href.trim_start_matches('#');
                if !claims.iter().any(|claim| is_proved(claim, link)) {
                    return Err(format!("links to what none of its claims compares: {href}"));
                }
                if state(link, None).1.changed().is_empty() {
                    return Err(format!("links to what is in sight already: {href}"));
                }
            }
            Ok(())
        }
        Tie::Kind(kind) => {
            if let Some(href) = links.next() {
                return Err(format!("makes no claim and links to {href}"));
            }
            match verdict(node, kind) {
                Some(word) => Err(format!("makes no claim and says '{word}'")),
                None => Ok(()),
            }
        }
    }
}

/// Whether a condition of the claim speaks of the state that this is the link to.
fn is_proved(claim: &Claim, link: &str) -> bool {
    let mut names = claim.conditions.iter().flat_map(|c| c.states());
    names.any(|name| claim.link(name) == link)
}

/// Whether a text is a number of a figure, as it is now.
fn is_live(part: Node) -> bool {
    part.ancestors()
        .any(|node| node.attribute("class") == Some("live"))
}

/// The first digit or verdict; in a definition what it defines may be one, and what is live is its figure's.
fn verdict(node: Node, kind: &str) -> Option<String> {
    let defined = |part: Node| part.ancestors().any(|node| node.has_tag_name("em"));
    let parts = node.descendants().filter(Node::is_text);
    let parts = parts.filter(|part| kind != "definition" || !defined(*part));
    let parts = parts.filter(|part| kind != "live" || !is_live(*part));
    let text: String = parts.filter_map(|part| part.text()).collect();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let found = words.find(|word| {
        let word = word.to_lowercase();
        word.chars().any(char::is_numeric) || VERDICTS.iter().any(|v| word.starts_with(v))
    });
    found.map(str::to_owned)
}

#[test]
fn whatever_the_article_says_is_a_claim_or_says_what_else() {
    let article = article();
    let document = Document::parse(&article).expect("well-formed");
    let wrong: Vec<String> = elements(&document)
        .filter_map(|node| {
            let fault = fault(node).err()?;
            Some(format!("“{}” {fault}", text(node)))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The words of a claim stand in an element that carries its id, and each element says some of the words of its claims.
#[test]
fn the_article_says_what_its_claims_say() {
    let article = article();
    let document = Document::parse(&article).expect("well-formed");
    let mut wrong = Vec::new();
    let mut said = HashSet::new();
    for node in elements(&document) {
        let Ok(Tie::Claims(claims)) = tie(node) else {
            continue;
        };
        let text = text(node);
        for claim in claims {
            let here = claim.texts.iter().filter(|part| text.contains(**part));
            let here: Vec<_> = here.map(|part| (claim.id, *part)).collect();
            if here.is_empty() && claim.by.is_none() {
                wrong.push(format!("“{text}” says nothing of {}", claim.id));
            }
            said.extend(here);
        }
    }
    for claim in CLAIMS.iter() {
        for part in &claim.texts {
            if !said.contains(&(claim.id, *part)) {
                wrong.push(format!("{}: nowhere is said “{part}”", claim.id));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Before a script runs, and where none can, a live number is that of the figure's first state.
#[test]
fn live_numbers_begin_as_their_figures_do() {
    let article = article();
    let document = Document::parse(&article).expect("well-formed");
    let mut count = 0;
    let live = document
        .descendants()
        .filter(|node| node.has_tag_name("span") && is_live(*node));
    for node in live {
        count += 1;
        let name = node.attribute("data-figure").expect("a figure");
        let scene = Scene::new(find(name).expect(name));
        let now = match (
            node.attribute("data-control"),
            node.attribute("data-readout"),
        ) {
            (Some(id), None) => scene.settings.text(id).expect(id),
            (None, Some(index)) => {
                let view = scene.view();
                let readout = &view.readouts[index.parse::<usize>().expect(index)];
                match node.attribute("data-part") {
                    None => readout.value.clone(),
                    Some("label") => readout.label.clone(),
                    Some("note") => readout.note.clone(),
                    Some(part) => panic!("a readout has no {part}"),
                }
            }
            _ => panic!("“{}” is neither a control's nor a readout's", text(node)),
        };
        assert_eq!(text(node), now, "{name}");
    }
    assert!(count > 10, "only {count} live numbers");
}

/// A table that is read once can be linked to: every state is a link of today.
#[test]
fn every_state_is_a_link_of_today() {
    for claim in CLAIMS.iter() {
        for of in &claim.states {
            state(of.link, None);
            assert!(of.link.contains("&v=2"), "{}: {}", claim.id, of.link);
        }
    }
}

/// Each rule can fail.
#[test]
fn the_rules_can_fail() {
    let id = CLAIMS[0].id;
    let fine = format!("<p data-claim=\"{id}\">A network learns in 3 steps.</p>");
    for (html, culprit) in [
        (fine.as_str(), ""),
        ("<p data-kind=\"definition\">It is <em>dead</em>.</p>", ""),
        ("<p>It is.</p>", "neither"),
        ("<p data-claim=\"\">It is.</p>", "names no claim"),
        ("<p data-claim=\"no-such\">It is.</p>", "'no-such'"),
        ("<p data-kind=\"joke\">It is.</p>", "joke"),
        (
            "<li data-kind=\"question\">Has it learned?</li>",
            "'learned'",
        ),
        (
            "<li data-kind=\"frame\">It is <em>dead</em>.</li>",
            "'dead'",
        ),
        ("<li data-kind=\"frame\">Below <b>0.1</b></li>", "'0'"),
        (
            "<p data-kind=\"live\">It is <span class=\"live\">3</span>.</p>",
            "",
        ),
        ("<p data-kind=\"live\">It is 3.</p>", "'3'"),
        (
            "<p data-kind=\"frame\">It is <span class=\"live\">3</span>.</p>",
            "'3'",
        ),
        (
            "<p data-kind=\"frame\"><a href=\"#figure=decay\">so</a></p>",
            "links",
        ),
    ] {
        let document = Document::parse(html).expect(html);
        let fault = fault(document.root_element()).err().unwrap_or_default();
        assert_eq!(culprit.is_empty(), fault.is_empty(), "{html}: {fault}");
        assert!(fault.contains(culprit), "{html}: {fault}");
    }
    let stray =
        format!("<p data-claim=\"{id}\"><a href=\"#figure=decay&amp;v=2&amp;depth=3\">so</a></p>");
    let document = Document::parse(&stray).expect("html");
    assert!(fault(document.root_element()).is_err());
}
