//! The numbers of `decay`: what its sentence, its readouts and its formulas say is read from here.

use super::controls::Lenses;
use super::labels;
use super::zeros::{Factor, Zeros, underflows};
use crate::language::Text;
use crate::model::chain::{Chain, Layer, Lens, Precision, Split};
use crate::model::scaled::Scaled;
use crate::view::{Each, Meaning, Measure, Quantity, Subject, Why};

/// What rounding elsewhere may change: a few ulp per factor, over a thousand factors, with a margin for chains that amplify it a little.
const ROUNDING: f64 = 1e-9;

const fn row(id: &'static str, each: Each, unit: &'static str, meaning: Text) -> Meaning {
    Meaning::new(id, each, unit, meaning).nearly(ROUNDING)
}

const fn layers(id: &'static str, meaning: Text) -> Meaning {
    Meaning::new(id, Each::Whole, "layers", meaning)
}

const FIRST: Meaning = row(
    "first_gradient",
    Each::Series,
    "",
    labels::FIRST_GRADIENT_MEANING,
);
const FACTOR: Meaning = row(
    "factor_per_layer",
    Each::Series,
    "",
    labels::FACTOR_PER_LAYER_MEANING,
);
pub const GRADIENT: Meaning = row("gradient", Each::Layer, "", labels::GRADIENT_MEANING);
pub const DECADES: Meaning = row(
    "log10_gradient",
    Each::Layer,
    "decades",
    labels::LOG10_GRADIENT_MEANING,
);
const BACK: Meaning = row("gradient_a", Each::Layer, "", labels::GRADIENT_A_MEANING);
const SHARE: Meaning = row("gradient_w", Each::Layer, "", labels::GRADIENT_W_MEANING);
const Z: Meaning = row("z", Each::Layer, "", labels::Z_MEANING);
const A: Meaning = row("a", Each::Layer, "", labels::A_MEANING);
pub const SLOPE: Meaning = row("slope", Each::Layer, "", Text::new("f′(z)"));
const WEIGHTS: Meaning = row(
    "weight_decades",
    Each::Layer,
    "decades",
    labels::WEIGHT_DECADES_MEANING,
);
const SLOPES: Meaning = row(
    "slope_decades",
    Each::Layer,
    "decades",
    labels::SLOPE_DECADES_MEANING,
);
const BOUND: Meaning = row(
    "bound_decades",
    Each::Layer,
    "decades",
    labels::BOUND_DECADES_MEANING,
);
const ZERO: Meaning = layers("zero_layers", labels::ZERO_LAYERS_MEANING);
const RANGE_ZERO: Meaning = layers("range_zero_layers", labels::RANGE_ZERO_LAYERS_MEANING);
const LOST: [Meaning; 3] = [
    layers("f16_zero_layers", labels::F16_ZERO_LAYERS_MEANING),
    layers("bf16_zero_layers", labels::BF16_ZERO_LAYERS_MEANING),
    layers("f32_zero_layers", labels::F32_ZERO_LAYERS_MEANING),
];
const OVER: [Meaning; 3] = [
    layers("f16_infinite_layers", labels::F16_INFINITE_LAYERS_MEANING),
    layers("bf16_infinite_layers", labels::BF16_INFINITE_LAYERS_MEANING),
    layers("f32_infinite_layers", labels::F32_INFINITE_LAYERS_MEANING),
];

/// Every measure of `decay`. Rows are added at the end and keep their ids.
pub const MEASURES: &[Meaning] = &[
    FIRST, FACTOR, ZERO, LOST[0], LOST[1], LOST[2], OVER[0], OVER[1], OVER[2], GRADIENT, DECADES,
    BACK, SHARE, SLOPE, Z, A, WEIGHTS, SLOPES, BOUND, RANGE_ZERO,
];

