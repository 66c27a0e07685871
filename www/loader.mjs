/**
 * The entry of `tujie.js` (classic script) and `tujie.mjs` (ES module).
 *
 * Says who runs on this page: the first version defines the element and `window.Tujie`; every later inclusion,
 * of any version, hands its own script tag over to it.
 */
import { TujieChart } from "./loader/element.mjs";
import { ownScript, scan } from "./loader/embed.mjs";
import { watchPolicy } from "./loader/failure.mjs";
import { whenParsed } from "./loader/parsed.mjs";
import { setBase } from "./loader/runtime.mjs";

const start = () => {
  const script = __MODULE__ ? null : ownScript();
  const first = window.Tujie;
  if (first?.scan) {
    if (first.version !== __VERSION__) {
      console.info(`tujie ${__VERSION__} gives way to ${first.version}, which came first`);
    }
    if (script) first.scan(script);
    return first;
  }
  if (!__MODULE__) setBase(script);
  watchPolicy();
  customElements.define("tujie-chart", TujieChart);
  if (script) scan(script);
  return (window.Tujie = {
    version: __VERSION__,
    scan,
    ready: new Promise((resolve) => {
      whenParsed(document, () => {
        scan();
        resolve();
      });
    }),
  });
};

// On a server there is nothing to draw on, but importing the module must work.
export const { version, scan: scanPage, ready } =
  __MODULE__ && typeof document === "undefined"
    ? { version: __VERSION__, scan: () => [], ready: Promise.resolve() }
    : start();
export { scanPage as scan };
