/**
 * `cargo xtask bench load`: how long a reader waits for the first chart of a page, for Tujie and for Chart.js in one browser, in turn,
 * each page in a context without a cache. Needs `dist/`; prints, and fails only where it can't run.
 *
 * The time is what passes from the start of the navigation until the chart stands (`tujie:ready`, Chart.js' first drawing with its
 * animations off), in ms, the median of some rounds; on networks as the DevTools emulate them, with the CPU as it is and slowed four
 * times, from a server that sends everything with brotli, and from one that compresses nothing but scripts, and these with gzip.
 */
import { readdir, readFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { LAUNCH } from "../browser.mjs";
import { DIST, page as html, serve } from "../server.mjs";

/** Another number can be given as an argument. */
const ROUNDS = Number(process.argv[2] ?? 5);
/** Latency in ms, and kilobits a second. */
const NETWORKS = { "9 Mbit/s": [60, 9000], "1.6 Mbit/s": [150, 1600], "0.4 Mbit/s": [300, 400] };

const figures = Array.from({ length: 12 }, (_, index) => ({ label: `Town ${index + 1}`, value: 200 + ((index * 137) % 800), unit: "households" }));
const PAGES = {
  Tujie: `<script async src="/dist/tujie.js" data-kind="bar">${JSON.stringify({ title: "Households", figures })}</script>`,
  "Chart.js": `<div style="height:400px"><canvas></canvas></div><script src="/lib/chart.js"></script><script>
    const figures = ${JSON.stringify(figures)};
    const data = { labels: figures.map(({ label }) => label), datasets: [{ label: "households", data: figures.map(({ value }) => value) }] };
    new Chart(document.querySelector("canvas"), {
      type: "bar", data, options: { indexAxis: "y", animation: false, maintainAspectRatio: false },
      plugins: [{ id: "told", afterDraw: () => (window.stood ??= performance.now()) }],
    });
  </script>`,
};

const compressed = (name, bytes, everything) => {
  if (everything) return { body: brotliCompressSync(bytes), headers: { "content-encoding": "br" } };
  return name.endsWith(".js") ? { body: gzipSync(bytes), headers: { "content-encoding": "gzip" } } : { body: bytes };
};

/** A server with the pages and all that they load. */
const start = async (everything) => {
  const answers = {};
  const files = (await readdir(DIST)).map((name) => ["/dist/" + name, new URL(name, `file://${DIST}/`)]);
  files.push(["/lib/chart.js", new URL("../node_modules/chart.js/dist/chart.umd.min.js", import.meta.url)]);
  for (const [name, url] of files) answers[name] = compressed(name, await readFile(url), everything);
  for (const [name, body] of Object.entries(PAGES)) answers[`/${name}.html`] = { body: html(body, { lang: "en" }) };
  return serve(answers);
};

const time = async (browser, origin, name, [latency, rate], slowed) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => addEventListener("tujie:ready", () => (window.stood = performance.now()), true));
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const throughput = (rate * 1000) / 8;
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.goto(`${origin}/${name}.html`);
  const stood = await (await page.waitForFunction(() => window.stood, null, { timeout: 60_000 })).jsonValue();
  await context.close();
  return stood;
};

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

let browser;
const servers = [];
try {
  browser = await chromium.launch(LAUNCH);
  console.log(`load: 12 bars, ${ROUNDS} rounds in turn, Chromium ${browser.version()}; ms until the chart stands, from an empty cache\n`);
  const row = (...cells) => console.log(cells.map((cell, index) => (index < 3 ? String(cell).padEnd(14) : String(cell).padStart(10))).join(""));
  row("network", "CPU", "server", ...Object.keys(PAGES), "ratio");
  for (const everything of [true, false]) servers.push(await start(everything));
  for (const [network, conditions] of Object.entries(NETWORKS)) {
    for (const slowed of [1, 4]) {
      for (const [index, { origin }] of servers.entries()) {
        const times = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
        for (let round = 0; round < ROUNDS; round++) {
          for (const name of Object.keys(PAGES)) times[name].push(await time(browser, origin, name, conditions, slowed));
        }
        const [ours, theirs] = Object.values(times).map(median);
        row(network, slowed > 1 ? `slowed ${slowed}×` : "as it is", index ? "gzip, scripts" : "brotli", ours.toFixed(0), theirs.toFixed(0), (ours / theirs).toFixed(2));
      }
    }
  }
} catch (error) {
  console.error(`load: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  for (const server of servers) await server.close();
}
