//! Boxes whose areas are the values, those of one group together.
//!
//! Tiles are laid out by the squarified algorithm of Bruls, Huizing and van Wijk, "Squarified Treemaps" (2000), which
//! keeps them as near to squares as it can.

use super::block::{Block, Form};
use super::draft::{Draft, Item, Need};
use super::kinds::{Task, Verdict};
use super::{PITCH, first, label, list};
use crate::choose::Kind;
use crate::figures::{Bound, Figure};
use crate::measure::Font;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Rect, Role, Shape, Sign};
use crate::{format, parts};

/// The coloured edge on top of a tile and on its other sides, and what each tile leaves to its neighbours.
const TOP: f64 = 4.0;
const EDGE: f64 = 1.0;
const GAP: f64 = 1.0;
const PAD: f64 = 7.0;
/// The side of the sign of a bound, in the lower right corner of its tile.
const SIGN: f64 = 10.0;
const SWATCH: f64 = 12.0;
/// More groups than this are not told apart by colour.
const COLOURS: usize = 6;
/// The names without room on their tiles are told below, in so much of the map's height at most; on a narrow screen, where
/// there are more of them, in more of it.
const BELOW: (f64, f64) = (0.3, 0.4);

fn value(item: &Item) -> f64 {
    item.figure.amount.map_or(0.0, |amount| amount.value)
}

/// Has figures judged, planned or drawn as this kind.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(judge, plan, |draft, block, room, _| draw(draft, block, room));
}

/// What is wrong with figures, and as what they are drawn instead.
fn judge(figures: &[Figure]) -> Verdict {
    (parts::refusal(Kind::Treemap, figures, &first(figures)), Kind::Bar)
}

/// The block of a panel; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], _times: &Times) -> Option<Block<'a>> {
    if !parts::refusal(Kind::Treemap, &draft.reader.figures.figures, figures).is_empty() {
        return None;
    }
    let mut block = Block::new(Form::Treemap);
    let mut totals: Vec<(&str, f64)> = Vec::new();
    let mut items = Vec::new();
    for &index in figures {
        let mut item = draft.item(index, 0);
        let group = item.figure.group.as_str();
        while item.series < totals.len() && totals[item.series].0 != group {
            item.series += 1;
        }
        if item.series == totals.len() {
            totals.push((group, 0.0));
        }
        // Halved often enough that no sum overflows.
        totals[item.series].1 += value(&item) / 1024.0;
        items.push(item);
    }
    // The largest group first and in it the largest part; equals in the author's order.
    let before = |a: &Item, b: &Item| {
        let (all, other) = (totals[a.series].1, totals[b.series].1);
        if a.series == b.series {
            value(a) > value(b)
        } else {
            all > other || (all == other && a.series < b.series)
        }
    };
    for item in items {
        let mut place = block.items.len();
        while place > 0 && before(&item, &block.items[place - 1]) {
            place -= 1;
        }
        block.items.insert(place, item);
    }
    let (mut old, mut series) = (None, 0);
    for item in &mut block.items {
        if old.is_some_and(|old| old != item.series) {
            series += 1;
        }
        old = Some(item.series);
        item.series = series;
    }
    block.columns = totals.len();
    block.fixed = 8.0 + legend(draft, &block);
    // On a narrow screen many of the names stand below.
    let below = if draft.narrow { block.items.len().min(30) as f64 * 8.0 } else { 0.0 };
    block.ask(Need { fixed: 0.0, elastic: (PITCH.plot + 40.0 + below) * draft.scale });
    Some(block)
}

/// The colour of an item's group: an index of series.
fn colour(block: &Block, item: &Item) -> u8 {
    if block.columns <= COLOURS { item.series as u8 } else { 0 }
}

/// How high the names of the groups are; nothing where colours don't tell groups apart.
fn legend(draft: &Draft, block: &Block) -> f64 {
    let (mut x, mut lines) = (0.0, 1.0);
    for name in names(draft, block) {
        if x > 0.0 && x + name.1 > draft.width {
            (x, lines) = (0.0, lines + 1.0);
        }
        x += name.1;
    }
    if x > 0.0 { lines * draft.line + 6.0 } else { 0.0 }
}

