//! One chart in the page: its tree, its state, and what it does with events.

use super::canvas::Canvas;
use super::{colors, dom, table};
use crate::choose::{self, Kind};
use crate::figures::{Error, Figures, Notice};
use crate::focus::{self, Step};
use crate::hit;
use crate::input::{self, Value};
use crate::lang::Locale;
use crate::layout::{self, Request};
use crate::outline;
use crate::reader::Reader;
use crate::scene::{Point, Rect, Role, Scene};
use crate::theme::Theme;
use js_sys::Array;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, ShadowRoot};

/// How much of the page the chart may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Geometry {
    /// The reserved height of the whole element, in CSS px; 0 where nothing is reserved.
    height: f64,
    /// Whether the element is out of sight, so that growing moves nothing that is read.
    grow: bool,
    /// Whether the page is being printed: light and finer than any screen needs.
    print: bool,
}

impl Geometry {
    /// From `{height, grow, print}`.
    pub(super) fn new(value: &Value) -> Geometry {
        let height = match field(value, "height") {
            Some(Value::Number(height)) if height.is_finite() && *height > 0.0 => *height,
            _ => 0.0,
        };
        let set = |name: &str| matches!(field(value, name), Some(Value::Bool(true)));
        Geometry { height, grow: set("grow"), print: set("print") }
    }
}

fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let Value::Map(fields) = value else { return None };
    fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// The options that are kept; the others are used up when the document is read.
struct Options {
    theme: String,
    palette: String,
    lang: String,
    captioned: bool,
    large: bool,
    tools: bool,
}

/// The elements of the shadow tree.
struct Parts {
    frame: HtmlElement,
    title: HtmlElement,
    subtitle: HtmlElement,
    key: HtmlElement,
    plot: HtmlElement,
    wash: HtmlElement,
    tip: HtmlElement,
    about: HtmlElement,
    rest: HtmlElement,
    notes: HtmlElement,
    foot: HtmlElement,
    source: HtmlElement,
    button: HtmlElement,
    fold: HtmlElement,
    pages: HtmlElement,
}

/// What the picture was made for; when none of it has changed there is nothing to do.
#[derive(Clone, PartialEq)]
struct Drawn {
    geometry: Geometry,
    width: i32,
    ratio: f64,
    theme: Theme,
    family: String,
}

/// A chart and everything it owns in the page.
pub(super) struct Chart {
    host: HtmlElement,
    parts: Parts,
    canvas: Canvas,
    stop: Option<HtmlElement>,
    table: Option<HtmlElement>,
    page: usize,
    options: Options,
    locale: Locale,
    kind: Kind,
    /// What is drawn.
    pub(super) figures: Figures,
    /// How it is drawn.
    pub(super) scene: Scene,
    drawn: Option<Drawn>,
    at: usize,
}

thread_local! {
    static ADOPTED: Cell<bool> = const { Cell::new(false) };
}

