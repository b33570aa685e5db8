//! axe-core, which finds what keeps people out of a page. The tests put it into the page that they look at; it is no part of what is built.

use std::path::PathBuf;

use anyhow::Result;

use crate::report::Report;
use crate::{places, types};

/// What npm is asked for: versions and checksums.
pub const AXE: (&str, &str) = (
    include_str!("../axe/package.json"),
    include_str!("../axe/package-lock.json"),
);

/// Its script. Where it cannot be had that is told in a sentence, and the tests that need it are skipped; with `CI=true` it is an error.
pub fn script(report: &mut Report) -> Result<PathBuf> {
    let folder = places::intermediate().join("axe");
    if let Err(error) = types::install(&folder, AXE.0, AXE.1) {
        report.untried(&format!(
            "axe-core cannot be had, so no page is looked at by it: {error:#}"
        ))?;
    }
    Ok(folder.join("node_modules/axe-core/axe.min.js"))
}
