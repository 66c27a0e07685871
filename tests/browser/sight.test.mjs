/** What the reader looks at stays in sight: details, controls, the first row of a page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const rows = (count) => Array.from({ length: count }, (_, at) => ({ label: `第${at}项`, value: 900 - at, unit: "件" }));
const script = (figures, options = "") => `<script async src="/dist/tujie.js" ${options}>${JSON.stringify({ title: "图", figures })}</script>`;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

/** Where an element of the chart's tree is in the window. */
const boxOf = (page, selector) =>
  page.evaluate((selector) => {
    const { top, bottom, height } = document.querySelector("tujie-chart").shadowRoot.querySelector(selector).getBoundingClientRect();
    return { top, bottom, height };
  }, selector);

test("details at the upper edge of the window open below the mark", async (t) => {
  const { page } = await open(t, { body: `<p style="height:900px"></p>${script(rows(30), 'data-kind="bar"')}<p style="height:900px"></p>`, context: phone });
  await page.locator("tujie-chart").first().scrollIntoViewIfNeeded();
  await inState(page, "ready");
  await page.waitForTimeout(200);
  await page.evaluate(() => document.querySelector("tujie-chart").scrollIntoView());
  await page.evaluate(() => scrollBy(0, 300));
  for (const y of [4, 24, 60]) {
    await page.touchscreen.tap(60, y);
    await page.waitForTimeout(60);
    const { top, height } = await boxOf(page, ".tip");
    assert.ok(height > 0 && top >= 0, `tapped at ${y}, they begin at ${top}`);
  }
});

test("details at the upper edge of a plot that scrolls are not cut off by it", async (t) => {
  const { page } = await open(t, { body: `<p style="height:150px"></p>${script(rows(30), 'data-kind="bar" data-height="300"')}`, context: phone });
  await inState(page, "ready");
  await page.evaluate(() => (document.querySelector("tujie-chart").shadowRoot.querySelector(".plot").scrollTop = 100));
  const plot = await boxOf(page, ".plot");
  await page.touchscreen.tap(60, plot.top + 6);
  await page.waitForTimeout(60);
  const tip = await boxOf(page, ".tip");
  assert.ok(tip.height > 0 && tip.top >= plot.top - 1, `${tip.top} above ${plot.top}`);
});

test("what the reader chooses with stays under the finger, and the toolbar follows the picture", async (t) => {
  const figures = ["甲", "乙", "丙"].flatMap((group) => [2020, 2021].flatMap((year) => ["人", "元", "户"].flatMap((unit) => ["培训", "扶助", "走访"].map((label, at) => ({ label, value: year - 1000 * at, unit, year, group })))));
  const { page } = await open(t, { body: `${script(figures, 'data-kind="bar"')}<p style="height:3000px">后文</p>`, context: phone });
  await inState(page, "ready");
  // Seen once below the window, it has all its rows.
  await page.evaluate(() => scrollTo(0, 2900));
  await page.waitForTimeout(300);
  const chart = page.locator("tujie-chart");
  await chart.locator('[data-do="options"]').scrollIntoViewIfNeeded();
  await chart.locator('[data-do="options"]').tap();
  const unit = chart.locator(".panel button", { hasText: /^元$/ });
  await unit.scrollIntoViewIfNeeded();
  const before = await unit.boundingBox();
  const host = (await chart.boundingBox()).height;
  await unit.tap();
  await page.waitForTimeout(300);
  const after = await unit.boundingBox();
  assert.ok(Math.abs(after.y - before.y) <= 2, `from ${before.y} to ${after.y}`);
  const [plot, foot, panel] = [await boxOf(page, ".plot"), await boxOf(page, ".foot"), await boxOf(page, ".panel")];
  assert.ok(foot.top - plot.bottom < 40 && panel.top - foot.bottom < 40, JSON.stringify([plot, foot, panel]));
  assert.ok((await chart.boundingBox()).height <= host);
});

test("the next page of the table begins with its first row", async (t) => {
  const { page } = await open(t, { body: `${script(rows(300), 'data-kind="bar"')}<p style="height:2000px"></p>`, context: phone });
  await inState(page, "ready");
  const chart = page.locator("tujie-chart");
  await chart.locator('[data-do="table"]').tap();
  await chart.locator('[data-do="on"]').tap();
  await page.waitForTimeout(100);
  const top = await page.evaluate(() => document.querySelector("tujie-chart > table").getBoundingClientRect().top);
  assert.ok(top > -2 && top < 700, `it begins at ${top}`);
});

test("nothing that a finger pressed keeps looking as if it were pointed at", async (t) => {
  const groups = ["甲", "乙"].flatMap((group) => rows(3).map((figure) => ({ ...figure, unit: "人", group })));
  const { page } = await open(t, { body: script(groups, 'data-kind="stacked"'), context: phone });
  await inState(page, "ready");
  const entry = page.locator("tujie-chart .entry").first();
  await entry.tap();
  assert.equal(await entry.evaluate((entry) => getComputedStyle(entry).outlineStyle), "none");
});
