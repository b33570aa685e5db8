//! Both directions of `layers`: the differences against closed forms, and against wide networks.

use crate::shown;

use activation_lab::figure::{Cell, Mark, View};
use std::f64::consts::PI;

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("layers", &[pairs, &[("show", "both")]].concat())
}

fn column(view: &View, name: &str) -> Vec<f64> {
    let at = view.table.columns.iter().position(|c| c.id == name);
    let at = at.expect(name);
    let number = |row: &Vec<Cell>| match &row[at] {
        Cell::Number(x) => *x,
        _ => f64::NAN,
    };
    view.table.rows.iter().map(number).collect()
}

/// A line of the plot, or the points beside it.
fn line(view: &View, wanted: &str) -> Vec<[f64; 2]> {
    let own = |mark: &Mark| match mark {
        Mark::Line { name, pieces, .. } if name == wanted => Some(pieces.concat()),
        _ => None,
    };
    view.plots[0].marks.iter().find_map(own).expect(wanted)
}

/// ReLU's kernel in closed form (Cho & Saul 2009): E[f f] = q·(√(1 − c²) + (π − arccos c)·c)/2π; at √2 the variance stays.
#[test]
fn relu_follows_the_arc_cosine_kernel() {
    let view = view(&[
        ("activation", "relu"),
        ("gain", "1.4142135623730951"),
        ("bias_std", "0.3"),
    ]);
    let ours = column(&view, "theory_log10_fed_difference");
    let (mut q, mut c) = (2.0f64 + 0.09, 0.09f64 / 2.09);
    for log10 in ours {
        let exact = 0.5 * (2.0 * q * (1.0 - c)).log10();
        // The kernel's own difference 1 − c costs the last digits.
        assert!((log10 - exact).abs() < 1e-9, "{log10} {exact}");
        let product = q * ((1.0 - c * c).sqrt() + (PI - c.acos()) * c) / (2.0 * PI);
        let next = q + 0.09;
        (q, c) = (next, (2.0 * product + 0.09) / next);
    }
}

/// Without biases an odd function keeps independent inputs independent: their difference is √(2q), q as the theory of one input has it.
#[test]
fn without_biases_tanh_keeps_independent_inputs_apart() {
    let view = view(&[("gain", "1.3")]);
    let ours = column(&view, "theory_log10_fed_difference");
    let stds = column(&view, "theory_fed_std");
    for (log10, std) in ours.iter().zip(stds) {
        assert!((log10 - (2f64.sqrt() * std).log10()).abs() < 1e-9);
    }
}

/// A wide network does what the theory says: with 512 units and 32 inputs within a few hundredths of a decade a layer.
#[test]
fn wide_networks_lie_on_the_lines() {
    for (name, bias) in [("sigmoid", "0"), ("tanh", "0.3"), ("gelu", "0.1")] {
        let view = view(&[
            ("activation", name),
            ("bias_std", bias),
            ("width", "512"),
            ("depth", "8"),
        ]);
        for wanted in ["→ differences", "gradient ←"] {
            let (measured, theory) = (
                line(&view, wanted),
                line(&view, &format!("{wanted}, theory")),
            );
            assert_eq!((measured.len(), theory.len()), (8, 8), "{name}");
            for (a, b) in measured.iter().zip(&theory) {
                assert!(
                    a[0] == b[0] && (a[1] - b[1]).abs() < 0.25,
                    "{name} {wanted}: {a:?} {b:?}"
                );
            }
        }
        // Each begins where it is whole.
        assert_eq!(line(&view, "→ differences")[0], [1.0, 0.0]);
        assert_eq!(line(&view, "gradient ←")[7], [8.0, 0.0]);
    }
}

/// In a sigmoid network both fall by about four a layer: it is one product.
#[test]
fn a_sigmoid_network_loses_in_both_directions_alike() {
    let view = view(&[("activation", "sigmoid")]);
    let last = |name: &str, at: usize| line(&view, name)[at][1] / 19.0;
    for per_layer in [last("→ differences", 19), last("gradient ←", 0)] {
        // A quarter is −0.60 decades.
        assert!((-0.7..-0.55).contains(&per_layer), "{per_layer}");
    }
}

/// The theory of pairs knows neither short cuts nor norms: then only the measured line is there.
#[test]
fn where_there_is_no_theory_none_is_drawn() {
    for state in [("residual", "true"), ("layer_norm", "true")] {
        let view = view(&[state, ("depth", "5")]);
        assert_eq!(line(&view, "→ differences").len(), 5);
        assert_eq!(line(&view, "→ differences, theory").len(), 0);
        assert!(
            column(&view, "theory_log10_fed_difference")
                .iter()
                .all(|x| x.is_nan())
        );
    }
}
