/**
 * Says who runs on this page: the first version defines the element and `window.Tujie`; every later inclusion, of any
 * version, hands its own script tag over to it.
 */
import { TujieChart } from "./element.mjs";
import { scan } from "./scan.mjs";
import { setBase } from "./runtime.mjs";
import { whenParsed } from "./parsed.mjs";
import { refused } from "./files.mjs";

/** `script` is the tag of the running script; modules have none. */
export const start = (script) => {
  // Without the element, whatever has that name is something else.
  let tujie = customElements.get("tujie-chart") && window.Tujie;
  if (tujie) {
    if (tujie.version !== __VERSION__) console.info("tujie", __VERSION__, "yields to", tujie.version);
  } else {
    if (!__MODULE__) setBase(script);
    addEventListener("securitypolicyviolation", (event) => refused.add(event.blockedURI));
    customElements.define("tujie-chart", TujieChart);
    const ready = new Promise((resolve) => whenParsed(document, () => resolve(scan())));
    tujie = window.Tujie = { ready, scan, version: __VERSION__ };
  }
  if (script) tujie.scan(script);
  return tujie;
};
