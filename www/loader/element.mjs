/** `<tujie-chart>`: the element's public face. What it does is in `chart.mjs`. */
import { OPTIONS } from "./options.mjs";
import { chartIn } from "./chart.mjs";

export class TujieChart extends (__MODULE__ ? (globalThis.HTMLElement ?? class {}) : HTMLElement) {
  static observedAttributes = OPTIONS;

  #chart = chartIn(this);

  get figures() {
    return this.#chart.picture()?.figures() ?? null;
  }

  set figures(value) {
    this.#chart.give(value);
  }

  get kind() {
    return this.getAttribute("kind") ?? "auto";
  }

  set kind(value) {
    this.setAttribute("kind", value);
  }

  static {
    for (const name of "highlight toCSV toBlob focusMark toSVG".split(" ")) {
      this.prototype[name] = function (...given) {
        return this.#chart.picture()?.[name](...given);
      };
    }
  }

  connectedCallback() {
    // Properties that were set before the class was there hide the accessors.
    for (const name of Object.keys(this)) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#chart.enter();
  }

  disconnectedCallback() {
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => this.isConnected || this.#chart.leave());
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#chart.redo(name);
  }
}
