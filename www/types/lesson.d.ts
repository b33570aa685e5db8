// Lessons: what their scripts hand to each other, and what the build has put into their files.

/** Every text around a lesson. */
interface LessonWords {
  back: string;
  begin: string;
  blank: string;
  can: string;
  cannot: string;
  cannotRight: string;
  clock: string;
  count: string;
  done: string;
  doneWhen: string;
  now: string;
  elapsed: string;
  finish: string;
  hintAgain: string;
  hintDiscuss: string;
  hintOn: string;
  hintVote: string;
  keyAnswer: string;
  keyBack: string;
  keyBlank: string;
  keyCount: string;
  keyFirst: string;
  keyFull: string;
  keyHelp: string;
  keyLast: string;
  keyLeave: string;
  keyListen: string;
  keyNext: string;
  keyNotes: string;
  keyPause: string;
  keyVotes: string;
  leave: string;
  minutes: string;
  next: string;
  nextStep: string;
  noLesson: string;
  noNotes: string;
  noWindow: string;
  notes: string;
  ownFile: string;
  ownSentence: string;
  planned: string;
  present: string;
  restart: string;
  reveal: string;
  step: string;
  voteFirst: string;
  voteFor: string;
  voteSecond: string;
  votes: string;
  worksheet: string;
}

/** A text with marks in it, from which nodes are made. */
type Prose = ProsePart[];
type ProsePart = string | { tag: 'p' | 'em' | 'strong' | 'code' | 'a' | 'ul' | 'ol' | 'li' | 'br'; href?: string; children: Prose };

interface LessonData {
  id: string;
  language: string;
  title: string;
  /** What one will know at the end. */
  lead: Prose;
  minutes: number;
  steps: LessonStep[];
}

/** What the list of lessons has of each. */
type LessonEntry = Pick<LessonData, 'id' | 'title' | 'lead' | 'minutes'>;

interface LessonStep {
  id: string;
  title: string;
  /** A link. */
  scene: string;
  figure: string;
  text: Prose;
  /** For whoever lectures. */
  notes: Prose;
  minutes: number | null;
  question: LessonQuestion | null;
  goal: LessonGoal | null;
}

interface LessonQuestion {
  kind: 'choose' | 'estimate' | 'draw';
  ask: Prose;
  options: { text: Prose; right: boolean }[];
  measure: string | null;
  plot: string | null;
  series: number | null;
  from: number | null;
  to: number | null;
  /** A link that the figure is given with the answer. */
  reveal: string | null;
  why: Prose;
}

interface LessonGoal {
  /** As they are written: a measure, or the difference of two, beside a number. */
  conditions: string[];
  words: string;
  witness: string | null;
  impossible: { claim: string } | null;
  why: Prose;
}

/** A question that stands beside a figure. */
interface LessonAsked {
  /** The form. */
  node: HTMLElement;
  /** Covers what the question is about, and listens. */
  begin(): void;
  /** Uncovers it, and lets go of all. */
  end(): void;
  /** Also without a commitment. */
  reveal(): void;
  choose(index: number): void;
  readonly state: 'asked' | 'committed' | 'revealed';
}

/** Where a lesson is open; steps are counted from 1. */
interface LessonPlace {
  id: string;
  step: number;
  present: boolean;
}

/** A lesson as it goes; kept while the page is open. */
interface Course {
  data: LessonData;
  /** Of each step, how many have voted for each option, the first and the second time. */
  votes: [number[], number[]][];
  /** Which goals were reached. */
  reached: Set<number>;
  /** When the lecture began, on the page's clock. */
  begun: number;
}

/** One way to tell a lesson. */
interface LessonView {
  node: HTMLElement;
  show(index: number): void;
  close(): void;
}

/** A figure that takes the scenes of a lesson. */
interface LessonScenes {
  figure: LabElement;
  enter(index: number): void;
  /** Shows a link of the text, in what the scene shows. */
  follow(link: string): void;
  /** With the answer to a question, and the link that it brings. */
  reveal(link: string | null): void;
  /** As the step began. */
  restart(): void;
  close(): void;
}

interface LessonVotes extends Part<[]> {
  /** What to do after the latest vote, in words. */
  hint(): string;
}

/** What the scripts of lessons share. */
interface Teaching {
  /** What an answer is called, by its place. */
  letter(index: number): string;
  data: { words: LessonWords } & QuestionData;
  css: string;
  // own.js
  own: { get(id: string): LessonData | undefined; all(): LessonData[]; put(data: LessonData): void };
  // open.js
  keep(data: LessonData): Promise<void>;
  show(place: LessonPlace | null): Promise<void>;
  // list.js
  list(home: HTMLElement): Promise<void>;
  relist(): void;
  // prose.js
  prose(parts: Prose, follow?: (link: string) => void): Node[];
  spoken(parts: Prose): string;
  // scenes.js
  scenes(course: Course, parts: (plots: number) => string, changed: (isOther: boolean) => void): LessonScenes;
  // goal.js
  goal(course: Course, index: number, told: () => void, follow: (link: string) => void): { node: HTMLElement; look(figure: LabElement): void };
  // steps.js
  steps(course: Course, scenes: LessonScenes, presenter: boolean, onstate: (asked: LessonAsked) => void, show?: (why: HTMLElement) => void): LessonSteps;
  // card.js, presenter.js
  card(course: Course): LessonView;
  presenter(course: Course): LessonView;
  // paper.js
  paper(data: LessonData): HTMLElement;
  // keys.js
  asks(event: KeyboardEvent): string | null;
  digit(event: KeyboardEvent): number;
  isAlone(event: KeyboardEvent): boolean;
  // votes.js, notes.js, countdown.js
  votes(course: Course, index: number, changed: () => void, isTold: () => boolean): LessonVotes;
  notes(course: Course, onKey: (event: KeyboardEvent) => void, signal: AbortSignal): LessonNotes;
  countdown(signal: AbortSignal): { node: HTMLElement; press(): void; stop(): void };
  // question.js
  question(question: LessonQuestion, figure: LabElement, options: { presenter: boolean; onstate(asked: LessonAsked): void; ontold?(): void; follow?(link: string): void; show?(why: HTMLElement): void }): LessonAsked;
}

/** The questions of a lesson's steps, each made once. */
interface LessonSteps {
  /** What stands beside the figure at a step. */
  body(index: number): Node[];
  enter(index: number): void;
  readonly asked: LessonAsked | null;
  leave(): void;
}

interface LessonNotes {
  /** Opens the window; false where it could not. */
  open(): boolean;
  show(index: number): void;
  close(): void;
}

interface ActivationLab {
  /** What tells lessons, when it has come. */
  lesson: Teaching;

  // lessons.js
  lessons: {
    go(place: LessonPlace | null, isNew: boolean): Promise<void>;
    /** Opens a file of the reader's as a lesson; without one, which is told only when it is dropped, it is over the page. */
    read(file: File | undefined): Promise<void>;
    leave(): void;
    begin(): Promise<void>;
  };
}

interface Page {
  /** Whether a lesson is presented: then letters are a part of the window's height, whatever room a figure has. */
  hall: boolean;
}
