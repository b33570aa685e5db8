//! Figures as data: what they show follows from the settings, and nothing a student can do breaks them.

use crate::{formulas, shown};

use activation_lab::figure::{Cell, FIGURES, Figure, Kind, Mark, Place, Settings, View, find};
use proptest::prelude::*;
use shown::view;

/// What must hold for every view of every figure.
fn check(figure: &Figure, view: &View) -> Result<(), String> {
    if view.plots.is_empty() || view.summary.is_empty() || view.table.rows.is_empty() {
        return Err(format!("{}: something is empty", figure.id));
    }
    let texts = view.readouts.iter().flat_map(|r| [&r.value, &r.note]);
    let lines: Vec<String> = view.formulas.iter().map(|line| line.math.plain()).collect();
    for text in texts.chain(&lines).chain([&view.summary]) {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        if let Some(word) = words.find(|word| ["NaN", "inf"].contains(word)) {
            return Err(format!("{}: '{word}' in '{text}'", figure.id));
        }
    }
    view.formulas.iter().try_for_each(formulas::check)?;
    for plot in &view.plots {
        for axis in [&plot.x, &plot.y] {
            if !(axis.min.is_finite() && axis.max.is_finite() && axis.min < axis.max) {
                return Err(format!("{}: axis {axis:?}", plot.id));
            }
        }
    }
    let width = view.table.columns.len();
    match view.table.rows.iter().find(|row| row.len() != width) {
        Some(row) => Err(format!(
            "a row of {} cells under {width} columns",
            row.len()
        )),
        None => Ok(()),
    }
}

/// At least as many as the figure with the most controls has.
const MOST: usize = 40;

proptest! {
    /// Any corner of the settings gives a whole view.
    #[test]
    fn every_state_gives_a_whole_view(
        which in 0..FIGURES.len(),
        shares in prop::collection::vec(prop::sample::select(vec![0.0, 0.01, 0.3, 0.5, 0.77, 1.0]), MOST),
        activation in prop::sample::select(activation_lab::model::activation::Kind::ALL.to_vec()),
    ) {
        let figure = &FIGURES[which];
        prop_assert!(figure.controls.len() <= MOST);
        let mut settings = Settings::defaults(figure.controls);
        for (control, share) in figure.controls.iter().zip(&shares) {
            match &control.kind {
                Kind::Number { .. } => {
                    let last = f64::from(settings.positions(control.id));
                    // A hundredth of the steps that a figure may take is far enough, and takes a hundredth of the time.
                    let share = if control.place == Place::Player { 0.01 * share } else { *share };
                    settings.set_position(control.id, (last * share) as u32);
                }
                Kind::Activations { .. } => settings.set(control.id, activation.id()).expect("an id"),
                Kind::Choice { options, .. } => {
                    let at = ((options.len() - 1) as f64 * share) as usize;
                    settings.set(control.id, options[at].0).expect("an option");
                }
                Kind::Switch { .. } => settings.set(control.id, if *share > 0.4 { "true" } else { "false" }).expect("a switch"),
            }
        }
        prop_assert_eq!(check(figure, &figure.view(&settings)), Ok(()));
    }
}

#[test]
fn an_incomplete_view_is_caught() {
    assert!(check(&FIGURES[0], &View::default()).is_err());
}

fn number(view: &View, row: usize, column: &str) -> f64 {
    let at = view
        .table
        .columns
        .iter()
        .position(|c| c.id == column)
        .expect(column);
    match &view.table.rows[row][at] {
        Cell::Number(x) => *x,
        Cell::Scaled(x) => x.to_f64(),
        other => other.spelled().parse().expect(column),
    }
}

#[test]
fn the_table_of_decay_counts_from_layer_1() {
    let view = view("decay", &[("depth", "3")]);
    assert_eq!(view.table.rows.len(), 3);
    assert_eq!(number(&view, 0, "layer"), 1.0);
    assert_eq!(number(&view, 2, "dL_da"), 1.0);
}

/// Every activation has its layers, under the name that tells it from the others, the same one twice included.
#[test]
fn the_table_of_decay_names_the_chain_of_each_row() {
    let view = view(
        "decay",
        &[("depth", "2"), ("activation", "tanh,elu(alpha=0.5),tanh")],
    );
    let names: Vec<String> = view.table.rows.iter().map(|row| row[0].spelled()).collect();
    let [tanh, elu, again] = ["tanh", "elu(alpha=0.5)", "tanh 2"];
    assert_eq!(names, [tanh, tanh, elu, elu, again, again]);
    let [first, second] = [0, 2].map(|row| number(&view, row, "f_prime"));
    assert!(first != second, "two chains with one slope: {first}");
}

/// In both views the bars are the numbers of the table.
#[test]
fn the_bars_stand_where_the_table_says() {
    for (axis, column) in [("log", "log10_abs_dL_dz"), ("linear", "dL_dz")] {
        let view = view(
            "decay",
            &[("depth", "20"), ("weight", "1.5"), ("view", axis)],
        );
        let gradients = view.plots.iter().find(|plot| plot.id == "gradient");
        let bars = gradients
            .expect("a plot")
            .marks
            .iter()
            .find_map(|mark| match mark {
                Mark::Bars { bars, .. } => Some(bars),
                _ => None,
            });
        let bars = bars.expect("bars");
        assert_eq!(bars.len(), 20);
        for (row, bar) in bars.iter().enumerate() {
            let exact = number(&view, row, column);
            // The linear bar is 10 to the power of a logarithm of size 13, rounded to half an ulp: 2·10⁻¹⁵ decades.
            assert!(
                (bar.to - exact).abs() <= 1e-14 * exact.abs(),
                "{axis}, {row}"
            );
        }
    }
}

