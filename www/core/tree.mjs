/** The element's tree: what stands around the canvas, over it and below it. */
import css from "tujie-styles/chart.css";
import tableCss from "tujie-styles/table.css";

const sheet = (text) => {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
};

/** Made with the first chart; the tree around it needs one too, because the table is a child of the element. */
let own, page;

const adopt = (tree, sheet) => {
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
};

/** A new element with attributes, appended to `parent`. */
export const make = (parent, name, attributes = {}) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  parent?.append(node);
  return node;
};

/** Sets a text; what has none takes no room. */
export const fill = (node, text) => {
  node.textContent = text;
  node.hidden = !text;
};

/** Lets the lines of a Chinese text end between words, but not between a number and what it counts, nor before a lone character. */
export const breakBetweenWords = (node) => {
  const text = node.textContent;
  // In a name that is made of its parts each break would be a space.
  node.setAttribute("aria-label", text);
  // As long as no words are known.
  node.style.wordBreak = "normal";
  if (text.length > 999) return;
  let words;
  try {
    words = [...new Intl.Segmenter(node.lang, { granularity: "word" }).segment(text)];
  } catch {
    // No language tag, or a browser that knows no words: lines end where it puts them.
    return;
  }
  node.textContent = node.style.wordBreak = "";
  let line = "";
  for (const { segment } of words) {
    if (/[\u2e80-\uffff]$/.test(line) && /^(\p{L}{2}|\d)/u.test(segment)) {
      node.append(line);
      make(node, "wbr");
      line = "";
    }
    line += segment;
  }
  node.append(line);
};

export const place = ({ style }, left, top, width, height) => {
  style.left = left + "px";
  style.top = top + "px";
  if (width !== undefined) {
    style.width = width + "px";
    style.height = height + "px";
  }
};

/** Gives the tree that `host` stands in what its table needs. */
export const furnish = (host) => adopt(host.getRootNode(), (page ??= sheet(tableCss)));

/** Builds the tree that stands in `root` once there is something to show. */
export const plant = (root) => {
  adopt(root, (own ??= sheet(css)));
  const part = (parent, name, tag = "p", attributes) => make(parent, tag, { class: name, part: name, ...attributes });
  // Firefox stops at whatever scrolls.
  const still = CSS.supports("-moz-appearance:none") && { tabindex: -1 };
  const frame = part(null, "frame", "div", still);
  const title = part(frame, "title", "div", { role: "heading", "aria-level": 3 });
  const subtitle = part(frame, "subtitle");
  const key = part(frame, "key");
  const about = make(frame, "p", { class: "hide", id: "about" });
  const plot = part(frame, "plot", "div", { role: "application", "aria-describedby": "about", ...still });
  const wash = make(plot, "div", { class: "wash", hidden: "" });
  // The canvas runs from left to right on every page: numbers and layout do.
  const canvas = make(plot, "canvas", { "aria-hidden": true, dir: "ltr" });
  const tip = part(plot, "tip", "div", { role: "tooltip", hidden: "", "aria-hidden": true });
  const rest = part(frame, "rest");
  const notes = part(frame, "notes", "ul");
  const foot = make(frame, "div", { class: "foot" });
  const source = part(foot, "source", "span");
  const tools = make(foot, "span", { class: "tools" });
  const button = make(tools, "button", { type: "button", "data-do": "table", "aria-expanded": false, "aria-controls": "fold" });
  const options = make(tools, "button", { type: "button", "data-do": "options", "aria-expanded": false });
  const save = make(tools, "button", { type: "button", "data-do": "save", "aria-expanded": false });
  // Grows below the chart, and only on demand.
  const below = part(null, "below", "div");
  const status = part(below, "status", "p", { role: "status" });
  // Found by the browser's search where that can open it again.
  const fold = part(null, "fold", "div", { id: "fold", hidden: "until-found" });
  make(fold, "slot", { name: "table" });
  const pages = make(fold, "div", { class: "pages" });
  const [back, on] = ["back", "on"].map((name) => make(pages, "button", { type: "button", "data-do": name }));
  back.textContent = "‹";
  on.textContent = "›";
  const page_ = make(pages, "span");
  const table = make(null, "table", { slot: "table" });
  return { frame, title, subtitle, key, about, plot, wash, canvas, tip, rest, notes, foot, source, button, options, save, below, status, fold, pages, back, on, page: page_, table };
};
