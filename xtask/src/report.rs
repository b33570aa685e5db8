//! What is told at the end of a test run: the minutes of each step, and what was skipped.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::{child, places};

/// What a run is for, and what it has been through.
pub struct Report {
    /// The browser engines that are wanted.
    pub engines: Vec<&'static str>,
    /// A part of the names of the browser tests that are wanted.
    pub only: Option<String>,
    start: Instant,
    rows: Vec<(String, Duration)>,
    skipped: BTreeSet<String>,
}

impl Report {
    /// A report without a step.
    pub fn new(engines: Vec<&'static str>, only: Option<String>) -> Report {
        Report {
            engines,
            only,
            start: Instant::now(),
            rows: Vec::new(),
            skipped: BTreeSet::new(),
        }
    }

    /// A step that has ended well.
    pub fn step(&mut self, name: &str, time: Duration) {
        self.rows.push((name.to_owned(), time));
    }

    /// A part of the step that runs now.
    pub fn part(&mut self, name: &str, time: Duration) {
        self.rows.push((format!("  {name}"), time));
    }

    /// Where the browser tests write what they skip.
    pub fn list_of_skipped() -> PathBuf {
        places::intermediate().join("skipped-in-browsers.txt")
    }

    /// Takes over what a run of browser tests has skipped.
    pub fn take_skipped(&mut self) {
        let list = Report::list_of_skipped();
        let lines = fs::read_to_string(&list).unwrap_or_default();
        self.skipped.extend(lines.lines().map(str::to_owned));
        // There is none if nothing was skipped.
        let _ = fs::remove_file(list);
    }

    /// What the step that runs now could not do, in a sentence.
    pub fn skip(&mut self, sentence: &str) {
        self.skipped.insert(sentence.to_owned());
    }

    /// The same, told at once; with `CI=true` it is an error.
    pub fn untried(&mut self, sentence: &str) -> Result<()> {
        if env::var("CI").is_ok_and(|value| value == "true") {
            bail!("{sentence}");
        }
        child::say(sentence);
        self.skip(sentence);
        Ok(())
    }

    /// Prints the table and the list.
    pub fn print(&self) {
        child::say(format_args!("\n{}", self.told()));
    }

    fn told(&self) -> String {
        let mut lines: Vec<String> = self
            .rows
            .iter()
            .map(|(name, time)| row(name, *time))
            .collect();
        lines.push(row("passed in", self.start.elapsed()));
        if !self.skipped.is_empty() {
            lines.push(String::new());
            lines.extend(self.skipped.iter().cloned());
            lines.push(format!("skipped in all: {}", self.skipped.len()));
        }
        lines.join("\n")
    }
}

fn row(name: &str, time: Duration) -> String {
    format!("{name:24} {:>12}", shown(time))
}

/// A time as a person reads it.
pub fn shown(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds}.{} s", time.subsec_millis() / 100),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_readable() {
        assert_eq!(shown(Duration::from_millis(1250)), "1.2 s");
        assert_eq!(shown(Duration::from_secs(125)), "2 min 5 s");
    }

    #[test]
    fn the_minutes_and_what_was_skipped_are_told() {
        let mut report = Report::new(vec!["webkit"], None);
        assert!(!report.told().contains("skipped"));
        report.part("page in webkit", Duration::from_secs(61));
        report.step("page", Duration::from_secs(62));
        let line = "skipped in webkit: touch::a_finger: no finger";
        report.skipped.extend([line.to_owned()]);
        let told = report.told();
        for words in ["page in webkit", "1 min 1 s", line, "skipped in all: 1"] {
            assert!(told.contains(words), "{told}");
        }
    }
}
