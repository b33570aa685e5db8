// @ts-check
// The figure as an anywidget: in Jupyter and its kin the state is a model that Python has too.
import { ready } from './embedded.js';

/** @param {unknown} value */
const text = (value) => (Array.isArray(value) ? value.join() : String(value ?? ''));

// A control's value as Python has it; a state says only what is not the factory's.
/** @param {Control} control @param {string | null} said */
function valued({ kind }, said) {
  if ('Number' in kind) return said === null ? kind.Number.default : Number(said);
  if ('Switch' in kind) return said === null ? kind.Switch.default : said === 'true';
  if ('Choice' in kind) return said ?? kind.Choice.options[kind.Choice.default][0];
  return said ?? kind.Activations.default;
}

// What is pressed in a figure means nothing to the notebook around it, whose letters cut and insert cells. With Ctrl, Alt or ⌘ it is the notebook's.
/** @param {KeyboardEvent} event */
function keep(event) {
  if (!event.ctrlKey && !event.altKey && !event.metaKey) event.stopPropagation();
}

/** @param {{ model: WidgetModel, el: HTMLElement }} view */
async function render({ model, el }) {
  await ready;
  const { wasm, catalogue } = window.ActivationLab;
  const element = document.createElement('activation-lab');
  // A notebook cuts off what reaches out of an output, as the ring around what has the focus would.
  element.style.margin = '4px';
  // What the model is told by this figure at the moment: that is no wish.
  let telling = '';
  const stop = new AbortController();
  const link = () => wasm.address(element.figure, element.state);
  // The controls that the model has by name, such as `depth`.
  const ids = new Set(catalogue.figures.flatMap(({ controls }) => controls.map(({ id }) => id)));
  const own = [...ids].filter((id) => model.get(id) !== undefined);

  /** @param {string} name @param {() => void} action */
  function follow(name, action) {
    model.on(`change:${name}`, action);
    stop.signal.addEventListener('abort', () => model.off(`change:${name}`, action));
    action();
  }

  /** @param {string} name @param {string | null} value */
  function say(name, value) {
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }

  // JupyterLab says on its body whether it is light; elsewhere the figure follows the reader's system.
  function dress() {
    const { jpThemeLight } = document.body.dataset;
    say('theme', text(model.get('theme')) || (jpThemeLight ? (jpThemeLight === 'true' ? 'light' : 'dark') : null));
  }

  /** @param {string} name @param {unknown} value */
  function tell(name, value) {
    if (text(model.get(name)) === text(value)) return;
    telling = name;
    model.set(name, value);
    telling = '';
  }

  /** @param {string} name */
  function heed(name) {
    follow(name, () => {
      if (telling !== name) say(name, text(model.get(name)));
    });
  }

  // What the model says of the figure beside its link, each an attribute of the element.
  catalogue.shown.filter((name) => name !== 'link').forEach(heed);
  follow('link', () => {
    const wish = text(model.get('link')).replace(/^[^#]*#/, '');
    if (wish === link()) return;
    const figure = wasm.figure_of(wish);
    if (figure) say('figure', figure);
    element.load(wish);
  });
  follow('theme', dress);
  follow('height', () => {
    const height = model.get('height');
    element.style.height = height ? `${height}px` : '';
  });

  const look = new MutationObserver(dress);
  look.observe(document.body, { attributeFilter: ['data-jp-theme-light'] });
  stop.signal.addEventListener('abort', () => look.disconnect());

  // The state as soon as it rests, its numbers when they are there.
  element.addEventListener('activation-lab-change', () => {
    tell('link', link());
    tell('plots', new URLSearchParams(link()).get('plots') || '');
    const controls = catalogue.figures.find(({ id }) => id === element.figure)?.controls || [];
    for (const name of own) {
      const control = controls.find(({ id }) => id === name);
      tell(name, control ? valued(control, element.getAttribute(name)) : null);
    }
    model.save_changes();
    element.whenDrawn(() => {
      if (stop.signal.aborted) return;
      model.set('measures', element.measures);
      model.set('notes', element.notes);
      model.save_changes();
    });
  }, { signal: stop.signal });

  for (const type of /** @type {const} */ (['keydown', 'keyup'])) el.addEventListener(type, keep, { signal: stop.signal });
  el.append(element);
  // Said of the state that the link is: a figure that is open hears them one by one.
  own.forEach(heed);
  return () => {
    stop.abort();
    element.remove();
  };
}

// A model that comes waits for the module already: its first view has it then.
async function initialize() {
  await ready;
}

export default { initialize, render };
