//! The two lower pictures of `freeze`: the same of both networks.

use super::super::style::CLASSES;
use super::super::text::activation as called;
use super::over_time::gradients;
use super::sides::Side;
use super::signal::signal;
use super::{Look, Scene, names};
use crate::model::activation::{Activation, Kind};
use crate::model::dataset::{Dataset, Points};
use crate::model::experiment::{Histogram, Outcome};
use crate::view::*;

/// Larger values, with which no axis can be drawn, run out of the picture.
const LARGEST: f64 = 1e300;

/// Points of a curve.
const SAMPLES: usize = 200;

/// Bars of a histogram: as many as a spread of z that fills the frame has bins.
const BARS: usize = 48;

/// The shortest stretch of z on each side of 0.
const LEAST: f64 = 1.0;

pub fn pair(scene: &Scene) -> Vec<Plot> {
    // A report that was asked for something else has no plane to show.
    let has_plane = scene.report.question.plane;
    let sides = scene.sides.each().map(|(side, arm)| match side {
        Side::Boundary if !has_plane => (Side::Gradients, arm),
        _ => (side, arm),
    });
    let one = |(side, arm): (Side, usize)| {
        let (look, outcome) = (&scene.looks[arm], &scene.report.arms[arm]);
        match side {
            Side::Boundary if scene.plan.data.features() == 1 => curve(scene, look, outcome),
            Side::Boundary => boundary(scene, look, outcome),
            Side::Inputs => inputs(scene, look, outcome),
            Side::Signal => signal(scene, look, outcome),
            Side::Gradients => gradients(scene, look, outcome),
        }
    };
    let mut plots: Vec<Plot> = Vec::new();
    for plot in sides.map(one) {
        if plots.iter().all(|other| other.id != plot.id) {
            plots.push(plot);
        }
    }
    plots
}

/// How sure the network is of class 1, over the plane, with the training points.
fn boundary(scene: &Scene, look: &Look, outcome: &Outcome) -> Plot {
    let points = Dataset::new(&scene.plan.recipe()).train;
    let plane = &outcome.plane;
    let logistic = Activation::new(Kind::Sigmoid);
    // The output is what the logistic function of the loss turns into a probability; 0 is undecided.
    let lean = |y: &f64| 2.0 * logistic.value(*y) - 1.0;
    let mut marks = vec![Mark::Heat {
        name: names::LEANING.read(),
        field: Field {
            x: [-plane.reach[0], plane.reach[0]],
            y: [-plane.reach[1], plane.reach[1]],
            columns: plane.columns,
            values: plane.values.iter().map(lean).collect(),
        },
        // Room above certainty, so that the points stay readable on it.
        ramp: Ramp::Diverging { reach: 1.6 },
        cells: Cells::Blended,
    }];
    marks.extend(CLASSES.iter().enumerate().map(|(class, (ink, shape))| {
        let of_class = (0..points.len()).filter(|i| points.targets[*i] == class as f64);
        Mark::Points {
            name: names::class(class),
            ink: *ink,
            shape: *shape,
            hollow: false,
            size: 0.7,
            at: of_class.map(|i| place(&points, i)).collect(),
        }
    }));
    marks.extend(lost(outcome));
    let far = points.inputs.iter().fold(0.0f64, |far, x| far.max(x.abs()));
    let axis = |label: &str| Axis {
        label: label.to_owned(),
        min: -1.1 * far,
        max: 1.1 * far,
        scale: Scale::Linear,
    };
    Plot {
        id: Side::Boundary.plot(look),
        title: names::boundary(look.letter),
        framing: Framing::Equal,
        x: axis("x₁"),
        y: axis("x₂"),
        marks,
        gestures: Vec::new(),
        weight: 1.0,
    }
}

fn place(points: &Points, index: usize) -> [f64; 2] {
    [points.inputs[index], points.inputs[points.len() + index]]
}

