//! The native command as a user meets it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_activation-lab"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A command that refuses its arguments may end before it reads.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("the command ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[track_caller]
fn refused(arguments: &[&str], input: &str, names: &[&str]) {
    let output = run(arguments, input);
    let error = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(output.stdout.is_empty(), "something was half written");
    for name in names {
        assert!(error.contains(name), "'{error}' does not name '{name}'");
    }
}

#[test]
fn values_read_back_exactly() {
    let input = "0.5\n-0.0\n1e300\n5e-324\n\n-inf\n";
    let output = run(&["values", "identity"], input);
    assert!(output.status.success());
    let read: Vec<u64> = text(&output.stdout)
        .lines()
        .map(|l| l.parse::<f64>().expect(l).to_bits())
        .collect();
    let sent: Vec<u64> = input
        .lines()
        .filter(|l| !l.is_empty())
        .map(|l| l.parse::<f64>().expect(l).to_bits())
        .collect();
    assert_eq!(read, sent);
}

#[test]
fn leaky_relu_takes_its_slope_from_the_text() {
    let output = run(
        &["values", "leaky_relu(alpha=0.1)", "--order", "1"],
        "-3\n3\n",
    );
    assert_eq!(text(&output.stdout), "0.1\n1.0\n");
}

#[test]
fn what_does_not_exist_is_named() {
    refused(&["figure", "decoy"], "", &["decoy", "decay", "curves"]);
    refused(
        &["figure", "decay", "--set", "depht=3"],
        "",
        &["depht", "depth"],
    );
    refused(
        &["figure", "decay", "--set", "depth"],
        "",
        &["depth", "CONTROL=VALUE"],
    );
    refused(
        &["figure", "decay", "--set", "activation=sigmund"],
        "",
        &["sigmund", "sigmoid"],
    );
    refused(
        &["figure", "decay", "--theme", "beige"],
        "",
        &["beige", "dark"],
    );
    refused(&["values", "leaky_relu(beta=1)"], "1\n", &["beta", "alpha"]);
    refused(&["values", "tanh"], "1\nx\n", &["line 2", "x"]);
    refused(&["values", "tanh", "--order", "3"], "1\n", &["3"]);
    refused(&["nonsense"], "", &["nonsense"]);
}

#[test]
fn the_formats_agree_on_the_state() {
    let csv = text(
        &run(
            &["figure", "decay", "--set", "depth=4", "--format", "csv"],
            "",
        )
        .stdout,
    );
    assert_eq!(csv.lines().count(), 5);
    assert!(csv.starts_with("layer,z,a,f_prime,dL_da,dL_dz,dL_dw,dL_db,log10_abs_dL_dz\n1,1.0,"));
    let json = text(
        &run(
            &["figure", "decay", "--set", "depth=4", "--format", "json"],
            "",
        )
        .stdout,
    );
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["table"]["rows"].as_array().map(Vec::len), Some(4));
    let svg = text(&run(&["figure", "decay", "--set", "depth=4"], "").stdout);
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = std::env::temp_dir().join(format!("activation-lab-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("decay.csv");
    let path = path.to_string_lossy();
    assert!(
        run(&["figure", "decay", "--out", &path], "")
            .status
            .success()
    );
    assert!(
        std::fs::read_to_string(&*path)
            .expect("the file")
            .starts_with("layer,")
    );
    refused(
        &[
            "figure",
            "decay",
            "--out",
            &folder.join("none/decay.csv").to_string_lossy(),
        ],
        "",
        &["decay.csv"],
    );
    assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 1);
    std::fs::remove_dir_all(&folder).expect("tidy");
}

#[test]
fn list_names_everything() {
    let list = text(&run(&["list"], "").stdout);
    for name in [
        "figure curves",
        "figure decay",
        "depth:",
        "leaky_relu",
        "gelu_tanh",
    ] {
        assert!(list.contains(name), "{name}");
    }
}
