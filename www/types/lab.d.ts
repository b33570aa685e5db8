// What the scripts of the page share: each adds to `window.ActivationLab` what the ones after it use.

declare var ActivationLab: ActivationLab;

/** The module's exports, in whichever way they have come. */
type Wasm = Pick<typeof wasm_bindgen, 'Lab' | 'Tick' | 'address' | 'catalogue' | 'figure_of' | 'linked' | 'measured' | 'seen' | 'values'>;

type Lab = wasm_bindgen.Lab;

/** One that another may take the place of. */
type GuardedLab = Lab & { exchange(other: Lab): void };

/** A text that `JSON.parse` turns into a value of this type. */
type Json<T> = string & { readonly json: T };

interface JSON {
  parse<T>(text: Json<T>): T;
}

declare namespace wasm_bindgen {
  interface Lab {
    /** Lets go of the module's data without freeing them. */
    __destroy_into_raw(): number;
  }
}

/** How far a key moves a slider. */
type StepSize = 'fine' | 'coarse' | 'page';

/** What is asked before a plot is seen, and what the page says of it. */
type QuestionVerb = 'ask' | 'commit' | 'reveal' | 'unask' | 'expect' | 'type' | 'expected' | 'gap' | 'holds' | 'stands' | 'heard';

/** What a pointer does to a plot; `move` is with a press, `hover` without one. */
type PointerKind = 'down' | 'move' | 'hover' | 'leave' | 'up' | 'zoom';

/** The style of the figures, which the build puts in its place in the single file. */
declare var FIGURE_STYLE: string;

interface ActivationLab {
  /** The module that the page began with; it draws some of the figures, or all. */
  wasm: Wasm;
  /** The style of the figures. */
  css: string;
  catalogue: Catalogue;
  words: Words;
  page: Page;
  /** Whether the page is our own article, whose address is ours to write. */
  isOurs: boolean;
  /** Whether that article stands in somebody's frame. */
  isHosted: boolean;
  /** What a worker is started from; none where its parts did not come along. */
  training?: Training;
  later: Later;
  /** The Share dialog, when it has come. */
  sharing: Sharing;
  help: Help;

  // failed.js
  sorry(error: unknown, element: Element): string;
  failed(error: unknown): void;

  // activation-lab.js
  node<K extends Tag>(tag: K, properties?: Properties<HTMLElementTagNameMap[K]>, ...children: (Node | string)[]): HTMLElementTagNameMap[K];
  write(node: Node, text: string | null): void;
  hide(node: HTMLElement, isHidden: boolean): void;
  /** Of load.js: whether a copy of it is at work. */
  begun?: boolean;
  start(wasm: Wasm, figureCss: string, more?: () => Promise<Wasm>): Promise<void>;

  // sheet.js
  adopt(root: ShadowRoot | Document, css: string): void;
  adoptStyle(root: ShadowRoot): void;

  // modules.js
  door(title: string): HTMLElement;
  modules: { begin(wasm: Wasm, more?: () => Promise<Wasm>): void; of(figure: string): Wasm | null; isWhole(): boolean; whole(): Promise<void> };
  waiting(element: HTMLElement & { figure: string }, root: ShadowRoot, open: () => void, later: (() => void)[]): Waiting;

  // guard.js
  guarded(lab: Lab, onTrap: () => void): GuardedLab;
  unlessStopped<T>(action: () => T): T | undefined;

  // anchor.js, frames.js and watch.js
  glide(): void;
  holdStill(action: () => void): void;
  frames: { ask(part: Turn): void; leave(part: Turn): void };
  work(lab: Lab, about: About, redraw: () => void): Errands;
  watch(element: Element, parts: Element[], watcher: Watcher, signal: AbortSignal): void;

  // session.js
  session(element: LabElement, root: ShadowRoot, onSettled: (written: Written, told: Told) => void, onTrap: (settled: string) => void): Session;

  // controls.js and chooser.js
  swatch(look: Look): Element;
  controls(element: Host, lab: Lab, about: About, signal: AbortSignal): Controls;
  input: Input;
  chooser(scope: Scope, control: Control, details: ActivationsDetails): Widget<ActivationsState>;

  // contrast.js
  systemColours(): string;

  // page.js
  theme(own: string | null): string;
  replaceAddress(address: string, state?: unknown): void;
  pushAddress(address: string, state: unknown): void;
  reveal(part: Element, behavior?: Behaviour): void;
  focus(part: HTMLElement): void;
  setTheme(theme: string): void;
  openPage(): void;

  // landing.js
  give(link: string, load: (figure: LabElement) => void): LabElement | null;
  watchLinks(): void;
  openLink(): void;

  // math.js
  math(text: string): DocumentFragment;
  /** Writes a formula into an element; where only text differs, only text is written. */
  writeMath(home: Element, text: string): void;

  // panels.js
  fill(text: string, values: Record<string, string | number>): string;
  legend(element: Host, pictures: Pictures, about: About, signal: AbortSignal): Part<[Key[]]>;
  sentence(signal: AbortSignal): Part<[text: string, first: string, runs: boolean, now?: boolean]>;
  readouts(): Part<[Readout[]]>;
  save(content: BlobPart, type: string, name: string): void;
  disclosures(element: Host, lab: Lab, about: About, signal: AbortSignal): Part<[Panel]> & { open: number };

