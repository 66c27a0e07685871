//! Gathers figures and notices while a document is read.

use super::place::Place;
use super::value::Fields;
use super::{figure, ids};
use crate::figures::{Error, Figures, Notice};

/// The document as far as it has been read.
pub(super) struct Collector {
    /// What is known of the document beside its figures.
    pub document: Figures,
    places: Vec<Place>,
    first_left_out: Option<Notice>,
}

impl Collector {
    pub fn new() -> Collector {
        Collector { document: Figures::default(), places: Vec::new(), first_left_out: None }
    }

    pub fn notice(&mut self, path: String, message: String) {
        self.document.notices.push(Notice { path, message });
    }

    /// Counts a figure or row that is left out, and says why.
    pub fn leave_out(&mut self, notice: Notice) {
        self.first_left_out.get_or_insert_with(|| notice.clone());
        self.document.left_out += 1;
        self.document.notices.push(notice);
    }

    /// Reads one figure. `column` is the heading of its cell where a row holds several figures, or empty.
    pub fn read(&mut self, fields: &Fields, place: Place, column: &str) {
        let within =
            |message: String| if column.is_empty() { message } else { [column, ": ", &message].concat() };
        let mut notices = Vec::new();
        let result = figure::read(fields, place, &mut notices);
        for Notice { path, message } in notices {
            self.notice(path, within(message));
        }
        match result {
            Ok(figure) => {
                self.document.figures.push(figure);
                self.places.push(place);
            }
            Err(Notice { path, message }) => self.leave_out(Notice { path, message: within(message) }),
        }
    }

    /// The document, unless nothing in it can be drawn.
    pub fn finish(mut self) -> Result<Figures, Error> {
        if self.document.figures.is_empty() {
            let Notice { path, mut message } = self.first_left_out.unwrap_or(Notice {
                path: "figures".to_string(),
                message: "has no figure; add one such as {\"label\": \"培训人员\", \"value\": 2000}"
                    .to_string(),
            });
            if self.document.left_out > 1 {
                let count = self.document.left_out.to_string();
                message = [&message, " (the first of ", &count, " that can't be read; none can)"].concat();
            }
            return Err(Error::new(path, message));
        }
        let Figures { figures, notices, .. } = &mut self.document;
        ids::assign(figures, &self.places, notices);
        ids::note_repeated(figures, &self.places, notices);
        Ok(self.document)
    }
}