impl Chart {
    /// Builds the shadow tree, hidden until there is something to show.
    pub(super) fn new(host: HtmlElement, root: ShadowRoot) -> Result<Chart, JsValue> {
        dom::adopt(&root, include_str!("style.css"))?;
        if !ADOPTED.replace(true) {
            dom::adopt(&dom::document()?.into(), include_str!("table.css"))?;
        }
        let frame = dom::element("div", &[("class", "frame"), ("part", "frame")])?;
        frame.set_hidden(true);
        root.append_child(&frame)?;
        let line = |class: &str| dom::child(&frame, "p", &[("class", class), ("part", class)]);
        let title = dom::child(
            &frame,
            "div",
            &[("class", "title"), ("part", "title"), ("role", "heading"), ("aria-level", "3")],
        )?;
        let subtitle = line("subtitle")?;
        let key = line("key")?;
        let about = dom::child(&frame, "p", &[("class", "hide"), ("id", "about")])?;
        let plot = dom::child(
            &frame,
            "div",
            &[("class", "plot"), ("role", "group"), ("aria-describedby", "about")],
        )?;
        let wash = dom::child(&plot, "div", &[("class", "wash")])?;
        let canvas = dom::child(&plot, "canvas", &[("aria-hidden", "true"), ("dir", "ltr")])?;
        let tip = dom::child(&plot, "div", &[("class", "tip"), ("part", "tooltip"), ("role", "tooltip")])?;
        let rest = line("rest")?;
        let notes = dom::child(&frame, "ul", &[("class", "notes"), ("part", "notes")])?;
        let foot = dom::child(&frame, "div", &[("class", "foot")])?;
        let source = dom::child(&foot, "span", &[("class", "source"), ("part", "source")])?;
        let button = dom::child(
            &foot,
            "button",
            &[("type", "button"), ("data-do", "table"), ("aria-controls", "fold")],
        )?;
        let fold = dom::element("div", &[("class", "fold"), ("id", "fold"), ("part", "table")])?;
        root.append_child(&fold)?;
        dom::child(&fold, "slot", &[("name", "table")])?;
        let pages = dom::child(&fold, "div", &[("class", "pages")])?;
        for (action, sign) in [("back", "‹"), ("on", "›")] {
            let turn = dom::child(&pages, "button", &[("type", "button"), ("data-do", action)])?;
            turn.set_text_content(Some(sign));
        }
        dom::child(&pages, "span", &[])?;
        for element in [&wash, &tip, &fold] {
            element.set_hidden(true);
        }
        Ok(Chart {
            host,
            parts: Parts {
                frame,
                title,
                subtitle,
                key,
                plot,
                wash,
                tip,
                about,
                rest,
                notes,
                foot,
                source,
                button,
                fold,
                pages,
            },
            canvas: Canvas::new(canvas)?,
            stop: None,
            table: None,
            page: 0,
            options: Options {
                theme: String::new(),
                palette: String::new(),
                lang: String::new(),
                captioned: false,
                large: false,
                tools: true,
            },
            locale: Locale::from_tag("en"),
            kind: Kind::Bar,
            figures: Figures::default(),
            scene: Scene::default(),
            drawn: None,
            at: 0,
        })
    }

    /// Takes a document and the options; what was shown before stays when it can't be read.
    pub(super) fn read(&mut self, document: &Value, options: &Value) -> Result<(), Error> {
        let option = |name: &str| match field(options, name) {
            Some(Value::Text(text)) => text.as_str(),
            _ => "",
        };
        let mut figures = if let Some(json) = field(document, "json") {
            input::from_value(json)?
        } else if let Some(Value::Text(csv)) = field(document, "csv") {
            input::from_csv(csv)?
        } else if let Some(Value::List(rows)) = field(document, "rows") {
            let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
            input::from_rows(&rows)?
        } else {
            return Err(Error::new("", "there are no figures; give a table, CSV or JSON"));
        };
        figures.filter(option("group"), option("unit"), option("year"))?;
        let texts = [
            ("heading", &mut figures.title),
            ("subtitle", &mut figures.subtitle),
            ("description", &mut figures.description),
            ("source", &mut figures.source.name),
        ];
        for (name, text) in texts {
            if !option(name).is_empty() {
                *text = option(name).to_string();
            }
        }
        let url = option("sourceUrl");
        if url.starts_with("https://") || url.starts_with("http://") {
            figures.source.url = url.to_string();
        }
        let lang =
            [option("lang"), &figures.lang, "zh"].into_iter().find(|tag| !tag.is_empty()).unwrap_or("zh");
        self.locale = Locale::from_tag(lang);
        if let Some(decimal) = option("decimal").chars().next() {
            self.locale.decimal = decimal;
        }
        if let Some(Value::Text(mark)) = field(options, "group_mark") {
            self.locale.group = mark.chars().next();
        }
        self.options = Options {
            theme: option("theme").to_string(),
            palette: option("palette").to_string(),
            lang: lang.to_string(),
            captioned: option("captioned") == "true",
            large: option("size") == "large",
            tools: option("controls") != "none",
        };
        let (kind, notice) = choose::choose(option("kind"), &figures);
        for notice in figures.notices.iter().take(20).chain([&notice]) {
            tell(notice);
        }
        self.kind = kind;
        self.figures = figures;
        self.page = 0;
        self.at = 0;
        self.drawn = None;
        Ok(())
    }

