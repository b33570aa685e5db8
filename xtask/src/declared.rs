//! What the modules offer to scripts, as wasm-bindgen declares it. It stands in `www/types`, so that scripts are checked without a build.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::child;

/// The files, by the names of the modules' glue.
const KEPT: [(&str, &str); 2] = [
    (crate::dist::GLUE, "www/types/wasm.d.ts"),
    (crate::dist::TRAINER_GLUE, "www/types/worker/trainer.d.ts"),
];

const HEAD: &str = "// What wasm-bindgen declares: `cargo xtask build` writes this file.\n\n";

/// Writes what has changed with the modules whose glue was made in a folder.
pub fn follow(glue: &Path) -> Result<()> {
    for (name, file) in KEPT {
        let made = glue.join(format!("{name}.d.ts"));
        let made = fs::read_to_string(&made).with_context(|| made.display().to_string())?;
        let (text, kept) = (shortened(&made), path(file));
        if fs::read_to_string(&kept).ok().as_ref() != Some(&text) {
            fs::write(&kept, text).with_context(|| kept.display().to_string())?;
            child::say(format_args!("{file} follows the module"));
        }
    }
    Ok(())
}

/// All that is kept now, but for the descriptions: other words are no other module.
pub fn kept() -> Vec<Option<String>> {
    let text = |file: &str| Some(undocumented(&fs::read_to_string(path(file)).ok()?));
    KEPT.iter().map(|(_, file)| text(file)).collect()
}

/// Without the lines that are part of a `/** … */`.
fn undocumented(text: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with(['/', '*']);
    let lines = text.lines().filter(is_code);
    lines.map(|line| format!("{line}\n")).collect()
}

/// Without what no script of ours may use: the raw exports, and a way to free that is younger than the browsers we write for.
fn shortened(made: &str) -> String {
    let mut inside = false;
    let mut text = HEAD.to_owned();
    for line in made.lines() {
        if line.starts_with('}') {
            inside = false;
        }
        if !inside && !line.contains("[Symbol.dispose]") && !line.contains("lint") {
            text.push_str(line);
            text.push('\n');
        }
        if line.starts_with("declare interface InitOutput") {
            inside = true;
        }
    }
    text
}

fn path(file: &str) -> PathBuf {
    crate::root().join(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_descriptions_are_no_other_module() {
        let described = "class A {\n    /**\n     * Words.\n     */\n    a(): void;\n}\n";
        assert_eq!(undocumented(described), "class A {\n    a(): void;\n}\n");
    }

    #[test]
    fn raw_exports_stay_out() {
        let made = "declare namespace wasm_bindgen {\n    /* eslint-disable */\n    export class Lab {\n        free(): void;\n        [Symbol.dispose](): void;\n    }\n}\ndeclare interface InitOutput {\n    readonly lab_act: () => void;\n}\ndeclare type A = B;\n";
        let expected = format!(
            "{HEAD}declare namespace wasm_bindgen {{\n    export class Lab {{\n        free(): void;\n    }}\n}}\ndeclare interface InitOutput {{\n}}\ndeclare type A = B;\n"
        );
        assert_eq!(shortened(made), expected);
    }
}
