//! Where χ(q*) = 1: the border between vanishing and exploding gradients.
//!
//! It is found along q itself: σ_w² = 1/E\[f′²\] makes χ(q) = 1, and σ_b² = q - σ_w²·E\[f²\] makes q a fixed point.

use super::look::{AtOnce, Look};
use super::moments::{Moments, Source};
use super::roots::{NOISE, crossing, portrait};
use super::{
    Activation, FixedPoint, LARGEST_SIGMA, Propagation, PropagationError, Stability, error,
};

/// A point of the critical line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CriticalPoint {
    /// The fixed point.
    pub q: f64,
    /// σ_w.
    pub sigma_w: f64,
    /// σ_b.
    pub sigma_b: f64,
    /// Whether other variances are drawn to q. Where they are not, no network stays on this part of the line.
    pub stable: bool,
}

/// All σ_w, ascending, with which χ = 1 at a fixed point that other variances are drawn to, or that is one of a line of them; for ReLU and σ_b = 0 it is √2, for tanh 1.
///
/// # Errors
/// [`PropagationError::Sigma`] if `sigma_b` is not between 0 and [`LARGEST_SIGMA`].
pub fn critical_gain(activation: Activation, sigma_b: f64) -> Result<Vec<f64>, PropagationError> {
    let sigma_b = error::sigma("sigma_b", sigma_b)?;
    let Ok(gains) = seek_gains(&Source::new(activation), sigma_b, &mut AtOnce);
    Ok(gains)
}

pub(super) fn seek_gains<L: Look>(
    source: &Source,
    sigma_b: f64,
    look: &mut L,
) -> Result<Vec<f64>, L::Stop> {
    let constant = sigma_b * sigma_b;
    let mut places = Vec::new();
    if constant == 0.0 && source.moments(0.0).square == 0.0 {
        places.push(0.0);
    }
    if source.rays.is_none() {
        let (low, high) = range(source, constant);
        let portrait = portrait(|q| gap(source, q, constant, look), low, high)?;
        places.extend(portrait.roots.iter().map(|root| root.q));
    }
    let mut gains = Vec::new();
    for q in places {
        let sigma_w = gain(look.moments(source, q)?);
        let theory = Propagation {
            source: source.clone(),
            sigma_w,
            sigma_b,
        };
        if sigma_w <= LARGEST_SIGMA && attracts(&theory, q, look)? {
            gains.push(sigma_w);
        }
    }
    gains.sort_unstable_by(f64::total_cmp);
    Ok(gains)
}

/// The critical line for fixed points from `range.0` to `range.1`, as pieces without gaps, q ascending on each; `points` values of q, evenly spaced in ln q, and the places where the line meets σ_b = 0.
///
/// From 0, the line begins on the axis (if f(0) = 0) and goes on at 10⁻⁸ of the upper end.
/// For ReLU and its like it is a single point.
///
/// # Errors
/// [`PropagationError::Start`] for an end that is not a finite variance from 0 up.
pub fn critical_line(
    activation: Activation,
    range: (f64, f64),
    points: usize,
) -> Result<Vec<Vec<CriticalPoint>>, PropagationError> {
    let range = checked(range)?;
    let Ok(pieces) = seek_line(&Source::new(activation), range, points, &mut AtOnce);
    Ok(pieces)
}

/// A range of variances, if it is one.
pub(super) fn checked(range: (f64, f64)) -> Result<(f64, f64), PropagationError> {
    Ok((error::start(range.0)?, error::start(range.1)?))
}

