// @ts-check
// A question in the article: a card over what stands below the picture, so that nothing of the text moves, and nothing of it tells the answer.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node } = ActivationLab;

  // What the article says after a figure, up to the next heading: it may be the answer.
  /** @param {Element} element */
  function following(element) {
    /** @type {Element[]} */
    const found = [];
    for (let next = element.nextElementSibling; next && !next.matches('h1, h2, h3, activation-lab'); next = next.nextElementSibling) found.push(next);
    return found;
  }

  lesson.predict = function (element, button, signal) {
    const { ask: words, article } = lesson.data;
    const question = article[element.figure];
    const figure = /** @type {HTMLElement} */ (button.closest('.lab'));
    if (!question || figure.hasAttribute('data-asking')) return;
    ActivationLab.addKeys([{ where: 'question', id: 'leave', keys: ['Escape'], what: words.leave, place: ActivationLab.words.predict }]);
    const before = element.state;
    const said = following(element);
    const tell = () => said.forEach((part) => part.removeAttribute('inert'));
    const asked = lesson.question(question, element, { presenter: false, onstate: ({ state }) => state === 'revealed' && tell() });
    const leave = node('button', { type: 'button', className: 'leave', textContent: words.leave });
    const card = node('div', { className: 'asked', attributes: { role: 'group', 'aria-label': ActivationLab.words.predict } }, ...lesson.prose(question.ask), asked.node, leave);
    const ended = new AbortController();

    // What is behind the card is out of reach as well.
    const behind = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll('.legend, .zoom, .ways, .sound, .player, .controls, .readouts, .disclosures')]);

    function end(keeps = false) {
      if (ended.signal.aborted) return;
      ended.abort();
      behind.forEach((part) => part.removeAttribute('inert'));
      tell();
      card.remove();
      figure.removeAttribute('data-asking');
      button.removeAttribute('aria-expanded');
      asked.end();
      // Out of the page, it goes on there as it was before; another figure in its place has a state of its own.
      if (!keeps && !(signal.aborted && element.isConnected)) element.load(before);
      // The button comes back with the figure as it was.
      if (!signal.aborted && !keeps) element.whenDrawn(() => button.focus({ preventScroll: true }));
    }

    leave.addEventListener('click', () => end());
    // A link of the text leads to what it says, and the question is over.
    element.addEventListener('activation-lab-change', () => {
      if (element.isConnected && element.state !== scene) end(true);
    }, { signal: ended.signal });
    card.addEventListener('keydown', (event) => {
      // Keys that are meant here are no keys of the page, but for the one that lists them all.
      if (ActivationLab.key('page', event) !== 'list') event.stopPropagation();
      if (ActivationLab.key('question', event) === 'leave') end();
    });
    signal.addEventListener('abort', () => end(), { signal: ended.signal });
    ActivationLab.adopt(/** @type {ShadowRoot} */ (figure.getRootNode()), lesson.css);
    element.pause();
    element.load(question.scene);
    const scene = element.state;
    figure.toggleAttribute('data-asking', true);
    button.setAttribute('aria-expanded', 'true');
    /** @type {Element} */ (button.closest('.under')).append(card);
    [...behind, ...said].forEach((part) => part.toggleAttribute('inert', true));
    asked.begin();
    element.whenDrawn(() => {
      if (ended.signal.aborted) return;
      /** @type {HTMLElement | null} */ (card.querySelector('input'))?.focus({ preventScroll: true });
      ActivationLab.reveal(card, 'smooth');
    });
  };
})();
