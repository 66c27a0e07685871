//! Colours: which one each [`Ink`] is, by daylight and by night.

use crate::scene::Ink;

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    const fn hex(code: u32) -> Rgb {
        Rgb((code >> 16) as u8, (code >> 8) as u8, code as u8)
    }

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

    /// Reads `#rrggbb`; black for anything else.
    fn parse(text: &str) -> Rgb {
        Rgb::hex(text.get(1..).and_then(|code| u32::from_str_radix(code, 16).ok()).unwrap_or(0))
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

impl Theme {
    /// For light pages.
    pub fn light() -> Theme {
        Theme {
            ground: Rgb::hex(0xffffff),
            text: Rgb::hex(0x181c20),
            muted: Rgb::hex(0x48505a),
            axis: Rgb::hex(0x767f88),
            rule: Rgb::hex(0xdde2e6),
            card: Rgb::hex(0xeff3f6),
            track: Rgb::hex(0xe3e9ed),
            hero: Rgb::hex(0xb3301b),
            series: [0x0b6a8e, 0xa65a00, 0x3f4f9e, 0x2f7d4f, 0x97336f, 0x5f6770].map(Rgb::hex),
            lit: Rgb::hex(0xfdf0b8),
            lit_line: Rgb::hex(0x7a5c00),
        }
    }

    /// For dark pages: colours of its own, not the light ones inverted.
    pub fn dark() -> Theme {
        Theme {
            ground: Rgb::hex(0x14181d),
            text: Rgb::hex(0xf0f3f5),
            muted: Rgb::hex(0xb9c2cb),
            axis: Rgb::hex(0x7f8994),
            rule: Rgb::hex(0x333b45),
            card: Rgb::hex(0x222932),
            track: Rgb::hex(0x2b343e),
            hero: Rgb::hex(0xf58a6b),
            series: [0x52b3d6, 0xe0a34a, 0x97a5f0, 0x6cc08b, 0xe08bbd, 0xa3adb8].map(Rgb::hex),
            lit: Rgb::hex(0x4a3d0c),
            lit_line: Rgb::hex(0xe8c547),
        }
    }

    /// Every colour by its place in the list.
    fn slots(&mut self) -> [&mut Rgb; 16] {
        let [one, two, three, four, five, six] = &mut self.series;
        [
            &mut self.ground,
            &mut self.text,
            &mut self.muted,
            &mut self.axis,
            &mut self.rule,
            &mut self.card,
            &mut self.track,
            &mut self.hero,
            &mut self.lit,
            &mut self.lit_line,
            one,
            two,
            three,
            four,
            five,
            six,
        ]
    }

    /// The colours as `#rrggbb`, with commas between: ground, text, muted, axis, rule, card, track, hero, lit,
    /// lit line and the six series.
    pub fn list(mut self) -> String {
        let mut list = String::new();
        for color in self.slots() {
            if !list.is_empty() {
                list.push(',');
            }
            list.push_str(&color.css());
        }
        list
    }

    /// The theme of such a list; what it lacks is as in the light theme.
    pub fn from_list(list: &str) -> Theme {
        let mut theme = Theme::light();
        for (slot, text) in theme.slots().into_iter().zip(list.split(',')) {
            *slot = Rgb::parse(text);
        }
        theme
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
    fn a_theme_comes_back_from_its_list() {
        assert!(Theme::dark().list().starts_with("#14181d,#f0f3f5,"));
        assert_eq!(Theme::from_list(&Theme::dark().list()), Theme::dark());
    }
}
