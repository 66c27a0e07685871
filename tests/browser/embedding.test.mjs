import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { FIGURE, JSON_DATA, SCRIPT, inState, open, painted, shownTable, useBrowser } from "./browser.mjs";
import { DIST, serve } from "./server.mjs";

useBrowser();

const TEXT = JSON.stringify(JSON_DATA);
const CSV = "指标,数值,年份\n投入资金,40余万元,2011\n培训人员,2000余人,2011\n";
const MAIN = "/dist/" + readdirSync(DIST).find((name) => /^tujie-.*\.wasm$/.test(name));

test("a script tag with figures inside draws a chart where it stands", async (t) => {
  const { page } = await open(t, { body: `<p id="a">a</p><script async src="/dist/tujie.js" data-kind="bar">${TEXT}</script><p id="b">b</p>` });
  await inState(page, "ready");
  assert.ok((await painted(page)) > 100);
  assert.deepEqual(await page.evaluate(() => [...document.body.children].map((node) => node.localName)), ["p", "script", "tujie-chart", "p"]);
  assert.deepEqual(await page.evaluate(() => document.querySelector("tujie-chart").figures.figures.map((figure) => figure.label)), ["投入资金", "培训人员"]);
});

for (const [name, file, body] of [["JSON", "f.json", TEXT], ["CSV", "f.csv", CSV]]) {
  test(`a script tag draws ${name} that lies elsewhere, without credentials`, async (t) => {
    const { page } = await open(t, {
      body: `<script async src="/dist/tujie.js" data-src="f.${file.slice(2)}" data-title="标题"></script>`,
      answers: { [`/${file}`]: { body } },
    });
    await inState(page, "ready");
    assert.ok((await painted(page)) > 100);
    assert.equal(await page.getAttribute("tujie-chart", "heading"), "标题");
  });
}

test("CSV in UTF-16 and GB18030 is read", async (t) => {
  const gb = Buffer.from("d6b8b1ea2cfdbfd6b50ab2c5d1b52c320a".replace("fdbf", "cafd"), "hex");
  const { page } = await open(t, {
    body: `<script async src="/dist/tujie.js" data-src="a.csv"></script><script async src="/dist/tujie.js" data-src="b.csv"></script>`,
    answers: { "/a.csv": { body: Buffer.from("\ufeff" + CSV, "utf16le") }, "/b.csv": { body: gb } },
  });
  await inState(page, "ready", 2);
  const labels = await page.evaluate(() => [...document.querySelectorAll("tujie-chart")].map((chart) => chart.figures.figures[0].label));
  assert.deepEqual(labels.sort(), ["投入资金", "才训"].sort());
});

test("a figure's table becomes a chart beside it, and no node of the page is moved", async (t) => {
  const { page } = await open(t, { body: FIGURE + SCRIPT });
  await page.evaluate(() => (window.nodes = [...document.querySelectorAll("figcaption,table,tr,td")]));
  await inState(page, "ready");
  assert.ok((await painted(page)) > 100);
  const found = await page.evaluate(() => ({
    same: nodes.every((node, i) => node === document.querySelectorAll("figcaption,figure>table,figure>table tr,figure>table td")[i]),
    next: document.querySelector("figure>table").nextElementSibling.localName,
    hidden: document.querySelector("figure>table").hidden,
  }));
  assert.deepEqual(found, { same: true, next: "tujie-chart", hidden: true });
});

test("a table that the page's stylesheet displays is hidden nevertheless", async (t) => {
  const { page } = await open(t, { body: FIGURE + SCRIPT, head: "<style>table{display:block}</style>" });
  await inState(page, "ready");
  assert.equal(await page.evaluate(() => document.querySelector("figure>table").getBoundingClientRect().height), 0);
});