/// Everything that `decay` can say in numbers.
pub struct DecayMeasures {
    /// The chain of each chosen activation; the first one is taken apart.
    pub series: Vec<SeriesMeasures>,
    /// The layers of the first chain.
    pub layers: Vec<LayerMeasures>,
    /// What each narrower format makes of the first chain.
    pub lenses: Vec<(Precision, Lens)>,
    /// The weight of every layer.
    pub weight: Scaled,
}

/// What one chain leaves for its first layer.
pub struct SeriesMeasures {
    /// `∂L/∂z` of layer 1.
    pub first: Scaled,
    /// The geometric mean of the factors; missing where there is none.
    pub factor: Quantity,
    /// Which layers get a gradient of 0.
    pub zeros: Zeros,
}

/// One layer, forward and backward.
#[derive(Clone, Copy)]
pub struct LayerMeasures {
    pub z: f64,
    pub a: f64,
    /// `f′(z)`.
    pub slope: Scaled,
    /// `∂L/∂a`.
    pub back: Scaled,
    /// `∂L/∂z`.
    pub gradient: Scaled,
    /// `∂L/∂w`.
    pub share: Scaled,
    /// What weights and slopes contribute to the logarithm of the gradient.
    pub split: Split,
    /// The logarithm of the bound.
    pub bound: f64,
    /// What lies beside z, where z is exactly at a corner.
    pub corner: Option<Corner>,
    /// Whether the activation is flat on both sides of z, or on all of the side to which z has left the range of f64.
    pub flat: bool,
    /// Whether z is not 0, and 0 in f64 only because that has no number so small.
    pub underflow: bool,
}

impl LayerMeasures {
    /// What the slope is as a factor.
    pub fn factor(&self) -> Factor {
        let out_of_range = self.underflow || self.z.is_infinite();
        match self.slope.is_zero() {
            false => Factor::Other,
            true if out_of_range && !self.flat => Factor::ZeroByRange,
            true => Factor::Zero,
        }
    }
}

/// A place at which the slopes on both sides differ or the activation jumps, so that the slope there is a convention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    /// The slope just left of it.
    pub left: f64,
    /// The slope just right of it.
    pub right: f64,
    /// Whether the activation itself jumps there.
    pub jump: bool,
}

