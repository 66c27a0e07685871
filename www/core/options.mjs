/** The options as the drawing code takes them: strings by camel-case names, and only those that are set. */

/** The language an element inherits, out of shadow trees too; where the page names none, that of the document, or of the browser. */
const language = (node, own) => {
  for (; node; node = node.parentNode ?? node.host) {
    const lang = node.getAttribute?.("lang");
    if (lang) return lang;
  }
  return own || navigator.language;
};

/** The level of a heading below the last one before `host`. */
export const levelAt = (host) => {
  let level = 2;
  for (const heading of document.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    if (heading.compareDocumentPosition(host) & 4) level = +heading.localName[1];
  }
  return Math.min(level + 1, 6);
};

const text = (node) => node?.textContent.replace(/\s+/g, " ").trim();

/** The options of `host`, in the figure and with the table that it stands in for, if it does; `lang` is the document's language. */
export const options = (host, figure, table, lang) => {
  const set = {};
  for (const { name, value } of host.attributes) {
    set[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())] = value;
  }
  set.lang = language(host, lang);
  // A title that stands on the page already is not drawn a second time.
  const caption = text(figure?.querySelector("figcaption"));
  const heading = set.heading || caption || text(table?.caption);
  if (heading) set.heading = heading;
  if (caption && caption === heading) set.captioned = "true";
  try {
    const format = new Intl.NumberFormat(set.lang, { numberingSystem: "latn" });
    for (const { type, value } of format.formatToParts(1234567.8)) {
      if (type === "decimal") set.decimal = value;
      if (type === "group") set.groupMark = value;
      // 12,34,567
      if (type === "integer" && value === "34") set.pairs = value;
    }
    // 1234 but 12.345
    if (format.format(1234) === "1234") set.lone = "1";
    // 12,5 %
    if (/\d\s%/.test(new Intl.NumberFormat(set.lang, { style: "percent" }).format(1))) set.apart = "1";
  } catch {
    // Not a language tag: the drawing code has its own separators.
  }
  return set;
};

/** The characters of a text in the order of a language, to sort labels by. */
export const lettersOf = (text, lang) => {
  try {
    return [...new Set(text + text.toLowerCase())].sort(new Intl.Collator(lang).compare).join("");
  } catch {
    // Not a language tag: characters go by their numbers.
  }
};
