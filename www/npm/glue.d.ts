// The glue of the module that draws every figure, as the build writes it.

type Made = typeof globalThis.wasm_bindgen;

export const wasm_bindgen: Made;
