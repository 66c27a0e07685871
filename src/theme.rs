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
        for channel in [self.0, self.1, self.2] {
            text.push(char::from(DIGITS[usize::from(channel >> 4)]));
            text.push(char::from(DIGITS[usize::from(channel & 15)]));
        }
        text
    }

    /// How bright the colour looks, 0 to 2550.
    fn brightness(self) -> i32 {
        i32::from(self.0) * 3 + i32::from(self.1) * 6 + i32::from(self.2)
    }

    /// A fifth of the colour on a ground.
    fn washed(self, ground: Rgb) -> Rgb {
        let mix = |color: u8, ground: u8| ((u32::from(color) + 4 * u32::from(ground)) / 5) as u8;
        Rgb(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }

    /// Reads `#rrggbb`; black for anything else.
    fn parse(text: &str) -> Rgb {
        let code = text.get(1..).and_then(|code| u32::from_str_radix(code, 16).ok()).unwrap_or(0);
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
const LIGHT: &str = "#ffffff,#181c20,#48505a,#767f88,#dde2e6,#eff3f6,#e3e9ed,#b3301b,#fdf0b8,#7a5c00,\
                     #0b6a8e,#a65a00,#3f4f9e,#2f7d4f,#97336f,#5f6770";
/// The same for dark pages: colours of its own, not the light ones inverted.
const DARK: &str = "#14181d,#f0f3f5,#b9c2cb,#7f8994,#333b45,#222932,#2b343e,#f58a6b,#4a3d0c,#e8c547,\
                    #52b3d6,#e0a34a,#97a5f0,#6cc08b,#e08bbd,#a3adb8";

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
        let mut colors = [Rgb(0, 0, 0); 16];
        for (color, text) in colors.iter_mut().zip(list.split(',')) {
            *color = Rgb::parse(text);
        }
        let [ground, text, muted, axis, rule, card, track, hero, lit, lit_line, series @ ..] = colors;
        Theme { ground, text, muted, axis, rule, card, track, hero, series, lit, lit_line }
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
            Ink::Inside(index) => {
                let ground = self.series.get(usize::from(index)).unwrap_or(&self.hero).brightness();
                // The lighter of ground and text stands on dark colours, the darker one on light ones.
                let far = |color: Rgb| (color.brightness() - ground).abs();
                if far(self.ground) >= far(self.text) { self.ground } else { self.text }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Rgb {
        /// Relative luminance, 0 to 1, as WCAG 2 defines it.
        fn luminance(self) -> f64 {
            let linear = |channel: u8| {
                let c = f64::from(channel) / 255.0;
                if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
        }

        /// Contrast ratio, 1 to 21, as WCAG 2 defines it.
        fn contrast(self, other: Rgb) -> f64 {
            let (a, b) = (self.luminance(), other.luminance());
            (a.max(b) + 0.05) / (a.min(b) + 0.05)
        }
    }

    #[test]
    fn text_and_marks_keep_their_contrast_in_both_themes() {
        for theme in [Theme::light(), Theme::dark()] {
            for ground in [theme.ground, theme.card, theme.lit] {
                assert!(theme.text.contrast(ground) >= 7.0, "text on {}", ground.css());
            }
            for ground in [theme.ground, theme.card] {
                assert!(theme.muted.contrast(ground) >= 7.0, "muted on {}", ground.css());
                assert!(theme.axis.contrast(ground) >= 3.0, "axis on {}", ground.css());
                for mark in theme.series.iter().chain([&theme.hero, &theme.lit_line]) {
                    assert!(mark.contrast(ground) >= 3.0, "{} on {}", mark.css(), ground.css());
                }
            }
        }
    }

    #[test]
    fn text_inside_marks_and_lines_on_their_wash_can_be_read() {
        for theme in [Theme::light(), Theme::dark()] {
            for index in 0..=6 {
                let mark = if index < 6 { theme.series[usize::from(index)] } else { theme.hero };
                assert!(theme.color(Ink::Inside(index)).contrast(mark) >= 4.5, "inside {}", mark.css());
                let wash = theme.color(Ink::Tint(index));
                assert!(theme.color(Ink::Series(index)).contrast(wash) >= 3.0, "on {}", wash.css());
            }
        }
    }

    #[test]
    fn a_list_gives_each_colour_its_place() {
        let theme = Theme::from_list(Theme::list(true));
        assert_eq!((theme.ground.css(), theme.lit_line.css()), ("#14181d".into(), "#e8c547".into()));
        assert_eq!(theme.series[5].css(), "#a3adb8");
    }
}
