//! Scripts as they are downloaded: without what is there for whoever reads their source, words and types.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::dist;

/// The language that browsers have to know, as `www/tsconfig.json` has it: nothing younger is written.
const LANGUAGE: &str = "es2022";

/// A script in as few letters as a minifier finds: names inside functions are short.
///
/// What stands at the top of a classic script keeps its name, as do exports, properties and texts.
/// Whether it is a classic script or a module is seen by its imports and exports.
pub fn minified(text: &str) -> Result<String> {
    rewritten(text, true)
}

/// The scripts of these files, one after the other. What is no script is told with its file.
pub fn together(files: &[PathBuf]) -> Result<String> {
    let source = |file: &PathBuf| {
        let text = dist::read(file)?;
        without_comments(&text).with_context(|| file.display().to_string())?;
        Ok(text)
    };
    files.iter().map(source).collect()
}

/// A script line by line and with all its names, for those who put it into something of their own.
pub fn without_comments(text: &str) -> Result<String> {
    rewritten(text, false)
}

fn rewritten(text: &str, short: bool) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::unambiguous()).parse();
    if let Some(first) = parsed.diagnostics.first() {
        let at = first
            .labels
            .first()
            .map_or(0, |label| label.offset() as usize);
        let line = text.bytes().take(at).filter(|&byte| byte == b'\n').count() + 1;
        bail!("line {line}: {first}");
    }
    let mut program = parsed.program;
    let scoping = if short {
        let target = EngineTargets::from_target(LANGUAGE).map_err(|error| anyhow!(error))?;
        let compress = Some(CompressOptions {
            target,
            ..CompressOptions::default()
        });
        let minifier = Minifier::new(MinifierOptions {
            compress,
            ..MinifierOptions::default()
        });
        minifier.minify(&allocator, &mut program).scoping
    } else {
        None
    };
    let options = CodegenOptions {
        minify: short,
        comments: CommentOptions::disabled(),
        ..CodegenOptions::default()
    };
    let printer = Codegen::new().with_options(options).with_scoping(scoping);
    let mut written = printer.build(&program).code;
    // Another script may follow, and a call that ends one is not to be called by the next.
    if short && !written.ends_with(';') {
        written.push(';');
    }
    if !written.ends_with('\n') {
        written.push('\n');
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const CLASSIC: &str = "// @ts-check\n// Words.\nconst outside = 1;\n(function () {\n  'use strict';\n  /** @param {string} first */\n  const named = (first) => first + first; // rest\n  window.shown = named;\n})();\n";

    #[test]
    fn words_types_and_inner_names_go_and_all_else_stays() {
        let short = minified(CLASSIC).unwrap();
        for gone in ["Words", "@", "/*", "rest", "first", "named", "  "] {
            assert!(!short.contains(gone), "{gone:?} in {short}");
        }
        for kept in ["outside", "use strict", "window.shown="] {
            assert!(short.contains(kept), "no {kept:?} in {short}");
        }
        assert!(short.ends_with(";\n"));
        assert_eq!(minified(&short).unwrap(), short);
    }

    #[test]
    fn exports_of_a_module_keep_their_names() {
        let short = minified(
            "const inner = 1;\nexport function outer(argument) {\n  return argument + inner;\n}\n",
        )
        .unwrap();
        assert!(
            short.contains("outer") && !short.contains("inner") && !short.contains("argument"),
            "{short}"
        );
    }

    #[test]
    fn lines_and_names_stay_where_others_read_on() {
        let lines = without_comments(CLASSIC).unwrap();
        assert!(
            lines.contains("\nconst outside = 1;\n") || lines.starts_with("const outside = 1;\n"),
            "{lines}"
        );
        assert!(
            lines.contains("const named = (first) => first + first;\n"),
            "{lines}"
        );
        assert!(
            !lines.contains("Words") && !lines.contains("/*") && !lines.contains("rest"),
            "{lines}"
        );
    }

    #[test]
    fn the_language_is_the_one_that_scripts_are_checked_for() {
        let settings = std::fs::read_to_string(crate::root().join("www/tsconfig.json")).unwrap();
        assert!(settings.contains(&format!("\"target\": \"{LANGUAGE}\"")));
    }

    #[test]
    fn nothing_for_readers_of_the_source_is_downloaded() {
        let mut seen = 0;
        for folder in ["www", "xtask/src"] {
            for entry in fs::read_dir(crate::root().join(folder)).unwrap().flatten() {
                let path = entry.path();
                if path.extension().is_none_or(|end| end != "js") {
                    continue;
                }
                let script = fs::read_to_string(&path).unwrap();
                for written in [
                    minified(&script).unwrap(),
                    without_comments(&script).unwrap(),
                ] {
                    for word in ["@ts-", "@type", "@param", "@returns", "/*", "\n//", " // "] {
                        assert!(!written.contains(word), "{word} in {}", path.display());
                    }
                }
                seen += 1;
            }
        }
        assert!(seen > 20, "only {seen} scripts were found");
    }

    #[test]
    fn what_is_no_script_is_an_error() {
        let error = minified("let b;\nconst a = ;").unwrap_err().to_string();
        assert!(error.starts_with("line 2: "), "{error}");
        assert!(without_comments("/** no end").is_err());
    }
}
