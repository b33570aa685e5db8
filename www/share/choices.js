// @ts-check
// What is taken of a figure: scenes, plots, controls, parts, theme, size.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, sharing } = ActivationLab;

  // What notes and slides have room for.
  /** @type {Record<string, [number, number]>} */
  const SIZES = { notes: [700, 420], slide: [960, 700] };
  const LEAST = [260, 220];
  const MOST = [4000, 4000];
  const THEMES = ['light', 'auto', 'dark', 'projector'];
  // Parts, with the names of their words.
  /** @type {[keyof Parts, keyof ShareWords][]} */
  const PARTS = [['title', 'partTitle'], ['sentence', 'partSentence'], ['legend', 'partLegend'], ['readouts', 'partReadouts'], ['formulas', 'partFormulas'], ['table', 'partTable'], ['share', 'partShare'], ['more', 'partMore'], ['sound', 'partSound']];
  // A plot of each of two networks has one name in links.
  const PAIR = /_[ab]$/;

  let count = 0;

  // Choices under one heading, of which one, or any number, is taken.
  /** @param {string} title @param {'radio' | 'checkbox'} type @param {string} className @param {() => void} changed */
  function group(title, type, className, changed) {
    const name = `choice-${count++}`;
    const list = node('div', { className });
    const home = node('fieldset', {}, node('legend', { textContent: title }), list);
    /** @type {Map<string, HTMLInputElement>} */
    let inputs = new Map();
    home.addEventListener('change', changed);
    /** @param {[id: string, text: string][]} items */
    function offer(items) {
      const made = items.map(([id, text]) => {
        const input = node('input', { type, name, value: id });
        return { id, input, label: node('label', {}, input, node('span', { textContent: text })) };
      });
      inputs = new Map(made.map(({ id, input }) => [id, input]));
      list.replaceChildren(...made.map(({ label }) => label));
      home.hidden = items.length === 0;
    }
    return {
      home,
      list,
      offer,
      /** @param {string[]} ids */
      show: (ids) => inputs.forEach((input, id) => (input.checked = ids.includes(id))),
      get taken() {
        return [...inputs].filter(([, input]) => input.checked).map(([id]) => id);
      },
    };
  }

  // Replaces, or without a text takes out, what some keys say.
  /** @param {Pairs} pairs @param {Record<string, string | null>} said @returns {Pairs} */
  function replaced(pairs, said) {
    const kept = pairs.filter(([key]) => !(key in said));
    return [...kept, .../** @type {Pairs} */ (Object.entries(said).filter(([, text]) => text !== null))];
  }

  /** @param {string[]} ids */
  const list = (ids) => ids.join(',') || 'none';

  sharing.choices = function (change, words) {
    const { shown } = ActivationLab.catalogue;
    let about = /** @type {About} */ (/** @type {unknown} */ (null));
    let taken = /** @type {Taken} */ (/** @type {unknown} */ (null));
    /** @type {Pairs[]} */
    let scenes = [];
    /** @type {Pairs} */
    let added = []; // what the chosen scene has set
    const scene = group(words.show, 'radio', 'lines', () => {
      const chosen = scenes[Number(scene.taken[0])];
      // What the reader has set stays; what a scene needs beside it comes before that.
      const own = taken.pairs.filter(([key, text]) => !shown.includes(key) && !added.some(([other, its]) => other === key && its === text));
      const keys = own.map(([key]) => key);
      added = chosen.filter(([key]) => !keys.includes(key) && !shown.includes(key));
      change({ pairs: [...own, ...added, ...chosen.filter(([key]) => shown.includes(key))] });
    });
    const plots = group(words.plots, 'checkbox', 'pills', () => {
      const { oneOf } = sharing.data.figures[about.id];
      const before = plotsOf(taken.pairs);
      const fresh = plots.taken.find((id) => oneOf.includes(id) && !before.includes(id));
      // Of plots that share a place the one that was chosen last is meant.
      const ids = plots.taken.filter((id) => !fresh || id === fresh || !oneOf.includes(id));
      // A figure without a picture is none.
      change({ pairs: ids.length ? replaced(taken.pairs, { plots: list(ids) }) : taken.pairs });
    });
    const controls = group(words.controls, 'checkbox', 'pills', () => chooseControls());
    const further = group(words.moreControls, 'checkbox', 'pills', () => chooseControls());
    const chooseControls = () => change({ pairs: replaced(taken.pairs, { controls: list([...controls.taken, ...further.taken]), hide: null }) });
    const parts = group(words.parts, 'checkbox', 'pills', () => change({ pairs: replaced(taken.pairs, { parts: list(parts.taken) }) }));
    const theme = group(words.theme, 'radio', 'pills', () => change({ theme: theme.taken[0] }));
    const size = group(words.size, 'radio', 'pills', () => {
      const [width, height] = SIZES[size.taken[0]] || [taken.width, taken.height];
      change({ width, height });
    });
    const own = [words.width, words.height].map((label, axis) => {
      const field = node('input', { type: 'number', min: LEAST[axis], max: MOST[axis], attributes: { 'aria-label': label } });
      field.addEventListener('change', (event) => {
        event.stopPropagation();
        const [width, height] = own.map(({ valueAsNumber }, i) => Math.round(Math.min(Math.max(valueAsNumber || LEAST[i], LEAST[i]), MOST[i])));
        size.show(['own']);
        change({ width, height });
      });
      return field;
    });
    theme.offer(THEMES.map((id) => [id, words[/** @type {keyof ShareWords} */ (id)]]));
    size.offer([...Object.keys(SIZES), 'own'].map((id) => [id, words[/** @type {keyof ShareWords} */ (id)]]));
    size.list.append(node('span', { className: 'own' }, own[0], '×', own[1]));
    const fold = node('details', {}, node('summary', { textContent: words.moreControls }), further.home);
    let seen = /** @type {string[]} */ ([]); // the plots that the figure shows where none is named

    // The ids that a list means.
    /** @param {Pairs} pairs */
    function plotsOf(pairs) {
      const named = pairs.find(([key]) => key === 'plots');
      if (!named || named[1] === 'all') return seen;
      const asked = named[1].split(',');
      return sharing.data.figures[about.id].plots.map(({ id }) => id).filter((id) => asked.includes(id) || asked.includes(id.replace(PAIR, '')));
    }

    return {
      node: node('div', { className: 'choices' }, scene.home, plots.home, controls.home, fold, parts.home, theme.home, size.home),
      offer(next, now, actions) {
        about = next;
        seen = [];
        added = [];
        const { plots: all, scenes: named } = sharing.data.figures[about.id];
        const isWhole = !now.some(([key]) => shown.includes(key));
        const known = named.map(({ title, link }) => ({ title, pairs: sharing.pairs(link) }));
        const offered = [{ title: words.asNow, pairs: now.filter(([key]) => shown.includes(key)) }, ...known, ...(isWhole ? [] : [{ title: words.all, pairs: [] }])];
        scenes = offered.map(({ pairs }) => pairs);
        scene.offer(offered.map(({ title }, index) => [String(index), title]));
        scene.show(['0']);
        plots.offer(all.map(({ id, name }) => [id, name]));
        /** @param {boolean} main @returns {[string, string][]} */
        const those = (main) => about.controls.filter(({ place }) => (place === 'Main') === main).map(({ id, label }) => [id, label]);
        controls.offer(those(true));
        const buttons = about.actions.map(({ id }, index) => /** @type {[string, string]} */ ([id, actions[index].label]));
        further.offer([...those(false), ...buttons]);
        fold.hidden = those(false).length + buttons.length === 0;
        parts.offer(PARTS.map(([id, word]) => [id, words[word]]));
      },
      show(now, panel) {
        taken = now;
        if (!now.pairs.some(([key]) => key === 'plots')) seen = panel.plots.map(({ id }) => id);
        const spelled = sharing.spell(now.pairs.filter(([key]) => shown.includes(key)));
        const chosen = scenes.findIndex((pairs) => sharing.spell(pairs.filter(([key]) => shown.includes(key))) === spelled);
        scene.show([String(chosen)]);
        plots.show(plotsOf(now.pairs));
        const here = panel.controls.filter((control) => control.here).map(({ id }) => id);
        controls.show(here);
        further.show([...here, ...about.actions.filter((_, index) => panel.actions[index].here).map(({ id }) => id)]);
        parts.show(PARTS.map(([id]) => id).filter((id) => panel.parts[id]));
        theme.show([now.theme]);
        const fits = Object.keys(SIZES).find((id) => SIZES[id][0] === now.width && SIZES[id][1] === now.height);
        // A size of one's own that happens to be another's stays one's own.
        if (!fits || !size.taken.includes('own')) size.show([fits || 'own']);
        own.forEach((field, axis) => (field.value = String([now.width, now.height][axis])));
      },
    };
  };
})();
