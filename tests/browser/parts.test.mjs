import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const KINDS = "auto cards bar column grouped stacked line area slope dot donut waffle pictogram progress multiples treemap pie \ufeffbar".split(" ");

const years = (labels, unit, count) => labels.flatMap((label, at) => Array.from({ length: count }, (_, year) => ({ label, value: 10 + at * 7 + year * 3, unit, year: 2005 + year })));

/** Figures that every kind meets, suited or not. */
const SHAPES = {
  names: [{ label: "甲", value: "40余万元" }, { label: "乙", value: "不足3万元" }, { label: "丙", value: "约5万元" }, { label: "丁", value: "3–5万元" }],
  shares: [{ label: "甲", value: 42, unit: "%" }, { label: "乙", value: 38, unit: "%" }, { label: "丙", value: 20, unit: "%" }],
  series: years(["甲", "乙"], "人", 6),
  pairs: years(["甲", "乙", "丙", "丁"], "%", 2),
  table: ["甲", "乙", "丙"].flatMap((label, at) => ["东", "西"].map((group, side) => ({ label, group, value: 5 + at + side, unit: "户" }))),
  units: [...years(["甲"], "人", 3), { label: "乙", value: 3, unit: "个", note: "含在建" }, { label: "丙", value: null, unit: "元" }],
  magnitudes: [{ label: "甲", value: 9e6, unit: "元" }, { label: "乙", value: 12, unit: "元" }, { label: "丙", value: 7, unit: "元", note: "备注" }, { label: "丁", value: -3, unit: "元" }],
  mixed: [...["甲", "乙"].flatMap((label, at) => ["东", "西"].map((group) => ({ label, group, value: 5 + at, unit: "户" }))), ...years("丙丁戊己庚辛壬".split(""), "%", 2)],
  single: [{ label: "甲", value: "2000余人" }],
};

test("every kind draws figures of every shape with the parts that it fetches, and says all of them", async (t) => {
  const { page, said } = await open(t, { body: "" });
  for (const [shape, figures] of Object.entries(SHAPES)) {
    const found = await page.evaluate(
      ([kinds, figures]) => {
        // A page of its own for each, so that none finds a part that another one has fetched.
        const draw = async (kind) => {
          const frame = document.createElement("iframe");
          frame.width = 640;
          frame.srcdoc = '<!DOCTYPE html><script src="/dist/tujie.js"></script>';
          document.body.append(frame);
          await new Promise((resolve) => (frame.onload = resolve));
          const { contentDocument: inner } = frame;
          const chart = inner.createElement("tujie-chart");
          chart.setAttribute("kind", kind);
          chart.setAttribute("loading", "eager");
          chart.figures = { figures };
          inner.body.append(chart);
          await new Promise((resolve) => ["ready", "error"].forEach((type) => chart.addEventListener("tujie:" + type, resolve)));
          const svg = await chart.toSVG();
          const row = [chart.kind, chart.dataset.state, chart.dataset.reason, svg?.slice(0, 4), chart.querySelectorAll("tbody tr").length];
          frame.remove();
          return row;
        };
        return Promise.all(kinds.map(draw));
      },
      [KINDS, figures],
    );
    assert.deepEqual(found, KINDS.map((kind) => [kind, "ready", undefined, "<svg", Math.min(figures.length, 50)]), shape);
  }
  assert.deepEqual(said.errors, []);
});

test("a picture stays while the network withholds what another kind is drawn with, which comes once it can", async (t) => {
  const figures = years(["甲", "乙"], "人", 6);
  const { page } = await open(t, { body: `<tujie-chart kind="bar" loading="eager" src="/figures.json"></tujie-chart><script src="/dist/tujie.js"></script>`, answers: { "/figures.json": { body: JSON.stringify({ figures }), type: "application/json" } } });
  await inState(page, "ready");
  const told = () => page.evaluate(() => {
    const chart = document.querySelector("tujie-chart");
    const status = chart.shadowRoot.querySelector(".status").textContent;
    chart.highlight("甲");
    return [chart.dataset.state, status, chart.shadowRoot.querySelector(".tip").hidden];
  });
  await page.context().setOffline(true);
  await page.evaluate(() => (document.querySelector("tujie-chart").kind = "slope"));
  await page.waitForFunction(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent);
  const [state, status, hidden] = await told();
  assert.equal(state, "ready");
  assert.match(status, /稍后/);
  assert.equal(hidden, false, "the picture is still explored");
  // Back to what is there.
  await page.evaluate(() => (document.querySelector("tujie-chart").kind = "bar"));
  await page.waitForFunction(() => !document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent);
  await page.evaluate(() => (document.querySelector("tujie-chart").kind = "slope"));
  await page.waitForFunction(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent);
  await page.context().setOffline(false);
  await page.waitForFunction(() => !document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent);
  await page.waitForFunction(async () => (await document.querySelector("tujie-chart").toSVG()).includes("<polyline"));
  assert.deepEqual(await page.evaluate(() => seen.filter(({ type }) => type === "error")), []);
});
