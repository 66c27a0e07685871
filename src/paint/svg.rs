//! A scene as SVG.
//!
//! plotters' own SVG backend has no title, role or ids, scales fonts by 1/1.24 and counts in whole pixels;
//! this one writes the painting grid back as CSS px.

use super::{GRID, Pen, paint};
use crate::figures::Error;
use crate::format;
use crate::measure::Font;
use crate::scene::{Anchor, Scene};
use crate::theme::{Rgb, Theme};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// The scene as one SVG document with a title and a description; each datum is a group with its id.
#[inline(never)]
pub fn svg(scene: &Scene, theme: &Theme, title: &str, description: &str) -> Result<String, Error> {
    let out = Rc::new(RefCell::new(String::new()));
    let mut pen = SvgPen { out: out.clone(), scene, open: false };
    paint(scene, theme, 1.0, SvgBackend { out: out.clone() }, &mut pen)?;
    let mut document = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    let (width, height) = (decimal(scene.width), decimal(scene.height));
    let (title, description) = (escape(title), escape(description));
    let parts = [
        " width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        "\">\n<title>",
        &title,
        "</title>\n<desc>",
        &description,
        "</desc>\n",
    ];
    add(&mut document, &parts);
    document.push_str("<g font-family=\"sans-serif\" stroke-linejoin=\"round\">\n");
    document.push_str(&out.borrow());
    document.push_str("</g>\n</svg>\n");
    Ok(document)
}

/// A length in CSS px, to the sixteenth that the grid has.
fn decimal(value: f64) -> String {
    grid((value * GRID).round() as i32)
}

/// Units of the grid as CSS px. A sixteenth has four places.
fn grid(units: i32) -> String {
    format::plain(f64::from(units) / 16.0)
}

/// Adds texts to the document. Not `write!`, whose machinery in the standard library is larger than all of this.
fn add(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // XML has no place for most control characters, nor for these two, not even escaped.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c < ' ' && !matches!(c, '\t' | '\n' | '\r') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

struct SvgPen<'a> {
    out: Rc<RefCell<String>>,
    scene: &'a Scene,
    open: bool,
}

impl Pen for SvgPen<'_> {
    fn datum(&mut self, datum: Option<usize>) {
        let mut out = self.out.borrow_mut();
        if self.open {
            out.push_str("</g>\n");
        }
        let datum = datum.and_then(|index| self.scene.data.get(index));
        self.open = datum.is_some();
        if let Some(datum) = datum {
            add(&mut out, &["<g data-id=\"", &escape(&datum.id), "\">\n"]);
        }
    }

    fn text(&mut self, text: &str, at: (i32, i32), font: Font, anchor: Anchor, color: Rgb) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if font.bold { " font-weight=\"700\"" } else { "" };
        let size = decimal(font.size / GRID);
        let (x, y, color, text) = (grid(at.0), grid(at.1), color.css(), escape(text));
        let parts = [
            "<text x=\"",
            &x,
            "\" y=\"",
            &y,
            "\" font-size=\"",
            &size,
            "\"",
            weight,
            anchor,
            " fill=\"",
            &color,
            "\">",
            &text,
            "</text>\n",
        ];
        add(&mut self.out.borrow_mut(), &parts);
    }
}

struct SvgBackend {
    out: Rc<RefCell<String>>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

fn css(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    Rgb(red, green, blue).css()
}

/// The attributes of something stroked or filled.
fn ink<S: BackendStyle>(style: &S, fill: bool) -> String {
    let color = css(style.color());
    if fill {
        return format::concat(&["fill=\"", &color, "\""]);
    }
    let width = decimal(f64::from(style.stroke_width()) / GRID);
    format::concat(&["fill=\"none\" stroke=\"", &color, "\" stroke-width=\"", &width, "\""])
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut points = String::new();
    for (x, y) in path {
        let between = if points.is_empty() { "" } else { " " };
        add(&mut points, &[between, &grid(x), ",", &grid(y)]);
    }
    points
}

impl SvgBackend {
    fn element(&self, parts: &[&str]) -> Drawn {
        let mut out = self.out.borrow_mut();
        add(&mut out, parts);
        out.push_str("/>\n");
        Ok(())
    }
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (0, 0)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, width, height) = (grid(left), grid(top), grid(right - left), grid(bottom - top));
        let ink = ink(style, fill);
        let parts =
            ["<rect x=\"", &x, "\" y=\"", &y, "\" width=\"", &width, "\" height=\"", &height, "\" ", &ink];
        self.element(&parts)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.element(&["<polyline points=\"", &points(path), "\" ", &ink(style, false)])
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.element(&["<polygon points=\"", &points(path), "\" ", &ink(style, true)])
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let radius = decimal(f64::from(radius) / GRID);
        let (x, y, ink) = (grid(x), grid(y), ink(style, fill));
        self.element(&["<circle cx=\"", &x, "\" cy=\"", &y, "\" r=\"", &radius, "\" ", &ink])
    }
}
