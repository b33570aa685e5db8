// @ts-check
// Inputs, made from the tables of the wasm module. Native elements do the work; this only connects them.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, write } = ActivationLab;

  // The mark before a slider, and the one after it.
  /** @type {Record<string, (state: NumberState) => MarkState | undefined>} */
  const MARKS = {
    markBefore: ({ marks, position }) => marks.filter((mark) => mark.position < position).pop(),
    markAfter: ({ marks, position }) => marks.find((mark) => mark.position > position),
  };

  const SHORTCUTS = ActivationLab.keys().filter(({ where, id }) => where === 'slider' && id in MARKS).flatMap(({ keys }) => keys).join(' ');

  // What a series looks like: a gradient where it has several colours, a shape where it has a path, else a stroke or a block.
  ActivationLab.swatch = function ({ colour, colours, dash = [], filled, path }) {
    if (colours) {
      const strip = node('span', { className: 'swatch gradient', attributes: { 'aria-hidden': 'true' } });
      strip.style.background = `linear-gradient(to right, ${colours.join(', ')})`;
      return strip;
    }
    const svg = drawn('svg', { class: path ? 'swatch point' : 'swatch', viewBox: path ? '-2.2 -1.6 4.4 3.2' : '0 0 30 12', 'aria-hidden': 'true' });
    if (path) {
      // The shape is drawn around 0 with a radius of about 1.
      svg.append(drawn('path', { d: path, fill: filled ? colour : 'none', stroke: colour, 'stroke-width': 0.5, 'stroke-linejoin': 'round', transform: 'scale(0.85)' }));
      return svg;
    }
    const width = filled ? 10 : 3;
    /** @type {Record<string, string | number>} */
    const parts = { x1: 1, x2: 29, y1: 6, y2: 6, stroke: colour, 'stroke-width': width };
    // Patterns come in units of the stroke's width.
    if (!filled) parts['stroke-dasharray'] = dash.map((length) => length * width).join(' ');
    svg.append(drawn('line', parts));
    return svg;
  };

  // An SVG element.
  /** @param {string} name @param {Record<string, string | number>} attributes */
  function drawn(name, attributes) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  const FEW = 4; // so many controls have room beside each other
  // All controls of a figure: { node, show(controls) }.
  ActivationLab.controls = function (element, lab, about, signal) {
    const { words } = ActivationLab;
    const scope = { element, lab, about, signal, words };
    const widgets = about.controls.map((control) => {
      const [kind, details] = /** @type {[keyof Makers, never]} */ (Object.entries(control.kind)[0]);
      return { id: control.id, place: control.place, ...MAKERS[kind](scope, control, details) };
    });
    const places = { Main: node('div', { className: 'main' }), More: node('div', { className: 'main' }), Player: node('div') };
    for (const widget of widgets) {
      widget.node.dataset.control = widget.id;
      places[widget.place].append(widget.node);
    }
    const actions = buttons(scope);
    const fold = node('details', { className: 'more' }, node('summary', { textContent: words.more }), places.More);
    const home = node('div', { className: 'controls', attributes: { role: 'group', 'aria-label': words.controls } }, places.Main, actions.node);
    const folded = [...places.More.children];
    if (folded.length) home.append(fold);

    // What is of no use now, or not wanted by whoever shows the figure, takes no room.
    /** @param {ControlState[]} states */
    function show(states) {
      states.forEach((state, index) => {
        const { node: home } = widgets[index];
        widgets[index].show(/** @type {never} */ (state));
        if (home.hidden === state.here) home.hidden = !state.here;
        if (home.disabled !== state.locked) home.disabled = state.locked;
      });
      unfold();
      fold.hidden = [...places.More.children].every(isGone);
      home.hidden = fold.hidden && [...places.Main.children, ...actions.node.children].every(isGone);
    }
    // Where there are few, none is folded away.
    function unfold() {
      const shown = [...places.Main.children, ...places.More.children].filter((part) => !isGone(part));
      const home = shown.length <= FEW ? places.Main : places.More;
      if (folded.some((part) => part.parentNode !== home)) home.append(...folded);
    }
    // How many controls are in the open.
    const count = () => [...places.Main.children, ...places.Player.children].filter((part) => !isGone(part)).length;
    return { node: home, timers: [...places.Player.children], show, showActions: actions.show, count };
  };

  /** @param {Element} part */
  const isGone = (part) => /** @type {HTMLElement} */ (part).hidden;

  // What is more than one control: a press changes several at once.
  /** @param {Scope} scope */
  function buttons({ element, lab, about, signal }) {
    const presses = about.actions.map(({ id, help }) => {
      const button = node('button', { type: 'button', title: help });
      button.addEventListener('click', () => {
        lab.act(id);
        element.changed();
      }, { signal });
      return button;
    });
    /** @param {ActionState[]} states */
    const show = (states) => states.forEach(({ label, open, here }, index) => {
      write(presses[index], label);
      if (presses[index].hidden === here) presses[index].hidden = !here;
      if (presses[index].disabled === open) presses[index].disabled = !open;
    });
    return { node: node('div', { className: 'actions' }, ...presses), show };
  }

  /** @type {Makers} */
  const MAKERS = { Number: number, Choice: choice, Switch: toggle, Activations: (...parts) => ActivationLab.chooser(...parts) };

  // Each widget is a fieldset: it names its parts, and locking is its `disabled`.
  /** @type {Input['frame']} */
  function frame(control, className, ...children) {
    const help = node('span', { className: 'unseen', id: `${control.id}-help`, textContent: control.help });
    return node('fieldset', { className: `control ${className}`, title: control.help }, ...children, help);
  }

  /** @type {Input['errorLine']} */
  function errorLine(id) {
    return node('p', { className: 'error', id: `${id}-error`, attributes: { role: 'alert' } });
  }

  ActivationLab.input = { frame, errorLine };

  // The keypad of a phone: the plain one has no minus.
  /** @param {NumberDetails} details */
  const keypad = ({ min, whole }) => (min < 0 ? 'text' : whole ? 'numeric' : 'decimal');

  // Calls `follow` when a slider is moved. A browser moves it as soon as a finger touches it; whether that finger means the slider or the page shows a little later, and until then nothing follows.
  /** @param {HTMLInputElement} range @param {AbortSignal} signal @param {() => void} follow @param {() => void} goBack */
  function onSlide(range, signal, follow, goBack) {
    /** @type {PointerEvent | null} */
    let touch = null;
    /** @type {ListenHere} */
    const on = (type, handler) => range.addEventListener(type, handler, { signal });
    const settle = () => {
      if (touch) follow();
      touch = null;
    };
    on('pointerdown', (event) => (touch = event.pointerType === 'touch' ? event : null));
    on('pointermove', ({ clientX, clientY }) => {
      if (touch && Math.abs(clientX - touch.clientX) > Math.abs(clientY - touch.clientY)) settle();
    });
    on('pointerup', settle);
    on('pointercancel', () => {
      if (touch) goBack();
      touch = null;
    });
    on('input', () => touch || follow());
  }

  // Slider with an editable value and marks.
  /** @param {Scope} scope @param {Control} control @param {NumberDetails} details @returns {Widget<NumberState>} */
  function number({ element, lab, signal, words }, control, details) {
    const { id, label } = control;
    const range = node('input', {
      type: 'range', id, min: 0, step: 1, attributes: { 'aria-describedby': `${id}-help`, 'aria-keyshortcuts': SHORTCUTS },
    });
    const field = node('input', {
      type: 'text', inputMode: keypad(details), autocomplete: 'off', spellcheck: false, className: 'value',
      attributes: {
        'aria-label': ActivationLab.fill(words.value, { label }),
        'aria-describedby': `${id}-error ${id}-held`,
      },
    });
    const error = errorLine(id);
    const held = node('p', { className: 'held', id: `${id}-held` });
    const ticks = node('div', { className: 'ticks', attributes: { 'aria-hidden': 'true' } });
    const marks = node('div', { className: 'marks', title: words.marksHelp });
    const head = node('div', { className: 'row' }, node('label', { htmlFor: id, textContent: label }), marks, field);
    const home = frame(control, 'number', head, node('div', { className: 'track' }, range, ticks), error, held);
    let state = /** @type {NumberState} */ ({}); // none until it is shown
    let pending = false; // whether what was typed is not given yet
    let typed = false; // whether the field may say the same in other words

    const done = () => element.changed();
    /** @param {number} direction @param {StepSize} size */
    const move = (direction, size) => {
      lab.step(id, direction, size);
      done();
    };
    /** @type {Listen} */
    const on = (target, type, handler) => target.addEventListener(type, handler, { signal });
    onSlide(range, signal, () => {
      lab.set_position(id, range.valueAsNumber);
      done();
    }, () => (range.value = String(state.position)));
    on(range, 'keydown', (event) => {
      const found = ActivationLab.step(event);
      if (found) move(...found);
      // Marks are reached from here, and are no stops of their own.
      const beyond = MARKS[ActivationLab.key('slider', event) || '']?.(state);
      if (!beyond) return;
      event.preventDefault();
      lab.set(id, beyond.text);
      done();
    });
    on(range, 'focus', () => speak());
    on(range, 'dblclick', () => {
      lab.restore(id);
      done();
    });
    // Enter, and leaving the field, count by themselves: a browser may tell no change of a text that was given before.
    const enter = () => {
      typed = true;
      pending = false;
      if (lab.enter(id, field.value)) done();
      else element.redraw();
    };
    on(field, 'input', () => (pending = true));
    on(field, 'change', enter);
    // What was refused stands for as long as somebody may mend it; its message quotes it.
    on(field, 'blur', () => {
      // Another window has the keys for a while: what was typed so far waits.
      if (/** @type {ShadowRoot} */ (home.getRootNode()).activeElement === field) return;
      if (pending) enter();
      field.value = state.text;
      mark(false);
    });
    on(field, 'keydown', (event) => {
      const asked = ActivationLab.key('field', event);
      if (asked === 'more' || asked === 'less') {
        event.preventDefault();
        move(asked === 'more' ? 1 : -1, 'fine');
      }
      if (asked === 'enter') {
        if (pending) enter();
        field.select();
      }
      if (asked === 'takeBack') {
        pending = false;
        field.value = state.text;
        lab.take_back(id);
        element.redraw();
      }
    });
    on(marks, 'click', (event) => {
      const { text } = /** @type {HTMLElement} */ (event.target).dataset;
      if (text === undefined) return;
      lab.set(id, text);
      done();
    });

    /** @param {boolean} invalid */
    function mark(invalid) {
      if (field.getAttribute('aria-invalid') !== String(invalid)) field.setAttribute('aria-invalid', invalid);
    }
    function speak() {
      if (range.getAttribute('aria-valuetext') !== state.valuetext) range.setAttribute('aria-valuetext', state.valuetext);
    }
    /** @param {MarkState[]} list */
    function showMarks(list) {
      /** @param {MarkState} mark */
      const button = ({ text, label: name }) => node('button', {
        type: 'button', textContent: name, tabIndex: -1, attributes: { 'data-text': text, 'aria-label': `${label}: ${name}` },
      });
      /** @param {MarkState} mark */
      const tick = ({ position }) => {
        const line = node('span');
        line.style.setProperty('--at', position);
        return line;
      };
      marks.replaceChildren(...list.map(button));
      ticks.replaceChildren(...list.map(tick));
      ticks.style.setProperty('--all', range.max);
    }
    /** @param {NumberState} next */
    function show(next) {
      const moved = next.text !== state.text;
      const mended = Boolean(state.refused) && !next.refused;
      const remark = JSON.stringify([next.marks, next.positions]) !== JSON.stringify([state.marks, state.positions]);
      state = next;
      if (range.max !== String(next.positions)) range.max = String(next.positions);
      if (range.value !== String(next.position)) range.value = String(next.position);
      if (moved || mended || (typed && !next.refused)) field.value = next.text;
      typed = false;
      const message = next.refused ? next.refused.message : '';
      write(error, message);
      write(held, next.held || '');
      mark(message !== '' && field.value !== next.text);
      // Only the slider in hand says what it changed; the others would speak of things they did not do.
      if (moved || /** @type {ShadowRoot} */ (home.getRootNode()).activeElement === range) speak();
      if (remark) showMarks(next.marks);
    }
    return { node: home, show };
  }

  // One of a list: a segmented row of radio buttons.
  /** @param {Scope} scope @param {Control} control @param {ChoiceDetails} details @returns {Widget<PlainState>} */
  function choice({ element, lab, signal }, control, details) {
    const { id, label } = control;
    const radios = details.options.map(([value]) => node('input', { type: 'radio', name: id, value }));
    const labels = details.options.map(([, text], i) => node('label', {}, radios[i], node('span', { textContent: text })));
    const home = frame(control, 'choice', node('legend', { textContent: label }), node('div', { className: 'segments' }, ...labels));
    home.addEventListener('change', (event) => {
      lab.set(id, /** @type {HTMLInputElement} */ (event.target).value);
      element.changed();
    }, { signal });
    const show = (/** @type {PlainState} */ { text }) => radios.forEach((radio) => (radio.checked = radio.value === text));
    return { node: home, show };
  }

  // On or off.
  /** @param {Scope} scope @param {Control} control @returns {Widget<PlainState>} */
  function toggle({ element, lab, signal }, control) {
    const box = node('input', { type: 'checkbox', attributes: { 'aria-describedby': `${control.id}-help` } });
    const home = frame(control, 'switch', node('label', {}, box, node('span', { textContent: control.label })));
    box.addEventListener('change', () => {
      lab.set(control.id, String(box.checked));
      element.changed();
    }, { signal });
    return { node: home, show: ({ text }) => (box.checked = text === 'true') };
  }
})();
