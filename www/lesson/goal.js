// @ts-check
// A goal of a step: reached when its conditions hold in the figure as it is, whoever made it so. One that cannot be reached has that for its answer.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write } = ActivationLab;
  const { words } = lesson.data;

  // What is asked for, and what has come of it.
  lesson.goal = function (course, index, told, follow) {
    const { goal, scene } = course.data.steps[index];
    const aim = node('p', { className: 'lesson-aim' });
    const now = node('p', { className: 'lesson-now' });
    // Where the figure says no sentence, this is what is heard of a change.
    if (/(^|&)parts=(?!.*sentence)/.test(scene)) now.setAttribute('aria-live', 'polite');
    // What has come of it is said aloud; the reason, which is longer, is there to be read.
    const said = node('p', { tabIndex: -1, attributes: { role: 'status' } });
    const why = node('div');
    const answer = node('div', { className: 'lesson-answer' }, said, why);
    const cannot = node('button', { type: 'button', textContent: words.cannot });
    const home = node('div', { className: 'lesson-goal', hidden: !goal }, aim, now, cannot, answer);
    if (!goal) return { node: home, look() {} };
    write(aim, ActivationLab.fill(words.doneWhen, { goal: goal.words }));

    /** @param {string} text @param {boolean} isRight */
    function tell(text, isRight) {
      home.toggleAttribute('data-done', isRight);
      // The button that was pressed goes: what it has led to takes the focus, and is read out once.
      const isPressed = isRight && document.activeElement === cannot;
      if (isPressed) said.removeAttribute('role');
      write(said, text);
      if (isPressed) said.focus({ preventScroll: true });
      cannot.hidden = isRight;
      why.replaceChildren(...(isRight && goal ? lesson.prose(goal.why, follow) : []));
      if (isRight) course.reached.add(index);
      told();
    }
    cannot.addEventListener('click', () => (goal.impossible ? tell(words.cannotRight, true) : tell(words.can, false)));
    const done = () => tell(words.done, true);
    if (course.reached.has(index)) {
      if (goal.impossible) tell(words.cannotRight, true);
      else done();
    }
    return {
      node: home,
      // Compared where the numbers are; the module that can may have to come first.
      look(figure) {
        ActivationLab.modules.whole().then(() => figure.reach((lab) => {
          if (!home.isConnected) return;
          const conditions = goal.conditions.join('\n');
          const values = lab.question('stands', conditions, 0, 0);
          write(now, values && ActivationLab.fill(words.now, { values }));
          if (!home.hasAttribute('data-done') && lab.question('holds', conditions, 0, 0)) done();
        })).catch(console.error);
      },
    };
  };
})();
