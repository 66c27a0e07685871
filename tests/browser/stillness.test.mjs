import assert from "node:assert/strict";
import { test } from "node:test";
import { FIGURE, JSON_DATA, SCRIPT, inState, open, shifts, useBrowser } from "./browser.mjs";

useBrowser();

const LATE = { ".wasm": { delay: 2000 }, "/f.json": { body: JSON.stringify(JSON_DATA), delay: 2000 }, "/f.csv": { body: "指标,数值\n甲,1\n乙,2\n", delay: 2000 } };
const AROUND = (body) => `<h1>题</h1><p>前文</p>${body}<p id="next">后文</p><p>再后</p>`;
const TABLE = '<table><tr><th>指标<th>数值<tr><td>甲<td>1<tr><td>乙<td>2<tr><td>丙<td>3</table>';
const MARGINS = "<style>p{margin:1em 0}table{margin:2em 0 3em}figure{margin:0}tr{height:41.3px}</style>";

const settle = async (page, count = 1) => {
  await inState(page, "ready", count);
  await page.waitForTimeout(300);
};

const place = (page) => page.evaluate(() => document.querySelector("#next").getBoundingClientRect().top);

const reserved = [
  ["a reserved height", `<style>tujie-chart{display:block;min-height:380px}</style><tujie-chart src="f.json"></tujie-chart>`],
  ["a reserved height and a table with margins", `${MARGINS}<style>tujie-chart{display:block;min-height:380px}</style><tujie-chart>${TABLE}</tujie-chart>`],
  ["its table alone", `<tujie-chart>${TABLE}</tujie-chart>`],
  ["its table with margins", `${MARGINS}<tujie-chart src="f.csv">${TABLE}</tujie-chart>`],
  ["its table with margins inside padding", `${MARGINS}<style>tujie-chart{display:block;padding:10px;margin:5px 0}</style><tujie-chart>${TABLE}</tujie-chart>`],
];
for (const [what, body] of reserved) {
  test(`nothing moves from navigation on around an element with ${what}`, async (t) => {
    const { page } = await open(t, { body: AROUND(body) + SCRIPT, answers: { ...LATE } });
    await page.waitForSelector("#next");
    const before = await place(page);
    await settle(page);
    assert.ok(Math.abs((await place(page)) - before) < 0.5, `${before} → ${await place(page)}`);
    assert.equal(await shifts(page), 0);
  });
}

const started = [
  ["a script with figures", `<script async src="/dist/tujie.js">${JSON.stringify(JSON_DATA)}</script>`],
  ["a script with a file", `<script async src="/dist/tujie.js" data-src="f.csv"></script>`],
  ["a script whose chart is padded", `<style>tujie-chart{padding:12px;border-top:3px solid}</style><script async src="/dist/tujie.js">${JSON.stringify(JSON_DATA)}</script>`],
  ["a script with a height", `<script async src="/dist/tujie.js" data-src="f.json" data-height="333"></script>`],
  ["a figure", FIGURE + SCRIPT],
  ["a figure whose table has margins", MARGINS + FIGURE + SCRIPT],
  ["a figure whose table's margins reach through it", MARGINS + FIGURE.replace(/<figcaption>.*<\/figcaption>/, "") + SCRIPT],
  ["a figure with a written height", MARGINS + FIGURE.replace("data-tujie", 'data-tujie data-height="420"') + SCRIPT],
];
for (const [what, body] of started) {
  test(`nothing moves after the loader's start around ${what}`, async (t) => {
    const { page } = await open(t, { body: AROUND(body), answers: { ...LATE } });
    await page.waitForFunction(() => document.querySelector("tujie-chart[data-state]") && document.querySelector("#next"));
    // The frame that shows what the loader has reserved, long before data and wasm come.
    await page.waitForTimeout(300);
    const before = await place(page);
    const mark = await page.evaluate(() => performance.now());
    await settle(page);
    assert.ok(Math.abs((await place(page)) - before) < 0.5, `${before} → ${await place(page)}`);
    assert.equal(await shifts(page, mark), 0);
  });
}

test("a figure's table and its chart take the same room where a chart fits into it, so even the start moves nothing", async (t) => {
  const high = "<style>tr{height:80px}</style>";
  const { page } = await open(t, { body: AROUND(MARGINS + high + FIGURE + SCRIPT), answers: { "/tujie.js": { delay: 500 } } });
  await page.waitForSelector("#next");
  const before = await place(page);
  await settle(page);
  assert.ok(Math.abs((await place(page)) - before) < 0.5);
  assert.equal(await shifts(page), 0);
});

for (const scale of [1, 1.25, 2, 3]) {
  test(`at ${scale} device pixels a CSS pixel the canvas has as many, and a bar's edge is sharp`, async (t) => {
    const exact = { figures: [{ label: "甲", value: 64 }, { label: "乙", value: 45 }, { label: "丙", value: 31 }] };
    const { page } = await open(t, { body: `<script src="/dist/tujie.js" data-kind="bar">${JSON.stringify(exact)}</script>`, context: { deviceScaleFactor: scale, viewport: { width: 733, height: 900 } } });
    await settle(page);
    const found = await page.evaluate(() => {
      const canvas = document.querySelector("tujie-chart").shadowRoot.querySelector("canvas");
      const box = canvas.getBoundingClientRect();
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const pixels = new Uint32Array(data.buffer);
      // A bar is the longest run of one colour that isn't the ground; half way up, its free end is a vertical edge.
      const ground = pixels.at(-1);
      let best = { length: 0 };
      for (let y = 0; y < canvas.height; y++) {
        for (let x = 0, from = 0; x <= canvas.width; x++) {
          const at = y * canvas.width;
          if (x < canvas.width && pixels[at + x] === pixels[at + from]) continue;
          const length = x - from;
          if (pixels[at + from] !== ground && length > best.length) best = { length, end: x, y, rows: 0 };
          if (length === best.length && x === best.end && y === best.y + best.rows) best.rows++;
          from = x;
        }
      }
      let blurred = 0;
      const middle = (best.y + (best.rows >> 1)) * canvas.width;
      for (let x = best.end; x < canvas.width && pixels[middle + x] !== ground; x++) blurred++;
      return { width: canvas.width - box.width * devicePixelRatio, height: canvas.height - box.height * devicePixelRatio, length: best.length, blurred };
    });
    assert.ok(Math.abs(found.width) <= 1 && Math.abs(found.height) <= 1, JSON.stringify(found));
    assert.ok(found.length > 20 && found.blurred <= 1, JSON.stringify(found));
  });
}
