/** Every kind of chart by keyboard and ear: where the focus is, what is said, and what each key does. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const SCHEMES = { light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, "forced colours": { forcedColors: "active" } };

/** Brings every chart of a page to where it is drawn. */
const drawAll = async (page) => {
  await page.waitForFunction(() => window.Tujie);
  const charts = page.locator("tujie-chart");
  const count = await charts.count();
  for (let index = 0; index < count; index++) {
    await charts.nth(index).evaluate((chart) => chart.scrollIntoView());
    await page.waitForFunction((index) => document.querySelectorAll("tujie-chart")[index].dataset.state === "ready", index);
  }
  return count;
};

for (const path of ["/gallery.html", "/gallery.en.html"]) {
  test(`of every chart in ${path} each datum has one stop, and what is spoken is what is shown and what the table says`, async (t) => {
    const { page } = await open(t, { path });
    assert.ok((await drawAll(page)) >= 15);
    const wrong = await page.evaluate(async () => {
      const wrong = [];
      for (const host of document.querySelectorAll("tujie-chart")) {
        const root = host.shadowRoot;
        const kind = host.getAttribute("kind");
        const { figures } = host.figures;
        const tip = root.querySelector(".tip");
        for (const { id } of figures) {
          host.focusMark(id);
          const stop = root.activeElement;
          if (stop?.className !== "stop") {
            wrong.push(`${kind} ${id}: no stop`);
            continue;
          }
          const shown = [...tip.children].map((line) => line.textContent);
          if (tip.hidden || stop.getAttribute("aria-label") !== shown.join(" ")) wrong.push(`${kind} ${id}: ${stop.ariaLabel} | ${shown}`);
          if (root.querySelectorAll("[tabindex]").length !== 1) wrong.push(`${kind} ${id}: several stops`);
          const row = host.querySelector(`table[slot] tr[data-id="${CSS.escape(id)}"]`);
          const [label, value] = [...(row?.cells ?? [])].map((cell) => cell.textContent);
          if (row && !(shown[0].startsWith(label) && shown[0].includes(value))) wrong.push(`${kind} ${id}: ${shown[0]} | ${label} ${value}`);
          if (!row && figures.length <= 100) wrong.push(`${kind} ${id}: not in the table`);
        }
        root.activeElement?.blur();
      }
      return wrong;
    });
    assert.deepEqual(wrong, []);
  });

  test(`the box of the focus is the painted mark, in every chart of ${path}`, async (t) => {
    const { page } = await open(t, { path });
    await drawAll(page);
    const wrong = await page.evaluate(() => {
      const wrong = [];
      let count = 0;
      for (const host of document.querySelectorAll("tujie-chart")) {
        const root = host.shadowRoot;
        const kind = host.getAttribute("kind");
        const canvas = root.querySelector("canvas");
        const context = canvas.getContext("2d");
        const ratio = canvas.width / canvas.getBoundingClientRect().width;
        const ground = [...context.getImageData(0, 0, 1, 1).data].join();
        const { figures } = host.figures;
        const some = [0, Math.floor(figures.length / 2), figures.length - 1];
        for (const { id, value } of new Set(some.map((at) => figures[at]))) {
          host.focusMark(id);
          const box = root.activeElement.getBoundingClientRect();
          const canvasBox = canvas.getBoundingClientRect();
          const [x, y, width, height] = [box.x - canvasBox.x, box.y - canvasBox.y, box.width, box.height];
          if (value === null || width < 4 || height < 4) continue;
          const edges = [Infinity, Infinity, -Infinity, -Infinity];
          const { data } = context.getImageData(Math.round(x * ratio), Math.round(y * ratio), Math.round(width * ratio), Math.round(height * ratio));
          const columns = Math.round(width * ratio);
          for (let at = 0; at < data.length; at += 4) {
            if ([...data.subarray(at, at + 4)].join() === ground) continue;
            const [column, line] = [(at / 4) % columns, Math.floor(at / 4 / columns)];
            edges[0] = Math.min(edges[0], column / ratio);
            edges[1] = Math.min(edges[1], line / ratio);
            edges[2] = Math.max(edges[2], (column + 1) / ratio);
            edges[3] = Math.max(edges[3], (line + 1) / ratio);
          }
          count++;
          const off = Math.max(edges[0], edges[1], width - edges[2], height - edges[3]);
          if (!(off <= 2)) wrong.push(`${kind} ${id}: ${off} px`);
        }
        root.activeElement?.blur();
      }
      return count > 30 ? wrong : [`only ${count} boxes`];
    });
    assert.deepEqual(wrong, []);
  });

  for (const [scheme, context] of Object.entries(SCHEMES)) {
    test(`the ring stands within 2 px of the mark, is 2 px wide and has 3:1 against what is around it, in ${path} in ${scheme}`, async (t) => {
      const { page } = await open(t, { path, context });
      const count = await drawAll(page);
      const wrong = [];
      for (let index = 0; index < count; index++) {
        await page.evaluate((index) => {
          const host = document.querySelectorAll("tujie-chart")[index];
          host.scrollIntoView({ block: "center" });
          const { figures } = host.figures;
          host.focusMark(figures[Math.floor(figures.length / 2)].id);
        }, index);
        // A key makes the focus one of the keyboard.
        await page.keyboard.press("ArrowRight");
        const ring = await page.evaluate((index) => {
          const { shadowRoot } = document.querySelectorAll("tujie-chart")[index];
          const stop = shadowRoot.activeElement;
          const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(stop);
          const box = stop.getBoundingClientRect();
          return { width: parseFloat(outlineWidth), offset: parseFloat(outlineOffset), style: outlineStyle, x: box.x + box.width / 2, y: box.y, kind: stop.getRootNode().host.getAttribute("kind") };
        }, index);
        if (ring.style === "none" || ring.width < 2 || Math.abs(ring.offset) > 3 || ring.offset > 2) wrong.push(`${ring.kind}: ${JSON.stringify(ring)}`);
        const clip = { x: Math.round(ring.x) - 4, y: Math.round(ring.y) - 14, width: 9, height: 28 };
        if (clip.y < 0) continue;
        const look = async () => (await page.screenshot({ clip })).toString("base64");
        const focused = await look();
        await page.evaluate(() => document.activeElement.blur());
        const changed = await page.evaluate(async (shots) => {
          const [after, before] = await Promise.all(
            shots.map(async (shot) => {
              const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
              const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
              const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
              context.drawImage(image, 0, 0);
              return [1, 4, 7].map((x) =>
                Array.from({ length: image.height }, (_, y) =>
                  [...context.getImageData(x, y, 1, 1).data].slice(0, 3).reduce((sum, channel, at) => {
                    const c = channel / 255;
                    return sum + [0.2126, 0.7152, 0.0722][at] * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                  }, 0.05),
                ),
              );
            }),
          );
          // How many pixels across the mark's upper edge tell with 3:1 that the focus is there, in the middle one of three
          // columns: a line of the picture may run under the ring in one of them.
          const counts = after.map((column, at) => column.filter((one, y) => Math.max(one, before[at][y]) / Math.min(one, before[at][y]) >= 3).length);
          return counts.sort((a, b) => a - b)[1];
        }, [focused, await look()]);
        if (changed < 2) wrong.push(`${ring.kind}: ${changed} px`);
      }
      assert.deepEqual(wrong, []);
    });
  }
}

