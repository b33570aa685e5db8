//! All sign changes of a function of q > 0, and where it only touches zero.

/// The signs of a function along the whole of a range.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Portrait {
    /// Its sign at the lower end; 0 only if it is 0 everywhere.
    pub low: i8,
    /// The zeros, ascending.
    pub roots: Vec<Root>,
    /// Its sign at the upper end; 0 only if it is 0 everywhere.
    pub high: i8,
}

/// A zero, with the signs on its two sides; they are the same where the function only touches zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Root {
    pub q: f64,
    pub before: i8,
    pub after: i8,
}

/// A sample: ln q and the value there.
type Sample = (f64, f64);

/// A function of ln q that may have to be given up.
type Function<'a, E> = &'a mut dyn FnMut(f64) -> Result<f64, E>;

/// Below this a value between -1 and 1, worked out from sums of some hundred terms, is rounding.
pub(super) const NOISE: f64 = 1e-14;

/// Samples per factor e of q; what the moments do takes longer than that.
const DENSITY: f64 = 2.0;

/// Beyond this size of three samples in a row the two sides that `g` compares differ by a factor of 2000: they do not meet in between.
///
/// For fixed points that is exact, as E\[f²\] falls at most like q^(-1/2): V/q changes by at most e^1.5 on its way down.
/// Without it a plateau at 1, which a huge or a tiny σ_w makes of hundreds of samples, would be searched for its least value at every one of them.
const APART: f64 = 0.999;

/// The signs and zeros of `g` for q from `low` to `high`; its values must lie between -1 and 1.
///
/// A value below [`NOISE`] has no sign. What has none up to an end of the range has that of its neighbours: there the function approaches zero without reaching it.
///
/// # Errors
/// Those of `g`, at once.
pub(super) fn portrait<E>(
    mut g: impl FnMut(f64) -> Result<f64, E>,
    low: f64,
    high: f64,
) -> Result<Portrait, E> {
    let of_log: Function<E> = &mut |u: f64| g(libm::exp(u));
    let samples = grid(of_log, libm::log(low), libm::log(high))?;
    let samples = with_extremes(of_log, samples)?;
    let mut roots = Vec::new();
    let mut signed = samples.iter().enumerate();
    let mut signed = signed.by_ref().filter(|(_, sample)| sign(sample.1) != 0);
    let Some((first, sample)) = signed.next() else {
        return Ok(Portrait {
            low: 0,
            roots,
            high: 0,
        });
    };
    let low = sign(sample.1);
    let (mut last, mut before) = (first, low);
    for (index, sample) in signed {
        let after = sign(sample.1);
        let unsigned = &samples[last + 1..index];
        if after != before {
            let u = crossing(of_log, samples[last], *sample)?;
            let q = libm::exp(u);
            roots.push(Root { q, before, after });
        } else if let Some(closest) = closest(unsigned) {
            let q = libm::exp(closest.0);
            roots.push(Root { q, before, after });
        }
        (last, before) = (index, after);
    }
    Ok(Portrait {
        low,
        roots,
        high: before,
    })
}

/// 1, -1, or 0 for what cannot be told from zero.
pub(super) fn sign(value: f64) -> i8 {
    i8::from(value > NOISE) - i8::from(value < -NOISE)
}

fn closest(samples: &[Sample]) -> Option<&Sample> {
    let sizes = |a: &&Sample, b: &&Sample| a.1.abs().total_cmp(&b.1.abs());
    samples.iter().min_by(sizes)
}

fn grid<E>(g: Function<E>, low: f64, high: f64) -> Result<Vec<Sample>, E> {
    let steps = libm::ceil((high - low) * DENSITY).max(2.0);
    let place = |step: usize| low + (high - low) * (step as f64 / steps);
    let places = (0..=steps as usize).map(place);
    places.map(|u| Ok((u, g(u)?))).collect()
}

/// The samples, with one more wherever the function turns round on its way to zero: between two of them it is monotone, or far from zero.
fn with_extremes<E>(g: Function<E>, samples: Vec<Sample>) -> Result<Vec<Sample>, E> {
    let mut turns = Vec::new();
    for index in 0..samples.len() {
        let around = samples.get(index.saturating_sub(1)..index + 2);
        let Some(&[left, middle, right]) = around else {
            continue;
        };
        let side = sign(middle.1);
        let alike = side != 0 && sign(left.1) == side && sign(right.1) == side;
        let nearest = middle.1.abs() <= left.1.abs().min(right.1.abs());
        if alike && nearest && middle.1.abs() < APART {
            turns.push(turn(g, f64::from(side), left, middle, right)?);
        }
    }
    let mut all = samples;
    for turn in turns {
        let place = all.partition_point(|sample| sample.0 <= turn.0);
        all.insert(place, turn);
    }
    Ok(all)
}

/// The place where `side·g` is least, by golden section; any place where it is not positive will do.
fn turn<E>(
    g: Function<E>,
    side: f64,
    left: Sample,
    middle: Sample,
    right: Sample,
) -> Result<Sample, E> {
    const GOLDEN: f64 = 0.381_966_011_250_105_1;
    let (mut low, mut best, mut high) = (left.0, middle, right.0);
    // The value at a minimum is known to full precision when its place is to half the digits.
    while high - low > 1e-8 && side * best.1 > NOISE {
        let right_is_wider = high - best.0 > best.0 - low;
        let u = if right_is_wider {
            best.0 + GOLDEN * (high - best.0)
        } else {
            best.0 - GOLDEN * (best.0 - low)
        };
        let sample = (u, g(u)?);
        if side * sample.1 < side * best.1 {
            if right_is_wider {
                low = best.0;
            } else {
                high = best.0;
            }
            best = sample;
        } else if right_is_wider {
            high = u;
        } else {
            low = u;
        }
    }
    Ok(best)
}

/// The zero between two samples of different signs, by Chandrupatla's method (1997): inverse quadratic interpolation where that is safe, else bisection.
pub(super) fn crossing<E>(g: Function<E>, first: Sample, second: Sample) -> Result<f64, E> {
    let (mut a, mut b) = (second, first);
    let mut share = 0.5;
    // Bisection alone would need 60 steps.
    for _ in 0..120 {
        let u = a.0 + share * (b.0 - a.0);
        let new = (u, g(u)?);
        let c;
        if (new.1 > 0.0) == (a.1 > 0.0) {
            c = a;
        } else {
            c = b;
            b = a;
        }
        a = new;
        let best = if a.1.abs() < b.1.abs() { a } else { b };
        let tolerance = f64::EPSILON * best.0.abs().max(1.0);
        let room = tolerance / (b.0 - a.0).abs();
        if room > 0.5 || best.1 == 0.0 {
            return Ok(best.0);
        }
        let place = (a.0 - b.0) / (c.0 - b.0);
        let height = (a.1 - b.1) / (c.1 - b.1);
        let smooth = height * height < place && (1.0 - height) * (1.0 - height) < 1.0 - place;
        share = if smooth {
            let first = a.1 / (b.1 - a.1) * c.1 / (b.1 - c.1);
            let second = (c.0 - a.0) / (b.0 - a.0) * a.1 / (c.1 - a.1) * b.1 / (c.1 - b.1);
            first + second
        } else {
            0.5
        };
        share = share.clamp(room, 1.0 - room);
    }
    Ok(a.0)
}
