import assert from "node:assert/strict";
import { test } from "node:test";
import { FIGURE as PLAIN, SCRIPT, inState, open, useBrowser } from "./browser.mjs";

useBrowser();

/** With a year, so that details have more than a value to say. */
const FIGURE = PLAIN.replace("data-tujie", 'data-tujie data-height="480"')
  .replace("<th>数值</th>", "<th>数值</th><th>年份</th>")
  .replace(/(余.*?)<\/td>/g, "$1</td><td>2011</td>");

/** What the first chart shows by its parts. */
const parts = (page) =>
  page.evaluate(() => {
    const host = document.querySelector("tujie-chart");
    const root = host.shadowRoot;
    const tip = root.querySelector(".tip");
    return {
      tip: tip.hidden ? null : [...tip.children].map((line) => line.textContent).join(" "),
      spoken: root.querySelector(".stop").getAttribute("aria-label"),
      stops: root.querySelectorAll("[tabindex]").length,
      focused: root.activeElement?.className ?? null,
      table: [...host.querySelectorAll("table[slot] tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
    };
  });

/** The middle of a datum's mark, in the viewport. */
const middle = (page, index) =>
  page.evaluate((index) => {
    const host = document.querySelector("tujie-chart");
    host.focusMark(host.figures.figures[index].id);
    const box = host.shadowRoot.querySelector(".stop").getBoundingClientRect();
    host.shadowRoot.activeElement?.blur();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }, index);

test("the buttons of each chart have names of their own, which begin with what they show", async (t) => {
  const { page } = await open(t, { body: PLAIN + PLAIN.replace("2011年工作数据", "2012年工作数据") + SCRIPT });
  await page.waitForFunction(() => document.querySelectorAll("tujie-chart[data-state=ready]").length === 2);
  for (const word of ["数据表", "选项", "下载与分享"]) {
    for (const year of [2011, 2012]) assert.equal(await page.getByRole("button", { name: `${word} ${year}年工作数据`, exact: true }).count(), 1);
    assert.equal(await page.getByText(word, { exact: true }).count(), 2);
  }
});

test("pointer, tap and arrow keys show the same details, which are spoken and stand in the table", async (t) => {
  const { page, said } = await open(t, { body: FIGURE + SCRIPT, context: { hasTouch: true } });
  await inState(page, "ready");
  const expected = "培训人员：至少2,000人（2011年）。";
  const [x, y] = await middle(page, 1);
  assert.equal((await parts(page)).tip, null);
  await page.mouse.move(x, y);
  assert.equal((await parts(page)).tip, expected);
  await page.mouse.move(1, 1);
  assert.equal((await parts(page)).tip, null);
  await page.touchscreen.tap(x, y);
  assert.equal((await parts(page)).tip, expected);
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".stop").focus());
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  const shown = await parts(page);
  assert.deepEqual([shown.tip, shown.spoken, shown.stops, shown.focused], [expected, expected, 1, "stop"]);
  assert.deepEqual(shown.table[1].slice(0, 3), ["培训人员", "至少2,000人", "2000余人"]);
  await page.keyboard.press("Escape");
  assert.equal((await parts(page)).tip, null);
  assert.deepEqual(said.errors, []);
});

test("a chosen mark is told to the page, by pointer and by key", async (t) => {
  const { page } = await open(t, { body: FIGURE + SCRIPT });
  await inState(page, "ready");
  await page.mouse.click(...(await middle(page, 1)));
  await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".stop").focus());
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const chosen = await page.evaluate(() => seen.filter(({ type }) => type === "select").map(({ detail }) => detail));
  assert.deepEqual(chosen.map(({ id, label, value, unit, year }) => [id, label, value, unit, year]), [
    ["培训人员@2011", "培训人员", 2000, "人", 2011],
    ["投入资金@2011", "投入资金", 400000, "元", 2011],
  ]);
});

test("keys with a modifier, and keys outside the plot, are left to the page", async (t) => {
  const { page } = await open(t, { body: FIGURE + SCRIPT + "<input id=field>" });
  await inState(page, "ready");
  await page.evaluate(() => {
    window.taken = [];
    addEventListener("keydown", (event) => taken.push(event.defaultPrevented));
    document.querySelector("tujie-chart").shadowRoot.querySelector(".stop").focus();
  });
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.focus("#field");
  await page.keyboard.press("ArrowLeft");
  // Control alone, the arrow with it, the arrow in the plot, the arrow in the field.
  assert.deepEqual(await page.evaluate(() => taken), [false, false, true, false]);
});

