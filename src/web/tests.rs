//! What is sent to the scripts is what `boundary.d.ts`, `legend.d.ts` and `words.d.ts` of `www/types/` declare.

mod shape;

use crate::lab::Lab;
use crate::panel;
use crate::refusal::Refusals;
use crate::shown::Surroundings;
use activation_lab::chart::Theme;
use activation_lab::figure::{FIGURES, FIRST, Memory, Settings, Shown, Why, link};
use activation_lab::language::{Language, speaking};
use serde_json::{Value, json};
use shape::Shapes;
use std::collections::BTreeSet;

const DECLARED: &str = concat!(
    include_str!("../../www/types/boundary.d.ts"),
    include_str!("../../www/types/legend.d.ts"),
    include_str!("../../www/types/words.d.ts")
);

/// Between them they show whatever can be shown: curves, points, gradients, activations with parameters, what is missing.
const STATES: [(&str, &str); 11] = [
    ("neuron", ""),
    ("collapse", ""),
    ("curves", ""),
    ("curves", "activation=elu,relu"),
    ("decay", "activation=relu&depth=5"),
    ("decay", "activation=relu&weight=-1&depth=3"),
    ("layers", "depth=3&width=8"),
    ("layers", "structure=true&depth=3&width=8"),
    ("freeze", "step=0"),
    ("freeze", "step=5"),
    ("dying", "step=0"),
];

fn declared() -> Shapes {
    Shapes::read(DECLARED).unwrap()
}

