//! Setting up JupyterLab, for the notebooks that the tests open in it.

use std::path::PathBuf;

use anyhow::Result;

use crate::report::Report;
use crate::{places, python};

/// What PyPI is asked for: these versions stand in docs/embedding.md.
const WANTED: [&str; 3] = ["jupyterlab==4.6.6", "ipykernel==7.4.0", "anywidget==0.11.0"];

/// The Python that has it. What cannot be had is told in a sentence; with `CI=true` that is an error.
pub fn python(report: &mut Report) -> Result<Option<PathBuf>> {
    match python::with_packages(&places::intermediate().join("jupyter"), &WANTED) {
        Ok(python) => Ok(Some(python)),
        Err(error) => {
            report.untried(&missing(&error))?;
            Ok(None)
        }
    }
}

fn missing(error: &anyhow::Error) -> String {
    format!(
        "JupyterLab cannot be had, so no notebook is opened: it comes from PyPI for a python3 that has venv, on Debian `apt-get install python3-venv`: {error:#}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_what_to_install() {
        let sentence = missing(&anyhow::anyhow!("no network"));
        for word in ["no notebook", "PyPI", "python3-venv", "no network"] {
            assert!(sentence.contains(word), "{sentence}");
        }
    }

    #[test]
    fn what_is_tried_is_what_the_documentation_says() {
        let told = include_str!("../../docs/embedding.md");
        for package in WANTED {
            let told_as = package.replace("==", " ");
            assert!(told.contains(&told_as), "docs/embedding.md lacks {told_as}");
        }
    }
}
