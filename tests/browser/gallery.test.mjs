import assert from "node:assert/strict";
import { test } from "node:test";
import { open, painted, recordTexts, useBrowser } from "./browser.mjs";

useBrowser();

const PAGES = ["/gallery.html", "/gallery.en.html"];

/** Brings every chart near once and waits for it. */
const drawAll = async (page) => {
  await page.waitForFunction(() => window.Tujie);
  await page.evaluate(() => Tujie.ready);
  const count = await page.locator("tujie-chart").count();
  for (let index = 0; index < count; index++) {
    await page.locator("tujie-chart").nth(index).evaluate((chart) => chart.scrollIntoView());
    await page.waitForFunction((index) => /ready|fallback/.test(document.querySelectorAll("tujie-chart")[index].dataset.state), index);
  }
  return count;
};

for (const path of PAGES) {
  test(`the gallery at ${path} draws every chart as the kind that it shows, without an error`, async (t) => {
    const { page, said } = await open(t, { path });
    const count = await drawAll(page);
    for (let index = 0; index < count; index++) {
      const chart = page.locator("tujie-chart").nth(index);
      assert.equal(await chart.getAttribute("data-state"), "ready", await chart.evaluate((chart) => chart.outerHTML.slice(0, 200)));
      assert.ok((await painted(page, index)) > 100);
    }
    const asked = await page
      .locator("tujie-chart")
      .evaluateAll((charts) => charts.map((chart) => [`tujie: ${chart.getAttribute("heading")}`, `kind: ${chart.getAttribute("kind")} was asked for`]));
    // They come in the order in which their data arrives.
    const notices = said.all.filter((text) => text.startsWith("tujie: ")).map((text) => text.trim().split("\n"));
    assert.deepEqual(notices.sort(), asked.sort());
    assert.deepEqual(said.errors, []);
  });

  test(`the gallery at ${path} can be read without scripts`, async (t) => {
    const { page } = await open(t, { path, context: { javaScriptEnabled: false, viewport: { width: 360, height: 800 } } });
    await page.waitForLoadState();
    const count = await page.locator("tujie-chart").count();
    assert.ok(count >= 15);
    assert.equal(await page.locator("tujie-chart > table:visible").count(), count);
    assert.equal(await page.locator(".scheme:visible").count(), 0);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  });

  test(`no text of ${path} is cut off or covers another, at ten widths`, async (t) => {
    const { page } = await open(t, { path, init: recordTexts, context: { viewport: { width: 1600, height: 900 } } });
    await drawAll(page);
    for (const width of [280, 320, 360, 412, 540, 768, 960, 1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      // Out of sight, charts grow to the room that they need.
      await page.evaluate(async () => {
        const frames = async (count) => {
          while (count--) await new Promise(requestAnimationFrame);
        };
        for (const chart of document.querySelectorAll("tujie-chart")) {
          chart.scrollIntoView();
          await frames(2);
        }
        scrollTo(0, 0);
        await frames(4);
      });
      const found = await page.evaluate(() => {
        const wrong = [];
        if (document.documentElement.scrollWidth > innerWidth) wrong.push(`the page is ${document.documentElement.scrollWidth} px wide`);
        for (const chart of document.querySelectorAll("tujie-chart")) {
          const say = (text) => wrong.push(`${chart.getAttribute("kind")}: ${text}`);
          const canvas = chart.shadowRoot.querySelector("canvas");
          const frame = canvas.getBoundingClientRect();
          const host = chart.getBoundingClientRect();
          if (frame.left < host.left - 1 || frame.right > host.right + 1 || frame.bottom > host.bottom + 1) say("the picture leaves its element");
          const scale = canvas.width / frame.width;
          const texts = textsOf(canvas).map(({ text, box }) => ({ text, box: box.map((at) => at / scale) }));
          if (!texts.length) say("no text");
          texts.forEach(({ text, box: [left, top, right, bottom] }, index) => {
            // Half a pixel of ink is what smoothing leaves.
            if (left < -0.5 || top < -0.5 || right > frame.width + 0.5 || bottom > frame.height + 0.5) say(`“${text}” is cut off`);
            for (const other of texts.slice(0, index)) {
              const [l, t, r, b] = other.box;
              if (left < r - 0.5 && l < right - 0.5 && top < b - 0.5 && t < bottom - 0.5) say(`“${text}” covers “${other.text}”`);
            }
          });
        }
        return wrong;
      });
      assert.deepEqual(found, [], `at ${width} px`);
    }
  });
}

test("the button of the gallery goes through the appearances, and the charts follow", async (t) => {
  const { page } = await open(t, { path: "/gallery.html", context: { colorScheme: "light" } });
  // The first one: another may be ready before it.
  await page.waitForFunction(() => document.querySelector("tujie-chart")?.dataset.state === "ready");
  const button = page.locator(".scheme");
  /** The page's ground, and the ground and text colours of the first chart. */
  const colors = () =>
    page.evaluate(async () => {
      for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
      const frame = document.querySelector("tujie-chart").shadowRoot.querySelector(".frame");
      return [getComputedStyle(document.body).backgroundColor, frame.style.getPropertyValue("--_ground")];
    });
  const light = await colors();
  assert.equal(await button.textContent(), "外观：自动");
  await button.click();
  assert.equal(await button.textContent(), "外观：浅色");
  assert.deepEqual(await colors(), light);
  await button.click();
  assert.equal(await button.textContent(), "外观：深色");
  const dark = await colors();
  assert.equal(dark[0], "rgb(20, 24, 29)");
  assert.notEqual(dark[1], light[1]);
  await button.click();
  assert.deepEqual(await colors(), light);
});
