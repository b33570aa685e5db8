//! Fields of values.

use super::frame::Frame;
use super::pen::{Drawn, Pen, Surface};
use super::picture::Picture;
use crate::view::{Cells, Field, Ramp};

/// The cells of a field, cut at the frame. Cells without a value leave the grid behind them to be seen.
///
/// Samples of something continuous blend: a grid of squares would show the sampling instead of the surface, and even patches of 2⅓ pixels come out 2 and 3 wide.
pub fn heat<S: Surface>(
    pen: &mut Pen<S>,
    frame: &Frame,
    field: &Field,
    ramp: &Ramp,
    cells: Cells,
) -> Drawn<S> {
    let [left, top, right, bottom] = frame.rectangle;
    let place = [
        frame.px(field.x[0]),
        frame.py(field.y[1]),
        frame.px(field.x[1]),
        frame.py(field.y[0]),
    ];
    let visible = [
        place[0].max(left),
        place[1].max(top),
        place[2].min(right),
        place[3].min(bottom),
    ];
    let empty = visible[0] >= visible[2] || visible[1] >= visible[3];
    if field.rows() == 0 || empty || place.iter().any(|side| !side.is_finite()) {
        return Ok(());
    }
    let picture = Picture::new(field, ramp, cells, pen.theme);
    pen.picture(&picture, place, visible)
}
