//! `--format py`: what a program carries with it. What it computes, `tests/programs` sees.

use super::{refused, run, text};

fn program(arguments: &[&str]) -> String {
    let output = run(&[&["figure"], arguments].concat(), "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

const PY: [&str; 2] = ["--format", "py"];

#[test]
fn a_program_says_what_it_is_of_and_holds_the_settings_as_they_act() {
    // Layer 7 lies beyond the depth, and acts as the last.
    let state = [
        "decay",
        "--set",
        "depth=3",
        "--set",
        "layer=7",
        "--set",
        "activation=elu(alpha=0.5),tanh",
    ];
    let program = program(&[&state[..], &PY].concat());
    let version = concat!("# software: activation-lab ", env!("CARGO_PKG_VERSION"));
    let link = "# link: #figure=decay&v=2&activation=elu(alpha=0.5),tanh&depth=3&layer=7";
    for line in [
        version,
        link,
        "    \"activation\": \"elu(alpha=0.5),tanh\",",
        "    \"depth\": 3,",
        "    \"layer\": 3,",
        "    \"weight\": 1.0,",
    ] {
        assert!(program.lines().any(|other| other == line), "{line}");
    }
    assert!(!program.contains("\n#: "), "a directive is left");
    // The activations in use, and no others.
    let classes = program.lines().filter(|line| line.starts_with("class "));
    assert_eq!(
        classes.collect::<Vec<_>>(),
        ["class tanh:", "class elu:", "class Chosen:"]
    );
}

#[test]
fn what_is_no_number_of_python_is_text() {
    let dead = program(
        &[
            &["decay", "--set", "activation=relu", "--set", "weight=-1"],
            &PY[..],
        ]
        .concat(),
    );
    assert!(dead.contains("\"log10_gradient_1\": \"exact_zero\", "));
    let deep = program(&[&["decay", "--set", "depth=1000"], &PY[..]].concat());
    let (_, rest) = deep.split_once("\"gradient_1\": ").expect("the measure");
    assert!(
        rest.starts_with('"') && rest.contains("e-649\""),
        "{}",
        &rest[..40]
    );
}

/// Every directive of every template is one that is known, and every activation has its class.
#[test]
fn every_figure_has_its_program() {
    for figure in [
        "neuron", "collapse", "curves", "decay", "layers", "freeze", "dying",
    ] {
        let few = match figure {
            "freeze" | "dying" => &["--set", "step=2"][..],
            _ => &[],
        };
        let program = program(&[&[figure], few, &PY].concat());
        assert!(
            !program.contains("\n#: ") && program.contains("result = compare("),
            "{figure}"
        );
    }
    for kind in activation_lab::model::activation::Kind::ALL {
        let id = format!("activation={}", kind.id());
        let program = program(&[&["neuron", "--set", &id], &PY[..]].concat());
        assert!(
            program.contains(&format!("\nclass {}:\n", kind.id())),
            "{id}"
        );
    }
}

#[test]
fn options_of_pictures_and_tables_are_refused() {
    refused(
        &["figure", "decay", "--format", "py", "--width", "300"],
        "",
        &["--width", "py"],
    );
    refused(
        &["figure", "decay", "--format", "py", "--comments"],
        "",
        &["--comments", "py"],
    );
}
