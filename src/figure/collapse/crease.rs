//! Where the first layer folds the plane: the lines on which the sum of one of its units meets a corner of the activation.

use super::{Net, PLANE, State};
use crate::view::number;

/// A crease: in the plane before the first layer a straight line.
pub struct Crease {
    /// Its ends at the border of the plane that is shown.
    pub ends: [[f64; 2]; 2],
    /// What is so on it: `z₁ = 0`.
    pub name: String,
}

/// The creases of the first layer that cross the plane; none where nothing stands behind it, where f has no corner, or where all of the plane has fallen onto one point. A jump tears and does not fold.
pub fn creases(net: &Net) -> Vec<Crease> {
    let bend = net.deep.bend;
    if net.depth() < 2 || bend.is_identity() || net.state == State::Constant {
        return Vec::new();
    }
    let jumps = bend.activation.jumps();
    let mut corners = bend.activation.kinks();
    corners.retain(|at| !jumps.contains(at));
    let Some(first) = net.deep.layers.first() else {
        return Vec::new();
    };
    let units = first.rows().zip(&first.biases).zip(1..);
    let of_unit = |((weights, bias), unit): ((&[f64], &f64), usize)| {
        let crease = |at: &f64| {
            let name = format!("z{} = {}", ["₁", "₂"].get(unit - 1)?, number::plain(*at, 3));
            let ends = across(weights, bias - at)?;
            Some(Crease { ends, name })
        };
        corners.iter().filter_map(crease).collect::<Vec<_>>()
    };
    units.flat_map(of_unit).collect()
}

/// The part of the line w·x + b = 0 that lies in the plane that is shown.
fn across(weights: &[f64], bias: f64) -> Option<[[f64; 2]; 2]> {
    let &[u, v] = weights else {
        return None;
    };
    let length = libm::hypot(u, v);
    if length == 0.0 {
        return None;
    }
    // From the foot of the perpendicular from 0, so far each way as both coordinates stay within.
    let foot = [-bias * u / (length * length), -bias * v / (length * length)];
    let along = [-v / length, u / length];
    let (mut from, mut to) = (f64::NEG_INFINITY, f64::INFINITY);
    for axis in 0..2 {
        let [low, high] = PLANE.map(|end| (end - foot[axis]) / along[axis]);
        if along[axis] == 0.0 {
            if !(PLANE[0]..=PLANE[1]).contains(&foot[axis]) {
                return None;
            }
            continue;
        }
        from = from.max(low.min(high));
        to = to.min(low.max(high));
    }
    let point = |s: f64| [0, 1].map(|axis| foot[axis] + s * along[axis]);
    (from < to).then(|| [point(from), point(to)])
}