test("the element draws its own table, or a file before its table", async (t) => {
  const { page } = await open(t, {
    body: `<tujie-chart kind="bar"><table><tr><th>指标<th>数值<tr><td rowspan="2">甲<td>1<tr><td>2</table></tujie-chart>
      <tujie-chart src="f.json"><table><tr><th>指标<th>数值<tr><td>乙<td>1</table></tujie-chart>${SCRIPT}`,
    answers: { "/f.json": { body: TEXT } },
  });
  await inState(page, "ready", 2);
  const labels = await page.evaluate(() => [...document.querySelectorAll("tujie-chart")].map((chart) => chart.figures.figures.map((figure) => figure.label)));
  assert.deepEqual(labels, [["甲", "甲"], ["投入资金", "培训人员"]]);
});

test("an element is read only after the parser has passed it", async (t) => {
  const { page } = await open(t, {
    head: '<script src="/dist/tujie.js"></script>',
    body: `<tujie-chart loading="eager"><table><tr><th>指标<th>数值<tr><td>甲<td>1</table><script src="/slow.js"></script><table id="no"></table></tujie-chart>`,
    answers: { "/slow.js": { body: "0", delay: 400 } },
  });
  await inState(page, "ready");
  assert.deepEqual(await page.evaluate(() => seen.map(({ type }) => type)), ["ready"]);
});

test("the table option reads a table elsewhere and leaves it visible", async (t) => {
  const { page } = await open(t, { body: `<table id="x"><tr><th>指标<th>数值<tr><td>甲<td>1</table><script async src="/dist/tujie.js" data-table="#x"></script>` });
  await inState(page, "ready");
  assert.equal(await page.isVisible("#x"), true);
});

test("a table further down the page is read once the page is there", async (t) => {
  const body = `<script src="/dist/tujie.js" data-kind="bar" data-table="#x"></script><p>p</p><script src="/slow.js"></script><table id="x"><tr><th>指标</th><th>数值</th></tr><tr><td>甲</td><td>3户</td></tr></table>`;
  const { page, said } = await open(t, { body, answers: { "/slow.js": { body: "", headers: { "content-type": "text/javascript" }, delay: 700 } } });
  await inState(page, "ready");
  assert.deepEqual(said.errors, []);
});

test("a chart goes into its target, even one further down", async (t) => {
  const { page } = await open(t, { head: `<script src="/dist/tujie.js" data-target="#t">${TEXT}</script>`, body: '<div id="t"></div>' });
  await inState(page, "ready");
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").parentElement.id), "t");
});

for (const position of ["async in the head", "defer in the head", "plain in the head", "plain at the end of the body"]) {
  test(`the script works ${position}`, async (t) => {
    const tag = `<script ${position.split(" ")[0].replace("plain", "")} src="/dist/tujie.js"></script>`;
    const inHead = position.includes("head");
    const { page } = await open(t, { head: inHead ? tag : "", body: FIGURE + (inHead ? "" : tag) });
    await inState(page, "ready");
  });
}

test("scripts whose tag is hidden by an optimiser take the unclaimed tags in order", async (t) => {
  const { page } = await open(t, {
    body: `<script type="x" src="/dist/tujie.js">{"figures":[{"label":"甲","value":1}]}</script><script type="x" src="/dist/tujie.js" data-kind="bar">{"figures":[{"label":"乙","value":2}]}</script>
      <script>for (const i of [0, 1]) fetch("/dist/tujie.js").then(r => r.text()).then(code => setTimeout(() => (0, eval)(code)))</script>`,
  });
  await inState(page, "ready", 2);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("tujie-chart")].map((chart) => chart.figures.figures[0].label)), ["甲", "乙"]);
});

test("any number of tags makes each chart once and fetches the wasm once", async (t) => {
  const { page, server } = await open(t, { body: `${SCRIPT}${FIGURE}${SCRIPT}<script src="/dist/tujie.js">${TEXT}</script><script src="/dist/tujie.js">${TEXT}</script>${SCRIPT}` });
  await inState(page, "ready", 3);
  await page.evaluate(() => [Tujie.scan(), Tujie.scan(document.body)]);
  assert.equal(await page.locator("tujie-chart").count(), 3);
  assert.equal(server.most(/\.wasm$/), 1);
  assert.equal(server.count(/core-.*\.js$/), 1);
});

