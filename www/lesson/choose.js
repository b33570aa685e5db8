// @ts-check
// A question whose answer is one of some sentences, each of which somebody believes.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, fill } = ActivationLab;

  let groups = 0;
  const FIRST = 'A'.codePointAt(0) || 0;

  lesson.letter = (index) => String.fromCodePoint(FIRST + index);

  lesson.chosen = function (question) {
    const { ask: words } = lesson.data;
    groups += 1;
    const name = `question-${groups}`;
    const radios = question.options.map((_, index) => node('input', { type: 'radio', name, value: index }));
    const rows = question.options.map(({ text }, index) => node('label', { className: 'option', attributes: { 'data-letter': lesson.letter(index) } }, radios[index], node('span', {}, ...lesson.prose(text))));
    const group = node('fieldset', { className: 'options' }, node('legend', { className: 'unseen', textContent: lesson.spoken(question.ask) || words.option }), ...rows);
    const chosen = () => radios.findIndex((radio) => radio.checked);
    /** @param {number} index */
    const said = (index) => lesson.spoken(question.options[index].text);
    return {
      node: group,
      missing: words.chosen,
      isGiven: () => chosen() >= 0,
      begin: (signal, given) => group.addEventListener('change', given, { signal }),
      settle: () => radios.forEach((radio) => (radio.disabled = true)),
      choose(index) {
        const radio = radios[index];
        if (radio && !radio.disabled) radio.click();
      },
      told() {
        question.options.forEach(({ right }, index) => {
          rows[index].toggleAttribute('data-right', right);
          rows[index].toggleAttribute('data-chosen', index === chosen());
        });
        const is = question.options.map(({ right }, index) => (right ? said(index) : '')).filter(Boolean).join(' ');
        if (chosen() < 0) return fill(words.skipped, { is });
        return fill(question.options[chosen()].right ? words.right : words.wrong, { said: said(chosen()), is });
      },
    };
  };
})();
