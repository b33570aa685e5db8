// What the Share dialog's scripts hand to each other, and what the build has put into their file.

/** Every text of the dialog. */
interface ShareWords {
  all: string;
  asNow: string;
  auto: string;
  byHand: string;
  close: string;
  controls: string;
  copied: string;
  copy: string;
  csv: string;
  dark: string;
  data: string;
  dataHelp: string;
  download: string;
  element: string;
  elementHelp: string;
  exact: string;
  frame: string;
  frameHelp: string;
  height: string;
  json: string;
  jupyterHelp: string;
  latexHelp: string;
  light: string;
  link: string;
  linkHelp: string;
  mdbookHelp: string;
  moodleHelp: string;
  moreControls: string;
  mystHelp: string;
  notes: string;
  noAddress: string;
  notThisPage: string;
  noLoader: string;
  noPicture: string;
  noProgram: string;
  noScene: string;
  numpy: string;
  own: string;
  ownMachine: string;
  parts: string;
  partFormulas: string;
  partLegend: string;
  partMore: string;
  partReadouts: string;
  partSentence: string;
  partShare: string;
  partSound: string;
  partTable: string;
  partTitle: string;
  paste: string;
  pasteHelp: string;
  picture: string;
  pictureHelp: string;
  plots: string;
  png: string;
  preparing: string;
  preview: string;
  print: string;
  program: string;
  programHelp: string;
  projector: string;
  quartoHelp: string;
  revealHelp: string;
  scaled: string;
  show: string;
  size: string;
  slide: string;
  sphinxHelp: string;
  svg: string;
  take: string;
  taller: string;
  theme: string;
  title: string;
  tool: string;
  torch: string;
  whichTool: string;
  width: string;
}

/** A plot that can be chosen. */
interface SharePlot {
  id: string;
  name: string;
}

/** What of a figure can be chosen beside its controls. */
interface ShareAbout {
  plots: SharePlot[];
  /** Those of which it draws one at a time. */
  oneOf: string[];
  scenes: { title: string; link: string }[];
}

interface ShareData {
  software: string;
  words: ShareWords;
  figures: Record<string, ShareAbout>;
}

/** What programs are put together from. */
interface Programs {
  directive: string;
  templates: Record<string, { py: string; torch: string | null }>;
  parts: Record<string, string>;
  /** Of each activation the class for NumPy, and the line for PyTorch. */
  classes: Record<string, string>;
  entries: Record<string, string>;
  /** The activations of a figure in which none is chosen. */
  unchosen: string[];
}

/** What comes later than the first view: the site fetches it, the single file has it asleep. */
interface Later {
  /** Runs the dialog's scripts, which fill `ActivationLab.sharing`. */
  share(): Promise<unknown>;
  /** The same of the list of keys, for `ActivationLab.help`. */
  help(): Promise<unknown>;
  /** The same of what makes sounds, for `ActivationLab.sound`. */
  sound(): Promise<unknown>;
  programs(): Promise<Programs>;
  /** Runs the scripts that tell lessons, which fill `ActivationLab.lesson`. */
  teach(): Promise<unknown>;
  /** Runs the scripts that open a lesson's file, which fill `ActivationLab.reading`; and the module that they read it with. */
  reading(): Promise<unknown>;
  reader(): Promise<ArrayBuffer>;
  lessons(): Promise<LessonEntry[]>;
  lesson(id: string): Promise<LessonData>;
  /** A page to print, as HTML. */
  worksheet(id: string): Promise<string>;
  /** The folder of the site; empty in the single file. */
  folder: string;
}

/** Keys and texts of a state, as a link has them. */
type Pairs = [key: string, text: string][];

/** What is taken. */
interface Taken {
  about: About;
  /** What of the figure, in which state. */
  pairs: Pairs;
  theme: string;
  width: number;
  height: number;
}

/** The same, ready to be written down. */
interface Spelled {
  figure: string;
  title: string;
  /** What stands after the `#` of a link. */
  hash: string;
  pairs: Pairs;
  theme: string;
  width: number;
  height: number;
  /** Whether that height is the one that was chosen. */
  fits: boolean;
  place: Place;
}

/** Where this page is for others. */
interface Place {
  page: string;
  loader: string;
  /** What has to be said of these addresses. */
  pageNote: string;
  loaderNote: string;
}

/** A text to be pasted elsewhere. */
interface Form {
  id: string;
  name: string;
  help: string;
  note(place: Place): string;
  text(taken: Spelled): string;
}

/** A view that is complete, for files of it. */
interface Source {
  lab: Lab;
  spelled: Spelled;
}

/** What the dialog's scripts share. */
interface Sharing {
  data: ShareData;
  css: string;
  // snippets.js
  place(): Place;
  forms(): { link: Form; frame: Form; element: Form; tools: Form[] };
  command(taken: Spelled, end: string, look?: string): string;
  // paste.js
  read(text: string): { figure: string; link: string } | null;
  pairs(state: string): Pairs;
  spell(pairs: Pairs): string;
  // files.js
  svg(source: Source, theme?: string): string;
  pixels(svg: string, times: number): Promise<HTMLCanvasElement>;
  png(svg: string, times: number): Promise<Blob>;
  json(source: Source): string;
  print(svg: string, home: HTMLElement): Promise<void>;
  // program.js
  program(programs: Programs, source: Source, format: 'py' | 'torch'): string;
  // copy.js
  copy(field: HTMLTextAreaElement): Promise<boolean>;
  // choices.js
  choices(change: (change: Partial<Taken>) => void, words: ShareWords): ShareChoices;
  // output.js
  output(words: ShareWords, ready: () => Promise<Source>): ShareOutput;
  // dialog.js
  open(element: Host, lab: Lab, button: HTMLElement, signal: AbortSignal): void;
}

interface ShareChoices {
  node: HTMLElement;
  /** Offers what a figure has; `now` is what it showed when the dialog was opened. */
  offer(about: About, now: Pairs, actions: ActionState[]): void;
  show(taken: Taken, panel: Panel): void;
}

interface ShareOutput {
  node: HTMLElement;
  show(taken: Spelled): void;
}
