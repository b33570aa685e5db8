// @ts-check
// A question beside a figure: what one expects, said before it is seen. Nobody has to; who does not is shown it all the same.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write } = ActivationLab;

  lesson.question = function (question, figure, { presenter, onstate, ontold = () => {}, follow, show = (why) => why.scrollIntoView({ block: 'nearest' }) }) {
    const { ask: words } = lesson.data;
    const cover = lesson.cover(question, figure);
    const answer = question.kind === 'choose' ? lesson.chosen(question) : lesson.expected(question, figure);
    const says = node('p', { className: 'says', tabIndex: -1, attributes: { role: 'status' } });
    const why = node('div', { className: 'reason', hidden: true }, ...lesson.prose(question.why, follow));
    const commit = node('button', { type: 'submit', className: 'commit', textContent: words.commit });
    const skip = node('button', { type: 'button', textContent: words.skip });
    const buttons = node('div', { className: 'ways' }, commit, skip);
    const home = node('form', { className: 'question', noValidate: true }, answer.node, buttons, says, why);
    home.dataset.kind = question.kind;
    home.dataset.state = 'asked';
    let listening = new AbortController();
    /** @type {LessonAsked} */
    const asked = { node: home, begin, end, reveal, choose: answer.choose, get state() { return state; } };
    let state = /** @type {LessonAsked['state']} */ ('asked');

    home.addEventListener('submit', (event) => {
      event.preventDefault();
      if (state === 'committed') reveal();
      else settle();
    });
    skip.addEventListener('click', reveal);

    /** @param {LessonAsked['state']} next */
    function become(next) {
      state = home.dataset.state = next;
      onstate(asked);
    }

    function begin() {
      listening = new AbortController();
      const { signal } = listening;
      // What was missing is not missing any more.
      const given = () => state === 'asked' && write(says, '');
      cover.begin(() => signal.aborted || answer.begin(signal, given));
      if (state !== 'asked') cover.commit(false);
    }

    function end() {
      listening.abort();
      cover.end();
      // Who went on before the gap was known finds the reason all the same.
      if (state === 'revealed' && why.hidden) tell(null);
    }

    // The answer stands. Alone one sees at once what is so; before a class there is something to talk about first.
    function settle() {
      if (state !== 'asked') return;
      if (!answer.isGiven()) {
        write(says, answer.missing);
        return says.scrollIntoView({ block: 'nearest' });
      }
      write(says, '');
      hold();
      answer.settle();
      cover.commit(false);
      become('committed');
      if (!presenter) return reveal();
      write(commit, words.reveal);
      skip.remove();
    }

    function reveal() {
      if (state === 'revealed') return;
      hold();
      answer.settle();
      become('revealed');
      const isChosen = question.kind === 'choose';
      cover.commit(true, isChosen ? undefined : tell);
      if (isChosen) tell(null);
    }

    const focused = () => /** @type {ShadowRoot | Document} */ (home.getRootNode()).activeElement;

    // What is settled cannot keep the focus: a button has it until there is something to read.
    function hold() {
      const at = focused();
      if (home.contains(at) && !buttons.contains(at)) commit.focus({ preventScroll: true });
    }

    // Whoever is in the question is led to what is so, which is then read out once; whoever is elsewhere is told.
    /** @param {Gap | null} gap */
    function tell(gap) {
      const isHere = home.contains(focused());
      if (isHere) says.removeAttribute('role');
      write(says, answer.told(gap));
      if (isHere) says.focus({ preventScroll: true });
      buttons.remove();
      why.hidden = false;
      if (!presenter && answer.isGiven()) why.after(lesson.why(question));
      ontold();
      if (!presenter) show(why);
    }

    return asked;
  };
})();
