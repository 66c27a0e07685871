/** Reads documents from text and files, and lists their figures as written, without reading any quantity. */
import { failure, wasRefused } from "./failure.mjs";

/** A string, or a number that JSON doesn't know. */
const BARE = /"[^"\\]*(?:\\.[^"\\]*)*"|-?(?:NaN|Infinity)\b/g;

/** JSON text as a document. Bare NaN and Infinity become text, so that only their own figures are left out. */
export const fromText = (text, path) => {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    try {
      return { json: JSON.parse(text.replace(BARE, (part) => (part[0] === '"' ? part : `"${part}"`))) };
    } catch {
      throw failure("data", error.message, path);
    }
  }
};

/** Text of bytes in UTF-8, UTF-16 or GB18030. */
const decode = (bytes) => {
  const [first, second] = bytes;
  const as = (encoding, fatal) => new TextDecoder(encoding, { fatal }).decode(bytes);
  if (first === 255 || second === 0) return as("utf-16le");
  if (first === 254 || first === 0) return as("utf-16be");
  try {
    return as("utf-8", true);
  } catch {
    return as("gb18030");
  }
};

/** The document at `src`, which resolves against the page. */
export const fromUrl = async (src, signal) => {
  let url = src;
  let bytes;
  try {
    url = new URL(src, document.baseURI).href;
    const response = await fetch(url, { credentials: "omit", signal });
    if (!response.ok) throw Error("HTTP " + response.status);
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw failure((await wasRefused(url)) ? "csp" : "network", error.message, src);
  }
  // Seen before anything is read: a huge file would freeze the tab.
  if (bytes.length > 5 << 20) throw failure("data", "more than 5 MiB", src);
  const text = decode(bytes);
  return /\.json\b/i.test(src) || (!/\.csv\b/i.test(src) && /^\s*[[{]/.test(text)) ? fromText(text, src) : { csv: text };
};

const csvRows = (text) => {
  const mark = /[\t;,]/.exec(text)?.[0] ?? ",";
  const rows = [[]];
  text.replace(RegExp(`("(?:[^"]|"")*"|[^${mark}\r\n]*)(${mark}|\r?\n|$)`, "g"), (_, value, end) => {
    rows.at(-1).push(value.replace(/^"|"$/g, "").replace(/""/g, '"'));
    if (end !== mark) rows.push([]);
  });
  return rows.filter((row) => row.join(""));
};

const SIGNS = { "at-least": "≥ ", "at-most": "≤ ", about: "≈ " };

const jsonRows = (json, heads) => {
  const cells = [json?.figures ?? json]
    .flat()
    .filter((figure) => figure?.label)
    .map(({ label, value, high, bound, unit, per, year, group }) => [
      label,
      (SIGNS[bound] ?? "") + (value ?? "") + (high ? "–" + high : "") + (unit ?? "") + (per ? "/" + per : ""),
      year,
      group,
    ]);
  // Columns that nothing fills are left out.
  return [heads, ...cells].map((row) => row.filter((_, column) => cells.some((cell) => cell[column])));
};

/** The figures as rows of text under a header row. */
export const listed = ({ json, csv }, heads) => (csv ? csvRows(csv) : jsonRows(json, heads));

/** A table of these rows. A long one is cut and says so: 200,000 rows would freeze the tab. */
export const tableOf = (rows, title) => {
  const table = document.createElement("table");
  if (title) table.createCaption().textContent = title;
  for (const row of rows.length > 999 ? [...rows.slice(0, 999), [`… ${rows.length - 1}`]] : rows) {
    const line = table.insertRow();
    for (const text of row) line.appendChild(document.createElement(row === rows[0] ? "th" : "td")).textContent = text ?? "";
  }
  return table;
};
