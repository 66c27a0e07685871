/** The options of a chart: attributes on the element, `data-…` on a script or figure. */

/** Every attribute whose change redraws. */
export const OPTIONS =
  "kind src table heading subtitle source source-url description lang theme sort group unit year palette height controls size data-set loading".split(
    " ",
  );

/** Copies the options on a script or figure: `data-title` stands for `heading`, and `data-set` is its own name. */
export const adopt = (chart, source) => {
  for (const name of OPTIONS) {
    const value = source.getAttribute(name === "heading" ? "data-title" : "data-" + name.replace("data-", ""));
    if (value !== null) chart.setAttribute(name, value);
    else if (chart.hasAttribute(name)) chart.removeAttribute(name);
  }
};
