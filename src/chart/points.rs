//! Shapes of scattered points.

use super::frame::Frame;
use super::pen::{Drawn, Pen, Stroke, Surface};
use super::theme::Theme;
use crate::view::{Ink, Mark, Shape};
use plotters::style::{Color, RGBColor};

/// Corners of a circle that is drawn as a polygon: in a legend of 6 pixels nobody counts them.
const ROUND: usize = 24;

/// Radius of an ordinary point, in stroke widths.
const POINT: f64 = 1.6;

/// Radius of a dot, in stroke widths.
const DOT: f64 = 2.2;

/// How one class of points looks.
#[derive(Clone, Copy)]
pub struct Look {
    /// Role of its colour.
    pub ink: Ink,
    /// Its shape.
    pub shape: Shape,
    /// An outline instead of a filled shape.
    pub hollow: bool,
    /// Relative to an ordinary point.
    pub size: f64,
}

/// Every point whose middle lies in the frame.
pub fn points<S: Surface>(
    pen: &mut Pen<S>,
    frame: &Frame,
    look: Look,
    at: &[[f64; 2]],
) -> Drawn<S> {
    for &[x, y] in at {
        let centre = (frame.px(x), frame.py(y));
        if frame.contains(centre.0, centre.1) {
            point(pen, centre, look)?;
        }
    }
    Ok(())
}

/// Where points and dots lie in the frame.
pub fn areas(marks: &[Mark], frame: &Frame, theme: Theme) -> Vec<[f64; 4]> {
    let mut areas = Vec::new();
    for mark in marks {
        let (at, radius) = match mark {
            Mark::Points { at, size, .. } => (at.as_slice(), POINT * size),
            Mark::Dot { x, y, .. } => (&[[*x, *y]][..], DOT),
            _ => continue,
        };
        let radius = radius * theme.stroke();
        let centres = at.iter().map(|&[x, y]| (frame.px(x), frame.py(y)));
        let inside = centres.filter(|&(x, y)| frame.contains(x, y));
        areas.extend(inside.map(|(x, y)| [x - radius, y - radius, x + radius, y + radius]));
    }
    areas
}

/// One point, with a thin rim that keeps it apart from what it covers.
pub fn point<S: Surface>(pen: &mut Pen<S>, centre: (f64, f64), look: Look) -> Drawn<S> {
    let colour = pen.theme.ink(look.ink);
    let background = pen.theme.background();
    let radius = POINT * pen.theme.stroke() * look.size;
    let rim = 0.4 * pen.theme.stroke();
    let line = 0.75 * pen.theme.stroke();
    match (look.shape, look.hollow) {
        (Shape::Cross, _) => {
            for corners in outline(Shape::Cross).chunks_exact(2) {
                let arm: Vec<(f64, f64)> = scaled(corners, centre, radius);
                let stroke = |colour: RGBColor, width: f64| Stroke {
                    colour: colour.to_rgba(),
                    width,
                    pattern: &[],
                };
                pen.path(&arm, stroke(background, line + 2.0 * rim))?;
            }
            for corners in outline(Shape::Cross).chunks_exact(2) {
                let arm = scaled(corners, centre, radius);
                let stroke = Stroke {
                    colour: colour.to_rgba(),
                    width: line,
                    pattern: &[],
                };
                pen.path(&arm, stroke)?;
            }
            Ok(())
        }
        (Shape::Circle, false) => {
            pen.disc(centre, radius + rim, background)?;
            pen.disc(centre, radius, colour)
        }
        (Shape::Circle, true) => {
            pen.disc(centre, radius + rim, background)?;
            pen.ring(centre, radius - 0.5 * line, colour, line)
        }
        (shape, false) => {
            let outer = scaled(&outline(shape), centre, radius + 1.4 * rim);
            pen.polygon(&outer, background.to_rgba())?;
            pen.polygon(&scaled(&outline(shape), centre, radius), colour.to_rgba())
        }
        (shape, true) => {
            let outer = scaled(&outline(shape), centre, radius + rim);
            pen.polygon(&outer, background.to_rgba())?;
            let mut around = scaled(&outline(shape), centre, radius - 0.5 * line);
            // Past the first corner once more, so that it is joined and not capped.
            around.extend_from_within(..2);
            let stroke = Stroke {
                colour: colour.to_rgba(),
                width: line,
                pattern: &[],
            };
            pen.path(&around, stroke)
        }
    }
}

/// A single value, larger than a point of a scatter.
pub fn dot<S: Surface>(
    pen: &mut Pen<S>,
    frame: &Frame,
    ink: Ink,
    (x, y): (f64, f64),
    hollow: bool,
) -> Drawn<S> {
    let centre = (frame.px(x), frame.py(y));
    if !frame.contains(centre.0, centre.1) {
        return Ok(());
    }
    let radius = DOT * pen.theme.stroke();
    let (background, colour) = (pen.theme.background(), pen.theme.ink(ink));
    // A thin rim keeps dots on crossing curves apart.
    pen.disc(
        centre,
        radius + if hollow { 0.0 } else { 1.2 },
        if hollow { colour } else { background },
    )?;
    let inner = if hollow {
        radius - pen.theme.stroke() * 0.7
    } else {
        radius
    };
    pen.disc(centre, inner, if hollow { background } else { colour })
}

fn scaled(corners: &[(f64, f64)], centre: (f64, f64), radius: f64) -> Vec<(f64, f64)> {
    let place = |&(x, y): &(f64, f64)| (centre.0 + radius * x, centre.1 + radius * y);
    corners.iter().map(place).collect()
}

/// The corners of a shape around (0, 0), y downwards, of the area of a circle of radius 1; a cross is two separate strokes.
pub fn outline(shape: Shape) -> Vec<(f64, f64)> {
    match shape {
        Shape::Circle => (0..ROUND)
            .map(|i| i as f64 / ROUND as f64 * std::f64::consts::TAU)
            .map(|angle| (libm::cos(angle), libm::sin(angle)))
            .collect(),
        // √π / 2
        Shape::Square => {
            let half = 0.886;
            vec![(-half, -half), (half, -half), (half, half), (-half, half)]
        }
        // Equilateral: the radius of its corners is √(4π / 3√3).
        Shape::Triangle => vec![(0.0, -1.555), (1.347, 0.778), (-1.347, 0.778)],
        Shape::Cross => vec![(-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (1.0, -1.0)],
    }
}

/// The same as the data of an SVG path, for the HTML legend.
pub fn shape_path(shape: Shape) -> String {
    let pieces = match shape {
        Shape::Cross => 2,
        _ => usize::MAX,
    };
    let piece = |corners: &[(f64, f64)]| {
        let corners: Vec<String> = corners
            .iter()
            .map(|(x, y)| format!("{x:.3} {y:.3}"))
            .collect();
        format!(
            "M{}{}",
            corners.join("L"),
            if pieces == 2 { "" } else { "Z" }
        )
    };
    outline(shape).chunks(pieces).map(piece).collect()
}
