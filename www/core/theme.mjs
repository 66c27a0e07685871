/** Which colours the page calls for. */

/** In the order in which the drawing code lists them. */
const NAMES = "ground text muted axis rule card track hero lit lit-line series-1 series-2 series-3 series-4 series-5 series-6".split(" ");

/** What those are where the system forces the reader's own colours. */
const SYSTEM =
  "Canvas|CanvasText|CanvasText|CanvasText|GrayText|Canvas|Canvas|Highlight|Canvas|Highlight|CanvasText|LinkText|color-mix(in srgb,CanvasText 65%,Canvas)|GrayText|color-mix(in srgb,LinkText 65%,Canvas)|Highlight".split("|");

const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

/** Red, green, blue and alpha of a colour as browsers write those of sRGB; nothing of others. */
const channels = (fill) => (fill[0] === "#" ? [1, 3, 5].map((at) => parseInt(fill.slice(at, at + 2), 16)) : /^rgb/.test(fill) && fill.match(/[\d.]+/g).map(Number));

/** A CSS colour as red, green, blue and alpha, up to 255; nothing if it is none. */
const read = (css, ground) => {
  // A fill style that is no colour is ignored; then what was there before decides.
  const fills = ["#000", "#fff"].map((before) => {
    context.fillStyle = before;
    context.fillStyle = css;
    return context.fillStyle;
  });
  if (!css || fills[0] !== fills[1]) return;
  // Some browsers let no page see what it painted, and what they give instead is random.
  const [red, green, blue, alpha = 1] = channels(fills[0]) || [];
  if (blue >= 0) {
    const under = ground && channels(ground);
    return [red, green, blue].map((value, at) => (under ? Math.round(value * alpha + under[at] * (1 - alpha)) : value)).concat(under ? 255 : alpha * 255);
  }
  context.clearRect(0, 0, 1, 1);
  // What lets something through is seen on the chart's ground.
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = css;
  }
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
};

const hex = (rgb) => "#" + [...rgb].slice(0, 3).map((channel) => channel.toString(16).padStart(2, "0")).join("");

/** The used colour scheme; where the page names none, the brightness of what is behind the chart. */
const isDark = (host, scheme) => {
  // What a page says in its head is no property of any element.
  if (scheme === "normal") scheme = document.querySelector("meta[name=color-scheme]")?.content ?? "";
  if (/dark/.test(scheme)) return !/light/.test(scheme) || matchMedia("(prefers-color-scheme:dark)").matches;
  if (/light/.test(scheme)) return false;
  for (let node = host; node; node = node.parentElement ?? node.getRootNode().host) {
    const rgb = read(getComputedStyle(node).backgroundColor);
    if (rgb?.[3] === 255) return 0.2126 * rgb[0] ** 2 + 0.7152 * rgb[1] ** 2 + 0.0722 * rgb[2] ** 2 < 11000;
  }
};

/** Whether the page brings colours for a chart. */
export const isColored = (host) => {
  const style = getComputedStyle(host);
  return host.hasAttribute("palette") || NAMES.some((name) => style.getPropertyValue("--tujie-" + name));
};

/**
 * The colours of a chart in `host` as `#rrggbb`, in the drawing code's order.
 * `ask` gives those of the dark or the light theme or, if it `canAdjust`, a list with what could hardly be seen made
 * lighter or darker.
 */
export const colors = (host, ask, canAdjust, theme) => {
  const style = getComputedStyle(host);
  const forced = matchMedia("(forced-colors:active)").matches;
  const dark = theme ? theme === "dark" : isDark(host, style.colorScheme);
  const palette = (host.getAttribute("palette") ?? "").split(/,(?![^(]*\))/);
  let list = ask("", dark).split(",");
  NAMES.forEach((name, index) => {
    const css = forced ? SYSTEM[index] : palette[index - 10]?.trim() || style.getPropertyValue("--tujie-" + name).trim();
    const rgb = css && read(css, list[0]);
    if (rgb) list[index] = hex(rgb);
  });
  // The reader's own colours are theirs to choose, and those of the themes are as they should be.
  if (!forced && isColored(host) && canAdjust()) list = ask(list.join()).split(",");
  // Who asks for more contrast gets nothing that steps back.
  if (matchMedia("(prefers-contrast:more)").matches) [list[4], list[2], list[3]] = [list[3], list[1], list[1]];
  return list.join();
};

/** Puts such a list on what stands around the picture. */
export const wear = (parts, list) => {
  for (const part of parts) list.split(",").forEach((color, index) => part.style.setProperty("--_" + NAMES[index], color));
};
