//! `activation-lab theory`.

use activation_lab::model::activation::Activation;
use activation_lab::model::number;
use activation_lab::model::propagation::{
    Destination, FixedPoint, Phase, Propagation, Stability, depth_scale,
};
use clap::Args;
use serde_json::{Value, json};
use std::error::Error;

/// Where the fixed points of a layer are, and which one a start is drawn to.
///
/// q_star is the fixed point that the start is drawn to, chi_1 = σ_w²·E[f′(z)²] there (the factor by which the mean square of the gradient changes from layer to layer), and xi_1 = -1/ln chi_1 the depth scale in layers: negative where gradients grow, infinite where chi_1 = 1.
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
    /// Prints JSON, with null for what is infinite or does not exist
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let activation: Activation = arguments.activation.parse()?;
    // What must be finite, and why, is for the theory to say.
    let number = |name: &str, text: &str| {
        number::read_extended(text).map_err(|error| format!("--{name}: {error}"))
    };
    let sigma_w = number("sigma-w", &arguments.sigma_w)?;
    let sigma_b = number("sigma-b", &arguments.sigma_b)?;
    let start = number("start", &arguments.start)?;
    let theory = Theory::new(Propagation::new(activation, sigma_w, sigma_b)?, start)?;
    let text = if arguments.json {
        let scales =
            json!({ "activation": activation.to_string(), "sigma_w": sigma_w, "sigma_b": sigma_b });
        serde_json::to_string_pretty(&theory.json(scales))? + "\n"
    } else {
        theory.text(&activation.to_string(), sigma_w, sigma_b)
    };
    super::to_stdout(&text)
}

/// What the numbers of the JSON mean.
const ABOUT: &str = "q_star: the fixed point that q0 is drawn to; chi_1: sigma_w^2 E[f'(z)^2] there, or its limit where q diverges; xi_1 = -1/ln(chi_1): the depth scale in layers; null: infinite, or does not exist";

/// What is printed.
struct Theory {
    start: f64,
    points: Vec<FixedPoint>,
    destination: Destination,
    chi: f64,
}

impl Theory {
    fn new(propagation: Propagation, start: f64) -> Result<Theory, Box<dyn Error>> {
        let mut points = propagation.fixed_points();
        let destination = propagation.from_start(start)?;
        if let Destination::Fixed(point) = destination {
            // One of a line of fixed points, of which the list names only the first.
            if points.iter().all(|known| known.q < point.q) && point.stability == Stability::Neutral
            {
                points.push(point);
            }
        }
        Ok(Theory {
            start,
            points,
            destination,
            chi: propagation.final_chi(start)?,
        })
    }

    fn q_star(&self) -> Option<f64> {
        match self.destination {
            Destination::Fixed(point) => Some(point.q),
            Destination::Diverges => None,
        }
    }

    fn json(&self, mut object: Value) -> Value {
        let points = self.points.iter().map(|point| {
            json!({
                "q": point.q,
                "chi": finite(point.chi),
                "slope": finite(point.slope),
                "stable": point.stability == Stability::Stable,
                "stability": word(point.stability),
            })
        });
        object["about"] = json!(ABOUT);
        object["q0"] = json!(self.start);
        object["q_star"] = json!(self.q_star());
        object["diverges"] = json!(self.q_star().is_none());
        object["chi_1"] = finite(self.chi);
        object["xi_1"] = finite(depth_scale(self.chi));
        object["phase"] = json!(Phase::of(self.chi).id());
        object["fixed_points"] = points.collect();
        object
    }

    fn text(&self, activation: &str, sigma_w: f64, sigma_b: f64) -> String {
        let mut lines = vec![format!(
            "{activation}, sigma_w = {sigma_w}, sigma_b = {sigma_b}"
        )];
        lines.push(match self.q_star() {
            Some(q) => format!("from q0 = {}: drawn to q* = {q}", self.start),
            None => format!("from q0 = {}: q grows beyond all bounds", self.start),
        });
        let scale = depth_scale(self.chi);
        lines.push(format!("chi_1 = {}", self.chi));
        lines.push(format!("xi_1 = {scale} layers"));
        let gradients = match Phase::of(self.chi) {
            Phase::Ordered => "gradients vanish",
            Phase::Chaotic => "gradients explode",
            Phase::Critical => "gradients keep their size",
        };
        let phase = Phase::of(self.chi).id();
        lines.push(format!("phase: {phase} ({gradients})"));
        if self.points.is_empty() {
            lines.push("fixed points: none".to_owned());
        } else {
            lines.push("fixed points:".to_owned());
        }
        lines.extend(self.points.iter().map(|point| {
            let FixedPoint { q, chi, slope, .. } = point;
            let word = word(point.stability);
            format!("  q = {q}: {word}, chi = {chi}, slope = {slope}")
        }));
        lines.join("\n") + "\n"
    }
}

fn word(stability: Stability) -> &'static str {
    match stability {
        Stability::Stable => "stable",
        Stability::Unstable => "unstable",
        Stability::OneSided => "stable from one side",
        Stability::Neutral => "neutral: every q is a fixed point",
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
