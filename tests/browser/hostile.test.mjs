/** Pages and data that are against the charts, or happen to be. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fromText } from "../../www/loader/data.mjs";
import { FIGURE, JSON_DATA, SCRIPT, inState, open, useBrowser } from "./browser.mjs";
import { DIST } from "./server.mjs";

useBrowser();

const EAGER = FIGURE.replace("data-tujie", 'data-tujie data-loading="eager"');
const named = (pattern) => "/dist/" + readdirSync(DIST).find((name) => pattern.test(name));
const TOOLS = named(/^tools-.*\.js$/);
const EVIL = { change: (bytes) => bytes + "\nwindow.evil = 1" };

for (const [what, html] of [
  ["an image called currentScript", '<img name="currentScript" data-base="/evil/">'],
  ["a form called Tujie", '<form name="Tujie"><input name="scan"></form>'],
  ["a frame called Tujie", '<iframe name="Tujie" sandbox src="about:blank"></iframe>'],
]) {
  test(`${what} changes nothing`, async (t) => {
    const { page, server, said } = await open(t, { body: html + EAGER + SCRIPT });
    await inState(page, "ready");
    assert.equal(server.count(/evil/), 0);
    assert.equal(await page.evaluate(async () => (await window.Tujie.ready).length), 1);
    assert.deepEqual(said.errors, []);
  });
}

test("tools that were loaded before anybody checked them are not run", async (t) => {
  const head = `<link rel="modulepreload" href="${TOOLS}">`;
  const { page } = await open(t, { head, body: EAGER + SCRIPT, answers: { [TOOLS]: EVIL } });
  await inState(page, "ready");
  const failed = await page.evaluate(() => document.querySelector("tujie-chart").toSVG().then(() => "drawn", () => "refused"));
  assert.deepEqual([failed, await page.evaluate(() => window.evil)], ["refused", undefined]);
});

test("where modules can't be preloaded, tools that were tampered with aren't run either", async (t) => {
  const init = () => {
    const { supports } = DOMTokenList.prototype;
    DOMTokenList.prototype.supports = function (name) {
      return name !== "modulepreload" && supports.call(this, name);
    };
  };
  const saved = (page) => page.evaluate(() => document.querySelector("tujie-chart").toSVG().then(() => "drawn", () => "refused"));
  const { page } = await open(t, { init, body: EAGER + SCRIPT, answers: { [TOOLS]: EVIL } });
  await inState(page, "ready");
  assert.deepEqual([await saved(page), await page.evaluate(() => window.evil)], ["refused", undefined]);
  const whole = await open(t, { init, body: EAGER + SCRIPT });
  await inState(whole.page, "ready");
  assert.equal(await saved(whole.page), "drawn");
});

test("cells that span more than there can be are an error, and the table stays", async (t) => {
  const rows = "<tr><td rowspan=65534 colspan=1000>1".repeat(1000);
  const { page } = await open(t, { body: `<figure data-tujie data-loading="eager"><table><tr><th>指标<th>数值${rows}</table></figure>${SCRIPT}` });
  await inState(page, "fallback");
  const [{ detail }] = await page.evaluate(() => seen.filter(({ type }) => type === "error"));
  assert.deepEqual([detail.reason, detail.path], ["data", "table"]);
});

test("what stands in cells is not loaded and not run a second time", async (t) => {
  const cell = "<td>40余万元<img src='/pixel.png' onerror='window.ran = (window.ran ?? 0) + 1'></td>";
  const { page, server } = await open(t, { body: EAGER.replace(/<td>40余万元<\/td>/, cell) + SCRIPT });
  await inState(page, "ready");
  await page.waitForTimeout(200);
  assert.deepEqual([await page.evaluate(() => window.ran), server.count(/pixel/)], [1, 1]);
});

test("broken JSON is refused however many quotes are in it", () => {
  for (const text of ["[" + '\\"'.repeat(200_000), '["' + '\\"'.repeat(200_000), '["a']) assert.throws(() => fromText(text, "x"), { reason: "data" });
  assert.deepEqual(fromText('{"a":[NaN,"NaN \\" NaN",-Infinity]}').json, { a: ["NaN", 'NaN " NaN', "-Infinity"] });
});

test("a library that gives arrays and texts a toJSON costs no chart", async (t) => {
  const init = () => {
    Array.prototype.toJSON = function () {
      return `[${this.join()}]`;
    };
    String.prototype.toJSON = function () {
      return `"${this}"`;
    };
  };
  const script = `<script async src="/dist/tujie.js" data-loading="eager">${JSON.stringify(JSON_DATA)}</script>`;
  const { page } = await open(t, { init, body: EAGER + script });
  await inState(page, "ready", 2);
  assert.equal(await page.evaluate(() => document.querySelectorAll("tujie-chart")[1].figures.figures[1].label), "培训人员");
});

test("a label that turns texts round leaves the numbers beside it alone", async (t) => {
  const figures = { figures: [{ label: "培训\u202e人员", value: "2013余人", year: 2011 }, { label: "乙", value: "500人", year: 2011 }] };
  const { page } = await open(t, { body: `<script async src="/dist/tujie.js" data-loading="eager">${JSON.stringify(figures)}</script>` });
  await inState(page, "ready");
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").figures.figures[0].label), "培训人员");
});

test("the source's link in a frame opens beside the page that shows it", async (t) => {
  const { page } = await open(t, { path: "/dist/embed.html?src=/demo/figures-2011.csv&source=x&source-url=https://example.org/" });
  await inState(page, "ready");
  const [href, target] = await page.evaluate(() => [document.querySelector("tujie-chart").shadowRoot.querySelector("a").href, document.querySelector("base").target]);
  assert.deepEqual([href, target], ["https://example.org/", "_blank"]);
});
