//! What strangers do to a command: full disks, files that are no text, names that colour a terminal, Ctrl-C.

use super::files::{Folder, shell};
use super::{refused, run_bytes, text};

/// Help and version are output too: where they could not be written, the status says so.
#[test]
fn a_full_disk_is_told_by_everything_that_prints() {
    let folder = Folder::new("full");
    for arguments in [
        "--help",
        "--version",
        "figure -h",
        "help theory",
        "list",
        "figure decay",
        "completions bash",
        "measure decay",
        "theory tanh --sigma-w 1",
    ] {
        let script = format!("\"$0\" {arguments} 2>&1 >/dev/full; echo \" $?\"");
        let said = shell(&script, &folder);
        assert!(said.ends_with(" 2\n"), "{arguments}: {said}");
        assert!(said.contains("standard output"), "{arguments}: {said}");
        // Where nothing at all can be said, the status still does.
        let script = format!("\"$0\" {arguments} >/dev/full 2>&1; echo $?");
        assert_eq!(shell(&script, &folder), "2\n", "{arguments}");
        // A reader that has seen enough is no error.
        let script = format!("set -o pipefail; \"$0\" {arguments} | true; echo $?");
        assert_eq!(shell(&script, &folder), "0\n", "{arguments}");
    }
}

#[test]
fn what_is_read_and_is_no_text_is_named() {
    let utf16: Vec<u8> = "\u{feff}1\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [utf16, b"1\n\xe9\n".to_vec()] {
        let output = run_bytes(&["values", "relu"], &bytes);
        let error = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            error.contains("standard input is not text in UTF-8"),
            "{error}"
        );
    }
    let folder = Folder::new("no-text");
    let said = shell("\"$0\" values relu </ 2>&1; echo $?", &folder);
    assert!(
        said.contains("standard input") && said.ends_with("2\n"),
        "{said}"
    );
}

/// Of a name that is repeated nothing reaches the terminal but letters, in one line.
#[test]
fn a_name_colours_no_terminal() {
    let folder = Folder::new("names-of-strangers");
    let out = |name: &str| folder.file(name).to_string_lossy().into_owned();
    for name in [
        "a\u{1b}[31mb.txt",
        "none/a\u{1b}[31mb\n.csv",
        "a\u{202e}\u{1b}.b\u{7}\n",
    ] {
        let arguments = ["figure", "decay", "-o", &out(name)];
        refused(&arguments, "", &["\\u{1b}"]);
        let said = text(&run_bytes(&arguments, b"").stderr);
        let hidden = |c: char| (c.is_control() || c == '\u{202e}') && c != '\n';
        assert!(
            !said.contains(hidden) && said.lines().count() == 1,
            "{said:?}"
        );
    }
    // In a folder that is there it is a name like any other.
    let lines = out("two\nlines.csv");
    assert!(
        run_bytes(&["figure", "decay", "-o", &lines], b"")
            .status
            .success()
    );
    assert_eq!(folder.names(), ["two\nlines.csv"]);
}

/// Ended while it writes, the command leaves the old file or the new one and nothing beside it: here it is ended as soon as its neighbour file is seen.
///
/// In the background a shell makes its commands deaf to Ctrl-C, so this one is sent the other signal that asks for an end.
#[test]
fn an_interrupted_file_is_whole_and_leaves_nothing_beside_it() {
    let folder = Folder::new("interrupted");
    let script = "
        shopt -s nullglob
        seen=0
        for i in {1..30}; do
            \"$0\" figure decay --set depth=1000 -o decay.svg & child=$!
            while kill -0 $child 2>/dev/null; do
                beside=(.activation-lab-*)
                if [ ${#beside[@]} -gt 0 ]; then kill -TERM $child 2>/dev/null; seen=$((seen + 1)); break; fi
            done
            wait $child 2>/dev/null
        done
        echo $seen";
    let seen: u32 = shell(script, &folder).trim().parse().expect("a number");
    assert_eq!(folder.names(), ["decay.svg"]);
    let picture = std::fs::read_to_string(folder.file("decay.svg")).expect("text");
    assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
    // Otherwise this test has tried nothing.
    assert!(seen > 0, "it was never caught at it");
}
