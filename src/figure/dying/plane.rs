//! The plane of `dying`: the points, and the line of every unit.

use super::super::style::CLASSES;
use super::super::text::activation as called;
use super::{Scene, controls, name, names};
use crate::model::activation::Kind;
use crate::model::population::Unit;
use crate::view::*;

/// Cells of the field along each side: the edge of a ReLU stays within a third of a point's size.
const CELLS: usize = 96;

/// The points, every unit's line w·x + b = 0, and the chosen unit's activation as a field.
pub fn plane(scene: &Scene) -> Plot {
    let points = scene.population.points();
    // Every set of points lies well inside this square; the lines of dead units pass outside the points.
    let reach = 1.35
        * points
            .inputs
            .iter()
            .fold(0.0f64, |most, x| most.max(x.abs()));
    let mut marks = vec![field(scene, reach)];
    let width = scene.population.plan().width;
    // The chosen unit's line lies over the others.
    let others = (0..width).filter(|unit| *unit != scene.unit);
    marks.extend(
        others
            .chain([scene.unit])
            .map(|unit| line(scene, unit, reach)),
    );
    marks.extend(by_class(scene, 1.0, |i| {
        [points.inputs[i], points.inputs[points.len() + i]]
    }));
    let axis = |label: &str| Axis {
        label: label.to_owned(),
        min: -reach,
        max: reach,
        scale: Scale::Linear,
    };
    Plot {
        id: "plane",
        title: names::on(scene.unit + 1),
        framing: Framing::Equal,
        x: axis("x₁"),
        y: axis("x₂"),
        marks,
        gestures: vec![Gesture::Pick {
            control: controls::UNIT.name(),
            names: (0..width).map(name).collect(),
        }],
        weight: 1.0,
    }
}

/// One scatter per class, with the place of each training point.
pub fn by_class(scene: &Scene, size: f64, place: impl Fn(usize) -> [f64; 2]) -> Vec<Mark> {
    let targets = &scene.population.points().targets;
    let scatter = |(class, (ink, shape)): (usize, &(Ink, Shape))| {
        let of_class = (0..targets.len()).filter(|i| targets[*i] == class as f64);
        Mark::Points {
            name: names::class(class),
            ink: *ink,
            shape: *shape,
            hollow: false,
            size,
            at: of_class.map(&place).collect(),
        }
    };
    CLASSES.iter().enumerate().map(scatter).collect()
}

/// The activation of the chosen unit over the plane: neutral where it is off.
fn field(scene: &Scene, reach: f64) -> Mark {
    let Unit { weights, bias, .. } = scene.population.moment(scene.step).unit(scene.unit);
    let activation = scene.population.activation(scene.unit, scene.step);
    // Where the frame is not a square it shows more than the axes say.
    let ends = [-2.0 * reach, 2.0 * reach];
    let of = |x: f64, y: f64| activation.value(weights[0] * x + weights[1] * y + bias);
    let field = Field::sample(ends, ends, (CELLS, CELLS), of);
    // z grows evenly over the plane, so its extremes on the square lie at corners.
    let corners = [
        (-reach, -reach),
        (-reach, reach),
        (reach, -reach),
        (reach, reach),
    ];
    let most = corners
        .map(|(x, y)| of(x, y).abs())
        .into_iter()
        .fold(0.0f64, f64::max);
    Mark::Heat {
        name: names::activation_of(scene.unit + 1),
        field,
        // Room above the largest value, so that points and lines stay readable on the strongest colour.
        ramp: Ramp::Diverging {
            reach: if most > 0.0 { 1.6 * most } else { 1.0 },
        },
        cells: Cells::Blended,
    }
}

/// A unit's line: here its z is 0. Without weights it has none.
fn line(scene: &Scene, unit: usize, reach: f64) -> Mark {
    let moment = scene.population.moment(scene.step);
    let chosen = unit == scene.unit;
    let (ink, dash) = look(scene, unit);
    Mark::Line {
        name: name(unit),
        ink,
        dash,
        width: if chosen { 1.6 } else { 0.6 },
        pieces: across(moment.unit(unit), 4.0 * reach).into_iter().collect(),
        label: if chosen { name(unit) } else { String::new() },
    }
}

/// How the line of a dead unit looks.
const DEAD: (Ink, Dash) = (Ink::Alarm, Dash::Dashed);

/// The stroke of a unit's line: what has become of it, and whether it is the chosen one.
fn look(scene: &Scene, unit: usize) -> (Ink, Dash) {
    let dead = scene.population.moment(scene.step).dead[unit];
    match (dead, is_cured(scene, unit), unit == scene.unit) {
        (true, ..) => DEAD,
        (_, true, _) => (Ink::Series(3), Dash::DashDot),
        (_, _, true) => (Ink::Handle, Dash::Solid),
        _ => (Ink::Muted, Dash::Solid),
    }
}

/// The line w·x + b = 0, as far as `reach` from its point nearest to the origin in both directions.
fn across(unit: Unit, reach: f64) -> Option<Vec<[f64; 2]>> {
    let [w1, w2] = unit.weights;
    let square = w1 * w1 + w2 * w2;
    let foot = [-unit.bias * w1 / square, -unit.bias * w2 / square];
    let length = square.sqrt();
    let along = [-w2 / length * reach, w1 / length * reach];
    let end = |sign: f64| [foot[0] + sign * along[0], foot[1] + sign * along[1]];
    // Weights of 0 leave no line, and overflow no number to draw.
    foot.iter()
        .chain(&along)
        .all(|x| x.is_finite())
        .then(|| vec![end(-1.0), end(1.0)])
}

/// Whether a unit has a slope where plain ReLU has none.
pub fn is_cured(scene: &Scene, unit: usize) -> bool {
    scene.population.activation(unit, scene.step).kind() != Kind::Relu
}

/// What the strokes and shapes mean.
pub fn legend(scene: &Scene) -> Vec<Key> {
    let mut keys: Vec<Key> = CLASSES
        .iter()
        .enumerate()
        .map(|(class, (ink, shape))| {
            let point = Look::Point {
                ink: *ink,
                shape: *shape,
                hollow: false,
            };
            Key::new(names::class(class), point)
        })
        .collect();
    let (ink, dash) = look(scene, scene.unit);
    // A dead one looks like the others that are dead; its name stands on its line.
    if (ink, dash) != DEAD {
        keys.push(Key::stroke(name(scene.unit), ink, dash));
    }
    keys.push(Key::stroke(names::ANOTHER_LINE, Ink::Muted, Dash::Solid));
    keys.push(Key::stroke(names::DEAD, DEAD.0, DEAD.1).called("dead"));
    let plan = scene.population.plan();
    if plan.leak.is_some() || plan.activation.kind() == Kind::LeakyRelu {
        keys.push(Key::stroke(
            names::WITH_A_LEAK,
            Ink::Series(3),
            Dash::DashDot,
        ));
    } else if plan.activation.kind() != Kind::Relu {
        keys.push(Key::stroke(
            called(plan.activation.kind()),
            Ink::Series(3),
            Dash::DashDot,
        ));
    }
    keys
}
