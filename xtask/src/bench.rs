//! `bench`: the page that is measured beside what people would use instead.

use std::fs;

use anyhow::{Context, Result};

use crate::wasm::{self, Needs};
use crate::{child, dist, places};

const PAGE: &str = include_str!("bench.html");

/// One move of a slider, of the page as it is built.
const MOVE: &str = include_str!("move.html");

/// Builds dist/bench and says how to run it.
pub fn build() -> Result<()> {
    let folder = places::folder().join("bench");
    dist::fresh(&folder)?;
    dist::site_glue(&wasm::build("bench", Needs::Nothing)?, dist::GLUE, &folder)?;
    let vectors = folder.join("vectors");
    dist::site_glue(&wasm::build("bench", Needs::Vectors)?, dist::GLUE, &vectors)?;
    for (name, text) in [("bench.html", PAGE), ("move.html", MOVE)] {
        let page = folder.join(name);
        fs::write(&page, text).with_context(|| format!("{} cannot be written", page.display()))?;
    }
    child::say(
        "dist/bench/bench.html is built (and for vectors, bench.html?vectors); in a copy of the peers' bench: \
         node run.mjs --ours PATH/TO/dist/bench:bench.html --only w1 --filter limit,rawfull,uplot",
    );
    child::say(
        "dist/bench/move.html times one move of a slider of each figure: serve dist (for example `python3 -m http.server -d dist`), \
         open /bench/move.html, and read the table",
    );
    Ok(())
}
