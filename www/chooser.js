// @ts-check
// The chooser of activations: chips with their parameters, and a list to add from. The list is the wasm module's.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, write, input: { frame, errorLine } } = ActivationLab;

  // Chips that can be taken out, and a list to add from.
  ActivationLab.chooser = function ({ element, lab, signal, words }, control, details) {
    const chips = node('ul', { className: 'chips' });
    const label = details.most > 1 ? words.add : words.change;
    const adder = adderFor({ lab, signal, words, label, id: control.id, done: () => element.changed() });
    const home = frame(control, 'activations', node('legend', { textContent: control.label }), chips, adder.node);
    chips.addEventListener('click', (event) => {
      const button = /** @type {Element} */ (event.target).closest('button');
      if (!button) return;
      lab.remove(control.id, Number(button.value));
      element.changed();
      adder.focus();
    }, { signal });
    const error = errorLine(`${control.id}-parameter`);
    home.append(error);
    const fields = () => [...chips.querySelectorAll('input')];
    chips.addEventListener('change', (event) => {
      const target = /** @type {HTMLInputElement} */ (event.target);
      const { index, parameter = '' } = target.dataset;
      typed = true;
      if (lab.set_parameter(control.id, Number(index), parameter, target.value)) element.changed();
      else element.redraw();
    }, { signal });
    // What was refused stands for as long as somebody may mend it; its message quotes it.
    chips.addEventListener('focusout', (event) => {
      const target = /** @type {HTMLInputElement} */ (event.target);
      if (target.dataset.text === undefined) return;
      target.value = target.dataset.text;
      target.setAttribute('aria-invalid', false);
    }, { signal });
    chips.addEventListener('keydown', (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      const direction = { more: 1, less: -1 }[ActivationLab.key('field', event) || ''];
      if (!direction || target.tagName !== 'INPUT') return;
      event.preventDefault();
      const { index, parameter = '' } = target.dataset;
      typed = true;
      if (lab.step_parameter(control.id, Number(index), parameter, direction, event.shiftKey)) element.changed();
      else element.redraw();
    }, { signal });

    /** @param {Item} item @param {number} index @param {ParameterState} parameter @returns {HTMLElement} */
    const parameterField = (item, index, { id, symbol, meaning, signed }) => {
      const name = ActivationLab.fill(words.parameter, { name: item.label, symbol, meaning });
      const field = node('input', {
        type: 'text', inputMode: signed ? 'text' : 'decimal', autocomplete: 'off', spellcheck: false,
        attributes: { 'aria-label': name, 'aria-describedby': `${control.id}-parameter-error` },
      });
      Object.assign(field.dataset, { index, parameter: id });
      return node('label', {}, node('span', { textContent: `${symbol} =`, attributes: { 'aria-hidden': 'true' } }), field);
    };
    /** @param {Item} item @param {number} index @param {Item[]} items */
    const chip = (item, index, items) => {
      const label = ActivationLab.fill(words.remove, { name: item.label });
      const button = node('button', { type: 'button', value: index, textContent: '×', title: label, attributes: { 'aria-label': label } });
      return node('li', {}, ActivationLab.swatch(item), node('span', { textContent: item.label }),
        ...item.parameters.map((parameter) => parameterField(item, index, parameter)), ...(items.length > 1 ? [button] : []));
    };
    let before = '';
    let typed = false; // whether a field may say the same in other words
    /** @param {ActivationsState} state */
    function show({ items, refused }) {
      // A new number is written into its field; only other activations, or another look, make new chips.
      const shape = JSON.stringify(items, (key, value) => (key === 'text' ? undefined : value));
      if (shape !== before) {
        before = shape;
        chips.replaceChildren(...items.map(chip));
        adder.full(items.length >= details.most && details.most > 1);
      }
      const texts = items.flatMap((item) => item.parameters.map(({ text }) => text));
      const mended = typed || error.textContent !== '';
      typed = false;
      write(error, refused ? refused.message : '');
      fields().forEach((field, i) => {
        const invalid = refused !== undefined && Number(field.dataset.index) === refused.index && field.dataset.parameter === refused.parameter;
        field.setAttribute('aria-invalid', invalid && field.value !== texts[i]);
        if (invalid || (field.dataset.text === texts[i] && !mended)) return;
        field.dataset.text = texts[i];
        field.value = texts[i];
        field.title = `${field.getAttribute('aria-label')}: ${texts[i]}`;
      });
    }
    return { node: home, show };
  };

  // "Add activation", or "Another activation" where there is one: a search field over the list; names, aliases and `leaky_relu(alpha=0.1)` may be typed.
  /** @param {Pick<Scope, 'lab' | 'signal' | 'words'> & { label: string, id: string, done: () => void }} parts */
  function adderFor({ lab, signal, words, label, id, done }) {
    const input = node('input', {
      type: 'search', autocomplete: 'off', spellcheck: false, placeholder: words.search,
      attributes: { 'aria-label': words.search, 'aria-describedby': `${id}-error` },
    });
    const error = errorLine(id);
    const entries = ActivationLab.catalogue.activations.map((activation) => {
      const button = node('button', { type: 'button', value: activation.id },
        node('span', { textContent: activation.label }), node('code', { textContent: activation.id }));
      return { button, item: node('li', {}, button), text: `${activation.label} ${activation.id}`.toLowerCase() };
    });
    const list = node('ul', { className: 'found' }, ...entries.map(({ item }) => item));
    const summary = node('summary', { textContent: label });
    const home = node('details', { className: 'adder' }, summary, node('div', { className: 'panel' }, input, error, list));

    const visible = () => entries.filter(({ item }) => !item.hidden).map(({ button }) => button);
    const filter = () => {
      const wanted = input.value.trim().toLowerCase();
      for (const { item, text } of entries) item.hidden = !text.includes(wanted);
    };
    const close = () => {
      home.open = false;
      input.value = '';
      write(error, '');
      filter();
    };
    /** @param {string} text */
    const add = (text) => {
      const message = lab.add(id, text);
      write(error, message || '');
      if (message) return;
      close();
      ActivationLab.focus(summary);
      done();
    };
    /** @type {Listen} */
    const on = (target, type, handler) => target.addEventListener(type, handler, { signal });
    // Opened by hand, because the toggle event comes too late for someone who types at once.
    on(summary, 'click', (event) => {
      event.preventDefault();
      home.open = !home.open;
      if (home.open) ActivationLab.focus(input);
    });
    on(input, 'input', () => {
      write(error, '');
      filter();
    });
    on(list, 'click', (event) => {
      const button = /** @type {Element} */ (event.target).closest('button');
      if (button) add(button.value);
    });
    on(home, 'keydown', (event) => {
      const focused = /** @type {HTMLInputElement} */ (/** @type {ShadowRoot} */ (home.getRootNode()).activeElement);
      const stops = [input, ...visible()];
      const asked = ActivationLab.key('menu', event);
      const next = { next: 1, before: -1 }[asked || ''];
      if (next && stops.includes(focused)) {
        event.preventDefault();
        ActivationLab.focus(stops[(stops.indexOf(focused) + next + stops.length) % stops.length]);
      } else if (asked === 'enter' && focused === input) {
        event.preventDefault();
        // The beginning of one name is enough; everything else is read, and judged, by the wasm module.
        const only = visible();
        add(only.length === 1 ? only[0].value : input.value);
      } else if (asked === 'close' && home.open) {
        event.stopPropagation();
        close();
        ActivationLab.focus(summary);
      }
    });
    // A press elsewhere closes the list, as it closes every menu.
    on(window, 'pointerdown', (event) => {
      if (home.open && !event.composedPath().includes(home)) close();
    });
    return { node: home, focus: () => ActivationLab.focus(summary), full: (/** @type {boolean} */ full) => (home.hidden = full) };
  }
})();
