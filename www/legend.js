// @ts-check
// What the marks of the pictures mean. An entry that is pointed at, focused or pressed points its marks out, and so does a word of the text; a mark under the pointer points out its entry and its words.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node } = ActivationLab;

  ActivationLab.legend = function (element, pictures, about, signal) {
    const { words } = ActivationLab;
    const list = node('ul', { className: 'legend', attributes: { 'aria-label': words.legend } });
    const named = /** @type {HTMLElement[]} */ (element.isOfTheText ? [...document.querySelectorAll(`.names[data-figure="${about.id}"]`)] : []);
    let before = /** @type {string[]} */ ([]);
    let keys = /** @type {Key[]} */ ([]);
    let buttons = /** @type {HTMLElement[]} */ ([]);
    let held = /** @type {number | undefined} */ (undefined); // what was pressed
    let over = /** @type {number | undefined} */ (undefined); // what is pointed at or has the focus

    const tell = () => {
      const lit = over ?? held;
      pictures.light(lit);
      buttons.forEach((button, index) => button.setAttribute('aria-pressed', String(index === held)));
      show(lit);
    };
    // Entries and words of what is pointed out, wherever that is done.
    const show = (/** @type {number | undefined} */ lit) => {
      buttons.forEach((button, index) => button.classList.toggle('lit', index === lit));
      for (const word of named) word.classList.toggle('lit', lit !== undefined && word.dataset.key === keys[lit]?.id);
    };
    const point = (/** @type {number | undefined} */ index) => {
      if (index === over) return;
      over = index;
      tell();
    };
    pictures.whenOver = (index) => show(index ?? over ?? held);

    // What points a mark out; a finger only presses. `find` says which mark a part names.
    /** @param {HTMLElement} home @param {(part: Element) => number | undefined} find */
    function listen(home, find) {
      /** @type {Listen} */
      const on = (target, type, handler) => target.addEventListener(type, handler, { signal });
      on(home, 'pointerover', ({ pointerType, target }) => pointerType === 'mouse' && point(find(/** @type {Element} */ (target))));
      on(home, 'pointerleave', () => point(undefined));
      on(home, 'focusin', ({ target }) => /** @type {Element} */ (target).matches(':focus-visible') && point(find(/** @type {Element} */ (target))));
      on(home, 'focusout', () => point(undefined));
      on(home, 'click', ({ target }) => {
        const now = find(/** @type {Element} */ (target));
        held = held === now ? undefined : now;
        tell();
      });
    }

    // A gradient stands between the values at its ends.
    /** @param {Key} key */
    function entry(key) {
      /** @param {string} words */
      const text = (words) => node('span', { textContent: words });
      const [low, high] = key.ends || [];
      const parts = [...(low ? [text(low)] : []), ActivationLab.swatch(key), ...(high ? [text(high)] : []), text(key.name)];
      return node('button', { type: 'button', attributes: { 'aria-pressed': 'false' } }, ...parts);
    }

    // Only what differs is made anew: while a slider moves that is nothing, or the ends of a gradient.
    /** @param {Key[]} now */
    function update(now) {
      const said = now.map((key) => JSON.stringify(key));
      if (said.length === before.length && said.every((text, index) => text === before[index])) return;
      const same = now.length === keys.length && now.every(({ name }, index) => name === keys[index].name);
      const focused = buttons.findIndex((button) => button.matches(':focus'));
      keys = now;
      buttons = keys.map((key, index) => (said[index] === before[index] ? buttons[index] : entry(key)));
      before = said;
      const items = [...list.children];
      if (items.length !== buttons.length) list.replaceChildren(...buttons.map((button) => node('li', {}, button)));
      else buttons.forEach((button, index) => button.parentNode === items[index] || items[index].replaceChildren(button));
      for (const word of named) word.toggleAttribute('data-idle', !keys.some((key) => key.id === word.dataset.key));
      if (!same) held = over = undefined;
      buttons.forEach((button, index) => (button.tabIndex = index === (same && focused >= 0 ? focused : 0) ? 0 : -1));
      if (same && focused >= 0) buttons[focused].focus({ preventScroll: true });
      tell();
    }

    const found = (/** @type {number} */ index) => (index < 0 ? undefined : index);
    listen(list, (part) => found(buttons.findIndex((button) => button.contains(part))));
    // One stop for all: arrows go from one to the next.
    list.addEventListener('keydown', (event) => {
      const at = buttons.findIndex((button) => button.contains(/** @type {Node} */ (event.target)));
      const way = { next: 1, before: -1 }[ActivationLab.key('legend', event) || ''];
      const next = way && buttons[at + way];
      if (!next) return;
      event.preventDefault();
      buttons[at].tabIndex = -1;
      next.tabIndex = 0;
      next.focus({ preventScroll: true });
    }, { signal });
    for (const word of named) {
      Object.assign(word, { tabIndex: 0, role: 'button' });
      const find = () => keys.findIndex((key) => key.id === word.dataset.key);
      listen(word, () => (find() < 0 ? undefined : find()));
      word.addEventListener('keydown', (event) => {
        if (ActivationLab.key('word', event) !== 'show') return;
        event.preventDefault();
        word.click();
      }, { signal });
    }
    return { node: list, show: update };
  };
})();
