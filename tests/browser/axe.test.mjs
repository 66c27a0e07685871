import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open, useBrowser } from "./browser.mjs";

useBrowser();

const AXE = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
};

/**
 * What axe-core leaves open, and why that is right: it judges the colours of words, and the keys "← →" and "↑ ↓" are none; they have the
 * colour of the other keys in the list, which it finds right.
 */
const isExplained = ({ id, nodes }) =>
  /^color-contrast/.test(id) && nodes.every(({ target, failureSummary }) => /> dt$/.test(target) && /only non-text characters/.test(failureSummary));

for (const path of ["/gallery.html", "/gallery.en.html"]) {
  for (const [name, context] of [["light", { colorScheme: "light" }], ["dark", { colorScheme: "dark" }], ["forced colours", { forcedColors: "active" }]]) {
    test(`axe-core finds nothing wrong in ${path} in ${name}, with tables and panels closed and open`, async (t) => {
      const { page } = await open(t, { path, context });
      await page.waitForFunction(() => window.Tujie);
      const charts = page.locator("tujie-chart");
      for (let index = 0; index < (await charts.count()); index++) {
        await charts.nth(index).evaluate((chart) => chart.scrollIntoView());
        await page.waitForFunction((index) => document.querySelectorAll("tujie-chart")[index].dataset.state === "ready", index);
      }
      await page.evaluate(AXE);
      const press = (name) =>
        page.evaluate((name) => document.querySelectorAll("tujie-chart").forEach(({ shadowRoot }) => shadowRoot.querySelector(`[data-do=${name}]`).click()), name);
      for (const opened of ["nothing", "table", "options", "save", "keys"]) {
        if (opened === "keys") {
          await page.evaluate(() => {
            for (const { shadowRoot } of document.querySelectorAll("tujie-chart")) {
              const stop = shadowRoot.querySelector(".stop");
              stop.focus();
              stop.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true, composed: true }));
            }
          });
          await page.waitForFunction(() => [...document.querySelectorAll("tujie-chart")].every(({ shadowRoot }) => shadowRoot.querySelector(".panel dl")));
        } else if (opened !== "nothing") await press(opened);
        if (opened === "options" || opened === "save") {
          const panels = (expanded) => [...document.querySelectorAll("tujie-chart")].every(({ shadowRoot }) => shadowRoot.querySelector(`[data-do=${expanded}][aria-expanded=true]`));
          await page.waitForFunction(panels, opened);
        }
        const { violations, incomplete, passes } = await page.evaluate((rules) => axe.run(document, rules), RULES);
        const said = [...violations, ...incomplete.filter((rule) => !isExplained(rule))].map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`);
        assert.deepEqual(said, [], opened);
        assert.ok(passes.length > 20, `only ${passes.length} rules looked at anything`);
      }
    });
  }
}
