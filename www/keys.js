// @ts-check
// What keys ask of a slider.
(function () {
  'use strict';

  // Keys that move a slider: direction and size of the step. Shift makes any arrow a fine step; Home and End are native.
  /** @type {Record<string, [direction: number, size: StepSize]>} */
  const STEPS = {
    ArrowRight: [1, 'coarse'],
    ArrowUp: [1, 'coarse'],
    ArrowLeft: [-1, 'coarse'],
    ArrowDown: [-1, 'coarse'],
    PageUp: [1, 'page'],
    PageDown: [-1, 'page'],
  };

  // The step that a key asks for, if it asks for one; the browser's own is then not taken.
  window.ActivationLab.step = function (event) {
    const found = STEPS[event.key];
    if (!found || event.ctrlKey || event.altKey || event.metaKey) return undefined;
    event.preventDefault();
    return event.shiftKey ? [found[0], 'fine'] : found;
  };
})();
