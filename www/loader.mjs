/** The entry of `tujie.js`, the classic script. */
import { start } from "./loader/page.mjs";
import { ownScript } from "./loader/scan.mjs";

start(ownScript());
