/** What the reader's system asks for, and how large the text and how small the screen is: obeyed at once, also when it changes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { LAUNCH, inState, open, useBrowser } from "./browser.mjs";
import { page as html, serve } from "./server.mjs";

useBrowser();

const FIGURES = [["投入资金", "40余万元"], ["扶助资金", "180余万元"], ["平台", "约30万元"]].map(([label, value]) => ({ label, value, year: 2011 }));
const DATA = { title: "2011年投入", subtitle: "各项投入", source: { name: "东昌时讯", date: "2012-01-13" }, notes: ["按报道所载。"], figures: FIGURES };
const body = (more = "", data = DATA) => `<script src="/dist/tujie.js" data-kind="bar" ${more}>${JSON.stringify(data)}</script>`;

/** Chart colours by name, as the texts around the canvas have them. */
const colors = (page) =>
  page.evaluate(() => {
    const { style } = document.querySelector("tujie-chart").shadowRoot.querySelector(".frame");
    return Object.fromEntries(["text", "muted", "axis", "rule"].map((name) => [name, style.getPropertyValue("--_" + name)]));
  });

test("forced colours are painted within two frames of the change, and so is what was before", async (t) => {
  const { page } = await open(t, { body: body() });
  await inState(page, "ready");
  await page.evaluate(() => {
    const root = document.querySelector("tujie-chart").shadowRoot;
    const canvas = root.querySelector("canvas");
    // Inside the first bar, which is left of the middle of its mark.
    const { style } = root.querySelector(".stop");
    const scale = canvas.width / canvas.getBoundingClientRect().width;
    const at = ["left", "top"].map((side) => (parseFloat(style[side]) + 5) * scale);
    window.color = () => [...canvas.getContext("2d").getImageData(...at, 1, 1).data].slice(0, 3).join();
    window.frames_ = [];
    matchMedia("(forced-colors:active)").addEventListener("change", () => {
      const before = color();
      let count = 0;
      const look = () => {
        count++;
        if (color() !== before || count > 30) frames_.push([count, before, color()]);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  });
  const before = await page.evaluate(() => color());
  for (const forcedColors of ["active", "none"]) {
    await page.emulateMedia({ forcedColors });
    await page.waitForFunction((count) => frames_.length === count, forcedColors === "active" ? 1 : 2);
  }
  const [there, back] = await page.evaluate(() => frames_);
  assert.ok(there[0] <= 2 && back[0] <= 2, `${there[0]} and ${back[0]} frames`);
  assert.equal(there[1], before);
  assert.notEqual(there[2], before);
  assert.equal(back[2], before);
});

test("nothing steps back for readers who ask for more contrast, from when they ask", async (t) => {
  const { page } = await open(t, { body: body() });
  await inState(page, "ready");
  const before = await colors(page);
  assert.notEqual(before.muted, before.text);
  await page.emulateMedia({ contrast: "more" });
  await page.waitForFunction((muted) => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_muted") !== muted, before.muted);
  assert.deepEqual(await colors(page), { text: before.text, muted: before.text, axis: before.text, rule: before.axis });
  await page.emulateMedia({ contrast: "no-preference" });
  await page.waitForFunction((muted) => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_muted") === muted, before.muted);
});

test("with reduced motion the picture stands still from its first frame, and stops where the wish comes later", async (t) => {
  const { page } = await open(t, { body: body('data-sort="asc"'), context: { reducedMotion: "no-preference" } });
  await inState(page, "ready");
  await page.waitForTimeout(800);
  const picture = () => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector("canvas").toDataURL());
  // Starts moving, and is asked to stop on its way.
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("sort", "desc"));
  await page.waitForTimeout(60);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.waitForTimeout(60);
  const stopped = await picture();
  await page.waitForTimeout(600);
  assert.equal(await picture(), stopped);
  const frames = await page.evaluate(async () => {
    const host = document.querySelector("tujie-chart");
    const canvas = host.shadowRoot.querySelector("canvas");
    const first = canvas.toDataURL();
    host.setAttribute("sort", "asc");
    while (canvas.toDataURL() === first) await new Promise(requestAnimationFrame);
    const frames = [canvas.toDataURL()];
    for (const delay of [100, 400]) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      frames.push(canvas.toDataURL());
    }
    return frames;
  });
  assert.equal(new Set(frames).size, 1);
});

test("a browser that sets text twice as large gets a chart twice as large", async (t) => {
  const server = await serve({ "/page": { body: html(body('data-height="1200"')) } });
  const sizes = [];
  for (const size of [16, 32]) {
    const browser = await chromium.launch({ ...LAUNCH, args: [...LAUNCH.args, `--blink-settings=defaultFontSize=${size}`] });
    const page = await browser.newPage({ viewport: { width: 1600, height: 1300 }, reducedMotion: "reduce" });
    await page.goto(server.origin + "/page");
    await inState(page, "ready");
    sizes.push(
      await page.evaluate(() => {
        const host = document.querySelector("tujie-chart");
        const root = host.shadowRoot;
        const of = (name) => parseFloat(getComputedStyle(root.querySelector(name)).fontSize);
        const canvas = root.querySelector("canvas");
        host.focusMark("平台@2011");
        const stop = root.activeElement.getBoundingClientRect();
        const plot = root.querySelector(".plot").getBoundingClientRect();
        // The pointer finds what the ring is around.
        root.querySelector(".plot").dispatchEvent(new PointerEvent("pointermove", { clientX: stop.x + 4, clientY: stop.y + stop.height / 2, bubbles: true, composed: true }));
        return {
          fonts: [".title", ".subtitle", ".source", ".tip", ".tools button"].map(of).concat(parseFloat(getComputedStyle(host.querySelector("table[slot]")).fontSize)),
          bar: stop.height,
          width: canvas.getBoundingClientRect().width / plot.width,
          tip: root.querySelector(".tip").textContent,
          crisp: canvas.width / canvas.getBoundingClientRect().width,
        };
      }),
    );
    await browser.close();
  }
  await server.close();
  const [usual, large] = sizes;
  assert.deepEqual(large.fonts, usual.fonts.map((size) => size * 2));
  assert.ok(Math.abs(large.bar / usual.bar - 2) < 0.05, `${usual.bar} and ${large.bar} px`);
  for (const { width, tip, crisp } of sizes) {
    assert.ok(Math.abs(width - 1) < 0.01 && crisp === 1, `${width} ${crisp}`);
    assert.match(tip, /^平台：约300,000元/);
  }
});

test("large type is at least 18 px everywhere, with lines of 1.3 and targets of 44 px", async (t) => {
  const { page } = await open(t, { body: body('data-size="large" data-height="700"') });
  await inState(page, "ready");
  const chart = page.locator("tujie-chart");
  for (const name of ["数据表", "选项"]) await chart.getByRole("button", { name: new RegExp(`^${name}( |$)`) }).click();
  await chart.getByRole("group", { name: "排序" }).waitFor();
  await page.evaluate(() => document.querySelector("tujie-chart").highlight("平台@2011"));
  const small = await page.evaluate(() => {
    const host = document.querySelector("tujie-chart");
    const wrong = [];
    const nodes = [...host.shadowRoot.querySelectorAll("*"), ...host.querySelectorAll("*")];
    for (const node of nodes) {
      const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
      const { fontSize, lineHeight } = getComputedStyle(node);
      const box = node.getBoundingClientRect();
      if (own && box.width > 1 && (parseFloat(fontSize) < 18 || parseFloat(lineHeight) / parseFloat(fontSize) < 1.3)) wrong.push(`${node.localName}.${node.className} ${fontSize} ${lineHeight}`);
      if (node.localName === "button" && box.width && (box.width < 44 || box.height < 44)) wrong.push(`${node.textContent} ${box.width}×${box.height}`);
    }
    return wrong;
  });
  assert.deepEqual(small, []);
});

test("more space between letters, words and lines cuts nothing off", async (t) => {
  const { page } = await open(t, { body: body('data-height="320"') });
  await inState(page, "ready");
  const height = () => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".plot").clientHeight);
  const before = await height();
  await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }" });
  await page.evaluate(() => document.querySelector("tujie-chart").setAttribute("subtitle", "各项投入，".repeat(30)));
  await page.waitForTimeout(300);
  assert.ok((await height()) < before, "the subtitle takes room from the plot");
  const cut = await page.evaluate(() => {
    const root = document.querySelector("tujie-chart").shadowRoot;
    const frame = root.querySelector(".frame");
    const end = frame.getBoundingClientRect().bottom + 0.5;
    return [...root.querySelectorAll(".title, .subtitle, .key, .rest, .notes, .foot")].filter((node) => node.getBoundingClientRect().bottom > end || node.getBoundingClientRect().right > innerWidth)
      .map((node) => `${node.className} ${node.getBoundingClientRect().bottom} ${end}`);
  });
  assert.deepEqual(cut, []);
});