pub(super) fn seek_line<L: Look>(
    source: &Source,
    (low, high): (f64, f64),
    points: usize,
    look: &mut L,
) -> Result<Vec<Vec<CriticalPoint>>, L::Stop> {
    let mut pieces = Vec::new();
    let mut piece = Vec::new();
    if (low == 0.0 || source.rays.is_some()) && source.moments(0.0).square == 0.0 {
        piece.extend(point(source, 0.0, 0.0, look)?);
    }
    if source.rays.is_some() {
        return Ok(vec![piece]);
    }
    let first = libm::log(if low == 0.0 { 1e-8 * high } else { low });
    let last = libm::log(high);
    let step = (last - first) / points.saturating_sub(1).max(1) as f64;
    let mut previous: Option<(f64, f64)> = None;
    for index in 0..points {
        let u = first + step * index as f64;
        let height = bias_square(source, libm::exp(u), look)?;
        let turned = previous.filter(|(_, before)| (*before < 0.0) != (height < 0.0));
        if let Some(before) = turned {
            let mut height_at = |u| bias_square(source, libm::exp(u), look);
            let u = crossing(&mut height_at, before, (u, height))?;
            piece.extend(point(source, libm::exp(u), 0.0, look)?);
        }
        if height >= 0.0 {
            piece.extend(point(source, libm::exp(u), height, look)?);
        } else if !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
        }
        previous = Some((u, height));
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    Ok(pieces)
}

/// σ_w with χ(q) = 1, from the moments at q; infinite where f′ is 0.
fn gain(moments: Moments) -> f64 {
    1.0 / moments.slope_square.sqrt()
}

/// σ_b² with χ(q) = 1 and V(q) = q; negative where there is none.
fn bias_square<L: Look>(source: &Source, q: f64, look: &mut L) -> Result<f64, L::Stop> {
    let moments = look.moments(source, q)?;
    let rest = q - moments.square / moments.slope_square;
    Ok(if rest.is_nan() {
        -q
    } else if rest.abs() <= NOISE * q {
        0.0
    } else {
        rest
    })
}

/// The sign of σ_b² asked for less σ_b² needed, between -1 and 1.
fn gap<L: Look>(source: &Source, q: f64, constant: f64, look: &mut L) -> Result<f64, L::Stop> {
    let moments = look.moments(source, q)?;
    let v = moments.square / moments.slope_square + constant;
    if v.is_infinite() {
        return Ok(1.0);
    }
    Ok((v - q) / (v + q))
}

/// Nothing of interest lies beyond.
fn range(source: &Source, constant: f64) -> (f64, f64) {
    let scale = source.scale * source.scale;
    let low = if constant > 0.0 {
        (0.25 * constant).min(1e-3 * scale)
    } else {
        1e-4 * scale
    };
    let level = source.moments(100.0 * scale).square;
    // A corner rounded off over that scale is told from a sharp one up to here.
    let far = constant * (constant / scale).min(1e12);
    let high = 1e6 * (scale + constant + far) + level.min(1e100);
    (low.max(1e-290), high.clamp(1e-280, 1e290))
}

fn point<L: Look>(
    source: &Source,
    q: f64,
    bias_square: f64,
    look: &mut L,
) -> Result<Option<CriticalPoint>, L::Stop> {
    let sigma_w = gain(look.moments(source, q)?);
    // At 0 the slope is 1 and what matters is how it goes on.
    let near = if q == 0.0 {
        1e-3 * source.scale * source.scale
    } else {
        q
    };
    let slope = look.moments(source, near)?.growth * sigma_w * sigma_w;
    Ok((sigma_w <= LARGEST_SIGMA).then_some(CriticalPoint {
        q,
        sigma_w,
        sigma_b: bias_square.sqrt(),
        stable: slope <= 1.0,
    }))
}

/// Whether other variances are drawn to the fixed point q, or it is one of a line of them.
fn attracts<L: Look>(theory: &Propagation, q: f64, look: &mut L) -> Result<bool, L::Stop> {
    let points = theory.seek_points(look)?;
    let distance = |point: &&FixedPoint| (point.q - q).abs();
    let nearest = points
        .iter()
        .min_by(|a, b| distance(a).total_cmp(&distance(b)));
    Ok(nearest.is_some_and(|point| {
        (point.q - q).abs() <= 1e-6 * q
            && matches!(point.stability, Stability::Stable | Stability::Neutral)
    }))
}
