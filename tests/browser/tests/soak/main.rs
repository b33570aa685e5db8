//! An hour of restless use, in small: what is left behind would grow, and does not.
//!
//! The same actions again and again, from one seed: after the first rounds everything that is kept for later is there, and from then on the same work must need the same room.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use browser_tests::{Ability, Page, Screen, single_file, with_page};
use serde::Deserialize;
use serde_json::{Value, json};

/// Actions of a round: enough that every action meets every figure.
const ROUND: usize = 300;

/// Actions between two looks at the clock; a script may not run for longer than a minute.
const BATCH: usize = 20;

/// The share of the time after which the memory is looked at first.
const WARM_UP: f64 = 0.4;

/// What the page holds when all figures are as they were at first.
#[derive(Debug, Clone)]
struct Held {
    nodes: f64,
    listeners: f64,
    heap: f64,
    page: Rest,
}

#[derive(Debug, Clone, Deserialize)]
struct Rest {
    figures: u32,
    workers: i32,
    memory: f64,
    errors: Vec<String>,
}

/// Actions done and frames shown in a minute.
#[derive(Default, Debug)]
struct Minute {
    actions: u64,
    frames: u64,
}

async fn held(page: &Page) -> Result<Held> {
    let rest = page.run_later("return soak.rest();", Value::Null).await?;
    // The second time takes what the first has let go of.
    for _ in 0..2 {
        page.protocol("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let metrics = page.answer("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let list = metrics["metrics"].as_array();
        let found = list.and_then(|list| list.iter().find(|metric| metric["name"] == name));
        found
            .and_then(|metric| metric["value"].as_f64())
            .with_context(|| format!("there is no metric {name}"))
    };
    Ok(Held {
        nodes: metric("Nodes")?,
        listeners: metric("JSEventListeners")?,
        heap: metric("JSHeapUsedSize")?,
        page: serde_json::from_value(rest)?,
    })
}

/// Whole rounds until the time is over.
async fn use_it(page: &Page, time: Duration, minutes: &mut Vec<(Duration, Minute)>) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < time {
        page.run("soak.begin(argument);", json!(20261125)).await?;
        for _ in 0..ROUND / BATCH {
            let began = Instant::now();
            let told = page
                .run_later("return soak.act(argument);", json!(BATCH))
                .await?;
            let (actions, frames) = serde_json::from_value(told)?;
            minutes.push((began.elapsed(), Minute { actions, frames }));
        }
    }
    Ok(())
}

/// What was done in about a minute of these batches.
fn minute<'a>(batches: impl Iterator<Item = &'a (Duration, Minute)>) -> (Duration, Minute) {
    let mut sum = (Duration::ZERO, Minute::default());
    for (time, batch) in batches {
        if sum.0 >= Duration::from_secs(60) {
            break;
        }
        sum.0 += *time;
        sum.1.actions += batch.actions;
        sum.1.frames += batch.frames;
    }
    sum
}

#[tokio::test]
async fn restless_use_leaves_nothing_behind() -> Result<()> {
    let minutes = std::env::var("ACTIVATION_LAB_SOAK_MINUTES").unwrap_or_default();
    let time = Duration::from_secs(60 * minutes.parse().unwrap_or(2));
    let address = single_file()?;
    with_page(Screen::DESK, &address, async |page| {
        page.needs(Ability::Protocol)?;
        let before = json!({ "source": include_str!("before.js") });
        page.protocol("Page.addScriptToEvaluateOnNewDocument", before)
            .await?;
        page.protocol("Performance.enable", json!({})).await?;
        page.open(&address).await?;
        page.run(include_str!("actions.js"), Value::Null).await?;
        let mut batches = Vec::new();
        // From the same beginning as after the first look: a figure of the article that nobody has come near has not opened.
        page.run_later("return soak.rest();", Value::Null).await?;
        use_it(page, time.mul_f64(WARM_UP), &mut batches).await?;
        let first = held(page).await?;
        use_it(page, time.mul_f64(1.0 - WARM_UP), &mut batches).await?;
        let last = held(page).await?;
        println!("first minute {:?}", minute(batches.iter()));
        println!("last minute  {:?}", minute(batches.iter().rev()));
        println!("held after {:.0} % {first:?}", 100.0 * WARM_UP);
        println!("held at the end {last:?}");
        ensure!(
            last.page.errors.is_empty(),
            "errors: {:?}",
            last.page.errors
        );
        ensure!(
            last.page.figures == first.page.figures,
            "another number of figures"
        );
        ensure!(
            last.page.workers == first.page.workers,
            "workers that nobody stops"
        );
        // The same elements with the same parts: a figure that stays behind has some hundred nodes and some thirty listeners.
        ensure!(last.nodes <= first.nodes + 50.0, "nodes that nobody sees");
        ensure!(
            last.listeners <= first.listeners + 5.0,
            "listeners that nobody hears"
        );
        // Compiled code and caches of the browser come and go; a figure's shadow tree and state weigh some 100 kB.
        ensure!(last.heap <= first.heap + 1.5e6, "the heap grows");
        // A page of wasm is 64 kB and what is freed is used again; frames that come at other moments let the peak differ.
        ensure!(
            last.page.memory <= first.page.memory + 4e6,
            "wasm's memory grows"
        );
        Ok(())
    })
    .await
}
