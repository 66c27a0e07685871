/** What a reader chooses: units, groups, periods, order, series. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const figures = [];
for (const year of [2009, 2010, 2011]) {
  for (const [index, label] of ["宣传", "建设", "保障"].entries()) figures.push({ label, value: `${(index + 1) * 30 + year - 2009}余万元`, year, group: "投入" });
  figures.push({ label: "培训", value: 1500 + year, unit: "人", year, group: "人员" });
}
const DATA = { title: "三年", figures };
const body = (more = 'data-kind="grouped"', data = DATA) => `<script src="/dist/tujie.js" ${more}>${JSON.stringify(data)}</script>`;

const chart = (page) => page.locator("tujie-chart");
const button = (page, name) => chart(page).getByRole("button", { name: new RegExp(`^${name}( |$)`) });
const state = (page) =>
  page.evaluate(() => {
    const host = document.querySelector("tujie-chart");
    return {
      rows: [...host.querySelectorAll("table[slot] tbody tr")].map((row) => row.cells[0].textContent + row.dataset.id?.replace(/.*@/, "@")),
      status: host.shadowRoot.querySelector(".status").textContent,
      ...Object.fromEntries(["unit", "group", "year", "sort", "hide"].map((name) => [name, host.getAttribute(name)])),
      pressed: [...host.shadowRoot.querySelectorAll("[aria-pressed=true]")].map((node) => node.textContent || node.getAttribute("aria-label")),
    };
  });
const until = (page, test, value) => page.waitForFunction(test, value, { timeout: 5000 });
const rowsAre = (page, count) => until(page, (count) => document.querySelectorAll("tujie-chart table[slot] tbody tr").length === count, count);
const changes = (page) => page.evaluate(() => seen.filter(({ type }) => type === "change").map(({ detail }) => detail));

test("units, groups and periods are chosen by buttons, told to the page, and said once", async (t) => {
  const { page, said } = await open(t, { body: body() });
  await inState(page, "ready");
  await button(page, "选项").click();
  await button(page, "人").click();
  await rowsAre(page, 3);
  let now = await state(page);
  assert.deepEqual([now.unit, now.status], ["人", "显示3项，共12项。"]);
  assert.ok(now.pressed.includes("人") && now.pressed.filter((text) => text === "全部").length === 2, now.pressed.join());
  // What would leave nothing gives way: no figure of that group is counted in persons.
  await button(page, "投入").click();
  await rowsAre(page, 9);
  now = await state(page);
  assert.deepEqual([now.unit, now.group], [null, "投入"]);
  await chart(page).locator("input[type=range]").fill("1");
  await rowsAre(page, 3);
  now = await state(page);
  assert.deepEqual([now.year, now.rows], ["2010", ["宣传@2010", "建设@2010", "保障@2010"]]);
  assert.equal(await chart(page).locator("input[type=range]").getAttribute("aria-valuetext"), "2010年");
  assert.deepEqual(await changes(page), [
    { sort: "", group: "", unit: "人", year: "", hide: "" },
    { sort: "", group: "投入", unit: "", year: "", hide: "" },
    { sort: "", group: "投入", unit: "", year: "2010", hide: "" },
  ]);
  await page.evaluate(() => document.querySelector("tujie-chart").removeAttribute("year"));
  await rowsAre(page, 9);
  assert.ok((await state(page)).pressed.includes("投入"));
  assert.deepEqual(said.errors, []);
});

test("the reader chooses within what the page has chosen", async (t) => {
  const { page } = await open(t, { body: body('data-kind="grouped" data-group="投入"') });
  await inState(page, "ready");
  await button(page, "选项").click();
  await chart(page).getByRole("group", { name: "时间" }).waitFor();
  assert.equal(await chart(page).getByRole("group", { name: "单位" }).count(), 0);
  assert.equal(await chart(page).getByRole("group", { name: "分组" }).count(), 0);
  await chart(page).locator("input[type=range]").fill("2");
  await rowsAre(page, 3);
  await chart(page).getByRole("group", { name: "时间" }).getByRole("button", { name: "全部" }).click();
  await rowsAre(page, 9);
  assert.equal((await state(page)).group, "投入");
});

test("periods are played one after the other, until the last or until they are stopped", async (t) => {
  const { page } = await open(t, { body: body('data-kind="bar"') });
  await inState(page, "ready");
  await button(page, "选项").click();
  await button(page, "播放").click();
  await until(page, () => document.querySelector("tujie-chart").getAttribute("year") === "2009");
  await button(page, "暂停").waitFor();
  await until(page, () => document.querySelector("tujie-chart").getAttribute("year") === "2011");
  await button(page, "播放").waitFor();
  await button(page, "播放").click();
  await until(page, () => document.querySelector("tujie-chart").getAttribute("year") === "2009");
  await button(page, "暂停").click();
  const [before] = [(await state(page)).year, await page.waitForTimeout(2000)];
  assert.equal((await state(page)).year, before);
});

test("the order is chosen by buttons and by the headings of the table", async (t) => {
  const { page } = await open(t, { body: body('data-kind="bar" data-year="2011" data-unit="元"') });
  await inState(page, "ready");
  const first = async (label) => until(page, (label) => document.querySelector("tujie-chart table[slot] tbody th").textContent === label, label);
  const sorted = () => page.evaluate(() => [...document.querySelectorAll("tujie-chart thead th")].slice(0, 2).map((cell) => cell.getAttribute("aria-sort")));
  await first("宣传");
  await button(page, "选项").click();
  await button(page, "从大到小").click();
  await first("保障");
  assert.deepEqual([(await state(page)).status, await sorted()], ["从大到小", [null, "descending"]]);
  await button(page, "数据表").click();
  await page.getByRole("button", { name: "数值" }).click();
  await first("宣传");
  assert.deepEqual(await sorted(), [null, "ascending"]);
  await page.getByRole("button", { name: "指标" }).click();
  await until(page, () => document.querySelector("tujie-chart").getAttribute("sort") === "label");
  assert.deepEqual(await sorted(), ["ascending", null]);
  await page.getByRole("button", { name: "指标" }).click();
  await first("宣传");
  assert.deepEqual([(await state(page)).sort, await sorted()], [null, [null, null]]);
});

test("labels are sorted as their language does", async (t) => {
  const labels = { zh: ["上海", "Beta", "北京第10区", "alpha", "北京第9区", "安徽", "广东"], de: ["Zug", "Äpfel", "Öl", "Apfel", "Ohr"] };
  const chart = ([lang, labels]) => {
    const figures = labels.map((label, index) => ({ label, value: index + 1, unit: "km" }));
    return `<tujie-chart lang="${lang}" kind="bar" sort="label" loading="eager"><script type="application/json">${JSON.stringify({ figures })}</script></tujie-chart>`;
  };
  const { page } = await open(t, { body: Object.entries(labels).map(chart).join("") + '<script src="/dist/tujie.js"></script>' });
  await inState(page, "ready", 2);
  const sorted = await page.evaluate(() => [...document.querySelectorAll("tujie-chart")].map((chart) => chart.figures.figures.map(({ label }) => label)));
  const [chinese, german] = sorted;
  assert.deepEqual(chinese.filter((label) => /[^a-z]/i.test(label)), ["安徽", "北京第9区", "北京第10区", "广东", "上海"]);
  assert.deepEqual(chinese.filter((label) => /[a-z]/i.test(label)), ["alpha", "Beta"]);
  assert.deepEqual(german, ["Apfel", "Äpfel", "Ohr", "Öl", "Zug"]);
});

/** Which colours the chart is painted in: of the first three series. */
const series = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("tujie-chart").shadowRoot;
    const canvas = root.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const style = root.querySelector(".frame").style;
    return [1, 2, 3].map((number) => {
      const code = style.getPropertyValue("--_series-" + number);
      const rgb = [1, 3, 5].map((at) => parseInt(code.slice(at, at + 2), 16));
      let count = 0;
      for (let at = 0; at < data.length; at += 4) count += rgb.every((channel, index) => data[at + index] === channel);
      return count > 400;
    });
  });