test("the table opens and closes, and is found by a link to its text while it is closed", async (t) => {
  const { page } = await open(t, { body: FIGURE + SCRIPT });
  await inState(page, "ready");
  const visible = () => page.evaluate(() => document.querySelector("table[slot]").checkVisibility({ contentVisibilityAuto: true, checkVisibilityCSS: true }));
  const button = page.locator("tujie-chart button[data-do=table]");
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".fold").getAttribute("hidden")), "until-found");
  assert.equal(await visible(), false);
  await button.click();
  assert.deepEqual([await button.getAttribute("aria-expanded"), await visible()], ["true", true]);
  await button.click();
  assert.equal(await visible(), false);
  await page.evaluate(() => document.querySelector("table[slot] td").dispatchEvent(new Event("beforematch", { bubbles: true, composed: true })));
  await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".fold").dispatchEvent(new Event("beforematch")));
  assert.equal(await button.getAttribute("aria-expanded"), "true");
});

test("more than a hundred figures are turned over in the table page by page", async (t) => {
  const rows = Array.from({ length: 250 }, (_, index) => ({ label: `第${index + 1}镇`, value: index + 1, unit: "户" }));
  const { page } = await open(t, { body: `<script src="/dist/tujie.js" data-kind="bar">${JSON.stringify({ figures: rows })}</script>` });
  await inState(page, "ready");
  const first = () => page.evaluate(() => [...document.querySelectorAll("table[slot] tbody tr")].map((row) => row.cells[0].textContent));
  assert.equal((await first()).length, 80);
  await page.locator("tujie-chart button[data-do=table]").click();
  await page.locator("tujie-chart button[data-do=on]").click();
  await page.locator("tujie-chart button[data-do=on]").click();
  await page.locator("tujie-chart button[data-do=on]").click();
  assert.deepEqual([(await first())[0], (await first()).length], ["第241镇", 10]);
  await page.locator("tujie-chart button[data-do=back]").click();
  assert.equal((await first())[0], "第161镇");
});

/** The colour in the middle of the first bar. */
const barColor = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("tujie-chart").shadowRoot;
    const canvas = root.querySelector("canvas");
    const { style } = root.querySelector(".stop");
    const scale = canvas.width / canvas.getBoundingClientRect().width;
    const at = (side, length) => (parseFloat(style[side]) + Math.min(parseFloat(style[length]), 10) / 2) * scale;
    return [...canvas.getContext("2d").getImageData(at("left", "width"), at("top", "height"), 1, 1).data].slice(0, 3).join();
  });
const BAR = '<script src="/dist/tujie.js" data-kind="bar">{"figures":[{"label":"甲","value":5},{"label":"乙","value":3}]}</script>';
const LIGHT = "11,106,142";
const DARK = "82,179,214";

const themes = [
  ["a page that names no scheme on a dark ground", { body: `<style>body{background:#111}</style>${BAR}` }, DARK],
  ["a page that names no scheme, whatever the system says", { body: BAR, context: { colorScheme: "dark" } }, LIGHT],
  ["a page that follows a dark system", { body: `<style>:root{color-scheme:light dark}</style>${BAR}`, context: { colorScheme: "dark" } }, DARK],
  ["a chart told to be dark", { body: BAR.replace("data-kind", 'data-theme="dark" data-kind') }, DARK],
  ["a page with colours of its own", { body: `<style>tujie-chart{--tujie-series-1:rgb(1 2 3)}</style>${BAR}` }, "1,2,3"],
  ["a palette", { body: BAR.replace("data-kind", 'data-palette="hsl(0, 100%, 50%), blue" data-kind') }, "255,0,0"],
];
for (const [what, settings, color] of themes) {
  test(`${what} gets the colours that belong to it`, async (t) => {
    const { page } = await open(t, settings);
    await inState(page, "ready");
    assert.equal(await barColor(page), color);
  });
}

/** Relative luminance, as WCAG 2 defines it, of colours like "11,106,142". */
const luminance = (color) =>
  color.split(",").reduce((sum, channel, index) => {
    const c = channel / 255;
    return sum + [0.2126, 0.7152, 0.0722][index] * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  }, 0);

/** A colour of the chart as the page around the canvas has it. */
const pageColor = (page, name) =>
  page.evaluate((name) => {
    const code = document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_" + name);
    return [1, 3, 5].map((at) => parseInt(code.slice(at, at + 2), 16)).join();
  }, name);

