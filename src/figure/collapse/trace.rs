//! Images of straight lines as polylines: dense where they bend, so that a kink stays sharp.

/// How often an interval may be halved where the image bends; an image that bends nearly everywhere makes do with the smaller numbers.
const HALVINGS: [u32; 3] = [7, 3, 1];
/// How many points for each interval an image may take, so that a wild one costs no more than it shows.
const POINTS: usize = 10;
/// An interval is halved while the image of its middle is farther than this share of the frame from the chord: about a third of a pixel.
const FLATNESS: f64 = 8e-4;
/// Where the activation jumps, the closest neighbours have a jump between them if their images are farther apart than this share of the frame.
const APART: f64 = 0.02;

/// How an image is sampled.
#[derive(Clone, Copy)]
pub struct Tracing {
    /// Intervals of the first, even sampling.
    pub cells: usize,
    /// Width and height of what is seen.
    pub frame: [f64; 2],
    /// Whether the image may jump; it is continuous otherwise, however steep.
    pub jumps: bool,
}

impl Tracing {
    fn most(&self) -> usize {
        POINTS * self.cells
    }
}

/// The image under `f` of the interval, in pieces that end at jumps.
pub fn trace(
    f: impl Fn(f64) -> [f64; 2],
    [from, to]: [f64; 2],
    tracing: Tracing,
) -> Vec<Vec<[f64; 2]>> {
    let mut path = Vec::new();
    let mut finest = 0.0;
    for halvings in HALVINGS {
        path = vec![(from, f(from))];
        for index in 1..=tracing.cells {
            let s = from + (to - from) * index as f64 / tracing.cells as f64;
            refine(&f, &mut path, (s, f(s)), tracing, halvings);
        }
        finest = (to - from) / tracing.cells as f64 / f64::from(1 << halvings);
        if path.len() < tracing.most() {
            break;
        }
    }
    // Neighbours that were halved to the last and are still apart have a jump between them.
    let jumps = |a: &(f64, [f64; 2]), b: &(f64, [f64; 2])| {
        tracing.jumps && b.0 - a.0 < 1.5 * finest && share(a.1, b.1, tracing.frame) > APART
    };
    let pieces = path.chunk_by(|a, b| !jumps(a, b));
    pieces
        .map(|piece| piece.iter().map(|(_, point)| *point).collect())
        .collect()
}

/// Adds the image from the last point of the path to `end`.
fn refine(
    f: &impl Fn(f64) -> [f64; 2],
    path: &mut Vec<(f64, [f64; 2])>,
    end: (f64, [f64; 2]),
    tracing: Tracing,
    halvings: u32,
) {
    if path.len() >= tracing.most() {
        return;
    }
    let Some(&(s, start)) = path.last() else {
        return;
    };
    let s = 0.5 * (s + end.0);
    let middle = f(s);
    let chord = [0, 1].map(|axis| 0.5 * (start[axis] + end.1[axis]));
    if halvings > 0 && share(middle, chord, tracing.frame) > FLATNESS {
        refine(f, path, (s, middle), tracing, halvings - 1);
        refine(f, path, end, tracing, halvings - 1);
        return;
    }
    path.push(end);
}

/// The distance of two points as a share of the frame, along the axis where it is larger.
fn share(a: [f64; 2], b: [f64; 2], frame: [f64; 2]) -> f64 {
    let along = |axis: usize| (a[axis] - b[axis]).abs() / frame[axis];
    along(0).max(along(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRACING: Tracing = Tracing {
        cells: 10,
        frame: [2.0, 2.0],
        jumps: true,
    };

    /// Halving ends where the middle is within the flatness of the chord: the corner is then at most twice that away.
    #[test]
    fn a_kink_is_met_and_a_straight_line_costs_nothing() {
        let corner = trace(|x| [x, (x - 0.123).abs()], [-1.0, 1.0], TRACING);
        let lowest = corner[0].iter().map(|p| p[1]).fold(1.0, f64::min);
        assert!(
            corner.len() == 1 && lowest < 2.0 * FLATNESS * 2.0,
            "{lowest}"
        );
        let straight = trace(|x| [x, 0.5 * x], [-1.0, 1.0], TRACING);
        assert_eq!(straight[0].len(), 11);
    }

    #[test]
    fn a_jump_lifts_the_pen() {
        let step = |x: f64| [x, if x > 0.05 { 1.0 } else { 0.0 }];
        assert_eq!(trace(step, [-1.0, 1.0], TRACING).len(), 2);
        let calm = Tracing {
            jumps: false,
            ..TRACING
        };
        assert_eq!(trace(step, [-1.0, 1.0], calm).len(), 1);
    }
}
