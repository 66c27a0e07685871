//! The kinds that are loaded one by one, and what each is asked.

use super::block::Block;
use super::draft::Draft;
use super::{area, column, donut, dots, grouped, pictogram, progress, slope, stacked, treemap, waffle};
use crate::choose::Kind;
use crate::figures::Figure;
use crate::panel::Times;
use crate::scene::Rect;

/// Why figures can't be drawn as a kind, to be read after its name, and as what they are drawn instead; empty where they
/// can.
pub(crate) type Verdict = (&'static str, Kind);

/// What a kind is asked. One function of it answers all: each that is entered costs bytes in the part that every chart
/// loads.
pub(super) enum Task<'d, 'a> {
    /// Whether these figures can be drawn as the kind.
    Judge(&'d [Figure], &'d mut Verdict),
    /// The block of a panel; none where bars show it better.
    Plan(&'d Draft<'a>, &'d [usize], &'d Times, &'d mut Option<Block<'a>>),
    /// To draw a block in its room, stretched so much.
    Draw(&'d mut Draft<'a>, &'d Block<'a>, Rect, f64),
}

impl<'a> Task<'_, 'a> {
    /// Does it with the functions of a kind.
    pub(super) fn run(
        self,
        judge: impl FnOnce(&[Figure]) -> Verdict,
        plan: impl FnOnce(&Draft<'a>, &[usize], &Times) -> Option<Block<'a>>,
        draw: impl FnOnce(&mut Draft<'a>, &Block<'a>, Rect, f64),
    ) {
        match self {
            Task::Judge(figures, verdict) => *verdict = judge(figures),
            Task::Plan(draft, figures, times, block) => *block = plan(draft, figures, times),
            Task::Draw(draft, block, room, stretch) => draw(draft, block, room, stretch),
        }
    }
}

/// Has a kind do something; those that are always there are asked nothing here.
pub(super) fn enter(kind: Kind, task: Task) {
    match kind {
        Kind::Grouped => grouped::enter(task),
        Kind::Stacked => stacked::enter(task),
        Kind::Area => area::enter(task),
        Kind::Slope => slope::enter(task),
        Kind::Dot => dots::enter(task),
        Kind::Donut => donut::enter(task),
        Kind::Waffle => waffle::enter(task),
        Kind::Pictogram => pictogram::enter(task),
        Kind::Progress => progress::enter(task),
        Kind::Treemap => treemap::enter(task),
        // What suits all figures is not asked, because it may not be there.
        Kind::Column if !matches!(task, Task::Judge(..)) => column::enter(task),
        Kind::Cards | Kind::Bar | Kind::Column | Kind::Line | Kind::Multiples => {}
    }
}

/// What is wrong with figures for a kind.
pub(crate) fn refused(kind: Kind, figures: &[Figure]) -> Verdict {
    let mut verdict = ("", kind);
    enter(kind, Task::Judge(figures, &mut verdict));
    verdict
}
