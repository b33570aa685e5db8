// @ts-check
// Plays one score, of all figures of the page: begins, stands still, goes on, ends. Whoever asks for another one ends it.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { sound } = ActivationLab;

  // As long as a browser may take to let the page be heard; where it does not want to, it asks for another press.
  const ALLOWED_MS = 1500;

  // What fades has gone by then: a clock that nobody listens to costs power.
  const REST_MS = 500;

  /** @type {AudioContext | null} */
  let context = null;
  let playing = /** @type {(() => void) | null} */ (null);

  // As every figure of the page has it.
  sound.chosen = { speed: 1, volume: 70 };

  sound.isThere = () => typeof AudioContext === 'function' && typeof StereoPannerNode === 'function';
  sound.stop = function () {
    const was = playing;
    was?.();
    return Boolean(was);
  };

  // As the ear has it: half of the way is about half as loud.
  const amplitude = () => (sound.chosen.volume / 100) ** 2;

  async function allowed() {
    context ||= new AudioContext();
    const asked = context.resume().catch(() => {});
    await Promise.race([asked, new Promise((done) => setTimeout(done, ALLOWED_MS))]);
    return context.state === 'running' ? context : null;
  }

  // `may` says whether it may go on, `passed` is told where it is, and null at the end; `told` is called when it begins, stands still, or ends.
  sound.player = function (may, passed, told) {
    let score = /** @type {Score | null} */ (null);
    let from = 0; // seconds of the score at which it was begun, or stands
    let sounding = /** @type {{ rendering: Rendering, out: GainNode, context: AudioContext } | null} */ (null);
    let frame = 0;

    const now = () => (sounding ? Math.max(from, sounding.context.currentTime - sounding.rendering.beginning + from) : from);

    function silence() {
      cancelAnimationFrame(frame);
      sounding?.rendering.stop();
      sounding = null;
      if (playing === stop) playing = null;
      setTimeout(() => playing || context?.suspend().catch(() => {}), REST_MS);
    }

    function stop() {
      silence();
      [score, from] = [null, 0];
      passed(null);
      told();
    }

    function pause() {
      from = now();
      silence();
      told();
    }

    function passes() {
      if (!sounding || !score) return;
      if (!may() || now() >= score.length) return stop();
      passed(sound.place(score, now()));
      frame = requestAnimationFrame(passes);
    }

    // From where it stands, or from the beginning; false where the browser does not want to.
    /** @param {Score} wanted */
    async function play(wanted) {
      const isOther = !score || score.length !== wanted.length;
      if (score && isOther) from = (now() / score.length) * wanted.length;
      silence();
      sound.stop();
      score = wanted;
      playing = stop;
      const heard = await allowed();
      // Meanwhile somebody else may have begun, or ended it.
      if (score !== wanted || playing !== stop) return true;
      if (!heard) {
        stop();
        return false;
      }
      const out = heard.createGain();
      out.gain.value = amplitude();
      out.connect(heard.destination);
      sounding = { rendering: sound.render(heard, out, wanted, from), out, context: heard };
      told();
      passes();
      return true;
    }

    return {
      play,
      pause,
      stop,
      loud() {
        if (sounding) sounding.out.gain.setTargetAtTime(amplitude(), sounding.context.currentTime, 0.01);
      },
      get state() {
        return sounding ? 'playing' : score ? 'paused' : 'still';
      },
    };
  };

  // Where nobody looks, nobody listens.
  document.addEventListener('visibilitychange', () => document.hidden && sound.stop());
})();
