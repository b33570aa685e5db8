//! What is drawn without a browser: in a built-in font, inside its sheet, with its origin.

use super::{run, text};
use activation_lab::chart::{Document, Theme, svg};
use activation_lab::figure::{FIGURES, Figure, Settings};
use resvg::usvg::{Group, Node, Options, Rect, Text, Tree, fontdb::Database};
use std::sync::Arc;

const FONT: &[u8] = include_bytes!("../../fonts/ActivationLabSans-Regular.otf");

/// A machine with no font but ours.
fn options() -> Options<'static> {
    let mut database = Database::new();
    database.load_font_data(FONT.to_vec());
    database.set_sans_serif_family("Activation Lab Sans");
    Options {
        fontdb: Arc::new(database),
        ..Options::default()
    }
}

fn texts<'a>(group: &'a Group, found: &mut Vec<&'a Text>) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, found),
            Node::Text(text) => found.push(text),
            _ => {}
        }
    }
}

/// Every text of a picture, with what it says.
fn lettering(tree: &Tree) -> Vec<(String, Rect)> {
    let mut found = Vec::new();
    texts(tree.root(), &mut found);
    let words = |text: &Text| text.chunks().iter().map(|chunk| chunk.text()).collect();
    found
        .into_iter()
        .map(|text| (words(text), text.abs_bounding_box()))
        .collect()
}

/// The factory state, and others that write more.
fn states(figure: &Figure) -> Vec<Settings> {
    let with = |pairs: &[(&str, &str)]| {
        let mut settings = Settings::defaults(figure.controls);
        for (id, value) in pairs {
            // Not every figure has every control.
            let _ = settings.set(id, value);
        }
        settings
    };
    vec![
        with(&[]),
        with(&[
            ("depth", "3"),
            ("activation", "gelu"),
            ("second", "true"),
            ("inputs", "4"),
            ("show", "z"),
        ]),
    ]
}

