//! The loader's lists of files: the only ones there are.

use anyhow::{Context, Result};

/// The files of one kind in order, such as `const SCRIPTS = ['NAME.js', …];`.
pub fn listed(loader: &str, list: &str) -> Result<Vec<String>> {
    let (_, names, _) = parts(loader, list)?;
    let names = names
        .split(',')
        .map(|name| name.trim().trim_matches(['\'', '"']));
    Ok(names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect())
}

/// The loader with one file in the place of a whole list.
pub fn relisted(loader: &str, list: &str, file: &str) -> Result<String> {
    let (before, _, after) = parts(loader, list)?;
    Ok(format!("{before}'{file}'{after}"))
}

/// What stands before the names, the names, and what stands after them.
fn parts<'a>(loader: &'a str, list: &str) -> Result<(&'a str, &'a str, &'a str)> {
    let open = format!("const {list} = [");
    let found = loader.find(&open).and_then(|at| {
        let (before, rest) = loader.split_at(at + open.len());
        let (names, after) = rest.split_at(rest.find(']')?);
        Some((before, names, after))
    });
    found.with_context(|| format!("load.js has no list `{open}…]`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str =
        "import init from './glue.js';\nconst SCRIPTS = [\n  'first.js',\n  \"second.js\",\n];\n";

    #[test]
    fn the_scripts_are_those_that_the_loader_lists() {
        assert_eq!(
            listed(LOADER, "SCRIPTS").unwrap(),
            ["first.js", "second.js"]
        );
        assert!(listed("import './first.js';", "SCRIPTS").is_err());
    }

    #[test]
    fn one_file_takes_the_place_of_a_list() {
        let one = relisted(LOADER, "SCRIPTS", "all.js").unwrap();
        assert_eq!(
            one,
            "import init from './glue.js';\nconst SCRIPTS = ['all.js'];\n"
        );
        assert!(relisted(LOADER, "STYLES", "all.css").is_err());
    }
}
