//! `--out`: what a path leads to is written, not replaced by something else.

use super::{refused, run, text};
use std::fs;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of this test's own, which is gone afterwards.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Folder {
        let name = format!("activation-lab-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a folder");
        Folder(folder)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("the folder").flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const CSV: [&str; 4] = ["figure", "decay", "--format", "csv"];

fn arguments<'a>(out: &'a Path, more: &[&'a str]) -> Vec<&'a str> {
    let out = out.to_str().expect("text");
    [&CSV[..], &["--out", out], more].concat()
}

#[track_caller]
fn written(out: &Path) {
    let output = run(&arguments(out, &[]), "");
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[track_caller]
fn is_the_table(file: &Path) {
    let text = fs::read_to_string(file).expect("the file");
    assert!(text.starts_with("activation,layer,"), "{text}");
    assert_eq!(text.lines().count(), 11);
}

fn mode(file: &Path) -> u32 {
    let about = fs::metadata(file).expect("the file");
    about.permissions().mode() & 0o7777
}

#[test]
fn a_mode_and_an_owner_stay() {
    let folder = Folder::new("modes");
    for kept in [0o600, 0o640, 0o755] {
        let file = folder.file("decay.csv");
        fs::write(&file, "old").expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(kept)).expect("its mode");
        let owner = fs::metadata(&file).expect("the file").uid();
        written(&file);
        is_the_table(&file);
        assert_eq!(mode(&file), kept, "{kept:o} became {:o}", mode(&file));
        assert_eq!(fs::metadata(&file).expect("the file").uid(), owner);
    }
    // A new file is like any other that this process makes.
    let (new, like) = (folder.file("new.csv"), folder.file("like.csv"));
    written(&new);
    fs::write(&like, "").expect("written");
    assert_eq!(mode(&new), mode(&like));
    assert_eq!(folder.names(), ["decay.csv", "like.csv", "new.csv"]);
}

#[test]
fn a_file_that_must_not_be_written_is_not() {
    let folder = Folder::new("read-only");
    let file = folder.file("decay.csv");
    fs::write(&file, "old").expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("its mode");
    refused(&arguments(&file, &[]), "", &["decay.csv", "read-only"]);
    assert_eq!(fs::read_to_string(&file).expect("the file"), "old");
}

#[test]
fn links_are_followed() {
    let folder = Folder::new("links");
    let (file, link, second) = (
        folder.file("decay.csv"),
        folder.file("link.csv"),
        folder.file("second.csv"),
    );
    fs::write(&file, "old").expect("written");
    symlink("decay.csv", &link).expect("a link");
    symlink(&link, &second).expect("a link to it");
    written(&second);
    is_the_table(&file);
    for link in [&link, &second] {
        let about = fs::symlink_metadata(link).expect("the link");
        assert!(about.is_symlink(), "{} was replaced", link.display());
    }
    // One that leads nowhere yet is the name of a file that is made.
    let ahead = folder.file("ahead.csv");
    symlink("made.csv", &ahead).expect("a link");
    written(&ahead);
    is_the_table(&folder.file("made.csv"));
    let (one, two) = (folder.file("one.csv"), folder.file("two.csv"));
    symlink(&one, &two).expect("a link");
    symlink(&two, &one).expect("and back");
    refused(&arguments(&one, &[]), "", &["one.csv", "circle"]);
}

#[test]
fn pipes_and_devices_are_written_into() {
    let folder = Folder::new("pipes");
    let pipe = folder.file("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || fs::read_to_string(pipe).expect("text"))
    };
    written(&pipe);
    assert!(reader.join().expect("read").starts_with("activation,"));
    let about = fs::symlink_metadata(&pipe).expect("the pipe");
    assert!(about.file_type().is_fifo(), "the pipe was replaced");
    written(Path::new("/dev/null"));
    let about = fs::symlink_metadata("/dev/null").expect("the device");
    assert!(about.file_type().is_char_device());
    refused(&arguments(Path::new("/dev/full"), &[]), "", &["/dev/full"]);
}

/// What a shell does with the command; everything that it prints.
pub fn shell(script: &str, folder: &Folder) -> String {
    let output = Command::new("bash")
        .args(["-c", script, env!("CARGO_BIN_EXE_activation-lab")])
        .current_dir(&folder.0)
        .output()
        .expect("bash");
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn open_descriptors_are_written_into() {
    let folder = Folder::new("descriptors");
    for out in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-"] {
        let output = run(&arguments(Path::new(out), &[]), "");
        let (table, error) = (text(&output.stdout), text(&output.stderr));
        assert!(table.starts_with("activation,"), "{out}: {error}");
        // What stands in the file before and after is not this command's to change.
        let script = format!(
            "{{ echo before; \"$0\" {} --out {out}; echo after; }} > all; cat all",
            CSV.join(" ")
        );
        let all = shell(&script, &folder);
        assert!(all.starts_with("before\nactivation,"), "{out}: {all}");
        assert!(
            all.ends_with("\nafter\n") && all.lines().count() == 13,
            "{out}: {all}"
        );
    }
    let substitution = format!(
        "exec 3>&1; \"$0\" {} --out >(sed s/activation/piped/ >&3)",
        CSV.join(" ")
    );
    assert!(shell(&substitution, &folder).starts_with("piped,layer,"));
    let third = format!(
        "exec 3>all; echo before >&3; \"$0\" {} --out /dev/fd/3; cat all",
        CSV.join(" ")
    );
    assert!(shell(&third, &folder).starts_with("before\nactivation,"));
    // A reader that has seen enough is no error.
    let early = format!("set -o pipefail; \"$0\" {} | head -n 1", CSV.join(" "));
    assert_eq!(shell(&early, &folder).lines().count(), 1);
}

#[test]
fn a_folder_is_no_file() {
    let folder = Folder::new("folders");
    let inside = format!("{}/", folder.0.display());
    for out in [
        folder.0.as_path(),
        Path::new(&inside),
        &folder.file("none/"),
        Path::new("/"),
        Path::new(".."),
    ] {
        refused(&arguments(out, &[]), "", &["file name"]);
    }
    let lost = folder.file("none/decay.csv");
    refused(&arguments(&lost, &[]), "", &["decay.csv", "folder"]);
    // No file can be made here, not even by root.
    refused(
        &arguments(Path::new("/proc/decay.csv"), &[]),
        "",
        &["/proc/decay.csv", "folder"],
    );
    assert!(folder.names().is_empty());
    let long = folder.file(&format!("{}.csv", "a".repeat(251)));
    written(&long);
    is_the_table(&long);
}

/// The first bytes of a file in each format.
fn begins(name: &str) -> &'static [u8] {
    match name {
        "svg" => b"<svg ",
        "png" => b"\x89PNG",
        "pdf" => b"%PDF-",
        "csv" => b"activation,",
        _ => b"{\n",
    }
}

