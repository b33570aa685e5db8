//! Discs and connections in rows and columns, read back from the SVG.

use crate::drawing::{attribute, drawn, plot};

use activation_lab::chart::Theme;
use activation_lab::figure::{Dash, Framing, Ink, Mark, Scale, Side};

/// Units of a drawn network keep apart where their rows are low, and their connections are thinner where columns are close; elsewhere both are as large as they say.
#[test]
fn a_lattice_does_not_grow_together() {
    let picture = |scale: Scale, units: f64| {
        let node = |y: f64| Mark::Node {
            name: format!("unit {y}"),
            ink: Ink::Series(0),
            x: 1.0,
            y,
            radius: 0.75,
            fill: 0.5,
            label: String::new(),
            caption: String::new(),
            side: Side::Above,
        };
        let edge = Mark::Edge {
            name: "connection".to_owned(),
            ink: Ink::Series(0),
            dash: Dash::Solid,
            width: 4.0,
            from: [1.0, 1.0],
            to: [2.0, 1.0],
            bend: 0.0,
            label: String::new(),
        };
        let mut plot = plot(Framing::Axes, vec![edge, node(1.0), node(2.0)]);
        for axis in [&mut plot.x, &mut plot.y] {
            (axis.min, axis.max, axis.scale) = (0.5, units + 0.5, scale);
        }
        drawn(plot, Theme::Light)
    };
    let circles = |picture: &str| -> Vec<[f64; 2]> {
        let all = picture.split("<circle").skip(1);
        let number = |circle: &str, name: &str| -> f64 {
            attribute(&format!("<circle{circle}"), "circle", name)
                .parse()
                .expect(name)
        };
        all.map(|c| [number(c, "cy"), number(c, "r")]).collect()
    };
    let width = |picture: &str| -> f64 {
        let line = picture
            .split("<polyline")
            .find(|line| line.contains("#0072B2"));
        let line = format!("<polyline{}", line.expect("the connection"));
        let text = attribute(&line, "polyline", "stroke-width");
        text.parse().expect("a number")
    };
    let (low, high) = (picture(Scale::Count, 60.0), picture(Scale::Linear, 60.0));
    let rows = circles(&low);
    let [first, last] = [rows[0][0], rows[rows.len() - 1][0]];
    // Of a unit's three circles the first is the paper around it.
    let largest = rows[1][1];
    assert!(2.0 * largest <= (first - last).abs(), "{rows:?}");
    let free = circles(&high)[1][1];
    assert!(largest < 0.5 * free, "{largest} {free}");
    assert!(
        width(&low) < 0.3 * width(&high),
        "{} {}",
        width(&low),
        width(&high)
    );
    // Where there is room, nothing changes.
    let roomy = picture(Scale::Count, 5.0);
    assert_eq!(width(&roomy), width(&high));
}
