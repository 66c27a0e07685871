/** What changes around the charts and shows in them: colours, fonts, resolution, and the move to paper. */

let unwatch, themed;

/** Has all of `views` follow what changes, until `ignore` is called. */
export const watch = (views) => {
  unwatch = new AbortController();
  const { signal } = unwatch;
  const changed = () => views.forEach((view) => view.later());
  const print = ({ type }) => views.forEach((view) => view.refresh(type === "beforeprint"));
  addEventListener("beforeprint", print, { signal });
  addEventListener("afterprint", print, { signal });
  document.fonts.addEventListener("loadingdone", () => views.forEach((view) => view.fonts()), { signal });
  for (const query of ["print", "(prefers-color-scheme:dark)", "(forced-colors:active)", "(prefers-contrast:more)"]) {
    matchMedia(query).addEventListener("change", changed, { signal });
  }
  const resolution = () => {
    if (signal.aborted) return;
    matchMedia(`(resolution:${devicePixelRatio}dppx)`).addEventListener("change", () => (changed(), resolution()), {
      signal,
      once: true,
    });
  };
  resolution();
  document.addEventListener("transitionend", changed, { signal });
  themed = new MutationObserver(changed);
  signal.addEventListener("abort", () => themed.disconnect());
};

/** Ends it. */
export const ignore = () => unwatch.abort();

/** Follows the theme where `host` stands now: it may be that of any part of the page. */
export const follow = (host) => {
  for (let node = host; node; node = node.parentNode ?? node.host) themed.observe(node, { attributes: true });
};
