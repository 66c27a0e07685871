/** The other engines: Firefox, and WebKit, which Safari is made of. They draw what is shipped, read it out and save it. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, describe, test } from "node:test";
import puppeteer from "puppeteer-core";
import { serve } from "./server.mjs";

/** Firefox by WebDriver BiDi. */
const firefox = async () => {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
  const page = await browser.newPage();
  return {
    go: (url) => page.goto(url),
    /** What the function `script` gives in the page. */
    run: (script) => page.evaluate(`(${script})()`),
    close: () => browser.close(),
  };
};

/** WebKitGTK by plain WebDriver, on a display of its own. */
const webkit = async () => {
  const port = 4000 + (process.pid % 4000);
  const display = `:${100 + (process.pid % 400)}`;
  const screen = spawn("Xvfb", [display, "-screen", "0", "1400x1000x24"], { stdio: "ignore" });
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
  const call = async (method, path, body) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const close = () => {
    driver.kill();
    screen.kill();
  };
  /** The driver takes a moment to listen, and the display to be there. */
  const begin = async (attempts) => {
    try {
      return await call("POST", "/session", { capabilities: { alwaysMatch: {} } });
    } catch (error) {
      if (!attempts) {
        close();
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return begin(attempts - 1);
    }
  };
  const session = `/session/${(await begin(20)).sessionId}`;
  await call("POST", `${session}/timeouts`, { script: 60_000 });
  return {
    go: (url) => call("POST", `${session}/url`, { url }),
    run: async (script) => {
      const wrapped = `const done = arguments[arguments.length - 1]; (${script})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await call("POST", `${session}/execute/async`, { script: wrapped, args: [] });
      if (error) throw new Error(error);
      return value;
    },
    close: async () => {
      await call("DELETE", session).catch(() => {});
      close();
    },
  };
};

/** Goes through the page until each chart has been in sight and has come to an end, and says what became of each. */
const read = async () => {
  const errors = [];
  addEventListener("tujie:error", ({ detail }) => errors.push(detail));
  const charts = [...document.querySelectorAll("tujie-chart")];
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  for (const chart of charts) {
    chart.scrollIntoView();
    for (let waits = 0; waits < 200 && !/ready|fallback/.test(chart.dataset.state); waits++) await pause();
  }
  // Pictures come into place.
  for (let waits = 0; waits < 20; waits++) await pause();
  const inked = (canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return pixels.filter((pixel) => pixel !== pixels[pixels.length - 1]).length;
  };
  return {
    errors,
    charts: charts.map((chart) => {
      const part = (selector) => chart.shadowRoot.querySelector(selector);
      return [chart.kind, chart.dataset.state, inked(part("canvas")), part("#about").textContent.length, part(".stop").getAttribute("aria-label")];
    }),
  };
};

/** Has the first chart of bars do what readers and pages ask of it. */
const use = async () => {
  const chart = document.querySelector("tujie-chart[kind=bar]");
  const part = (selector) => chart.shadowRoot.querySelector(selector);
  const press = (key) => chart.shadowRoot.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
  part(".stop").focus();
  const first = part(".stop").getAttribute("aria-label");
  press("ArrowRight");
  const second = part(".stop").getAttribute("aria-label");
  press("Escape");
  part("[data-do=table]").click();
  const { figures } = chart.figures;
  const [csv, svg, png] = [await chart.toCSV(), await chart.toSVG(), await chart.toBlob("image/png")];
  const picture = await createImageBitmap(png);
  return {
    first,
    second,
    rows: chart.querySelectorAll("table[slot] tbody tr").length,
    open: !part(".fold").hidden,
    figures: figures.length,
    lines: csv.trim().split("\n").length,
    labels: figures.filter(({ label }) => svg.includes(label) && csv.includes(label)).length,
    wide: picture.width / part("canvas").clientWidth,
  };
};

for (const [name, start] of Object.entries({ firefox, webkit })) {
  describe(name, () => {
    let engine, server;
    before(async () => {
      server = await serve({});
      engine = await start();
    });
    after(async () => {
      await engine?.close();
      await server?.close();
    });

    for (const [path, count] of [["/", 6], ["/en.html", 6], ["/gallery.html", 19], ["/gallery.en.html", 19]]) {
      test(`${name} draws every chart of ${path}, and says what it shows`, async () => {
        await engine.go(server.origin + path);
        const { errors, charts } = await engine.run(read);
        assert.deepEqual(errors, []);
        assert.equal(charts.length, count);
        for (const [kind, state, pixels, about, label] of charts) {
          assert.ok(state === "ready" && pixels > 500 && about > 10 && label.length > 3, `${kind}: ${[state, pixels, about, label]}`);
        }
      });
    }

    test(`in ${name}, keys lead through the data, and table, CSV, SVG and PNG hold them`, async () => {
      await engine.go(`${server.origin}/gallery.html`);
      await engine.run(read);
      const { first, second, rows, open, figures, lines, labels, wide } = await engine.run(use);
      assert.notEqual(first, second);
      assert.ok(open && figures > 2);
      assert.deepEqual([rows, lines, labels], [figures, figures + 1, figures]);
      assert.ok(wide >= 2, `${wide}`);
    });
  });
}
