/** What the drawing code is given to read: options and figures as one JSON text. */
import { lettersOf } from "./options.mjs";

/** What turns the texts around it the other way, numbers included. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** JSON has no NaN and no infinity; as texts they are reported where they stand. */
const finite = function (key, value) {
  const given = this[key];
  if (typeof given === "string") return given.replace(TURNING, "");
  if (typeof given === "number" && !isFinite(given)) return String(given);
  // Some libraries give arrays a `toJSON` that makes texts of them.
  return Array.isArray(given) ? given : value;
};

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
