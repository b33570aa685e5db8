//! The native command as a user meets it.

#[cfg(unix)]
mod files;
mod lessons;
mod links;
mod measures;
mod pictures;
mod programs;
mod pseudo;
mod random;
mod share;
mod spellings;
#[cfg(unix)]
mod strangers;
mod theory;

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &str) -> Output {
    run_bytes(arguments, input.as_bytes())
}

fn run_bytes(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_activation-lab"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    // A command that prints while it reads would else wait for this test, and the test for it; one that refuses its arguments may end before it reads.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the command ends");
    let _ = writer.join();
    output
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
    assert!(csv.starts_with(
        "activation,layer,z,a,f_prime,dL_da,dL_dz,dL_dw,dL_db,log10_abs_dL_dz\nsigmoid,1,1.0,"
    ));
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
            .starts_with("activation,layer,")
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
        "gradient_LAYER: ∂L/∂z",
        "leaky_relu",
        "gelu_tanh",
        "taken: f′(−1) = 0, f′(1) = 0 (JAX: 1)",
    ] {
        assert!(list.contains(name), "{name}");
    }
}

fn theory(arguments: &[&str]) -> serde_json::Value {
    let output = run(&[&["theory"], arguments, &["--json"]].concat(), "");
    let error = text(&output.stderr);
    assert!(output.status.success(), "{error}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The numbers are those of tests/reference/propagation_points.csv, cut to 15 digits; the division by ln χ takes one more of them.
#[test]
fn theory_prints_the_fixed_point_a_start_is_drawn_to() {
    let tanh = theory(&["tanh", "--sigma-w", "1.5", "--sigma-b", "0.05"]);
    let near = |key: &str, exact: f64| {
        let value = tanh[key].as_f64().expect(key);
        assert!((value - exact).abs() < 1e-11, "{key}: {value}");
    };
    near("q_star", 0.798_387_114_308_096);
    near("chi_1", 1.136_707_784_095_615);
    near("xi_1", -1.0 / 1.136_707_784_095_615_f64.ln());
    near("q0", 1.0);
    assert_eq!(tanh["phase"], "chaotic");
    let gelu = theory(&["gelu", "--sigma-w", "1.5", "--sigma-b", "0"]);
    let points = gelu["fixed_points"].as_array().expect("points");
    let stable: Vec<&serde_json::Value> = points.iter().map(|p| &p["stable"]).collect();
    assert_eq!(stable, [true, false]);
    assert_eq!(gelu["q_star"], 0.0);
    let far = theory(&["gelu", "--sigma-w", "1.5", "--start", "2"]);
    assert_eq!(far["diverges"], true);
    assert!(far["q_star"].is_null());
}

#[test]
fn theory_has_null_for_what_is_infinite_or_does_not_exist() {
    let line = theory(&["relu", "--sigma-w", "1.4142135623730951"]);
    assert_eq!(line["q_star"], 1.0);
    assert!(line["xi_1"].is_null());
    let away = theory(&["relu", "--sigma-w", "2"]);
    assert!(away["q_star"].is_null());
    let wild = theory(&["exponential", "--sigma-w", "2"]);
    assert!(wild["chi_1"].is_null());
    let words = text(&run(&["theory", "relu", "--sigma-w", "2"], "").stdout);
    assert!(words.contains("grows beyond all bounds"), "{words}");
}

#[test]
fn theory_names_what_is_wrong() {
    refused(
        &["theory", "tanhh", "--sigma-w", "1"],
        "",
        &["tanhh", "tanh", "gelu"],
    );
    refused(
        &["theory", "tanh", "--sigma-w", "wide"],
        "",
        &["sigma-w", "wide"],
    );
    refused(
        &["theory", "tanh", "--sigma-w", "-1"],
        "",
        &["sigma_w", "-1"],
    );
    refused(
        &["theory", "tanh", "--sigma-w", "nan"],
        "",
        &["sigma_w", "NaN"],
    );
    refused(
        &["theory", "tanh", "--sigma-w", "1", "--start", "inf"],
        "",
        &["q0", "inf"],
    );
    refused(&["theory", "tanh"], "", &["--sigma-w"]);
}
