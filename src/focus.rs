//! The order in which the keyboard visits the data of a scene.

use crate::figures::Figure;
use crate::scene::{Datum, Scene};

/// Where a key, as `KeyboardEvent.key` names it, leads from the datum `at`: the same place at either end, and
/// nowhere if it is none of the keys that lead on.
///
/// Digits, one or several, are a decimal fraction of the way from the first datum to the last: 5 leads to the middle, 25
/// to the end of the first quarter. So each of a thousand data is three keys away, or fewer.
pub fn step(scene: &Scene, figures: &[Figure], at: usize, key: &str) -> Option<usize> {
    let last = scene.data.len().saturating_sub(1);
    let at = at.min(last);
    let (next, previous) = ((at + 1).min(last), at.saturating_sub(1));
    let leap = (scene.data.len() / 10).max(5);
    Some(match key {
        "ArrowRight" => next,
        "ArrowLeft" => previous,
        "ArrowDown" => across(scene, figures, at, true).unwrap_or(next),
        "ArrowUp" => across(scene, figures, at, false).unwrap_or(previous),
        "Home" => 0,
        "End" => last,
        "PageDown" => (at + leap).min(last),
        "PageUp" => at.saturating_sub(leap),
        digits => {
            let (mut place, mut unit) = (0.0, (last + 1) as f64);
            for digit in digits.bytes() {
                unit /= 10.0;
                place += unit * f64::from(char::from(digit).to_digit(10)?);
            }
            // A hundredth of a datum makes up for what binary fractions lack.
            ((place + 0.01) as usize).min(last)
        }
    })
}

/// The datum of the next series (of the same panel) or panel in that direction that has most in common with this one: label,
/// period and group; among such the nearest. `None` where the whole scene is one series, in which up and down are as good as
/// back and forth.
fn across(scene: &Scene, figures: &[Figure], at: usize, down: bool) -> Option<usize> {
    let strand = |datum: &Datum| (datum.panel, datum.series);
    let here = scene.data.get(at)?;
    let mut several = false;
    let mut best: Option<(&Datum, (usize, f64), usize)> = None;
    for (index, datum) in scene.data.iter().enumerate() {
        several |= strand(datum) != strand(here);
        let beyond = |a: &Datum, b: &Datum| if down { strand(a) > strand(b) } else { strand(a) < strand(b) };
        if !beyond(datum, here) {
            continue;
        }
        let mut other = 0;
        if let (Some(one), Some(two)) = (figures.get(here.figure), figures.get(datum.figure)) {
            other = usize::from(one.label != two.label)
                + usize::from(one.year != two.year)
                + usize::from(one.group != two.group);
        }
        let away = (other, (datum.mark.center().x - here.mark.center().x).abs());
        let better = best
            .is_none_or(|(other, least, _)| beyond(other, datum) || (!beyond(datum, other) && away < least));
        if better {
            best = Some((datum, away, index));
        }
    }
    several.then(|| best.map_or(at, |(_, _, index)| index))
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
            foot: Rect::default(),
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
            at = step(&scene, &[], at, "ArrowRight").unwrap();
            assert_eq!(at, expected);
        }
        assert_eq!(step(&scene, &[], 0, "ArrowLeft"), Some(0));
    }

    #[test]
    fn pages_are_a_tenth_of_a_long_row() {
        let long = Scene { data: scene().data.into_iter().cycle().take(200).collect(), ..Scene::default() };
        assert_eq!(step(&long, &[], 0, "PageDown"), Some(20));
        assert_eq!(step(&long, &[], 195, "PageDown"), Some(199));
        assert_eq!(step(&long, &[], 25, "PageUp"), Some(5));
        assert_eq!(step(&scene(), &[], 0, "PageDown"), Some(4));
    }

    #[test]
    fn digits_lead_to_each_of_a_thousand_data() {
        let many = Scene { data: scene().data.into_iter().cycle().take(1000).collect(), ..Scene::default() };
        assert_eq!(step(&many, &[], 3, "5"), Some(500));
        assert_eq!(step(&many, &[], 3, "9999999"), Some(999));
        for place in 0..1000 {
            assert_eq!(step(&many, &[], 3, &format!("{place:03}")), Some(place));
        }
        assert_eq!(step(&many, &[], 3, "5x"), None);
        assert_eq!(step(&many, &[], 3, "x"), None);
    }

    #[test]
    fn down_and_up_keep_their_place_across_series_and_panels() {
        let scene = scene();
        assert_eq!(step(&scene, &[], 1, "ArrowDown"), Some(3));
        assert_eq!(step(&scene, &[], 3, "ArrowUp"), Some(1));
        assert_eq!(step(&scene, &[], 2, "ArrowDown"), Some(4));
        assert_eq!(step(&scene, &[], 4, "ArrowDown"), Some(4));
    }

    #[test]
    fn down_leads_to_the_same_name_however_long_its_bar_is() {
        let mut scene = scene();
        let figures =
            crate::native::json::from_json(r#"[{"label":"甲","value":1},{"label":"乙","value":2},{"label":"乙","value":1},{"label":"甲","value":3},{"label":"乙","value":1}]"#).unwrap().figures;
        for (place, datum) in scene.data.iter_mut().enumerate() {
            datum.figure = place;
        }
        assert_eq!(step(&scene, &figures, 0, "ArrowDown"), Some(3));
        assert_eq!(step(&scene, &figures, 3, "ArrowUp"), Some(0));
        assert_eq!(step(&scene, &figures, 1, "ArrowDown"), Some(2));
    }
}
