//! Where the output goes: standard output, a file that is replaced whole, or whatever else a path leads to.

mod interrupt;

use super::words;
use activation_lab::model::quote::visible;
use std::error::Error;
use std::fmt::Display;
use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Links that are followed before a path counts as a circle; Linux has the same number.
const MOST_LINKS: usize = 40;

/// What a path leads to, its symbolic links followed.
enum Target {
    /// An open descriptor of this process: `/dev/stdout`, `/dev/fd/3`, the `>(…)` of a shell.
    Descriptor(u32),
    /// A device, a pipe: something that takes bytes and cannot be replaced.
    Stream,
    /// A regular file, or a place where one can be.
    Regular(PathBuf),
}

/// Writes all of `bytes` to the path; `-` is standard output.
///
/// A regular file is replaced as a whole, so that it is the old one or the new one; its mode stays, and its owner where the system lets us.
/// Anything else is written into.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    if path.as_os_str() == "-" {
        return to_stdout(bytes);
    }
    let written = match target(path)? {
        Target::Descriptor(1) => return to_stdout(bytes),
        Target::Descriptor(2) => pour(io::stderr().lock(), bytes),
        // A file behind a descriptor has more written to it than this, before and after.
        Target::Descriptor(_) => OpenOptions::new()
            .append(true)
            .open(path)
            .and_then(|file| pour(file, bytes)),
        Target::Stream => OpenOptions::new()
            .write(true)
            .open(path)
            .and_then(|file| pour(file, bytes)),
        Target::Regular(file) => interrupt::afterwards(|| replace(&file, bytes)),
    };
    written.map_err(|error| unwritable(path, error).into())
}

/// What is said of a path that takes nothing.
fn unwritable(path: &Path, why: impl Display) -> String {
    words::unwritable(&shown(path), &why.to_string())
}

/// A path in a message: in one line, and without what would colour a terminal.
pub fn shown(path: &Path) -> String {
    visible(path.to_string_lossy().chars())
}

/// Writes all of `bytes`, unless they are no text and nobody but a terminal would read them.
pub fn to_stdout(bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let out = io::stdout().lock();
    if out.is_terminal() && std::str::from_utf8(bytes).is_err() {
        return Err(words::NO_TERMINAL.read().into());
    }
    pour(out, bytes).map_err(|error| words::no_output(&error).into())
}

/// A reader that has seen enough (`| head`) is no error.
fn pour(mut out: impl Write, bytes: &[u8]) -> io::Result<()> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn target(path: &Path) -> Result<Target, Box<dyn Error>> {
    let asked = path;
    let no_name = path.file_name().is_none() || ends_in_slash(path);
    if path.is_dir() || no_name {
        return Err(words::no_file_name(&shown(path)).into());
    }
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let folder = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        if let Some(number) = descriptor(&folder, &path) {
            return Ok(Target::Descriptor(number));
        }
        match fs::symlink_metadata(&path) {
            Ok(kind) if kind.is_symlink() => path = folder.join(fs::read_link(&path)?),
            Ok(kind) if kind.is_file() => return Ok(Target::Regular(path)),
            Ok(_) => return Ok(Target::Stream),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Target::Regular(path));
            }
            Err(error) => return Err(unwritable(asked, error).into()),
        }
    }
    Err(unwritable(asked, words::CIRCLE).into())
}

fn ends_in_slash(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// The number of a descriptor where the folder is the one that lists them.
fn descriptor(folder: &Path, path: &Path) -> Option<u32> {
    let folder = fs::canonicalize(folder).ok()?;
    let listing = folder.starts_with("/proc") && folder.ends_with("fd");
    let number = path.file_name()?.to_str()?;
    number.parse().ok().filter(|_| listing)
}

/// Writes a neighbour first and renames it.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = fs::metadata(path).ok();
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        let kind = io::ErrorKind::PermissionDenied;
        return Err(io::Error::new(kind, words::READ_ONLY.read()));
    }
    let (neighbour, file) = neighbour(path)?;
    let written = fill(file, bytes, old.as_ref()).and_then(|()| fs::rename(&neighbour, path));
    written.inspect_err(|_| {
        // The first error is the one to tell.
        let _ = fs::remove_file(&neighbour);
    })
}

/// A new file in the same folder, which a rename can put in the other's place.
fn neighbour(path: &Path) -> io::Result<(PathBuf, File)> {
    let process = std::process::id();
    let mut tried = 0;
    loop {
        // A short name of its own: the file's may already be as long as a name can be.
        let neighbour = path.with_file_name(format!(".activation-lab-{process}-{tried}"));
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&neighbour);
        match file {
            Ok(file) => return Ok((neighbour, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tried < 100 => tried += 1,
            Err(error) => {
                return Err(io::Error::new(error.kind(), words::no_neighbour(&error)));
            }
        }
    }
}

/// The mode comes before the bytes: what was private is private at every moment.
fn fill(mut file: File, bytes: &[u8], old: Option<&fs::Metadata>) -> io::Result<()> {
    if let Some(old) = old {
        keep_owner(&file, old);
        file.set_permissions(old.permissions())?;
    }
    file.write_all(bytes)?;
    // Some systems tell of a full disk only now.
    file.sync_all()
}

#[cfg(unix)]
fn keep_owner(file: &File, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    // Only root may give files away; a group may be kept by its members.
    if fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
        let _ = fchown(file, None, Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) {}
