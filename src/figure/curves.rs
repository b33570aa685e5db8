//! `curves`: values, slopes and curvatures of any chosen activations, side by side.

mod controls;
pub(super) mod extent;
mod labels;
mod measures;
pub(super) mod sample;
pub(super) mod text;
pub(super) mod verdict;
mod words;

use super::style::{Styled, styled};
use super::zones::{Zone, zones};
use super::{Figure, Layout, NamedScene};
use crate::state::{Settings, Shown};
use crate::view::number;
use crate::view::*;
use sample::{Order, sampled};
use verdict::Verdict;

/// The figure `curves`.
pub const FIGURE: Figure = Figure {
    id: "curves",
    title: labels::TITLE,
    lead: labels::LEAD,
    controls: controls::CONTROLS,
    layout: Layout::Beside,
    plots: &["values", "slopes", "curvatures"],
    one_of: &[],
    scenes: &[
        NamedScene {
            id: "values",
            title: labels::SCENE_VALUES,
            link: "plots=values&controls=x&parts=title,sentence",
        },
        NamedScene {
            id: "slopes",
            title: labels::SCENE_SLOPES,
            link: "plots=slopes&controls=x&parts=title,sentence",
        },
        NamedScene {
            id: "inputs",
            title: labels::SCENE_INPUTS,
            link: "inputs=true&plots=slopes&controls=sigma&parts=title,sentence",
        },
    ],
    draws: Some(|settings, shown, _| view(settings, shown).into()),
    actions: controls::ACTIONS,
    player: None,
    measures: measures::MEASURES,
    by_layer: None,
};

/// What all the parts of the figure need.
struct Scene {
    curves: Vec<Styled>,
    from: f64,
    to: f64,
    x: f64,
    /// What the first curve does at x.
    verdict: Verdict,
    /// σ of the inputs, when they are shown.
    inputs: Option<f64>,
    zones: Vec<Zone>,
}

fn view(settings: &Settings, shown: &Shown) -> View {
    let (from, to) = range(settings);
    let curves = styled(settings);
    let Some(first) = curves.first() else {
        return View::default();
    };
    let x = settings.get(controls::X);
    let scene = Scene {
        from,
        to,
        x,
        verdict: Verdict::of(&first.activation, x),
        inputs: settings
            .get(controls::INPUTS)
            .then(|| settings.get(controls::SIGMA)),
        zones: if settings.get(controls::ZONES) {
            zones(&first.activation, from, to)
        } else {
            Vec::new()
        },
        curves,
    };
    let has_second = settings.get(controls::SECOND);
    let mut orders = vec![Order::Value, Order::Slope, Order::Curvature];
    orders.retain(|order| shown.wants(order.id(), has_second || *order != Order::Curvature));
    View {
        plots: orders.iter().map(|&order| plot(&scene, order)).collect(),
        legend: legend(&scene),
        readouts: words::readouts(&scene, has_second),
        formulas: words::formulas(&scene),
        summary: words::summary(&scene),
        table: words::table(&scene),
        measures: measures::list(&scene, settings.get(controls::SIGMA)),
        facts: words::facts(&scene),
        ..View::default()
    }
}

/// The visible range; ends that are the wrong way round, or meet, are put right.
fn range(settings: &Settings) -> (f64, f64) {
    let (a, b) = (settings.get(controls::X_MIN), settings.get(controls::X_MAX));
    let (from, to) = if a <= b { (a, b) } else { (b, a) };
    if to - from < 1e-3 {
        return (from - 5e-4, from + 5e-4);
    }
    (from, to)
}

fn plot(scene: &Scene, order: Order) -> Plot {
    let mut marks = background(scene, order);
    let (low, high) = extent::extent(&scene.curves, order, scene.from, scene.to);
    for curve in &scene.curves {
        marks.extend(filled(scene, curve, order));
        let pieces = sampled(&curve.activation, order, (scene.from, scene.to), high - low);
        marks.push(Mark::Line {
            name: curve.name.clone(),
            ink: curve.ink,
            dash: curve.dash,
            width: 1.0,
            pieces,
            label: curve.short.clone(),
        });
        marks.extend(jump_dots(scene, curve, order));
    }
    marks.extend(tangent(scene, order));
    for curve in &scene.curves {
        marks.push(Mark::Dot {
            ink: curve.ink,
            x: scene.x,
            y: order.of(&curve.activation, scene.x),
            hollow: false,
            label: String::new(),
        });
    }
    Plot {
        id: order.id(),
        title: text::title(order),
        x: Axis {
            label: "x".to_owned(),
            min: scene.from,
            max: scene.to,
            scale: Scale::Linear,
        },
        y: Axis {
            label: order.symbol().to_owned(),
            min: low,
            max: high,
            scale: Scale::Linear,
        },
        marks,
        framing: Framing::Named,
        gestures: vec![
            Gesture::Drag {
                control: controls::X.name(),
            },
            Gesture::PanZoom {
                min: controls::X_MIN.name(),
                max: controls::X_MAX.name(),
            },
        ],
        weight: 1.0,
    }
}

