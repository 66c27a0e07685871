import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const DATA = { title: "资金", figures: [{ label: "甲", value: "40余万元" }, { label: "乙", value: "180余万元" }] };
const chart = (more = "") => `<script src="/dist/tujie.js" data-kind="bar" ${more}>${JSON.stringify(DATA)}</script>`;

test("the chart can be downloaded in three forms, by keyboard too", async (t) => {
  const { page, said } = await open(t, { body: chart() });
  await inState(page, "ready");
  const button = page.getByRole("button", { name: /^下载与分享 / });
  const menu = page.getByRole("group", { name: "下载与分享" });
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  assert.equal(await menu.count(), 0);
  await button.focus();
  await page.keyboard.press("Enter");
  await menu.waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  const starts = { PNG: [0x89, 0x50, 0x4e, 0x47], SVG: [...Buffer.from("<svg")], CSV: [0xef, 0xbb, 0xbf] };
  for (const [name, start] of Object.entries(starts)) {
    const item = menu.getByRole("button", { name });
    await item.focus();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), `资金.${name.toLowerCase()}`);
    const bytes = await readFile(await download.path());
    assert.deepEqual([...bytes.subarray(0, start.length)], start);
  }
  await page.keyboard.press("Escape");
  assert.equal(await menu.count(), 0);
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.activeElement?.dataset.do), "save");
  assert.deepEqual(said.errors, []);
});

test("no tools stand where the page wants none", async (t) => {
  const { page } = await open(t, { body: chart('data-controls="none"') });
  await inState(page, "ready");
  assert.equal(await page.getByRole("button").count(), 0);
});

test("charts of one set light up the same thing, and others don't", async (t) => {
  const { page } = await open(t, { body: chart('data-set="a"') + chart('data-set="a"') + chart('data-set="b"') + chart() + chart() });
  await inState(page, "ready", 5);
  const lit = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("tujie-chart")].map(({ shadowRoot }) => {
        const wash = shadowRoot.querySelector(".wash");
        return wash.hidden ? null : Math.round(wash.getBoundingClientRect().top - shadowRoot.querySelector(".plot").getBoundingClientRect().top);
      }),
    );
  await page.evaluate(() => document.querySelector("tujie-chart").highlight("乙"));
  const [own, same, ...others] = await lit();
  assert.ok(own > 0 && own === same, `${own} ${same}`);
  assert.deepEqual(others, [null, null, null]);
  await page.evaluate(() => document.querySelector("tujie-chart").highlight(null));
  assert.deepEqual(await lit(), [null, null, null, null, null]);
  // Without a name, those of the page are a set.
  await page.evaluate(() => document.querySelectorAll("tujie-chart")[3].highlight("乙"));
  assert.deepEqual(await lit(), [null, null, null, own, own]);
});

test("a sorted chart goes by its values, and back", async (t) => {
  const { page } = await open(t, { body: chart('data-sort="desc"') });
  await inState(page, "ready");
  const rows = () => page.evaluate(() => [...document.querySelectorAll("table tbody tr")].map((row) => row.cells[0].textContent));
  assert.deepEqual(await rows(), ["乙", "甲"]);
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("sort", "asc"));
  await page.waitForFunction(() => document.querySelector("table tbody tr").cells[0].textContent === "甲");
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("sort", "desc"));
  await page.waitForFunction(() => document.querySelector("table tbody tr").cells[0].textContent === "乙");
  // By pinyin: jiǎ, yǐ.
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("sort", "label"));
  await page.waitForFunction(() => document.querySelector("table tbody tr").cells[0].textContent === "甲");
});

test("a button whose panel is closed points to none", async (t) => {
  const { page } = await open(t, { body: chart() });
  await inState(page, "ready");
  const points = () =>
    page.evaluate(() => ["options", "save"].map((name) => document.querySelector("tujie-chart").shadowRoot.querySelector(`[data-do=${name}]`).getAttribute("aria-controls")));
  const press = async (name) => {
    await page.locator(`tujie-chart [data-do=${name}]`).click();
    await page.waitForTimeout(100);
    return points();
  };
  await page.locator("tujie-chart [data-do=options]").click();
  await page.locator("tujie-chart .panel").waitFor();
  assert.deepEqual(await points(), ["panel", null]);
  assert.deepEqual(await press("save"), [null, "panel"]);
  assert.deepEqual(await press("save"), [null, null]);
});
