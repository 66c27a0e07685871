/** Lists figures as they are written, without reading any quantity. */

const SIGNS = { about: "≈ ", "at-least": "≥ ", "at-most": "≤ " };

/** The figures of a document as rows of text under a header row. */
export const listed = ({ json, rows }, heads) => rows?.filter((row) => row.join("")) ?? fromJson(json, heads);

const fromJson = (json, heads) => {
  const cells = [json?.figures ?? json]
    .flat()
    .filter((figure) => figure?.label)
    .map(({ label, value, high, bound, unit, per, year, group }) => [
      label,
      // A text may say its unit itself, and a gap needs none.
      [SIGNS[bound], value, high && "–" + high, String(value ?? unit).includes(unit) ? "" : unit, per && "/" + per].join(""),
      year,
      group,
    ]);
  // Columns that nothing fills are left out.
  const filled = heads.map((_, column) => cells.some((cell) => cell[column]));
  return [heads, ...cells].map((row) => row.filter((_, column) => filled[column]));
};

/** A table of these rows. A long one is cut and says so: 200,000 rows would freeze the tab. */
export const tableOf = (rows, title) => {
  const table = document.createElement("table");
  if (title) table.createCaption().textContent = title;
  for (const row of rows[999] ? [...rows.slice(0, 999), ["… " + (rows.length - 1)]] : rows) {
    const line = table.insertRow();
    for (const text of row) line.appendChild(document.createElement(row === rows[0] ? "th" : "td")).textContent = text;
  }
  return table;
};