/// The name of each group, how wide it is with its swatch, and its colour.
fn names(draft: &Draft, block: &Block) -> Vec<(String, f64, Ink)> {
    let mut names = Vec::new();
    if block.columns < 2 || block.columns > COLOURS {
        return names;
    }
    let mut series = usize::MAX;
    for item in &block.items {
        if item.series != series {
            series = item.series;
            let name = draft.shorten(draft.reader.group(item.figure), draft.small, draft.width - 40.0);
            let width = SWATCH + 6.0 + draft.text_width(&name, draft.small) + 18.0;
            names.push((name, width, Ink::Series(colour(block, item))));
        }
    }
    names
}

fn draw_legend(draft: &mut Draft, block: &Block, area: Rect) {
    let (mut x, mut y) = (0.0, area.y);
    draft.font = draft.small;
    for (name, width, ink) in names(draft, block) {
        if x > 0.0 && x + width > draft.width {
            (x, y) = (0.0, y + draft.line);
        }
        let swatch = Rect { x, y: y + (draft.line - SWATCH) / 2.0, width: SWATCH, height: SWATCH };
        draft.push(Shape::Rect(swatch), ink, Role::Guide);
        let baseline = y + draft.line / 2.0 + draft.font.size * 0.35;
        draft.text((x + SWATCH + 6.0, baseline), &name, Anchor::Start, Role::Label, Ink::Text);
        x += width;
    }
}

/// Draws it.
fn draw(draft: &mut Draft, block: &Block, area: Rect) {
    draw_legend(draft, block, area);
    let top = block.fixed - 8.0;
    let map = Rect { y: area.y + top, height: (area.height - block.fixed).max(1.0), ..area };
    let mut figures = Vec::new();
    for item in &block.items {
        figures.push(item.figure);
    }
    let shares = parts::shares(&figures);
    let (marks, data) = (draft.scene.marks.len(), draft.scene.data.len());
    let line = draft.small.size * 1.5;
    let most = (map.height * if draft.narrow { BELOW.1 } else { BELOW.0 } / line) as usize;
    let mut lines = 0;
    loop {
        let height = (map.height - lines as f64 * line).max(1.0);
        let unnamed = draw_tiles(draft, block, &shares, Rect { height, ..map });
        let places = places_below(draft, &unnamed, most);
        let needed = places.last().map_or(0, |last| last.1 + 1);
        if needed <= lines {
            draft.datum = None;
            draft.font = draft.small;
            for ((x, below, name), item) in places.iter().zip(unnamed) {
                let y = map.y + height + (*below as f64 + 0.5) * line + 2.0;
                let side = SWATCH - 2.0;
                let swatch = Rect { x: *x, y: y - side / 2.0, width: side, height: side };
                let ink = if item.figure.emphasis { Ink::Hero } else { Ink::Series(colour(block, item)) };
                draft.push(Shape::Rect(swatch), ink, Role::Guide);
                let at = (x + SWATCH + 2.0, y + draft.small.size * 0.35);
                draft.text(at, name, Anchor::Start, Role::Label, Ink::Text);
            }
            return;
        }
        // Once more in the room that the names leave.
        lines = needed;
        draft.scene.marks.truncate(marks);
        draft.scene.data.truncate(data);
    }
}

/// Where names and values of tiles stand below the map: their left end and their line. What has no room in `most` lines is
/// told by details and table.
fn places_below(draft: &Draft, unnamed: &[&Item], most: usize) -> Vec<(f64, usize, String)> {
    let (mut x, mut line) = (0.0, 0);
    let mut places = Vec::new();
    for item in unnamed {
        let mut value = String::from(" ");
        value.push_str(&draft.reader.compact(item.figure).text());
        let before = SWATCH + 2.0;
        // The name gives way to its value.
        let room = draft.width - before - draft.text_width(&value, draft.small);
        let mut name = draft.shorten(&draft.label_of(item.figure, false), draft.small, room);
        name.push_str(&value);
        let end = x + before + draft.text_width(&name, draft.small);
        if x > 0.0 && end > draft.width {
            (x, line) = (0.0, line + 1);
        }
        if line >= most {
            break;
        }
        let width = before + draft.text_width(&name, draft.small) + 16.0;
        places.push((x, line, name));
        x += width;
    }
    places
}

