// @ts-check
// The colours that a person has chosen for the whole system. A browser forces them on text and boxes; what is drawn has to be told.
(function () {
  'use strict';
  const { ActivationLab } = window;

  const forced = matchMedia('(forced-colors: active)');
  // What one element can be asked at once, in the order in which the wasm module reads it.
  const ASKED = {
    backgroundColor: 'Canvas',
    color: 'CanvasText',
    borderTopColor: 'GrayText',
    borderRightColor: 'LinkText',
    borderBottomColor: 'Highlight',
  };
  let known = '';

  function look() {
    const probe = ActivationLab.node('span', { hidden: true });
    Object.assign(probe.style, ASKED, { forcedColorAdjust: 'none' });
    document.documentElement.append(probe);
    const seen = getComputedStyle(probe);
    const colours = /** @type {(keyof typeof ASKED)[]} */ (Object.keys(ASKED)).map((name) => seen[name]);
    probe.remove();
    return ` ${colours.join(' ')}`;
  }

  // What follows the name of a theme: nothing, or the system's colours.
  ActivationLab.systemColours = function () {
    known = forced.matches ? known || look() : '';
    return known;
  };

  // From one set of colours to another, too.
  for (const query of [forced, matchMedia('(prefers-color-scheme: dark)'), matchMedia('(prefers-contrast: more)')]) {
    query.addEventListener('change', () => {
      known = '';
      dispatchEvent(new Event('activation-lab-theme'));
    });
  }
})();
