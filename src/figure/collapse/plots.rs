//! The two pictures of `collapse`: a curve, and what becomes of the plane.

use super::crease::creases;
use super::legend::{ALONG, deep_name, direction_name, ink, is_point, single_name};
use super::range::{extent, steady};
use super::trace::{Tracing, trace};
use super::{GRID_LINES, LINE, LINE_POINTS, PLANE, Scene, controls, place, text};
use crate::view::number;
use crate::view::*;

/// Intervals of a grid line's first sampling.
const LINE_CELLS: usize = 24;
/// Every so many grid lines the best single map's is drawn too.
const GHOST_LINES: usize = 3;
/// The outline of an F in the plane: turned over it is no F.
const LETTER: [[f64; 2]; 11] = [
    [0.0, 0.0],
    [0.0, 5.0],
    [3.0, 5.0],
    [3.0, 4.0],
    [1.0, 4.0],
    [1.0, 3.0],
    [2.5, 3.0],
    [2.5, 2.0],
    [1.0, 2.0],
    [1.0, 0.0],
    [0.0, 0.0],
];
/// Size of the letter's unit in the plane, which puts its long side on five cells of the grid.
const LETTER_UNIT: f64 = 1.0 / 3.0;
/// Where the letter's foot stands.
const LETTER_FOOT: [f64; 2] = [-1.0 / 3.0, -2.0 / 3.0];

pub fn line(scene: &Scene) -> Plot {
    let net = &scene.line;
    let value = |x: f64| net.deep.run(&[x]).first().copied().unwrap_or(f64::NAN);
    let single = |x: f64| net.single.apply(&[x]).first().copied().unwrap_or(f64::NAN);
    let [low, high] = extent(net.outputs.iter().flatten().copied());
    let tracing = Tracing {
        cells: LINE_POINTS - 1,
        frame: [LINE[1] - LINE[0], (high - low).max(f64::MIN_POSITIVE)],
        jumps: jumps(scene),
    };
    let pieces = trace(|x| [x, value(x)], LINE, tracing);
    let straight = LINE.map(|x| [x, single(x)]);
    let nearby = net.nearby();
    let heights = pieces.iter().flatten().chain(&straight).map(|p| p[1]);
    let [[low, high]] = steady([extent(heights.chain(nearby.into_iter().flatten()))]);
    let [deep_at, single_at] = [value(scene.x), single(scene.x)];
    let marks = vec![
        Mark::Rule {
            ink: Ink::Muted,
            dash: Dash::Solid,
            along: Direction::Y,
            at: 0.0,
            label: String::new(),
        },
        Mark::Rule {
            ink: Ink::Handle,
            dash: Dash::Solid,
            along: Direction::X,
            at: scene.x,
            label: format!("x = {}", number::plain(scene.x, 3)),
        },
        stroke(deep_name(net), ink(scene), Dash::Solid, 2.0, pieces),
        stroke(
            single_name(net),
            Ink::Text,
            Dash::Dashed,
            0.8,
            vec![straight.to_vec()],
        ),
        stroke(
            text::GAP.read(),
            Ink::Handle,
            Dash::Solid,
            1.0,
            vec![vec![[scene.x, single_at], [scene.x, deep_at]]],
        ),
        dot(Ink::Text, [scene.x, single_at], true),
        dot(ink(scene), [scene.x, deep_at], false),
    ];
    Plot {
        id: "line",
        title: text::LINE.read(),
        x: axis("x", LINE),
        y: axis("y", [low, high]),
        framing: Framing::Axes,
        marks,
        gestures: vec![Gesture::Drag {
            control: controls::X.name(),
        }],
        weight: 1.0,
    }
}

