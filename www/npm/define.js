// @ts-check
// Defines <activation-lab>, with files that stand beside this one. Each address is one literal expression: by those, bundlers know what to take along.
import { init } from './element.js';

export const ready = init({
  module: new URL('./activation-lab.wasm', import.meta.url),
  trainer: new URL('./trainer.wasm', import.meta.url),
  worker: new URL('./worker.js', import.meta.url),
  font: new URL('./math.woff2', import.meta.url),
});

// What went wrong stands in each element; whoever waits for `ready` hears of it too.
ready.catch(() => {});
