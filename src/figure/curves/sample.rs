//! Curves as polylines: exact at kinks, broken at jumps, dense where they bend; as the edges of a band where they wave faster than a picture can show.

use crate::model::activation::Activation;

/// Which derivative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// f.
    Value,
    /// f′.
    Slope,
    /// f″.
    Curvature,
}

impl Order {
    /// The function of this order at x.
    pub fn of(self, activation: &Activation, x: f64) -> f64 {
        match self {
            Order::Value => activation.value(x),
            Order::Slope => activation.derivative(x),
            Order::Curvature => activation.second_derivative(x),
        }
    }

    /// The plot's name.
    pub fn id(self) -> &'static str {
        match self {
            Order::Value => "values",
            Order::Slope => "slopes",
            Order::Curvature => "curvatures",
        }
    }

    /// The label of the upright axis.
    pub fn symbol(self) -> &'static str {
        match self {
            Order::Value => "f(x)",
            Order::Slope => "f′(x)",
            Order::Curvature => "f″(x)",
        }
    }
}

/// Intervals of the first, even sampling of a curve.
const CELLS: usize = 256;
/// How often an interval may be halved where the curve bends.
const HALVINGS: u32 = 5;
/// An interval is halved while its middle is farther than this share of the frame's height from the chord: about a tenth of a pixel.
const FLATNESS: f64 = 3e-4;
/// Points for each interval of the even sampling that a whole piece may have: with all intervals halved as often as may be, there are no more.
const MOST_PER_CELL: usize = 32;

/// A wave of more periods than this, from one side of the frame to the other, is drawn as a band: each would be less than ten pixels wide.
const MOST_PERIODS: f64 = 64.0;
/// Points of one period that are compared for its extremes, which they miss by less than 10⁻⁴ of its height.
const PHASES: usize = 256;

/// The strip that a fast wave fills: at x it reaches from `low + rise·x` to `high + rise·x`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    pub low: f64,
    pub high: f64,
    pub rise: f64,
}

/// The strip that a curve fills between `from` and `to`, if it waves so fast that a line would only show where it was looked at.
pub fn band(activation: &Activation, order: Order, (from, to): (f64, f64)) -> Option<Band> {
    let wave = activation.wave()?;
    if to - from <= MOST_PERIODS * wave.period {
        return None;
    }
    let rise = match order {
        Order::Value => wave.rise / wave.period,
        _ => 0.0,
    };
    let above = |phase: usize| {
        let x = wave.period * phase as f64 / PHASES as f64;
        order.of(activation, x) - rise * x
    };
    let (low, high) = (0..PHASES)
        .map(above)
        .filter(|y| y.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| {
            (low.min(y), high.max(y))
        });
    (low <= high).then_some(Band { low, high, rise })
}

/// The curve between `from` and `to` in pieces that end at kinks, or the upper and the lower edge of its [`band`]; `height` is the frame's, in y units.
pub fn sampled(
    activation: &Activation,
    order: Order,
    (from, to): (f64, f64),
    height: f64,
) -> Vec<Vec<[f64; 2]>> {
    if let Some(band) = band(activation, order, (from, to)) {
        let edge = |y: f64| [from, to].map(|x| [x, y + band.rise * x]).to_vec();
        return vec![edge(band.high), edge(band.low)];
    }
    let mut cuts = activation.kinks();
    cuts.extend(activation.jumps());
    cuts.retain(|&at| at > from && at < to);
    cuts.sort_unstable_by(f64::total_cmp);
    cuts.dedup();
    cuts.push(to);
    let mut pieces: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut start = from;
    for cut in cuts {
        // One step inside each end, so that a jump is approached but not crossed.
        let (left, right) = (start.next_up(), cut.next_down());
        let share = (right - left) / (to - from);
        let cells = ((CELLS as f64 * share) as usize).max(8);
        // Rounding must not carry the last point across the jump.
        let at = |index: usize| (left + (right - left) * index as f64 / cells as f64).min(right);
        let point = |x: f64| [x, order.of(activation, x)];
        let even = (0..=cells).map(|index| point(if index == 0 { left } else { at(index) }));
        let piece = refined(even.collect(), point, FLATNESS * height);
        join(&mut pieces, piece, height);
        start = cut;
    }
    pieces
}

