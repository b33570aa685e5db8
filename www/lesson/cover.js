// @ts-check
// Keeps the answer to a question out of a figure until somebody has said what to expect. What is covered, and how, is decided on the wasm side.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson } = ActivationLab;

  // How long the truth takes to come.
  const COMING_MS = 700;

  lesson.cover = function (question, figure) {
    const { ask: words } = lesson.data;
    const target = question.kind === 'draw' ? String(question.series || 1) : question.measure || '';
    const { kind, plot, from, to } = question;
    const said = [kind, plot || '', target, from ?? '', to ?? '', words.covered, words.guess, words.truth, words.apart].join('\n');
    let turn = 0; // what is told of a question that has ended is for nobody
    let coming = /** @type {Promise<void> | null} */ (null); // the module that can ask, where it is not there yet

    // What is said to the figure, one after the other. It is drawn also where it is out of sight: who does not see it is told all the same.
    /** @param {(lab: Lab, host: Host) => void} action @returns {void} */
    function say(action) {
      if (coming) return void coming.then(() => say(action));
      figure.reach(action);
      figure.whenDrawn(() => {});
    }

    // Until the module is there, the figure is out of sight.
    function fetched() {
      if (ActivationLab.modules.isWhole()) return;
      figure.style.visibility = 'hidden';
      coming = ActivationLab.modules.whole().finally(() => {
        figure.style.visibility = '';
        coming = null;
      });
    }

    // The truth comes over the prediction; where nothing is to move, it is there.
    function come() {
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      const canvases = figure.shadowRoot ? figure.shadowRoot.querySelectorAll('canvas') : [];
      for (const canvas of canvases) canvas.animate([{ opacity: 0.25 }, { opacity: 1 }], { duration: COMING_MS, easing: 'ease-out' });
    }

    return {
      begin(then) {
        fetched();
        say((lab) => lab.question('ask', said, 0, 0));
        say(then);
      },
      commit(seen, then) {
        const mine = ++turn;
        say((lab, host) => {
          lab.question(seen ? 'reveal' : 'commit', '', 0, 0);
          if (!seen) return;
          host.whenDrawn(come);
          host.whenComplete((view) => mine === turn && then && then(JSON.parse(view.question('gap', '', 0, 0) || 'null')));
        });
      },
      end() {
        turn += 1;
        say((lab) => lab.question('unask', '', 0, 0));
      },
    };
  };
})();