test("a legend's names hide and show their series, alone too, and the others keep their colours", async (t) => {
  const { page, said } = await open(t, { body: body('data-kind="stacked" data-unit="元"') });
  await inState(page, "ready");
  assert.deepEqual(await series(page), [true, true, true]);
  await button(page, "建设").click();
  await until(page, () => document.querySelector("tujie-chart").shadowRoot.querySelector("[data-series=建设]")?.getAttribute("aria-pressed") === "false");
  assert.deepEqual(await series(page), [true, false, true]);
  // What is hidden is still in the table; it has not been left out for want of room.
  assert.equal((await state(page)).rows.length, 9);
  assert.equal(await chart(page).locator(".rest").textContent(), "");
  // The focus stays where it was, and a key brings the series back.
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.activeElement?.dataset.series), "建设");
  await page.keyboard.press("Enter");
  await until(page, () => !document.querySelector("tujie-chart").hasAttribute("hide"));
  await page.keyboard.press("Shift+Enter");
  await until(page, () => document.querySelector("tujie-chart").getAttribute("hide") === "宣传,保障");
  await page.waitForTimeout(200);
  assert.deepEqual(await series(page), [false, true, false]);
  // Hiding the last one would leave nothing: all are back.
  await page.keyboard.press("Enter");
  await until(page, () => !document.querySelector("tujie-chart").hasAttribute("hide"));
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("hide", "宣传,建设,保障"));
  await page.waitForTimeout(200);
  assert.deepEqual(await series(page), [true, true, true]);
  await button(page, "保障").dblclick();
  await until(page, () => document.querySelector("tujie-chart").getAttribute("hide") === "宣传,建设");
  await page.waitForTimeout(600);
  await button(page, "保障").dblclick();
  await until(page, () => !document.querySelector("tujie-chart").hasAttribute("hide"));
  assert.deepEqual(said.errors, []);
});

