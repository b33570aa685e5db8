//! Names written on the curves themselves.

use super::pen::text_width;
use super::polyline::crosses;

/// A name waiting for a place on its own curve.
pub struct Wanted<'a> {
    /// What to write.
    pub text: &'a str,
    /// Its curve, in CSS pixels, as drawn.
    pub curve: &'a [Vec<(f64, f64)>],
}

/// Where a name may stand along its curve, as shares of the frame's width: the right end first.
const PLACES: [f64; 14] = [
    0.97, 0.92, 0.86, 0.80, 0.74, 0.03, 0.10, 0.18, 0.66, 0.58, 0.26, 0.34, 0.42, 0.50,
];

/// For each name the left end and middle height of its text, or nothing where there is no room: the legend names it too.
/// `taken` are areas where something else stands.
pub fn place(
    wanted: &[Wanted],
    mut taken: Vec<[f64; 4]>,
    rectangle: [f64; 4],
    height: f64,
) -> Vec<Option<(f64, f64)>> {
    wanted
        .iter()
        .map(|name| {
            if name.text.is_empty() {
                return None;
            }
            let found = candidates(name, rectangle, height).find(|&area| {
                taken.iter().all(|other| !overlap(area, *other)) && clear(wanted, area)
            })?;
            taken.push(found);
            Some((found[0] + 2.0, 0.5 * (found[1] + found[3])))
        })
        .collect()
}

fn candidates<'a>(
    name: &'a Wanted,
    [left, top, right, bottom]: [f64; 4],
    height: f64,
) -> impl Iterator<Item = [f64; 4]> + 'a {
    let width = text_width(name.text, height) + 4.0;
    PLACES
        .into_iter()
        .flat_map(move |share| [(share, -0.95), (share, 0.95)])
        .filter_map(move |(share, offset)| {
            let x = left + share * (right - left);
            let y = height_at(name.curve, x)? + offset * height;
            let from = (x - 0.5 * width).clamp(left + 2.0, (right - width - 2.0).max(left + 2.0));
            let area = [from, y - 0.55 * height, from + width, y + 0.55 * height];
            (area[1] > top && area[3] < bottom && area[2] < right).then_some(area)
        })
}

/// The height of a curve at one x.
fn height_at(curve: &[Vec<(f64, f64)>], x: f64) -> Option<f64> {
    curve
        .iter()
        .flat_map(|piece| piece.windows(2))
        .find_map(|pair| {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let inside = x0 <= x && x <= x1 && x1 > x0;
            inside.then(|| y0 + (x - x0) / (x1 - x0) * (y1 - y0))
        })
}

/// Whether no curve runs through the area.
fn clear(wanted: &[Wanted], area: [f64; 4]) -> bool {
    let crosses = |name: &Wanted| name.curve.iter().any(|piece| crosses(piece, area));
    !wanted.iter().any(crosses)
}

/// Whether two areas share a point.
pub fn overlap(a: [f64; 4], b: [f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
