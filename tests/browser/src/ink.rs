//! Reading a curve back from pixels.

/// The pixels of a canvas, row by row, four bytes each.
#[derive(Clone, PartialEq)]
pub struct Picture {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green, blue and opacity.
    pub rgba: Vec<u8>,
}

/// Ink no stronger than this is the trace of something else: the bluish grey of a grid line or of an axis.
const FAINT: f64 = 0.15;

impl Picture {
    /// How much of a pixel the ink covers, from 0 to 1, told by its colour: grey things count for nothing.
    fn coverage(&self, column: usize, row: usize, ink: [u8; 3]) -> f64 {
        let at = 4 * (row * self.width + column);
        let seen = chroma([self.rgba[at], self.rgba[at + 1], self.rgba[at + 2]]);
        let full = chroma(ink);
        let dot = |a: [f64; 3], b: [f64; 3]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let share = dot(seen, full) / dot(full, full) * f64::from(self.rgba[at + 3]) / 255.0;
        // Taken off gently, not cut off: a cut would be a jump of its own.
        ((share.min(1.0) - FAINT) / (1.0 - FAINT)).max(0.0)
    }

    /// Coverage of one column, from top to bottom.
    pub fn column(&self, column: usize, ink: [u8; 3]) -> Vec<f64> {
        (0..self.height)
            .map(|row| self.coverage(column, row, ink))
            .collect()
    }

    /// The height of the curve's middle in each column, in rows from the top, finer than a pixel; none where there is no ink.
    ///
    /// Columns in which the ink stands in two places (a label beside the curve) have none either.
    pub fn trace(&self, ink: [u8; 3]) -> Vec<Option<f64>> {
        (0..self.width)
            .map(|column| middle(&self.column(column, ink)))
            .collect()
    }

    /// How many columns have ink in their topmost `rows` rows that have any ink at all.
    pub fn columns_at_the_top(&self, ink: [u8; 3], rows: usize) -> usize {
        let columns: Vec<_> = (0..self.width)
            .map(|column| self.column(column, ink))
            .collect();
        let tops = columns
            .iter()
            .filter_map(|column| column.iter().position(|&share| share > 0.5));
        let Some(top) = tops.min() else { return 0 };
        let touches =
            |column: &&Vec<f64>| column[top..].iter().take(rows).any(|&share| share > 0.5);
        columns.iter().filter(touches).count()
    }
}

/// Colour without its grey part.
fn chroma(colour: [u8; 3]) -> [f64; 3] {
    let colour = colour.map(f64::from);
    let grey = colour.iter().sum::<f64>() / 3.0;
    colour.map(|part| part - grey)
}

/// The weighted middle of the only stretch of ink.
fn middle(column: &[f64]) -> Option<f64> {
    let first = column.iter().position(|&share| share > 0.0)?;
    let last = column.iter().rposition(|&share| share > 0.0)?;
    let stretch = &column[first..=last];
    if stretch.contains(&0.0) {
        return None;
    }
    let weight: f64 = stretch.iter().sum();
    let moment: f64 = stretch
        .iter()
        .zip(first..)
        .map(|(share, row)| share * (row as f64 + 0.5))
        .sum();
    Some(moment / weight)
}

/// The longest run of columns that have a height.
pub fn longest_run(trace: &[Option<f64>]) -> Vec<f64> {
    let mut runs = vec![Vec::new()];
    for height in trace {
        match (height, runs.last_mut()) {
            (Some(height), Some(run)) => run.push(*height),
            _ => runs.push(Vec::new()),
        }
    }
    runs.into_iter().max_by_key(Vec::len).unwrap_or_default()
}

/// The largest change of slope from one column to the next, in pixels.
pub fn roughness(run: &[f64]) -> f64 {
    run.windows(3)
        .map(|three| (three[0] - 2.0 * three[1] + three[2]).abs())
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INK: [u8; 3] = [0, 114, 178];

    /// A white picture with a stroke two rows high around each column's height, exactly antialiased.
    fn stroke(height: impl Fn(usize) -> f64) -> Picture {
        let (width, rows) = (300, 200);
        let mut rgba = vec![255; 4 * width * rows];
        for column in 0..width {
            let middle = height(column);
            for row in 0..rows {
                let (top, bottom) = (row as f64, row as f64 + 1.0);
                let share = (bottom.min(middle + 1.0) - top.max(middle - 1.0)).max(0.0);
                for (part, ink) in INK.iter().enumerate() {
                    let mixed = 255.0 + share * (f64::from(*ink) - 255.0);
                    rgba[4 * (row * width + column) + part] = mixed.round() as u8;
                }
            }
        }
        Picture {
            width,
            height: rows,
            rgba,
        }
    }

    fn sigmoid(column: usize) -> f64 {
        100.0 - 80.0 / (1.0 + (-(column as f64 - 150.0) / 25.0).exp())
    }

    #[test]
    fn a_smooth_stroke_is_read_back_finer_than_a_pixel() {
        let run = longest_run(&stroke(sigmoid).trace(INK));
        assert_eq!(run.len(), 300);
        let worst = run
            .iter()
            .enumerate()
            .map(|(at, y)| (y - sigmoid(at)).abs())
            .fold(0.0, f64::max);
        // Of a pixel that is covered by less than FAINT nothing is seen.
        assert!(worst < FAINT, "{worst}");
        // Three heights, the middle one twice, and the bend of the curve itself (80/25² times a tenth).
        let rough = roughness(&run);
        assert!(rough < 4.0 * worst + 0.02, "{rough}");
    }

    #[test]
    fn a_stroke_on_whole_pixels_is_rough() {
        let run = longest_run(&stroke(|column| sigmoid(column).round()).trace(INK));
        assert!(roughness(&run) >= 0.9, "{}", roughness(&run));
    }

    #[test]
    fn grey_is_not_ink_and_two_strokes_are_no_curve() {
        let mut picture = stroke(|_| 50.0);
        picture.rgba[4 * 300 * 10..4 * 300 * 11].copy_from_slice(&[200; 1200]);
        assert_eq!(longest_run(&picture.trace(INK)).len(), 300);
        for (part, byte) in INK.iter().enumerate() {
            picture.rgba[4 * (300 * 100 + 7) + part] = *byte;
        }
        assert_eq!(picture.trace(INK)[7], None);
    }

    #[test]
    fn a_plateau_at_the_top_is_told_from_a_curve_that_leaves() {
        let leaves = stroke(|column| 150.0 - column as f64);
        let plateau = stroke(|column| (150.0 - column as f64).max(5.0));
        assert!(leaves.columns_at_the_top(INK, 2) <= 5);
        assert!(plateau.columns_at_the_top(INK, 2) > 100);
    }
}
