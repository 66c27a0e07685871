/** Fetches the drawing code once for the page, tells why it can't come, and renews it after a crash. */
import urls from "tujie-parts";
import { failure, get, refused } from "./files.mjs";

let base;
const files = {};
let core;
let generation = 0;

/** Everything else lies beside the loader's own file, or where `data-base` says. */
export const setBase = (script) => {
  base = new URL(script?.dataset.base?.replace(/\/?$/, "/") ?? script?.src ?? "", document.baseURI);
};

/** The drawing code, ready to use; one promise for all charts. */
export const drawingCode = () => {
  core ??= boot();
  // Whoever needs it hears of a failure when they await it.
  core.catch(() => {});
  return core;
};

/** The bytes of a file, fetched once for the page: they outlive the instances. */
const bytesOf = (url, integrity) =>
  (files[url] ??= fetch(url, { integrity })
    .then((response) => response.arrayBuffer())
    .catch(() => delete files[url] && blame(url)));

/** After a crash the instance can't be trusted: the next caller gets a new one of the same bytes. */
export const renew = () => {
  core = undefined;
  generation++;
};

/** Throws why `url` could not be used. What is fetched here is never run. */
const blame = async (url) => {
  const [bytes, type] = await get(url);
  // Wasm is known by its first byte, which no page and no text has; a script by its type, as the browser knows it.
  const right = bytes[0] === 0 || /script/.test(type);
  throw failure(refused.has(url) ? "csp" : right ? "integrity" : "mime", "unusable", url);
};

// In the module both names are literals, so that bundlers see the files and copy them.
const coreUrl = () => (__MODULE__ ? new URL("./" + __CORE__, import.meta.url) : new URL(__CORE__, base)).href;
const wasmUrl = () => (__MODULE__ ? new URL("./" + __WASM__, import.meta.url) : new URL(__WASM__, base)).href;

const boot = async () => {
  try {
    const bytes = bytesOf(wasmUrl(), __WASM_INTEGRITY__);
    // Who awaits them hears why they can't be had.
    bytes.catch(() => {});
    const core = await load();
    return await (__MODULE__ ? core.start(bytes, bytesOf, urls) : core.start(bytes, bytesOf));
  } catch (error) {
    core = undefined;
    // Whole and genuine bytes that don't compile: a policy forbids it, or the engine is too old.
    throw error.reason ? error : failure(/policy|csp/i.test(error.message) ? "csp" : "no-wasm", error.message);
  }
};

/** Preloaded with `integrity`, which `import()` doesn't know; the fragment makes a new module of the same file. */
const load = async () => {
  const url = coreUrl();
  const href = url + "#" + generation;
  const link = document.createElement("link");
  try {
    if (link.relList.supports("modulepreload")) {
      await new Promise((onload, onerror) =>
        document.head.append(Object.assign(link, { rel: "modulepreload", href, integrity: __CORE_INTEGRITY__, onload, onerror })),
      );
    }
    return await import(href);
  } catch {
    return blame(url);
  }
};
