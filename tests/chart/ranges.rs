//! Ranges and labels where values are all one, lie close together, or leave little room.

use activation_lab::chart::{Frame, Theme, svg};
use activation_lab::figure::{FIGURES, Mark, Plot, Scale, Settings, View, find};
use activation_lab::model::activation::Kind;
use std::collections::HashSet;

fn view(id: &str, pairs: &[(&str, &str)]) -> View {
    let figure = find(id).expect(id);
    let mut settings = Settings::defaults(figure.controls);
    for (control, text) in pairs {
        settings.set(control, text).expect(text);
    }
    figure.view(&settings)
}

/// Labels of more significant digits than this are no labels; six tell a million places apart.
const MOST_DIGITS: usize = 6;

/// What is wrong with the labels of a plot, if anything is.
fn fault(plot: &Plot) -> Option<String> {
    let frame = Frame::new(plot, 400.0, 300.0, Theme::Light);
    for (axis, ticks) in [(&plot.x, &frame.x_ticks), (&plot.y, &frame.y_ticks)] {
        let labels: Vec<&str> = ticks.iter().map(|tick| tick.label.as_str()).collect();
        let digits = |label: &&str| {
            let significand = label.split(" ×").next().unwrap_or(label);
            let digits: String = significand.chars().filter(char::is_ascii_digit).collect();
            digits.trim_start_matches('0').len()
        };
        let distinct: HashSet<&str> = labels.iter().copied().collect();
        let is_long = axis.scale == Scale::Linear && labels.iter().any(|l| digits(l) > MOST_DIGITS);
        if is_long || distinct.len() != labels.len() {
            return Some(format!("{}: {labels:?}", plot.id));
        }
    }
    None
}

#[test]
fn labels_are_short_and_distinct_whatever_the_activation() {
    for figure in FIGURES {
        for kind in Kind::ALL {
            let mut states = vec![vec![("activation", kind.id())]];
            if figure.id == "collapse" {
                for (seed, depth) in [("1", "4"), ("2", "4"), ("2", "8"), ("3", "8")] {
                    states.push(vec![
                        ("activation", kind.id()),
                        ("seed", seed),
                        ("depth", depth),
                    ]);
                }
            }
            if figure.player.is_some() {
                states
                    .iter_mut()
                    .for_each(|state| state.push(("step", "1")));
            }
            if !figure
                .controls
                .iter()
                .any(|control| control.id == "activation")
            {
                continue;
            }
            for state in states {
                for plot in &view(figure.id, &state).plots {
                    assert_eq!(fault(plot), None, "{}: {state:?}", figure.id);
                }
            }
        }
    }
}

/// A curve that a student has zoomed into, and one whose values differ in the last digits.
#[test]
fn a_narrow_range_is_counted_from_a_number() {
    for (from, to) in [("2", "2.001"), ("-99.9995", "-99.999"), ("11", "11.01")] {
        let view = view("curves", &[("x_min", from), ("x_max", to), ("x", "2")]);
        for plot in &view.plots {
            assert_eq!(fault(plot), None, "{from}");
        }
    }
}

/// Where all of the plane falls onto one point, the point is there to be seen, with room around it of its own size.
#[test]
fn a_plane_on_one_point_is_a_point() {
    for (activation, seed) in [("relu", "2"), ("step", "1"), ("threshold_relu", "2")] {
        let view = view("collapse", &[("activation", activation), ("seed", seed)]);
        assert!(view.summary.contains("onto one point"), "{}", view.summary);
        let plot = &view.plots[0];
        let points = plot.marks.iter().filter_map(|mark| match mark {
            Mark::Points { at, name, .. } if name == "the whole plane, on one point" => Some(at),
            _ => None,
        });
        let points: Vec<[f64; 2]> = points.flatten().copied().collect();
        let &[[x, y]] = points.as_slice() else {
            panic!("{points:?}");
        };
        let size = x.abs().max(y.abs());
        for (axis, at) in [(&plot.x, x), (&plot.y, y)] {
            assert!(axis.min < at && at < axis.max);
            let share = (axis.max - axis.min) / size;
            assert!((0.5..4.0).contains(&share), "{share}");
        }
        let named = |name: &str| view.legend.iter().any(|key| key.name.starts_with(name));
        assert!(named("the whole plane") && !named("crease"));
    }
}

/// Every crease of the first layer has its name beside it, also where the grid is dense.
#[test]
fn every_crease_is_named() {
    for (activation, seed) in [
        ("relu", "70"),
        ("relu", "2"),
        ("leaky_relu", "3"),
        ("relu6", "5"),
    ] {
        for after in ["0", "1"] {
            let figure = find("collapse").expect("collapse");
            let state = [("activation", activation), ("seed", seed), ("after", after)];
            let view = view("collapse", &state);
            let labels = view.plots[0].marks.iter().filter_map(|mark| match mark {
                Mark::Line { name, label, .. } if name == "crease of layer 1" => Some(label),
                _ => None,
            });
            for width in [400.0, 720.0] {
                let picture = svg(
                    &view,
                    &figure.title.read(),
                    figure.layout,
                    width,
                    Theme::Light,
                );
                for label in labels.clone() {
                    assert!(picture.contains(label.as_str()), "{label} in {state:?}");
                }
            }
        }
    }
}