/// Draws the tiles and gives back those without room for their name.
fn draw_tiles<'a, 'b>(
    draft: &mut Draft,
    block: &'b Block<'a>,
    shares: &[f64],
    map: Rect,
) -> Vec<&'b Item<'a>> {
    let mut sum = 0.0;
    for share in shares {
        sum += share;
    }
    let mut areas = shares.to_vec();
    let mut totals = vec![0.0; block.columns];
    for (item, area) in block.items.iter().zip(&mut areas) {
        *area *= map.width * map.height / sum;
        totals[item.series] += *area;
    }
    let mut unnamed = Vec::new();
    let mut first = 0;
    for (series, room) in squarify(&totals, map).into_iter().enumerate() {
        let mut end = first;
        while end < block.items.len() && block.items[end].series == series {
            end += 1;
        }
        for (item, tile) in block.items[first..end].iter().zip(squarify(&areas[first..end], room)) {
            if !draw_tile(draft, item, colour(block, item), tile) {
                unnamed.push(item);
            }
        }
        first = end;
    }
    unnamed
}

/// Boxes of the given areas that fill the room, which has their sum; the largest area comes first.
fn squarify(areas: &[f64], room: Rect) -> Vec<Rect> {
    let mut rest = room;
    let mut tiles = Vec::new();
    while let Some(largest) = areas.get(tiles.len()) {
        let first = tiles.len();
        let side = rest.width.min(rest.height).max(1e-9);
        // A row takes on areas as long as its worst tile comes nearer to a square.
        let (mut end, mut sum, mut worst) = (first, 0.0, f64::INFINITY);
        while let Some(area) = areas.get(end) {
            let more: f64 = sum + area;
            let ratio = (side * side * largest / (more * more)).max(more * more / (side * side * area));
            if ratio > worst {
                break;
            }
            (end, sum, worst) = (end + 1, more, ratio);
        }
        let upright = rest.width > rest.height;
        let all = if upright { rest.width } else { rest.height };
        // The last row takes what is left, whatever rounding made of it.
        let depth = if end == areas.len() { all } else { (sum / side).min(all) };
        let mut tile = rest;
        for area in &areas[first..end] {
            let length = if sum > 0.0 { side * area / sum } else { 0.0 };
            if upright {
                (tile.width, tile.height) = (depth, length);
            } else {
                (tile.width, tile.height) = (length, depth);
            }
            tiles.push(tile);
            if upright {
                tile.y += length;
            } else {
                tile.x += length;
            }
        }
        if upright {
            rest.x += depth;
            rest.width -= depth;
        } else {
            rest.y += depth;
            rest.height -= depth;
        }
    }
    tiles
}

/// Draws a tile in a group's colour; false where it has no room for its name.
fn draw_tile(draft: &mut Draft, item: &Item, colour: u8, room: Rect) -> bool {
    let tile = Rect {
        x: room.x + GAP,
        y: room.y + GAP,
        width: (room.width - 2.0 * GAP).max(1.0),
        height: (room.height - 2.0 * GAP).max(1.0),
    };
    draft.begin(item, room);
    let mut fill = Ink::Tile(6);
    if !item.figure.emphasis {
        draft.ink = Ink::Series(colour);
        fill = Ink::Tile(colour);
    }
    let first = draft.scene.marks.len();
    draft.push(Shape::Rect(tile), draft.ink, Role::Body);
    draft.mark(first, tile);
    if tile.width < 4.0 * EDGE || tile.height < 2.0 * TOP {
        return false;
    }
    // Text needs a pale ground, or a dark one under the hero's; the edges keep the tile's outline at 3:1.
    let ground = Rect {
        x: tile.x + EDGE,
        y: tile.y + TOP,
        width: tile.width - 2.0 * EDGE,
        height: tile.height - TOP - EDGE,
    };
    draft.push(Shape::Rect(ground), fill, Role::Guide);
    draft.ink = if item.figure.emphasis { Ink::Tile(7) } else { Ink::Text };
    let bound = item.figure.amount.map_or(Bound::Exact, |amount| amount.bound);
    let corner =
        Rect { x: ground.right() - SIGN - 4.0, y: ground.bottom() - SIGN - 4.0, width: SIGN, height: SIGN };
    let signed = bound != Bound::Exact && ground.width > SIGN + 8.0 && ground.height > SIGN + 8.0;
    if signed && bound == Bound::About {
        draft.scene.shows(Sign::Hollow);
        draft.push(Shape::Dot(corner.center(), 4.5), draft.ink, Role::Bound);
        draft.push(Shape::Dot(corner.center(), 2.5), fill, Role::Bound);
    } else if signed {
        list::end(draft, bound, corner);
    }
    let beside = if signed { SIGN + 4.0 } else { 0.0 };
    // First the unit gives way, which other tiles name, and last the value.
    let value = draft.reader.compact(item.figure).text();
    let mut bare = value.clone();
    if let Some(amount) = &item.figure.amount
        && item.figure.unit != "%"
    {
        bare = format::compact(amount, "", &draft.reader.locale).text();
    }
    let small = draft.small.size;
    for (value, size) in [(&value, draft.size), (&value, small), (&bare, small), (&String::new(), small)] {
        if write(draft, item, value, size, ground, beside) {
            return true;
        }
    }
    false
}

