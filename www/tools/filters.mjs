/** Which figures are shown, and in which order: the element's attributes are the state, the buttons show and change it. */
import { make, row } from "./panel.mjs";

const FACETS = ["unit", "group", "year"];
const SORTS = ["none", "desc", "asc", "label"];

/** How long a period stands while they are played, in ms. */
const BEAT = 1400;

const items = (list) => (list ?? "").split(/[,，]/).map((item) => item.trim()).filter(Boolean);

export const filtersOf = (view, words, facets, combinations, count) => {
  const { host, parts } = view;
  const get = (name) => host.getAttribute(name) ?? "";
  const set = (name, value) => (value ? host.setAttribute(name, value) : host.removeAttribute(name));
  /** What the page asked for: the reader chooses within it. */
  const first = FACETS.map(get);
  const allowed = combinations.filter((places) =>
    places.every((place, at) => !items(first[at]).length || items(first[at]).includes(facets[at][place]?.[0] ?? "")),
  );
  const values = facets.map((list, at) => list.filter((_, place) => allowed.some((places) => places[at] === place)));
  let rows = [];
  let slider, play, timer, saying;
  /** What was hidden before the last press of a legend's name: a double click begins with one. */
  let before = "";

  const changed = () => {
    const state = ["sort", ...FACETS, "hide"].map((name) => [name, get(name)]);
    host.dispatchEvent(new CustomEvent("tujie:change", { detail: Object.fromEntries(state), bubbles: true, composed: true }));
  };

  /** Whether a figure is left with these choices, of which empty ones leave all. */
  const leaves = (chosen) =>
    allowed.some((places) => places.every((place, at) => chosen[at] === first[at] || chosen[at] === "" || facets[at][place]?.[0] === chosen[at]));

  const choose = (at, value, quiet) => {
    const chosen = FACETS.map(get);
    chosen[at] = value;
    // Choices that together leave nothing give way to the last one.
    if (!leaves(chosen)) FACETS.forEach((_, other) => other !== at && (chosen[other] = first[other]));
    if (FACETS.every((name, other) => get(name) === chosen[other])) return;
    FACETS.forEach((name, other) => set(name, chosen[other]));
    if (!quiet) saying = () => counted();
    changed();
  };

  const counted = () => {
    const shown = view.figures()?.figures.length ?? 0;
    const [before, between, after] = words[20].split("#");
    return shown === count ? words[19].replace("#", count) : before + shown + between + count + after;
  };

  const order = (name) => {
    if ((get("sort") || "none") === name) return;
    set("sort", name === "none" ? "" : name);
    saying = () => words[5 + SORTS.indexOf(name)];
    changed();
  };

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    if (play) play.textContent = words[9];
  };

  const start = () => {
    const years = values[2];
    const next = () => {
      const at = years.findIndex(([key]) => key === get("year")) + 1;
      if (at >= years.length) return stop();
      choose(2, years[at][0], true);
      if (at === years.length - 1) stop();
    };
    if (get("year") === years.at(-1)[0]) set("year", first[2]);
    play.textContent = words[10];
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
        if (values[at].length < 2) return;
        const line = row(panel, words[at]);
        button(line, words[3], name, first[at], () => choose(at, first[at]));
        if (at < 2) {
          for (const [key, text] of values[at]) button(line, text, name, key, () => choose(at, key));
          return;
        }
        play = make(line, "button", { type: "button" }, words[timer ? 10 : 9]);
        play.onclick = () => (timer ? stop() : start());
        slider = make(line, "input", { type: "range", min: -1, max: values[at].length - 1, "aria-label": words[at] });
        slider.oninput = () => {
          stop();
          choose(at, values[at][slider.value]?.[0] ?? first[at]);
        };
        make(line, "output", { "aria-hidden": true });
      });
      const line = row(panel, words[4]);
      SORTS.forEach((name, at) => button(line, words[5 + at], "sort", name === "none" ? "" : name, () => order(name)));
      this.drawn();
    },

    /** Shows what is chosen, and says it once. */
    drawn() {
      for (const [node, name, value] of rows) node.setAttribute("aria-pressed", get(name).replace(/^none$/, "") === value);
      if (slider) {
        const at = values[2].findIndex(([key]) => key === get("year"));
        const text = values[2][at]?.[1] ?? words[3];
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
      before = get("hide");
      const hidden = items(before);
      const left = hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name];
      const all = [...parts.plot.querySelectorAll("[data-series]")].every(({ dataset }) => left.includes(dataset.series));
      set("hide", all ? "" : left.join());
      changed();
    },

    /** Puts all other series out of sight, or brings them back. */
    isolate(name, twice) {
      const hidden = items(twice ? before : get("hide"));
      const others = [...parts.plot.querySelectorAll("[data-series]")].map(({ dataset }) => dataset.series).filter((other) => other !== name);
      set("hide", others.length === hidden.length && others.every((other) => hidden.includes(other)) ? "" : others.join());
      changed();
    },

    stop,
  };
};
