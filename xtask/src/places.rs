//! Where built things lie.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of everything built.
pub fn folder() -> PathBuf {
    crate::root().join("dist")
}

/// The site's folder in that of a language, to be copied to a web server as it is.
pub fn site(folder: &Path) -> PathBuf {
    folder.join("site")
}

/// The one file that holds the whole page.
pub fn single_file(folder: &Path) -> PathBuf {
    folder.join("activation-lab.html")
}

/// Where things that are built on the way may lie: cargo's own target folder.
pub fn intermediate() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    crate::root().join(target)
}
