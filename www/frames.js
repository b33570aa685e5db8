// @ts-check
// One frame for all figures of the page: they share its time, and all is written before anything is measured.
(function () {
  'use strict';
  const { ActivationLab } = window;

  /** @type {Set<Turn>} */
  const waiting = new Set();
  let frame = 0;

  // What one figure does must not keep the others from their turn.
  /** @param {() => void} action */
  function attempt(action) {
    try {
      ActivationLab.unlessStopped(action);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  }

  function paint() {
    frame = 0;
    const { patience } = ActivationLab.catalogue;
    const parts = [...waiting];
    const share = patience / Math.max(1, parts.filter((part) => part.isWorking()).length);
    const end = performance.now() + patience;
    /** @type {Turn[]} */
    const written = [];
    const write = () => {
      for (const part of parts) {
        // Who has no turn any more is the first in the next frame.
        if (written.length && performance.now() > end) break;
        waiting.delete(part);
        written.push(part);
        attempt(() => part.write(share));
      }
    };
    if (parts.some((part) => part.isNew())) ActivationLab.holdStill(write);
    else write();
    for (const part of written) attempt(() => part.draw());
    next();
  }

  function next() {
    if (!frame && waiting.size) frame = requestAnimationFrame(paint);
  }

  ActivationLab.frames = {
    // A turn in the next frame, once however often it is asked for: { isNew(), isWorking(), write(ms), draw() }.
    // `write` may compute for about so long; `draw` comes after the writing of all.
    ask(part) {
      waiting.add(part);
      next();
    },
    leave: (part) => waiting.delete(part),
  };

  // What waits for a view that is pending: errands, where a figure takes time, and else the next frame.
  ActivationLab.work = (lab, about, redraw) => (about.player ? ActivationLab.errands(lab, redraw) : { begin() {}, goOn: redraw, rest() {}, stop() {} });
})();
