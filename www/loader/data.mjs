/** Reads documents from text and files. */
import { rowsOf } from "./csv.mjs";
import { failure, get } from "./files.mjs";

/** A string, closed or not, or a number that JSON doesn't know. */
const BARE = /"[^"\\]*(\\[^][^"\\]*)*"?|-?(NaN|Infinity)/g;

/** Text of bytes in UTF-8, in UTF-16 with its mark, or in GB18030. */
const decode = (bytes) => {
  const as = (encoding, fatal) => new TextDecoder(encoding, { fatal }).decode(bytes);
  const [first] = bytes;
  try {
    return as(["utf-16be", "utf-16le"][first - 254] ?? "utf-8", true);
  } catch {
    return as("gb18030");
  }
};

/** A text that starts with a bracket as JSON, any other one as CSV; `path` is where errors say they are. */
export const fromText = (text, path) => {
  if (!/^\s*[[{]/.test(text)) return { rows: rowsOf(text) };
  try {
    // Bare NaN and Infinity become text, so that only their own figures are left out.
    return { json: JSON.parse(text.replace(BARE, (part) => (part[0] === '"' ? part : `"${part}"`))) };
  } catch ({ message }) {
    throw failure("data", message, path);
  }
};

/** The document at `src`. */
export const fromUrl = async (src) => {
  const [bytes] = await get(src, { credentials: "omit" });
  // Seen before anything is read: a huge file would freeze the tab.
  if (bytes.length > 5 << 20) throw failure("data", "over 5 MiB", src);
  return fromText(decode(bytes), src);
};
