// @ts-check
// What the page around a frame of ours may ask, and what it is told: docs/embedding.md. Where a message comes from is not asked: whatever it says is read as a link is, and nothing of it becomes markup or script.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const root = document.documentElement;

  const OURS = 'activation-lab';
  // What we tell is no request, also where we hear it from a frame within ours.
  const TOLD = ['ready', 'height', 'state', 'error', 'key', 'file'];

  const LONGEST = 100000;
  // A figure that becomes lower by less than this keeps its height: a sentence that is a line shorter moves no page.
  const SLACK = 48;
  const REST_MS = 150;

  // Keys by which a page scrolls.
  const DOWN = ['PageDown', 'ArrowDown', 'End', ' '];
  const UP = ['PageUp', 'ArrowUp', 'Home'];

  // What a value must be; `known` is told where it is not.
  /** @type {(names: string[]) => Rule} */
  const one = (names) => ({ known: names, fits: (value) => names.includes(/** @type {string} */ (value)) });
  /** @type {(least: number, most: number) => Rule} */
  const within = (least, most) => ({ known: [least, most], fits: (value) => typeof value === 'number' && value >= least && value <= most });
  /** @type {(known: string, fits: (value: string) => boolean) => Rule} */
  const text = (known, fits) => ({ known: [known], fits: (value) => typeof value === 'string' && value.length <= LONGEST && fits(value) });
  /** @type {(value: unknown) => boolean} */
  const isPlain = (value) => ['string', 'number', 'boolean'].includes(typeof value) && String(value).length <= LONGEST;

  ActivationLab.talk = function () {
    const isMin = ActivationLab.page.ui === 'min';
    /** @returns {LabElement | null} */
    const chosen = () => document.querySelector('activation-lab[data-chosen]');
    const { figures, themes } = ActivationLab.catalogue;
    const controls = () => (figures.find(({ id }) => id === chosen()?.figure)?.controls || []).map(({ id }) => id);

    /** @param {string} type @param {object} what @param {Window} whom */
    function tell(type, what, whom = window.parent) {
      whom.postMessage({ source: OURS, type, ...what }, '*');
    }

    function state() {
      const figure = chosen();
      if (!figure) return {};
      const link = ActivationLab.wasm.address(figure.figure, figure.state);
      const theme = ActivationLab.page.theme || 'auto';
      return { figure: figure.figure, state: figure.state, link, theme, ...(height && { height }) };
    }

    /** @type {Record<string, Askable>} */
    const REQUESTS = {
      getState: { keys: {}, act() {} },
      setState: {
        keys: {
          state: text('figure=…&control=value', (value) => value === '' || value.includes('=')),
          controls: {
            get known() {
              return controls();
            },
            fits: (value) => value !== null && typeof value === 'object' && Object.entries(value).every(([id, text]) => controls().includes(id) && isPlain(text)),
          },
        },
        act({ state: link, controls: some }, complain) {
          if (link && ActivationLab.wasm.figure_of(link)) ActivationLab.give(link, (figure) => figure.load(link, true));
          else if (link !== undefined) chosen()?.load(link, true);
          const figure = chosen();
          for (const [id, text] of Object.entries(some || {})) figure?.setAttribute(id, String(text));
          if (figure?.notes.length) complain({ problem: 'ignored', notes: figure.notes });
        },
      },
      reset: { keys: {}, act: () => chosen()?.reset() },
      pause: { keys: {}, act: () => chosen()?.pause() },
      resume: { keys: {}, act: () => chosen()?.play() },
      setTheme: {
        keys: { theme: one(['auto', ...themes]) },
        act({ theme = '' }) {
          const name = theme === 'auto' ? '' : theme;
          ActivationLab.setTheme(name);
          for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#theme input'))) radio.checked = radio.value === name;
        },
      },
      setScale: {
        keys: { scale: within(0.05, 20) },
        act({ scale = 1 }) {
          ActivationLab.page.scale = scale;
          // As the browser tells of another sharpness.
          dispatchEvent(new Event('resize'));
        },
      },
      export: {
        keys: { format: one(['svg', 'png', 'csv', 'json']), theme: one([...themes, 'print']), width: within(200, 4000), scale: within(0.5, 8) },
        act: ({ format = 'svg', theme = 'light', width = 960, scale = 2 }, complain, file) => {
          const figure = chosen();
          figure?.whenComplete(async (lab) => {
            const name = `${figure.figure}.${format}`;
            try {
              if (format === 'csv') return file({ format, name, data: lab.csv() });
              if (format === 'json') return file({ format, name, data: JSON.stringify({ ...state(), measures: figure.measures }) });
              const svg = lab.svg(width, null, theme);
              if (format === 'svg') return file({ format, name, data: svg });
              if (!ActivationLab.sharing) await ActivationLab.later.share();
              file({ format, name, data: (await ActivationLab.sharing.pixels(svg, scale)).toDataURL('image/png') });
            } catch (error) {
              complain({ problem: 'file', name, notes: [String(error)] });
            }
          });
        },
      },
    };

    // What is wrong with a request; nothing, if it can be done.
    /** @param {Asked} asked @returns {object | null} */
    function wrong({ source: _, type, id, ...rest }) {
      const request = Object.hasOwn(REQUESTS, type) && REQUESTS[type];
      if (!request) return { problem: 'type', name: String(type), known: Object.keys(REQUESTS) };
      if (id !== undefined && !isPlain(id)) return { problem: 'value', name: 'id', known: ['string', 'number'] };
      for (const [name, value] of Object.entries(rest)) {
        const rule = Object.hasOwn(request.keys, name) && request.keys[name];
        if (!rule) return { problem: 'key', name, known: Object.keys(request.keys) };
        if (!rule.fits(value)) return { problem: 'value', name, known: rule.known };
      }
      const missing = type.startsWith('set') && !Object.keys(rest).length;
      return missing ? { problem: 'key', name: '', known: Object.keys(request.keys) } : null;
    }

    addEventListener('message', ({ data, source }) => {
      if (!data || data.source !== OURS || TOLD.includes(data.type) || !source || source === window) return;
      const whom = /** @type {Window} */ (source);
      const { id } = data;
      const mark = isPlain(id) ? { id } : {};
      /** @param {string} type @returns {(what: object) => void} */
      const answer = (type) => (what) => tell(type, { ...mark, ...what }, whom);
      const problem = wrong(data);
      if (problem) return answer('error')(problem);
      REQUESTS[data.type].act(data, answer('error'), answer('file'));
      if (data.type !== 'export') answer('state')(state());
    });

    // The state, when nobody has changed it for a while.
    addEventListener('activation-lab-change', ({ target }) => {
      if (target !== chosen()) return;
      tell('state', state());
      measureSoon();
    });

    let height = 0;
    let width = 0;
    let measuring = 0;
    const sizes = new ResizeObserver(measureSoon);
    const texts = new MutationObserver(measureSoon);
    /** @type {Element | null} */
    let observed = null;

    function measureSoon() {
      measuring = measuring || setTimeout(measure, REST_MS);
    }

    // The page's own height, which does not follow its frame's: of one figure the height that it would like to have.
    function wanted() {
      if (!isMin) return root.offsetHeight;
      const figure = chosen();
      const content = figure?.naturalHeight;
      if (!figure || !content) return 0;
      const { paddingTop, paddingBottom } = getComputedStyle(figure);
      return content + parseFloat(paddingTop) + parseFloat(paddingBottom);
    }

    function measure() {
      measuring = 0;
      watch();
      const { scrollTop, style } = root;
      // A scroll bar that is there only while it is measured would make it narrower.
      style.overflow = isMin ? 'hidden' : '';
      const next = Math.ceil(wanted());
      style.overflow = '';
      root.scrollTop = scrollTop;
      const same = Math.abs(innerWidth - width) < 1;
      if (!next || (same && next <= height + 1 && next > height - SLACK)) return;
      if (isMin) ActivationLab.page.told = [height, next];
      [height, width] = [next, innerWidth];
      tell('height', { height });
      window.parent.postMessage({ subject: 'lti.frameResize', height }, '*');
    }

    // Whatever in the chosen figure may change its height.
    function watch() {
      const figure = chosen();
      if (observed === figure) return;
      observed = figure;
      sizes.disconnect();
      texts.disconnect();
      sizes.observe(root);
      for (const part of figure?.shadowRoot?.querySelectorAll('.lab, .lab > *') || []) sizes.observe(part);
      // In a box that is filled, a longer sentence takes its room from the pictures.
      for (const part of figure?.shadowRoot?.querySelectorAll('.sentence') || []) texts.observe(part, { childList: true, subtree: true });
    }

    ActivationLab.addKeys([{ where: 'frame', id: 'leave', keys: ['Escape'] }]);
    const isPage = (/** @type {string} */ key) => key === 'PageDown' || key === 'PageUp';
    let byHand = false; // whether the pointer has led to what has the focus
    addEventListener('pointerdown', () => (byHand = true), true);
    // Whoever has drawn a slider with the hand turns pages with the clicker.
    addEventListener('keydown', (event) => {
      const part = /** @type {HTMLInputElement} */ (event.composedPath()[0]);
      if (!isPage(event.key)) return void (byHand = false);
      if (!byHand || part.type !== 'range') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      hand(event);
    }, true);
    addEventListener('keydown', (event) => {
      if (!event.defaultPrevented && !isUsed(event)) hand(event);
    });

    /** @param {KeyboardEvent} event */
    function hand({ key, shiftKey }) {
      tell('key', { key, shiftKey });
    }

    // Whether a part of the page, or the browser for it, does something with a key.
    /** @param {KeyboardEvent} event */
    function isUsed(event) {
      const { key } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || key === 'Tab') return true;
      const part = /** @type {HTMLInputElement} */ (event.composedPath()[0]);
      const tag = part.tagName;
      if (ActivationLab.writes(part)) return true;
      const isControl = part !== document.body && part !== root && part.tabIndex >= 0;
      if (isControl && ActivationLab.key('frame', event) === 'leave') {
        // Gives the arrows back to whoever is around; the next one is the host's.
        part.blur();
        return true;
      }
      if (key === ' ') return isControl;
      if (tag === 'INPUT' && ['range', 'radio'].includes(part.type) && !isPage(key)) return true;
      const below = root.scrollHeight - root.clientHeight - root.scrollTop;
      return (DOWN.includes(key) && below > 1) || (UP.includes(key) && root.scrollTop > 1);
    }

    tell('ready', { ...state(), figures: figures.map(({ id }) => id), requests: Object.keys(REQUESTS) });
    chosen()?.whenDrawn(measureSoon);
    addEventListener('resize', measureSoon);
    if (!isMin) measureSoon();
  };
})();
