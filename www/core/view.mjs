/** One chart in the page: fills the element's tree with what the drawing code says, and passes on what the reader does. */
import { levelAt, options } from "./options.mjs";
import { writeLegend, writeTable } from "./sheet.mjs";
import { cells } from "./table.mjs";
import { requestOf } from "./request.mjs";
import { breakBetweenWords, fill, furnish, make, place, plant } from "./tree.mjs";
import { colors, isColored, wear } from "./theme.mjs";
import { ABOUT, CLOSE, COLORS, DATUM, FIGURES, FIND, HIT, LAY_OUT, OPEN, PAINT, READ, STEP, TABLE } from "./questions.mjs";
import { follow } from "./surroundings.mjs";
import { chooser } from "./wanted.mjs";

const INSIDE = "pointermove pointerdown click dblclick keydown focusin focusout beforematch contextrestored";

/** How long a picture takes to come into place, in ms. */
const TIME = 450;

const px = (length) => length + "px";

/** Stops a page from moving, or a colour from telling anything. */
const STILL = "print,(prefers-reduced-motion),(forced-colors)";

/** The keys that belong to the tools. */
const TOOL_KEYS = { s: "listen", S: "listen", "?": "keys" };

export class View {
  #root;
  #call;
  #linked;
  #lit;
  /** The datum that is lit with its details, and the finger they keep clear of. */
  #shown;
  #handle;
  #read;
  /** Which reading is the last one. */
  #reading = 0;
  #toolsFor;
  #tools;
  #source;
  #regret;
  /** How much larger than usual the reader's browser sets text. */
  #zoom = 1;
  /** The digits that have been typed in a row, and when the last one was. */
  #typed = "";
  #pressed;
  #sized;
  #seen;
  #stop;
  #height;
  #set;
  #drawn;
  at = 0;
  #page = 0;
  #last = 0;
  #grown = false;
  /** The present picture has not come into place before the reader's eyes. */
  #fresh;
  #paint;
  #motion;
  #frame;
  #end = new AbortController();

