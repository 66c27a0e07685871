//! The canvas: text measured and set with the page's font, shapes through plotters-canvas.

use super::dom;
use crate::figures::Error;
use crate::measure::{Font, Measure};
use crate::paint::{self, GRID, Pen};
use crate::scene::{Anchor, Scene};
use crate::theme::{Rgb, Theme};
use plotters_canvas::CanvasBackend;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

/// The most pixels, and the longest side, that every browser in use can hold.
const MAX_PIXELS: f64 = 16_000_000.0;
const MAX_SIDE: f64 = 16_384.0;

/// A canvas and what is known of its text.
pub(super) struct Canvas {
    pub(super) element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// The CSS font families of the page.
    family: String,
    /// Widths by the hash of font and text, in order of the hash.
    widths: RefCell<Vec<(u64, f64)>>,
}

impl Canvas {
    /// Takes over a canvas element.
    pub(super) fn new(element: HtmlElement) -> Result<Canvas, JsValue> {
        let element: HtmlCanvasElement = element.unchecked_into();
        let context = element.get_context("2d")?.ok_or("the browser gives no 2d canvas")?.unchecked_into();
        Ok(Canvas { element, context, family: String::new(), widths: RefCell::new(Vec::new()) })
    }

    /// Forgets every width, and takes the page's font families.
    pub(super) fn set_family(&mut self, family: String) {
        self.widths.borrow_mut().clear();
        self.family = family;
    }

    /// What the browser makes of a CSS colour, if it is one.
    pub(super) fn color(&self, css: &str) -> Option<Rgb> {
        let css = css.trim();
        if css.is_empty() {
            return None;
        }
        // A fill style that is no colour is ignored: then both answers are what was there before.
        let answer = |before: &str| {
            self.context.set_fill_style_str(before);
            self.context.set_fill_style_str(css);
            self.context.fill_style().as_string().unwrap_or_default()
        };
        let (first, second) = (answer("#000000"), answer("#ffffff"));
        if first != second { None } else { Rgb::parse(&first) }
    }

    /// How many device pixels a CSS px gets: as many as are wanted, or as the canvas can hold.
    pub(super) fn ratio(scene: &Scene, wanted: f64) -> f64 {
        let wanted = wanted.clamp(0.5, 8.0);
        let area = (MAX_PIXELS / (scene.width * scene.height).max(1.0)).sqrt();
        wanted.min(area).min(MAX_SIDE / scene.width.max(scene.height).max(1.0))
    }

    /// Paints a scene at a device pixel ratio.
    pub(super) fn paint(&mut self, scene: &Scene, theme: &Theme, ratio: f64) -> Result<(), Error> {
        let pixels = |length: f64| (length * ratio).round().max(1.0);
        let (width, height) = (pixels(scene.width), pixels(scene.height));
        self.element.set_width(width as u32);
        self.element.set_height(height as u32);
        dom::place(&self.element, &[("width", width / ratio), ("height", height / ratio)]);
        let step = ratio / GRID;
        let failed = || Error::new("", "the browser gives no canvas to draw on; reload the page");
        self.context.set_transform(step, 0.0, 0.0, step, 0.0, 0.0).map_err(|_| failed())?;
        let backend = CanvasBackend::with_canvas_object(self.element.clone()).ok_or_else(failed)?;
        let mut pen = CanvasPen { context: &self.context, family: &self.family };
        paint::paint(scene, theme, ratio, backend, &mut pen)
    }

    /// Takes the canvas's memory away at once; some browsers keep it long after the element has gone.
    pub(super) fn release(&self) {
        self.element.set_width(0);
        self.element.set_height(0);
    }
}

fn css_font(font: Font, family: &str) -> String {
    [if font.bold { "700 " } else { "400 " }, &font.size.to_string(), "px ", family].concat()
}

impl Measure for Canvas {
    fn width(&self, text: &str, font: Font) -> f64 {
        let key = hash(text, font);
        let found = self.widths.borrow().binary_search_by_key(&key, |entry| entry.0);
        let place = match found {
            Ok(place) => return self.widths.borrow().get(place).map_or(0.0, |entry| entry.1),
            Err(place) => place,
        };
        self.context.set_font(&css_font(font, &self.family));
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        self.widths.borrow_mut().insert(place, (key, width));
        width
    }
}

/// FNV-1a, 64 bits.
fn hash(text: &str, font: Font) -> u64 {
    let size = (font.size * 64.0) as u64 * 2 + u64::from(font.bold);
    let bytes = size.to_le_bytes().into_iter().chain(text.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

struct CanvasPen<'a> {
    context: &'a CanvasRenderingContext2d,
    family: &'a str,
}

impl Pen for CanvasPen<'_> {
    fn text(&mut self, text: &str, at: (i32, i32), font: Font, anchor: Anchor, color: Rgb) {
        self.context.set_font(&css_font(font, self.family));
        self.context.set_fill_style_str(&color.css());
        // Not `start` and `end`: those change sides on a page that runs from right to left.
        self.context.set_text_align(match anchor {
            Anchor::Start => "left",
            Anchor::Middle => "center",
            Anchor::End => "right",
        });
        // A text that can't be set throws only for coordinates that are not finite; these are integers.
        let _ = self.context.fill_text(text, f64::from(at.0), f64::from(at.1));
    }
}