for (const path of ["/gallery.html", "/gallery.en.html", "/", "/en.html"]) {
  test(`${path} needs no scrolling sideways in 320 × 256 px, with tables and options open`, async (t) => {
    const { page } = await open(t, { path, context: { viewport: { width: 320, height: 256 } } });
    await page.waitForFunction(() => window.Tujie);
    const charts = page.locator("tujie-chart");
    for (let index = 0; index < (await charts.count()); index++) {
      await charts.nth(index).evaluate((chart) => chart.scrollIntoView());
      await page.waitForFunction((index) => document.querySelectorAll("tujie-chart")[index].dataset.state === "ready", index);
      if (!(await charts.nth(index).locator("[data-do=table]").isVisible())) continue;
      await charts.nth(index).locator("[data-do=table]").click();
      await charts.nth(index).locator("[data-do=options]").click();
      await charts.nth(index).locator(".panel").waitFor();
    }
    const wide = await page.evaluate(() => {
      const wide = [];
      for (const { shadowRoot } of document.querySelectorAll("tujie-chart")) {
        for (const node of shadowRoot.querySelectorAll(".frame, .plot, .panel, .row, .tools, .status")) {
          if (node.getBoundingClientRect().right > innerWidth + 0.5) wide.push(node.className);
        }
      }
      return [document.scrollingElement.scrollWidth, ...wide];
    });
    assert.deepEqual(wide, [320]);
  });
}

