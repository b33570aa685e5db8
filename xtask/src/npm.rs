//! The package for npm, `dist/npm/`, from the parts of the site: modules of their own, and all of them in one file.

mod consumers;
mod tables;

#[cfg(test)]
pub use consumers::BUNDLER;
pub use consumers::{build as build_consumers, check};

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde_json::Value;

use crate::inline::{base64, deflated};
use crate::pack::{MATH_FONT, replace_once, without_own_address};
use crate::scripts::{minified, without_comments};
use crate::{child, dist, places};

/// What the package is made of, as the site has it.
pub struct Parts<'a> {
    /// Tells which figures and controls there are.
    pub native: &'a Path,
    /// wasm-bindgen's classic script, whose module draws every figure.
    pub glue: &'a str,
    /// That module.
    pub module: &'a [u8],
    /// The worker's script and the module that it trains with.
    pub worker: (&'a str, &'a [u8]),
    /// The page's own scripts, in order.
    pub scripts: &'a str,
    /// The style inside a figure's shadow root.
    pub style: &'a str,
    /// The Share dialog's script, and what programs are put together from.
    pub share: (&'a str, &'a str),
    /// The script of the list of keys.
    pub help: &'a str,
    /// The script that makes sounds.
    pub sound: &'a str,
    /// What formulas are written in, as WOFF2.
    pub font: &'a [u8],
}

/// Files that are packed as they stand.
const AS_THEY_STAND: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "fonts/OFL.txt"];

/// Scripts that import others by name.
const SCRIPTS: [&str; 2] = ["element.js", "define.js"];

/// What `embedded.js` puts together, in this order.
const EMBEDDED: [&str; 3] = ["element.js", "embedded.js", "anywidget.js"];

const DECLARATIONS: [&str; 4] = ["element", "index", "embedded", "anywidget"];

/// Where the package lies, to be published as it is.
pub fn folder() -> PathBuf {
    places::folder().join("npm")
}

/// Writes the package.
pub fn write(parts: &Parts) -> Result<()> {
    let folder = folder();
    dist::fresh(&folder)?;
    let put = |name: &str, text: &[u8]| dist::write(&folder.join(name), text);
    let own =
        |name: &str| without_comments(&dist::read(&crate::root().join("www/npm").join(name))?);
    let given = |name: &str| dist::read(&crate::root().join("xtask/npm").join(name));

    let glue = minified(&without_own_address(parts.glue)?)?;
    let scripts = scripts(parts)?;
    put(
        "glue.js",
        format!("{glue}export {{ wasm_bindgen }};\n").as_bytes(),
    )?;
    let exported = format!("{scripts}export {{ ownWorker, scripts, style }};\n");
    put("scripts.js", exported.as_bytes())?;
    for name in SCRIPTS {
        put(name, own(name)?.as_bytes())?;
    }
    let bodies = EMBEDDED.map(|name| bodied(&own(name)?));
    let bodies = bodies.into_iter().collect::<Result<String>>()?;
    let embedded = format!("{glue}{scripts}{}{bodies}", packed(parts)?);
    put("embedded.js", uncut(&embedded).as_bytes())?;
    let (share, programs) = parts.share;
    put("share.js", share.as_bytes())?;
    put("help.js", parts.help.as_bytes())?;
    put("sound.js", parts.sound.as_bytes())?;
    put(
        "programs.js",
        format!("export default {};\n", programs.trim()).as_bytes(),
    )?;

    let (worker, trainer) = parts.worker;
    put("worker.js", worker.as_bytes())?;
    put("trainer.wasm", trainer)?;
    put("activation-lab.wasm", parts.module)?;
    put(MATH_FONT, parts.font)?;

    let tables = tables::read(parts.native)?;
    for name in DECLARATIONS {
        let file = format!("{name}.d.ts");
        let text = given(&file)?;
        let text = if name == "element" {
            tables::declared(&text, &tables)?
        } else {
            text
        };
        put(&file, text.as_bytes())?;
    }
    let (version, licence) = (env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_LICENSE"));
    let manifest = replace_once(&given("package.json")?, "CARGO_VERSION", version)?;
    let manifest = replace_once(&manifest, "CARGO_LICENCE", licence)?;
    put("package.json", manifest.as_bytes())?;
    let elements = serde_json::to_string_pretty(&tables::manifest(&tables))?;
    put("custom-elements.json", (elements + "\n").as_bytes())?;
    put("README.md", given("README.md")?.as_bytes())?;
    for file in AS_THEY_STAND {
        let name = file.rsplit('/').next().unwrap_or(file);
        put(name, dist::read(&crate::root().join(file))?.as_bytes())?;
    }
    let bytes: u64 = fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.metadata()?.len()))
        .sum::<Result<u64>>()?;
    child::say(format_args!(
        "dist/npm, activation-lab {version}: {:.1} kB",
        bytes as f64 / 1000.0
    ));
    Ok(())
}

