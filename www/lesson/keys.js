// @ts-check
// What the keys of a clicker and of a keyboard do in a lecture: rows of the table in www/keys.js.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson } = ActivationLab;
  const { words } = lesson.data;

  /** @type {[id: string, keys: string[], what: string][]} */
  const ROWS = [
    ['next', ['PageDown', 'ArrowRight', 'ArrowDown', ' '], words.keyNext],
    ['back', ['PageUp', 'ArrowLeft', 'ArrowUp', 'Shift+ '], words.keyBack],
    ['first', ['Home'], words.keyFirst],
    ['last', ['End'], words.keyLast],
    ['answer', ['1', '2', '3', '4', '5', '6', '7', '8', '9'], words.keyAnswer],
    ['votes', ['v'], words.keyVotes],
    ['count', ['t'], words.keyCount],
    ['blank', ['b'], words.keyBlank],
    ['pause', ['.'], words.keyPause],
    ['notes', ['n'], words.keyNotes],
    ['listen', ['l'], words.keyListen],
    ['full', ['f'], words.keyFull],
    ['list', ['?'], words.keyHelp],
    ['leave', ['Escape'], words.keyLeave],
  ];
  ActivationLab.addKeys(ROWS.map(([id, keys, what]) => ({ where: 'lecture', id, keys, what })));

  // A clicker sends these, whatever has the focus.
  const CLICKER = ['PageDown', 'PageUp'];
  // What a part that has the focus takes for itself.
  const MOVES = 'input[type=range], input[type=radio], [role=slider], [role=spinbutton], [role=application], [role=tab]';
  const PRESSES = 'button, summary, a, input, [role=button]';
  const PRESSED = [' ', 'Enter'];

  // Keys that do nothing by themselves.
  const NOT_ALONE = ['Shift', 'Control', 'Alt', 'Meta'];
  lesson.isAlone = ({ key }) => !NOT_ALONE.includes(key);

  // The number on a key.
  lesson.digit = ({ key }) => Number(key);

  // What a key asks for in a lecture; nothing where it belongs to the part that has the focus.
  lesson.asks = function (event) {
    const part = event.composedPath()[0];
    const { key } = event;
    const asked = ActivationLab.key('lecture', event);
    // The window with the notes has classes of its own, so it is not asked what it is an instance of.
    if (!asked || CLICKER.includes(key) || !part || !('matches' in part)) return asked || null;
    const at = /** @type {Element} */ (part);
    if (at.closest('dialog') || event.composedPath().some((one) => 'tagName' in one && /** @type {Element} */ (one).tagName === 'DIALOG')) return null;
    if (ActivationLab.writes(at)) return null;
    if (at.matches(MOVES) && /^(Arrow|Home|End)/.test(key)) return null;
    if (at.matches(PRESSES) && PRESSED.includes(key) && at.matches(':focus-visible')) return null;
    return asked;
  };
})();
