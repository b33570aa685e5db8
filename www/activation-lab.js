// The custom element <activation-lab figure="decay" depth="20">.
// Its attributes are its state; the mathematics, the list of controls and every number come from the wasm module.
(function () {
  'use strict';
  const ActivationLab = (window.ActivationLab = window.ActivationLab || {});

  const TAG = 'activation-lab';
  // Attributes that are not controls: how the element looks, not what it shows.
  const CHROME = ['theme', 'hide', 'lock'];
  // Quiet time before the state is written to the attributes and told to the page.
  const SETTLE_MS = 250;
  // When the first figure was complete, for whoever measures the page.
  const FIRST_DRAW = 'first-draw';

  // Creates an element with properties, attributes (in `attributes`) and children.
  ActivationLab.node = function (tag, properties = {}, ...children) {
    const { attributes = {}, ...rest } = properties;
    const node = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  // Writes text only where it differs, so that a redraw leaves the rest of the document alone.
  ActivationLab.write = function (node, text) {
    if (node.textContent !== text) node.textContent = text;
  };

  // One style sheet for all instances; browsers without constructable sheets get a <style> each.
  let sheet = null;
  function adoptStyle(root) {
    try {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(ActivationLab.css);
      }
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(ActivationLab.node('style', { textContent: ActivationLab.css }));
    }
  }

  class ActivationLabElement extends HTMLElement {
    static get observedAttributes() {
      const controls = ActivationLab.catalogue.figures.flatMap((figure) => figure.controls);
      return [...new Set(['figure', ...CHROME, ...controls.map((control) => control.id)])];
    }

    #lab = null; // the wasm side: the figure with its settings
    #view = null; // the parts of the shadow tree
    #errands = null; // the long work
    #drawn = ''; // the theme of what is on the screen
    #released = null; // aborts every listener
    #frame = 0;
    #settling = 0;
    #seen = true;
    #printing = false;
    #mirroring = false;
    #origin = ''; // where the first Reset leads

    connectedCallback() {
      this.#open();
    }

    disconnectedCallback() {
      this.#close();
    }

    attributeChangedCallback(name, before, text) {
      if (!this.isConnected || this.#mirroring || before === text) return;
      if (name === 'figure') {
        // What has not settled belongs to the figure that is gone.
        clearTimeout(this.#settling);
        this.#settling = 0;
        this.#close();
        this.#open();
      } else if (!this.#lab) {
        // No figure of that name: there is nothing to change.
      } else if (CHROME.includes(name)) {
        this.redraw();
      } else if (text === null) {
        this.#lab.restore(name);
        this.changed();
      } else {
        const error = this.#lab.set(name, text);
        if (error) this.note([error]);
        this.changed();
      }
    }

    // The name of the figure shown.
    get figure() {
      return this.getAttribute('figure') || ActivationLab.catalogue.figures[0].id;
    }

    // What differs from the factory state, as a link spells it.
    get state() {
      return this.#lab ? this.#lab.hash() : '';
    }

    // The named numbers of the present state: a list of { name, id, value, unit, … }.
    get measures() {
      return this.#lab ? JSON.parse(this.#lab.measures()) : [];
    }

    // Shows the state of a link; what it got wrong is told above the picture.
    load(link) {
      if (!this.#lab) return;
      this.note(JSON.parse(this.#lab.apply(link)));
      this.#origin = this.#lab.hash();
      this.changed();
    }

    // Back to where the link or the attributes started; from there, to the factory state.
    reset() {
      if (this.#lab.hash() === this.#origin) this.#lab.reset();
      else this.#lab.apply(this.#origin);
      this.note([]);
      this.changed();
    }

    // To be called after every change of the wasm side.
    changed() {
      this.redraw();
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
    }

    // Redraws in the next animation frame, once however often it is called.
    redraw() {
      if (!this.#frame) this.#frame = requestAnimationFrame(() => this.#redraw());
    }

    note(lines) {
      if (this.#view) this.#view.note(lines);
    }

    // Whether anyone can see it: off the screen nothing is redrawn and no time passes.
    get seen() {
      return this.#seen;
    }

    get theme() {
      return this.#printing ? 'print' : ActivationLab.theme(this.getAttribute('theme'));
    }

    #open() {
      const root = this.shadowRoot || this.attachShadow({ mode: 'open' });
      root.replaceChildren();
      adoptStyle(root);
      try {
        this.#lab = new ActivationLab.wasm.Lab(this.figure);
      } catch (error) {
        const text = ActivationLab.sorry(error, this);
        root.append(ActivationLab.node('p', { className: 'lab note', textContent: text }), document.createElement('slot'));
        return;
      }
      const about = ActivationLab.catalogue.figures.find((figure) => figure.id === this.figure);
      this.#released = new AbortController();
      this.#view = ActivationLab.shell(this, this.#lab, about, this.#released.signal);
      this.#errands = ActivationLab.errands(this.#lab, Boolean(about.player), () => this.redraw());
      // The static picture stands until the first of ours is complete.
      this.#view.node.hidden = true;
      this.toggleAttribute('data-waiting', true);
      root.append(this.#view.node, document.createElement('slot'));
      this.#readAttributes(about);
      this.#watch(this.#released.signal);
      this.redraw();
    }

    #readAttributes(about) {
      const errors = about.controls
        .filter((control) => this.hasAttribute(control.id))
        .map((control) => this.#lab.set(control.id, this.getAttribute(control.id)))
        .filter(Boolean);
      this.#origin = this.#lab.hash();
      this.note(errors);
    }

    #watch(signal) {
      const sizes = new ResizeObserver(() => this.#view.pictures.draw(this.theme));
      // On a phone the pictures of some layouts have no common box; the figure has one.
      for (const part of [this.#view.pictures.node, this.#view.node]) sizes.observe(part);
      const sight = new IntersectionObserver(
        (entries) => {
          this.#seen = entries.at(-1).isIntersecting;
          if (this.#seen) this.redraw();
        },
        { rootMargin: '25%' },
      );
      sight.observe(this);
      signal.addEventListener('abort', () => {
        sizes.disconnect();
        sight.disconnect();
      });
      for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
        matchMedia(query).addEventListener('change', () => this.redraw(), { signal });
      }
      this.#watchResolution(signal);
      addEventListener('beforeprint', () => this.#print(true), { signal });
      addEventListener('afterprint', () => this.#print(false), { signal });
      addEventListener('activation-lab-theme', () => this.redraw(), { signal });
    }

    // A media query for the present ratio fires once, when the ratio is left; then the next one is needed.
    #watchResolution(signal) {
      const next = () => {
        if (signal.aborted) return;
        this.redraw();
        this.#watchResolution(signal);
      };
      const query = `(resolution: ${devicePixelRatio}dppx)`;
      matchMedia(query).addEventListener('change', next, { signal, once: true });
    }

    #print(printing) {
      this.#printing = printing;
      this.#show();
    }

    #redraw() {
      this.#frame = 0;
      if (!this.#lab || !this.#seen) return;
      this.#lab.resume();
      this.#show();
    }

    #show() {
      const panel = JSON.parse(this.#lab.panel(this.theme));
      if (panel.plots.length) this.#unveil();
      const rest = [this.#setOf('hide'), this.#setOf('lock')];
      if (panel.pending && this.#drawn === this.theme) this.#view.wait(panel, ...rest);
      else this.#view.show(panel, (this.#drawn = this.theme), ...rest);
      if (panel.pending) this.#errands.goOn();
      else this.#errands.rest();
      if (!panel.plots.length) return;
      if (!performance.getEntriesByName(FIRST_DRAW).length) performance.mark(FIRST_DRAW);
    }

    #unveil() {
      const slot = this.shadowRoot.querySelector('slot');
      if (!slot) return;
      slot.remove();
      this.removeAttribute('data-waiting');
      this.#view.node.hidden = false;
    }

    // Controls that the attribute or the page's query names.
    #setOf(name) {
      const own = (this.getAttribute(name) || '').split(',');
      const pages = ActivationLab.page[name];
      return new Set([...own, ...pages].map((id) => id.trim()));
    }

    // Mirrors the state in the attributes (only what differs from the factory state) and tells the page.
    #settle() {
      this.#settling = 0;
      this.#mirroring = true;
      for (const control of JSON.parse(this.#lab.panel(this.theme)).controls) {
        if (!control.changed) this.removeAttribute(control.id);
        else if (this.getAttribute(control.id) !== control.text) this.setAttribute(control.id, control.text);
      }
      this.#mirroring = false;
      const detail = { figure: this.figure, state: this.state };
      this.dispatchEvent(new CustomEvent('activation-lab-change', { detail, bubbles: true, composed: true }));
    }

    #close() {
      if (!this.#lab) return;
      if (this.#settling) {
        clearTimeout(this.#settling);
        this.#settle();
      }
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#released.abort();
      this.#errands.stop();
      this.#view = null;
      this.#drawn = '';
      this.#lab.free();
      this.#lab = null;
    }
  }

  // Called by the loader with the wasm-bindgen namespace and the text of the figures' style.
  ActivationLab.start = function (wasm, figureCss) {
    // A page may include the script twice; the name can be taken once.
    if (customElements.get(TAG)) return;
    ActivationLab.wasm = wasm;
    ActivationLab.css = figureCss;
    ActivationLab.catalogue = JSON.parse(wasm.catalogue());
    ActivationLab.openPage();
    customElements.define(TAG, ActivationLabElement);
    ActivationLab.applyLink();
  };
})();
