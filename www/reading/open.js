// @ts-check
// Opens a lesson's file: reads it, opens what has no fault that is seen at once, and works out the rest behind it.
(function () {
  'use strict';
  const { ActivationLab } = window;
  const { fill, reading } = ActivationLab;
  const { words } = reading.data;

  // Twenty times the longest of ours.
  const MOST_BYTES = 200000;

  /** @type {Promise<ReadingModule> | null} */
  let coming = null;
  function module() {
    coming ||= (async () => {
      const wasm = reading.glue();
      await wasm({ module_or_path: await ActivationLab.later.reader() });
      return wasm;
    })();
    coming.catch(() => (coming = null));
    return coming;
  }

  // What a file that was chosen or dropped holds, or why it is no lesson.
  /** @param {File} file @returns {Promise<{ text: string } | { refused: string }>} */
  async function held(file) {
    if (!/\.(md|markdown|txt)$/i.test(file.name)) return { refused: words.notMarkdown };
    if (file.size > MOST_BYTES) return { refused: fill(words.tooLarge, { size: Math.ceil(file.size / 1000), most: MOST_BYTES / 1000 }) };
    const bytes = await file.arrayBuffer();
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      return { refused: words.notText };
    }
  }

  // `my-lesson.md` is `my-lesson`; a name that a lesson of the page has is not taken from it.
  /** @param {string} name */
  async function named(name) {
    const id = name.replace(/\.[^.]*$/, '') || name;
    const ours = await ActivationLab.later.lessons().catch(() => []);
    return ours.some((lesson) => lesson.id === id) ? `${id}-own` : id;
  }

  let latest = new AbortController(); // whoever opens another file does not want the one before

  reading.open = async function (file) {
    latest.abort();
    const ended = (latest = new AbortController());
    const { signal } = ended;
    reading.dropped();
    reading.say('', true);
    try {
      const has = await held(file);
      if ('refused' in has) return refuse(file, has.refused);
      const [wasm, id] = await Promise.all([module(), named(file.name), ActivationLab.modules.whole(), ActivationLab.lesson || ActivationLab.later.teach()]);
      if (signal.aborted) return;
      await check(file.name, ended, (wanted) => JSON.parse(wasm.read(id, ActivationLab.catalogue.language, has.text, reading.bench(wanted))));
    } catch (error) {
      if (signal.aborted) return;
      console.error(error);
      reading.say('', true);
      refuse(file, fill(words.failed, { error: error instanceof Error ? error.message : String(error) }));
    }
  };

  /** @param {File} file @param {string} sentence */
  function refuse(file, sentence) {
    reading.dialog(fill(words.noLesson, { file: file.name }), sentence, [], () => {});
  }

  // Reads the file as often as more is known of what its links show.
  /** @param {string} file @param {AbortController} ended @param {(wanted: Set<string>) => Read} read */
  async function check(file, ended, read) {
    /** @type {Set<string>} */
    let wanted = new Set();
    let found = read(wanted);
    const opens = 'lesson' in found;
    reading.putAway();
    if ('lesson' in found) await ActivationLab.lesson.keep(found.lesson);
    /** @type {ReadingDialog | null} */
    let dialog = null;
    function show() {
      if (!('faults' in found)) return;
      if (dialog) dialog.list(found.faults);
      else dialog = reading.dialog(fill(words.faults, { file }), opens ? words.opened : words.closed, found.faults, () => ended.abort());
    }
    show();
    for (; wanted.size; found = read(wanted)) {
      const all = wanted.size;
      await reading.workOut([...wanted], (done) => {
        const text = fill(words.working, { file, done, all });
        if (dialog) dialog.tell(text);
        else reading.say(text, false);
      }, ended.signal);
      wanted = new Set();
    }
    ended.signal.throwIfAborted();
    /** @type {ReadingDialog | null} */ (dialog)?.tell('');
    reading.say('lesson' in found ? fill(words.fine, { file }) : '', true);
    show();
  }
})();
