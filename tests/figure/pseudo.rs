//! In the pseudo-language no text is English: what a figure says comes out of a text module, and its numbers out of one formatter.

use activation_lab::figure::{
    Cell, FIGURES, Figure, Formula, Kind, Place, Settings, View, describe, link, takes,
};
use activation_lab::language::{Language, speaking};
use activation_lab::model::activation::Kind as ActivationKind;
use serde_json::Value;

/// Members of a view's JSON that are texts; others are ids, names of inks and of columns.
const TEXTS: [&str; 7] = ["title", "label", "name", "caption", "text", "value", "note"];

/// Functions are called the same in all languages.
const FUNCTIONS: [&str; 14] = [
    "atan", "cos", "erf", "exp", "ln", "log", "max", "min", "sech", "sin", "std", "tanh", "var",
    "mtext",
];

/// The first word of two letters or more outside brackets and quotes, or the first number with a point.
fn english(text: &str) -> Option<String> {
    let mut outside = String::new();
    let mut closing = None;
    for letter in text.chars() {
        match (closing, letter) {
            (Some(end), _) if letter == end => closing = None,
            (Some(_), _) => {}
            (None, '⟦') => closing = Some('⟧'),
            (None, '\'') => closing = Some('\''),
            (None, _) => outside.push(letter),
        }
    }
    let mut words = outside.split(|c: char| !c.is_ascii_alphabetic());
    let word = words.find(|word| word.len() > 1 && !FUNCTIONS.contains(word));
    let is_point =
        |three: &[char]| three[1] == '.' && three[0].is_ascii_digit() && three[2].is_ascii_digit();
    let letters: Vec<char> = text.chars().collect();
    let point = letters.windows(3).find(|three| is_point(three));
    word.map(str::to_owned)
        .or_else(|| point.map(|three| three.iter().collect()))
}

#[test]
fn english_is_found() {
    for same in ["⟦ļáýéř⟧ 3", "x₁ = 0,5", "'depth' → 2", "max(0, z)"] {
        assert_eq!(english(same), None);
    }
    assert_eq!(english("⟦ŧħé⟧ slope").as_deref(), Some("slope"));
    assert_eq!(english("⟦ŧħé 0.25⟧").as_deref(), Some("0.2"));
}

/// Every text of a value.
fn texts(value: &Value, key: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) if TEXTS.contains(&key) => found.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|item| texts(item, key, found)),
        Value::Object(members) => members
            .iter()
            .for_each(|(key, value)| texts(value, key, found)),
        _ => {}
    }
}

fn of_view(view: &View) -> Vec<String> {
    let mut found = vec![view.summary.clone()];
    let formulas = |line: &Formula| [line.label.clone(), line.plain()];
    found.extend(view.formulas.iter().flat_map(formulas));
    found.extend(view.plots.iter().map(describe));
    found.extend(view.facts.columns.iter().cloned());
    found.extend(view.facts.rows.iter().flatten().cloned());
    found.extend(view.table.columns.iter().map(|name| name.said.clone()));
    let cells = view.table.rows.iter().flatten();
    found.extend(cells.filter_map(|cell| match cell {
        Cell::Named(name) => Some(name.said.clone()),
        Cell::Text(text) => Some(text.clone()),
        Cell::Number(_) | Cell::Scaled(_) => None,
    }));
    for part in [
        serde_json::to_value(&view.plots),
        serde_json::to_value(&view.legend),
        serde_json::to_value(&view.readouts),
        serde_json::to_value(&view.deeper),
    ] {
        texts(&part.expect("JSON"), "", &mut found);
    }
    found
}

/// What stands around the view: labels, helps, options, buttons.
fn of_tables(figure: &Figure, settings: &Settings) -> Vec<String> {
    let mut found = vec![figure.title.read(), figure.lead.read()];
    for control in figure.controls {
        found.extend([control.label.read(), control.help.read()]);
        found.extend(settings.held(control.id));
        match &control.kind {
            Kind::Number { marks, .. } => found.extend(marks.iter().map(|mark| mark.1.read())),
            Kind::Choice { options, .. } => found.extend(options.iter().map(|o| o.1.read())),
            _ => {}
        }
        if !matches!(control.kind, Kind::Choice { .. }) {
            found.push(takes(control));
        }
    }
    for action in figure.actions {
        found.extend([(action.label)(settings), action.help.read()]);
    }
    found.extend(figure.measures.iter().map(|row| row.meaning.read()));
    found
}

