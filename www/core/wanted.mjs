/** Which parts of the drawing code a chart needs before its figures are read. */

/** What draws a kind, which has its name and judges whether they suit it, or else what picks one. */
export const chooser = (kind) => {
  const name = kind.replace(/^[ \t\n\f\r]+|[ \t\n\f\r]+$/g, "").toLowerCase();
  return __KINDS__.includes(name) ? name : "auto";
};

/** What a chart will most likely ask for, before its data has come. */
export const wanted = (host) => {
  const src = host.getAttribute("src");
  return [chooser(host.kind), (src ? /\.csv\b/i.test(src) : host.closest("figure[data-tujie]")) && "table"];
};
