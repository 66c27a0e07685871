/** What a page does to the box and the colours of a chart, and to its element, without knowing of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const DATA = { figures: ["甲", "乙", "丙"].map((label, index) => ({ label, value: 30 - index * 10, unit: "户" })) };
const SCRIPT = '<script src="/dist/tujie.js"></script>';
const chart = (options = "", data = DATA) =>
  `<tujie-chart kind="bar" loading="eager" ${options}><script type="application/json">${JSON.stringify(data)}</script></tujie-chart>`;
const TABLE = "<table><tr><td>指标<td>数值<tr><td>投入资金<td>40余万元<tr><td>培训人员<td>2000余人<tr><td>印发资料<td>1万余张</table>";

const ground = (page) => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_ground"));

test("the colour scheme in the head of a page is the chart's too", async (t) => {
  for (const [content, colorScheme, dark] of [["dark", "light", true], ["light dark", "dark", true], ["light dark", "light", false], ["light", "dark", false]]) {
    const { page } = await open(t, { head: `<meta name="color-scheme" content="${content}">`, body: chart() + SCRIPT, context: { colorScheme } });
    await inState(page, "ready");
    assert.equal((await ground(page)) !== "#ffffff", dark, `${content} for readers who prefer ${colorScheme}`);
  }
});

test("the mark under the pointer is lit where the page shows the chart larger or smaller", async (t) => {
  for (const style of ["zoom:1.5", "zoom:.7", "transform:scale(1.4);transform-origin:0 0", "transform:scale(.6);transform-origin:0 0"]) {
    const { page } = await open(t, { body: `<div style="${style};width:500px">${chart()}</div>${SCRIPT}` });
    await inState(page, "ready");
    for (const label of ["甲", "乙", "丙"]) {
      const [x, y] = await page.evaluate((label) => {
        const host = document.querySelector("tujie-chart");
        host.focusMark(label);
        const box = host.shadowRoot.querySelector(".stop").getBoundingClientRect();
        host.shadowRoot.activeElement.blur();
        return [box.x + box.width / 2, box.y + box.height / 2];
      }, label);
      await page.mouse.move(x, y);
      const told = await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".tip").firstChild.textContent);
      assert.ok(told.startsWith(label), `${style}: ${told} at ${label}`);
    }
  }
});

test("in a box that shrinks to its content a chart has the width of a column, and nothing of it is cut", async (t) => {
  for (const [open_, close] of [
    ['<figure style="display:table" data-tujie data-kind="bar">', "</figure>"],
    ['<div style="display:flex"><figure data-tujie data-kind="bar">', "</figure></div>"],
    ['<div style="float:left"><figure data-tujie data-kind="bar">', "</figure></div>"],
  ]) {
    for (const width of [800, 340]) {
      const { page } = await open(t, { body: open_ + TABLE + close + SCRIPT, context: { viewport: { width, height: 900 } } });
      await inState(page, "ready");
      const [plot, canvas, room] = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("tujie-chart");
        const widths = [".plot", "canvas"].map((part) => shadowRoot.querySelector(part).getBoundingClientRect().width);
        return [...widths, document.documentElement.scrollWidth];
      });
      assert.ok(plot >= Math.min(600, width - 120), `${open_} at ${width} px: ${plot}`);
      assert.ok(Math.abs(canvas - plot) <= 1 && room <= width, `${canvas} in ${plot}, ${room}`);
    }
  }
});

test("a fallback of one line does not leave the chart one line", async (t) => {
  const body = `<tujie-chart kind="bar" src="/f.json"><table><tr><td>见正文</table></tujie-chart>${SCRIPT}`;
  const { page } = await open(t, { body, answers: { "/f.json": { body: JSON.stringify({ title: "标题", ...DATA }) } } });
  await inState(page, "ready");
  await page.waitForFunction(() => document.querySelector("tujie-chart").offsetHeight > 140);
  // Where the page asks for so little, it gets that.
  const asked = await open(t, { body: chart('height="80"') + SCRIPT });
  await inState(asked.page, "ready");
  assert.equal(await asked.page.evaluate(() => document.querySelector("tujie-chart").offsetHeight), 80);
});

test("a copy of a chart has one table, and that of its own figures", async (t) => {
  const { page, said } = await open(t, { body: `<figure data-tujie data-kind="bar">${TABLE}</figure>${SCRIPT}` });
  await inState(page, "ready");
  await page.evaluate(() => document.body.append(document.querySelector("tujie-chart").cloneNode(true), document.querySelector("figure").cloneNode(true)));
  await page.waitForFunction(() => document.querySelectorAll("tujie-chart[data-state=ready]").length >= 2);
  const tables = await page.evaluate(() => [...document.querySelectorAll("tujie-chart[data-state=ready]")].map((host) => host.querySelectorAll("table[slot]").length));
  assert.ok(tables.every((count) => count === 1), `${tables}`);
  assert.deepEqual(said.errors, []);
});

test("a chart in a shadow tree has the table that others have", async (t) => {
  const { page } = await open(t, { body: `<div id="host"></div>${SCRIPT}` });
  await page.evaluate((html) => (host.attachShadow({ mode: "open" }).innerHTML = html), chart());
  await page.waitForFunction(() => host.shadowRoot.querySelector("tujie-chart").dataset.state === "ready");
  const [border, sorted] = await page.evaluate(async () => {
    const inner = host.shadowRoot.querySelector("tujie-chart");
    inner.shadowRoot.querySelector("[data-do=table]").click();
    const table = inner.querySelector("table[slot]");
    table.querySelector("[data-sort=label]").focus();
    table.querySelector("[data-sort=label]").click();
    for (let tries = 0; tries < 50 && inner.getAttribute("sort") !== "label"; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [getComputedStyle(table).borderCollapse, host.shadowRoot.activeElement?.dataset.sort];
  });
  assert.deepEqual([border, sorted], ["collapse", "label"]);
});

test("the name of a source in the page's words keeps its address and its date", async (t) => {
  const data = { ...DATA, source: { name: "Daily", url: "https://example.com/", date: "2012-01-13" } };
  const { page } = await open(t, { body: chart('source="日报"', data) + SCRIPT });
  await inState(page, "ready");
  const [text, link] = await page.evaluate(() => {
    const source = document.querySelector("tujie-chart").shadowRoot.querySelector(".source");
    return [source.textContent, source.querySelector("a")?.href];
  });
  assert.deepEqual([text, link], ["资料来源：日报，2012年1月13日", "https://example.com/"]);
});

test("an element without any width waits until it has some", async (t) => {
  const { page, said } = await open(t, { body: `<div id="box" style="width:0;overflow:hidden">${chart()}</div>${SCRIPT}` });
  await page.waitForFunction(() => document.querySelector("tujie-chart").dataset.state === "ready");
  await page.waitForTimeout(300);
  await page.evaluate(() => (box.style.width = "400px"));
  await page.waitForFunction(() => document.querySelector("tujie-chart").shadowRoot.querySelector("canvas").width > 300);
  assert.deepEqual(said.errors, []);
});

test("a page in another encoding than UTF-8 has its charts too", async (t) => {
  const table = "<figure data-tujie><table><tr><th>label</th><th>value</th></tr><tr><td>a</td><td>1</td></tr></table></figure>";
  for (const charset of ["gb2312", "big5", "shift_jis", "windows-1252"]) {
    const html = `<!doctype html><html lang="zh-CN"><meta charset="${charset}"><body>${table}<script async src="/dist/tujie.js"></script>`;
    const { page, said } = await open(t, { path: "/other", answers: { "/other": { body: html, headers: { "content-type": "text/html" } } } });
    await inState(page, "ready");
    assert.deepEqual(said.errors, [], charset);
  }
});

test("the closed table is laid out, or the browser's search would pass it over", async (t) => {
  const { page } = await open(t, { body: chart() + SCRIPT });
  await inState(page, "ready");
  const fold = await page.evaluate(() => {
    const node = document.querySelector("tujie-chart").shadowRoot.querySelector(".fold");
    return [node.getAttribute("hidden"), getComputedStyle(node).display, getComputedStyle(node).contentVisibility];
  });
  assert.deepEqual(fold, ["until-found", "block", "hidden"]);
});

test("a chart that is moved takes on the theme of its new place, and follows it there", async (t) => {
  const head = `<style>.dark { color-scheme: dark } .dark { background: #111 }</style>`;
  const body = `<div id="there"></div><tujie-chart kind="bar" loading="eager"><table><tr><th>a<th>b<tr><td>x<td>3</table></tujie-chart><script src="/dist/tujie.js"></script>`;
  const { page } = await open(t, { body, head });
  await inState(page, "ready");
  const ground = () => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_ground"));
  assert.equal(await ground(), "#ffffff");
  await page.evaluate(() => {
    there.className = "dark";
    there.append(document.querySelector("tujie-chart"));
  });
  await page.waitForFunction(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_ground") !== "#ffffff");
  await page.evaluate(() => (there.className = ""));
  await page.waitForFunction(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_ground") === "#ffffff");
});

test("an element that is filled anew keeps its data table", async (t) => {
  const { page } = await open(t, { body: `<tujie-chart kind="bar"><table><tr><th>a<th>b<tr><td>x<td>3</table></tujie-chart><script src="/dist/tujie.js"></script>` });
  await inState(page, "ready");
  await page.evaluate(() => (document.querySelector("tujie-chart").innerHTML = "<table><tr><th>a<th>b<tr><td>新<td>9</table>"));
  await page.waitForFunction(() => document.querySelector("tujie-chart>table[slot=table]")?.textContent.includes("新"));
});

test("a late reading does not undo a later one", async (t) => {
  const { page, server } = await open(t, { body: `<tujie-chart kind="bar"><table><tr><th>a<th>b<tr><td>x<td>3<tr><td>y<td>5</table></tujie-chart><script src="/dist/tujie.js"></script>` });
  await inState(page, "ready");
  const { readdir } = await import("node:fs/promises");
  const { DIST } = await import("./server.mjs");
  const part = (await readdir(DIST)).find((name) => name.startsWith("part-sort"));
  server.answers["/dist/" + part] = { delay: 500 };
  await page.evaluate(async () => {
    const chart = document.querySelector("tujie-chart");
    chart.setAttribute("sort", "desc");
    await new Promise((resolve) => setTimeout(resolve, 50));
    chart.removeAttribute("sort");
  });
  await page.waitForTimeout(900);
  await page.evaluate(() => document.querySelector("tujie-chart").highlight("y"));
  const shown = await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".tip").textContent);
  assert.match(shown, /y/);
});

test("what is written when the page is shown for print is light and sharp", async (t) => {
  const { page } = await open(t, { body: `<tujie-chart kind="bar" theme="dark"><table><tr><th>a<th>b<tr><td>x<td>3</table></tujie-chart><script src="/dist/tujie.js"></script>` });
  await inState(page, "ready");
  const seen = () => {
    const { shadowRoot } = document.querySelector("tujie-chart");
    const canvas = shadowRoot.querySelector("canvas");
    return [Math.round(canvas.width / parseFloat(canvas.style.width)), shadowRoot.querySelector(".frame").style.getPropertyValue("--_ground")];
  };
  await page.emulateMedia({ media: "print" });
  await page.waitForFunction(`(${seen})()[0] === 2 && (${seen})()[1] === "#ffffff"`);
  await page.emulateMedia({ media: "screen" });
  await page.waitForFunction(`(${seen})()[0] === 1 && (${seen})()[1] !== "#ffffff"`);
});

test("raised digits and new lines in cells are no digits of the number", async (t) => {
  const row = (label, value) => `<tr><td>${label}</td><td>${value}</td></tr>`;
  const rows = row("甲<sup>1</sup>", "300<sup>2</sup>") + row("Alpha<br>Beta", "1,234<sup>3</sup>") + row("丙", "1.2×10<sup>4</sup>") + row("丁", "5km<sup>2</sup>") + row("戊", "20余人<sup>[1]</sup>");
  const { page } = await open(t, { body: `<tujie-chart kind="bar"><table><tr><th>指标</th><th>数值</th></tr>${rows}</table></tujie-chart><script src="/dist/tujie.js"></script>` });
  await inState(page, "ready");
  const read = await page.evaluate(() => document.querySelector("tujie-chart").figures.figures.map(({ label, value, unit }) => [label, value, unit]));
  assert.deepEqual(read, [["甲¹", 300, ""], ["Alpha Beta", 1234, ""], ["丙", 12000, ""], ["丁", 5, "km²"], ["戊", 20, "人"]]);
});

test("what nobody sees in a cell, or sees as gone, is no part of it", async (t) => {
  const cells = [
    ["<del>300</del> 400户", 400], ["<s>1</s>5户", 5], ["<p>40</p><p>户</p>", 40], ["<span hidden>99</span>41户", 41],
    ['<span style="display:none">00020</span>20户', 20], ["1,234<sup>a</sup>户", 1234], ["40<sup>注</sup>户", 40], ["42户<button hidden>编辑</button>", 42],
    ["4\u00ad3户", 43], ["<ruby>44户<rt>hù</rt></ruby>", 44], ["<style>b{}</style>45户", 45],
  ];
  const rows = cells.map(([cell], index) => `<tr><td>项目${index}</td><td>${cell}</td></tr>`).join("");
  const { page } = await open(t, { body: `<tujie-chart kind="bar"><table><tr><th>指标</th><th>数值</th></tr>${rows}</table></tujie-chart>${SCRIPT}` });
  await inState(page, "ready");
  const read = await page.evaluate(() => document.querySelector("tujie-chart").figures.figures.map(({ value, unit }) => [value, unit]));
  assert.deepEqual(read, cells.map(([, value]) => [value, "户"]));
});

test("what a page sets for its prose stays out of the chart, and the chart in its box", async (t) => {
  const head = "<style>body{margin:0;text-indent:2em;white-space:nowrap;-webkit-text-fill-color:transparent}.up{writing-mode:vertical-rl}</style>";
  const { page } = await open(t, { head, body: `<div class="up">${chart()}</div>${chart()}${SCRIPT}` });
  await inState(page, "ready", 2);
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll("tujie-chart")].map(({ shadowRoot }) => {
      const { textIndent, whiteSpace, writingMode, webkitTextFillColor, color } = getComputedStyle(shadowRoot.querySelector(".frame"));
      return [textIndent, whiteSpace, writingMode, webkitTextFillColor === color];
    }),
  );
  assert.deepEqual(seen, [["0px", "normal", "horizontal-tb", true], ["0px", "normal", "horizontal-tb", true]]);
  const other = await open(t, { head: "<style>body{margin:0}</style>", body: chart() + SCRIPT });
  await inState(other.page, "ready");
  assert.equal(await other.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
});

test("a chart that shows nothing takes no light from others, and its stop stays where it was", async (t) => {
  const { page } = await open(t, { body: chart() + chart() + SCRIPT });
  await inState(page, "ready", 2);
  const lit = await page.evaluate(() => {
    const [, host] = document.querySelectorAll("tujie-chart");
    const plot = host.shadowRoot.querySelector(".plot");
    const { left, top, width, height } = plot.getBoundingClientRect();
    const at = { bubbles: true, composed: true, clientX: left + width / 4, clientY: top + height / 2 };
    plot.dispatchEvent(new PointerEvent("pointerdown", at));
    return !host.shadowRoot.querySelector(".wash").hidden;
  });
  assert.ok(lit, "the press lights up a mark of its own chart");
  const selected = await page.evaluate(() => {
    const [, host] = document.querySelectorAll("tujie-chart");
    host.addEventListener("tujie:select", ({ detail }) => (window.selected = detail.label));
    host.focusMark("丙");
    host.shadowRoot.activeElement.click();
    return window.selected;
  });
  assert.equal(selected, "丙", "a click without a place is one on the mark");
  await page.evaluate(() => document.querySelectorAll("tujie-chart")[1].setAttribute("theme", "dark"));
  await page.waitForFunction(() => document.querySelectorAll("tujie-chart")[1].shadowRoot.querySelector(".frame").matches(".own"));
  await inState(page, "ready", 2);
  assert.match(await page.evaluate(() => document.querySelectorAll("tujie-chart")[1].shadowRoot.activeElement.ariaLabel), /^丙/);
});

test("a loading that becomes eager begins at once, and figures that no text can hold are told", async (t) => {
  const far = `<div style="height:6000px"></div>`;
  const { page } = await open(t, { body: `${far}<tujie-chart kind="bar"><table><tr><th>a<th>b<tr><td>x<td>3</table></tujie-chart><tujie-chart id="odd" loading="eager"></tujie-chart><script src="/dist/tujie.js"></script>` });
  await inState(page, "pending");
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("loading", "eager"));
  await inState(page, "ready");
  await page.evaluate(() => {
    const round = { figures: [{ label: "a", value: 1 }] };
    round.figures[0].self = round;
    document.querySelector("#odd").figures = round;
  });
  await page.waitForFunction(() => document.querySelector("#odd").dataset.reason === "data");
});

test("the document's language counts where the page names none", async (t) => {
  const data = { lang: "zh-CN", figures: [{ label: "甲", value: 1 }] };
  const html = `<!doctype html><meta charset="utf-8"><body><script async src="/dist/tujie.js" data-kind="bar">${JSON.stringify(data)}</script>`;
  const { page } = await open(t, { path: "/bare", answers: { "/bare": { body: html } } });
  await inState(page, "ready");
  assert.equal(await page.getByRole("button", { name: "数据表" }).count(), 1);
});

test("a language that parts a number from its percent sign has it so", async (t) => {
  const data = { figures: [{ label: "a", value: 12.5, unit: "%" }, { label: "b", value: 40, unit: "%" }] };
  for (const [lang, cell] of [["de", "12,5\u00a0%"], ["en", "12.5%"], ["zh-CN", "12.5%"]]) {
    const { page } = await open(t, { body: chart(`lang="${lang}"`, data) + SCRIPT });
    await inState(page, "ready");
    assert.equal(await page.evaluate(() => document.querySelector("tujie-chart table[slot] td").textContent), cell, lang);
  }
});
