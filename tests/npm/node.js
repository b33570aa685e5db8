// In Node, which has no page, every entry can be imported, and nothing happens.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const before = Object.getOwnPropertyNames(globalThis);
const [whole, element, embedded, widget] = await Promise.all([
  import('activation-lab'),
  import('activation-lab/element'),
  import('activation-lab/embedded'),
  import('activation-lab/anywidget'),
]);
assert.equal(await whole.ready, undefined);
assert.equal(await embedded.ready, undefined);
assert.equal(await element.init({ module: 'nowhere.wasm' }), undefined);
assert.deepEqual(Object.keys(widget.default), ['initialize', 'render']);
assert.equal(await widget.default.initialize({}), undefined);
assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);

// What is no script can be found by its name, and is what it says.
const { resolve } = createRequire(import.meta.url);
const { default: manifest } = await import('activation-lab/package.json', { with: { type: 'json' } });
for (const file of ['activation-lab.wasm', 'trainer.wasm']) {
  assert.ok(WebAssembly.validate(readFileSync(resolve(`activation-lab/${file}`))), file);
}
assert.equal(readFileSync(resolve('activation-lab/math.woff2')).subarray(0, 4).toString(), 'wOF2');
for (const { types, default: script } of Object.values(manifest.exports).filter((entry) => entry.types)) {
  assert.ok(readFileSync(new URL(types, `file://${resolve('activation-lab/package.json')}`)).length, types);
  assert.ok(readFileSync(new URL(script, `file://${resolve('activation-lab/package.json')}`)).length, script);
}
await assert.rejects(import('activation-lab/scripts.js'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
