//! Reads figures one by one and gathers what is to be said of them.

use super::fields::{BOUND, EMPHASIS, FIGURE_FIELDS, Fields, LABEL, SHORT_TEXTS, Said, TEXTS, YEAR};
use super::{MAX_LABEL, MAX_ROWS, ids, period};
use crate::figures::{Bound, Error, Figure, Figures, Notice, Period};

/// The document as far as it has been read.
pub(super) struct Reader<'a> {
    pub(super) document: Figures,
    /// What the places of figures are called: `figures[`, `line` or `row`; empty for the document itself.
    pub(super) place: &'static str,
    /// The number of the figure or row that is read.
    pub(super) at: usize,
    /// The heading of the value where a row holds several, or empty.
    pub(super) column: &'a str,
    /// The number of each figure in the document.
    places: Vec<usize>,
    /// The notice of the first figure that was left out.
    first_left_out: Option<usize>,
}

/// Where a figure, or a field of it, stands: `figures[3].value`, but `line 12` where there are no fields.
pub(super) fn path(place: &str, at: usize, field: &str) -> String {
    if place.is_empty() {
        return field.to_string();
    }
    let mut path = place.to_string();
    let in_list = place.ends_with('[');
    path.push_str(if in_list { "" } else { " " });
    path.push_str(&at.to_string());
    if in_list {
        path.push_str(if field.is_empty() { "]" } else { "]." });
        path.push_str(field);
    }
    path
}

impl<'a> Reader<'a> {
    pub(super) fn new() -> Reader<'a> {
        Reader {
            document: Figures::default(),
            place: "",
            at: 0,
            column: "",
            places: Vec::new(),
            first_left_out: None,
        }
    }

    pub(super) fn is_table(&self) -> bool {
        !self.place.is_empty() && !self.place.ends_with('[')
    }

    /// Notes something about a field of the present figure.
    pub(super) fn tell(&mut self, field: &str, parts: &[&str]) {
        let mut message = String::new();
        if self.is_table() {
            for (text, end) in [(self.column, ": "), (field, " ")] {
                if !text.is_empty() {
                    message.push_str(text);
                    message.push_str(end);
                }
            }
        }
        for part in parts {
            message.push_str(part);
        }
        self.document.notices.push(Notice { path: path(self.place, self.at, field), message });
    }

    /// Counts what is left out, for the reason that was told last.
    pub(super) fn leave_out(&mut self) {
        self.first_left_out.get_or_insert(self.document.notices.len().saturating_sub(1));
        self.document.left_out += 1;
    }

    /// Reads a figure, or leaves it out.
    pub(super) fn read(&mut self, fields: &Fields) {
        match self.figure(fields) {
            Some(figure) => {
                self.document.figures.push(figure);
                self.places.push(self.at);
            }
            None => self.leave_out(),
        }
    }

    /// Reads a figure; `None` after telling why it can't be drawn.
    fn figure(&mut self, fields: &Fields) -> Option<Figure> {
        let mut texts: [String; TEXTS] = Default::default();
        for (index, (slot, name)) in texts.iter_mut().zip(FIGURE_FIELDS).enumerate() {
            *slot = self.text(fields.get(index), name);
            // A text has no more characters than bytes, so short ones needn't be counted.
            let is_long = slot.len() > MAX_LABEL && slot.chars().count() > MAX_LABEL;
            if index == LABEL && slot.is_empty() {
                self.tell(name, &["is missing; write what the figure counts"]);
                return None;
            }
            if is_long && index < SHORT_TEXTS {
                self.tell(name, &["is longer than the limit of 10,000 characters; shorten it"]);
                return None;
            }
        }
        let [label, group, unit, per, id, note, quote] = texts;
        let mut figure = Figure {
            id,
            label,
            amount: None,
            unit,
            year: self.period(fields.get(YEAR))?,
            group,
            per,
            emphasis: matches!(fields.get(EMPHASIS), Said::Flag(true) | Said::Text("true")),
            written: String::new(),
            note,
            quote,
            extra: Vec::new(),
        };
        self.amount(fields, &mut figure)?;
        for (name, text) in &fields.extra {
            figure.extra.push((name.to_string(), text.to_string()));
        }
        Some(figure)
    }

    /// An optional text; anything but a text or a number is ignored with a notice.
    pub(super) fn text(&mut self, said: Said, field: &str) -> String {
        match said {
            Said::Nothing | Said::Null => {}
            Said::Text(text) => return text.to_string(),
            Said::Number(number) if number.is_finite() => return number.to_string(),
            _ => self.tell(field, &[&said.named(), " is not a text; the field is ignored"]),
        }
        String::new()
    }

    fn period(&mut self, said: Said) -> Option<Option<Period>> {
        let period = match said {
            Said::Nothing | Said::Null | Said::Text("") => return Some(None),
            Said::Number(number) => period::from_number(number),
            Said::Text(text) => period::parse(text),
            _ => None,
        };
        if period.is_none() {
            self.tell(
                "year",
                &[&said.named(), " is not a period; write 2011, 2011Q1, 2011-03 or 2011-03-05"],
            );
        }
        period.map(Some)
    }

    /// The field `bound`.
    pub(super) fn bound(&mut self, fields: &Fields) -> Option<Option<Bound>> {
        let said = fields.get(BOUND);
        let bound = match said {
            Said::Nothing | Said::Null | Said::Text("") => return Some(None),
            Said::Text(word) => Bound::from_keyword(word),
            _ => None,
        };
        if bound.is_none() {
            let mend = " is not a bound; write exact, at-least, at-most, about or range";
            self.tell("bound", &[&said.named(), mend]);
        }
        bound.map(Some)
    }

    /// An error at the present place.
    pub(super) fn error(&self, message: &str) -> Error {
        Error::new(path(self.place, self.at, ""), message.to_string())
    }

    /// Refuses more figures than can be drawn.
    pub(super) fn check_count(&self, count: usize) -> Result<(), Error> {
        if count <= MAX_ROWS {
            return Ok(());
        }
        Err(self.error("more than 200,000 figures can't be read; sum them up or split them"))
    }

    /// The document, unless nothing in it can be drawn.
    pub(super) fn finish(mut self) -> Result<Figures, Error> {
        let Figures { figures, notices, .. } = &mut self.document;
        if !figures.is_empty() {
            ids::assign(figures, notices, self.place, &self.places);
            return Ok(self.document);
        }
        let first = self.first_left_out.unwrap_or_default();
        Err(match notices.get(first) {
            Some(notice) => Error::new(notice.path.to_string(), notice.message.to_string()),
            None => Error::new("figures".to_string(), "has no figure".to_string()),
        })
    }
}
