//! `layers`: a signal that has become too small for f64 is not called dead, nor its gradient exactly 0.

use crate::shown;
use activation_lab::figure::{Mark, Quantity, View};

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("layers", pairs)
}

/// Tanhshrink goes like z³/3 and squared ReLU like z²: neither is 0 next to 0, and both leave the range of f64.
#[test]
fn a_signal_below_the_range_is_too_small_and_not_zero() {
    for (pairs, is_zero) in [
        (&[("activation", "tanh_shrink")][..], false),
        (
            &[
                ("activation", "tanh_shrink"),
                ("gain", "0.3"),
                ("depth", "50"),
            ],
            false,
        ),
        (&[("activation", "squared_relu"), ("gain", "0.3")], false),
        (&[("activation", "soft_shrink"), ("gain", "0.3")], true),
        (&[("activation", "hard_shrink"), ("gain", "0.3")], true),
    ] {
        let view = view(pairs);
        let said = &view.summary;
        assert_eq!(said.contains("is exactly 0"), is_zero, "{said}");
        assert_eq!(said.contains("too small to be told"), !is_zero, "{said}");
        let received = &view.readouts[0].value;
        let words = ["too small for f64", "nothing: all are 0"];
        assert_eq!(received, words[usize::from(is_zero)], "{said}");
        let marks = view.plots.iter().flat_map(|plot| &plot.marks);
        let crosses = marks.filter(|mark| matches!(mark, Mark::Zeros { .. }));
        assert_eq!(crosses.count() > 0, is_zero, "{said}");
        let dead = view.measures.iter().find(|m| m.id == "dead_share");
        let some = matches!(dead.map(|m| m.value), Some(Quantity::Number(x)) if x > 0.0);
        assert_eq!(some, is_zero || pairs[0].1 == "squared_relu", "{dead:?}");
    }
}
