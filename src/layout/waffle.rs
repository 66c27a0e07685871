//! Parts of one whole, or one percentage, as a hundred cells.

use super::block::{Block, Form};
use super::draft::{Draft, Need};
use super::kinds::{Task, Verdict};
use super::{first, form, list};
use crate::choose::Kind;
use crate::figures::{Bound, Figure};
use crate::panel::Times;
use crate::parts;
use crate::scene::{Ink, Rect, Role, Shape, Sign};
use crate::words;

const CELLS: usize = 100;
const ACROSS: usize = 10;
/// Between two cells.
const GAP: f64 = 2.0;
/// How wide the grid may be, in px.
const SIDE: f64 = 230.0;
/// Between the grid and its list.
const BESIDE: f64 = 32.0;
const WIDEST: f64 = 360.0;

/// Has figures judged, planned or drawn as this kind.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(judge, plan, |draft, block, room, _| draw(draft, block, room));
}

/// What is wrong with figures, and as what they are drawn instead.
fn judge(figures: &[Figure]) -> Verdict {
    (parts::refusal(Kind::Waffle, figures, &first(figures)), Kind::Bar)
}

/// The block of a panel; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], _times: &Times) -> Option<Block<'a>> {
    if !parts::refusal(Kind::Waffle, &draft.reader.figures.figures, figures).is_empty() {
        return None;
    }
    let mut block = Block::new(Form::Waffle);
    list::items(draft, &mut block, figures);
    let side = SIDE * draft.scale;
    block.number = draft.width;
    if !draft.narrow {
        block.number = (draft.width - side - BESIDE).min(WIDEST * draft.scale);
    }
    let width = block.number;
    block.height = list::rows(draft, &mut block, width);
    let foot = draft.line + 6.0;
    let need = if draft.narrow {
        Need { fixed: block.height + foot + 8.0, elastic: side.min(draft.width) }
    } else {
        let least = block.height.max(side * 0.6);
        Need { fixed: least + foot, elastic: (side - least).max(0.0) }
    };
    block.ask(need);
    Some(block)
}

/// Draws it.
fn draw(draft: &mut Draft, block: &Block, area: Rect) {
    let foot = draft.line + 6.0;
    let mut room = area.height - foot;
    let mut row = Rect { width: block.number, height: 0.0, ..area };
    if draft.narrow {
        room -= block.height + 8.0;
        row.y += room + foot + 8.0;
    } else {
        row.x = SIDE * draft.scale + BESIDE;
        row.y += ((room - block.height) / 2.0).max(0.0);
    }
    // Whole pixels, or some cells would look larger than others.
    let pitch = ((room.min(SIDE * draft.scale).min(draft.width) + GAP) / ACROSS as f64).floor();
    let cell = |place: usize| Rect {
        x: (place % ACROSS) as f64 * pitch,
        y: area.y + (place / ACROSS) as f64 * pitch,
        width: pitch - GAP,
        height: pitch - GAP,
    };
    let mut figures = Vec::new();
    let mut open = false;
    for item in &block.items {
        figures.push(item.figure);
        open |= item.figure.amount.is_some_and(|amount| amount.bound == Bound::AtLeast);
    }
    let counts = parts::cells(&parts::shares(&figures), CELLS, open);
    let mut colours = 0;
    let mut next = 0;
    for (place, item) in block.items.iter().enumerate() {
        row.y = row.bottom();
        row.height = list::row_height(draft, item);
        draft.begin(item, row);
        list::colour(draft, item, &mut colours);
        let first = draft.scene.marks.len();
        for _ in 0..counts[place] {
            draft.push(Shape::Rect(cell(next)), draft.ink, Role::Body);
            next += 1;
        }
        draft.mark(first, Rect { width: 1.0, ..row });
        let bound = item.figure.amount.map_or(Bound::Exact, |amount| amount.bound);
        // The hatched rest says what a lone rate leaves open.
        let lone = open && figures.len() == 1;
        if counts[place] > 0 && !lone {
            mark_last(draft, bound, cell(next - 1));
        }
        list::draw_row(draft, item, row);
    }
    draft.datum = draft.datum.filter(|_| figures.len() == 1);
    if figures.len() > 1 {
        draft.ink = Ink::Axis;
    }
    for place in next..CELLS {
        draft.push(Shape::Rect(cell(place)), Ink::Track, Role::Guide);
        if open {
            draft.scene.shows(Sign::Rest);
            form::hatch(draft, cell(place));
        }
    }
    let text = draft.reader.say(words::CELL).to_string();
    list::rule(draft, text, (0.0, area.y + ACROSS as f64 * pitch + draft.small.size + 4.0));
}

/// The form of a bound in the last cell of a part, cut out of its colour.
fn mark_last(draft: &mut Draft, bound: Bound, cell: Rect) {
    if bound == Bound::About {
        draft.scene.shows(Sign::HollowEnd);
        draft.push(Shape::Rect(cell.grown(-cell.width * 0.16)), Ink::Ground, Role::Bound);
    }
    let ink = draft.ink;
    draft.ink = Ink::Ground;
    list::end(draft, bound, cell.grown(-cell.width * 0.22));
    draft.ink = ink;
}
