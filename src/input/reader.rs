//! Reads figures one by one and gathers what is to be said of them.

use super::fields::{EMPHASIS, FIGURE_FIELDS, Fields, LABEL, SHORT_TEXTS, Said, TEXTS, YEAR};
use super::{MAX_LABEL, amount, gaps, ids, period};
use crate::figures::{Bound, Error, Figure, Figures, Notice, Period};
use crate::format;

/// The document as far as it has been read.
pub(super) struct Reader {
    pub(super) document: Figures,
    notices: Vec<Notice>,
    /// What the places of figures are called: `figures[`, `line` or `row`; empty for the document itself.
    pub(super) place: &'static str,
    /// The number of the figure or row that is read.
    pub(super) at: usize,
    /// The heading of the value where a row holds several, or empty.
    pub(super) column: String,
    /// The number of each figure in the document.
    pub(super) places: Vec<usize>,
    /// The notice of the first figure that was left out.
    first_left_out: Option<usize>,
}

/// The error when a document passes [`MAX_ROWS`](super::MAX_ROWS).
pub(super) const TOO_MANY: &str = "more than 200,000 figures can't be read; sum them up or split them";

/// Where a figure, or a field of it, stands: `figures[3].value`, but `line 12` where there are no fields.
pub(super) fn path(place: &str, at: usize, field: &str) -> String {
    if place.is_empty() {
        return field.to_string();
    }
    let mut path = place.to_string();
    let in_list = is_list(place);
    path.push_str(if in_list { "" } else { " " });
    path.push_str(&format::plain(at as f64));
    if in_list {
        path.push_str(if field.is_empty() { "]" } else { "]." });
        path.push_str(field);
    }
    path
}

/// Whether what such a place is called is the path of a list.
fn is_list(place: &str) -> bool {
    place.as_bytes().last() == Some(&b'[')
}

impl Reader {
    pub(super) fn new(place: &'static str) -> Reader {
        Reader {
            document: Figures::default(),
            notices: Vec::new(),
            place,
            at: 0,
            column: String::new(),
            places: Vec::new(),
            first_left_out: None,
        }
    }

    pub(super) fn is_table(&self) -> bool {
        !self.place.is_empty() && !is_list(self.place)
    }

    /// Notes something about a field of the present figure.
    pub(super) fn tell(&mut self, field: &str, parts: &[&str]) {
        let mut message = String::new();
        if self.is_table() {
            if !self.column.is_empty() {
                message.push_str(&self.column);
                message.push_str(": ");
            }
            message.push_str(field);
            message.push_str(if field.is_empty() { "" } else { " " });
        }
        for part in parts {
            message.push_str(part);
        }
        self.notices.push(Notice { path: path(self.place, self.at, field), message });
    }

    /// Counts what is left out, for the reason that was told last.
    pub(super) fn leave_out(&mut self) {
        self.first_left_out.get_or_insert(self.notices.len().saturating_sub(1));
        self.document.left_out += 1;
    }

    /// Reads a figure, or leaves it out.
    pub(super) fn read(&mut self, fields: &Fields) {
        let mut figure = Figure {
            id: String::new(),
            label: String::new(),
            amount: None,
            unit: String::new(),
            year: None,
            group: String::new(),
            per: String::new(),
            emphasis: matches!(fields.said[EMPHASIS], Said::Flag(true) | Said::Text("true")),
            written: String::new(),
            note: String::new(),
            quote: String::new(),
            extra: Vec::new(),
        };
        if self.fill(fields, &mut figure).is_some() {
            self.document.figures.push(figure);
            self.places.push(self.at);
        } else {
            self.leave_out();
        }
    }

    /// Fills in the fields of a figure; `None` after telling why it can't be drawn.
    fn fill(&mut self, fields: &Fields, figure: &mut Figure) -> Option<()> {
        let mut texts: [&mut String; TEXTS] = [
            &mut figure.label,
            &mut figure.group,
            &mut figure.unit,
            &mut figure.per,
            &mut figure.id,
            &mut figure.note,
            &mut figure.quote,
        ];
        for (index, (text, field)) in texts.iter_mut().zip(&FIGURE_FIELDS).enumerate() {
            **text = self.text(&fields.said[index], field);
            let wrong = if index == LABEL && text.is_empty() {
                "is missing; write what the figure counts"
            } else if index < SHORT_TEXTS && text.len() > MAX_LABEL && text.chars().count() > MAX_LABEL {
                "is longer than the limit of 10,000 characters; shorten it"
            } else {
                continue;
            };
            self.tell(field, &[wrong]);
            return None;
        }
        if !self.period(&fields.said[YEAR], &mut figure.year) {
            return None;
        }
        self.amount(fields, figure)?;
        for (name, text) in &fields.extra {
            let text = if name.starts_with("unit_") { amount::unscaled(text) } else { text.to_string() };
            figure.extra.push((name.to_string(), text));
        }
        Some(())
    }

    /// An optional text; anything but a text or a number is ignored with a notice.
    pub(super) fn text(&mut self, said: &Said, field: &str) -> String {
        match *said {
            Said::Nothing | Said::Null => {}
            Said::Text(text) => return text.to_string(),
            Said::Number(number) if number.is_finite() => return format::plain(number),
            _ => self.tell(field, &[&said.named(), " is not a text; the field is ignored"]),
        }
        String::new()
    }

    /// The field `year`; `false` after telling that it is no period.
    fn period(&mut self, said: &Said, into: &mut Option<Period>) -> bool {
        *into = match *said {
            Said::Number(number) => period::from_number(number),
            Said::Text(text) => period::parse(text),
            _ => None,
        };
        let is_right = into.is_some() || said.is_empty();
        if !is_right {
            self.tell(
                "year",
                &[&said.named(), " is not a period; write 2011, 2011Q1, 2011-03 or 2011-03-05"],
            );
        }
        is_right
    }

    /// The field `bound`; `false` after telling that it is none.
    pub(super) fn bound(&mut self, said: &Said, into: &mut Bound) -> bool {
        if let Said::Text(word) = *said
            && let Some(bound) = Bound::from_keyword(word)
        {
            *into = bound;
        } else if !said.is_empty() {
            let mend = " is not a bound; write exact, at-least, at-most, about or range";
            self.tell("bound", &[&said.named(), mend]);
            return false;
        }
        true
    }

    /// An error at the present place.
    pub(super) fn error(&self, message: &str) -> Error {
        Error::new(path(self.place, self.at, "").as_str(), message)
    }

    /// The document, unless nothing in it can be drawn.
    pub(super) fn finish(&mut self) -> Result<Figures, Error> {
        if self.document.figures.is_empty() {
            return Err(match self.notices.get(self.first_left_out.unwrap_or(usize::MAX)) {
                Some(notice) => Error::new(notice.path.as_str(), notice.message.as_str()),
                None => Error::new("figures", "has no figure"),
            });
        }
        gaps::fill(&mut self.document.figures);
        ids::assign(self);
        self.document.notices = std::mem::take(&mut self.notices);
        Ok(std::mem::take(&mut self.document))
    }
}
