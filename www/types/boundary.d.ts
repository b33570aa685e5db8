// What the wasm module tells as JSON.
// `src/web/tests.rs` reads this file, and holds that what is sent is what stands here, neither less nor more.

/** All figures with their controls, and all activations. */
interface Catalogue {
  figures: About[];
  activations: ActivationAbout[];
  /** What the texts are in, as `lang` has it. */
  language: string;
  /** Milliseconds of a frame that the figures of a page may compute, together. */
  patience: number;
  /** The keys of links, and attributes, that say what of a figure is shown; each is said of what the ones before it have made. */
  shown: string[];
  /** The themes that a reader can choose. */
  themes: string[];
  words: Words;
}

/** What is always true of a figure. */
interface About {
  id: string;
  title: string;
  lead: string;
  /** Whether the module that tells this can draw it; of one that it only names, it tells no actions. */
  drawn: boolean;
  controls: Control[];
  layout: 'beside' | 'quad' | 'above' | 'aside' | 'lead';
  actions: ActionAbout[];
  player: Player | null;
}

interface ActionAbout {
  id: string;
  help: string;
}

/** The controls that Play moves, and that say how fast. */
interface Player {
  step: string;
  speed: string;
}

interface Control {
  id: string;
  label: string;
  help: string;
  kind: NumberKind | ChoiceKind | ActivationsKind | SwitchKind;
  place: 'Main' | 'More' | 'Player';
}

interface NumberKind {
  Number: NumberDetails;
}

interface ChoiceKind {
  Choice: ChoiceDetails;
}

interface ActivationsKind {
  Activations: ActivationsDetails;
}

interface SwitchKind {
  Switch: SwitchDetails;
}

interface NumberDetails {
  min: number;
  max: number;
  step: number;
  default: number;
  travel: 'Linear' | 'Logarithmic';
  whole: boolean;
  /** Another control whose value is the largest one of use. */
  upto: string | null;
  marks: [number, string][];
}

interface ChoiceDetails {
  /** Ids and labels. */
  options: [string, string][];
  /** An index. */
  default: number;
}

interface ActivationsDetails {
  default: string;
  most: number;
}

interface SwitchDetails {
  default: boolean;
}

interface ActivationAbout {
  id: string;
  label: string;
  parameters: ParameterAbout[];
  facts: ActivationFacts;
}

interface ParameterAbout {
  id: string;
  symbol: string;
  default: number;
}

interface ActivationFacts {
  range: string;
  monotone: string;
  zero_centred: string;
  smoothness: string;
  convention: string;
  saturates: string;
  can_die: string;
  largest_slope: string;
  year: string;
  paper: string;
}

/** Everything beside the pictures in the present state of a figure. */
interface Panel {
  /** What stands over the figure. */
  title: string;
  parts: Parts;
  /** Whether some of the figure is left out. */
  narrow: boolean;
  /** Whether all is shown although less was asked for. */
  whole: boolean;
  /** Whether what it shows is to be found out first. */
  covered: boolean;
  plots: PlotAbout[];
  legend: Key[];
  readouts: Readout[];
  deeper: Readout[];
  formulas: Formula[];
  summary: string;
  /** The first sentence of it. */
  verdict: string;
  /** Whether more is to come. */
  pending: boolean;
  /** Whether a run came to an end here. */
  halted: boolean;
  controls: ControlState[];
  actions: ActionState[];
  facts: Grid;
}

/** Which of its parts a figure shows beside plots and controls. */
interface Parts {
  title: boolean;
  sentence: boolean;
  legend: boolean;
  readouts: boolean;
  formulas: boolean;
  table: boolean;
  share: boolean;
  more: boolean;
  sound: boolean;
}

interface PlotAbout {
  id: string;
  title: string;
  weight: number;
  /** Its part of the weights of all. */
  share: number;
  zooms: boolean;
}

interface Readout {
  label: string;
  value: string;
  note: string;
  colour: string;
  large: boolean;
}

interface Formula {
  label: string;
  mathml: string;
  text: string;
}

/** A control as it stands. */
type ControlState = NumberState | ActivationsState | PlainState;

interface NumberState {
  id: string;
  text: string;
  /** Whether it is of use now, and wanted. */
  here: boolean;
  /** Whether it stands fast. */
  locked: boolean;
  refused?: Refusal;
  /** Why it does not act as it is written. */
  held: string | null;
  position: number;
  positions: number;
  valuetext: string;
  marks: MarkState[];
}

interface MarkState {
  position: number;
  text: string;
  label: string;
}

interface ActivationsState {
  id: string;
  text: string;
  /** Whether it is of use now, and wanted. */
  here: boolean;
  /** Whether it stands fast. */
  locked: boolean;
  refused?: Refusal;
  items: Item[];
}

/** A chosen activation. */
interface Item {
  label: string;
  parameters: ParameterState[];
  colour: string;
  dash: number[];
}

interface ParameterState {
  id: string;
  symbol: string;
  meaning: string;
  signed: boolean;
  text: string;
}

/** A choice or a switch. */
interface PlainState {
  id: string;
  text: string;
  /** Whether it is of use now, and wanted. */
  here: boolean;
  /** Whether it stands fast. */
  locked: boolean;
  refused?: Refusal;
}

/** What was typed into a field and not taken; the last two are those of an activation's parameter. */
interface Refusal {
  message: string;
  index: number | null;
  parameter: string | null;
}

interface ActionState {
  label: string;
  open: boolean;
  here: boolean;
}

interface Grid {
  columns: string[];
  rows: string[][];
}

/** Some rows of the data table. */
interface Sample {
  columns: string[];
  rows: string[][];
  /** How many there are. */
  all: number;
  /** What there is of each layer now; without rows where there is nothing. */
  layers: Grid;
}

/** A named number. One outside the range of f64 is text; one that is missing is null. */
interface Measure {
  name: string;
  id: string;
  series?: number;
  arm?: number;
  layer?: number;
  unit_number?: number;
  value: number | string | null;
  missing?: 'pending' | 'overflow' | 'exact_zero' | 'underflow' | 'undefined';
  unit: string;
}

/** The texts of the controls that differ from the factory state, by their ids. */
type Written = Record<string, string>;
