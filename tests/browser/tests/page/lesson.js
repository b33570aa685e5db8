// A lesson for these tests, and what they ask of it. `argument` is theirs.

const p = (...children) => ({ tag: 'p', children });
const goal = (condition, impossible) => ({
  conditions: [condition], words: condition, witness: null, impossible, why: [p('That is why.')],
});
const step = (id, scene, figure, rest) => ({ id, title: `Step ${id}`, scene: `figure=${figure}&v=2&${scene}`, figure, text: [p(`Text of ${id}.`)], notes: [p(`Note of ${id}.`)], minutes: 2, question: null, goal: null, ...rest });
const question = {
  kind: 'choose', ask: [p('Which one?')], measure: null, plot: null, series: null, from: null, to: null, reveal: null, why: [p('Because.')],
  options: ['one', 'two', 'three'].map((text, index) => ({ text: [text], right: index === 1 })),
};
const LESSON = {
  id: 'test', language: 'en', title: 'A lesson', lead: [p('Lead.')], minutes: 10,
  steps: [
    step('slope', 'x=0&plots=slopes&controls=x', 'curves', {
      text: [p('Go to ', { tag: 'a', href: '#figure=curves&v=2&x=2', children: ['x = 2'] }, '.')], goal: goal('slope_1 < 0.02', null),
    }),
    step('vote', 'depth=6&plots=gradient&controls=none&parts=title', 'decay', { text: [], question }),
    step('never', 'depth=6&plots=gradient&controls=depth', 'decay', { goal: goal('gradient_1 > 5', { claim: 'none' }) }),
    step('end', 'plots=slopes&controls=x', 'curves', {}),
  ],
};

const first = (selector) => document.querySelector(selector);
const until = async (what, holds) => {
  for (let turn = 0; turn < 1200; turn += 1) {
    const seen = await holds();
    if (seen) return seen;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error(`waited in vain for ${what}: ${first('.lesson')?.innerText.slice(0, 300)}`);
};
const same = (is, wanted, what) => {
  if (JSON.stringify(is) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
};
const scene = () => first('.lesson activation-lab');
const drawn = async () => {
  await new Promise((go) => requestAnimationFrame(go));
  await until('the figure', () => !scene().hasAttribute('data-waiting'));
  await new Promise((go) => scene().whenDrawn(() => requestAnimationFrame(() => requestAnimationFrame(go))));
};
const open = async (place = {}) => {
  ActivationLab.later.lesson = async (id) => {
    if (id === 'test') return LESSON;
    throw new Error('none');
  };
  await ActivationLab.lessons.go({ id: 'test', step: 1, present: false, ...place }, true);
  await until('a lesson', () => first('.lesson'));
  await drawn();
};
const button = (text) => [...document.querySelectorAll('.lesson button')].find((one) => one.textContent === text && one.getClientRects().length);
const heading = () => first('.lesson h1').textContent;
// As a key arrives at what has the focus, through the shadow trees.
const press = (key, at = document.activeElement) => {
  while (at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  return at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
};
// What is wrong in the end, by `look(sure)`: a figure that has another box is arranged in a later frame.
const faults = async (where, look) => {
  let found = [];
  for (let turn = 0; turn < 60; turn += 1) {
    found = [];
    look((truth, what) => truth || found.push(`${where}: ${what}`));
    if (!found.length) break;
    await new Promise((go) => setTimeout(go, 50));
  }
  return found;
};
// What is wrong with the steps of the lessons in `argument`, one after the other, by `look`; `goOn` may look again at one.
const walked = async (present, look, goOn = () => []) => {
  await ActivationLab.modules.whole();
  const found = [];
  for (const id of argument) {
    const { steps } = await ActivationLab.later.lesson(id);
    for (let step = 1; step <= steps.length; step += 1) {
      await ActivationLab.lessons.go({ id, step, present }, false);
      await drawn();
      await drawn();
      found.push(...await faults(`${id} ${step}`, look), ...await goOn(`${id} ${step}`, steps[step - 1]));
    }
  }
  return found;
};
