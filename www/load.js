// @ts-check
// Starts the page from its separate files; the single-file build has a loader of its own.
// In the built site `failed.js` stands above this. All else is fetched from here, so that whatever is missing is told.

// In this order: each file adds to what the ones before it made.
const SCRIPTS = ['node.js', 'activation-lab.js', 'sheet.js', 'modules.js', 'guard.js', 'anchor.js', 'frames.js', 'watch.js', 'session.js', 'keys.js', 'controls.js', 'chooser.js', 'contrast.js', 'page.js', 'landing.js', 'lessons.js', 'math.js', 'tabs.js', 'panels.js', 'pictures.js', 'legend.js', 'stage.js', 'listen.js', 'shell.js', 'live.js', 'predict.js'];

// For figures that take time, which are figures of the whole module.
const LONG = ['player.js', 'trainer.js', 'errands.js'];

// In a frame, when the figures have started: what its host may say.
const FRAMED = ['messages.js'];

// What figures look like inside.
const STYLES = ['figure.css', 'layout.css', 'controls.css', 'chooser.css', 'numbers.css', 'stage.css', 'whole.css', 'screens.css'];

// The scripts of the wasm modules: of the one that draws these figures, and of the one that draws all.
const FIRST = ['neuron', 'collapse', 'curves', 'decay'];
const FIRST_GLUE = 'activation_lab_first.js';
const GLUE = 'activation_lab.js';

/** @param {string} name */
const at = (name) => new URL(name, import.meta.url).href;

// The files are fetched side by side, run one after the other.
/** @param {string} name */
function fetchAhead(name) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: at(name) }));
}

// An import, because a page may forbid scripts to be added by their address.
/** @param {string} name */
async function run(name) {
  try {
    return await import(at(name));
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

// The article runs this script as soon as it is there (`async`), so that the modules are on their way while the page is still laid out.
// What touches the page waits for what a deferred script waits for: its end, and its styles.
const OURS = document.documentElement.dataset.page === 'activation-lab';
async function parsed() {
  if (document.readyState === 'complete') return;
  const loaded = new Promise((done) => addEventListener('load', done, { once: true }));
  if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  if (!OURS) return;
  /** @type {NodeListOf<HTMLLinkElement>} */
  const links = document.querySelectorAll('link[rel="stylesheet"]');
  const styled = [...links].filter(({ sheet }) => !sheet).map((link) => new Promise((done) => link.addEventListener('load', done, { once: true })));
  // One that never comes holds up nothing for longer than the page's own end.
  await Promise.race([loaded, Promise.all(styled)]);
}

/** @param {string[]} names */
async function runAll(names) {
  for (const name of names) await run(name);
}

async function hear() {
  await runAll(FRAMED);
  window.ActivationLab.talk();
}

// The module is on its way while its script is.
/** @param {string} glue */
async function wasmModule(glue) {
  const [wasm, answer] = await Promise.all([run(glue), fetched(glue.replace('.js', '_bg.wasm'))]);
  await wasm.default({ module_or_path: answer });
  return wasm;
}

// What draws every figure.
async function whole() {
  const [wasm] = await Promise.all([wasmModule(GLUE), runAll(LONG)]);
  return wasm;
}

// Whether the first module has all that the page begins with: in our article what the address names, in another page what stands in it.
// It is only a guess at what is best fetched; what is missing comes later.
function beginsWithFirst() {
  const figures = [...document.querySelectorAll('activation-lab')];
  /** @param {Element} element */
  const link = (element) => element.getAttribute('link') || `figure=${element.getAttribute('figure') || ''}`;
  const links = OURS ? [location.hash.slice(1)] : figures.map(link);
  return links.every((link) => FIRST.includes(new URLSearchParams(link).get('figure') || FIRST[0]));
}

/** @param {string} name */
async function fetched(name) {
  const answer = await fetch(at(name));
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
  return answer;
}

/** @param {string} name */
const text = async (name) => (await fetched(name)).text();

// A worker's script must be of the page's own origin; that one may run another's.
function workerAddress() {
  const address = at('worker.js');
  if (new URL(address).origin === location.origin) return address;
  return URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(address)});`], { type: 'text/javascript' }));
}

// The worker's script and module, fetched when something is to be trained.
const training = {
  script: workerAddress,
  module: async () => (await fetched('trainer.wasm')).arrayBuffer(),
};

// What formulas are written in. The article's own style has it; any other page gets it here, and fetches it when it is needed.
const MATH_FONT = 'Activation Lab Math';
function addFont() {
  if ([...document.fonts].some(({ family }) => family.includes(MATH_FONT))) return;
  document.fonts.add(new FontFace(MATH_FONT, `url("${at('math.woff2')}")`, { display: 'swap' }));
}

// What is fetched when somebody asks for it.
const later = {
  share: () => run('share.js'),
  help: () => run('help.js'),
  sound: () => run('sound.js'),
  programs: async () => (await fetched('programs.json')).json(),
  teach: () => run('lesson.js'),
  // It works out figures of every kind.
  reading: () => runAll([...LONG, 'reading.js']),
  reader: async () => (await fetched('reading.wasm')).arrayBuffer(),
  lessons: async () => (await fetched('lessons.json')).json(),
  /** @param {string} id */
  lesson: async (id) => (await fetched(`lessons/${encodeURIComponent(id)}.json`)).json(),
  /** @param {string} id */
  worksheet: (id) => text(`lessons/${encodeURIComponent(id)}.html`),
  folder: at('.'),
};

async function begin() {
  const page = parsed();
  try {
    const [glue, scripts] = beginsWithFirst() ? [FIRST_GLUE, SCRIPTS] : [GLUE, [...SCRIPTS, ...LONG]];
    [glue, ...scripts].forEach(fetchAhead);
    const [wasm, css] = await Promise.all([wasmModule(glue), Promise.all(STYLES.map(text)), page.then(() => runAll(scripts))]);
    addFont();
    Object.assign(window.ActivationLab, { training, later });
    await window.ActivationLab.start(wasm, css.join(''), whole);
    if (window.ActivationLab.isHosted) hear().catch(console.error);
  } catch (error) {
    await page;
    window.ActivationLab.failed(error);
  }
}

// A second copy, from another address, leaves the page to the first: its scripts would take the place of those at work.
if (!window.ActivationLab.begun) {
  window.ActivationLab.begun = true;
  begin();
}
