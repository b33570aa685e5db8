// What the build writes beside element.js.

/** Runs the page's scripts, which add to `window.ActivationLab`. */
export function scripts(): void;

/** The style inside a figure. */
export const style: string;

/** The text of worker.js. */
export const ownWorker: string;
