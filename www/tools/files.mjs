/** What a reader takes along: pictures, figures, and ways to show the chart elsewhere. */
import { CLOSE, CSV, FRAME, LAY_OUT, PAINT, READ, SVG, TSV } from "../core/questions.mjs";
import { make, row } from "./panel.mjs";

const TYPES = { png: "image/png", svg: "image/svg+xml", csv: "text/csv" };

/** The options that go with a chart to another page. */
const OPTIONS = "kind lang heading subtitle source source-url description theme sort group unit year hide palette size".split(" ");

/** How much wider a picture is than what is laid out in it, in CSS px: see `export::framed`. */
const MARGINS = 32;

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

export const filesOf = (view, words, loader) => {
  const { host, parts } = view;

  const written = () => view.need("export", __EXPORT__);

  /** Lays the figures out once more on a canvas of their own, and has `use` take what it needs. */
  const framed = async (width, use) => {
    await Promise.all([written(), view.need("describe")]);
    const canvas = document.createElement("canvas");
    // Chinese and Japanese write some characters differently, and a canvas that is in no page has no language of its own.
    canvas.lang = parts.plot.lang;
    const ask = view.another(canvas);
    try {
      ask(READ, view.request);
      ask(LAY_OUT, getComputedStyle(parts.frame).fontFamily, width ? width - MARGINS : parts.plot.clientWidth || parseFloat(parts.canvas.style.width), 0, true);
      ask(FRAME);
      return await use(ask, view.list, canvas);
    } finally {
      ask(CLOSE);
    }
  };

  const methods = {
    /** The figures as CSV. */
    async toCSV() {
      await written();
      return view.ask(CSV);
    },

    /** The chart with title, key, notes and source as SVG; `width` is the picture's, in CSS pixels. */
    toSVG: ({ width } = {}) =>
      framed(width, (ask, list) =>
        ask(SVG, list)
          .replace("<svg ", `<svg xml:lang="${escaped(parts.plot.lang)}" `)
          // It was measured in the page's font.
          .replace('"sans-serif"', () => `"${escaped(getComputedStyle(parts.frame).fontFamily)}"`),
      ),

    /** The same as an image of this type, at `scale` pixels a CSS pixel. */
    async toBlob(type = TYPES.png, { scale = 2, width } = {}) {
      if (/svg/.test(type)) return new Blob([await methods.toSVG({ width })], { type });
      if (/csv/.test(type)) return new Blob([await methods.toCSV()], { type });
      return framed(width, (ask, list, canvas) => {
        ask(PAINT, list, +scale || 2);
        return new Promise((resolve) => canvas.toBlob(resolve, type));
      });
    },
  };

  const fileOf = async (type) => {
    if (type !== TYPES.csv) return methods.toBlob(type);
    await written();
    // Away from the page, the figures say themselves what they are and where they are from.
    return new Blob([view.ask(CSV, "", 1)], { type });
  };

  const save = async (ending) => {
    const href = URL.createObjectURL(await fileOf(TYPES[ending]));
    make(null, "a", { href, download: `${view.name.slice(0, 60)}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 9999);
  };

  /** The address of the page, at the nearest place around the chart that has a name. */
  const link = () => {
    // Of a form `id` may be one of its fields.
    const id = host.closest("[id]")?.getAttribute("id");
    return location.href.split("#")[0] + (id ? "#" + encodeURIComponent(id) : "");
  };

  /** What another page shows the chart with: the figures themselves go along, so that nothing else is fetched. */
  const code = () => {
    const { json, rows, heading } = JSON.parse(view.request);
    const option = (name, value) => ` data-${name === "heading" ? "title" : name}="${escaped(value)}"`;
    const set = OPTIONS.filter((name) => host.hasAttribute(name)).map((name) => option(name, host.getAttribute(name)));
    // Its language is the one that this page gives it.
    const options = set.join("") + (host.hasAttribute("lang") ? "" : option("lang", parts.plot.lang));
    // What the page says above the chart goes along.
    const title = heading && !host.hasAttribute("heading") ? option("heading", heading) : "";
    if (json) return `<script async src="${escaped(loader)}"${options}${title}>${JSON.stringify(json).replace(/</g, "\\u003c")}</script>`;
    const cells = (row, tag) => `<tr>${row.map((cell) => `<${tag}>${escaped(String(cell))}</${tag}>`).join("")}</tr>`;
    const table = rows.filter((row) => row.join("")).map((row, index) => cells(row, index ? "td" : "th")).join("\n");
    const caption = heading ? `<figcaption>${escaped(heading)}</figcaption>\n` : "";
    return `<figure data-tujie${options}>\n${caption}<table>\n${table}\n</table>\n</figure>\n<script async src="${escaped(loader)}"></script>`;
  };

  const copy = async (text, panel) => {
    panel.querySelector("textarea")?.remove();
    try {
      await navigator.clipboard.writeText(text);
      view.say(words.copied);
    } catch {
      // Not allowed, or not a secure page: the text is put where it can be taken by hand.
      const area = make(panel, "textarea", { readonly: "", rows: 4, "aria-label": words.byHand });
      area.value = text;
      area.select();
      view.say(words.byHand);
    }
  };

  const copies = [
    async () => {
      await written();
      return view.ask(TSV);
    },
    link,
    code,
  ];

  return {
    methods,
    rows(panel) {
      // Some browsers let nothing be copied once a button's press is long over.
      written().catch(() => {});
      const files = row(panel);
      for (const ending of Object.keys(TYPES)) {
        make(files, "button", { type: "button", class: "choice", "data-tool": ending }, ending.toUpperCase()).onclick = () => view.attempt(() => save(ending));
      }
      copies.forEach((text, index) => {
        const name = ["data", "link", "code"][index];
        const button = make(files, "button", { type: "button", class: "choice", "data-tool": name }, words[name]);
        button.onclick = () => view.attempt(async () => copy(await text(), panel));
      });
    },
  };
};
