//! One chart as the page shows it: everything but the painting, as JSON for the element class.

use crate::choose::{self, Kind};
use crate::controls;
use crate::describe;
use crate::export;
use crate::figures::{Error, Figures, items};
use crate::focus;
use crate::format;
use crate::hit;
use crate::input::{self, Value};
use crate::json::Json;
use crate::lang::Locale;
use crate::layout::{self, Request};
use crate::measure::Measure;
use crate::outline;
use crate::paint::svg;
use crate::panel;
use crate::reader::Reader;
use crate::scene::{Datum, Entry, Point, Role, Scene};
use crate::sort::Sort;
use crate::theme::Theme;
use crate::words;

/// A document, who reads it, and how it is drawn.
#[derive(Debug)]
pub struct View {
    figures: Figures,
    locale: Locale,
    lang: String,
    kind: Kind,
    /// Nobody asked for that kind.
    chosen: bool,
    large: bool,
    notices: String,
    scene: Scene,
}

fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let Value::Map(fields) = value else { return None };
    fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// An option, or empty.
fn option<'a>(request: &'a Value, name: &str) -> &'a str {
    match field(request, name) {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

/// The figures that the request brings, all of them.
fn figures(request: &Value) -> Result<Figures, Error> {
    match (field(request, "rows"), field(request, "json")) {
        (Some(Value::List(rows)), _) => {
            let place = if field(request, "csv").is_some() { "line" } else { "row" };
            input::from_cells(rows, place, option(request, "heading"))
        }
        (_, Some(json)) => input::from_value(json),
        _ => Err(Error::new("", "there are no figures; give a table, CSV or JSON")),
    }
}

/// The language of the reader, else that of the document.
fn lang(request: &Value, figures: &Figures) -> String {
    let given = option(request, "lang");
    let lang = if given.is_empty() { &figures.lang } else { given };
    if lang.is_empty() { "zh".into() } else { lang.to_string() }
}

impl View {
    /// Reads `{json}` or `{rows}` with the element's options, as strings by their camel-case names.
    ///
    /// # Errors
    /// If the document holds nothing that can be drawn.
    pub fn read(request: &Value) -> Result<View, Error> {
        let option = |name: &str| option(request, name);
        let mut figures = figures(request)?;
        let hidden = option("hide");
        if !hidden.is_empty() {
            figures.hidden.extend(items(hidden).map(String::from));
        }
        let [groups, units, years] = ["group", "unit", "year"].map(option);
        // What filters is loaded with such an option.
        if !(groups.is_empty() && units.is_empty() && years.is_empty()) {
            figures.filter(groups, units, years)?;
        }
        let texts = [
            ("heading", &mut figures.title),
            ("subtitle", &mut figures.subtitle),
            ("description", &mut figures.description),
            ("source", &mut figures.source.name),
        ];
        for (name, text) in texts {
            let given = option(name);
            if !given.is_empty() {
                *text = given.to_string();
            }
        }
        if input::is_web_address(option("sourceUrl")) {
            figures.source.url = option("sourceUrl").to_string();
        }
        let lang = lang(request, &figures);
        let mut locale = Locale::from_tag(&lang);
        if let Some(decimal) = option("decimal").chars().next() {
            locale.decimal = decimal;
        }
        if field(request, "groupMark").is_some() {
            locale.group = option("groupMark").chars().next();
            // How a browser writes a number of four and one of seven digits shows the rest.
            locale.grouped_from += i32::from(field(request, "lone").is_some());
            locale.step -= i32::from(field(request, "pairs").is_some());
            locale.parts_percent = field(request, "apart").is_some();
        }
        let (kind, reason) = choose::choose(option("kind"), &figures);
        let chosen = choose::asked(option("kind")).is_none() && figures.figures.len() > 1;
        let sort = Sort::named(option("sort"));
        if sort != Sort::None {
            sort.apply(&mut figures, locale, kind == Kind::Multiples, option("letters"));
        }
        let mut notices = String::new();
        let shown = figures.notices.len().min(20);
        for index in 0..shown + 1 {
            let notice = if index < shown { &figures.notices[index] } else { &reason };
            notices.push_str(&notice.text());
            notices.push('\n');
        }
        let large = option("size") == "large";
        Ok(View { figures, locale, lang, kind, chosen, large, notices, scene: Scene::default() })
    }

    fn reader(&self) -> Reader<'_> {
        Reader { figures: &self.figures, locale: self.locale }
    }

    /// What is drawn.
    pub fn scene(&mut self) -> &mut Scene {
        &mut self.scene
    }

    /// `[parts, lang, name, title, subtitle, source, address, table button, pages, notices, [note …], save button,
    /// back button, forth button, options button, regret, chart]`, where `parts` are the names of the parts of the wasm that the
    /// picture needs, with spaces between, `name` is the title or the word for a chart that has none, and `pages` counts the
    /// pages of the table.
    pub fn texts(&self) -> String {
        let reader = self.reader();
        let figures = &self.figures;
        let mut json = Json::default();
        json.open();
        json.string(&layout::parts(self.kind, figures));
        json.string(&self.lang);
        json.string(outline::title(&reader));
        json.string(&figures.title);
        json.string(&figures.subtitle);
        json.string(&outline::source(&reader));
        json.string(&figures.source.url);
        json.string(reader.say(words::TABLE));
        let count = figures.figures.len();
        json.number(count.div_ceil(outline::rows(count, outline::columns(&reader).len())) as f64);
        json.string(&self.notices);
        json.open();
        for note in &figures.notes {
            json.string(note);
        }
        json.close();
        for &texts in &[words::SAVE, words::BACK, words::ON, words::OPTIONS, words::LATER, words::CHART] {
            json.string(reader.say(texts));
        }
        json.close();
        json.into_text()
    }

    /// What the reader can choose from, whatever is chosen now: see [`controls::controls`]. Empty if the request can't be
    /// read.
    pub fn controls(request: &Value) -> String {
        let Ok(figures) = figures(request) else { return String::new() };
        let locale = Locale::from_tag(&lang(request, &figures));
        controls::controls(&Reader { figures: &figures, locale }, option(request, "unit"))
    }

    /// Lays out and gives back `[height, key, remainder, omitted, width, [[name, shown, panel, x, y, width, height] …]]`:
    /// lengths in CSS px, how many figures had no room, and the entries of the legend.
    ///
    /// `height` is what is reserved, zero for nothing. `how` is 1 if the picture may become higher, 2 more if fingers use it, and 4
    /// more if texts are as wide as the last time, which the measuring code knows.
    /// Where it may not, and nobody asked for the kind that has too little room, bars are drawn if all of them have it: room is
    /// reserved for rows.
    pub fn lay_out(&mut self, width: f64, height: f64, how: u32, measure: &dyn Measure) -> String {
        let mut request = Request {
            kind: self.kind,
            width,
            height: (height > 0.0).then_some(height),
            grow: how & 1 > 0,
            touch: how & 2 > 0,
            large: self.large,
        };
        self.scene = layout::layout(self.reader(), &request, measure);
        let fits = |scene: &Scene| scene.omitted == 0 && scene.height <= height + 0.5;
        if self.chosen && !request.grow && height > 0.0 && !fits(&self.scene) {
            request.kind = Kind::Bar;
            let bars = layout::layout(self.reader(), &request, measure);
            if fits(&bars) {
                (self.scene, self.kind) = (bars, Kind::Bar);
            }
        }
        let reader = self.reader();
        let mut json = Json::default();
        json.open();
        json.number(self.scene.height);
        json.string(&outline::key(&reader, &self.scene));
        json.string(&outline::remainder(&reader, &self.scene));
        json.number(self.scene.omitted as f64);
        json.number(self.scene.width);
        json.open();
        for Entry { area, name, shown, panel } in &self.scene.legend {
            json.open();
            json.string(name);
            for &number in &[f64::from(*shown), *panel as f64, area.x, area.y, area.width, area.height] {
                json.number(number);
            }
            json.close();
        }
        json.close();
        json.close();
        json.into_text()
    }

    /// What is drawn, in words, and how to go from one figure to the next: see [`describe::description`].
    pub fn about(&self) -> String {
        let mut text = describe::description(&self.reader(), &self.scene);
        if !self.scene.data.is_empty() {
            text.push_str(self.reader().say(words::ARROWS));
        }
        text
    }

    /// The datum at a place of the picture, or -1.
    pub fn hit(&self, x: f64, y: f64) -> i32 {
        hit::hit(&self.scene, Point { x, y }).map_or(-1, |index| index as i32)
    }

    /// Where a key leads from a datum, or -1 if it is none of the keys that do.
    pub fn step(&self, at: u32, key: &str) -> i32 {
        focus::step(&self.scene, &self.figures.figures, at as usize, key).map_or(-1, |index| index as i32)
    }

    /// The datum with this id, else the first with this label, or -1.
    pub fn find(&self, id: &str) -> i32 {
        let is_labelled =
            |datum: &Datum| self.figures.figures.get(datum.figure).is_some_and(|it| it.label == id);
        let found = self.scene.find(id).or_else(|| self.scene.data.iter().position(is_labelled));
        found.map_or(-1, |index| index as i32)
    }

    /// Of a datum `[x, y, width, height, top, bottom, [line …], id, label, value, unit, year, panel]`: the box of its
    /// mark, the extent of its row with all texts, its details, and what it stands for; `panel` is the first datum with which
    /// it shares an axis. `null` if there is none.
    pub fn datum(&self, at: u32) -> String {
        let index = at as usize;
        let Some(datum) = self.scene.data.get(index) else { return "null".into() };
        let Some(figure) = self.figures.figures.get(datum.figure) else { return "null".into() };
        let mut row = datum.mark;
        for mark in &self.scene.marks {
            if mark.datum == Some(index) && mark.role != Role::Guide {
                row = row.union(&mark.shape.bounds());
            }
        }
        let mut json = Json::default();
        json.open();
        let mark = datum.mark;
        for &length in &[mark.x, mark.y, mark.width, mark.height, row.y, row.bottom()] {
            json.number(length);
        }
        json.open();
        for line in outline::details(&self.reader(), figure) {
            json.string(&line);
        }
        json.close();
        json.string(&figure.id);
        json.string(&figure.label);
        json.number(figure.amount.map_or(f64::NAN, |amount| amount.value));
        json.string(&figure.unit);
        json.string(&figure.period());
        // Cards stand in one panel, whatever their units.
        let alike = |other: &Datum| {
            let figure_of = self.figures.figures.get(other.figure);
            other.panel == datum.panel && figure_of.is_some_and(|other| panel::comparable(other, figure))
        };
        json.number(self.scene.data.iter().position(alike).unwrap_or(index) as f64);
        json.close();
        json.into_text()
    }

    /// One page of the table: `[caption, place, [heading …], [id, cell …] …]`; `place` says which page of how many.
    pub fn table(&self, page: u32) -> String {
        let reader = self.reader();
        let columns = outline::columns(&reader);
        let mut json = Json::default();
        json.open();
        json.string(outline::title(&reader));
        let figures = &self.figures.figures;
        let rows = outline::rows(figures.len(), columns.len());
        let mut place = format::plain(f64::from(page + 1));
        place.push('/');
        place.push_str(&format::plain(figures.len().div_ceil(rows) as f64));
        json.string(&reader.fill(words::PAGE, &place));
        json.open();
        for &column in &columns {
            json.string(outline::heading(&reader, column));
        }
        json.close();
        for figure in figures.iter().skip(page as usize * rows).take(rows) {
            json.open();
            json.string(&figure.id);
            for &column in &columns {
                json.string(&outline::cell(&reader, figure, column));
            }
            json.close();
        }
        json.close();
        json.into_text()
    }

    /// Puts title, key, notes and source around the picture that was laid out: see [`export::framed`].
    pub fn frame(&mut self, measure: &dyn Measure) {
        self.scene = export::framed(&self.reader(), &self.scene, self.large, measure);
    }

    /// The picture as SVG.
    ///
    /// # Errors
    /// See [`svg::svg`].
    pub fn svg(&self, theme: &Theme) -> Result<String, Error> {
        let reader = self.reader();
        svg::svg(&self.scene, theme, outline::title(&reader), &describe::description(&reader, &self.scene))
    }

    /// The figures as CSV: see [`export::csv`].
    pub fn csv(&self, signed: bool) -> String {
        export::csv(&self.figures, signed)
    }

    /// The figures for the clipboard: see [`export::tsv`].
    pub fn tsv(&self) -> String {
        export::tsv(&self.figures)
    }

    /// The figures as they were read.
    pub fn figures(&self) -> &Figures {
        &self.figures
    }
}
