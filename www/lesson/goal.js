// @ts-check
// A goal of a step: reached when its conditions hold in the figure as it is, whoever made it so. One that cannot be reached has that for its answer.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write } = ActivationLab;
  const { words } = lesson.data;

  // What a measure is worth in a comparison; what is not known holds nothing.
  /** @param {Measure | undefined} measure */
  function value(measure) {
    if (!measure || measure.missing === 'pending' || measure.missing === 'undefined') return NaN;
    if (measure.missing === 'exact_zero') return 0;
    return measure.missing === 'overflow' ? Infinity : Number(measure.value);
  }

  // A sum of decimal fractions is rounded on the way: equal is equal to twelve digits.
  const ROUNDING = 1e-12;
  /** @type {Record<LessonCondition['is'], (left: number, right: number) => boolean>} */
  const LIES = {
    '<': (left, right) => left < right,
    '<=': (left, right) => left <= right,
    '>': (left, right) => left > right,
    '>=': (left, right) => left >= right,
    '=': (left, right) => Math.abs(left - right) <= ROUNDING * Math.abs(right),
  };

  lesson.holds = function ({ conditions }, measures) {
    /** @param {string} name */
    const of = (name) => value(measures.find((measure) => measure.name === name));
    return conditions.length > 0 && conditions.every(({ left, minus, is, right }) => LIES[is](minus === null ? of(left) : of(left) - of(minus), right));
  };

  // What is asked for, and what has come of it.
  lesson.goal = function (course, index, said) {
    const { goal } = course.data.steps[index];
    const aim = node('p', { className: 'lesson-aim' });
    const answer = node('div', { className: 'lesson-answer', attributes: { role: 'status' } });
    const cannot = node('button', { type: 'button', textContent: words.cannot });
    const home = node('div', { className: 'lesson-goal', hidden: !goal }, aim, cannot, answer);
    if (!goal) return { node: home, look() {} };
    write(aim, ActivationLab.fill(words.doneWhen, { goal: goal.words }));

    /** @param {string} text @param {boolean} isRight */
    function tell(text, isRight) {
      home.toggleAttribute('data-done', isRight);
      cannot.hidden = isRight;
      answer.replaceChildren(node('p', { textContent: text }), ...(isRight && goal ? lesson.prose(goal.why) : []));
      if (isRight && !course.reached.has(index)) {
        course.reached.add(index);
        said(text);
      }
    }
    cannot.addEventListener('click', () => (goal.impossible ? tell(words.cannotRight, true) : tell(words.can, false)));
    const done = () => tell(words.done, true);
    if (course.reached.has(index)) {
      if (goal.impossible) tell(words.cannotRight, true);
      else done();
    }
    return {
      node: home,
      look(figure) {
        if (!home.hasAttribute('data-done') && lesson.holds(goal, figure.measures)) done();
      },
    };
  };
})();
