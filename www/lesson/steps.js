// @ts-check
// What stands beside the figure at each step: its text, its question or its goal. A question is asked once; when one comes back to it, its answer is still there.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node } = ActivationLab;

  lesson.steps = function (course, scenes, presenter, onstate, show) {
    /** @type {Map<number, LessonAsked>} */
    const made = new Map();
    let now = -1;
    let listens = false; // whether the question is under way

    /** @param {number} index */
    function ask(index) {
      const { question } = course.data.steps[index];
      if (!question || made.has(index)) return;
      made.set(index, lesson.question(question, scenes.figure, {
        presenter,
        onstate(asked) {
          if (asked.state === 'revealed') scenes.reveal(question.reveal);
          onstate(asked);
        },
        ontold: () => onstate(/** @type {LessonAsked} */ (made.get(index))),
        follow: scenes.follow,
        show,
      }));
    }

    return {
      get asked() {
        return made.get(now) || null;
      },
      body(index) {
        ask(index);
        const { text, question } = course.data.steps[index];
        const asked = made.get(index);
        const words = node('div', { className: 'lesson-text' }, ...lesson.prose(question ? question.ask : text, scenes.follow));
        return asked ? [words, asked.node] : [words];
      },
      enter(index) {
        now = index;
        const asked = made.get(index);
        listens = Boolean(asked && asked.state !== 'revealed');
        if (asked && listens) asked.begin();
      },
      leave() {
        const asked = made.get(now);
        if (asked && listens) asked.end();
        listens = false;
      },
    };
  };
})();
