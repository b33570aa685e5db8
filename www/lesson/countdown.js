// @ts-check
// A minute that is counted down where the room sees it.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node, write } = ActivationLab;
  const { words } = lesson.data;

  const SECONDS = 60;
  const TICK_MS = 200;

  /** @param {number} seconds */
  const spelled = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

  lesson.countdown = function (signal) {
    const home = node('button', { type: 'button', className: 'hall-count', title: words.count, attributes: { 'aria-label': words.count } });
    let timer = 0;
    let ends = 0;
    function stop() {
      clearInterval(timer);
      timer = 0;
      home.removeAttribute('data-over');
      write(home, spelled(SECONDS));
    }
    function tick() {
      const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
      write(home, spelled(left));
      home.toggleAttribute('data-over', left === 0);
      if (left === 0) clearInterval(timer);
    }
    function press() {
      if (timer) return stop();
      ends = performance.now() + 1000 * SECONDS;
      timer = setInterval(tick, TICK_MS);
      tick();
    }
    home.addEventListener('click', press, { signal });
    signal.addEventListener('abort', stop);
    stop();
    return { node: home, press, stop };
  };
})();
