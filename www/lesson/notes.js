// @ts-check
// A second window for whoever lectures: the notes, what comes next, the time, the votes. It is opened and filled by this page, so it works from a file as well.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write, fill } = ActivationLab;
  const { words } = lesson.data;

  const NAME = 'activation-lab-notes';
  const SIZE = 'popup,width=720,height=640';
  const TICK_MS = 1000;

  // What the page's own style says and the lessons' speaks of.
  const COLOURS = ['--paper', '--text', '--quiet', '--line', '--accent', '--sans', '--serif'];

  lesson.notes = function (course, onKey, signal) {
    const { data } = course;
    let other = /** @type {(Window & typeof globalThis) | null} */ (null);
    let timer = 0;
    let now = 0;
    const clock = node('p', { className: 'notes-clock', attributes: { 'aria-label': words.clock } });
    const spent = node('p', { className: 'notes-spent' });
    const count = node('p', { className: 'lesson-count' });
    const heading = node('h1');
    const planned = node('p', { className: 'notes-planned' });
    const text = node('div', { className: 'notes-text' });
    const room = node('div', { className: 'notes-votes' });
    const next = node('h2');
    const after = node('p', { className: 'notes-after' });
    const home = node('main', { className: 'lesson-notes' }, node('header', {}, clock, spent, count), heading, planned, text, room, next, after);

    function tick() {
      if (!other || other.closed) return clearInterval(timer);
      const date = new Date();
      write(clock, date.toLocaleTimeString(data.language, { hour: '2-digit', minute: '2-digit' }));
      write(spent, fill(words.elapsed, { minutes: Math.floor((performance.now() - course.begun) / 60000), planned: data.minutes }));
    }

    /** @param {number} index */
    function show(index) {
      now = index;
      if (!other || other.closed) return;
      const { title, notes, minutes, question } = data.steps[index];
      const following = data.steps[index + 1];
      write(count, fill(words.step, { step: index + 1, steps: data.steps.length }));
      write(heading, title);
      write(planned, minutes ? fill(words.planned, { minutes }) : '');
      text.replaceChildren(...(notes.length ? lesson.prose(notes) : [node('p', { textContent: words.noNotes })]));
      room.replaceChildren(...(question && question.kind === 'choose' ? counted(index) : []));
      write(next, following ? fill(words.nextStep, { title: following.title }) : '');
      write(after, following ? lesson.spoken(following.text.length || !following.question ? following.text : following.question.ask) : '');
      tick();
    }

    // Here nobody of the room sees what is right.
    /** @param {number} index */
    function counted(index) {
      const hint = node('p', { className: 'notes-hint', attributes: { role: 'status' } });
      const votes = lesson.votes(course, index, () => dispatchEvent(new Event('activation-lab-votes')), () => true);
      const told = () => {
        votes.show();
        write(hint, votes.hint());
      };
      shown = told;
      told();
      return [node('h2', { textContent: words.votes }), votes.node, hint];
    }
    let shown = () => {};
    addEventListener('activation-lab-votes', () => shown(), { signal });

    function close() {
      clearInterval(timer);
      if (other && !other.closed) other.close();
      other = null;
    }
    // Alone it would show what is over.
    addEventListener('pagehide', close, { signal });

    return {
      open() {
        if (other && !other.closed) {
          other.focus();
          return true;
        }
        try {
          other = /** @type {(Window & typeof globalThis) | null} */ (open('', NAME, SIZE));
          if (!other || other.closed) return false;
          const { document: page } = other;
          page.title = `${words.notes}: ${data.title}`;
          page.documentElement.lang = data.language;
          page.body.replaceChildren(home);
          ActivationLab.adopt(page, lesson.css);
          const ours = getComputedStyle(document.documentElement);
          for (const name of COLOURS) page.documentElement.style.setProperty(name, ours.getPropertyValue(name));
          other.addEventListener('keydown', onKey, true);
        } catch {
          // A window of another origin: it is there, and cannot be filled.
          if (other) other.close();
          other = null;
          return false;
        }
        clearInterval(timer);
        timer = setInterval(tick, TICK_MS);
        show(now);
        return true;
      },
      show,
      close,
    };
  };
})();
