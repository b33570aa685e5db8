//! What can be changed in `freeze`.

use super::super::{Control, Id, Listed, Place, Role, Settings, Written, choices};
use super::labels;
use super::sides::Side;
use crate::language::Text;
use crate::model::dataset::Kind;
use crate::model::init::Init;
use crate::model::optimiser::Rule;
use crate::model::training::Stride;

choices!(impl Init);
choices!(impl Rule);
choices!(impl Stride);

/// Of these lists the ids are those of the model: a handle that meets another one does not build.
const SETS: &[(&str, Text)] = &[
    ("moons", labels::DATA_MOONS),
    ("circles", labels::DATA_CIRCLES),
    ("xor", labels::DATA_XOR),
    ("spiral", labels::DATA_SPIRAL),
    ("sine", labels::DATA_SINE),
];

/// Starts of the weights.
const STARTS: &[(&str, Text)] = &[
    ("xavier_normal", labels::STARTS_XAVIER_NORMAL),
    ("he_normal", labels::STARTS_HE_NORMAL),
    ("orthogonal", labels::STARTS_ORTHOGONAL),
    ("pytorch", labels::STARTS_PYTORCH),
    ("constant", labels::STARTS_CONSTANT),
    ("zeros", labels::STARTS_ZEROS),
];

/// What a start is called.
pub fn start(init: Init) -> String {
    let found = STARTS.iter().find(|start| start.0 == init.id());
    found.map_or(String::new(), |start| start.1.read())
}

const RULES: &[(&str, Text)] = &[
    ("sgd", labels::RULES_SGD),
    ("momentum", labels::RULES_MOMENTUM),
    ("adam", labels::RULES_ADAM),
];

/// How long the layers' steps are.
const STRIDES: &[(&str, Text)] = &[
    ("raw", labels::STRIDES_RAW),
    ("equal", labels::STRIDES_EQUAL),
];

/// Steps per second.
const SPEEDS: &[(&str, Text)] = &[
    ("2", Text::new("2/s")),
    ("20", Text::new("20/s")),
    ("200", Text::new("200/s")),
    ("1000", Text::new("1000/s")),
];

/// Most hidden layers.
const DEEPEST: f64 = 16.0;

/// The last step that the figure goes to.
pub const LAST: f64 = 5000.0;

/// Smallest, largest, step and default of a gain, and of the standard deviation of biases.
const GAIN: (f64, f64, f64, f64) = (0.1, 10.0, 0.1, 1.0);
const BIAS_STD: (f64, f64, f64, f64) = (0.0, 2.0, 0.05, 0.0);

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(labels::ACTIVATION, "sigmoid", 1),
    Control::whole("depth", labels::DEPTH, (1.0, DEEPEST, 8.0))
        .marks(&[(2.0, Text::new("2")), (8.0, Text::new("8"))]),
    Control::activations(labels::B_ACTIVATION, "relu", 1)
        .named("b_activation")
        .as_a(Role::Partner),
    Control::choice("b_init", labels::B_INIT, STARTS, 1).when(has_no_branch),
    Control::switch("b_residual", labels::B_RESIDUAL, false),
    Control::switch("b_layer_norm", labels::B_LAYER_NORM, false),
    Control::choice("b_steps", labels::B_STEPS, STRIDES, 0),
    Control::whole("b_held", labels::B_HELD, (0.0, DEEPEST, 0.0)).upto("depth"),
    Control::number("rate", labels::RATE, (1e-4, 3.0, 1e-4, 0.05))
        .logarithmic()
        .marks(&[(0.05, labels::MARK_0_05), (1.0, Text::new("1"))]),
    Control::choice("show", labels::SHOW, Side::OPTIONS, 0),
    Control::whole("layer", labels::LAYER, (1.0, DEEPEST, 1.0))
        .upto("depth")
        .when(|settings| settings.get(SHOW) == Side::Inputs),
    Control::choice("init", labels::INIT, STARTS, 0).at(Place::More),
    Control::choice("data", labels::DATA, SETS, 0)
        .formerly("circles")
        .at(Place::More),
    Control::whole("shallow", labels::SHALLOW, (0.0, 2.0, 2.0)).at(Place::More),
    Control::whole("width", labels::WIDTH, (1.0, 64.0, 16.0)).at(Place::More),
    Control::choice("optimiser", labels::OPTIMISER, RULES, 0).at(Place::More),
    Control::number("epsilon", labels::EPSILON, (1e-16, 1e-2, 1e-16, 1e-8))
        .of("optimiser", "adam")
        .logarithmic()
        .when(|settings| matches!(settings.get(OPTIMISER), Rule::Adam { .. }))
        .at(Place::More),
    Control::whole("batch", labels::BATCH, (1.0, 100.0, 10.0)).at(Place::More),
    Control::number("noise", labels::NOISE, (0.0, 0.5, 0.01, 0.2)).at(Place::More),
    Control::seed(labels::SEED, 1.0),
    Control::switch("residual", labels::RESIDUAL, false).at(Place::More),
    Control::switch("layer_norm", labels::LAYER_NORM, false).at(Place::More),
    Control::choice("steps", labels::STEPS, STRIDES, 0).at(Place::More),
    Control::whole("held", labels::HELD, (0.0, DEEPEST, 0.0))
        .upto("depth")
        .at(Place::More),
    Control::number("gain", labels::GAIN, GAIN).at(Place::More),
    Control::number("b_gain", labels::B_GAIN, GAIN)
        .when(has_no_branch)
        .at(Place::More),
    Control::number("bias_std", labels::BIAS_STD, BIAS_STD)
        .when(|settings| draws_biases(settings, A))
        .at(Place::More),
    Control::number("b_bias_std", labels::B_BIAS_STD, BIAS_STD)
        .when(|settings| has_no_branch(settings) && draws_biases(settings, B))
        .at(Place::More),
    Control::whole("branch", labels::BRANCH, (0.0, LAST, 0.0)).at(Place::More),
    Control::step(LAST, 2000.0).formerly("300"),
    Control::speed(SPEEDS, 2),
];

