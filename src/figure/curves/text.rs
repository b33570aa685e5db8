//! The words of `curves`; `neuron` has some of its sentences about a slope too.

mod en;

use super::super::style::Styled;
use super::sample::Order;
use super::verdict::{Convention, Verdict};
use crate::model::activation::Activation;
use crate::texts;

texts! {
    /// What a curve does at x.
    fn sentence(verdict: &Verdict, curve: &Styled, x: f64) -> String;
    /// The number below which a slope counts as flat.
    fn flat(activation: &Activation) -> String;
    /// Who else takes the slope that is taken at a corner, after its number.
    fn convention(convention: Convention) -> String;
    /// How much of N(0, σ²) lands where nearly nothing, or nothing, comes back.
    fn landing(sigma: f64, flat: &str, dead: &str) -> String;
    /// Which curves are not drawn as curves; one at least.
    fn waves(names: &[&str]) -> String;
    /// What stands beside a value that is a convention.
    fn sides(left: &str, right: &str) -> String;
    /// The title of a plot.
    fn title(order: Order) -> String;
    /// The line that touches a curve.
    fn tangent(name: &str) -> String;
    /// The inside of the band of a fast wave.
    fn band(name: &str) -> String;
    /// The density of the inputs.
    fn inputs(sigma: &str) -> String;
    /// What the second formula of a curve is of.
    fn formula_of_slope(name: &str) -> String;
    /// The columns of the properties: the activation, and then its [facts](super::super::text::FACTS).
    fn properties() -> [String; 11];
    /// What the button says: whether only one curve is drawn.
    fn join(alone: bool) -> String;
}
