// @ts-check
// The lessons that there are, in the article.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node } = ActivationLab;
  const { words } = lesson.data;

  // So long an address of a worksheet is good: as long as it takes to be loaded.
  const KEPT_MS = 60000;

  // Those from files of the reader's own stand first, and have no worksheet: the command makes it.
  const own = node('div');
  lesson.relist = () => own.replaceChildren(...lesson.own.all().map((entry) => item(entry, [])));

  // A field of files, so that keys, a finger and a screen reader open one as well as a pointer that drops it.
  function chooser() {
    const input = node('input', { type: 'file', className: 'unseen', accept: '.md,.markdown,.txt,text/markdown,text/plain' });
    input.addEventListener('change', () => {
      const [file] = input.files || [];
      // The same file can be chosen again, when it has been mended.
      input.value = '';
      if (file) ActivationLab.lessons.read(file);
    });
    return node('p', { className: 'lesson-file' }, node('span', { textContent: words.ownSentence }), node('label', {}, words.ownFile, input));
  }

  /** @param {LessonEntry} entry @param {HTMLAnchorElement[]} papers */
  function item({ id, title, lead, minutes }, papers) {
    const address = `?lesson=${encodeURIComponent(id)}`;
    return node('article', { className: 'lesson-entry' },
      node('h3', {}, title, ' ', node('small', { textContent: ActivationLab.fill(words.minutes, { count: minutes }) })),
      ...lesson.prose(lead),
      node('p', { className: 'lesson-begin' }, way(title, words.begin, address), way(title, words.present, `${address}&present`), ...papers));
  }

  /** @param {string} title @param {string} text @param {string} href */
  const way = (title, text, href) => node('a', { textContent: text, href, attributes: { 'aria-label': `${text}: ${title}` } });

  lesson.list = async function (home) {
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
    const all = await ActivationLab.later.lessons();
    lesson.relist();
    home.append(own, ...all.map((entry) => item(entry, [paper(entry.id, way(entry.title, words.worksheet, '#lessons'))])), chooser());
  };
})();
