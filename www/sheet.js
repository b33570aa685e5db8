// @ts-check
// The style of the figures, in each of their shadow roots.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // One style sheet for all instances; in browsers without constructable sheets, and in other documents, each gets a <style>.
  /** @type {CSSStyleSheet | null} */
  let sheet = null;
  ActivationLab.adoptStyle = function (root) {
    try {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(ActivationLab.css);
      }
      root.adoptedStyleSheets = [sheet];
    } catch {
      if (!root.querySelector(':scope > style')) root.append(ActivationLab.node('style', { textContent: ActivationLab.css }));
    }
  };
})();
