// @ts-check
// The life of one figure: everything that it holds on to is made here once, and let go of when it is closed.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // Quiet time before the state is written to the attributes and told to the page.
  const SETTLE_MS = 250;
  // How long a page that is to be printed waits for a figure that is not complete.
  const PRINT_MS = 2000;
  // When the first figure was complete, for whoever measures the page.
  const FIRST_DRAW = 'first-draw';

  // Opens an element's figure in a shadow root; throws where there is none of that name.
  // `onSettled` is told what was written, as an object from controls to texts, `onTrap` the last link that had settled.
  ActivationLab.session = function (element, root, onSettled, onTrap) {
    const released = new AbortController();
    const { signal } = released;
    const { Lab } = ActivationLab.modules.of(element.figure) || ActivationLab.wasm;
    const lab = ActivationLab.guarded(new Lab(element.figure), trapped);
    const about = /** @type {About} */ (ActivationLab.catalogue.figures.find((figure) => figure.id === element.figure));
    let settling = 0;
    let seen = false; // until the observer says so
    let stale = true; // whether there may be something else to show
    let resized = false; // whether the same may have another size
    let works = false; // whether the last view was not complete
    let filled = false; // whether it had pictures
    let grown = false; // whether a complete view was drawn: it has its size
    let changed = false; // whether they are not drawn yet
    let drawn = ''; // the theme of what is on the screen
    let covered = false; // whether that keeps an answer back
    let printing = false;
    let entering = false; // whether the focus has to be taken in
    let dead = false;
    let origin = ''; // where the first Reset leads
    let settled = ''; // the last link that has settled and was seen
    let arrival = ''; // the state of the link of the text that was followed last
    let before = /** @type {SessionMemory | null} */ (null); // what it goes on with once it is drawn, if it was open before
    const refused = /** @type {Map<string, string>} */ (new Map()); // what is wrong with attributes, by control
    const awaited = /** @type {(() => void)[]} */ ([]); // what is to be done with a complete view

    // What the parts in the shadow tree know of all this.
    const host = {
      // To be called after every change of the wasm side that somebody has made.
      changed() {
        redraw();
        clearTimeout(settling);
        settling = setTimeout(settle, SETTLE_MS);
      },
      redraw,
      reset,
      // Whether all of the figure is shown: then it is as high as it needs.
      isWhole: (/** @type {boolean} */ whole) => element.toggleAttribute('data-whole', whole),
      get figure() { return about.id; },
      isOfTheText: ActivationLab.isOurs && element.matches('main > activation-lab[figure]'),
      get state() {
        return dead ? settled : lab.hash();
      },
      // At once, or when the present view is complete, also where nobody looks.
      whenComplete(/** @type {(lab: Lab) => void} */ action) {
        if (lab.is_complete()) return action(lab);
        host.whenDrawn(() => action(lab));
      },
      whenDrawn(/** @type {() => void} */ action) {
        awaited.push(action);
        redraw();
      },
      get measures() { return JSON.parse(lab.measures()); },
      // Whether anyone can see it: off the screen nothing is redrawn and no time passes.
      get seen() {
        return seen;
      },
      get theme() {
        return printing ? 'print' : ActivationLab.theme(element.getAttribute('theme'));
      },
    };
    const view = ActivationLab.shell(host, lab, about, signal);
    ActivationLab.predict(element, view.node, signal);
    const say = ActivationLab.live(host, lab, about, signal);
    const errands = ActivationLab.work(lab, about, redraw);
    const reach = ActivationLab.reach(lab, Lab, host, prepare);
    // The static picture stands until the first of ours is complete.
    view.node.hidden = true;
    element.toggleAttribute('data-waiting', true);
    const slot = document.createElement('slot');
    const door = ActivationLab.door(about.title);
    root.append(view.probe, view.node, door, slot);

    // Starts from a link, or else from the attributes; `memory` is what a session before this one has left.
    function begin(/** @type {string | null} */ link, /** @type {SessionMemory | null} */ memory, alone = false) {
      ActivationLab.watch(element, [view.pictures.node, view.node, view.probe], watcher, signal);
      prepare();
      // A page of whole figures, whatever its text would begin with.
      lab.show_whole(ActivationLab.page.ui === 'full');
      if (link === null) readAttributes();
      else load(link, alone);
      origin = memory ? memory.origin : lab.hash();
      before = memory;
      ask();
    }

    // What of the figure its page and its host want to be shown.
    function prepare() {
      errands.begin();
      lab.surround(ActivationLab.page.hide.join(), ActivationLab.page.lock.join());
      for (const key of ActivationLab.catalogue.shown) {
        const text = element.getAttribute(key);
        if (text !== null) judge(key, lab.show(key, text));
      }
    }

    function readAttributes() {
      const written = about.controls.filter((control) => element.hasAttribute(control.id));
      for (const { id } of written) judge(id, lab.set(id, element.getAttribute(id) || ''));
      view.note([...refused.values()]);
    }

    // What is wrong with an attribute is told until it is right, or taken back.
    function judge(/** @type {string} */ id, /** @type {string | undefined} */ error) {
      if (error) refused.set(id, error);
      else refused.delete(id);
    }

    // Shows the state of a link; what it got wrong is told above the picture. A run that was playing would leave it at once.
    function load(/** @type {string} */ link, alone = false) {
      view.pause();
      view.depart();
      refused.clear();
      view.note(JSON.parse(lab.apply(link, alone)));
      origin = lab.hash();
      host.changed();
    }

    // The state that was loaded last came from these words of the text.
    function arrive(/** @type {string} */ text, /** @type {() => void} */ back) {
      arrival = lab.hash();
      view.arrive(text, back);
    }

    // One control as its attribute says; without one, back to its factory value.
    function set(/** @type {string} */ id, /** @type {string | null} */ text) {
      if (!about.controls.some((control) => control.id === id)) return;
      const told = [...refused.values()].join();
      if (text === null) {
        lab.restore(id);
        judge(id, '');
      } else {
        judge(id, lab.set(id, text));
      }
      if (told !== [...refused.values()].join()) view.note([...refused.values()]);
      host.changed();
    }

    // The same of what is shown; without a text the host wants no more of that kind.
    function show(/** @type {string} */ key, /** @type {string | null} */ text) {
      judge(key, lab.show(key, text ?? undefined));
      view.note([...refused.values()]);
      host.changed();
    }

    // Back to where the link or the attributes started; from there, to the factory state.
    function reset() {
      if (lab.hash() === origin) lab.reset();
      else lab.apply(origin, true);
      refused.clear();
      view.note([]);
      host.changed();
    }

    // What is told by the window around it.
    /** @type {Watcher} */
    const watcher = {
      // Other sizes, or another sharpness, of the same.
      onSize() {
        resized = true;
        ask();
      },
      onSight(now) {
        seen = now;
        if (seen) ask();
      },
      onLook: redraw,
      onPrint: print,
    };

    // Everything anew in the next animation frame, once however often it is called.
    function redraw() {
      stale = true;
      ask();
    }

    function ask() {
      if (!signal.aborted) ActivationLab.frames.ask(part);
    }

    // Its turn in a frame.
    /** @type {Turn} */
    const part = {
      isNew: () => !grown,
      isWorking: () => works,
      write(milliseconds) {
        if (!stale || !isWanted()) return;
        lab.resume(milliseconds);
        write();
      },
      draw() {
        if (isWanted()) draw();
      },
    };
    const isWanted = () => (seen || awaited.length > 0) && !signal.aborted;

    function write() {
      const { theme } = host;
      const panel = JSON.parse(lab.panel(theme));
      stale = works = panel.pending;
      filled = panel.plots.length > 0;
      if (filled) unveil();
      changed = !works || drawn !== theme || panel.covered !== covered;
      covered = panel.covered;
      if (changed) view.show(panel, (drawn = theme));
      else view.wait(panel);
      say(panel);
      if (works) errands.goOn();
      else errands.rest();
    }

    // After everything around the pictures, of this figure and of the others, has its size.
    function draw() {
      if (changed || resized) {
        view.arrange(drawn);
        view.pictures.draw(drawn);
      }
      changed = resized = false;
      if (!works) awaited.splice(0).forEach((action) => action());
      if (!filled) return;
      grown = grown || !works;
      enter();
      goOn();
      if (!stale && !settling) settled = lab.hash();
      if (!performance.getEntriesByName(FIRST_DRAW).length) performance.mark(FIRST_DRAW);
    }

    // The first of our pictures takes the static one's place.
    function unveil() {
      if (!slot.isConnected) return;
      const entered = root.activeElement === door;
      slot.remove();
      door.remove();
      element.removeAttribute('data-waiting');
      view.node.hidden = false;
      entering = entered;
    }

    // Whoever waited at the door comes to the first control.
    function enter() {
      if (!entering) return;
      entering = false;
      view.enter();
    }

    // As if it had never been away.
    function goOn() {
      const memory = before;
      before = null;
      if (memory) view.goOn(memory);
    }

    // Paper shows what is complete: where that takes too long, what stands there already.
    function print(/** @type {boolean} */ now) {
      printing = now;
      if (!printing) return redraw();
      if (!lab.finish(PRINT_MS)) return;
      write();
      draw();
    }

    // Only once nobody has changed anything for a while.
    function settle() {
      clearTimeout(settling);
      settling = 0;
      const state = lab.hash();
      if (!stale) settled = state;
      if (state !== arrival) view.forget();
      onSettled(JSON.parse(lab.written()), { figure: about.id, state });
    }

    function stop() {
      released.abort();
      ActivationLab.frames.leave(part);
      clearTimeout(settling);
      settling = 0;
      errands.stop();
    }

    function trapped() {
      dead = true;
      stop();
      const parts = /** @type {NodeListOf<HTMLInputElement>} */ (view.node.querySelectorAll('button, fieldset, input, textarea'));
      for (const part of parts) part.disabled = true;
      onTrap(settled);
    }

    // What the attributes do not say of it, for another session of the same figure.
    function memory() {
      return { figure: about.id, origin, ...(before || view.memory()) };
    }

    // Lets go of everything. What has not settled is written first, unless the figure is not wanted any more.
    function close(/** @type {'settle' | undefined} */ unsettled) {
      try {
        if (settling && unsettled === 'settle') settle();
      } finally {
        stop();
        if (!dead) lab.free();
      }
    }

    return { host, view, begin, load, reach, arrive, set, show, redraw, memory, close, isDead: () => dead };
  };
})();