const ROWS = Array.from({ length: 12 }, (_, index) => ({ label: `第${index + 1}镇`, value: index % 4 ? `${index + 1}余户` : index + 1, unit: "户" }));
const body = (figures, more = 'data-kind="bar"') => `<h2>一</h2><script src="/dist/tujie.js" ${more}>${JSON.stringify({ title: "各镇", figures })}</script><a href="#">后</a>`;

/** Puts the focus into the plot as a reader does. */
const enter = (page) => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".stop").focus());
const at = (page) => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.activeElement?.getAttribute("aria-label")?.split("：")[0] ?? null);

test("the plot is one stop for Tab, which leaves it at once", async (t) => {
  const { page } = await open(t, { body: body(ROWS) });
  await inState(page, "ready");
  const stops = [];
  for (let count = 0; count < 8; count++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => {
      const { activeElement } = document;
      const inside = activeElement.shadowRoot?.activeElement;
      return inside?.dataset.do ?? inside?.className ?? activeElement.localName;
    }));
  }
  assert.deepEqual(stops.slice(0, 5), ["stop", "table", "options", "save", "a"]);
});

test("each key does what the list of keys says, and the list names every key", async (t) => {
  const { page, said } = await open(t, { body: body(ROWS) });
  await inState(page, "ready");
  await enter(page);
  const press = async (key) => (await page.keyboard.press(key), at(page));
  assert.equal(await press("ArrowRight"), "第2镇");
  assert.equal(await press("ArrowLeft"), "第1镇");
  assert.equal(await press("ArrowDown"), "第2镇");
  assert.equal(await press("ArrowUp"), "第1镇");
  assert.equal(await press("PageDown"), "第6镇");
  assert.equal(await press("PageDown"), "第11镇");
  assert.equal(await press("PageUp"), "第6镇");
  assert.equal(await press("End"), "第12镇");
  assert.equal(await press("Home"), "第1镇");
  assert.equal(await press("5"), "第7镇");
  assert.equal(await press("0"), "第7镇");
  // Another key ends the number.
  assert.equal(await press("ArrowRight"), "第8镇");
  assert.equal(await press("2"), "第3镇");
  await press("Enter");
  assert.equal(await page.evaluate(() => seen.at(-1).detail.label), "第3镇");
  await press("?");
  const help = page.getByRole("group", { name: "键盘操作" });
  await help.waitFor();
  const keys = await help.locator("dt").allTextContents();
  assert.deepEqual(keys, ["← →", "↑ ↓", "Home End", "PgUp PgDn", "0–9", "Enter", "T", "S", "?", "Esc"]);
  await page.keyboard.press("Escape");
  assert.equal(await help.count(), 0);
  assert.equal(await at(page), "第3镇", "the focus is back where it was");
  await press("t");
  assert.equal(await page.evaluate(() => document.activeElement.localName), "table");
  assert.equal(await page.locator("[data-do=table]").getAttribute("aria-expanded"), "true");
  await enter(page);
  await press("t");
  assert.equal(await page.locator("[data-do=table]").getAttribute("aria-expanded"), "false", "it goes the way it came");
  assert.equal(await at(page), "第3镇");
  await press("ArrowRight");
  await press("Escape");
  assert.equal(await at(page), "第4镇", "the first Escape puts the details away");
  await press("Escape");
  assert.equal(await at(page), null, "the second one leaves");
  assert.deepEqual(said.errors, []);
});

