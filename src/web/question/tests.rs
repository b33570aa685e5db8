use super::*;
use crate::asked::Said;
use activation_lab::chart::{Frame, Theme};
use activation_lab::figure::{FIGURES, Mark, Memory, Settings, Shown, describe, link};
use serde_json::Value;

const NAMES: &str = "covered\nYou expect\nIt is\nBetween";

/// A figure in a state, with a question over it.
struct Case {
    state: &'static str,
    figure: &'static str,
    asked: Question,
}

impl Case {
    fn new(figure: &'static str, state: &'static str, head: &str) -> Case {
        let asked = Question::read(&format!("{head}\n{NAMES}"));
        Case {
            state,
            figure,
            asked,
        }
    }

    fn plain(&self) -> View {
        let figure = FIGURES.iter().find(|f| f.id == self.figure).unwrap();
        let mut settings = Settings::defaults(figure.controls);
        link::apply(&mut settings, self.state);
        let draft = figure.draft(&settings, &Shown::default(), &mut Memory::default());
        draft.view
    }

    fn view(&self) -> View {
        let mut view = self.plain();
        self.asked.lay(&mut view);
        view
    }

    fn say(&mut self, verb: &str, text: &str, place: usize, position: u32) -> String {
        let view = self.view();
        let said = Said {
            verb,
            text,
            place,
            position,
        };
        self.asked.answer(said, &view).0
    }

    fn told(&mut self, verb: &str) -> Value {
        serde_json::from_str(&self.say(verb, "", 0, 0)).unwrap()
    }

    fn plot(&self, id: &str) -> Plot {
        let plots = self.view().plots;
        plots.into_iter().find(|plot| plot.id == id).unwrap()
    }

    /// Presses and moves over a surface of 600 × 400.
    fn drag(&mut self, path: &[[f64; 2]]) -> Frame {
        let plot = self.plot(&self.asked.plot.clone());
        let frame = Frame::new(&plot, 600.0, 400.0, Theme::Light);
        for (index, &[x, y]) in path.iter().enumerate() {
            let kind = if index == 0 { "down" } else { "move" };
            let (x, y) = (frame.px(x), frame.py(y));
            let place = Place {
                plot: &plot,
                frame: frame.clone(),
                x,
                y,
            };
            assert_eq!(self.asked.sketch(kind, &place), Some(true), "{kind}");
        }
        frame
    }
}

const DECAY: &str = "depth=20&view=log";
const ESTIMATE: &str = "estimate\ngradient\nfirst_gradient_1\n\n";
const SLOPES: &str = "draw\nslopes\n1\n0\n1";

fn size(told: &Value) -> f64 {
    told["size"].as_str().unwrap().parse().unwrap()
}

#[test]
fn nothing_of_the_answer_is_anywhere_while_it_is_covered() {
    let cases = [
        ("decay", DECAY, ESTIMATE),
        ("decay", "activation=relu&weight=-1", "choose\n\n\n\n"),
        ("layers", "depth=3&width=8", "choose\n\n\n\n"),
        ("neuron", "", "choose\n\n\n\n"),
        ("dying", "step=5", "choose\n\n\n\n"),
    ];
    for (figure, state, head) in cases {
        let case = Case::new(figure, state, head);
        let (plain, view) = (case.plain(), case.view());
        assert_eq!(view.summary, "covered", "{figure}");
        assert!(view.formulas.is_empty() && view.deeper.is_empty() && view.legend.is_empty());
        assert!(view.table.rows.is_empty() && view.facts.rows.is_empty());
        let untold = |text: &String| text.is_empty() || text == "?";
        assert!(
            view.readouts
                .iter()
                .all(|r| untold(&r.value) && untold(&r.note))
        );
        for (plot, before) in view.plots.iter().zip(&plain.plots) {
            assert!(plot.gestures.is_empty(), "{figure}");
            assert!(!plot.title.contains('×'), "{figure}: {}", plot.title);
            let covers = |mark: &Mark| match mark {
                Mark::Band { name, .. } => name == "covered",
                Mark::Line { label, .. } => label == "?",
                _ => false,
            };
            assert!(plot.marks.iter().all(covers), "{figure}: {:?}", plot.marks);
            // What is told of the axes is all that is told.
            let mut bare = before.clone();
            bare.marks.clear();
            bare.framing = plot.framing;
            let axes = describe(&bare);
            assert!(describe(plot).starts_with(&axes), "{}", describe(plot));
        }
        assert_eq!(
            view.measures, plain.measures,
            "the goals of a lesson need them"
        );
    }
}

