import assert from "node:assert/strict";
import { test } from "node:test";
import { JSON_DATA, inState, open, useBrowser } from "./browser.mjs";

useBrowser();

test("the embed page draws what its address says and tells the page around it the height", async (t) => {
  const { page, said } = await open(t, {
    body: `<script>addEventListener("message", ({ data }) => (window.told = data))</script><iframe src="/dist/embed.html?src=/f.json&kind=bar&height=400" width="600" height="100"></iframe>`,
    answers: {
      "/f.json": { body: JSON.stringify(JSON_DATA) },
      "/dist/embed.html": { headers: { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'" } },
    },
  });
  await page.waitForFunction(() => window.told?.height === 400);
  assert.equal(await page.evaluate(() => told.type), "tujie:height");
  const frame = page.frames()[1];
  await frame.waitForFunction(() => document.querySelector("tujie-chart").dataset.state === "ready");
  assert.equal(await frame.evaluate(() => document.querySelector("tujie-chart").kind), "bar");
  assert.deepEqual(said.errors, []);
});

test("the embed page becomes as high as its chart", async (t) => {
  const figures = Array.from({ length: 30 }, (_, index) => ({ label: `第${index + 1}项`, value: index + 1, unit: "人" }));
  const { page } = await open(t, {
    body: `<script>addEventListener("message", ({ data }) => (frame.height = data.height))</script><iframe id="frame" src="/dist/embed.html?src=/f.json&kind=bar" width="360" height="100"></iframe>`,
    answers: { "/f.json": { body: JSON.stringify({ figures }) } },
  });
  await page.waitForFunction(() => +frame.height > 1000);
  const hidden = await page.frames()[1].evaluate(() => {
    const plot = document.querySelector("tujie-chart").shadowRoot.querySelector(".plot");
    return [plot.scrollHeight - plot.clientHeight, document.documentElement.scrollHeight - innerHeight];
  });
  assert.deepEqual(hidden.map((length) => length < 2), [true, true], `${hidden}`);
});

test("the embed page speaks the language of its figures, or that of its address", async (t) => {
  const answers = { "/f.json": { body: JSON.stringify({ ...JSON_DATA, lang: "zh-CN" }) } };
  for (const [lang, expected] of [["", "zh-CN"], ["&lang=en", "en"]]) {
    const { page } = await open(t, { path: `/dist/embed.html?src=/f.json&kind=bar${lang}`, answers, context: { locale: "en-US" } });
    await inState(page, "ready");
    const spoken = await page.evaluate(() => [document.documentElement.lang, document.querySelector("tujie-chart").shadowRoot.querySelector("[data-do=table]").textContent]);
    assert.deepEqual(spoken, [expected, lang ? "Data table" : "数据表"]);
  }
});

test("the embed page is no higher than its message where there is no chart", async (t) => {
  const { page } = await open(t, {
    body: `<script>addEventListener("message", ({ data }) => (window.told = data.height))</script><iframe src="/dist/embed.html?src=/nothing.json" width="600" height="100"></iframe>`,
  });
  await page.waitForFunction(() => window.told > 0 && window.told < 80);
});

test("the embed page has the name of its chart", async (t) => {
  for (const [heading, title] of [["", JSON_DATA.title], ["&heading=别的", "别的"]]) {
    const { page } = await open(t, { path: `/dist/embed.html?src=/f.json&kind=bar${heading}`, answers: { "/f.json": { body: JSON.stringify(JSON_DATA) } } });
    await inState(page, "ready");
    assert.equal(await page.title(), title);
  }
});