test("a key press says one thing at most", async (t) => {
  const { page } = await open(t, { body: body(ROWS.map((row, index) => ({ ...row, year: 2010 + (index % 2) }))) });
  await inState(page, "ready");
  await page.locator("tujie-chart").getByRole("button", { name: /^选项 / }).click();
  await page.locator("tujie-chart .panel").waitFor();
  await page.evaluate(() => {
    window.messages = 0;
    const status = document.querySelector("tujie-chart").shadowRoot.querySelector("[role=status]");
    new MutationObserver(() => messages++).observe(status, { childList: true, characterData: true, subtree: true });
  });
  const messages = () => page.evaluate(() => [messages, (messages = 0)][0]);
  await enter(page);
  for (const key of ["ArrowRight", "End", "5", "Enter"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
    // The focus itself is spoken: a message besides would be a second one.
    assert.equal(await messages(), 0, key);
  }
  await page.locator("tujie-chart input[type=range]").focus();
  for (const key of ["ArrowRight", "ArrowLeft"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(400);
    assert.ok((await messages()) <= 1, key);
  }
  await page.locator("tujie-chart").getByRole("button", { name: "从大到小" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(400);
  assert.equal(await messages(), 1);
});

test("any of a thousand data is four keys away or fewer, and there are few nodes for a hundred thousand", async (t) => {
  const line = (count) => Array.from({ length: count }, (_, index) => ({ label: "雨量", value: 100 + (index * 37) % 90, unit: "毫米", year: new Date(Date.UTC(2009, 0, 1 + index)).toISOString().slice(0, 10) }));
  const { page } = await open(t, { body: body(line(1000), 'data-kind="line"') });
  await inState(page, "ready");
  await enter(page);
  const order = await page.evaluate(() => document.querySelector("tujie-chart").figures.figures.map(({ id }) => id));
  assert.equal(order.length, 1000);
  let most = 0;
  for (const place of [0, 1, 9, 123, 499, 500, 777, 998, 999]) {
    await page.keyboard.press("Home");
    const keys = place ? String(place).padStart(3, "0").split("") : [];
    for (const key of keys) await page.keyboard.press(key);
    most = Math.max(most, keys.length + 1);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => seen.at(-1).detail.id), order[place]);
  }
  assert.equal(most, 4);

  const csv = "label,value,unit\n" + Array.from({ length: 100_000 }, (_, index) => `镇${index},${(index * 37) % 501},户`).join("\n");
  const { page: large } = await open(t, {
    body: '<tujie-chart kind="bar" src="f.csv" loading="eager"></tujie-chart><script async src="/dist/tujie.js"></script>',
    answers: { "/f.csv": { body: csv } },
  });
  await large.waitForFunction(() => document.querySelector("tujie-chart").dataset.state === "ready", null, { timeout: 30_000 });
  const session = await large.context().newCDPSession(large);
  const count = async () => {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    return nodes.filter(({ ignored, role }) => !ignored && role?.value !== "InlineTextBox").length;
  };
  const closed = await count();
  await large.locator("tujie-chart [data-do=table]").click();
  const opened = await count();
  assert.ok(closed > 5 && opened > closed + 200 && opened <= 500, `${closed} nodes, and ${opened} with the table open`);
  assert.match(await large.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".rest").textContent), /\d+项见数据表/);
});

