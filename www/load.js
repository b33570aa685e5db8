// Starts the page from its separate files; the single-file build has a loader of its own.
import init, * as wasm from './activation_lab.js';

// In this order: each file adds to what the ones before it made.
const SCRIPTS = ['activation-lab.js', 'controls.js', 'chooser.js', 'page.js', 'panels.js', 'player.js', 'shell.js', 'trainer.js', 'errands.js'];

// What figures look like inside.
const STYLES = ['figure.css', 'screens.css'];

function load(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL(name, import.meta.url);
    // Fetched side by side, run one after the other.
    script.async = false;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${name} could not be loaded`));
    document.head.append(script);
  });
}

async function fetched(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
  return answer;
}

const text = async (name) => (await fetched(name)).text();

// The worker's script and module, fetched when something is to be trained.
const training = {
  script: () => new URL('worker.js', import.meta.url),
  module: async () => (await fetched('trainer.wasm')).arrayBuffer(),
};

try {
  const [css] = await Promise.all([Promise.all(STYLES.map(text)), init(), ...SCRIPTS.map(load)]);
  window.ActivationLab.training = training;
  window.ActivationLab.start(wasm, css.join(''));
} catch (error) {
  if (window.ActivationLab && window.ActivationLab.failed) window.ActivationLab.failed(error);
  else console.error(error);
}
