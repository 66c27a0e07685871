/** The options of a chart: attributes on the element, `data-…` on a script or figure. */

/** Every attribute whose change redraws, in an order that compresses well. */
export const OPTIONS =
  "kind source-url palette table src theme description source unit size data-set heading lang height controls hide sort subtitle year group loading".split(
    " ",
  );

/** Gives `chart` the options of a script or figure, now and whenever they change. */
export const adopt = (chart, source) => {
  // `data-title` stands for `heading`, and `data-set` is its own name.
  const theirs = (name) => "data-" + name.replace("heading", "title").replace("data-", "");
  const copy = () => {
    for (const name of OPTIONS) {
      const value = source.getAttribute(theirs(name));
      if (value === null) chart.removeAttribute(name);
      else chart.setAttribute(name, value);
    }
  };
  copy();
  new MutationObserver(copy).observe(source, { attributeFilter: OPTIONS.map(theirs) });
};
