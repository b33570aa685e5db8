// What the build puts into embedded.js.

/** Letters, and the size of what they unpack to. */
type Packed = [letters: string, size: number];

export const MODULE: Packed;
export const TRAINER: Packed;
export const PROGRAMS: Packed;
/** Letters of what is as small already as it can be. */
export const FONT: string;

/** Adds `inflate` to an object. */
export function inflater(ActivationLab: ActivationLab): void;

/** Runs the Share dialog's scripts. */
export function share(): void;

/** The same of the list of keys. */
export function help(): void;

/** The same of what makes sounds. */
export function sound(): void;
