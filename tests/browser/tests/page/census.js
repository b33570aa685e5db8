// A page of somebody else around our script, in a frame as large as the window, with a count of all that is alive in it.
// `host(body)` answers with the frame's window; what the scripts of these tests say more often stands below it.

// Runs inside the frame before any script of ours.
function spies() {
  const alive = { frames: new Set(), timers: new Set(), listeners: new Set(), observers: new Set(), workers: new Set() };
  const told = (window.told = { alive, errors: [], draws: [], panels: 0, labs: 0, changes: [] });

  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver']) {
    window[name] = class extends window[name] {
      observe(...parts) {
        alive.observers.add(this);
        super.observe(...parts);
      }
      disconnect() {
        alive.observers.delete(this);
        super.disconnect();
      }
    };
  }
  window.Worker = class extends Worker {
    constructor(...parts) {
      super(...parts);
      alive.workers.add(this);
    }
    terminate() {
      alive.workers.delete(this);
      super.terminate();
    }
  };
  for (const [set, ask, take] of [['frames', 'requestAnimationFrame', 'cancelAnimationFrame'], ['timers', 'setTimeout', 'clearTimeout']]) {
    const [asked, taken] = [window[ask], window[take]];
    window[ask] = (action, ...parts) => {
      const id = asked((...given) => {
        alive[set].delete(id);
        action(...given);
      }, ...parts);
      alive[set].add(id);
      return id;
    };
    window[take] = (id) => {
      alive[set].delete(id);
      taken(id);
    };
  }
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, action, options) {
    const record = { type, target: this };
    const gone = () => alive.listeners.delete(record);
    const { signal, once } = Object(options);
    // A signal that has aborted keeps nothing, and a listener of one is gone with it.
    if (!(this instanceof AbortSignal) && !(signal && signal.aborted)) alive.listeners.add(record);
    if (signal) listen.call(signal, 'abort', gone);
    const ending = function (event) {
      gone();
      return action.call(this, event);
    };
    return listen.call(this, type, once ? ending : action, options);
  };

  // The script adds to what is there: here the moment is caught at which it has its wasm and no element yet.
  let start;
  window.ActivationLab = {
    get start() {
      return start;
    },
    set start(original) {
      start = (wasm, css) => {
        const { draw, panel } = wasm.Lab.prototype;
        wasm.Lab.prototype.draw = function (index, canvas, ...rest) {
          told.draws.push(canvas);
          return draw.call(this, index, canvas, ...rest);
        };
        wasm.Lab.prototype.panel = function (...parts) {
          told.panels += 1;
          return panel.apply(this, parts);
        };
        const counted = { ...wasm, Lab: new Proxy(wasm.Lab, {
          construct(Lab, parts) {
            told.labs += 1;
            return new Lab(...parts);
          },
        }) };
        addEventListener('activation-lab-change', ({ detail }) => told.changes.push(detail));
        addEventListener('error', ({ message }) => told.errors.push(message));
        addEventListener('unhandledrejection', ({ reason }) => told.errors.push(String(reason)));
        original(counted, css);
      };
    },
  };
}

const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));

// Waits until an action answers with something; far longer than it takes, as a busy machine is slow.
async function until(what, action) {
  const end = performance.now() + 25000;
  while (performance.now() < end) {
    const answer = await action();
    if (answer) return answer;
    await pause(10);
  }
  throw new Error(`waited in vain for ${what}`);
}

// The single file's scripts around another body; without one, the article with all of its figures.
async function source(body) {
  const text = await (await fetch('activation-lab.html')).text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  if (body !== undefined) {
    page.documentElement.removeAttribute('data-page');
    for (const node of [...page.body.childNodes]) if (node.nodeName !== 'SCRIPT') node.remove();
    page.body.insertAdjacentHTML('afterbegin', body);
  }
  // All of each figure.
  if (body === undefined) {
    page.querySelector('[data-opening]').remove();
    for (const figure of page.querySelectorAll('activation-lab')) for (const name of ['plots', 'controls', 'parts']) figure.removeAttribute(name);
  }
  const spy = page.createElement('script');
  spy.textContent = `(${spies})();`;
  page.head.prepend(spy);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

function frameOf(properties, style = {}) {
  const frame = Object.assign(document.createElement('iframe'), properties);
  Object.assign(frame.style, { position: 'fixed', inset: 0, width: '100%', height: '100%', border: 0, zIndex: 9, background: 'white' }, style);
  document.body.append(frame);
  return frame;
}

async function started(frame) {
  await until('the script to start', () => frame.contentWindow.customElements.get('activation-lab'));
  return frame.contentWindow;
}

async function host(body) {
  const blob = new Blob([await source(body)], { type: 'text/html' });
  return started(frameOf({ src: URL.createObjectURL(blob) }));
}

const inside = (element, selector) => element.shadowRoot.querySelector(selector);
const every = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];

// Whether all canvases of an element are there, large enough and not of one colour.
function isDrawn(element) {
  const canvases = element.shadowRoot ? every(element, 'canvas') : [];
  return canvases.length > 0 && canvases.every((canvas) => {
    if (!canvas.width || !canvas.height || !canvas.getClientRects().length) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some((byte) => byte !== data[0]);
  });
}

const drawn = (element) => until(`${element.figure} to be drawn`, () => isDrawn(element));

// What is alive in a frame; an observer or a listener of the page's own is in all counts.
const counts = ({ told: { alive } }) => Object.fromEntries(Object.entries(alive).map(([name, set]) => [name, set.size]));

// Waits until nothing is about to happen.
const quiet = (win) => until('the page to rest', () => win.told.alive.frames.size === 0 && win.told.alive.timers.size === 0);

function same(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

function sure(truth, what) {
  if (!truth) throw new Error(what);
}
