//! The length of each layer's gradient in `layers`, measured and expected.

use super::{Scene, controls, layer_axis, names};
use crate::view::number;
use crate::view::*;

/// The most layers that get a point each; of more, a line.
const MOST_POINTS: usize = 40;

/// The norm of every layer's gradient, as measured and as the theory expects it.
pub fn norms(scene: &Scene) -> Plot {
    let measured: Vec<[f64; 2]> = scene
        .spread()
        .layers()
        .iter()
        .enumerate()
        .filter(|(_, layer)| layer.is_complete())
        .map(|(index, layer)| [(index + 1) as f64, layer.log10_norm()])
        .collect();
    let expected: Vec<[f64; 2]> = scene
        .answer
        .expected
        .iter()
        .enumerate()
        .map(|(index, layer)| [(index + 1) as f64, layer.log10_norm])
        .filter(|point| point[1].is_finite())
        .collect();
    let (low, high) = measured
        .iter()
        .chain(&expected)
        .map(|point| point[1])
        .filter(|y| y.is_finite())
        .fold((0.0f64, 0.0f64), |(low, high), y| (low.min(y), high.max(y)));
    let air = (0.06 * (high - low)).max(0.25);
    let zeros: Vec<f64> = measured
        .iter()
        .filter(|point| point[1] == f64::NEG_INFINITY)
        .map(|point| point[0])
        .collect();
    let finite: Vec<[f64; 2]> = measured
        .into_iter()
        .filter(|point| point[1].is_finite())
        .collect();
    let mut marks = vec![
        outline(scene),
        Mark::Line {
            name: names::EXPECTED.read(),
            ink: Ink::Text,
            dash: Dash::Dashed,
            width: 1.0,
            pieces: vec![expected],
            label: names::THEORY.read(),
        },
    ];
    if scene.plan().depth > MOST_POINTS {
        marks.push(Mark::Line {
            name: names::MEASURED.read(),
            ink: scene.style().ink,
            dash: Dash::Solid,
            width: 1.4,
            pieces: vec![finite],
            label: names::MEASURED.read(),
        });
    } else {
        marks.push(Mark::Points {
            name: names::MEASURED.read(),
            ink: scene.style().ink,
            shape: Shape::Circle,
            hollow: false,
            size: 1.2,
            at: finite,
        });
    }
    if !zeros.is_empty() {
        marks.push(Mark::Zeros {
            name: names::EXACTLY_ZERO.read(),
            ink: scene.style().ink,
            at: zeros,
        });
    }
    Plot {
        id: "norms",
        title: title(scene),
        framing: Framing::Named,
        x: layer_axis(scene.plan().depth),
        y: Axis {
            label: names::NORM_OF_LAYER.read(),
            min: low - air,
            max: high + air,
            scale: Scale::Decades,
        },
        marks,
        gestures: vec![Gesture::Hover {
            control: controls::LAYER.name(),
        }],
        weight: 3.0,
    }
}

/// Which layer is looked at.
pub fn outline(scene: &Scene) -> Mark {
    Mark::Band {
        name: names::layer(scene.layer + 1),
        ink: Ink::Handle,
        along: Direction::X,
        from: scene.layer as f64 + 0.5,
        to: scene.layer as f64 + 1.5,
        hatched: false,
        label: String::new(),
    }
}

fn title(scene: &Scene) -> String {
    let factors =
        [scene.measured_share(), scene.expected_share()].map(|share| scene.per_layer(share));
    let [measured, expected] =
        factors.map(|factor| factor.is_finite().then(|| number::plain(factor, 3)));
    names::norms(measured.as_deref(), expected.as_deref())
}
