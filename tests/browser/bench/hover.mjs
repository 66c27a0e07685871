/**
 * `cargo xtask bench hover`: what it costs to move the pointer from mark to mark until the frame with the details is painted,
 * for Tujie and for Chart.js in one browser, in turn, with the CPU slowed four times. Needs `dist/`; prints, and fails only where it
 * can't run or a chart does not show the details of the mark.
 *
 * WORK is the CPU time of the page's main thread for one move, in ms: how much Chromium's own counter of task time has grown (the DevTools
 * metrics `TaskDuration` less `DevToolsCommandDuration`, on the thread's clock, so that other programs don't count) from before the
 * pointer event is sent until the page is at rest again, the details shown. It holds hit test, event dispatch, scripts, style, layout,
 * paint, and drawing on the canvas, which is software here; it doesn't hold what raster and compositor threads do. Nothing of the
 * benchmark runs in the page meanwhile. The same moves over an empty page are the browser's own share; it is not taken off, except where
 * the printed line says so.
 *
 * TIME is what passes from the pointer event's time stamp until that frame has been painted and handed over, in ms, measured in rounds
 * of their own. It waits for the display's beat (16.7 ms) and for other programs, so it tells less.
 *
 * The result is the ratio of the medians of WORK, Tujie by Chart.js with its animations off. By default Chart.js animates
 * its tooltip, which is the more of work until it rests.
 */
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { LAUNCH } from "../browser.mjs";
import { serve } from "../server.mjs";

const RATE = 4;
/** Another number can be given as an argument. */
const ROUNDS = Number(process.argv[2] ?? 5);
/** Rounds of the chart that animates, which takes its time. */
const LONG_ROUNDS = 1;
/** A page is at rest when it has worked for less than that, in ms, for so long, in ms; at first it is given some time to begin. */
const IDLE = 1;
const LULL = 60;
const BEGIN = 80;
/** How many marks on each move goes: far enough to land beside the details of the mark before. */
const STRIDE = 7;

const NAMES = {
  tujie: "Tujie",
  still: "Chart.js, animation off",
  moving: "Chart.js by default, until rest",
  nothing: "an empty page",
};

const near = (path) => readFile(new URL(path, import.meta.url));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low] + (sorted[Math.ceil(at)] - sorted[low]) * (at - low);
};
const median = (values) => quantile(values, 0.5);

/** A page with one chart, and the moves over it. */
const open = async (browser, origin, name, height) => {
  const page = await browser.newPage({ viewport: { width: 560, height: 1600 } });
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  let heard;
  await page.exposeBinding("painted", (_, time) => heard(time));
  await page.goto(`${origin}/hover.html?chart=${name}&height=${height}`);
  await page.waitForFunction(() => window.bench, null, { timeout: 60_000 }).catch((error) => {
    throw new Error(`${NAMES[name]}: ${errors[0] ?? error.message}`);
  });
  // Every entrance is over.
  await pause(1500);
  const marks = await page.evaluate(() => bench.marks());
  if (marks.some(([x, y]) => !(x > 0 && y > 0 && x < 560 && y < 1600))) throw new Error(`${NAMES[name]}: a mark is out of sight`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: RATE });

  const counters = async () => Object.fromEntries((await devtools.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value * 1000]));
  const send = ([x, y]) => devtools.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
  const missing = (index) => new Error(`${NAMES[name]} does not show the details of mark ${index + 1}`);

  const grown = (before, after, ...names) => names.reduce((sum, name) => sum + after[name] - before[name], 0);
  const tasks = (before, after) => grown(before, after, "TaskDuration") - grown(before, after, "DevToolsCommandDuration");

  /** Moves to a mark, and says how much work that was until the page rests again. */
  const work = async (index) => {
    const before = await counters();
    await send(marks[index]);
    await pause(BEGIN);
    let after = await counters();
    for (let lulls = 0; lulls < 50; lulls++) {
      await pause(LULL);
      const later = await counters();
      if (tasks(after, later) < IDLE) break;
      after = later;
    }
    if (!(await page.evaluate((index) => bench.shows(index), index))) throw missing(index);
    return {
      work: tasks(before, after),
      script: grown(before, after, "ScriptDuration"),
      layout: grown(before, after, "LayoutDuration", "RecalcStyleDuration"),
    };
  };

  /** Moves to a mark, and says how long it took until that was painted. */
  const time = async (index) => {
    await page.evaluate((index) => bench.want(index), index);
    const painted = new Promise((resolve) => (heard = resolve));
    await send(marks[index]);
    const time = await painted;
    if (time < 0) throw missing(index);
    return { time };
  };

  /** One move to each mark; the first, which comes from elsewhere, is not counted. */
  const round = async (measure) => {
    const found = [];
    await page.bringToFront();
    for (let index = 0; index <= marks.length; index++) {
      const took = await measure((index * STRIDE) % marks.length);
      if (index) found.push(took);
    }
    if (errors.length) throw new Error(`${NAMES[name]}: ${errors[0]}`);
    return found;
  };

  return { page, work: () => round(work), time: () => round(time) };
};

