/** What comes when a reader reaches for the tools: choosing, sorting, listening, saving, and the list of keys. */
import { CONTROLS } from "./core/questions.mjs";
import css from "tujie-styles/tools.css";
import { filesOf } from "./tools/files.mjs";
import { filtersOf } from "./tools/filters.mjs";
import { make, row, sheetOf } from "./tools/panel.mjs";
import { soundOf } from "./tools/sound.mjs";
import { wordsOf } from "./tools/words.mjs";

/** The tools of one chart; `loader` is the address of the script that other pages include. */
export const toolsOf = async (view, loader) => {
  // What is offered can be done, also where the network has gone by then.
  await Promise.all([view.need("controls", __CONTROLS__), view.need("sort")]);
  const { parts } = view;
  const root = parts.below.getRootNode();
  sheetOf(root, css);
  const [list, keys, legend, facets, combinations, count] = view.answer(CONTROLS, view.request);
  const words = wordsOf(list);
  const files = filesOf(view, words, loader);
  const filters = filtersOf(view, words, facets, combinations, count);
  const sound = soundOf(view, words, () => drawn());
  let open;

  /** Shows a panel in the place of another, or puts it away. */
  const show = (name, button, fill) => {
    const was = open;
    const active = root.activeElement;
    const inside = parts.below.contains(active);
    const back = button ?? (inside ? was?.back : active);
    // What plays is not left without the button that stops it.
    filters.stop();
    if (was) sound.stop();
    open?.panel.remove();
    open?.button?.setAttribute("aria-expanded", false);
    open?.button?.removeAttribute("aria-controls");
    open = undefined;
    if (was?.name === name) {
      // The stop over a mark is a new one after each step.
      if (inside) (was.back?.isConnected ? was.back : parts.plot.querySelector(".stop")).focus();
      return;
    }
    const panel = make(parts.below, "div", { class: "panel", role: "group", id: "panel" });
    panel.setAttribute("aria-label", button?.textContent ?? words.keyboard);
    panel.addEventListener("keydown", (event) => {
      // Details in sight go first.
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      show(name);
    });
    open = { name, panel, button, back };
    button?.setAttribute("aria-expanded", true);
    button?.setAttribute("aria-controls", "panel");
    fill(panel);
    if (!button) {
      panel.tabIndex = -1;
      panel.focus();
    }
  };

  const listKeys = (panel) => {
    make(panel, "p", { class: "head" }, words.keyboard);
    const list = make(panel, "dl");
    for (const [key, meaning] of keys) {
      const item = make(list, "div");
      make(item, "dt", {}, key);
      make(item, "dd", {}, meaning);
    }
    if (parts.plot.querySelector("[data-series]")) make(panel, "p", {}, legend);
  };

  const drawn = () => {
    filters.drawn();
    const listen = open?.panel.querySelector("[data-tool=listen]");
    if (listen) listen.textContent = sound.plays() ? words.stop : words.listen;
  };

  return {
    ...files.methods,
    options: () =>
      show("options", parts.options, (panel) => {
        filters.rows(panel);
        const more = row(panel);
        make(more, "button", { type: "button", "data-tool": "listen" }, sound.plays() ? words.stop : words.listen).onclick = sound.listen;
        make(more, "button", { type: "button" }, words.keyboard).onclick = () => show("keys", undefined, listKeys);
      }),
    save: () => show("save", parts.save, files.rows),
    keys: () => show("keys", undefined, listKeys),
    listen: sound.listen,
    stop: sound.stop,
    sort: filters.sort,
    toggle: filters.toggle,
    isolate: filters.isolate,
    drawn() {
      // Tones of figures that are no longer drawn say nothing.
      sound.stop();
      drawn();
    },
    /** Puts everything away; with other figures to come, what the reader chose of these is taken back too. */
    close(others) {
      sound.stop();
      filters.stop();
      if (open) show(open.name);
      if (others) filters.reset();
    },
  };
};
