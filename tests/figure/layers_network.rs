//! The drawn units of `layers` beside the network that they are of.

use crate::shown;

use activation_lab::figure::{Mark, View, describe};
use activation_lab::model::spread::{Plan, Spread};
use activation_lab::model::work::Work as _;

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("layers", &[pairs, &[("show", "network")]].concat())
}

/// Place and fill of each disc.
fn discs(view: &View) -> Vec<([usize; 2], f64)> {
    let disc = |mark: &Mark| match mark {
        Mark::Node { x, y, fill, .. } => Some(([*x as usize, *y as usize], *fill)),
        _ => None,
    };
    view.plots[0].marks.iter().filter_map(disc).collect()
}

/// Ends and width of each connection.
fn edges(view: &View) -> Vec<([usize; 4], f64)> {
    let edge = |mark: &Mark| match mark {
        Mark::Edge {
            from, to, width, ..
        } => Some(([from[0], from[1], to[0], to[1]].map(|x| x as usize), *width)),
        _ => None,
    };
    view.plots[0].marks.iter().filter_map(edge).collect()
}

/// Root of the mean square of what comes back to a unit, from the network's own numbers.
fn arriving(spread: &Spread, layer: usize, unit: usize) -> f64 {
    let (layer, samples) = (spread.layer(layer - 1), spread.samples());
    let own = &layer.gradient()[(unit - 1) * samples..][..samples];
    let mean = own.iter().map(|g| g * g).sum::<f64>() / samples as f64;
    mean.sqrt() * f64::from(layer.exponent()).exp2()
}

#[test]
fn discs_and_connections_are_as_strong_as_what_comes_back() {
    for activation in ["tanh", "sigmoid", "relu"] {
        let depth = 5;
        let view = view(&[
            ("activation", activation),
            ("depth", "5"),
            ("width", "8"),
            ("gain", "1.4"),
        ]);
        let mut spread = Spread::new(Plan {
            depth,
            width: 8,
            gain: 1.4,
            seed: 1,
            ..Plan::new(activation.parse().expect(activation))
        });
        spread.finish();
        let discs = discs(&view);
        assert_eq!(discs.len(), 6 * depth);
        let exact: Vec<f64> = discs
            .iter()
            .map(|([x, y], _)| arriving(&spread, *x, *y))
            .collect();
        let most = exact.iter().fold(0.0f64, |most, x| most.max(*x));
        for ((_, fill), exact) in discs.iter().zip(exact) {
            // Through logarithms and back.
            assert!((fill - exact / most).abs() < 1e-12, "{activation}");
        }
        let edges = edges(&view);
        assert_eq!(edges.len(), 36 * (depth - 1));
        let exact: Vec<f64> = edges
            .iter()
            .map(|([_, before, x, unit], _)| {
                let weight = spread.corner(x - 1, 6)[unit - 1][before - 1];
                weight.abs() * arriving(&spread, *x, *unit)
            })
            .collect();
        let most = exact.iter().fold(0.0f64, |most, x| most.max(*x));
        let widths = edges.iter().map(|(_, width)| *width);
        let (faint, strong) = widths.fold((f64::MAX, 0.0f64), |(low, high), w| {
            (low.min(w), high.max(w))
        });
        assert!(strong > 10.0 * faint, "{faint} {strong}");
        let least = exact.iter().fold(f64::MAX, |least, x| least.min(*x)) / most;
        for ((_, width), exact) in edges.iter().zip(exact) {
            let share = (width - faint) / (strong - faint);
            let expected = (exact / most - least) / (1.0 - least);
            assert!(
                (share - expected).abs() < 1e-9,
                "{activation}: {share} {expected}"
            );
        }
    }
}

/// Deeper ones are drawn in part, as the title says, and no line joins layers that are no neighbours.
#[test]
fn a_deep_network_says_what_is_left_out() {
    let all = view(&[("depth", "24"), ("width", "3")]);
    assert_eq!(discs(&all).len(), 3 * 24);
    assert!(
        all.plots[0].title.contains("each unit of each layer"),
        "{}",
        all.plots[0].title
    );
    let some = view(&[("depth", "100"), ("width", "40")]);
    let title = &some.plots[0].title;
    assert!(
        title.contains("first 6 of 40 units in 24 of 100 layers"),
        "{title}"
    );
    let layers: Vec<usize> = discs(&some).iter().map(|([x, _], _)| *x).collect();
    assert_eq!((layers.len(), layers[0], layers[6]), (6 * 24, 1, 5));
    assert_eq!(layers.last(), Some(&100));
    // Evenly: 99 steps in 23 parts are 4 or 5 each.
    let columns: Vec<usize> = layers.iter().copied().step_by(6).collect();
    assert!(
        columns
            .windows(2)
            .all(|two| (4..=5).contains(&(two[1] - two[0]))),
        "{columns:?}"
    );
    assert!(edges(&some).is_empty());
}

/// Nothing comes back through a step: no disc is filled, no number is NaN, and the words stay whole.
#[test]
fn where_nothing_comes_back_nothing_is_filled() {
    for pairs in [
        &[("activation", "step")][..],
        &[("activation", "exponential"), ("gain", "3")],
        &[("gain", "0.1"), ("depth", "1"), ("width", "1")],
    ] {
        let view = view(pairs);
        for (_, fill) in discs(&view) {
            assert!((0.0..=1.0).contains(&fill), "{pairs:?}: {fill}");
        }
        assert!(edges(&view).iter().all(|(_, width)| width.is_finite()));
        let words = describe(&view.plots[0]);
        assert!(words.contains("The strongest is unit"), "{words}");
    }
    assert!(
        discs(&view(&[("activation", "step")]))
            .iter()
            .all(|(_, fill)| *fill == 0.0)
    );
}