/// A sampling with the middles of its intervals, and of their halves, wherever the curve is farther than `tolerance` from the chord.
fn refined(even: Vec<[f64; 2]>, point: impl Fn(f64) -> [f64; 2], tolerance: f64) -> Vec<[f64; 2]> {
    let most = MOST_PER_CELL * even.len();
    let mut points = even;
    // Whether the interval that ends at each point may have to be halved.
    let mut open = vec![true; points.len()];
    for _ in 0..HALVINGS {
        let middles: Vec<Option<[f64; 2]>> = (1..points.len())
            .map(|end| {
                let [[x0, y0], [x, y]] = [points[end - 1], points[end]];
                let middle = open[end].then(|| point(0.5 * (x0 + x)))?;
                let bend = (middle[1] - 0.5 * (y0 + y)).abs();
                (bend > tolerance).then_some(middle)
            })
            .collect();
        let more = middles.iter().flatten().count();
        if more == 0 || points.len() + more > most {
            break;
        }
        let mut next = Vec::with_capacity(points.len() + more);
        let mut still = Vec::with_capacity(points.len() + more);
        next.extend(points.first());
        still.push(false);
        for (end, middle) in points.iter().skip(1).zip(middles) {
            still.extend(middle.map(|_| true));
            next.extend(middle);
            still.push(middle.is_some());
            next.push(*end);
        }
        (points, open) = (next, still);
    }
    points
}

/// A piece that begins where the last one ended goes on with it; otherwise the pen is lifted.
fn join(pieces: &mut Vec<Vec<[f64; 2]>>, piece: Vec<[f64; 2]>, height: f64) {
    if let (Some(last), Some(&[_, begin])) = (pieces.last_mut(), piece.first())
        && let Some(&[_, end]) = last.last()
        && (end - begin).abs() <= FLATNESS * height
    {
        last.extend(piece);
        return;
    }
    pieces.push(piece);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn activation(text: &str) -> Activation {
        text.parse().expect(text)
    }

    /// However fast it waves and wherever the kinks are, a curve has a few thousand points at most.
    #[test]
    fn no_curve_has_more_points_than_pixels_can_show() {
        for text in [
            "sine(omega=30)",
            "sine(omega=33.5)",
            "sine(omega=1000)",
            "snake(a=1e5)",
            "exponential",
            "relu6",
            "silu(beta=1e9)",
            "gelu",
        ] {
            for order in [Order::Value, Order::Slope, Order::Curvature] {
                for (from, to, height) in
                    [(-6.0, 6.0, 2.0), (-100.0, 100.0, 1e-3), (50.0, 100.0, 1.0)]
                {
                    let pieces = sampled(&activation(text), order, (from, to), height);
                    let points: usize = pieces.iter().map(Vec::len).sum();
                    let room = MOST_PER_CELL * (CELLS + 16 * pieces.len());
                    assert!(points <= room, "{text} {order:?}: {points} points");
                }
            }
        }
    }

    /// sin 1000x at 257 even places from -6 to 6 would be another, slower wave; what is drawn are its bounds, ±1, ±ω and ±ω².
    #[test]
    fn a_fast_wave_is_the_band_that_it_fills() {
        let sine = activation("sine(omega=1000)");
        for (order, bound) in [
            (Order::Value, 1.0),
            (Order::Slope, 1e3),
            (Order::Curvature, 1e6),
        ] {
            let band = band(&sine, order, (-6.0, 6.0)).expect("a band");
            assert!((band.high - bound).abs() <= 1e-4 * bound, "{band:?}");
            assert!((band.low + bound).abs() <= 1e-4 * bound, "{band:?}");
            let edges = sampled(&sine, order, (-6.0, 6.0), 2.0 * bound);
            assert_eq!(edges.len(), 2);
        }
        assert_eq!(
            band(&activation("sine(omega=30)"), Order::Value, (-6.0, 6.0)),
            None
        );
    }

    /// x + sin²(ax)/a lies between x and x + 1/a.
    #[test]
    fn the_band_of_snake_rises_with_x() {
        let snake = activation("snake(a=500)");
        let band = band(&snake, Order::Value, (-6.0, 6.0)).expect("a band");
        assert!(
            band.low.abs() < 1e-9 && (band.high - 2e-3).abs() < 1e-6 && band.rise == 1.0,
            "{band:?}"
        );
    }

    /// A wave that is drawn as a line touches its bounds in the picture: no peak is cut off by more than a pixel of a thousand.
    #[test]
    fn a_slow_wave_keeps_its_peaks() {
        // 60 periods from side to side.
        let sine = activation("sine(omega=31.4)");
        let pieces = sampled(&sine, Order::Value, (-6.0, 6.0), 2.16);
        let points = pieces.concat();
        let peaks = points
            .windows(3)
            .filter(|p| p[1][1].abs() > p[0][1].abs().max(p[2][1].abs()));
        let heights: Vec<f64> = peaks.map(|p| p[1][1].abs()).filter(|y| *y > 0.5).collect();
        assert!(heights.len() >= 118, "{} peaks", heights.len());
        assert!(heights.iter().all(|y| *y > 0.99), "{heights:?}");
    }
}
