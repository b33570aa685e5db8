//! Taking out of scripts and styles what is there for whoever reads their source: words and indentation, two fifths of what they weigh.
//!
//! Lines stay lines, so that an error names one that can be found. What is not sure to be a comment stays.

use anyhow::{Result, bail};

/// A script without its `// …` and without indentation.
///
/// A text over several lines would lose blanks of its own, and is an error.
pub fn script(text: &str) -> Result<String> {
    let mut lean = String::new();
    for line in text.lines() {
        let line = line.trim();
        if line.starts_with("//") || line.is_empty() {
            continue;
        }
        if line.matches('`').count() % 2 == 1 {
            bail!("a text between backticks ends in another line: {line}");
        }
        lean.push_str(unannotated(line));
        lean.push('\n');
    }
    Ok(lean)
}

/// A line without the comment after its statement. One with a quote in it may be the end of a text, and stays.
fn unannotated(line: &str) -> &str {
    match line.split_once("; // ") {
        Some((before, comment)) if !comment.contains(['\'', '"', '`']) => &line[..before.len() + 1],
        _ => line,
    }
}

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
    fn words_and_indentation_go_and_all_else_stays() {
        let text = "// Words.\n(function () {\n  const a = 1; // one\n\n  const b = 'a; // b';\n  // More words.\n  const c = `http://${a}`;\n})();\n";
        let lean =
            "(function () {\nconst a = 1;\nconst b = 'a; // b';\nconst c = `http://${a}`;\n})();\n";
        assert_eq!(script(text).unwrap(), lean);
        assert_eq!(script(lean).unwrap(), lean);
    }

    #[test]
    fn a_text_of_several_lines_is_an_error() {
        assert!(script("const a = `one\n  two`;").is_err());
    }

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
            let text = || fs::read_to_string(&path).unwrap();
            let lean = match path.extension().and_then(|end| end.to_str()) {
                Some("js") => script(&crate::untyped::untyped(&text()).unwrap()).unwrap(),
                Some("css") => style(&text()).unwrap(),
                _ => continue,
            };
            let name = path.display();
            for comment in ["\n//", " // ", "/*", "\n "] {
                assert!(!lean.contains(comment), "{comment:?} in {name}");
            }
            seen += 1;
        }
        assert!(seen > 20, "only {seen} files");
    }
}
