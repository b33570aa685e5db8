//! `activation-lab theory`: where the fixed points of a layer are, and which one a start is drawn to.
//!
//! q_star is the fixed point that the start is drawn to, chi_1 = σ_w²·E[f′(z)²] there (the factor by which the mean square of the gradient changes from layer to layer), and xi_1 = -1/ln chi_1 the depth scale in layers: negative where gradients grow, infinite where chi_1 = 1. c_star is the correlation that two inputs are drawn to at q_star, chi_c = σ_w²·E[f′(u₁)·f′(u₂)] there (the factor by which a small difference from c_star changes), and xi_c = -1/ln chi_c its depth scale.

mod told;
mod words;

use super::help;
use activation_lab::model::activation::Activation;
use activation_lab::model::number;
use activation_lab::model::propagation::{
    Correlated, Destination, FixedPoint, NoMap, Phase, Propagation, PropagationError, Stability,
    depth_scale,
};
use activation_lab::state::text as said;
use clap::Args;
use serde_json::{Value, json};
use std::error::Error;

#[derive(Args)]
pub struct Arguments {
    #[arg(help = help::ACTIVATION.read())]
    activation: String,
    #[arg(help = help::THEORY_SIGMA_W.read(), long, value_name = "NUMBER", allow_negative_numbers = true)]
    sigma_w: String,
    #[arg(
        help = help::THEORY_SIGMA_B.read(),
        long,
        value_name = "NUMBER",
        default_value = "0",
        allow_negative_numbers = true
    )]
    sigma_b: String,
    #[arg(
        help = help::THEORY_START.read(),
        long,
        value_name = "NUMBER",
        default_value = "1",
        allow_negative_numbers = true
    )]
    start: String,
    #[arg(
        help = help::THEORY_CORRELATION.read(),
        long,
        value_name = "NUMBER",
        default_value = "0.5",
        allow_negative_numbers = true
    )]
    correlation: String,
    #[arg(help = help::THEORY_JSON.read(), long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let activation = super::activation(&arguments.activation)?;
    // What must be finite, and why, is for the theory to say.
    let number = |name: &str, text: &str| {
        let number = number::read_extended(text);
        number.map_err(|error| format!("--{name}: {}", said::no_number(&error)))
    };
    let sigma_w = number("sigma-w", &arguments.sigma_w)?;
    let sigma_b = number("sigma-b", &arguments.sigma_b)?;
    let start = number("start", &arguments.start)?;
    let correlation = number("correlation", &arguments.correlation)?;
    if !(-1.0..=1.0).contains(&correlation) {
        let why = words::no_correlation(&told::said(correlation));
        return Err(format!("--correlation: {why}").into());
    }
    let refused = |error| words::refused(&error);
    let propagation = Propagation::new(activation, sigma_w, sigma_b).map_err(refused)?;
    let theory =
        Theory::new(&propagation, (sigma_w, sigma_b), start, correlation).map_err(refused)?;
    let text = if arguments.json {
        serde_json::to_string_pretty(&theory.json())? + "\n"
    } else {
        theory.text()
    };
    super::to_stdout(&text)
}

/// What is printed.
struct Theory {
    activation: Activation,
    sigma_w: f64,
    sigma_b: f64,
    start: f64,
    points: Vec<FixedPoint>,
    destination: Destination,
    chi: f64,
    /// c0.
    correlation: f64,
    correlated: Result<Correlated, NoMap>,
}

impl Theory {
    fn new(
        propagation: &Propagation,
        (sigma_w, sigma_b): (f64, f64),
        start: f64,
        correlation: f64,
    ) -> Result<Theory, PropagationError> {
        let mut points = propagation.fixed_points();
        let destination = propagation.from_start(start)?;
        if let Destination::Fixed(point) = destination {
            // One of a line of fixed points, of which the list names only the first.
            if points.iter().all(|known| known.q < point.q) && point.stability == Stability::Neutral
            {
                points.push(point);
            }
        }
        let map = propagation.correlation_map(destination);
        Ok(Theory {
            activation: propagation.activation(),
            sigma_w,
            sigma_b,
            start,
            points,
            destination,
            chi: propagation.final_chi(start)?,
            correlation,
            correlated: map.map(|map| map.from_start(correlation)),
        })
    }

    fn q_star(&self) -> Option<f64> {
        match self.destination {
            Destination::Fixed(point) => Some(point.q),
            Destination::Diverges => None,
        }
    }

    /// c* and χ_c, as far as they exist.
    fn correlation(&self) -> (Option<f64>, Option<f64>) {
        match self.correlated {
            Ok(Correlated::Fixed { distance, slope }) => (Some(1.0 - distance), Some(slope)),
            Ok(Correlated::Every) => (self.is_linear().then_some(self.correlation), Some(1.0)),
            Err(_) => (None, None),
        }
    }

    /// Whether the layer is linear at every q, not only in the limit: then a correlation stays as it is from the first layer on.
    fn is_linear(&self) -> bool {
        let f = &self.activation;
        let slope = f.value(1.0);
        let straight = [-1.0, 0.5, 1.0].iter().all(|x| f.derivative(*x) == slope);
        straight && f.kinks().is_empty() && self.sigma_b == 0.0
    }

    /// Whether a jump of f lets differences of inputs through, of which f′ knows nothing. Where q goes to 0 or grows without end, jumps no longer count.
    fn jumps(&self) -> bool {
        let within = self.q_star().is_some_and(|q| q > 0.0);
        !self.activation.jumps().is_empty() && self.sigma_w > 0.0 && within
    }

    fn is_on_a_line(&self) -> bool {
        let neutral = |point: &FixedPoint| point.stability == Stability::Neutral;
        self.points.iter().any(neutral)
    }

    fn json(&self) -> Value {
        let points = self.points.iter().map(|point| {
            json!({
                "q": point.q,
                "chi": finite(point.chi),
                "slope": finite(point.slope),
                "stable": point.stability == Stability::Stable,
                "stability": told::stability(point.stability),
            })
        });
        let (c_star, chi_c) = self.correlation();
        let phase = Phase::of(self.chi);
        json!({
            "about": words::ABOUT,
            "activation": self.activation.to_string(),
            "sigma_w": self.sigma_w,
            "sigma_b": self.sigma_b,
            "q0": self.start,
            "q_star": self.q_star(),
            "diverges": self.q_star().is_none(),
            "chi_1": finite(self.chi),
            "xi_1": finite(depth_scale(self.chi)),
            "phase": (!self.jumps()).then_some(phase.id()),
            "gradients": told::gradients(phase),
            "c0": self.correlation,
            "c_star": c_star,
            "chi_c": chi_c.map(finite),
            "xi_c": chi_c.map(|chi| finite(depth_scale(chi))),
            "notes": self.remarks(),
            "fixed_points": points.collect::<Vec<_>>(),
        })
    }
}

/// JSON has no infinity.
fn finite(value: f64) -> Value {
    if value.is_finite() {
        json!(value)
    } else {
        Value::Null
    }
}
