// @ts-check
// What stands in the shadow tree: title, pictures, controls, words.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // Waiting that is shorter than this is not spoken of.
  const PATIENCE_MS = 250;

  // In the place of a player, where nothing takes time.
  /** @returns {PlayerPart} */
  const timeless = () => ({ node: ActivationLab.node('div', { hidden: true }), run() {}, pause() {}, isPlaying: () => false, show() {} });

  // Everything of one figure.
  ActivationLab.shell = function (element, lab, about, signal) {
    const { node, write, hide, words } = ActivationLab;
    const figure = node('section', { className: 'lab', lang: ActivationLab.catalogue.language, attributes: { 'aria-labelledby': 'title' } });
    const probe = node('div', { className: 'probe' });
    const stage = ActivationLab.stage(figure, probe);
    const pictures = ActivationLab.pictures(element, lab, about, stage, signal);
    const controls = ActivationLab.controls(element, lab, about, signal);
    const player = about.player ? ActivationLab.player(element, lab, about.player, controls.timers, signal) : timeless();
    const legend = ActivationLab.legend(element, pictures, about, signal);
    const sentence = ActivationLab.sentence(signal);
    const readouts = ActivationLab.readouts();
    const disclosures = ActivationLab.disclosures(element, lab, about, signal);
    const notes = notice(signal);
    const arrival = arrivalLine();
    const reset = node('button', { type: 'button', className: 'reset', textContent: words.reset, title: words.resetHelp });
    reset.addEventListener('click', () => {
      player.pause();
      element.reset();
    }, { signal });
    controls.node.append(reset);
    const more = node('button', { type: 'button', className: 'whole' });
    more.addEventListener('click', () => {
      lab.show_whole(!lab.is_whole());
      element.changed();
    }, { signal });
    // The dialog comes when it is first asked for.
    const take = node('button', { type: 'button', className: 'take', textContent: words.share });
    take.addEventListener('click', async () => {
      try {
        if (!ActivationLab.sharing) await ActivationLab.later.share();
        if (!signal.aborted) ActivationLab.sharing.open(element, lab, take, signal);
      } catch (error) {
        console.error(error);
        write(take, words.notShared);
      }
    }, { signal });
    const listen = ActivationLab.listen(signal);
    const title = node('h3', { id: 'title', textContent: about.title });
    const lead = node('p', { className: 'lead', textContent: about.lead });
    const header = node('header', {}, title, lead);
    let plots = 0;

    // Past all of it, for whoever goes by keys.
    const end = node('span', { tabIndex: -1 });
    const skip = node('button', { type: 'button', className: 'skip', textContent: words.skip });
    skip.addEventListener('click', () => end.focus({ preventScroll: true }), { signal });
    // Keys that nobody knows of are no help.
    const keys = node('button', { type: 'button', className: 'skip', textContent: words.keys, attributes: { 'aria-keyshortcuts': '?' } });
    keys.addEventListener('click', () => ActivationLab.listKeys(element.theme), { signal });
    ActivationLab.hearKey(figure, 'page', 'list', () => ActivationLab.listKeys(element.theme), signal);
    ActivationLab.hearKey(figure, 'figure', 'listen', () => ActivationLab.listenTo(listen), signal, () => !listen.hidden);
    skip.hidden = keys.hidden = ActivationLab.page.ui === 'min';
    figure.append(
      skip,
      keys,
      node('div', { className: 'all' },
        // What should fit on one screen; the rest may need scrolling.
        node('div', { className: 'first' },
          header,
          arrival.node,
          notes.node,
          node('div', { className: 'stage' },
            node('div', { className: 'seen' }, pictures.node,
              node('div', { className: 'under' }, legend.node, pictures.tools, node('div', { className: 'ways' }, more, listen, take)), player.node, sentence.node),
            controls.node)),
        readouts.node,
        disclosures.node),
      end);
    // Until its box is known: a first guess at how it stands keeps what is read below it still.
    Object.assign(figure.dataset, { figure: about.id, layout: about.layout, ui: ActivationLab.page.ui, stage: 'free' });

    // Where a question is offered, as it comes.
    const asks = /** @type {HTMLCollectionOf<HTMLElement>} */ (figure.getElementsByClassName('predict'));
    let since = 0; // when the present waiting began
    /** @type {Shell['show']} */
    function show(panel, theme) {
      since = 0;
      // Its name alone, without colours.
      const [name] = theme.split(' ');
      if (figure.dataset.theme !== name) figure.dataset.theme = name;
      const { parts } = panel;
      write(title, panel.title);
      hide(header, !parts.title);
      // What the lead says to do may need what is not there.
      hide(lead, panel.narrow);
      plots = panel.plots.length;
      pictures.show(panel.plots, panel.covered);
      legend.show(panel.legend);
      hide(legend.node, !parts.legend);
      hide(sentence.node, !parts.sentence);
      hide(readouts.node, !parts.readouts);
      hide(more, !parts.more && !panel.whole);
      hide(take, !parts.share);
      hide(listen, !parts.sound);
      // What is covered is not heard either.
      listen.disabled = panel.covered;
      // Who takes one thing along takes no question with it.
      for (const ask of asks) hide(ask, take.hidden);
      write(more, panel.whole ? words.less : words.whole);
      figure.toggleAttribute('data-narrow', panel.narrow);
      element.isWhole(!panel.narrow);
      controls.showActions(panel.actions);
      controls.show(panel.controls);
      player.show(panel);
      sentence.show(panel.summary, panel.verdict, player.isPlaying(), panel.covered);
      readouts.show(panel.readouts);
      disclosures.show(panel);
    }

    // Only what the hand holds follows at once while the rest is worked out; if that takes long, the sentence says so.
    /** @type {Shell['wait']} */
    function wait(panel) {
      since = since || performance.now();
      controls.show(panel.controls);
      if (performance.now() - since > PATIENCE_MS) sentence.show(panel.summary, panel.verdict, player.isPlaying());
    }

    // To the box that it has now, before the pictures are drawn.
    /** @type {Shell['arrange']} */
    const arrange = (theme) => stage.arrange(plots, controls.count(), theme);

    // The height that it has where nobody gives it one.
    /** @type {Shell['natural']} */
    function natural(theme) {
      stage.arrange(plots, controls.count(), theme, true);
      const height = figure.offsetHeight;
      arrange(theme);
      return height;
    }

    const play = () => player.isPlaying() || player.run();

    // What a figure that is taken out of the page would forget, and how it goes on when it is back.
    const folds = () => [.../** @type {NodeListOf<HTMLDetailsElement>} */ (figure.querySelectorAll('details:not(.adder)'))];
    const memory = () => ({ playing: player.isPlaying(), open: folds().map((fold) => fold.open), tab: disclosures.open });
    /** @param {ShellMemory} memory */
    function goOn({ playing, open, tab }) {
      folds().forEach((fold, index) => (fold.open = open[index]));
      disclosures.open = tab;
      if (playing) player.run();
    }

    // The focus to the first stop, the way past the figure, which stands where the door stood; without it to the first control that takes it: some are folded away.
    function enter() {
      const { activeElement: before } = document;
      for (const part of /** @type {HTMLElement[]} */ ([skip, ...controls.node.querySelectorAll('input, button, summary')])) {
        part.focus({ preventScroll: true });
        if (document.activeElement !== before) return;
      }
    }

    // Where the parts stand that a reader wants in sight together. On a phone the pictures stay at the top while the rest scrolls under them.
    function span() {
      const places = [...figure.querySelectorAll('.stage, .seen')];
      const stage = /** @type {Element} */ (places.find((place) => place.getClientRects().length)).getBoundingClientRect();
      const end = sentence.node.getBoundingClientRect().bottom;
      return { title: figure.getBoundingClientRect().top, pictures: stage.top, end, sticks: sticks() };
    }
    const sticks = () => [pictures.node, pictures.node.firstElementChild].some((part) => part && getComputedStyle(part).position === 'sticky');

    const { arrive, forget, depart, focus: focusArrival } = arrival;
    return { node: figure, probe, pictures, arrange, natural, show, wait, note: notes.show, notes: notes.lines, memory, goOn, enter, span, play, pause: player.pause, arrive, forget, depart, focusArrival };

    // Which words of the text led here, and the way back to them. The words go when something else is shown; the way back stays.
    function arrivalLine() {
      const text = node('span');
      const back = node('button', { type: 'button', textContent: words.back });
      const line = node('p', { className: 'arrival', hidden: true, attributes: { role: 'status' } }, text, back);
      let goBack = () => {};
      back.addEventListener('click', () => goBack(), { signal });
      return {
        node: line,
        /** @param {string} said @param {() => void} way */
        arrive(said, way) {
          // Where the title is scrolled away, it stands at the sentence.
          (sticks() ? sentence.node : notes.node).before(line);
          write(text, ActivationLab.fill(words.followed, { text: said }));
          goBack = way;
          line.hidden = false;
        },
        forget: () => write(text, ''),
        depart: () => (line.hidden = true),
        focus: () => back.focus({ preventScroll: true }),
      };
    }

    // What a link got wrong; can be put away.
    /** @param {AbortSignal} stop */
    function notice(stop) {
      const list = node('ul');
      const close = node('button', { type: 'button', textContent: '×', attributes: { 'aria-label': words.dismiss } });
      const title = node('p');
      const box = node('div', { className: 'note', hidden: true, attributes: { role: 'status' } }, title, list, close);
      close.addEventListener('click', () => (box.hidden = true), { signal: stop });
      /** @type {string[]} */
      let told = [];
      /** @param {string[]} lines */
      const show = (lines) => {
        told = lines;
        box.hidden = lines.length === 0;
        write(title, lines.length ? words.ignored : '');
        list.replaceChildren(...lines.map((line) => node('li', { textContent: line })));
      };
      return { node: box, show, lines: () => told };
    }
  };
})();
