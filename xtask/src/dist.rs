//! `build`: the site for a web server, the single file for everything else, and the package for npm, from the same sources.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use crate::language::Language;
use crate::places::intermediate;
use crate::scripts::{minified, together};
use crate::{
    card, child, declared, icon, lean, lesson, listed, npm, pack, places, share, wasm, weights,
};

/// Name of the glue and, with `_bg.wasm`, of the module that draws every figure.
pub const GLUE: &str = "activation_lab";

/// The same of the one that draws what a reader comes to first.
const FIRST_GLUE: &str = "activation_lab_first";

/// The same of the worker's module, which becomes part of the worker's script and `trainer.wasm`.
pub const TRAINER_GLUE: &str = "activation_lab_trainer";

/// The same of the module that reads lessons, whose glue becomes part of the script that opens them, and `reading.wasm`.
const READING_GLUE: &str = "activation_lab_reading";

/// What formulas are written in, and signs that a system's fonts lack.
const MATH_FONT: &str = "fonts/ActivationLabMath-Regular.woff2";

/// What a page with frames of ours may include.
pub const HOST: &str = "host.js";

/// What both loaders begin with.
const FAILED: &str = "failed.js";

/// The page's scripts, those of figures that take time, and the styles of the figures, each as one file: what is alike in them is sent once.
const BUNDLES: [&str; 3] = ["scripts.js", "long.js", "figures.css"];

/// The style of the article, which is one file in the site.
const ARTICLE_STYLES: [&str; 3] = ["style.css", "words.css", "places.css"];

/// Builds both forms of the page in a language and prints what they weigh.
pub fn build(language: Language) -> Result<()> {
    let native = native_command()?;
    // Before anything takes long: in a lesson somebody may have written something that is not so.
    let lessons = lesson::Lessons::read(&native, language)?;
    let trainer = wasm::build("trainer", wasm::Needs::Vectors)?;
    let modules = wasm::page(language.feature())?;
    let www = crate::root().join("www");
    let article = icon::with_icon(&read(&www.join("index.html"))?, &native)?;
    let article = language.article(&article)?;
    let unstarted = language.article(pack::UNSTARTED)?;
    let picture = |scene: &str| picture(&native, language, scene);
    let page = pack::with_figures(&article, &unstarted, picture)?;

    let site = places::site(&language.folder());
    fresh(&site)?;
    lessons.write(&site)?;
    site_glue(&modules.first, FIRST_GLUE, &site)?;
    site_glue(&modules.whole, GLUE, &site)?;
    let article_style = ARTICLE_STYLES.map(|name| style(&www.join(name)));
    let article_style = article_style.into_iter().collect::<Result<String>>()?;
    write(&site.join(ARTICLE_STYLES[0]), &article_style)?;
    let font = bytes(&crate::root().join(MATH_FONT))?;
    write(&site.join(pack::MATH_FONT), &font)?;
    // The first picture is seen at once. A reader who has scrolled to another one has mostly the figure itself by then.
    let mut first = true;
    let light = pack::with_figures(&article, &unstarted, |scene| {
        let svg = picture(scene)?;
        if std::mem::take(&mut first) {
            return Ok(svg);
        }
        let figure = scene.split(' ').next().unwrap_or(scene);
        let file = format!("{figure}.svg");
        write(&site.join(&file), &svg)?;
        pack::aside(&file, &svg)
    })?;
    let light = card::with_card(&light, &native, &site)?;
    write(&site.join("index.html"), &light)?;

    let classic = intermediate().join("glue");
    let trainer_glue = classic_glue(&trainer, TRAINER_GLUE, &classic)?;
    let glue = classic_glue(&modules.whole, GLUE, &classic)?;
    let reading_glue = classic_glue(&modules.reading, READING_GLUE, &classic)?;
    declared::follow(&classic)?;
    let worker = minified(&pack::worker(
        &trainer_glue,
        &read(&www.join("worker.js"))?,
    )?)?;
    let trainer = bytes(&classic.join(format!("{TRAINER_GLUE}_bg.wasm")))?;
    write(&site.join("worker.js"), &worker)?;
    write(&site.join("trainer.wasm"), &trainer)?;

    let share = share::script(&native, language, &www, &share::DIALOG)?;
    let programs = share::said(&native, language, "programs")?;
    write(&site.join("share.js"), &share)?;
    let help = share::script(&native, language, &www, &share::HELP)?;
    write(&site.join("help.js"), &help)?;
    let sound = share::script(&native, language, &www, &share::SOUND)?;
    write(&site.join("sound.js"), &sound)?;
    let lesson = share::script(&native, language, &www, &share::LESSON)?;
    write(&site.join("lesson.js"), &lesson)?;
    let reading = share::script(&native, language, &www, &share::READING)?;
    let reading = minified(&pack::reading(&reading, &reading_glue)?)?;
    let reader = bytes(&classic.join(format!("{READING_GLUE}_bg.wasm")))?;
    write(&site.join("reading.js"), &reading)?;
    write(&site.join("reading.wasm"), &reader)?;
    write(&site.join("programs.json"), &programs)?;

    let loader = read(&www.join("load.js"))?;
    let all = |list: &str| -> Result<Vec<PathBuf>> {
        let names = listed::listed(&loader, list)?;
        Ok(names.iter().map(|name| www.join(name)).collect())
    };
    let failed = language.failed(&read(&www.join(FAILED))?);
    let own = minified(&together(&all("SCRIPTS")?)?)?;
    let long = minified(&together(&all("LONG")?)?)?;
    let styles = all("STYLES")?;
    let styles = styles.iter().map(|file| style(file));
    let styles = styles.collect::<Result<String>>()?;
    let mut first = pack::loader(&failed, &loader);
    for (list, bundle, text) in [
        ("SCRIPTS", BUNDLES[0], &own),
        ("LONG", BUNDLES[1], &long),
        ("STYLES", BUNDLES[2], &styles),
    ] {
        first = listed::relisted(&first, list, bundle)?;
        write(&site.join(bundle), text)?;
    }
    write(&site.join("load.js"), minified(&first)?)?;
    let mut scripts = vec![minified(&failed)?, own, long];
    let module = bytes(&classic.join(format!("{GLUE}_bg.wasm")))?;
    // The package has one language, as long as the site has.
    if language == Language::English {
        npm::write(&npm::Parts {
            native: &native,
            glue: &glue,
            module: &module,
            worker: (&worker, &trainer),
            scripts: &scripts.concat(),
            style: &styles,
            share: (&share, &programs),
            help: &help,
            sound: &sound,
            font: &font,
        })?;
    }
    for name in listed::listed(&loader, "FRAMED")? {
        let framed = script(&www.join(&name))?;
        write(&site.join(&name), &framed)?;
        scripts.push(framed);
    }
    let single = pack::single_file(&pack::Parts {
        page: &page,
        style: &article_style,
        font: &font,
        figure_style: &styles,
        glue: &glue,
        scripts: &scripts,
        lessons: lessons.whole().to_string().as_bytes(),
        module: &module,
        worker: (&worker, &trainer),
        share: (&share, programs.as_bytes()),
        help: &help,
        sound: &sound,
        lesson: &lesson,
        reading: (&reading, &reader),
    })?;
    write(&places::single_file(&language.folder()), &single)?;
    // In the site, and beside the single file, whose hosts have no site to take it from.
    let host = script(&www.join(HOST))?;
    write(&site.join(HOST), &host)?;
    write(&language.folder().join(HOST), &host)?;
    weights::print(&language.folder())
}

