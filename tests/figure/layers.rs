//! `layers`: its sentence, map, readouts, legend and button say one thing, and it is what its measures say.

mod agreement;
mod progress;
mod words;
use crate::{printed, shown};

use activation_lab::figure::{Cell, Figure, Mark, Memory, Quantity, Settings, Shown, View, find};
use activation_lab::model::activation::Kind;
use agreement::agrees;
use proptest::prelude::*;
use std::cell::RefCell;

fn figure() -> &'static Figure {
    find("layers").expect("layers")
}

fn settings(pairs: &[(&str, &str)]) -> Settings {
    shown::settings("layers", pairs)
}

thread_local! {
    /// What the theory found out for one state is of use for the next.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

fn view(settings: &Settings) -> View {
    MEMORY.with_borrow_mut(|memory| figure().draft(settings, &Shown::default(), memory).view)
}

fn check(settings: &Settings) -> Result<(), String> {
    agrees(settings, &view(settings))
}

fn scale(special: &'static [f64], most: f64) -> impl Strategy<Value = f64> {
    let least = special[0];
    let anywhere = (0..=100).prop_map(move |n| least + f64::from(n) / 100.0 * (most - least));
    prop_oneof![1 => prop::sample::select(special), 2 => anywhere]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    /// Fifty networks for each case: what takes time is the theory of an activation.
    #[test]
    fn no_two_parts_disagree(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        depth in prop_oneof![Just(1u32), Just(2), 3u32..30],
        residual: bool,
        layer_norm: bool,
        states in prop::collection::vec((scale(&[0.1, 1.0, std::f64::consts::SQRT_2, 3.0], 3.0), 0u32..4, 1u32..9, 1u32..5, 1u32..1000), 50),
        bias in scale(&[0.0, 2.0], 2.0),
    ) {
        for (gain, with_bias, width, batch, seed) in states {
            let settings = settings(&[
                ("activation", kind.id()),
                ("depth", &depth.to_string()),
                ("residual", &residual.to_string()),
                ("layer_norm", &layer_norm.to_string()),
                ("gain", &gain.to_string()),
                ("bias_std", &if with_bias == 0 { 0.0 } else { bias }.to_string()),
                ("width", &width.to_string()),
                ("batch", &batch.to_string()),
                ("seed", &seed.to_string()),
            ]);
            prop_assert_eq!(check(&settings), Ok(()), "{:?}", settings.changed());
        }
    }
}

/// The check sees a lie in each part.
#[test]
fn a_lie_is_caught() {
    let lies: [fn(&mut View); 6] = [
        |view| view.summary = view.summary.replace("fades", "comes through"),
        |view| view.summary = view.summary.replace("says 0", "says 1"),
        |view| view.readouts[0].value = "10 %".to_owned(),
        |view| view.deeper[0].note = "critical at g = 1".to_owned(),
        |view| view.legend.retain(|key| !key.name.starts_with("critical")),
        |view| {
            for mark in &mut view.plots[2].marks {
                if let Mark::Text { text, .. } = mark {
                    *text = "grows".to_owned();
                }
            }
        },
    ];
    let start = settings(&[]);
    let honest = view(&start);
    assert_eq!(agrees(&start, &honest), Ok(()));
    for (index, lie) in lies.iter().enumerate() {
        let mut view = honest.clone();
        lie(&mut view);
        assert!(agrees(&start, &view).is_err(), "lie {index}");
    }
}

/// What is written on the map.
fn names(view: &View) -> Vec<&str> {
    let marks = view.plots[2].marks.iter();
    let texts = marks.filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// The paragraph after the figure speaks of a line between two regions: both, and the line, are there, and the point is on it.
#[test]
fn the_first_state_lies_on_the_line() {
    let start = settings(&[]);
    let view = view(&start);
    assert_eq!(names(&view), ["fades", "comes through", "grows"]);
    let line = view.plots[2].marks.iter().find_map(|mark| match mark {
        Mark::Line { name, pieces, .. } if name == "critical line" => pieces.first(),
        _ => None,
    });
    // tanh′(0) = 1: without biases the critical scale is exactly 1, where the line begins.
    let [gain, bias] = line.expect("a line")[0];
    assert!(
        (gain - 1.0).abs() < 0.01 && bias.abs() < 0.01,
        "{gain} {bias}"
    );
    assert_eq!((start.number("gain"), start.number("bias_std")), (1.0, 0.0));
    assert!(
        view.summary.contains("This weight scale is critical"),
        "{}",
        view.summary
    );
}

/// What a first course does not need is behind the fold, and nothing of it in the open.
#[test]
fn the_theory_of_depth_is_folded_away() {
    for state in [
        &[][..],
        &[("gain", "2")],
        &[("gain", "0.5")],
        &[("residual", "true")],
        &[("depth", "1")],
    ] {
        let view = view(&settings(state));
        let open: Vec<&str> = view
            .readouts
            .iter()
            .flat_map(|r| [&r.label, &r.value, &r.note])
            .map(String::as_str)
            .collect();
        let open = format!("{} {}", open.join(" "), view.summary);
        for word in ["ξ", "ordered", "chaotic", "depth scale", "length 1"] {
            assert!(!open.contains(word), "{word}: {open}");
        }
        assert_eq!(view.deeper.len(), 1);
        assert!(view.deeper[0].label.contains('ξ'));
    }
}

/// Where the map once said "explode" and the sentence "comes through", and where one weight scale was both critical and none.
#[test]
fn examples_that_contradicted_themselves() {
    let residual = view(&settings(&[
        ("activation", "sigmoid"),
        ("residual", "true"),
    ]));
    assert!(
        residual.summary.contains("comes through"),
        "{}",
        residual.summary
    );
    assert_eq!(names(&residual), ["comes through", "grows"]);
    let beyond = settings(&[("activation", "sigmoid")]);
    let action = &figure().actions[0];
    let note = view(&beyond).deeper[0].note.clone();
    assert_eq!((action.label)(&beyond), "Critical only at g = 10.1");
    assert!(note.ends_with("critical only at g = 10.1"), "{note}");
    // Short cuts lead round a last layer whose one unit is off, and the layers before it do hear something.
    let around = (1..200).find_map(|seed| {
        let state = settings(&[
            ("activation", "relu"),
            ("residual", "true"),
            ("width", "1"),
            ("batch", "1"),
            ("depth", "3"),
            ("seed", &seed.to_string()),
        ]);
        let said = view(&state).summary;
        said.contains("short cuts alone").then_some(said)
    });
    assert!(around.is_some_and(|said| said.starts_with("Layer 3 lets nothing back itself")));
}

/// One meaning of z: with layer norm what f is fed has variance 1, but for the norm's ε, and has a name of its own.
#[test]
fn the_table_says_what_it_is_of() {
    let normed = view(&settings(&[("layer_norm", "true"), ("gain", "2.5")]));
    let plain = view(&settings(&[("gain", "2.5")]));
    let cell = |view: &View, row: usize, name: &str| {
        let column = view.table.columns.iter().position(|c| c.id == name);
        view.table.rows[row][column.expect(name)].clone()
    };
    for (view, spread) in [(&normed, 1.0), (&plain, 2.5)] {
        assert_eq!(cell(view, 0, "activation").spelled(), "tanh");
        assert_eq!(cell(view, 4, "layer"), Cell::Text("5".to_owned()));
        let Cell::Number(std) = cell(view, 0, "fed_std") else {
            panic!("no number");
        };
        // Without a norm a tenth for 64 × 32 random sums of few inputs; with one it is exact but for ε = 10⁻⁵.
        let off = if spread == 1.0 { 1e-5 } else { 0.25 };
        assert!((std - spread).abs() < off, "{std}");
        let Cell::Number(norm) = cell(view, 4, "log10_gradient_z_norm") else {
            panic!("no number");
        };
        let of_layer_5 = view.measures.iter().find(|m| m.name() == "log10_norm_5");
        assert_eq!(of_layer_5.map(|m| m.value), Some(Quantity::Number(norm)));
    }
    let columns = &normed.table.columns;
    assert!(
        !columns.iter().any(|name| name.id.starts_with("z_")),
        "{columns:?}"
    );
}
