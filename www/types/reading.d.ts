// A lesson's file that a reader opens: what its scripts hand to each other.

/** Every text around it. */
interface ReadingWords {
  close: string;
  closed: string;
  drop: string;
  failed: string;
  faults: string;
  fine: string;
  line: string;
  noLesson: string;
  notMarkdown: string;
  notText: string;
  opened: string;
  tooLarge: string;
  what: string;
  working: string;
}

/** Something that is wrong, in a line counted from 1. */
interface Fault {
  line: number;
  what: string;
}

/** What a file is read into. */
type Read = { lesson: LessonData } | { faults: Fault[] };

/** Who answers for the figures; two of the functions throw a text. */
interface ReadingBench {
  figure(link: string): string;
  measure(figure: string, name: string): string;
  seen(link: string): string | undefined;
  claims(id: string): boolean;
}

/** The glue of the module that reads. */
interface ReadingModule {
  (from: { module_or_path: ArrayBuffer }): Promise<unknown>;
  read(id: string, language: string, text: string, bench: ReadingBench): string;
}

interface ReadingDialog {
  /** How far the check is. */
  tell(text: string): void;
  /** All that is known to be wrong by now. */
  list(faults: Fault[]): void;
}

interface Reading {
  data: { words: ReadingWords; claims: string[] };
  css: string;
  glue(): ReadingModule;
  // bench.js
  bench(wanted: Set<string>): ReadingBench;
  workOut(links: string[], told: (done: number) => void, signal: AbortSignal): Promise<void>;
  // dialog.js
  dialog(title: string, sentence: string, faults: Fault[], closed: () => void): ReadingDialog;
  putAway(): void;
  // note.js
  dragover(): void;
  dropped(): void;
  say(text: string, isLast: boolean): void;
  // open.js
  open(file: File): Promise<void>;
}

interface ActivationLab {
  /** What opens a lesson's file, when it has come. */
  reading: Reading;
}
