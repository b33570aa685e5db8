//! The tables of `collapse` in English.

pub const TITLE: &str = "Can one layer do what many do?";
pub const BEND_HELP: &str =
    "Changes the activation between identity, which does nothing, and tanh.";
pub const ANOTHER: &str = "Another network";
pub const ANOTHER_HELP: &str = "Draws all weights and biases anew, with the next seed.";
pub const SCENE_PLANE: &str = "What the layers make of a grid";
pub const SCENE_LINE: &str = "What the layers make of a line";
pub const LEAD: &str = "Stack up layers, and look at the grid. Then choose an activation, and turn t: is it still straight?";
pub const SEED: &str = "Another seed draws other weights; the same one always draws the same.";

pub const ACTIVATION: [&str; 2] = [
    "Activation",
    "What stands between two layers; the identity is nothing at all.",
];
pub const T: [&str; 2] = [
    "Bend t",
    "How much of the activation is mixed in: at 0 the layers stand bare, at 1 it acts in full.",
];
pub const DEPTH: [&str; 2] = ["Depth", "How many layers stand one after another."];
pub const AFTER: [&str; 2] = [
    "Plane after layer",
    "Shows the plane after that many layers; 0 is the plane before the first.",
];
pub const X: [&str; 2] = [
    "x",
    "Where the two outputs are compared; drag it in the picture.",
];

pub const LINE_W_MEANING: &str = "w of the single layer on the line";
pub const LINE_B_MEANING: &str = "b of the single layer on the line";
pub const LINE_DIFFERENCE_MEANING: &str =
    "the largest difference between the deep network and the single layer on the line";
pub const LINE_MISS_MEANING: &str =
    "root of the mean squared difference on the line, as a share of the outputs’ spread";
pub const PLANE_DIFFERENCE_MEANING: &str =
    "the largest difference between the deep network and the single layer in the plane";
pub const PLANE_MISS_MEANING: &str =
    "root of the mean squared difference in the plane, as a share of the outputs’ spread";

pub const HEAD_PART: &str = "what";
pub const HEAD_T: &str = "bend t";
pub const HEAD_X1: &str = "input x₁";
pub const HEAD_X2: &str = "input x₂";
pub const HEAD_Y1: &str = "output y₁";
pub const HEAD_Y2: &str = "output y₂";
pub const HEAD_SINGLE1: &str = "output y₁ of the single layer";
pub const HEAD_SINGLE2: &str = "output y₂ of the single layer";
pub const HEAD_W1: &str = "weight w₁";
pub const HEAD_W2: &str = "weight w₂";
pub const HEAD_B: &str = "bias b";
pub const ROW_LINE_SINGLE: &str = "the single layer on the line";
pub const ROW_PLANE_SINGLE: &str = "the single layer in the plane";
pub const ROW_LINE: &str = "a point of the line";
pub const ROW_PLANE: &str = "a point of the plane";

pub fn row_of_layer(number: usize) -> String {
    format!("layer {number} in the plane")
}
