//! JSON for the page, written by hand: serde_json's own writer of numbers would be a twelfth of the page's transfer.

use std::fmt::{self, Write};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `true` or `false`.
    Bool(bool),
    /// A number; `null` where it is not finite.
    Number(f64),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Names and values, in order.
    Object(Vec<(&'static str, Value)>),
    /// `null`.
    Null,
}

/// An object: `json!({ "name": value, … })`, where each value can become a [`Value`].
macro_rules! json {
    ({ $($name:literal: $value:expr),* $(,)? }) => {
        $crate::web::json::Value::Object(vec![$(($name, $crate::web::json::Value::from($value))),*])
    };
}
pub(super) use json;

impl Value {
    /// Adds a member to an object.
    pub fn insert(&mut self, name: &'static str, value: impl Into<Value>) {
        if let Value::Object(members) = self {
            members.push((name, value.into()));
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Bool(value) => write!(f, "{value}"),
            Value::Number(value) if value.is_finite() => write!(f, "{value}"),
            Value::Number(_) | Value::Null => f.write_str("null"),
            Value::Text(text) => quoted(f, text),
            Value::List(values) => {
                f.write_char('[')?;
                for (index, value) in values.iter().enumerate() {
                    f.write_str(if index > 0 { "," } else { "" })?;
                    value.fmt(f)?;
                }
                f.write_char(']')
            }
            Value::Object(members) => {
                f.write_char('{')?;
                for (index, (name, value)) in members.iter().enumerate() {
                    f.write_str(if index > 0 { "," } else { "" })?;
                    quoted(f, name)?;
                    f.write_char(':')?;
                    value.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for letter in text.chars() {
        match letter {
            '"' | '\\' => write!(f, "\\{letter}")?,
            '\0'..='\u{1f}' => write!(f, "\\u{:04x}", letter as u32)?,
            _ => f.write_char(letter)?,
        }
    }
    f.write_char('"')
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::Number(value)
    }
}

impl From<u32> for Value {
    fn from(value: u32) -> Value {
        Value::Number(value.into())
    }
}

/// Counts of things on a page, far below 2⁵³.
impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::Number(value as f64)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::Text(text.clone())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, T::into)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Value {
        values.into_iter().collect()
    }
}

impl<T: Into<Value> + Clone> From<&[T]> for Value {
    fn from(values: &[T]) -> Value {
        values.iter().cloned().collect()
    }
}

impl<T: Into<Value>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Value {
        Value::List(values.into_iter().map(T::into).collect())
    }
}

#[cfg(test)]
mod tests {
    /// What serde_json reads back is what was written.
    #[test]
    fn it_is_json() {
        let all = json!({
            "text": "a\"b\\c\n\u{1}ü−🙂",
            "numbers": vec![0.0, -0.1, 1e300, 5e-324, f64::INFINITY],
            "none": None::<u32>,
            "some": Some(7u32),
            "nested": json!({ "empty": Vec::<f64>::new(), "yes": true }),
        });
        let read: serde_json::Value = serde_json::from_str(&all.to_string()).unwrap();
        assert_eq!(read["text"], "a\"b\\c\n\u{1}ü−🙂");
        let numbers = serde_json::json!([0.0, -0.1, 1e300, 5e-324, null]);
        let close = |i: usize| read["numbers"][i].as_f64() == numbers[i].as_f64();
        assert!((0..5).all(close));
        assert!(read["none"].is_null() && read["some"].as_f64() == Some(7.0));
        assert_eq!(read["nested"].to_string(), r#"{"empty":[],"yes":true}"#);
    }
}
