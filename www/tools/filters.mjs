/** Which figures are shown, and in which order: the element's attributes are the state, the buttons show and change it. */
import { make, row } from "./panel.mjs";

const FACETS = ["unit", "group", "year"];
const NAMES = ["unit", "group", "period"];
const SORTS = ["none", "desc", "asc", "label"];
const ORDERS = ["given", "largest", "smallest", "byName"];

/** How long a period stands while they are played, in ms. */
const BEAT = 1400;

const items = (list) => (list ?? "").split(/[,，]/).map((item) => item.trim()).filter(Boolean);

/** Of each element what the page asked for, and what stands there now because the reader chose it. */
const asked = new WeakMap();

export const filtersOf = (view, words, facets, combinations, count) => {
  const { host, parts } = view;
  const get = (name) => host.getAttribute(name) ?? "";
  const set = (name, value) => (value ? host.setAttribute(name, value) : host.removeAttribute(name));
  if (!asked.has(host)) asked.set(host, { page: [], reader: [] });
  const known = asked.get(host);
  const { page, reader } = known;

  /** What the page asked for: the reader chooses within it. What the tools have not set is the page's. */
  const first = () => {
    FACETS.forEach((name, at) => {
      if (get(name) !== reader[at]) page[at] = reader[at] = get(name);
    });
    return page;
  };

  const put = (chosen) =>
    FACETS.forEach((name, at) => {
      reader[at] = chosen[at];
      set(name, chosen[at]);
    });

  /** Whether a combination has the value that is asked for of a facet, or one of several; one with too many values is not offered. */
  const has = (places, at, value) => !value || !facets[at].length || items(value).includes(facets[at][places[at]]?.[0] ?? "");

  /** The values that figures have which the page asked for. */
  const valuesOf = (at) => {
    const within = combinations.filter((places) => first().every((value, other) => has(places, other, value)));
    return facets[at].filter((_, place) => within.some((places) => places[at] === place));
  };

  let rows = [];
  let slider, play, timer, saying;
  /** The names of the legends before one of them was pressed the last time: a double click begins with a single one. */
  let before;

  /** The names of the legends, and which of them are shown. */
  const entries = () =>
    [...parts.plot.querySelectorAll("[data-series]")].map((button) => ({
      name: button.dataset.series,
      panel: button.dataset.panel,
      shown: button.getAttribute("aria-pressed") === "true",
    }));

  /** Hides what is not shown; of a legend in which nothing would be left, everything is. */
  const hide = (entries) => {
    known.hide ??= get("hide");
    const left = new Set(entries.filter(({ shown }) => shown).map(({ panel }) => panel));
    set("hide", entries.filter(({ panel, shown }) => left.has(panel) && !shown).map(({ name }) => name).join());
    saying = counted;
    changed();
  };

  const changed = () => {
    const state = ["sort", ...FACETS, "hide"].map((name) => [name, get(name)]);
    host.dispatchEvent(new CustomEvent("tujie:change", { detail: Object.fromEntries(state), bubbles: true, composed: true }));
  };

  const choose = (at, value, quiet) => {
    const within = first();
    const chosen = FACETS.map(get);
    chosen[at] = value;
    // Choices that together leave nothing give way to the last one.
    if (!combinations.some((places) => chosen.every((value, other) => has(places, other, value)))) {
      chosen.forEach((_, other) => other !== at && (chosen[other] = within[other]));
    }
    if (FACETS.every((name, other) => get(name) === chosen[other])) return;
    put(chosen);
    if (!quiet) saying = counted;
    changed();
  };

  const counted = () => {
    // What a legend hides is among the figures, but not in the picture.
    const shown = entries().every(({ shown }) => shown) ? (view.figures()?.figures.length ?? 0) : view.marks().length;
    const [before, between, after] = words.shown.split("#");
    return shown === count ? words.allShown.replace("#", count) : before + shown + between + count + after;
  };

  const order = (name) => {
    if ((get("sort") || "none") === name) return;
    set("sort", name === "none" ? "" : name);
    saying = () => words[ORDERS[SORTS.indexOf(name)]];
    changed();
  };

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    if (play) play.textContent = words.play;
  };

  const start = () => {
    const years = valuesOf(2);
    const next = () => {
      const at = years.findIndex(([key]) => key === get("year")) + 1;
      if (at >= years.length) return stop();
      choose(2, years[at][0], true);
      if (at === years.length - 1) stop();
    };
    if (get("year") === years.at(-1)[0]) choose(2, first()[2], true);
    play.textContent = words.pause;
    timer = setInterval(next, BEAT);
    next();
  };

  const button = (line, text, at, value, act) => {
    const made = make(line, "button", { type: "button", class: "choice" }, text);
    made.onclick = () => {
      stop();
      act();
    };
    rows.push([made, at, value]);
  };

  return {
    /** The buttons for what there is to choose from. */
    rows(panel) {
      rows = [];
      slider = play = undefined;
      FACETS.forEach((name, at) => {
        const values = valuesOf(at);
        if (values.length < 2) return;
        const line = row(panel, words[NAMES[at]]);
        button(line, words.all, name, first()[at], () => choose(at, first()[at]));
        if (at < 2) {
          for (const [key, text] of values) button(line, text, name, key, () => choose(at, key));
          return;
        }
        play = make(line, "button", { type: "button" }, timer ? words.pause : words.play);
        play.onclick = () => (timer ? stop() : start());
        slider = make(line, "input", { type: "range", min: -1, max: values.length - 1, "aria-label": words.period });
        slider.oninput = () => {
          stop();
          choose(at, values[slider.value]?.[0] ?? first()[at]);
        };
        make(line, "output", { "aria-hidden": true });
      });
      const line = row(panel, words.order);
      SORTS.forEach((name, at) => button(line, words[ORDERS[at]], "sort", name === "none" ? "" : name, () => order(name)));
      this.drawn();
    },

    /** Shows what is chosen, and says it once. */
    drawn() {
      for (const [node, name, value] of rows) node.setAttribute("aria-pressed", get(name).replace(/^none$/, "") === value);
      if (slider) {
        const years = valuesOf(2);
        const at = years.findIndex(([key]) => key === get("year"));
        const text = years[at]?.[1] ?? words.all;
        slider.value = at;
        slider.setAttribute("aria-valuetext", text);
        slider.nextSibling.textContent = text;
      }
      if (saying) view.say(saying());
      saying = undefined;
    },

    /** The next order that a column's heading leads to. */
    sort(by) {
      if (by === "label") return order(get("sort") === "label" ? "none" : "label");
      order({ desc: "asc", asc: "none" }[get("sort")] ?? "desc");
    },

    /** Puts a series out of sight, or back. */
    toggle(name) {
      before = entries();
      hide(before.map((entry) => (entry.name === name ? { ...entry, shown: !entry.shown } : entry)));
    },

    /** Puts the other series of its legend out of sight, or brings them back; what comes `twice` has begun with `toggle`. */
    isolate(name, twice) {
      const now = twice ? before : entries();
      const { panel } = now.find((entry) => entry.name === name);
      const alone = now.every((entry) => entry.panel !== panel || entry.shown === (entry.name === name));
      hide(now.map((entry) => (entry.panel === panel ? { ...entry, shown: alone || entry.name === name } : entry)));
    },

    /** Takes back what the reader has chosen. */
    reset() {
      put(first());
      set("hide", known.hide ?? get("hide"));
    },

    stop,
  };
};
