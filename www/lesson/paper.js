// @ts-check
// A lesson on paper: the texts of all steps, one after the other.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node } = ActivationLab;
  const { words } = lesson.data;

  lesson.paper = function ({ title, lead, steps }) {
    // A title may bring a number of its own.
    /** @param {LessonStep} step @param {number} index */
    const section = ({ title: name, text, question, goal }, index) => node('section', {},
      node('h2', { textContent: /^\d+\. /.test(name) ? name : `${index + 1}. ${name}` }),
      ...lesson.prose(text),
      ...(question && !text.length ? lesson.prose(question.ask) : []),
      ...(question && question.options.length ? [node('ol', { type: 'A' }, ...question.options.map((option) => node('li', {}, ...lesson.prose(option.text))))] : []),
      ...(goal ? [node('p', { textContent: ActivationLab.fill(words.doneWhen, { goal: goal.words }) })] : []));
    return node('div', { className: 'lesson-paper', attributes: { 'aria-hidden': 'true' } }, node('h1', { textContent: title }), ...lesson.prose(lead), ...steps.map(section));
  };
})();
