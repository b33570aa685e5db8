// @ts-check
// Training in a worker, whose small module computes with vectors. Where that cannot be, the page's own module does the same work between two frames.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // A module with one vector instruction in it: whoever refuses it would refuse the worker's.
  const PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  const able = () => typeof Worker === 'function' && WebAssembly.validate(Uint8Array.from(PROBE));

  /** @type {ReturnType<typeof trustedTypes.createPolicy> | null} */
  let policy = null;

  // A page may want a policy's word for every address that is run; where it allows none, no worker starts.
  /** @param {string} address */
  function trusted(address) {
    try {
      policy = policy || trustedTypes.createPolicy('activation-lab', { createScriptURL: (ours) => ours });
      return policy.createScriptURL(address);
    } catch {
      return address;
    }
  }

  // Once for all figures of the page; a failed attempt is no answer for the next.
  /** @type {Promise<WebAssembly.Module> | null} */
  let module = null;
  /** @param {Training} parts */
  function compiled(parts) {
    module = module || parts.module().then(WebAssembly.compile);
    module.catch(() => (module = null));
    return module;
  }

  // `ask` takes the words of a request and says whether a worker answers it; only the newest request is answered.
  // Every reply goes to `onReply` as a Float64Array; one that is a single number is not the last: so many steps are done.
  // If the worker is lost, `onFailure` is told once, and from then on `ask` says no.
  ActivationLab.trainer = function (onReply, onFailure) {
    /** @type {Worker | null} */
    let worker = null;
    const { training } = ActivationLab;
    let lost = !training || !able();
    let newest = 0;

    function stop() {
      newest++;
      if (worker) worker.terminate();
      worker = null;
    }

    function fail() {
      if (lost) return;
      lost = true;
      stop();
      onFailure();
    }

    /** @param {Training} parts */
    function start(parts) {
      const own = (worker = new Worker(trusted(parts.script())));
      own.onmessage = ({ data }) => data.request === newest && onReply(data.words);
      own.onerror = (event) => {
        event.preventDefault();
        if (own === worker) fail();
      };
      const send = (/** @type {WebAssembly.Module} */ module) => own.postMessage({ module });
      compiled(parts).then(send).catch(() => own === worker && fail());
      return own;
    }

    /** @param {Float64Array} words */
    function ask(words) {
      if (lost || !training) return false;
      try {
        (worker || start(training)).postMessage({ request: ++newest, words });
      } catch {
        lost = true;
        stop();
      }
      return !lost;
    }

    return { ask, stop };
  };
})();
