// @ts-check
// The one way into wasm. A trap leaves the module's data in the middle of a change: what it happened to is not asked again.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // Thrown where a call has trapped, and by every later one: it ends what was going on, and the figure itself says the rest.
  class Stopped extends Error {}

  /** @param {ErrorEvent | PromiseRejectionEvent} event */
  const hush = (event) => {
    if (!(('error' in event ? event.error : event.reason) instanceof Stopped)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('error', hush);
  addEventListener('unhandledrejection', hush);

  // The lab behind a guard: the first trap is told to `onTrap`, and from then on no call gets through. With `exchange` another one takes its place.
  ActivationLab.guarded = function (lab, onTrap) {
    let stopped = false;
    /** @param {string | symbol} name @returns {(...parts: unknown[]) => unknown} */
    const call = (name) => (...parts) => {
      if (stopped) throw new Stopped();
      try {
        return Reflect.apply(Reflect.get(lab, name), lab, parts);
      } catch (error) {
        // A text is an answer: it says what was wrong with the question.
        if (typeof error === 'string') throw error;
        stopped = true;
        console.error(error);
        // Freed while the trapped call still holds it, it would trap again, at the latest when it is collected. It is left where it is.
        lab.__destroy_into_raw();
        onTrap();
        throw new Stopped();
      }
    };
    /** @param {Lab} other */
    const exchange = (other) => {
      lab.free();
      lab = other;
    };
    return /** @type {GuardedLab} */ (new Proxy(lab, { get: (_, name) => (name === 'exchange' ? exchange : call(name)) }));
  };

  // Runs what a page asks of a figure: that the figure has stopped is no error of the page's.
  ActivationLab.unlessStopped = function (action) {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  };
})();