  // tabs.js
  tabs(signal: AbortSignal): Tabs;

  // player.js
  player(element: Host, lab: Lab, time: Player, widgets: Element[], signal: AbortSignal): PlayerPart;

  // pictures.js
  pictures(element: Host, lab: Lab, about: About, stage: Stage, signal: AbortSignal): Pictures;

  // stage.js
  stage(figure: HTMLElement, probe: HTMLElement): Stage;

  // shell.js
  shell(element: Host, lab: Lab, about: About, signal: AbortSignal): Shell;

  // trainer.js and errands.js
  trainer(onReply: (words: Float64Array) => void, onFailure: () => void): Trainer;
  // keys.js
  keys(): readonly KeyRow[];
  addKeys(rows: readonly KeyRow[]): void;
  key(where: string, event: KeyboardEvent): string | undefined;
  writes(part: Element): boolean;
  step(event: KeyboardEvent): [direction: number, size: StepSize] | undefined;
  STILL: string;
  listKeys(theme: string): Promise<void>;
  hearKey(part: HTMLElement, where: string, id: string, action: () => void, signal?: AbortSignal, may?: () => boolean): void;

  // predict.js
  reach(lab: GuardedLab, opened: Wasm['Lab'], host: Host, prepare: () => void): Session['reach'];
  predict(element: LabElement, figure: HTMLElement, signal: AbortSignal): void;

  // live.js
  live(host: Host, lab: Lab, about: About, signal: AbortSignal): (panel: Panel) => void;

  errands(lab: Lab, redraw: () => void): Errands;

  /** In a frame alone, from messages.js. */
  talk(): void;

  /** In the single file alone. */
  inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer>;
}

type Tag = keyof HTMLElementTagNameMap;

/** Listens to an event of an element, or of the window. */
type Listen = <K extends keyof HTMLElementEventMap>(target: Listened, type: K, handler: (event: HTMLElementEventMap[K]) => void) => void;

/** The same, of something that is always the same. */
type ListenHere = <K extends keyof HTMLElementEventMap>(type: K, handler: (event: HTMLElementEventMap[K]) => void) => void;

interface Listened {
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, handler: (event: HTMLElementEventMap[K]) => void, options: AddEventListenerOptions): void;
}

/** Properties that an element begins with; where it wants a text, it makes one of a number. */
type Properties<T> = { [N in Exclude<keyof T, 'attributes'>]?: T[N] extends string ? T[N] | number : T[N] } & { attributes?: Attributes };

type Attributes = Record<string, string | number | boolean>;

interface Page {
  theme: string;
  ui: string;
  hide: string[];
  lock: string[];
  /** How many times larger a host shows the frame, as it says itself; 0 before. */
  scale: number;
  /** The last two heights that a host was told: it may be about to follow. */
  told: number[];
  /** Whether `?` is no key outside of figures. */
  still: boolean;
}

/** What a value in a message must be; `known` is told where it is not. */
interface Rule {
  known: unknown[];
  fits(value: unknown): boolean;
}

/** A message of a host, as messages.js reads it when its values have been looked at. */
interface Asked {
  source: string;
  type: string;
  id?: string | number;
  state?: string;
  controls?: Record<string, unknown>;
  theme?: string;
  scale?: number;
  format?: string;
  width?: number;
}

/** What may be asked for: its keys, and what is done; `complain` and `file` answer. */
interface Askable {
  keys: Record<string, Rule>;
  act(asked: Asked, complain: (problem: object) => void, file: (file: object) => void): void;
}

interface Training {
  script(): string;
  module(): Promise<BufferSource>;
}

/** The element `<activation-lab>`. Each control of its figure is a property besides, like the attribute of that name. */
interface LabElement extends HTMLElement {
  figure: string;
  /** What differs from the factory state, as a link spells it. */
  state: string;
  readonly measures: Measure[];
  readonly span: Span;
  load(link: string, alone?: boolean): void;
  follow(link: string, text: string, back: () => void): void;
  focusArrival(): void;
  whenDrawn(action: () => void): void;
  whenComplete(action: (lab: Lab) => void): void;
  reach(action: (lab: Lab, host: Host) => void): void;
  play(): void;
  pause(): void;
  reset(): void;
  note(lines: string[]): void;
  /** What of the link or the attributes was ignored. */
  readonly notes: string[];
  /** In pixels, without what its page puts around it; 0 before it is drawn. */
  readonly naturalHeight: number;
}

interface HTMLElementTagNameMap {
  'activation-lab': LabElement;
}

/** What the event `activation-lab-change` tells in its `detail`. */
interface Told {
  figure: string;
  state: string;
}

interface WindowEventMap {
  'activation-lab-change': CustomEvent<Told>;
}

/** Where title, pictures and sentence stand in the window. */
interface Span {
  title: number;
  pictures: number;
  end: number;
  /** Whether the pictures stay at the top while the rest scrolls. */
  sticks: boolean;
}

interface Addressed {
  readonly figure: string;
  readonly state: string;
}
