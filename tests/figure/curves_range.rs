//! The frame of `curves` shows its curves, wherever one looks.

use crate::shown;
use activation_lab::chart::{Theme, svg};
use activation_lab::figure::{Plot, Settings, find};
use activation_lab::model::activation::{Activation, Kind};

fn plots(link: &[(&str, &str)]) -> Vec<Plot> {
    shown::view("curves", link).plots
}

/// Function, first or second derivative, by the plot's name.
fn height(plot: &Plot, f: &Activation, x: f64) -> f64 {
    match plot.id {
        "values" => f.value(x),
        "slopes" => f.derivative(x),
        _ => f.second_derivative(x),
    }
}

/// The heights at places that are not those of the figure.
fn heights(plot: &Plot, f: &Activation) -> Vec<f64> {
    let (from, to) = (plot.x.min, plot.x.max);
    let place = |i: i32| from + (to - from) * (f64::from(i) + 0.37) / 1000.0;
    let all = (0..1000).map(|i| height(plot, f, place(i)));
    all.filter(|y| y.is_finite()).collect()
}

fn share_in_sight(plot: &Plot, ys: &[f64]) -> f64 {
    let inside = ys.iter().filter(|y| (plot.y.min..=plot.y.max).contains(y));
    inside.count() as f64 / ys.len() as f64
}

const WINDOWS: [(&str, &str); 9] = [
    ("-6", "6"),
    ("2", "3"),
    ("-3", "-2"),
    ("90", "100"),
    ("-100", "-90"),
    ("-100", "100"),
    ("-0.005", "0.005"),
    ("1.9995", "2"),
    ("0", "100"),
];

#[test]
fn a_curve_alone_fills_its_frame() {
    for kind in Kind::ALL {
        let f = Activation::new(*kind);
        for (from, to) in WINDOWS {
            let state = [
                ("activation", kind.id()),
                ("x_min", from),
                ("x_max", to),
                ("second", "true"),
            ];
            for plot in plots(&state) {
                let name = format!("{} of {} over {from} to {to}", plot.id, kind.id());
                let (low, high) = (plot.y.min, plot.y.max);
                assert!(low < high && (high - low).is_finite(), "{name}");
                let ys = heights(&plot, &f);
                // A quarter is the least of the curve that is seen best; ours are other places.
                let share = share_in_sight(&plot, &ys);
                assert!(
                    share > 0.24,
                    "{name}: {share} is in sight of {low} to {high}"
                );
                let seen = ys.iter().map(|y| y.clamp(low, high));
                let (least, most) = seen.fold((high, low), |(a, b), y| (a.min(y), b.max(y)));
                let size = low.abs().max(high.abs());
                // Half of the frame less its air, where 0 is shown too; a level line has no height.
                let filled = (most - least) / (high - low);
                let level = (most - least) < 1.1e-4 * size;
                assert!(
                    filled > 0.42 || level,
                    "{name}: {filled} of {low} to {high}"
                );
            }
        }
    }
}

#[test]
fn no_curve_of_several_is_out_of_sight() {
    let sets = [
        "sigmoid,tanh,relu,leaky_relu,gelu",
        "sigmoid,exponential",
        "exponential",
        "squared_relu,gaussian,sine(omega=30)",
    ];
    for set in sets {
        let fs: Vec<Activation> = set
            .split(',')
            .map(|name| name.parse().expect(name))
            .collect();
        for (from, to) in WINDOWS {
            let state = [("activation", set), ("x_min", from), ("x_max", to)];
            for plot in plots(&state) {
                for f in &fs {
                    let share = share_in_sight(&plot, &heights(&plot, f));
                    let name = format!("{} of {f} among {set} over {from} to {to}", plot.id);
                    assert!(share > 0.015, "{name}: {share}");
                }
            }
        }
    }
}

#[test]
fn the_lectures_curves_keep_their_frame() {
    let plot = &plots(&[("activation", "sigmoid,tanh,relu,leaky_relu,gelu")])[0];
    // As the lecture's figure has had it: tanh whole, ReLU up to a quarter of the width.
    assert!(
        (plot.y.min + 1.32).abs() < 1e-3 && (plot.y.max - 3.32).abs() < 1e-3,
        "{:?}",
        plot.y
    );
}

#[test]
fn labels_of_any_size_fit() {
    for (name, from, to) in [("exponential", "90", "100"), ("exponential", "-100", "-90")] {
        let figure = find("curves").expect("curves");
        let mut settings = Settings::defaults(figure.controls);
        for (id, text) in [("activation", name), ("x_min", from), ("x_max", to)] {
            settings.set(id, text).expect(text);
        }
        let view = figure.view(&settings);
        let drawing = svg(
            &view,
            &figure.title.read(),
            figure.layout,
            960.0,
            Theme::Light,
        );
        let texts = drawing.split("<text").skip(1).map(|part| {
            let text = part.split('>').nth(1).unwrap_or_default();
            text.split('<').next().unwrap_or_default().trim()
        });
        // Titles and names are long, numbers need not be.
        let numbers =
            texts.filter(|text| text.trim_start_matches('−').starts_with(char::is_numeric));
        let longest = numbers
            .map(|text| text.chars().count())
            .max()
            .expect("numbers");
        assert!(longest <= 12, "{longest}");
        assert!(drawing.contains(" × 10"), "no power of ten");
    }
}
