// Module, trainer and font become files beside the bundle; esbuild tells their names.
import { init } from 'activation-lab/element';
import module from 'activation-lab/activation-lab.wasm';
import trainer from 'activation-lab/trainer.wasm';
import font from 'activation-lab/math.woff2';

const beside = (name) => new URL(name, import.meta.url);
init({ module: beside(module), trainer: beside(trainer), font: beside(font) });
