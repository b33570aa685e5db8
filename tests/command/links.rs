//! Links, lists and completions.

use super::{refused, run, text};
use serde_json::Value;

fn json(arguments: &[&str]) -> Value {
    let output = run(arguments, "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn a_link_from_the_page_is_a_state() {
    let state = "figure=decay&v=2&depth=3&activation=leaky_relu(alpha=0.1),tanh";
    let plain = json(&[
        "figure",
        "decay",
        "--format",
        "json",
        "--set",
        "depth=3",
        "--set",
        "activation=leaky_relu(alpha=0.1),tanh",
    ]);
    for link in [
        state.to_owned(),
        format!("#{state}"),
        format!("https://example.org/lab.html?theme=dark#{state}"),
        format!("file:///home/a%20b/activation-lab.html#{state}"),
    ] {
        assert_eq!(
            json(&["figure", "--format", "json", "--link", &link]),
            plain,
            "{link}"
        );
    }
    // What the file carries leads back to it.
    let carried = plain["link"].as_str().expect("a link");
    assert_eq!(
        json(&["figure", "--format", "json", "--link", carried]),
        plain
    );
    let set = json(&[
        "figure", "decay", "--link", state, "--set", "depth=4", "--format", "json",
    ]);
    assert_eq!(set["settings"]["depth"], 4.0);
    assert_eq!(
        json(&["figure", "decay", "--link", "depth=3", "--format", "json"])["settings"]["depth"],
        3.0
    );
}

#[test]
fn a_link_that_cannot_be_read_is_named() {
    refused(
        &["figure", "--link", "#figure=decoy&v=2"],
        "",
        &["decoy", "decay"],
    );
    refused(&["figure", "--link", "depth=3"], "", &["figure", "list"]);
    refused(&["figure"], "", &["figure", "list"]);
    refused(
        &["figure", "curves", "--link", "figure=decay"],
        "",
        &["curves", "decay"],
    );
    refused(
        &["figure", "--link", "https://example.org/lab.html"],
        "",
        &["example.org", "#"],
    );
    refused(
        &["figure", "--link", "figure=decay&depht=3&bias=x"],
        "",
        &["depht", "'x'"],
    );
}

#[test]
fn options_that_would_do_nothing_are_refused() {
    let figure = |more: &[&'static str]| [&["figure", "decay"], more].concat();
    refused(
        &figure(&["--format", "csv", "--width", "300"]),
        "",
        &["--width", "csv"],
    );
    refused(
        &figure(&["--format", "json", "--theme", "dark"]),
        "",
        &["--theme", "json"],
    );
    refused(&figure(&["--scale", "2"]), "", &["--scale", "svg"]);
    refused(&figure(&["--comments"]), "", &["--comments", "svg"]);
    refused(
        &figure(&["--format", "png", "--scale", "0"]),
        "",
        &["--scale", "0.1"],
    );
    refused(
        &figure(&["--format", "pdf", "--font", "No Such Font"]),
        "",
        &["No Such Font"],
    );
    refused(&figure(&["--height", "100"]), "", &["--height 100", "need"]);
    refused(
        &figure(&["--theme", "beige"]),
        "",
        &["beige", "light", "projector", "print"],
    );
    refused(&figure(&["--format", "gif"]), "", &["gif", "svg", "pdf"]);
    refused(
        &figure(&["--format", "png", "--width", "4000", "--scale", "16"]),
        "",
        &["pixels", "--scale"],
    );
}

#[test]
fn a_list_can_be_of_one_thing() {
    let all = text(&run(&["list"], "").stdout);
    let decay = text(&run(&["list", "decay"], "").stdout);
    let activations = text(&run(&["list", "activations"], "").stdout);
    assert!(decay.starts_with("figure decay:") && !decay.contains("figure curves"));
    assert!(decay.contains("  depth:") && !decay.contains("activations:"));
    assert!(activations.starts_with("activations:\n") && !activations.contains("figure"));
    assert!(all.contains(&decay) && all.contains(&activations));
    refused(&["list", "decoy"], "", &["decoy", "decay", "activations"]);
    let data = json(&["list", "--json"]);
    let count = |part: &str| data[part].as_array().map_or(0, Vec::len);
    assert_eq!(count("figures"), all.matches("\nfigure ").count() + 1);
    assert_eq!(count("activations"), activations.lines().count() - 1);
    let one = json(&["list", "decay", "--json"]);
    assert_eq!(one["figures"].as_array().map(Vec::len), Some(1));
    assert_eq!(one["figures"][0]["controls"][1]["id"], "depth");
    assert_eq!(one["activations"], serde_json::json!([]));
}

#[test]
fn shells_complete_what_they_can() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = text(&run(&["completions", shell], "").stdout);
        for word in ["transparent", "completions"] {
            assert!(script.contains(word), "{shell} does not know {word}");
        }
        // The generator gives two shells the options alone, and a third no words that stand without one.
        let knows = ["projector", "neuron"].map(|word| script.contains(word));
        let expected = match shell {
            "bash" | "zsh" => [true, true],
            "fish" => [true, false],
            _ => [false, false],
        };
        assert_eq!(knows, expected, "{shell}");
    }
    refused(&["completions", "tcsh"], "", &["tcsh", "bash"]);
}
