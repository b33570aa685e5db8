//! What stands in the pictures of `freeze` and beside them; layers are counted from 1, and a network is called by its letter.

mod en;

use super::state::Pace;
use crate::model::activation::Kind;
use crate::model::experiment::LayerState;
use crate::texts;

/// What of a network acts beside its activation, or tells it from the other.
pub enum Trait {
    /// Residual connections.
    Residual,
    /// Layer normalisation.
    LayerNorm,
    /// Steps of equal length.
    EqualSteps,
    /// The start of its weights, by its label.
    Start(String),
    /// Its gain.
    Gain(f64),
    /// The standard deviation of its biases.
    Biases(f64),
}

texts! {
    const
        USUAL, NOTHING_MOVED, METER, PER_STEP, STEP,
        SHALLOW, OUTPUT_LAYER, BRANCHES_OFF, LEANING, TRAINING_POINTS, HOW_OFTEN, NO_NUMBERS,
        TRAIN, TEST, STOPPED, NONE_YET, NO_NUMBER;
    /// `ReLU, residual, layer norm`.
    fn described(activation: Kind, traits: &[Trait]) -> String;
    /// A network in the legend: what it is, and how many of its first layers are held.
    fn network(letter: &str, described: &str, held: usize) -> String;
    /// The same inside a sentence.
    fn said(letter: &str, described: &str) -> String;
    /// How a layer moves.
    fn pace(pace: Pace) -> String;
    /// How far a step moves a layer, and what that is called.
    fn step(share: &str, pace: Pace) -> String;
    /// A step does not move a layer at all.
    fn no_step(zero: &str) -> String;
    /// One layer.
    fn layer(number: usize) -> String;
    /// `layer 1`, `layers 1 and 2`, `layers 1 to 4`.
    fn layers_from(first: usize, last: usize) -> String;
    /// `one hidden layer`, `2 hidden layers`.
    fn hidden(layers: usize) -> String;
    /// Of which steps, where there are not yet as many as usual: ` in its first 3 steps`.
    fn first_steps(of: usize) -> String;
    /// The layers that a step has not moved at all.
    fn still(letter: &str) -> String;
    /// A network's loss on the training points.
    fn on_training(name: &str) -> String;
    /// The same on the test points.
    fn on_test(name: &str) -> String;
    /// What is written on the curve of the former.
    fn training_of(letter: &str) -> String;
    /// The shallow network, A with so many hidden layers.
    fn shallow(layers: usize) -> String;
    /// Its loss on the training points.
    fn training_of_shallow(layers: usize) -> String;
    /// The title of a network's gradients.
    fn gradients(letter: &str) -> String;
    /// What their axis measures.
    fn median_gradient(window: usize) -> String;
    /// Where a network has stopped.
    fn has_stopped(letter: &str) -> String;
    /// One class of points.
    fn class(number: usize) -> String;
    /// The title of what a network says of the plane.
    fn boundary(letter: &str) -> String;
    /// The same of a line.
    fn curve(letter: &str) -> String;
    /// The title of what a layer is given.
    fn given(letter: &str, layer: usize) -> String;
    /// The title of both directions.
    fn signal(letter: &str) -> String;
    /// The card of a layer that moves.
    fn card_of_layer(letter: &str, layer: usize) -> String;
    /// At this step.
    fn at_step(step: u64) -> String;
    /// The card of a loss.
    fn card_of_loss(letter: &str) -> String;
    /// The loss on the test points, beside the other.
    fn test_loss(loss: &str) -> String;
    /// How a layer moves at a step and has moved by then; `of` steps are its own.
    fn moves(layer: &LayerState, step: u64, of: usize) -> String;
    /// What a formula of a layer is of: its step, the median of so many.
    fn formula_of_layer(letter: &str, layer: usize, step: u64, of: usize) -> String;
    /// The columns of the words with their meanings.
    fn columns() -> [String; 3];
    /// What the figure's words mean by numbers.
    fn words() -> Vec<[String; 3]>;
    /// What a button says that leaves so many layers as they are.
    fn equal_steps_held(half: usize) -> String;
    /// The same with ReLU.
    fn relu_held(half: usize) -> String;
    /// What the button says that branches B off.
    fn branch_at(step: u64) -> String;
}
