//! Finding the browser engines, or installing them where that may be done.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{child, debian};

/// An engine that can be driven on this machine, and the environment variables that tell the tests where its programs are.
pub struct Engine {
    pub name: &'static str,
    pub variables: Vec<(&'static str, PathBuf)>,
}

/// What an engine needs: each variable with the names of its program, and Debian's packages.
struct Kind {
    name: &'static str,
    programs: &'static [(&'static str, Search)],
    packages: &'static [&'static str],
}

/// Where a program is, if it is here.
type Search = fn() -> Option<PathBuf>;

const KINDS: [Kind; 3] = [
    Kind {
        name: "chromium",
        programs: &[
            ("CHROMIUM", || {
                let names = [
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                ];
                first(&names)
            }),
            ("CHROMEDRIVER", || {
                first(&["chromedriver", "chromium.chromedriver"])
            }),
        ],
        packages: &["chromium", "chromium-driver"],
    },
    // It speaks its own protocol with the tests, and needs no driver.
    Kind {
        name: "firefox",
        programs: &[("FIREFOX", || first(&["firefox", "firefox-esr"]))],
        packages: &["firefox-esr"],
    },
    Kind {
        name: "webkit",
        programs: &[
            ("WEBKIT_DRIVER", || first(&["WebKitWebDriver"])),
            ("MINIBROWSER", mini_browser),
            ("XVFB", || first(&["Xvfb"])),
        ],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

/// The names of all engines.
pub fn names() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.name).collect()
}

/// Those of the wanted engines that are here. On Debian, as root, what is missing is installed.
///
/// Each that is missing is told in a sentence. With `CI=true` that is an error, and so it is if there is none at all.
pub fn find(wanted: &[&str]) -> Result<Vec<Engine>> {
    let kinds: Vec<&Kind> = KINDS
        .iter()
        .filter(|kind| wanted.contains(&kind.name))
        .collect();
    let missing: Vec<&str> = kinds
        .iter()
        .filter(|kind| kind.present().is_none())
        .flat_map(|kind| kind.packages)
        .copied()
        .collect();
    if !missing.is_empty() && debian::at_hand() {
        // Without a network the engines that are here are still worth a run.
        if let Err(error) = debian::install(&missing) {
            child::complain(format_args!("{error:#}"));
        }
    }
    let mut found = Vec::new();
    let mut absent = Vec::new();
    for kind in kinds {
        match kind.present() {
            Some(engine) => found.push(engine),
            None => absent.push(kind.sentence()),
        }
    }
    let must = env::var("CI").is_ok_and(|value| value == "true");
    if !absent.is_empty() && (must || found.is_empty()) {
        bail!("{}", absent.join("\n"));
    }
    for sentence in absent {
        child::say(sentence);
    }
    Ok(found)
}

impl Kind {
    fn present(&self) -> Option<Engine> {
        let place = |(variable, search): &(&'static str, Search)| {
            let path = env::var_os(variable).map(PathBuf::from).or_else(search)?;
            Some((*variable, path))
        };
        Some(Engine {
            name: self.name,
            variables: self.programs.iter().map(place).collect::<Option<_>>()?,
        })
    }

    fn sentence(&self) -> String {
        let variables: Vec<&str> = self.programs.iter().map(|program| program.0).collect();
        format!(
            "{} is not on this machine, so nothing is tested in it: on Debian `apt-get install {}`, or set {} to where its programs are",
            self.name,
            self.packages.join(" "),
            variables.join(", "),
        )
    }
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| child::on_path(name))
}

/// MiniBrowser stands beside WebKit's library, in a folder named after machine and version.
fn mini_browser() -> Option<PathBuf> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    let libraries = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(Path::new);
    let machines = libraries.iter().flat_map(|folder| inside(folder));
    let folders = libraries.iter().map(PathBuf::from).chain(machines);
    folders
        .flat_map(|folder| inside(&folder))
        .filter(|folder| {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("webkit2gtk-4")
        })
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_what_to_install() {
        let [_, _, webkit] = &KINDS;
        let sentence = webkit.sentence();
        for word in ["webkit", "webkit2gtk-driver xvfb", "MINIBROWSER"] {
            assert!(sentence.contains(word), "{sentence}");
        }
    }

    #[test]
    fn an_engine_is_found_by_all_of_its_programs_or_not_at_all() {
        let nowhere = Kind {
            name: "nowhere",
            programs: &[
                ("CARGO_MANIFEST_DIR", || None),
                ("ACTIVATION_LAB_NO_SUCH_VARIABLE", || None),
            ],
            packages: &[],
        };
        assert!(nowhere.present().is_none());
        let here = Kind {
            programs: &[("ACTIVATION_LAB_NO_SUCH_VARIABLE", || Some("/here".into()))],
            ..nowhere
        };
        let engine = here.present().expect("its one program is there");
        assert_eq!(engine.variables[0].1, Path::new("/here"));
    }
}
