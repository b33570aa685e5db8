// Where the scripts know more of browsers than the library that they are checked with, which describes those of April 2022.

interface Element {
  /** The DOM makes a text of any value. */
  setAttribute(name: string, value: string | number | boolean): void;
}

interface CSSStyleDeclaration {
  /** As above. */
  setProperty(property: string, value: string | number): void;
}

interface CSSStyleSheet {
  /** With the next one. */
  replaceSync(text: string): void;
}

/** Firefox and Safari 16.4 have it since then; where it is missing, each figure gets a `<style>`. */
interface DocumentOrShadowRoot {
  adoptedStyleSheets: CSSStyleSheet[];
}

/** `instant` is older than the library and missing in it. */
type Behaviour = ScrollBehavior | 'instant';

declare function scrollBy(options: { top: number; behavior: Behaviour }): void;

/** What is run from an address has to be allowed by a page's policy; where it is missing, asking for it throws. */
declare var trustedTypes: {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
};

/** Safari 16.4 and Firefox 113 have it; where it is missing, or does not know the format, making one throws. */
declare var DecompressionStream: {
  new (format: 'deflate-raw'): ReadableWritablePair<Uint8Array, Uint8Array>;
};