test("colours that could hardly be seen are made darker, on the canvas and around it alike", async (t) => {
  const style = "<style>tujie-chart{--tujie-text:#ccc;--tujie-muted:#0f0}</style>";
  const { page } = await open(t, { body: style + BAR.replace("data-kind", 'data-palette="#fe6" data-kind') });
  await inState(page, "ready");
  const color = await barColor(page);
  assert.equal(await pageColor(page, "series-1"), color);
  const contrast = 1.05 / (luminance(color) + 0.05);
  assert.ok(contrast >= 3 && contrast < 4, `${color}: ${contrast}`);
  for (const name of ["text", "muted"]) {
    const text = await pageColor(page, name);
    assert.ok(1.05 / (luminance(text) + 0.05) >= 7, `${name}: ${text}`);
  }
});

test("colours that the system forces stay as they are", async (t) => {
  const { page } = await open(t, { body: BAR.replace("data-kind", 'data-palette="#fe6" data-kind'), context: { forcedColors: "active" } });
  await inState(page, "ready");
  const forced = await page.evaluate(() => {
    const node = document.body.appendChild(document.createElement("p"));
    return ["CanvasText", "GrayText"].map((color) => {
      node.style.color = color;
      return getComputedStyle(node).color.match(/\d+/g).slice(0, 3).join();
    });
  });
  assert.deepEqual([await barColor(page), await pageColor(page, "rule")], forced);
});

test("a page that turns dark takes its charts along", async (t) => {
  const { page } = await open(t, { body: `<style>:root{color-scheme:light dark}.night{color-scheme:dark}</style>${BAR}` });
  await inState(page, "ready");
  assert.equal(await barColor(page), LIGHT);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForTimeout(200);
  assert.equal(await barColor(page), DARK);
  await page.emulateMedia({ colorScheme: "light" });
  await page.waitForTimeout(200);
  assert.equal(await barColor(page), LIGHT);
  await page.evaluate(() => document.documentElement.classList.add("night"));
  await page.waitForTimeout(200);
  assert.equal(await barColor(page), DARK);
});

test("on paper of another width, nothing is painted over what follows, and the ground is light", async (t) => {
  const { page } = await open(t, { head: "<style>:root { color-scheme: dark; background: #111 }</style>", body: BAR });
  await inState(page, "ready");
  await page.emulateMedia({ media: "print" });
  await page.waitForFunction(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_ground") === "#ffffff");
  const [plot, canvas, grounds] = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("tujie-chart");
    const part = (name) => shadowRoot.querySelector(name);
    // As the browser leaves it, whose paper has another width than the window.
    part("canvas").style.width = "200px";
    const ground = (name) => getComputedStyle(part(name)).backgroundColor;
    return [part(".plot").offsetHeight, part("canvas").offsetHeight, [".frame", ".below", ".fold"].map(ground)];
  });
  assert.ok(canvas > 20 && plot === canvas, `${plot} ${canvas}`);
  assert.deepEqual(grounds, Array(3).fill("rgb(255, 255, 255)"));
});

test("a chart is printed light, and is as it was afterwards", async (t) => {
  const { page } = await open(t, { body: BAR.replace("data-kind", 'data-theme="dark" data-kind') });
  await inState(page, "ready");
  const width = () => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector("canvas").width);
  const before = await width();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.deepEqual([await barColor(page), await width()], [LIGHT, 2 * before]);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.deepEqual([await barColor(page), await width()], [DARK, before]);
});

