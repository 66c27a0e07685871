//! Colours: which one each [`Ink`] is, by daylight and by night.

use crate::scene::Ink;

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// `#rrggbb`.
    pub fn css(self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = String::from("#");
        for &channel in &[self.0, self.1, self.2] {
            text.push(char::from(DIGITS[usize::from(channel >> 4)]));
            text.push(char::from(DIGITS[usize::from(channel & 15)]));
        }
        text
    }

    /// An eighth of the colour on a ground.
    fn washed(self, ground: Rgb) -> Rgb {
        let mix = |color: u8, ground: u8| ((u32::from(color) + 7 * u32::from(ground)) / 8) as u8;
        Rgb(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }

    /// Relative luminance, 0 to 1, less than half a percent under what WCAG 2 defines: the power of 2.4 is made of
    /// square roots, which cost no code.
    fn luminance(self) -> f64 {
        let mut sum = 0.0;
        for &(channel, weight) in &[(self.0, 0.2126), (self.1, 0.7152), (self.2, 0.0722)] {
            let c = f64::from(channel) / 255.0;
            let d = (c + 0.055) / 1.055;
            let fourth = d.sqrt().sqrt();
            let eighth = fourth.sqrt();
            let linear = d * d * fourth * eighth * eighth.sqrt().sqrt();
            sum += weight * if channel > 10 { linear } else { c / 12.92 };
        }
        sum
    }

    /// Contrast ratio, 1 to 21, as WCAG 2 defines it.
    fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if a > b { a / b } else { b / a }
    }

    /// Black or white, whichever stands out more from this colour.
    fn farther(self) -> Rgb {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        if self.contrast(black) > self.contrast(white) { black } else { white }
    }

    /// The nearest tone on which black or white keeps the contrast of texts: darker for white; for black more luminous
    /// first and paler then, so that an orange stays one.
    fn plate(self) -> Rgb {
        let far = self.farther();
        let mut tone = self;
        for step in 0..64 {
            let lit = |channel: u8| (i32::from(channel) * (48 + step) / 48).min(255) as u8;
            tone = if far.0 > 0 {
                self.toward(Rgb(0, 0, 0), step)
            } else {
                Rgb(lit(self.0), lit(self.1), lit(self.2)).toward(Rgb(255, 255, 255), step / 2)
            };
            if tone.contrast(far) >= TEXT {
                break;
            }
        }
        tone
    }

    /// So many sixty-fourths of the way to another colour.
    fn toward(self, other: Rgb, step: i32) -> Rgb {
        let mix = |from: u8, to: u8| (i32::from(from) + (i32::from(to) - i32::from(from)) * step / 64) as u8;
        Rgb(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// The nearest colour on the way to another one that has this contrast to all of some; that other one if none has.
    fn kept(self, to: Rgb, least: f64, others: &[Rgb]) -> Rgb {
        for step in 0..64 {
            let color = self.toward(to, step);
            if others.iter().all(|&other| color.contrast(other) >= least) {
                return color;
            }
        }
        to
    }

    /// Reads `#rrggbb`; any colour for anything else.
    fn parse(text: &str) -> Rgb {
        let digits = text.chars().skip(1).map(|digit| digit.to_digit(16));
        let code = digits.fold(0_u32, |code, digit| code << 4 | digit.unwrap_or(0));
        Rgb((code >> 16) as u8, (code >> 8) as u8, code as u8)
    }
}

/// The colours of one chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Behind everything.
    pub ground: Rgb,
    /// See [`Ink::Text`].
    pub text: Rgb,
    /// See [`Ink::Muted`].
    pub muted: Rgb,
    /// See [`Ink::Axis`].
    pub axis: Rgb,
    /// See [`Ink::Rule`].
    pub rule: Rgb,
    /// See [`Ink::Card`].
    pub card: Rgb,
    /// See [`Ink::Track`].
    pub track: Rgb,
    /// See [`Ink::Hero`].
    pub hero: Rgb,
    /// See [`Ink::Series`].
    pub series: [Rgb; 6],
    /// The wash behind what is pointed at.
    pub lit: Rgb,
    /// The line around what is pointed at.
    pub lit_line: Rgb,
}

/// Ground, text, muted, axis, rule, card, track, hero, lit, lit line and the six series, for light pages.
const LIGHT: &str = "#ffffff,#181c20,#434b55,#767f88,#dde2e6,#eff3f6,#e3e9ed,#b3301b,#fdf0b8,#7a5c00,\
                     #0b6a8e,#b26200,#4a2784,#5c947b,#703648,#1e252b";
/// The same for dark pages: colours of its own, not the light ones inverted.
const DARK: &str = "#14181d,#f0f3f5,#b9c2cb,#7f8994,#333b45,#222932,#2b343e,#f58a6b,#3a300a,#e8c547,\
                    #52b3d6,#f0b046,#837be9,#9ad7b3,#c1558c,#daeffd";

/// The contrast that texts and marks keep. A little above 7:1 and 3:1, because [`Rgb::luminance`] is not exact.
const TEXT: f64 = 7.06;
const MARK: f64 = 3.03;

