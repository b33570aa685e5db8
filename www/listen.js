// @ts-check
// The button that makes a figure be heard. What makes the sound is fetched when it is first pressed, and so is the module that knows what is heard.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, write } = ActivationLab;

  ActivationLab.listen = function (signal) {
    const { words } = ActivationLab;
    const button = node('button', { type: 'button', className: 'listen', textContent: words.listen, attributes: { 'aria-expanded': 'false' } });
    let coming = false; // a second press meanwhile is the same one
    button.addEventListener('click', async () => {
      if (coming) return;
      coming = true;
      try {
        await Promise.all([ActivationLab.sound || ActivationLab.later.sound(), ActivationLab.modules.whole()]);
        if (!signal.aborted) ActivationLab.sound.open(button, signal);
      } catch (error) {
        console.error(error);
        write(button, words.notHeard);
      } finally {
        coming = false;
      }
    }, { signal });
    return button;
  };

  // By key: it begins, stands still, and goes on.
  ActivationLab.listenTo = function (button) {
    if (button.ariaExpanded === 'true') ActivationLab.sound.press(button);
    else button.click();
  };

  // The same from a lesson, whose figures may show no button.
  ActivationLab.listenIn = function (element) {
    const button = /** @type {HTMLButtonElement | null | undefined} */ (element.shadowRoot?.querySelector('.listen'));
    if (button && !button.disabled) ActivationLab.listenTo(button);
  };
})();
