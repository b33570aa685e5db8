//! "Now, by layer": what stands there is what the measures are.

use crate::shown::view;
use activation_lab::figure::{Each, FIGURES, Grid, View, find};

/// Rows that the page has room for.
const MOST: usize = 21;

fn grid(figure: &str, view: &View) -> Grid {
    let told = find(figure).expect(figure).by_layer.expect("layers");
    told.grid(&view.measures, MOST)
}

/// Twenty sigmoids in a row, worked out here: each slope s(1 − s) of what the layer before has passed on.
#[test]
fn a_chain_tells_what_arrives_at_each_layer() {
    let grid = grid("decay", &view("decay", &[("depth", "20")]));
    let mut slopes = Vec::new();
    let mut input = 1.0_f64;
    for _ in 0..20 {
        let s = 1.0 / (1.0 + (-input).exp());
        slopes.push(s * (1.0 - s));
        input = s;
    }
    assert_eq!(grid.rows.len(), 20);
    for (layer, row) in grid.rows.iter().enumerate() {
        assert_eq!(row[0], format!("layer {}", layer + 1));
        let gradient: f64 = slopes[layer..].iter().product();
        let left = gradient / slopes[19];
        for (cell, value) in row[1..].iter().zip([slopes[layer], gradient, left]) {
            // Three digits at most are left out, and two in a share.
            let is = read(cell);
            assert!((is / value - 1.0).abs() < 0.05, "{cell} instead of {value}");
        }
    }
}

/// A number as it is written for people: `23 %`, `2.79 × 10⁻⁷`.
fn read(text: &str) -> f64 {
    if let Some(percent) = text.strip_suffix(" %") {
        return percent.parse::<f64>().expect(text) / 100.0;
    }
    let Some((significand, power)) = text.split_once(" × 10") else {
        return text.parse().expect(text);
    };
    let lowered: String = power
        .chars()
        .map(|c| match c {
            '⁻' => '-',
            _ => "⁰¹²³⁴⁵⁶⁷⁸⁹"
                .chars()
                .position(|digit| digit == c)
                .map_or('?', |digit| char::from(b'0' + digit as u8)),
        })
        .collect();
    format!("{significand}e{lowered}").parse().expect(text)
}

/// Which layers stand still is said in a word, and by the limit that the figure states: below 10⁻⁵ per step.
#[test]
fn layers_in_training_say_whether_they_move() {
    let view = view("freeze", &[]);
    let grid = grid("freeze", &view);
    let at = |id: &str, layer: u32| {
        let name = format!("{id}_{layer}");
        let found = view.measures.iter().find(|measure| measure.name() == name);
        found
            .and_then(|measure| measure.value.compared())
            .expect(&name)
    };
    let column = |letter: &str| {
        let head = format!("{letter}: how far a step moves it");
        grid.columns
            .iter()
            .position(|column| *column == head)
            .expect(&head)
    };
    let mut words = Vec::new();
    for (row, layer) in grid.rows.iter().zip(1..) {
        for (letter, id) in [("A", "a_relative_change"), ("B", "b_relative_change")] {
            let (number, word) = row[column(letter)].split_once(", ").expect("a word");
            let change = at(id, layer);
            assert!(
                (read(number) / change - 1.0).abs() < 0.005,
                "{number} {change}"
            );
            assert_eq!(
                word == "frozen",
                change < 1e-5,
                "{letter}, layer {layer}: {word}"
            );
            words.push(word.to_owned());
        }
    }
    assert!(words.iter().any(|word| word == "frozen") && words.iter().any(|word| word == "moving"));
    assert_eq!(grid.rows.last().map(|row| &*row[0]), Some("output layer"));
}

#[test]
fn before_the_first_step_no_layer_is_called_frozen() {
    let grid = grid("freeze", &view("freeze", &[("step", "0")]));
    let cells: Vec<&String> = grid.rows.iter().flatten().collect();
    assert!(cells.iter().any(|cell| *cell == "0, at rest"), "{cells:?}");
    assert!(
        !cells.iter().any(|cell| cell.contains("frozen")),
        "{cells:?}"
    );
}

/// Of many layers the first and the last are among those that are told.
#[test]
fn many_layers_are_told_by_some() {
    let grid = grid("decay", &view("decay", &[("depth", "1000")]));
    assert_eq!(grid.rows.len(), MOST);
    let ends = [&grid.rows[0][0], &grid.rows[MOST - 1][0]];
    assert_eq!(ends, ["layer 1", "layer 1000"]);
    assert_eq!(grid.rows[MOST - 1][3], "100 %");
}

#[test]
fn what_is_told_is_a_measure_of_each_layer() {
    let with: Vec<_> = FIGURES
        .iter()
        .filter_map(|figure| Some((figure, figure.by_layer?)))
        .collect();
    let ids: Vec<&str> = with.iter().map(|(figure, _)| figure.id).collect();
    assert_eq!(ids, ["decay", "layers", "freeze"]);
    for (figure, told) in with {
        for column in told.columns {
            assert_eq!(column.measure.each, Each::Layer, "{}", column.measure.id);
            assert!(
                figure.measures.contains(&column.measure),
                "{}",
                column.measure.id
            );
        }
    }
}
