// @ts-check
// Which wasm module draws a figure. The site begins with one that draws what a reader comes to first and names the others;
// the whole one, which draws every figure and can ask about it, is fetched when one of those is near or asked for. From then on it has what is opened.
(function () {
  'use strict';
  const { ActivationLab } = window;

  /** @type {Set<string>} */
  const awaited = new Set(); // figures that only the whole module draws
  let fetchWhole = /** @type {(() => Promise<Wasm>) | undefined} */ (undefined);
  /** @type {Wasm | null} */
  let whole = null;
  /** @type {Promise<void> | null} */
  let coming = null;

  ActivationLab.modules = {
    // Called once, with the module at hand and where there is more than it.
    begin(wasm, more) {
      ActivationLab.wasm = wasm;
      ActivationLab.catalogue = JSON.parse(wasm.catalogue());
      fetchWhole = more;
      if (more) ActivationLab.catalogue.figures.forEach(({ id, drawn }) => drawn || awaited.add(id));
    },
    // The module that draws a figure, and the one that can do more; none while it is still elsewhere. One that is not known is for the first one to refuse.
    of: (figure) => whole || (awaited.has(figure) ? null : ActivationLab.wasm),
    isWhole: () => Boolean(whole || !fetchWhole),
    // Fetches the whole module, once; a failed attempt is no answer for the next.
    whole() {
      if (!coming && fetchWhole) {
        coming = fetchWhole().then((wasm) => {
          whole = wasm;
          ActivationLab.catalogue = JSON.parse(wasm.catalogue());
        });
        coming.catch(() => (coming = null));
      }
      return coming || Promise.resolve();
    },
  };

  // Where Tab stops at a figure that has not started, because nobody has come near: there it starts.
  ActivationLab.door = (title) => ActivationLab.node('div', { className: 'door', tabIndex: 0, attributes: { role: 'group', 'aria-label': title } });

  // Waits in an element's shadow root, where its static picture stands, until a reader is a window away or something is asked of the figure: `later` is what is to be done then.
  // Calls `open` when the module of its figure is there, at once where it is.
  ActivationLab.waiting = function (element, root, open, later) {
    const { node } = ActivationLab;
    const { title } = /** @type {About} */ (ActivationLab.catalogue.figures.find(({ id }) => id === element.figure));
    const note = node('p', { className: 'lab note', hidden: true });
    root.append(note, ActivationLab.door(title), document.createElement('slot'));
    element.toggleAttribute('data-waiting', true);
    let ended = false;

    /** @param {unknown} error */
    function failed(error) {
      console.error(error);
      note.textContent = ActivationLab.sorry(error, element);
      note.hidden = false;
    }

    function hasten() {
      if (ended) return;
      if (ActivationLab.modules.of(element.figure)) open();
      else ActivationLab.modules.whole().then(() => ended || open(), failed);
    }

    const near = new IntersectionObserver((entries) => entries[entries.length - 1].isIntersecting && hasten(), { rootMargin: '100%' });
    near.observe(element);
    const printed = () => ActivationLab.modules.of(element.figure) && hasten();
    addEventListener('beforeprint', printed);

    return {
      hasten,
      soon(action) {
        later.push(action);
        hasten();
      },
      end() {
        ended = true;
        near.disconnect();
        removeEventListener('beforeprint', printed);
        return later;
      },
    };
  };
})();
