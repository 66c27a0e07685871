//! The canvas: text measured and set with the page's font, shapes through plotters-canvas.

use crate::figures::Error;
use crate::format;
use crate::measure::{Font, Measure};
use crate::paint::{self, BackendColor, GRID, Pen};
use crate::scene::{Anchor, Scene};
use crate::theme::{Rgb, Theme};
use crate::tween::Tween;
use plotters_canvas::CanvasBackend;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The most pixels, and the longest side, that every browser in use can hold.
const MAX_PIXELS: f64 = 16_000_000.0;
const MAX_SIDE: f64 = 16_384.0;

/// A canvas and what is known of its text.
pub(super) struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// The CSS font families of the page.
    family: String,
    /// Widths by the hash of font and text, in order of the hash.
    widths: RefCell<Vec<(u64, f64)>>,
    /// The picture before the present one, as far as it had got.
    old: Scene,
    /// The way from that to the present one.
    tween: Tween,
    /// How much of the way is left.
    left: f64,
}

impl Canvas {
    /// Takes over a canvas element.
    pub(super) fn new(element: HtmlCanvasElement) -> Result<Canvas, JsValue> {
        let context = element.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
        Ok(Canvas {
            element,
            context,
            family: String::new(),
            widths: RefCell::new(Vec::new()),
            old: Scene::default(),
            tween: Tween::default(),
            left: 0.0,
        })
    }

    /// Takes leave of a picture, as far as it has got: the next one moves on from there.
    pub(super) fn leave(&mut self, scene: &mut Scene) {
        // One that was never laid out was never seen either.
        if scene.width > 0.0 {
            self.tween.place(scene, self.left);
            self.old = std::mem::take(scene);
        }
    }

    /// Paints a scene as far as it has got: `left` of the way from the picture before is left, 1 at its start.
    pub(super) fn show(
        &mut self,
        scene: &mut Scene,
        theme: &Theme,
        ratio: f64,
        left: f64,
    ) -> Result<(), Error> {
        if left >= 1.0 {
            self.tween = Tween::new(&self.old, scene);
        } else if left <= 0.0 {
            // It may have been laid out anew.
            self.tween = Tween::default();
        }
        self.left = left;
        self.tween.place(scene, left);
        let painted = self.paint(scene, theme, ratio);
        self.tween.place(scene, 0.0);
        painted
    }

    /// Forgets every width, and takes the page's font families.
    pub(super) fn set_family(&mut self, family: &str) {
        self.widths.borrow_mut().clear();
        self.family.clear();
        self.family.push_str(family);
    }

    /// Paints a scene at a device pixel ratio, or at as much of it as the canvas can hold.
    fn paint(&self, scene: &Scene, theme: &Theme, ratio: f64) -> Result<(), Error> {
        let most = (MAX_PIXELS / (scene.width * scene.height).max(1.0)).sqrt();
        let ratio = ratio.clamp(0.5, 8.0).min(most).min(MAX_SIDE / scene.width.max(scene.height).max(1.0));
        let pixels = |length: f64| (length * ratio).round().max(1.0);
        self.element.set_width(pixels(scene.width) as u32);
        self.element.set_height(pixels(scene.height) as u32);
        // A mitred peak would reach far above its value.
        self.context.set_line_join("round");
        let step = ratio / GRID;
        let backend = CanvasBackend::with_canvas_object(self.element.clone());
        let placed = self.context.set_transform(step, 0.0, 0.0, step, 0.0, 0.0);
        let (Some(backend), Ok(())) = (backend, placed) else {
            return Err(Error::new("", "the browser gives no canvas to draw on; reload the page"));
        };
        let mut pen = CanvasPen { context: &self.context, family: &self.family };
        paint::paint(scene, theme, ratio, backend, &mut pen)
    }

    /// Gives the canvas's memory back at once; some browsers keep it long after the element has gone.
    pub(super) fn release(&self) {
        self.element.set_width(0);
        self.element.set_height(0);
    }
}

/// Sets the context's font.
fn set_font(context: &CanvasRenderingContext2d, font: Font, family: &str) {
    let weight = if font.bold { "700 " } else { "400 " };
    context.set_font(&format::concat(&[weight, &format::plain(font.size), "px ", family]));
}

impl Measure for Canvas {
    fn width(&self, text: &str, font: Font) -> f64 {
        let key = hash(text, font);
        let mut widths = self.widths.borrow_mut();
        let place = widths.partition_point(|entry| entry.0 < key);
        if let Some((found, width)) = widths.get(place)
            && *found == key
        {
            return *width;
        }
        set_font(&self.context, font, &self.family);
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        widths.insert(place, (key, width));
        width
    }
}

/// FNV-1a, 64 bits.
fn hash(text: &str, font: Font) -> u64 {
    let start = (font.size * 64.0) as u64 * 2 + u64::from(font.bold);
    text.bytes().fold(0xcbf2_9ce4_8422_2325 ^ start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// A colour as the canvas takes it; all are opaque. The build puts this in the place of plotters-canvas's own
/// function, which formats floats: see `snip.rs`.
#[inline(never)]
fn css(color: BackendColor) -> JsValue {
    let (red, green, blue) = color.rgb;
    Rgb(red, green, blue).css().into()
}

struct CanvasPen<'a> {
    context: &'a CanvasRenderingContext2d,
    family: &'a str,
}

impl Pen for CanvasPen<'_> {
    fn text(&mut self, text: &str, at: (i32, i32), font: Font, anchor: Anchor, color: Rgb) {
        set_font(self.context, font, self.family);
        // The setter that plotters-canvas uses: another one would be one more import.
        #[expect(deprecated)]
        self.context.set_fill_style(&css(BackendColor { alpha: 1.0, rgb: (color.0, color.1, color.2) }));
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
