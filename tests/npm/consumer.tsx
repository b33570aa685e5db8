// A program that uses the types of the package. Where a mistake is expected, the compiler has to find one.
import { ready, type ActivationLabElements, type Change, type Figure, type Measure } from 'activation-lab';
import { init, ActivationLabElement } from 'activation-lab/element';
import { ready as embedded } from 'activation-lab/embedded';
import widget from 'activation-lab/anywidget';

const found = document.querySelector('activation-lab')!;
const made: ActivationLabElement = document.createElement('activation-lab');
found.depth = 20;
found.depth = '20';
found.activation = null;
found.figure = 'decay';
const depth: string | null = made.depth;
const state: string = made.state;
made.state = 'depth=20';
made.load('depth=30');
made.whenDrawn(() => made.play());
const numbers: (number | string | null)[] = made.measures.map((measure: Measure) => measure.value);
made.addEventListener('activation-lab-change', (event) => {
  const { figure, state }: Change = event.detail;
  console.log(figure, state, depth, numbers);
});
addEventListener('activation-lab-change', ({ detail }) => console.log(detail.figure));
made.addEventListener('click', (event) => event.clientX);

ready.then((Lab) => Lab && new Lab() instanceof HTMLElement);
embedded.then((Lab) => Lab?.name);
init({ module: new URL('a.wasm', 'https://example.org'), trainer: 'b.wasm', worker: '/worker.js', font: new Uint8Array(4) });
init({ module: fetch('a.wasm') });
const figure: Figure = 'curves';
const model = { get: (name: string) => name, set() {}, save_changes() {}, on() {}, off() {} };
widget.render({ model, el: document.body }).then((clean) => clean());

const shown = <activation-lab figure="decay" depth={20} theme="dark" plots="gradient" style="height: 420px">a chain</activation-lab>;
const some: ActivationLabElements['activation-lab'] = { figure, after: 'pre' };
console.log(shown, some, state);

// @ts-expect-error: no such property
made.dept = 20;
// @ts-expect-error: an object is no value of a control
made.depth = { layers: 20 };
// @ts-expect-error: the numbers are told, not set
made.measures = [];
// @ts-expect-error: no such figure
const wrong: Figure = 'decoy';
// @ts-expect-error: no such theme
const coloured = <activation-lab theme="red" />;
// @ts-expect-error: no such attribute
const misspelled = <activation-lab dept="20" />;
// @ts-expect-error: a module is needed
init({ trainer: 'b.wasm' });
// @ts-expect-error: a view needs a place
widget.render({ model });
console.log(wrong, coloured, misspelled);
