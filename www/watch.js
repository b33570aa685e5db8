// @ts-check
// What happens around a figure: whether it is in sight, how large and how sharp it is, in which colours, and whether it is printed.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // Media queries that ask for other colours.
  const COLOURS = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

  // A figure may open because the page is about to be printed.
  let printing = false;
  addEventListener('beforeprint', () => (printing = true));
  addEventListener('afterprint', () => (printing = false));

  // Tells until `signal` is aborted: onSight(seen), onSize() for any of `parts` or the screen's resolution, onLook(), onPrint(now).
  ActivationLab.watch = function (element, parts, { onSight, onSize, onLook, onPrint }, signal) {
    const sizes = new ResizeObserver(onSize);
    // On a phone the pictures of some layouts have no common box; the figure has one.
    for (const part of parts) sizes.observe(part);
    const sight = new IntersectionObserver((entries) => onSight(entries[entries.length - 1].isIntersecting), { rootMargin: '25%' });
    sight.observe(element);
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      sight.disconnect();
    });
    for (const query of COLOURS) matchMedia(query).addEventListener('change', onLook, { signal });
    addEventListener('activation-lab-theme', onLook, { signal });
    addEventListener('beforeprint', () => onPrint(true), { signal });
    addEventListener('afterprint', () => onPrint(false), { signal });
    if (printing) queueMicrotask(() => signal.aborted || onPrint(true));

    // A media query for the present ratio fires once, when the ratio is left; then the next one is needed.
    function watchResolution() {
      const next = () => {
        onSize();
        watchResolution();
      };
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', next, { signal, once: true });
    }
    watchResolution();
  };
})();
