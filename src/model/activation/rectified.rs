//! Rectifiers and shrinkers: piecewise functions, most of them with a kink at 0.
//!
//! In every submodule `value` is f, `slope` is f' and `curvature` is f'', for finite x.
//! The convention for f' at a kink is PyTorch's; f'' at a kink is 0, and so it is where only f'' jumps.

/// max(0, x), and +0 for every x ≤ 0; f'(0) = 0.
pub(super) mod relu {
    pub(crate) fn value(x: f64) -> f64 {
        // Not f64::max: which zero it returns for -0 may differ between targets.
        if x > 0.0 { x } else { 0.0 }
    }

    pub(crate) fn slope(x: f64) -> f64 {
        if x > 0.0 { 1.0 } else { 0.0 }
    }
}

/// x if x > 0, else α·x; f'(0) = α.
pub(super) mod leaky_relu {
    pub(crate) fn value(x: f64, alpha: f64) -> f64 {
        if x > 0.0 { x } else { alpha * x }
    }

    pub(crate) fn slope(x: f64, alpha: f64) -> f64 {
        if x > 0.0 { 1.0 } else { alpha }
    }
}

/// min(max(0, x), 6); f' is 0 at both kinks.
pub(super) mod relu6 {
    pub(crate) fn value(x: f64) -> f64 {
        x.clamp(0.0, 6.0)
    }

    pub(crate) fn slope(x: f64) -> f64 {
        if x > 0.0 && x < 6.0 { 1.0 } else { 0.0 }
    }
}

/// max(0, x)².
pub(super) mod squared_relu {
    pub(crate) fn value(x: f64) -> f64 {
        if x > 0.0 { x * x } else { 0.0 }
    }

    pub(crate) fn slope(x: f64) -> f64 {
        if x > 0.0 { 2.0 * x } else { 0.0 }
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        if x > 0.0 { 2.0 } else { 0.0 }
    }
}

/// scale·(x if x > 0, else α(eˣ - 1)); f'(0) is the left one, scale·α. ELU is scale = 1, SELU scale = λ.
pub(super) mod elu {
    use super::super::tail::times_exp;

    pub(crate) fn value(x: f64, alpha: f64, scale: f64) -> f64 {
        if x > 0.0 {
            scale * x
        } else {
            scale * alpha * libm::expm1(x)
        }
    }

    pub(crate) fn slope(x: f64, alpha: f64, scale: f64) -> f64 {
        if x > 0.0 {
            scale
        } else {
            times_exp(scale * alpha, x)
        }
    }

    pub(crate) fn curvature(x: f64, alpha: f64, scale: f64) -> f64 {
        if x < 0.0 {
            times_exp(scale * alpha, x)
        } else {
            0.0
        }
    }
}

/// x if x > 0, else α(e^(x/α) - 1): ELU stretched so that f' is continuous.
pub(super) mod celu {
    use super::super::double_double::DoubleDouble;
    use super::super::tail::times_exp_of;

    /// Below this |x/α| the exponential is 1 + x/α in `f64`, and x/α may underflow.
    const NEAR: f64 = 1e-17;

    pub(crate) fn value(x: f64, alpha: f64) -> f64 {
        if x > -NEAR * alpha {
            x
        } else {
            alpha * libm::expm1(x / alpha)
        }
    }

    pub(crate) fn slope(x: f64, alpha: f64) -> f64 {
        if x >= 0.0 {
            1.0
        } else {
            times_exp_of(1.0, DoubleDouble::quotient(x, alpha))
        }
    }

    pub(crate) fn curvature(x: f64, alpha: f64) -> f64 {
        if x >= 0.0 {
            0.0
        } else {
            times_exp_of(1.0 / alpha, DoubleDouble::quotient(x, alpha))
        }
    }
}

/// x·relu6(x + 3)/6; f' is 0 at -3 and 1 at 3.
pub(super) mod hard_silu {
    use super::super::tail::above_half;

    pub(crate) fn value(x: f64) -> f64 {
        if x <= -3.0 {
            -0.0
        } else if x >= 3.0 {
            x
        } else {
            above_half(x, x * (x + 3.0) / 6.0)
        }
    }

    pub(crate) fn slope(x: f64) -> f64 {
        if x <= -3.0 {
            0.0
        } else if x >= 3.0 {
            1.0
        } else {
            (2.0 * x + 3.0) / 6.0
        }
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        if x.abs() < 3.0 { 1.0 / 3.0 } else { 0.0 }
    }
}

/// x moved towards 0 by λ, and 0 where |x| ≤ λ; f' is 0 at the kinks.
pub(super) mod soft_shrink {
    pub(crate) fn value(x: f64, lambda: f64) -> f64 {
        if x > lambda {
            x - lambda
        } else if x < -lambda {
            x + lambda
        } else {
            0.0
        }
    }

    pub(crate) fn slope(x: f64, lambda: f64) -> f64 {
        if x.abs() > lambda { 1.0 } else { 0.0 }
    }
}

/// x, but 0 where |x| ≤ λ; f' is 0 at the jumps.
pub(super) mod hard_shrink {
    pub(crate) fn value(x: f64, lambda: f64) -> f64 {
        if x.abs() > lambda { x } else { 0.0 }
    }
}

/// x if x > θ, else 0; f' is 0 at θ.
pub(super) mod threshold_relu {
    pub(crate) fn value(x: f64, theta: f64) -> f64 {
        if x > theta { x } else { 0.0 }
    }

    pub(crate) fn slope(x: f64, theta: f64) -> f64 {
        if x > theta { 1.0 } else { 0.0 }
    }
}
