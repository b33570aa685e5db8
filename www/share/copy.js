// @ts-check
// Copying, also where a page has no permission for the clipboard.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // The selection is copied at once, because that must happen while a button is pressed; only where it is refused the clipboard is asked.
  // In the end at least the text is selected.
  ActivationLab.sharing.copy = async function (field) {
    field.focus({ preventScroll: true });
    field.select();
    try {
      if (document.execCommand('copy')) return true;
    } catch {
      // Some frames answer with an exception.
    }
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      return false;
    }
  };
})();
