// @ts-check
// The way into lessons and out of them. What tells one is fetched when it is asked for, by the address or by a link of the article, which stays as it is behind it.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const root = document.documentElement;

  // A lesson in the query of an address: `?lesson=freeze&step=3`, and `&present` for a lecture.
  /** @param {string} search @returns {LessonPlace | null} */
  function asked(search) {
    const query = new URLSearchParams(search);
    const id = query.get('lesson');
    return id ? { id, step: Number(query.get('step')) || 1, present: query.has('present') } : null;
  }

  // The query with that lesson, or with none; all else in it stays.
  /** @param {LessonPlace | null} place */
  function search(place) {
    const query = new URLSearchParams(location.search);
    ['lesson', 'step', 'present'].forEach((name) => query.delete(name));
    if (place) query.set('lesson', place.id);
    if (place && place.step > 1) query.set('step', String(place.step));
    if (place && place.present) query.set('present', '');
    const text = query.toString().replace(/=(?=&|$)/g, '');
    return text && `?${text}`;
  }

  let scrolled = 0; // where the article was left
  let focused = /** @type {Element | null} */ (null);

  // The article makes room, and comes back as it was.
  /** @param {boolean} isOpen */
  function makeRoom(isOpen) {
    if (isOpen === root.hasAttribute('data-lesson')) return;
    if (isOpen) [scrolled, focused] = [scrollY, document.activeElement];
    root.toggleAttribute('data-lesson', isOpen);
    scrollTo({ top: isOpen ? 0 : scrolled, behavior: /** @type {ScrollBehavior} */ ('instant') });
    if (!isOpen) /** @type {HTMLElement | null} */ (focused)?.focus({ preventScroll: true });
  }

  let turn = 0; // whoever has gone on meanwhile is not led back

  /** @param {LessonPlace | null} place */
  async function show(place) {
    const mine = ++turn;
    makeRoom(Boolean(place));
    if (!place && !ActivationLab.lesson) return;
    try {
      if (!ActivationLab.lesson) await ActivationLab.later.teach();
      if (mine === turn) await ActivationLab.lesson.show(place);
    } catch (error) {
      console.error(error);
      if (mine !== turn) return;
      makeRoom(false);
      fail(error);
    }
  }

  const home = () => document.getElementById('lesson-list');

  // Where the lessons are listed it is said that one could not be opened.
  /** @param {unknown} error */
  function fail(error) {
    const list = home();
    if (!list) return;
    const text = error instanceof Error ? error.message : String(error);
    list.prepend(ActivationLab.node('p', { textContent: text, attributes: { role: 'alert' } }));
    list.scrollIntoView();
  }

  // Without this the browser would leave the page for a file that is dropped. What makes a lesson of it is fetched when one is over the page.
  // A picture of the page that is dragged about is called a file too.
  /** @param {DragEvent} event */
  function hold(event) {
    const { types = [], files = [] } = event.dataTransfer || {};
    if (!types.includes('Files') || types.includes('text/html')) return;
    event.preventDefault();
    ActivationLab.lessons.read(event.type === 'drop' ? files[0] : undefined);
  }

  ActivationLab.lessons = {
    // Opens a lesson, or goes to another place of it.
    go(place, isNew) {
      const address = location.pathname + search(place) + location.hash;
      if (isNew) ActivationLab.pushAddress(address, { lesson: true });
      else ActivationLab.replaceAddress(address);
      return show(place);
    },
    async read(file) {
      try {
        if (!ActivationLab.reading) await ActivationLab.later.reading();
        if (file) ActivationLab.reading.open(file);
        else ActivationLab.reading.dragover();
      } catch (error) {
        if (file) fail(error);
      }
    },
    leave() {
      if (history.state && history.state.lesson) history.back();
      else ActivationLab.lessons.go(null, false);
    },
    // Called when the elements have come to life.
    begin() {
      addEventListener('dragover', hold);
      addEventListener('drop', hold);
      addEventListener('popstate', () => show(asked(location.search)));
      document.addEventListener('click', (event) => {
        const link = /** @type {Element} */ (event.target).closest('a[href^="?lesson="]');
        const place = link && asked(link.getAttribute('href') || '');
        if (!place || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        ActivationLab.lessons.go(place, !root.hasAttribute('data-lesson'));
      });
      const list = home();
      const near = new IntersectionObserver(async (entries) => {
        if (!entries[entries.length - 1].isIntersecting) return;
        near.disconnect();
        try {
          if (!ActivationLab.lesson) await ActivationLab.later.teach();
          await ActivationLab.lesson.list(/** @type {HTMLElement} */ (list));
        } catch (error) {
          // Without a network now, perhaps with one later.
          console.error(error);
          addEventListener('online', () => near.observe(/** @type {HTMLElement} */ (list)), { once: true });
        }
      }, { rootMargin: '100%' });
      if (list) near.observe(list);
      return show(asked(location.search));
    },
  };
})();
