/** Nothing is read from an element before the parser has passed it: until then children are missing. */

/** Calls back once they are, at once where possible. */
export const whenParsed = (node, call) => {
  if (isParsed(node)) call();
  else addEventListener("DOMContentLoaded", call);
};

/** True once all children of `node` are there. */
export const isParsed = (node) => {
  for (; node; node = node.parentNode) if (node.nextSibling) return true;
  return document.readyState !== "loading";
};
