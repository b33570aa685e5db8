// @ts-check
// Programs in Python, put together as the command does it (`src/command/program.rs`): from the figure's template, what it shares with others, its settings and its measures.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { sharing } = ActivationLab;

  /** @param {string} text */
  const quoted = (text) => `"${text}"`;

  // What Python reads as a float: a whole number needs its point.
  /** @param {string} text */
  const float = (text) => (/^-?\d+$/.test(text) ? `${text}.0` : text);

  /** @param {Control} control @param {string} text */
  function literal({ kind }, text) {
    if ('Number' in kind) return kind.Number.whole ? text : float(text);
    if ('Switch' in kind) return text === 'true' ? 'True' : 'False';
    return quoted(text);
  }

  // One outside the range of floats is text already, and so is why there is none.
  /** @param {Measure} measure */
  function measured({ value, missing }) {
    if (value === null) return quoted(missing || '');
    return typeof value === 'number' ? String(value) : quoted(value);
  }

  // The ids of the activations that texts name, which may have parameters in parentheses.
  /** @param {string[]} texts */
  function used(texts, fallback = /** @type {string[]} */ ([])) {
    const named = texts.flatMap((text) => text.replace(/\([^)]*\)/g, '').split(',')).map((name) => name.trim()).filter(Boolean);
    const chosen = named.length ? named : fallback;
    return ActivationLab.catalogue.activations.map(({ id }) => id).filter((id) => chosen.includes(id));
  }

  sharing.program = function (programs, { lab, spelled: { figure, hash } }, format) {
    const about = /** @type {About} */ (ActivationLab.catalogue.figures.find(({ id }) => id === figure));
    const states = new Map(JSON.parse(lab.panel('light')).controls.map(({ id, text }) => [id, text]));
    /** @param {Control} control */
    const text = ({ id }) => states.get(id) || '';
    const settings = about.controls.map((control) => `    "${control.id}": ${literal(control, text(control))},`);
    const figures = JSON.parse(lab.measures()).map((measure) => `"${measure.name}": ${measured(measure)}`);
    const chosen = used(about.controls.filter(({ kind }) => 'Activations' in kind).map(text), programs.unchosen);
    /** @type {Record<string, () => string>} */
    const made = {
      head: () => `# ${figure}: ${about.title}\n# software: ${sharing.data.software}\n# link: #${hash}`,
      settings: () => ['SETTINGS = {', ...settings, '}'].join('\n'),
      figure: () => `FIGURE = {${figures.join(', ')}}`,
      activations: () => chosen.map((id) => programs.classes[id]).filter(Boolean).join('\n\n\n'),
      'torch activations': () => chosen.map((id) => programs.entries[id]).filter(Boolean).join('\n'),
    };
    const template = programs.templates[figure][format] || programs.templates[figure].py;
    const lines = template.replace(/\n$/, '').split('\n').map((line) => {
      if (!line.startsWith(programs.directive)) return line;
      const name = line.slice(programs.directive.length);
      return made[name] ? made[name]() : (programs.parts[name.replace('part ', '')] || '').trimEnd();
    });
    return `${lines.join('\n')}\n`;
  };
})();
