//! What the colours keep: contrast, and that they are told apart by every reader.

use proptest::prelude::*;
use tujie::scene::Ink;
use tujie::theme::{Rgb, Theme};

fn linear(Rgb(red, green, blue): Rgb) -> [f64; 3] {
    [red, green, blue].map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
}

/// Relative luminance, as WCAG 2 defines it.
fn luminance(color: Rgb) -> f64 {
    let [red, green, blue] = linear(color);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast ratio, 1 to 21, as WCAG 2 defines it.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

type Matrix = [[f64; 3]; 3];

/// Linear sRGB to the roots that OKLab is made of, and those to lightness, green–red and blue–yellow (Ottosson 2020).
const CONES: Matrix = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
];
const LAB: Matrix = [
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
];

/// How linear sRGB looks without one of the three cones (Machado, Oliveira and Fernandes 2009, severity 1).
const SIGHTS: [(&str, Matrix); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

fn times(matrix: &Matrix, [x, y, z]: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * x + row[1] * y + row[2] * z)
}

fn oklab(linear: [f64; 3]) -> [f64; 3] {
    times(&LAB, times(&CONES, linear).map(f64::cbrt))
}

/// The distance of two colours in OKLab, for eyes that see by this matrix.
fn distance(a: Rgb, b: Rgb, sight: &Matrix) -> f64 {
    let [a, b] = [a, b].map(|color| oklab(times(sight, linear(color)).map(|c| c.clamp(0.0, 1.0))));
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

/// The lightness in OKLab of the grey that a colour becomes without colours.
fn grey(color: Rgb) -> f64 {
    luminance(color).cbrt()
}

fn pairs(theme: &Theme) -> Vec<(usize, usize)> {
    let count = theme.series.len();
    (0..count).flat_map(|a| (0..a).map(move |b| (b, a))).collect()
}

fn themes() -> [(&'static str, Theme); 2] {
    [("light", Theme::light()), ("dark", Theme::dark())]
}

/// Text colours and mark colours.
fn inks(theme: &Theme) -> ([Rgb; 2], Vec<Rgb>) {
    let mut marks = theme.series.to_vec();
    marks.extend([theme.hero, theme.lit_line, theme.axis]);
    ([theme.text, theme.muted], marks)
}

/// The least contrast of texts and of marks on ground, card and wash.
fn least(theme: &Theme) -> (f64, f64) {
    let worst = |inks: &[Rgb]| {
        let mut least = f64::INFINITY;
        for ground in [theme.ground, theme.card, theme.lit] {
            for &ink in inks {
                least = least.min(contrast(ink, ground));
            }
        }
        least
    };
    let (texts, marks) = inks(theme);
    (worst(&texts), worst(&marks))
}

/// The least distance of two series.
fn closest(theme: &Theme, sight: &Matrix) -> f64 {
    let distances = pairs(theme).into_iter().map(|(a, b)| distance(theme.series[a], theme.series[b], sight));
    distances.fold(f64::INFINITY, f64::min)
}

#[test]
fn texts_keep_seven_to_one_and_marks_three_to_one() {
    for (name, theme) in themes() {
        let (texts, marks) = least(&theme);
        assert!(texts >= 7.0 && marks >= 3.0, "{name}: {texts} and {marks}");
    }
}

#[test]
fn six_series_are_told_apart_by_every_eye() {
    for (name, theme) in themes() {
        for (sight, matrix) in SIGHTS {
            let least = closest(&theme, &matrix);
            assert!(least >= 0.11, "{name}, {sight}: {least}");
        }
    }
}

#[test]
fn without_colours_the_series_are_steps_of_grey() {
    for (name, theme) in themes() {
        for (a, b) in pairs(&theme) {
            let step = (grey(theme.series[a]) - grey(theme.series[b])).abs();
            // Neighbours touch in stacks and are read together.
            let least = if b == a + 1 { 0.06 } else { 0.04 };
            assert!(step >= least, "{name}: series {} and {}: {step}", a + 1, b + 1);
        }
    }
}

#[test]
fn what_stands_inside_a_mark_or_on_its_wash_is_seen() {
    for (name, theme) in themes() {
        for index in 0..7 {
            let plate = theme.color(Ink::Plate(index));
            let inside = contrast(plate, theme.color(Ink::Inside(index)));
            assert!((7.0..20.0).contains(&inside), "{name}, {}: {inside}", plate.css());
        }
        for index in 0..6 {
            let tile = theme.color(Ink::Tile(index));
            let text = contrast(theme.text, tile);
            assert!(text >= 7.0, "{name}, {}: {text}", tile.css());
            // A wash, not the ground.
            let seen = distance(tile, theme.ground, &SIGHTS[0].1);
            assert!(seen >= 0.05, "{name}, {}: {seen}", tile.css());
        }
        let hero = theme.color(Ink::Tile(6));
        assert!(
            contrast(hero, theme.color(Ink::Tile(7))) >= 7.0 && contrast(hero, theme.ground) >= 3.0,
            "{name}"
        );
        for (index, color) in (0..).zip(theme.series) {
            let sign = contrast(color, theme.color(Ink::Inside(index)));
            assert!(sign >= 4.5, "{name}, {}: {sign}", color.css());
            let wash = contrast(color, theme.color(Ink::Tint(index)));
            assert!(wash >= 3.0, "{name}, {}: {wash}", color.css());
        }
    }
}

#[test]
fn tones_are_seen_and_told_apart_in_their_order() {
    for (name, theme) in themes() {
        assert_eq!(
            [theme.color(Ink::Tone(1)), theme.color(Ink::Tone(9))],
            [theme.series[0], theme.hero],
            "{name}"
        );
        for first in [0, 8] {
            let tones = [0, 1, 2, 3, 4].map(|step| theme.color(Ink::Tone(first + step)));
            for pair in tones.windows(2) {
                let apart = [pair[0], pair[1]].map(|tone| contrast(tone, theme.ground));
                assert!(apart[0] > apart[1] * 1.1, "{name}: {apart:?}");
            }
            // Four periods have these.
            for (a, b) in [(0, 1), (1, 3), (3, 4)] {
                let step = (grey(tones[a]) - grey(tones[b])).abs();
                assert!(step >= 0.04, "{name}: tones {a} and {b}: {step}");
            }
            // Two and three periods are told apart by every eye; the hero has none before its own colour.
            let few = [(1, 4), (0, 1)];
            for &(a, b) in &few[..if first > 0 { 1 } else { 2 }] {
                for (sight, matrix) in SIGHTS {
                    let apart = distance(tones[a], tones[b], &matrix);
                    assert!(apart >= 0.11, "{name}, {sight}: tones {a} and {b}: {apart}");
                }
            }
        }
    }
}

#[test]
fn the_hero_stands_out_from_the_first_series_for_every_eye() {
    for (name, theme) in themes() {
        for (sight, matrix) in SIGHTS {
            let apart = distance(theme.hero, theme.series[0], &matrix);
            assert!(apart >= 0.11, "{name}, {sight}: {apart}");
        }
    }
}

#[test]
fn the_design_page_states_what_is_measured() {
    let page = std::fs::read_to_string("www/design.md").unwrap();
    for (name, theme) in themes() {
        let (texts, marks) = least(&theme);
        let mut row = format!("| {name} | {texts:.2} | {marks:.2} |");
        for (_, matrix) in SIGHTS {
            row += &format!(" {:.3} |", closest(&theme, &matrix));
        }
        let greys = pairs(&theme).into_iter().map(|(a, b)| grey(theme.series[a]) - grey(theme.series[b]));
        row += &format!(" {:.3} |", greys.map(f64::abs).fold(f64::INFINITY, f64::min));
        assert!(page.contains(&row), "www/design.md lacks {row}");
    }
}

#[test]
fn the_themes_own_colours_are_kept_as_they_are() {
    for dark in [false, true] {
        assert_eq!(Theme::legible(Theme::list(dark)), Theme::list(dark));
    }
}

#[test]
fn a_colour_that_can_hardly_be_seen_moves_no_farther_than_it_must() {
    let faint = Theme::list(false).replace("#0b6a8e", "#ffee00");
    let kept = Theme::from_list(&Theme::legible(&faint));
    let Rgb(red, green, blue) = kept.series[0];
    assert!(red > green && green > 100 && blue == 0, "still yellow: {}", kept.series[0].css());
    let worst = [kept.ground, kept.card, kept.lit].map(|ground| contrast(kept.series[0], ground));
    let worst = worst.into_iter().fold(f64::INFINITY, f64::min);
    assert!((3.0..3.2).contains(&worst), "{worst}");
    assert_eq!(kept.series[1..], Theme::light().series[1..]);
}

#[test]
fn texts_and_cards_follow_a_ground_of_the_other_kind() {
    let kept = Theme::from_list(&Theme::legible(&Theme::list(false).replace("#ffffff", "#000000")));
    let (texts, marks) = least(&kept);
    assert!(texts >= 7.0 && marks >= 3.0, "{texts} and {marks}");
    assert_eq!(kept.ground, Rgb(0, 0, 0));
}

fn color() -> impl Strategy<Value = Rgb> {
    (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(red, green, blue)| Rgb(red, green, blue))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_colours_a_page_brings_they_are_seen(colors in prop::collection::vec(color(), 16)) {
        let ground = colors[0];
        let list: Vec<String> = colors.iter().map(|color| color.css()).collect();
        let kept = Theme::from_list(&Theme::legible(&list.join(",")));
        prop_assert_eq!(kept.ground, ground);
        let (black, white) = (contrast(Rgb(0, 0, 0), ground), contrast(Rgb(255, 255, 255), ground));
        let (texts, marks) = least(&kept);
        prop_assert!(marks >= 3.0, "{}", marks);
        for index in 0..7 {
            let plate = contrast(kept.color(Ink::Plate(index)), kept.color(Ink::Inside(index)));
            prop_assert!(plate >= 7.0, "{}", plate);
        }
        for index in (0..5).chain(8..13) {
            let tone = kept.color(Ink::Tone(index));
            for behind in [kept.ground, kept.card, kept.lit] {
                prop_assert!(contrast(tone, behind) >= 3.0, "tone {} on {}", index, behind.css());
            }
        }
        let on_hero = contrast(kept.color(Ink::Tile(6)), kept.color(Ink::Tile(7)));
        prop_assert!(on_hero >= 7.0, "{}", on_hero);
        for index in 0..6 {
            // As on the ground, where that is all a wash can be.
            let on_tile = contrast(kept.text, kept.color(Ink::Tile(index)));
            prop_assert!(on_tile >= 7.0 || on_tile >= contrast(kept.text, ground), "{}", on_tile);
        }
        // On a middle grey neither black nor white has 7:1; then it is the better of the two.
        prop_assert!(texts >= 7.0 || (texts > 4.5 && black.max(white) < 7.1), "{}", texts);
    }
}
