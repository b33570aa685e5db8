// @ts-check
// What the worker does, after wasm-bindgen's glue for its module: it answers the newest request in pieces, and between them hears of a newer one.
(function () {
  'use strict';
  // Long enough that messages cost nothing beside the work, short enough for whoever moves a slider.
  const PIECE_MS = 20;

  let trainer = /** @type {wasm_bindgen.Trainer | null} */ (null);
  let newest = /** @type {{ request: number, words: Float64Array } | null} */ (null);

  // A message to oneself stands behind those that wait; a timer would wait for milliseconds.
  const { port1, port2 } = new MessageChannel();
  const later = () => port2.postMessage(null);

  port1.onmessage = () => {
    if (!trainer || !newest) return;
    const { request, words } = newest;
    const reply = trainer.answer(words, PIECE_MS);
    if (reply.length > 1) newest = null;
    else later();
    self.postMessage({ request, words: reply }, [reply.buffer]);
  };

  self.onmessage = ({ data }) => {
    if (data.module) {
      wasm_bindgen.initSync({ module: data.module });
      trainer = new wasm_bindgen.Trainer();
    } else {
      // While one is at work, its next piece will look at this one instead.
      const idle = !newest;
      newest = data;
      if (!idle) return;
    }
    later();
  };
})();
