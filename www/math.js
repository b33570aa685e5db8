// @ts-check
// MathML from its text, node by node: a page that guards itself against injected markup lets no script write it as HTML.
(function () {
  'use strict';
  const { ActivationLab } = window;

  const MATHML = 'http://www.w3.org/1998/Math/MathML';
  // The start or the end of an element, or the text between two of them.
  const PIECE = /<(\/?)([a-z]+)([^>]*)>|([^<]+)/g;
  const ATTRIBUTE = /([a-z]+)="([^"]*)"/g;
  /** @type {Record<string, string>} */
  const LETTERS = { amp: '&', lt: '<', gt: '>', quot: '"' };

  /** @param {string} text */
  const plain = (text) => text
    .replace(/&#x([0-9a-f]+);/gi, (_, number) => String.fromCodePoint(parseInt(number, 16)))
    .replace(/&([a-z]+);/g, (whole, name) => LETTERS[name] || whole);

  // A fragment with the formula that a text of the wasm module spells.
  ActivationLab.math = function (text) {
    const whole = document.createDocumentFragment();
    /** @type {ParentNode} */
    let inside = whole;
    for (const [, end, name, attributes, letters] of text.matchAll(PIECE)) {
      if (letters) {
        inside.append(plain(letters));
      } else if (end) {
        inside = inside.parentNode || whole;
      } else {
        const element = document.createElementNS(MATHML, name);
        for (const [, key, value] of attributes.matchAll(ATTRIBUTE)) element.setAttribute(key, plain(value));
        inside.append(element);
        if (!attributes.endsWith('/')) inside = element;
      }
    }
    return whole;
  };

  // Everything but the letters, and the letters.
  const LETTERS_OF = />([^<]+)/g;

  /** @type {WeakMap<Element, { shape: string, texts: Text[] }>} */
  const written = new WeakMap();

  /** @param {Node} root */
  function textsOf(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    return texts;
  }

  // Writes a formula where another one stands. Mostly only its numbers differ: then nothing is made or laid out anew but those.
  ActivationLab.writeMath = function (home, text) {
    const shape = text.replace(LETTERS_OF, '>·');
    const before = written.get(home);
    if (!before || before.shape !== shape) {
      home.replaceChildren(ActivationLab.math(text));
      written.set(home, { shape, texts: textsOf(home) });
      return;
    }
    const letters = Array.from(text.matchAll(LETTERS_OF), ([, some]) => plain(some));
    before.texts.forEach((node, index) => {
      if (node.data !== letters[index]) node.data = letters[index];
    });
  };
})();