test("the first version goes on, and another one says so and hands over its figures", async (t) => {
  const { page, said } = await open(t, {
    body: `<script>window.Tujie = { version: "0.0.1", scan(script) { window.handed = script.id; return [] }, ready: Promise.resolve() }</script><script id="second" src="/dist/tujie.js">${TEXT}</script>`,
  });
  await page.waitForFunction(() => window.handed);
  assert.equal(await page.evaluate(() => handed + Tujie.version), "second0.0.1");
  assert.equal(said.all.filter((line) => line.includes("0.0.1")).length, 1);
});

test("the only global is Tujie", async (t) => {
  const { page } = await open(t, { body: "<p></p>" });
  const before = await page.evaluate(() => Object.keys(window));
  await page.addScriptTag({ url: "/dist/tujie.js" });
  const added = await page.evaluate((before) => Object.keys(window).filter((key) => !before.includes(key)), before);
  assert.deepEqual(added, ["Tujie"]);
  assert.deepEqual(await page.evaluate(() => Object.keys(Tujie).sort()), ["ready", "scan", "version"]);
  assert.equal(await page.evaluate(() => Tujie.ready.then(() => 1)), 1);
});

test("scan starts figures that came later, once", async (t) => {
  const { page } = await open(t, { body: SCRIPT });
  await page.waitForFunction(() => window.Tujie);
  const found = await page.evaluate((html) => {
    const part = document.createElement("div");
    part.innerHTML = html;
    document.body.append(part);
    return [Tujie.scan(part).length, Tujie.scan(part).length, Tujie.scan().length];
  }, FIGURE);
  assert.deepEqual(found, [1, 0, 0]);
  await inState(page, "ready");
});

test("dist alone works from another origin with CORS, in ten lines", async (t) => {
  const cors = { "access-control-allow-origin": "*" };
  const cdn = await serve(Object.fromEntries(readdirSync(DIST).map((name) => [`/dist/${name}`, { headers: cors }])));
  t.after(() => cdn.close());
  const { page, said } = await open(t, { body: `${FIGURE}\n<script async src="${cdn.origin}/dist/tujie.js" crossorigin="anonymous"></script>` });
  await inState(page, "ready");
  assert.ok((await painted(page)) > 100);
  assert.deepEqual(said.errors, []);
});

test("data-base says where the other files lie", async (t) => {
  const { page } = await open(t, {
    body: `<script async src="/elsewhere/tujie.js" data-base="/dist">${TEXT}</script>`,
    answers: { "/elsewhere/tujie.js": { body: (await import("node:fs")).readFileSync(DIST + "/tujie.js") } },
  });
  await inState(page, "ready");
});

test("the module defines the element and exports what the global has", async (t) => {
  const { page } = await open(t, {
    body: `${FIGURE}<script type="module">import { version, scan, ready } from "/dist/tujie.mjs"; window.got = [version, typeof scan, await ready];</script>`,
  });
  await inState(page, "ready");
  assert.deepEqual(await page.evaluate(() => [got[0] === Tujie.version, got[1]]), [true, "function"]);
});

test("the module can be imported where there is no page", async () => {
  const { version, scan, ready } = await import(DIST + "/tujie.mjs");
  assert.match(version, /^\d+\.\d+\.\d+/);
  assert.deepEqual(scan(), []);
  await ready;
});

