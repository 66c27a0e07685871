/**
 * The room a chart takes, settled when the loader runs so that nothing moves afterwards.
 *
 * Vertical margins of the fallback collapse with what is around it; the element takes the same margins in the same
 * place, so they collapse in the same way.
 */

/**
 * Measures what the chart will stand in for: a table beside the element, or the element with its own children.
 * Returns that box's height and what the element's content has of it, then its upper and lower margin.
 */
export const measure = (host, beside) => {
  const boxOf = (node) => node.getBoundingClientRect();
  const px = (node, name) => parseFloat(getComputedStyle(node)[name]);
  const nodes = beside ? [beside] : [host, ...host.children];
  const outer = boxOf(nodes[0]);
  const margin = (side, reaches) =>
    Math.max(...nodes.filter((node) => reaches(boxOf(node))).map((node) => px(node, side)));
  const top = margin("marginTop", (box) => box.top <= outer.top);
  const bottom = margin("marginBottom", (box) => box.bottom >= outer.bottom);
  // From here on the height that is set is the content's, whatever padding and border the page gives the element.
  host.style.boxSizing = "content-box";
  host.style.height = "auto";
  const around = boxOf(host).height - px(host, "height");
  return [outer.height, outer.height - around || 0, top, bottom];
};

/** Auto, bar, cards, dot, grouped, pictogram and progress have a row for each figure. */
const IN_ROWS = /^(au|ca|dot|[bgp])/;

/** The height that a number of figures is likely to need; without a number, that of a plot. */
export const estimate = (count, kind, width) =>
  __PITCH__.chrome +
  (count > 0 && IN_ROWS.test(kind)
    ? Math.min(count * (width < __PITCH__.narrow ? __PITCH__.narrow_row : __PITCH__.row), 3 * __PITCH__.plot)
    : __PITCH__.plot);
