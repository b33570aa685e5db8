// @ts-check
// Unpacks deflate (RFC 1951) where the browser has no DecompressionStream for it; slow and small.
ActivationLab.inflate = function (packed, size) {
  const whole = new Uint8Array(size);
  let [next, end, held, count] = [0, 0, 0, 0];

  /** @param {number} n */
  const bits = (n) => {
    for (; count < n; count += 8) held |= packed[next++] << count;
    const value = held & ((1 << n) - 1);
    held >>>= n;
    count -= n;
    return value;
  };

  // A canonical Huffman code: how many words there are of each length, and their symbols in order.
  /** @param {number[]} lengths */
  const code = (lengths) => {
    const counts = new Uint16Array(16);
    for (const length of lengths) if (length) counts[length]++;
    const places = new Uint16Array(16);
    for (let length = 1; length < 15; length++) places[length + 1] = places[length] + counts[length];
    /** @type {number[]} */
    const symbols = [];
    lengths.forEach((length, symbol) => length && (symbols[places[length]++] = symbol));
    return { counts, symbols };
  };
  /** @param {ReturnType<typeof code>} code */
  const symbol = ({ counts, symbols }) => {
    let [word, first, index] = [0, 0, 0];
    for (let length = 1; length < 16; length++) {
      word |= bits(1);
      if (word - counts[length] < first) return symbols[index + word - first];
      index += counts[length];
      first = (first + counts[length]) << 1;
      word <<= 1;
    }
    throw new Error('the packed module is damaged');
  };

  /** @param {ReturnType<typeof code>} literals @param {ReturnType<typeof code>} distances */
  const copies = (literals, distances) => {
    for (;;) {
      const what = symbol(literals);
      if (what === 256) return;
      if (what < 256) {
        whole[end++] = what;
        continue;
      }
      // Lengths in steps of 1, 2, 4, … with four to each; distances likewise with two.
      const extra = what < 265 || what === 285 ? 0 : (what - 261) >> 2;
      const length = what === 285 ? 258 : what < 265 ? what - 254 : (((what - 265) & 3) + 4 << extra) + 3 + bits(extra);
      const far = symbol(distances);
      const more = far < 4 ? 0 : (far - 2) >> 1;
      const distance = far < 4 ? far + 1 : ((far & 1) + 2 << more) + 1 + bits(more);
      for (const stop = end + length; end < stop; end++) whole[end] = whole[end - distance];
    }
  };
  const stored = () => {
    [held, count] = [0, 0];
    const length = packed[next] | (packed[next + 1] << 8);
    next += 4;
    whole.set(packed.subarray(next, next + length), end);
    [next, end] = [next + length, end + length];
  };
  const fixed = () => {
    const lengths = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
    copies(code(lengths), code(Array(30).fill(5)));
  };
  const dynamic = () => {
    const [literals, distances, used] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
    const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    const outer = Array(19).fill(0);
    for (const place of order.slice(0, used)) outer[place] = bits(3);
    /** @type {number[]} */
    const lengths = [];
    for (const words = code(outer); lengths.length < literals + distances;) {
      const what = symbol(words);
      if (what < 16) lengths.push(what);
      else if (what === 16) lengths.push(...Array(bits(2) + 3).fill(lengths.at(-1)));
      else lengths.push(...Array(what === 17 ? bits(3) + 3 : bits(7) + 11).fill(0));
    }
    copies(code(lengths.slice(0, literals)), code(lengths.slice(literals)));
  };

  for (let last = 0; !last;) {
    last = bits(1);
    [stored, fixed, dynamic][bits(2)]();
  }
  return whole;
};
