//! `collapse`: the single layer against exact arithmetic, the best one against what makes a least square least, and the figure against its claim.

mod words;
use crate::shown;

use activation_lab::figure::{Cell, Settings, View, find};
use activation_lab::model::activation::{Activation, Kind};
use activation_lab::model::collapse::{Affine, Bend, Deep, best, line, miss, plane};
use proptest::prelude::*;

fn nothing() -> Bend {
    Bend {
        activation: Activation::new(Kind::Identity),
        t: 1.0,
    }
}

/// Entries of layers as whole eighths.
fn eighths() -> impl Strategy<Value = Vec<[i64; 6]>> {
    prop::collection::vec(prop::array::uniform6(-16i64..=16), 1..=4)
}

fn layer(entries: &[i64; 6]) -> Affine {
    let number = |k: &i64| *k as f64 / 8.0;
    Affine::new(
        entries[..4].iter().map(number).collect(),
        entries[4..].iter().map(number).collect(),
    )
}

/// The composition in whole numbers: W of so many layers in units of 8^-count, b likewise.
fn exactly(layers: &[[i64; 6]]) -> ([i64; 4], [i64; 2]) {
    let mut w = [1, 0, 0, 1];
    let mut b = [0, 0];
    let mut unit = 1;
    for l in layers {
        unit *= 8;
        w = [
            l[0] * w[0] + l[1] * w[2],
            l[0] * w[1] + l[1] * w[3],
            l[2] * w[0] + l[3] * w[2],
            l[2] * w[1] + l[3] * w[3],
        ];
        b = [
            l[0] * b[0] + l[1] * b[1] + l[4] * unit / 8,
            l[2] * b[0] + l[3] * b[1] + l[5] * unit / 8,
        ];
    }
    (w, b)
}

proptest! {
    /// Four layers of eighths up to 2: every product and sum has fewer than 53 bits, so nothing rounds and the answer is exact.
    #[test]
    fn the_single_layer_is_the_product(layers in eighths(), x in prop::array::uniform2(-24i64..=24)) {
        let deep = Deep { layers: layers.iter().map(layer).collect(), bend: nothing() };
        let single = deep.collapsed(layers.len());
        let (w, b) = exactly(&layers);
        let unit = 8f64.powi(layers.len() as i32);
        prop_assert_eq!(&single.weights, &w.map(|k| k as f64 / unit).to_vec());
        prop_assert_eq!(&single.biases, &b.map(|k| k as f64 / unit).to_vec());
        let x = x.map(|k| k as f64 / 8.0);
        prop_assert_eq!(single.apply(&x), deep.run(&x));
    }

    /// Any depth, any seed: layers without a bend are one map, up to rounding.
    /// Each output is a sum of products through at most eight layers of eight units; 64 roundings of 2⁻⁵³ of the sizes on the way are allowed.
    #[test]
    fn without_a_bend_there_is_one_layer(seed in 1u64..1000, depth in 1usize..=8, kind in prop::sample::select(Kind::ALL.to_vec())) {
        for layers in [line(seed, depth), plane(seed, depth)] {
            let inputs = layers[0].inputs();
            let size: f64 = layers.iter().map(|l| l.weights.iter().chain(&l.biases).fold(1.0f64, |m, v| m + v.abs())).product();
            // The dial at 0, whatever the activation is, and the identity at any dial.
            for bend in [nothing(), Bend { activation: Activation::new(kind), t: 0.0 }] {
                let deep = Deep { layers: layers.clone(), bend };
                prop_assert!(deep.is_affine(depth));
                let single = deep.collapsed(depth);
                for x in [-3.0, -1.0, 0.0, 0.7, 3.0] {
                    let x = [x, 0.5 - x];
                    let (deep, single) = (deep.run(&x[..inputs]), single.apply(&x[..inputs]));
                    for (a, b) in deep.iter().zip(&single) {
                        prop_assert!((a - b).abs() <= 64.0 * f64::EPSILON * 4.0 * size, "{a} {b}");
                    }
                }
            }
        }
    }

    /// At a least square the misses are orthogonal to every input and add up to nothing; nothing else is.
    #[test]
    fn the_best_map_leaves_nothing_that_a_map_could_take(
        points in prop::collection::vec(prop::array::uniform4(-3.0f64..3.0), 8..40),
    ) {
        let inputs: Vec<Vec<f64>> = points.iter().map(|p| p[..2].to_vec()).collect();
        let outputs: Vec<Vec<f64>> = points.iter().map(|p| p[2..].to_vec()).collect();
        let map = best(&inputs, &outputs);
        for axis in 0..2 {
            let left: Vec<f64> = inputs.iter().zip(&outputs).map(|(x, y)| y[axis] - map.apply(x)[axis]).collect();
            // Forty products of numbers up to 3 · 10: their roundings stay below 1e-12 unless the points lie nearly on a line, which eight random ones do not.
            prop_assert!(left.iter().sum::<f64>().abs() < 1e-11);
            for input in 0..2 {
                let product: f64 = left.iter().zip(&inputs).map(|(r, x)| r * x[input]).sum();
                prop_assert!(product.abs() < 1e-11, "{product}");
            }
        }
    }
}