/// What A and B have each of their own.
#[derive(Clone, Copy)]
pub struct Own {
    pub activation: Id<Vec<Written>>,
    pub init: Id<Init>,
    pub residual: Id<bool>,
    pub layer_norm: Id<bool>,
    pub steps: Id<Stride>,
    pub held: Id<usize>,
    pub gain: Id<f64>,
    pub bias_std: Id<f64>,
}

pub const A: Own = Own {
    activation: Id::of(CONTROLS, "activation"),
    init: Id::of(CONTROLS, "init"),
    residual: Id::of(CONTROLS, "residual"),
    layer_norm: Id::of(CONTROLS, "layer_norm"),
    steps: Id::of(CONTROLS, "steps"),
    held: Id::of(CONTROLS, "held"),
    gain: Id::of(CONTROLS, "gain"),
    bias_std: Id::of(CONTROLS, "bias_std"),
};

pub const B: Own = Own {
    activation: Id::of(CONTROLS, "b_activation"),
    init: Id::of(CONTROLS, "b_init"),
    residual: Id::of(CONTROLS, "b_residual"),
    layer_norm: Id::of(CONTROLS, "b_layer_norm"),
    steps: Id::of(CONTROLS, "b_steps"),
    held: Id::of(CONTROLS, "b_held"),
    gain: Id::of(CONTROLS, "b_gain"),
    bias_std: Id::of(CONTROLS, "b_bias_std"),
};

pub const DEPTH: Id<usize> = Id::of(CONTROLS, "depth");
pub const RATE: Id<f64> = Id::of(CONTROLS, "rate");
pub const SHOW: Id<Side> = Id::of(CONTROLS, "show");
pub const LAYER: Id<usize> = Id::of(CONTROLS, "layer");
pub const DATA: Id<Kind> = Id::of(CONTROLS, "data");
pub const SHALLOW: Id<usize> = Id::of(CONTROLS, "shallow");
pub const WIDTH: Id<usize> = Id::of(CONTROLS, "width");
pub const OPTIMISER: Id<Rule> = Id::of(CONTROLS, "optimiser");
pub const EPSILON: Id<f64> = Id::of(CONTROLS, "epsilon");
pub const BATCH: Id<usize> = Id::of(CONTROLS, "batch");
pub const NOISE: Id<f64> = Id::of(CONTROLS, "noise");
pub const SEED: Id<u64> = Id::of(CONTROLS, "seed");
pub const BRANCH: Id<u64> = Id::of(CONTROLS, "branch");
pub const STEP: Id<u64> = Id::of(CONTROLS, "step");
pub const SPEED: Id<Listed> = Id::of(CONTROLS, "speed");

/// A B that branches off has the weights of A.
fn has_no_branch(settings: &Settings) -> bool {
    settings.get(BRANCH) == 0
}

/// PyTorch's start says how biases are drawn.
fn draws_biases(settings: &Settings, own: Own) -> bool {
    settings.get(own.init) != Init::Pytorch
}
