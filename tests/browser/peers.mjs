/**
 * Draws the same figures with Tujie and with the defaults of Chart.js, ECharts and Observable Plot, and writes a picture
 * of them side by side to `artifacts/peers.png`. Needs `dist/`; with `--serve` it serves the page instead.
 */
import { mkdir, readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { LAUNCH } from "./browser.mjs";
import { serve } from "./server.mjs";

const near = (path) => readFile(new URL(path, import.meta.url));

const FILES = {
  "/peers.html": "peers.html",
  "/peers-page.mjs": "peers-page.mjs",
  "/lib/chart.js": "node_modules/chart.js/dist/chart.umd.min.js",
  "/lib/echarts.js": "node_modules/echarts/dist/echarts.min.js",
  "/lib/d3.js": "node_modules/d3/dist/d3.min.js",
  "/lib/plot.js": "node_modules/@observablehq/plot/dist/plot.umd.min.js",
};

const answers = {};
for (const [path, file] of Object.entries(FILES)) answers[path] = { body: await near(file) };
const server = await serve(answers);

if (process.argv.includes("--serve")) {
  console.log(`${server.origin}/peers.html (stop with Ctrl-C)`);
} else {
  const browser = await chromium.launch(LAUNCH);
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(`${server.origin}/peers.html`);
  await page.waitForFunction(() => document.querySelectorAll("tujie-chart[data-state=ready]").length === 4 && document.querySelectorAll(".note").length === 12);
  await mkdir(new URL("artifacts/", import.meta.url), { recursive: true });
  const path = new URL("artifacts/peers.png", import.meta.url).pathname;
  await page.screenshot({ path, fullPage: true });
  await browser.close();
  await server.close();
  for (const error of errors) console.error(error);
  if (errors.length) process.exitCode = 1;
  else console.log(path);
}
