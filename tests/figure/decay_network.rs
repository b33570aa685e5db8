//! The drawn chain of `decay` beside its bars.

use crate::shown;

use activation_lab::figure::{Cell, Dash, Mark};

/// A connection carries what the table calls ∂L/∂a of the unit on its left, and a unit is filled as high as its bar stands.
#[test]
fn the_chain_is_as_strong_as_its_numbers() {
    for (weight, axis) in [
        ("1", "linear"),
        ("1.7", "linear"),
        ("-3", "log"),
        ("0", "linear"),
    ] {
        let view = shown::view(
            "decay",
            &[("weight", weight), ("view", axis), ("depth", "12")],
        );
        let [network, bars] = ["network", "gradient"]
            .map(|id| view.plots.iter().find(|plot| plot.id == id).expect(id));
        let heights = bars.marks.iter().find_map(|mark| match mark {
            Mark::Bars { bars, .. } => Some(bars),
            _ => None,
        });
        let (foot, top) = (
            heights.expect("bars").first().map_or(0.0, |bar| bar.from),
            bars.y.max,
        );
        let fills: Vec<f64> = network
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Node { fill, .. } => Some(*fill),
                _ => None,
            })
            .collect();
        assert_eq!(fills.len(), 12);
        for bar in heights.expect("bars") {
            // The axis ends a little above the ruler: a bar's share of it is a little less than the fill.
            let share = (bar.to - foot) / (top - foot);
            let fill = fills[bar.x as usize - 1];
            assert!(
                fill >= share && fill <= 1.06 * share + 1e-12,
                "{weight} {axis}: {fill} beside {share}"
            );
        }
        let widths: Vec<f64> = network
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Edge {
                    width,
                    dash: Dash::Solid,
                    ..
                } => Some(*width),
                _ => None,
            })
            .collect();
        // Over a weight of 0 nothing comes back, except from the output to the last unit.
        assert_eq!(widths.len(), if weight == "0" { 1 } else { 12 });
        // What the output is sent is 1, the strongest of all where nothing explodes.
        if axis == "linear" {
            let strongest = widths.iter().copied().fold(0.0, f64::max);
            assert_eq!(widths.last(), Some(&strongest));
        }
        // On a linear axis a width grows evenly with ∂L/∂a of the unit on the left, which the table has.
        if axis == "linear" && weight != "0" {
            let column = view
                .table
                .columns
                .iter()
                .position(|name| name.id == "dL_da");
            let column = column.expect("dL_da");
            let carried: Vec<f64> = view
                .table
                .rows
                .iter()
                .map(|row| match &row[column] {
                    Cell::Scaled(x) => x.to_f64().abs(),
                    other => panic!("{other:?}"),
                })
                .collect();
            let (strong, weak) = (widths[11] - widths[10], carried[11] - carried[10]);
            for (width, carried) in widths.iter().zip(&carried) {
                let expected = widths[11] + (carried - 1.0) * strong / weak;
                assert!(
                    (width - expected).abs() < 1e-12,
                    "{weight}: {width}, not {expected}"
                );
            }
        }
    }
}
