//! Axis ranges that hold still while a dial moves.

/// Half widths that a range may have, times a power of ten.
const STEPS: [f64; 10] = [1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0, 5.0, 6.4, 8.0];
/// The middle of a range is a multiple of this share of its half width.
const GRID: f64 = 0.25;
/// How much of the half width stays free at each end.
const AIR: f64 = 0.04;
/// Numbers that differ by a smaller share of their size differ by rounding: a few ulp of each layer's sums, with a wide margin.
const LEVEL: f64 = 1e-10;
/// Beyond this nothing is shown; twice it is still a number.
const LARGEST: f64 = 1e300;

/// The lowest and the highest of some values; those that are not finite are left out.
pub fn extent(values: impl Iterator<Item = f64>) -> [f64; 2] {
    let finite = values.filter(|value| value.is_finite());
    let [low, high] = finite.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], value| {
        [low.min(value), high.max(value)]
    });
    if low > high {
        return [-1.0, 1.0];
    }
    [low, high].map(|end| end.clamp(-LARGEST, LARGEST))
}

/// Ranges of one common width around the extents, in steps, so that a small change of an extent seldom changes a range.
pub fn steady<const N: usize>(extents: [[f64; 2]; N]) -> [[f64; 2]; N] {
    let half = |[low, high]: [f64; 2]| 0.5 * (high - low);
    let size = |[low, high]: [f64; 2]| low.abs().max(high.abs());
    let needed = extents.map(half).into_iter().fold(0.0, f64::max);
    let size = extents.map(size).into_iter().fold(0.0, f64::max);
    // A single value is shown with about its size around it, and 0 with a unit.
    let needed = match needed {
        _ if size == 0.0 => 1.0,
        some if some <= LEVEL * size => 0.5 * size,
        some => some,
    };
    let power = libm::pow(10.0, libm::floor(libm::log10(needed)));
    let widths = [power, 10.0 * power]
        .into_iter()
        .flat_map(|power| STEPS.map(|step| step * power))
        .filter(|width| *width >= needed);
    let fitting = |width: f64| {
        let ranges = extents.map(|extent| around(extent, width));
        let inside = |(range, extent): (&[f64; 2], &[f64; 2])| {
            let air = AIR * width;
            range[0] + air <= extent[0] && extent[1] <= range[1] - air
        };
        let all = ranges.iter().zip(&extents).all(inside);
        all.then_some(ranges)
    };
    let last = 100.0 * power;
    widths
        .into_iter()
        .find_map(fitting)
        .unwrap_or_else(|| extents.map(|extent| around(extent, last)))
}

/// The range of that half width whose middle is the round number nearest to the extent's.
fn around([low, high]: [f64; 2], width: f64) -> [f64; 2] {
    let grain = GRID * width;
    let middle = grain * libm::round(0.5 * (low + high) / grain);
    [middle - width, middle + width]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_what_they_should_and_change_in_steps() {
        let mut widths = Vec::new();
        for index in 0..1000 {
            let size = 0.01 + f64::from(index) * 0.01;
            let extents = [[-size, 0.9 * size], [0.3, 0.3 + size]];
            let ranges = steady(extents);
            for (range, extent) in ranges.iter().zip(&extents) {
                assert!(range[0] < extent[0] && extent[1] < range[1]);
                // The next step is at most 1.28 times as wide, and the rounded middle costs an eighth.
                let wide = 0.5 * (range[1] - range[0]);
                assert!(
                    wide < 1.0001 * 1.28 * size / (1.0 - 0.125 - AIR),
                    "{wide} {size}"
                );
            }
            widths.push(ranges[0][1] - ranges[0][0]);
        }
        let changes = widths.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(changes <= 31, "{changes} widths for three decades");
    }

    /// Values that are one, or apart by rounding, are seen with the size of them around, and 0 with a unit; a real spread fills its range however small it is.
    #[test]
    fn a_single_value_has_room_of_its_size() {
        for value in [0.0964, -7.0, 3e5, 2e-9] {
            for spread in [0.0, f64::EPSILON * f64::abs(value)] {
                let [[low, high]] = steady([[value, value + spread]]);
                let share = (high - low) / f64::abs(value);
                assert!((0.5..4.0).contains(&share), "{value}: {share}");
                assert!(low < value && value < high);
            }
        }
        assert_eq!(steady([[0.0, 0.0]]), [[-1.0, 1.0]]);
        let [[low, high]] = steady([[0.3, 0.3 + 1e-6]]);
        assert!(high - low < 1e-5, "{low} {high}");
    }

    #[test]
    fn nothing_and_everything_have_a_range() {
        for extents in [[[5.0, 5.0]], [[0.0, 0.0]], [[-LARGEST, LARGEST]]] {
            let [[low, high]] = steady(extents);
            assert!(low < extents[0][0] && extents[0][1] < high && (high - low).is_finite());
        }
        assert_eq!(
            extent([f64::NAN, 2.0, f64::INFINITY, -1.0].into_iter()),
            [-1.0, 2.0]
        );
        assert_eq!(extent([f64::NAN].into_iter()), [-1.0, 1.0]);
    }
}
