//! The table of claims, as the text files beside this one hold it.
//!
//! A claim begins at the edge of the page with its id; what belongs to it stands below, indented:
//!
//! ```text
//! sigmoids-in-depth
//!   seeds   18 of 20
//!   state   deep      figure=freeze&v=2
//!   state   shallow   figure=freeze&v=2&depth=2
//!   text    its loss is still that of guessing
//!   holds   deep.a_loss > 0.68
//!   fails   with shallow as deep
//!   says    deep: A (Sigmoid) moves and learns nothing
//!   fails   with shallow as deep
//! ```
//!
//! - `state` names a link; the seed is added to it.
//! - `holds` compares measures (see [`Comparison`]), `says` is part of the sentence of that state's figure. All of them have to be so at once.
//! - `fails` follows each of them and names its witness: the states under which it is not so, or it would prove nothing.
//! - `seeds 18 of 20` asks that it be so for 18 of the seeds 1 to 20 or more, `seeds exactly 15 of 20` for just as many. Without it the states are taken as they are.
//! - What holds for more than half of the seeds has to hold for the seed of its links too, as that is what a reader sees.
//! - `text` is what the article says in an element that carries the id.
//! - `lesson freeze: …` is what that lesson says, in words that stand in one of its steps (see [`super::lesson`]); the article need not say it too.
//! - `by figure dying` stands where no element does: the figure's own sentence makes the claim.

use comparison::Comparison;

/// A claim.
pub struct Claim {
    pub id: &'static str,
    pub seeds: Option<Seeds>,
    pub states: Vec<State>,
    pub texts: Vec<&'static str>,
    /// Pairs of a lesson and of words in it.
    pub taught: Vec<(&'static str, &'static str)>,
    pub conditions: Vec<Condition>,
    /// The figure that makes the claim, if the article does not.
    pub by: Option<&'static str>,
}

/// For how many of the seeds from 1 up a claim has to hold.
#[derive(Clone, Copy)]
pub struct Seeds {
    pub wanted: usize,
    pub of: u64,
    pub exactly: bool,
}

/// A link by its name in the claim.
pub struct State {
    pub name: &'static str,
    pub link: &'static str,
}

/// What has to be so.
pub struct Condition {
    pub what: What,
    /// As it is written.
    pub text: &'static str,
    /// Pairs of a state and the one in whose place it is put; then the condition must not hold.
    pub witness: Vec<(&'static str, &'static str)>,
}

pub enum What {
    /// Measures, each of a state.
    Holds(Comparison<(&'static str, &'static str)>),
    Says {
        state: &'static str,
        part: &'static str,
    },
}

impl Claim {
    /// The link of that name.
    pub fn link(&self, name: &str) -> &'static str {
        let state = self.states.iter().find(|state| state.name == name);
        let known = || format!("{}: there is no state '{name}'", self.id);
        state.unwrap_or_else(|| panic!("{}", known())).link
    }

    /// Whether it holds for most seeds, and so for the one that a link shows.
    pub fn is_common(&self) -> bool {
        self.seeds
            .is_none_or(|seeds| 2 * seeds.wanted as u64 > seeds.of)
    }

    /// The seeds to try; `None` takes the states as they are.
    pub fn tries(&self) -> Vec<Option<u64>> {
        match self.seeds {
            Some(seeds) => (1..=seeds.of).map(Some).collect(),
            None => vec![None],
        }
    }
}

impl Condition {
    /// The states that it speaks of.
    pub fn states(&self) -> Vec<&'static str> {
        match &self.what {
            What::Holds(comparison) => {
                let names = comparison.names().into_iter();
                names.map(|(state, _)| *state).collect()
            }
            What::Says { state, .. } => vec![state],
        }
    }
}

/// Every claim of a table; what cannot be read names its line.
pub fn read(table: &'static str) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for line in table.lines() {
        let (content, indented) = (line.trim(), line.starts_with(' '));
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        if !indented {
            claims.push(Claim {
                id: content,
                seeds: None,
                states: Vec::new(),
                texts: Vec::new(),
                taught: Vec::new(),
                conditions: Vec::new(),
                by: None,
            });
            continue;
        }
        let claim = claims.last_mut();
        let read = claim.and_then(|claim| add(claim, content));
        read.unwrap_or_else(|| panic!("this line of the claims cannot be read: {line}"));
    }
    claims
}

fn add(claim: &mut Claim, line: &'static str) -> Option<()> {
    let (key, rest) = split(line)?;
    match key {
        "seeds" => claim.seeds = Some(seeds(rest)?),
        "state" => {
            let (name, link) = split(rest)?;
            claim.states.push(State { name, link });
        }
        "text" => claim.texts.push(rest),
        "lesson" => {
            let (lesson, words) = rest.split_once(": ")?;
            claim.taught.push((lesson, words.trim()));
        }
        "by" => claim.by = Some(rest.strip_prefix("figure ")?),
        "holds" => claim.conditions.push(condition(
            What::Holds(Comparison::read(rest, of_a_state)?),
            line,
        )),
        "says" => {
            let (state, part) = rest.split_once(": ")?;
            let part = part.trim();
            claim
                .conditions
                .push(condition(What::Says { state, part }, line));
        }
        "fails" => {
            let condition = claim.conditions.last_mut()?;
            for pair in rest.strip_prefix("with ")?.split(", ") {
                let (witness, place) = pair.split_once(" as ")?;
                condition.witness.push((place.trim(), witness.trim()));
            }
        }
        _ => return None,
    }
    Some(())
}

fn condition(what: What, text: &'static str) -> Condition {
    Condition {
        what,
        text,
        witness: Vec::new(),
    }
}

/// `deep.a_loss`: the state, and its measure.
fn of_a_state(word: &'static str) -> Option<(&'static str, &'static str)> {
    word.split_once('.')
}

fn split(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (key, rest) = line.split_once(' ')?;
    Some((key, rest.trim()))
}

fn seeds(text: &str) -> Option<Seeds> {
    let (count, exactly) = match text.strip_prefix("exactly ") {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (wanted, of) = count.split_once(" of ")?;
    Some(Seeds {
        wanted: wanted.parse().ok()?,
        of: of.parse().ok()?,
        exactly,
    })
}
