// @ts-check
// A lesson's texts as nodes. Nothing of them becomes markup.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node } = ActivationLab;

  // A link to a state changes the figure beside the text; any other leads out of the page.
  lesson.prose = function (parts, follow = () => {}) {
    return parts.map((part) => {
      if (typeof part === 'string') return document.createTextNode(part);
      const made = node(part.tag, {}, ...lesson.prose(part.children, follow));
      if (part.tag === 'a') lead(/** @type {HTMLAnchorElement} */ (made), part.href || '', follow);
      return made;
    });
  };

  /** @param {HTMLAnchorElement} link @param {string} href @param {(link: string) => void} follow */
  function lead(link, href, follow) {
    link.href = href;
    if (!href.startsWith('#')) return Object.assign(link, { target: '_blank', rel: 'noopener' });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      follow(href.slice(1));
    });
  }

  // The words alone.
  lesson.spoken = (parts) => parts.map((part) => (typeof part === 'string' ? part : lesson.spoken(part.children))).join('');
})();
