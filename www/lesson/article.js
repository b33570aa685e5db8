// @ts-check
// A question in the article: a card over what stands below the picture, so that nothing of the text moves, and nothing of it tells the answer.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node } = ActivationLab;

  lesson.predict = function (element, button, signal) {
    const { ask: words, article } = lesson.data;
    const question = article[element.figure];
    const figure = /** @type {HTMLElement} */ (button.closest('.lab'));
    if (!question || figure.hasAttribute('data-asking')) return;
    ActivationLab.addKeys([{ where: 'question', id: 'leave', keys: ['Escape'], what: words.leave, place: ActivationLab.words.predict }]);
    const before = element.state;
    const asked = lesson.question(question, element, { presenter: false, onstate: () => {} });
    const leave = node('button', { type: 'button', className: 'leave', textContent: words.leave });
    const card = node('div', { className: 'asked', attributes: { role: 'group', 'aria-label': ActivationLab.words.predict } }, ...lesson.prose(question.ask), asked.node, leave);
    const ended = new AbortController();

    function end() {
      if (ended.signal.aborted) return;
      ended.abort();
      card.remove();
      figure.removeAttribute('data-asking');
      button.removeAttribute('aria-expanded');
      asked.end();
      if (signal.aborted) return;
      element.load(before);
      button.focus({ preventScroll: true });
    }

    leave.addEventListener('click', end);
    card.addEventListener('keydown', (event) => {
      // Keys that are meant here are no keys of the page.
      event.stopPropagation();
      if (ActivationLab.key('question', event) === 'leave') end();
    });
    signal.addEventListener('abort', end, { signal: ended.signal });
    ActivationLab.adopt(/** @type {ShadowRoot} */ (figure.getRootNode()), lesson.css);
    element.pause();
    element.load(question.scene);
    figure.toggleAttribute('data-asking', true);
    button.setAttribute('aria-expanded', 'true');
    /** @type {Element} */ (button.closest('.under')).append(card);
    asked.begin();
    const first = /** @type {HTMLElement | null} */ (card.querySelector('input'));
    first?.focus({ preventScroll: true });
    element.whenDrawn(() => ActivationLab.reveal(card, 'smooth'));
  };
})();
