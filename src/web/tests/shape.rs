//! The few forms of TypeScript in which `www/types/boundary.d.ts` says what is sent: interfaces, and names for types.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// One of these texts stands for it: `string`, `number`, `boolean`, `null`, `never`, the name of another.
    Name(String),
    /// Exactly this text.
    Literal(String),
    /// `T[]`.
    List(Box<Shape>),
    /// `[A, B]`.
    Tuple(Vec<Shape>),
    /// Any keys, with values of this type.
    Record(Box<Shape>),
    /// `A | B`.
    Either(Vec<Shape>),
    /// `{ … }`.
    Members(Vec<Member>),
}

/// `name: shape;`, or `name?: shape;` of one that may be left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it holds.
    pub shape: Shape,
}

/// All types of a file, by their names.
pub struct Shapes(BTreeMap<String, Shape>);

impl Shapes {
    /// Reads a file of declarations.
    pub fn read(text: &str) -> Result<Shapes, String> {
        let mut words = words(text).into_iter().peekable();
        let mut shapes = BTreeMap::new();
        while let Some(kind) = words.next() {
            let name = words.next().ok_or("a name is missing")?;
            let shape = match kind.as_str() {
                "interface" => members(&mut words)?,
                "type" => {
                    demand(&mut words, "=")?;
                    let shape = either(&mut words)?;
                    demand(&mut words, ";")?;
                    shape
                }
                _ => return Err(format!("{kind} {name} is no declaration")),
            };
            shapes.insert(name, shape);
        }
        Ok(Shapes(shapes))
    }

    /// Every member that may be there, as `Interface.member`.
    pub fn members(&self) -> BTreeSet<String> {
        let of = |(name, shape): (&String, &Shape)| match shape {
            Shape::Members(members) => members
                .iter()
                .filter(|member| member.shape != Shape::Name("never".to_owned()))
                .map(|member| format!("{name}.{}", member.name))
                .collect(),
            _ => Vec::new(),
        };
        self.0.iter().flat_map(of).collect()
    }

    /// What is wrong with a value that is said to be of this type; the members that were met are noted in `seen`.
    pub fn faults(&self, shape: &str, value: &Value, seen: &mut BTreeSet<String>) -> Vec<String> {
        let parsed = either(&mut words(shape).into_iter().peekable());
        parsed.map_or_else(
            |error| vec![error],
            |parsed| self.of(&parsed, value, shape, seen),
        )
    }

    fn of(
        &self,
        shape: &Shape,
        value: &Value,
        at: &str,
        seen: &mut BTreeSet<String>,
    ) -> Vec<String> {
        let fits = |yes: bool, what: &str| match yes {
            true => Vec::new(),
            false => vec![format!("{at} is {value}, not {what}")],
        };
        match shape {
            Shape::Literal(text) => fits(value == text.as_str(), text),
            Shape::Name(name) => match name.as_str() {
                "string" => fits(value.is_string(), name),
                "number" => fits(value.is_number(), name),
                "boolean" => fits(value.is_boolean(), name),
                "null" => fits(value.is_null(), name),
                "never" => fits(false, "there at all"),
                _ => match self.0.get(name) {
                    Some(shape) => self.of(shape, value, name, seen),
                    None => vec![format!("{at} is of a type {name} that is declared nowhere")],
                },
            },
            Shape::List(shape) => match value.as_array() {
                Some(values) => {
                    let one = |value| self.of(shape, value, at, seen);
                    values.iter().flat_map(one).collect()
                }
                None => fits(false, "a list"),
            },
            Shape::Tuple(shapes) => match value.as_array() {
                Some(values) if values.len() == shapes.len() => {
                    let pairs = shapes.iter().zip(values);
                    pairs
                        .flat_map(|(shape, value)| self.of(shape, value, at, seen))
                        .collect()
                }
                _ => fits(false, "a list of that length"),
            },
            Shape::Record(shape) => match value.as_object() {
                Some(object) => {
                    let one = |value| self.of(shape, value, at, seen);
                    object.values().flat_map(one).collect()
                }
                None => fits(false, "an object"),
            },
            Shape::Either(shapes) => self.nearest(shapes, value, at, seen),
            Shape::Members(members) => self.object(members, value, at, seen),
        }
    }

