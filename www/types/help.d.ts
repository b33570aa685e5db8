// Keys: the table of them, and the list that is made of it.

/** A key at a place, and what it means there. */
interface KeyRow {
  /** Where it is heard. */
  where: string;
  /** What it means there: unique at its place. */
  id: string;
  /** As a browser names them, `Shift+` before; each of them does it. */
  keys: string[];
  /** Whether the browser does it by itself. */
  native?: boolean;
  /** What it does, in words, if the list itself has none for it. */
  what?: string;
  /** The same of where it is heard. */
  place?: string;
}

/** The list of keys. */
interface Help {
  data: {
    words: Record<'title' | 'close' | 'key' | 'does' | 'or' | 'anywhere', string>;
    places: Record<string, string>;
    rows: Record<string, string>;
    names: Record<string, string>;
  };
  css: string;
  open(theme: string): void;
}