test("the title is a heading one level below the last one before it", async (t) => {
  const { page } = await open(t, { body: body(ROWS) + "<h4>二</h4>" + body(ROWS).replace("<h2>一</h2>", "") });
  await inState(page, "ready", 2);
  const headings = await page.getByRole("heading", { name: "各镇" }).evaluateAll((nodes) => nodes.map((node) => node.getAttribute("aria-level")));
  assert.deepEqual(headings, ["3", "5"]);
});

test("details that the pointer has brought up go with Escape, wherever the focus is, and no key is taken from the page", async (t) => {
  const { page } = await open(t, { body: body(ROWS) + "<input>" });
  await inState(page, "ready");
  await page.focus("input");
  await page.evaluate(() => addEventListener("keydown", (event) => (window.taken = event.defaultPrevented)));
  const box = await page.locator("tujie-chart .plot").boundingBox();
  await page.mouse.move(box.x + 200, box.y + 30);
  const tip = page.locator("tujie-chart .tip");
  assert.equal(await tip.isVisible(), true);
  // It can be pointed at, and stays.
  const inside = await tip.boundingBox();
  await page.mouse.move(inside.x + 5, inside.y + 5, { steps: 4 });
  await page.waitForTimeout(500);
  assert.equal(await tip.isVisible(), true);
  await page.keyboard.press("Escape");
  assert.equal(await tip.isVisible(), false);
  assert.equal(await page.evaluate(() => taken), false);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "input");
});

test("the chart is heard on request, after a summary, with one tone for each value, and Escape ends it", async (t) => {
  const { page } = await open(t, {
    body: body(ROWS),
    init: () => {
      window.tones = [];
      // Nobody has to hear the words here: they are told how long they have.
      window.pauses = [];
      const wait = setTimeout;
      window.setTimeout = (act, time, ...given) => wait(act, time >= 2000 ? (pauses.push(time), 50) : time, ...given);
      const start = AudioScheduledSourceNode.prototype.start;
      OscillatorNode.prototype.start = function (...given) {
        if (this.type === "triangle") {
          const status = document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent;
          tones.push({ pitch: this.frequency.value, said: status.length, tip: document.querySelector("tujie-chart").shadowRoot.querySelector(".tip").textContent });
        }
        return start.apply(this, given);
      };
    },
  });
  await inState(page, "ready");
  assert.equal(await page.evaluate(() => tones.length), 0);
  await enter(page);
  await page.keyboard.press("s");
  await page.waitForFunction(() => tones.length === 12, null, { timeout: 15_000 });
  const pauses = await page.evaluate(() => pauses);
  const tones = await page.evaluate(() => tones);
  const status = await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent);
  assert.match(status, /^共12个音.*最低：第1镇：1户。最高：第12镇：至少12户。$/);
  assert.ok(tones.every(({ said }) => said > 0), "the words come first");
  const spoken = [...status].reduce((sum, letter) => sum + (/[\u3000-\u9fff]/.test(letter) ? 220 : 60), 0);
  assert.ok(spoken > 10_000 && spoken < 20_000 && pauses.includes(spoken), `${pauses} for ${status}`);
  assert.deepEqual(tones.map(({ tip }) => tip.split("：")[0]), ROWS.map(({ label }) => label));
  assert.ok(Math.abs(tones[0].pitch - 220) < 1 && Math.abs(tones[11].pitch - 880) < 1, JSON.stringify(tones.map(({ pitch }) => pitch)));
  assert.ok(tones.every(({ pitch }, index) => !index || pitch > tones[index - 1].pitch));
  await page.waitForTimeout(1500);
  await page.keyboard.press("s");
  await page.waitForFunction(() => tones.length >= 14, null, { timeout: 10_000 });
  await page.keyboard.press("Escape");
  const stopped = await page.evaluate(() => tones.length);
  await page.waitForTimeout(1200);
  assert.equal(await page.evaluate(() => tones.length), stopped);
});

