// @ts-check
// The player under the pictures: what is heard, how fast and how loud; and a line in the picture that goes along.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { sound, node, write } = ActivationLab;
  const { words } = sound.data;

  const SPEEDS = [0.5, 1, 2];

  // Where nothing is to glide, the line stands at so many places.
  const STILL = matchMedia('(prefers-reduced-motion: reduce)');
  const PLACES = 12;

  ActivationLab.addKeys([{ where: 'sound', id: 'leave', keys: ['Escape'], what: words.keyLeave, place: words.title }]);

  /** @type {WeakMap<HTMLElement, { press(): void, close(): void }>} */
  const bars = new WeakMap();

  sound.press = (button) => bars.get(button)?.press();

  sound.open = function (button, signal) {
    const was = bars.get(button);
    if (was) return was.close();
    const root = /** @type {ShadowRoot} */ (button.getRootNode());
    ActivationLab.adopt(root, sound.css);
    const element = /** @type {LabElement} */ (root.host);
    const { home, ...parts } = bar(element, root, button, signal);
    bars.set(button, parts);
    button.ariaExpanded = 'true';
    /** @type {Element} */ (button.closest('.under')).after(home);
    parts.press();
  };

  // What can be heard of each plot, of those that have something.
  /** @param {LabElement} element @param {ShadowRoot} root @param {(found: Audible[]) => void} then */
  function listen(element, root, then) {
    element.reach((_, host) => host.whenComplete((lab) => {
      const { plots } = JSON.parse(lab.panel(host.theme));
      const scale = Number(/** @type {HTMLElement} */ (root.querySelector('.lab')).style.getPropertyValue('--scale')) || 1;
      const boxes = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.pictures .box')]);
      then(plots.flatMap(({ title }, index) => {
        const box = boxes[index];
        const size = `${box.clientWidth / scale} ${box.clientHeight / scale} ${host.theme}`;
        const heard = JSON.parse(/** @type {Json<Heard>} */ (lab.question('heard', size, index, 0) || 'null'));
        return heard ? heard.series.map((series) => ({ box, frame: heard.frame, series, name: plots.length > 1 ? `${title}: ${series.name}` : series.name })) : [];
      }));
    }));
  }

  /** @param {LabElement} element @param {ShadowRoot} root @param {HTMLButtonElement} button @param {AbortSignal} signal */
  function bar(element, root, button, signal) {
    const closed = new AbortController();
    const line = node('div', { className: 'heard', attributes: { 'aria-hidden': 'true' } });
    const play = node('button', { type: 'button', className: 'play' });
    const stop = node('button', { type: 'button', textContent: `■ ${words.stop}` });
    const which = node('select', { attributes: { 'aria-label': words.series } });
    const speed = node('select', { attributes: { 'aria-label': words.speed } }, ...SPEEDS.map((value) => node('option', { value, textContent: `${value} ×`, selected: value === sound.chosen.speed })));
    const volume = node('input', { type: 'range', min: 0, max: 100, step: 5, value: sound.chosen.volume, attributes: { 'aria-label': words.volume } });
    const away = node('button', { type: 'button', className: 'away', textContent: '×', title: ActivationLab.words.dismiss, attributes: { 'aria-label': ActivationLab.words.dismiss } });
    const help = node('p', { className: 'help' });
    // What it cannot do is said; how it sounds would be said over the sound.
    const failed = node('p', { className: 'failed', attributes: { role: 'status' } });
    const row = node('div', { className: 'row', hidden: !sound.isThere() }, play, stop, which, speed, node('span', { textContent: words.volume, attributes: { 'aria-hidden': 'true' } }), volume, away);
    const home = node('div', { className: 'sound', attributes: { role: 'group', 'aria-label': words.title } }, row, help, failed);
    let began = ''; // the state that is heard
    const opener = /** @type {HTMLElement | null} */ (document.activeElement); // a lesson has a button of its own
    /** @type {Audible[]} */
    let all = [];
    const figure = () => element.state;
    const chosen = () => all[which.selectedIndex] || all[0];

    const player = sound.player(
      () => figure() === began && !button.disabled && isSeen,
      (at) => {
        line.hidden = at === null;
        if (at === null || !chosen()) return;
        const { box, frame: [left, top, right, bottom] } = chosen();
        if (line.parentNode !== box) box.append(line);
        const place = STILL.matches ? Math.round(at * PLACES) / PLACES : at;
        const css = { left: left + place * (right - left), top, height: bottom - top };
        for (const [name, part] of Object.entries(css)) line.style.setProperty(name, `${100 * part}%`);
      },
      label,
    );

    // Out of sight it is not heard either.
    let isSeen = true;
    const sight = new IntersectionObserver((entries) => (isSeen = entries[entries.length - 1].isIntersecting));
    sight.observe(element);

    function label() {
      const plays = player.state === 'playing';
      write(play, plays ? `❚❚ ${words.pause}` : `▶ ${words.play}`);
      stop.disabled = player.state === 'still';
    }

    // As the figure is now; the series that was chosen stays so, by its name.
    /** @param {() => void} then */
    function read(then) {
      listen(element, root, (found) => {
        if (closed.signal.aborted) return;
        const before = chosen()?.name;
        all = found;
        const options = all.map(({ name }) => node('option', { textContent: name, selected: name === before }));
        which.replaceChildren(...options);
        for (const part of [play, which]) part.disabled = !all.length;
        write(failed, !sound.isThere() ? words.noSound : !all.length ? words.nothing : '');
        write(help, failed.textContent ? '' : ActivationLab.fill('notes' in chosen().series ? words.notesHelp : words.curveHelp, sound.scale));
        then();
      });
    }

    function start() {
      began = figure();
      read(async () => {
        if (!chosen() || !sound.isThere()) return;
        const isHeard = await player.play(sound.score(chosen().series, sound.chosen.speed));
        if (!isHeard) write(failed, words.refused);
      });
    }

    function press() {
      if (player.state === 'playing') player.pause();
      else start();
    }

    function close() {
      if (closed.signal.aborted) return;
      closed.abort();
      const hadFocus = home.contains(root.activeElement);
      sight.disconnect();
      player.stop();
      line.remove();
      home.remove();
      bars.delete(button);
      button.ariaExpanded = 'false';
      if (!signal.aborted && hadFocus) (button.hidden ? opener : button)?.focus({ preventScroll: true });
    }

    play.addEventListener('click', press);
    stop.addEventListener('click', () => player.stop());
    away.addEventListener('click', close);
    which.addEventListener('change', () => {
      player.stop();
      start();
    });
    speed.addEventListener('change', () => {
      sound.chosen.speed = Number(speed.value);
      if (player.state === 'playing') start();
    });
    volume.addEventListener('input', () => {
      sound.chosen.volume = volume.valueAsNumber;
      player.loud();
    });
    // Whatever has the focus: what sounds is ended first, and then the player.
    addEventListener('keydown', (event) => {
      if (ActivationLab.key('sound', event) !== 'leave' || event.defaultPrevented) return;
      const isHere = event.composedPath().includes(home);
      if (player.state !== 'playing' && !isHere) return;
      event.preventDefault();
      event.stopPropagation();
      if (player.state === 'still') close();
      else player.stop();
    }, { signal: closed.signal, capture: true });
    element.addEventListener('activation-lab-change', () => read(() => {}), { signal: closed.signal });
    signal.addEventListener('abort', close, { signal: closed.signal });
    label();
    return { home, press, close };
  }
})();
