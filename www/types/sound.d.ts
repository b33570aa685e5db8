// Sound: what the wasm side says is heard, and what the scripts of sound share.

/** A value as it is heard; `at` and `height` are shares of the frame's sides, from the left and from below. */
interface HeardPoint {
  at: number;
  /** None where there is nothing to be seen. */
  height: number | null;
  /** Whether it is negative. */
  below: boolean;
}

/** Of a layer: how many decades it lies below the loudest of the plot; none where it is zero, or lost. */
interface HeardNote extends HeardPoint {
  fall: number | null;
}

/** A curve from left to right, with the places where it gets to the other side of zero; or layers, in the order in which they are heard. */
type HeardSeries = { name: string; points: HeardPoint[]; crossings: number[] } | { name: string; notes: HeardNote[] };

/** What can be heard of a plot; its frame is left, top, right and bottom as shares of its box. */
interface Heard {
  frame: [number, number, number, number];
  series: HeardSeries[];
}

/** A series with the place of its plot. */
interface Audible {
  name: string;
  box: HTMLElement;
  frame: Heard['frame'];
  series: HeardSeries;
}

/** Times are in seconds. */
interface Score {
  length: number;
  /** Length of a note; 0 where one tone glides. */
  note: number;
  tones: { time: number; at: number; hertz: number; level: number; below: boolean }[];
  ticks: number[];
}

interface Rendering {
  /** When it is heard first, on the clock of its context. */
  beginning: number;
  stop(): void;
}

interface SoundPlayer {
  /** Whether the browser lets it be heard. */
  play(score: Score): Promise<boolean>;
  pause(): void;
  stop(): void;
  /** As loud as is chosen now. */
  loud(): void;
  readonly state: 'playing' | 'paused' | 'still';
}

interface Sound {
  data: { words: Record<'curveHelp' | 'keyLeave' | 'noSound' | 'notesHelp' | 'nothing' | 'pause' | 'play' | 'refused' | 'series' | 'speed' | 'stop' | 'title' | 'volume', string> };
  css: string;
  // score.js
  score(series: HeardSeries, speed: number): Score;
  place(score: Score, time: number): number;
  /** What is said of it: seconds of a curve, octaves of a frame, decibels of ten times less. */
  scale: Record<'seconds' | 'octaves' | 'decibels', number>;
  // render.js
  render(context: BaseAudioContext, out: AudioNode, score: Score, from: number): Rendering;
  // player.js
  chosen: { speed: number; volume: number };
  isThere(): boolean;
  /** Ends whatever is heard; whether anything was. */
  stop(): boolean;
  player(may: () => boolean, passed: (at: number | null) => void, told: () => void): SoundPlayer;
  // open.js
  /** Opens the player of a figure and begins, or closes it. */
  open(button: HTMLButtonElement, signal: AbortSignal): void;
  /** Begins, stands still, goes on. */
  press(button: HTMLButtonElement): void;
}

interface ActivationLab {
  /** What makes sounds, when it has come. */
  sound: Sound;

  // listen.js
  listen(signal: AbortSignal): HTMLButtonElement;
  listenTo(button: HTMLButtonElement): void;
  listenIn(element: LabElement): void;
}
