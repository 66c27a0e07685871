import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { READ } from "../../www/core/questions.mjs";
import { FIGURE, JSON_DATA, SCRIPT, inState, open, painted, shownTable, useBrowser } from "./browser.mjs";
import { DIST } from "./server.mjs";

useBrowser();

const TEXT = JSON.stringify(JSON_DATA);
const INLINE = `<script async src="/dist/tujie.js">${TEXT}</script>`;
const CORE = "/dist/" + readdirSync(DIST).find((name) => /^core-.*\.js$/.test(name));
const FROM_JSON = [["指标", "数值", "时间"], ["投入资金", "40余万元", "2011"], ["培训人员", "2000余人", "2011"]];

const reasons = [
  ["no WebAssembly", "no-wasm", { init: () => delete window.WebAssembly }],
  ["wasm that is not there", "network", { answers: { ".wasm": { status: 404 } } }],
  ["a core that is not there", "network", { answers: { [CORE]: { status: 404 } } }],
  ["a page in place of the wasm", "mime", { answers: { ".wasm": { body: "<!doctype html>" } } }],
  ["a core that is not served as JavaScript", "mime", { answers: { [CORE]: { headers: { "content-type": "text/plain" } } } }],
  ["wasm that was tampered with", "integrity", { answers: { ".wasm": { change: (bytes) => Buffer.concat([bytes, Buffer.from([0, 2, 1, 65])]) } } }],
  ["a core that was tampered with", "integrity", { answers: { [CORE]: { change: (bytes) => bytes + "\nwindow.evil = 1" } } }],
  ["a policy without wasm-unsafe-eval", "csp", { headers: { "content-security-policy": "script-src 'self'" } }],
  ["a policy that forbids the core", "csp", { headers: { "content-security-policy": "script-src 'wasm-unsafe-eval' 'nonce-x'" }, nonce: true }],
  ["a policy that forbids the download", "csp", { headers: { "content-security-policy": "connect-src 'none'" } }],
];

for (const [what, reason, { nonce, ...settings }] of reasons) {
  test(`${what} leaves the table, with the reason ${reason}`, async (t) => {
    const mark = (html) => (nonce ? html.replace("<script", '<script nonce="x"') : html);
    const { page } = await open(t, { ...settings, body: FIGURE + mark(SCRIPT) });
    await inState(page, "fallback");
    assert.equal(await page.getAttribute("tujie-chart", "data-reason"), reason);
    assert.equal((await shownTable(page))[2][0], "培训人员");
    assert.match(await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.textContent), /图表/);
    assert.equal(await page.isVisible("tujie-chart"), true);
    assert.deepEqual(await page.evaluate(() => seen.map(({ type, detail }) => [type, detail.reason])), [["error", reason]]);
    assert.equal(await page.evaluate(() => window.evil), undefined);

    const bare = await open(t, { ...settings, body: mark(INLINE) });
    await inState(bare.page, "fallback");
    assert.equal(await bare.page.getAttribute("tujie-chart", "data-reason"), reason);
    assert.deepEqual(await shownTable(bare.page), FROM_JSON);
  });
}

const TABLE_PART = "/dist/" + readdirSync(DIST).find((name) => /^part-table-.*\.wasm$/.test(name));

for (const [what, reason, answer] of [
  ["is not there", "network", { status: 404 }],
  ["was tampered with", "integrity", { change: (bytes) => Buffer.concat([bytes, Buffer.from([0, 2, 1, 65])]) }],
  ["is a page", "mime", { body: "<!doctype html>" }],
]) {
  test(`a part of the drawing code that ${what} leaves the table, with the reason ${reason}`, async (t) => {
    const { page } = await open(t, { body: FIGURE + INLINE, answers: { [TABLE_PART]: answer } });
    await inState(page, "fallback");
    assert.equal(await page.getAttribute("[data-state=fallback]", "data-reason"), reason);
    assert.equal((await shownTable(page))[2][0], "培训人员");
    await inState(page, "ready");
  });
}

test("right wasm under a wrong type still draws", async (t) => {
  const { page } = await open(t, { body: INLINE, answers: { ".wasm": { headers: { "content-type": "text/plain" } } } });
  await inState(page, "ready");
  assert.ok((await painted(page)) > 100);
});

test("a bad figure is an error with its path, and the table stays", async (t) => {
  const { page, said } = await open(t, { body: `<script async src="/dist/tujie.js">{"figures":[{"label":"甲","value":"大量"}]}</script>` });
  await inState(page, "fallback");
  assert.equal(await page.getAttribute("tujie-chart", "data-reason"), "data");
  assert.deepEqual(await shownTable(page), [["指标", "数值"], ["甲", "大量"]]);
  const [{ detail, tag }] = await page.evaluate(() => seen);
  assert.equal(tag, "tujie-chart");
  assert.equal(detail.path, "figures[0].value");
  assert.match(detail.message, /not a quantity/);
  assert.ok(said.all.some((line) => line.includes("figures[0].value")));
});

