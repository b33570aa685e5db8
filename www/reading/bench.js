// @ts-check
// What a lesson's file is checked against: the figures, as the whole module knows them, and the claims that there are.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { reading } = ActivationLab;

  // The module that draws every figure, when it is there.
  const whole = () => /** @type {Wasm} */ (ActivationLab.modules.of(ActivationLab.catalogue.figures[0].id));

  /** @type {Map<string, string>} */
  const seen = new Map(); // what links show; it is the same whoever asks, so a file that is opened again is checked at once

  reading.bench = (wanted) => ({
    figure: (link) => whole().linked(link),
    measure: (figure, name) => whole().measured(figure, name),
    claims: (id) => reading.data.claims.includes(id),
    seen(link) {
      if (!seen.has(link)) wanted.add(link);
      return seen.get(link);
    },
  });

  // Works out what links show, between the frames and in the worker, one after the other; tells how many are done. Ends when it is not wanted any more.
  reading.workOut = async function (links, told, signal) {
    /** @type {Map<string, ReturnType<typeof worker>>} */
    const workers = new Map(); // the states of a figure have networks in common
    let done = 0;
    try {
      for (const link of links) {
        told(done++);
        const figure = whole().figure_of(link) || '';
        const at = workers.get(figure) || worker(figure, signal);
        workers.set(figure, at);
        seen.set(link, await at.see(link));
      }
    } finally {
      workers.forEach((at) => at.end());
    }
  };

  /** @param {string} figure @param {AbortSignal} signal */
  function worker(figure, signal) {
    const about = /** @type {About} */ (ActivationLab.catalogue.figures.find(({ id }) => id === figure));
    const lab = new (whole().Lab)(figure);
    const ask = () => ActivationLab.frames.ask(part);
    const errands = ActivationLab.work(lab, about, ask);
    let isNew = true;
    /** @type {(told: string) => void} */
    let resolve = () => {};
    /** @type {(error: unknown) => void} */
    let reject = () => {};
    const part = {
      isNew: () => false,
      isWorking: () => true,
      /** @param {number} milliseconds */
      write(milliseconds) {
        try {
          lab.resume(milliseconds);
          if (!lab.is_complete()) return errands.goOn();
          errands.rest();
          resolve(whole().seen(lab));
        } catch (error) {
          reject(error);
        }
      },
      draw() {},
    };
    signal.addEventListener('abort', () => {
      ActivationLab.frames.leave(part);
      reject(signal.reason);
    }, { once: true });

    return {
      /** @param {string} link @returns {Promise<string>} */
      see(link) {
        return new Promise((...ends) => {
          [resolve, reject] = ends;
          signal.throwIfAborted();
          if (isNew) errands.begin();
          isNew = false;
          lab.apply(link, true);
          ask();
        });
      },
      end() {
        errands.stop();
        lab.free();
      },
    };
  }
})();
