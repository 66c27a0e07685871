//! The names of series, each after a swatch of its colour.

use super::draft::Draft;
use super::line::ink;
use crate::scene::{Anchor, Entry, Ink, Rect, Role, Shape};

/// Between a swatch and its name.
const GAP: f64 = 6.0;
/// Between two entries.
const BETWEEN: f64 = 18.0;
/// Between the legend and what follows.
const BELOW: f64 = 6.0;

/// Where each name (one a line of `names`) stands: its left end and its line of the legend.
fn places(draft: &Draft, names: &str) -> Vec<(f64, f64, String)> {
    let mut places = Vec::new();
    let (mut x, mut line) = (0.0, 0.0);
    let swatch = draft.small.size + GAP;
    for name in names.split('\n') {
        let name = draft.shorten(name, draft.small, draft.width - swatch - 2.0);
        let end = swatch + draft.text_width(&name, draft.small);
        if x > 0.0 && x + end > draft.width {
            (x, line) = (0.0, line + 1.0);
        }
        places.push((x, line, name));
        x += end + BETWEEN;
    }
    places
}

/// Between two lines: the names are targets, which are that high.
fn pitch(draft: &Draft) -> f64 {
    24.0 * draft.scale
}

/// How high the legend is; a single name needs none.
pub(super) fn height(draft: &Draft, names: &str) -> f64 {
    let places = places(draft, names);
    match places.last() {
        Some(last) if places.len() > 1 => (last.1 + 1.0) * pitch(draft) + BELOW,
        _ => 0.0,
    }
}

/// Draws the legend from `top` on and gives back its height.
pub(super) fn draw(draft: &mut Draft, names: &str, top: f64) -> f64 {
    let height = height(draft, names);
    if height == 0.0 {
        return height;
    }
    draft.font = draft.small;
    let size = draft.small.size - 1.0;
    let mut whole = names.split('\n');
    for (series, (x, line, name)) in places(draft, names).iter().enumerate() {
        let y = top + line * pitch(draft);
        let middle = y + pitch(draft) / 2.0;
        let swatch = Rect { x: *x, y: middle - size / 2.0, width: size, height: size };
        let entry = whole.next().unwrap_or_default();
        let shown = !is_hidden(draft, names, entry);
        draft.push(Shape::Rect(swatch), if shown { ink(series) } else { Ink::Rule }, Role::Guide);
        let start = x + size + 1.0 + GAP;
        let color = if shown { Ink::Text } else { Ink::Muted };
        let width = draft.text((start, middle + size * 0.38), name, Anchor::Start, Role::Label, color);
        let area = Rect { x: *x, y, width: start - x + width, height: pitch(draft) };
        let panel = draft.panel;
        draft.scene.legend.push(Entry { area, name: entry.to_string(), shown, panel });
    }
    height
}

/// Whether the reader has put this one of the names out of sight. Of all together none is, because nothing would be left.
pub(super) fn is_hidden(draft: &Draft, names: &str, name: &str) -> bool {
    let hidden = &draft.reader.figures.hidden;
    let is = |name: &str| hidden.iter().any(|other| other == name);
    is(name) && !names.split('\n').all(is)
}
