//! The long work of a [`Lab`] that is done in another thread.

use super::lab::Lab;
use activation_lab::figure::Helper;
use model::experiment::{Errand, Reply};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Lab {
    /// From now on there is somebody elsewhere for the long work, see [`Lab::errand`], or nobody any more.
    ///
    /// To be called as soon as it is known: a first picture that takes little is still made here, without an errand, so that it waits for nobody.
    pub fn lend(&mut self, elsewhere: bool) {
        self.memory.borrow_mut().helper = elsewhere.then(Helper::default);
        self.draft.take();
    }

    /// What the helper is to find out for the present view, if anything.
    pub fn errand(&self) -> Option<Vec<f64>> {
        self.draft();
        let errand = self.memory.borrow().helper.as_ref()?.errand;
        errand.map(|errand| errand.words())
    }

    /// The helper's answer to an errand, as far as it has come; one that is not wanted any more is thrown away. Returns whether it was wanted.
    pub fn answer(&mut self, errand: &[f64], words: Vec<f64>) -> bool {
        let mut memory = self.memory.borrow_mut();
        let helper = memory.helper.as_mut();
        let is_of = |own: Errand| own.words() == errand;
        let wanted = helper.filter(|helper| helper.errand.is_some_and(is_of));
        let Some((helper, reply)) = wanted.zip(Reply::read(&words).ok()) else {
            return false;
        };
        helper.answer = Some(reply);
        drop(memory);
        self.draft.take();
        true
    }
}
