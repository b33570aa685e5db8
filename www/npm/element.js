// @ts-check
// The package's way in. Nothing happens before `init` is called, and nothing at all where there is no page.
import { wasm_bindgen } from './glue.js';
import { ownWorker, scripts, style } from './scripts.js';

const TAG = 'activation-lab';
const MATH_FONT = 'Activation Lab Math';

// One for the page, however many copies of this file come into it: a notebook runs one for each of its widgets.
const STARTED = Symbol.for(TAG);

// Lessons are of the article, which is no part of the package.
const none = async () => {
  throw new Error('no lessons here');
};

// Defines the element, once: the first parts that are given are those that are used.
/** @param {PackageParts} parts @returns {Promise<CustomElementConstructor | undefined>} */
export function init(parts) {
  if (typeof customElements === 'undefined') return Promise.resolve(undefined);
  const page = /** @type {Record<symbol, Promise<CustomElementConstructor | undefined> | undefined>} */ (/** @type {unknown} */ (globalThis));
  return (page[STARTED] ??= start(parts));
}

/** @param {PackageParts} parts */
async function start({ module, trainer, worker, font, share = () => import('./share.js'), help = () => import('./help.js'), sound = () => import('./sound.js'), programs = async () => (await import('./programs.js')).default }) {
  // The site's own script may have been here before.
  if (customElements.get(TAG)) return customElements.get(TAG);
  scripts();
  const { ActivationLab } = window;
  try {
    await wasm_bindgen({ module_or_path: await given(module) });
    if (font) lend(font);
    if (trainer) ActivationLab.training = { script: scriptOf(worker), module: async () => bytesOf(await given(trainer)) };
    ActivationLab.later = { share, help, sound, programs, teach: none, reading: none, reader: none, lessons: none, lesson: none, worksheet: none, folder: '' };
    await ActivationLab.start(wasm_bindgen, style);
  } catch (error) {
    ActivationLab.failed(error);
    throw error;
  }
  return customElements.get(TAG);
}

// Addresses are fetched, functions are called, and all else is taken as it is.
/** @param {Binary | Promise<Binary> | (() => Binary | Promise<Binary>)} source @returns {Promise<Exclude<Binary, string | URL>>} */
async function given(source) {
  const part = await (typeof source === 'function' ? source() : source);
  if (typeof part !== 'string' && !(part instanceof URL)) return part;
  const answer = await fetch(part);
  if (!answer.ok) throw new Error(`${part}: ${answer.status} ${answer.statusText}`);
  return answer;
}

/** @param {Exclude<Binary, string | URL>} part @returns {Promise<BufferSource>} */
async function bytesOf(part) {
  if (part instanceof WebAssembly.Module) throw new TypeError('trainer: bytes or an address, not a module');
  return part instanceof Response ? part.arrayBuffer() : part;
}

// A worker's script must be of the page's own origin; one that is not, or has no address, is run by another that is.
/** @param {string | URL | undefined} worker */
function scriptOf(worker) {
  const address = worker && new URL(worker, document.baseURI);
  let made = '';
  return () => {
    if (address && address.origin === location.origin) return address.href;
    const text = address ? `importScripts(${JSON.stringify(address.href)});` : ownWorker;
    made ||= URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    return made;
  };
}

// What formulas are written in, unless the page has it.
/** @param {string | URL | BufferSource | (() => BufferSource)} font */
function lend(font) {
  if ([...document.fonts].some(({ family }) => family.includes(MATH_FONT))) return;
  const source = typeof font === 'function' ? font() : font;
  const text = typeof source === 'string' || source instanceof URL ? `url("${new URL(source, document.baseURI)}")` : source;
  document.fonts.add(new FontFace(MATH_FONT, text, { display: 'swap' }));
}
