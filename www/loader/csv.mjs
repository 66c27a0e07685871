/**
 * The rows of CSV text, each at the index of the line it starts on; a quoted cell that goes on over lines leaves empty
 * rows behind its own. A quote that closes nowhere is a character like others.
 */
export const rowsOf = (text) => {
  // A tab in the header, or else the first one; the wide comma is that of Chinese keyboards.
  const [mark] = /^.*\t/.test(text) ? "\t" : /，|,|;/.exec(text) ?? ",";
  const rows = [[]];
  const inside = [];
  const cells = RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^${mark}\r\n]*))(${mark}|\r\n?|\n|$)`, "g");
  for (const [, quoted, plain, end] of text.matchAll(cells)) {
    rows.at(-1).push(quoted?.replace(/""|\n/g, ([part]) => (part === '"' || inside.push([]), part)) ?? plain);
    if (end !== mark) rows.push(...inside.splice(0), []);
  }
  return rows;
};
