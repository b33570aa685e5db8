// @ts-check
// The canvases of a figure: how large and how sharp they are, and the pointer on them.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // Zoom and shift of one press of a button, and the wheel travel that doubles the range.
  const ZOOM = 1.5;
  const SHIFT = 0.25;
  const WHEEL_DOUBLE = 300;

  // The most that a canvas is drawn finer than the screen is: a figure that is scaled up further is soft.
  const FINEST = 4;

  // Pixels to a CSS pixel on paper, which is finer than most screens.
  const PAPER = 3;

  // How often the pictures are put into words for whoever does not see them.
  const WORDS_MS = 500;

  // The pictures of one figure: a canvas per plot, created and removed only when their number or names change.
  ActivationLab.pictures = function (element, lab, about, stage, signal) {
    const { node, write, words, fill } = ActivationLab;
    const home = node('div', { className: 'pictures' });
    const tools = node('div', { className: 'zoom', attributes: { role: 'group', 'aria-label': words.zoom } });
    /** @type {Picture[]} */
    let pictures = [];
    // What listens to canvases and buttons that are taken away goes with them.
    let built = new AbortController();
    // The entry of the legend whose marks are pointed out, and the one whose mark is under the pointer.
    let lit = /** @type {number | undefined} */ (undefined);
    let under = /** @type {number | undefined} */ (undefined);
    signal.addEventListener('abort', () => built.abort());

    /** @param {PlotAbout[]} plots */
    function build(plots) {
      built.abort();
      built = new AbortController();
      pictures = plots.map((plot, index) => {
        const label = fill(words.ofFigure, { figure: about.title, part: plot.title });
        const canvas = node('canvas', {
          attributes: { role: 'img', 'aria-label': label, 'aria-describedby': `${plot.id}-description` },
        });
        const description = node('p', { className: 'description unseen', id: `${plot.id}-description` });
        const box = node('div', { className: 'box' }, canvas, description);
        const title = node('p', { className: 'plot-title' });
        const frame = node('div', { className: 'plot' }, title, box);
        frame.dataset.plot = plot.id;
        frame.style.setProperty('--weight', plot.weight);
        frame.style.setProperty('--share', plot.share);
        // Both fingers of a pinch are ours where there is something to zoom; vertical scrolling stays the browser's.
        canvas.style.touchAction = plot.zooms ? 'pan-y' : 'pan-y pinch-zoom';
        listen(canvas, index);
        return { id: plot.id, title, canvas, description, box, frame, ratio: 0, drawn: '' };
      });
      home.replaceChildren(...pictures.map((picture) => picture.frame));
      // The plots of a figure share their range: one set of buttons is enough.
      const zooming = plots.findIndex((plot) => plot.zooms);
      tools.replaceChildren(...(zooming < 0 ? [] : zoomButtons(zooming)));
      home.dataset.plots = String(plots.length);
      home.style.setProperty('--plots', plots.length);
    }

    /** @param {number} index */
    function zoomButtons(index) {
      /** @param {string} text @param {string} label @param {number} factor @param {number} shift */
      const button = (text, label, factor, shift) => {
        const press = node('button', { type: 'button', textContent: text, title: label, attributes: { 'aria-label': label } });
        press.addEventListener('click', () => {
          lab.zoom(index, factor, shift);
          element.changed();
        }, { signal: built.signal });
        return press;
      };
      return [
        button('←', words.left, 1, -SHIFT),
        button('→', words.right, 1, SHIFT),
        button('−', words.zoomOut, ZOOM, 0),
        button('+', words.zoomIn, 1 / ZOOM, 0),
      ];
    }

    // A slide may be CSS-scaled, and a hall wants it larger: the rectangle on the screen is mapped to the size that was drawn.
    /** @param {HTMLElement} canvas @param {Spot} event @returns {[x: number, y: number, width: number, height: number]} */
    function place(canvas, event) {
      const rect = canvas.getBoundingClientRect();
      const [width, height] = [canvas.clientWidth / stage.scale, canvas.clientHeight / stage.scale];
      const x = ((event.clientX - rect.left) * width) / rect.width;
      const y = ((event.clientY - rect.top) * height) / rect.height;
      return [x, y, width, height];
    }

    /** @param {HTMLCanvasElement} canvas @param {number} index */
    function listen(canvas, index) {
      const pressed = /** @type {Map<number, PointerEvent>} */ (new Map());
      let waiting = /** @type {PointerEvent | null} */ (null); // a touch that may yet become a scroll
      let spread = 0;
      /** @param {PointerKind} kind @param {Spot} event */
      const ask = (kind, event, amount = 0) => lab.pointer(index, kind, ...place(canvas, event), amount, element.theme);
      /** @param {Parameters<typeof ask>} parts */
      const send = (...parts) => ask(...parts) && element.changed();
      // What a resting pointer shows is seen and not written.
      /** @param {Parameters<typeof ask>} parts */
      const look = (...parts) => ask(...parts) && element.redraw();
      const distance = () => {
        const [a, b] = [...pressed.values()];
        return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      };
      const middle = () => {
        const [a, b] = [...pressed.values()];
        return { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
      };
      const settle = () => {
        if (waiting) send('down', waiting);
        waiting = null;
      };
      /** @param {Spot} at */
      const holds = (at) => lab.holds(index, ...place(canvas, at), element.theme);
      // The browser scrolls when a finger first moves up or down, unless it holds a point.
      /** @param {Spot} from @param {Spot} to */
      const scrolls = (from, to) => !holds(from)
        && Math.abs(to.clientY - from.clientY) > Math.abs(to.clientX - from.clientX);
      const { signal: until } = built;
      /** @type {ListenHere} */
      const on = (type, handler) => canvas.addEventListener(type, handler, { signal: until });
      on('pointerdown', (event) => {
        if (event.button !== 0) return;
        pressed.set(event.pointerId, event);
        if (pressed.size === 2) {
          waiting = null;
          spread = distance();
        } else if (event.pointerType === 'touch') {
          waiting = event;
        } else {
          canvas.setPointerCapture(event.pointerId);
          send('down', event);
        }
      });
      on('pointermove', (event) => {
        // Released where nobody could tell: outside, while the figure was moved.
        if (event.buttons === 0) pressed.delete(event.pointerId);
        if (!pressed.has(event.pointerId)) {
          // A finger that scrolls still moves over the picture for a while; it points at nothing.
          if (event.pointerType === 'touch') return;
          const cursor = lab.cursor(index, ...place(canvas, event), element.theme);
          if (canvas.style.cursor !== cursor) canvas.style.cursor = cursor;
          over(lab.key_at(index, ...place(canvas, event), element.theme));
          return look('hover', event);
        }
        if (waiting && scrolls(waiting, event)) {
          waiting = null;
          pressed.delete(event.pointerId);
          return;
        }
        pressed.set(event.pointerId, event);
        if (pressed.size === 1) {
          settle();
          return send('move', event);
        }
        const now = distance();
        if (now > 0 && spread > 0) send('zoom', middle(), spread / now);
        spread = now;
      });
      on('pointerup', (event) => {
        settle();
        pressed.delete(event.pointerId);
        send('up', event);
      });
      on('pointerleave', (event) => {
        over(undefined);
        if (!pressed.has(event.pointerId)) look('leave', event);
      });
      on('pointercancel', (event) => {
        waiting = null;
        pressed.delete(event.pointerId);
        send('up', event);
      });
      // A finger on the point drags it. Only a refused touch keeps the browser from scrolling, and only here is known in time what is touched.
      canvas.addEventListener('touchstart', (event) => {
        const [touch] = event.touches;
        if (event.touches.length === 1 && holds(touch)) event.preventDefault();
      }, { signal: until, passive: false });
      canvas.addEventListener('wheel', (event) => {
        // Without Ctrl the wheel scrolls the page.
        if (!event.ctrlKey) return;
        event.preventDefault();
        send('zoom', event, 2 ** (event.deltaY / WHEEL_DOUBLE));
      }, { signal: until, passive: false });
    }

    /** @param {number | undefined} key */
    function over(key) {
      if (key === under) return;
      under = key;
      whole.whenOver(key);
    }

    // The others stand back, also where nothing else has changed.
    /** @param {number | undefined} key */
    function light(key) {
      if (key === lit) return;
      lit = key;
      if (pictures.some(({ drawn }) => drawn)) draw(element.theme);
    }

    // Draws what is not on the canvases yet: other sizes, another theme, other marks pointed out.
    /** @param {string} theme */
    function draw(theme) {
      // All is measured before anything is written: a canvas of another size would be laid out at once.
      const sizes = pictures.map(({ box }) => [box.clientWidth, box.clientHeight, sharpness(box)]);
      pictures.forEach((picture, index) => {
        const [width, height, ratio] = sizes[index];
        if (!width || !height) return;
        const paper = theme === 'print';
        if (paper) picture.box.style.setProperty('--aspect', `${width} / ${height}`);
        picture.ratio = ratio;
        const { scale } = stage;
        const shown = paper ? undefined : lit;
        const wanted = [width, height, ratio, scale, theme, shown].join(' ');
        if (picture.drawn === wanted) return;
        lab.draw(index, picture.canvas, width / scale, height / scale, scale * (paper ? Math.max(ratio, PAPER) : ratio), theme, shown);
        picture.drawn = wanted;
      });
    }

    // Pixels of the screen to a CSS pixel of the canvas: a slide may be scaled, a page zoomed.
    // Both sides count, so that a quarter turn changes nothing; sixteenths, so that rounded sizes do not either.
    /** @param {HTMLElement} box */
    function sharpness(box) {
      if (!box.clientWidth || !box.clientHeight) return 0;
      const { width, height } = box.getBoundingClientRect();
      const scale = Math.round((16 * (width + height)) / (box.clientWidth + box.clientHeight)) / 16;
      return Math.max(stage.finest, devicePixelRatio * Math.min(Math.max(scale, 1), FINEST));
    }

    // No observer of sizes sees that something around the figure was scaled.
    const sharpen = () => {
      if (pictures.some(({ box, ratio }) => ratio && box.clientWidth && sharpness(box) !== ratio)) draw(element.theme);
    };
    addEventListener('resize', sharpen, { signal });
    document.addEventListener('transitionend', sharpen, { signal });

    let telling = 0;
    function tell() {
      clearTimeout(telling);
      telling = 0;
      pictures.forEach(({ description }, index) => write(description, lab.describe(index)));
    }
    signal.addEventListener('abort', () => clearTimeout(telling));

    // Takes in other plots, which `draw` then draws.
    /** @param {PlotAbout[]} plots @param {boolean} covered */
    function show(plots, covered) {
      const same = plots.length === pictures.length && plots.every((plot, i) => plot.id === pictures[i].id);
      if (!same) build(plots);
      plots.forEach((plot, index) => write(pictures[index].title, plot.title));
      for (const picture of pictures) picture.drawn = '';
      // What is covered is not told a moment longer.
      if (covered) tell();
      else telling = telling || setTimeout(tell, WORDS_MS);
    }

    /** @type {Pictures} */
    const whole = { node: home, tools, show, draw, light, whenOver: () => {} };
    return whole;
  };
})();
