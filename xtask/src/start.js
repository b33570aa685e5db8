(async () => {
  // Streams unpack faster than the script, but older browsers have none for bare deflate.
  async function unpacked(packed, size) {
    let stream;
    try {
      stream = new DecompressionStream('deflate-raw');
    } catch {
      return ActivationLab.inflate(packed, size);
    }
    return new Response(new Blob([packed]).stream().pipeThrough(stream)).arrayBuffer();
  }

  try {
    const { textContent, dataset } = document.getElementById('activation-lab-wasm');
    const packed = Uint8Array.from(atob(textContent), (letter) => letter.charCodeAt(0));
    const bytes = await unpacked(packed, Number(dataset.size));
    await wasm_bindgen({ module_or_path: bytes });
    ActivationLab.start(wasm_bindgen, FIGURE_STYLE);
  } catch (error) {
    ActivationLab.failed(error);
  }
})();
