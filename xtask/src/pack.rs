//! Putting the page's parts into one text. Pure functions from text to text.

use anyhow::{Result, bail};

use crate::inline::{asleep, base64, packed, script};
use crate::scripts::minified;

/// What the single file is made of.
pub struct Parts<'a> {
    /// The article, with its figures drawn.
    pub page: &'a str,
    /// The article's style.
    pub style: &'a str,
    /// What formulas are written in, as WOFF2.
    pub font: &'a [u8],
    /// The style inside a figure's shadow root.
    pub figure_style: &'a str,
    /// wasm-bindgen's classic script.
    pub glue: &'a str,
    /// The page's own classic scripts, in order.
    pub scripts: &'a [String],
    /// The lessons, as JSON.
    pub lessons: &'a [u8],
    /// The compiled module.
    pub module: &'a [u8],
    /// The worker's script and the module that it trains with.
    pub worker: (&'a str, &'a [u8]),
    /// The Share dialog's script, and what programs are put together from.
    pub share: (&'a str, &'a [u8]),
    /// The script of the list of keys.
    pub help: &'a str,
    /// The script that makes sounds.
    pub sound: &'a str,
    /// The script that tells lessons.
    pub lesson: &'a str,
    /// The script that opens a lesson's file, and the module that reads it.
    pub reading: (&'a str, &'a [u8]),
}

/// What the site calls the font of formulas.
pub const MATH_FONT: &str = "math.woff2";

const STYLE_LINE: &str = r#"<link rel="stylesheet" href="style.css">"#;
/// Before the page is laid out: a font that comes later has all of it laid out again.
const FONT_LINE: &str =
    r#"<link rel="preload" href="math.woff2" as="font" type="font/woff2" crossorigin>"#;
const SCRIPT_LINE: &str = r#"<script type="module" async src="load.js"></script>"#;

/// Starts the single file: the twin of `www/load.js`.
const START: &str = include_str!("start.js");

/// Unpacks the module where the browser cannot.
const INFLATE: &str = include_str!("inflate.js");

/// The glue asks for its own address, which only a default module path would need.
/// In a `srcdoc` frame that question throws, so it is taken out; the module's bytes are handed over anyway.
const OWN_ADDRESS: &str = "new URL(document.currentScript.src, location.href).toString()";

/// The whole page as one file, which needs no server, no network and no module loader.
pub fn single_file(parts: &Parts) -> Result<String> {
    let glue = without_own_address(parts.glue)?;
    let figure_style = serde_json::to_string(parts.figure_style)?;
    let mut scripts = vec![script(&minified(&glue)?)];
    scripts.extend(parts.scripts.iter().map(|text| script(text)));
    scripts.push(script(&minified(INFLATE)?));
    scripts.push(packed("activation-lab-wasm", parts.module)?);
    scripts.push(packed("activation-lab-lessons", parts.lessons)?);
    let (worker, trainer) = parts.worker;
    scripts.push(asleep("activation-lab-worker", worker));
    scripts.push(packed("activation-lab-trainer", trainer)?);
    let (share, programs) = parts.share;
    scripts.push(asleep("activation-lab-share", share));
    scripts.push(packed("activation-lab-programs", programs)?);
    scripts.push(asleep("activation-lab-help", parts.help));
    scripts.push(asleep("activation-lab-sound", parts.sound));
    scripts.push(asleep("activation-lab-lesson", parts.lesson));
    let (reading, reader) = parts.reading;
    scripts.push(asleep("activation-lab-reading", reading));
    scripts.push(packed("activation-lab-reader", reader)?);
    scripts.push(script(&replace_once(
        &minified(START)?,
        "FIGURE_STYLE",
        &figure_style,
    )?));
    let font = format!("data:font/woff2;base64,{}", base64(parts.font));
    let style = replace_once(parts.style, MATH_FONT, &font)?;
    let style = format!("<style>\n{}</style>", style.replace("</style", "<\\/style"));
    let page = replace_once(parts.page, STYLE_LINE, &style)?;
    let page = replace_once(&page, FONT_LINE, "")?;
    let page = replace_once(&page, SCRIPT_LINE, "")?;
    // A module script runs when the page has been read; a classic one does so only at its end.
    replace_once(
        &page,
        "</body>",
        &format!("{}\n</body>", scripts.join("\n")),
    )
}