/// Least squares that can be done by hand: a parabola on an even range has slope 0 and the height of its mean, and misses by the spread of x².
#[test]
fn a_parabola_has_a_level_best_line() {
    let inputs: Vec<Vec<f64>> = (-10..=10).map(|k| vec![f64::from(k)]).collect();
    let outputs: Vec<Vec<f64>> = inputs.iter().map(|x| vec![x[0] * x[0]]).collect();
    let map = best(&inputs, &outputs);
    // The mean of k² over -10..10 is 770/21.
    assert!(map.weights[0].abs() < 1e-14);
    assert!((map.biases[0] - 770.0 / 21.0).abs() < 1e-13);
    let miss = miss(&map, &inputs, &outputs);
    assert!((miss.share() - 1.0).abs() < 1e-14, "{}", miss.share());
    // Largest at the ends: 100 - 770/21.
    assert!((miss.largest - (100.0 - 770.0 / 21.0)).abs() < 1e-12);
}

/// f_t in between: (1 - t)·z + t·f(z), with the rounding of four operations on numbers up to |z|.
#[test]
fn the_dial_mixes() {
    for &kind in Kind::ALL {
        let activation = Activation::new(kind);
        for t in [0.0, 0.25, 0.5, 1.0] {
            for z in [-2.5, -0.3, 0.0, 0.4, 1.9] {
                let expected = (1.0 - t) * z + t * activation.value(z);
                let mixed = Bend { activation, t }.value(z);
                let size = f64::abs(z) + activation.value(z).abs();
                assert!(
                    (mixed - expected).abs() <= 4.0 * f64::EPSILON * size,
                    "{kind:?} {t} {z}: {mixed}"
                );
            }
        }
    }
}

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("collapse", pairs)
}

/// The largest |deep - single| of one part of the table.
fn gap(view: &View, part: &str) -> f64 {
    let column = |name: &str| {
        view.table
            .columns
            .iter()
            .position(|c| c.id == name)
            .expect(name)
    };
    let number = |row: &[Cell], name: &str| match &row[column(name)] {
        Cell::Number(x) => *x,
        Cell::Scaled(x) => x.to_f64(),
        Cell::Text(text) if text.is_empty() => 0.0,
        other => other.spelled().parse().expect(name),
    };
    let of_part = view
        .table
        .rows
        .iter()
        .filter(|row| row[0].spelled() == part);
    let gaps = of_part.map(|row| {
        let apart = |y: &str, single: &str| (number(row, y) - number(row, single)).abs();
        apart("y1", "single1").max(apart("y2", "single2"))
    });
    gaps.fold(0.0, f64::max)
}

/// The claim: without an activation the two differ by rounding, with one they differ for all to see.
#[test]
fn many_layers_are_one_until_something_bends() {
    for depth in ["1", "2", "4", "8"] {
        let straight = view(&[("depth", depth)]);
        // Numbers up to 20 through eight layers: some hundred roundings of 20·2⁻⁵³.
        assert!(
            gap(&straight, "line") < 5e-13 && gap(&straight, "plane") < 5e-13,
            "depth {depth}"
        );
        assert!(
            straight.summary.contains("rounding") || depth == "1",
            "{}",
            straight.summary
        );
    }
    let bent = view(&[("activation", "tanh"), ("t", "0.3")]);
    assert!(gap(&bent, "line") > 0.1 && gap(&bent, "plane") > 0.1);
    assert!(
        bent.summary.contains("no single matrix"),
        "{}",
        bent.summary
    );
    // The dial at 0 takes all of it out again.
    let back = view(&[("activation", "tanh"), ("t", "0")]);
    assert!(gap(&back, "line") < 5e-13 && gap(&back, "plane") < 5e-13);
}

/// The dial bends the first state's network more and more.
#[test]
fn the_best_single_layer_misses_more_as_the_dial_turns() {
    for activation in ["tanh", "relu", "sigmoid"] {
        let layers = plane(70, 4);
        let at = |index: i32| -3.0 + 0.25 * f64::from(index);
        let inputs: Vec<Vec<f64>> = (0..625)
            .map(|i| vec![at(i % 25) * 2.0 / 3.0, at(i / 25) * 2.0 / 3.0])
            .collect();
        let share = |step: i32| {
            let bend = Bend {
                activation: activation.parse().expect(activation),
                t: f64::from(step) / 10.0,
            };
            let deep = Deep {
                layers: layers.clone(),
                bend,
            };
            let outputs: Vec<Vec<f64>> = inputs.iter().map(|x| deep.run(x)).collect();
            miss(&best(&inputs, &outputs), &inputs, &outputs).share()
        };
        let shares: Vec<f64> = (0..=5).map(share).collect();
        assert!(shares[0] < 1e-14, "{activation}: {shares:?}");
        assert!(
            shares.windows(2).all(|pair| pair[0] < pair[1]),
            "{activation}: {shares:?}"
        );
    }
}

/// Both buttons change settings that a link can hold.
#[test]
fn buttons_put_the_activation_in_and_take_it_out() {
    let figure = find("collapse").expect("collapse");
    let mut settings = Settings::defaults(figure.controls);
    let start = settings.clone();
    let press = |settings: &mut Settings, id: &str| {
        let action = figure
            .actions
            .iter()
            .find(|action| action.id == id)
            .expect(id);
        (action.act)(settings);
    };
    press(&mut settings, "bend");
    assert_eq!(settings.text("activation").as_deref(), Some("tanh"));
    press(&mut settings, "bend");
    assert_eq!(settings, start);
    settings.set("seed", "999").expect("the last seed");
    press(&mut settings, "another");
    assert_eq!(settings.text("seed").as_deref(), Some("1"));
}
