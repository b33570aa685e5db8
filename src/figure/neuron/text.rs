//! The words of `neuron`.

mod en;

use super::super::style::Styled;
use super::verdict::Verdict;
use crate::model::neuron::Neuron;
use crate::texts;

texts! {
    const WEIGH, TURNS, FOR_ONE, FOR_ALL, TANGENT, OUTPUT, ABOVE, BELOW, BIAS, BIAS_TO_SUM, SUM,
        SUM_Z, ACTIVATION, SUM_TO_ACTIVATION, ACTIVATION_TO_OUTPUT, THE_SLOPE,
        FORMULA_OF_SLOPE;
    /// What the activation does with z, and what a little more of the first weight would do.
    fn summary(verdict: &Verdict, neuron: &Neuron, style: &Styled) -> String;
    /// What the sum is, and where it would be but for rounding.
    fn the_sum(near: Option<f64>) -> String;
    /// The same over its formula.
    fn formula_of_sum(near: Option<f64>) -> String;
    /// The connection of an input.
    fn to_the_sum(input: &str) -> String;
    /// The output over the plane, where the other inputs are held: `x₃ = 1`.
    fn held(others: &[String]) -> String;
    /// Why there is no line z = 0: both weights are 0.
    fn constant(z: &str) -> [String; 2];
    /// What the second formula is of.
    fn formula_of_output(name: &str) -> String;
    /// What a derivative is of.
    fn formula_of_answer(letter: &str) -> String;
}
