//! Names beside the ends of lines, moved apart where they would stand on each other.

use super::draft::Draft;
use crate::scene::{Ink, Rect};

/// The name of a line at its end.
pub(super) struct Name<'a> {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) datum: Option<usize>,
    pub(super) ink: Ink,
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

/// Moves names (in order) apart, within the plot, as little as a push down and one back up can; as many as stand one
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
    let (mut least, mut most) = (area.y + half, area.bottom());
    for name in names.iter_mut() {
        let more = (name.lines() - 1.0) * pitch / 2.0;
        name.y = name.y.max(least + more);
        least = name.y + more + pitch;
    }
    for name in names.iter_mut().rev() {
        let more = (name.lines() - 1.0) * pitch / 2.0;
        name.y = name.y.min(most - more);
        most = name.y - more - pitch;
    }
    pitch
}
