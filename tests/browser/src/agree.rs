//! A figure on the page against the same figure from the command line.

use crate::{Page, native};
use anyhow::{Result, ensure};

/// That the tables of a state are the same text, to the last digit.
pub async fn figure_agrees(page: &Page, figure: &str, state: &[&str]) -> Result<()> {
    let mut arguments = vec!["figure", figure, "--format", "csv", "--out", "-"];
    arguments.extend(state.iter().flat_map(|setting| ["--set", setting]));
    let native = native(&arguments, "")?;
    let wasm = page.csv(figure, &state.join("&")).await?;
    ensure!(
        native.lines().count() > 1,
        "{figure} {state:?}: an empty table"
    );
    let pairs = native.lines().zip(wasm.lines());
    for (line, (native, wasm)) in pairs.enumerate() {
        ensure!(
            native == wasm,
            "{figure} {state:?}, line {}:\nnative {native}\nwasm   {wasm}",
            line + 1
        );
    }
    ensure!(native == wasm, "{figure} {state:?}: one table is longer");
    Ok(())
}
