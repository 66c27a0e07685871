/** Draws the figures of the gallery with each library's defaults. Runs in the page of `peers.html`. */

/** What each library's picture does better than ours: Chart.js, ECharts, Observable Plot. */
const NOTES = {
  bar: [
    "All ten bars fit a room of any height, however low: ours scroll where rows would be too low to be read. Its axis lets a reader compare bars that are far apart. Legend entries can be clicked.",
    "Fits any height as well. Bars stand close, so that the shape of the whole list is seen at once.",
    "The order is an option of the mark and can go by any function, where ours goes by value or label. Thin gaps make the bars one shape.",
  ],
  line: [
    "Uses all of its room at this width: names stand in the legend, so that nothing is taken from the plot's width. Every year is named on the axis. A series can be switched off.",
    "Hollow points stay apart where lines cross. With one option, a pointer anywhere shows all series of that year at once.",
    "No points: with eleven years the lines alone read more quietly. Fewer and lighter ticks.",
  ],
  donut: [
    "A large ring: it fills the room, and white gaps part the sectors.",
    "Names stand at the sectors on lines that avoid each other; a sector grows under the pointer.",
    "It has no donut on purpose and shows the parts on one straight line, whose lengths compare better than angles.",
  ],
  pictogram: [
    "It has no pictogram; bars with an axis.",
    "Any symbol or picture, repeated, clipped or stretched, with its own animation.",
    "Cells of a unit that the author names, and parts of a cell are drawn in proportion.",
  ],
};

/** A figures document, with the names and values that the libraries want. */
const read = async (name) => {
  const { title, figures } = await (await fetch(`/gallery/${name}.json`)).json();
  const labels = [...new Set(figures.map(({ label }) => label))];
  const years = [...new Set(figures.map(({ year }) => year))];
  return {
    title,
    figures,
    labels,
    years,
    unit: figures[0].unit,
    values: figures.map(({ value }) => value),
    series: labels.map((label) => ({ label, values: figures.filter((figure) => figure.label === label).map(({ value }) => value) })),
  };
};

const tujie = (room, kind) => {
  const chart = document.createElement("tujie-chart");
  for (const [name, value] of Object.entries({ kind, src: `/gallery/${kind}.json`, height: "460", loading: "eager" })) chart.setAttribute(name, value);
  room.append(chart);
};

const chartjs = (room, type, data, options = {}) => {
  const canvas = document.createElement("canvas");
  room.append(canvas);
  new Chart(canvas, { type, data, options: { maintainAspectRatio: false, animation: false, ...options } });
};

const echart = (room, option) => {
  const box = document.createElement("div");
  room.append(box);
  echarts.init(box).setOption({ animation: false, ...option });
};

const plot = (room, options) => room.append(Plot.plot({ width: room.clientWidth, height: 400, marginLeft: 80, ...options }));

const DRAWN = {
  bar: ({ labels, values, figures, unit, title }) => [
    (room) => chartjs(room, "bar", { labels, datasets: [{ label: unit, data: values }] }, { indexAxis: "y", plugins: { title: { display: true, text: title } } }),
    (room) => echart(room, { title: { text: title }, xAxis: {}, yAxis: { type: "category", data: labels, inverse: true }, series: [{ type: "bar", data: values }] }),
    (room) => plot(room, { title, marks: [Plot.barX(figures, { x: "value", y: "label", sort: { y: "-x" } })] }),
  ],
  line: ({ labels, years, series, figures, title }) => [
    (room) => chartjs(room, "line", { labels: years, datasets: series.map(({ label, values }) => ({ label, data: values })) }, { plugins: { title: { display: true, text: title } } }),
    (room) =>
      echart(room, {
        title: { text: title },
        legend: { bottom: 0, data: labels },
        tooltip: { trigger: "axis" },
        xAxis: { type: "category", data: years },
        yAxis: {},
        series: series.map(({ label, values }) => ({ type: "line", name: label, data: values })),
      }),
    (room) => plot(room, { title, color: { legend: true }, marks: [Plot.lineY(figures, { x: "year", y: "value", stroke: "label" })] }),
  ],
  donut: ({ labels, values, figures, title }) => [
    (room) => chartjs(room, "doughnut", { labels, datasets: [{ data: values }] }, { plugins: { title: { display: true, text: title } } }),
    (room) => echart(room, { title: { text: title }, series: [{ type: "pie", radius: ["40%", "70%"], data: labels.map((name, index) => ({ name, value: values[index] })) }] }),
    (room) => plot(room, { title, color: { legend: true }, marks: [Plot.barX(figures, { x: "value", fill: "label" })] }),
  ],
  pictogram: ({ labels, values, figures, title }) => [
    (room) => chartjs(room, "bar", { labels, datasets: [{ label: "人", data: values }] }, { indexAxis: "y", plugins: { title: { display: true, text: title } } }),
    (room) =>
      echart(room, {
        title: { text: title },
        xAxis: {},
        yAxis: { type: "category", data: labels, inverse: true },
        series: [{ type: "pictorialBar", symbol: "circle", symbolRepeat: true, symbolSize: 18, data: values }],
      }),
    (room) => plot(room, { title, marks: [Plot.waffleX(figures, { x: "value", y: "label", unit: 1e8 })] }),
  ],
};

const main = document.querySelector("main");
for (const [kind, make] of Object.entries(DRAWN)) {
  const drawers = [(room) => tujie(room, kind), ...make(await read(kind))];
  const heading = document.createElement("h2");
  heading.textContent = kind;
  const row = document.createElement("div");
  row.className = "row";
  main.append(heading, row);
  ["Tujie", "Chart.js", "ECharts", "Observable Plot"].forEach((library, index) => {
    const part = document.createElement("section");
    const name = document.createElement("h3");
    name.textContent = library;
    const room = document.createElement("div");
    room.className = "room";
    part.append(name, room);
    row.append(part);
    drawers[index](room);
    if (!index) return;
    const note = document.createElement("p");
    note.className = "note";
    note.textContent = NOTES[kind]?.[index - 1] ?? "";
    part.append(note);
  });
}
