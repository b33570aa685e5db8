// @ts-check
// A lesson for one reader: the figure, and beside it a card that waits for what she does.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write, fill } = ActivationLab;
  const { words } = lesson.data;

  // What a phone is, card_phone.css says.
  const isPhone = () => getComputedStyle(document.documentElement).getPropertyValue('--lesson-phone') !== '';

  // What of a figure there is besides its plots and controls, where the scene does not say. On a phone there is room for little; several plots have titles of their own.
  /** @param {number} plots */
  const parts = (plots) => (!isPhone() ? 'title,sentence,legend,share,more' : plots > 1 ? 'sentence' : 'title,sentence');

  // The least height of a plot on a phone, in pixels, with its axes.
  const LOWEST = 150;

  // Where much stands below the plots of a phone, the figure is higher; until it shows another scene it does not shrink again.
  /** @param {HTMLElement} figure */
  function grow(figure) {
    // Elsewhere the plots have heights of their own.
    const column = isPhone() && figure.shadowRoot?.querySelector('[data-stage="column"]');
    if (!column) return;
    const boxes = [...column.querySelectorAll('.pictures .box')].filter((box) => box.getClientRects().length);
    const missing = boxes.reduce((sum, box) => sum + Math.max(0, LOWEST - box.clientHeight), 0);
    if (missing > 0) figure.style.height = `${figure.offsetHeight + missing}px`;
  }

  lesson.card = function (course) {
    const { id, language, title, steps } = course.data;
    const ended = new AbortController();
    const { signal } = ended;
    const scenes = lesson.scenes(course, parts, (isOther) => {
      restart.hidden = !isOther;
      scenes.figure.whenComplete(() => goal?.look(scenes.figure));
    });
    // On a phone what is so is looked at first, and the reason stands below it.
    const told = lesson.steps(course, scenes, false, () => ways(), (why) => (isPhone() ? scrollTo(0, 0) : why.scrollIntoView({ block: 'nearest' })));
    const room = new ResizeObserver(() => grow(scenes.figure));
    let now = -1;
    let goal = /** @type {ReturnType<Teaching['goal']> | null} */ (null);

    /** @param {string} text @param {() => void} action */
    const press = (text, action) => {
      const button = node('button', { type: 'button', textContent: text });
      button.addEventListener('click', action, { signal });
      return button;
    };
    const go = (/** @type {number} */ index) => ActivationLab.lessons.go({ id, step: index + 1, present: false }, false);

    const count = node('p', { className: 'lesson-count', id: 'lesson-count' });
    const bar = node('div', { className: 'lesson-progress', attributes: { 'aria-hidden': 'true' } }, ...steps.map(() => node('span')));
    const present = node('a', { textContent: words.present });
    const leave = press(words.leave, ActivationLab.lessons.leave);
    const heading = node('h1', { tabIndex: -1, attributes: { 'aria-describedby': count.id } });
    const body = node('div', { className: 'lesson-body' });
    const card = node('main', { className: 'lesson-card' }, heading, body);
    const back = press(words.back, () => go(now - 1));
    const restart = press(words.restart, () => {
      scenes.restart();
      restart.hidden = true;
    });
    restart.className = 'lesson-restart';
    const listen = press(ActivationLab.words.listen, () => ActivationLab.listenIn(scenes.figure));
    listen.className = 'lesson-listen';
    const next = press(words.next, () => (now + 1 < steps.length ? go(now + 1) : ActivationLab.lessons.leave()));
    next.className = 'lesson-next';
    const home = node('div', { className: 'lesson', lang: language },
      node('header', { className: 'lesson-bar' }, node('p', { className: 'lesson-title', textContent: title }), count, bar, present, leave),
      node('div', { className: 'lesson-room' }, card, scenes.figure),
      node('footer', { className: 'lesson-ways' }, back, listen, restart, next),
      lesson.paper(course.data));

    ActivationLab.addKeys([{ where: 'card', id: 'leave', keys: ['Escape'] }]);
    document.addEventListener('keydown', (event) => {
      // What is typed into a control or a window is not about the lesson.
      const isElsewhere = event.composedPath().some((part) => part instanceof Element && (part.matches('input, dialog') || ActivationLab.writes(part)));
      if (ActivationLab.key('card', event) !== 'leave' || event.defaultPrevented || isElsewhere) return;
      ActivationLab.lessons.leave();
    }, { signal });

    // What is done makes the way on more prominent; it is open all the time.
    function ways() {
      const { question, goal: aim } = steps[now];
      const waits = (question && told.asked?.state !== 'revealed') || (aim && !course.reached.has(now));
      next.toggleAttribute('data-ready', !waits);
      // On a phone a choice has the whole screen, as in a hall, and the answer the place of the question.
      const isTold = told.asked?.state === 'revealed';
      home.toggleAttribute('data-asked', question?.kind === 'choose' && !isTold);
      home.toggleAttribute('data-told', isTold);
      // As long as an answer is covered, nothing is heard of it.
      listen.disabled = Boolean(question && told.asked?.state !== 'revealed');
    }

    return {
      node: home,
      show(index) {
        if (index === now) return;
        told.leave();
        const isFirst = now < 0;
        now = index;
        goal = lesson.goal(course, index, ways, scenes.follow);
        write(count, fill(words.step, { step: index + 1, steps: steps.length }));
        [...bar.children].forEach((part, place) => part.toggleAttribute('data-past', place <= index));
        write(heading, steps[index].title);
        present.href = `?lesson=${encodeURIComponent(id)}&step=${index + 1}&present`;
        back.disabled = index === 0;
        write(next, index + 1 < steps.length ? words.next : words.finish);
        scenes.figure.style.height = '';
        room.disconnect();
        scenes.enter(index);
        scenes.figure.whenDrawn(() => {
          const pictures = scenes.figure.shadowRoot?.querySelector('.pictures');
          if (pictures) room.observe(pictures);
        });
        body.replaceChildren(...told.body(index), goal.node);
        told.enter(index);
        scenes.figure.whenComplete(() => goal?.look(scenes.figure));
        ways();
        restart.hidden = true;
        card.scrollTop = 0;
        scrollTo(0, 0);
        // The page's own focus is not taken by a lesson that an address has opened in somebody's frame.
        if (!isFirst || document.hasFocus()) heading.focus({ preventScroll: true });
      },
      close() {
        told.leave();
        scenes.close();
        room.disconnect();
        ended.abort();
      },
    };
  };
})();
