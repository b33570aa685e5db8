// @ts-check
// A question whose answer is put into the picture: one value, or a whole course. The same by keys, and as numbers, for whoever does not point.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write, fill } = ActivationLab;

  // Positions that a key moves the value by.
  const STEPS = { fine: 1, coarse: 5, page: 20 };

  lesson.expected = function (question, figure) {
    const { ask: words } = lesson.data;
    const isCourse = question.kind === 'draw';
    const asked = lesson.spoken(question.ask);
    const place = node('input', { type: 'range', min: 0, step: 1, value: 0 });
    const value = node('input', { type: 'range', min: 0, step: 1 });
    const typed = node('input', { type: 'text', inputMode: 'text', size: 9, autocomplete: 'off', spellcheck: false });
    const refused = node('p', { className: 'refused', attributes: { role: 'status' } });
    /** @param {string} text @param {HTMLInputElement} input */
    const row = (text, input) => node('label', { className: 'row' }, node('span', { textContent: text }), input);
    const at = node('span', { className: 'at', attributes: { 'aria-hidden': 'true' } });
    const rows = [row(isCourse ? words.height : words.guess, value), row(words.typed, typed)];
    if (isCourse) rows.unshift(node('label', { className: 'row' }, node('span', { textContent: words.place }), place, at));
    const group = node('fieldset', { className: 'expected' },
      node('legend', { className: 'unseen', textContent: asked }),
      node('p', { className: 'hint', textContent: isCourse ? words.draw : words.drag }), ...rows, refused);
    /** @type {Expected | null} */
    let now = null;
    let whenGiven = () => {};

    function show() {
      figure.reach((lab) => (now = JSON.parse(lab.question('expected', '', place.valueAsNumber, 0) || 'null')));
      if (!now) return;
      if (now.given) whenGiven();
      place.max = String(now.places);
      write(at, now.place);
      place.setAttribute('aria-valuetext', now.place);
      value.max = String(now.positions);
      value.value = String(now.position);
      // Where nothing is expected yet, the middle is no answer.
      value.setAttribute('aria-valuetext', now.given ? now.value : '?');
      if (document.activeElement !== typed && !typed.matches(':focus')) typed.value = now.given ? now.value : '';
    }

    /** @param {(lab: Lab) => void} action */
    function change(action) {
      figure.reach((lab, host) => {
        action(lab);
        host.redraw();
      });
      write(refused, '');
      show();
    }

    return {
      node: group,
      missing: words.give,
      isGiven: () => Boolean(now && now.given),
      choose() {},
      settle: () => [place, value, typed].forEach((input) => (input.disabled = true)),
      begin(signal, given) {
        whenGiven = given;
        /** @type {Listen} */
        const on = (target, type, handler) => target.addEventListener(type, handler, { signal });
        on(place, 'input', show);
        on(value, 'input', () => change((lab) => lab.question('expect', '', place.valueAsNumber, value.valueAsNumber)));
        on(value, 'keydown', (event) => {
          const found = ActivationLab.step(event);
          if (!found || !now) return;
          const next = Math.min(Math.max(now.position + found[0] * STEPS[found[1]], 0), now.positions);
          change((lab) => lab.question('expect', '', place.valueAsNumber, next));
        });
        on(typed, 'change', () => {
          if (!typed.value.trim()) return;
          let taken = false;
          change((lab) => (taken = Boolean(lab.question('type', typed.value, place.valueAsNumber, 0))));
          if (!taken) write(refused, words.refused);
        });
        // What a pointer has drawn on the canvas is known when the event comes by here.
        for (const type of /** @type {const} */ (['pointerdown', 'pointermove', 'pointerup', 'pointercancel'])) {
          on(figure, type, (event) => (event.buttons || type !== 'pointermove') && show());
        }
        // Another state may have other places.
        figure.addEventListener('activation-lab-change', show, { signal });
        show();
      },
      told(gap) {
        if (!gap) return '';
        const { kind, untold } = gap;
        const known = Object.fromEntries(Object.entries(gap).map(([name, text]) => [name, text ?? '']));
        if (!this.isGiven()) return gap.is ? fill(words.skipped, known) : '';
        const drawn = { near: words.nearDrawn, decades: words.drawnDecades, axis: words.drawnAxis, zero: words.zero, notZero: words.notZero, none: words.none };
        const text = fill(isCourse ? drawn[kind] : words[kind], known);
        return untold ? `${text} ${fill(words.unshown, known)}` : text;
      },
    };
  };
})();
