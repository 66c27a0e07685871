/** What the tools' panels are made of. */

const sheets = new Map();

/** Gives the tools' styles to a shadow root, once. */
export const sheetOf = (root, css) => {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};

/** A new element with attributes and a text, appended to `parent`. */
export const make = (parent, name, attributes = {}, text) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  parent?.append(node);
  return node;
};

/** A row of buttons, under a name where it has one. */
export const row = (panel, name) => {
  const line = make(panel, "div", name ? { class: "row", role: "group", "aria-label": name } : { class: "row" });
  if (name) make(line, "span", { class: "of", "aria-hidden": true }, name);
  return line;
};
