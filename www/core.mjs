/**
 * The part that comes with the drawing code: one view for each chart, and the calls into the instance. Fetched under
 * its own address once, and again after a crash.
 */
import { ask, figures, finish, imports, open as openChart } from "tujie-glue";
import { FIGURES, OPEN } from "./core/questions.mjs";
import { ignore, watch } from "./core/surroundings.mjs";
import { unpack } from "./core/unpack.mjs";
import { View } from "./core/view.mjs";
import { wanted } from "./core/wanted.mjs";

/** The views of this instance. */
const views = new Set();

/** A call has trapped: the instance's memory can't be trusted any more. */
let lost = false;

/** The digest of each part, but for those that only the tools ask for and bring the digests of. */
const PARTS = __PARTS__;

/** The name of the script that has the tools, and its digest. */
const TOOLS = __TOOLS__;

/** Ends the address of the tools, under which nobody can have loaded them unchecked. */
const UNSEEN = "#" + Math.random();

/** What parts import. */
let main;

let bytesOf, urls, started;

const instantiate = async (bytes, imports) => (await WebAssembly.instantiate(unpack(bytes), imports)).instance;

/**
 * Starts the instance of the wasm with these bytes, once they have come, and gives what opens charts. `load` fetches the
 * bytes of the file at an address; `addresses` are those of the parts where they don't lie beside this script.
 */
export const start = async (bytes, load, addresses) => {
  bytesOf = load;
  urls = addresses;
  started = bytes.then(async (bytes) => {
    main = { ...finish(await instantiate(bytes, imports())) };
    // What parts call has no exported name: it is known by the character of its slot.
    for (let slot = main.t0.length; slot--; ) main[String.fromCharCode(slot)] = main.t0.get(slot);
  });
  // What the charts that wait will ask for comes along; who then asks hears of what can't be had.
  for (const host of document.querySelectorAll("tujie-chart[data-state=loading]")) {
    for (const name of wanted(host)) need(name)?.catch(() => {});
  }
  await started;
  return { open };
};

/** What is there of the parts, or on its way; and what is there. */
const parts = Object.create(null);
const linked = new Set();

/** Fetches the part of the drawing code with that name, if there is one, and links it to the instance. */
const need = (name, hash = PARTS[name]) => {
  if (!hash) return;
  const link = async () => {
    try {
      const url = urls?.[name] ?? new URL(`part-${name}-${hash}.wasm`, import.meta.url).href;
      // The name carries the whole digest, in the letters that addresses may have.
      const digest = hash.replace(/-/g, "+").replace(/_/g, "/");
      const bytes = await bytesOf(url, `sha256-${digest}=`);
      await started;
      await instantiate(bytes, { p: main });
      linked.add(name);
    } catch (error) {
      delete parts[name];
      throw error;
    }
  };
  return (parts[name] ??= link());
};

/** The script with the tools, checked by its digest before it runs. */
const fetchTools = async () => {
  const [name, integrity] = TOOLS;
  const href = (urls?.tools ?? new URL(name, import.meta.url).href) + UNSEEN;
  const link = document.createElement("link");
  if (link.relList.supports("modulepreload")) {
    await new Promise((onload, onerror) => {
      document.head.append(Object.assign(link, { rel: "modulepreload", href, integrity, onload, onerror }));
    }).finally(() => link.remove());
  } else {
    await fetch(href, { integrity });
  }
  return import(href);
};

/** The tools of a view. */
const toolsFor = async (view) => (await fetchTools()).toolsOf(view, urls?.loader ?? new URL("tujie.js", import.meta.url).href);

/** Opens a view for `host` in its shadow root; `crashed(error)` is called when it loses the instance. */
const open = (host, root, crashed) => {
  const view = new View(host, root, (question, handle, text = "", a = 0, b = 0, c = 0) => {
    if (lost) return;
    try {
      if (question === OPEN) return openChart(handle);
      return question === FIGURES ? figures(handle) : ask(question, handle, text, a, b, c);
    } catch (error) {
      // Texts are what the drawing code throws by itself: what is wrong in the data.
      if (typeof error === "string") {
        const [path, message] = JSON.parse(error);
        throw { reason: "data", path, message };
      }
      lost = true;
      crashed(error);
    }
  }, need, linked, (set, label) => {
    // Charts of one set light up the same things, and so do those of the page that are in none.
    for (const other of views) if (other !== view && other.host.dataset.set === set) other.follow(label);
  }, toolsFor);
  const close = view.close;
  view.close = () => {
    close.call(view);
    views.delete(view);
    if (!views.size) ignore();
  };
  views.add(view);
  if (views.size === 1) watch(views);
  return view;
};
