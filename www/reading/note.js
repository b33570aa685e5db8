// @ts-check
// What is said without a dialog: where a file is to be dropped, and how far its check is.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, reading, write } = ActivationLab;
  const { words } = reading.data;

  // A drag tells that it is still there several times a second; of its end nobody tells.
  const OVER_MS = 400;
  // So long what is over can be read.
  const READ_MS = 8000;

  const style = node('style', { textContent: reading.css });
  const target = node('div', { className: 'reading-target', hidden: true, textContent: words.drop, attributes: { 'aria-hidden': 'true' } });
  // How far it is can be seen; how it ended is said aloud as well.
  const note = node('p', { className: 'reading-note', attributes: { role: 'status' } });
  document.body.append(style, target, note);
  let timer = 0;
  let reader = 0;

  reading.dragover = function () {
    target.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => (target.hidden = true), OVER_MS);
  };
  reading.dropped = () => (target.hidden = true);

  reading.say = function (text, isLast) {
    note.setAttribute('aria-live', isLast ? 'polite' : 'off');
    write(note, text);
    clearTimeout(reader);
    if (isLast) reader = setTimeout(() => write(note, ''), READ_MS);
  };
})();
