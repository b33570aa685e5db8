// @ts-check
(async () => {
  // Streams unpack faster than the script, but older browsers have none for bare deflate.
  /** @param {Uint8Array} packed @param {number} size */
  async function unpacked(packed, size) {
    let stream;
    try {
      stream = new DecompressionStream('deflate-raw');
    } catch {
      return ActivationLab.inflate(packed, size).buffer;
    }
    return new Response(new Blob([packed]).stream().pipeThrough(stream)).arrayBuffer();
  }

  /** @param {string} id */
  async function module(id) {
    const { textContent, dataset } = /** @type {HTMLElement} */ (document.getElementById(id));
    const packed = Uint8Array.from(atob(/** @type {string} */ (textContent)), (letter) => letter.charCodeAt(0));
    return unpacked(packed, Number(dataset.size));
  }

  // The worker's script and module, unpacked when something is to be trained.
  let address = '';
  function script() {
    const { textContent } = /** @type {HTMLElement} */ (document.getElementById('activation-lab-worker'));
    address ||= URL.createObjectURL(new Blob([/** @type {string} */ (textContent)], { type: 'text/javascript' }));
    return address;
  }

  // A script that is asleep in the page until it is asked for, as the Share dialog's and that of lessons. Where a page trusts no text, it may still come from an address.
  /** @param {string} id @param {'sharing' | 'help' | 'lesson' | 'sound' | 'reading'} name what it fills */
  async function awake(id, name) {
    const text = /** @type {string} */ (/** @type {HTMLElement} */ (document.getElementById(id)).textContent);
    try {
      const script = Object.assign(document.createElement('script'), { textContent: text });
      document.head.append(script);
      script.remove();
    } catch {
      // It is not there then.
    }
    if (!ActivationLab[name]) await import(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  }

  const programs = async () => JSON.parse(new TextDecoder().decode(await module('activation-lab-programs')));

  // The lessons, of which the first that is asked for unpacks all.
  /** @type {Promise<Lessons> | null} */
  let unpacking = null;
  function lessons() {
    unpacking ||= module('activation-lab-lessons').then((bytes) => withOwn(JSON.parse(new TextDecoder().decode(bytes))));
    return unpacking;
  }

  // `activation-lab lesson FILE -o lesson.html` has put one more into this file: it is the first.
  const own = document.getElementById('activation-lab-own-lesson');
  /** @param {Lessons} all */
  function withOwn(all) {
    if (!own) return all;
    const { lesson, worksheet } = JSON.parse(own.textContent || '');
    all.list = [lesson, ...all.list.filter(({ id }) => id !== lesson.id)];
    all.lessons[lesson.id] = lesson;
    all.worksheets[lesson.id] = worksheet;
    return all;
  }

  /** @template T @param {Record<string, T>} all @param {string} id */
  function named(all, id) {
    if (!Object.keys(all).includes(id)) throw new Error(`no lesson '${id}'`);
    return all[id];
  }

  /** @param {string} id */
  const lesson = async (id) => named((await lessons()).lessons, id);
  /** @param {string} id */
  const worksheet = async (id) => named((await lessons()).worksheets, id);

  try {
    await wasm_bindgen({ module_or_path: await module('activation-lab-wasm') });
    ActivationLab.training = { script, module: () => module('activation-lab-trainer') };
    ActivationLab.later = {
      share: () => awake('activation-lab-share', 'sharing'),
      help: () => awake('activation-lab-help', 'help'),
      sound: () => awake('activation-lab-sound', 'sound'),
      programs,
      teach: () => awake('activation-lab-lesson', 'lesson'),
      reading: () => awake('activation-lab-reading', 'reading'),
      reader: () => module('activation-lab-reader'),
      lessons: async () => (await lessons()).list,
      lesson,
      worksheet,
      folder: '',
    };
    await ActivationLab.start(wasm_bindgen, FIGURE_STYLE);
    if (ActivationLab.isHosted) ActivationLab.talk();
    const query = new URLSearchParams(location.search);
    if (own && own.dataset.lesson && !query.has('lesson')) ActivationLab.lessons.go({ id: own.dataset.lesson, step: 1, present: query.has('present') }, false);
  } catch (error) {
    ActivationLab.failed(error);
  }
})();