test("an attribute, the table, the figure's options and the figures property redraw", async (t) => {
  const { page } = await open(t, { body: FIGURE + SCRIPT });
  await inState(page, "ready");
  const shot = () => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector("canvas").toDataURL());
  const labels = () => page.evaluate(() => document.querySelector("tujie-chart").figures.figures.map((figure) => figure.label));
  await page.evaluate(() => (document.querySelector("figure>table").rows[1].cells[0].textContent = "改动"));
  await page.waitForFunction(() => document.querySelector("tujie-chart").figures.figures[0].label === "改动");
  await page.evaluate(() => (document.querySelector("figure").dataset.kind = "cards"));
  await page.waitForFunction(() => document.querySelector("tujie-chart").kind === "cards");
  const before = await shot();
  await page.evaluate(() => (document.querySelector("tujie-chart").figures = { figures: [{ label: "丙", value: 3 }] }));
  await page.waitForFunction(() => document.querySelector("tujie-chart").figures.figures[0].label === "丙");
  assert.deepEqual(await labels(), ["丙"]);
  // The picture follows once what draws it is there.
  for (let tries = 0; tries < 100 && (await shot()) === before; tries++) await page.waitForTimeout(20);
  assert.ok((await shot()) !== before);
  assert.equal(await page.evaluate(() => seen.filter(({ type }) => type === "ready").length), 1);
});

test("another table in a figure's place is drawn, and what the page adds to the figure changes nothing", async (t) => {
  const { page, said } = await open(t, { body: FIGURE + SCRIPT });
  await inState(page, "ready");
  const labels = () => page.evaluate(() => document.querySelector("tujie-chart").figures?.figures.map(({ label }) => label));
  const put = (act) =>
    page.evaluate(async (act) => {
      const table = document.createElement("table");
      for (const cells of [["指标", "数值"], ["修建道路", "12公里"], ["植树", "300余株"]]) {
        const row = table.insertRow();
        for (const text of cells) row.insertCell().textContent = text;
      }
      const old = document.querySelector("figure > table");
      if (act === "replace") old.replaceWith(table);
      else {
        old.remove();
        await new Promise((done) => setTimeout(done, 100));
        document.querySelector("figure").append(table);
      }
    }, act);
  await page.evaluate(() => document.querySelector("figure").append("Photo: none"));
  // Without its table, the chart is still the chart of it.
  await page.evaluate(async () => {
    const table = document.querySelector("figure > table");
    table.remove();
    await new Promise((done) => setTimeout(done, 100));
    document.querySelector("figure").prepend(table);
  });
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").dataset.state), "ready");
  assert.equal((await labels()).length, 4);
  for (const act of ["replace", "remove, then append"]) {
    if (act !== "replace") await page.evaluate(() => (document.querySelector("figure > table").rows[1].cells[0].textContent = "道路"));
    await put(act);
    await page.waitForFunction(() => document.querySelector("tujie-chart").figures?.figures[0].label === "修建道路");
    assert.deepEqual(await labels(), ["修建道路", "植树"], act);
    assert.equal(await page.locator("figure > table").isVisible(), false, act);
  }
  assert.deepEqual(said.errors, []);
});

test("a table is replaced within what the page puts around it", async (t) => {
  const { page } = await open(t, { body: FIGURE.replace("<table>", "<div><table>").replace("</table>", "</table></div>") + SCRIPT });
  await inState(page, "ready");
  await page.evaluate(() => {
    const table = document.querySelector("div > table");
    const other = table.cloneNode(true);
    other.rows[1].cells[0].textContent = "修建道路";
    table.replaceWith(other);
  });
  await page.waitForFunction(() => document.querySelector("tujie-chart").figures.figures[0].label === "修建道路");
  assert.equal(await page.locator("div > table").isVisible(), false);
});

test("properties set before the element is defined are kept", async (t) => {
  const { page } = await open(t, {
    body: `<tujie-chart></tujie-chart><script>Object.assign(document.querySelector("tujie-chart"), { figures: ${TEXT}, kind: "bar" })</script>${SCRIPT}`,
  });
  await inState(page, "ready");
  assert.equal(await page.getAttribute("tujie-chart", "kind"), "bar");
});

test("figures may be set right after the element is appended", async (t) => {
  const { page } = await open(t, { body: SCRIPT });
  await page.waitForFunction(() => window.Tujie);
  await page.evaluate((data) => {
    const chart = document.createElement("tujie-chart");
    document.body.append(chart);
    chart.figures = data;
  }, JSON_DATA);
  await inState(page, "ready");
  assert.deepEqual(await page.evaluate(() => seen.map(({ type }) => type)), ["ready"]);
});

