/**
 * The part that comes with the drawing code: one view for each chart, which passes on what happens on the page and
 * sends out what the drawing code answers. Fetched under its own address once, and again after a crash.
 */
import init, * as glue from "tujie-glue";
import { options } from "./core/options.mjs";
import { cells } from "./core/table.mjs";

/** The views of this instance. */
const views = new Set();

/** A call into the drawing code is under way; what it causes on the page is not news to it. */
let busy = false;

/** A call has trapped: the instance's memory can't be trusted any more. */
let lost = false;

export const start = (module) => init({ module_or_path: module });

/** Opens a view for `host` in its shadow root; `crashed(error)` is called when it loses the instance. */
export const open = (host, root, crashed) => new View(host, root, crashed);

const INSIDE = "pointermove pointerdown click keydown focusin focusout change toggle beforematch contextlost contextrestored";

class View {
  #handle;
  #height;
  #width;
  #away = false;
  #frame;
  #end = new AbortController();

  constructor(host, root, crashed) {
    this.host = host;
    this.crashed = crashed;
    this.#handle = this.#call("open", host, root);
    const { signal } = this.#end;
    // Captured, because some of these don't bubble.
    for (const type of INSIDE.split(" ")) root.addEventListener(type, this, { capture: true, signal });
    host.addEventListener("pointerleave", this, { signal });
    const sized = new ResizeObserver(() => {
      if (host.clientWidth !== this.#width) this.later();
    });
    sized.observe(host);
    const seen = new IntersectionObserver((entries) => {
      const away = !entries.at(-1).isIntersecting;
      if (away && !this.#away) this.later();
      this.#away = away;
    });
    seen.observe(host);
    signal.addEventListener("abort", () => {
      sized.disconnect();
      seen.disconnect();
      cancelAnimationFrame(this.#frame);
    });
    views.add(this);
    if (views.size === 1) watch();
  }

  handleEvent(event) {
    this.#send("event", event);
  }

  /** Draws `data` anew in `height` pixels; false where the instance was lost over it. Throws what is wrong in the data. */
  draw(data, height, figure, table) {
    this.#height = height;
    this.#width = this.host.clientWidth;
    const read = data.table ? { rows: cells(data.table) } : data;
    return this.#send("draw", read, options(this.host, figure, table), this.#geometry(false));
  }

  /** Fits the chart to what its surroundings have become. */
  refresh(print = false) {
    this.#width = this.host.clientWidth;
    if (this.#height) this.#send("refresh", this.#geometry(print));
  }

  /** The same before the next frame, however often it is asked for. */
  later() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.refresh();
    });
  }

  figures() {
    return this.#call("figures", this.#handle);
  }

  focusMark(id) {
    this.#send("focus_mark", id);
  }

  highlight(id) {
    this.#send("highlight", id ?? undefined);
  }

  close() {
    this.#end.abort();
    views.delete(this);
    if (!views.size) unwatch.abort();
    this.#call("close", this.#handle);
  }

  #geometry(print) {
    return { height: Math.floor(this.#height), grow: this.#away, print };
  }

  #send(name, ...given) {
    const effects = this.#call(name, this.#handle, ...given);
    for (const [type, detail] of effects ?? []) {
      this.host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
    return !lost;
  }

  #call(name, ...given) {
    if (busy || lost) return;
    busy = true;
    try {
      return glue[name](...given);
    } catch (error) {
      if (error?.reason) throw error;
      lost = true;
      this.crashed(error);
    } finally {
      busy = false;
    }
  }
}

let unwatch;

/** What changes for all charts at once: colours, fonts, resolution, and the move to paper. */
const watch = () => {
  unwatch = new AbortController();
  const { signal } = unwatch;
  const changed = () => views.forEach((view) => view.later());
  const print = ({ type }) => views.forEach((view) => view.refresh(type === "beforeprint"));
  addEventListener("beforeprint", print, { signal });
  addEventListener("afterprint", print, { signal });
  document.fonts.addEventListener("loadingdone", changed, { signal });
  for (const query of ["(prefers-color-scheme:dark)", "(forced-colors:active)", "(prefers-contrast:more)"]) {
    matchMedia(query).addEventListener("change", changed, { signal });
  }
  const resolution = () => {
    if (signal.aborted) return;
    matchMedia(`(resolution:${devicePixelRatio}dppx)`).addEventListener("change", () => (changed(), resolution()), {
      signal,
      once: true,
    });
  };
  resolution();
  const themed = new MutationObserver(changed);
  for (const node of [document.documentElement, document.body]) {
    themed.observe(node, { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-scheme"] });
  }
  signal.addEventListener("abort", () => themed.disconnect());
};
