// @ts-check
// What is heard as a score: when each tone comes, how high, how loud and where. How high a value lies, and by how much it falls, the wasm side has said.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { sound } = ActivationLab;

  // The foot of a frame, in hertz, and its height in octaves: within what small loudspeakers play and most people hear well.
  const FOOT = 220;
  const OCTAVES = 3;

  // Ten times less is so many decibels quieter.
  const DECADE_DB = 6;

  // Seconds that a curve takes, and a note; many notes are shorter, so that all of them take no longer than a curve, down to what can still be told apart.
  const CURVE = 4;
  const NOTE = 0.4;
  const SHORTEST = 0.08;

  // What the player tells of it.
  sound.scale = { seconds: CURVE, octaves: OCTAVES, decibels: DECADE_DB };

  /** @param {number} height */
  const hertz = (height) => FOOT * 2 ** (OCTAVES * height);
  /** @param {number} decades */
  const level = (decades) => 10 ** ((-DECADE_DB * decades) / 20);

  sound.score = function (series, speed) {
    if ('notes' in series) {
      const length = Math.min(Math.max(CURVE / series.notes.length, SHORTEST), NOTE) / speed;
      return {
        length: length * series.notes.length,
        note: length,
        tones: series.notes.map(({ at, height, below, fall }, index) => ({
          time: index * length,
          at,
          hertz: hertz(height ?? 0),
          level: height === null || fall === null ? 0 : level(fall),
          below,
        })),
        ticks: [],
      };
    }
    const length = CURVE / speed;
    return {
      length,
      note: 0,
      tones: series.points.map(({ at, height, below }) => ({ time: at * length, at, hertz: hertz(height ?? 0), level: height === null ? 0 : 1, below })),
      ticks: series.crossings.map((at) => at * length),
    };
  };

  // Where in the frame it is at a time, as a share of its width.
  sound.place = function ({ tones, note }, time) {
    const next = tones.findIndex((tone) => tone.time > time);
    const after = next < 0 ? tones[tones.length - 1] : tones[next];
    const before = next < 0 ? after : tones[Math.max(next - 1, 0)];
    // A note stands; a curve goes on.
    if (note || after === before) return before.at;
    return before.at + ((time - before.time) / (after.time - before.time)) * (after.at - before.at);
  };
})();