test("what a legend hides is not described, and how many are shown is said", async (t) => {
  const { page } = await open(t, { body: body('data-kind="stacked" data-unit="元"') });
  await inState(page, "ready");
  const told = () => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector("#about").textContent);
  await until(page, () => document.querySelector("tujie-chart").shadowRoot.querySelector("#about").textContent);
  assert.match(await told(), /共9项数据/);
  const until_ = (text) => until(page, (text) => document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent === text, text);
  await button(page, "保障").click();
  await until_("显示6项，共12项。");
  assert.match(await told(), /共6项数据/);
  assert.doesNotMatch(await told(), /保障/);
  await page.keyboard.press("Shift+Enter");
  await until_("显示3项，共12项。");
  assert.match(await told(), /共3项数据/);
  assert.match(await told(), /保障/);
  assert.doesNotMatch(await told(), /宣传|建设/);
  // The picture that is saved says the same.
  assert.match(await page.evaluate(() => document.querySelector("tujie-chart").toSVG()), /<desc>[^<]*共3项数据/);
  await page.keyboard.press("Shift+Enter");
  await until_("显示9项，共12项。");
  assert.match(await told(), /共9项数据/);
});

test("legends of several panels are pressed apart", async (t) => {
  const more = [2009, 2010, 2011].flatMap((year) => [["培训", 3], ["招录", 5]].map(([label, value]) => ({ label, value, unit: "人", year })));
  const { page } = await open(t, { body: body('data-kind="stacked" data-height="700"', { figures: [...figures.filter(({ unit }) => !unit), ...more] }) });
  await inState(page, "ready");
  const hidden = (list) => until(page, (list) => (document.querySelector("tujie-chart").getAttribute("hide") ?? "") === list, list);
  await button(page, "宣传").focus();
  await page.keyboard.press("Shift+Enter");
  await hidden("建设,保障");
  await button(page, "招录").click();
  await hidden("建设,保障,招录");
  // The last one of its legend: all of that legend are back, and nothing of the other.
  await button(page, "培训").click();
  await hidden("建设,保障");
  await button(page, "宣传").focus();
  await page.keyboard.press("Shift+Enter");
  await hidden("");
});