    /// The faults by the type that it comes nearest to.
    fn nearest(
        &self,
        shapes: &[Shape],
        value: &Value,
        at: &str,
        seen: &mut BTreeSet<String>,
    ) -> Vec<String> {
        let tried = shapes.iter().map(|shape| {
            let mut met = BTreeSet::new();
            (self.of(shape, value, at, &mut met), met)
        });
        let Some((faults, met)) = tried.min_by_key(|(faults, _)| faults.len()) else {
            return Vec::new();
        };
        seen.extend(met);
        faults
    }

    fn object(
        &self,
        members: &[Member],
        value: &Value,
        at: &str,
        seen: &mut BTreeSet<String>,
    ) -> Vec<String> {
        let Some(object) = value.as_object() else {
            return vec![format!("{at} is {value}, not an object")];
        };
        let mut faults = Vec::new();
        for Member {
            name,
            optional,
            shape,
        } in members
        {
            let at = format!("{at}.{name}");
            match object.get(name) {
                Some(value) => {
                    faults.extend(self.of(shape, value, &at, seen));
                    seen.insert(at);
                }
                None if *optional => {}
                None => faults.push(format!("{at} is not sent")),
            }
        }
        let undeclared = object
            .keys()
            .filter(|key| members.iter().all(|member| member.name != **key));
        faults.extend(undeclared.map(|key| format!("{at}.{key} is not declared")));
        faults
    }
}

type Words = Peekable<std::vec::IntoIter<String>>;

/// Names, quoted texts and signs; comments left out.
fn words(text: &str) -> Vec<String> {
    let mut code = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    let mut words = Vec::new();
    for line in code.lines() {
        let line = line.split("//").next().unwrap_or_default();
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            let mut word = letter.to_string();
            if letter == '\'' {
                word.extend(letters.by_ref().take_while(|&next| next != '\''));
            } else if letter.is_alphanumeric() {
                while let Some(next) =
                    letters.next_if(|&next| next.is_alphanumeric() || next == '_')
                {
                    word.push(next);
                }
            }
            if !letter.is_whitespace() {
                words.push(word);
            }
        }
    }
    words
}

fn demand(words: &mut Words, wanted: &str) -> Result<(), String> {
    match words.next() {
        Some(word) if word == wanted => Ok(()),
        other => Err(format!("{other:?} stands where `{wanted}` should")),
    }
}

fn members(words: &mut Words) -> Result<Shape, String> {
    demand(words, "{")?;
    let mut members = Vec::new();
    loop {
        let name = words.next().ok_or("a `}` is missing")?;
        if name == "}" {
            return Ok(Shape::Members(members));
        }
        let optional = words.next_if(|word| word == "?").is_some();
        demand(words, ":")?;
        let shape = either(words)?;
        demand(words, ";")?;
        members.push(Member {
            name,
            optional,
            shape,
        });
    }
}

fn either(words: &mut Words) -> Result<Shape, String> {
    words.next_if(|word| word == "|");
    let mut shapes = vec![one(words)?];
    while words.next_if(|word| word == "|").is_some() {
        shapes.push(one(words)?);
    }
    Ok(match shapes.len() {
        1 => shapes.remove(0),
        _ => Shape::Either(shapes),
    })
}

fn one(words: &mut Words) -> Result<Shape, String> {
    let word = words.next().ok_or("a type is missing")?;
    let mut shape = if word == "[" {
        let mut shapes = vec![either(words)?];
        while words.next_if(|word| word == ",").is_some() {
            shapes.push(either(words)?);
        }
        demand(words, "]")?;
        Shape::Tuple(shapes)
    } else if word == "Record" {
        demand(words, "<")?;
        demand(words, "string")?;
        demand(words, ",")?;
        let shape = either(words)?;
        demand(words, ">")?;
        Shape::Record(Box::new(shape))
    } else if let Some(text) = word.strip_prefix('\'') {
        Shape::Literal(text.to_owned())
    } else {
        Shape::Name(word)
    };
    while words.next_if(|word| word == "[").is_some() {
        demand(words, "]")?;
        shape = Shape::List(Box::new(shape));
    }
    Ok(shape)
}