test("JSON that can't be read is an error that says where", async (t) => {
  const { page } = await open(t, { body: `<script async src="/dist/tujie.js">{"figures":[</script>` });
  await inState(page, "fallback");
  const [{ detail }] = await page.evaluate(() => seen);
  assert.equal(detail.reason, "data");
  assert.match(detail.message, /JSON/);
});

test("bare NaN costs its own figure, not the document", async (t) => {
  const { page } = await open(t, { body: `<script async src="/dist/tujie.js">{"figures":[{"label":"NaN 甲","value":1},{"label":"乙","value":NaN},{"label":"丙","value":-Infinity}]}</script>` });
  await page.waitForFunction(() => seen.length);
  assert.deepEqual(await page.evaluate(() => seen.map(({ type }) => type)), ["ready"]);
});

test("a file that is not there is a network error with its address", async (t) => {
  const { page } = await open(t, { body: `<script async src="/dist/tujie.js" data-src="none.csv"></script>` });
  await inState(page, "fallback");
  assert.deepEqual(await page.evaluate(() => seen.map(({ detail }) => [detail.reason, detail.path])), [["network", "none.csv"]]);
});

test("without a chart a gap is an empty cell, with no unit in it", async (t) => {
  const figures = { figures: [{ label: "甲", value: null, unit: "人" }, { label: "乙", value: 0, unit: "人" }, { label: "丙", value: "5人", unit: "人" }] };
  const { page } = await open(t, { body: `<script async src="/dist/tujie.js">${JSON.stringify(figures)}</script>`, init: () => delete window.WebAssembly });
  await inState(page, "fallback");
  assert.deepEqual((await shownTable(page)).slice(1), [["甲", ""], ["乙", "0人"], ["丙", "5人"]]);
});

test("an element with nothing to draw says so", async (t) => {
  const { page } = await open(t, { body: `<tujie-chart></tujie-chart>${SCRIPT}` });
  await inState(page, "fallback");
  assert.equal(await page.getAttribute("tujie-chart", "data-reason"), "data");
});

test("a chart recovers when its figures are mended", async (t) => {
  const { page } = await open(t, { body: `<script async src="/dist/tujie.js">{"figures":[{"label":"甲","value":"大量"}]}</script>` });
  await inState(page, "fallback");
  await page.evaluate(() => (document.querySelector("tujie-chart").figures = '{"figures":[{"label":"甲","value":3}]}'));
  await inState(page, "ready");
  assert.equal(await page.getAttribute("tujie-chart", "data-reason"), null);
  assert.equal(await shownTable(page), null);
});

test("a strict policy with Trusted Types draws without a complaint", async (t) => {
  const { page, said } = await open(t, {
    body: FIGURE + INLINE.replace("async", "") + `<tujie-chart src="f.json"></tujie-chart>`,
    answers: { "/f.json": { body: TEXT } },
    headers: {
      "content-security-policy":
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  });
  await inState(page, "ready", 3);
  assert.ok((await painted(page)) > 100);
  assert.deepEqual(said.errors, []);
});

test("while data are on their way, there is a quiet line", async (t) => {
  const { page } = await open(t, { body: `<script async src="/dist/tujie.js" data-src="f.csv"></script>`, answers: { "/f.csv": { body: "指标,数值\n甲,1\n", delay: 500 } } });
  await page.waitForSelector("tujie-chart[data-state]");
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.textContent), "…");
  await inState(page, "ready");
});

test("on paper, a chart that isn't ready shows its whole table", async (t) => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ label: `第${i}项`, value: i }));
  const { page } = await open(t, { body: `<div style="height:5000px"></div><script async src="/dist/tujie.js">${JSON.stringify({ figures: rows })}</script>` });
  await inState(page, "pending");
  const height = () => page.evaluate(() => document.querySelector("tujie-chart").offsetHeight);
  const screen = await height();
  await page.emulateMedia({ media: "print" });
  assert.ok((await height()) > 2 * screen);
  assert.ok((await height()) >= (await page.evaluate(() => document.querySelector("table").offsetHeight)));
});

