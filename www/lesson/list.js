// @ts-check
// The lessons that there are, in the article.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node } = ActivationLab;
  const { words } = lesson.data;

  // So long an address of a worksheet is good: as long as it takes to be loaded.
  const KEPT_MS = 60000;

  lesson.list = async function (home) {
    /** @param {LessonEntry} entry */
    const item = ({ id, title, lead, minutes }) => {
      /** @param {string} text @param {string} href */
      const way = (text, href) => node('a', { textContent: text, href, attributes: { 'aria-label': `${text}: ${title}` } });
      return node('article', { className: 'lesson-entry' },
        node('h3', {}, title, ' ', node('small', { textContent: ActivationLab.fill(words.minutes, { count: minutes }) })),
        ...lesson.prose(lead),
        node('p', { className: 'lesson-begin' }, way(words.begin, `?lesson=${id}`), way(words.present, `?lesson=${id}&present`), paper(id, way(words.worksheet, '#lessons'))));
    };
    // The site has its own page for it; the single file makes one.
    /** @param {string} id @param {HTMLAnchorElement} link */
    const paper = (id, link) => {
      const { folder } = ActivationLab.later;
      link.target = '_blank';
      if (folder) link.href = `${folder}lessons/${id}.html`;
      else link.addEventListener('click', async (event) => {
        event.preventDefault();
        // Opened at once: a window that opens later is one that nobody asked for.
        const page = window.open('', '_blank');
        const address = URL.createObjectURL(new Blob([await ActivationLab.later.worksheet(id)], { type: 'text/html' }));
        if (!page) return;
        page.location.href = address;
        setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
      });
      return link;
    };
    home.append(...(await ActivationLab.later.lessons()).map(item));
  };
})();
