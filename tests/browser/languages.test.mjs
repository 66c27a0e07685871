/** Charts in pages of other languages than theirs: which way each text runs, and whose voice speaks it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inState, open, useBrowser } from "./browser.mjs";

useBrowser();

const SCRIPT = '<script src="/dist/tujie.js"></script>';
const chart = (data, options = "") =>
  `<tujie-chart kind="bar" loading="eager" ${options}><script type="application/json">${JSON.stringify(data)}</script></tujie-chart>`;

const DATA = {
  title: "Growth (in %)!",
  subtitle: "All towns.",
  notes: ["Provisional figures."],
  source: { name: "City office.", date: "2012" },
  figures: [
    { label: "Points", value: "more than 4%", year: 2010 },
    { label: "Points", value: "−0.6%", year: 2011 },
    { label: "Funds", value: "30,000 to 50,000 yuan", year: 2011 },
    { label: "שלום!", value: "12%", year: 2011 },
  ],
};

/** Of each text that has these letters: in what order the places of the characters in it stand, from left to right. */
const order = ([selector, texts]) => {
  const host = document.querySelector("tujie-chart");
  const nodes = [...host.shadowRoot.querySelectorAll(selector), ...host.querySelectorAll(`table[slot] :is(${selector})`)];
  return texts.map((text) => {
    const node = nodes.find(({ textContent }) => textContent.includes(text));
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const places = [];
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.data.length; at++) {
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const [box] = range.getClientRects();
        if (box?.width) places.push([walker.currentNode.data[at], Math.round(box.top), box.left]);
      }
    }
    const top = places[0][1];
    return places.filter((place) => place[1] === top).sort((one, other) => one[2] - other[2]).map(([letter]) => letter).join("");
  });
};

for (const lang of ["he", "ar"]) {
  test(`in a page of ${lang} each text runs as its letters do, and begins where the page's do`, async (t) => {
    const { page } = await open(t, { body: chart(DATA) + SCRIPT });
    await page.evaluate((lang) => Object.assign(document.documentElement, { dir: "rtl", lang }), lang);
    await inState(page, "ready");
    await page.evaluate(() => document.querySelector("tujie-chart").shadowRoot.querySelector("[data-do=table]").click());
    assert.deepEqual(await page.evaluate(order, ["td", ["0.6%", "yuan"]]), ["−0.6%", "30,000 to 50,000 yuan"]);
    assert.deepEqual(await page.evaluate(order, ["th", ["שלום", "Funds"]]), ["!םולש", "Funds"]);
    const own = [".title", ".subtitle", ".key", ".notes li", ".source"];
    for (const selector of own) {
      const text = await page.evaluate((selector) => document.querySelector("tujie-chart").shadowRoot.querySelector(selector).textContent, selector);
      assert.deepEqual(await page.evaluate(order, [selector, [text]]), [text], selector);
    }
    await page.evaluate(() => document.querySelector("tujie-chart").highlight(document.querySelector("tujie-chart").figures.figures[1].id));
    const [tip] = await page.evaluate(order, [".tip p", ["from 2010"]]);
    assert.match(tip, /^.*from 2010\.$/);
    // Text on the right, as the page has it, and numbers with their units below each other.
    const right = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("tujie-chart");
      const gap = (node, box = node) => {
        const range = new Range();
        range.selectNodeContents(node);
        return box.getBoundingClientRect().right - parseFloat(getComputedStyle(box).paddingRight) - range.getBoundingClientRect().right;
      };
      const cells = [...document.querySelectorAll("tujie-chart table[slot] :is(caption, th, td)")];
      return [...[".title", ".subtitle", ".key", ".notes li"].map((part) => shadowRoot.querySelector(part)), ...cells].map((node) => Math.round(gap(node)));
    });
    assert.ok(right.every((gap) => Math.abs(gap) <= 1), `${right}`);
  });
}

