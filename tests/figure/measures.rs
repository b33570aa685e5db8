//! Measures: every figure names its numbers, a name once given stays, and the readouts show the same numbers.

use crate::printed;

use activation_lab::figure::{
    Each, FIGURES, Figure, Measure, Quantity, Settings, Subject, View, find,
};
use printed::parts;

fn start(figure: &Figure) -> View {
    figure.view(&Settings::defaults(figure.controls))
}

/// Ids are for good: others build on them. A new one is added here; an old one that is missing is a broken promise.
const IDS: [(&str, &str); 7] = [
    ("neuron", "z a slope product da_dw da_dx"),
    (
        "collapse",
        "line_w line_b line_difference line_miss plane_difference plane_miss",
    ),
    ("curves", "value slope curvature flat_share dead_share"),
    (
        "decay",
        "first_gradient factor_per_layer zero_layers f16_zero_layers bf16_zero_layers f32_zero_layers f16_infinite_layers bf16_infinite_layers f32_infinite_layers gradient log10_gradient gradient_a gradient_w slope z a weight_decades slope_decades bound_decades range_zero_layers",
    ),
    (
        "layers",
        "log10_share expected_log10_share factor_per_layer expected_factor_per_layer flat_share dead_share log10_norm fed_std",
    ),
    (
        "freeze",
        "step guess_loss a_loss a_test_loss a_frozen_layers b_loss b_test_loss b_frozen_layers shallow_loss shallow_test_loss a_relative_change a_drift b_relative_change b_drift a_difference a_gradient b_difference b_gradient",
    ),
    ("dying", "step loss dead_units largest_z points_on"),
];

#[test]
fn ids_stay() {
    for (figure, ids) in IDS {
        let rows = find(figure).expect(figure).measures;
        let there: Vec<&str> = rows.iter().map(|row| row.id).collect();
        assert_eq!(there.join(" "), ids, "{figure}");
    }
    assert_eq!(IDS.len(), FIGURES.len());
}

/// Every measure has its row and every row its measure; an id never ends in a number, because the number of its subject follows, and no name stands twice.
#[test]
fn measures_and_their_tables_agree() {
    for figure in FIGURES {
        let view = start(figure);
        let at = |id: &str| figure.measures.iter().find(|row| row.id == id);
        for measure in &view.measures {
            let row = at(measure.id).expect(measure.id);
            let each = match measure.of {
                Subject::Whole | Subject::Arm(_) => Each::Whole,
                Subject::Series(_) => Each::Series,
                Subject::Layer(_) => Each::Layer,
                Subject::Unit(_) => Each::Unit,
            };
            assert_eq!((row.each, row.unit), (each, measure.unit), "{}", row.id);
        }
        for row in figure.measures {
            assert!(
                view.measures.iter().any(|m| m.id == row.id),
                "{}: {}",
                figure.id,
                row.id
            );
            let last = row.id.rsplit('_').next().expect(row.id);
            assert!(last.parse::<u64>().is_err(), "{}", row.id);
            let snake = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(
                row.id.chars().all(snake) && !row.meaning.read().is_empty(),
                "{}",
                row.id
            );
        }
        let names: std::collections::HashSet<String> =
            view.measures.iter().map(Measure::name).collect();
        assert_eq!(names.len(), view.measures.len(), "{}", figure.id);
    }
}

/// The numbers beside the pictures are the measures, rounded.
#[test]
fn readouts_show_their_measures() {
    let rows = [
        ("neuron", "a", "a", 4),
        ("neuron", "z", "z", 4),
        ("neuron", "∂a/∂w₁", "da_dw_1", 4),
        ("decay", "Sigmoid (logistic): ∂L/∂z₁", "first_gradient_1", 3),
        ("dying", "Loss", "loss", 3),
        ("freeze", "A, loss", "a_loss", 3),
        ("freeze", "B, loss", "b_loss", 3),
        (
            "freeze",
            "A, layer 1, median step",
            "a_relative_change_1",
            3,
        ),
    ];
    for (id, label, name, digits) in rows {
        let view = start(find(id).expect(id));
        let readout = view.readouts.iter().find(|readout| readout.label == label);
        let (significand, exponent) = parts(&readout.expect(label).value).expect(label);
        let shown = significand * 10f64.powf(exponent);
        let measure = view.measures.iter().find(|measure| measure.name() == name);
        let exact = match measure.expect(name).value {
            Quantity::Number(x) => x,
            Quantity::Scaled(x) => x.to_f64(),
            other => panic!("{name}: {other:?}"),
        };
        // Half a unit of the last digit, as a share of the number, is at most this; signs are not read.
        let rounding = 0.5 * 10f64.powi(1 - digits);
        assert!(
            (shown - exact).abs() <= rounding * exact.abs(),
            "{id}, {label}: {shown}, {exact}"
        );
    }
}

/// What is still being computed says so, and is no number of another state.
#[test]
fn a_pending_view_measures_nothing() {
    use activation_lab::figure::{Budget, Memory, Shown, Why};
    for (id, state) in [("freeze", ("step", "5000")), ("layers", ("depth", "100"))] {
        let figure = find(id).expect(id);
        let mut settings = Settings::defaults(figure.controls);
        settings.set(state.0, state.1).expect(id);
        let mut memory = Memory::default();
        memory.budget = Budget::of(|| 1.0, 0.0);
        let measures = figure
            .draft(&settings, &Shown::default(), &mut memory)
            .view
            .measures;
        assert!(!measures.is_empty(), "{id}");
        for measure in measures {
            assert_eq!(
                measure.value,
                Quantity::Missing(Why::Pending),
                "{id}: {}",
                measure.id
            );
        }
    }
}
