/** The data table in the page, and the legend's buttons: real elements for what the picture only paints. */
import { make, place } from "./tree.mjs";

/** Fills the table with one page of rows; `sort` is the order that its headings show, `sorts` whether they can be pressed, `lang` the language of all but labels and quoted words. */
export const writeTable = (table, caption, head, rows, sort, sorts, lang) => {
  // A heading that has sorted the table keeps the focus.
  const { activeElement } = table.getRootNode();
  const focused = table.contains(activeElement) && activeElement.dataset.sort;
  table.replaceChildren();
  make(table, "caption").textContent = caption;
  const top = make(make(table, "thead", { lang }), "tr");
  const ways = [sort === "label" && "ascending", sort === "asc" ? "ascending" : sort === "desc" && "descending"];
  head.forEach((text, index) => {
    const cell = make(top, "th", { scope: "col" });
    const by = sorts && ["label", "value"][index];
    const inner = by ? make(cell, "button", { type: "button", "data-sort": by }) : cell;
    inner.textContent = text;
    if (by && ways[index]) cell.setAttribute("aria-sort", ways[index]);
    if (by && by === focused) inner.focus();
  });
  const body = make(table, "tbody");
  for (const [id, ...texts] of rows) {
    const row = make(body, "tr", { "data-id": id });
    texts.forEach((text, index) => {
      make(row, ...(index ? ["td", index > 1 ? {} : { lang }] : ["th", { scope: "row" }])).textContent = text;
    });
  }
};

/** A button over each entry of the legend; one that stays keeps the focus. */
export const writeLegend = (plot, entries, zoom) => {
  const old = new Set(plot.querySelectorAll("[data-series]"));
  for (const [name, shown, panel, x, y, width, height] of entries) {
    // The option could not name it.
    if (/[,，]/.test(name)) continue;
    const known = [...old].find(({ dataset }) => dataset.series === name && dataset.panel === `${panel}`);
    const button = known ?? make(plot, "button", { type: "button", class: "entry", "aria-label": name, "data-series": name, "data-panel": panel });
    old.delete(button);
    button.setAttribute("aria-pressed", !!shown);
    place(button, (x - 4) * zoom, y * zoom, (width + 8) * zoom, height * zoom);
  }
  for (const button of old) button.remove();
};
