//! What the built files weigh.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{child, dist, lesson, places};

/// Prints each built file's size, as it is and as a server would send it.
pub fn print(folder: &Path) -> Result<()> {
    let mut files = fs::read_dir(places::site(folder))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.extend(lesson::files_of(&places::site(folder))?);
    files.retain(|file| file.is_file());
    files.sort();
    files.extend([places::single_file(folder), folder.join(dist::HOST)]);
    for file in files {
        let bytes = fs::read(&file).with_context(|| dist::unreadable(&file))?;
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&bytes)?;
        let name = file
            .strip_prefix(crate::root())
            .unwrap_or(&file)
            .display()
            .to_string();
        let [raw, gzip] =
            [bytes.len(), packed.finish()?.len()].map(|length| length as f64 / 1000.0);
        child::say(format_args!("{name:36} {raw:8.1} kB  gzip {gzip:7.1} kB"));
    }
    Ok(())
}
