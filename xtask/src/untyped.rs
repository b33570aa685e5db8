//! Taking types and descriptions out of scripts: they are for whoever reads and checks them, and nobody downloads them.

use anyhow::{Result, bail};

/// What a checked script begins with.
const CHECKED: &str = "// @ts-check\n";

/// A script without its `// @ts-check` and without its comments of the form `/** @… */`, which hold types and nothing else.
pub fn untyped(script: &str) -> Result<String> {
    let script = script.strip_prefix(CHECKED).unwrap_or(script);
    cut(script, |comment, _| {
        if !comment
            .trim_start_matches([' ', '\n', '*'])
            .starts_with('@')
        {
            bail!(
                "`/**{comment}*/` is no type; `//` is for words, and a script has `/**` nowhere else"
            );
        }
        Ok(())
    })
}

/// wasm-bindgen's glue without what it says of each function; `www/types` has that.
pub fn undocumented(glue: &str) -> Result<String> {
    cut(glue, |comment, alone| {
        if !alone {
            bail!("`/**{comment}*/` in the glue stands beside something else");
        }
        Ok(())
    })
}

/// Takes out every `/** … */`, after a look at its text and at whether it has its lines for itself; then they go as a whole.
fn cut(script: &str, look: fn(&str, bool) -> Result<()>) -> Result<String> {
    let mut rest = script;
    let mut whole = String::new();
    while let Some((before, after)) = rest.split_once("/**") {
        let Some((comment, after)) = after.split_once("*/") else {
            bail!("a `/**` is not closed by `*/`");
        };
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let next = after.strip_prefix('\n');
        let next = next.filter(|_| before[line..].trim().is_empty());
        look(comment, next.is_some())?;
        rest = match next {
            Some(next) => {
                whole.push_str(&before[..line]);
                next
            }
            None => {
                whole.push_str(before);
                after.strip_prefix(' ').unwrap_or(after)
            }
        };
    }
    whole.push_str(rest);
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn types_go_and_all_else_stays() {
        let script = "// @ts-check\n// Words.\n(function () {\n  /** @param {string} a @param {number} b */\n  const f = (a, b) => a / b; // rest\n  const node = /** @type {Node | null} */ (null);\n  f(/** @type {never} */ (node), 2 /** @type {string} */);\n})();\n";
        let plain = "// Words.\n(function () {\n  const f = (a, b) => a / b; // rest\n  const node = (null);\n  f((node), 2 );\n})();\n";
        assert_eq!(untyped(script).unwrap(), plain);
        assert_eq!(untyped(plain).unwrap(), plain);
        assert_eq!(
            untyped("/**\n * @type {A}\n */\nlet a;\n").unwrap(),
            "let a;\n"
        );
    }

    #[test]
    fn what_is_no_type_is_an_error() {
        for script in ["/** Words. */", "const glob = 'src/**';", "/** @type {A}"] {
            assert!(untyped(script).is_err(), "{script}");
        }
    }

    #[test]
    fn glue_says_nothing_of_itself() {
        let glue =
            "class A {\n    /**\n     * Words.\n     * @returns {string}\n     */\n    a() {}\n}\n";
        assert_eq!(undocumented(glue).unwrap(), "class A {\n    a() {}\n}\n");
        assert!(undocumented("const glob = 'src/**/*.rs';").is_err());
    }

    #[test]
    fn nothing_of_types_is_in_what_is_downloaded() {
        let mut seen = 0;
        for folder in ["www", "xtask/src"] {
            for entry in fs::read_dir(crate::root().join(folder)).unwrap().flatten() {
                let path = entry.path();
                if path.extension().is_none_or(|end| end != "js") {
                    continue;
                }
                let script = fs::read_to_string(&path).unwrap();
                let plain = untyped(&script).unwrap();
                assert!(script.starts_with(CHECKED), "{}", path.display());
                for word in ["@ts-", "@type", "@param", "@returns", "/**"] {
                    assert!(!plain.contains(word), "{word} in {}", path.display());
                }
                seen += 1;
            }
        }
        assert!(seen > 20, "only {seen} scripts were found");
    }
}
