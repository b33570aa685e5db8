// @ts-check
// The quiet line at a figure of the article that has a question: say what you expect before you see it. What asks is fetched when it is pressed.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { node, write } = ActivationLab;

  // Asking needs the whole module. Where that has come after a figure was opened, it goes on with the figure's state.
  ActivationLab.reach = function (lab, Lab, host, prepare) {
    return (action) => {
      const now = ActivationLab.modules.of(host.figure);
      if (now && now.Lab !== Lab) {
        const [state, whole] = [lab.hash(), lab.is_whole()];
        ({ Lab } = now);
        lab.exchange(new Lab(host.figure));
        prepare();
        lab.apply(state, true);
        lab.show_whole(whole);
      }
      action(lab, host);
    };
  };

  ActivationLab.predict = function (element, figure, signal) {
    // A figure that was taken out of the article is without it.
    if (!ActivationLab.isOurs || ActivationLab.page.ui === 'min' || !element.hasAttribute('data-predict')) return;
    const button = node('button', { type: 'button', className: 'predict', textContent: ActivationLab.words.predict });
    /** @type {Element} */ (figure.querySelector('.ways')).prepend(button);
    button.addEventListener('click', async () => {
      try {
        await Promise.all([ActivationLab.lesson || ActivationLab.later.teach(), ActivationLab.modules.whole()]);
        if (!signal.aborted) ActivationLab.lesson.predict(element, button, signal);
      } catch (error) {
        console.error(error);
        write(button, ActivationLab.words.notAsked);
      }
    }, { signal });
  };
})();
