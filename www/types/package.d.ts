// What the entries of the npm package are given.

/** A module as it may be handed over. */
type Binary = string | URL | Response | BufferSource | WebAssembly.Module;

interface PackageParts {
  module: Binary | Promise<Binary> | (() => Binary | Promise<Binary>);
  /** Without it, or where no worker may start, the page trains by itself. */
  trainer?: Binary | Promise<Binary> | (() => Binary | Promise<Binary>);
  /** The address of worker.js; without it the script is taken from the package's own text. */
  worker?: string | URL;
  /** What formulas are written in; without it they are in a font of the reader's. */
  font?: string | URL | BufferSource | (() => BufferSource);
  share?: Later['share'];
  help?: Later['help'];
  sound?: Later['sound'];
  programs?: Later['programs'];
}

/** The model of an anywidget, as the package declares it. */
type WidgetModel = import('../../xtask/npm/anywidget.d.ts').Model;
