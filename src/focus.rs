//! The order in which the keyboard visits the data of a scene.

use crate::scene::Scene;

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the datum after.
    Next,
    /// To the datum before.
    Previous,
    /// To the series or panel below.
    Down,
    /// To the series or panel above.
    Up,
    /// To the first datum.
    First,
    /// To the last datum.
    Last,
}

impl Step {
    /// The step of a key, as `KeyboardEvent.key` names it.
    pub fn of_key(key: &str) -> Option<Step> {
        Some(match key {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Previous,
            "ArrowDown" => Step::Down,
            "ArrowUp" => Step::Up,
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return None,
        })
    }
}

/// Where a step leads from the datum `at`; the same place at either end.
pub fn step(scene: &Scene, at: usize, step: Step) -> usize {
    let last = scene.data.len().saturating_sub(1);
    let at = at.min(last);
    match step {
        Step::Next => (at + 1).min(last),
        Step::Previous => at.saturating_sub(1),
        Step::First => 0,
        Step::Last => last,
        Step::Down => across(scene, at, true).unwrap_or((at + 1).min(last)),
        Step::Up => across(scene, at, false).unwrap_or(at.saturating_sub(1)),
    }
}

/// The nearest datum of the next series (of the same panel) or panel in that direction. `None` where the
/// whole scene is one series, in which up and down are as good as back and forth.
fn across(scene: &Scene, at: usize, down: bool) -> Option<usize> {
    let here = scene.data.get(at)?;
    let strand = (here.panel, here.series);
    let one = scene.data.iter().all(|datum| (datum.panel, datum.series) == strand);
    if one {
        return None;
    }
    let beyond = |datum: &&crate::scene::Datum| {
        let other = (datum.panel, datum.series);
        if down { other > strand } else { other < strand }
    };
    let others = scene.data.iter().filter(beyond).map(|datum| (datum.panel, datum.series));
    let Some(target) = (if down { others.min() } else { others.max() }) else { return Some(at) };
    let center = here.mark.center();
    let mut best: Option<(f64, usize)> = None;
    for (index, datum) in scene.data.iter().enumerate() {
        let away = (datum.mark.center().x - center.x).abs();
        if (datum.panel, datum.series) == target && best.is_none_or(|(least, _)| away < least) {
            best = Some((away, index));
        }
    }
    best.map(|(_, index)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Datum, Rect};

    fn scene() -> Scene {
        let datum = |panel, series, x| Datum {
            id: String::new(),
            figure: 0,
            panel,
            series,
            area: Rect::default(),
            mark: Rect { x, ..Rect::default() },
        };
        let data =
            vec![datum(0, 0, 0.0), datum(0, 0, 9.0), datum(0, 1, 0.0), datum(0, 1, 9.0), datum(1, 0, 5.0)];
        Scene { data, ..Scene::default() }
    }

    #[test]
    fn right_and_left_visit_every_datum_and_stop_at_the_ends() {
        let scene = scene();
        let mut at = 0;
        for expected in [1, 2, 3, 4, 4] {
            at = step(&scene, at, Step::Next);
            assert_eq!(at, expected);
        }
        assert_eq!(step(&scene, 0, Step::Previous), 0);
    }

    #[test]
    fn down_and_up_keep_their_place_across_series_and_panels() {
        let scene = scene();
        assert_eq!(step(&scene, 1, Step::Down), 3);
        assert_eq!(step(&scene, 3, Step::Up), 1);
        assert_eq!(step(&scene, 2, Step::Down), 4);
        assert_eq!(step(&scene, 4, Step::Down), 4);
    }
}
