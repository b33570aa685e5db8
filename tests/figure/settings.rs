//! Settings: the tables, the links and the sliders agree.

use activation_lab::figure::{FIGURES, Kind, Settings, find};

#[test]
fn every_default_can_be_read_back() {
    for figure in FIGURES {
        let defaults = Settings::defaults(figure.controls);
        let mut copy = defaults.clone();
        for control in figure.controls {
            let text = defaults.text(control.id).expect(control.id);
            assert!(
                !text.is_empty(),
                "{}.{} has no default",
                figure.id,
                control.id
            );
            copy.set(control.id, &text).expect(control.id);
        }
        assert_eq!(copy, defaults, "{}", figure.id);
        assert!(copy.changed().is_empty());
    }
}

#[test]
fn ids_are_unique_and_defaults_lie_in_range() {
    for figure in FIGURES {
        for (index, control) in figure.controls.iter().enumerate() {
            let again = figure.controls[index + 1..]
                .iter()
                .any(|c| c.id == control.id);
            assert!(!again, "{}.{} stands twice", figure.id, control.id);
            if let Kind::Number {
                min,
                max,
                default,
                step,
                marks,
                ..
            } = control.kind
            {
                assert!(min < max && step > 0.0, "{}", control.id);
                assert!((min..=max).contains(&default), "{}", control.id);
                assert!(
                    marks.iter().all(|mark| (min..=max).contains(&mark.0)),
                    "{}",
                    control.id
                );
            }
        }
    }
}

#[test]
fn a_slider_reaches_both_ends_and_stays_where_it_is_put() {
    for figure in FIGURES {
        for control in figure.controls {
            let Kind::Number { min, max, upto, .. } = control.kind else {
                continue;
            };
            let mut settings = Settings::defaults(figure.controls);
            let last = settings.positions(control.id);
            settings.set_position(control.id, 0);
            assert_eq!(settings.number(control.id), min, "{}", control.id);
            settings.set_position(control.id, last);
            let top = upto.map_or(max, |other| settings.number(other));
            assert_eq!(settings.number(control.id), top, "{}", control.id);
            assert_eq!(settings.position(control.id), Some(last), "{}", control.id);
            // Moving forward never moves the value back.
            let mut before = f64::NEG_INFINITY;
            for position in 0..=last {
                settings.set_position(control.id, position);
                assert!(
                    settings.number(control.id) >= before,
                    "{} at {position}",
                    control.id
                );
                before = settings.number(control.id);
            }
        }
    }
}

#[track_caller]
fn refused(figure: &str, id: &str, text: &str, names: &[&str]) {
    let mut settings = Settings::defaults(find(figure).expect(figure).controls);
    let before = settings.clone();
    let error = settings.set(id, text).expect_err(text).to_string();
    for name in names {
        assert!(error.contains(name), "'{error}' does not name '{name}'");
    }
    assert_eq!(settings, before, "a refused value changed something");
}

#[test]
fn errors_name_the_culprit_and_list_what_exists() {
    refused("decay", "depht", "3", &["depht", "depth", "weight"]);
    refused("decay", "depth", "0", &["depth", "1", "1000"]);
    refused("decay", "depth", "2.5", &["2.5", "whole"]);
    refused("decay", "weight", "NaN", &["NaN", "-4"]);
    refused("decay", "precision", "f8", &["f8", "bf16"]);
    refused("decay", "activation", "sigmund", &["sigmund", "sigmoid"]);
    refused("decay", "activation", "", &["1 to 6"]);
    refused("curves", "zones", "yes", &["true or false"]);
}

#[test]
fn an_unknown_figure_is_named_beside_those_there_are() {
    let error = find("decoy").map(|f| f.id).expect_err("decoy").to_string();
    assert!(error.contains("decoy") && error.contains("decay") && error.contains("curves"));
}

#[test]
fn a_comma_inside_parentheses_belongs_to_the_activation() {
    let mut settings = Settings::defaults(find("curves").expect("curves").controls);
    let text = "relu,leaky_relu(alpha=0.2),tanh";
    settings.set("activation", text).expect(text);
    assert_eq!(settings.activations("activation").len(), 3);
    assert_eq!(settings.text("activation").as_deref(), Some(text));
}

#[test]
fn no_layer_lies_beyond_the_depth() {
    let mut settings = Settings::defaults(find("decay").expect("decay").controls);
    settings.set("depth", "50").expect("depth");
    settings.set("layer", "40").expect("layer");
    settings.set("depth", "7").expect("depth");
    assert_eq!(settings.number("layer"), 7.0);
    assert_eq!(settings.positions("layer"), 6);
}

fn explicit(text: &str) -> (String, String) {
    let figure = find("curves").expect("curves");
    let mut settings = Settings::defaults(figure.controls);
    settings.set("alpha", "0.3").expect("alpha");
    settings.set("activation", text).expect(text);
    let spelled = settings.text("activation").expect("a text");
    (spelled, figure.view(&settings).legend[0].name.clone())
}

#[test]
fn a_slope_that_is_written_wins_over_the_slider() {
    let cases = [
        ("leaky_relu", "leaky_relu", "Leaky ReLU (α = 0.3)"),
        ("leaky_relu()", "leaky_relu", "Leaky ReLU (α = 0.3)"),
        (
            "leaky_relu(alpha=0.01)",
            "leaky_relu(alpha=0.01)",
            "Leaky ReLU",
        ),
        ("lrelu( α = 1e-2 )", "leaky_relu(alpha=0.01)", "Leaky ReLU"),
        (
            "leaky_relu(alpha=0.2)",
            "leaky_relu(alpha=0.2)",
            "Leaky ReLU (α = 0.2)",
        ),
    ];
    for (text, spelled, name) in cases {
        let seen = explicit(text);
        assert_eq!(seen, (spelled.to_owned(), name.to_owned()), "{text}");
        // What is spelled is read as the same.
        assert_eq!(explicit(&seen.0), seen, "{text}");
    }
}

