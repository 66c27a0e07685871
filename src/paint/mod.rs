//! Painting a scene with plotters, on any of its backends.
//!
//! plotters counts in whole units, so it is given a grid of [`GRID`] units a CSS px and the backend's
//! own coordinates are scaled down by as much. Edges along the axes are put on whole device pixels here,
//! and only here.

pub mod svg;

use crate::figures::Error;
use crate::measure::Font;
use crate::scene::{Anchor, Point, Rect, Scene, Shape};
use crate::theme::{Rgb, Theme};
use plotters::coord::Shift;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::DrawingArea;
use plotters::style::{Color, RGBColor, ShapeStyle};
use plotters_backend::{BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};
use std::cell::RefCell;
use std::rc::Rc;

pub use plotters_backend::BackendColor;

/// Units of the painting grid in one CSS px.
pub const GRID: f64 = 16.0;

/// Draws what plotters' backends leave to each platform.
pub trait Pen {
    /// The marks that follow belong to this datum of the scene, or to none.
    fn datum(&mut self, datum: Option<usize>) {
        let _ = datum;
    }

    /// Sets one line of text with its alphabetic baseline at a point of the grid; the font's size is in grid units.
    fn text(&mut self, text: &str, at: (i32, i32), font: Font, anchor: Anchor, color: Rgb);
}

/// Paints every mark of the scene, in order, at `ratio` device pixels a CSS px.
pub fn paint<B: DrawingBackend, P: Pen>(
    scene: &Scene,
    theme: &Theme,
    ratio: f64,
    backend: B,
    pen: &mut P,
) -> Result<(), Error> {
    let grid = Grid { ratio };
    let size = (grid.units(scene.width).max(1) as u32, grid.units(scene.height).max(1) as u32);
    let page = Rc::new(RefCell::new(Page { backend, pen, size }));
    let area: DrawingArea<Page<'_, B, P>, Shift> = (&page).into();
    let mut datum = None;
    for mark in &scene.marks {
        if mark.datum != datum {
            datum = mark.datum;
            page.borrow_mut().pen.datum(datum);
        }
        let color = theme.color(mark.ink);
        let style = ShapeStyle {
            color: RGBColor(color.0, color.1, color.2).to_rgba(),
            filled: true,
            stroke_width: 1,
        };
        let mut element = Element { shape: &mark.shape, points: Vec::new(), style, radius: 0 };
        match &mark.shape {
            Shape::Rect(rect) => {
                let (from, to) = grid.rect(rect);
                element.points.extend([from, to]);
            }
            Shape::Line(points, width) => {
                element.style.stroke_width = grid.units(*width).max(1) as u32;
                element.points.extend(points.iter().map(|point| grid.point(point)));
            }
            Shape::Polygon(points) => element.points = grid.polygon(points),
            Shape::Dot(center, radius) => {
                element.points.push(grid.point(center));
                element.radius = grid.units(*radius) as u32;
            }
            Shape::Text { at, text, font, anchor, .. } => {
                let at = (grid.units(at.x), grid.units(grid.snap(at.y)));
                let font = Font { size: font.size * GRID, ..*font };
                page.borrow_mut().pen.text(text, at, font, *anchor, color);
                continue;
            }
        }
        if area.draw(&element).is_err() {
            return Err(Error::new("", "the drawing surface refused to draw; reload the page"));
        }
    }
    page.borrow_mut().pen.datum(None);
    Ok(())
}

/// One mark as plotters draws it.
struct Element<'a> {
    shape: &'a Shape,
    points: Vec<BackendCoord>,
    style: ShapeStyle,
    radius: u32,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Element<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = &'a [BackendCoord];

    fn point_iter(self) -> &'a [BackendCoord] {
        &self.points
    }
}

impl<B: DrawingBackend> Drawable<B> for Element<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut B,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        match self.shape {
            Shape::Line(..) => backend.draw_path(points, &self.style),
            Shape::Polygon(_) => backend.fill_polygon(points, &self.style),
            _ => match (points.next(), points.next()) {
                (Some(from), Some(to)) => backend.draw_rect(from, to, &self.style, true),
                (Some(center), None) => backend.draw_circle(center, self.radius, &self.style, true),
                _ => Ok(()),
            },
        }
    }
}

/// The painting grid and the device pixels under it.
struct Grid {
    ratio: f64,
}

impl Grid {
    fn units(&self, length: f64) -> i32 {
        (length * GRID).round() as i32
    }

    fn point(&self, point: &Point) -> (i32, i32) {
        (self.units(point.x), self.units(point.y))
    }

    /// The nearest edge between device pixels.
    fn snap(&self, length: f64) -> f64 {
        (length * self.ratio).round() / self.ratio
    }

    /// A box with its edges on device pixels, at least one of them thick.
    fn rect(&self, rect: &Rect) -> ((i32, i32), (i32, i32)) {
        let side = |from: f64, to: f64| {
            let near = self.snap(from);
            (self.units(near), self.units(self.snap(to).max(near + 1.0 / self.ratio)))
        };
        let ((left, right), (top, bottom)) = (side(rect.x, rect.right()), side(rect.y, rect.bottom()));
        ((left, top), (right, bottom))
    }

    /// A polygon whose edges along the axes lie on device pixels.
    fn polygon(&self, points: &[Point]) -> Vec<(i32, i32)> {
        let straight = |value: f64, other: f64| (value - other).abs() < 1e-6;
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
        let mut before = last;
        let mut placed = Vec::new();
        for (index, here) in points.iter().enumerate() {
            let after = points.get(index + 1).unwrap_or(first);
            let snap = |here: f64, before: f64, after: f64| {
                self.units(if straight(here, before) || straight(here, after) {
                    self.snap(here)
                } else {
                    here
                })
            };
            placed.push((snap(here.x, before.x, after.x), snap(here.y, before.y, after.y)));
            before = here;
        }
        placed
    }
}

/// A backend with the scene's size, which passes everything on; texts go straight to the pen.
///
/// The size matters because plotters moves points that lie beyond it to its edge.
struct Page<'a, B, P> {
    backend: B,
    pen: &'a mut P,
    size: (u32, u32),
}

impl<B: DrawingBackend, P: Pen> DrawingBackend for Page<'_, B, P> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.present()
    }

    fn draw_pixel(
        &mut self,
        point: BackendCoord,
        color: BackendColor,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.backend.fill_polygon(vertices, style)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_along_the_axes_lie_on_device_pixels() {
        for ratio in [1.0, 1.25, 2.0, 3.0] {
            let grid = Grid { ratio };
            let ((left, top), (right, bottom)) =
                grid.rect(&Rect { x: 10.3, y: 20.7, width: 30.31, height: 0.2 });
            for edge in [left, top, right, bottom] {
                let device = f64::from(edge) / GRID * ratio;
                assert!((device - device.round()).abs() < 0.1, "{edge} at {ratio}");
            }
            assert!(bottom > top);
        }
    }
}
