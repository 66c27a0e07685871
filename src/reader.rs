//! A document as one reader sees it: texts in the reader's language, amounts as it writes them.

use crate::figures::{Figure, Figures};
use crate::format::{self, Written};
use crate::lang::Locale;
use crate::words;

/// A document and who reads it.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// What is read.
    pub figures: &'a Figures,
    /// The reader's language and its marks for numbers.
    pub locale: Locale,
}

impl<'a> Reader<'a> {
    /// One of the widget's own texts in the reader's language.
    pub fn say(&self, texts: &'static str) -> &'static str {
        words::pick(texts, self.locale.lang)
    }

    /// Such a text with something in the place of its `#`, or empty.
    pub fn fill(&self, texts: &'static str, with: &str) -> String {
        let mut text = String::new();
        for (index, part) in self.say(texts).split('#').enumerate() {
            text.push_str(if index > 0 { with } else { "" });
            text.push_str(part);
        }
        text
    }

    /// What is counted.
    pub fn label<'b>(&self, figure: &'b Figure) -> &'b str {
        self.text(figure, "label_", &figure.label)
    }

    /// The unit, or empty; of a rate with what it is per: 元/人, "yuan per person".
    pub fn unit(&self, figure: &Figure) -> String {
        let unit = self.text(figure, "unit_", &figure.unit);
        if figure.per.is_empty() {
            return unit.to_string();
        }
        let rate = format::concat(&[unit, self.say(words::PER), self.text(figure, "per_", &figure.per)]);
        rate.trim().to_string()
    }

    /// The group, or empty.
    pub fn group<'b>(&self, figure: &'b Figure) -> &'b str {
        self.text(figure, "group_", &figure.group)
    }

    /// A field in the reader's language (`label_en`, `label_zh`), or the field itself.
    fn text<'b>(&self, figure: &'b Figure, prefix: &str, own: &'b str) -> &'b str {
        // Who reads no Chinese reads the English where there is nothing in the own language.
        for suffix in &[self.locale.suffix, if self.locale.lang.is_chinese() { *b"zh" } else { *b"en" }] {
            let mut name = prefix.to_string();
            for &letter in suffix {
                name.push(char::from(letter));
            }
            match figure.extra(&name) {
                Some(text) if !text.is_empty() => return text,
                _ => {}
            }
        }
        own
    }

    /// The short form that stands at the mark; the word for a gap when the value is missing.
    pub fn compact(&self, figure: &Figure) -> Written {
        match &figure.amount {
            Some(amount) => format::compact(amount, &self.unit(figure), &self.locale),
            None => Written { number: self.say(words::MISSING).into(), ..Written::default() },
        }
    }

    /// The exact form with the bound in words; the word for a gap when the value is missing.
    pub fn full(&self, figure: &Figure) -> String {
        match &figure.amount {
            Some(amount) => format::full(amount, &self.unit(figure), &self.locale),
            None => self.say(words::MISSING).into(),
        }
    }

    /// The period in words, or empty.
    pub fn period(&self, figure: &Figure) -> String {
        figure.year.map_or(String::new(), |year| words::period(&year, self.locale.lang))
    }

    /// One sentence that says all of a figure: spoken, and shown in the tooltip.
    pub fn sentence(&self, figure: &Figure) -> String {
        let mut text = self.label(figure).to_string();
        text.push_str(self.say(words::COLON));
        text.push_str(&self.full(figure));
        let mut aside = self.period(figure);
        let group = self.group(figure);
        if !aside.is_empty() && !group.is_empty() {
            aside.push_str(self.say(words::COMMA));
        }
        aside.push_str(group);
        if !aside.is_empty() {
            text.push_str(&self.fill(words::BRACKETS, &aside));
        }
        text.push_str(self.say(words::STOP));
        text
    }
}
