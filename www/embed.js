/**
 * The page for systems that allow only iframes: `embed.html?src=figures.json&kind=bar`.
 * Parameters are the element's options; the page around it is told the height, and may set the iframe's.
 */
const { body, documentElement: root } = document;
body.style.margin = 0;
body.style.fontFamily = "system-ui, sans-serif";

const chart = document.createElement("tujie-chart");
for (const [name, value] of new URLSearchParams(location.search)) {
  if (/^(kind|src|heading|subtitle|source|source-url|description|lang|theme|sort|group|unit|year|palette|height|controls|size|hide)$/.test(name)) {
    chart.setAttribute(name, value);
  }
}
root.lang = chart.lang;
if (/^(light|dark)$/.test(chart.getAttribute("theme"))) root.style.colorScheme = chart.getAttribute("theme");
const name = (title) => title && (document.title = title);
name(chart.getAttribute("heading"));
chart.addEventListener("tujie:ready", () => {
  name(chart.figures.title);
  // Nobody named it: it is that of the figures, or of the browser.
  root.lang ||= chart.shadowRoot.querySelector(".plot").lang;
});
// No room is kept for what doesn't come.
chart.addEventListener("tujie:error", () => (chart.style.minHeight = 0));
chart.setAttribute("loading", "eager");
// Nothing stands below the chart that its growing could move; the page around makes room.
chart.dataset.grow = "";
body.append(chart);

new ResizeObserver(() => {
  parent.postMessage({ type: "tujie:height", height: Math.ceil(body.getBoundingClientRect().height) }, "*");
}).observe(body);