const wrong = [
  ["an empty file", "", "fallback"],
  ["a text that is no JSON", "{figures", "fallback"],
  ["a document without figures", '{"figures": []}', "fallback"],
  ["a value that is no quantity, alone", '{"figures": [{"label": "甲", "value": "大量"}]}', "fallback", "figures[0].value"],
  ["a value that is no quantity, among others", '{"figures": [{"label": "甲", "value": "大量"}, {"label": "乙", "value": 3}]}', 1],
  ["NaN and Infinity", '{"figures": [{"label": "甲", "value": NaN}, {"label": "乙", "value": -Infinity}, {"label": "丙", "value": 1e999}, {"label": "丁", "value": 4}]}', 1],
  ["a label twice in one period", '{"figures": [{"label": "甲", "value": 1, "year": 2011}, {"label": "甲", "value": 2, "year": 2011}]}', 2],
  ["1e308 next to 1", '{"figures": [{"label": "甲", "value": 1e308}, {"label": "乙", "value": 1}]}', 2],
  ["negative values", '{"figures": [{"label": "甲", "value": -5}, {"label": "乙", "value": 3}]}', 2],
  ["all zeros", '{"figures": [{"label": "甲", "value": 0}, {"label": "乙", "value": 0}]}', 2],
  ["all missing", '{"figures": [{"label": "甲", "value": null}, {"label": "乙", "value": null}]}', 2],
];
for (const [what, text, expected, path] of wrong) {
  test(`${what}: ${typeof expected === "number" ? `${expected} drawn` : "a message"}, and nothing thrown`, async (t) => {
    const { page, said } = await open(t, {
      body: '<tujie-chart kind="bar" src="f.json"></tujie-chart>' + SCRIPT,
      answers: { "/f.json": { body: text, headers: { "content-type": "application/json" } } },
    });
    await inState(page, expected === "fallback" ? "fallback" : "ready");
    assert.deepEqual(said.errors, []);
    const errors = await page.evaluate(() => seen.filter(({ type }) => type === "error").map(({ detail }) => detail));
    if (expected === "fallback") {
      assert.equal(errors[0].reason, "data");
      assert.ok(errors[0].message.length > 10, errors[0].message);
      if (path) assert.equal(errors[0].path, path);
      return;
    }
    assert.deepEqual(errors, []);
    const shown = await parts(page);
    assert.equal(shown.table.length, expected);
    const rest = await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".rest").textContent);
    const given = JSON.parse(text.replace(/(-?Infinity|NaN)/g, "0").replace("1e999", "0")).figures.length;
    assert.match(rest, given > expected ? new RegExp(`${given - expected}`) : /^$/);
  });
}

test("a ragged CSV keeps its good rows, and counts the bad one with its line", async (t) => {
  const { page, said } = await open(t, {
    body: '<tujie-chart kind="bar" src="f.csv"></tujie-chart>' + SCRIPT,
    answers: { "/f.csv": { body: "指标,数值\n甲,5\n乙,3,x,y,z\n丙,4\n" } },
  });
  await inState(page, "ready");
  assert.deepEqual((await parts(page)).table.map(([label]) => label), ["甲", "丙"]);
  assert.ok(said.all.some((line) => line.includes("line 3")), said.all.join("\n"));
});

test("what has grown out of sight does not shrink in sight", async (t) => {
  const rows = Array.from({ length: 30 }, (_, index) => ({ label: `第${index + 1}镇`, value: index + 1, unit: "户" }));
  const { page } = await open(t, {
    body: `<tujie-chart kind="bar" height="300" src="f.json"></tujie-chart><p id="next" style="height:3000px">…</p>${SCRIPT}`,
    answers: { "/f.json": { body: JSON.stringify({ figures: rows }) } },
  });
  await inState(page, "ready");
  const height = () => page.evaluate(() => Math.round(document.querySelector("tujie-chart").getBoundingClientRect().height));
  assert.equal(await height(), 300);
  await page.evaluate(() => scrollTo(0, 2500));
  await page.waitForFunction(() => document.querySelector("tujie-chart").getBoundingClientRect().height > 900);
  const grown = await height();
  await page.evaluate(() => document.querySelector("tujie-chart").scrollIntoView());
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => document.body.classList.add("other"));
  await page.waitForTimeout(300);
  assert.equal(await height(), grown);
});

test("all forty-three figures of the demo are marks with ids of their own", async (t) => {
  for (const path of ["/", "/en.html"]) {
    const { page } = await open(t, { path });
    await page.waitForLoadState("load");
    await page.evaluate(() => document.querySelector("tujie-chart[kind=multiples][src], script + tujie-chart[src]").scrollIntoView());
    await page.waitForFunction(() => [...document.querySelectorAll("tujie-chart[src]")].some((chart) => chart.dataset.state === "ready" && chart.figures?.figures.length === 43));
    const boxes = await page.evaluate(() => {
      const chart = [...document.querySelectorAll("tujie-chart[src]")].find((chart) => chart.figures?.figures.length === 43);
      return chart.figures.figures.map(({ id }) => {
        chart.focusMark(id);
        const stop = chart.shadowRoot.querySelector(".stop");
        return [stop.getAttribute("aria-label"), stop.style.left, stop.style.top].join();
      });
    });
    assert.equal(new Set(boxes).size, 43, path);
  }
});
