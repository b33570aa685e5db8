// The parts of an open figure, as the scripts hand them to each other.

/** What the parts in the shadow tree know of the session that they belong to. */
interface Host extends Addressed {
  changed(): void;
  redraw(): void;
  reset(): void;
  isWhole(whole: boolean): void;
  whenComplete(action: (lab: Lab) => void): void;
  whenDrawn(action: () => void): void;
  readonly measures: Measure[];
  /** Whether it is a figure of which our article speaks. */
  readonly isOfTheText: boolean;
  readonly seen: boolean;
  readonly theme: string;
}

/** What a figure does in a frame that all figures of the page share. */
interface Turn {
  /** Whether it may change the heights of the page. */
  isNew(): boolean;
  isWorking(): boolean;
  /** May compute for about so long. */
  write(milliseconds: number): void;
  /** Comes after the writing of all. */
  draw(): void;
}

/** Who is told what happens around a figure. */
interface Watcher {
  onSight(seen: boolean): void;
  onSize(): void;
  onLook(): void;
  onPrint(now: boolean): void;
}

interface Session {
  host: Host;
  view: Shell;
  begin(link: string | null, memory: SessionMemory | null, alone: boolean): void;
  load(link: string, alone: boolean): void;
  reach(action: (lab: Lab, host: Host) => void): void;
  arrive(text: string, back: () => void): void;
  set(id: string, text: string | null): void;
  show(key: string, text: string | null): void;
  redraw(): void;
  memory(): SessionMemory;
  close(unsettled?: 'settle'): void;
  isDead(): boolean;
}

/** A figure whose module is not there. */
interface Waiting {
  /** Fetches it now. */
  hasten(): void;
  /** To be done when it is there, which is to be soon. */
  soon(action: () => void): void;
  /** Waits no more, and returns what was to be done. */
  end(): (() => void)[];
}

/** What a figure that is taken out of the page would forget. */
interface ShellMemory {
  playing: boolean;
  open: boolean[];
  tab: number;
}

interface SessionMemory extends ShellMemory {
  figure: string;
  origin: string;
}

/** A row of buttons, and what the pressed one of them opens. */
interface Tabs extends Part<[]> {
  open: number;
  add(title: string, parts: Node[], fill: () => void, wanted: () => boolean): void;
}

/** A piece of the page that shows what it is told. */
interface Part<Told extends unknown[]> {
  node: HTMLElement;
  show(...told: Told): void;
}

interface Widget<State> {
  node: HTMLFieldSetElement;
  show(state: State): void;
}

/** Makes the widgets of each kind of control. */
type Makers = Record<keyof NumberKind | keyof ChoiceKind | keyof ActivationsKind | keyof SwitchKind, (scope: Scope, control: Control, details: never) => Widget<never>>;

/** What a widget is made in. */
interface Scope {
  element: Host;
  lab: Lab;
  about: About;
  signal: AbortSignal;
  words: Words;
}

interface Input {
  frame(control: Control, className: string, ...children: Node[]): HTMLFieldSetElement;
  errorLine(id: string): HTMLParagraphElement;
}

/** What a swatch is drawn from. */
type Look = Key | (Item & { filled?: never; path?: never; colours?: never });

interface Controls extends Part<[ControlState[]]> {
  timers: Element[];
  /** How many are in the open. */
  count(): number;
  showActions(states: ActionState[]): void;
}

interface PlayerPart extends Part<[Panel]> {
  run(): void;
  pause(): void;
  isPlaying(): boolean;
}

/** A plot on the page. */
interface Picture {
  id: string;
  title: HTMLElement;
  canvas: HTMLCanvasElement;
  description: HTMLElement;
  box: HTMLElement;
  frame: HTMLElement;
  /** Pixels to a CSS pixel when it was drawn. */
  ratio: number;
  /** What is on the canvas: size, sharpness, theme, and what is pointed out. */
  drawn: string;
}

/** A place in the window. */
interface Spot {
  clientX: number;
  clientY: number;
}

interface Pictures extends Part<[plots: PlotAbout[], covered: boolean]> {
  tools: HTMLElement;
  draw(theme: string): void;
  /** Points out the marks of an entry of the legend, or of none. */
  light(key: number | undefined): void;
  /** Is told which entry's mark is under the pointer. */
  whenOver: (key: number | undefined) => void;
}

/** How a figure arranges itself. */
interface Stage {
  /** In its box, or, where it is to be `free`, as if it had none. */
  arrange(plots: number, controls: number, theme: string, free?: boolean): void;
  readonly scale: number;
  readonly finest: number;
}

interface Shell extends Part<[panel: Panel, theme: string]> {
  /** As high as the figure's box, where that has a height of its own. */
  probe: HTMLElement;
  pictures: Pictures;
  arrange(theme: string): void;
  natural(theme: string): number;
  wait(panel: Panel): void;
  note(lines: string[]): void;
  notes(): string[];
  memory(): ShellMemory;
  goOn(memory: ShellMemory): void;
  enter(): void;
  span(): Span;
  play(): void;
  pause(): void;
  arrive(said: string, way: () => void): void;
  forget(): void;
  depart(): void;
  focusArrival(): void;
}

interface Trainer {
  ask(words: Float64Array): boolean;
  stop(): void;
}

interface Errands {
  begin(): void;
  goOn(): void;
  rest(): void;
  stop(): void;
}
