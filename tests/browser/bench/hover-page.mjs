/**
 * The page of `hover.mjs`, `hover.html?chart=…&height=…`: forty figures as bars by Tujie, by Chart.js without animation, by Chart.js as
 * it is by default, or nothing. `bench` is what the runner asks.
 */
const figures = Array.from({ length: 40 }, (_, index) => ({ label: `Town ${index + 1}`, value: 200 + ((index * 137) % 800), unit: "households" }));
const room = document.getElementById("room");

const load = (src) =>
  new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror })));

const tujie = async () => {
  await load("/dist/tujie.js");
  const chart = document.createElement("tujie-chart");
  for (const [name, value] of Object.entries({ kind: "bar", loading: "eager", lang: "en" })) chart.setAttribute(name, value);
  chart.figures = { figures };
  const ready = new Promise((resolve) => chart.addEventListener("tujie:ready", resolve, { once: true }));
  room.append(chart);
  await ready;
  const { shadowRoot } = chart;
  const [tip, canvas] = [".tip", "canvas"].map((part) => shadowRoot.querySelector(part));
  return {
    canvas,
    mark: (index) => {
      chart.focusMark(figures[index].label);
      const box = shadowRoot.querySelector(".stop").getBoundingClientRect();
      shadowRoot.activeElement.blur();
      return [box.x + box.width / 2, box.y + box.height / 2];
    },
    shows: (index) => !tip.hidden && tip.firstChild.textContent.startsWith(`${figures[index].label}:`),
  };
};

const chartjs = async (height, options) => {
  await load("/lib/chart.js");
  const canvas = document.createElement("canvas");
  room.style.height = `${height}px`;
  room.append(canvas);
  // What the last picture says in its tooltip.
  let drawn = "";
  const told = { id: "told", beforeDraw: () => (drawn = ""), afterTooltipDraw: ({ tooltip }) => (drawn = tooltip.opacity ? tooltip.title[0] : "") };
  const data = { labels: figures.map(({ label }) => label), datasets: [{ label: "households", data: figures.map(({ value }) => value) }] };
  const chart = new Chart(canvas, { type: "bar", data, options: { indexAxis: "y", maintainAspectRatio: false, ...options }, plugins: [told] });
  return {
    canvas,
    version: Chart.version,
    mark: (index) => {
      const { left, top } = canvas.getBoundingClientRect();
      const { x, y } = chart.getDatasetMeta(0).data[index].getCenterPoint();
      return [left + x, top + y];
    },
    shows: (index) => drawn === figures[index].label,
  };
};

const nothing = (height) => {
  room.style.height = `${height}px`;
  return { mark: (index) => [20 + ((index * 131) % 500), 10 + index * 20], shows: () => true };
};

const query = new URLSearchParams(location.search);
const height = query.get("height");
const CHARTS = {
  tujie,
  still: () => chartjs(height, { animation: false }),
  moving: () => chartjs(height, {}),
  nothing: () => nothing(height),
};
const { canvas, version, mark, shows } = await CHARTS[query.get("chart")]();

/** From here on, the runner is told through its function `painted` when the frame is done that shows a mark after a move. */
let wanted;
const listen = () => {
  const channel = new MessageChannel();
  let start;
  // The message is handled once the frame that runs the callback has been painted and handed to the compositor.
  const after = () => requestAnimationFrame(() => channel.port2.postMessage(0));
  channel.port1.onmessage = () => {
    const time = performance.now() - start;
    if (shows(wanted)) painted(time);
    else if (time > 3000) painted(-1);
    else after();
  };
  addEventListener("pointermove", (event) => ((start = event.timeStamp), after()), { capture: true });
};

window.bench = {
  version,
  marks: () => figures.map((_, index) => mark(index)),
  shows,
  size: () => [canvas.width, canvas.height, canvas.getBoundingClientRect().height],
  listen,
  want: (index) => (wanted = index),
};
