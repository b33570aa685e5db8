//! Formulas of f and f', with the parameters' values in place.
//!
//! Each is written once, in the notation that [`Math::read`] makes a tree of.

use super::squashing::hard_sigmoid;
use super::{Activation, Kind};
use crate::math::Math;

impl Activation {
    /// The right-hand side of f(x) = …, such as `x if x > 0; 0.01x otherwise`.
    pub fn formula(&self) -> Math {
        Math::read(&self.formulas().0)
    }

    /// The right-hand side of f'(x) = …, the convention at kinks included.
    pub fn derivative_formula(&self) -> Math {
        Math::read(&self.formulas().1)
    }

    /// f and f'. Cases are separated by semicolons; `where` introduces an abbreviation.
    fn formulas(&self) -> (String, String) {
        let [p, q] = self.values;
        let pair = |f: &str, slope: &str| (f.to_owned(), slope.to_owned());
        match self.kind {
            Kind::Identity => pair("x", "1"),
            Kind::Step => pair("1 if x ≥ 0; 0 otherwise", "0"),
            Kind::Sigmoid => pair("1/(1 + e^(-x))", "σ(x)·σ(-x)"),
            Kind::Tanh => pair("tanh(x)", "sech(x)²"),
            Kind::HardSigmoid => ramp(p),
            Kind::HardTanh => pair("min(max(-1, x), 1)", "1 if |x| < 1; 0 otherwise"),
            Kind::Softsign => pair("x/(1 + |x|)", "1/(1 + |x|)²"),
            Kind::Arctan => pair("atan(x)", "1/(1 + x²)"),
            Kind::Relu => pair("max(0, x)", "1 if x > 0; 0 otherwise"),
            Kind::Relu6 => pair("min(max(0, x), 6)", "1 if 0 < x < 6; 0 otherwise"),
            Kind::LeakyRelu | Kind::Prelu => (
                format!("x if x > 0; {} otherwise", times(p, "x")),
                format!("1 if x > 0; {} otherwise", short(p)),
            ),
            Kind::Elu => exponential_unit(p, 1.0),
            Kind::Selu => exponential_unit(p, q),
            Kind::Celu => {
                let power = over("x", p);
                (
                    format!(
                        "x if x > 0; {} otherwise",
                        unwrapped(times(p, &format!("(e^{power} - 1)")))
                    ),
                    format!("1 if x ≥ 0; e^{power} otherwise"),
                )
            }
            Kind::Softplus => pair("ln(1 + e^x)", "σ(x)"),
            Kind::Squareplus => {
                let root = format!("√(x² + {})", short(p));
                (format!("(x + {root})/2"), format!("(1 + x/{root})/2"))
            }
            Kind::Silu => gated(p),
            Kind::QuickGelu => gated(1.702),
            Kind::HardSilu => pair(
                "x·min(max(0, x + 3), 6)/6",
                "(2x + 3)/6 if |x| < 3; 1 if x ≥ 3; 0 otherwise",
            ),
            Kind::Gelu => pair("x·Φ(x)", "Φ(x) + x·φ(x)"),
            Kind::GeluTanh => pair(
                "x/2·(1 + tanh(√(2/π)·(x + 0.044715x³)))",
                "(1 + tanh(u))/2 + x/2·sech(u)²·√(2/π)·(1 + 0.134145x²); where u = √(2/π)·(x + 0.044715x³)",
            ),
            Kind::Mish => pair(
                "x·tanh(ln(1 + e^x))",
                "tanh(s) + x·sech(s)²·σ(x); where s = ln(1 + e^x)",
            ),
            Kind::LogSigmoid => pair("-ln(1 + e^(-x))", "σ(-x)"),
            Kind::TanhShrink => pair("x - tanh(x)", "tanh(x)²"),
            Kind::SoftShrink => {
                let l = short(p);
                (
                    format!("x - {l} if x > {l}; x + {l} if x < -{l}; 0 otherwise"),
                    format!("1 if |x| > {l}; 0 otherwise"),
                )
            }
            Kind::HardShrink => beyond("|x|", p),
            Kind::ThresholdRelu => beyond("x", p),
            Kind::SquaredRelu => pair("max(0, x)²", "2·max(0, x)"),
            Kind::Sine => {
                let angle = times(p, "x");
                let slope = times(p, &format!("cos({angle})"));
                (format!("sin({angle})"), slope)
            }
            Kind::Snake => (
                format!(
                    "x + {}",
                    unwrapped(over(&format!("sin({})²", times(p, "x")), p))
                ),
                format!("1 + sin({})", times(2.0 * p, "x")),
            ),
            Kind::Gaussian => pair("e^(-x²)", "-2x·e^(-x²)"),
            Kind::Exponential => pair("e^x", "e^x"),
        }
    }
}

fn ramp(slope: f64) -> (String, String) {
    let (line, steepness) = if slope == hard_sigmoid::SIXTH {
        ("x/6".to_owned(), "1/6".to_owned())
    } else {
        (times(slope, "x"), short(slope))
    };
    let edge = short(hard_sigmoid::edge(slope));
    (
        format!("min(max(0, {line} + 1/2), 1)"),
        format!("{steepness} if |x| < {edge}; 0 otherwise"),
    )
}

fn exponential_unit(alpha: f64, scale: f64) -> (String, String) {
    let scaled = |what: String| match short(scale) {
        _ if scale == 1.0 || what == "0" => what,
        scale => format!("{scale}·{what}"),
    };
    let right = times(scale, "x");
    let left = unwrapped(scaled(times(alpha, "(e^x - 1)")));
    let left_slope = scaled(times(alpha, "e^x"));
    (
        format!("{right} if x > 0; {left} otherwise"),
        format!("{} if x > 0; {left_slope} otherwise", short(scale)),
    )
}

fn gated(beta: f64) -> (String, String) {
    let t = times(beta, "x");
    (format!("x·σ({t})"), format!("σ({t})·(1 + {t}·σ(-{t}))"))
}

fn beyond(what: &str, bound: f64) -> (String, String) {
    let condition = format!("{what} > {}", short(bound));
    (
        format!("x if {condition}; 0 otherwise"),
        format!("1 if {condition}; 0 otherwise"),
    )
}

/// `factor` beside `what`, with 0 and 1 left unsaid.
fn times(factor: f64, what: &str) -> String {
    if factor == 0.0 {
        "0".to_owned()
    } else if factor == 1.0 {
        what.to_owned()
    } else {
        format!("{}{what}", short(factor))
    }
}

/// Without the parentheses around the whole, which a sum that stands alone does not need.
fn unwrapped(text: String) -> String {
    let inside = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    inside.map_or(text.clone(), str::to_owned)
}

/// `what` over `divisor`, as an exponent.
fn over(what: &str, divisor: f64) -> String {
    if divisor == 1.0 {
        what.to_owned()
    } else {
        format!("({what}/{})", short(divisor))
    }
}

/// A number as a formula shows it: in full if that is short, else to five digits.
pub fn short(value: f64) -> String {
    let full = crate::number::spelled(value);
    if full.len() <= 8 {
        return full;
    }
    let magnitude = value.abs();
    if (1e-4..1e5).contains(&magnitude) {
        let decimals = 4 - libm::floor(libm::log10(magnitude)) as i32;
        let fixed = format!("{value:.*}", decimals.max(0) as usize);
        if !fixed.contains('.') {
            return fixed;
        }
        fixed.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        format!("{value:.4e}")
    }
}
