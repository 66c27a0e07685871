/** One chart: its states, its fallback and its room. What is drawn inside comes from the drawing code. */
import { fromText, fromUrl, listed, tableOf } from "./data.mjs";
import { failure } from "./failure.mjs";
import { whenParsed } from "./parsed.mjs";
import { estimate, measure } from "./room.mjs";
import { drawingCode, renew } from "./runtime.mjs";
import { wordsFor } from "./words.mjs";

const CSS = `:host{display:block;box-sizing:border-box!important}:host([hidden]),:host([data-state=ready]) [part=fallback]{display:none}
[part=fallback]{display:flow-root}[part=fallback] slot{display:block}
.cut{display:flex;flex-direction:column}.cut slot{overflow:auto}
[part=note]{flex:none;margin:0;font-size:.875em}
@media print{[part=fallback]{max-height:none!important}}`;

/** Charts on the page, to redraw them all after a crash. */
const live = new Set();

/** Tables made from the data, which are not the page's. */
const made = new WeakSet();

export const chartIn = (host) => {
  let root, sheet, fallback, slot, note;
  /** The figure around the element, and the table in it that the element stands in for. */
  let figure, beside;
  /** The box that the room was measured from, and the height that follows. */
  let room, height;
  let cut;
  /** The table made from the data, where the page has none. */
  let table;
  /** Figures given as a property, or in a script tag. */
  let given;
  /** The document, a promise of it, or `null` where there is none to be had. */
  let data;
  /** Aborted when the element is removed; there only while it is on the page and parsed. */
  let leaving;
  let observer, near, queued;
  let turn = 0;
  let crashes = 0;

  const option = (name) => host.getAttribute(name);
  const state = () => option("data-state");
  const tell = (name, detail) =>
    host.dispatchEvent(new CustomEvent("tujie:" + name, { detail, bubbles: true, composed: true }));

  const enter = (state, reason) => {
    host.setAttribute("data-state", state);
    if (reason) host.setAttribute("data-reason", reason);
    else host.removeAttribute("data-reason");
    arrange();
  };

  /** The page's own table that stands where the chart will. */
  const own = () => beside ?? [...host.querySelectorAll("table")].find((node) => !made.has(node) && !node.closest("[slot]"));

  /** Leaves nothing of the drawing code in the element. */
  const clear = () => {
    chart.view?.close();
    chart.view = undefined;
    root.replaceChildren(fallback);
    root.adoptedStyleSheets = [sheet];
    host.querySelector(":scope>[slot=table]")?.remove();
  };

  const build = () => {
    const make = (name) => document.createElement(name);
    figure = host.parentElement?.closest("figure[data-tujie]");
    beside = figure?.querySelector("table");
    if (host.contains(beside)) beside = undefined;
    // Measured before anything here changes what the page looks like.
    room = measure(host, beside);
    cut = !room.height;
    root = host.attachShadow({ mode: "open" });
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    fallback = make("div");
    fallback.part = "fallback";
    slot = make("slot");
    note = make("p");
    note.part = "note";
    fallback.append(slot, note);
    clear();
  };

  /** Where the figures are, in order: the property, `src`, `table`, JSON beside the fallback, the fallback's table. */
  const source = () => {
    const src = option("src");
    const selector = option("table");
    if (given != null) return typeof given === "string" ? fromText(given, "figures") : { json: given };
    if (src !== null) return fromUrl(src, leaving.signal);
    const json = (figure ?? host).querySelector('script[type="application/json"]');
    if (json && selector === null) return fromText(json.textContent, "script");
    const found = selector === null ? own() : document.querySelector(selector);
    if (!found?.rows) throw failure("data", "there is no table to read", selector ?? "");
    observer.observe(found, { childList: true, subtree: true, characterData: true });
    return { table: found };
  };

  /** Reads the figures once and shows them as a table as soon as they are there. */
  const read = async () => {
    if (data !== undefined) return;
    let mine;
    try {
      mine = data = source();
      if (data.then) {
        arrange();
        const there = await mine;
        if (data !== mine) return;
        data = there;
      }
      list();
    } catch (error) {
      if (data !== mine) return;
      data = null;
      fail(error);
    }
  };

  const rows = () => (!data || data.then || data.table ? [] : listed(data, wordsFor(host).slice(0, 4)));

  /** Lists the figures where the page has no table of its own, for as long as there is no chart. */
  const list = () => {
    table?.remove();
    table = undefined;
    if (state() === "ready") return;
    const lines = own() ? [] : rows();
    if (lines.length > 1) {
      table = tableOf(lines, option("heading") ?? data.json?.title);
      made.add(table);
      host.append(table);
    }
    arrange();
  };

  const reserve = () => {
    const asked = parseFloat(option("height"));
    room.height ||= room.around + estimate(rows().length - 1, host.kind, host.clientWidth);
    // A table beside the element can't be cut, so the chart is at least as high.
    height = asked > 0 ? (beside ? Math.max(asked, room.height) : asked) : room.height;
    arrange();
  };

  /** Puts words and room where the present state needs them. */
  const arrange = () => {
    const { style } = host;
    const now = state();
    note.textContent = now === "fallback" ? wordsFor(host)[4] : data?.then && !host.children[0] && !beside ? "…" : "";
    if (!height) return;
    const { top, bottom } = room;
    if (beside) {
      // The table keeps its place in the flow, and the element adds what is missing below it.
      const ready = now === "ready";
      const missing = height - room.height;
      if (ready && !beside.hidden) {
        // A new box in the table's place, and not the one below it moved up.
        host.hidden = true;
        host.offsetTop;
      }
      beside.hidden = ready;
      // Many stylesheets give tables a display of their own, which outdoes `hidden`.
      beside.style.display = ready ? "none" : "";
      host.hidden = /ing$/.test(now) && missing < 1;
      style.minHeight = (ready ? height : missing) + "px";
      style.marginTop = (ready ? top : -bottom) + "px";
      style.marginBottom = bottom + "px";
      return;
    }
    style.minHeight = height + "px";
    for (const [side, length] of [["marginTop", top], ["marginBottom", bottom]]) {
      // The element takes the margin of its content, and the content gives it up.
      if (parseFloat(getComputedStyle(host)[side]) < length) style[side] = length + "px";
      slot.style[side] = -length + "px";
    }
    cut ||= height < room.height;
    fallback.className = cut ? "cut" : "";
    fallback.style.maxHeight = cut ? height + "px" : "";
  };

  const draw = async () => {
    if (!near || data === null) return;
    const mine = ++turn;
    try {
      const first = state() !== "ready";
      if (first) enter("loading");
      const [code, there] = await Promise.all([drawingCode(), data]);
      if (mine !== turn) return;
      // From here on nothing waits, so no frame shows a state in between.
      enter("ready");
      list();
      if (!chart.view) {
        clear();
        chart.view = code.open(host, root, crashed);
      }
      if (chart.view.draw(there, height - room.around, figure, own()) && first) tell("ready", {});
    } catch (error) {
      if (mine === turn) fail(error);
    }
  };

  /** The instance is lost, and with it every chart: the one that lost it gets one more try. */
  const crashed = ({ message }) => {
    renew();
    for (const other of live) other.renew(chart);
    clear();
    if (crashes++) return fail({ message });
    enter("loading");
    list();
    draw();
  };

  const fail = ({ reason = "crash", message, path = "" }) => {
    turn++;
    clear();
    enter("fallback", reason);
    list();
    console.warn(`tujie: ${reason}: ${path} ${message}`);
    tell("error", { reason, message, path });
  };

  const start = () => {
    leaving = new AbortController();
    if (!root) build();
    let known = own();
    observer = new MutationObserver((records) => {
      // Among the element's children, what counts is that the page puts another table there.
      if (known !== (known = own()) || records.some(({ target }) => target !== host)) chart.changed("table");
    });
    observer.observe(host, { childList: true });
    enter("pending");
    read();
    reserve();
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        sight.disconnect();
        near = true;
        draw();
      },
      { rootMargin: "600px" },
    );
    leaving.signal.onabort = () => {
      sight.disconnect();
      observer.disconnect();
    };
    near = option("loading") === "eager";
    if (near) return draw();
    sight.observe(host);
    if (beside) sight.observe(beside);
  };

  const chart = {
    /** The chart in the drawing code, while there is one. */
    view: undefined,

    give(value) {
      given = value;
      crashes = 0;
      chart.changed("src");
    },

    enter() {
      live.add(chart);
      // Just before a frame: stylesheets that block painting are there to measure by, and scripts have set `figures`.
      whenParsed(host, () => requestAnimationFrame(() => host.isConnected && !leaving && start()));
    },

    leave() {
      live.delete(chart);
      leaving?.abort();
      if (!leaving) return;
      leaving = data = near = undefined;
      turn++;
      clear();
      host.removeAttribute("data-state");
      arrange();
    },

    /** Several changes in a row redraw once. */
    changed(name) {
      if (name === "src" || name === "table") data = undefined;
      if (!leaving || queued) return;
      queued = true;
      queueMicrotask(() => {
        queued = false;
        if (!leaving) return;
        reserve();
        read();
        draw();
      });
    },

    /** Goes over to a new instance; what the old one has painted stays until then. */
    renew(culprit) {
      if (!chart.view || chart === culprit) return;
      chart.view.close();
      chart.view = undefined;
      draw();
    },
  };
  return chart;
};
