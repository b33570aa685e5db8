//! Lists of names, as links spell them.

use super::error::Refused;

/// Everything there is.
const ALL: &str = "all";

/// Nothing at all.
const NONE: &str = "none";

/// The two networks of a figure that draws everything of both: `boundary` is `boundary_a` and `boundary_b`.
const BOTH: [&str; 2] = ["_a", "_b"];

/// The names of a text that there are, in the order of `names`, or all; and those that there are not.
pub fn listed(
    key: &str,
    text: &str,
    names: &[&'static str],
) -> (Option<Vec<&'static str>>, Vec<Refused>) {
    let asked: Vec<&str> = text
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    if asked == [ALL] {
        return (None, Vec::new());
    }
    let is_meant = |asked: &str, name: &str| {
        let rest = name.strip_prefix(asked);
        rest.is_some_and(|rest| rest.is_empty() || (key == "plots" && BOTH.contains(&rest)))
    };
    let is_asked = |name: &&&'static str| asked.iter().any(|asked| is_meant(asked, name));
    let found = names.iter().filter(is_asked).copied().collect();
    let is_none = asked == [NONE] && key != "plots";
    let unknown = asked.into_iter().filter(|asked| {
        let is_known = names.iter().any(|name| is_meant(asked, name));
        !is_known && !is_none
    });
    (Some(found), unknown.map(Refused::new).collect())
}

/// Takes out all but the first of those plots of which there is one at a time.
pub fn spare(plots: &mut Vec<&'static str>, one_of: &[&str]) -> Vec<&'static str> {
    let mut found = plots.iter().filter(|plot| one_of.contains(plot));
    let first = found.next().copied();
    let spare: Vec<&str> = found.copied().collect();
    plots.retain(|plot| Some(*plot) == first || !one_of.contains(plot));
    spare
}

/// Names in the spelling of links.
pub fn spelled(list: &[&str]) -> String {
    if list.is_empty() {
        return NONE.to_owned();
    }
    let mut names: Vec<&str> = Vec::new();
    for name in list {
        let [a, b] = BOTH.map(|end| name.strip_suffix(end));
        match (a, b, names.last()) {
            // Both of a pair are named by what they have in common.
            (_, Some(pair), Some(before)) if before.strip_suffix(BOTH[0]) == Some(pair) => {
                names.pop();
                names.push(pair);
            }
            _ => names.push(name),
        }
    }
    names.join(",")
}
