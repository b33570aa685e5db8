// @ts-check
// The dialog in which a figure is taken along: on one side what is taken, live, on the other what of it and how large, and below in which form.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, write, fill, sharing } = ActivationLab;

  // The part of the window's height that the preview may have.
  const PART = 0.46;
  // A hundredth of a window in which the plots of all figures are as high as they get.
  const TALL = '20px';
  // A bar that a frame has as long as its figure is on its way goes only if the figure fits beside it too; systems have none wider.
  const BAR = 17;
  // Room around a figure that has a frame of its own: that of `ui=min` in places.css.
  /** @param {number} width @param {number} height */
  const margin = (width, height) => Math.min(16, Math.max(6.4, 0.02 * Math.min(width, height)));

  /** @param {string} id */
  const aboutOf = (id) => /** @type {About} */ (ActivationLab.catalogue.figures.find((figure) => figure.id === id));

  // What is taken, as the figure itself, in its true size and then as much smaller as the room asks for.
  /** @param {ShareWords} words @param {() => void} changed */
  function stand(words, changed) {
    const figure = document.createElement('activation-lab');
    const sized = node('div', { className: 'sized' }, figure);
    const room = node('div', { className: 'room', attributes: { role: 'group', 'aria-label': words.preview } }, sized);
    const said = node('p', { className: 'help' });
    const home = node('div', { className: 'preview' }, room, said);
    // What is tried here is no change of the page's own figures.
    figure.addEventListener('activation-lab-change', (event) => {
      event.stopPropagation();
      changed();
    });
    let width = 0;
    let height = 0; // what is taken

    // How high the figure is where it does not fit: as high as it needs, and so is what is taken.
    /** @param {Taken} taken */
    function measure(taken) {
      ({ width, height } = taken);
      const lab = /** @type {HTMLElement | null} */ (figure.shadowRoot && figure.shadowRoot.querySelector('.lab'));
      // It is no landmark of the page behind the dialog.
      if (lab) lab.setAttribute('role', 'group');
      const least = height;
      const pad = () => {
        const margins = margin(width, height);
        sized.style.setProperty('padding', `${margins}px`);
        return 2 * margins;
      };
      if (lab && lab.dataset.stage === 'free') {
        // In a frame of its height the plots are as high as they get, whatever window this is.
        lab.style.setProperty('--view', TALL);
        // The higher frame has wider margins, and between them the figure may need more.
        const high = [width, width - BAR].map((wide) => {
          sized.style.setProperty('width', `${wide}px`);
          height = least;
          for (let round = 0; round < 3; round += 1) {
            const margins = pad();
            height = Math.max(least, Math.ceil(lab.offsetHeight + margins));
          }
          return height;
        });
        height = Math.max(...high);
        sized.style.setProperty('width', `${width}px`);
        pad();
      } else pad();
      fit(taken);
      return height;
    }

    /** @param {Taken} taken */
    function fit(taken) {
      const high = Math.max(200, PART * innerHeight);
      const share = Math.min(1, home.clientWidth / width, height > taken.height ? 1 : high / height);
      sized.style.setProperty('width', `${width}px`);
      sized.style.setProperty('height', `${height}px`);
      sized.style.setProperty('transform', `scale(${share})`);
      room.style.setProperty('width', `${Math.floor(width * share)}px`);
      room.style.setProperty('height', `${Math.floor(Math.min(high, height * share))}px`);
      room.toggleAttribute('data-scrolls', height * share > high + 1);
      const numbers = { width, height, share: Math.round(100 * share) };
      const text = fill(share < 1 ? words.scaled : words.exact, numbers);
      write(said, height > taken.height ? `${text}. ${fill(words.taller, numbers)}` : text);
    }

    /** @param {About} about @param {string} link */
    function open(about, link) {
      if (figure.getAttribute('figure') !== about.id) figure.setAttribute('figure', about.id);
      figure.load(link, true);
    }

    return {
      node: home,
      figure,
      measure,
      open,
      /** @param {Taken} taken */
      show({ about, pairs, theme, width: wide, height: high }) {
        const pad = margin(wide, high);
        sized.style.setProperty('width', `${wide}px`);
        sized.style.setProperty('padding', `${pad}px`);
        figure.style.setProperty('height', `${high - 2 * pad}px`);
        sized.dataset.theme = theme;
        if (theme === 'auto') figure.removeAttribute('theme');
        else figure.setAttribute('theme', theme);
        open(about, sharing.spell(pairs));
      },
    };
  }

  sharing.open = function (element, lab, button, signal) {
    const { words } = sharing.data;
    const root = /** @type {ShadowRoot} */ (button.getRootNode());
    // What is shown in a dialog opens no other.
    if (root.host.closest('dialog')) return;
    ActivationLab.adopt(root, sharing.css);
    const closed = new AbortController();
    const shown = JSON.parse(lab.panel(element.theme));
    /** @type {Taken} */
    let taken = { about: aboutOf(element.figure), pairs: sharing.pairs(element.state), theme: 'light', width: 700, height: 420 };
    let asked = 0;

    const preview = stand(words, () => {
      taken = { ...taken, pairs: sharing.pairs(preview.figure.state) };
      follow();
    });
    const choices = sharing.choices((change) => {
      taken = { ...taken, ...change };
      update();
    }, words);
    const output = sharing.output(words, ready);

    const close = node('button', { type: 'button', className: 'close', textContent: '×', attributes: { 'aria-label': words.close } });
    const title = node('h2', { id: 'share-title', textContent: words.title });
    const paste = pasting();
    const dialog = node('dialog', { className: 'share', attributes: { 'aria-labelledby': 'share-title' } },
      node('header', {}, title, close),
      node('div', { className: 'halves' }, node('div', {}, preview.node, output.node), node('div', {}, choices.node, paste)));
    close.addEventListener('click', () => dialog.close());
    // A press beside it closes it, as Escape does.
    dialog.addEventListener('pointerdown', ({ target, clientX: x, clientY: y }) => {
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      if (target === dialog && (x < left || x > right || y < top || y > bottom)) dialog.close();
    });
    // Keys that are meant here are no keys of the page.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.addEventListener('close', end);
    signal.addEventListener('abort', end, { signal: closed.signal });
    addEventListener('resize', () => preview.measure(taken), { signal: closed.signal });
    // Formulas in their own font have another height.
    document.fonts.addEventListener('loadingdone', () => follow(), { signal: closed.signal });

    function end() {
      if (closed.signal.aborted) return;
      closed.abort();
      dialog.remove();
      if (!signal.aborted) button.focus({ preventScroll: true });
    }

    // A complete view, and what it is taken as.
    /** @returns {Promise<Source>} */
    function ready() {
      return new Promise((done) => preview.figure.whenComplete((view) => done({ lab: view, spelled: spelled(preview.measure(taken), JSON.parse(view.panel('light')).title) })));
    }

    /** @param {number} height @param {string} name @returns {Spelled} */
    function spelled(height, name) {
      const { about, theme, width } = taken;
      const state = preview.figure.state;
      return { figure: about.id, title: name, hash: ActivationLab.wasm.address(about.id, state), pairs: sharing.pairs(state), theme, width, height, fits: height === taken.height, place: sharing.place() };
    }

    // Other choices, and what they make of the figure.
    function update() {
      preview.show(taken);
      follow();
    }

    // At once what is known; what depends on the complete view, when that is there.
    async function follow() {
      const mine = ++asked;
      output.show(spelled(preview.measure(taken), taken.about.title));
      const { figure } = preview;
      await new Promise((done) => figure.whenComplete(() => done(null)));
      // Drawn, it has its size.
      await new Promise((done) => figure.whenDrawn(() => requestAnimationFrame(done)));
      if (mine !== asked || closed.signal.aborted) return;
      const source = await ready();
      choices.show(taken, JSON.parse(source.lab.panel('light')));
      output.show(source.spelled);
    }

    // What was taken before, pasted again.
    function pasting() {
      const field = node('input', { type: 'text', spellcheck: false, placeholder: words.pasteHelp, attributes: { 'aria-label': words.paste } });
      const said = node('p', { className: 'warn', attributes: { role: 'status' } });
      field.addEventListener('input', () => {
        const found = sharing.read(field.value);
        write(said, found || !field.value.trim() ? '' : words.noScene);
        if (!found) return;
        field.value = '';
        openSoon(found.figure, found.link).catch((error) => write(said, ActivationLab.sorry(error, root.host)));
      });
      return node('fieldset', {}, node('legend', { textContent: words.paste }), field, said);
    }

    // At once, or when the module is there that draws the figure.
    /** @param {string} figure @param {string} link */
    async function openSoon(figure, link) {
      if (!ActivationLab.modules.of(figure)) await ActivationLab.modules.whole();
      open(aboutOf(figure), link);
    }

    /** @param {About} about @param {string} link */
    function open(about, link) {
      preview.open(about, link);
      taken = { ...taken, about, pairs: sharing.pairs(preview.figure.state) };
      const lab = new (ActivationLab.modules.of(about.id) || ActivationLab.wasm).Lab(about.id);
      choices.offer(about, taken.pairs, JSON.parse(lab.panel('light')).actions);
      lab.free();
      update();
    }

    preview.show(taken);
    // Inside the figure, whose colours it has.
    /** @type {Element} */ (root.querySelector('.lab')).append(dialog);
    dialog.showModal();
    close.focus({ preventScroll: true });
    choices.offer(taken.about, taken.pairs, shown.actions);
    choices.show(taken, shown);
    follow();
  };
})();
