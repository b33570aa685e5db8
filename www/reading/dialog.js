// @ts-check
// What is wrong with a file, over the page: a sentence, and a list with the lines.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, reading, write } = ActivationLab;
  const { words } = reading.data;

  /** @param {Fault} fault */
  const row = ({ line, what }) => node('tr', {}, node('th', { scope: 'row', textContent: String(line) }), node('td', { textContent: what }));

  /** @param {Fault[]} faults */
  const table = (faults) => node('table', {},
    node('thead', {}, node('tr', {}, node('th', { scope: 'col', textContent: words.line }), node('th', { scope: 'col', textContent: words.what }))),
    node('tbody', {}, ...faults.map(row)));

  let put = /** @type {(() => void) | null} */ (null); // puts away what is open

  reading.dialog = function (title, sentence, faults, closed) {
    put?.();
    const close = node('button', { type: 'button', textContent: '×', attributes: { 'aria-label': words.close } });
    const told = node('p', { className: 'told' });
    const list = node('div', { className: 'faults' }, ...(faults.length ? [table(faults)] : []));
    const dialog = node('dialog', { className: 'reading', attributes: { 'aria-labelledby': 'reading-title', 'aria-describedby': 'reading-sentence' } },
      node('div', { className: 'head' }, node('h2', { id: 'reading-title', textContent: title }), close),
      node('p', { id: 'reading-sentence', textContent: sentence }), list, told);
    // In a shadow tree of its own, in the colours of a figure.
    const home = node('div');
    const root = home.attachShadow({ mode: 'open' });
    ActivationLab.adoptStyle(root);
    const lab = node('div', { className: 'lab', lang: ActivationLab.catalogue.language }, dialog);
    lab.dataset.theme = ActivationLab.theme('').split(' ')[0];
    root.append(node('style', { textContent: reading.css }), lab);
    home.style.setProperty('display', 'contents');
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('pointerdown', ({ target }) => target === dialog && dialog.close());
    // Keys that are meant here are no keys of the page, nor of a lesson behind it.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    let before = document.activeElement;
    while (before?.shadowRoot?.activeElement) before = before.shadowRoot.activeElement;
    let ended = false;
    // The focus goes back to where it was; whoever takes the dialog's place has it already.
    put = () => {
      if (ended) return;
      ended = true;
      home.remove();
      put = null;
      /** @type {HTMLElement | null} */ (before)?.focus({ preventScroll: true });
      closed();
    };
    dialog.addEventListener('close', put);
    document.body.append(home);
    dialog.showModal();
    close.focus({ preventScroll: true });
    return {
      tell: (text) => write(told, text),
      // More has been found.
      list: (more) => list.replaceChildren(table(more)),
    };
  };

  reading.putAway = () => put?.();
})();