/// The font is real and the estimates are guesses: this is where they are held to each other.
#[test]
fn nothing_written_leaves_the_sheet() {
    let options = options();
    let mut wrong = Vec::new();
    for figure in FIGURES {
        for settings in states(figure) {
            let view = figure.view(&settings);
            for theme in Theme::names().filter_map(|name| name.parse::<Theme>().ok()) {
                for width in [200.0, 260.0, 420.0, 960.0] {
                    let picture = svg(&view, &figure.title.read(), figure.layout, width, theme);
                    let tree = Tree::from_str(&picture, &options).expect("an SVG");
                    let (right, bottom) = (tree.size().width(), tree.size().height());
                    for (words, place) in lettering(&tree) {
                        // A pixel of a letter's side bearing is no letter.
                        let inside = place.left() >= -1.0
                            && place.top() >= -1.0
                            && place.right() <= right + 1.0
                            && place.bottom() <= bottom + 1.0;
                        if !inside {
                            wrong.push(format!(
                                "{} {theme:?} {width}: '{words}' {place:?}",
                                figure.id
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} texts stick out:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Every sign that any figure writes in any picture is in the font.
#[test]
fn the_built_in_font_has_every_sign() {
    let options = options();
    let face = options.fontdb.faces().next().expect("a face").id;
    for figure in FIGURES {
        for settings in states(figure) {
            let picture = svg(
                &figure.view(&settings),
                &figure.title.read(),
                figure.layout,
                960.0,
                Theme::Light,
            );
            let tree = Tree::from_str(&picture, &options).expect("an SVG");
            let mut found = Vec::new();
            texts(tree.root(), &mut found);
            assert!(!found.is_empty());
            for text in found {
                for span in text.layouted() {
                    for glyph in &span.positioned_glyphs {
                        assert!(
                            glyph.id.0 != 0 && glyph.font == face,
                            "no sign for '{}'",
                            glyph.text
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_height_that_is_asked_for_is_the_height() {
    for figure in FIGURES {
        let view = figure.view(&Settings::defaults(figure.controls));
        for width in [200.0, 720.0, 1500.0] {
            let title = figure.title.read();
            let document = Document::new(&title, figure.layout, width, Theme::Light);
            let least = document.least_height(&view);
            for height in [least, least + 1.0, least + 555.0] {
                let document = Document {
                    height: Some(height),
                    ..document.clone()
                };
                let picture = document.svg(&view);
                let said = format!(" height=\"{height}\" ");
                assert!(
                    picture.contains(&said),
                    "{} at {width}: {height}",
                    figure.id
                );
                roxmltree::Document::parse(&picture).expect("XML");
            }
        }
    }
}

/// What a PNG is, by a decoder of its own.
struct Png {
    size: (u32, u32),
    pixels: Vec<Vec<u8>>,
    texts: Vec<String>,
}

fn png(bytes: &[u8]) -> Png {
    let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    let mut reader = decoder.read_info().expect("a PNG");
    let mut data = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut data).expect("pixels");
    let texts = &reader.info().uncompressed_latin1_text;
    let texts = texts
        .iter()
        .map(|chunk| format!("{}: {}", chunk.keyword, chunk.text));
    let pixels = data.chunks_exact(info.color_type.samples());
    Png {
        size: (info.width, info.height),
        pixels: pixels.map(<[u8]>::to_vec).collect(),
        texts: texts.collect(),
    }
}

fn made(arguments: &[&str]) -> Vec<u8> {
    let output = run(
        &[&["figure", "decay", "--set", "depth=3"], arguments].concat(),
        "",
    );
    assert!(output.status.success(), "{}", text(&output.stderr));
    output.stdout
}

#[test]
fn a_png_has_the_size_that_is_asked_for_and_a_ground_unless_it_is_left_out() {
    let sized = ["--width", "400", "--height", "500", "--scale", "1.5"];
    let plain = png(&made(&[&["--format", "png"], &sized[..]].concat()));
    assert_eq!(plain.size, (600, 750));
    assert_eq!(plain.pixels[0], [255, 255, 255], "without a fourth channel");
    let ink = plain.pixels.iter().filter(|pixel| pixel[0] < 64).count();
    assert!(ink > 1000, "title and bars are dark: {ink}");
    let clear = png(&made(&["--format", "png", "--transparent"]));
    assert_eq!(clear.pixels[0], [0, 0, 0, 0]);
    let dark = png(&made(&["--format", "png", "--theme", "dark"]));
    assert_eq!(dark.pixels[0], [0x12, 0x12, 0x12]);
}

/// What is too dense to be seen is not written: one curve of 1,900 waves was 34 MB, one of 57 was 1.1. Settings go to 190 waves; from 64 on a band is drawn.
#[test]
fn a_dense_curve_is_no_heavy_picture() {
    let size = |omega: &str, order: &str| {
        let wave = format!("activation=sine(omega={omega})");
        let state = ["figure", "curves", "--set", wave.as_str(), "--set", order];
        run(&state, "").stdout.len()
    };
    // Where the curve leaves the frame and comes back, each half pixel of 960 has a stroke of at most 150 bytes, in each of three plots.
    for omega in ["30", "33.4", "100", "99.5"] {
        let bytes = size(omega, "second=true");
        assert!(
            (10_000..3 * 960 * 2 * 150).contains(&bytes),
            "{omega}: {bytes}"
        );
    }
    assert!(size("1", "second=false") < 30_000);
}

/// The two that stand for screens and for paper are not one.
#[test]
fn print_is_a_theme_of_its_own() {
    let [light, print] = ["light", "print"].map(|theme| text(&made(&["--theme", theme])));
    assert!(light != print);
    assert!(print.contains("fill=\"#000000\"") && !print.to_lowercase().contains("#1f2328"));
}

#[test]
fn every_file_says_where_it_comes_from() {
    let link = "#figure=decay&v=2&depth=3";
    let version = format!("activation-lab {}", env!("CARGO_PKG_VERSION"));
    let names_all = |text: &str, format: &str| {
        for part in [link, version.as_str(), "decay", "weight=1 bias=0"] {
            assert!(text.contains(part), "{format} lacks {part}: {text}");
        }
    };
    let picture = text(&made(&[]));
    let tree = roxmltree::Document::parse(&picture).expect("XML");
    let metadata = tree
        .descendants()
        .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "metadata")));
    names_all(
        metadata.and_then(|node| node.text()).expect("metadata"),
        "svg",
    );
    let table = text(&made(&["--format", "csv", "--comments"]));
    let comments: Vec<&str> = table
        .lines()
        .take_while(|line| line.starts_with("# "))
        .collect();
    names_all(&comments.join("\n"), "csv");
    assert_eq!(
        table
            .split_once("activation,layer")
            .map(|(before, _)| before.lines().count()),
        Some(4)
    );
    assert!(
        text(&made(&["--format", "csv"])).starts_with("activation,"),
        "no comments unless asked for"
    );
    let texts = png(&made(&["--format", "png"])).texts;
    names_all(&texts.join("\n"), "png");
    names_all(&String::from_utf8_lossy(&made(&["--format", "pdf"])), "pdf");
    let data: serde_json::Value =
        serde_json::from_slice(&made(&["--format", "json"])).expect("JSON");
    assert_eq!(data["link"], link);
    assert_eq!(data["software"], version);
    assert_eq!(data["figure"], "decay");
    assert_eq!(data["settings"]["depth"], 3.0);
    assert_eq!(data["settings"]["activation"], "sigmoid");
    assert!(data["table"]["rows"].is_array());
}
