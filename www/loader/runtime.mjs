/** Fetches the drawing code once for the page, tells why it can't come, and renews it after a crash. */
import { failure, wasRefused } from "./failure.mjs";

let base;
let module;
let core;
let generation = 0;

/** Everything else lies beside the loader's own file, or where `data-base` says. */
export const setBase = (script) => {
  const { baseURI } = document;
  base = new URL(script?.dataset.base?.replace(/\/?$/, "/") ?? (script?.src || "."), baseURI).href;
};

// In the module both names are literals, so that bundlers see the files and copy them.
const coreUrl = () => (__MODULE__ ? new URL("./" + __CORE__, import.meta.url) : new URL(__CORE__, base)).href;
const wasmUrl = () => (__MODULE__ ? new URL("./" + __WASM__, import.meta.url) : new URL(__WASM__, base)).href;

/** Tells apart why `url` could not be used. What is fetched here is never run. */
const blame = async (url, isRight) => {
  let reason = "network";
  let message = "unreachable";
  if (await wasRefused(url)) reason = "csp";
  else {
    try {
      const response = await fetch(url);
      message = "HTTP " + response.status;
      if (response.ok) reason = (await isRight(response)) ? "integrity" : "mime";
    } catch {
      // The network it is.
    }
  }
  return failure(reason, message, url);
};

const isScript = (response) => /(java|ecma)script/.test(response.headers.get("content-type"));

/** The type it is served under doesn't matter, the first four bytes do. */
const isWasm = async (response) => new Uint32Array((await response.arrayBuffer()).slice(0, 4))[0] === 0x6d736100;

const compile = async () => {
  const url = wasmUrl();
  try {
    const response = await fetch(url, { integrity: __WASM_INTEGRITY__ });
    if (response.ok && (await isWasm(response.clone()))) return response.arrayBuffer().then(WebAssembly.compile);
  } catch {
    // Why, is found out below.
  }
  throw await blame(url, isWasm);
};

/** Preloaded with `integrity`, which `import()` doesn't know; the fragment makes a new module of the same file. */
const load = async () => {
  const url = coreUrl();
  const link = document.createElement("link");
  try {
    link.rel = "modulepreload";
    link.href = url + (generation ? "#" + generation : "");
    link.integrity = __CORE_INTEGRITY__;
    if (link.relList.supports(link.rel)) {
      await new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
        document.head.append(link);
      });
    }
    return await import(link.href);
  } catch {
    throw await blame(url, isScript);
  } finally {
    link.remove();
  }
};

const boot = async () => {
  try {
    if (!globalThis.WebAssembly) throw Error("no WebAssembly");
    const [api, compiled] = await Promise.all([load(), (module ??= compile())]);
    await api.start(compiled);
    return api;
  } catch (error) {
    core = module = undefined;
    // Whole and genuine bytes that don't compile: a policy forbids it, or the engine is too old.
    throw error.reason ? error : failure(/polic|csp|unsafe-eval/i.test(error.message) ? "csp" : "no-wasm", error.message);
  }
};

/** The drawing code, ready to use; one promise for all charts. */
export const drawingCode = () => (core ??= boot());

/** After a crash the instance can't be trusted: the next caller gets a new one of the same module. */
export const renew = () => {
  core = undefined;
  generation++;
};
