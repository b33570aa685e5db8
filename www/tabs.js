// @ts-check
// What opens on demand: a row of buttons, and below it what the pressed one stands for.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, hide } = ActivationLab;

  // At most one is open; pressed again, it closes. What is open is kept up to date, the others are not worked out.
  ActivationLab.tabs = function (signal) {
    const row = node('div', { className: 'tabs' });
    const home = node('div', { className: 'disclosures' }, row);
    /** @type {{ button: HTMLButtonElement, content: HTMLElement, fill: () => void, wanted: () => boolean }[]} */
    const all = [];
    let open = -1;

    function show() {
      all.forEach(({ button, content, fill, wanted }, index) => {
        hide(button, !wanted());
        const isOpen = index === open && !button.hidden;
        button.ariaExpanded = String(isOpen);
        hide(content, !isOpen);
        if (isOpen) fill();
      });
      hide(home, all.every(({ button }) => button.hidden));
    }

    return {
      node: home,
      show,
      // Which one is open, counted from 0, or -1.
      get open() {
        return open;
      },
      set open(which) {
        open = which;
        show();
      },
      /** @param {string} title @param {Node[]} parts @param {() => void} fill @param {() => boolean} wanted */
      add(title, parts, fill, wanted) {
        const index = all.length;
        const content = node('div', { className: 'content', id: `tab-${index}`, hidden: true }, ...parts);
        const button = node('button', { type: 'button', textContent: title, attributes: { 'aria-controls': content.id } });
        button.addEventListener('click', () => {
          open = open === index ? -1 : index;
          show();
        }, { signal });
        all.push({ button, content, fill, wanted });
        row.append(button);
        home.append(content);
      },
    };
  };
})();
