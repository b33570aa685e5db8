//! Curves as polylines: exact at kinks, broken at jumps, dense where they bend.

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

    /// The plot's title.
    pub fn title(self) -> &'static str {
        match self {
            Order::Value => "f: what the neuron passes on",
            Order::Slope => "f′: what comes back through it",
            Order::Curvature => "f″: how fast the slope changes",
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

/// The curve between `from` and `to` in pieces that end at kinks; `height` is the frame's, in y units.
pub fn sampled(
    activation: &Activation,
    order: Order,
    (from, to): (f64, f64),
    height: f64,
) -> Vec<Vec<[f64; 2]>> {
    let mut cuts = activation.kinks();
    cuts.extend(activation.jumps());
    cuts.retain(|&at| at > from && at < to);
    cuts.sort_by(f64::total_cmp);
    cuts.dedup();
    cuts.push(to);
    let mut pieces: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut start = from;
    for cut in cuts {
        // One step inside each end, so that a jump is approached but not crossed.
        let (left, right) = (start.next_up(), cut.next_down());
        let share = (right - left) / (to - from);
        let cells = ((CELLS as f64 * share) as usize).max(8);
        let mut piece = vec![[left, order.of(activation, left)]];
        for index in 1..=cells {
            // Rounding must not carry the last point across the jump.
            let x = (left + (right - left) * index as f64 / cells as f64).min(right);
            refine(activation, order, &mut piece, x, height, HALVINGS);
        }
        join(&mut pieces, piece, height);
        start = cut;
    }
    pieces
}

/// Adds the curve from the last point of `piece` to `x`.
fn refine(
    activation: &Activation,
    order: Order,
    piece: &mut Vec<[f64; 2]>,
    x: f64,
    height: f64,
    halvings: u32,
) {
    let Some(&[x0, y0]) = piece.last() else {
        return;
    };
    let y = order.of(activation, x);
    let middle = 0.5 * (x0 + x);
    let bend = (order.of(activation, middle) - 0.5 * (y0 + y)).abs();
    if halvings > 0 && bend > FLATNESS * height {
        refine(activation, order, piece, middle, height, halvings - 1);
        refine(activation, order, piece, x, height, halvings - 1);
        return;
    }
    piece.push([x, y]);
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
