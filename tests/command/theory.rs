//! The command `theory`: every line is true, also where there is no number to print.

use serde_json::Value;
use std::process::Command;

fn output(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_activation-lab"));
    let output = command.arg("theory").args(arguments).output();
    let output = output.expect("the command runs");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {error}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&output(&[arguments, &["--json"]].concat())).expect("JSON")
}

#[track_caller]
fn near(value: &Value, exact: f64, tolerance: f64) {
    let number = value.as_f64().expect("a number");
    assert!((number - exact).abs() <= tolerance, "{number} {exact}");
}

/// The numbers are those of tests/reference/correlation_points.csv.
#[test]
fn the_correlation_that_two_inputs_are_drawn_to() {
    let tanh = json(&["tanh", "--sigma-w", "1.5", "--sigma-b", "0.05"]);
    near(&tanh["c0"], 0.5, 0.0);
    near(&tanh["c_star"], 0.052_086_236_371_748_49, 1e-11);
    near(&tanh["chi_c"], 0.940_140_496_924_325_1, 1e-11);
    near(&tanh["xi_c"], -1.0 / 0.940_140_496_924_325_1_f64.ln(), 1e-8);
    let text = output(&["tanh", "--sigma-w", "1.5", "--sigma-b", "0.05"]);
    for line in [
        "from c0 = 0.5: drawn to c* = 0.0520862",
        "chi_c = 0.94014",
        "xi_c = 16.2",
    ] {
        assert!(text.contains(line), "{text}");
    }
    // Two inputs that are the same stay the same, though nothing else would.
    let same = ["tanh", "--sigma-w", "3", "--correlation", "1"];
    let text = output(&same);
    assert!(text.contains("c0 = 1 is an unstable fixed point"), "{text}");
    near(&json(&same)["c_star"], 1.0, 0.0);
    let opposite = json(&["tanh", "--sigma-w", "3", "--correlation", "-1"]);
    near(&opposite["c_star"], -1.0, 0.0);
    let other = json(&["tanh", "--sigma-w", "3", "--correlation", "-0.9"]);
    near(&other["c_star"], 0.0, 0.0);
}

/// A step: E[f f] = 1/4 + asin(c)/(2π), so c* = 1/2 + asin(c*)/π without biases, with the slope 1/(π√(1 - c²)).
#[test]
fn a_jump_has_no_slope_and_that_is_said() {
    let step = json(&["step", "--sigma-w", "1"]);
    near(&step["chi_1"], 0.0, 0.0);
    let c = step["c_star"].as_f64().expect("c*");
    let pi = std::f64::consts::PI;
    assert!((0.5 + c.asin() / pi - c).abs() < 1e-12, "{c}");
    near(&step["chi_c"], 1.0 / (pi * (1.0 - c * c).sqrt()), 1e-9);
    for (name, places, sigma_b) in [
        ("step", "x = 0", "0"),
        ("hard_shrink", "x = -0.5 and 0.5", "0.3"),
        ("threshold_relu(theta=-1)", "x = -1", "0.2"),
    ] {
        let arguments = [name, "--sigma-w", "0.9", "--sigma-b", sigma_b];
        let (json, text) = (json(&arguments), output(&arguments));
        assert!(json["phase"].is_null(), "{name}: {}", json["phase"]);
        let note = json["notes"][0].as_str().expect("a note");
        let said = note.contains(places) && note.contains("f' does not exist there");
        assert!(said, "{name}: {note}");
        assert!(text.contains(note), "{name}: {text}");
        assert!(!text.contains("phase: ordered"), "{name}: {text}");
        assert!(json["c_star"].as_f64().expect("c*") < 1.0, "{name}");
    }
    // Where no weight leads there, or the signal dies before it, the jump changes nothing.
    for arguments in [
        ["step", "--sigma-w", "0"],
        ["hard_shrink", "--sigma-w", "0.9"],
    ] {
        let json = json(&arguments);
        assert_eq!(json["phase"], "ordered");
        assert!(!json["notes"].to_string().contains("jumps"), "{json}");
    }
}

