// What the functions that wasm-bindgen writes call, under the names that it gives: made for the browsers that are
// supported, for texts of a chart's size, and for one instance a script.

let wasm, WASM_VECTOR_LEN;

const bytes = (from, length) => new Uint8Array(wasm.memory.buffer, from >>> 0, length);

const getDataViewMemory0 = () => new DataView(wasm.memory.buffer);

const getStringFromWasm0 = (from, length) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes(from, length));

const passStringToWasm0 = (text, allocate) => {
  const encoded = new TextEncoder().encode(text);
  WASM_VECTOR_LEN = encoded.length;
  const to = allocate(WASM_VECTOR_LEN, 1);
  bytes(to, WASM_VECTOR_LEN).set(encoded);
  return to;
};

const addToExternrefTable0 = (value) => {
  const index = wasm.__externref_table_alloc();
  wasm.__wbindgen_externrefs.set(index, value);
  return index;
};

const takeFromExternrefTable0 = (index) => {
  const value = wasm.__wbindgen_externrefs.get(index);
  wasm.__externref_table_dealloc(index);
  return value;
};

const handleError = (call, given) => {
  try {
    return call(...given);
  } catch (error) {
    wasm.__wbindgen_exn_store(addToExternrefTable0(error));
  }
};

const isLikeNone = (value) => value == null;

/** Starts an instance, and gives its exports. */
const finish = (instance) => {
  wasm = instance.exports;
  wasm.__wbindgen_start();
  return wasm;
};

export { __wbg_get_imports as imports, finish };
