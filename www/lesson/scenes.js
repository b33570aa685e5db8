// @ts-check
// One figure that takes the scenes of a lesson's steps, and remembers what was made of each.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { lesson, node } = ActivationLab;

  // `parts` says what there is besides plots and controls where a scene does not, of so many plots.
  lesson.scenes = function (course, parts, changed) {
    const { steps } = course.data;
    const figure = node('activation-lab', { className: 'scene' });
    /** @type {string[]} */
    const left = steps.map(() => ''); // in which state each step was left
    let now = -1;
    let began = ''; // what was loaded last, as the figure spells it

    // What is done here is no change of the article's figures.
    figure.addEventListener('activation-lab-change', (event) => {
      event.stopPropagation();
      changed(began !== '' && began !== state());
    });

    // What of the figure is shown is said by its attributes, as in the article: a link of the text changes the state alone.
    /** @param {string} link @param {string} name */
    function dress(link, name) {
      const said = new URLSearchParams(link);
      const { shown } = ActivationLab.catalogue;
      shown.forEach((key) => figure.removeAttribute(key));
      figure.figure = name;
      for (const key of shown) if (said.has(key)) figure.setAttribute(key, said.get(key) || '');
      if (!said.has('parts')) figure.setAttribute('parts', usual(link));
    }

    /** @param {string} link */
    const usual = (link) => parts((new URLSearchParams(link).get('plots') || '').split(',').length);

    // A link without what its attributes say.
    /** @param {string} link */
    const bare = (link) => link.split('&').filter((pair) => !ActivationLab.catalogue.shown.includes(pair.split('=')[0])).join('&');

    // A figure that has not been drawn yet has no state of its own.
    const state = () => (figure.hasAttribute('data-waiting') ? '' : ActivationLab.wasm.address(figure.figure, figure.state));

    // It stands right below the heading of the step.
    const level = () => figure.shadowRoot?.getElementById('title')?.setAttribute('aria-level', '2');

    /** @param {string} link */
    function load(link) {
      began = '';
      figure.load(link);
      figure.whenDrawn(() => {
        began = state();
        level();
      });
    }

    /** @param {string} link */
    function begin(link) {
      dress(link, steps[now].figure);
      load(bare(link));
    }

    return {
      figure,
      enter(index) {
        if (now === index) return;
        if (now >= 0) left[now] = state() || left[now];
        now = index;
        const { scene, figure: own } = steps[index];
        if (!left[index]) return begin(scene);
        dress(scene, ActivationLab.wasm.figure_of(left[index]) || own);
        load(left[index]);
      },
      follow(link) {
        const named = ActivationLab.wasm.figure_of(link);
        if (named && named !== figure.figure) dress(link, named);
        else if (/(^|&)plots=/.test(link)) figure.setAttribute('parts', usual(link));
        figure.load(link);
        figure.whenDrawn(level);
      },
      // With its answer a figure says again what it has to say; what the link of the answer does not name stays as it is.
      reveal(link) {
        const { scene } = steps[now];
        const kept = scene.split('&').filter((pair) => /^(plots|controls)=/.test(pair) && !(link || '').includes(`${pair.split('=')[0]}=`));
        dress([link || '', ...kept].join('&'), figure.figure);
        if (!link) return;
        const named = ActivationLab.wasm.figure_of(link);
        if (named && named !== figure.figure) figure.figure = named;
        load(bare(link));
      },
      restart() {
        left[now] = '';
        begin(steps[now].scene);
      },
      close() {
        figure.pause();
      },
    };
  };
})();