#[test]
fn who_draws_a_course_sees_the_other_plots() {
    let case = Case::new("curves", "", SLOPES);
    let (plain, view) = (case.plain(), case.view());
    assert_eq!(view.plots[0], plain.plots[0]);
    let slopes = case.plot("slopes");
    assert_eq!(slopes.marks.len(), 2);
    assert!(slopes.y.min <= 0.0 && slopes.y.max >= 1.0);
}

#[test]
fn an_estimate_is_measured_in_decades_where_the_axis_has_them() {
    let mut case = Case::new("decay", DECAY, ESTIMATE);
    assert_eq!(case.told("expected")["given"], false);
    for text in ["1e-6", "10^-6", "10⁻⁶", "0,000001"] {
        assert_eq!(case.say("type", text, 0, 0), "type", "{text}");
        assert_eq!(case.told("expected")["value"], "1 × 10⁻⁶", "{text}");
    }
    for text in ["-1e-6", "nothing", "", "inf"] {
        assert_eq!(case.say("type", text, 0, 0), "", "{text}");
    }
    case.say("reveal", "", 0, 0);
    assert_eq!(case.say("type", "1", 0, 0), "", "it stands");
    let told = case.told("gap");
    assert_eq!(
        (&told["kind"], &told["said"]),
        (&"decades".into(), &"1 × 10⁻⁶".into())
    );
    // The chain by itself: a_l = σ(a_{l-1}), and the slopes a(1 - a) multiplied.
    let (mut a, mut gradient) = (1.0_f64, 1.0_f64);
    for _ in 0..20 {
        a = 1.0 / (1.0 + (-a).exp());
        gradient *= a * (1.0 - a);
    }
    let decades = (gradient.log10() + 6.0).abs();
    // Two digits are told.
    assert!((size(&told) - decades).abs() < 0.05, "{told} {decades}");
    assert_eq!(told["factor"], "1.1 × 10⁷");
}

#[test]
fn a_zero_is_an_estimate_too_and_an_exact_zero_is_no_distance() {
    let zero = "activation=relu&weight=-1&view=log";
    let kind = |state: &'static str, text: &str| {
        let mut case = Case::new("decay", state, ESTIMATE);
        assert_eq!(case.say("type", text, 0, 0), "type");
        case.say("reveal", "", 0, 0);
        assert!(case.view().plots[0].y.min.is_finite());
        case.told("gap")["kind"].as_str().unwrap().to_owned()
    };
    assert_eq!(kind(zero, "1e-6"), "zero");
    assert_eq!(kind(zero, "0"), "near");
    assert_eq!(kind(DECAY, "0"), "notZero");
    assert_eq!(kind(DECAY, "9.2e-14"), "near");
    // Far below the smallest double, and still a number.
    assert_eq!(kind("depth=1000&view=log", "1e-300"), "decades");
}

#[test]
fn a_course_is_measured_as_a_share_of_the_axis() {
    let mut case = Case::new("curves", "", SLOPES);
    case.drag(&[[-6.0, 0.5], [6.0, 0.5]]);
    case.say("reveal", "", 0, 0);
    let told = case.told("gap");
    let plot = case.plot("slopes");
    let slope = |x: f64| {
        let s = 1.0 / (1.0 + (-x).exp());
        s * (1.0 - s)
    };
    let places = (0..41).map(|i| -6.0 + 12.0 * f64::from(i) / 40.0);
    let mean = places.map(|x| 0.5 - slope(x)).sum::<f64>() / 41.0;
    let share = 100.0 * mean / (plot.y.max - plot.y.min);
    assert_eq!(
        (&told["kind"], &told["untold"]),
        (&"axis".into(), &0.into())
    );
    // Two digits are told, and the curve is drawn through points that are not quite on it.
    assert!((size(&told) - share).abs() < 0.6, "{told} {share}");
    let sticks = |mark: &Mark| matches!(mark, Mark::Line { name, pieces, .. } if name == "Between" && pieces.len() == 41);
    assert!(plot.marks.iter().any(sticks));
}