/// The site's loader: first what tells of a failure, which must not be a file that can itself be missing.
pub fn loader(failed: &str, load: &str) -> String {
    format!("{failed}\n{load}")
}

/// The worker's script: the glue of its module, and what it does with it.
pub fn worker(glue: &str, work: &str) -> Result<String> {
    Ok(format!("{}\n{work}", without_own_address(glue)?))
}

/// The script that opens a lesson's file, with the glue of the module that reads it: two glues have one name, so this one stays inside a function.
pub fn reading(script: &str, glue: &str) -> Result<String> {
    let glue = without_own_address(glue)?;
    Ok(format!(
        "{script}window.ActivationLab.reading.glue = function () {{\n{glue}return wasm_bindgen;\n}};\n"
    ))
}

/// The glue where it has no address, or is not to ask for one.
pub fn without_own_address(glue: &str) -> Result<String> {
    replace_once(glue, OWN_ADDRESS, "undefined")
}

/// Stands under each figure's picture. The style shows it when no script has come for a while: a script that cannot run says nothing itself.
pub const UNSTARTED: &str = concat!(
    "\n<p class=\"unstarted\">The interactive figure has not started: its script is still on its way, or cannot run here. ",
    "The picture shows its first state.</p>"
);

/// The page with each `<!-- figure:SCENE -->` replaced by what `draw` makes of that scene, and [`UNSTARTED`] in the page's language.
pub fn with_figures(
    page: &str,
    unstarted: &str,
    mut draw: impl FnMut(&str) -> Result<String>,
) -> Result<String> {
    const OPEN: &str = "<!-- figure:";
    const CLOSE: &str = " -->";
    let mut whole = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((id, after)) = after.split_once(CLOSE) else {
            bail!("a `{OPEN}` in the page is not closed by `{CLOSE}`");
        };
        whole.push_str(before);
        whole.push_str(without_prolog(&draw(id)?));
        whole.push_str(unstarted);
        rest = after;
    }
    whole.push_str(rest);
    Ok(whole)
}

/// A picture that stands in a file of its own and is fetched when a reader comes near it; its words are the picture's own.
pub fn aside(file: &str, svg: &str) -> Result<String> {
    let between = |open: &str, close: &str| {
        let found = svg
            .split_once(open)
            .and_then(|(_, rest)| rest.split_once(close));
        found.map_or_else(
            || bail!("{file} has no `{open}…{close}`"),
            |(inside, _)| Ok(inside.trim().replace('"', "&quot;")),
        )
    };
    Ok(format!(
        "<img src=\"{file}\" width=\"{}\" height=\"{}\" loading=\"lazy\" alt=\"{}. {}\">",
        between(" width=\"", "\"")?,
        between(" height=\"", "\"")?,
        between("<title>", "</title>")?,
        between("<desc>", "</desc>")?,
    ))
}

/// SVG within HTML is not a document of its own and has no `<?xml …?>`.
fn without_prolog(svg: &str) -> &str {
    let text = svg.trim();
    match text.split_once("?>") {
        Some((prolog, rest)) if prolog.starts_with("<?xml") => rest.trim_start(),
        _ => text,
    }
}

