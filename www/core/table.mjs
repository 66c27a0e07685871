/** What nobody reads in a cell, or reads as gone. */
const UNSEEN = "del,s,[hidden],[style*='display:none'],[style*='display: none'],style,script,template,noscript,button,rt,rp";

/**
 * The text of a cell. A raised digit stays one: it is the number of a footnote, or a power, and no more of the digits before it;
 * a raised letter is a footnote's; and new lines and paragraphs part words.
 */
const textOf = (cell) => {
  if (!cell.firstElementChild) return cell.textContent;
  // In a document of its own nothing is loaded or run a second time.
  const copy = document.implementation.createHTMLDocument("").importNode(cell, true);
  for (const node of copy.querySelectorAll(UNSEEN)) node.remove();
  for (const node of copy.querySelectorAll("br,p,div,li")) node.after(" ");
  for (const node of copy.querySelectorAll("sup,sub")) {
    const text = node.textContent;
    const digits = node.localName === "sup" ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉";
    if (/^[^\d[]{1,2}$/.test(text)) node.remove();
    else if (!/\[/.test(text)) node.textContent = text.replace(/\d/g, (digit) => digits[digit]);
  }
  return copy.textContent;
};

/** The most places that cells span beside their own; one may say that it spans millions. */
const MOST = 200_000;

/** The cells of a table as text; a cell that spans stands in each place it covers. */
export const cells = (table) => {
  const lines = [...table.rows];
  const grid = lines.map(() => []);
  let spanned = 0;
  lines.forEach((line, y) => {
    let x = 0;
    for (const cell of line.cells) {
      while (grid[y][x] !== undefined) x++;
      const text = textOf(cell).replace(/[\u00ad\u200b]/g, "").replace(/\s+/g, " ").trim();
      const end = cell.rowSpan ? y + cell.rowSpan : grid.length;
      for (const row of grid.slice(y, end)) {
        if ((spanned += cell.colSpan - (row === grid[y])) > MOST) throw { reason: "data", path: "table", message: "cells span too many others" };
        for (let column = x; column < x + cell.colSpan; column++) row[column] = text;
      }
    }
  });
  return grid.map((row) => Array.from(row, (text) => text ?? ""));
};