const measure = async (browser, origin) => {
  const tujie = await open(browser, origin, "tujie");
  const [width, height, outer] = await tujie.page.evaluate(() => bench.size());
  const pages = { tujie };
  for (const name of ["still", "moving", "nothing"]) pages[name] = await open(browser, origin, name, outer);
  const rounds = async (what, count) => {
    const found = { tujie: [], still: [], moving: [], nothing: [] };
    // The first one warms up.
    for (let index = 0; index <= count; index++) {
      for (const name of Object.keys(found)) {
        if (name === "moving" && (index === 0 || index > LONG_ROUNDS)) continue;
        const took = await pages[name][what]();
        if (index) found[name].push(took);
      }
    }
    return found;
  };
  const works = await rounds("work", ROUNDS);
  for (const { page } of Object.values(pages)) await page.evaluate(() => bench.listen());
  const times = await rounds("time", Math.ceil(ROUNDS / 2));
  const size = await pages.still.page.evaluate(() => bench.size());
  if (size[0] !== width || Math.abs(size[1] - height) > 1) throw new Error(`the charts differ in size: ${[width, height]} and ${size}`);
  return { works, times, width, height, chartjs: await pages.still.page.evaluate(() => bench.version) };
};

const print = ({ works, times, width, height, chartjs }, version) => {
  console.log(
    `hover: 40 bars, ${width} × ${height} px, CPU slowed ${RATE}×, ${ROUNDS} rounds in turn, Chromium ${version}, Chart.js ${chartjs}\n` +
      "WORK: CPU ms of the main thread for one move, from the pointer event until the details are painted and the page rests\n" +
      "TIME: ms from the event's time stamp until the frame with the details has been handed over, at 60 frames a second\n",
  );
  const row = (name, ...cells) => console.log(name.padEnd(34) + cells.map((cell) => String(cell).padStart(8)).join(""));
  row("medians", "moves", "WORK", "p95", "script", "layout", "TIME", "p95");
  const all = (found, key) => found.flat().map((took) => took[key]);
  for (const [name, found] of Object.entries(works)) {
    const [work, script, layout] = ["work", "script", "layout"].map((key) => all(found, key));
    const time = all(times[name], "time");
    const cells = [median(work), quantile(work, 0.95), median(script), median(layout), median(time), quantile(time, 0.95)];
    row(NAMES[name], work.length, ...cells.map((value) => value.toFixed(2)));
  }
  const of = (name, share = 0.5) => quantile(all(works[name], "work"), share);
  const each = works.tujie.map((found, index) => median(all(found, "work")) / median(all(works.still[index], "work")));
  const own = of("nothing");
  console.log(
    `\nWORK, Tujie / Chart.js with animation off: ${(of("tujie") / of("still")).toFixed(2)} ` +
      `(by round ${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)}; of the p95 ${(of("tujie", 0.95) / of("still", 0.95)).toFixed(2)})\n` +
      `the same less the browser's own share: ${((of("tujie") - own) / (of("still") - own)).toFixed(2)}\n` +
      `WORK, Tujie / Chart.js as it is by default: ${(of("tujie") / of("moving")).toFixed(2)}`,
  );
};

let server, browser;
try {
  server = await serve({
    "/hover.html": { body: await near("hover.html") },
    "/hover-page.mjs": { body: await near("hover-page.mjs") },
    "/lib/chart.js": { body: await near("../node_modules/chart.js/dist/chart.umd.min.js") },
  });
  browser = await chromium.launch(LAUNCH);
  print(await measure(browser, server.origin), browser.version());
} catch (error) {
  console.error(`hover: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await server?.close();
}
