//! Every claim of the page is an experiment, and here it is repeated.
//!
//! The claims stand in the text files of the folder beside this file, one for each section of the article and one for what only the lessons say; [`table`] says how to read them.

mod article;
mod lab;
mod lesson;
mod table;

// Our module of that name is about the lessons' words.
use ::lesson::claims::{COLLAPSE, CURVES, DECAY, DYING, FREEZE, LAYERS, LESSONS, NEURON, TABLES};
use activation_lab::figure::FIGURES;
use lab::{Lab, Seen, state};
use std::collections::HashSet;
use std::sync::LazyLock;
use table::{Claim, Condition, Seeds, What, read};

/// Of those that fail, so many seeds are shown.
const SHOWN: usize = 4;

/// The seed of the witnesses: one counter-example is enough.
const WITNESS: Option<u64> = Some(1);

static CLAIMS: LazyLock<Vec<Claim>> = LazyLock::new(|| TABLES.into_iter().flat_map(read).collect());

/// Whether a condition holds where `at` gives what is seen of each state, and what its sides are.
fn check<'a>(condition: &Condition, at: &dyn Fn(&str) -> &'a Seen) -> (bool, String) {
    match &condition.what {
        What::Holds(comparison) => {
            let value = |(state, measure): &(&str, &str)| at(state).measure(measure);
            let (left, right, lies) = comparison.check(&value);
            (lies, format!("{left:.6} and {right:.6}"))
        }
        What::Says { state, part } => {
            let said = &at(state).summary;
            (said.contains(part), format!("“{said}”"))
        }
    }
}

/// The name of the state that stands in the place of another, where there is one.
fn instead<'a>(condition: &Condition, name: &'a str) -> &'a str {
    let found = condition.witness.iter().find(|(place, _)| *place == name);
    found.map_or(name, |(_, witness)| witness)
}

/// What is wrong with one claim, with the numbers of some seeds.
fn failure(claim: &Claim, lab: &Lab) -> Option<String> {
    let tries = claim.tries();
    let broken = |seed: &Option<u64>| {
        let at = |name: &str| lab.get(claim.link(name), *seed);
        let conditions = claim.conditions.iter();
        let checked = conditions.map(|condition| (condition.text, check(condition, &at)));
        let broken = checked.filter(|(_, (holds, _))| !holds);
        let told = broken.map(|(text, (_, sides))| format!("  seed {seed:?}: {text}\n    {sides}"));
        told.collect::<Vec<String>>().join("\n")
    };
    let seen = broken(&None);
    if claim.is_common() && !seen.is_empty() {
        let id = claim.id;
        return Some(format!("{id} is not so where a reader looks:\n{seen}"));
    }
    let mut wrong: Vec<String> = tries.iter().map(broken).collect();
    wrong.retain(|told| !told.is_empty());
    let (all, holding) = (tries.len(), tries.len() - wrong.len());
    let (fine, wanted) = match claim.seeds {
        None => (holding == all, "in all".to_owned()),
        Some(Seeds {
            wanted, exactly, ..
        }) => match exactly {
            true => (holding == wanted, format!("in exactly {wanted}")),
            false => (holding >= wanted, format!("in {wanted}")),
        },
    };
    wrong.truncate(SHOWN);
    let (id, wrong) = (claim.id, wrong.join("\n"));
    (!fine).then(|| format!("{id} holds in {holding} of {all}, and should {wanted}:\n{wrong}"))
}

/// The conditions of a claim that hold for their witness too.
fn vacuous(claim: &Claim, lab: &Lab) -> Vec<String> {
    let seed = claim.seeds.and(WITNESS);
    let conditions = claim.conditions.iter();
    let told = conditions.filter_map(|condition| {
        let at = |name: &str| lab.get(claim.link(instead(condition, name)), seed);
        let (holds, sides) = check(condition, &at);
        let (id, text) = (claim.id, condition.text);
        holds.then(|| format!("{id}: the witness too: {text}\n    {sides}"))
    });
    told.collect()
}

/// Repeats all experiments of a table.
fn repeat(table: &'static str) {
    let claims = read(table);
    let mut states = Vec::new();
    for claim in &claims {
        for condition in &claim.conditions {
            for name in condition.states() {
                let tries = claim.tries().into_iter().chain([None]);
                states.extend(tries.map(|seed| (claim.link(name), seed)));
                let witness = instead(condition, name);
                states.push((claim.link(witness), claim.seeds.and(WITNESS)));
            }
        }
    }
    let lab = Lab::of(&states);
    let failures = claims.iter().filter_map(|claim| failure(claim, &lab));
    let mut wrong: Vec<String> = failures.collect();
    wrong.extend(claims.iter().flat_map(|claim| vacuous(claim, &lab)));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn neuron() {
    repeat(NEURON);
}

#[test]
fn collapse() {
    repeat(COLLAPSE);
}

#[test]
fn curves() {
    repeat(CURVES);
}

#[test]
fn decay() {
    repeat(DECAY);
}

#[test]
fn layers() {
    repeat(LAYERS);
}

#[test]
fn freeze() {
    repeat(FREEZE);
}

#[test]
fn dying() {
    repeat(DYING);
}

#[test]
fn lessons() {
    repeat(LESSONS);
}

#[test]
fn the_table_is_whole() {
    let mut ids = HashSet::new();
    for claim in CLAIMS.iter() {
        let id = claim.id;
        assert!(ids.insert(id), "{id} stands twice");
        assert!(!claim.conditions.is_empty(), "{id} asks for nothing");
        let mut used = HashSet::new();
        for condition in &claim.conditions {
            let names = condition.states();
            let (text, witness) = (condition.text, &condition.witness);
            assert!(!witness.is_empty(), "{id}: no witness of: {text}");
            for (place, _) in witness {
                assert!(names.contains(place), "{id}: {place} is not in: {text}");
            }
            used.extend(names);
            used.extend(witness.iter().map(|(_, name)| *name));
        }
        for state in &claim.states {
            let name = state.name;
            assert!(used.contains(name), "{id}: {name} proves nothing");
        }
        let by_figure = claim.by.is_some_and(|by| {
            let own = |name: &str| state(claim.link(name), None).0.id == by;
            let says = |c: &Condition| matches!(&c.what, What::Says { state, .. } if own(state));
            claim.conditions.iter().any(says)
        });
        let by_article = claim.by.is_none() && !claim.texts.is_empty();
        let by_lesson = !claim.taught.is_empty();
        assert!(by_figure || by_article || by_lesson, "{id}: nobody says it");
    }
}

/// What a figure says when it opens is a claim.
#[test]
fn every_first_sentence_is_a_claim() {
    for figure in FIGURES {
        let opens = |claim: &Claim, name: &str| {
            let (of, settings) = state(claim.link(name), None);
            of.id == figure.id && settings.changed().is_empty()
        };
        let says = CLAIMS.iter().any(|claim| {
            let said =
                |c: &Condition| matches!(&c.what, What::Says { state, .. } if opens(claim, state));
            claim.conditions.iter().any(said)
        });
        assert!(says, "{}", figure.id);
    }
}
