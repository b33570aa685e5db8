// @ts-check
// The page around the figures: theme, address, and what the query asks for. Inside someone else's page it leaves all of that alone.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node } = ActivationLab;

  const root = document.documentElement;
  // Only our own article says so; there the query and the hash are ours to read and to write.
  const ours = (ActivationLab.isOurs = root.dataset.page === 'activation-lab');
  // Only there is a page around us whose word we take.
  ActivationLab.isHosted = ours && window !== window.parent;
  const query = new URLSearchParams(ours ? location.search : '');
  /** @param {string} name */
  const list = (name) => (query.get(name) || '').split(',').filter(Boolean);

  // What the address says about the chrome.
  ActivationLab.page = {
    theme: '',
    ui: ['min', 'full'].find((ui) => ui === query.get('ui')) || '',
    hide: list('hide'),
    lock: list('lock'),
    hall: false,
    scale: 0,
    told: [],
    still: false,
  };

  const dark = matchMedia('(prefers-color-scheme: dark)');

  // The theme to draw in: the element's own wish, else the page's, else the system's; and the system's colours, if it forces them.
  ActivationLab.theme = function (own) {
    const wish = [own, ActivationLab.page.theme].find((name) => name && ActivationLab.catalogue.themes.includes(name));
    const name = wish || (dark.matches ? 'dark' : 'light');
    return name + ActivationLab.systemColours();
  };

  // Opaque origins forbid this with an exception, and a browser may forbid it when it happens often.
  /** @param {'pushState' | 'replaceState'} how @param {string} address @param {unknown} state */
  function setAddress(how, address, state) {
    try {
      history[how](state, '', address);
    } catch {
      // All works all the same; only the address bar stays behind.
    }
  }
  ActivationLab.replaceAddress = (address, state = history.state) => setAddress('replaceState', address, state);
  ActivationLab.pushAddress = (address, state) => setAddress('pushState', address, state);

  // For the whole page; without a name as the system has it.
  ActivationLab.setTheme = function (theme) {
    ActivationLab.page.theme = theme;
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    dispatchEvent(new Event('activation-lab-theme'));
  };

  function themeSwitch() {
    const { words } = ActivationLab;
    const home = document.getElementById('theme');
    if (!home) return;
    /** @param {string} value @param {string} text */
    const option = (value, text) => {
      const radio = node('input', { type: 'radio', name: 'theme', value, checked: value === ActivationLab.page.theme });
      return node('label', {}, radio, node('span', { textContent: text }));
    };
    const legend = node('legend', { className: 'unseen', textContent: words.theme });
    home.replaceChildren(legend, option('', words.system), ...ActivationLab.catalogue.themes.map((theme) => option(theme, words[/** @type {keyof Words} */ (theme)])));
    home.addEventListener('change', (event) => {
      const { value } = /** @type {HTMLInputElement} */ (event.target);
      ActivationLab.setTheme(value);
      // As it is now: a lesson may have been in it.
      const query = new URLSearchParams(location.search);
      if (value) query.set('theme', value);
      else query.delete('theme');
      const search = query.toString();
      ActivationLab.replaceAddress(`${location.pathname}${search && `?${search}`}${location.hash}`);
    });
  }

  // Where no figure has the focus, `?` is a key of the page unless a reader has said otherwise (WCAG 2.1.4): then the button stays.
  function keysButton() {
    try {
      ActivationLab.page.still = localStorage.getItem(ActivationLab.STILL) !== null;
    } catch {
      // Nothing is kept here.
    }
    const theme = () => ActivationLab.theme('');
    const button = node('button', { type: 'button', textContent: ActivationLab.words.keys });
    button.addEventListener('click', () => ActivationLab.listKeys(theme()));
    document.querySelector('footer')?.append(button);
    ActivationLab.hearKey(root, 'page', 'list', () => ActivationLab.listKeys(theme()), undefined, () => !ActivationLab.page.still);
  }

  // Scrolls this window, and the lists inside it, until a part is in sight. What the browser offers for that scrolls the pages around a frame too.
  // Where a page opens it stands at once: in a frame that is out of sight nothing glides.
  ActivationLab.reveal = function (part, behavior = 'auto') {
    for (let box = part; box && box !== root; box = box.parentElement || /** @type {ShadowRoot} */ (box.getRootNode()).host) {
      if (box === part || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
      const { top, bottom } = box.getBoundingClientRect();
      box.scrollTop += missing(part, top, bottom);
    }
    const by = missing(part, 0, root.clientHeight);
    if (by) scrollBy({ top: by, behavior });
  };

  // How far a part is from being in sight between these heights; of one that is too high the top is wanted.
  /** @param {Element} part @param {number} from @param {number} to */
  function missing(part, from, to) {
    const { top, bottom } = part.getBoundingClientRect();
    if (top < from || bottom - top > to - from) return top - from;
    return Math.max(0, bottom - to);
  }

  // Moves the focus, and scrolls nothing but this window.
  ActivationLab.focus = function (part) {
    part.focus({ preventScroll: true });
    ActivationLab.reveal(part);
  };

  // Called before the elements exist.
  ActivationLab.openPage = function () {
    if (!ours) return;
    const asked = query.get('theme') || '';
    ActivationLab.setTheme(ActivationLab.catalogue.themes.includes(asked) ? asked : '');
    themeSwitch();
    keysButton();
    if (ActivationLab.page.ui) root.dataset.ui = ActivationLab.page.ui;
    ActivationLab.watchLinks();
    addEventListener('activation-lab-change', ({ detail, target }) => {
      if (/** @type {Element} */ (target).hasAttribute('data-opening')) return;
      ActivationLab.replaceAddress(`#${ActivationLab.wasm.address(detail.figure, detail.state)}`);
    });
  };
})();
