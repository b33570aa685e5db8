// @ts-check
// Files of what is taken: pictures, numbers, and a page to be printed.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { sharing } = ActivationLab;

  sharing.svg = function ({ lab, spelled: { theme, width, height, fits } }, wanted = theme) {
    // What follows its reader's theme is light on paper, and what has no room is as high as it needs.
    return lab.svg(width, fits ? height : null, wanted === 'auto' ? 'light' : wanted);
  };

  // The size that a picture says it has: its plots may need more than was asked for.
  /** @param {string} svg */
  function size(svg) {
    const [, width, height] = /** @type {RegExpExecArray} */ (/ width="([\d.]+)" height="([\d.]+)"/.exec(svg));
    return [Number(width), Number(height)];
  }

  /** @param {string} svg */
  const address = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

  // So many pixels to each. Throws where the page forbids pictures that have no address.
  sharing.pixels = async function (svg, times) {
    const [width, height] = size(svg);
    const image = new Image();
    image.src = address(svg);
    await image.decode();
    const canvas = ActivationLab.node('canvas', { width: Math.round(width * times), height: Math.round(height * times) });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  };

  sharing.png = async function (svg, times) {
    const canvas = await sharing.pixels(svg, times);
    const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done));
    if (!blob) throw new Error('no picture');
    return blob;
  };

  // The cells of a CSV.
  /** @param {string} csv */
  function rows(csv) {
    const found = /** @type {string[][]} */ ([[]]);
    for (const [, plain, quoted, end] of csv.matchAll(/(?:([^",\n]*)|"((?:[^"]|"")*)")(,|\n|$)/g)) {
      if (end === '' && plain === '' && found[found.length - 1].length === 0) break;
      found[found.length - 1].push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
      if (end === '\n') found.push([]);
    }
    return found.filter((row) => row.length > 0);
  }

  // A number where JSON can hold it; beyond the range of floats it stays a text.
  /** @param {string} text */
  function value(text) {
    const number = Number(text);
    const isNumber = /^-?[\d.]+(e[+-]?\d+)?$/.test(text) && Number.isFinite(number);
    const isLost = number === 0 && /[1-9]/.test(text.split('e')[0]);
    return isNumber && !isLost ? number : text;
  }

  sharing.json = function ({ lab, spelled: { figure, title, hash } }) {
    const [columns, ...cells] = rows(lab.csv());
    const { controls } = /** @type {About} */ (ActivationLab.catalogue.figures.find(({ id }) => id === figure));
    const texts = new Map(JSON.parse(lab.panel('light')).controls.map(({ id, text }) => [id, text]));
    /** @param {Control} control */
    const setting = ({ id, kind }) => {
      const text = texts.get(id) || '';
      if ('Number' in kind) return value(text);
      return 'Switch' in kind ? text === 'true' : text;
    };
    const whole = {
      software: sharing.data.software,
      figure,
      title,
      link: `#${hash}`,
      settings: Object.fromEntries(controls.map((control) => [control.id, setting(control)])),
      measures: JSON.parse(lab.measures()),
      table: { columns, rows: cells.map((row) => row.map(value)) },
    };
    return `${JSON.stringify(whole, null, 2)}\n`;
  };

  // The picture alone in a frame of its own, on a page of its own size. Throws where the page forbids such pictures.
  sharing.print = async function (svg, home) {
    const [width, height] = size(svg);
    const { words } = sharing.data;
    const frame = ActivationLab.node('iframe', { className: 'paper', title: words.print, tabIndex: -1, attributes: { 'aria-hidden': 'true' } });
    home.querySelectorAll('.paper').forEach((other) => other.remove());
    home.append(frame);
    const view = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
    const { document: page } = view;
    const image = page.body.appendChild(page.createElement('img'));
    image.src = address(svg);
    await image.decode();
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(`@page { size: ${width}px ${height}px; margin: 0 } html, body { margin: 0; background: white } img { display: block; width: ${width}px; height: ${height}px }`);
    page.adoptedStyleSheets = [sheet];
    view.print();
  };
})();
