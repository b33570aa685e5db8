//! `activation-lab theory`.

mod words;

use activation_lab::model::activation::Activation;
use activation_lab::model::number;
use activation_lab::model::propagation::{
    Correlated, Destination, FixedPoint, NoMap, Phase, Propagation, Stability, depth_scale,
};
use activation_lab::state::text as said;
use clap::Args;
use serde_json::{Value, json};
use std::error::Error;

/// Where the fixed points of a layer are, and which one a start is drawn to.
///
/// q_star is the fixed point that the start is drawn to, chi_1 = σ_w²·E[f′(z)²] there (the factor by which the mean square of the gradient changes from layer to layer), and xi_1 = -1/ln chi_1 the depth scale in layers: negative where gradients grow, infinite where chi_1 = 1. c_star is the correlation that two inputs are drawn to at q_star, chi_c = σ_w²·E[f′(u₁)·f′(u₂)] there (the factor by which a small difference from c_star changes), and xi_c = -1/ln chi_c its depth scale.
#[derive(Args)]
pub struct Arguments {
    /// An activation, such as tanh or 'leaky_relu(alpha=0.1)'
    activation: String,
    /// σ_w: weights have the standard deviation σ_w/√fan_in
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    sigma_w: String,
    /// σ_b: the standard deviation of the biases
    #[arg(
        long,
        value_name = "NUMBER",
        default_value = "0",
        allow_negative_numbers = true
    )]
    sigma_b: String,
    /// The variance of the first layer's pre-activations
    #[arg(
        long,
        value_name = "NUMBER",
        default_value = "1",
        allow_negative_numbers = true
    )]
    start: String,
    /// The correlation of two inputs' pre-activations in the first layer, from -1 to 1
    #[arg(
        long,
        value_name = "NUMBER",
        default_value = "0.5",
        allow_negative_numbers = true
    )]
    correlation: String,
    /// Prints JSON, with null for what is infinite or does not exist
    #[arg(long)]
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
        let range = "a correlation must lie between -1 and 1";
        return Err(format!("--correlation: c0 = {correlation} is out of range: {range}").into());
    }
    let propagation = Propagation::new(activation, sigma_w, sigma_b)?;
    let theory = Theory::new(&propagation, (sigma_w, sigma_b), start, correlation)?;
    let text = if arguments.json {
        serde_json::to_string_pretty(&theory.json())? + "\n"
    } else {
        theory.text()
    };
    super::to_stdout(&text)
}

/// What the numbers of the JSON mean.
const ABOUT: &str = "q_star: the fixed point that q0 is drawn to; chi_1: sigma_w^2 E[f'(z)^2] there, or its limit where q diverges; xi_1 = -1/ln(chi_1): the depth scale in layers; c_star: the correlation of two inputs that c0 leads to at q_star; chi_c: the slope of the correlation map there, sigma_w^2 E[f'(u1) f'(u2)], jumps of f included, or where q_star is 0 or q diverges its limit for what is left of the signal; xi_c = -1/ln(chi_c): its depth scale; gradients: what chi_1 makes of them; phase: null where f jumps, as chi_1 does not tell it there; notes: what else must be known; null: infinite, or does not exist";

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
    ) -> Result<Theory, Box<dyn Error>> {
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
                "stability": words::stability(point.stability),
            })
        });
        let (c_star, chi_c) = self.correlation();
        let phase = Phase::of(self.chi);
        json!({
            "about": ABOUT,
            "activation": self.activation.to_string(),
            "sigma_w": self.sigma_w,
            "sigma_b": self.sigma_b,
            "q0": self.start,
            "q_star": self.q_star(),
            "diverges": self.q_star().is_none(),
            "chi_1": finite(self.chi),
            "xi_1": finite(depth_scale(self.chi)),
            "phase": (!self.jumps()).then_some(phase.id()),
            "gradients": words::gradients(phase),
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
