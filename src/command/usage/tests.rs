use super::super::Cli;
use super::said;
use clap::Parser;
use std::collections::HashSet;

/// What the command is asked by its tests; what parses is of no interest here.
const INVOCATIONS: &str = include_str!("../../../tests/command/invocations.txt");

/// In English our sentences are clap's to the letter, with their colours.
#[test]
fn english_is_what_clap_says() {
    let mut kinds = HashSet::new();
    for line in INVOCATIONS.lines().filter(|line| !line.starts_with("# ")) {
        let (arguments, _) = line.split_once(" < ").unwrap_or((line, ""));
        let arguments = arguments
            .split(' ')
            .filter(|part| *part != "=" && !part.is_empty());
        let Err(answer) = Cli::try_parse_from(["activation-lab"].into_iter().chain(arguments))
        else {
            continue;
        };
        assert_eq!(said(&answer), answer.render().ansi().to_string(), "{line}");
        kinds.insert(answer.kind().to_string());
    }
    assert!(kinds.len() > 8, "{kinds:?}");
}