#[test]
fn a_line_of_fixed_points_is_no_single_point() {
    for (name, gain) in [
        ("relu", "1.4142135623730951"),
        // √(2/(1 + α²))
        ("leaky_relu", "1.4141428569978354"),
        ("prelu(alpha=-1)", "1"),
        ("elu(alpha=0)", "1.4142135623730951"),
    ] {
        let arguments = [name, "--sigma-w", gain, "--start", "3"];
        let (json, text) = (json(&arguments), output(&arguments));
        let line = "every q is a fixed point; from q0 = 3 it stays there";
        assert!(
            text.contains(line) && !text.contains("drawn to q*"),
            "{text}"
        );
        assert!(text.contains("fixed points: every q from 0 up"), "{text}");
        assert_eq!(json["notes"][0], line, "{name}");
        near(&json["c_star"], 1.0, 0.0);
        assert!(json["xi_c"].is_null() && json["xi_1"].is_null());
    }
    let identity = ["identity", "--sigma-w", "1", "--correlation", "0.25"];
    let text = output(&identity);
    let line = "every c is a fixed point; from c0 = 0.25 it stays there";
    assert!(text.contains(line), "{text}");
    near(&json(&identity)["c_star"], 0.25, 0.0);
    // Beside the critical gain nothing stays.
    let text = output(&["relu", "--sigma-w", "1.4142135624"]);
    assert!(!text.contains("every q"), "{text}");
    assert!(text.contains("note: chi_1 is within 1e-9 of 1"), "{text}");
}

/// Where q is 0 or grows, the reason stands where the number would be.
#[test]
fn what_does_not_exist_has_its_reason() {
    for (arguments, reason) in [
        (
            &["tanh", "--sigma-w", "0.9"][..],
            "the layer becomes linear",
        ),
        (&["hard_tanh", "--sigma-w", "1"], "the layer becomes linear"),
        (
            &["hard_shrink", "--sigma-w", "1.1"],
            "as q grows the layer becomes linear",
        ),
        (&["tanh_shrink", "--sigma-w", "0.9"], "the slope there is 0"),
        (&["exponential", "--sigma-w", "2"], "so does the slope"),
        (&["tanh", "--sigma-w", "0"], "nothing to compare"),
        (
            &["identity", "--sigma-w", "1", "--sigma-b", "0.5"],
            "ever more slowly",
        ),
    ] {
        let (json, text) = (json(arguments), output(arguments));
        assert!(json["c_star"].is_null(), "{arguments:?}");
        assert!(
            text.contains("c*: none; ") && text.contains(reason),
            "{text}"
        );
        assert!(json["notes"].to_string().contains(reason), "{json}");
    }
    // What is left of a dying signal: two inputs look ever more alike to a ReLU, at whatever scale.
    let relu = json(&["relu", "--sigma-w", "1"]);
    near(&relu["c_star"], 1.0, 0.0);
    assert!(
        relu["notes"][0]
            .as_str()
            .expect("a note")
            .contains("as q goes to 0")
    );
    let silent = json(&["tanh", "--sigma-w", "0", "--sigma-b", "0.5"]);
    near(&silent["c_star"], 1.0, 0.0);
    near(&silent["chi_c"], 0.0, 0.0);
}

/// No -0, no NaN, no inf in front of a unit; and an odd function without biases takes inputs apart, however close to criticality.
#[test]
fn numbers_are_numbers() {
    for arguments in [
        &["step", "--sigma-w", "1"][..],
        &["exponential", "--sigma-w", "2"],
        &["sine(omega=1000)", "--sigma-w", "3", "--sigma-b", "0.1"],
        &["squared_relu", "--sigma-w", "0.5"],
        &["snake", "--sigma-w", "1.5"],
        &["relu6", "--sigma-w", "2"],
        &["gaussian", "--sigma-w", "0"],
        &["softplus", "--sigma-w", "3"],
        &["sigmoid", "--sigma-w", "1e4"],
        &["relu", "--sigma-w", "1.4142135623730951", "--start", "0"],
    ] {
        let text = output(arguments);
        let bad = ["-0 ", "-0\n", "NaN", "inf layers"];
        assert!(bad.iter().all(|bad| !text.contains(bad)), "{text}");
    }
    let tanh = json(&["tanh", "--sigma-w", "1.0000001"]);
    near(&tanh["c_star"], 0.0, 0.0);
}

#[test]
fn a_correlation_lies_between_minus_one_and_one() {
    for bad in ["1.5", "-2", "nan", "much"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_activation-lab"));
        command.args(["theory", "tanh", "--sigma-w", "1", "--correlation", bad]);
        let output = command.output().expect("the command runs");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(
            !output.status.success() && error.contains("--correlation"),
            "{error}"
        );
    }
}
