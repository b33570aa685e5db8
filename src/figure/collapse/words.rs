//! What stands beside the pictures of `collapse`: the numbers.

use super::{Net, Scene, text};
use crate::model::collapse::{Affine, Miss};
use crate::view::number;
use crate::view::*;

pub fn readouts(scene: &Scene) -> Vec<Readout> {
    let (line, plane) = (&scene.line, &scene.plane);
    let [w, b] = slope_and_height(&line.single);
    let readout = |label: String, value: String, note: String| Readout {
        label,
        value,
        note,
        ink: Ink::Text,
        is_large: false,
    };
    let gap = |net: &Net| number::plain(net.miss.largest, 2);
    let shares = [plane, line].map(|net| percent(&net.miss));
    vec![
        readout(
            text::of_plane(plane.is_one()),
            format!("W = {}", matrix(&plane.single)),
            format!("b = {}", vector(&plane.single.biases)),
        ),
        readout(
            text::of_line(line.is_one()),
            format!("w = {}", number::plain(w, 3)),
            format!("b = {}", number::plain(b, 3)),
        ),
        Readout {
            is_large: true,
            ..readout(
                text::LARGEST.read(),
                text::gaps(&gap(plane), &gap(line)),
                text::about_gaps(plane.state, line.state, [&shares[0], &shares[1]]),
            )
        },
        readout(
            text::PARAMETERS.read(),
            text::parameters(line.deep.parameters(), line.depth()),
            text::of_single(line.single.parameters()),
        ),
    ]
}

/// w and b of a map from numbers to numbers.
pub fn slope_and_height(map: &Affine) -> [f64; 2] {
    [&map.weights, &map.biases].map(|list| list.first().copied().unwrap_or(f64::NAN))
}

/// `(1, 2; 3, 4)`: rows end at the semicolon.
pub fn matrix(map: &Affine) -> String {
    let row = |row: &[f64]| {
        let numbers: Vec<String> = row.iter().map(|w| number::plain(*w, 3)).collect();
        numbers.join(", ")
    };
    let rows: Vec<String> = map.rows().map(row).collect();
    format!("({})", rows.join("; "))
}

/// `(1, 2)`.
pub fn vector(values: &[f64]) -> String {
    let numbers: Vec<String> = values.iter().map(|v| number::plain(*v, 3)).collect();
    format!("({})", numbers.join(", "))
}

/// The error of the best map as a share of the spread, as a percentage.
pub fn percent(miss: &Miss) -> String {
    number::percent(libm::log10(miss.share()))
}
