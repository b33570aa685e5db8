// @ts-check
// In which form it is taken: tabs, of which each has a text to copy, or files.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, write, fill, sharing } = ActivationLab;

  // How long a button says what came of it.
  const ANSWER_MS = 1500;
  // Pixels of a PNG to one of the page.
  const TIMES = [1, 2, 4];

  // A text to copy, with the button that does it.
  /** @param {ShareWords} words @param {string} label */
  function copyable(words, label) {
    const field = node('textarea', { readOnly: true, rows: 3, spellcheck: false, className: 'code', attributes: { 'aria-label': label } });
    const button = node('button', { type: 'button', className: 'copy', textContent: words.copy });
    const said = node('p', { className: 'said', attributes: { role: 'status' } });
    button.addEventListener('click', async () => {
      const done = await sharing.copy(field);
      write(said, done ? '' : words.byHand);
      if (!done) return field.select();
      // The text stays selected, the button keeps the keys.
      button.focus({ preventScroll: true });
      write(button, words.copied);
      setTimeout(() => write(button, words.copy), ANSWER_MS);
    });
    return {
      node: node('div', { className: 'copyable' }, field, button, said),
      /** @param {string} text */
      show(text) {
        if (field.value === text) return;
        field.value = text;
        write(said, '');
        // As high as its text, as far as the style allows.
        field.style.setProperty('height', 'auto');
        field.style.setProperty('height', `${field.scrollHeight + 2}px`);
      },
    };
  }

  /** @param {string} text @param {() => void} action */
  function press(text, action) {
    const button = node('button', { type: 'button', textContent: text });
    button.addEventListener('click', action);
    return button;
  }

  sharing.output = function (words, ready) {
    const forms = sharing.forms();
    let taken = /** @type {Spelled} */ (/** @type {unknown} */ (null));
    let chosen = 0;

    // A text, what it is for, and what has to be replaced in it.
    /** @param {string} name @param {() => Form} form @param {Node[]} before */
    function text(name, form, ...before) {
      const copied = copyable(words, name);
      const [help, note] = [node('p', { className: 'help' }), node('p', { className: 'warn' })];
      return {
        name,
        home: node('div', {}, ...before, help, copied.node, note),
        show() {
          write(help, form().help);
          write(note, form().note(taken.place));
          copied.show(form().text(taken));
        },
      };
    }

    function tools() {
      const select = node('select', { attributes: { 'aria-label': words.whichTool } }, ...forms.tools.map(({ id, name }) => node('option', { value: id, textContent: name })));
      const part = text(words.tool, () => forms.tools[select.selectedIndex], select);
      select.addEventListener('change', part.show);
      return part;
    }

    // Files are made of a complete view: while that is worked out, the button says so.
    /** @param {string} label @param {(source: Source) => void | Promise<void>} make @param {(error: unknown) => void} fail */
    function file(label, make, fail = () => {}) {
      let waits = false;
      const button = press(label, async () => {
        if (waits) return;
        waits = true;
        write(button, words.preparing);
        try {
          await make(await ready());
        } catch (error) {
          fail(error);
        }
        waits = false;
        write(button, label);
      });
      return button;
    }

    function picture() {
      const said = node('p', { className: 'said', attributes: { role: 'status' } });
      const way = copyable(words, words.picture);
      way.node.hidden = true;
      /** @param {string} end @param {string} look */
      const failed = (end, look) => () => {
        write(said, words.noPicture);
        way.node.hidden = false;
        way.show(sharing.command(taken, end, look));
      };
      const paper = node('div', { className: 'papers' });
      const buttons = [
        file(words.svg, (source) => ActivationLab.save(sharing.svg(source), 'image/svg+xml', `${source.spelled.figure}.svg`)),
        ...TIMES.map((times) => file(fill(words.png, { times }), async (source) => {
          ActivationLab.save(await sharing.png(sharing.svg(source), times), 'image/png', `${source.spelled.figure}-${times}x.png`);
        }, failed('png', `--scale ${times}`))),
        file(words.print, (source) => sharing.print(sharing.svg(source, 'print'), paper), failed('pdf', '--theme print')),
      ];
      return { name: words.picture, home: node('div', {}, node('p', { className: 'help', textContent: words.pictureHelp }), node('div', { className: 'buttons' }, ...buttons), said, way.node, paper), show() {} };
    }

    function data() {
      const buttons = [
        file(words.csv, ({ lab, spelled }) => ActivationLab.save(lab.csv(), 'text/csv', `${spelled.figure}.csv`)),
        file(words.json, (source) => ActivationLab.save(sharing.json(source), 'application/json', `${source.spelled.figure}.json`)),
      ];
      return { name: words.data, home: node('div', {}, node('p', { className: 'help', textContent: words.dataHelp }), node('div', { className: 'buttons' }, ...buttons)), show() {} };
    }

    function program() {
      const copied = copyable(words, words.program);
      const said = node('p', { className: 'said', attributes: { role: 'status' } });
      const select = node('select', { attributes: { 'aria-label': words.program } }, node('option', { value: 'py', textContent: words.numpy }), node('option', { value: 'torch', textContent: words.torch }));
      const keep = press(words.download, () => ActivationLab.save(written, 'text/x-python', `${taken.figure}${select.value === 'torch' ? '_torch' : ''}.py`));
      let written = '';
      let asked = 0;
      async function show() {
        const mine = ++asked;
        const format = /** @type {'py' | 'torch'} */ (select.value);
        copied.show(words.preparing);
        keep.disabled = true;
        try {
          const [programs, source] = await Promise.all([ActivationLab.later.programs(), ready()]);
          if (mine !== asked) return;
          select.hidden = !programs.templates[taken.figure].torch;
          written = sharing.program(programs, source, format);
          write(said, '');
          keep.disabled = false;
        } catch {
          if (mine !== asked) return;
          write(said, words.noProgram);
          written = sharing.command(taken, 'py', format === 'torch' ? '--format torch' : '');
        }
        copied.show(written);
      }
      select.addEventListener('change', show);
      return { name: words.program, home: node('div', {}, node('p', { className: 'help', textContent: words.programHelp }), node('div', { className: 'buttons' }, select, keep), said, copied.node), show };
    }

    const parts = [text(words.link, () => forms.link), text(words.frame, () => forms.frame), text(words.element, () => forms.element), tools(), picture(), data(), program()];
    const tabs = parts.map(({ name }, index) => node('button', { type: 'button', id: `form-${index}`, textContent: name, attributes: { role: 'tab', 'aria-controls': 'form-panel' } }));
    const bar = node('div', { className: 'forms', attributes: { role: 'tablist', 'aria-label': words.take } }, ...tabs);
    const panel = node('div', { id: 'form-panel', attributes: { role: 'tabpanel' } });

    /** @param {number} index */
    function choose(index) {
      chosen = index;
      tabs.forEach((tab, i) => {
        tab.setAttribute('aria-selected', i === chosen);
        tab.tabIndex = i === chosen ? 0 : -1;
      });
      panel.setAttribute('aria-labelledby', tabs[chosen].id);
      panel.replaceChildren(parts[chosen].home);
      if (taken) parts[chosen].show();
    }
    tabs.forEach((tab, index) => tab.addEventListener('click', () => choose(index)));
    ActivationLab.addKeys([['next', 'ArrowRight'], ['before', 'ArrowLeft'], ['first', 'Home'], ['last', 'End']].map(([id, key]) => ({ where: 'tabs', id, keys: [key] })));
    bar.addEventListener('keydown', (event) => {
      const last = tabs.length - 1;
      const next = { next: chosen === last ? 0 : chosen + 1, before: chosen === 0 ? last : chosen - 1, first: 0, last }[ActivationLab.key('tabs', event) || ''];
      if (next === undefined) return;
      choose(next);
      tabs[next].focus({ preventScroll: true });
    });
    choose(1);

    return {
      node: node('div', { className: 'output' }, bar, panel),
      show(now) {
        taken = now;
        parts[chosen].show();
      },
    };
  };
})();
