/** The entry of `tujie.mjs`, the ES module: exports what the global has. */
import { start } from "./loader/page.mjs";

// On a server there is nothing to draw on, but importing the module must work.
export const { version, scan, ready } =
  typeof document === "undefined" ? { version: __VERSION__, scan: () => [], ready: Promise.resolve() } : start();
