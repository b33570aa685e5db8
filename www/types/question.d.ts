// Questions: what is asked of a figure before it is seen.

/** Every text around a question. */
interface QuestionWords {
  apart: string;
  axis: string;
  chosen: string;
  commit: string;
  covered: string;
  decades: string;
  drag: string;
  draw: string;
  drawnAxis: string;
  drawnDecades: string;
  forget: string;
  give: string;
  guess: string;
  height: string;
  keep: string;
  kept: string;
  leave: string;
  near: string;
  nearDrawn: string;
  none: string;
  notZero: string;
  option: string;
  place: string;
  refused: string;
  reveal: string;
  right: string;
  skip: string;
  skipped: string;
  truth: string;
  typed: string;
  unshown: string;
  why: string;
  whyHelp: string;
  wrong: string;
  zero: string;
}

/** What the build has put into the file of lessons for questions. */
interface QuestionData {
  ask: QuestionWords;
  /** The questions of the article, by their figures. */
  article: Record<string, LessonQuestion & { scene: string }>;
}

/** Where a prediction stands at one of its places. */
interface Expected {
  /** Whether anything was expected yet. */
  given: boolean;
  /** The last of the places, counted from 0. */
  places: number;
  place: string;
  position: number;
  positions: number;
  value: string;
}

/** How far a prediction is from what there is; of one number, and of a course. */
interface Gap {
  kind: 'near' | 'decades' | 'axis' | 'zero' | 'notZero' | 'none';
  size: string;
  factor?: string;
  said?: string;
  is?: string | null;
  most?: string | null;
  place?: string | null;
  untold?: number;
}

/** The part of a question in which the answer is given. */
interface Answering {
  node: HTMLElement;
  /** Whether there is an answer. */
  isGiven(): boolean;
  /** What is asked for first where there is none. */
  missing: string;
  /** From now on it stands. */
  settle(): void;
  /** What came of it, in words; `gap` is none where nothing was drawn or estimated. */
  told(gap: Gap | null): string;
  /** Tells `given` of every answer. */
  begin(signal: AbortSignal, given: () => void): void;
  choose(index: number): void;
}

/** What covers a figure. */
interface Cover {
  /** `then` is called when it is asked. */
  begin(then: () => void): void;
  /** Where it is seen, `then` is told what there is. */
  commit(seen: boolean, then?: (gap: Gap | null) => void): void;
  end(): void;
}

interface Teaching {
  // cover.js
  cover(question: LessonQuestion, figure: LabElement): Cover;
  // choose.js, expect.js
  chosen(question: LessonQuestion): Answering;
  expected(question: LessonQuestion, figure: LabElement): Answering;
  // why.js
  why(question: LessonQuestion): HTMLElement;
  // article.js
  predict(element: LabElement, button: HTMLElement, signal: AbortSignal): void;
}
