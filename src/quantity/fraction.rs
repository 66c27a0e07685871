//! Fractions: 三分之一, 1/3, "two thirds", "one in five"; and halves, which people mean as percentages.

use super::digits;
use super::numeral::Numeral;
use super::text::Text;

/// Denominators as words, from the third on; their plurals; see [`ordinal`].
const ORDINALS: &str = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|\
                        thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths";

/// Largest denominator after a slash; beyond it, numbers with slashes are dates and codes.
const LARGEST: f64 = 1000.0;

/// A half, said as 一半, 半数 or "half": where it ends.
pub(super) fn half(text: &Text, pos: usize) -> Option<usize> {
    if let Some(end) = text.match_any("一半|半数|half|a half|one half|one-half", pos) {
        let article = text.match_any("a |an ", text.skip_spaces(end)).is_some();
        return (!article).then_some(end);
    }
    // 近半; 半 before anything else is a half of that.
    (text.at(pos) == '半' && pos + 1 == text.len() && pos > 0).then_some(pos + 1)
}

/// "a third": its value and end. Other fractions begin with a number, see [`after`].
pub(super) fn article(text: &Text, pos: usize) -> Option<(f64, usize)> {
    let end = text.match_at("a ", pos)?;
    let (denominator, end) = ordinal(text, end)?;
    Some((1.0 / denominator, end))
}

/// The fraction whose first number was just read and ends at `pos`: its value and end.
pub(super) fn after(text: &Text, pos: usize, first: &Numeral) -> Option<(f64, usize)> {
    if let Some(start) = text.match_at("分之", pos) {
        let (over, end) = digits::read(text, start)?;
        let denominator = first.values(0).0;
        return (denominator > 1.0 && over.mark.is_none()).then(|| (over.values(0).0 / denominator, end));
    }
    if !first.is_whole() {
        return None;
    }
    let numerator = first.values(0).0;
    if text.at(pos) == '/' {
        let (under, end) = digits::read(text, pos + 1)?;
        let denominator = under.values(0).0;
        let proper = numerator < denominator && denominator <= LARGEST && under.is_whole();
        return proper.then_some((numerator / denominator, end));
    }
    if let Some(start) = text.match_at(" in ", pos).or_else(|| text.match_at(" out of ", pos)) {
        let (of, end) = digits::read(text, start)?;
        let denominator = of.values(0).0;
        return (numerator < denominator && of.mark.is_none()).then_some((numerator / denominator, end));
    }
    let word = if text.at(pos) == '-' { pos + 1 } else { text.skip_spaces(pos) };
    let (denominator, end) = ordinal(text, word).filter(|_| word > pos)?;
    (numerator < denominator).then_some((numerator / denominator, end))
}

/// "third", "thirds" … at `pos`.
fn ordinal(text: &Text, pos: usize) -> Option<(f64, usize)> {
    let (index, end) = text.match_word(ORDINALS, pos)?;
    Some((f64::from(index % 8 + 3), end))
}
