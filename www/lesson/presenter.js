// @ts-check
// A lesson for a lecture hall: one step a screen, led by a clicker or by keys.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write } = ActivationLab;
  const { words } = lesson.data;

  // From the back row a title, a plot, what moves it and what is seen are enough; several plots have titles of their own.
  /** @param {number} plots */
  const parts = (plots) => (plots > 1 ? 'sentence' : 'title,sentence');

  // What is long has more room, and what is longer still smaller letters.
  const FITS = ['', 'wide', 'small'];

  lesson.presenter = function (course) {
    const { id, language, steps } = course.data;
    const ended = new AbortController();
    const { signal } = ended;
    const before = ActivationLab.page.theme;
    if (!before) ActivationLab.setTheme('projector');
    ActivationLab.page.hall = true;
    course.begun = performance.now();

    const scenes = lesson.scenes(course, parts, () => scenes.figure.whenComplete(() => goal?.look(scenes.figure)));
    const told = lesson.steps(course, scenes, true, () => asks());
    let now = -1;
    let goal = /** @type {ReturnType<Teaching['goal']> | null} */ (null);
    let votes = /** @type {LessonVotes | null} */ (null);

    /** @param {string} text @param {string} label @param {string} asked */
    const press = (text, label, asked) => {
      const button = node('button', { type: 'button', textContent: text, title: label, attributes: { 'aria-label': label } });
      button.addEventListener('click', () => ACTS[asked](0), { signal });
      return button;
    };
    const heading = node('h1', { tabIndex: -1 });
    const count = node('span', { className: 'lesson-count' });
    const countdown = lesson.countdown(signal);
    const body = node('div', { className: 'lesson-body' });
    const side = node('section', { className: 'hall-side' }, body);
    const room = node('div', { className: 'hall-votes', hidden: true });
    const stage = node('div', { className: 'hall-stage' }, scenes.figure, room);
    const said = node('p', { className: 'hall-said', hidden: true, attributes: { role: 'status' } });
    const blank = node('div', { className: 'hall-blank', hidden: true, attributes: { role: 'status', 'aria-label': words.blank } });
    blank.addEventListener('click', () => (blank.hidden = true), { signal });
    const home = node('div', { className: 'lesson hall', lang: language },
      node('header', { className: 'hall-head' }, heading, countdown.node, press('‹', words.keyBack, 'back'), count, press('›', words.keyNext, 'next'), press('×', words.leave, 'leave')),
      node('main', { className: 'hall-room' }, stage, side), said, blank, lesson.paper(course.data));

    const notes = lesson.notes(course, onKey, signal);
    addEventListener('keydown', onKey, { signal, capture: true });
    addEventListener('activation-lab-votes', () => votes?.show(), { signal });

    /** @param {number} index */
    const go = (index) => ActivationLab.lessons.go({ id, step: Math.min(Math.max(index, 0), steps.length - 1) + 1, present: true }, false);

    // Whether the room is being asked, or has been told.
    function asks() {
      const { asked } = told;
      const isTold = asked?.state === 'revealed';
      if (isTold) countdown.stop();
      home.toggleAttribute('data-asked', Boolean(votes) && !isTold);
      home.toggleAttribute('data-told', isTold);
      votes?.show();
      fit();
    }

    function fit() {
      for (const way of FITS) {
        home.dataset.fit = way;
        if (side.scrollHeight <= side.clientHeight + 1) return;
      }
    }
    addEventListener('resize', fit, { signal });

    /** @param {boolean} isOpen */
    function showVotes(isOpen) {
      room.hidden = !isOpen;
      home.toggleAttribute('data-votes', isOpen);
      fit();
    }

    // The first press shows an answer, the second goes on: whoever has a clicker needs no other key.
    function next() {
      const { asked } = told;
      if (asked && asked.state !== 'revealed') asked.reveal();
      else if (now + 1 < steps.length) go(now + 1);
    }

    /** @type {Record<string, (digit: number) => void>} */
    const ACTS = {
      next,
      back: () => go(now - 1),
      first: () => go(0),
      last: () => go(steps.length - 1),
      answer: (digit) => told.asked?.choose(digit - 1),
      votes: () => votes && showVotes(room.hidden),
      count: () => steps[now].question && countdown.press(),
      blank: () => (blank.hidden = false),
      pause: () => /** @type {HTMLElement | null} */ (scenes.figure.shadowRoot?.querySelector('.transport .play'))?.click(),
      notes: () => tell(notes.open() ? '' : words.noWindow),
      full: () => {
        const asked = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
        asked.catch(() => {});
      },
      listen: () => ActivationLab.listenIn(scenes.figure),
      list: () => ActivationLab.listKeys('projector'),
      // What sounds is ended first.
      leave: () => ActivationLab.sound?.stop() || ActivationLab.lessons.leave(),
    };

    /** @param {string} text */
    function tell(text) {
      write(said, text);
      said.hidden = !text;
    }

    /** @param {KeyboardEvent} event */
    function onKey(event) {
      const isDark = !blank.hidden && lesson.isAlone(event);
      const asked = lesson.asks(event);
      if (!asked && !isDark) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // Out of the dark any key leads back, and does nothing else.
      if (isDark) blank.hidden = true;
      else if (asked) ACTS[asked](lesson.digit(event));
    }

    return {
      node: home,
      show(index) {
        if (index === now) return;
        told.leave();
        now = index;
        const { title, question } = steps[index];
        goal = lesson.goal(course, index, fit, scenes.follow);
        write(heading, title);
        write(count, `${index + 1} / ${steps.length}`);
        scenes.enter(index);
        body.replaceChildren(...told.body(index), goal.node);
        told.enter(index);
        scenes.figure.whenComplete(() => goal?.look(scenes.figure));
        countdown.stop();
        countdown.node.hidden = !question;
        votes = question && question.kind === 'choose' ? lesson.votes(course, index, () => dispatchEvent(new Event('activation-lab-votes')), () => told.asked?.state === 'revealed') : null;
        room.replaceChildren(...(votes ? [node('h2', { textContent: words.votes }), votes.node] : []));
        showVotes(false);
        asks();
        tell('');
        notes.show(index);
        heading.focus({ preventScroll: true });
      },
      close() {
        told.leave();
        scenes.close();
        notes.close();
        ended.abort();
        ActivationLab.page.hall = false;
        if (!before) ActivationLab.setTheme('');
        if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
      },
    };
  };
})();
