//! Figures in somebody else's page: the script that builds one, and counts what lives in it.

use anyhow::Result;
use browser_tests::{Page, Screen, site, with_page};
use serde_json::Value;

/// `host(body)` and what the tests ask of it.
const HOST: &str = include_str!("census.js");

/// Runs a script that may use what census.js offers; it fails the test by throwing.
pub async fn run(page: &Page, script: &str, argument: Value) -> Result<Value> {
    page.run_later(&format!("{HOST}\n{script}"), argument).await
}

/// The same in a page that is opened for it.
pub async fn check(script: &str) -> Result<()> {
    let site = site()?;
    with_page(Screen::DESK, &site, async |page| {
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}
