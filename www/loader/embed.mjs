/** Finds charts in the page: script tags that carry figures, and figures around a table. */
import { adopt } from "./options.mjs";
import { complete, isParsed, whenParsed } from "./parsed.mjs";

const TAG = 'script[src$="tujie.js"]';
const claimed = new WeakSet();

/** The tag of the running script; optimisers that delay scripts hide it, so then the first one nobody has taken. */
export const ownScript = () =>
  document.currentScript ?? [...document.querySelectorAll(TAG)].find((script) => !claimed.has(script));

/** A chart whose options are those of `source`, now and whenever they change. */
const chartOf = (source) => {
  const chart = document.createElement("tujie-chart");
  complete.add(chart);
  adopt(chart, source);
  new MutationObserver(() => adopt(chart, source)).observe(source, { attributes: true });
  return chart;
};

const fromScript = (script) => {
  const { src, table, target } = script.dataset;
  const text = script.textContent.trim();
  if (claimed.has(script)) return;
  claimed.add(script);
  if (!text && (src ?? table) === undefined) return;
  const chart = chartOf(script);
  if (text) chart.figures = text;
  const place = (last) => {
    const found = target ? document.querySelector(target) : script.closest("body");
    if (!found && !last) whenParsed(document, () => place(true));
    else if (found && !target) script.after(chart);
    else (found ?? document.body).append(chart);
  };
  // A target may stand further down, and in a head there is no place for a chart.
  place(isParsed(document));
  return chart;
};

const fromFigure = (figure) => {
  if (figure.querySelector("tujie-chart")) return;
  const chart = chartOf(figure);
  const table = figure.querySelector("table");
  if (table) table.after(chart);
  else figure.append(chart);
  return chart;
};

/** Starts every chart under `root` that hasn't been started; returns the new elements. */
export const scan = (root = document) => {
  // The running script has been parsed, whatever its file is called.
  const found = root.localName === "script" ? [fromScript(root)] : [];
  for (const [selector, start] of [[TAG, fromScript], ["figure[data-tujie]", fromFigure]]) {
    for (const node of [root, ...root.querySelectorAll(selector)]) {
      if (node.matches?.(selector) && isParsed(node)) found.push(start(node));
    }
  }
  return found.filter(Boolean);
};
