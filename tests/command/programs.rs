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

/// Where gradients are taken there is one for PyTorch, too; every activation has its line in it.
#[test]
fn figures_with_gradients_have_one_for_pytorch() {
    const TORCH: [&str; 2] = ["--format", "torch"];
    for figure in ["neuron", "decay", "layers", "freeze", "dying"] {
        let few = match figure {
            "freeze" | "dying" => &["--set", "step=2"][..],
            _ => &[],
        };
        let program = program(&[&[figure], few, &TORCH].concat());
        assert!(
            !program.contains("\n#: ") && program.contains("import torch\n"),
            "{figure}"
        );
    }
    for kind in activation_lab::model::activation::Kind::ALL {
        let id = format!("activation={}", kind.id());
        let program = program(&[&["neuron", "--set", &id], &TORCH[..]].concat());
        let lines = program
            .lines()
            .filter(|line| line.starts_with("    \"") && line.contains("lambda x"));
        let lines: Vec<&str> = lines.collect();
        let own = format!("    \"{}\": ", kind.id());
        assert!(lines.len() == 1 && lines[0].starts_with(&own), "{lines:?}");
    }
    refused(
        &["figure", "curves", "--format", "torch"],
        "",
        &["curves", "PyTorch", "py"],
    );
}

/// Both programs are Python, so a name that ends in .py says nothing against PyTorch.
#[test]
fn a_name_and_a_format_agree_or_the_format_wins() {
    let folder = std::env::temp_dir().join(format!("activation-lab-names-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("neuron.py");
    let name = file.to_string_lossy();
    for (format, told) in [
        (&[][..], false),
        (&["--format", "torch"], false),
        (&["--format", "csv"], true),
    ] {
        let output = run(&[&["figure", "neuron", "-o", &name], format].concat(), "");
        assert_eq!(
            text(&output.stderr).contains("will hold csv"),
            told,
            "{format:?}"
        );
        let written = std::fs::read_to_string(&file).expect("the file");
        assert_eq!(
            written.contains("import torch"),
            format.contains(&"torch"),
            "{format:?}"
        );
        assert_eq!(written.contains("import numpy"), !told, "{format:?}");
    }
    std::fs::remove_dir_all(&folder).expect("tidy");
    refused(
        &["figure", "neuron", "-o", "neuron.pyc"],
        "",
        &["pyc", "csv, json, py;"],
    );
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
