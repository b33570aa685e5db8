//! Fields of values: the pixels are read back from the SVG's PNG.

use crate::drawing;

use activation_lab::chart::{Frame, Theme, svg};
use activation_lab::figure::{
    Cells, Dash, Field, Framing, Ink, Key, Layout, Look, Mark, Ramp, View,
};
use drawing::*;

#[test]
fn the_first_row_of_a_field_is_the_lowest_and_nan_is_transparent() {
    let ramp = Ramp::Sequential { from: 0.0, to: 5.0 };
    for theme in THEMES {
        let marks = vec![heat(corners(), ramp, Cells::Blended)];
        let picture = drawn(plot(Framing::Axes, marks), theme);
        let (width, height, pixels) = pixels(&picture);
        assert_eq!((width, height), (3, 2));
        // The ends of viridis; 9 clamps to its last colour.
        let (first, last) = ([0x44, 0x01, 0x54, 255], [0xfd, 0xe7, 0x25, 255]);
        assert_eq!(pixels[3], first, "lower left is the last row's first pixel");
        assert_eq!(pixels[2], last, "upper right");
        assert_eq!(pixels[1], last, "clamped");
        assert_eq!(pixels[0][3], 0, "no value, no colour");
    }
}

/// A patch of the SVG: left, top, right, bottom in CSS pixels, and its colour.
fn patches(picture: &str) -> Vec<([f64; 4], String)> {
    let patch = |element: &str| {
        let (path, rest) = element.split_once('"')?;
        let numbers = path.split(|c: char| !c.is_ascii_digit() && c != '-');
        let numbers: Vec<f64> = numbers.filter_map(|n| n.parse().ok()).collect();
        let colour = rest.split('"').nth(1)?.to_owned();
        let sides = [numbers[0], numbers[1], numbers[2], numbers[3]].map(|side| side / 8.0);
        Some((sides, colour))
    };
    picture
        .split("<path d=\"M")
        .skip(1)
        .filter_map(patch)
        .collect()
}

/// What is counted is drawn in rectangles: programs that smooth an image would mix one layer's colour into the next.
#[test]
fn separate_cells_are_rectangles_that_leave_no_gap() {
    let ramp = Ramp::Sequential { from: 0.0, to: 5.0 };
    let framed = plot(Framing::Axes, vec![heat(corners(), ramp, Cells::Separate)]);
    let picture = drawn(framed.clone(), Theme::Light);
    assert!(!picture.contains("<image"));
    let frame = Frame::new(&framed, 480.0, 384.0, Theme::Light);
    let [left, top, right, bottom] = frame.rectangle;
    let patches = patches(&picture);
    assert_eq!(patches.len(), 5, "six cells, of which one has no value");
    let third = (right - left) / 3.0;
    // Title and legend stand above; the lowest cell ends with the frame.
    let down = patches[0].0[3] - bottom;
    let near = |a: f64, b: f64| (a - b).abs() <= 0.25;
    for (patch, colour, column, row) in [
        (0, "#440154", 0.0, 1.0),
        (1, "#fde725", 1.0, 0.0),
        (3, "#fde725", 2.0, 0.0),
    ] {
        let ([x, y, ..], drawn) = &patches[patch];
        assert!(near(*x, left + column * third), "patch {patch} at {x}");
        let height = 0.5 * (bottom - top);
        assert!(near(*y, down + top + row * height), "patch {patch} at {y}");
        assert_eq!(drawn, colour, "patch {patch}");
    }
    // A pixel under the neighbour that comes after, and none where there is no neighbour to cover it.
    let [_, _, middle, _] = patches[1].0;
    assert!(near(middle, left + 2.0 * third + 1.0), "{middle}");
    let [_, _, end, foot] = patches[4].0;
    assert!(
        near(end, right) && near(foot, down + bottom),
        "{end} {foot}"
    );
}

#[test]
fn zero_is_neutral_and_the_signs_have_two_colours() {
    let field = Field::sample([0.0, 3.0], [0.0, 1.0], (3, 1), |x, _| x - 1.5);
    assert_eq!(field.values, [-1.0, 0.0, 1.0]);
    for (theme, dark) in [(Theme::Light, false), (Theme::Dark, true)] {
        let ramp = Ramp::Diverging { reach: 1.0 };
        let marks = vec![heat(field.clone(), ramp, Cells::Blended)];
        let (_, _, pixels) = pixels(&drawn(plot(Framing::Axes, marks), theme));
        let [low, middle, high] = [pixels[0], pixels[1], pixels[2]];
        let spread = middle[..3].iter().max().zip(middle[..3].iter().min());
        assert!(spread.is_some_and(|(a, b)| a - b <= 4), "grey: {middle:?}");
        assert_eq!(middle[0] < 64, dark, "near the paper: {middle:?}");
        assert!(low[2] > low[0] && high[0] > high[2], "{low:?} {high:?}");
    }
}

