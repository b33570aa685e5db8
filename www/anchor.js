// @ts-check
// What is read holds still while a figure above it comes to its size. Most browsers see to that themselves; in the others it is done here.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // After the last event of scrolling nothing moves any more.
  const RESTS_MS = 150;

  const isDone = CSS.supports('overflow-anchor', 'auto');

  // A page that glides, or that a finger has thrown, would be stopped by another scroll.
  let glided = -Infinity; // when it was last seen to
  const glides = () => performance.now() - glided < RESTS_MS;
  const glide = () => (glided = performance.now());
  if (!isDone) {
    addEventListener('touchmove', glide, { passive: true });
    addEventListener('scroll', () => glides() && glide(), { passive: true });
  }

  // The first part of the text that reaches below the middle of the window.
  const inTheMiddle = () => [...document.querySelectorAll('h2, p, activation-lab')].find((part) => part.getBoundingClientRect().bottom > innerHeight / 2);

  // To be told that the page begins to glide.
  ActivationLab.glide = glide;

  // Does something that may change heights; only a page that is ours to scroll is held.
  ActivationLab.holdStill = function (action) {
    const part = isDone || !ActivationLab.isOurs || glides() ? null : inTheMiddle();
    const before = part ? part.getBoundingClientRect().top : 0;
    action();
    const by = part && part.isConnected ? part.getBoundingClientRect().top - before : 0;
    if (by) scrollBy({ top: by, behavior: 'instant' });
  };
})();