#[test]
fn the_sentence_follows_the_state() {
    let start = view("decay", &[]).summary;
    assert!(start.contains("all but vanished"), "{start}");
    assert!(
        view("decay", &[("activation", "relu")])
            .summary
            .contains("100 %")
    );
    let dead = view("decay", &[("activation", "relu"), ("bias", "-2")]).summary;
    assert!(dead.contains("exactly 0"), "{dead}");
    let deep = view("decay", &[("depth", "1000")]).summary;
    assert!(deep.contains("10⁻⁶⁴⁹ of"), "{deep}");
}

/// Of N(0, 1), the share with |x| > ln((1+√0.9)/(1-√0.9)): there sigmoid' = 1/40, a tenth of its largest value. From the normal table by mpmath: erfc(3.6368929…/√2) = 2.759e-4.
#[test]
fn the_share_of_saturated_inputs_is_the_normal_distributions() {
    let sentence = view(
        "curves",
        &[
            ("activation", "sigmoid"),
            ("inputs", "true"),
            ("sigma", "1"),
        ],
    )
    .summary;
    assert!(sentence.contains("nearly flat is 0.00028,"), "{sentence}");
    let relu = view("curves", &[("activation", "relu"), ("inputs", "true")]).summary;
    assert!(
        relu.contains("where its slope is exactly 0 it is 50 %"),
        "{relu}"
    );
}

#[test]
fn a_jump_lifts_the_pen() {
    let view = view("curves", &[("activation", "step")]);
    let pieces = view.plots[0].marks.iter().find_map(|mark| match mark {
        Mark::Line { name, pieces, .. } if !name.starts_with("tangent") => Some(pieces.len()),
        _ => None,
    });
    assert_eq!(pieces, Some(2));
}

/// What the article says of the start state and of the two networks of its slip.
#[test]
fn the_random_network_says_what_it_lets_back() {
    let sigmoid = view("layers", &[("activation", "sigmoid")]).summary;
    assert!(
        sigmoid.contains("1.1 × 10⁻¹²: the gradient has all but vanished"),
        "{sigmoid}"
    );
    let relu = view(
        "layers",
        &[("activation", "relu"), ("gain", "1.4142135623730951")],
    )
    .summary;
    assert!(relu.contains("comes through"), "{relu}");
    let gelu = view(
        "layers",
        &[("activation", "gelu"), ("gain", "1.4142135623730951")],
    );
    assert!(
        gelu.summary.contains("the gradient fades"),
        "{}",
        gelu.summary
    );
    assert_eq!(gelu.table.rows.len(), 20);
    assert_eq!(number(&gelu, 0, "dead_share"), 0.0);
    let large = view(
        "layers",
        &[("width", "512"), ("depth", "60"), ("show", "z")],
    )
    .summary;
    assert!(
        large.contains("8 inputs were tried instead of 32"),
        "{large}"
    );
    let dead = view(
        "layers",
        &[
            ("activation", "relu"),
            ("width", "1"),
            ("depth", "30"),
            ("seed", "3"),
        ],
    )
    .summary;
    assert!(dead.contains("exactly 0"), "{dead}");
}

/// One button, whatever there is to press it for.
#[test]
fn the_button_of_layers_finds_a_scale_or_says_why_not() {
    let figure = find("layers").expect("layers");
    let action = &figure.actions[0];
    let mut settings = Settings::defaults(figure.controls);
    settings.set("activation", "sigmoid").expect("sigmoid");
    // The button searches for nothing itself: it waits for what the picture finds.
    assert!(!(action.is_open)(&settings));
    assert_eq!((action.label)(&settings), "Make it critical");
    figure.view(&settings);
    assert!(!(action.is_open)(&settings));
    assert_eq!((action.label)(&settings), "Critical only at g = 10.1");
    settings.set("layer_norm", "true").expect("a switch");
    assert!((action.label)(&settings).contains("does not matter"));
    settings.set("layer_norm", "false").expect("a switch");
    settings.set("activation", "relu").expect("an activation");
    figure.view(&settings);
    assert!((action.is_open)(&settings));
    (action.act)(&mut settings);
    // He's √2, as near as the slider's grid and the quadrature have it.
    assert!((settings.number("gain") - std::f64::consts::SQRT_2).abs() < 1e-9);
    assert!(!(action.is_open)(&settings));
}

/// Numbers near the end of the range of f64 have an axis whose ends are numbers, and labels that can be read.
#[test]
fn huge_numbers_have_a_unit() {
    // Found by trying: the last layer before the overflow reaches 10³⁰⁸.
    let edge = view(
        "layers",
        &[
            ("activation", "squared_relu"),
            ("gain", "2"),
            ("width", "16"),
            ("depth", "12"),
            ("show", "a"),
        ],
    );
    assert_eq!(check(find("layers").expect("layers"), &edge), Ok(()));
    let axis = &edge.plots[0].y;
    assert!(axis.label.starts_with("a, in units of 10"), "{axis:?}");
    assert!(
        axis.min > -1.0 && (1.0..11.0).contains(&axis.max),
        "{axis:?}"
    );
    let start = view("layers", &[("show", "z")]);
    assert_eq!(start.plots[0].y.label, "z");
}