fn parse(list: &str) -> [Rgb; 16] {
    let mut colors = [Rgb(0, 0, 0); 16];
    for (color, text) in colors.iter_mut().zip(list.split(',')) {
        *color = Rgb::parse(text);
    }
    colors
}

impl Theme {
    /// The colours of the light or the dark theme as `#rrggbb`, with commas between: ground, text, muted, axis,
    /// rule, card, track, hero, lit, lit line and the six series.
    pub fn list(dark: bool) -> &'static str {
        if dark { DARK } else { LIGHT }
    }

    /// For light pages.
    pub fn light() -> Theme {
        Theme::from_list(LIGHT)
    }

    /// For dark pages.
    pub fn dark() -> Theme {
        Theme::from_list(DARK)
    }

    /// The theme of a list in the order of [`Theme::list`]; what it lacks is black.
    pub fn from_list(list: &str) -> Theme {
        let [ground, text, muted, axis, rule, card, track, hero, lit, lit_line, series @ ..] = parse(list);
        Theme { ground, text, muted, axis, rule, card, track, hero, series, lit, lit_line }
    }

    /// A list as a page gives it, with what could hardly be seen made lighter or darker: texts keep 7:1 and marks 3:1 on
    /// ground, cards and wash. On a ground so grey that nothing could, they become black or white.
    #[inline(never)]
    pub fn legible(list: &str) -> String {
        let mut colors = parse(list);
        let ground = colors[0];
        let far = ground.farther();
        // Card, track and wash: never so far from the ground that no text could be read on them.
        for &index in &[5, 6, 8] {
            colors[index] = colors[index].kept(ground, TEXT, &[far]);
        }
        let grounds = [ground, colors[5], colors[8]];
        let mut list = String::new();
        for (index, color) in colors.into_iter().enumerate() {
            let least = match index {
                0 | 4 | 5 | 6 | 8 => 0.0,
                1 | 2 => TEXT,
                _ => MARK,
            };
            if index > 0 {
                list.push(',');
            }
            list.push_str(&color.kept(far, least, &grounds).css());
        }
        list
    }

    /// What stands on the colour of a series, or of the hero from six on: the plate of a text, or that itself. Loaded with
    /// the kind that has such texts.
    #[inline(never)]
    fn inside(&self, index: u8, plate: bool) -> Rgb {
        let mark = self.series.get(usize::from(index)).unwrap_or(&self.hero);
        if plate { mark.plate() } else { mark.farther() }
    }

    /// A tone of the first series or, from eight on, of the hero. The second one is their own colour where that stands
    /// out enough, and the palest one is seen as any mark is. Loaded with the kind that has tones.
    #[inline(never)]
    fn tone(&self, index: u8) -> Rgb {
        const LEAST: [f64; 5] = [8.6, 5.2, 4.5, 3.85, MARK];
        let own = if index < 8 { self.series[0] } else { self.hero };
        let least = LEAST.get(usize::from(index % 8)).copied().unwrap_or(MARK);
        let grounds = [self.ground, self.card, self.lit];
        let from = own.toward(self.ground, if index % 8 > 1 { 40 } else { 0 });
        from.kept(own, least, &grounds).kept(self.ground.farther(), least, &grounds)
    }

    /// See [`Ink::Tile`]. A wash is a quarter of the colour, or less where text could not be read on that. Loaded with the
    /// kind that has tiles.
    #[inline(never)]
    fn tile(&self, index: u8) -> Rgb {
        match self.series.get(usize::from(index)) {
            Some(own) => own.toward(self.ground, 48).kept(self.ground, TEXT, &[self.text]),
            None if index == 6 => self.hero.plate(),
            None => self.hero.farther(),
        }
    }

    /// The colour of an ink.
    pub fn color(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Text => self.text,
            Ink::Muted => self.muted,
            Ink::Axis => self.axis,
            Ink::Rule => self.rule,
            Ink::Card => self.card,
            Ink::Track => self.track,
            Ink::Ground => self.ground,
            Ink::Hero => self.hero,
            Ink::Series(index) => self.series[usize::from(index) % self.series.len()],
            Ink::Tint(index) => self.color(Ink::Series(index)).washed(self.ground),
            Ink::Inside(index) => self.inside(index, false),
            Ink::Plate(index) => self.inside(index, true),
            Ink::Tone(index) => self.tone(index),
            Ink::Tile(index) => self.tile(index),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luminance_is_never_more_than_half_a_percent_under_the_exact_one() {
        for channel in 0..=255_u8 {
            let c = f64::from(channel) / 255.0;
            let exact = if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
            let ratio = (Rgb(channel, channel, channel).luminance() + 0.05) / (exact + 0.05);
            assert!((0.995..=1.000_001).contains(&ratio), "{channel}: {ratio}");
        }
    }

    #[test]
    fn a_list_gives_each_colour_its_place() {
        let theme = Theme::from_list(Theme::list(true));
        assert_eq!((theme.ground.css(), theme.lit_line.css()), ("#14181d".into(), "#e8c547".into()));
        assert_eq!(theme.series[5].css(), "#daeffd");
    }
}
