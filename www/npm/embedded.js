// @ts-check
// Defines <activation-lab> from this file alone: the build puts all that it imports in the place of its imports.
import { init } from './element.js';
import { FONT, help, inflater, MODULE, PROGRAMS, share, sound, TRAINER } from './packed.js';

/** @param {string} letters */
const bytes = (letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));

// Older browsers have no stream for bare deflate.
/** @param {[letters: string, size: number]} packed @returns {Promise<ArrayBuffer>} */
async function unpacked([letters, size]) {
  let stream;
  try {
    stream = new DecompressionStream('deflate-raw');
  } catch {
    const made = /** @type {ActivationLab} */ ({});
    inflater(made);
    return made.inflate(bytes(letters), size).buffer;
  }
  return new Response(new Blob([bytes(letters)]).stream().pipeThrough(stream)).arrayBuffer();
}

export const ready = init({
  module: () => unpacked(MODULE),
  trainer: () => unpacked(TRAINER),
  font: () => bytes(FONT),
  share: async () => share(),
  help: async () => help(),
  sound: async () => sound(),
  programs: async () => JSON.parse(new TextDecoder().decode(await unpacked(PROGRAMS))),
});

// What went wrong stands in each element; whoever waits for `ready` hears of it too.
ready.catch(() => {});
