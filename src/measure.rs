//! The width of text, which layout asks for and each platform answers.

/// A size and weight of the chart's one typeface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// In CSS px.
    pub size: f64,
    /// Whether it is set bold.
    pub bold: bool,
}

impl Font {
    /// Regular weight.
    pub const fn regular(size: f64) -> Font {
        Font { size, bold: false }
    }

    /// Bold weight.
    pub const fn bold(size: f64) -> Font {
        Font { size, bold: true }
    }
}

/// Says how wide a text is.
pub trait Measure {
    /// Advance width of one line in CSS px; finite and never negative.
    fn width(&self, text: &str, font: Font) -> f64;
}

/// Widths from a small table, the same on every machine: Chinese at one em, Latin by classes of letters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tabular;

impl Measure for Tabular {
    fn width(&self, text: &str, font: Font) -> f64 {
        let em: f64 = text.chars().map(em_width).sum();
        em * font.size * if font.bold { 1.05 } else { 1.0 }
    }
}

fn em_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.28,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' => 0.34,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.87,
        'A'..='Z' | '&' => 0.65,
        '0'..='9' | 'a'..='z' | '+' | '$' | '\u{2013}' => 0.56,
        '\0'..='\u{7f}' => 0.5,
        '\u{80}'..='\u{2e7f}' => 0.6,
        _ => 1.0,
    }
}