#[track_caller]
fn check(figure: &Figure, settings: &Settings, when: &str) {
    let found = speaking(Language::Pseudo, || {
        let view = figure.view(settings);
        let mut found = of_view(&view);
        if let Some(told) = figure.by_layer {
            let grid = told.grid(&view.measures, 21);
            found.extend(
                grid.columns
                    .into_iter()
                    .chain(grid.rows.into_iter().flatten()),
            );
        }
        found.extend(of_tables(figure, settings));
        found
    });
    for text in found {
        if let Some(word) = english(&text) {
            panic!("{} {when}: '{word}' in {text}", figure.id);
        }
    }
}

#[test]
fn no_factory_state_says_a_word_in_english() {
    for figure in FIGURES {
        check(figure, &Settings::defaults(figure.controls), "as it is");
    }
}

/// The states that the article links to.
#[test]
fn no_state_of_the_article_says_a_word_in_english() {
    let article = include_str!("../../www/index.html").replace("&amp;", "&");
    let links = article.split('#').skip(1);
    let links = links.filter_map(|rest| rest.split(['"', '\'']).next());
    let links: Vec<&str> = links.filter(|link| link.starts_with("figure=")).collect();
    assert!(links.len() > 10, "{links:?}");
    for state in links {
        let id = link::figure(state).expect(state);
        let Some(figure) = FIGURES.iter().find(|figure| figure.id == id) else {
            continue;
        };
        let mut settings = Settings::defaults(figure.controls);
        link::apply(&mut settings, state);
        check(figure, &settings, state);
    }
}

/// Numbers from 0 to below 1, always the same: the fractional parts of multiples of the golden ratio's.
struct Shares(u32);

impl Shares {
    fn next(&mut self) -> f64 {
        self.0 += 1;
        (f64::from(self.0) * 0.618_033_988_749_894_8).fract()
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() * count as f64) as usize
    }
}

/// Some state; large networks and long trainings are rare, as each takes seconds.
fn any(figure: &Figure, shares: &mut Shares) -> Settings {
    let mut settings = Settings::defaults(figure.controls);
    for control in figure.controls {
        let text = match &control.kind {
            Kind::Number { .. } => {
                let share = shares.next();
                let share = match (control.place, control.id) {
                    (Place::Player, _) => 0.01 * share,
                    (_, "width" | "depth" | "batch") => share.powi(3),
                    _ => share,
                };
                let last = f64::from(settings.positions(control.id));
                settings.set_position(control.id, (last * share) as u32);
                continue;
            }
            Kind::Choice { options, .. } => options[shares.below(options.len())].0.to_owned(),
            Kind::Switch { .. } => (shares.next() < 0.5).to_string(),
            Kind::Activations { most, .. } => {
                let count = 1 + shares.below(*most);
                let ids = (0..count)
                    .map(|_| ActivationKind::ALL[shares.below(ActivationKind::ALL.len())].id());
                ids.collect::<Vec<_>>().join(",")
            }
        };
        settings.set(control.id, &text).expect(control.id);
    }
    settings
}

#[test]
fn no_random_state_says_a_word_in_english() {
    let mut shares = Shares(0);
    for figure in FIGURES {
        for _ in 0..300 {
            let settings = any(figure, &mut shares);
            let state = link::spell(&settings.changed());
            check(figure, &settings, &state);
        }
    }
}

#[test]
fn no_note_of_a_link_is_in_english() {
    let figure = &FIGURES[0];
    let mut settings = Settings::defaults(figure.controls);
    let link = "x1=much&x9=2&b=99&activation=reluu&activation=relu,relu&%25&x2=1,000&v=7";
    let notes = speaking(Language::Pseudo, || link::apply(&mut settings, link));
    assert_eq!(notes.len(), 6, "{notes:?}");
    for note in notes {
        assert!(note.starts_with('⟦') && note.ends_with('⟧'), "{note}");
    }
}