test("a chart far below waits with its wasm, and eager ones don't", async (t) => {
  const far = (extra) => `<div style="height:5000px"></div><script async src="/dist/tujie.js" ${extra}>${TEXT}</script>`;
  const { page, server } = await open(t, { body: far("") });
  await inState(page, "pending");
  await page.waitForTimeout(300);
  assert.equal(server.count(/\.wasm$/), 0);
  await page.evaluate(() => scrollTo(0, 4500));
  await inState(page, "ready");
  const eager = await open(t, { body: far('data-loading="eager"') });
  await inState(eager.page, "ready");
});

test("before it is near, a chart shows its figures as a table", async (t) => {
  const { page } = await open(t, { body: `<div style="height:5000px"></div><script async src="/dist/tujie.js">{"title":"标题","figures":[{"label":"甲","value":2000,"bound":"at-least","unit":"人"}]}</script>` });
  await inState(page, "pending");
  assert.deepEqual(await shownTable(page), [["指标", "数值"], ["甲", "≥ 2000人"]]);
});

test("a chart fetches just the parts of the drawing code that it needs, each once for the page", async (t) => {
  const parts = (server) => ["table", "line"].map((name) => server.count(new RegExp(`part-${name}-`)));
  const json = await open(t, { body: `<script src="/dist/tujie.js">${TEXT}</script>` });
  await inState(json.page, "ready");
  assert.deepEqual(parts(json.server), [0, 0]);
  await json.page.evaluate(() => (document.querySelector("tujie-chart").kind = "line"));
  await json.page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /part-line-/.test(name)));
  assert.ok((await painted(json.page)) > 100);

  const tables = await open(t, { body: FIGURE + FIGURE.replaceAll('id="', 'id="b') + SCRIPT });
  await inState(tables.page, "ready", 2);
  assert.deepEqual(parts(tables.server), [1, 0]);
});

test("what a chart will be read and drawn with is fetched along with the drawing code, and nothing else", async (t) => {
  const main = { delay: 1500 };
  const cases = [
    [`<script src="/dist/tujie.js" data-kind="line">${TEXT}</script>`, ["line"]],
    [`<script src="/dist/tujie.js">${TEXT}</script>`, ["auto"]],
    [FIGURE + SCRIPT, ["table"]],
    [FIGURE.replace(/ data-kind="\w+"/, "") + SCRIPT, ["auto", "table"]],
    ['<tujie-chart kind="bar" src="f.csv"></tujie-chart><script src="/dist/tujie.js"></script>', ["table"]],
    ['<tujie-chart kind="bar" src="f.json"><table><tr><td>甲<td>1</table></tujie-chart><script src="/dist/tujie.js"></script>', []],
  ];
  for (const [body, expected] of cases) {
    const answers = { [MAIN]: main, "/f.csv": { body: "label,value\n甲,1\n" }, "/f.json": { body: TEXT } };
    const { page, said } = await open(t, { body, answers });
    await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /core-/.test(name)));
    await page.waitForTimeout(700);
    // What has come while the drawing code is still on its way.
    const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => /part-([a-z]+)-/.exec(name)?.[1]).filter(Boolean));
    assert.deepEqual(names.sort(), expected, body);
    await inState(page, "ready");
    assert.deepEqual(said.errors, []);
  }
});

