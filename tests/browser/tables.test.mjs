import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, inState, open, useBrowser } from "./browser.mjs";

useBrowser();

/** What is read of a table: title, source and notes, then its figures. */
const read = async (t, table, attributes = "") => {
  const { page } = await open(t, { body: `<figure data-tujie data-loading="eager" ${attributes}>${table}</figure>${SCRIPT}` });
  await inState(page, "ready");
  return page.evaluate(() => {
    const { title, source, notes, figures } = document.querySelector("tujie-chart").figures;
    return [[title, source?.name ?? "", ...(notes ?? [])], ...figures.map(({ label, group = "", year = "", value, unit }) => [label, group, year, value, unit].join(" "))];
  });
};

test("a table pasted from a spreadsheet has title, unit, header, sections, source and notes in cells that span", async (t) => {
  const rows = [
    "<td colspan=3>2011年各区收支</td>",
    "<td colspan=3 align=right>单位：万元</td>",
    "<td rowspan=2>项目</td><td colspan=2>2011年</td>",
    "<td>预算</td><td>决算</td>",
    "<td colspan=3><b>收入</b></td>",
    "<td>税收</td><td>5</td><td>6</td>",
    "<td colspan=3><b>支出</b></td>",
    "<td>教育</td><td>3</td><td>4</td>",
    "<td colspan=3>资料来源：财政局</td>",
    "<td colspan=3>注：决算为初步数。</td>",
  ];
  assert.deepEqual(await read(t, `<table>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>`), [
    ["2011年各区收支", "财政局", "注：决算为初步数。"],
    "税收 收入 · 预算 2011 50000 元",
    "税收 收入 · 决算 2011 60000 元",
    "教育 支出 · 预算 2011 30000 元",
    "教育 支出 · 决算 2011 40000 元",
  ]);
});

test("the caption of a table or its figure may name the unit of its values", async (t) => {
  const table = (caption) => `<table>${caption}<tr><th>项目</th><th>金额</th></tr><tr><td>教育</td><td>5</td></tr><tr><td>卫生</td><td>6</td></tr></table>`;
  const figures = ["教育   50000 元", "卫生   60000 元"];
  assert.deepEqual((await read(t, table("<caption>支出（单位：万元）</caption>"))).slice(1), figures);
  assert.deepEqual((await read(t, "<figcaption>支出（万元）</figcaption>" + table(""))).slice(1), figures);
});
