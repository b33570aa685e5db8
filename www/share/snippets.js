// @ts-check
// What is pasted elsewhere: addresses, HTML, and what other tools want.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { fill, sharing } = ActivationLab;
  const { words } = sharing.data;

  // Where nobody can tell the address, this stands in its place.
  const SOMEWHERE = 'https://your-site.example/';
  const FILE = 'activation-lab.html';
  const LOADER = 'load.js';

  sharing.place = function () {
    const { protocol, hostname, href } = location;
    const isServed = /^https?:$/.test(protocol);
    const here = ActivationLab.isOurs && isServed ? href.split(/[?#]/)[0] : '';
    const { folder } = ActivationLab.later;
    const own = /^(localhost|127\.|\[::1\])/.test(folder ? new URL(folder).hostname : hostname) ? words.ownMachine : '';
    const page = here || folder;
    return {
      page: page || SOMEWHERE + FILE,
      loader: (folder || SOMEWHERE) + LOADER,
      // A page of somebody else is not the file that can be put elsewhere.
      pageNote: page ? own : fill(ActivationLab.isOurs ? words.noAddress : words.notThisPage, { address: SOMEWHERE + FILE, file: FILE }),
      loaderNote: folder ? own : fill(words.noLoader, { address: SOMEWHERE, file: 'dist/site' }),
    };
  };

  /** @param {string} text */
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

  // The address of a page that shows nothing else.
  /** @param {Spelled} taken */
  const alone = ({ place, theme, hash }) => `${place.page}?ui=min${theme === 'auto' ? '' : `&theme=${theme}`}#${hash}`;

  /** @param {Spelled} taken */
  const frame = (taken, source = 'src') =>
    `<iframe ${source}="${escaped(alone(taken))}" title="${escaped(taken.title)}" width="${taken.width}" height="${taken.height}" style="border: 0; max-width: 100%" loading="lazy" allow="fullscreen"></iframe>`;

  /** @param {Spelled} taken */
  function element({ figure, pairs, theme, height, place, title }) {
    const said = pairs.filter(([key]) => key !== 'v').map(([key, text]) => ` ${key}="${escaped(decoded(text))}"`).join('');
    const look = theme === 'auto' ? '' : ` theme="${theme}"`;
    return `<script type="module" src="${escaped(place.loader)}"></script>\n\n`
      + `<activation-lab figure="${figure}"${said}${look} style="height: ${height}px">${escaped(title)}</activation-lab>`;
  }

  // A link escapes what an attribute does not.
  /** @param {string} text */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  // Between single quotes a shell takes everything as it is, but those.
  /** @param {string} text */
  const quoted = (text) => `'${text.replace(/'/g, "'\\''")}'`;

  sharing.command = ({ figure, hash }, end, look = '') =>
    `activation-lab figure --link ${quoted(hash)}${look && ` ${look}`} -o ${figure}.${end}`;

  /** @param {Spelled} taken @param {string} end */
  const picture = (taken, end) => sharing.command(taken, end, `--width ${taken.width}${end === 'pdf' ? ' --theme print' : ''}`);

  // TeX has ten letters of its own.
  /** @param {string} text */
  const tex = (text) => text.replace(/[\\{}$&#^_%~]/g, (letter) => ({ '\\': '\\textbackslash{}', '^': '\\^{}', '~': '\\~{}' })[letter] || `\\${letter}`);

  /** @param {Place} place */
  const page = (place) => place.pageNote;

  sharing.forms = function () {
    /** @type {Form['text']} */
    const link = ({ place, theme, hash }) => {
      // Light and dark are a reader's own choice; whoever projects wants the figure alone.
      const look = theme === 'projector' ? '?ui=min&theme=projector' : '';
      return `${place.page}${look}#${hash}`;
    };
    /** @type {Form[]} */
    const tools = [
      {
        id: 'sphinx', name: 'Sphinx (MyST Markdown)', help: words.sphinxHelp, note: page,
        text: (taken) => `\`\`\`{raw} html\n${frame(taken)}\n\`\`\`\n\n\`\`\`{raw} latex\n% ${picture(taken, 'pdf')}\n\\includegraphics[width=\\linewidth]{${taken.figure}.pdf}\n\`\`\``,
      },
      {
        id: 'myst', name: 'MyST, Jupyter Book 2', help: words.mystHelp, note: page,
        text: (taken) => `% ${picture(taken, 'png')}\n:::{iframe} ${alone(taken)}\n:width: 100%\n:placeholder: ${taken.figure}.png\n${taken.title}\n:::`,
      },
      {
        id: 'quarto', name: 'Quarto', help: words.quartoHelp, note: page,
        text: (taken) => `::: {.content-visible when-format="html"}\n\`\`\`{=html}\n${frame(taken)}\n\`\`\`\n:::\n\n<!-- ${picture(taken, 'pdf')} -->\n::: {.content-visible unless-format="html"}\n![${taken.title}](${taken.figure}.pdf)\n:::`,
      },
      { id: 'mdbook', name: 'mdBook', help: words.mdbookHelp, note: page, text: (taken) => frame(taken) },
      {
        id: 'reveal', name: 'reveal.js', help: words.revealHelp, note: page,
        text: (taken) => `<section>\n  ${frame(taken, 'data-src').replace(' loading="lazy"', '')}\n</section>`,
      },
      { id: 'moodle', name: 'Moodle', help: words.moodleHelp, note: page, text: (taken) => `<p>${frame(taken)}</p>` },
      {
        id: 'jupyter', name: 'Jupyter (anywidget)', help: words.jupyterHelp, note: () => '',
        // What JSON writes of such a text, Python reads.
        text: ({ hash, theme, height }) => `ActivationLab(link=${JSON.stringify(hash)}, ${theme === 'auto' ? '' : `theme="${theme}", `}height=${height})`,
      },
      {
        id: 'latex', name: 'LaTeX', help: words.latexHelp, note: () => '',
        text: (taken) => `% ${picture(taken, 'pdf')}\n\\begin{figure}\n  \\centering\n  \\includegraphics[width=\\linewidth]{${taken.figure}.pdf}\n  \\caption{${tex(taken.title)}}\n\\end{figure}`,
      },
    ];
    return {
      link: { id: 'link', name: words.link, help: words.linkHelp, note: page, text: link },
      frame: { id: 'frame', name: words.frame, help: words.frameHelp, note: page, text: (taken) => frame(taken) },
      element: { id: 'element', name: words.element, help: words.elementHelp, note: (place) => place.loaderNote, text: element },
      tools,
    };
  };
})();
