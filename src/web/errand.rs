//! The long work of a [`Lab`] that is done in another thread.

use super::lab::Lab;
use activation_lab::figure::Helper;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Lab {
    /// From now on there is somebody elsewhere for the long work, see [`Lab::errand`], or nobody any more.
    ///
    /// To be called as soon as it is known: a first picture that takes little is still made here, without an errand, so that it waits for nobody.
    pub fn lend(&mut self, elsewhere: bool) {
        self.memory.borrow_mut().helper = elsewhere.then(Helper::default);
        self.view.take();
    }

    /// What the helper is to find out for the present view, if anything.
    pub fn errand(&self) -> Option<Vec<f64>> {
        self.view();
        self.memory.borrow().helper.as_ref()?.errand.clone()
    }

    /// The helper's answer to an errand, as far as it has come; one that is not wanted any more is thrown away. Returns whether it was wanted.
    pub fn answer(&mut self, errand: &[f64], words: Vec<f64>) -> bool {
        let mut memory = self.memory.borrow_mut();
        let helper = memory.helper.as_mut();
        let wanted = helper.filter(|helper| helper.errand.as_deref() == Some(errand));
        let Some(helper) = wanted else {
            return false;
        };
        helper.answer = Some(words);
        drop(memory);
        self.view.take();
        true
    }
}
