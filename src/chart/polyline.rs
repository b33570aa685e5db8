//! Polylines: clipped at the frame, thinned where the eye cannot see it.

/// A point in CSS pixels.
pub type Point = (f64, f64);

/// A curve as it is drawn: pieces inside the frame.
pub type Curve = Vec<Vec<Point>>;

/// The parts of a polyline inside the rectangle `[left, top, right, bottom]`.
///
/// A curve that leaves the rectangle ends at its edge; it is never moved to it, which would paint a plateau.
/// A point that is not finite lifts the pen.
pub fn clip(points: &[Point], rectangle: [f64; 4]) -> Vec<Vec<Point>> {
    let [left, top, right, bottom] = rectangle;
    let inside = |p: &Point| (left..=right).contains(&p.0) && (top..=bottom).contains(&p.1);
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut start = 0;
    while start + 1 < points.len() {
        // Most of a curve lies inside, where there is nothing to work out.
        let run = points[start..].iter().take_while(|p| inside(p)).count();
        if run > 1 {
            extend(&mut pieces, &points[start..start + run]);
            start += run - 1;
            continue;
        }
        if let Some((a, b)) = clip_segment(points[start], points[start + 1], rectangle) {
            extend(&mut pieces, &[a, b]);
        }
        start += 1;
    }
    pieces
}

/// Goes on with the last piece where `part` begins at its end.
fn extend(pieces: &mut Vec<Vec<Point>>, part: &[Point]) {
    match pieces.last_mut() {
        Some(piece) if piece.last() == part.first() => piece.extend_from_slice(&part[1..]),
        _ => pieces.push(part.to_vec()),
    }
}

/// Whether any part of the polyline lies inside the rectangle.
pub fn crosses(points: &[Point], rectangle: [f64; 4]) -> bool {
    let inside = |pair: &[Point]| clip_segment(pair[0], pair[1], rectangle).is_some();
    points.windows(2).any(inside)
}

/// Liang and Barsky's parametric clipping of one segment.
fn clip_segment(
    a: Point,
    b: Point,
    [left, top, right, bottom]: [f64; 4],
) -> Option<(Point, Point)> {
    if ![a.0, a.1, b.0, b.1].iter().all(|v| v.is_finite()) {
        return None;
    }
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    let sides = [
        (-dx, a.0 - left),
        (dx, right - a.0),
        (-dy, a.1 - top),
        (dy, bottom - a.1),
    ];
    for (towards, room) in sides {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
            continue;
        }
        let t = room / towards;
        if towards < 0.0 {
            enter = enter.max(t);
        } else {
            leave = leave.min(t);
        }
    }
    // Touching the edge in one point draws nothing.
    if enter >= leave {
        return None;
    }
    let at = |t: f64| (a.0 + t * dx, a.1 + t * dy);
    let start = if enter > 0.0 { at(enter) } else { a };
    let end = if leave < 1.0 { at(leave) } else { b };
    Some((start, end))
}

/// Drops points that lie within `tolerance` of the line that replaces them.
///
/// From the last kept point runs a cone of directions that pass every point since within the tolerance; a point outside the cone ends the line.
pub fn thin(points: &[Point], tolerance: f64) -> Vec<Point> {
    let Some((&first, rest)) = points.split_first() else {
        return Vec::new();
    };
    let mut kept = vec![first];
    let (mut anchor, mut previous) = (first, first);
    let mut cone: Option<(Point, Point)> = None;
    let mut reach = 0.0f64;
    for &point in rest {
        let (mut towards, mut square) = leg(anchor, point);
        let fits = match cone {
            Some((low, high)) => cross(low, towards) >= 0.0 && cross(towards, high) >= 0.0,
            None => true,
        };
        // A path that turns back is not replaced by a line that ends short of where it has been.
        if !fits || square < reach {
            kept.push(previous);
            anchor = previous;
            cone = None;
            reach = 0.0;
            (towards, square) = leg(anchor, point);
        }
        let room = square - tolerance * tolerance;
        if room > 0.0 {
            cone = Some(narrowed(cone, towards, tolerance, room.sqrt()));
            reach = reach.max(square);
        }
        previous = point;
    }
    if !rest.is_empty() {
        kept.push(previous);
    }
    kept
}

/// The directions of `cone` that also pass the end of `towards` within the tolerance; `along` is how far away such a line touches the circle around it.
/// Directions are vectors of any length: only the signs of their cross products count.
fn narrowed(
    cone: Option<(Point, Point)>,
    (x, y): Point,
    tolerance: f64,
    along: f64,
) -> (Point, Point) {
    let turn = |sine: f64| (x * along - y * sine, y * along + x * sine);
    let (low, high) = (turn(-tolerance), turn(tolerance));
    let Some((old_low, old_high)) = cone else {
        return (low, high);
    };
    (
        if cross(old_low, low) > 0.0 {
            low
        } else {
            old_low
        },
        if cross(old_high, high) < 0.0 {
            high
        } else {
            old_high
        },
    )
}

/// The vector between two points, and the square of its length.
fn leg(from: Point, to: Point) -> (Point, f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    ((dx, dy), dx * dx + dy * dy)
}

fn cross(a: Point, b: Point) -> f64 {
    a.0 * b.1 - a.1 * b.0
}

/// What is left of a path that crosses columns of that width many times within each: of each visit to a column its first and last point, its lowest and its highest.
///
/// Between those the path covers the same of the column, to within its width.
pub fn coalesced(points: &[Point], column: f64) -> Vec<Point> {
    let same = |a: &Point, b: &Point| (a.0 / column).floor() == (b.0 / column).floor();
    let mut kept = Vec::new();
    for visit in points.chunk_by(same) {
        if visit.len() <= 4 {
            kept.extend_from_slice(visit);
            continue;
        }
        let least = |a: &usize, b: &usize| visit[*a].1.total_cmp(&visit[*b].1);
        let low = (0..visit.len()).min_by(least).unwrap_or(0);
        let high = (0..visit.len()).max_by(least).unwrap_or(0);
        let mut places = [0, low.min(high), low.max(high), visit.len() - 1].to_vec();
        places.dedup();
        kept.extend(places.into_iter().map(|at| visit[at]));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_each_visit_to_a_column_the_ends_and_the_extremes_stay() {
        let wave: Vec<Point> = (0..1000)
            .map(|i| (f64::from(i) / 100.0, f64::from(i * 37 % 101)))
            .collect();
        let kept = coalesced(&wave, 1.0);
        assert!(kept.len() <= 40 && kept.iter().all(|point| wave.contains(point)));
        for column in 0..10 {
            let of = |points: &[Point]| -> Vec<f64> {
                let inside = points.iter().filter(|p| p.0.floor() == f64::from(column));
                inside.map(|p| p.1).collect()
            };
            let (all, left) = (of(&wave), of(&kept));
            let ends = |ys: &[f64]| {
                let low = ys.iter().copied().fold(f64::INFINITY, f64::min);
                let high = ys.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                (ys.first().copied(), low, high, ys.last().copied())
            };
            assert_eq!(ends(&all), ends(&left), "column {column}");
        }
        // A curve with few points in a column is left alone, and one that comes back visits twice.
        let back: Vec<Point> = [0.1, 0.5, 1.2, 1.9, 0.6, 0.2].map(|x| (x, x)).to_vec();
        assert_eq!(coalesced(&back, 1.0), back);
    }
}
