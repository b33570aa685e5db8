// @ts-check
// The list of keys, made of the table that the listeners ask.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, help } = ActivationLab;
  const { words, places, rows: said, names } = help.data;

  /** @param {string} spelled */
  const one = (spelled) => {
    const parts = spelled.length > 1 ? spelled.split('+') : [spelled];
    return parts.flatMap((key, index) => [...(index ? ['+'] : []), node('kbd', { textContent: names[key] || key })]);
  };

  /** @param {KeyRow} row */
  const line = ({ where, id, keys, what }) => node('tr', {},
    node('th', { scope: 'row' }, ...keys.flatMap((key, index) => [...(index ? [words.or] : []), ...one(key)])),
    node('td', { textContent: what || said[`${where}.${id}`] || id }));

  /** @param {readonly KeyRow[]} rows */
  const table = (rows) => node('table', {},
    node('caption', { textContent: places[rows[0].where] || rows[0].place || rows[0].where }),
    node('thead', {}, node('tr', {}, node('th', { scope: 'col', textContent: words.key }), node('th', { scope: 'col', textContent: words.does }))),
    node('tbody', {}, ...rows.map(line)));

  // On our own page `?` is heard everywhere, unless a reader wants it otherwise.
  function choice() {
    const { page, STILL } = ActivationLab;
    const box = node('input', { type: 'checkbox', checked: !page.still });
    box.addEventListener('change', () => {
      page.still = !box.checked;
      try {
        if (page.still) localStorage.setItem(STILL, '');
        else localStorage.removeItem(STILL);
      } catch {
        // Until the page is left, then.
      }
    });
    return node('label', {}, box, words.anywhere);
  }

  help.open = function (theme) {
    const all = ActivationLab.keys();
    const wheres = [...new Set(all.map(({ where }) => where))];
    const close = node('button', { type: 'button', textContent: '×', attributes: { 'aria-label': words.close } });
    const dialog = node('dialog', { className: 'keys', attributes: { 'aria-labelledby': 'keys-title' } },
      node('div', { className: 'head' }, node('h2', { id: 'keys-title', textContent: words.title }), close),
      node('div', { className: 'tables' }, ...wheres.map((where) => table(all.filter((row) => row.where === where)))),
      ...(ActivationLab.isOurs ? [choice()] : []));
    // In a shadow tree of its own: another page's style is none of ours. Its colours are those of a figure.
    const home = node('div');
    const root = home.attachShadow({ mode: 'open' });
    ActivationLab.adoptStyle(root);
    const lab = node('div', { className: 'lab', lang: ActivationLab.catalogue.language }, dialog);
    lab.dataset.theme = theme.split(' ')[0];
    root.append(node('style', { textContent: help.css }), lab);
    home.style.setProperty('display', 'contents');
    close.addEventListener('click', () => dialog.close());
    // A press beside it closes it, as Escape does.
    dialog.addEventListener('pointerdown', ({ target }) => target === dialog && dialog.close());
    // Keys that are meant here are no keys of the page; the one that has opened it closes it too.
    dialog.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (ActivationLab.key('page', event) === 'list') dialog.close();
    });
    let before = document.activeElement;
    while (before?.shadowRoot?.activeElement) before = before.shadowRoot.activeElement;
    dialog.addEventListener('close', () => {
      home.remove();
      /** @type {HTMLElement | null} */ (before)?.focus({ preventScroll: true });
    });
    document.body.append(home);
    dialog.showModal();
    close.focus({ preventScroll: true });
  };
})();
