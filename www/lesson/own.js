// @ts-check
// Lessons from files of the reader's own. They are kept in this tab, also when it is loaded anew, where the browser allows that.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson } = ActivationLab;

  const KEPT = 'activation-lab-lessons';

  /** @returns {LessonData[]} */
  function kept() {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT) || '[]');
    } catch {
      return [];
    }
  }

  /** @type {Map<string, LessonData>} */
  const all = new Map(kept().map((data) => [data.id, data]));

  lesson.own = {
    get: (id) => all.get(id),
    all: () => [...all.values()].reverse(),
    put(data) {
      all.delete(data.id);
      all.set(data.id, data);
      try {
        sessionStorage.setItem(KEPT, JSON.stringify([...all.values()]));
      } catch {
        // Until the page is left, then.
      }
      lesson.relist();
    },
  };
})();