/// More bytes than one stored block holds: 65,535.
#[test]
fn a_large_field_arrives_whole() {
    let field = Field::sample([0.0, 10.0], [0.0, 5.0], (300, 250), |x, y| x * y);
    let ramp = Ramp::Sequential {
        from: 0.0,
        to: 50.0,
    };
    let marks = vec![heat(field.clone(), ramp, Cells::Blended)];
    let (width, height, pixels) = pixels(&drawn(plot(Framing::Axes, marks), Theme::Light));
    assert_eq!((width, height, pixels.len()), (300, 250, 75_000));
    let luminance = |p: [u8; 4]| p[..3].iter().map(|&c| u32::from(c)).sum::<u32>();
    // The product grows to the upper right, and so does the lightness.
    let lights = [74_700, 37_650, 299].map(|at: usize| luminance(pixels[at]));
    assert!(lights[0] < lights[1] && lights[1] < lights[2], "{lights:?}");
    assert_eq!(field.at(299, 249), field.values.last().copied());
    assert_eq!(field.at(300, 0), None);
}

#[test]
fn a_field_is_cut_at_the_frame() {
    let mut field = corners();
    (field.x, field.y) = ([-10.0, 5.0], [0.0, 50.0]);
    let ramp = Ramp::Sequential { from: 0.0, to: 5.0 };
    let framed = plot(Framing::Axes, vec![heat(field, ramp, Cells::Blended)]);
    let picture = drawn(framed.clone(), Theme::Light);
    let inner = picture.split("<svg ").nth(2).expect("a window");
    let window = format!("<svg {inner}");
    let number = |name: &str| attribute(&window, "viewBox", name).parse::<f64>().ok();
    let frame = Frame::new(&framed, 480.0, 201.6, Theme::Light);
    let [left, _, right, _] = frame.rectangle;
    assert_eq!(number("x"), Some((8.0 * left).round()));
    let half = (8.0 * 0.5 * (right - left)).round();
    assert!((number("width").unwrap_or(0.0) - half).abs() <= 1.0);
    let place: f64 = attribute(&picture, "data:image/png", "x")
        .parse()
        .expect("x");
    assert!(place < 0.0, "the picture itself begins left of the window");
}

#[test]
fn a_field_without_cells_draws_nothing() {
    for (columns, values) in [(0, vec![]), (0, vec![1.0]), (3, vec![1.0])] {
        let field = Field {
            columns,
            values,
            ..corners()
        };
        let ramp = Ramp::Diverging { reach: 0.0 };
        let marks = vec![heat(field, ramp, Cells::Blended)];
        assert!(!drawn(plot(Framing::Axes, marks), Theme::Light).contains("<image"));
    }
}

#[test]
fn strokes_on_a_field_have_a_rim_and_names_a_plate() {
    let line = Mark::Line {
        name: "z".to_owned(),
        ink: Ink::Text,
        dash: Dash::Solid,
        width: 1.0,
        pieces: vec![vec![[0.0, 1.0], [10.0, 1.0]]],
        label: "z = 0".to_owned(),
    };
    let count = |marks: Vec<Mark>, what: &str| {
        let picture = drawn(plot(Framing::Bare, marks), Theme::Light);
        picture.matches(what).count()
    };
    let field = heat(corners(), Ramp::Diverging { reach: 1.0 }, Cells::Blended);
    for what in ["<poly", "<rect"] {
        let (plain, on) = (
            count(vec![line.clone()], what),
            count(vec![field.clone(), line.clone()], what),
        );
        assert_eq!(on, plain + 1, "{what}");
    }
}

#[test]
fn the_legend_shows_the_ends_of_a_ramp() {
    let view = View {
        legend: vec![Key {
            name: "output".to_owned(),
            look: Look::Ramp(Ramp::Diverging { reach: 2.5 }),
        }],
        ..View::default()
    };
    let picture = svg(&view, "", Layout::Beside, 400.0, Theme::Light);
    let at = |text: &str| text_at(&picture, text).expect(text).0;
    let strip: f64 = attribute(&picture, "data:image/png", "x")
        .parse()
        .expect("x");
    assert!(at("−2.5") < strip / 8.0 && strip / 8.0 < at("2.5") && at("2.5") < at("output"));
    let (_, _, pixels) = pixels(&picture);
    assert!(pixels[0][2] > pixels[0][0], "negative is blue, on the left");
}