/// A panel with something refused at every control, and what else there is of a figure in that state.
fn sent(figure: &str, state: &str) -> [(&'static str, Value); 3] {
    let figure = FIGURES.iter().find(|known| known.id == figure).unwrap();
    let mut settings = Settings::defaults(figure.controls);
    link::apply(&mut settings, state);
    let draft = figure.draft(&settings, &Shown::default(), &mut Memory::default());
    let state = panel::State {
        figure,
        settings: &settings,
        shown: &Shown::default(),
        around: &Surroundings::default(),
        whole: false,
        covered: false,
        theme: Theme::Light,
    };
    let mut panel = panel::panel(&state, &draft);
    let mut refusals = Refusals::default();
    for (index, control) in figure.controls.iter().enumerate() {
        let part = (index % 2 == 0).then_some((index, "alpha"));
        refusals.keep(control.id, part, Some("no".to_owned()));
    }
    refusals.tell(&mut panel);
    [
        ("Panel", panel),
        ("Sample", panel::sample(figure, &draft.view, false)),
        (
            "Measure[]",
            serde_json::to_value(&draft.view.measures).unwrap(),
        ),
    ]
}

#[test]
fn what_is_sent_is_what_is_declared() {
    let declared = declared();
    let mut seen = BTreeSet::new();
    let mut faults = declared.faults("Catalogue", &panel::catalogue(FIGURES), &mut seen);
    for figure in FIGURES {
        assert!(
            STATES.iter().any(|(id, _)| *id == figure.id),
            "{}",
            figure.id
        );
    }
    for (figure, state) in STATES {
        for (shape, value) in sent(figure, state) {
            let found = declared.faults(shape, &value, &mut seen);
            faults.extend(
                found
                    .into_iter()
                    .map(|fault| format!("{figure} {state}: {fault}")),
            );
        }
    }
    crate::begin(FIGURES);
    let mut lab = Lab::new("decay").unwrap();
    let notes = serde_json::from_str(&lab.apply("depth=7&nonsense=1", false)).unwrap();
    let written = serde_json::from_str(&lab.written()).unwrap();
    assert_eq!(written, json!({ "depth": "7" }));
    faults.extend(declared.faults("string[]", &notes, &mut seen));
    faults.extend(declared.faults("Written", &written, &mut seen));
    let members = declared.members();
    let never = members
        .difference(&seen)
        .map(|member| format!("{member} is never sent"));
    faults.extend(never);
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The loader asks for the first module or for the whole one before it has either.
#[test]
fn the_loader_knows_what_the_first_module_draws() {
    let drawn = FIRST.iter().filter(|figure| figure.draws.is_some());
    let names: Vec<String> = drawn.map(|figure| format!("'{}'", figure.id)).collect();
    let list = format!("const FIRST = [{}];", names.join(", "));
    let loader = include_str!("../../www/load.js");
    assert!(loader.contains(&list), "load.js has no `{list}`");
    let catalogue = panel::catalogue(FIRST);
    let told = catalogue["figures"].as_array().unwrap();
    assert_eq!(told.len(), FIGURES.len());
    for (figure, about) in FIRST.iter().zip(told) {
        assert_eq!(about["drawn"], figure.draws.is_some(), "{}", figure.id);
    }
}

#[test]
fn what_differs_is_told() {
    let declared = Shapes::read(
        "/** Words. */\ninterface A {\n  a: string; // more\n  b?: [number, 'x' | null][];\n  c?: never;\n}\ntype B = A | Record<string, boolean>;\n",
    )
    .unwrap();
    let faults = |shape: &str, value: Value| declared.faults(shape, &value, &mut BTreeSet::new());
    let none: [&str; 0] = [];
    assert_eq!(faults("A", json!({ "a": "" })), none);
    assert_eq!(
        faults("A[]", json!([{ "a": "", "b": [[1, "x"], [2, null]] }])),
        none
    );
    assert_eq!(faults("B", json!({ "d": true })), none);
    assert_eq!(faults("A", json!({})), ["A.a is not sent"]);
    assert_eq!(
        faults("A", json!({ "a": "", "d": 1 })),
        ["A.d is not declared"]
    );
    assert_eq!(faults("A", json!({ "a": 1 })), ["A.a is 1, not string"]);
    for wrong in [
        json!({ "a": "", "b": [[1]] }),
        json!({ "a": "", "b": [[1, "y"]] }),
        json!({ "a": "", "c": 1 }),
        json!("a"),
    ] {
        assert_eq!(faults("A", wrong.clone()).len(), 1, "{wrong}");
    }
    assert_eq!(faults("C", json!(1)).len(), 1);
    assert_eq!(
        declared.members().into_iter().collect::<Vec<_>>(),
        ["A.a", "A.b"]
    );
    assert!(Shapes::read("interface A { a: string }").is_err());
}

/// The first word of two letters or more outside the brackets of the pseudo-language, and outside braces.
fn english(text: &str) -> Option<String> {
    let mut depth = 0;
    let outside = |c: char| {
        depth += i32::from("⟦{".contains(c)) - i32::from("⟧}".contains(c));
        if depth > 0 { ' ' } else { c }
    };
    let outside: String = text.chars().map(outside).collect();
    let mut words = outside.split(|c: char| !c.is_ascii_alphabetic());
    words.find(|word| word.len() > 1).map(str::to_owned)
}

/// Members that are ids, names of looks, or what is typed; a formula has names of functions.
const NO_TEXTS: [&str; 15] = [
    "upto", "shown", "id", "text", "colour", "colours", "path", "mathml", "step", "speed",
    "layout", "themes", "place", "default", "travel",
];

fn look(value: &Value, key: &str, faults: &mut Vec<String>) {
    match value {
        Value::String(text) if !NO_TEXTS.contains(&key) => {
            faults.extend(english(text).map(|word| format!("{key}: '{word}' in {text}")));
        }
        // The id of an option, and its label.
        Value::Array(pair) if key == "options" && pair.len() == 2 && pair[0].is_string() => {
            look(&pair[1], "label", faults);
        }
        Value::Array(list) => list.iter().for_each(|item| look(item, key, faults)),
        Value::Object(members) => members
            .iter()
            .for_each(|(key, item)| look(item, key, faults)),
        _ => {}
    }
}

#[test]
fn whatever_a_measure_may_miss_is_declared() {
    const PACKAGE: &str = include_str!("../../xtask/npm/element.d.ts");
    let all = [
        Why::Pending,
        Why::Overflow,
        Why::ExactZero,
        Why::Underflow,
        Why::Undefined,
    ];
    let missing = all.map(|why| format!("'{}'", why.id())).join(" | ");
    for declared in [DECLARED, PACKAGE] {
        assert!(
            declared.contains(&format!("missing?: {missing};")),
            "{missing}"
        );
    }
}

#[test]
fn in_the_pseudo_language_nothing_that_is_sent_is_english() {
    let mut faults = Vec::new();
    speaking(Language::Pseudo, || {
        let mut catalogue = panel::catalogue(FIGURES);
        assert_eq!(catalogue["language"].take(), "en-x-pseudo");
        look(&catalogue, "", &mut faults);
        for (figure, state) in STATES {
            let [(_, mut panel), ..] = sent(figure, state);
            // The refusals are this test's own.
            for control in panel["controls"].as_array_mut().into_iter().flatten() {
                control["refused"].take();
            }
            look(&panel, "", &mut faults);
        }
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    look(&panel::catalogue(FIGURES), "", &mut faults);
    assert!(
        faults.len() > 300,
        "only {} texts are in English",
        faults.len()
    );
}

/// What is covered is covered in the table of layers too, whose measures somebody has to know.
#[test]
fn covered_layers_are_not_told() {
    let figure = FIGURES.iter().find(|known| known.id == "decay").unwrap();
    let view = figure.view(&Settings::defaults(figure.controls));
    let rows = |covered: bool| {
        let sample = panel::sample(figure, &view, covered);
        sample["layers"]["rows"].as_array().unwrap().len()
    };
    assert_eq!([rows(false), rows(true)], [10, 0]);
}
