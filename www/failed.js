// @ts-check
// What is said where the figures cannot start: in every element, above what its page has put there.
// It stands at the head of the loader and needs nothing else, because anything else may be what is missing.
(function () {
  'use strict';
  const ActivationLab = (window.ActivationLab = window.ActivationLab || /** @type {ActivationLab} */ ({}));

  const TAG = 'activation-lab';
  const SORRY = 'The interactive figure could not start here';
  const STILL = 'The picture shows its first state.';

  // The sentence for an element: a picture is spoken of only where there is one.
  ActivationLab.sorry = function (error, element) {
    const reason = String((error instanceof Error && error.message) || error).replace(/[.]$/, '');
    const sentence = `${SORRY} (${reason}).`;
    return element.querySelector('svg, img') ? `${sentence} ${STILL}` : sentence;
  };

  // Nothing can start: what stands inside the elements stays, with one sentence above it, also in those that come later.
  ActivationLab.failed = function (error) {
    console.error(error);
    document.documentElement.dataset.lab = 'failed';
    const told = new WeakSet();
    /** @param {Element} element */
    const tell = (element) => {
      if (told.has(element)) return;
      told.add(element);
      const sentence = document.createElement('p');
      sentence.className = 'failed';
      sentence.textContent = ActivationLab.sorry(error, element);
      element.prepend(sentence);
    };
    class Still extends HTMLElement {
      connectedCallback() {
        tell(this);
      }
    }
    if (customElements.get(TAG)) document.querySelectorAll(TAG).forEach(tell);
    else customElements.define(TAG, Still);
  };
})();
