/** The browser that the tests share, and the questions they ask of a page. */
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { page as html, serve } from "./server.mjs";

/** How the system's Chromium is started. */
export const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
  ],
};

let browser;

/** Starts the browser for a test file. */
export const useBrowser = () => {
  before(async () => {
    browser = await chromium.launch(LAUNCH);
  });
  after(() => browser?.close());
};

/**
 * Opens `body` as a page (or `path` as it is), with the server's `answers`; closed when the test `t` ends.
 * Returns the page, its server, and what the console and `tujie:error` said.
 */
export const open = async (t, { body, head, lang, path = "/page", headers, answers = {}, init, context: settings } = {}) => {
  const server = await serve(answers);
  if (body !== undefined) answers["/page"] = { body: html(body, { head, lang }), headers };
  // Pictures are probed where they stand; motion.test.mjs asks for motion.
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, reducedMotion: "reduce", ...settings });
  t.after(async () => {
    await context.close();
    await server.close();
  });
  const page = await context.newPage();
  const said = { errors: [], all: [] };
  page.on("console", (message) => {
    said.all.push(message.text());
    if (message.type() === "error") said.errors.push(message.text());
  });
  page.on("pageerror", (error) => said.errors.push(String(error)));
  await page.addInitScript(() => {
    window.seen = [];
    for (const type of ["ready", "error", "select", "change"]) {
      addEventListener("tujie:" + type, (event) => seen.push({ type, detail: event.detail, tag: event.target.localName }));
    }
  });
  if (init) await page.addInitScript(init);
  await page.goto(server.origin + path, { waitUntil: "commit" });
  return { page, server, said };
};

/** Waits until `count` charts have this state. */
export const inState = (page, state, count = 1) =>
  page.waitForFunction(
    ([state, count]) => document.querySelectorAll(`tujie-chart[data-state=${state}]`).length >= count,
    [state, count],
    { timeout: 10_000 },
  );

/** Counts the pixels of a chart's canvas that differ from its corner. */
export const painted = (page, index = 0) =>
  page.evaluate((index) => {
    const canvas = document.querySelectorAll("tujie-chart")[index].shadowRoot.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return pixels.filter((pixel) => pixel !== pixels.at(-1)).length;
  }, index);

/** Whether the element's fallback table can be seen, and its first cells. */
export const shownTable = (page) =>
  page.evaluate(() => {
    const table = [...document.querySelectorAll("table")].find((table) => table.checkVisibility() && table.offsetHeight && !table.closest("[slot]"));
    return table ? [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent)) : null;
  });

/** The sum of layout shifts since the page came, or since `mark` (a time of the page). */
export const shifts = (page, mark = 0) =>
  page.evaluate(
    (mark) =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().filter((entry) => entry.startTime >= mark).reduce((sum, entry) => sum + entry.value, 0));
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(0), 300);
      }),
    mark,
  );

export const JSON_DATA = { title: "2011年工作数据", figures: [{ label: "投入资金", value: "40余万元", year: 2011 }, { label: "培训人员", value: "2000余人", year: 2011 }] };

export const FIGURE = `<figure data-tujie data-kind="bar"><figcaption>2011年工作数据</figcaption><table>
<tr><th>指标</th><th>数值</th></tr><tr><td>投入资金</td><td>40余万元</td></tr><tr><td>培训人员</td><td>2000余人</td></tr>
<tr><td>印发资料</td><td>1万余张</td></tr><tr><td>出动宣传车</td><td>100余辆次</td></tr></table></figure>`;

export const SCRIPT = '<script async src="/dist/tujie.js"></script>';

/**
 * Run in a page before its scripts: has every canvas remember the texts that it was painted with. `textsOf(canvas)` gives each with its
 * colour, its size and its box (left, top, right, bottom), these in pixels of the canvas.
 */
export const recordTexts = () => {
  const texts = new WeakMap();
  const of = (canvas) => texts.get(canvas) ?? texts.set(canvas, []).get(canvas);
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const { a, d, e, f } = this.getTransform();
    const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = this.measureText(text);
    const box = [x - left, y - up, x + right, y + down].map((at, side) => (side % 2 ? at * d + f : at * a + e));
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.font) ?? [, /bold/.test(this.font) ? 700 : 400, parseFloat(/([\d.]+)px/.exec(this.font)[1])];
    of(this.canvas).push({ text, box, color: this.fillStyle, bold: +weight >= 700, pixels: size * a });
    return fillText.call(this, text, x, y);
  };
  // A canvas that is given a size is empty, and every painting begins with that.
  const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");
  Object.defineProperty(HTMLCanvasElement.prototype, "width", {
    ...width,
    set(pixels) {
      texts.set(this, []);
      width.set.call(this, pixels);
    },
  });
  window.textsOf = of;
};
