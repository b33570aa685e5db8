//! The lower picture of `decay`: what each layer multiplies the gradient by, the slope and the weight apart.

use super::Run;
use super::controls;
use super::measures::LayerMeasures;
use super::plots::{bars, focus_band, layer_axis, layer_line, level, zeros};
use super::ruler::Ruler;
use super::text;
use super::zeros::Factor;
use crate::model::scaled::Scaled;
use crate::view::*;

/// Decades that the logarithmic picture always shows below 1.
const FOOT: f64 = 1.0;

/// Which factors stand in each layer, as decimal logarithms.
struct Factors {
    slopes: Vec<f64>,
    /// The last layer's gradient has crossed no weight: 0.
    weights: Vec<f64>,
}

pub fn factor_plot(run: &Run, layers: &[LayerMeasures], linear: bool, layer: usize) -> Plot {
    let chain = &run.chain;
    let depth = chain.layers.len();
    let weight = Scaled::new(chain.weight).log10_abs();
    let factors = Factors {
        slopes: chain.layers.iter().map(|l| l.slope.log10_abs()).collect(),
        weights: (1..=depth)
            .map(|l| if l < depth { weight } else { 0.0 })
            .collect(),
    };
    let (ruler, mut marks) = match linear {
        true => side_by_side(&factors),
        false => stacked(&factors),
    };
    let crossed = |i: usize| factors.weights[i] == f64::NEG_INFINITY;
    let factor = |i: usize| match layers[i].factor() {
        _ if crossed(i) => Factor::Zero,
        slope => slope,
    };
    for wanted in Factor::ZEROS {
        let those = (0..depth).filter(|&i| factor(i) == wanted);
        let those: Vec<usize> = those.map(|i| i + 1).collect();
        marks.extend(zeros(text::zero_factors(wanted), Ink::Alarm, &those));
    }
    let mut all = vec![level(ruler), focus_band(layer)];
    all.extend(marks);
    Plot {
        id: "factors",
        title: text::MULTIPLIES.read(),
        x: layer_axis(depth),
        y: ruler.axis(text::FACTOR),
        marks: all,
        framing: Framing::Axes,
        gestures: vec![Gesture::Hover {
            control: controls::LAYER.name(),
        }],
        weight: 2.0,
    }
}

/// Slopes as bars, and the weight, which is the same for all, as a line.
fn side_by_side(factors: &Factors) -> (Ruler, Vec<Mark>) {
    let Factors { slopes, weights } = factors;
    let ruler = Ruler::linear(slopes.iter().chain(weights).copied());
    let crossed: Vec<f64> = weights[..weights.len() - 1].to_vec();
    let mut marks = vec![bars(text::SLOPE, Ink::Slope, {
        let known = slopes.iter().enumerate().filter(|(_, v)| v.is_finite());
        known.map(|(i, &v)| (i, 0.0, ruler.place(v)))
    })];
    if !crossed.is_empty() {
        let at: Vec<f64> = crossed.iter().map(|&v| ruler.place(v)).collect();
        let look = (Ink::Weight, Dash::Solid);
        let name = text::WEIGHT.read();
        marks.push(layer_line(&name, look, &at, &name));
    }
    (ruler, marks)
}

/// Both as bars in decades, one on the other where they work in one direction: there they add up.
fn stacked(factors: &Factors) -> (Ruler, Vec<Mark>) {
    let Factors { slopes, weights } = factors;
    let start = |i: usize| {
        let same_side = slopes[i].is_finite() && slopes[i] * weights[i] > 0.0;
        if same_side { slopes[i] } else { 0.0 }
    };
    let reach = (0..slopes.len()).flat_map(|i| [slopes[i], weights[i], start(i) + weights[i]]);
    let ruler = Ruler::log(FOOT, reach);
    let known = |list: &Vec<f64>| {
        let known = list.iter().copied().enumerate();
        known.filter(|(_, v)| v.is_finite()).collect::<Vec<_>>()
    };
    let slope_bars = known(slopes).into_iter().map(|(i, v)| (i, 0.0, v));
    let weight_bars = known(weights).into_iter();
    let weight_bars = weight_bars.map(|(i, v)| (i, start(i), start(i) + v));
    let marks = vec![
        bars(text::SLOPE_PART, Ink::Slope, slope_bars),
        bars(text::WEIGHT_PART, Ink::Weight, weight_bars),
    ];
    (ruler, marks)
}

/// The legend of this picture.
pub fn legend(linear: bool) -> [Key; 2] {
    match linear {
        true => [
            Key::fill(text::SLOPE, Ink::Slope),
            Key::stroke(text::WEIGHT, Ink::Weight, Dash::Solid),
        ],
        false => [
            Key::fill(text::SLOPE_PART, Ink::Slope),
            Key::fill(text::WEIGHT_PART, Ink::Weight),
        ],
    }
}