pub fn plane(scene: &Scene) -> Plot {
    let net = &scene.plane;
    let deep = |x: [f64; 2]| point(&net.deep.run_to(net.count, &x));
    let single = |x: [f64; 2]| point(&net.single.apply(&x));
    let coordinate = |axis: usize| extent(net.outputs.iter().map(move |y| y[axis]));
    let rough = [coordinate(0), coordinate(1)];
    let widest = (rough[0][1] - rough[0][0]).max(rough[1][1] - rough[1][0]);
    let tracing = Tracing {
        cells: LINE_CELLS,
        frame: [widest.max(f64::MIN_POSITIVE); 2],
        jumps: jumps(scene),
    };
    let mut marks = Vec::new();
    if !net.is_one() {
        let ghost = |along: usize| {
            (0..GRID_LINES).step_by(GHOST_LINES).map(move |index| {
                let across = place(PLANE, index, GRID_LINES);
                PLANE.map(|s| single(on_line(along, across, s))).to_vec()
            })
        };
        let pieces = ghost(0).chain(ghost(1)).collect();
        marks.push(stroke(
            single_name(net),
            Ink::Text,
            Dash::Dashed,
            0.4,
            pieces,
        ));
    }
    for (along, (ink, dash)) in ALONG.into_iter().enumerate() {
        let pieces = (0..GRID_LINES).flat_map(|index| {
            let across = place(PLANE, index, GRID_LINES);
            trace(|s| deep(on_line(along, across, s)), PLANE, tracing)
        });
        marks.push(stroke(
            direction_name(along),
            ink,
            dash,
            0.6,
            pieces.collect(),
        ));
    }
    marks.extend(creases(net).into_iter().map(|crease| {
        let [from, to] = crease.ends;
        let along = |s: f64| [0, 1].map(|axis| from[axis] + s * (to[axis] - from[axis]));
        Mark::Line {
            name: text::CREASE.read(),
            ink: Ink::Alarm,
            dash: Dash::Solid,
            width: 1.4,
            pieces: trace(|s| deep(along(s)), [0.0, 1.0], tracing),
            label: crease.name,
        }
    }));
    if is_point(net) {
        marks.push(Mark::Points {
            name: text::POINT.read(),
            ink: ink(scene),
            shape: Shape::Circle,
            hollow: false,
            size: 1.8,
            at: net.outputs.first().map(|y| point(y)).into_iter().collect(),
        });
    } else if tracing.jumps {
        // Where the plane falls onto a few points, no line shows them.
        marks.push(Mark::Points {
            name: text::CROSSINGS.read(),
            ink: Ink::Text,
            shape: Shape::Circle,
            hollow: false,
            size: 1.4,
            at: net.outputs.iter().map(|y| point(y)).collect(),
        });
    }
    let letter = LETTER.windows(2).flat_map(|ends| {
        let along = |s: f64| {
            [0, 1].map(|axis| {
                let unit = ends[0][axis] + s * (ends[1][axis] - ends[0][axis]);
                LETTER_FOOT[axis] + LETTER_UNIT * unit
            })
        };
        trace(|s| deep(along(s)), [0.0, 1.0], tracing)
    });
    marks.push(stroke(
        "F".to_owned(),
        Ink::Handle,
        Dash::Solid,
        1.6,
        joined(letter),
    ));
    let mut points: Vec<[f64; 2]> = marks.iter().flat_map(points_of).collect();
    points.extend(net.nearby().iter().map(|y| point(y)));
    let seen = |axis: usize| extent(points.iter().map(|p| p[axis]));
    let [x, y] = steady([seen(0), seen(1)]);
    let name = match net.count {
        0 => "x",
        count if count == net.depth() => "y",
        _ => "a",
    };
    Plot {
        id: "plane",
        title: text::plane(net.count, net.depth()),
        x: axis(&format!("{name}₁"), x),
        y: axis(&format!("{name}₂"), y),
        framing: Framing::Equal,
        marks,
        gestures: Vec::new(),
        weight: 1.0,
    }
}

fn jumps(scene: &Scene) -> bool {
    !scene.style.activation.jumps().is_empty()
}

/// The point `s` far along a grid line.
fn on_line(along: usize, across: f64, s: f64) -> [f64; 2] {
    if along == 0 { [s, across] } else { [across, s] }
}

fn point(values: &[f64]) -> [f64; 2] {
    match *values {
        [x, y] => [x, y],
        _ => [f64::NAN; 2],
    }
}

/// Pieces that begin where the last one ended, as one: the corners of the letter are then mitred.
fn joined(pieces: impl Iterator<Item = Vec<[f64; 2]>>) -> Vec<Vec<[f64; 2]>> {
    let mut whole: Vec<Vec<[f64; 2]>> = Vec::new();
    for piece in pieces {
        match whole.last_mut() {
            Some(last) if last.last() == piece.first() => last.extend(piece),
            _ => whole.push(piece),
        }
    }
    whole
}

fn points_of(mark: &Mark) -> Vec<[f64; 2]> {
    match mark {
        Mark::Line { pieces, .. } => pieces.concat(),
        Mark::Points { at, .. } => at.clone(),
        _ => Vec::new(),
    }
}

fn axis(label: &str, [min, max]: [f64; 2]) -> Axis {
    Axis {
        label: label.to_owned(),
        min,
        max,
        scale: Scale::Linear,
    }
}

fn stroke(name: String, ink: Ink, dash: Dash, width: f64, pieces: Vec<Vec<[f64; 2]>>) -> Mark {
    Mark::Line {
        name,
        ink,
        dash,
        width,
        pieces,
        label: String::new(),
    }
}

fn dot(ink: Ink, [x, y]: [f64; 2], hollow: bool) -> Mark {
    Mark::Dot {
        ink,
        x,
        y,
        hollow,
        label: String::new(),
    }
}