/// Writes label and value, if there is one, into a tile, in one line if there is no room for more; false where they don't fit.
fn write(draft: &mut Draft, item: &Item, value: &str, size: f64, ground: Rect, beside: f64) -> bool {
    let font = Font { size, bold: item.figure.emphasis };
    let bold = Font::bold(size);
    let line = size * 1.35;
    let width = ground.width - 2.0 * PAD;
    let lines = ((ground.height - PAD * 0.75) / line) as usize;
    let label = draft.label_of(item.figure, false);
    let mut x = ground.x + PAD;
    let mut y = ground.y + PAD * 0.5 + size;
    if lines == 1 {
        let gap = if value.is_empty() { 0.0 } else { size * 0.6 };
        let end = draft.text_width(&label, font) + gap;
        if end + draft.text_width(value, bold) > width - beside {
            return false;
        }
        draft.font = font;
        draft.text((x, y), &label, Anchor::Start, Role::Label, draft.ink);
        x += end;
        draft.font = bold;
        if !value.is_empty() {
            draft.text((x, y), value, Anchor::Start, Role::Value, draft.ink);
        }
        return true;
    }
    let mut text = String::new();
    // The value comes last and needs all of its words, none of them broken; the label takes the lines that are left.
    let most = if value.contains(' ') { (lines.max(1) - 1).min(2) } else { 1 };
    // Of a line there is at least a character, however wide.
    if lines == 0 || width < size || !label::wrap(value, bold, width - beside, most, draft.measure, &mut text)
    {
        return false;
    }
    let taken = if value.is_empty() { 0 } else { text.split('\n').count() };
    // A Latin word is set whole or not at all.
    for word in label.split(' ') {
        if word.is_ascii() && draft.text_width(word, font) > width {
            return false;
        }
    }
    let mut name = String::new();
    let whole = label::wrap(&label, font, width, (lines - taken).min(3), draft.measure, &mut name);
    // A shortened name is better than none where much of it can be read.
    if !whole && (size > draft.small.size || width < 6.0 * size) {
        return false;
    }
    for (part, font, role) in [(name, font, Role::Label), (text, bold, Role::Value)] {
        draft.font = font;
        for words in part.split('\n').filter(|words| !words.is_empty()) {
            draft.text((x, y), words, Anchor::Start, role, draft.ink);
            y += line;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_have_their_areas_fill_the_room_and_stay_near_squares() {
        // The example of the paper.
        let areas = [6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0];
        let room = Rect { x: 10.0, y: 20.0, width: 6.0, height: 4.0 };
        let tiles = squarify(&areas, room);
        assert_eq!(tiles.len(), areas.len());
        for (index, (tile, area)) in tiles.iter().zip(areas).enumerate() {
            assert!((tile.width * tile.height - area).abs() < 1e-9, "{tile:?} is not {area}");
            assert!(room.grown(1e-9).union(tile) == room.grown(1e-9), "{tile:?}");
            assert!(tile.width / tile.height < 3.0 && tile.height / tile.width < 3.0, "{tile:?}");
            assert!(tiles[..index].iter().all(|other| !other.grown(-1e-9).overlaps(tile)));
        }
        assert_eq!(tiles[0], Rect { height: 2.0, width: 3.0, ..room });
    }

    #[test]
    fn areas_of_next_to_nothing_stay_finite() {
        for areas in [&[6e4, 1e-300][..], &[6e4, 0.0, 0.0], &[0.0]] {
            for tile in squarify(areas, Rect { x: 0.0, y: 0.0, width: 300.0, height: 200.0 }) {
                assert!(tile.width.is_finite() && tile.height.is_finite() && tile.x.is_finite(), "{areas:?}");
            }
        }
    }
}
