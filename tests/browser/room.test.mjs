/** The room that a chart takes: what it does where there is too little, and where there is more than it needs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { FIGURE, LAUNCH, SCRIPT, inState, open, recordTexts, useBrowser } from "./browser.mjs";
import { page as html, serve } from "./server.mjs";

useBrowser();

const script = (data, options = "") => `<script async src="/dist/tujie.js" ${options}>${JSON.stringify(data)}</script>`;
const PARTS = { figures: [40.05, 33.49, 26.46].map((value, at) => ({ label: `候选人${at}`, value, unit: "%" })) };

/** How a chart fills its box: height of the element and its frame, and the plot's inner and scrolled size. */
const boxes = (page) =>
  page.evaluate(() => {
    const host = document.querySelector("tujie-chart");
    const { frame, plot } = { frame: host.shadowRoot.querySelector(".frame"), plot: host.shadowRoot.querySelector(".plot") };
    return { host: host.offsetHeight, frame: frame.offsetHeight, inner: frame.scrollHeight, plot: [plot.clientWidth, plot.clientHeight], scrolled: [plot.scrollWidth, plot.scrollHeight], tight: frame.className };
  });

test("a scrollbar cuts nothing off at the side", async (t) => {
  // Names that leave bars no room beside them.
  const figure = FIGURE.replace(/<td>(?=\D)/g, "<td>全区各街道和乡镇社区居民委员会");
  const answers = { "/page": { body: html(`<div style="width:359px">${figure}</div>${SCRIPT}`) } };
  const server = await serve(answers);
  const browser = await chromium.launch({ ...LAUNCH, ignoreDefaultArgs: ["--hide-scrollbars"] });
  t.after(() => Promise.all([browser.close(), server.close()]));
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.addInitScript(recordTexts);
  await page.goto(server.origin + "/page");
  await inState(page, "ready");
  const { tight, plot, scrolled } = await boxes(page);
  assert.match(tight, /tight/);
  assert.ok(scrolled[1] > plot[1], "it scrolls");
  assert.equal(scrolled[0], plot[0], "but not to the side");
  const [right, texts] = await page.evaluate(() => {
    const canvas = document.querySelector("tujie-chart").shadowRoot.querySelector("canvas");
    return [canvas.width, textsOf(canvas).map(({ text, box }) => [text, box[2]])];
  });
  assert.ok(texts.some(([text]) => text === "40余万元"));
  for (const [text, end] of texts) assert.ok(end <= right + 1, `${text} ends at ${end} of ${right}`);
});

test("a chart that nobody asked for becomes bars where only those have room", async (t) => {
  const { page } = await open(t, { body: script(PARTS) });
  await inState(page, "ready");
  const { plot, scrolled } = await boxes(page);
  assert.ok(scrolled[1] <= plot[1] + 1, `${scrolled} in ${plot}`);
  await page.waitForFunction(() => /条形图/.test(document.querySelector("tujie-chart").shadowRoot.querySelector("#about").textContent));
});

test("one that was asked for stays what it is", async (t) => {
  const { page } = await open(t, { body: script(PARTS, 'data-kind="donut" data-height="240"') });
  await inState(page, "ready");
  await page.waitForFunction(() => /环形图/.test(document.querySelector("tujie-chart").shadowRoot.querySelector("#about").textContent));
});

test("out of sight further down a chart takes no more room than it needs, unless the page asks for it", async (t) => {
  const one = { figures: Array.from({ length: 14 }, (_, at) => ({ label: "出生人口", value: 1500 - at, unit: "万人", year: 2010 + at })) };
  for (const [options, expected] of [['data-kind="cards"', true], ['data-kind="cards" data-height="600"', false]]) {
    const { page } = await open(t, { body: `<div style="height:1300px"></div>${script(one, options)}<p>后文</p><div style="height:2000px"></div>` });
    await inState(page, "ready");
    await page.waitForTimeout(200);
    const { host, frame, inner } = await boxes(page);
    const hole = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("tujie-chart");
      const end = (name) => shadowRoot.querySelector(name).getBoundingClientRect().bottom;
      return end(".frame") - end(".foot");
    });
    assert.equal(host - frame < 20 && hole < 4, expected, `${host} ${frame} ${inner} ${hole}`);
    await page.context().close();
  }
});

test("a chart that came into sight and went again before the browser told so grows to what it needs", async (t) => {
  const figures = Array.from({ length: 6 }, (_, at) => ({ label: `事项${at}`, value: 1500 - at, unit: "件" }));
  const { page } = await open(t, {
    body: `<div id="column">${script({ figures }, 'data-kind="cards"')}</div><div style="height:4000px"></div>`,
    context: { viewport: { width: 1280, height: 800 } },
    init: () => {
      // A browser with much to do.
      window.IntersectionObserver = class extends IntersectionObserver {
        constructor(told, options) {
          const held = [];
          super((entries, observer) => {
            held.push(...entries);
            setTimeout(() => held.length && told(held.splice(0), observer), 300);
          }, options);
        }
      };
    },
  });
  await inState(page, "ready");
  await page.waitForTimeout(400);
  await page.evaluate(() => scrollTo(0, 3000));
  await page.waitForTimeout(700);
  await page.evaluate(async () => {
    const frames = async (count) => {
      while (count--) await new Promise(requestAnimationFrame);
    };
    scrollTo(0, 0);
    document.querySelector("#column").style.width = "240px";
    await frames(3);
    scrollTo(0, 3000);
  });
  await page.waitForTimeout(700);
  const { tight, plot, scrolled } = await boxes(page);
  assert.doesNotMatch(tight, /tight/);
  assert.ok(scrolled[1] <= plot[1] + 1, `${scrolled} in ${plot}`);
});