test("a page from right to left has the same picture, with focus and pointer in their places", async (t) => {
  const pictures = [];
  for (const dir of ["ltr", "rtl"]) {
    const { page } = await open(t, { body: `<div dir="${dir}">${body('data-height="420"')}</div>` });
    await inState(page, "ready");
    pictures.push(
      await page.evaluate(() => {
        const host = document.querySelector("tujie-chart");
        const root = host.shadowRoot;
        const plot = root.querySelector(".plot").getBoundingClientRect();
        host.focusMark("扶助资金@2011");
        const stop = root.activeElement.getBoundingClientRect();
        const canvas = root.querySelector("canvas");
        const box = canvas.getBoundingClientRect();
        return { at: [stop.x - plot.x, stop.y - plot.y], picture: canvas.toDataURL(), left: box.x - plot.x, wide: document.scrollingElement.scrollWidth - innerWidth };
      }),
    );
  }
  assert.deepEqual(pictures[1], pictures[0]);
});

test("a theme that a part of the page takes on, or the chart itself, is followed", async (t) => {
  const { page } = await open(t, { body: `<style>#part.dark{background:#111}#part.scheme{color-scheme:dark;background:#111}</style><div id="part">${body()}</div>` });
  await inState(page, "ready");
  const ground = () => page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_ground"));
  const light = await ground();
  for (const name of ["dark", "scheme"]) {
    await page.evaluate((name) => (part.className = name), name);
    await page.waitForFunction((light) => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_ground") !== light, light);
    await page.evaluate(() => (part.className = ""));
    await page.waitForFunction((light) => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").style.getPropertyValue("--_ground") === light, light);
  }
  const pixels = () => page.evaluate(() => {
    const canvas = document.querySelector("tujie-chart").shadowRoot.querySelector("canvas");
    return new Set(new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer)).has(0xffaa00aa);
  });
  assert.equal(await pixels(), false);
  await page.evaluate(() => document.querySelector("tujie-chart").style.setProperty("--tujie-series-1", "#aa00aa"));
  for (let tries = 0; tries < 50 && !(await pixels()); tries++) await page.waitForTimeout(50);
  assert.equal(await pixels(), true, "the bars have the colour that was set on the element");
});

test("lines of a Chinese title end between words, and never inside a number or before what it counts", async (t) => {
  const title = "2024年末全国人口14.08亿，城镇化率67.00%，每10万人中有大学文化程度者41980人";
  for (const width of [280, 320, 360, 420]) {
    const { page } = await open(t, { body: `<script src="/dist/tujie.js" data-kind="bar" data-title="${title}">${JSON.stringify({ figures: [{ label: "甲", value: 1 }] })}</script>`, context: { viewport: { width, height: 800 } } });
    await inState(page, "ready");
    const { text, broken, lines } = await page.evaluate(() => {
      const node = document.querySelector("tujie-chart").shadowRoot.querySelector(".title");
      const text = node.textContent;
      // Where each character stands, text node by text node.
      const tops = [];
      for (const part of node.childNodes) {
        for (let at = 0; at < (part.length ?? 0); at++) {
          const range = document.createRange();
          range.setStart(part, at);
          range.setEnd(part, at + 1);
          tops.push(range.getBoundingClientRect().top);
        }
      }
      const broken = [...text.matchAll(/[\d.]+[年亿万人%]/g)].filter(({ 0: { length }, index }) => tops[index] !== tops[index + length - 1]).map(([found]) => found);
      return { text, broken, lines: new Set(tops).size };
    });
    assert.equal(text, title);
    assert.ok(lines > 1, "it takes several lines");
    assert.deepEqual(broken, [], `at ${width} px`);
  }
});

test("a language that is written as no tag is breaks nothing", async (t) => {
  const { page, said } = await open(t, { lang: "zh_CN", body: body() });
  await inState(page, "ready");
  assert.deepEqual(said.errors, []);
});

test("what the signs of bounds mean is told where room is short, too, and the chart comes to rest", async (t) => {
  const figures = Array.from("甲乙丙丁戊己庚辛", (label, index) => ({ label, value: `${index + 1}0余万元` }));
  const short = (height) =>
    `<tujie-chart kind="bar" loading="eager" height="${height}"><script type="application/json">${JSON.stringify({ title: "资金", figures })}</script></tujie-chart><script src="/dist/tujie.js"></script>`;
  for (const [height, name] of [[160, "cramped"], [260, "tight"]]) {
    const { page } = await open(t, { body: short(height) });
    await inState(page, "ready");
    await page.waitForFunction((name) => document.querySelector("tujie-chart").shadowRoot.querySelector(".frame").classList.contains(name), name);
    const [key, changes, over] = await page.evaluate(async () => {
      const host = document.querySelector("tujie-chart");
      const frame = host.shadowRoot.querySelector(".frame");
      let changes = 0;
      new MutationObserver(() => changes++).observe(frame, { attributes: true });
      await new Promise((resolve) => setTimeout(resolve, 400));
      return [frame.querySelector(".key").offsetHeight, changes, host.offsetHeight];
    });
    assert.ok(key > 10, `${name}: the key is ${key} px high`);
    assert.deepEqual([changes, over], [0, height], name);
  }
});
