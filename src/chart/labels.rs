//! Names written on the curves themselves.

use super::pen::{snug_width, text_width};
use super::polyline::crosses;

/// A name waiting for a place on its own curve.
pub struct Wanted<'a> {
    /// What to write.
    pub text: &'a str,
    /// Its curve, in CSS pixels, as drawn.
    pub curve: &'a [Vec<(f64, f64)>],
    /// Whether the curve is a thin one, as of a grid: where there is no other room a name may stand over it.
    pub thin: bool,
}

/// Where a name stands.
pub struct Spot {
    /// The left end and the middle height of its text.
    pub at: (f64, f64),
    /// Whether thin curves run under it, which a plate has to hide.
    pub over: bool,
}

impl Spot {
    fn at(area: [f64; 4], over: bool) -> Spot {
        let at = (area[0] + 2.0, 0.5 * (area[1] + area[3]));
        Spot { at, over }
    }
}

/// Where a name may stand along its curve, as shares of the frame's width: the right end first.
const PLACES: [f64; 14] = [
    0.97, 0.92, 0.86, 0.80, 0.74, 0.03, 0.10, 0.18, 0.66, 0.58, 0.26, 0.34, 0.42, 0.50,
];

/// For each name its place, or nothing where there is no room: the legend names it too.
/// Where there is no legend, `alone`, a name without room stands over what it hides least of.
/// `taken` are areas where something else stands, `dots` those where a dot does: on a dot a name stands only where no other place along its curve is free.
pub fn place(
    wanted: &[Wanted],
    mut taken: Vec<[f64; 4]>,
    dots: &[[f64; 4]],
    rectangle: [f64; 4],
    height: f64,
    alone: bool,
) -> Vec<Option<Spot>> {
    let everywhere =
        |name| candidates(name, rectangle, height).chain(beside(name, rectangle, height));
    let is_free = |taken: &[[f64; 4]], area| taken.iter().all(|&other| !overlap(area, other));
    let mut spots = Vec::new();
    for name in wanted {
        let find = |over: bool| {
            let areas = everywhere(name).filter(|&area| is_free(&taken, area));
            let mut areas = areas.filter(|&area| clear(wanted, area, over));
            let first = areas.next()?;
            let mut all = std::iter::once(first).chain(areas);
            Some(all.find(|&area| is_free(dots, area)).unwrap_or(first))
        };
        let found = match (name.text.is_empty(), find(false)) {
            (true, _) => None,
            (_, Some(area)) => Some((area, false)),
            _ => find(true).filter(|_| !name.thin).map(|area| (area, true)),
        };
        taken.extend(found.map(|(area, _)| area));
        spots.push(found.map(|(area, over)| Spot::at(area, over)));
    }
    let is_left = |name: &Wanted| alone && !name.thin && !name.text.is_empty();
    for (name, spot) in wanted.iter().zip(&mut spots) {
        if spot.is_none() && is_left(name) {
            let areas = everywhere(name).filter(|&area| is_free(&taken, area));
            let least = areas.min_by_key(|&area| hidden(wanted, area));
            taken.extend(least);
            *spot = least.map(|area| Spot::at(area, true));
        }
    }
    spots
}

/// How many curves run through the area, thin ones aside.
fn hidden(wanted: &[Wanted], area: [f64; 4]) -> usize {
    let crosses = |name: &&Wanted| name.curve.iter().any(|piece| crosses(piece, area));
    wanted
        .iter()
        .filter(|name| !name.thin)
        .filter(crosses)
        .count()
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

/// Where a name may stand along a curve that is too steep for a name over or under it, as shares of the frame's height from the top.
const HEIGHTS: [f64; 7] = [0.06, 0.14, 0.24, 0.94, 0.86, 0.36, 0.5];

/// Areas to the right and to the left of a curve, further away where it leans more.
fn beside<'a>(
    name: &'a Wanted,
    [left, top, right, bottom]: [f64; 4],
    height: f64,
) -> impl Iterator<Item = [f64; 4]> + 'a {
    let width = snug_width(name.text, height) + 4.0;
    HEIGHTS.into_iter().flat_map(move |share| {
        let y = top + share * (bottom - top);
        let (upper, lower) = (y - 0.55 * height, y + 0.55 * height);
        let at = place_at(name.curve, y);
        let area = move |from: f64| [from, upper, from + width, lower];
        let sides = at.map(|(x, lean)| {
            let gap = (0.4 + 0.6 * lean.min(4.0)) * height;
            [area(x + gap), area(x - gap - width)]
        });
        let fits = move |area: &[f64; 4]| {
            area[0] > left && area[2] < right && upper > top && lower < bottom
        };
        sides.into_iter().flatten().filter(fits)
    })
}

/// Where a curve crosses one height, and how far it moves sideways for each pixel down.
fn place_at(curve: &[Vec<(f64, f64)>], y: f64) -> Option<(f64, f64)> {
    let mut pairs = curve.iter().flat_map(|piece| piece.windows(2));
    pairs.find_map(|pair| {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let inside = y0 != y1 && y0.min(y1) <= y && y <= y0.max(y1);
        let lean = (x1 - x0) / (y1 - y0);
        inside.then(|| (x0 + (y - y0) * lean, lean.abs()))
    })
}

/// The height of a curve at one x, whichever way it runs.
fn height_at(curve: &[Vec<(f64, f64)>], x: f64) -> Option<f64> {
    curve
        .iter()
        .flat_map(|piece| piece.windows(2))
        .find_map(|pair| {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let inside = x0 != x1 && x0.min(x1) <= x && x <= x0.max(x1);
            inside.then(|| y0 + (x - x0) / (x1 - x0) * (y1 - y0))
        })
}

/// Whether no curve runs through the area, thin ones aside where it may lie over them.
fn clear(wanted: &[Wanted], area: [f64; 4], over: bool) -> bool {
    let crosses = |name: &Wanted| name.curve.iter().any(|piece| crosses(piece, area));
    let mut seen = wanted.iter().filter(|name| !(over && name.thin));
    !seen.any(crosses)
}

/// Whether two areas share a point.
pub fn overlap(a: [f64; 4], b: [f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// An area moved, as little as can be, until it lies in the room; where it is too large it begins with the room.
pub fn inside([left, top, right, bottom]: [f64; 4], room: [f64; 4]) -> [f64; 4] {
    let push = |from: f64, to: f64, low: f64, high: f64| (high - to).min(0.0).max(low - from);
    let (x, y) = (
        push(left, right, room[0], room[2]),
        push(top, bottom, room[1], room[3]),
    );
    [left + x, top + y, right + x, bottom + y]
}

/// The area of a text of that height around its middle.
pub fn around((x, y): (f64, f64), text: &str, height: f64) -> [f64; 4] {
    let half = 0.5 * snug_width(text, height) + 0.25 * height;
    [x - half, y - 0.65 * height, x + half, y + 0.65 * height]
}

/// How much of an area is taken, in square pixels; an area taken twice counts twice.
pub fn covered(area: [f64; 4], taken: &[[f64; 4]]) -> f64 {
    let side = |low: f64, high: f64| (high - low).max(0.0);
    let shared = |other: &[f64; 4]| {
        side(area[0].max(other[0]), area[2].min(other[2]))
            * side(area[1].max(other[1]), area[3].min(other[3]))
    };
    taken.iter().map(shared).sum()
}

/// The middle of an area.
pub fn middle(area: [f64; 4]) -> (f64, f64) {
    (0.5 * (area[0] + area[2]), 0.5 * (area[1] + area[3]))
}