/// Each parameter of each activation: its default and both ends of the teaching range are taken, what lies beyond is refused with the range, and the model takes it all the same.
#[test]
fn controls_keep_the_teaching_range_of_each_parameter() {
    use activation_lab::model::activation::{Activation, Kind as Function};
    use activation_lab::model::number::spelled;
    let controls = find("curves").expect("curves").controls;
    let mut seen = 0;
    for kind in Function::ALL {
        for parameter in kind.parameters() {
            let (least, most) = parameter.teaching;
            let text = |value: f64| format!("{}({}={})", kind.id(), parameter.id, spelled(value));
            let mut settings = Settings::defaults(controls);
            for value in [least, most, parameter.default] {
                assert!((parameter.min..=parameter.max).contains(&value));
                let written = text(value);
                settings.set("activation", &written).expect(&written);
            }
            for value in [least - least.abs() / 2.0 - 1e-9, most * 1.01] {
                let written = text(value);
                let error = settings.set("activation", &written);
                let error = error.expect_err(&written).to_string();
                assert!(error.contains("is out of range"), "{error}");
                // Below 0 the function itself may end.
                if (parameter.min..=parameter.max).contains(&value) {
                    let ends = format!("between {} and {}", spelled(least), spelled(most));
                    assert!(error.ends_with(&ends), "{error}");
                    written.parse::<Activation>().expect("the model is wider");
                }
            }
            seen += 1;
        }
    }
    assert!(seen >= 14);
    let mut settings = Settings::defaults(controls);
    for text in [
        "silu(beta=1e100)",
        "selu(lambda=1e-100)",
        "sine(omega=1000)",
    ] {
        settings.set("activation", text).expect_err(text);
    }
}

#[test]
fn what_lies_beyond_another_control_is_kept_and_said() {
    let mut settings = Settings::defaults(find("decay").expect("decay").controls);
    settings.set("depth", "44").expect("depth");
    settings.set("layer", "100").expect("layer");
    settings.set("layer", "500").expect("layer");
    assert_eq!(settings.number("layer"), 44.0);
    assert_eq!(settings.acting("layer").as_deref(), Some("44"));
    assert_eq!(
        settings.position("layer"),
        Some(settings.positions("layer"))
    );
    // Link and attributes are made from this.
    assert!(settings.changed().contains(&("layer", "500".to_owned())));
    let held = settings.held("layer").expect("a sentence");
    assert!(
        held.starts_with("500 is beyond Depth") && held.contains("44"),
        "{held}"
    );
    settings.set("depth", "1000").expect("depth");
    assert_eq!(
        (settings.number("layer"), settings.held("layer")),
        (500.0, None)
    );
    // "After the last layer" is the factory state, whatever the depth is.
    let collapse = Settings::defaults(find("collapse").expect("collapse").controls);
    assert!(collapse.number("after") < 8.0 && collapse.held("after").is_none());
}

#[test]
fn a_text_of_any_length_is_judged_at_once() {
    let mut settings = Settings::defaults(find("curves").expect("curves").controls);
    let before = settings.clone();
    let long = [
        ("activation", "relu,".repeat(200_000)),
        ("activation", format!("elu({})", "alpha=1,".repeat(100_000))),
        ("activation", "(".repeat(1 << 20)),
        ("x", "1".repeat(1 << 20)),
        ("zones", "true".repeat(1 << 18)),
    ];
    for (id, text) in &long {
        let error = settings.set(id, text).expect_err(id).to_string();
        assert!(error.chars().count() < 500, "{error}");
    }
    let error = settings
        .set(&"k".repeat(1 << 20), "1")
        .expect_err("no control");
    assert!(error.to_string().chars().count() < 500, "{error}");
    assert_eq!(settings, before);
}

/// As activations, an option of a choice may name its parameters; they are controls of their own.
#[test]
fn an_option_takes_its_parameters_and_no_others() {
    let mut settings = Settings::defaults(find("freeze").expect("freeze").controls);
    let set = settings.set("optimiser", " adam( epsilon = 1e-16 )");
    assert!(set.is_ok(), "{set:?}");
    assert_eq!(settings.text("optimiser").as_deref(), Some("adam"));
    assert_eq!(settings.number("epsilon"), 1e-16);
    let before = settings.clone();
    for (text, culprits) in [
        ("adam(beta=0.9)", ["'beta=0.9'", "epsilon"]),
        ("adam(epsilon=1e-16,depth=3)", ["'depth=3'", "epsilon"]),
        ("adam()", ["''", "epsilon"]),
        ("sgd(epsilon=1e-8)", ["'sgd'", "no parameters"]),
        ("adam(epsilon=2)", ["'2'", "'epsilon'"]),
        ("adams(epsilon=1e-8)", ["'adams'", "adam"]),
    ] {
        let error = settings
            .set("optimiser", text)
            .map_err(|error| error.to_string());
        let error = error.expect_err(text);
        assert!(
            culprits.iter().all(|culprit| error.contains(culprit)),
            "{text}: {error}"
        );
        assert_eq!(settings, before, "{text} changed something");
    }
}
