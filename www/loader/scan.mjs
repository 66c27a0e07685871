/** Finds charts in the page: script tags that carry figures, and figures around a table. */
import { isParsed, whenParsed } from "./parsed.mjs";
import { adopt } from "./options.mjs";

const TAG = 'script[src$="tujie.js"]';
const FIGURE = "figure[data-tujie]";
const claimed = new WeakSet();

const fromScript = (script) => {
  const { src, table, target } = script.dataset;
  const text = script.textContent.trim();
  if (claimed.has(script)) return;
  claimed.add(script);
  if (!(text || src || table)) return;
  const chart = chartOf(script);
  if (text) chart.figures = text;
  const find = () => {
    try {
      return target ? document.querySelector(target) : script.closest("body");
    } catch {
      // No selector, so no place: the chart goes where others without one go.
    }
  };
  // The empty text behind the chart shows that the parser is past it, so the chart needn't wait.
  const place = () => (target || !find() ? (find() ?? document.body).append(chart, "") : script.after(chart, ""));
  // A target may stand further down, and in a head there is no place for a chart.
  if (find()) place();
  else whenParsed(document, place);
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

const chartOf = (source) => {
  const chart = document.createElement("tujie-chart");
  adopt(chart, source);
  return chart;
};

/** Starts every chart under `root` that hasn't been started; returns the new elements. */
export const scan = (root = document) =>
  [root, ...root.querySelectorAll(TAG + "," + FIGURE)]
    .map((node) => {
      // The running script has been parsed, whatever its file is called.
      if (node.localName === "script") return (node === root || isParsed(node)) && fromScript(node);
      return node.matches?.(FIGURE) && isParsed(node) && fromFigure(node);
    })
    .filter(Boolean);

/** The tag of the running script; optimisers that delay scripts hide it, so then the first one nobody has taken. */
export const ownScript = () =>
  // An element called "currentScript" would stand for it.
  [document.currentScript, ...document.querySelectorAll(TAG)].find((script) => script?.localName === "script" && !claimed.has(script));