test("a page of the table that is turned to is told, and where there is no other the button says so", async (t) => {
  const rows = Array.from({ length: 250 }, (_, index) => ({ label: `第${index + 1}村`, value: index + 1, unit: "户" }));
  const { page } = await open(t, { body: body(rows) });
  await inState(page, "ready");
  const now = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector("tujie-chart");
      const ends = [...shadowRoot.querySelectorAll(".pages button")].map((button) => button.ariaDisabled);
      return [shadowRoot.querySelector(".status").textContent, shadowRoot.querySelector(".pages span").textContent, ...ends];
    });
  await page.locator("[data-do=table]").click();
  assert.deepEqual(await now(), ["", "第1/4页", "true", "false"], "opening it says nothing");
  const turn = async (name) => {
    await page.getByRole("button", { name: new RegExp(`^${name}( |$)`) }).click({ force: true });
    return now();
  };
  assert.deepEqual(await turn("下一页"), ["第2/4页", "第2/4页", "false", "false"]);
  await turn("下一页");
  assert.deepEqual(await turn("下一页"), ["第4/4页", "第4/4页", "false", "true"]);
  assert.deepEqual(await turn("下一页"), ["第4/4页", "第4/4页", "false", "true"], "it stays, and the focus with it");
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.activeElement.dataset.do), "on");
});

