/** What the drawing code is given to read: options and figures as one JSON text. */
import { lettersOf } from "./options.mjs";

/** JSON has no NaN and no infinity; as texts they are reported where they stand. */
const finite = (_, value) => (typeof value === "number" && !isFinite(value) ? String(value) : value);

/** `set` are the options, `read` is `{json}` or `{rows}`. */
export const requestOf = (set, read) => {
  try {
    const request = JSON.stringify({ ...set, ...read }, finite);
    if (set.sort !== "label") return request;
    return JSON.stringify({ ...set, ...read, letters: lettersOf(request, set.lang) }, finite);
  } catch ({ message }) {
    // An object that refers to itself, or a number without end.
    throw { reason: "data", path: "figures", message };
  }
};