/// What the network makes of the line, with the training points of the sine.
fn curve(scene: &Scene, look: &Look, outcome: &Outcome) -> Plot {
    let points = Dataset::new(&scene.plan.recipe()).train;
    let plane = &outcome.plane;
    let middle =
        |index: usize| ((index as f64 + 0.5) / plane.columns as f64 * 2.0 - 1.0) * plane.reach[0];
    let values = plane.values.iter().enumerate();
    let at = (0..points.len()).map(|i| [points.inputs[i], points.targets[i]]);
    let mut marks = vec![
        Mark::Points {
            name: names::TRAINING_POINTS.read(),
            ink: Ink::Muted,
            shape: Shape::Circle,
            hollow: false,
            size: 0.6,
            at: at.collect(),
        },
        Mark::Line {
            name: look.name.clone(),
            ink: look.ink,
            dash: Dash::Solid,
            width: 1.4,
            pieces: vec![values.map(|(index, y)| [middle(index), *y]).collect()],
            label: look.letter.to_owned(),
        },
    ];
    marks.extend(lost(outcome));
    let most = points
        .targets
        .iter()
        .fold(0.0f64, |most, y| most.max(y.abs()));
    Plot {
        id: Side::Boundary.plot(look),
        title: names::curve(look.letter),
        framing: Framing::Axes,
        x: Axis {
            label: "x".to_owned(),
            min: -plane.reach[0],
            max: plane.reach[0],
            scale: Scale::Linear,
        },
        y: Axis {
            label: "y".to_owned(),
            min: -1.2 * most,
            max: 1.2 * most,
            scale: Scale::Linear,
        },
        marks,
        gestures: Vec::new(),
        weight: 1.0,
    }
}

/// The pre-activations of a layer over all training points, under the activation that they are given to.
fn inputs(scene: &Scene, look: &Look, outcome: &Outcome) -> Plot {
    let arm = scene.plan.arms[usize::from(look.letter == "B")];
    let branched = scene.plan.branch > scene.step();
    let activation = if branched {
        scene.plan.arms[0].activation
    } else {
        arm.activation
    };
    let spread = &outcome.spread;
    let known = !spread.counts.is_empty();
    let (from, to) = if known {
        (spread.from, spread.to)
    } else {
        (0.0, 0.0)
    };
    let (from, to) = (from.min(-LEAST), to.max(LEAST));
    let sample = |index: usize| {
        let z = from + (to - from) * index as f64 / (SAMPLES - 1) as f64;
        [z, activation.value(z)]
    };
    let curve: Vec<[f64; 2]> = (0..SAMPLES).map(sample).collect();
    let ends = curve
        .iter()
        .filter(|[_, a]| a.abs() < LARGEST)
        .fold((0.0f64, 0.0f64), |(least, most), [_, a]| {
            (least.min(*a), most.max(*a))
        });
    let room = 0.1 * (ends.1 - ends.0).max(0.1);
    let layer = scene.report.question.layer + 1;
    Plot {
        id: Side::Inputs.plot(look),
        title: names::given(look.letter, layer),
        framing: Framing::Axes,
        x: Axis {
            label: "z".to_owned(),
            min: from,
            max: to,
            scale: Scale::Linear,
        },
        y: Axis {
            label: "a = f(z)".to_owned(),
            min: ends.0 - room,
            max: ends.1 + room,
            scale: Scale::Linear,
        },
        marks: vec![
            histogram(spread, look.ink, (from, to), ends.1 + room),
            Mark::Line {
                name: called(activation.kind()),
                ink: Ink::Text,
                dash: Dash::Solid,
                width: 1.0,
                pieces: vec![curve],
                label: "f".to_owned(),
            },
        ],
        gestures: Vec::new(),
        weight: 1.0,
    }
}

/// The fullest bar is half as high as the frame: the shape is what matters. Bins narrower than a bar share it.
fn histogram(spread: &Histogram, ink: Ink, (from, to): (f64, f64), top: f64) -> Mark {
    let width = (to - from) / BARS as f64;
    let bin = (spread.to - spread.from) / spread.counts.len().max(1) as f64;
    let mut counts = [0u64; BARS];
    for (index, count) in spread.counts.iter().enumerate() {
        let middle = spread.from + (index as f64 + 0.5) * bin;
        let bar = ((middle - from) / width) as usize;
        counts[bar.min(BARS - 1)] += count;
    }
    let fullest = counts.iter().fold(1, |most, count| *count.max(&most)) as f64;
    let filled = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    Mark::Bars {
        name: names::HOW_OFTEN.read(),
        ink,
        width,
        faint: true,
        bars: filled
            .map(|(bar, count)| Bar {
                x: from + (bar as f64 + 0.5) * width,
                from: 0.0,
                to: 0.5 * top * *count as f64 / fullest,
            })
            .collect(),
    }
}

/// A network that has run away has nothing left to show.
fn lost(outcome: &Outcome) -> Option<Mark> {
    let all = outcome.plane.values.iter();
    let none = all.filter(|y| y.is_finite()).count() == 0;
    none.then(|| Mark::Text {
        ink: Ink::Alarm,
        x: 0.0,
        y: 0.0,
        align: Align::Middle,
        size: 1.0,
        text: names::NO_NUMBERS.read(),
    })
}