/** Serves a core whose calls into the drawing code pass by `window.trap` first. */
const trapping = (bytes) => {
  const changed = String(bytes).replace(/\((\w+),\w+,(\w+)="",[^)]*\)=>\{.*?try\{/s, (all, question, text) => `${all}window.trap(${question},${text});`);
  assert.notEqual(changed, String(bytes));
  return changed;
};

for (const [traps, expected] of [[1, "ready"], [2, "fallback"]]) {
  test(`a chart that crashes ${traps === 1 ? "once" : "twice"} is ${expected}, and the others go on`, async (t) => {
    const eager = INLINE.replace("async", 'data-loading="eager"');
    const { page, server } = await open(t, {
      head: `<script>window.left = ${traps}; window.trap = (question, data) => {
        if (question === ${READ} && data.includes("甲") && left) { left--; throw new WebAssembly.RuntimeError("unreachable"); } };</script>`,
      body: `${eager}<tujie-chart id="bad" loading="eager"><table><tr><th>指标<th>数值<tr><td>甲<td>1</table></tujie-chart>${eager}`,
      answers: { "/tujie.js": { change: (bytes) => String(bytes).replace(/sha256-[^"]+/g, "") }, [CORE]: { change: trapping } },
    });
    await page.waitForFunction((expected) => !left && document.querySelector("#bad").dataset.state === expected, expected);
    await inState(page, "ready", expected === "ready" ? 3 : 2);
    assert.equal(await page.getAttribute("#bad", "data-reason"), expected === "ready" ? null : "crash");
    assert.equal(await page.locator("#bad>table:not([slot])").isVisible(), expected === "fallback");
    assert.equal(server.most(/\.wasm$/), 1, "the compiled modules are kept");
    for (const index of [0, 2]) {
      assert.ok((await painted(page, index)) > 100);
      await page.evaluate((index) => (document.querySelectorAll("tujie-chart")[index].figures = { figures: [{ label: "新", value: 1 }] }), index);
      await page.waitForFunction((index) => document.querySelectorAll("tujie-chart")[index].figures?.figures[0].label === "新", index);
    }
  });
}

/** Counts what is listening and observing, from before the loader runs. */
const counters = () => {
  window.active = { listeners: new Set(), observers: new Set() };
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, settings) {
    const signal = settings?.signal;
    if (signal || listener?.handleEvent) {
      const entry = { type, target: String(this) };
      active.listeners.add(entry);
      signal && addEventListener.call(signal, "abort", () => active.listeners.delete(entry));
    }
    return addEventListener.call(this, type, listener, settings);
  };
  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) {
    window[name] = class extends window[name] {
      observe(...given) {
        if (!/SCRIPT|FIGURE|#document/.test(given[0].nodeName)) active.observers.add(this);
        super.observe(...given);
      }
      disconnect() {
        active.observers.delete(this);
        super.disconnect();
      }
    };
  }
};

test("a removed chart leaves no listener or observer, and draws again when put back", async (t) => {
  const { page, server } = await open(t, { body: `<div id="a"><script src="/dist/tujie.js" data-loading="eager">${TEXT}</script></div>`, init: counters });
  await inState(page, "ready");
  assert.ok(await page.evaluate(() => active.listeners.size > 5 && active.observers.size > 2));
  await page.evaluate(async () => {
    window.chart = document.querySelector("tujie-chart");
    chart.remove();
    await new Promise((resolve) => setTimeout(resolve));
  });
  assert.deepEqual(await page.evaluate(() => [[...active.listeners].map((entry) => entry.type + entry.target), active.observers.size, chart.figures, chart.getAttribute("data-state")]), [[], 0, null, null]);
  await page.evaluate(() => document.body.append(chart));
  await inState(page, "ready");
  assert.ok((await painted(page)) > 100);
  assert.equal(server.most(/\.wasm$/), 1);
});

test("a chart that is removed while it loads stays quiet", async (t) => {
  const { page } = await open(t, { body: INLINE, answers: { ".wasm": { delay: 500 } } });
  await inState(page, "loading");
  await page.evaluate(() => (window.chart = document.querySelector("tujie-chart")).remove());
  await page.waitForTimeout(800);
  assert.deepEqual(await page.evaluate(() => [seen.length, chart.shadowRoot.querySelector("canvas")]), [0, null]);
});

test("a chart that is only moved is not drawn anew", async (t) => {
  const { page } = await open(t, { body: `${INLINE}<div id="b"></div>` });
  await inState(page, "ready");
  const same = await page.evaluate(async () => {
    const chart = document.querySelector("tujie-chart");
    const canvas = chart.shadowRoot.querySelector("canvas");
    document.querySelector("#b").append(chart);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return canvas === chart.shadowRoot.querySelector("canvas") && chart.dataset.state;
  });
  assert.equal(same, "ready");
});

test("when the chart beside a table is removed, the table is back", async (t) => {
  const { page } = await open(t, { body: FIGURE + SCRIPT });
  await inState(page, "ready");
  await page.evaluate(() => document.querySelector("tujie-chart").remove());
  assert.equal((await shownTable(page)).length, 5);
});
