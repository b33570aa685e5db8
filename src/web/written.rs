//! The state of a [`Lab`] as it is written down: in a link, and in an element's attributes.

use super::lab::Lab;
use super::object::object;
use activation_lab::figure::link;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Lab {
    /// What differs from all of the figure in its factory state, in the spelling of links.
    pub fn hash(&self) -> String {
        self.scene().state()
    }

    /// The controls that differ from the factory state, as a JSON object, from the ids of controls to their texts: what an element's attributes say.
    #[wasm_bindgen(unchecked_return_type = "Json<Written>")]
    pub fn written(&self) -> String {
        let pairs = self.settings.changed().into_iter();
        object(pairs.map(|(id, text)| (id.to_owned(), text.into()))).to_string()
    }
}

/// The address of a figure in a state that [`Lab::hash`] told: what stands after the `#` of a link.
#[wasm_bindgen]
pub fn address(figure: &str, state: &str) -> String {
    link::address(figure, state)
}

/// The figure that a link names, if it names one.
#[wasm_bindgen]
pub fn figure_of(link: &str) -> Option<String> {
    link::figure(link)
}