  /**
   * `call` asks the drawing code, and answers nothing once that is lost; `need` fetches a part of it by name, `toolsFor` what
   * the toolbar does; `lit` hears of what is lit.
   */
  constructor(host, root, call, need, linked, lit, toolsFor) {
    this.host = host;
    this.#root = root;
    this.#call = call;
    this.need = need;
    this.#linked = linked;
    this.#lit = lit;
    this.#toolsFor = toolsFor;
    const parts = (this.parts = plant(root));
    this.#handle = call(OPEN, parts.canvas);
    const { signal } = this.#end;
    // Captured, because some of these don't bubble.
    for (const type of INSIDE.split(" ")) root.addEventListener(type, this, { capture: true, signal });
    host.addEventListener("pointerleave", this, { signal });
    document.addEventListener("pointerdown", (event) => event.composedPath().includes(host) || this.#darken(), { signal });
    // Details that the pointer has brought up go too, wherever the focus is.
    document.addEventListener("keydown", ({ key, target }) => key === "Escape" && !host.contains(target) && this.#darken(), { signal });
    const sized = (this.#sized = new ResizeObserver(() => this.later()));
    const seen = (this.#seen = new IntersectionObserver((entries) => {
      const { isIntersecting, boundingClientRect } = entries.at(-1);
      // It may have come and gone since it was last told.
      if (!isIntersecting) this.later();
      // It has been seen standing still where it did not come up from below.
      if (isIntersecting && this.#fresh && this.#paint) this.#move(boundingClientRect.top < innerHeight / 2);
    }));
    signal.onabort = () => {
      sized.disconnect();
      seen.disconnect();
      cancelAnimationFrame(this.#frame);
      cancelAnimationFrame(this.#motion);
      this.#tools?.then((tools) => tools.close(), () => {});
      for (const part of [parts.frame, parts.below, parts.fold, parts.table]) part.remove();
    };
  }

  ask(question, ...given) {
    return this.#call(question, this.#handle, ...given);
  }

  answer(question, ...given) {
    return JSON.parse(this.ask(question, ...given) || "null");
  }

  /**
   * Reads `data` and fetches what its kind of chart is drawn with; false where the instance was lost over it, or it is to be read
   * once more already. Throws what is wrong in the data.
   */
  async read(data, figure, table) {
    const mine = ++this.#reading;
    const asked = () => options(this.host, figure, table, data.json?.lang);
    let set = asked();
    const others = data !== this.#source;
    this.#source = data;
    // Other figures offer other choices, and another language has other words.
    if (this.#tools && (others || set.lang !== this.#set.lang)) {
      await this.#tools.then((tools) => tools.close(others), () => {});
      this.#tools = undefined;
      set = asked();
    }
    // What a text has are lines, what a table has are rows.
    const read = data.table ? { rows: cells(data.table) } : { ...data, csv: true };
    const wanted = [read.rows && "table", isColored(this.host) && "contrast", (set.sort || set.group || set.unit || set.year) && "sort", chooser(this.host.kind)];
    if (!(await this.#fetch(wanted, mine))) return false;
    // Until it is drawn, the picture is that of the figures before.
    this.#read = undefined;
    cancelAnimationFrame(this.#motion);
    const request = requestOf(set, read);
    // The stop stays at its datum, where that is drawn again.
    const id = this.#stop && this.datum(this.at)?.[7];
    const texts = this.answer(READ, request);
    if (!texts) return false;
    await Promise.all(texts.shift().split(" ").map((name) => this.need(name)));
    if (mine !== this.#reading) return false;
    this.request = request;
    this.#read = [set, texts, id];
    return true;
  }

  /**
   * Fetches these parts; false where a later reading has begun meanwhile. A picture that is there stays while there is no
   * network to fetch what the next one needs.
   */
  async #fetch(names, mine) {
    for (;;) {
      try {
        await Promise.all(names.map((name) => this.need(name)));
        this.#relieve();
        return mine === this.#reading;
      } catch (error) {
        if (!this.#drawn || navigator.onLine || error.reason !== "network") throw error;
        console.warn("tujie", error);
        this.say(this.#regret);
        await new Promise((again) => addEventListener("online", again, { once: true, signal: this.#end.signal }));
        if (mine !== this.#reading) return false;
      }
    }
  }

  /** Whether a part is there; if it isn't, it is fetched, and the chart is drawn anew with it. */
  #has(name) {
    if (this.#linked.has(name)) return true;
    this.need(name)?.then(() => this.later(), () => {});
  }

  /** Draws what was read in `height` pixels; false where the instance was lost over it. */
  draw(height) {
    const [set, texts, id] = this.#read;
    this.#set = set;
    this.#height = height;
    follow(this.host);
    furnish(this.host);
    this.#write(texts);
    this.at = 0;
    this.#drawn = "";
    this.#grown = false;
    this.#fresh = true;
    const drawn = this.refresh();
    if (id) this.#putStop(Math.max(this.answer(FIND, id) ?? 0, 0), false);
    return drawn;
  }

  /** Puts every text that is not a label of the picture into the page. */
  #write([lang, name, title, subtitle, source, url, button, pages, notices, notes, save, back, on, options, regret, word]) {
    const parts = this.parts;
    const { captioned, size, controls, heading } = this.#set;
    // The widget's own words are English where it has none of the reader's language.
    const { frame, below, fold, plot, tip, table } = parts;
    frame.lang = below.lang = fold.lang = tip.lang = /^(zh|en)/i.test(lang) ? lang : "en";
    plot.lang = table.lang = lang;
    // What the document says is in its language, what the page says in its place is in that of the page.
    const given = { ...this.#set, title: heading };
    for (const part of ["title", "subtitle", "notes", "source"]) parts[part].lang = (!given[part] && this.#source.json?.lang) || lang;
    // A rule above, unless the page draws one or has the title above the chart.
    const ruled = !captioned && !parseFloat(getComputedStyle(this.host).borderTopWidth);
    const large = size === "large" ? " large" : "";
    // A theme of its own brings its own ground: the page's may be of the other kind.
    const own = this.#theme() ? " own" : "";
    parts.frame.className = `frame${ruled ? " ruled" : ""}${large}${own}`;
    parts.fold.className = `fold${large}${own}`;
    parts.below.className = `below${large}${own}`;
    this.#regret = regret;
    if (!parts.frame.isConnected) {
      this.#root.append(parts.frame, parts.below, parts.fold);
      parts.title.setAttribute("aria-level", levelAt(this.host));
      // A copy of an element has the table that was made for it, too.
      for (const old of this.host.querySelectorAll(":scope>table[slot=table]")) old.remove();
      // Before that the element may be hidden, which is not out of sight.
      this.#sized.observe(this.host);
      this.#seen.observe(this.host);
    }
    // Who fills the element anew takes the table away.
    if (!parts.table.parentNode) this.host.append(parts.table);
    fill(parts.title, captioned ? "" : title);
    breakBetweenWords(parts.title);
    fill(parts.subtitle, subtitle);
    plot.setAttribute("aria-label", name);
    plot.setAttribute("aria-roledescription", word);
    parts.notes.replaceChildren();
    for (const note of notes) make(parts.notes, "li").textContent = note;
    parts.notes.hidden = !notes.length;
    parts.source.replaceChildren();
    const link = url ? make(parts.source, "a", { href: url, rel: "noopener" }) : parts.source;
    link.textContent = source || url;
    for (const [tool, text] of Object.entries({ button, options, save })) {
      fill(parts[tool], controls === "none" ? "" : text);
      // Of several charts each has the same buttons.
      parts[tool].setAttribute("aria-label", `${text} ${name}`);
    }
    parts.back.setAttribute("aria-label", back);
    parts.on.setAttribute("aria-label", on);
    this.name = name;
    parts.foot.hidden = parts.button.hidden && !source && !url;
    parts.pages.hidden = pages < 2;
    this.#last = pages - 1;
    this.#turn(0);
    this.#tools?.then((tools) => tools.drawn(), () => {});
    console.info(`tujie: ${name}\n${notices}`);
  }

  #turn(page) {
    this.#page = Math.min(Math.max(page, 0), this.#last);
    const { frame, table, page: label, back, on } = this.parts;
    back.setAttribute("aria-disabled", !this.#page);
    on.setAttribute("aria-disabled", this.#page === this.#last);
    const [caption, place, head, ...rows] = this.answer(TABLE, "", this.#page) ?? [];
    if (!head) return;
    label.textContent = place;
    const { sort, controls } = this.#set;
    writeTable(table, caption, head, rows, sort, controls !== "none", frame.lang);
  }

  /** Fits the chart to what its surroundings have become; false where the instance was lost over it. */
  refresh(print = matchMedia("print").matches) {
    const { host } = this;
    const parts = this.parts;
    const { frame, plot, canvas, below } = parts;
    if (!this.#height || !this.#read || !host.clientWidth) return true;
    const list = (this.list = colors(host, (list, dark) => this.ask(COLORS, list, dark) ?? "", () => this.#has("contrast"), print ? "light" : this.#theme()));
    const { fontFamily: family, fontSize } = getComputedStyle(frame);
    // The frame has the size that the reader's browser gives to text; the picture grows with it.
    const zoom = (this.#zoom = Math.max(parseFloat(fontSize) / 16, 0.5));
    const ratio = print ? Math.max(devicePixelRatio, 2) : devicePixelRatio;
    const { top, bottom } = host.getBoundingClientRect();
    // What is read must not move: what has gone by may grow only where the browser holds on to what is in sight.
    const away = top > innerHeight || (bottom < 0 && CSS.supports("overflow-anchor:auto"));
    // What has grown out of sight stays so: shrinking back in sight would move the page.
    // Nor would anything be seen in less than a title takes, unless the page asks for just that.
    const fixed = host.hasAttribute("height");
    const grow = print || away || this.#grown || "grow" in host.dataset || (this.#height < 96 && !fixed);
    // What the fonts that have arrived so far make of the text counts too.
    const drawn = () =>
      [frame.clientWidth, this.#height, grow, list, ratio, zoom, family, document.fonts.size, document.fonts.status].concat([parts.title, parts.subtitle, parts.rest, parts.notes, parts.foot].map((part) => part.offsetHeight)).join("|");
    if (drawn() === this.#drawn && !print) return true;
    const stood = below.getBoundingClientRect().top;
    wear([frame, below, parts.fold], list);
    frame.style.height = px(this.#height);
    plot.style.height = "auto";
    plot.style.flex = "";
    frame.classList.remove("tight", "cramped");
    const broad = plot.clientWidth;
    let height, omitted, width, legend;
    let measured = 0;
    // Further down it takes the room it needs, and no more unless the page asks for just that.
    const free = grow && !print && top >= 0 && !fixed;
    const layOut = (grow) => {
      const how = grow + 2 * matchMedia("(pointer:coarse)").matches + measured;
      measured = 4;
      const answer = this.answer(LAY_OUT, family, plot.clientWidth / zoom, free ? 0 : plot.clientHeight / zoom, how);
      if (!answer) return false;
      let key, rest;
      [height, key, rest, omitted, width, legend] = answer;
      height *= zoom;
      width *= zoom;
      fill(parts.key, key);
      fill(parts.rest, rest);
      return true;
    };
    // Key and remainder say what the layout came to, and take room from it: hence a second time. What can't be
    // squeezed in is not left out, but scrolled to.
    const arrange = () => layOut(grow) && (!omitted || grow || layOut(true));
    if (!layOut(grow) || !arrange()) return false;
    const over = height > plot.clientHeight + 0.5;
    // In sight nothing around the chart may move; out of sight it may.
    if (free || (grow && over)) {
      frame.style.height = "auto";
      if (free) host.style.minHeight = 0;
      this.#grown ||= !print;
    }
    // Where hardly a row would be left between title and source, these scroll along.
    const cramped = over && !grow && plot.clientHeight < 96;
    const tight = over && !grow && !cramped;
    frame.classList.toggle("tight", over && !grow);
    frame.classList.toggle("cramped", cramped);
    // A scrollbar, which comes with the picture's height, takes room from its width.
    canvas.style.height = px(height);
    if (cramped) plot.style.height = px(height);
    if (plot.clientWidth < broad && !arrange()) return false;
    // Room that was reserved and isn't needed is left below all, not above the source.
    if (!over) {
      plot.style.flex = "none";
      frame.style.height = "auto";
    }
    if (!tight) plot.style.height = px(height);
    this.#drawn = drawn();
    this.#paint = (left) => this.ask(PAINT, list, ratio * zoom, left);
    this.#move(print);
    // As many CSS pixels as there are device pixels, or the browser blurs them into each other; fewer only where the
    // canvas could not be made as large.
    const fit = (side, pixels) => px(Math.abs(side * ratio - pixels) < 1 ? pixels / ratio : side);
    canvas.style.width = fit(width, canvas.width);
    // No picture is narrower than its least width, however large the reader's text.
    plot.style.overflowX = width > plot.clientWidth + 1 ? "auto" : "";
    canvas.style.height = fit(height, canvas.height);
    writeLegend(plot, this.#set.controls === "none" ? [] : legend, zoom);
    // What the reader is choosing with stays where it is.
    if (below.children[1] && stood > 0 && stood < innerHeight) scrollBy(0, below.getBoundingClientRect().top - stood);
    this.#describe();
    this.light(-1);
    this.#putStop(this.at, false);
    return this.answer(DATUM) !== null;
  }

  /** Paints the picture: coming into place if it is new, in sight and allowed to, standing still otherwise. */
  #move(still) {
    cancelAnimationFrame(this.#motion);
    const { top, bottom } = this.host.getBoundingClientRect();
    const away = bottom < 0 || top > innerHeight;
    const quiet = still || away || !this.#fresh || document.hidden || matchMedia(STILL).matches;
    this.#fresh &&= away;
    if (quiet) return this.#paint(0);
    const start = performance.now();
    const step = (now) => {
      // A frame's time may lie before the call that asked for it.
      const left = matchMedia(STILL).matches ? 0 : Math.min(Math.max(1 - (now - start) / TIME, 0), 1);
      if (left) this.#motion = requestAnimationFrame(step);
      this.#paint(left);
    };
    step(start);
  }

  #theme() {
    const { theme } = this.#set;
    return theme === "light" || theme === "dark" ? theme : "";
  }

  /** The same before the next frame, however often it is asked for. */
  later() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.refresh();
    });
  }

  /** Measures every text anew: other fonts have arrived. */
  fonts() {
    this.#drawn = "";
    this.later();
  }

  /** A datum with its boxes in the plot's pixels, see `View::datum`. */
  datum(at) {
    return this.answer(DATUM, "", at)?.map((value, index) => (index < 6 ? value * this.#zoom : value));
  }

  /** Describes the picture once it is there: nobody waits for the words. */
  async #describe() {
    try {
      await this.need("describe");
      this.parts.about.textContent = this.ask(ABOUT) ?? "";
    } catch (error) {
      console.warn("tujie", error);
    }
  }

  /** Lights up the datum of this label, if there is one: it is lit in another chart of the set. */
  follow(label) {
    const at = label ? this.answer(FIND, label) : -1;
    const [x, y, width, height] = (at >= 0 && this.datum(at)) || [];
    const { wash } = this.parts;
    this.#shown = undefined;
    wash.hidden = x === undefined;
    if (!wash.hidden) place(wash, x - 3, y - 3, width + 6, height + 6);
  }

  /** Lights up one datum and shows its details, or none; those keep clear of a finger at `y`. */
  light(at, finger) {
    // A move within a mark changes nothing.
    const shown = at + "|" + finger;
    if (shown === this.#shown) return;
    const { frame, wash, tip, plot } = this.parts;
    const [x, y, width, height, top, bottom, lines, , label] = (at >= 0 && this.datum(at)) || [];
    wash.hidden = tip.hidden = !lines;
    this.#lit(this.host.dataset.set, label);
    this.#shown = lines && shown;
    if (!lines) return;
    place(wash, x - 3, y - 3, width + 6, height + 6);
    lines.forEach((line, index) => {
      (tip.children[index] ?? make(tip, "p")).textContent = line;
    });
    while (tip.children[lines.length]) tip.lastChild.remove();
    // Clear of the mark and its texts: above them if there is room, below otherwise. Measured once all else is written, and moved
    // by what needs no layout.
    const { offsetWidth, offsetHeight } = tip;
    const left = Math.min(Math.max(x + width / 2 - offsetWidth / 2, 0), plot.clientWidth - offsetWidth);
    const above = Math.min(top, finger - 16 || top) - offsetHeight - 8;
    // Neither the window cuts it off nor a plot that scrolls.
    const { scrollTop } = plot;
    const edge = Math.max(frame.classList.contains("tight") ? scrollTop : -offsetHeight / 2, scrollTop + 4 - plot.getBoundingClientRect().top);
    const down = above >= edge ? above : Math.max(bottom, finger + 32 || bottom) + 8;
    tip.style.transform = `translate(${Math.round(Math.max(left, 0))}px,${Math.round(down)}px)`;
  }

  /** Puts details away, if there are any: to others of its set a chart has nothing to say then. */
  #darken(event) {
    if (!this.#shown) return;
    // The key puts away one thing at a time, and not the page's dialog too.
    event?.preventDefault();
    this.light(-1);
  }

  /** Puts the one focus stop over a mark; a new element where the focus goes along, so that it is spoken anew. */
  #putStop(at, focused) {
    const [x, y, width, height, , , lines] = this.datum(at) ?? this.datum((at = 0)) ?? [];
    if (!lines) return;
    this.at = at;
    const old = this.#stop;
    const { frame, tip } = this.parts;
    if (focused || !old) this.#stop = make(null, "div", { class: "stop", tabindex: 0, role: "img" });
    this.#stop.lang = frame.lang;
    this.#stop.setAttribute("aria-label", lines.join(" "));
    place(this.#stop, x, y, width, height);
    if (this.#stop === old) return;
    tip.before(this.#stop);
    if (focused) this.#stop.focus();
    old?.remove();
  }

  focus(at) {
    if (at < 0) return;
    this.#putStop(at, true);
    this.light(at);
  }

  #open(open) {
    const { fold, button } = this.parts;
    if (open) fold.removeAttribute("hidden");
    else fold.setAttribute("hidden", "until-found");
    button.setAttribute("aria-expanded", open);
  }

  #select() {
    const [, , , , , , , id, label, value, unit, year] = this.datum(this.at) ?? [];
    // A year is a number, as it is in the figures.
    const detail = { id, label, value, unit, year: /^\d+$/.test(year) ? +year : year || null };
    this.host.dispatchEvent(new CustomEvent("tujie:select", { detail, bubbles: true, composed: true }));
  }

  /** Where in the plot an event is. */
  #point({ clientX, clientY }) {
    const { plot } = this.parts;
    const { left, top, width } = plot.getBoundingClientRect();
    // A page may show the chart larger or smaller than it is laid out; and its scrollbar stands on the left where text runs leftwards.
    const scale = width / plot.offsetWidth || 1;
    return [(clientX - left) / scale - plot.clientLeft + plot.scrollLeft, (clientY - top) / scale + plot.scrollTop];
  }

  #under(event) {
    const [x, y] = this.#point(event);
    return this.answer(HIT, "", x / this.#zoom, y / this.#zoom) ?? -1;
  }

  /** How far down the finger is, if it is one. */
  #finger(event) {
    return event.pointerType === "touch" ? this.#point(event)[1] : undefined;
  }

  handleEvent(event) {
    const { type, target, key } = event;
    const { plot, tip, button, table, page } = this.parts;
    const entry = target.dataset?.series;
    const inPlot = plot.contains(target) && entry === undefined;
    if (type === "pointermove" || type === "pointerdown") {
      if (!tip.contains(target)) this.light(inPlot ? this.#under(event) : -1, this.#finger(event));
    } else if (type === "pointerleave" || type === "focusout") {
      this.light(-1);
    } else if (type === "focusin") {
      if (target === this.#stop) this.light(this.at);
    } else if (type === "dblclick") {
      if (entry) this.#use("isolate", entry, true);
    } else if (type === "click") {
      const { do: action, sort } = target.dataset ?? {};
      if (sort) this.#use("sort", sort);
      else if (entry) event.detail > 1 || this.#use("toggle", entry);
      else if (action === "table") this.#open(button.getAttribute("aria-expanded") !== "true");
      else if (action === "options" || action === "save") this.#use(action);
      else if (action === "back" || action === "on") {
        this.#turn(this.#page + (action === "on" ? 1 : -1));
        if (table.getBoundingClientRect().top < 0) table.scrollIntoView();
        this.say(page.textContent);
      }
      else if (inPlot && !tip.contains(target)) {
        // A click on the stop itself comes from assistive technology, and from nowhere in the plot.
        const at = target === this.#stop ? this.at : this.#under(event);
        if (at < 0) return;
        this.#putStop(at, false);
        this.light(at, this.#finger(event));
        this.#select();
      }
    } else if (type === "keydown") {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (entry && key === "Enter" && event.shiftKey) {
        event.preventDefault();
        this.#use("isolate", entry);
      }
      if (key === "Escape" && this.#tools) this.#use("stop");
      if (key === "Escape" && table.contains(target)) {
        event.preventDefault();
        return this.#stop?.focus();
      }
      if (target !== this.#stop) return key === "Escape" && this.#darken(event);
      // Digits make one number only where one soon follows the other.
      this.#typed = /^\d$/.test(key) ? (event.timeStamp - this.#pressed < 1000 ? this.#typed : "") + key : "";
      this.#pressed = event.timeStamp;
      if (key === "Escape") {
        // First what is shown is put away, then the chart is left.
        if (tip.hidden) target.blur();
        return this.#darken(event);
      }
      if (key === "t" || key === "T") {
        const open = button.getAttribute("aria-expanded") !== "true";
        this.#open(open);
        if (open) {
          table.tabIndex = -1;
          table.focus();
        }
      } else if (TOOL_KEYS[key]) {
        this.#use(TOOL_KEYS[key]);
      } else {
        const at = this.answer(STEP, this.#typed || key, this.at) ?? -1;
        if (at < 0 && key !== "Enter" && key !== " ") return;
        if (at < 0) this.#select();
        else if (at !== this.at) this.focus(at);
      }
      event.preventDefault();
    } else if (type === "beforematch") {
      this.#open(true);
    } else {
      this.fonts();
    }
  }

  /** The figures as they were read. */
  figures() {
    return this.ask(FIGURES);
  }

  /** The painted box of each datum: `[id, x, y, width, height]`. */
  marks() {
    const list = [];
    for (let at = 0, datum; (datum = this.datum(at)); at++) list.push([datum[7], ...datum.slice(0, 4)]);
    return list;
  }

  focusMark(id) {
    this.focus(this.answer(FIND, id) ?? -1);
  }

  highlight(id) {
    this.light(id == null ? -1 : (this.answer(FIND, id) ?? -1));
  }

  async toCSV() {
    return (await this.tools()).toCSV();
  }

  async toSVG(options) {
    return (await this.tools()).toSVG(options);
  }

  async toBlob(type, options) {
    return (await this.tools()).toBlob(type, options);
  }

  /** What the toolbar's buttons do and the element's methods for files, fetched when one is called for. */
  tools() {
    const made = (this.#tools ??= this.#toolsFor(this));
    // What failed is tried again the next time.
    made.catch(() => {
      if (this.#tools === made) this.#tools = undefined;
    });
    return made;
  }

  /** Has the tools do something; a sentence says so where they can't be had. */
  #use(name, ...given) {
    return this.attempt(async () => (await this.tools())[name](...given));
  }

  /** Does what may fail for want of a file, and says so if it does. */
  async attempt(act) {
    try {
      await act();
      this.#relieve();
    } catch (error) {
      console.warn("tujie", error);
      this.say(this.#regret);
    }
  }

  /** Takes back that something can't be had. */
  #relieve() {
    if (this.parts.status.textContent === this.#regret) this.say("");
  }

  /** Says something below the chart, and to screen readers. */
  say(text) {
    // It is never hidden, because what comes into sight together with its words may not be heard.
    this.parts.status.textContent = text;
  }

  /** The drawing code anew, for a picture beside the one in the page. */
  another(canvas) {
    const handle = this.#call(OPEN, canvas);
    return (question, ...given) => this.#call(question, handle, ...given);
  }

  close() {
    this.#end.abort();
    this.ask(CLOSE);
  }
}
