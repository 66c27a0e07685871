import assert from "node:assert/strict";
import { test } from "node:test";
import { open, painted, useBrowser } from "./browser.mjs";

useBrowser();

for (const path of ["/", "/en.html"]) {
  test(`the article at ${path} draws every chart without an error`, async (t) => {
    const { page, said } = await open(t, { path });
    await page.waitForFunction(() => window.Tujie);
    await page.evaluate(() => Tujie.ready);
    const count = await page.locator("tujie-chart").count();
    assert.ok(count >= 4);
    for (let index = 0; index < count; index++) {
      const chart = page.locator("tujie-chart").nth(index);
      await chart.evaluate((chart) => (chart.checkVisibility() ? chart : chart.parentElement).scrollIntoView());
      await page.waitForFunction((index) => /ready|fallback/.test(document.querySelectorAll("tujie-chart")[index].dataset.state), index);
      assert.equal(await chart.getAttribute("data-state"), "ready", await chart.evaluate((chart) => chart.outerHTML.slice(0, 200)));
      assert.ok((await painted(page, index)) > 100);
    }
    assert.deepEqual(said.errors, []);
  });
}
