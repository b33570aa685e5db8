// @ts-check
// Numbers in the text that are those of a figure, as they are now. One that belongs to a control can be dragged, and moved by keys.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, write } = ActivationLab;

  // So many pixels of dragging are the whole way of a slider.
  const WAY = 400;

  // The numbers that the article says of an element's figure. `data-control` names a control; `data-readout` counts the readouts, and `data-part` says what of one.
  ActivationLab.live = function (host, lab, about, signal) {
    const name = host.isOfTheText && about.id;
    const spans = /** @type {HTMLElement[]} */ (name ? [...document.querySelectorAll(`.live[data-figure="${name}"]`)] : []);
    const parts = spans.map((span) => (span.dataset.control ? control(span, span.dataset.control) : readout(span)));

    /** @param {HTMLElement} span */
    function readout(span) {
      const { readout: index, part = 'value' } = span.dataset;
      return (/** @type {Panel} */ { readouts }) => {
        const shown = readouts[Number(index)];
        if (shown) write(span, shown[/** @type {'label' | 'value' | 'note'} */ (part)]);
      };
    }

    /** @param {HTMLElement} span @param {string} id */
    function control(span, id) {
      const label = about.controls.find((one) => one.id === id)?.label || id;
      const text = node('span', { textContent: span.textContent, attributes: { 'aria-hidden': 'true' } });
      const range = node('input', { type: 'range', min: 0, step: 1, attributes: { 'aria-label': label } });
      let state = /** @type {NumberState} */ ({}); // none until it is shown
      let held = [0, 0]; // where the pointer took it, and what it was there
      const change = (/** @type {() => void} */ action) => {
        action();
        host.changed();
        // Also where the figure is out of sight.
        host.whenDrawn(() => {});
      };
      /** @type {Listen} */
      const on = (target, type, handler) => target.addEventListener(type, handler, { signal });
      on(range, 'input', () => change(() => lab.set_position(id, range.valueAsNumber)));
      on(range, 'keydown', (event) => {
        const found = ActivationLab.step(event);
        if (found) change(() => lab.step(id, ...found));
      });
      on(span, 'pointerdown', (event) => {
        if (event.button || range.disabled) return;
        event.preventDefault();
        range.focus({ preventScroll: true });
        held = [event.clientX, state.position];
        span.setPointerCapture(event.pointerId);
      });
      on(span, 'pointermove', (event) => {
        if (!span.hasPointerCapture(event.pointerId)) return;
        const [x, position] = held;
        const next = Math.round(position + ((event.clientX - x) / WAY) * state.positions);
        const within = Math.min(Math.max(next, 0), state.positions);
        if (within !== state.position) change(() => lab.set_position(id, within));
      });
      span.replaceChildren(text, range);
      signal.addEventListener('abort', () => span.replaceChildren(text.textContent || ''));
      return (/** @type {Panel} */ { controls }) => {
        state = /** @type {NumberState} */ (controls.find((one) => one.id === id));
        // As numbers are written in a text; a field has what is typed.
        write(text, state.text.replace('-', '\u2212'));
        if (range.max !== String(state.positions)) range.max = String(state.positions);
        if (range.value !== String(state.position)) range.value = String(state.position);
        if (range.getAttribute('aria-valuetext') !== state.valuetext) range.setAttribute('aria-valuetext', state.valuetext);
        if (range.disabled !== state.locked) range.disabled = state.locked;
      };
    }

    return (/** @type {Panel} */ panel) => parts.forEach((show) => show(panel));
  };
})();