for (const kind of ["bar", "column", "donut", "cards", "auto"]) {
  test(`where a table of two rows stands in sight, the whole chart is there: ${kind}`, async (t) => {
    const body = `<figure data-tujie data-kind="${kind}"><figcaption>题</figcaption><table><tr><th>指标<th>数值<tr><td>男<td>400人<tr><td>女<td>300人</table></figure><p>后文</p>`;
    for (const width of [360, 800]) {
      const { page } = await open(t, { body: body + SCRIPT, context: { viewport: { width, height: 800 } } });
      await inState(page, "ready");
      const [hidden, below] = await page.evaluate(() => {
        const frame = document.querySelector("tujie-chart").shadowRoot.querySelector(".frame");
        const plot = frame.querySelector(".plot");
        const foot = frame.querySelector(".foot");
        return [plot.scrollHeight - plot.clientHeight, frame.getBoundingClientRect().bottom - foot.getBoundingClientRect().bottom];
      });
      assert.ok(hidden < 2 && below > -1, `${width} px: ${hidden} px scrolled to, the foot ends ${below} px above the frame`);
    }
  });
}

test("what the page gets as figures is what it gave, and draws the same", async (t) => {
  const given = {
    title: "题", subtitle: "副题", description: "述", lang: "zh", source: { name: "报", url: "https://example.org/", date: "2012-01-13" }, notes: ["注"],
    figures: [{ label: "甲", value: 3, high: 3, bound: "exact", unit: "人", id: "a", year: 2011, group: "组", per: "村", note: "备", quote: "文", emphasis: true, icon: "person", label_en: "A", foo: "bar" }],
  };
  const { page } = await open(t, { body: `<tujie-chart loading="eager"></tujie-chart>${SCRIPT}` });
  await page.waitForFunction(() => window.Tujie);
  const read = await page.evaluate(async (given) => {
    const chart = document.querySelector("tujie-chart");
    const ready = () => new Promise((resolve) => setTimeout(function wait() { chart.figures ? resolve(chart.figures) : setTimeout(wait, 20); }));
    chart.figures = given;
    const first = await ready();
    chart.figures = { ...first, title: "又题" };
    while (chart.figures?.title !== "又题") await new Promise((resolve) => setTimeout(resolve, 20));
    return [first, chart.figures];
  }, given);
  const { figures: [{ written, ...figure }], ...document } = read[0];
  assert.deepEqual({ ...document, figures: [figure] }, given);
  assert.equal(written, "");
  assert.deepEqual(read[1], { ...read[0], title: "又题" });
});

test("very many figures in JSON are listed and drawn", async (t) => {
  const { page } = await open(t, { body: `<tujie-chart kind="bar" loading="eager"></tujie-chart>${SCRIPT}` });
  await page.waitForFunction(() => window.Tujie);
  await page.evaluate(() => {
    const figures = Array.from({ length: 100_000 }, (_, index) => ({ label: "第" + index, value: index, unit: "人" }));
    document.querySelector("tujie-chart").figures = { figures };
  });
  await inState(page, "ready");
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").figures.figures.length), 100_000);
});

test("numbers are grouped as the reader's language groups them", async (t) => {
  const chart = (lang) => `<div lang="${lang}"><tujie-chart loading="eager"><script type="application/json">{"figures":[{"label":"a","value":1234.5,"unit":"km"},{"label":"b","value":1234567,"unit":"km"}]}</script></tujie-chart></div>`;
  const { page } = await open(t, { body: ["en", "es", "de", "hi"].map(chart).join("") + SCRIPT });
  await inState(page, "ready", 4);
  const said = await page.evaluate(() => [...document.querySelectorAll("tujie-chart")].map((chart) => chart.querySelector("table[slot]").textContent.match(/1[.,\s\d]*\d(?= km)/g).join(" ")));
  assert.deepEqual(said, ["1,234.5 1,234,567", "1234,5 1.234.567", "1.234,5 1.234.567", "1,234.5 12,34,567"]);
});

test("a target that is no selector costs its chart its place, and no other chart anything", async (t) => {
  const script = '<script async src="/dist/tujie.js" data-kind="bar" data-target="#1x">{"figures":[{"label":"甲","value":3}]}</script>';
  const { page, said } = await open(t, { body: script + FIGURE });
  await inState(page, "ready", 2);
  assert.equal(await page.evaluate(async () => (await Tujie.ready).length), 2);
  assert.deepEqual(said.errors, []);
});
