//! Names beside the ends of lines, moved apart where they would stand on each other.

use super::draft::Draft;
use crate::scene::{Ink, Rect};

/// The name of a line at its end.
pub(super) struct Name<'a> {
    pub(super) x: f64,
    pub(super) y: f64,
    /// Where its line ends, from which it may be moved away.
    pub(super) end: f64,
    pub(super) datum: Option<usize>,
    pub(super) ink: Ink,
    /// Whether it is the hero's.
    pub(super) bold: bool,
    /// Its lines, with a line feed between each two.
    pub(super) text: &'a str,
}

impl Name<'_> {
    fn lines(&self) -> f64 {
        self.text.split('\n').count() as f64
    }

    /// The middle of its first line.
    pub(super) fn top(&self, pitch: f64) -> f64 {
        self.y - (self.lines() - 1.0) * pitch / 2.0
    }
}

/// Moves names (in order) apart within the plot, those that stand on each other evenly to both sides; as many as stand one
/// above the other. The others are still in tooltip and table. Gives the distance between two lines.
pub(super) fn spread(draft: &Draft, names: &mut Vec<Name>, area: Rect) -> f64 {
    let half = draft.size * 0.6;
    let room = area.height - half;
    let (mut count, mut kept) = (-1.0, 0);
    while let Some(name) = names.get(kept)
        && (count + name.lines()) * draft.size * 1.15 <= room
    {
        count += name.lines();
        kept += 1;
    }
    names.truncate(kept);
    let pitch = (draft.line * 0.95).min(room / count.max(1.0));
    // Groups of names without room between them: how many there are, and where the first line of the first one would best be.
    // Pooling of neighbours, as in isotonic regression.
    let (least, most) = (area.y + half, area.bottom() + pitch);
    let mut groups: Vec<(usize, f64, f64)> = Vec::new();
    for name in names.iter() {
        let (mut count, mut best, mut height) = (1, name.top(pitch), name.lines() * pitch);
        while let Some(&(others, top, above)) = groups.last()
            && top.min(most - above).max(least) + above > best.min(most - height).max(least)
        {
            groups.pop();
            let all = others + count;
            best = (top * others as f64 + (best - above) * count as f64) / all as f64;
            (count, height) = (all, height + above);
        }
        groups.push((count, best, height));
    }
    let mut rest = names.iter_mut();
    for (count, best, height) in groups {
        let mut top = best.min(most - height).max(least);
        for name in rest.by_ref().take(count) {
            name.y = top + (name.lines() - 1.0) * pitch / 2.0;
            top += name.lines() * pitch;
        }
    }
    pitch
}
