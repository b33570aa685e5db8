//! A lesson without sight and without mouse: what to press is chosen from the accessibility tree alone, and what is said is what live regions say and what has the focus.

mod steps;

use anyhow::{Context, Result, bail, ensure};
use browser_tests::{Page, Screen, Tree, site, with_page};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use steps::{Act, COMMIT, STEPS, Step};
use thirtyfour::{Key, TypingData};
use tokio::time::sleep;

/// How long something may take to be said; far longer than it takes, as a busy machine is slow.
const PATIENCE: Duration = Duration::from_secs(120);

/// Longer than this nobody listens to what comes unasked.
const LONGEST: usize = 400;

async fn key(page: &Page, key: impl Into<TypingData>) -> Result<()> {
    let chain = page.driver().action_chain().send_keys(key);
    chain.perform().await.context("a key")?;
    page.settle().await
}

async fn back(page: &Page) -> Result<()> {
    let chain = page.driver().action_chain().key_down(Key::Shift);
    let chain = chain.send_keys(Key::Tab).key_up(Key::Shift);
    chain.perform().await.context("Shift and Tab")
}

/// Goes on with Tab until the keys go to what is called so.
async fn walk(page: &Page, roles: &[&str], name: &str) -> Result<()> {
    for _ in 0..60 {
        let tree = page.tree().await?;
        if let Some(at) = tree.focus() {
            let part = &tree.0[at];
            if roles.contains(&part.role.as_str()) && part.name.contains(name) {
                return Ok(());
            }
            ensure!(
                !part.name.is_empty() || !tree.read(at).is_empty(),
                "a {} without a name has the focus",
                part.role
            );
        }
        key(page, Key::Tab).await?;
    }
    bail!("Tab does not lead to {name}: {}", all(&page.tree().await?))
}

fn all(tree: &Tree) -> String {
    tree.read(0)
}

/// What live regions have said since the last time.
async fn heard(page: &Page) -> Result<Vec<String>> {
    let said = page
        .run("return window.heard.splice(0);", Value::Null)
        .await?;
    Ok(serde_json::from_value(said)?)
}

/// What has the focus, as it is read.
async fn focused(page: &Page) -> Result<String> {
    let tree = page.tree().await?;
    Ok(tree.focus().map_or(String::new(), |at| tree.read(at)))
}

/// Waits until it is said by itself or is read where the focus is; returns all that was said by itself.
async fn hear(page: &Page, wanted: &str) -> Result<Vec<String>> {
    let start = Instant::now();
    let mut said = Vec::new();
    while start.elapsed() < PATIENCE {
        said.extend(heard(page).await?);
        let aloud = said.iter().filter(|text| text.contains(wanted)).count();
        let read = focused(page).await?.contains(wanted);
        if aloud > 0 || read {
            // What comes a moment later would be heard as well.
            sleep(Duration::from_millis(800)).await;
            said.extend(heard(page).await?);
            let aloud = said.iter().filter(|text| text.contains(wanted)).count();
            ensure!(
                aloud + usize::from(read) == 1,
                "{wanted}: said {aloud} times, read where the focus is: {read}; {said:?}"
            );
            return Ok(said);
        }
        sleep(Duration::from_millis(100)).await;
    }
    bail!(
        "{wanted} is not said, but {said:?}; the focus is at {}; there is {}",
        focused(page).await?,
        all(&page.tree().await?)
    )
}

async fn act(page: &Page, step: &Step) -> Result<()> {
    match &step.act {
        Act::Slide(name, to) => {
            walk(page, &["slider"], name).await?;
            key(page, to.clone()).await
        }
        Act::Switch(name) => {
            walk(page, &["checkbox", "switch"], name).await?;
            key(page, " ").await
        }
        Act::Draw => {
            walk(page, &["slider"], "Place").await?;
            for _ in 0..3 {
                key(page, Key::Tab).await?;
                key(page, Key::Down).await?;
                back(page).await?;
                key(page, Key::Right).await?;
            }
            walk(page, &["button"], COMMIT).await?;
            key(page, Key::Enter).await
        }
        Act::Estimate(number) => {
            walk(page, &["textbox"], "As a number").await?;
            key(page, *number).await?;
            walk(page, &["button"], COMMIT).await?;
            key(page, Key::Enter).await
        }
        Act::Choose(words) => {
            walk(page, &["radio"], "").await?;
            key(page, " ").await?;
            let mut turns = 0;
            while !focused(page).await?.contains(words) {
                turns += 1;
                ensure!(turns < 6, "no answer has {words}");
                key(page, Key::Down).await?;
            }
            walk(page, &["button"], COMMIT).await?;
            key(page, Key::Enter).await
        }
        Act::Refuse => {
            walk(page, &["button"], "It cannot be done").await?;
            key(page, Key::Enter).await
        }
    }
}

