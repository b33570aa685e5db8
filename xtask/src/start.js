(async () => {
  try {
    const text = document.getElementById('activation-lab-wasm').textContent;
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    await wasm_bindgen({ module_or_path: bytes });
    ActivationLab.start(wasm_bindgen, FIGURE_STYLE);
  } catch (error) {
    ActivationLab.failed(error);
  }
})();