    fn reader(&self) -> Reader<'_> {
        Reader { figures: &self.figures, locale: self.locale }
    }

    /// Draws if anything has changed, or always if `anew`.
    pub(super) fn refresh(&mut self, geometry: Geometry, anew: bool) -> Result<Array, JsValue> {
        let events = Array::new();
        if self.figures.figures.is_empty() {
            return Ok(events);
        }
        let option = if geometry.print { "light" } else { &self.options.theme };
        let theme = colors::theme(&self.host, option, &self.options.palette, &self.canvas)?;
        let family = dom::computed(&self.host)?.get_property_value("font-family")?;
        let ratio = dom::window()?.device_pixel_ratio();
        let width = self.host.client_width();
        let drawn = Drawn { geometry, width, ratio, theme, family };
        if !anew && self.drawn.as_ref() == Some(&drawn) || width == 0 {
            return Ok(events);
        }
        self.canvas.set_family(drawn.family.clone());
        self.dress(&drawn.theme);
        self.write()?;
        self.lay_out(&drawn)?;
        self.drawn = Some(drawn);
        self.paint()?;
        self.at = self.at.min(self.scene.data.len().saturating_sub(1));
        self.light(None)?;
        self.put_stop(false)?;
        Ok(events)
    }

    /// Paints the scene as it was last laid out.
    fn paint(&mut self) -> Result<(), JsValue> {
        let Some(drawn) = &self.drawn else { return Ok(()) };
        let wanted = if drawn.geometry.print { drawn.ratio.max(2.0) } else { drawn.ratio };
        let ratio = Canvas::ratio(&self.scene, wanted);
        self.canvas.paint(&self.scene, &drawn.theme, ratio).map_err(|error| super::thrown(&error))
    }

    /// Gives the colours to the DOM texts.
    fn dress(&self, theme: &Theme) {
        let colors = [
            ("--t", theme.text),
            ("--m", theme.muted),
            ("--a", theme.axis),
            ("--r", theme.rule),
            ("--c", theme.card),
            ("--g", theme.ground),
            ("--l", theme.lit),
            ("--ll", theme.lit_line),
        ];
        for (name, color) in colors {
            dom::style(&self.parts.frame, name, &color.css());
            dom::style(&self.parts.fold, name, &color.css());
        }
    }

    /// Puts every text that is not a label of the picture into the page.
    fn write(&mut self) -> Result<(), JsValue> {
        let reader = Reader { figures: &self.figures, locale: self.locale };
        let parts = &self.parts;
        let words = reader.words();
        parts.frame.set_hidden(false);
        parts.frame.set_attribute("lang", &self.options.lang)?;
        let ruled = if self.options.captioned { "" } else { " ruled" };
        let large = if self.options.large { " large" } else { "" };
        parts.frame.set_class_name(&["frame", ruled, large].concat());
        dom::fill(&parts.title, if self.options.captioned { "" } else { &reader.figures.title });
        dom::fill(&parts.subtitle, &reader.figures.subtitle);
        parts.plot.set_attribute("aria-label", outline::title(&reader))?;
        parts.notes.set_text_content(None);
        for note in &reader.figures.notes {
            dom::child(&parts.notes, "li", &[])?.set_text_content(Some(note));
        }
        parts.notes.set_hidden(reader.figures.notes.is_empty());
        let source = outline::source(&reader);
        let url = &reader.figures.source.url;
        parts.source.set_text_content(None);
        if url.is_empty() {
            parts.source.set_text_content(Some(&source));
        } else {
            let link = dom::child(&parts.source, "a", &[("href", url), ("rel", "noopener")])?;
            link.set_text_content(Some(if source.is_empty() { url } else { &source }));
        }
        parts.button.set_text_content(Some(words.table));
        parts.button.set_hidden(!self.options.tools);
        parts.foot.set_hidden(!self.options.tools && source.is_empty() && url.is_empty());
        if self.table.is_none() {
            let table = dom::element("table", &[("slot", "table")])?;
            self.host.append_child(&table)?;
            self.table = Some(table);
        }
        self.turn_page(0)?;
        if self.parts.fold.hidden() || self.parts.fold.get_attribute("hidden").is_some() {
            self.open_table(false)?;
        }
        Ok(())
    }

    /// Lays the scene out in what the texts leave of the reserved height.
    fn lay_out(&mut self, drawn: &Drawn) -> Result<(), JsValue> {
        let parts = &self.parts;
        let height = if drawn.geometry.height > 0.0 {
            [&drawn.geometry.height.to_string(), "px"].concat()
        } else {
            "auto".into()
        };
        dom::style(&parts.frame, "height", &height);
        dom::style(&parts.plot, "height", "auto");
        dom::fill(&parts.key, "");
        dom::fill(&parts.rest, "");
        // The key and the remainder say what the layout came to, and take room from it: hence a second time.
        for _ in 0..2 {
            let room = f64::from(self.parts.plot.client_height());
            let request = Request {
                kind: self.kind,
                width: f64::from(self.parts.plot.client_width()),
                height: (drawn.geometry.height > 0.0).then_some(room.max(1.0)),
                grow: drawn.geometry.grow,
                large: self.options.large,
            };
            let scene = layout::layout(self.reader(), &request, &self.canvas);
            let reader = self.reader();
            let key = outline::key(&reader, &scene);
            let rest = outline::remainder(&reader, &scene).join(" ");
            dom::fill(&self.parts.key, &key);
            dom::fill(&self.parts.rest, &rest);
            self.parts.about.set_text_content(Some(&outline::description(&reader, &scene)));
            self.scene = scene;
        }
        // Where the picture needs more than was reserved, the frame follows it.
        if drawn.geometry.height <= 0.0
            || self.scene.height > f64::from(self.parts.plot.client_height()) + 0.5
        {
            dom::style(&self.parts.frame, "height", "auto");
            dom::place(&self.parts.plot, &[("height", self.scene.height)]);
        }
        Ok(())
    }

    /// Opens or closes the table; closed, it can still be found by the browser's search where that opens it again.
    fn open_table(&self, open: bool) -> Result<(), JsValue> {
        let fold = &self.parts.fold;
        if open {
            fold.remove_attribute("hidden")?;
        } else {
            fold.set_attribute("hidden", "until-found")?;
        }
        self.parts.button.set_attribute("aria-expanded", if open { "true" } else { "false" })
    }

    fn turn_page(&mut self, by: isize) -> Result<(), JsValue> {
        let count = self.figures.figures.len().div_ceil(outline::PAGE).max(1);
        self.page = self.page.saturating_add_signed(by).min(count - 1);
        let reader = self.reader();
        if let Some(table) = &self.table {
            table::fill(table, &reader, self.page)?;
        }
        self.parts.pages.set_hidden(count == 1);
        if let Some(text) = self.parts.pages.last_element_child() {
            let page = [&(self.page + 1).to_string(), "/", &count.to_string()].concat();
            text.set_text_content(Some(&reader.words().page.replace('#', &page)));
        }
        Ok(())
    }

    /// Puts the one focus stop over the current mark; a new element each time, so that it is spoken anew.
    fn put_stop(&mut self, focused: bool) -> Result<(), JsValue> {
        let Some(datum) = self.scene.data.get(self.at) else { return Ok(()) };
        let Some(figure) = self.figures.figures.get(datum.figure) else { return Ok(()) };
        let keep = self.stop.as_ref().filter(|_| !focused);
        let stop = match keep {
            Some(stop) => stop.clone(),
            None => dom::element("div", &[("class", "stop"), ("tabindex", "0"), ("role", "img")])?,
        };
        stop.set_attribute("aria-label", &outline::details(&self.reader(), figure).join(" "))?;
        put(&stop, &datum.mark);
        if keep.is_none() {
            self.parts.plot.insert_before(&stop, Some(&self.parts.tip))?;
            if focused {
                stop.focus()?;
            }
            if let Some(old) = self.stop.replace(stop) {
                old.remove();
            }
        }
        Ok(())
    }

    /// Moves the keyboard's focus to a datum and shows its details.
    pub(super) fn focus(&mut self, index: usize) -> Result<(), JsValue> {
        self.at = index;
        self.put_stop(true)?;
        self.light(Some(index))
    }

    /// Lights up one datum and shows its details, or none.
    pub(super) fn light(&mut self, index: Option<usize>) -> Result<(), JsValue> {
        let datum = index.and_then(|index| self.scene.data.get(index));
        let figure = datum.and_then(|datum| self.figures.figures.get(datum.figure));
        let (Some(datum), Some(figure)) = (datum, figure) else {
            self.parts.wash.set_hidden(true);
            self.parts.tip.set_hidden(true);
            return Ok(());
        };
        put(&self.parts.wash, &datum.mark.grown(3.0));
        self.parts.wash.set_hidden(false);
        let tip = &self.parts.tip;
        tip.set_text_content(None);
        for line in outline::details(&self.reader(), figure) {
            dom::child(tip, "p", &[])?.set_text_content(Some(&line));
        }
        tip.set_hidden(false);
        // Clear of the mark and its texts: above the row if there is room, below it otherwise.
        let index = index.unwrap_or_default();
        let texts =
            self.scene.marks.iter().filter(|mark| mark.datum == Some(index) && mark.role != Role::Guide);
        let row = texts.fold(datum.mark, |row, mark| row.union(&mark.shape.bounds()));
        let (width, height) = (f64::from(tip.offset_width()), f64::from(tip.offset_height()));
        let left = (datum.mark.center().x - width / 2.0).clamp(0.0, (self.scene.width - width).max(0.0));
        let above = row.y - height - 10.0;
        let top = if above >= -height / 2.0 { above } else { row.bottom() + 10.0 };
        dom::place(tip, &[("left", left), ("top", top)]);
        Ok(())
    }

    /// Answers an event; gives back events for the page.
    pub(super) fn event(&mut self, event: &Event) -> Result<Array, JsValue> {
        let events = Array::new();
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let action = target.as_ref().and_then(|target| target.get_attribute("data-do")).unwrap_or_default();
        match event.type_().as_str() {
            "pointermove" | "pointerdown" => {
                let over_tip = target.is_some_and(|target| self.parts.tip.contains(Some(&target)));
                if !over_tip {
                    let index = self.under(event);
                    self.light(index)?;
                }
            }
            "pointerleave" | "focusout" => self.light(None)?,
            "focusin" if self.on_stop(target.as_ref()) => self.light(Some(self.at))?,
            "click" => match action.as_str() {
                "table" => {
                    let open = self.parts.button.get_attribute("aria-expanded").as_deref() == Some("true");
                    self.open_table(!open)?;
                }
                "back" => self.turn_page(-1)?,
                "on" => self.turn_page(1)?,
                _ => {
                    if let Some(index) = self.under(event) {
                        self.at = index;
                        self.put_stop(false)?;
                        self.light(Some(index))?;
                        self.select(&events);
                    }
                }
            },
            "keydown" if self.on_stop(target.as_ref()) => {
                let key: &KeyboardEvent = event.unchecked_ref();
                if key.ctrl_key() || key.alt_key() || key.meta_key() {
                    return Ok(events);
                }
                let name = key.key();
                if let Some(step) = Step::of_key(&name) {
                    event.prevent_default();
                    let to = focus::step(&self.scene, self.at, step);
                    if to != self.at {
                        self.focus(to)?;
                    }
                } else if name == "Enter" || name == " " {
                    event.prevent_default();
                    self.select(&events);
                } else if name == "Escape" {
                    self.light(None)?;
                }
            }
            "keydown" if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" => self.light(None)?,
            "beforematch" => self.open_table(true)?,
            "contextrestored" => self.paint()?,
            _ => {}
        }
        Ok(events)
    }

    fn on_stop(&self, target: Option<&Element>) -> bool {
        match (&self.stop, target) {
            (Some(stop), Some(target)) => stop.is_same_node(Some(target)),
            _ => false,
        }
    }

    /// The datum under a pointer event.
    fn under(&self, event: &Event) -> Option<usize> {
        let pointer: &MouseEvent = event.unchecked_ref();
        let corner = self.parts.plot.get_bounding_client_rect();
        let x = f64::from(pointer.client_x()) - corner.left();
        let y = f64::from(pointer.client_y()) - corner.top();
        hit::hit(&self.scene, Point { x, y })
    }

    /// Tells the page which datum was chosen.
    fn select(&self, events: &Array) {
        let figure = self.scene.data.get(self.at).and_then(|datum| self.figures.figures.get(datum.figure));
        let Some(figure) = figure else { return };
        let year = figure.year.map_or(JsValue::NULL, |year| year.to_string().into());
        let detail = dom::object(&[
            ("id", figure.id.as_str().into()),
            ("label", figure.label.as_str().into()),
            ("value", figure.amount.map_or(JsValue::NULL, |amount| amount.value.into())),
            ("unit", figure.unit.as_str().into()),
            ("year", year),
        ]);
        events.push(&Array::of2(&"tujie:select".into(), &detail));
    }

    /// Takes everything out of the page that the chart put there.
    pub(super) fn remove(&self) {
        self.canvas.release();
        self.parts.frame.remove();
        self.parts.fold.remove();
        if let Some(table) = &self.table {
            table.remove();
        }
    }
}

fn put(element: &HtmlElement, rect: &Rect) {
    dom::place(element, &[("left", rect.x), ("top", rect.y), ("width", rect.width), ("height", rect.height)]);
}

fn cells(row: &Value) -> Vec<String> {
    let Value::List(cells) = row else { return Vec::new() };
    cells
        .iter()
        .map(|cell| match cell {
            Value::Text(text) => text.clone(),
            _ => String::new(),
        })
        .collect()
}

fn tell(notice: &Notice) {
    web_sys::console::info_1(&["tujie: ", &notice.to_string()].concat().into());
}
