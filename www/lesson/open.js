// @ts-check
// Opens a lesson over the article, goes from step to step, and closes it.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson } = ActivationLab;
  const { words } = lesson.data;

  /** @type {Map<string, Promise<Course>>} */
  const courses = new Map();
  let open = /** @type {{ place: LessonPlace, view: LessonView, title: string, data: LessonData } | null} */ (null);
  let asked = 0; // which call is the latest

  ActivationLab.adopt(document, lesson.css);

  /** @param {LessonQuestion | null} question */
  const none = (question) => (question ? question.options.map(() => 0) : []);
  /** @param {LessonData} data @returns {Course} */
  const begin = (data) => ({
    data,
    votes: data.steps.map(({ question }) => [none(question), none(question)]),
    reached: new Set(),
    begun: performance.now(),
  });

  // One of the page's, or one of the reader's own, which takes no name that the page has: of two files of lessons in one tab each tells its own.
  /** @param {string} id */
  async function found(id) {
    const own = lesson.own.get(id);
    const ours = own ? await ActivationLab.later.lessons().catch(() => []) : [];
    return own && !ours.some((entry) => entry.id === id) ? own : ActivationLab.later.lesson(id);
  }

  /** @param {string} id */
  function fetched(id) {
    const coming = courses.get(id) || found(id).then(begin);
    courses.set(id, coming);
    coming.catch(() => courses.delete(id));
    return coming;
  }

  function close() {
    if (!open) return;
    open.view.close();
    open.view.node.remove();
    document.title = open.title;
    open = null;
  }

  // A lesson from a file of the reader's own opens. Where it is open, what it was before gives way, and it goes on at its step.
  lesson.keep = function (data) {
    lesson.own.put(data);
    courses.set(data.id, Promise.resolve(begin(data)));
    const before = open && open.place.id === data.id ? open : null;
    if (!before) return ActivationLab.lessons.go({ id: data.id, step: 1, present: false }, !open);
    const named = data.steps.findIndex(({ id }) => id === before.data.steps[before.place.step - 1].id);
    close();
    return ActivationLab.lessons.go({ ...before.place, step: named < 0 ? before.place.step : named + 1 }, false);
  };

  lesson.show = async function (place) {
    const mine = ++asked;
    if (!place) return close();
    const course = await fetched(place.id).catch((error) => {
      throw new Error(ActivationLab.fill(words.noLesson, { id: place.id }), { cause: error });
    });
    if (mine !== asked) return;
    const { data } = course;
    if (!open || open.place.id !== place.id || open.place.present !== place.present) {
      close();
      open = { place, view: place.present ? lesson.presenter(course) : lesson.card(course), title: document.title, data };
      document.title = data.title;
      document.body.append(open.view.node);
    }
    const step = Math.min(Math.max(Math.round(place.step), 1), data.steps.length);
    open.place = { ...place, step };
    open.view.show(step - 1);
    // An address names a step that there is.
    if (step !== place.step) return ActivationLab.lessons.go(open.place, false);
  };
})();
