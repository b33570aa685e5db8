// @ts-check
// For pages with frames of Activation Lab: their heights, theme, scale, and the keys that they do not use. See docs/embedding.md.
// Copyright (c) 2026 The Activation Lab authors, MIT or Apache-2.0.
(function () {
  'use strict';
  const OURS = 'activation-lab';
  const HIGHEST = 20000;
  // Where the author has said how high a frame is.
  const KEPT = '.reveal, [data-keep-height]';

  // The keys that are taken over, with the codes that older scripts ask for.
  /** @type {Record<string, number>} */
  const KEYS = { PageUp: 33, PageDown: 34, End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Escape: 27, ' ': 32, b: 66, '.': 190 };

  const root = document.documentElement;
  const frames = () => [...document.querySelectorAll('iframe')];

  // What each frame of ours was told.
  /** @type {Map<HTMLIFrameElement, { theme: string, scale: number }>} */
  const told = new Map();

  /** @param {HTMLIFrameElement} frame @param {object} message */
  const say = (frame, message) => frame.contentWindow?.postMessage({ source: OURS, ...message }, '*');

  // `dark` or `light`, as the page says in the ways of its tool, or as its paper looks.
  function theme() {
    const parts = [document.body || root, root];
    for (const part of parts) {
      const { theme, bsTheme, colorMode } = part.dataset;
      const said = [theme, bsTheme, colorMode, ...part.classList].find((name) => name === 'dark' || name === 'light');
      if (said || part.hasAttribute('dark')) return said || 'dark';
    }
    for (const part of parts) {
      const [red, green, blue, alpha = 1] = (getComputedStyle(part).backgroundColor.match(/^rgba?\((.*)\)/)?.[1] || '0 0 0 0').split(/[ ,/]+/).map(Number);
      if (alpha > 0.5) return red + 2 * green + blue < 512 ? 'dark' : 'light';
    }
    const scheme = getComputedStyle(root).colorScheme;
    const isDark = scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
    return isDark ? 'dark' : 'light';
  }

  // A frame whose address has a theme of its own keeps it.
  function update() {
    const wish = theme();
    for (const [frame, was] of told) {
      if (!frame.isConnected) {
        told.delete(frame);
        continue;
      }
      const { width, height } = frame.getBoundingClientRect();
      const scale = (width + height) / (frame.offsetWidth + frame.offsetHeight) || 0;
      const isOwn = /[?&]theme=/.test(frame.getAttribute('src') || '');
      if (!isOwn && was.theme !== wish) say(frame, { type: 'setTheme', theme: (was.theme = wish) });
      if (scale > 0.05 && scale < 20 && Math.abs(scale - was.scale) > 0.02) say(frame, { type: 'setScale', scale: (was.scale = scale) });
    }
  }

  // When what moves it has moved it.
  const soon = () => requestAnimationFrame(update);

  /** @param {HTMLIFrameElement} frame @param {unknown} height */
  function grow(frame, height) {
    if (typeof height !== 'number' || !(height > 0 && height < HIGHEST) || frame.closest(KEPT)) return;
    const edges = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${height + edges}px`;
  }

  /** @param {HTMLIFrameElement} frame @param {string} key @param {boolean} shiftKey */
  function press(frame, key, shiftKey) {
    if (!Object.hasOwn(KEYS, key)) return;
    const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
    for (const name of ['keyCode', 'which']) Object.defineProperty(event, name, { value: KEYS[key] });
    frame.dispatchEvent(event);
  }

  addEventListener('message', ({ data, source }) => {
    if (!source || !data || data.source !== OURS) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    if (data.type === 'ready' || !told.has(frame)) told.set(frame, { theme: '', scale: 0 });
    update();
    if (data.type === 'key') press(frame, data.key, Boolean(data.shiftKey));
    else grow(frame, data.height);
    frame.dispatchEvent(new CustomEvent('activation-lab-message', { detail: data, bubbles: true }));
  });

  const looks = new MutationObserver(soon);
  function begin() {
    for (const part of [root, document.body]) looks.observe(part, { attributes: true });
    // Those that were there before this script answer with their state.
    for (const frame of frames()) if (/figure=/.test(frame.src) || frame.srcdoc) say(frame, { type: 'getState' });
  }
  for (const name of ['resize', 'transitionend', 'load']) addEventListener(name, soon);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon);
  if (document.body) begin();
  else addEventListener('DOMContentLoaded', begin);
})();
