/** The wasm that is served sorted comes back byte for byte. */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { unpack } from "../../www/core/unpack.mjs";

const dist = new URL("../../dist/", import.meta.url);
const target = process.env.CARGO_TARGET_DIR;
const built = target ? pathToFileURL(`${target}/xtask/`) : new URL("../../target/xtask/", import.meta.url);

test("each wasm is what it was before its bytes were sorted, and compiles", async () => {
  const names = (await readdir(dist)).filter((name) => name.endsWith(".wasm"));
  assert.ok(names.length > 20, `${names.length} files`);
  for (const name of names) {
    const [, part] = name.match(/^part-([a-z]+)-/) ?? [];
    const packed = await readFile(new URL(name, dist));
    const module = unpack(packed);
    const plain = await readFile(new URL(`${part ?? "main"}.plain.wasm`, built));
    assert.equal(Buffer.compare(Buffer.from(module), plain), 0, name);
    assert.ok(!packed.equals(plain), name);
    await WebAssembly.compile(module);
  }
});

test("operands of every form are found again", () => {
  // One function of each form, sorted by hand as xtask/src/build/pack.rs says, and as it was.
  const head = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const operators = [0x02, 0x0e, 0x0b, 0x43, 0x44, 0xfc, 0xfc, 0xfc, 0x11, 0x41, 0x20, 0x2f, 0x23, 0x0b, 0x01, 0x0b];
  const locals = [1, 2, 0x7f, 0];
  const operands = {
    block: [0x40],
    brTable: [2, 0, 0, 0],
    callIndirect: [3, 0],
    global: [0],
    access: [0x90, 1],
    f32: [0xfc, 0xfd, 0xfe, 0xff],
    f64: [1, 2, 3, 4, 5, 6, 7, 8],
    long: [2, 10, 0, 0, 0x0f, 0],
    local: [1],
    constant: [0xff, 0],
  };
  const packed = [...head, 10, operators.length, ...operators, ...locals, ...Object.values(operands).flat()];
  const first = [
    ...[1, 2, 0x7f, 0x02, 0x40, 0x0e, 2, 0, 0, 0, 0x0b, 0x43, 0xfc, 0xfd, 0xfe, 0xff, 0x44, 1, 2, 3, 4, 5, 6, 7, 8],
    ...[0xfc, 2, 0xfc, 10, 0, 0, 0xfc, 0x0f, 0, 0x11, 3, 0, 0x41, 0xff, 0, 0x20, 1, 0x2f, 1, 0x90, 1, 0x23, 0, 0x0b],
  ];
  const second = [0, 0x01, 0x0b];
  const code = [2, first.length, ...first, second.length, ...second];
  assert.deepEqual([...unpack(Uint8Array.from(packed))], [...head, 10, code.length, ...code]);
});
