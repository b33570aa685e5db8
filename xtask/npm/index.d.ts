// Defines <activation-lab> when it is imported, with the files that stand beside it.
import type { ActivationLabElement } from './element.js';

export type * from './element.js';

/** The class, when it is defined; undefined without a page, as in Node. It fails where the figures cannot start, which each element says too. */
export declare const ready: Promise<typeof ActivationLabElement | undefined>;
