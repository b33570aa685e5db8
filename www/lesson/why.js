// @ts-check
// One sentence of why, for oneself. It is kept on this device if one says so, and goes nowhere.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write } = ActivationLab;

  // Before what is kept of a question.
  const KEY = 'activation-lab why: ';

  // Opaque origins have no storage, and a browser may forbid it.
  /** @template T @param {(storage: Storage) => T} action @returns {T | null} */
  function stored(action) {
    try {
      return action(localStorage);
    } catch {
      return null;
    }
  }

  lesson.why = function (question) {
    const { ask: words } = lesson.data;
    const key = KEY + lesson.spoken(question.ask);
    const before = stored((storage) => storage.getItem(key));
    const text = node('textarea', { rows: 2, value: before || '' });
    const keep = node('button', { type: 'button', textContent: words.keep });
    const forget = node('button', { type: 'button', textContent: words.forget, hidden: before === null });
    const said = node('p', { className: 'hint', textContent: before === null ? words.whyHelp : words.kept, attributes: { role: 'status' } });
    keep.addEventListener('click', () => {
      const kept = stored((storage) => {
        storage.setItem(key, text.value);
        return true;
      });
      forget.hidden = !kept;
      write(said, kept ? words.kept : ActivationLab.words.refused);
    });
    forget.addEventListener('click', () => {
      stored((storage) => storage.removeItem(key));
      text.value = '';
      forget.hidden = true;
      write(said, words.whyHelp);
      text.focus({ preventScroll: true });
    });
    return node('div', { className: 'why' }, node('label', {}, node('span', { textContent: words.why }), text), node('div', { className: 'ways' }, keep, forget), said);
  };
})();
