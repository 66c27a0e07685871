/**
 * Says who runs on this page: the first version defines the element and `window.Tujie`; every later inclusion, of any
 * version, hands its own script tag over to it.
 */
import { TujieChart } from "./element.mjs";
import { whenParsed } from "./parsed.mjs";
import { refused } from "./files.mjs";
import { scan } from "./scan.mjs";
import { setBase } from "./runtime.mjs";

/** `script` is the tag of the running script; modules have none. */
export const start = (script) => {
  // An element of that name is no property of the window's own.
  let tujie = Object.hasOwn(window, "Tujie") && Tujie;
  if (tujie) {
    if (tujie.version !== __VERSION__) console.info("tujie", __VERSION__, "after", tujie.version);
  } else {
    if (!__MODULE__) setBase(script);
    addEventListener("securitypolicyviolation", (event) => refused.add(event.blockedURI));
    customElements.define("tujie-chart", TujieChart);
    const ready = new Promise((resolve) => whenParsed(document, () => resolve(scan())));
    tujie = window.Tujie = { version: __VERSION__, scan, ready };
  }
  if (script) tujie.scan(script);
  return tujie;
};
