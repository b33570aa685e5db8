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
    let frame = Frame::new(&framed, 480.0, 201.6, Theme::Light);
    let [left, _, right, _] = frame.rectangle;
    let [cut_left, _, cut_right, _] = cut(&picture);
    assert_eq!(cut_left, (8.0 * left).round());
    let half = (8.0 * 0.5 * (right - left)).round();
    assert!((cut_right - cut_left - half).abs() <= 1.0);
    let place = stretched(&picture)[0];
    assert!(place < 0.0, "the picture itself begins left of the cut");
}

/// Left, top, right and bottom at which a picture is cut, in the units of the document.
#[track_caller]
fn cut(picture: &str) -> [f64; 4] {
    let (_, path) = picture.split_once("<clipPath id=\"").expect("a cut");
    let (id, rest) = path.split_once('"').expect("its name");
    assert!(
        picture.contains(&format!("clip-path=\"url(#{id})\"")),
        "{id}"
    );
    let path = rest.split('"').nth(1).expect("its path");
    let numbers = path.split(|c: char| !c.is_ascii_digit());
    let numbers: Vec<f64> = numbers.filter_map(|n| n.parse().ok()).collect();
    // M left top H right V bottom H left Z.
    let [left, top, right, bottom, back] = numbers[..] else {
        panic!("no rectangle: {path}");
    };
    assert_eq!(back, left);
    [left, top, right, bottom]
}

/// Left, top, width and height over which a picture is stretched.
fn stretched(picture: &str) -> [f64; 4] {
    ["x", "y", "width", "height"].map(|name| {
        let text = attribute(picture, "data:image/png", name);
        text.parse().expect("a number")
    })
}

/// CairoSVG lets half a pixel fade at the edges of an image: they lie one pixel outside the cut, in each direction.
#[test]
fn the_edge_of_an_image_is_cut_off() {
    let ramp = Ramp::Sequential { from: 0.0, to: 5.0 };
    let marks = vec![heat(corners(), ramp, Cells::Blended)];
    let picture = drawn(plot(Framing::Axes, marks), Theme::Light);
    let ([left, top, right, bottom], [x, y, width, height]) = (cut(&picture), stretched(&picture));
    // Three cells and two rows, and one more on each side.
    for (from, to, least, whole, cells) in
        [(left, right, x, width, 3.0), (top, bottom, y, height, 2.0)]
    {
        let cell = (to - from) / cells;
        let near = |a: f64, b: f64| (a - b).abs() <= 0.02;
        assert!(near(from - least, cell) && near(whole, to - from + 2.0 * cell));
    }
}

/// Inkscape does not cut at an inner `<svg>`, and a name that stands twice in a document means nothing.
#[test]
fn there_is_one_svg_and_each_cut_is_named_once() {
    let ramp = Ramp::Sequential { from: 0.0, to: 5.0 };
    let field = || heat(corners(), ramp, Cells::Blended);
    let picture = drawn(plot(Framing::Axes, vec![field(), field()]), Theme::Light);
    assert_eq!(picture.matches("<svg ").count(), 1);
    assert_eq!(picture.matches("<image ").count(), 2);
    assert_eq!(picture.matches("<clipPath ").count(), 1);
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
            id: "",
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
