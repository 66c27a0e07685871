//! Bars of several series one after the other.

use super::block::Block;
use super::draft::Draft;
use crate::panel::Times;
use crate::scene::Rect;

/// The block of a panel; `None` where bars show it better.
pub(super) fn plan<'a>(_draft: &Draft<'a>, _figures: &[usize], _times: &Times) -> Option<Block<'a>> {
    None
}

/// Draws it.
pub(super) fn draw(_draft: &mut Draft, _block: &Block, _area: Rect, _stretch: f64) {}