/// Waits until the focus is at the heading of a step.
async fn arrive(page: &Page, title: &str) -> Result<Tree> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        let tree = page.tree().await?;
        if tree
            .focus()
            .is_some_and(|at| tree.0[at].role == "heading" && tree.0[at].name == title)
        {
            return Ok(tree);
        }
        sleep(Duration::from_millis(100)).await;
    }
    bail!(
        "the focus does not come to {title}: {}",
        focused(page).await?
    )
}

/// Until the figure has all of its words.
async fn settle(page: &Page) -> Result<()> {
    let script = "const figure = document.querySelector('.lesson activation-lab');
        if (figure.hasAttribute('data-waiting')) return false;
        window.whole = window.whole || new Promise((done) => figure.whenComplete(() => done())).then(() => (window.isWhole = true));
        return Boolean(window.isWhole);";
    page.wait("the figure", script, Value::Null).await?;
    page.run("window.whole = window.isWhole = undefined;", Value::Null)
        .await?;
    page.settle().await
}

#[tokio::test]
async fn a_lesson_is_played_by_text_alone() -> Result<()> {
    let address = site()?;
    with_page(Screen::DESK, &address, async |page| {
        page.open_as_it_is(&address).await?;
        page.protocol("Accessibility.enable", json!({})).await?;
        page.run(include_str!("heard.js"), Value::Null).await?;
        let link =
            "const link = document.querySelector('.lesson-begin a[href=\"?lesson=freeze\"]');
            if (link) link.focus(); else document.getElementById('lesson-list').scrollIntoView();
            return Boolean(link);";
        page.wait("the link", link, Value::Null).await?;
        key(page, Key::Enter).await?;
        for (index, step) in STEPS.iter().enumerate() {
            play(page, index, step).await.with_context(|| step.title)?;
            if step.title == "Repair it" {
                layers_are_told(page).await.context("now, by layer")?;
            }
            let way = ["Next", "Finish"][usize::from(index + 1 == STEPS.len())];
            walk(page, &["button"], way).await?;
            heard(page).await?;
            key(page, Key::Enter).await?;
        }
        let start = Instant::now();
        while !focused(page)
            .await?
            .contains("Begin: Why deep sigmoid networks freeze")
        {
            ensure!(
                start.elapsed() < PATIENCE,
                "afterwards the focus is at {}",
                focused(page).await?
            );
        }
        Ok(())
    })
    .await
}

async fn play(page: &Page, index: usize, step: &Step) -> Result<()> {
    let tree = arrive(page, step.title).await?;
    let read = tree.read(tree.focus().context("no focus")?);
    let count = format!("Step {} of {}", index + 1, STEPS.len());
    ensure!(read.contains(&count), "the heading says {read}");
    settle(page).await?;
    let said = heard(page).await?;
    ensure!(
        !said.iter().any(|text| text.contains(step.title)),
        "said twice: {said:?}"
    );
    let told = all(&page.tree().await?);
    for text in step.reads {
        ensure!(told.contains(text), "{text} is not read: {told}");
    }
    for text in step.hides {
        ensure!(
            !told.contains(text) && !said.join(" ").contains(text),
            "{text} is told: {said:?} {told}"
        );
    }
    act(page, step).await?;
    let said = hear(page, step.hears).await?;
    for text in &said {
        ensure!(text.chars().count() <= LONGEST, "too long: {text}");
    }
    let twice = said
        .iter()
        .find(|text| said.iter().filter(|other| other == text).count() > 1);
    ensure!(twice.is_none(), "said twice: {said:?}");
    ensure!(!focused(page).await?.is_empty(), "the focus is lost");
    Ok(())
}

/// Which layers stand still is found in the table, by keys.
async fn layers_are_told(page: &Page) -> Result<()> {
    walk(page, &["button"], "All of this figure").await?;
    key(page, Key::Enter).await?;
    walk(page, &["button"], "Data table").await?;
    key(page, Key::Enter).await?;
    settle(page).await?;
    let tree = page.tree().await?;
    let at = tree
        .0
        .iter()
        .position(|part| part.role == "region" && part.name.contains("Now, by layer"));
    let rows = tree.within(at.context("no table of layers")?);
    let texts = |role: &str| -> Vec<&str> {
        rows.iter()
            .filter(|part| part.role == role)
            .map(|part| part.name.as_str())
            .collect()
    };
    let (heads, layers, cells) = (texts("columnheader"), texts("rowheader"), texts("cell"));
    let moves = |letter: &str| -> Vec<&str> {
        let head = format!("{letter}: how far a step moves it");
        let column = heads.iter().position(|text| *text == head).unwrap_or(0);
        cells
            .chunks(heads.len() - 1)
            .map(|row| row[column.saturating_sub(1)])
            .collect()
    };
    let frozen = |letter: &str| -> Vec<&str> {
        let told = layers.iter().zip(moves(letter));
        told.filter(|(_, text)| text.ends_with(", frozen"))
            .map(|(layer, _)| *layer)
            .collect()
    };
    ensure!(
        frozen("A").first() == Some(&"layer 1"),
        "{layers:?} {:?}",
        moves("A")
    );
    ensure!(frozen("B").is_empty(), "{layers:?} {:?}", moves("B"));
    Ok(())
}