/// The inside of the band of a fast wave; one that rises is thinner than it would show.
fn filled(scene: &Scene, curve: &Styled, order: Order) -> Option<Mark> {
    let band = sample::band(&curve.activation, order, (scene.from, scene.to))?;
    let edge = [scene.from, scene.to].map(|x| [x, band.high]);
    (band.rise == 0.0).then(|| Mark::Area {
        name: text::band(&curve.name),
        ink: curve.ink,
        base: band.low,
        points: edge.to_vec(),
    })
}

fn background(scene: &Scene, order: Order) -> Vec<Mark> {
    let mut marks: Vec<Mark> = scene.zones.iter().map(Zone::band).collect();
    if let (Some(sigma), Order::Slope) = (scene.inputs, order) {
        marks.push(density(scene, sigma));
    }
    marks.push(Mark::Rule {
        ink: Ink::Muted,
        dash: Dash::Solid,
        along: Direction::Y,
        at: 0.0,
        label: String::new(),
    });
    marks.push(Mark::Rule {
        ink: Ink::Handle,
        dash: Dash::Solid,
        along: Direction::X,
        at: scene.x,
        label: format!("x = {}", number::plain(scene.x, 3)),
    });
    marks
}

/// The density of the inputs, N(0, σ²), scaled to a height of 1/2 so that its shape can be read over the slopes.
fn density(scene: &Scene, sigma: f64) -> Mark {
    const POINTS: usize = 160;
    let point = |index: usize| {
        let x = scene.from + (scene.to - scene.from) * index as f64 / POINTS as f64;
        let z = x / sigma;
        [x, 0.5 * libm::exp(-0.5 * z * z)]
    };
    Mark::Area {
        name: text::inputs(&number::plain(sigma, 3)),
        ink: Ink::Handle,
        base: 0.0,
        points: (0..=POINTS).map(point).collect(),
    }
}

/// At a jump the value that is taken is a full dot and the one that is not a ring.
fn jump_dots(scene: &Scene, curve: &Styled, order: Order) -> Vec<Mark> {
    if order == Order::Curvature {
        return Vec::new();
    }
    let places = match order {
        Order::Value => curve.activation.jumps(),
        _ => curve.activation.kinks(),
    };
    let mut marks = Vec::new();
    for at in places {
        if at < scene.from || at > scene.to {
            continue;
        }
        let taken = order.of(&curve.activation, at);
        let sides = [at.next_down(), at.next_up()].map(|x| order.of(&curve.activation, x));
        let dot = |y: f64, hollow: bool| Mark::Dot {
            ink: curve.ink,
            x: at,
            y,
            hollow,
            label: String::new(),
        };
        let apart = |a: f64, b: f64| (a - b).abs() > 1e-9;
        if !apart(sides[0], sides[1]) {
            continue;
        }
        marks.push(dot(taken, false));
        marks.extend(
            sides
                .into_iter()
                .filter(|&y| apart(y, taken))
                .map(|y| dot(y, true)),
        );
    }
    marks
}

fn tangent(scene: &Scene, order: Order) -> Option<Mark> {
    let first = &scene.curves[0];
    if order != Order::Value {
        return None;
    }
    let (y, slope) = (
        first.activation.value(scene.x),
        first.activation.derivative(scene.x),
    );
    let reach = 0.18 * (scene.to - scene.from);
    let end = |x: f64| [x, y + slope * (x - scene.x)];
    Some(Mark::Line {
        name: text::tangent(&first.name),
        ink: Ink::Handle,
        dash: Dash::Solid,
        width: 1.0,
        pieces: vec![vec![end(scene.x - reach), end(scene.x + reach)]],
        label: String::new(),
    })
}

fn legend(scene: &Scene) -> Vec<Key> {
    let mut keys: Vec<Key> = scene
        .curves
        .iter()
        .map(|curve| Key::stroke(&curve.name, curve.ink, curve.dash))
        .collect();
    let tangent = text::tangent(&scene.curves[0].name);
    keys.push(Key::stroke(tangent, Ink::Handle, Dash::Solid).called("tangent"));
    keys
}
