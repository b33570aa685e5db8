// @ts-check
// Words, numbers and tables beside the pictures.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, write } = ActivationLab;

  // Quiet time after which a screen reader is told what has changed.
  const QUIET_MS = 500;
  // While something runs there is no quiet: then it is told this often.
  const BEAT_MS = 5000;
  // How long a button says what came of it.
  const ANSWER_MS = 1500;

  // Puts values into the placeholders of a text.
  ActivationLab.fill = function (text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  };

  // What is seen now, in words: shown at once, spoken after some quiet; while it `runs`, now and then, and at the end.
  ActivationLab.sentence = function (signal) {
    const seen = node('p', { className: 'sentence', id: 'sentence' });
    const [verdict, detail] = [node('span'), node('span', { className: 'rest' })];
    seen.append(verdict, detail);
    const spoken = node('p', { className: 'unseen', attributes: { 'aria-live': 'polite' } });
    let timer = 0;
    let beats = false; // whether the timer is that of something that runs
    const rest = () => {
      clearTimeout(timer);
      timer = 0;
    };
    const speak = () => {
      rest();
      write(spoken, seen.textContent);
    };
    signal.addEventListener('abort', rest);
    // Where the letters are large, only the verdict is to be seen; heard is all of it.
    // What takes back what was said before is said `now`.
    /** @param {string} text @param {string} first @param {boolean} runs @param {boolean} now */
    function show(text, first, runs, now = false) {
      // The first sentence is read with the figure; only changes are announced.
      const isNew = seen.textContent === '';
      const changed = seen.textContent !== text;
      write(verdict, first);
      write(detail, text.slice(first.length));
      if (now && changed) return speak();
      if (isNew || !(changed || timer)) return;
      if (timer && runs && beats) return;
      if (timer && !changed && runs === beats) return;
      rest();
      beats = runs;
      timer = setTimeout(speak, runs ? BEAT_MS : QUIET_MS);
    }
    return { node: node('div', { className: 'sentences' }, seen, spoken), show };
  };

  // Named numbers: the one or two that matter most are large, the others stand in a line.
  ActivationLab.readouts = function () {
    const [large, others] = [node('dl', { className: 'large' }), node('dl', { className: 'others' })];
    const home = node('div', { className: 'readouts' }, large, others);
    /** @type {ReturnType<typeof build>[]} */
    let rows = [];
    let before = '';
    const build = () => {
      const [dt, value, note] = [node('dt'), node('span', { className: 'number' }), node('span', { className: 'remark' })];
      return { dt, value, note, row: node('div', {}, dt, node('dd', {}, value, note)) };
    };
    /** @param {Readout[]} readouts */
    function show(readouts) {
      const shape = readouts.map(({ large: isLarge }) => Number(isLarge)).join('');
      if (shape !== before) {
        before = shape;
        rows = readouts.map(build);
        const these = (/** @type {boolean} */ wanted) => rows.filter((_, i) => readouts[i].large === wanted).map(({ row }) => row);
        large.replaceChildren(...these(true));
        others.replaceChildren(...these(false));
      }
      readouts.forEach(({ label, value, note, colour }, index) => {
        const { row, dt, value: number, note: remark } = rows[index];
        write(dt, label);
        write(number, value);
        write(remark, note);
        if (row.dataset.colour !== colour) {
          row.dataset.colour = colour;
          row.style.setProperty('--ink', colour);
        }
      });
    }
    return { node: home, show };
  };

  // A table that scrolls sideways by itself when it is too wide; cells are rewritten in place.
  /** @param {string} label */
  function table(label) {
    const [head, body] = [node('thead'), node('tbody')];
    const home = node('div', { className: 'scroll', tabIndex: 0, attributes: { role: 'region', 'aria-label': label } },
      node('table', {}, head, body));
    let shape = '';
    /** @param {Grid} grid */
    function show({ columns, rows }) {
      const now = JSON.stringify([columns, rows.length]);
      if (now !== shape) {
        shape = now;
        head.replaceChildren(node('tr', {}, ...columns.map((text) => node('th', { textContent: text, scope: 'col' }))));
        const row = () => node('tr', {}, ...columns.map((_, i) => (i ? node('td') : node('th', { scope: 'row' }))));
        body.replaceChildren(...rows.map(row));
      }
      rows.forEach((row, i) => row.forEach((text, j) => write(body.rows[i].cells[j], text)));
    }
    return { node: home, show };
  }

  // Saving and copying are refused in some frames, by an exception or by silence.
  // The button that was pressed last says for a while what came of it.
  /** @param {AbortSignal} signal */
  function copier(signal) {
    const { words } = ActivationLab;
    let timer = 0;
    /** @type {HTMLButtonElement | null} */
    let said = null;
    const rest = () => {
      clearTimeout(timer);
      if (said) write(said, words.copy);
      said = null;
    };
    signal.addEventListener('abort', rest);
    return async function (/** @type {string} */ text, /** @type {HTMLButtonElement} */ button) {
      let answer = words.copied;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        answer = words.refused;
      }
      if (signal.aborted) return;
      rest();
      said = button;
      write(button, answer);
      timer = setTimeout(rest, ANSWER_MS);
    };
  }

  // Saves a file.
  const save = (ActivationLab.save = function (content, type, name) {
    const url = URL.createObjectURL(new Blob([content], { type }));
    node('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });

  // The parts that open on demand; they are filled when they are open, and kept up to date while they are.
  ActivationLab.disclosures = function (element, lab, about, signal) {
    const { words } = ActivationLab;
    // Two figures on a page have two data tables: their names differ.
    /** @param {string} text */
    const named = (text) => ActivationLab.fill(words.ofFigure, { figure: about.title, part: text });
    /** @param {string} text @param {(button: HTMLButtonElement) => void} action */
    const press = (text, action) => {
      const button = node('button', { type: 'button', textContent: text });
      button.addEventListener('click', () => action(button), { signal });
      return button;
    };
    // A file is made of a complete view: while that is worked out, the button says so.
    /** @param {string} label @param {() => void} action */
    const download = (label, action) => {
      let waits = false;
      const end = () => {
        waits = false;
        write(button, label);
        action();
      };
      const button = press(label, () => {
        if (waits) return;
        waits = true;
        write(button, words.preparing);
        element.whenComplete(end);
      });
      return button;
    };
    const copy = copier(signal);
    /** @type {Panel | null} */
    let panel = null;
    let complete = false; // whether there was a complete one
    const tabs = ActivationLab.tabs(signal);
    /** @param {string} title @param {Node[]} content @param {(panel: Panel) => void} fill @param {(panel: Panel) => boolean} wanted */
    const tab = (title, content, fill, wanted = () => true) => tabs.add(title, content, () => panel && fill(panel), () => panel !== null && wanted(panel));
    formulas();
    deeper();
    facts();
    data();

    function formulas() {
      const list = node('div', { className: 'formulas' });
      /** @type {ReturnType<typeof build>[]} */
      let before = [];
      const build = () => {
        const [label, math] = [node('p', { className: 'label' }), node('div', { className: 'math' })];
        const button = node('button', { type: 'button', textContent: words.copy, attributes: { 'aria-label': words.copyFormula } });
        return { label, math, button, row: node('div', { className: 'formula' }, label, math, button), mathml: '', text: '' };
      };
      // One listener for all: rows come and go.
      list.addEventListener('click', ({ target }) => {
        const found = before.find(({ button }) => button === target);
        if (found) copy(found.text, found.button);
      }, { signal });
      /** @param {Panel} panel */
      const fill = (panel) => {
        if (before.length !== panel.formulas.length) {
          before = panel.formulas.map(build);
          list.replaceChildren(...before.map(({ row }) => row));
        }
        panel.formulas.forEach(({ label, mathml, text }, index) => {
          const parts = before[index];
          write(parts.label, label);
          if (parts.mathml !== mathml) {
            Object.assign(parts, { mathml, text });
            ActivationLab.writeMath(parts.math, mathml);
            parts.math.title = text;
          }
        });
        // Measured in the frame of a change, it would be laid out twice.
        clearTimeout(measuring);
        measuring = setTimeout(measure, QUIET_MS);
      };
      // What has to be scrolled can be reached by keys.
      const measure = () => {
        const stops = before.map(({ math }) => (math.scrollWidth > math.clientWidth ? 0 : -1));
        before.forEach(({ math }, index) => (math.tabIndex = stops[index]));
      };
      let measuring = 0;
      signal.addEventListener('abort', () => clearTimeout(measuring));
      tab(words.formulas, [list], fill, (panel) => panel.parts.formulas);
    }

    // Numbers that a first course can do without.
    function deeper() {
      const more = ActivationLab.readouts();
      tab(words.deeper, [more.node], (panel) => more.show(panel.deeper), (panel) => panel.parts.readouts && panel.deeper.length > 0);
    }

    function facts() {
      const grid = table(named(words.facts));
      tab(words.facts, [grid.node], (panel) => grid.show(panel.facts), (panel) => panel.parts.formulas && panel.facts.rows.length > 0);
    }

    // Above the rows behind the picture: what there is of each layer now.
    function data() {
      const layers = table(named(words.byLayer));
      const now = node('div', { hidden: true }, node('p', { className: 'count', textContent: words.byLayer }), layers.node);
      const grid = table(named(words.data));
      const count = node('p', { className: 'count' });
      const file = download(words.csv, () => save(lab.csv(), 'text/csv', `${about.id}.csv`));
      tab(words.data, [now, count, grid.node, file], () => {
        const sample = JSON.parse(lab.table());
        now.hidden = !sample.layers.rows.length;
        layers.show(sample.layers);
        grid.show(sample);
        write(count, ActivationLab.fill(words.allRows, { shown: sample.rows.length, all: sample.all }));
      }, (panel) => panel.parts.table);
    }

    return {
      node: tabs.node,
      get open() {
        return tabs.open;
      },
      set open(which) {
        tabs.open = which;
      },
      show(next) {
        // Few formulas are worth seeing at once; a long list waits. How many there are is known when all is worked out.
        const isNew = !complete && !next.pending;
        complete = complete || isNew;
        panel = next;
        if (isNew && next.formulas.length <= 2) tabs.open = 0;
        tabs.show();
      },
    };
  };
})();
