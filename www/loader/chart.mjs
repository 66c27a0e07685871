/** One chart: its states, its fallback and its room. What is drawn inside comes from the drawing code. */
import { estimate, measure } from "./room.mjs";
import { drawingCode, renew } from "./runtime.mjs";
import { fromText, fromUrl } from "./data.mjs";
import { failure } from "./files.mjs";
import { listed, tableOf } from "./listing.mjs";
import { whenParsed } from "./parsed.mjs";
import { wordsFor } from "./words.mjs";

const CSS =
  ":host,slot{display:block}:host([hidden]),slot[hidden]{display:none}@media print{slot{max-height:none!important}}";

/** What to call, for each chart on the page, when an instance of the drawing code is lost. */
const live = new Set();

export const chartIn = (host) => {
  const { style, dataset } = host;
  let root, fallback, note;
  /** The figure around the element, and the table in it that the element stands in for. */
  let figure, beside;
  /** What was measured: the height of the fallback's box, what the element's content has of it, and the margins. */
  let full, base, top, bottom;
  /** The height that follows for the chart, and whether the fallback has to fit into it. */
  let height, cut;
  /** The table made from the data, where the page has none. */
  let table;
  /** Figures given as a property, or in a script tag. */
  let given;
  /** The document, a promise of it, or `null` where there is none to be had. */
  let data;
  /** There only while the element is on the page and parsed. */
  let stop;
  /** The chart in the drawing code, while there is one, and the instance that it belongs to. */
  let view, code;
  /** `read` is the table that the figures are from. */
  let observer, near, read;
  let turn = 0;
  let crashes = 0;

  /** Puts table, words and room where the present state needs them. */
  const settle = () => {
    const failed = dataset.state === "fallback";
    const ready = dataset.state === "ready";
    table?.remove();
    table = undefined;
    // The figures are listed where the page has no table of its own, for as long as there is no chart.
    const rows = ready || !data || data.then || own() ? [] : listed(data, wordsFor(host));
    if (rows[1]) host.append((table = tableOf(rows, option("heading") ?? data.json?.title)));
    fallback.hidden = ready;
    note.textContent = failed ? wordsFor(host)[4] : data?.then && !(beside ?? host.children[0]) ? "…" : "";

    if (base < 1 && data) {
      cut = true;
      base = estimate(rows.length - 1, host.kind, host.clientWidth);
    }
    // A table beside the element can't be cut, so the chart is at least as high.
    height = Math.max(parseFloat(option("height")) || base, beside ? full : 1);
    // Until it is ready, a table beside keeps its place in the flow, and the element adds what is missing below it.
    const missing = Math.max(height - full, 0);
    const stands = ready || !beside;
    if (beside) {
      if (ready && !beside.hidden) {
        // A new box in the table's place, and not the one below it moved up.
        host.hidden = true;
        host.offsetTop;
      }
      beside.hidden = ready;
      // Many stylesheets give tables a display of their own, which outdoes `hidden`.
      beside.style.display = ready ? "none" : "";
      host.hidden = !ready && !failed && !missing;
    }
    style.minHeight = (stands ? height : missing) + "px";
    style.marginTop = (stands ? top : -bottom) + "px";
    style.marginBottom = bottom + "px";
    if ((cut ||= height < base)) {
      fallback.style.cssText = `overflow:auto;max-height:${height - note.offsetHeight}px`;
    }
  };

  const enter = (state, reason) => {
    dataset.state = state;
    if (reason) dataset.reason = reason;
    else delete dataset.reason;
    settle();
  };

  /** The page's own table that stands where the chart will. */
  const own = () =>
    (beside = figure?.querySelector("table:not(tujie-chart *)")) ??
    [...host.querySelectorAll("table")].find((node) => !node.closest("[slot]") && node !== table);

  /** The instance is lost, and with it every chart: the one that lost it gets one more try. */
  const crashed = ({ message }) => {
    clear();
    renew();
    for (const again of live) again();
    if (crashes++) fail({ message });
    else enter("loading");
  };

  const again = () => dataset.state === "fallback" || update();

  /** Reads what hasn't been read, shows it as a table, and draws it once the reader is near. */
  const update = async () => {
    const mine = ++turn;
    let there;
    // Several changes in a row redraw once.
    await null;
    if (mine !== turn || data === null) return;
    try {
      data ??= source();
      settle();
      near ||= option("loading") === "eager";
      const first = dataset.state !== "ready";
      const coming = near && drawingCode();
      if (near && first) enter("loading");
      there = await data;
      if (mine !== turn) return;
      data = there;
      settle();
      const now = await coming;
      if (!now || mine !== turn) return;
      if (first || code !== now) {
        clear();
        code = now;
        view = code.open(host, root, crashed);
      }
      if (!(await view.read(there, figure, own())) || mine !== turn) return;
      // From here on nothing waits, so no frame shows a state in between.
      enter("ready");
      if (view.draw(height) && first) tell("ready");
    } catch (error) {
      if (mine !== turn) return;
      if (!there) data = null;
      fail(error);
    }
  };

  const redo = (name) => {
    if (/^(src|table)$/.test(name)) data = undefined;
    if (stop) update();
  };

  const clear = () => {
    view?.close();
    view = undefined;
  };

  const build = () => {
    figure = host.closest("figure[data-tujie]");
    own();
    root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    root.adoptedStyleSheets = [sheet];
    fallback = document.createElement("slot");
    note = document.createElement("div");
    root.append(fallback, note);
    [full, base, top, bottom] = measure(host, beside);
    // What the page did not reserve moves once, now: a table may be lower than any chart of it.
    if (beside) base = Math.max(base, estimate(beside.rows.length - 1, host.kind, figure.clientWidth));
  };

  const fail = ({ reason = "crash", message, path = "" }) => {
    turn++;
    clear();
    enter("fallback", reason);
    console.warn("tujie", reason, path, message);
    tell("error", { reason, message, path });
  };

  const option = (name) => host.getAttribute(name);
  const tell = (name, detail) =>
    host.dispatchEvent(new CustomEvent("tujie:" + name, { detail, bubbles: true, composed: true }));

  /** Where the figures are, in order: the property, `src`, `table`, JSON beside the fallback, the fallback's table. */
  const source = () => {
    const src = option("src");
    const selector = option("table");
    if (given) return typeof given === "string" ? fromText(given, "figures") : { json: given };
    if (src !== null) return fromUrl(src);
    const json = (figure ?? host).querySelector('script[type="application/json"]');
    const found = selector === null ? (json ?? own()) : document.querySelector(selector);
    if (found?.text) return fromText(found.text, "script");
    if (!found?.rows) throw failure("data", "no table", selector ?? "");
    observer.observe((read = found), { characterData: true, childList: true, subtree: true });
    return { table: found };
  };

  const start = () => {
    if (!root) build();
    let known = own();
    observer = new MutationObserver((records) => {
      // Of what the element and its figure hold, what counts is that the page puts another table there.
      if (known !== (known = own() ?? known) || records.some(({ target }) => read?.contains(target))) redo("table");
    });
    observer.observe(figure ?? host, { childList: true, subtree: true });
    const sight = new IntersectionObserver(
      (entries) => {
        // Whoever does not wait for it has the chart drawn already.
        near ||= entries.some((entry) => entry.isIntersecting) && !!update();
      },
      { rootMargin: "600px" },
    );
    near = false;
    sight.observe(figure ?? host);
    live.add(again);
    stop = () => {
      sight.disconnect();
      observer.disconnect();
      live.delete(again);
    };
    enter("pending");
    update();
  };

  return {
    redo,

    picture: () => view,

    give(value) {
      given = value;
      crashes = 0;
      redo("src");
    },

    enter() {
      // Just before a frame: stylesheets that block painting are there to measure by, and scripts have set `figures`.
      if (stop) update();
      else whenParsed(option("table") ? document : host, () => requestAnimationFrame(() => host.isConnected && !stop && start()));
    },

    leave() {
      if (!stop) return;
      stop();
      stop = data = undefined;
      turn++;
      clear();
      delete dataset.state;
      settle();
    },
  };
};
