/** What some browsers withhold: painted pixels, words, copying late. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const script = (title, options = "") =>
  `<script async src="/dist/tujie.js" data-kind="bar" ${options}>${JSON.stringify({ title, figures: [{ label: "培训", value: 3, unit: "人" }, { label: "扶助", value: 2, unit: "人" }] })}</script>`;

/** Pixels that can't be read back, as where a browser protects from fingerprinting. */
const noise = () => {
  CanvasRenderingContext2D.prototype.getImageData = (x, y, width, height) => new ImageData(new Uint8ClampedArray(width * height * 4).map(() => Math.random() * 256), width, height);
};

const worn = (page, name) => page.evaluate((name) => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_" + name), name);

test("colours are those of the page where no pixel can be read", async (t) => {
  const style = "body{background:#111;color:#eee}";
  const { page } = await open(t, { body: `<style>${style}</style>${script("图")}`, init: noise });
  await inState(page, "ready");
  assert.match(await worn(page, "text"), /^#[d-f]/, "light on dark");
  for (const [css, color] of [["#ffF8e8", "#fff8e8"], ["rgb(255 248 232)", "#fff8e8"], ["ivory", "#fffff0"], ["rgba(0,0,0,.5)", /^#7[ef]7[ef]7[ef]|^#808080/]]) {
    const { page } = await open(t, { body: `<style>body{background:#fff}tujie-chart{--tujie-ground:${css}}</style>${script("图")}`, init: noise });
    await inState(page, "ready");
    const ground = await worn(page, "ground");
    assert.ok(typeof color === "string" ? ground === color : color.test(ground), `${css} is ${ground}`);
  }
});

test("titles break where browsers put it if these know no words, and never within a number", async (t) => {
  const title = "全区投入资金40余万元培训人员2000余人次印发资料1万余张";
  const { page } = await open(t, { body: `<div style="width:330px">${script(title)}</div>`, init: () => delete Intl.Segmenter });
  await inState(page, "ready");
  const lines = await page.evaluate(() => {
    const node = document.querySelector("tujie-chart").shadowRoot.querySelector(".title").firstChild;
    const lines = new Map();
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { top } = range.getBoundingClientRect();
      lines.set(top, (lines.get(top) ?? "") + node.data[at]);
    }
    return [...lines.values()];
  });
  assert.ok(lines.length > 1);
  for (const line of lines.slice(0, -1)) assert.doesNotMatch(line, /\d$/, lines.join("|"));
});
