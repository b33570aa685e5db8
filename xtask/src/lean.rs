//! Taking out of styles what is there for whoever reads their source: words and indentation.

use anyhow::{Result, bail};

/// A style without its `/* … */` and without indentation.
pub fn style(text: &str) -> Result<String> {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        let Some((_, after)) = after.split_once("*/") else {
            bail!("a `/*` is not closed by `*/`");
        };
        bare.push_str(before);
        rest = after;
    }
    bare.push_str(rest);
    let lines = bare.lines().map(str::trim);
    Ok(lines
        .filter(|line| !line.is_empty())
        .map(|line| format!("{line}\n"))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_style_keeps_its_rules() {
        let text = "/* Words\n   and more. */\n\na > b {\n  color: red; /* why */\n}\n";
        assert_eq!(style(text).unwrap(), "a > b {\ncolor: red;\n}\n");
        assert!(style("a {} /* no end").is_err());
    }

    #[test]
    fn no_comment_of_ours_is_downloaded() {
        let mut seen = 0;
        for entry in fs::read_dir(crate::root().join("www")).unwrap().flatten() {
            let path = entry.path();
            if path.extension().is_none_or(|end| end != "css") {
                continue;
            }
            let lean = style(&fs::read_to_string(&path).unwrap()).unwrap();
            for comment in ["/*", "\n "] {
                assert!(!lean.contains(comment), "{comment:?} in {}", path.display());
            }
            seen += 1;
        }
        assert!(seen > 10, "only {seen} styles");
    }
}
