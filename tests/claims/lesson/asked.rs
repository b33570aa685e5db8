//! The questions of the article, as the command writes them for the page: a lesson of its own, called `article`.

use super::reader::{Kind, Lesson, Prose, Step};
use serde_json::Value;
use std::process::Command;

/// A step for each question.
pub fn article() -> Lesson {
    let mut command = Command::new(env!("CARGO_BIN_EXE_activation-lab"));
    let output = command.args(["share", "lesson"]).output();
    let output = output.expect("the command runs");
    let data: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let questions = data["article"].as_object().expect("questions");
    Lesson {
        id: "article".to_owned(),
        minutes: 0,
        steps: questions
            .iter()
            .map(|(id, asked)| step(id, asked))
            .collect(),
    }
}

fn step(id: &str, asked: &Value) -> Step {
    let links = ["scene", "reveal"].map(|key| asked[key].as_str().map(str::to_owned));
    let options = asked["options"].as_array().into_iter().flatten();
    let option = |option: &Value| {
        let right = option["right"] == true;
        let kind = if right { Kind::Text } else { Kind::Wrong };
        prose(kind, &option["text"], right)
    };
    let mut all = vec![prose(Kind::Text, &asked["ask"], false)];
    all.extend(options.map(option));
    all.push(prose(Kind::Text, &asked["why"], true));
    Step {
        title: id.to_owned(),
        links: links.into_iter().flatten().collect(),
        asks: true,
        prose: all,
        ..Step::default()
    }
}

fn prose(kind: Kind, nodes: &Value, answers: bool) -> Prose {
    Prose {
        kind,
        text: text(nodes),
        answers,
    }
}

/// What is read of nodes.
fn text(nodes: &Value) -> String {
    match nodes {
        Value::String(text) => text.clone(),
        Value::Array(nodes) => nodes.iter().map(text).collect(),
        Value::Object(element) => element.get("children").map_or_else(String::new, text),
        _ => String::new(),
    }
}
