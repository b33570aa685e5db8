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

  /** @param {Node} node */
  const attributes = (node) => (node instanceof Element ? [...node.attributes].map(({ name, value }) => `${name}=${value}`).join() : '');

  // Whether two nodes differ in nothing but their text; of trees, node by node.
  /** @param {Node} a @param {Node} b */
  const isLike = (a, b) => a.nodeName === b.nodeName && a.childNodes.length === b.childNodes.length && attributes(a) === attributes(b);

  // Writes a formula where another one stands. Mostly only its numbers differ: then nothing else is laid out anew.
  ActivationLab.writeMath = function (home, text) {
    const next = ActivationLab.math(text);
    const all = (/** @type {Node} */ root) => {
      const walker = document.createTreeWalker(root);
      const nodes = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      return nodes;
    };
    const [old, now] = [all(home), all(next)];
    if (old.length !== now.length || !old.every((node, index) => isLike(node, now[index]))) return home.replaceChildren(next);
    old.forEach((node, index) => {
      if (node instanceof Text && node.data !== now[index].textContent) node.data = now[index].textContent || '';
    });
  };
})();
