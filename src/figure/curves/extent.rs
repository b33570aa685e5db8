//! The range of y that shows what is in sight.

use super::super::style::Styled;
use super::sample::{Order, band};
use crate::model::activation::Activation;

/// Places at which a curve is looked at.
const PLACES: usize = 256;
/// The least share of every curve that a frame shows, and of the curve that it shows best.
const EACH: f64 = 0.02;
const BEST: f64 = 0.25;
/// Numbers that differ by a smaller share of their size are a level line; labels could not tell them apart.
const LEVEL: f64 = 1e-4;
/// Beyond this nothing is shown; twice it is still a number.
const LARGEST: f64 = 1e300;

/// The range of y for these curves between `from` and `to`, with a little air.
///
/// Bounded curves are shown whole; one that grows without end leaves the frame, so that it does not press the others flat.
/// But no frame is without its curves: where hardly anything of one would be seen, all are shown whole.
pub fn extent(curves: &[Styled], order: Order, from: f64, to: f64) -> (f64, f64) {
    let place = |index: usize| from + (to - from) * index as f64 / PLACES as f64;
    let heights = |curve: &Styled| -> Vec<f64> {
        // Even looks at a fast wave may all meet it at one height.
        let band = band(&curve.activation, order, (from, to));
        let height = |index: usize| match band {
            Some(band) if index.is_multiple_of(2) => band.low + band.rise * place(index),
            Some(band) => band.high + band.rise * place(index),
            None => order.of(&curve.activation, place(index)),
        };
        let all = (0..=PLACES).map(height);
        let finite = all.filter(|y| y.is_finite());
        finite.map(|y| y.clamp(-LARGEST, LARGEST)).collect()
    };
    let seen: Vec<Vec<f64>> = curves.iter().map(heights).collect();
    let kept = seen.iter().zip(curves).flat_map(|(ys, curve)| {
        let cap = cap(&curve.activation, order, to - from);
        ys.iter().map(move |y| y.clamp(-0.5 * cap, cap))
    });
    let usual = hull(kept);
    let whole = || hull(seen.iter().flatten().copied());
    let (low, high) = based(if shows(usual, &seen) { usual } else { whole() });
    let air = 0.08 * (high - low);
    (low - air, high + air)
}

/// How high a curve may reach before it leaves the frame, and twice how low.
fn cap(activation: &Activation, order: Order, span: f64) -> f64 {
    let far = |x: f64| activation.value(x).abs() < 1e6;
    match order {
        Order::Value if far(-1e12) && far(1e12) => 2.0 * LARGEST,
        Order::Value => 0.25 * span,
        Order::Slope if activation.largest_slope().is_finite() => 2.0 * LARGEST,
        Order::Slope | Order::Curvature => 2.0,
    }
}

fn hull(ys: impl Iterator<Item = f64>) -> (f64, f64) {
    let nothing = (f64::INFINITY, f64::NEG_INFINITY);
    ys.fold(nothing, |(low, high), y| (low.min(y), high.max(y)))
}

/// Whether enough of the curves lies in a range; its edges are where curves leave it.
fn shows((low, high): (f64, f64), curves: &[Vec<f64>]) -> bool {
    let share = |ys: &Vec<f64>| {
        let inside = ys.iter().filter(|y| (low..=high).contains(y)).count();
        inside as f64 / ys.len() as f64
    };
    let shares = curves.iter().filter(|ys| !ys.is_empty()).map(share);
    let (least, most) = hull(shares);
    least >= EACH && most >= BEST
}

/// The same with 0 where that is near, or where the line is level, so that its height can be judged.
fn based((low, high): (f64, f64)) -> (f64, f64) {
    if low > high || (low == 0.0 && high == 0.0) {
        return (-1.0, 1.0);
    }
    let (height, size) = (high - low, low.abs().max(high.abs()));
    let away = low.max(-high);
    if away <= height || height < LEVEL * size {
        return (low.min(0.0), high.max(0.0));
    }
    (low, high)
}
