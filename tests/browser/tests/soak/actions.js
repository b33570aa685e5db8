// What a restless person does with the article, from a seed: the same seed, the same actions.
(() => {
  const TAG = 'activation-lab';
  const names = [...document.querySelectorAll(TAG)].map((element) => element.figure);
  const places = [...document.querySelectorAll(TAG)].map((element) => element.parentNode);
  let random = Math.random;
  let frames = 0;
  const count = () => {
    frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);

  // Mulberry32, a small generator of good standing.
  const seeded = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(random() * n);
  const any = (list) => list[below(list.length)];
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  const parts = (element, selector) => [...(element.shadowRoot ? element.shadowRoot.querySelectorAll(selector) : [])];

  // A fresh element in the place of what was there.
  function replace(index) {
    const fresh = document.createElement(TAG);
    fresh.setAttribute('figure', names[index]);
    const old = soak.figures[index];
    if (old && old.parentNode) old.replaceWith(fresh);
    else places[index].append(fresh);
    soak.figures[index] = fresh;
  }

  const ACTIONS = {
    slide(element) {
      const slider = any(parts(element, 'input[type=range]:enabled'));
      if (!slider) return;
      // The far ends of depth and width take seconds; most hands stay below.
      const [low, high] = [Number(slider.min), Number(slider.max)];
      slider.value = low + (high - low) * random() ** 2;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    },
    press(element) {
      const button = any(parts(element, '.transport button:enabled, .actions button:enabled, .reset, summary, .tabs button'));
      if (button) button.click();
    },
    choose(element) {
      const box = any(parts(element, '.controls input[type=checkbox]:enabled, .controls input[type=radio]:enabled'));
      if (box) box.click();
    },
    attribute(element) {
      element.setAttribute('activation', any(['relu', 'tanh', 'sigmoid', 'gelu', 'elu', 'no such thing']));
    },
    reset(element) {
      if (element.isConnected) element.reset();
    },
    remove(element) {
      element.remove();
    },
    insert(element, index) {
      if (!element.isConnected) places[index].append(element);
    },
    move(element, index) {
      places[index].append(element);
    },
    replace(element, index) {
      replace(index);
    },
    theme() {
      const theme = any([...document.querySelectorAll('#theme input')]);
      if (theme) theme.click();
    },
    size() {
      document.body.style.maxWidth = any(['', '40rem', '24rem', '70rem']);
    },
    print() {
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
    },
    sight(element) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
    },
  };
  // Sliders are what people move.
  const KINDS = [...Object.keys(ACTIONS), 'slide', 'slide', 'slide', 'slide', 'sight', 'sight', 'press', 'insert'];

  soak.figures = [...document.querySelectorAll(TAG)];

  soak.begin = (seed) => {
    random = seeded(seed);
  };

  // So many actions, each seen for a frame; how many actions and frames there were.
  soak.act = async (actions) => {
    frames = 0;
    for (let done = 0; done < actions; done += 1) {
      const index = below(soak.figures.length);
      const element = soak.figures[index];
      ACTIONS[any(KINDS)](element, index);
      await frame();
    }
    return [actions, frames];
  };

  // Every figure as it was at first, at rest; so that what is left over is left over.
  soak.rest = async () => {
    document.body.style.maxWidth = '';
    document.querySelector('#theme input').click();
    for (let index = 0; index < soak.figures.length; index += 1) {
      replace(index);
      soak.figures[index].scrollIntoView({ block: 'center', behavior: 'instant' });
      const said = () => parts(soak.figures[index], '.sentence').some((part) => part.textContent.length > 20);
      while (!said() || soak.figures[index].hasAttribute('data-waiting')) await frame();
    }
    scrollTo({ top: 0, behavior: 'instant' });
    // Longer than the quiet time after which a state is written to the address.
    await new Promise((go) => setTimeout(go, 1000));
    const figures = document.querySelectorAll(TAG).length;
    return { figures, workers: soak.workers, memory: soak.memory.buffer.byteLength, errors: soak.errors };
  };
})();
