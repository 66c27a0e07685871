import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const DATA = {
  title: "2011年工作数据",
  source: { name: "东昌时讯", date: "2012-01-13" },
  figures: [{ label: "投入资金", value: "40余万元" }, { label: "扶助资金", value: "180余万元", note: "=1+1" }, { label: "平台", value: "约30万元" }],
};

const chart = async (t, kind = "bar") => {
  const opened = await open(t, { body: `<script src="/dist/tujie.js" data-kind="${kind}">${JSON.stringify(DATA)}</script>` });
  await inState(opened.page, "ready");
  return opened;
};

for (const kind of ["bar", "cards", "donut"]) {
  test(`the SVG of ${kind} holds title, source, all figures and their bounds`, async (t) => {
    const { page, said } = await chart(t, kind);
    const found = await page.evaluate(async () => {
      const text = await document.querySelector("tujie-chart").toSVG();
      const svg = new DOMParser().parseFromString(text, "image/svg+xml");
      return { error: svg.querySelector("parsererror")?.textContent, name: svg.documentElement.localName, texts: [...svg.querySelectorAll("text")].map((node) => node.textContent), ids: [...svg.querySelectorAll("[data-id]")].map((node) => node.dataset.id) };
    });
    assert.equal(found.error, undefined);
    assert.equal(found.name, "svg");
    const all = found.texts.join("");
    for (const part of ["2011年工作数据", "资料来源：东昌时讯，2012年1月13日", "投入资金", "扶助资金", "平台"]) assert.ok(all.includes(part), `${part}: ${all}`);
    assert.match(all, /40余万元/);
    for (const label of ["投入资金", "扶助资金", "平台"]) assert.ok(found.ids.includes(label), label);
    assert.deepEqual(said.errors, []);
  });
}

test("pictures are in the chart's language and in the font that they were measured in", async (t) => {
  const body = `<style>body { font-family: "Noto Serif CJK SC", serif }</style><script src="/dist/tujie.js" data-kind="bar" data-lang="zh-Hant">${JSON.stringify(DATA)}</script>`;
  const { page } = await open(t, { body });
  await inState(page, "ready");
  const found = await page.evaluate(async () => {
    const chart = document.querySelector("tujie-chart");
    const { toBlob } = HTMLCanvasElement.prototype;
    let lang;
    HTMLCanvasElement.prototype.toBlob = function (...given) {
      lang = this.lang;
      return toBlob.apply(this, given);
    };
    await chart.toBlob("image/png");
    const svg = new DOMParser().parseFromString(await chart.toSVG(), "image/svg+xml").documentElement;
    return [lang, svg.getAttribute("xml:lang"), svg.querySelector("[font-family]").getAttribute("font-family")];
  });
  assert.deepEqual(found, ["zh-Hant", "zh-Hant", '"Noto Serif CJK SC", serif']);
});

test("a chart that is out of sight is pictured as wide as it was", async (t) => {
  const { page } = await chart(t);
  const width = () =>
    page.evaluate(async () => (await createImageBitmap(await document.querySelector("tujie-chart").toBlob("image/png", { scale: 1 }))).width);
  const before = await width();
  await page.evaluate(() => (document.querySelector("tujie-chart").style.display = "none"));
  assert.equal(await width(), before);
});

test("the PNG is as large as was asked for and painted from edge to edge", async (t) => {
  const { page } = await chart(t);
  const found = await page.evaluate(async () => {
    const element = document.querySelector("tujie-chart");
    const before = element.shadowRoot.querySelector("canvas").toDataURL();
    const blob = await element.toBlob("image/png", { scale: 3, width: 500 });
    const image = await createImageBitmap(blob);
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const pixels = new Uint32Array(data.buffer);
    // Rows that hold anything but the ground: the title's at the top, the source's at the bottom.
    const rows = [];
    for (let y = 0; y < image.height; y++) if (pixels.subarray(y * image.width, (y + 1) * image.width).some((pixel) => pixel !== pixels[0])) rows.push(y);
    return { type: blob.type, width: image.width, height: image.height, first: rows[0], last: rows.at(-1), opaque: data.every((value, index) => index % 4 < 3 || value === 255), same: before === element.shadowRoot.querySelector("canvas").toDataURL() };
  });
  assert.equal(found.type, "image/png");
  assert.equal(found.width, 3 * 500);
  assert.ok(found.opaque && found.same, JSON.stringify(found));
  assert.ok(found.first < 3 * 40 && found.last > found.height - 3 * 32, JSON.stringify(found));
  const width = await page.evaluate(async () => {
    const blob = await document.querySelector("tujie-chart").toBlob("image/png", { scale: NaN, width: 500 });
    return (await createImageBitmap(blob)).width;
  });
  assert.equal(width, 2 * 500, "what is no number is the usual scale");
});

test("the CSV holds all figures and bounds, and nothing that a spreadsheet calculates", async (t) => {
  const { page } = await chart(t);
  const [text, type] = await page.evaluate(async () => {
    const element = document.querySelector("tujie-chart");
    return [await element.toCSV(), (await element.toBlob("text/csv")).type];
  });
  assert.equal(type, "text/csv");
  assert.equal(text, "\ufefflabel,value,unit,year,group,bound,per,note\r\n投入资金,400000,元,,,at-least,,\r\n扶助资金,1800000,元,,,at-least,,\"'=1+1\"\r\n平台,300000,元,,,about,,\r\n");
});