#[test]
fn a_name_says_the_format() {
    let folder = Folder::new("names");
    for (name, format) in [
        ("a.svg", "svg"),
        ("a.PNG", "png"),
        ("a.Pdf", "pdf"),
        ("a.CSV", "csv"),
        ("a.b.json", "json"),
        ("a", "svg"),
        (".png", "png"),
    ] {
        let file = folder.file(name);
        let out = file.to_str().expect("text");
        let output = run(&["figure", "decay", "-o", out], "");
        assert!(output.status.success(), "{name}: {}", text(&output.stderr));
        let bytes = fs::read(&file).expect(name);
        assert!(bytes.starts_with(begins(format)), "{name} is no {format}");
    }
    for name in ["a.txt", "a.pdf.bak", "a.svgz", "a.jpeg", ".hidden"] {
        let file = folder.file(name);
        let out = file.to_str().expect("text");
        let end = name.rsplit('.').next().expect("an end");
        refused(
            &["figure", "decay", "-o", out],
            "",
            &[name, end, "png", "--format"],
        );
        assert!(!file.exists());
        let asked = run(&["figure", "decay", "-o", out, "--format", "pdf"], "");
        assert!(asked.status.success() && asked.stderr.is_empty());
        assert!(fs::read(&file).expect(name).starts_with(begins("pdf")));
    }
    // Who asks for a format gets it, and is told that the name says another.
    let file = folder.file("b.svg");
    let out = file.to_str().expect("text");
    let output = run(&["figure", "decay", "-o", out, "--format", "png"], "");
    assert!(output.status.success());
    let word = text(&output.stderr);
    assert!(word.contains("b.svg") && word.contains("png"), "{word}");
    assert!(
        fs::read(&file)
            .expect("the file")
            .starts_with(begins("png"))
    );
}

/// On a terminal, which `script` pretends to be, long work says how far it is; the file is the same, and without a terminal nothing is said.
#[test]
fn long_work_says_how_far_it_is_on_a_terminal() {
    let folder = Folder::new("progress");
    let state = "figure freeze --set step=2000 --set width=64 --format csv --out";
    let before = "command -v script >/dev/null || { echo 'bsdutils has no script' >&2; exit 1; }";
    let told = shell(
        &format!("{before}; script -qec \"$0 {state} a.csv\" /dev/null </dev/null"),
        &folder,
    );
    assert!(told.contains("step") && told.contains(" of 2000"), "{told}");
    let silent = shell(&format!("\"$0\" {state} b.csv 2>&1"), &folder);
    assert_eq!(silent, "");
    let [told, silent] = ["a.csv", "b.csv"].map(|name| fs::read(folder.file(name)).expect(name));
    assert!(told == silent && !told.is_empty());
    let quick = format!(
        "script -qec \"$0 {} --out c.csv\" /dev/null </dev/null",
        CSV.join(" ")
    );
    let quick = shell(&quick, &folder);
    assert!(
        !quick.contains("of"),
        "half a second is not worth a word: {quick}"
    );
}
