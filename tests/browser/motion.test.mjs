import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const DATA = { figures: [{ id: "a", label: "甲", value: 64 }, { id: "b", label: "乙", value: 45 }, { id: "c", label: "丙", value: 31 }] };
const BARS = `<tujie-chart kind="bar" height="200" loading="eager"><script type="application/json">${JSON.stringify(DATA)}</script></tujie-chart>`;
const MOVING = { reducedMotion: "no-preference" };

/** Takes the time of frames into the test's hands: `at(ms)` runs what is due, `ms` after the page began. */
const CLOCK = () => {
  let now = 0;
  let due = [];
  performance.now = () => now;
  window.requestAnimationFrame = (run) => due.push(run);
  window.cancelAnimationFrame = (id) => (due[id - 1] = undefined);
  window.at = (ms) => {
    now = ms;
    const run = due;
    due = [];
    for (const frame of run) frame?.(now);
    return due.filter(Boolean).length;
  };
};

/** Runs the frames until the first chart is ready, and gives the time at which it is painted first. */
const start = async (page) => {
  for (let ms = 1; ms < 200; ms++) {
    const ready = await page.evaluate((ms) => (at(ms), document.querySelector("tujie-chart")?.dataset.state === "ready"), ms);
    if (ready) return ms;
    await page.waitForTimeout(20);
  }
  assert.fail("never ready");
};

/** The picture, how many of its pixels are in the colour of bars, and how many of the text. */
const look = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("tujie-chart").shadowRoot.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let bars = 0;
    let texts = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue, alpha] = data.subarray(i, i + 4);
      if (alpha !== 255) continue;
      if (red === 0x0b && green === 0x6a && blue === 0x8e) bars++;
      if (red === 0x18 && green === 0x1c && blue === 0x20) texts++;
    }
    return { url: canvas.toDataURL(), bars, texts };
  });

const later = async (page, ms) => {
  const waiting = await page.evaluate((ms) => at(ms), ms);
  return { ...(await look(page)), waiting };
};

test("bars grow from the baseline while their texts stand, and then nothing runs any more", async (t) => {
  const { page } = await open(t, { body: BARS + SCRIPT, init: CLOCK, context: MOVING });
  const from = await start(page);
  const first = await look(page);
  const frames = [];
  for (const ms of [50, 150, 300, 500, 600]) frames.push(await later(page, from + ms));
  const [early, middle, late, last, after] = frames;
  assert.ok(first.texts > 50 && Math.abs(first.texts - last.texts) < last.texts / 10, `${first.texts} and ${last.texts} pixels of text`);
  // A bar of no length is a hair on the baseline.
  assert.ok(first.bars < last.bars / 20, `${first.bars} of ${last.bars} at first`);
  for (const [a, b] of [[first, early], [early, middle], [middle, late], [late, last]]) assert.ok(a.bars < b.bars, `${a.bars} < ${b.bars}`);
  assert.equal(after.url, last.url);
  assert.ok(late.waiting > 0);
  assert.equal(after.waiting, 0);
});

test("for readers who asked for less motion every frame is the last one", async (t) => {
  const { page } = await open(t, { body: BARS + SCRIPT, init: CLOCK });
  const from = await start(page);
  const first = await look(page);
  assert.ok(first.bars > 1000);
  for (const ms of [100, 500]) assert.equal((await later(page, from + ms)).url, first.url);
});

test("new figures move from what is on the screen, also in the middle of a move", async (t) => {
  const { page } = await open(t, { body: BARS + SCRIPT, init: CLOCK, context: MOVING });
  const from = await start(page);
  const whole = await later(page, from + 1000);
  const give = async (values) => {
    await page.evaluate((values) => (document.querySelector("tujie-chart").figures = { figures: values.map((value, index) => ({ id: "abc"[index], label: "甲乙丙"[index], value })) }), values);
    await page.waitForFunction((value) => document.querySelector("tujie-chart").figures.figures[0].value === value, values[0]);
    await page.waitForTimeout(100);
    return look(page);
  };
  const near = (a, b) => Math.abs(a.bars - b.bars) < whole.bars / 50;
  const begun = await give([64, 6, 4]);
  assert.ok(near(begun, whole), `${begun.bars} from ${whole.bars}`);
  const middle = await later(page, from + 1100);
  assert.ok(middle.bars < begun.bars * 0.95);
  const turned = await give([64, 45, 31]);
  assert.ok(near(turned, middle), `${turned.bars} from ${middle.bars}`);
  await later(page, from + 1300);
  assert.equal((await later(page, from + 2000)).url, whole.url);
});

test("a chart below grows when it is scrolled to, and stands complete until then", async (t) => {
  const { page } = await open(t, { body: `<div style="height:1200px"></div>${BARS}<div style="height:2000px"></div>${SCRIPT}`, context: MOVING });
  await inState(page, "ready");
  await page.waitForTimeout(600);
  const before = await look(page);
  assert.ok(before.bars > 1000);
  const shortest = page.evaluate(async () => {
    const canvas = document.querySelector("tujie-chart").shadowRoot.querySelector("canvas");
    let seen = Infinity;
    const until = performance.now() + 1500;
    while (performance.now() < until) {
      await new Promise(requestAnimationFrame);
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let bars = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i] === 0x0b && data[i + 1] === 0x6a && data[i + 2] === 0x8e && data[i + 3] === 255) bars++;
      seen = Math.min(seen, bars);
    }
    return seen;
  });
  await page.evaluate(() => scrollTo(0, 420));
  assert.ok((await shortest) < before.bars / 2);
  assert.equal((await look(page)).url, before.url);
});

test("a chart that need not wait for its readers is drawn once, however late it is known to be in sight", async (t) => {
  const late = () => {
    const { observe } = IntersectionObserver.prototype;
    IntersectionObserver.prototype.observe = function (target) {
      addEventListener("tujie:ready", () => setTimeout(() => observe.call(this, target), 100));
    };
  };
  const { page, said } = await open(t, { body: BARS + SCRIPT, init: late });
  await inState(page, "ready");
  await page.waitForTimeout(400);
  assert.equal(said.all.filter((text) => text.startsWith("tujie: ")).length, 1);
});

test("another size moves nothing, and paper shows the finished picture", async (t) => {
  const { page } = await open(t, { body: BARS + SCRIPT, context: MOVING });
  await inState(page, "ready");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const printed = await look(page);
  assert.ok(printed.bars > 1000);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  const whole = await look(page);
  await page.waitForTimeout(600);
  assert.equal((await look(page)).url, whole.url);
  await page.setViewportSize({ width: 700, height: 900 });
  await page.waitForTimeout(60);
  const resized = await look(page);
  assert.ok(resized.bars > 1000 && resized.url !== whole.url);
  await page.waitForTimeout(600);
  assert.equal((await look(page)).url, resized.url);
});
