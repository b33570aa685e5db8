// @ts-check
// Time: play, pause, single steps and the slider that scrubs. How far a run gets in a second is the wasm module's to say.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, write } = ActivationLab;

  // The bar under the pictures: { node, run(), pause(), isPlaying(), show(panel) }. It holds the controls whose place is the player.
  ActivationLab.player = function (element, lab, time, widgets, signal) {
    const { words } = ActivationLab;
    const home = node('div', { className: 'player', attributes: { role: 'group', 'aria-label': words.player } });
    let frame = 0;
    let before = 0;
    /** @param {string} text @param {string} label @param {() => void} action */
    const press = (text, label, action) => {
      const button = node('button', { type: 'button', textContent: text, title: label, attributes: { 'aria-label': label } });
      button.addEventListener('click', action, { signal });
      return button;
    };
    /** @param {number} direction */
    const step = (direction) => {
      pause();
      lab.step(time.step, direction, 'fine');
      element.changed();
    };
    const start = press('|◀', words.toStart, () => {
      pause();
      lab.rewind();
      element.changed();
    });
    const [back, on] = [press('◀', words.stepBack, () => step(-1)), press('▶', words.stepOn, () => step(1))];
    back.className = on.className = 'single';
    const play = press('', words.play, () => (frame ? pause() : run()));
    play.className = 'play';

    function label() {
      const now = frame ? words.pause : words.play;
      write(play, frame ? '❚❚ ' + now : '▶ ' + now);
      play.setAttribute('aria-label', now);
      play.title = now;
    }

    function run() {
      lab.start();
      // It may have gone back to the start; time waits until that is drawn.
      element.changed();
      before = performance.now();
      frame = requestAnimationFrame(passes);
      label();
    }

    function pause() {
      if (!frame) return;
      cancelAnimationFrame(frame);
      frame = 0;
      label();
      // What was left unsaid while it ran is said now.
      element.redraw();
    }

    /** @param {number} now */
    function passes(now) {
      frame = requestAnimationFrame(passes);
      const seconds = (now - before) / 1000;
      before = now;
      // Nobody looks: time stands still.
      if (!element.seen) return;
      const { Tick } = ActivationLab.wasm;
      const tick = lab.advance(seconds);
      // Between two steps there is nothing to draw.
      if (tick !== Tick.Idle) element.changed();
      if (tick === Tick.Ended) pause();
    }

    const replay = press(words.replay, words.replayHelp, () => {
      pause();
      lab.replay();
      run();
    });
    replay.removeAttribute('aria-label');
    replay.hidden = true;

    label();
    const isPlaying = () => frame !== 0;
    signal.addEventListener('abort', () => cancelAnimationFrame(frame));
    home.append(
      node('div', { className: 'transport' }, start, back, play, on, replay),
      ...widgets,
    );
    // Where a run stopped by itself, its last steps can be seen again. Without its controls there is no bar.
    /** @param {Panel} panel */
    const show = (panel) => {
      replay.hidden = !panel.halted;
      home.hidden = widgets.every((widget) => /** @type {HTMLElement} */ (widget).hidden);
    };
    return { node: home, run, pause, isPlaying, show };
  };
})();
