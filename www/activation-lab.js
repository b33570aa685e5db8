// @ts-check
// The custom element <activation-lab figure="decay" depth="20">.
// Its attributes are its state; the mathematics, the list of controls and every number come from the wasm module.
(function () {
  'use strict';
  const { ActivationLab } = window;

  const TAG = 'activation-lab';
  // The attribute that only says how the element looks.
  const CHROME = 'theme';

  // While our article starts: its figures open when somebody comes near, all but the one that it begins with. Those of other pages, and those that come later, open when they can.
  let starting = false;

  /** @implements {LabElement} */
  class ActivationLabElement extends HTMLElement {
    static get observedAttributes() {
      const controls = ActivationLab.catalogue.figures.flatMap((figure) => figure.controls);
      return [...new Set(['figure', CHROME, ...ActivationLab.catalogue.shown, ...controls.map((control) => control.id)])];
    }

    /** @type {Session | null} */
    #session = null; // the open figure; none outside of a document
    #opened = false; // whether there was one, ever, or one was waited for
    /** @type {Waiting | null} */
    #waiting = null; // for the module of the figure
    /** @type {SessionMemory | null} */
    #memory = null; // what a figure that was closed goes on with
    /** @type {string | null} */
    #link = null; // a state that was asked for before there was a figure
    #alone = false; // whether that says all
    /** @type {Set<string>} */
    #fresh = new Set(); // attributes that were changed a moment ago
    #mirroring = false;

    constructor() {
      super();
      // What was set before the class was known hides the accessors of that name.
      for (const [name, value] of Object.entries(this)) {
        if (!(name in ActivationLabElement.prototype)) continue;
        Reflect.deleteProperty(this, name);
        Object.assign(this, { [name]: value });
      }
    }

    connectedCallback() {
      if (this.isConnected && !this.#session) this.#open();
    }

    // Moving is removing and inserting in one go: only what is still outside afterwards is closed.
    disconnectedCallback() {
      queueMicrotask(() => this.isConnected || this.#close());
    }

    // `moveBefore` interrupts nothing.
    connectedMoveCallback() {}

    // A style sheet belongs to one document.
    adoptedCallback() {
      if (this.shadowRoot) ActivationLab.adoptStyle(this.shadowRoot);
    }

    /** @param {string} name @param {string | null} before @param {string | null} text */
    attributeChangedCallback(name, before, text) {
      if (this.#mirroring || before === text) return;
      if (!this.#fresh.size) queueMicrotask(() => this.#fresh.clear());
      this.#fresh.add(name);
      /** @param {string} other */
      const was = (other) => (other === name ? before : this.getAttribute(other));
      const shown = named(was('figure'), was('link'));
      if (shown !== this.figure || name === 'figure') this.#swap(shown);
      // Before it is opened, the attributes only say how it will be.
      else if (!this.#session) return;
      else if (name === CHROME) this.#session.redraw();
      else if (ActivationLab.catalogue.shown.includes(name)) this.#session.show(name, text);
      else this.#session.set(name, text);
    }

    // The name of the figure shown.
    get figure() {
      return named(this.getAttribute('figure'), this.getAttribute('link'));
    }

    set figure(name) {
      reflect(this, 'figure', name);
    }

    // What differs from the factory state, as a link spells it.
    get state() {
      return (this.#session ? ActivationLab.unlessStopped(() => this.#session?.host.state) : this.#link) || '';
    }

    set state(link) {
      this.load(link);
    }

    // The named numbers of the present state: a list of { name, id, value, unit, … }.
    get measures() {
      this.#waiting?.hasten();
      return ActivationLab.unlessStopped(() => this.#session?.host.measures) || [];
    }

    // Shows the state of a link; what it got wrong is told above the picture. Read `alone`, it means all of the figure where it names no parts of it, whatever the attributes say.
    /** @param {string} link */
    load(link, alone = false) {
      this.#alone = alone;
      this.#waiting?.hasten();
      if (!this.#session) this.#link = link;
      else if (this.#session.isDead()) this.#again(link);
      else ActivationLab.unlessStopped(() => this.#session?.load(link, alone));
    }

    // The same for a link of the text, with its words and the way back to it.
    /** @param {string} link @param {string} text @param {() => void} back */
    follow(link, text, back) {
      this.load(link);
      this.#soon(() => this.#session && !this.#session.isDead() && this.#session.arrive(text, back));
    }

    // To the way back of a link that was followed.
    focusArrival() { this.#session?.view.focusArrival(); }

    // When the present state is drawn, also where nobody looks.
    /** @param {() => void} action */
    whenDrawn(action) {
      this.#soon(() => ActivationLab.unlessStopped(() => this.#session?.host.whenDrawn(action)));
    }

    // The same when it is complete, with what its files are made from.
    /** @param {(lab: Lab) => void} action */
    whenComplete(action) {
      ActivationLab.unlessStopped(() => this.#session?.host.whenComplete(action));
    }

    // For what is asked about its figure.
    /** @param {(lab: Lab, host: Host) => void} action */
    reach(action) { this.#soon(() => ActivationLab.unlessStopped(() => this.#session?.reach(action))); }

    // Where title, pictures and sentence stand in the window.
    get span() {
      const { top, bottom } = this.getBoundingClientRect();
      const whole = { title: top, pictures: top, end: bottom, sticks: false };
      return this.#session && !this.hasAttribute('data-waiting') ? this.#session.view.span() : whole;
    }

    // What of the link or the attributes was ignored, in words.
    get notes() {
      this.#waiting?.hasten();
      return this.#session ? this.#session.view.notes() : [];
    }

    // How high it would like to be, at its present width.
    get naturalHeight() {
      return this.#session && !this.hasAttribute('data-waiting') ? this.#session.view.natural(this.#session.host.theme) : 0;
    }

    // Time passes, in a figure that has any, and stands still.
    play() { ActivationLab.unlessStopped(() => this.#session?.view.play()); }
    pause() { ActivationLab.unlessStopped(() => this.#session?.view.pause()); }

    // Back to where the link or the attributes started; from there, to the factory state.
    reset() {
      ActivationLab.unlessStopped(() => this.#session?.host.reset());
    }

    // Lines that stand above the picture until somebody puts them away.
    /** @param {string[]} lines */
    note(lines) {
      this.#soon(() => this.#session?.view.note(lines));
    }

    // At once, or as soon as the module of the figure is there.
    /** @param {() => void} action */
    #soon(action) {
      if (this.#waiting) this.#waiting.soon(action);
      else action();
    }

    #open() {
      const root = this.shadowRoot || this.attachShadow({ mode: 'open' });
      const atDoor = root.activeElement?.className === 'door';
      root.replaceChildren();
      ActivationLab.adoptStyle(root);
      this.#opened = true;
      const later = this.#waiting ? this.#waiting.end() : [];
      const ready = (!starting || this.hasAttribute('data-opening')) && ActivationLab.modules.of(this.figure);
      this.#waiting = ready ? null : ActivationLab.waiting(this, root, () => this.#open(), later);
      if (this.#waiting) return;
      const [link, memory] = [this.#link, this.#memory];
      this.#link = this.#memory = null;
      try {
        this.#session = ActivationLab.session(this, root, (...told) => this.#settle(...told), (settled) => this.#stopped(settled));
      } catch (error) {
        const text = ActivationLab.sorry(error, this);
        root.append(ActivationLab.node('p', { className: 'lab note', textContent: text }), document.createElement('slot'));
        return;
      }
      ActivationLab.unlessStopped(() => this.#session?.begin(link, memory, this.#alone));
      later.forEach((action) => action());
      if (atDoor) /** @type {HTMLElement | null} */ (root.querySelector('.door'))?.focus({ preventScroll: true });
    }

    #close() {
      this.#waiting?.end();
      this.#waiting = null;
      const session = this.#session;
      if (!session) return;
      this.#session = null;
      this.#memory = session.memory();
      session.close('settle');
    }

    // Another figure: what was said of the one before, and has not settled, is gone with it.
    /** @param {string} before */
    #swap(before) {
      if (before === this.figure || !this.#opened) return;
      const session = this.#session;
      this.#waiting?.end();
      this.#session = this.#memory = this.#link = this.#waiting = null;
      session?.close();
      const gone = ActivationLab.catalogue.figures.find((figure) => figure.id === before);
      const old = gone ? gone.controls.filter((control) => !this.#fresh.has(control.id)) : [];
      this.#mirror(() => old.forEach((control) => this.removeAttribute(control.id)));
      if (!this.isConnected) return;
      this.#open();
      this.#soon(() => this.#session?.host.changed());
    }

    // Mirrors the state in the attributes (only what differs from the factory state) and tells the page.
    /** @param {Written} written @param {Told} detail */
    #settle(written, detail) {
      const { controls } = /** @type {About} */ (ActivationLab.catalogue.figures.find((figure) => figure.id === detail.figure));
      this.#mirror(() => {
        for (const { id } of controls) {
          if (!(id in written)) this.removeAttribute(id);
          else if (this.getAttribute(id) !== written[id]) this.setAttribute(id, written[id]);
        }
      });
      this.dispatchEvent(new CustomEvent('activation-lab-change', { detail, bubbles: true, composed: true }));
    }

    /** @param {() => void} action */
    #mirror(action) {
      this.#mirroring = true;
      action();
      this.#mirroring = false;
    }

    // The wasm side has trapped: the last picture stays, and the last link that worked is a new beginning.
    /** @param {string} settled */
    #stopped(settled) {
      const { node, words } = ActivationLab;
      const button = node('button', { type: 'button', textContent: words.again });
      button.addEventListener('click', () => this.#again(settled), { once: true });
      const text = node('p', { textContent: words.stopped });
      const note = node('div', { className: 'lab stopped', attributes: { role: 'alert', 'data-theme': ActivationLab.theme(this.getAttribute('theme')).split(' ')[0] } }, text, button);
      this.shadowRoot?.prepend(note);
    }

    /** @param {string} link */
    #again(link) {
      const session = this.#session;
      this.#session = null;
      session?.close();
      this.#link = link;
      this.#open();
    }
  }

  // The figure that the attributes name, by itself or in a link; the first is the one without.
  /** @param {string | null} figure @param {string | null} link */
  function named(figure, link) {
    return figure || (link && ActivationLab.wasm.figure_of(link)) || ActivationLab.catalogue.figures[0].id;
  }

  // A property works like the attribute of its name.
  /** @param {Element} element @param {string} name @param {string | number | boolean | null | undefined} value */
  function reflect(element, name, value) {
    if (value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }

  function addProperties() {
    const { prototype } = ActivationLabElement;
    for (const name of ActivationLabElement.observedAttributes) {
      if (name in prototype) continue;
      Object.defineProperty(prototype, name, {
        configurable: true,
        enumerable: true,
        get() {
          return this.getAttribute(name);
        },
        set(value) {
          reflect(this, name, value);
        },
      });
    }
  }

  // Called by the loader with the wasm-bindgen namespace, the text of the figures' style, and what fetches the whole module if that is another one.
  ActivationLab.start = async function (wasm, figureCss, more) {
    // A page may include the script twice; the name can be taken once.
    if (customElements.get(TAG) || Reflect.has(ActivationLab, 'catalogue')) return;
    ActivationLab.css = figureCss;
    ActivationLab.modules.begin(wasm, more);
    ActivationLab.words = ActivationLab.catalogue.words;
    // The page is held up twice for a moment, and not once for longer.
    await new Promise((goOn) => setTimeout(goOn));
    ActivationLab.openPage();
    addProperties();
    starting = ActivationLab.isOurs && !ActivationLab.isHosted;
    customElements.define(TAG, ActivationLabElement);
    starting = false;
    ActivationLab.openLink();
  };
})();
