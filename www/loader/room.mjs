/**
 * The room a chart takes, settled when the loader runs so that nothing moves afterwards.
 *
 * Heights are those of border boxes. Vertical margins of the fallback collapse with what is around it; the chart takes
 * the same margins in the same place, so they collapse in the same way.
 */

/**
 * Measures what the chart will stand in for: a table beside the element, or the element with its own children.
 * `around` is what the element's padding and border take of the height.
 */
export const measure = (host, beside) => {
  const boxOf = (node) => node.getBoundingClientRect();
  const px = (node, name) => parseFloat(getComputedStyle(node)[name]);
  const inside = beside ? [beside] : [...host.children].filter((child) => boxOf(child).height);
  const { height, top, bottom } = boxOf(host);
  const around = ["paddingTop", "paddingBottom", "borderTopWidth", "borderBottomWidth"].reduce((sum, name) => sum + px(host, name), 0);
  // An inline element has no margins or height of its own, and a block only the margins that reach through its edge.
  const inline = beside || getComputedStyle(host).display === "inline";
  if (!inside.length) return { height: inline || height <= around ? 0 : height, top: 0, bottom: 0, around };
  const first = inside[0];
  const last = inside.at(-1);
  const start = boxOf(first).top;
  const end = boxOf(last).bottom;
  return {
    height: inline ? end - start : height,
    top: inline || start <= top ? px(first, "marginTop") : 0,
    bottom: inline || end >= bottom ? px(last, "marginBottom") : 0,
    around,
  };
};

/** The height that a number of figures is likely to need; without a number, that of a plot. */
export const estimate = (count, kind, width) =>
  __PITCH__.chrome +
  (count > 0 && /^(auto|bar|cards|dot|progress|pictogram)$/.test(kind)
    ? Math.min(count * (width < __PITCH__.narrow ? __PITCH__.narrow_row : __PITCH__.row), 3 * __PITCH__.plot)
    : __PITCH__.plot);
