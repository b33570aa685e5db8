// @ts-check
// The votes of a room, counted by hand: two numbers for each answer, and their bars side by side.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write, fill } = ActivationLab;
  const { words } = lesson.data;

  // Fewer right answers than this, of a hundred, and a discussion has nobody to start from; more, and it has nothing left to do (Mazur).
  const RULE = { few: 35, most: 70 };
  const PERCENT = 100;
  const CROWD = 999;

  /** @param {number[]} counts */
  const sum = (counts) => counts.reduce((all, count) => all + count, 0);

  // `changed` is told of every number; whether the right answer is marked, `isTold` says.
  lesson.votes = function (course, index, changed, isTold) {
    const { question } = course.data.steps[index];
    const options = question ? question.options : [];
    const votes = course.votes[index];
    const names = [words.voteFirst, words.voteSecond];

    /** @param {number[]} counts @param {number} round @param {number} option */
    const cell = (counts, round, option) => {
      const field = node('input', { type: 'number', min: '0', max: String(CROWD), inputMode: 'numeric', attributes: { 'aria-label': fill(words.voteFor, { vote: names[round], answer: lesson.letter(option) }) } });
      const bar = node('span', { className: 'votes-bar', attributes: { 'aria-hidden': 'true' } });
      field.addEventListener('input', () => {
        counts[option] = Math.min(Math.max(Math.round(Number(field.value)) || 0, 0), CROWD);
        changed();
      });
      return { node: node('td', {}, field, bar), field, bar, counts, option };
    };
    const rows = options.map((_, option) => ({ head: node('th', { scope: 'row', textContent: lesson.letter(option) }), cells: votes.map((counts, round) => cell(counts, round, option)) }));
    const totals = votes.map(() => node('td'));
    const home = node('table', { className: 'hall-table' },
      node('thead', {}, node('tr', {}, node('td'), ...names.map((name) => node('th', { scope: 'col', textContent: name })))),
      node('tbody', {}, ...rows.map(({ head, cells }) => node('tr', {}, head, ...cells.map((one) => one.node)))),
      node('tfoot', {}, node('tr', {}, node('td'), ...totals)));

    /** @param {number[]} counts */
    const right = (counts) => Math.round((PERCENT * sum(counts.filter((_, option) => options[option].right))) / sum(counts));

    return {
      node: home,
      show() {
        rows.forEach(({ head, cells }, option) => {
          head.toggleAttribute('data-right', isTold() && options[option].right);
          for (const { field, bar, counts } of cells) {
            const all = sum(counts);
            if (Number(field.value) !== counts[option]) field.value = String(counts[option] || '');
            bar.style.setProperty('--share', String(all ? counts[option] / all : 0));
            bar.toggleAttribute('data-right', isTold() && options[option].right);
          }
        });
        totals.forEach((cell, round) => write(cell, sum(votes[round]) && isTold() ? `${right(votes[round])} % ✓` : ''));
      },
      hint() {
        const last = [...votes].reverse().find((counts) => sum(counts) > 0);
        if (!last) return fill(words.hintVote, RULE);
        const share = right(last);
        return fill(share < RULE.few ? words.hintAgain : share <= RULE.most ? words.hintDiscuss : words.hintOn, { ...RULE, share });
      },
    };
  };
})();
