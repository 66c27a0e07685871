//! Bars too small to be compared, drawn once more of their size on a larger scale.
//!
//! On a scale that reaches the largest bar, one under a hundredth of it is three or four pixels long: whether it is
//! twice another can't be seen. A broken axis would lie about the large bars, a logarithmic one about all, and a bar
//! wrapped over several rows makes the reader count rows. So the small bars stand apart below, on a scale that is a
//! round number of times larger and says so; within each of the two scales lengths still are values.
//!
//! The rule looks for at least two bars under a hundredth: one alone has nothing to be compared with on its scale, and
//! its number is beside it. The median would not do instead: two of nine that can't be seen leave it where it is. Where
//! the rule holds, all bars under a twentieth move, so that none stays behind that is nearly as small.

use super::block::{Block, Form};
use super::draft::{Draft, Item};
use super::scale::{self, Scale};
use crate::figures::{Figure, Figures};
use crate::format;
use crate::measure::Font;
use crate::scene::{Anchor, Ink, Rect, Role};

const UNSEEN: f64 = 100.0;
const SMALL: f64 = 20.0;
/// What is smaller by more than this has nothing in common with the first scale.
const MOST: f64 = 1e6;
/// What is enlarged by less is hardly easier to compare.
const LEAST: f64 = 5.0;
/// How many scales there are below one another besides the first.
const SCALES: usize = 2;

const ENLARGED: &str = "放大到#倍：|放大至#倍：|Enlarged #×: ";
const SMALLER: &str = "较小的#项|較小的#項|the # smaller values";
/// Where the others had no room.
const SMALLER_ONE: &str = "较小的#项|較小的#項|# smaller value";
const OWN_SCALE: &str = "，另用刻度|，另用刻度|, on a separate scale";

/// How large a figure's bar is in its unit, on whichever side of the baseline.
pub(super) fn size(figure: &Figure) -> f64 {
    figure.amount.map_or(0.0, |amount| amount.value.abs().max(amount.high.abs()))
}

/// Whether any of the figures could be too small to be seen beside another.
pub(super) fn is_possible(figures: &Figures) -> bool {
    let (mut least, mut most) = (f64::INFINITY, 0.0_f64);
    for figure in &figures.figures {
        let size = size(figure);
        most = most.max(size);
        if size > 0.0 {
            least = least.min(size);
        }
    }
    least < most / UNSEEN
}

/// Moves the small bars of the last block into blocks of their own.
#[inline(never)]
pub(super) fn split(draft: &Draft, blocks: &mut Vec<Block>) {
    let mut first: f64 = 0.0;
    for _ in 0..SCALES {
        let Some(block) = blocks.last_mut().filter(|block| block.form == Form::Bars) else { return };
        let (mut largest, mut next, mut unseen) = (0.0_f64, 0.0_f64, 0);
        for item in &block.items {
            largest = largest.max(size(item.figure));
        }
        first = first.max(largest);
        let is_small = |item: &Item| item.figure.amount.is_some() && size(item.figure) < largest / SMALL;
        for item in &block.items {
            if is_small(item) && size(item.figure) > 0.0 {
                next = next.max(size(item.figure));
                unseen += usize::from(size(item.figure) < largest / UNSEEN);
            }
        }
        if unseen < 2 || next < first / MOST {
            return;
        }
        let mut zoomed = Block::new(Form::Bars);
        zoomed.zoomed = true;
        zoomed.label_width = block.label_width;
        zoomed.fixed = 6.0 + head(draft);
        for item in std::mem::take(&mut block.items) {
            let place = if is_small(&item) { &mut zoomed } else { &mut *block };
            place.items.push(item);
        }
        blocks.push(zoomed);
    }
}

/// How high the line above the bars is that says how much they are enlarged.
pub(super) fn head(draft: &Draft) -> f64 {
    draft.line + 10.0
}

/// The scale of small bars, a round number of times that of the first ones; and writes how many times.
#[inline(never)]
pub(super) fn draw(draft: &mut Draft, block: &Block, room: f64, area: Rect) -> Scale {
    let mut scale = scale::shared(&block.items, room, f64::INFINITY);
    // What fills the room would seem to be more than shorter bars of the scale above.
    let mut largest: f64 = 0.0;
    for item in &block.items {
        largest = largest.max(size(item.figure));
    }
    let longest = scale.factor.min(draft.shortest / largest);
    let ratio = (longest / draft.factor).max(LEAST);
    let mut times = 1.0;
    while times * 10.0 <= ratio && times < MOST * SMALL {
        times *= 10.0;
    }
    for &step in &[5.0, 2.0] {
        if times * step <= ratio {
            times *= step;
            break;
        }
    }
    // Below the baseline there is more room now than is needed; the baseline stays where it is.
    scale.factor = draft.factor * times;
    let count = block.items.len();
    let mut text = draft.reader.fill(ENLARGED, &format::number(times, &draft.reader.locale, true));
    text.push_str(
        &draft.reader.fill(if count == 1 { SMALLER_ONE } else { SMALLER }, &format::plain(count as f64)),
    );
    draft.font = Font::bold(if draft.large { 18.0 } else { 14.0 });
    let own = format::concat(&[&text, draft.reader.say(OWN_SCALE)]);
    if draft.text_width(&own, draft.font) <= draft.width {
        text.clone_from(&own);
    }
    // Told where the picture is described.
    draft.scene.rules.push(own);
    let text = draft.shorten(&text, draft.font, draft.width);
    draft.datum = None;
    let baseline = area.y + head(draft) - draft.font.size * 0.6;
    draft.text((0.0, baseline), &text, Anchor::Start, Role::Heading, Ink::Muted);
    scale
}
