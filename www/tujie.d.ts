/** Types of `tujie.mjs`, of the element it defines, and of `window.Tujie`. */

export type Bound = "exact" | "at-least" | "at-most" | "about" | "range";

/** One figure of a document, as authors write it. */
export interface FigureInput {
  id?: string;
  label: string;
  /** A number, `null` for a gap, or text such as `"40余万元"` or `"more than 400,000 yuan"`. */
  value: number | string | null;
  /** The high end where `bound` is `"range"`. */
  high?: number | string | null;
  bound?: Bound;
  unit?: string;
  /** `2011`, `"2011"`, `"2011Q1"`, `"2011-03"` or `"2011-03-05"`. */
  year?: number | string;
  group?: string;
  per?: string | null;
  emphasis?: boolean;
  icon?: string;
  target?: string;
  note?: string;
  quote?: string;
  [text: string]: unknown;
}

/** A figures document. */
export interface FiguresInput {
  title?: string;
  subtitle?: string;
  description?: string;
  lang?: string;
  source?: string | { name?: string; url?: string; date?: string };
  notes?: string | string[];
  figures: FigureInput[];
}

/** A figure after reading: its quantity is a number. */
export interface Figure {
  id: string;
  label: string;
  value: number | null;
  high?: number;
  /** Empty for a gap. */
  bound: Bound | "";
  unit: string;
  year?: number | string;
  group?: string;
  [text: string]: unknown;
}

export interface Figures {
  title?: string;
  figures: Figure[];
  [text: string]: unknown;
}

export type Kind =
  | "auto"
  | "cards"
  | "bar"
  | "column"
  | "grouped"
  | "stacked"
  | "line"
  | "area"
  | "slope"
  | "dot"
  | "donut"
  | "waffle"
  | "pictogram"
  | "progress"
  | "multiples"
  | "treemap";

export type State = "pending" | "loading" | "ready" | "fallback";

export type Reason = "no-wasm" | "csp" | "network" | "mime" | "integrity" | "data" | "crash";

export interface TujieEventMap {
  "tujie:ready": CustomEvent<null>;
  "tujie:select": CustomEvent<{ id: string; label: string; value: number | null; unit: string; year: number | string | null }>;
  "tujie:change": CustomEvent<{ sort: string; group: string; unit: string; year: string; hide: string }>;
  /** Not sent yet: it comes with `link`. */
  "tujie:drift": CustomEvent<{ label: string; charted: string; quoted: string }>;
  "tujie:error": CustomEvent<{ reason: Reason; message: string; path: string }>;
}

/** `<tujie-chart>`. Options are attributes; what a change of one means is drawn before the next frame. */
export interface TujieChartElement extends HTMLElement {
  /** Set: a document, or its JSON text. Get: the figures as read, `null` until the chart is ready. */
  get figures(): Figures | null;
  set figures(value: FiguresInput | FigureInput[] | string | null);
  kind: Kind;
  /** Moves the focus to the mark of a figure. */
  focusMark(id: string): void;
  /** Lights up the mark of a figure, or none. */
  highlight(id: string | null): void;
  /**
   * The chart with title, key, notes and source as an image (`image/png`, `image/svg+xml`), or its figures (`text/csv`);
   * `width` in CSS px, `scale` pixels for each of them. `undefined` until the chart is ready, as with the next two.
   */
  toBlob(type?: string, options?: { scale?: number; width?: number }): Promise<Blob | null> | undefined;
  /** The same as SVG text. */
  toSVG(options?: { width?: number }): Promise<string> | undefined;
  /** The figures as CSV, which reads back with the same values, bounds, units, periods and groups. */
  toCSV(): Promise<string> | undefined;
  addEventListener<K extends keyof TujieEventMap>(
    type: K,
    listener: (this: TujieChartElement, event: TujieEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export interface Tujie {
  readonly version: string;
  /** Starts the charts under `root` that haven't been started, and returns their new elements. */
  scan(root?: Document | Element | DocumentFragment): TujieChartElement[];
  /** The elements found once the document has been parsed and scanned; charts far from the viewport still wait. */
  readonly ready: Promise<TujieChartElement[]>;
}

export const version: Tujie["version"];
export const scan: Tujie["scan"];
export const ready: Tujie["ready"];

declare global {
  interface Window {
    Tujie: Tujie;
  }
  interface HTMLElementTagNameMap {
    "tujie-chart": TujieChartElement;
  }
  interface HTMLElementEventMap extends TujieEventMap {}
  interface DocumentEventMap extends TujieEventMap {}
  interface WindowEventMap extends TujieEventMap {}
}