impl DecayMeasures {
    /// Of these chains, at least one with at least one layer each.
    pub fn new<'a>(chains: impl Iterator<Item = &'a Chain>) -> DecayMeasures {
        let chains: Vec<&Chain> = chains.collect();
        let first = chains.first();
        DecayMeasures {
            series: chains.iter().filter_map(|chain| series(chain)).collect(),
            layers: first.map_or_else(Vec::new, |chain| layer_measures(chain)),
            lenses: first.map_or_else(Vec::new, |chain| {
                let lens = |precision: Precision| (precision, chain.lens(precision));
                Precision::ALL.map(lens).to_vec()
            }),
            weight: Scaled::new(first.map_or(f64::NAN, |chain| chain.weight)),
        }
    }

    /// How many layers, from layer 1 up, get a gradient of 0: once 0, it stays 0.
    pub fn zero_layers(&self) -> usize {
        let last = self.layers.iter().rposition(|l| l.gradient.is_zero());
        last.map_or(0, |index| index + 1)
    }

    /// The lenses that are chosen.
    pub fn shown_lenses(&self, chosen: Lenses) -> Vec<(Precision, Lens)> {
        let all = self.lenses.iter().copied();
        all.filter(|(format, _)| chosen.has(*format)).collect()
    }

    /// All of them by name.
    pub fn list(&self) -> Vec<Measure> {
        let mut list = Vec::with_capacity(24 + 10 * self.layers.len());
        for (index, series) in self.series.iter().enumerate() {
            let of = Subject::Series(index as u8 + 1);
            list.push(FIRST.of(of, Quantity::scaled(series.first)));
            list.push(FACTOR.of(of, series.factor));
        }
        let count = |n: usize| Quantity::Count(n as u64);
        list.push(ZERO.of(Subject::Whole, count(self.zero_layers())));
        let by_range = self.series.first().map_or(0, |s| s.zeros.range.len());
        list.push(RANGE_ZERO.of(Subject::Whole, count(by_range)));
        for (rows, at) in [
            (LOST, (|lens| lens.zero_at) as fn(&Lens) -> Option<usize>),
            (OVER, |lens| lens.infinite_at),
        ] {
            let rows = rows.iter().zip(&self.lenses);
            let layers = |lens: &Lens| count(at(lens).unwrap_or(0));
            list.extend(rows.map(|(row, (_, lens))| row.of(Subject::Whole, layers(lens))));
        }
        for (index, layer) in self.layers.iter().enumerate() {
            let of = Subject::Layer(index as u32 + 1);
            let is_exact = |zeros: &Zeros| zeros.exact.contains(&(index + 1));
            let is_exact = self.series.first().is_none_or(|s| is_exact(&s.zeros));
            let decades = |log10: f64| match is_exact {
                false if log10 == f64::NEG_INFINITY => Quantity::Missing(Why::Underflow),
                _ => Quantity::decades(log10),
            };
            list.extend([
                GRADIENT.of(of, Quantity::scaled(layer.gradient)),
                DECADES.of(of, decades(layer.gradient.log10_abs())),
                BACK.of(of, Quantity::scaled(layer.back)),
                SHARE.of(of, Quantity::scaled(layer.share)),
                SLOPE.of(of, Quantity::scaled(layer.slope)),
                Z.of(of, Quantity::number(layer.z)),
                A.of(of, Quantity::number(layer.a)),
                WEIGHTS.of(of, Quantity::decades(layer.split.weights)),
                SLOPES.of(of, decades(layer.split.slopes)),
                BOUND.of(of, Quantity::decades(layer.bound)),
            ]);
        }
        list
    }
}

fn series(chain: &Chain) -> Option<SeriesMeasures> {
    let first = chain.layers.first()?.dl_dz;
    let mean = first.log10_abs() / chain.layers.len() as f64;
    let factor = match Quantity::decades(mean) {
        Quantity::Number(mean) => Quantity::number(libm::pow(10.0, mean)),
        missing => missing,
    };
    let zeros = match first.is_zero() {
        true => Zeros::of(&layer_measures(chain), chain.weight == 0.0),
        false => Zeros::default(),
    };
    Some(SeriesMeasures {
        first,
        factor,
        zeros,
    })
}

fn layer_measures(chain: &Chain) -> Vec<LayerMeasures> {
    let (kinks, zones) = (chain.activation.kinks(), chain.activation.dead_zones());
    let rest = chain.splits().into_iter().zip(chain.log10_bounds());
    let layers = chain.layers.iter().enumerate().zip(rest);
    let measures = |((index, layer), (split, bound)): ((usize, &Layer), (Split, f64))| {
        let z = layer.z;
        let beside = || Corner {
            left: chain.activation.derivative(z.next_down()),
            right: chain.activation.derivative(z.next_up()),
            jump: chain.activation.jumps().contains(&z),
        };
        let jumps = chain.activation.jumps();
        let corner = (kinks.contains(&z) || jumps.contains(&z)).then(beside);
        // An infinite z has left the range on one side; what is flat there has no end on that side.
        let is_inside = |zone: &(f64, f64)| match z.is_infinite() {
            true => zone.0 == z || zone.1 == z,
            false => zone.0 < z && z < zone.1,
        };
        let flat = zones.iter().any(is_inside);
        LayerMeasures {
            z,
            a: layer.a,
            slope: layer.slope,
            back: chain.dl_da(index),
            gradient: layer.dl_dz,
            share: layer.dl_dw(),
            split,
            bound,
            corner: corner.filter(|corner| corner.jump || corner.left != corner.right),
            flat: flat && layer.slope.is_zero(),
            underflow: underflows(chain, index),
        }
    };
    layers.map(measures).collect()
}
