//! JSON objects from pairs.

use serde_json::{Map, Value};

/// An object with these members.
///
/// One by one: collected, they would be sorted first, by a routine of its own for every place that does so, several kilobytes of the page each.
pub fn object(members: impl IntoIterator<Item = (String, Value)>) -> Value {
    let mut object = Map::new();
    for (name, value) in members {
        object.insert(name, value);
    }
    object.into()
}
