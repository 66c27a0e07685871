import assert from "node:assert/strict";
import { test } from "node:test";
import { JSON_DATA, open, useBrowser } from "./browser.mjs";

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
