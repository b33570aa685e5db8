//! Cells that are counted, as rectangles of an SVG.

use super::picture::Picture;
use plotters::style::RGBColor;
use std::fmt::Write as _;
use std::ops::Range;

/// How far a patch reaches under the next one, in backend units: two edges that only meet let the ground shine through where they are smoothed.
const OVERLAP: i32 = 8;

/// The cells of a picture that is stretched over `place`, cut at `visible`; both are left, top, right, bottom in backend units.
///
/// Neighbours of one colour, one above the other, are one rectangle.
pub fn patches(picture: &Picture, place: [i32; 4], visible: [i32; 4]) -> String {
    let edge = |from: i32, to: i32, index: usize, count: usize| {
        let share = index as f64 / count.max(1) as f64;
        from + (f64::from(to - from) * share).round() as i32
    };
    let [left, top, right, bottom] = visible;
    let mut text = "<g shape-rendering=\"crispEdges\">\n".to_owned();
    for column in 0..picture.columns {
        for rows in runs(picture, column) {
            let Some(&RGBColor(r, g, b)) = colour(picture, column, rows.start) else {
                continue;
            };
            let under = |covered: bool| if covered { OVERLAP } else { 0 };
            let beneath =
                rows.end < picture.rows && is_full(picture, column, rows.end..rows.end + 1);
            let beside = column + 1 < picture.columns && is_full(picture, column + 1, rows.clone());
            let x = |index| edge(place[0], place[2], index, picture.columns);
            let y = |index| edge(place[1], place[3], index, picture.rows);
            let (x0, y0) = (x(column).max(left), y(rows.start).max(top));
            let x1 = (x(column + 1) + under(beside)).min(right);
            let y1 = (y(rows.end) + under(beneath)).min(bottom);
            if x0 < x1 && y0 < y1 {
                // Writing into a string cannot fail.
                let _ = writeln!(
                    text,
                    "<path d=\"M{x0} {y0}H{x1}V{y1}H{x0}\" fill=\"#{r:02x}{g:02x}{b:02x}\"/>"
                );
            }
        }
    }
    text + "</g>\n"
}

/// The rows of a column, in runs of one colour.
fn runs(picture: &Picture, column: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for row in 0..picture.rows {
        match runs.last_mut() {
            Some(run) if index(picture, column, row) == index(picture, column, run.start) => {
                run.end = row + 1;
            }
            _ => runs.push(row..row + 1),
        }
    }
    runs
}

/// Whether every one of these cells has a colour, which will cover what lies under it.
fn is_full(picture: &Picture, column: usize, mut rows: Range<usize>) -> bool {
    rows.all(|row| colour(picture, column, row).is_some())
}

fn index(picture: &Picture, column: usize, row: usize) -> Option<&u8> {
    picture.pixels.get(row * picture.columns + column)
}

fn colour(picture: &Picture, column: usize, row: usize) -> Option<&RGBColor> {
    let index = usize::from(*index(picture, column, row)?);
    picture.colours.get(index.checked_sub(1)?)
}