test("what the reader chose goes with the figures, and what the page asks for stays the page's", async (t) => {
  const { page } = await open(t, { body: body('data-kind="bar" data-unit="元"') });
  await inState(page, "ready");
  await button(page, "选项").click();
  await chart(page).locator("input[type=range]").fill("0");
  await rowsAre(page, 3);
  // The start of the slider is all of them.
  await chart(page).locator("input[type=range]").fill("-1");
  await rowsAre(page, 9);
  await chart(page).locator("input[type=range]").fill("0");
  await rowsAre(page, 3);
  // Made again in another place, it still knows the way back.
  await page.evaluate(async () => {
    const host = document.querySelector("tujie-chart");
    host.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    document.body.append(host);
  });
  await inState(page, "ready");
  await button(page, "选项").click();
  await chart(page).getByRole("group", { name: "时间" }).getByRole("button", { name: "全部" }).click();
  await rowsAre(page, 9);
  await chart(page).locator("input[type=range]").fill("0");
  await rowsAre(page, 3);
  // Figures of other years: the year of the old ones would leave nothing.
  await page.evaluate(() => (document.querySelector("tujie-chart").figures = { figures: [2020, 2021].map((year) => ({ label: "甲", value: 5, unit: "元", year })) }));
  await rowsAre(page, 2);
  assert.deepEqual([await page.evaluate(() => document.querySelector("tujie-chart").dataset.state), (await state(page)).year, (await state(page)).unit], ["ready", null, "元"]);
  // The page may ask for several, and the reader chooses among them.
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("year", "2020,2021"));
  await button(page, "选项").click();
  await chart(page).locator("input[type=range]").fill("1");
  await rowsAre(page, 1);
  await chart(page).getByRole("group", { name: "时间" }).getByRole("button", { name: "全部" }).click();
  await rowsAre(page, 2);
  assert.equal((await state(page)).year, "2020,2021");
});

test("a class on the script takes nothing back, an option does", async (t) => {
  const { page } = await open(t, { body: body('data-kind="bar" data-unit="元"') });
  await inState(page, "ready");
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("sort", "desc"));
  await page.evaluate(() => document.querySelector("script").classList.add("seen"));
  await page.waitForTimeout(100);
  assert.equal((await state(page)).sort, "desc");
  await page.evaluate(() => document.querySelector("script").setAttribute("data-sort", "asc"));
  await until(page, () => document.querySelector("tujie-chart").getAttribute("sort") === "asc");
});

test("the panel's focus comes back to where it was, and nothing plays on without it", async (t) => {
  const { page, said } = await open(t, { body: body('data-kind="bar"') });
  await inState(page, "ready");
  const focused = () => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.activeElement?.dataset.do);
  await button(page, "选项").click();
  await button(page, "键盘操作").click();
  await page.keyboard.press("Escape");
  assert.equal(await focused(), "options");
  await button(page, "选项").click();
  await button(page, "播放").click();
  await page.keyboard.press("Escape");
  const year = (await state(page)).year;
  await page.waitForTimeout(1800);
  assert.deepEqual([(await state(page)).year, await focused()], [year, "options"]);
  await button(page, "数据表").click();
  await page.getByRole("button", { name: "数值" }).focus();
  await page.keyboard.press("Enter");
  await until(page, () => document.querySelector("tujie-chart").getAttribute("sort") === "desc");
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.sort), "value");
  // What is chosen already says nothing, later either.
  await button(page, "选项").click();
  await button(page, "从大到小").click();
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("year", "2010"));
  await page.waitForTimeout(300);
  assert.equal((await changes(page)).filter(({ sort }) => sort === "desc").length, 1);
  assert.deepEqual(said.errors, []);
});

