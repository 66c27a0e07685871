/**
 * The text of a cell. A raised digit stays one: it is the number of a footnote, or a power, and no more of the digits before it;
 * and a new line parts words.
 */
const textOf = (cell) => {
  if (!cell.querySelector("sup,br")) return cell.textContent;
  const copy = cell.cloneNode(true);
  for (const node of copy.querySelectorAll("br")) node.replaceWith(" ");
  for (const node of copy.querySelectorAll("sup")) {
    if (!/\[/.test(node.textContent)) node.textContent = node.textContent.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]);
  }
  return copy.textContent;
};

/** The cells of a table as text; a cell that spans stands in each place it covers. */
export const cells = (table) => {
  const lines = [...table.rows];
  const grid = lines.map(() => []);
  lines.forEach((line, y) => {
    let x = 0;
    for (const cell of line.cells) {
      while (grid[y][x] !== undefined) x++;
      const text = textOf(cell).replace(/\s+/g, " ").trim();
      const end = cell.rowSpan ? y + cell.rowSpan : grid.length;
      for (const row of grid.slice(y, end)) {
        for (let column = x; column < x + cell.colSpan; column++) row[column] = text;
      }
    }
  });
  return grid.map((row) => Array.from(row, (text) => text ?? ""));
};
