// Runs before the page's own scripts: what they make that the browser does not count.
(() => {
  window.soak = { workers: 0, memory: null, errors: [] };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate.apply(WebAssembly, given);
    soak.memory = (made.instance || made).exports.memory;
    return made;
  };
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(...given) {
      super(...given);
      soak.workers += 1;
    }
    terminate() {
      soak.workers -= 1;
      super.terminate();
    }
  };
  addEventListener('error', (event) => soak.errors.push(event.message));
  addEventListener('unhandledrejection', (event) => soak.errors.push(String(event.reason)));
})();
