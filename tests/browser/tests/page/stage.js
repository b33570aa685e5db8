// Every named scene in boxes of these sizes: what is seen of it, and how large. `argument` lists figures and names of scenes.

// Width, height, theme, and which part of the height a plot by itself has at least.
const SIZES = [
  [700, 420, 'light', 0.5],
  [360, 640, 'light', 0.3],
  [960, 700, 'projector', 0.6],
  [1024, 768, 'projector', 0.6],
  [1280, 720, 'projector', 0.6],
  [1920, 1080, 'projector', 0.6],
];

// Whoever is reached by Tab; of radio buttons with one name one is.
function stops(root) {
  const seen = [...root.querySelectorAll('button, input, summary, textarea, [tabindex="0"]')]
    .filter((part) => part.tabIndex >= 0 && !part.disabled && part.getClientRects().length && !part.closest('details:not([open]) > :not(summary)'));
  const groups = seen.filter((part) => part.type === 'radio').map((part) => part.name);
  return seen.filter((part) => part.type !== 'radio').length + new Set(groups).size;
}

function faults(win, figure, theme, least) {
  const page = win.document.documentElement;
  const [width, height] = [win.innerWidth, win.innerHeight];
  const said = [];
  const sure = (truth, what) => truth || said.push(what);
  const seen = (selector) => every(figure, selector).filter((part) => part.getClientRects().length && !part.closest('details:not([open]) > :not(summary)'));
  const box = (part) => part.getBoundingClientRect();
  sure(page.scrollHeight <= height && page.scrollWidth <= width, `it scrolls: ${page.scrollWidth} × ${page.scrollHeight}`);
  const plots = seen('canvas').map((canvas) => box(canvas).height / height);
  // Two share what one has.
  const share = plots.length > 1 ? Math.min(0.5, least === 0.3 ? least / 2 : least) : least;
  sure(plots.length > 0 && plots.every((part) => part >= share), `plots of ${plots.map((part) => Math.round(100 * part))} % of the height`);
  sure(seen('input[type=range]').length === 1, `${seen('input[type=range]').length} sliders`);
  sure(seen('.sentence').length === 1 && seen('.sentence')[0].textContent.length > 20, 'the sentence');
  for (const part of seen('h3, .sentence, input, button, canvas')) {
    const { left, right, top, bottom } = box(part);
    sure(left >= 0 && right <= width + 0.5 && top >= 0 && bottom <= height + 0.5, `${part.className || part.tagName} is cut off`);
    sure(part.tagName === 'INPUT' || part.scrollWidth <= part.clientWidth + 1, `${part.className || part.tagName} runs over`);
  }
  sure(stops(figure.shadowRoot) <= 12, `${stops(figure.shadowRoot)} stops`);
  // Nobody can ask what has scaled the frame.
  sure(seen('canvas').every((canvas) => canvas.width >= 1.99 * canvas.clientWidth), 'the sharpness');
  if (theme === 'projector' && plots.length === 1) {
    const sizes = seen('h3, .sentence, label, .value').map((part) => parseFloat(win.getComputedStyle(part).fontSize));
    // A hundredth of a pixel is rounding.
    sure(sizes.every((size) => size >= height / 25 - 0.01), `letters of ${Math.min(...sizes)} px`);
  }
  return said;
}

const found = [];
for (const [width, height, theme, least] of SIZES) {
  const frame = frameOf({ src: new URL(`activation-lab.html?ui=min&theme=${theme}`, location.href) }, { inset: 'auto', top: 0, left: 0, width: `${width}px`, height: `${height}px` });
  const win = await started(frame);
  await until('the page to be there', () => win.document.readyState === 'complete');
  for (const [name, scene] of argument) {
    const before = win.document.querySelector(`activation-lab[figure=${name}]`).state;
    win.location.hash = `figure=${name}&v=2&scene=${scene}`;
    const figure = await until(`${name} to be chosen`, () => win.document.querySelector(`activation-lab[figure=${name}][data-chosen]`));
    await until(`${scene} of ${name}`, () => figure.state !== before);
    await new Promise((done) => win.requestAnimationFrame(() => figure.whenDrawn(() => win.requestAnimationFrame(done))));
    for (const fault of faults(win, figure, theme, least)) found.push(`${width} × ${height}: ${name}, ${scene}: ${fault}`);
  }
  frame.remove();
}
same(found, [], 'faults');