/// The page's scripts as a function: they look at the page when they run, and there need be none when they are loaded.
fn scripts(parts: &Parts) -> Result<String> {
    let (style, worker) = (text(parts.style)?, text(parts.worker.0)?);
    Ok(format!(
        "function scripts() {{\n{}}}\nconst style = {style};\nconst ownWorker = {worker};\n",
        parts.scripts
    ))
}

/// Everything else that `embedded.js` holds.
fn packed(parts: &Parts) -> Result<String> {
    let inflate = minified(include_str!("inflate.js"))?;
    let (share, programs) = parts.share;
    let mut whole = format!(
        "function inflater(ActivationLab) {{\n{inflate}}}\nfunction share() {{\n{share}}}\nfunction help() {{\n{}}}\nfunction sound() {{\n{}}}\nconst FONT = \"{}\";\n",
        parts.help,
        parts.sound,
        base64(parts.font)
    );
    for (name, bytes) in [
        ("MODULE", parts.module),
        ("TRAINER", parts.worker.1),
        ("PROGRAMS", programs.as_bytes()),
    ] {
        let letters = base64(&deflated(bytes)?);
        whole += &format!("const {name} = [\"{letters}\", {}];\n", bytes.len());
    }
    Ok(whole)
}

/// A script without its imports, which stand above it in the same file: by their own names, and each in one line.
fn bodied(script: &str) -> Result<String> {
    let (imports, body): (Vec<&str>, Vec<&str>) =
        script.lines().partition(|line| line.starts_with("import "));
    let fits = |line: &&str| line.ends_with(';') && !line.contains(" as ");
    if let Some(line) = imports.iter().find(|line| !fits(line)) {
        bail!("an import goes on in another line, or gives another name: {line}");
    }
    let body = body.join("\n") + "\n";
    // What is imported later, the embedded file is given.
    if let Some((_, name)) = body.split_once("import('")
        && !["./share.js", "./help.js", "./sound.js", "./programs.js"]
            .iter()
            .any(|known| name.starts_with(known))
    {
        bail!(
            "embedded.js would import {}",
            name.split('\'').next().unwrap_or(name)
        );
    }
    Ok(body)
}

/// A script that may stand in a page, where it cannot end itself.
fn uncut(script: &str) -> String {
    script
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--")
}

fn text(text: &str) -> Result<String> {
    Ok(Value::from(text).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_go_and_all_else_stays() {
        let script = "import { a } from './a.js';\nexport const b = a;\n";
        assert_eq!(bodied(script).unwrap(), "export const b = a;\n");
        assert!(bodied("import {\na } from './a.js';\n").is_err());
        assert!(bodied("import { a as b } from './a.js';\n").is_err());
        assert!(bodied("const a = import('./share.js');\n").is_ok());
        assert!(bodied("const a = import('./other.js');\n").is_err());
    }

    #[test]
    fn a_script_in_a_page_cannot_end_itself() {
        assert_eq!(uncut("'</script><!--'"), "'<\\/script><\\!--'");
    }
}