/// Builds the native command and returns its path, as cargo tells it.
pub fn native_command() -> Result<PathBuf> {
    let mut build = child::cargo();
    // With the whole workspace, as the tests are built: chosen by itself it would have its dependencies compiled again, with features of its own.
    build.args(["build", "--workspace", "--bin", "activation-lab"]);
    build.arg("--message-format=json-render-diagnostics");
    let messages = String::from_utf8(child::capture(&mut build)?)?;
    let executable = |line: &str| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message.get("executable")?.as_str()?))
    };
    messages
        .lines()
        .filter_map(executable)
        .next_back()
        .context("cargo built no native command")
}

/// A figure as SVG, drawn by the native command with these settings (`control=value`).
pub fn draw(native: &Path, figure: &str, settings: &[&str]) -> Result<String> {
    let mut command = Command::new(native);
    command.args(["figure", figure, "--format", "svg", "--out", "-"]);
    for setting in settings {
        command.args(["--set", setting]);
    }
    String::from_utf8(child::capture(&mut command)?)
        .with_context(|| format!("figure {figure} is not text"))
}

/// A figure as a page in that language asks for it: its name, and after it what of it is shown, as `decay plots=gradient`.
fn picture(native: &Path, language: Language, scene: &str) -> Result<String> {
    let (figure, shown) = scene.split_once(' ').unwrap_or((scene, ""));
    let link = shown.replace(' ', "&");
    let mut command = Command::new(native);
    command.args(["--lang", language.id()]);
    command.args([
        "figure", figure, "--format", "svg", "--out", "-", "--link", &link,
    ]);
    String::from_utf8(child::capture(&mut command)?)
        .with_context(|| format!("figure {scene} is not text"))
}

/// Makes an empty folder.
pub fn fresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| unwritable(folder))
}

/// A module and its glue for a web server, into `folder`.
pub fn site_glue(module: &Path, name: &str, folder: &Path) -> Result<()> {
    let made = glue(module, name, folder, |bindgen| {
        let site = bindgen.web(true)?.typescript(false);
        Ok(site.omit_default_module_path(false))
    })?;
    write(&made, script(&made)?)
}

/// The module and a glue without modules, for the single file and for the worker.
///
/// The site's glue may look for the module beside itself; this one is given the bytes.
fn classic_glue(module: &Path, name: &str, folder: &Path) -> Result<String> {
    let made = glue(module, name, folder, |bindgen| {
        let classic = bindgen.no_modules(true)?.typescript(true);
        Ok(classic.omit_default_module_path(true))
    })?;
    read(&made)
}

/// Writes the glue and the module as the browser loads it, and says where the glue is.
fn glue(
    module: &Path,
    name: &str,
    folder: &Path,
    form: impl FnOnce(&mut Bindgen) -> Result<&mut Bindgen>,
) -> Result<PathBuf> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name);
    form(&mut bindgen)?;
    bindgen
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .generate(folder)
        .map_err(|error| anyhow!("wasm-bindgen: {error:#}"))?;
    let made = folder.join(format!("{name}.js"));
    Ok(made)
}

pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| unreadable(path))
}

/// A script as it is downloaded.
pub fn script(path: &Path) -> Result<String> {
    minified(&read(path)?).with_context(|| path.display().to_string())
}

/// The same of a style.
pub fn style(path: &Path) -> Result<String> {
    lean::style(&read(path)?).with_context(|| path.display().to_string())
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| unreadable(path))
}

/// Writes a file, or says which one could not be written.
pub fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, text).with_context(|| unwritable(path))
}

pub fn unreadable(path: &Path) -> String {
    format!("{} cannot be read", path.display())
}

fn unwritable(path: &Path) -> String {
    format!("{} cannot be written", path.display())
}