test("every text is measured once for a picture, which is painted once", async (t) => {
  const figures = Array.from({ length: 700 }, (_, at) => ({ label: `第${at}个名称`, value: at * 37 + 5, unit: "户" }));
  const { page } = await open(t, {
    body: script({ figures }, 'data-kind="bar" data-height="900"'),
    init: () => {
      window.counted = { measured: 0, distinct: new Set(), painted: 0 };
      const { measureText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.measureText = function (text) {
        counted.measured++;
        counted.distinct.add(this.font + text);
        return measureText.call(this, text);
      };
      const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");
      Object.defineProperty(HTMLCanvasElement.prototype, "width", { ...width, set(pixels) { counted.painted += pixels > 1; width.set.call(this, pixels); } });
    },
  });
  await inState(page, "ready");
  await page.waitForTimeout(400);
  const { measured, distinct, painted } = await page.evaluate(() => ({ ...counted, distinct: counted.distinct.size }));
  assert.ok(distinct > 1000, `${distinct}`);
  assert.ok(measured < distinct * 1.1, `${measured} for ${distinct}`);
  assert.ok(painted <= 2, `painted ${painted} times`);
});

test("what the open panel offers works without the network", async (t) => {
  const figures = ["40", "90", "60"].map((value, at) => ({ label: `名称${at}`, value: +value, unit: "户" }));
  const { page } = await open(t, { body: script({ figures }, 'data-kind="bar"') });
  await inState(page, "ready");
  await page.locator("tujie-chart").getByText("选项").click();
  await page.getByRole("button", { name: "从大到小" }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "从大到小" }).click();
  await page.waitForFunction(() => document.querySelector("tujie-chart").querySelector("tbody th").textContent === "名称1");
  assert.equal(await page.getAttribute("tujie-chart", "data-state"), "ready");
});

test("further down lines are not stretched to the room of rows, and what was chosen is drawn", async (t) => {
  const years = Array.from({ length: 40 }, (_, at) => ({ label: at % 2 ? "甲" : "乙", value: 50 + ((at * 7) % 30), unit: "亿元", year: 2000 + (at >> 1) }));
  const groups = Array.from({ length: 12 }, (_, at) => ({ label: `行业${at}`, value: 500 + at * 60, unit: "亿元", group: `第${at % 3}类` }));
  for (const [figures, kind, most] of [[years, /折线图/, 340], [groups, /3幅条形图/, 900]]) {
    const { page } = await open(t, { body: `<div style="height:1300px"></div>${script({ figures })}`, context: { viewport: { width: 360, height: 800 } } });
    await inState(page, "ready");
    await page.waitForFunction((words) => new RegExp(words).test(document.querySelector("tujie-chart").shadowRoot.querySelector("#about").textContent), kind.source);
    const { plot } = await boxes(page);
    assert.ok(plot[1] < most, `${plot}`);
    await page.context().close();
  }
});

test("where text runs leftwards a scrollbar on the left does not shift what the pointer means", async (t) => {
  const figures = ["A", "B", "C"].flatMap((label, at) => Array.from({ length: 24 }, (_, year) => ({ label, value: 10 + ((year * 7) % 20), unit: ["%", "人", "元"][at], year: 1990 + year })));
  const answers = { "/page": { body: html(`<body dir="rtl"><div style="width:600px">${script({ figures }, 'data-kind="column" data-height="260"')}</div>`) } };
  const server = await serve(answers);
  const browser = await chromium.launch({ ...LAUNCH, ignoreDefaultArgs: ["--hide-scrollbars"] });
  t.after(() => Promise.all([browser.close(), server.close()]));
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.goto(server.origin + "/page");
  await inState(page, "ready");
  assert.ok(await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".plot").clientLeft > 4), "it has one");
  for (let at = 0; at < 24; at += 5) {
    const [label, x, y] = await page.evaluate((at) => {
      const chart = document.querySelector("tujie-chart");
      chart.focusMark(chart.figures.figures[at].id);
      const stop = chart.shadowRoot.activeElement;
      const { left, width, top, height } = stop.getBoundingClientRect();
      const label = stop.getAttribute("aria-label");
      stop.blur();
      return [label, left + width / 2, top + height / 2];
    }, at);
    await page.mouse.move(x, y);
    const tip = await page.evaluate(() => [...document.querySelector("tujie-chart").shadowRoot.querySelector(".tip:not([hidden])").children].map((line) => line.textContent).join(" "));
    assert.equal(tip, label);
  }
});
