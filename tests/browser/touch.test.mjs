/** Fingers: scrolling, pinching, tapping. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const FIGURES = Array.from({ length: 8 }, (_, index) => ({ label: `第${index + 1}镇`, value: index + 3, unit: "户" }));
const body = `<meta name="viewport" content="width=device-width"><p>前</p><script src="/dist/tujie.js" data-kind="bar">${JSON.stringify({ figures: FIGURES })}</script><div style="height:2000px">后</div>`;
const context = { viewport: { width: 400, height: 700 }, hasTouch: true, isMobile: true };

const middle = async (page) => {
  const box = await page.locator("tujie-chart .plot").boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Moves fingers from where they are put down, in ten steps by so much each. */
const drag = async (page, fingers, steps) => {
  const session = await page.context().newCDPSession(page);
  const touch = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", fingers);
  for (let step = 1; step <= 10; step++) {
    await touch("touchMove", fingers.map(({ x, y, id }, index) => ({ x: x + step * steps[index][0], y: y + step * steps[index][1], id })));
    await page.waitForTimeout(16);
  }
  await touch("touchEnd", []);
  await page.waitForTimeout(300);
};

test("a finger that starts on a chart scrolls the page", async (t) => {
  const { page } = await open(t, { body, context });
  await inState(page, "ready");
  await drag(page, [{ ...(await middle(page)), id: 0 }], [[0, -15]]);
  const scrolled = await page.evaluate(() => scrollY);
  assert.ok(scrolled > 100, `${scrolled} px`);
});

test("two fingers on a chart enlarge the page", async (t) => {
  const { page } = await open(t, { body, context });
  await inState(page, "ready");
  const { x, y } = await middle(page);
  await drag(page, [{ x: x - 20, y, id: 0 }, { x: x + 20, y, id: 1 }], [[-8, 0], [8, 0]]);
  const scale = await page.evaluate(() => visualViewport.scale);
  assert.ok(scale > 1.5, `${scale} times`);
});

test("a tap shows the details clear of the finger, anywhere in the plot, and a tap elsewhere puts them away", async (t) => {
  const { page } = await open(t, { body, context });
  await inState(page, "ready");
  // Columns of which all but one are small: above them, nothing but the finger is in the way of the details.
  await page.evaluate(() => {
    const host = document.querySelector("tujie-chart");
    host.figures = { figures: [1, 1, 1, 40].map((value, index) => ({ label: `${index}`, value })) };
    host.kind = "column";
  });
  await page.waitForFunction(() => document.querySelectorAll("table[slot] tbody tr").length === 4);
  await page.waitForTimeout(200);
  const tip = page.locator("tujie-chart .tip");
  const plot = await page.locator("tujie-chart .plot").boundingBox();
  for (let part = 0.05; part < 1; part += 0.05) {
    // Away with the details of before, which the finger might fall on.
    await page.evaluate(() => document.querySelector("tujie-chart").highlight(null));
    const [x, y] = [plot.x + plot.width * 0.4, plot.y + plot.height * part];
    await page.touchscreen.tap(x, y);
    assert.equal(await tip.isVisible(), true);
    const box = await tip.boundingBox();
    const away = Math.max(box.y - y, y - (box.y + box.height), box.x - x, x - (box.x + box.width));
    assert.ok(away >= 16, `${away} px from the finger at ${part} of the height`);
  }
  await page.touchscreen.tap(100, plot.y + plot.height + 300);
  assert.equal(await tip.isVisible(), false);
});

test("every button is 44 px large under a finger", async (t) => {
  const { page } = await open(t, { body, context });
  await inState(page, "ready");
  const chart = page.locator("tujie-chart");
  for (const name of ["选项", "数据表"]) await chart.getByRole("button", { name: new RegExp(`^${name}( |$)`) }).tap();
  await chart.locator(".panel").waitFor();
  const small = await page.evaluate(() => {
    const host = document.querySelector("tujie-chart");
    const buttons = [...host.shadowRoot.querySelectorAll("button, input"), ...host.querySelectorAll("button")];
    return buttons.map((node) => [node.textContent || node.type, node.getBoundingClientRect()]).filter(([, { width, height }]) => width && (width < 44 || height < 44)).map(([name, { width, height }]) => `${name} ${width}×${height}`);
  });
  assert.deepEqual(small, []);
});

test("fingers find the names of a legend in targets of 44 px, in one line or several", async (t) => {
  const names = ["农林水事务", "水", "医疗卫生", "社会保障和就业", "教育"];
  const figures = names.flatMap((group, index) => ["预算", "决算"].map((label, place) => ({ label, group, value: index + place + 9, unit: "万元" })));
  const chart = (width) => `<div style="width:${width}px"><script src="/dist/tujie.js" data-kind="grouped">${JSON.stringify({ figures })}</script></div>`;
  const { page } = await open(t, { body: chart(360) + chart(900), context: { ...context, viewport: { width: 1000, height: 900 } } });
  await inState(page, "ready", 2);
  for (const index of [0, 1]) {
    const entries = page.locator("tujie-chart").nth(index).locator(".entry");
    assert.equal(await entries.count(), 5);
    for (const entry of await entries.all()) {
      const { x, y, width, height } = await entry.boundingBox();
      assert.ok(width >= 44 && height >= 43.9, `${width} × ${height}`);
      for (const pressed of ["false", "true"]) {
        await page.touchscreen.tap(x + width / 2, pressed === "true" ? y + 2 : y + height - 2);
        await page.waitForFunction(([entry, pressed]) => entry.getAttribute("aria-pressed") === pressed, [await entry.elementHandle(), pressed]);
      }
    }
  }
});
