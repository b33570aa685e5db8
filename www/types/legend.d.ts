// What the wasm module tells of a legend, as JSON; read by `src/web/tests.rs` like `boundary.d.ts`.

/** An entry of the legend; `id` is what words of the text call it, empty where none do. */
type Key = StrokeKey | PointKey | RampKey;

/** A line, or a block where it is filled. */
interface StrokeKey {
  id: string;
  name: string;
  colour: string;
  dash: number[];
  filled: boolean;
  path?: never;
  colours?: never;
  ends?: never;
}

interface PointKey {
  id: string;
  name: string;
  colour: string;
  path: string;
  filled: boolean;
  dash?: never;
  colours?: never;
  ends?: never;
}

/** A gradient, with the values at its ends. */
interface RampKey {
  id: string;
  name: string;
  colours: string[];
  ends: [string, string];
  colour?: never;
  dash?: never;
  filled?: never;
  path?: never;
}
