//! What mean-field theory expects of a plan, for very wide layers: from its own start and for its own depth.
//!
//! With p = E\[a²\] and m = E\[a\] over the units of a layer, and x the layer's input (p₀ = 1, m₀ = 0):
//! - the sums have the variance s = σ_w²·p_(l-1) + σ_b²; f sees q = s, or with layer norm q = s/(s + ε), which is 1;
//! - p_l = E\[f²\] + ρ·(p_(l-1) + 2·m_(l-1)·E\[f\]) and m_l = E\[f\] + ρ·m_(l-1), expectations over N(0, q), with ρ = 1 in a residual network and 0 otherwise. The cross term is a product because z is a sum over all units and hardly depends on one.
//! - On the way back let G_l be the mean of ‖∂L/∂a_l‖² and D_l = E\[f′²\], or with layer norm E\[f′²\]/(s + ε). Then the mean of ‖∂L/∂z_l‖² is G_l·D_l, and G_(l-1) = G_l·(ρ + σ_w²·D_l).
//!
//! For a plain network that is the theory of Poole et al. (2016) and Schoenholz et al. (2017), the factor being χ = σ_w²·E\[f′²\].
//! The residual form is that of Yang & Schoenholz ("Mean field residual networks: on the edge of chaos", 2017).
//! What the norm's own derivative takes away, one part in N, is left out.

mod theory;

pub use theory::{Theory, of_critical_gains};

use super::{EPSILON, Plan};
use crate::propagation::{Moments, Propagation};
use crate::work::Work;

/// Expectations over z ~ N(0, q).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expectations {
    /// E\[f\]; only asked for in residual networks.
    pub mean: f64,
    /// E\[f²\].
    pub square: f64,
    /// E\[f′²\].
    pub slope_square: f64,
}

/// What is expected of one layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// The variance of z, as f sees it.
    pub q: f64,
    /// By what layer norm divides the variance of the sums, ε included; 1 without it.
    pub divisor: f64,
    /// E\[f′²\].
    pub slope_square: f64,
    /// log₁₀ of the root of the mean of ‖∂L/∂z‖².
    pub log10_norm: f64,
}

/// The layers of a plan, from the first, with the expectations that `of` has for a variance.
///
/// # Errors
/// Those of `of`, at once.
pub fn layers<E>(
    plan: &Plan,
    of: &mut dyn FnMut(f64) -> Result<Expectations, E>,
) -> Result<Vec<Expected>, E> {
    let square = |x: f64| x * x;
    let (weight, bias) = (square(plan.gain), square(plan.bias_std));
    let carried = f64::from(plan.residual);
    let (mut p, mut m) = (1.0, 0.0);
    let mut layers = Vec::with_capacity(plan.depth);
    for _ in 0..plan.depth {
        let sum = weight * p + bias;
        let divisor = if plan.layer_norm { sum + EPSILON } else { 1.0 };
        let q = sum / divisor;
        let now = of(q)?;
        p = now.square + carried * (p + 2.0 * m * now.mean);
        m = now.mean + carried * m;
        layers.push(Expected {
            q,
            divisor,
            slope_square: now.slope_square,
            log10_norm: f64::NAN,
        });
    }
    let mut arriving = 0.0;
    for layer in layers.iter_mut().rev() {
        let passed = layer.slope_square / layer.divisor;
        layer.log10_norm = 0.5 * (arriving + libm::log10(passed));
        arriving += libm::log10(carried + weight * passed);
    }
    Ok(layers)
}

/// The same with the expectations themselves; none where the theory's numbers leave its range.
pub fn forecast(plan: &Plan) -> Vec<Expected> {
    let mut theory = Theory::new(*plan);
    theory.finish();
    theory.expected().unwrap_or_default().to_vec()
}

/// The expectations at a variance; the mean is 0 where the plan does not need it.
pub fn expectations(theory: &Propagation, plan: &Plan, q: f64) -> Expectations {
    Expectations::of(theory.moments(q), plan)
}

impl Expectations {
    /// What a plan needs of the moments.
    fn of(moments: Moments, plan: &Plan) -> Expectations {
        Expectations {
            mean: if plan.residual { moments.mean } else { 0.0 },
            square: moments.square,
            slope_square: moments.slope_square,
        }
    }
}

/// log₁₀ of what the last of endlessly many layers multiplies the norm by, ε left out; NaN for a residual network, whose factor never settles.
pub fn log10_final_factor(plan: &Plan) -> f64 {
    let mut theory = Theory::new(*plan);
    theory.finish();
    theory.log10_final_factor().unwrap_or(f64::NAN)
}

/// The gains with which, in endlessly many layers, the norm of the gradient is multiplied by 1; ascending, and none for a residual network, which only ever adds, or where the gain does not matter, as with layer norm and no biases.
pub fn critical_gains(plan: &Plan) -> Vec<f64> {
    let mut theory = Theory::new(*plan);
    theory.finish();
    theory.critical_gains().unwrap_or_default().to_vec()
}

/// The critical gain of a plain network whose activation is two rays from the origin: its slopes are the same at every scale, so the factor asks neither for q nor for a fixed point.
/// None for other activations.
pub fn critical_gain_at_any_scale(plan: &Plan) -> Option<f64> {
    let theory = Propagation::new(plan.activation, 1.0, 0.0).ok()?;
    let [near, far] = [1e-3, 1e3].map(|q| theory.moments(q));
    let same = near.slope_square == far.slope_square && near.slope_square == near.growth;
    let gain = 1.0 / near.slope_square.sqrt();
    (same && gain.is_finite()).then_some(gain)
}