#[test]
fn a_stroke_stays_where_it_was_drawn_and_goes_on_level() {
    let mut case = Case::new("curves", "", SLOPES);
    case.drag(&[[-3.0, 0.2], [3.0, 0.8]]);
    let (guess, plot) = (case.asked.guess.clone().unwrap(), case.plot("slopes"));
    let points = guess.points(&plot);
    assert_eq!(points.len(), 41);
    let at = |x: f64| guess::between(&points, x).unwrap();
    for (x, y) in [(-6.0, 0.2), (-3.0, 0.2), (0.0, 0.5), (3.0, 0.8), (6.0, 0.8)] {
        // A pixel of 400 is less than this.
        assert!((at(x) - y).abs() < 0.01, "{x}: {}", at(x));
    }
    // Back over a part of it.
    case.drag(&[[0.0, 0.1], [-1.5, 0.1]]);
    let points = case.asked.guess.clone().unwrap().points(&plot);
    let at = |x: f64| guess::between(&points, x).unwrap();
    assert!((at(-1.0) - 0.1).abs() < 0.01 && (at(2.0) - 0.7).abs() < 0.02);
}

#[test]
fn keys_move_one_place_and_what_lies_between_follows() {
    let mut case = Case::new("curves", "", SLOPES);
    let last = case.told("expected")["places"].as_u64().unwrap() as usize;
    assert_eq!(last, 10);
    case.say("expect", "", 0, 0);
    case.say("expect", "", last, 200);
    let (guess, plot) = (case.asked.guess.clone().unwrap(), case.plot("slopes"));
    let points = guess.points(&plot);
    let (low, high) = (plot.y.min, plot.y.max);
    // Places are four points apart, and each point 0.3.
    let line = |x: f64| low + f64::max(0.0, (x - 4.8) / 1.2) * (high - low);
    for [x, y] in points {
        assert!((y - line(x)).abs() < 1e-12, "{x}: {y}");
    }
    // A place has its neighbours for ends.
    case.say("expect", "", 5, 200);
    let points = case.asked.guess.clone().unwrap().points(&plot);
    assert_eq!(points[20][1], plot.y.max);
    assert!(points[16][1] < points[18][1] && points[24][1] < points[22][1]);
}

#[test]
fn bars_are_expected_layer_by_layer_and_what_has_none_is_counted() {
    let mut case = Case::new("decay", "depth=6&view=log", "draw\ngradient\n1\n\n");
    let all: Vec<[f64; 2]> = (1..=6).map(|layer| [f64::from(layer), -3.0]).collect();
    case.drag(&all);
    let tops = |case: &Case| -> Vec<f64> {
        let plot = case.plot("gradient");
        let bars = plot.marks.iter().find_map(|mark| match mark {
            Mark::Bars { name, bars, .. } if name == "You expect" => Some(bars.clone()),
            _ => None,
        });
        bars.unwrap().iter().map(|bar| bar.to).collect()
    };
    assert_eq!(tops(&case).len(), 6);
    assert!(tops(&case).iter().all(|top| (top + 3.0).abs() < 0.05));
    // Another depth while it is covered: the same course over other layers.
    case.state = "depth=9&view=log";
    assert_eq!(tops(&case).len(), 9);
    // On an axis without logarithms the same values.
    case.state = "depth=6&view=linear";
    assert!(
        tops(&case).iter().all(|top| (top - 1e-3).abs() < 2e-4),
        "{:?}",
        tops(&case)
    );
    case.state = "depth=6&view=log";
    case.say("reveal", "", 0, 0);
    let told = case.told("gap");
    assert_eq!(
        (&told["kind"], &told["untold"]),
        (&"decades".into(), &0.into())
    );
    // A chain of dead ReLUs has no bar at all.
    case.state = "depth=6&view=log&activation=relu&weight=-1";
    let told = case.told("gap");
    assert_eq!(
        (&told["kind"], &told["untold"]),
        (&"none".into(), &6.into())
    );
}

#[test]
fn who_has_said_nothing_is_shown_nothing_but_the_truth() {
    let mut case = Case::new("decay", DECAY, ESTIMATE);
    case.say("reveal", "", 0, 0);
    let labels: Vec<String> = case
        .plot("gradient")
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Line { label, .. } => Some(label.clone()),
            _ => None,
        })
        .collect();
    assert!(
        labels.contains(&"It is: 9.1 × 10⁻¹⁴".to_owned()),
        "{labels:?}"
    );
    assert!(
        !labels
            .iter()
            .any(|label| label.starts_with("You expect") || label == "?")
    );
    assert_eq!(case.told("gap")["is"], "9.1 × 10⁻¹⁴");
}
