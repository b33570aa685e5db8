// @ts-check
// A score as sound: one voice, noise beside it below zero, ticks, and where in the room all of it is.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { sound } = ActivationLab;

  // Seconds until the first sample: whatever is set earlier would be late.
  const LEAD = 0.03;

  // How loud the parts are, at most, and the seconds in which a voice comes and goes: faster would click.
  const VOICE = 0.5;
  const NOISE = 0.12;
  const TICK = 0.3;
  const EDGE = 0.006;

  // A note comes in a part of its length, stands, and is gone before the next one.
  const ATTACK = 0.02;
  const STANDS = 0.7;
  const RELEASE = 0.05;

  // A tick is much higher than any voice, and short.
  const TICK_HERTZ = 3520;
  const TICK_SECONDS = 0.04;

  // A second of white noise, made once for each context.
  /** @type {WeakMap<BaseAudioContext, AudioBuffer>} */
  const noises = new WeakMap();
  /** @param {BaseAudioContext} context */
  function noise(context) {
    const made = noises.get(context) || context.createBuffer(1, context.sampleRate, context.sampleRate);
    if (!noises.has(context)) {
      const samples = made.getChannelData(0);
      for (let index = 0; index < samples.length; index += 1) samples[index] = 2 * Math.random() - 1;
      noises.set(context, made);
    }
    return made;
  }

  // Plays a score into a node from a time of it on; `beginning` is when that time is, on the context's clock.
  sound.render = function (context, out, score, from) {
    const beginning = context.currentTime + LEAD;
    /** @param {number} time */
    const when = (time) => beginning + Math.max(time - from, 0);
    const end = when(score.length) + LEAD;
    const panner = context.createStereoPanner();
    const fade = context.createGain();
    panner.connect(fade).connect(out);
    /** @template {AudioScheduledSourceNode} S @param {S} source @param {AudioNode} target @param {number} at @param {number} until */
    const voice = (source, target, at, until) => {
      const gain = context.createGain();
      gain.gain.value = 0;
      source.connect(gain).connect(target);
      source.start(at);
      source.stop(until);
      return { source, gain: gain.gain };
    };
    const tone = voice(context.createOscillator(), panner, beginning, end);
    const buffer = context.createBufferSource();
    Object.assign(buffer, { buffer: noise(context), loop: true });
    const hiss = voice(buffer, panner, beginning, end);
    const { frequency } = tone.source;
    const { pan } = panner;
    /** @param {number} at */
    const side = (at) => 2 * at - 1;

    function curve() {
      let [before, below] = [0, false];
      const first = sound.place(score, from);
      pan.setValueAtTime(side(first), beginning);
      score.tones.forEach((now, index) => {
        const next = score.tones[index + 1];
        if (next && next.time <= from) return;
        const at = when(now.time);
        pan.linearRampToValueAtTime(side(now.at), at);
        if (now.level && before) frequency.linearRampToValueAtTime(now.hertz, at);
        else if (now.level) frequency.setValueAtTime(now.hertz, at);
        if (now.level !== before) tone.gain.setTargetAtTime(VOICE * now.level, at, EDGE);
        if (now.below !== below) hiss.gain.setTargetAtTime(now.below ? NOISE : 0, at, EDGE);
        [before, below] = [now.level, now.below];
      });
    }

    function notes() {
      for (const { time, at, hertz, level, below } of score.tones) {
        if (time + score.note <= from || !level) continue;
        const start = when(time);
        pan.setValueAtTime(side(at), start);
        frequency.setValueAtTime(hertz, start);
        for (const [gain, loud] of /** @type {[AudioParam, number][]} */ ([[tone.gain, VOICE * level], [hiss.gain, below ? NOISE * level : 0]])) {
          gain.setTargetAtTime(loud, start, ATTACK * score.note);
          gain.setTargetAtTime(0, when(time + STANDS * score.note), RELEASE * score.note);
        }
      }
    }

    function tick(/** @type {number} */ time) {
      const at = when(time);
      const { source, gain } = voice(context.createOscillator(), panner, at, at + TICK_SECONDS);
      source.frequency.value = TICK_HERTZ;
      gain.setTargetAtTime(TICK, at, EDGE / 6);
      gain.setTargetAtTime(0, at + TICK_SECONDS / 4, EDGE / 2);
    }

    if (score.note) notes();
    else curve();
    for (const time of score.ticks) if (time >= from) tick(time);
    tone.gain.setTargetAtTime(0, when(score.length), EDGE);
    hiss.gain.setTargetAtTime(0, when(score.length), EDGE);
    return {
      beginning,
      // Not at once, which would click.
      stop() {
        fade.gain.setTargetAtTime(0, context.currentTime, EDGE);
        setTimeout(() => fade.disconnect(), 20000 * EDGE);
        for (const { source } of [tone, hiss]) source.stop(context.currentTime + 10 * EDGE);
      },
    };
  };
})();
