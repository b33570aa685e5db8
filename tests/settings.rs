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
