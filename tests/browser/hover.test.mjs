import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const COUNT = 40;
const DATA = { figures: Array.from({ length: COUNT }, (_, index) => ({ label: `第${index + 1}镇`, value: 200 + ((index * 137) % 800), unit: "户" })) };
const CHART = `<script src="/dist/tujie.js" data-kind="bar" data-loading="eager" data-set="a">${JSON.stringify(DATA)}</script>`;

/** Counts every call that draws on a canvas of the page, and every change of a canvas's size, which wipes it. */
const countDrawing = () => {
  window.drawing = { count: 0, names: {} };
  const note = (canvas, name) => {
    if (!(canvas.getRootNode() instanceof ShadowRoot)) return;
    drawing.count++;
    drawing.names[name] = (drawing.names[name] ?? 0) + 1;
  };
  const { prototype } = CanvasRenderingContext2D;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const { value } = Object.getOwnPropertyDescriptor(prototype, name);
    if (typeof value !== "function" || name === "constructor" || /^(get|is|create)/.test(name)) continue;
    prototype[name] = function (...given) {
      note(this.canvas, name);
      return value.apply(this, given);
    };
  }
  for (const side of ["width", "height"]) {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
    Object.defineProperty(HTMLCanvasElement.prototype, side, {
      get,
      set(pixels) {
        note(this, side);
        set.call(this, pixels);
      },
      configurable: true,
      enumerable: true,
    });
  }
};

/** A chart with forty marks that has come into place. */
const settled = async (t, body = CHART, count = 1) => {
  const { page } = await open(t, { body, init: countDrawing, context: { viewport: { width: 800, height: 1600 }, reducedMotion: "no-preference" } });
  await inState(page, "ready", count);
  // Moving into place takes less than half a second.
  await page.waitForFunction(() => {
    if (window.last?.count !== drawing.count) window.last = { count: drawing.count, since: performance.now() };
    return performance.now() - last.since > 1000;
  });
  assert.ok((await page.evaluate(() => drawing.count)) > COUNT, "painting is not counted");
  return page;
};

const drawn = (page) => page.evaluate(() => drawing.names);
const forget = (page) => page.evaluate(() => (window.drawing = { count: 0, names: {} }));

/** The first line of the details that are shown. */
const shown = (page) =>
  page.evaluate(() => {
    const tip = document.querySelector("tujie-chart").shadowRoot.querySelector(".tip");
    return tip.hidden ? null : tip.firstChild.textContent;
  });

/** The middle of each mark, in the viewport. */
const middles = (page) =>
  page.evaluate(() => {
    const chart = document.querySelector("tujie-chart");
    const found = chart.figures.figures.map(({ id }) => {
      chart.focusMark(id);
      const box = chart.shadowRoot.querySelector(".stop").getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    });
    chart.shadowRoot.activeElement.blur();
    return found;
  });

/** Far enough that the details of one mark don't cover the next. */
const ORDER = Array.from({ length: COUNT }, (_, index) => (index * 7) % COUNT);

test("the pointer lights up forty marks, and the canvas is not painted again", async (t) => {
  const page = await settled(t, CHART + CHART, 2);
  const at = await middles(page);
  await forget(page);
  for (const index of ORDER) {
    await page.mouse.move(...at[index]);
    assert.match(await shown(page), new RegExp(`^第${index + 1}镇：`));
  }
  await page.mouse.move(1, 1);
  assert.equal(await shown(page), null);
  await page.waitForTimeout(100);
  assert.deepEqual(await drawn(page), {});
});

test("the arrow keys go over forty marks, and the canvas is not painted again", async (t) => {
  const page = await settled(t);
  await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".stop").focus());
  await forget(page);
  await page.keyboard.press("Home");
  for (let index = 0; index < COUNT; index++) {
    if (index) await page.keyboard.press("ArrowDown");
    assert.match(await shown(page), new RegExp(`^第${index + 1}镇：`));
  }
  await page.keyboard.press("Escape");
  await page.waitForTimeout(100);
  assert.deepEqual(await drawn(page), {});
});

test("a move changes what lies over the canvas once, and one within the mark changes nothing", async (t) => {
  const page = await settled(t);
  const at = await middles(page);
  await page.evaluate(() => {
    window.changes = [];
    const root = document.querySelector("tujie-chart").shadowRoot;
    const note = (records) => changes.push(records.map(({ type, target, attributeName }) => [type, target.className || target.nodeName, attributeName].join(" ")));
    const observer = new MutationObserver(note);
    for (const part of root.querySelectorAll(".tip, .wash")) observer.observe(part, { subtree: true, attributes: true, childList: true, characterData: true });
  });
  const changes = () => page.evaluate(() => window.changes.splice(0));
  for (const index of ORDER) {
    const [x, y] = at[index];
    await page.mouse.move(x, y);
    const updates = await changes();
    assert.equal(updates.length, 1, JSON.stringify(updates));
    // Four sides of the wash; place and texts of the details.
    assert.ok(updates[0].length <= 12, JSON.stringify(updates));
    await page.mouse.move(x + 3, y + 1);
    assert.deepEqual(await changes(), []);
  }
});