test("a text in Hebrew runs from the right in a page that runs from the left, and begins on the left", async (t) => {
  const { page } = await open(t, { lang: "en", body: chart({ ...DATA, title: "שלום!" }) + SCRIPT });
  await inState(page, "ready");
  assert.deepEqual(await page.evaluate(order, [".title", ["שלום"]]), ["!םולש"]);
  assert.deepEqual(await page.evaluate(order, [".subtitle", ["All"]]), ["All towns."]);
  const left = await page.evaluate(() => {
    const title = document.querySelector("tujie-chart").shadowRoot.querySelector(".title");
    const range = new Range();
    range.selectNodeContents(title);
    return range.getBoundingClientRect().left - title.getBoundingClientRect().left;
  });
  assert.ok(Math.abs(left) <= 1, `${left}`);
});

/** In which language what stands in a chart is spoken. */
const spoken = (page) =>
  page.evaluate(() => {
    const host = document.querySelector("tujie-chart");
    const langOf = (node) => {
      for (; node; node = node.assignedSlot ?? node.parentNode ?? node.host) if (node.lang) return node.lang;
    };
    const inside = (selector) => langOf(host.shadowRoot.querySelector(selector));
    const table = (selector) => host.querySelector(`table[slot] ${selector}`).closest("[lang]").lang;
    return {
      own: [...["#about", ".stop", ".tip", ".key", ".rest", "[data-do=table]", ".status", ".pages"].map(inside), ...["thead th", "td"].map(table)].join(),
      page: ["canvas", ".plot"].map(inside).join(),
      table: ["caption", "tbody th", "td:last-child"].map(table).join(),
      document: [".title", ".subtitle", ".notes", ".source"].map(inside).join(),
    };
  });

test("what the chart itself says is spoken as what it is, and the rest in the language of the page or the document", async (t) => {
  const own = (lang) => Array(10).fill(lang).join();
  for (const [lang, said] of [["fr", "en"], ["ar", "en"], ["he", "en"], ["ja", "en"], ["en-GB", "en-GB"], ["zh-CN", "zh-CN"], ["zh-Hant", "zh-Hant"]]) {
    const { page } = await open(t, { lang, body: chart(DATA) + SCRIPT });
    await inState(page, "ready");
    const all = (count) => Array(count).fill(lang).join();
    assert.deepEqual(await spoken(page), { own: own(said), page: all(2), table: all(3), document: all(4) }, lang);
  }
  const { page } = await open(t, { lang: "fr", body: chart({ ...DATA, lang: "zh-CN" }, 'heading="Croissance"') + SCRIPT });
  await inState(page, "ready");
  assert.deepEqual(await spoken(page), { own: own("en"), page: "fr,fr", table: "fr,fr,fr", document: "fr,zh-CN,zh-CN,zh-CN" });
});

test("a document's language is that of its table, where the page names none", async (t) => {
  const html = `<!doctype html><meta charset="utf-8"><body>${chart({ ...DATA, lang: "zh-CN" })}${SCRIPT}`;
  const { page } = await open(t, { path: "/bare", answers: { "/bare": { body: html } } });
  await inState(page, "ready");
  assert.equal(await page.evaluate(() => document.querySelector("tujie-chart table[slot]").lang), "zh-CN");
});

test("a title that breaks between words is one name, and one that does not is one text", async (t) => {
  for (const [title, breaks] of [["2024年末全国人口", 2], ["Population at the end of 2024", 0]]) {
    const { page } = await open(t, { body: chart({ ...DATA, title }) + SCRIPT });
    await inState(page, "ready");
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    assert.deepEqual(nodes.filter(({ role }) => role?.value === "heading").map(({ name }) => name.value), [title]);
    const [text, parts] = await page.evaluate(() => {
      const node = document.querySelector("tujie-chart").shadowRoot.querySelector(".title");
      return [node.textContent, [...node.childNodes].map((part) => part.localName ?? "text")];
    });
    assert.equal(text, title);
    assert.deepEqual([parts.filter((part) => part === "wbr").length, parts.length], [breaks, 2 * breaks + 1], `${parts}`);
  }
});