/// Replaces what must be there exactly once: a page that has changed its form is noticed here, not in the browser.
pub fn replace_once(text: &str, old: &str, new: &str) -> Result<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => bail!("expected `{old}` once, found it {count} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head>\n<link rel=\"preload\" href=\"math.woff2\" as=\"font\" type=\"font/woff2\" crossorigin>\n<link rel=\"stylesheet\" href=\"style.css\">\n\
        <script type=\"module\" async src=\"load.js\"></script>\n</head><body><p>text</p>\n</body></html>";
    const GLUE: &str =
        "let wasm_bindgen = new URL(document.currentScript.src, location.href).toString();";

    fn parts<'a>(page: &'a str, scripts: &'a [String]) -> Parts<'a> {
        Parts {
            page,
            style: "p {} @font-face { src: url(\"math.woff2\") }",
            font: b"wOF2",
            figure_style: "a > b { }",
            glue: GLUE,
            scripts,
            lessons: b"[ ]  ",
            module: b"\0asm",
            worker: ("let work;", b"\0asm again"),
            share: ("let share;", b"{ }"),
            help: "let help;",
            sound: "let sound;",
            lesson: "let lesson;",
            reading: ("let reading;", b"\0asm that reads"),
        }
    }

    #[test]
    fn the_single_file_refers_to_nothing_outside() {
        let scripts = ["let one;".to_owned(), "let two;".to_owned()];
        let page = single_file(&parts(PAGE, &scripts)).unwrap();
        // A script that the page holds itself may be run as an import.
        let page_alone = page.replace("import(URL.createObjectURL(", "");
        for part in ["src=", "href=", "import", "currentScript"] {
            assert!(!page_alone.contains(part), "{part} in {page}");
        }
        let at = |part: &str| {
            page.find(part)
                .unwrap_or_else(|| panic!("no {part} in {page}"))
        };
        let order = [
            "p {}",
            "<p>text",
            "let wasm_bindgen;",
            "let one",
            "let two",
            "ActivationLab.inflate=",
            "data-size=\"4\"",
            "data-size=\"5\"",
            "let work;",
            "data-size=\"10\"",
            "let share;",
            "data-size=\"3\"",
            "let sound;",
            "let lesson;",
            "let reading;",
            "data-size=\"15\"",
            "</body>",
        ];
        assert!(order.map(at).is_sorted(), "{page}");
        assert!(at("<style>") < at("</head>"));
    }

    #[test]
    fn a_script_cannot_end_itself() {
        let scripts = ["let text = '</script><!--<script>';".to_owned()];
        let page = single_file(&parts(PAGE, &scripts)).unwrap();
        assert!(
            page.contains(r"let text = '<\/script><\!--<script>';"),
            "{page}"
        );
    }

    #[test]
    fn a_page_of_another_form_is_an_error() {
        let error = single_file(&parts("<html></html>", &[]))
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("style.css") && error.contains("0 times"),
            "{error}"
        );
    }

    #[test]
    fn figures_are_drawn_in_their_places() {
        let draw = |id: &str| Ok(format!("<?xml version=\"1.0\"?>\n<svg>{id}</svg>\n"));
        let page = with_figures(
            "a <!-- figure:decay --> b <!-- figure:curves -->",
            UNSTARTED,
            draw,
        )
        .unwrap();
        let expected = format!("a <svg>decay</svg>{UNSTARTED} b <svg>curves</svg>{UNSTARTED}");
        assert_eq!(page, expected);
        assert!(with_figures("<!-- figure:decay", "", |_| Ok(String::new())).is_err());
    }

    #[test]
    fn a_picture_aside_says_what_it_shows() {
        let svg = "<svg width=\"96\" height=\"84\">\n<title>Bars</title>\n<desc>The \"first\" &amp; last</desc></svg>";
        let expected = "<img src=\"a.svg\" width=\"96\" height=\"84\" loading=\"lazy\" alt=\"Bars. The &quot;first&quot; &amp; last\">";
        assert_eq!(aside("a.svg", svg).unwrap(), expected);
        let error = aside("a.svg", "<svg width=\"96\">").unwrap_err();
        assert!(error.to_string().contains("height"), "{error}");
    }
}
