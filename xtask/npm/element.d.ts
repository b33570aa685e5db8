// The element <activation-lab>, and what defines it.

/** A module as it may be handed over: an address, what was fetched from one, bytes, or compiled. */
export type Binary = string | URL | Response | BufferSource | WebAssembly.Module;

export interface Parts {
  /** `activation-lab.wasm`. */
  module: Binary | Promise<Binary> | (() => Binary | Promise<Binary>);
  /** `trainer.wasm`, for the worker: an address or bytes. Without it the page trains by itself. */
  trainer?: Binary | Promise<Binary> | (() => Binary | Promise<Binary>);
  /** The address of `worker.js`; without it the worker is started from a `blob:` address. */
  worker?: string | URL;
  /** `math.woff2`; without it formulas are in a font of the reader's. */
  font?: string | URL | BufferSource | (() => BufferSource);
}

/** Defines `<activation-lab>`, once for the page: later calls have the first one's answer. Without a page, as in Node, the answer is undefined and nothing is done. */
export function init(parts: Parts): Promise<typeof ActivationLabElement | undefined>;

/** The figures that there are. */
export type Figure = /* FIGURES */;

export type Theme = 'light' | 'dark' | 'projector';

/** What an attribute may be set to by the property of its name; null or undefined takes it away. */
export type Value = string | number | boolean | null | undefined;

/** A named number of a figure. */
export interface Measure {
  name: string;
  id: string;
  series?: number;
  arm?: number;
  layer?: number;
  unit_number?: number;
  /** Text where it is outside of what a number can be, null where it is missing. */
  value: number | string | null;
  missing?: 'pending' | 'overflow' | 'exact_zero' | 'underflow' | 'undefined';
  unit: string;
}

/** What the event `activation-lab-change` tells. */
export interface Change {
  figure: string;
  /** What differs from the factory state, as a link spells it. */
  state: string;
}

/** The class of `<activation-lab>`; it exists where `init` has defined it. */
export declare class ActivationLabElement extends HTMLElement {
  /** The figure; another one begins anew. */
  get figure(): string;
  set figure(name: Value);
  /** A whole link: figure, state, and what is shown. */
  get link(): string | null;
  set link(link: Value);
  // SHOWN AS PROPERTIES
  /** Without it the figure follows the reader's system. */
  get theme(): string | null;
  set theme(name: Value);
  // CONTROLS

  /** What differs from the factory state, as a link spells it. */
  get state(): string;
  set state(link: string);
  /** The named numbers of the present state. */
  readonly measures: Measure[];
  /** What of the link or the attributes was ignored, in words. */
  readonly notes: string[];

  /** Shows a state; what the link does not name is the factory's. */
  load(link: string): void;
  /** Back to where the link or the attributes began; from there, to the factory state. */
  reset(): void;
  /** Lets time pass, in the figures that have any. */
  play(): void;
  pause(): void;
  /** Calls back when the present state is drawn. */
  whenDrawn(action: () => void): void;

  addEventListener<K extends keyof ActivationLabEvents>(type: K, listener: (this: ActivationLabElement, event: ActivationLabEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof ActivationLabEvents>(type: K, listener: (this: ActivationLabElement, event: ActivationLabEvents[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

export interface ActivationLabEvents extends HTMLElementEventMap {
  'activation-lab-change': CustomEvent<Change>;
}

/** The attributes, as JSX and templates have them. */
export interface ActivationLabAttributes {
  figure?: Figure;
  link?: string;
  // SHOWN AS ATTRIBUTES
  theme?: Theme;
  // ATTRIBUTES
}

/** What a framework's JSX adds to its elements. */
export interface ActivationLabElements {
  'activation-lab': ActivationLabAttributes & {
    id?: string;
    class?: string;
    className?: string;
    style?: string | Record<string, string | number>;
    key?: string | number;
    ref?: unknown;
    slot?: string;
    children?: unknown;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'activation-lab': ActivationLabElement;
  }
  interface DocumentEventMap {
    'activation-lab-change': CustomEvent<Change>;
  }
  interface WindowEventMap {
    'activation-lab-change': CustomEvent<Change>;
  }
  namespace JSX {
    interface IntrinsicElements extends ActivationLabElements {}
  }
}