test("Escape leads from the table back to the figure", async (t) => {
  const { page } = await open(t, { body: body(ROWS) });
  await inState(page, "ready");
  await enter(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("t");
  await page.keyboard.press("Escape");
  assert.equal(await at(page), "第2镇");
  await page.locator("tujie-chart [data-sort=label]").focus();
  await page.keyboard.press("Escape");
  assert.equal(await at(page), "第2镇");
  assert.equal(await page.locator("tujie-chart .tip").isVisible(), true, "with its details");
});

test("Escape puts one thing away, and the page's dialog only when nothing is left to put away", async (t) => {
  const { page } = await open(t, { body: `<dialog>${body(ROWS)}</dialog><script>document.querySelector("dialog").showModal()</script>` });
  await inState(page, "ready");
  const shown = () => page.evaluate(() => [document.querySelector("dialog").open, !document.querySelector("tujie-chart").shadowRoot.querySelector(".tip").hidden]);
  await enter(page);
  assert.deepEqual(await shown(), [true, true]);
  await page.keyboard.press("Escape");
  assert.deepEqual(await shown(), [true, false]);
  await page.keyboard.press("?");
  const panel = page.locator("tujie-chart .panel");
  await panel.waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  assert.equal((await shown())[0], true, "the list of keys");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  assert.equal((await shown())[0], false);
});

test("cards are heard one name at a time, in the course of time, and what is missing is a silent beat", async (t) => {
  const figures = [...[3, 1, null, 2].map((value, year) => ({ label: "户数", value, unit: "户", year: 2020 + year })), ...[60, 70].map((value, year) => ({ label: "比率", value, unit: "%", year: 2022 + year }))];
  const { page } = await open(t, {
    body: `<script src="/dist/tujie.js" data-kind="cards">${JSON.stringify({ figures })}</script>`,
    init: () => {
      window.pitches = [];
      const wait = setTimeout;
      window.setTimeout = (act, time, ...given) => wait(act, time >= 2000 ? 50 : time, ...given);
      const start = AudioScheduledSourceNode.prototype.start;
      OscillatorNode.prototype.start = function (...given) {
        pitches.push(Math.round(this.frequency.value));
        return start.apply(this, given);
      };
    },
  });
  await inState(page, "ready");
  const heard = async (id) => {
    await page.evaluate((id) => (pitches.splice(0), document.querySelector("tujie-chart").focusMark(id)), id);
    await page.keyboard.press("s");
    await page.waitForFunction(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent);
    await page.waitForTimeout(2500);
    return page.evaluate(() => [...pitches, document.querySelector("tujie-chart").shadowRoot.querySelector(".status").textContent]);
  };
  const ids = await page.evaluate(() => document.querySelector("tujie-chart").figures.figures.map(({ id }) => id));
  const [first, second, third, told] = await heard(ids[3]);
  assert.deepEqual([first, second, third], [880, 220, 440]);
  assert.match(told, /^共3个音/);
  assert.deepEqual((await heard(ids[5])).slice(0, 2), [220, 880]);
});

test("the picture takes the arrow keys itself, says so where it is in the page, and all in it can be reached", async (t) => {
  for (const [lang, name, hint] of [["zh-CN", "图表", "方向键逐项查看，问号键列出全部按键；数据表列出全部数字。"], ["zh-TW", "圖表", "方向鍵逐項檢視，問號鍵列出全部按鍵；資料表列出全部數字。"], ["en", "Chart", " Arrow keys go from figure to figure, the question mark lists all keys; the data table lists every number."]]) {
    const rows = ["甲", "乙"].flatMap((label) => [2010, 2011].map((year) => ({ label, value: year - 2000, unit: "户", year })));
    const { page } = await open(t, { lang, body: `<script src="/dist/tujie.js" data-kind="stacked">${JSON.stringify({ title: "两年", figures: rows })}</script>` });
    await inState(page, "ready");
    const plot = page.getByRole("application", { name: "两年" });
    assert.equal(await plot.getAttribute("aria-roledescription"), name);
    await page.waitForFunction(() => document.querySelector("tujie-chart").shadowRoot.querySelector("#about").textContent);
    const about = await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector("#about").textContent);
    assert.ok(about.endsWith(hint) && about.length > hint.length, about);
    const picture = await page.evaluate(() => document.querySelector("tujie-chart").toSVG());
    assert.ok(picture.includes("</desc>") && !picture.includes(hint.trim()), "a picture takes no keys");
    const stops = [];
    for (let count = 0; count < 6; count++) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate(() => { const { activeElement: node } = document.querySelector("tujie-chart").shadowRoot; return node.dataset.series ?? node.dataset.do ?? node.className; }));
    }
    assert.deepEqual([...stops].sort(), ["2010", "2011", "options", "save", "stop", "table"].map((stop) => ({ 2010: "甲", 2011: "乙" })[stop] ?? stop).sort(), `${stops}`);
  }
});

test("tones wait for short and for endless words, and a second press during the words ends it", async (t) => {
  for (const [label, time] of [["a", 2000], ["长".repeat(200), 20_000]]) {
    const { page } = await open(t, {
      lang: "en",
      body: body([{ label, value: 1 }, { label: label + label, value: 2 }]),
      init: () => {
        window.pauses = [];
        const wait = setTimeout;
        window.setTimeout = (act, time, ...given) => (time >= 2000 && pauses.push(time), wait(act, time, ...given));
        window.contexts = [];
        window.AudioContext = class extends AudioContext {
          constructor() {
            super();
            contexts.push(this);
          }
        };
      },
    });
    await inState(page, "ready");
    await enter(page);
    await page.keyboard.press("s");
    await page.waitForFunction(() => contexts.length === 1);
    const pauses = await page.evaluate(() => pauses);
    assert.ok(label === "a" ? pauses.at(-1) > 2000 && pauses.at(-1) < 9000 : pauses.at(-1) === time, `${pauses}`);
    await page.keyboard.press("s");
    await page.waitForFunction(() => contexts[0].state === "closed");
    assert.equal(await page.evaluate(() => contexts.length), 1);
  }
});
