//! What `collapse` says of its layers, where it once said what was not so: each with its neighbours.

use super::view;
use activation_lab::figure::View;

/// The labels of the formulas, and what is said of the gap.
fn labels(view: &View) -> (Vec<&str>, &str) {
    let labels = view.formulas.iter().map(|f| f.label.as_str());
    let gap = view
        .readouts
        .iter()
        .find(|r| r.label.starts_with("largest"));
    (labels.collect(), gap.expect("a gap").note.as_str())
}

/// What the compared points of one part come out as.
fn outputs(view: &View, part: &str) -> Vec<[String; 2]> {
    let at = |name: &str| view.table.columns.iter().position(|c| c.id == name);
    let [y1, y2] = ["y1", "y2"].map(|name| at(name).expect(name));
    let rows = view.table.rows.iter();
    let own = rows.filter(|row| row[0].spelled() == part);
    own.map(|row| [y1, y2].map(|at| format!("{:?}", row[at])))
        .collect()
}

fn is_one_point(view: &View, part: &str) -> bool {
    let all = outputs(view, part);
    assert!(all.len() > 100, "{part}");
    all.iter().all(|y| *y == all[0])
}

/// The formula of W says what the sentence and the readout say: a W that there is, or by how much the best one misses.
#[test]
fn the_formula_of_w_agrees_with_what_stands_beside_it() {
    for (state, label, note) in [
        (
            &[("activation", "relu"), ("seed", "2")][..],
            "All inputs give one output: W is 0",
            "plane: all outputs are one",
        ),
        (
            &[("activation", "step"), ("seed", "2"), ("depth", "8")],
            "All inputs give one output: W is 0",
            "all outputs are one",
        ),
        (
            &[
                ("activation", "hard_sigmoid"),
                ("seed", "1"),
                ("depth", "2"),
            ],
            "On these inputs one W does this, up to rounding",
            "plane: rounding only",
        ),
        (
            &[("activation", "leaky_relu(alpha=1)")],
            "One W does this, as f is a straight line",
            "rounding only",
        ),
        (
            &[("activation", "tanh")],
            "No single W does this: the best one is off by ",
            "plane: typically ",
        ),
    ] {
        let view = view(state);
        let (labels, gap) = labels(&view);
        assert!(labels[1].starts_with(label), "{state:?}: {labels:?}");
        assert!(gap.starts_with(note), "{state:?}: {gap}");
    }
    // One point is told exactly: no rounding is a weight.
    let point = view(&[("activation", "relu"), ("seed", "2")]);
    assert_eq!(point.readouts[0].value, "W = (0, 0; 0, 0)");
}

/// Out of range there is no best W, no shift and nothing to compare.
#[test]
fn out_of_range_no_formula_has_a_number() {
    for (depth, seed) in [("4", "70"), ("8", "70"), ("4", "1")] {
        let broken = view(&[
            ("activation", "exponential"),
            ("depth", depth),
            ("seed", seed),
        ]);
        assert!(
            broken.summary.contains("range of numbers"),
            "{}",
            broken.summary
        );
        let (labels, _) = labels(&broken);
        let w = "There is no telling a W: the numbers leave their range";
        assert_eq!(labels[1..], [w]);
    }
}

/// What no longer depends on what went in is said of what does not: the plane, or the line too.
#[test]
fn the_line_is_not_said_to_be_a_point_with_the_plane() {
    for (activation, seed, depth) in [("relu", "2", "4"), ("step", "2", "8"), ("step", "11", "8")] {
        let view = view(&[("activation", activation), ("seed", seed), ("depth", depth)]);
        assert!(is_one_point(&view, "plane"));
        let words = match is_one_point(&view, "line") {
            true => {
                "onto one point, and the line onto one height. What comes out no longer depends on what went in."
            }
            false => {
                "onto one point: what comes out of it no longer depends on what went in. On the line it still does."
            }
        };
        assert!(view.summary.ends_with(words), "{}", view.summary);
    }
    // Before the plane has fallen the line may have.
    let line = view(&[
        ("activation", "step"),
        ("seed", "2"),
        ("depth", "8"),
        ("after", "1"),
    ]);
    assert!(is_one_point(&line, "line") && !is_one_point(&line, "plane"));
    let end = "; the line has fallen onto one height.";
    assert!(line.summary.ends_with(end), "{}", line.summary);
}

/// Of a straight line nobody is told that it will bend; of what has a corner out of reach, that it may.
#[test]
fn a_straight_activation_never_bends() {
    for activation in ["silu(beta=0)", "leaky_relu(alpha=1)", "prelu(alpha=1)"] {
        for (t, seed) in [("1", "70"), ("0.5", "3")] {
            let view = view(&[("activation", activation), ("t", t), ("seed", seed)]);
            assert!(
                view.summary
                    .contains("nothing bends, and nothing ever will"),
                "{}",
                view.summary
            );
        }
    }
    for (activation, words) in [
        ("silu(beta=0.1)", "no single matrix does that"),
        ("leaky_relu(alpha=0.9)", "no single matrix does that"),
        ("hard_shrink(lambda=0.001)", "the curve jumps"),
    ] {
        let view = view(&[("activation", activation)]);
        assert!(view.summary.contains(words), "{}", view.summary);
    }
}

/// One layer says, several say; and people keep their capital letters.
#[test]
fn words_agree_in_number_and_names_keep_their_letters() {
    for (depth, words) in [
        ("1", "; 1 layer says "),
        ("2", "; 2 layers say "),
        ("8", "; 8 layers say "),
    ] {
        let view = view(&[("depth", depth)]);
        let (labels, _) = labels(&view);
        let last = labels.last().expect("a formula");
        assert!(last.contains(words), "{last}");
    }
    for (activation, name) in [
        ("step", "Heaviside step"),
        ("gaussian", "Gaussian (RBF)"),
        ("tanh", "tanh"),
        ("hard_sigmoid", "hard sigmoid"),
        ("relu", "ReLU"),
    ] {
        let view = view(&[("activation", activation)]);
        let begin = format!("With {name} between the layers");
        assert!(view.summary.starts_with(&begin), "{}", view.summary);
        assert!(view.formulas[0].label.ends_with(&format!("f = {name}")));
    }
}
