// @ts-check
// The long work of a figure: in the next frame, or in another thread. What is asked and what is answered are lists of numbers that only the wasm modules read.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // { begin(), goOn(), rest(), stop() }: for the beginning, for a view that is pending, for one that is complete, for the end.
  // A first picture that takes little is made here, without an errand; that is for the wasm module to say.
  ActivationLab.errands = function (lab, redraw) {
    /** @type {Float64Array | null} */
    let errand = null;
    let ended = false;
    const trainer = ActivationLab.trainer(hear, workAlone);

    function begin() {
      lab.lend(true);
    }

    /** @param {Float64Array} words */
    function hear(words) {
      if (!ended && errand && lab.answer(errand, words)) redraw();
    }

    function workAlone() {
      if (ended) return;
      lab.lend(false);
      redraw();
    }

    function goOn() {
      const wanted = lab.errand();
      if (!wanted) return redraw();
      if (String(wanted) === String(errand)) return;
      errand = wanted;
      if (!trainer.ask(wanted)) workAlone();
    }

    function rest() {
      errand = null;
    }

    function stop() {
      ended = true;
      trainer.stop();
    }

    return { begin, goOn, rest, stop };
  };
})();