test("data, link and embed code are copied, and the code shows the same chart", async (t) => {
  const { page, server, said } = await open(t, {
    body: `<section id="story">${body('data-kind="bar" data-year="2011" data-sort="desc"')}</section>`,
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  await inState(page, "ready");
  await button(page, "下载与分享").click();
  const copied = async (name) => {
    await button(page, name).click();
    await until(page, () => document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent === "已复制。");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const data = await copied("复制数据");
  assert.match(data, /^label\tvalue\t/);
  assert.match(data, /宣传\t320000\t元\t2011\t投入\tat-least/);
  assert.equal(await copied("复制链接"), server.origin + "/page#story");
  const code = await copied("复制嵌入代码");
  assert.match(code, /^<script async src="http[^"]+\/dist\/tujie\.js" data-kind="bar" data-sort="desc" data-year="2011" data-lang="zh-CN">/);
  server.answers["/again"] = { body: `<!doctype html><meta charset="utf-8"><body>${code}` };
  const before = await state(page);
  await page.goto(server.origin + "/again");
  await inState(page, "ready");
  assert.deepEqual((await state(page)).rows, before.rows);
  assert.deepEqual(said.errors, []);
});

test("embed code says what only the page said: the title above a chart, and its language", async (t) => {
  const json = JSON.stringify({ figures: [{ label: "Trained", value: 5, unit: "people" }, { label: "Hired", value: 3, unit: "people" }] });
  const { page } = await open(t, {
    body: `<figure data-tujie data-lang="en" data-kind="bar"><figcaption>A year</figcaption><script type="application/json">${json}</script></figure><script src="/dist/tujie.js"></script>`,
    init: () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
  });
  await inState(page, "ready");
  await button(page, "Save or share").click();
  await button(page, "Copy embed code").click();
  const area = chart(page).locator("textarea");
  await area.waitFor();
  assert.match(await area.inputValue(), /^<script [^>]* data-lang="en" data-title="A year">/);
});

test("a table's embed code keeps its cells, and a text that can't be copied is there to be taken by hand", async (t) => {
  const table = "<table><tr><th>指标</th><th>数值</th></tr><tr><td>投入&lt;b&gt;</td><td>40余万元</td></tr><tr><td>培训</td><td>2000余人</td></tr></table>";
  const { page, server } = await open(t, {
    body: `<figure data-tujie data-kind="bar"><figcaption>一年</figcaption>${table}</figure><script src="/dist/tujie.js"></script>`,
    init: () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
  });
  await inState(page, "ready");
  await button(page, "下载与分享").click();
  await button(page, "复制嵌入代码").click();
  const area = chart(page).locator("textarea");
  await area.waitFor();
  const code = await area.inputValue();
  assert.match(code, /<figcaption>一年<\/figcaption>/);
  assert.ok(code.includes("<td>投入&lt;b&gt;</td><td>40余万元</td>"), code);
  server.answers["/again"] = { body: `<!doctype html><html lang="zh"><meta charset="utf-8"><body>${code}` };
  await page.goto(server.origin + "/again");
  await inState(page, "ready");
  assert.deepEqual((await state(page)).rows.map((row) => row.split("@")[0]), ["投入<b>投入<b>", "培训培训"]);
});

test("tools that can't be fetched leave a sentence and the chart, and come when they can", async (t) => {
  const { page, server } = await open(t, { body: body(), answers: {} });
  await inState(page, "ready");
  server.answers[".js"] = { status: 503 };
  await button(page, "选项").click();
  await until(page, () => /稍后/.test(document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent));
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").dataset.state), "ready");
  delete server.answers[".js"];
  await button(page, "选项").click();
  await chart(page).getByRole("group", { name: "排序" }).waitFor();
  assert.equal((await state(page)).status, "");
});

test("a part of the tools that can't be fetched is asked for again", async (t) => {
  const { page, server } = await open(t, { body: body() });
  await inState(page, "ready");
  server.answers[".wasm"] = { status: 503 };
  await button(page, "选项").click();
  await until(page, () => /稍后/.test(document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent));
  delete server.answers[".wasm"];
  await button(page, "选项").click();
  await chart(page).getByRole("group", { name: "排序" }).waitFor();
});

test("where the page names a unit in another spelling, the reader still chooses within it", async (t) => {
  const { page } = await open(t, { body: body('data-kind="bar" data-unit="万元"') });
  await inState(page, "ready");
  await button(page, "选项").click();
  await chart(page).locator("input[type=range]").waitFor();
  await chart(page).locator("input[type=range]").fill("1");
  await rowsAre(page, 3);
});
