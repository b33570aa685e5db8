// @ts-check
// Styles for shadow roots and documents.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // One style sheet for all that have the same; in browsers without constructable sheets each gets a <style>.
  /** @type {WeakMap<object, Map<string, CSSStyleSheet>>} */
  const made = new WeakMap();
  ActivationLab.adopt = function (root, css) {
    const page = /** @type {Document} */ (root.ownerDocument || root);
    try {
      // A sheet belongs to one window.
      const view = /** @type {Window & typeof globalThis} */ (page.defaultView);
      const sheets = made.get(view) || new Map();
      made.set(view, sheets);
      const sheet = sheets.get(css) || new view.CSSStyleSheet();
      if (!sheets.has(css)) sheet.replaceSync(css);
      sheets.set(css, sheet);
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    } catch {
      const home = 'head' in root ? root.head : root;
      const same = [...home.querySelectorAll('style')].some((style) => style.textContent === css);
      if (!same) home.append(Object.assign(page.createElement('style'), { textContent: css }));
    }
  };

  // The figures' own.
  ActivationLab.adoptStyle = (root) => ActivationLab.adopt(root, ActivationLab.css);
})();
