//! `measure`: the named numbers of a figure.

use super::{refused, run, text};

/// Layer 1 of two sigmoid layers by hand: σ′(1)·σ′(σ(1)) with σ(1) = 0.731058578630004879251159944…; 40 decimal digits give 0.04312916016242333113816580874897….
#[test]
fn measures_are_the_same_in_every_form() {
    let state = ["--set", "depth=2"];
    let one = run(
        &[&["measure", "decay", "gradient_1"], &state[..]].concat(),
        "",
    );
    let line = text(&one.stdout);
    let value: f64 = line
        .trim_end()
        .strip_prefix("gradient_1 ")
        .expect("the name")
        .parse()
        .expect("a number");
    // Four roundings of half an ulp each.
    assert!(
        (value - 0.043_129_160_162_423_33).abs() < 1e-16,
        "{value:?}"
    );
    let json = run(&[&["measure", "decay", "--json"], &state[..]].concat(), "");
    let list: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let named = |list: &serde_json::Value| {
        let found = list
            .as_array()
            .expect("a list")
            .iter()
            .find(|m| m["name"] == "gradient_1");
        found.expect("gradient_1").clone()
    };
    assert_eq!(named(&list)["value"], value);
    assert_eq!(named(&list)["layer"], 1);
    let figure = run(
        &[&["figure", "decay", "--format", "json"], &state[..]].concat(),
        "",
    );
    let figure: serde_json::Value = serde_json::from_slice(&figure.stdout).expect("JSON");
    assert_eq!(figure["measures"], list);
    let all = text(&run(&[&["measure", "decay"], &state[..]].concat(), "").stdout);
    assert_eq!(all.lines().count(), list.as_array().map_or(0, Vec::len));
    assert!(all.contains(&line), "{all}");
}

#[test]
fn what_cannot_be_measured_says_why() {
    let dead = [
        "measure",
        "decay",
        "--set",
        "activation=relu",
        "--set",
        "weight=-1",
        "log10_gradient_1",
        "zero_layers",
    ];
    assert_eq!(
        text(&run(&dead, "").stdout),
        "log10_gradient_1 exact_zero decades\nzero_layers 10 layers\n"
    );
    refused(
        &["measure", "decay", "gradient_11"],
        "",
        &["gradient_11", "gradient_10", "gradient_LAYER"],
    );
    refused(
        &["measure", "decay", "gradiant_1"],
        "",
        &["gradiant_1", "gradient_LAYER", "zero_layers"],
    );
    refused(&["measure", "decoy"], "", &["decoy", "decay"]);
    refused(
        &["measure", "decay", "--set", "depth"],
        "",
        &["CONTROL=VALUE"],
    );
}
