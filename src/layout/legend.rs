//! The names of series, each after a swatch of its colour.

use super::block::{Block, Form};
use super::draft::Draft;
use super::line;
use crate::scene::{Anchor, Entry, Ink, Rect, Role, Shape};

/// Between a swatch and its name.
const GAP: f64 = 6.0;
/// Between two entries.
const BETWEEN: f64 = 18.0;
/// How much wider than its entry a target is in the page, to the left and to the right together.
const WIDER: f64 = 8.0;
/// Between the legend and what follows.
const BELOW: f64 = 6.0;

/// Where each name (one a line of `names`) stands: its left end and its line of the legend.
fn places(draft: &Draft, names: &str) -> Vec<(f64, f64, String)> {
    let mut places = Vec::new();
    let (mut x, mut line) = (0.0, 0.0);
    let swatch = draft.small.size + GAP;
    for name in names.split('\n') {
        let name = draft.shorten(name, draft.small, draft.width - swatch - 2.0);
        let end = (swatch + draft.text_width(&name, draft.small)).max(draft.target - WIDER);
        if x > 0.0 && x + end > draft.width {
            (x, line) = (0.0, line + 1.0);
        }
        places.push((x, line, name));
        x += end + BETWEEN;
    }
    places
}

/// How many lines these places take, and how high each is: where they follow each other, as high as their targets.
fn lines(draft: &Draft, places: &[(f64, f64, String)]) -> (f64, f64) {
    let count = places.last().map_or(0.0, |last| last.1 + 1.0);
    (count, if count > 1.0 { draft.target } else { 24.0 * draft.scale })
}

/// How high the legend is; a single name needs none.
pub(super) fn height(draft: &Draft, names: &str) -> f64 {
    let places = places(draft, names);
    let (count, pitch) = lines(draft, &places);
    if places.len() > 1 { count * pitch + BELOW } else { 0.0 }
}

/// Whether some of a series is the hero, and whether all of it is.
fn heroic(block: &Block, series: usize) -> (bool, bool) {
    let (mut some, mut other) = (false, false);
    for item in &block.items {
        if item.series == series {
            some |= item.figure.emphasis;
            other |= !item.figure.emphasis;
        }
    }
    (some, some && !other)
}

/// The colour of what belongs to a series and is the hero or is not. Periods are tones of one colour, which stand out the
/// more the later they are.
pub(super) fn shade(block: &Block, series: usize, hero: bool) -> Ink {
    let count = block.columns;
    if count == 0 || (hero && series + 1 >= count) {
        return if hero { Ink::Hero } else { line::ink(series) };
    }
    let later = (count - 1).saturating_sub(series) as u8;
    let first = if hero { 8 } else { 0 };
    Ink::Tone(match (later, count) {
        _ if series == 0 => first + 4,
        (0, 2) => 1,
        _ if hero => first + 1 + later,
        (2, _) => 3,
        _ => later,
    })
}

/// The colour of a series of the block: the hero's where all of it is the hero.
pub(super) fn ink(block: &Block, series: usize) -> Ink {
    shade(block, series, heroic(block, series).1)
}

/// Draws the legend of a block from `top` on and gives back its height.
pub(super) fn draw(draft: &mut Draft, block: &Block, top: f64) -> f64 {
    let names = block.title.as_str();
    let height = height(draft, names);
    if height == 0.0 {
        return height;
    }
    draft.font = draft.small;
    let size = draft.small.size - 1.0;
    let mut whole = names.split('\n');
    let places = places(draft, names);
    let (_, pitch) = lines(draft, &places);
    let target = pitch.max(draft.target);
    for (series, (x, line, name)) in places.iter().enumerate() {
        let y = top + line * pitch;
        let middle = y + pitch / 2.0;
        let swatch = Rect { x: *x, y: middle - size / 2.0, width: size, height: size };
        let entry = whole.next().unwrap_or_default();
        let shown = !is_hidden(draft, names, entry);
        draft.push(Shape::Rect(swatch), if shown { ink(block, series) } else { Ink::Rule }, Role::Guide);
        if heroic(block, series) == (true, false) && block.form != Form::Dots {
            // One colour for the hero and one for the others.
            let half = Rect { x: x + size / 2.0, width: size / 2.0, ..swatch };
            draft.push(Shape::Rect(half), shade(block, series, true), Role::Guide);
        }
        let start = x + size + 1.0 + GAP;
        let color = if shown { Ink::Text } else { Ink::Muted };
        let width = draft.text((start, middle + size * 0.38), name, Anchor::Start, Role::Label, color);
        // A line that is not as high as its targets lends them what is below it, and what is above the picture.
        let above = (target - pitch - BELOW).max(0.0);
        let width = (start - x + width).max(draft.target - WIDER);
        let area = Rect { x: *x, y: y - above, width, height: target };
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
