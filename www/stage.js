// @ts-check
// How a figure arranges itself: the one place that decides it, by the box that the figure gets and by how much there is to show.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // A whole figure fills a box from this size on: below it, what it has would not be seen.
  const WHOLE = [800, 500];
  // So do few plots with few controls, from this size on.
  const FEW = [260, 220];
  // At most so many of each are few.
  const MOST = 2;
  // In a box that is lower than this, and so many times as wide, what is said stands beside the plot.
  const LOW = 300;
  const FLAT = 2.1;

  // The text of the projector's theme, in pixels. In a hall it is read from far away: its height is a part of the screen's.
  const TEXT = 20;
  const LARGE = 1 / 24; // of a box with one plot, where little else needs room; the box is a little lower than the screen
  const USUAL = 1 / 38;
  // In a lecture, beside its text, they are a part of the screen itself; several plots have letters as large as those of an axis.
  const BESIDE = 1 / 25;
  const SEVERAL = 1 / 31;

  // From this scale on there is room for one sentence.
  const BRIEF = 1.2;
  // Nor is there for more in a narrow box, where two plots share a low one, or in a hall beside all of a figure.
  const NARROW = 480;

  // Without a parent window nobody has scaled the page; in a frame the host may have, and cannot be asked. It may say so.
  const isFramed = window !== window.parent;
  const FRAMED = 2;
  const MOST_SCALED = 4;
  /** @param {number} scale */
  const scaled = (scale) => devicePixelRatio * Math.min(Math.max(scale, 1), MOST_SCALED);

  // Decides for the section of a figure; `probe` is as high as the box where that has a height of its own.
  ActivationLab.stage = function (figure, probe) {
    let scale = 1;

    // Sizes and words for the style sheet, which does the rest.
    /** @type {Stage['arrange']} */
    function arrange(plots, controls, theme, free = false) {
      const [width, height] = [figure.clientWidth, free ? 0 : probe.offsetHeight];
      const natural = free || isFollowed();
      const { hall } = ActivationLab.page;
      const few = plots <= MOST && controls <= (document.documentElement.hasAttribute('data-lesson') ? 2 * MOST : MOST);
      const [wide, high] = few ? FEW : WHOLE;
      const fills = height >= high && width >= wide && (few || !natural);
      figure.toggleAttribute('data-natural', natural);
      const shape = few && fills ? (width > FLAT * height && height < LOW ? 'row' : 'column') : fills ? 'whole' : 'free';
      const isHall = theme.startsWith('projector') && fills;
      const text = isHall && hall ? innerHeight * (plots > 1 || controls > MOST ? SEVERAL : BESIDE) : isHall ? Math.max(TEXT, height * (few && plots === 1 ? LARGE : USUAL)) : TEXT;
      scale = text / TEXT;
      if (figure.dataset.stage !== shape) figure.dataset.stage = shape;
      put('--box', `${height}px`);
      figure.toggleAttribute('data-few', few);
      const large = few && scale > BRIEF;
      figure.toggleAttribute('data-large', large);
      figure.toggleAttribute('data-brief', large || hall || (isHall && !few) || (few && fills && !natural && (width < NARROW || (plots > 1 && height < NARROW))));
      figure.toggleAttribute('data-lecture', hall);
      figure.toggleAttribute('data-several', plots > 1);
      figure.toggleAttribute('data-upright', width < height);
      put('--scale', `${Math.round(100 * scale) / 100}`);
      if (shape !== 'whole') return;
      // What stands over the pictures.
      const [first, stage] = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll('.first, .stage')]);
      put('--head', `${stage.offsetTop - first.offsetTop}px`);
    }

    // Whether the frame is as high as its host was told: then nothing has to be filled.
    const isFollowed = () => ActivationLab.page.told.some((told) => Math.abs(innerHeight - told) <= 1);

    /** @param {string} name @param {string} value */
    function put(name, value) {
      if (figure.style.getPropertyValue(name) !== value) figure.style.setProperty(name, value);
    }

    return {
      arrange,
      // How many times larger everything on the canvases is drawn.
      get scale() {
        return scale;
      },
      // The fewest pixels of a canvas to a CSS pixel.
      get finest() {
        const { scale: outside } = ActivationLab.page;
        return outside ? scaled(outside) : isFramed ? FRAMED : 1;
      },
    };
  };
})();
