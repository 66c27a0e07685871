/** Whether what stands in the pixels of every picture can be told from its ground. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, recordTexts, useBrowser } from "./browser.mjs";

useBrowser();

/** Lets the page look at its own pictures. */
const lookAtPictures = () => {
  const luminance = (color) => {
    const [red, green, blue] = color.map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const far = (a, b) => Math.max(...a.map((part, index) => Math.abs(part - b[index])));

  /** The colours of a part of the picture, those that cover most first; where nothing is painted, that of the page. */
  const colorsIn = (canvas, [x, y, end, foot], page) => {
    const [left, top] = [Math.max(Math.floor(x), 0), Math.max(Math.floor(y), 0)];
    const [right, bottom] = [Math.min(Math.ceil(end), canvas.width), Math.min(Math.ceil(foot), canvas.height)];
    if (right <= left || bottom <= top) return [];
    const { data } = canvas.getContext("2d").getImageData(left, top, right - left, bottom - top);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const alpha = data[at + 3] / 255;
      const color = page.map((part, index) => Math.round(part * (1 - alpha) + data[at + index] * alpha));
      const key = color.join();
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { color, count: 1 });
    }
    return [...counts.values()].sort((a, b) => b.count - a.count);
  };

  const rgb = (css) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };

  window.contrastOf = (a, b) => contrast(rgb(a), rgb(b));

  /** How many pixels of a chart's picture have a colour. */
  window.pixelsOf = ({ shadowRoot }, color) => {
    const canvas = shadowRoot.querySelector("canvas");
    const found = colorsIn(canvas, [0, 0, canvas.width, canvas.height], rgb("#000")).find((it) => it.color.join() === rgb(color).join());
    return found?.count ?? 0;
  };

  /** What is wrong with a chart's picture, and how much of it was looked at. */
  window.looked = (chart) => {
    const { shadowRoot } = chart;
    const canvas = shadowRoot.querySelector("canvas");
    const ratio = canvas.width / canvas.getBoundingClientRect().width;
    const page = rgb(getComputedStyle(shadowRoot.querySelector(".frame")).getPropertyValue("--_ground"));
    const wrong = [];
    const about = `${chart.getAttribute("kind")} ${chart.getAttribute("heading")}`;
    for (const { text, box, color, bold, pixels } of textsOf(canvas)) {
      if (!text.trim()) continue;
      const colors = colorsIn(canvas, box, page);
      const inks = colors.filter(({ color: it }) => far(it, rgb(color)) <= 8);
      // Bold signs fill half of their boxes; what fills them wholly is a ground on which the text can't be seen.
      const covered = inks.reduce((sum, { count }) => sum + count, 0) / colors.reduce((sum, { count }) => sum + count, 0);
      const ground = colors.find(({ color: it }) => far(it, rgb(color)) > 40)?.color;
      if (!inks.length || covered > 0.8 || !ground) {
        wrong.push(`${about}: "${text}" was painted in ${color}, and can't be seen`);
        continue;
      }
      const size = pixels / ratio;
      const large = size >= 24 || (bold && size >= 18.66);
      const wanted = large ? 4.5 : 7;
      const found = contrast(inks[0].color, ground);
      if (found < wanted - 0.05) wrong.push(`${about}: "${text}" has ${found.toFixed(2)}:1 on ${ground}`);
    }
    let marks = 0;
    for (const { dataset } of chart.querySelectorAll("tr[data-id]")) {
      chart.focusMark(dataset.id);
      const stop = shadowRoot.querySelector(".stop");
      if (shadowRoot.activeElement !== stop) continue;
      const [x, y, width, height] = ["left", "top", "width", "height"].map((name) => parseFloat(stop.style[name]) * ratio);
      // A lone pixel of a border is no mark.
      const seen = colorsIn(canvas, [x, y, x + width, y + height], page).filter(({ count }) => count >= Math.min(4, width * height * 0.02));
      const best = Math.max(0, ...seen.slice(0, 12).map(({ color }) => contrast(color, page)));
      if (best < 2.95) wrong.push(`${about}: the mark of ${dataset.id} has ${best.toFixed(2)}:1`);
      marks++;
    }
    return { wrong, texts: textsOf(canvas).length, marks };
  };
};

for (const path of ["/gallery.html", "/gallery.en.html"]) {
  for (const [name, context] of [["light", { colorScheme: "light" }], ["dark", { colorScheme: "dark" }], ["forced colours", { forcedColors: "active" }]]) {
    test(`texts and marks stand out in the pixels of ${path} in ${name}`, async (t) => {
      const { page } = await open(t, { path, init: recordTexts, context: { deviceScaleFactor: 3, ...context } });
      await page.evaluate(lookAtPictures);
      await page.waitForFunction(() => window.Tujie);
      const count = await page.locator("tujie-chart").count();
      const sum = { texts: 0, marks: 0 };
      for (let index = 0; index < count; index++) {
        const chart = page.locator("tujie-chart").nth(index);
        await chart.evaluate((chart) => chart.scrollIntoView());
        await page.waitForFunction((index) => document.querySelectorAll("tujie-chart")[index].dataset.state === "ready", index);
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        const { wrong, texts, marks } = await chart.evaluate((chart) => looked(chart));
        assert.deepEqual(wrong, []);
        sum.texts += texts;
        sum.marks += marks;
      }
      assert.ok(sum.texts > 250 && sum.marks > 100, `looked at ${sum.texts} texts and ${sum.marks} marks`);
    });
  }
}

for (const colorScheme of ["light", "dark"]) {
  test(`series have colours of their own where the system forces colours, in its ${colorScheme} palette`, async (t) => {
    const figures = Array.from("甲乙丙丁戊己", (label, at) => [2010, 2011].map((year) => ({ label, value: at + 1, unit: "户", year, emphasis: label === "甲" && year === 2011 }))).flat();
    const body = `<script src="/dist/tujie.js" data-kind="stacked" data-loading="eager">${JSON.stringify({ figures })}</script>`;
    const { page } = await open(t, { body, init: recordTexts, context: { forcedColors: "active", colorScheme } });
    await page.evaluate(lookAtPictures);
    await page.waitForSelector("tujie-chart[data-state=ready]");
    const list = await page.evaluate(() => {
      const { style } = document.querySelector("tujie-chart").shadowRoot.querySelector(".frame");
      return ["ground", "hero", ...[1, 2, 3, 4, 5, 6].map((at) => `series-${at}`)].map((name) => style.getPropertyValue("--_" + name));
    });
    const [ground, hero, ...series] = list;
    assert.equal(new Set(series).size, 6, `${series}`);
    assert.ok(!series.slice(0, 5).includes(hero), `${hero} ${series}`);
    const contrasts = await page.evaluate((list) => list.map((color) => contrastOf(color, list[0])), [ground, ...series]);
    assert.ok(contrasts.slice(1).every((contrast) => contrast >= 3), `${contrasts}`);
    // Each is in the picture, and so is the hero.
    const counts = await page.evaluate((list) => list.map((color) => pixelsOf(document.querySelector("tujie-chart"), color)), [hero, ...series]);
    assert.ok(counts.every((count) => count > 100), `${counts} of ${[hero, ...series]}`);
  });
}
