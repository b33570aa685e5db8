// @ts-check
// States as links spell them, and what was taken here before: a link, a frame, an element.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { sharing } = ActivationLab;

  sharing.pairs = function (state) {
    const parts = state.split('&').filter(Boolean);
    return parts.map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    });
  };

  sharing.spell = (pairs) => pairs.map(([key, text]) => `${key}=${text}`).join('&');

  // A text without what HTML needs.
  /** @param {string} text */
  const plain = (text) => text.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

  // The attributes of the first tag of that name. The page may forbid that a text becomes markup, so it is read as text.
  /** @param {string} text @param {string} tag @returns {Map<string, string> | null} */
  function attributes(text, tag) {
    const found = new RegExp(`<${tag}\\s([^>]*)>`).exec(text);
    return found && new Map([...found[1].matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, plain(value)]));
  }

  /** @param {string} link */
  function ofLink(link) {
    const hash = link.slice(link.indexOf('#') + 1);
    const figure = ActivationLab.wasm.figure_of(hash);
    const known = ActivationLab.catalogue.figures.some(({ id }) => id === figure);
    return figure && known ? { figure, link: hash } : null;
  }

  sharing.read = function (text) {
    const element = attributes(text, 'activation-lab');
    const link = element && element.get('link');
    if (link) return ofLink(link);
    if (element) {
      const about = ActivationLab.catalogue.figures.find(({ id }) => id === element.get('figure'));
      if (!about) return null;
      const known = [...about.controls.map(({ id }) => id), ...ActivationLab.catalogue.shown];
      const said = /** @type {Pairs} */ ([...element].filter(([name]) => known.includes(name)));
      // Attributes mean what they mean now.
      return { figure: about.id, link: ActivationLab.wasm.address(about.id, sharing.spell(said.map(([name, value]) => [name, encodeURIComponent(value)]))) };
    }
    const frame = attributes(text, 'iframe');
    return ofLink((frame && (frame.get('src') || frame.get('data-src'))) || text.trim());
  };
})();
