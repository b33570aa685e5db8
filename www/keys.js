// @ts-check
// Every key that something on the page listens to, in one table: the listeners ask it, and the list that `?` opens is made of it.
//
// A part that is loaded later adds its rows with `ActivationLab.addKeys([{ where, id, keys }])` and asks `ActivationLab.key(where, event)` in its listener: the answer is the id of a row, or nothing.
// What a row and its place are called stands in src/command/share/keys.rs, as `where` and `where.id`; a part that brings its texts itself says them with the row, as `what`, and the place's as `place`.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // A key with Shift that is not in the table is that key. What the browser does by itself is `native`: it is only listed.
  /** @type {KeyRow[]} */
  const table = [
    { where: 'page', id: 'list', keys: ['?'] },
    { where: 'page', id: 'on', keys: ['Tab'], native: true },
    { where: 'page', id: 'back', keys: ['Shift+Tab'], native: true },
    { where: 'figure', id: 'listen', keys: ['l'] },
    { where: 'slider', id: 'more', keys: ['ArrowRight', 'ArrowUp'] },
    { where: 'slider', id: 'less', keys: ['ArrowLeft', 'ArrowDown'] },
    { where: 'slider', id: 'pageMore', keys: ['PageUp'] },
    { where: 'slider', id: 'pageLess', keys: ['PageDown'] },
    { where: 'slider', id: 'fineMore', keys: ['Shift+ArrowRight', 'Shift+ArrowUp'] },
    { where: 'slider', id: 'fineLess', keys: ['Shift+ArrowLeft', 'Shift+ArrowDown'] },
    { where: 'slider', id: 'least', keys: ['Home'], native: true },
    { where: 'slider', id: 'most', keys: ['End'], native: true },
    { where: 'slider', id: 'markBefore', keys: ['['] },
    { where: 'slider', id: 'markAfter', keys: [']'] },
    { where: 'field', id: 'more', keys: ['ArrowUp'] },
    { where: 'field', id: 'less', keys: ['ArrowDown'] },
    { where: 'field', id: 'enter', keys: ['Enter'] },
    { where: 'field', id: 'takeBack', keys: ['Escape'] },
    { where: 'legend', id: 'next', keys: ['ArrowRight', 'ArrowDown'] },
    { where: 'legend', id: 'before', keys: ['ArrowLeft', 'ArrowUp'] },
    { where: 'word', id: 'show', keys: ['Enter', ' '] },
    { where: 'menu', id: 'next', keys: ['ArrowDown'] },
    { where: 'menu', id: 'before', keys: ['ArrowUp'] },
    { where: 'menu', id: 'enter', keys: ['Enter'] },
    { where: 'menu', id: 'close', keys: ['Escape'] },
  ];

  ActivationLab.keys = () => table;
  ActivationLab.addKeys = function (rows) {
    for (const row of rows) if (!table.some(({ where, id }) => row.where === where && row.id === id)) table.push(row);
  };

  // What a key means at a place. A sign may need Alt or AltGr to be typed; with Ctrl or ⌘ it is the browser's.
  ActivationLab.key = function (where, { key, shiftKey, ctrlKey, altKey, metaKey }) {
    if (metaKey || (ctrlKey && !altKey) || (altKey && key.length > 1)) return undefined;
    /** @param {string} spelled */
    const row = (spelled) => table.find((one) => one.where === where && !one.native && one.keys.includes(spelled));
    return ((shiftKey && row(`Shift+${key}`)) || row(key))?.id;
  };

  /** @type {Record<string, [direction: number, size: StepSize]>} */
  const STEPS = { more: [1, 'coarse'], less: [-1, 'coarse'], pageMore: [1, 'page'], pageLess: [-1, 'page'], fineMore: [1, 'fine'], fineLess: [-1, 'fine'] };

  // The step that a key asks of a slider, if it asks for one; the browser's own is then not taken.
  ActivationLab.step = function (event) {
    const found = STEPS[ActivationLab.key('slider', event) || ''];
    if (found) event.preventDefault();
    return found;
  };

  // The list of keys, which comes when it is first asked for.
  ActivationLab.listKeys = async function (theme) {
    try {
      if (!ActivationLab.help) await ActivationLab.later.help();
      ActivationLab.help.open(theme);
    } catch (error) {
      console.error(error);
    }
  };

  // What a reader's device keeps if such a key is not wanted outside of figures.
  ActivationLab.STILL = 'activation-lab-still-keys';

  const WRITES = 'textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox], [type=button])';

  // Whether somebody writes there: what is typed belongs to the text.
  ActivationLab.writes = (part) => part.matches(WRITES);

  // A sign by itself is a key only where nobody writes, and once however long it is held.
  ActivationLab.hearKey = function (part, where, id, action, signal, may = () => true) {
    part.addEventListener('keydown', (event) => {
      const at = /** @type {Element} */ (event.composedPath()[0]);
      if (event.defaultPrevented || event.repeat || ActivationLab.writes(at) || !may() || ActivationLab.key(where, event) !== id) return;
      event.preventDefault();
      action();
    }, { signal });
  };
})();
