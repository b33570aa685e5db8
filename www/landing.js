// @ts-check
// Where links lead: to a figure in a state, which is brought into the window, or to a place in the text.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const root = document.documentElement;

  // A figure that is not drawn by then is gone to all the same.
  const PATIENCE_MS = 1000;

  // What stays free above or below a figure that is brought into the window.
  const MARGIN = 12;

  // In a frame the browser's own way to a fragment scrolls the pages around it, and in `srcdoc` it leads out of the frame.
  const isFramed = () => window !== window.parent || document.baseURI.split('#')[0] !== location.href.split('#')[0];

  // The one that the page opens with is a picture of its own: links lead to the figures of the text.
  const ofTheText = () => [...document.querySelectorAll('activation-lab')].filter((figure) => !figure.hasAttribute('data-opening'));

  // Gives a link's state to the figure that it names, or to the first, and returns that. A fragment without `=` is a place in the text.
  /** @param {string} link @param {(figure: LabElement) => void} load */
  const give = (ActivationLab.give = function (link, load) {
    const figures = ofTheText();
    const named = ActivationLab.wasm.figure_of(link);
    const chosen = figures.find((figure) => figure.figure === named) || figures[0];
    if (!chosen) return null;
    for (const figure of figures) figure.toggleAttribute('data-chosen', figure === chosen);
    if (!link.includes('=')) return null;
    load(chosen);
    if (named && chosen.figure !== named) {
      const known = ActivationLab.catalogue.figures.map((figure) => figure.id).join(', ');
      chosen.note([ActivationLab.fill(ActivationLab.words.noFigure, { name: named, known })]);
    }
    return chosen;
  });

  // Scrolls once: to the title, pictures and sentence if they fit, else to the pictures and the sentence, else to the first picture.
  /** @param {LabElement} figure */
  function land(figure) {
    const height = root.clientHeight;
    const { title, pictures, end, sticks } = figure.span;
    if (title >= 0 && end <= height) return;
    let by = pictures - MARGIN;
    if (end - title <= height) by = title - Math.min(MARGIN, height - (end - title));
    else if (sticks || end - pictures <= height) by = end - height;
    if (getComputedStyle(root).scrollBehavior === 'smooth') ActivationLab.glide();
    scrollBy({ top: by, behavior: 'auto' });
  }

  // Once it is drawn it has its size: nothing moves afterwards.
  /** @param {LabElement} figure */
  function landWhenDrawn(figure, then = () => {}) {
    let landed = false;
    const go = () => {
      if (landed) return;
      landed = true;
      land(figure);
      then();
    };
    figure.whenDrawn(go);
    setTimeout(go, PATIENCE_MS);
  }

  // A link of the text, with the way back to it.
  /** @param {string} link @param {HTMLElement} source */
  function follow(link, source) {
    const back = () => {
      source.focus({ preventScroll: true });
      const { top, bottom } = source.getBoundingClientRect();
      scrollBy({ top: (top + bottom - root.clientHeight) / 2, behavior: 'auto' });
    };
    const chosen = give(link, (figure) => figure.follow(link, (source.textContent || '').trim(), back));
    if (!chosen) return;
    // In a frame that has not the keys, the page around it keeps them.
    landWhenDrawn(chosen, () => document.hasFocus() && chosen.focusArrival());
  }

  /** @param {HTMLElement | null} place */
  function goTo(place) {
    if (!place) return;
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    scrollBy(0, place.getBoundingClientRect().top);
  }

  /** @param {string} address */
  function push(address) {
    try {
      history.pushState({ followed: true }, '', address);
    } catch {
      // The figure works all the same; only the address bar stays behind.
    }
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest('a[href^="#"]'));
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const fragment = (link.getAttribute('href') || '').slice(1);
    const isState = fragment.includes('=');
    const framed = isFramed();
    if (!isState && !framed) return;
    event.preventDefault();
    if (framed) ActivationLab.replaceAddress(`#${fragment}`);
    else push(`#${fragment}`);
    if (isState) follow(fragment, link);
    else goTo(document.getElementById(fragment));
  }

  // Back and Forward lead to where the reader was, and the browser scrolls there itself; an address that somebody typed leads to its figure.
  // What was asked for stands in the event: a figure that settles meanwhile writes its own state into the address.
  /** @param {HashChangeEvent} event */
  function onAddress({ newURL }) {
    const link = new URL(newURL).hash.slice(1);
    const chosen = give(link, (figure) => figure.load(link, true));
    if (chosen && !history.state) landWhenDrawn(chosen);
  }

  // Called before the elements exist.
  ActivationLab.watchLinks = function () {
    // Marks where the page was opened, for the way back to it.
    if (!isFramed()) ActivationLab.replaceAddress(location.href, { opened: true });
    document.addEventListener('click', onClick);
    addEventListener('hashchange', onAddress);
  };

  // Called when the elements have come to life: a link into the middle of the page opens there, at once, also in a frame that is out of sight.
  ActivationLab.openLink = function () {
    if (!ActivationLab.isOurs) return;
    const link = location.hash.slice(1);
    const chosen = give(link, (figure) => figure.load(link, true));
    if (chosen) ActivationLab.reveal(chosen, 'instant');
    ActivationLab.lessons.begin();
  };
})();
