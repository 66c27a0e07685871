//! Where in the input a figure stands, for the paths of notices.

/// Where a figure stands in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Its index in the list of figures, from 0.
    Figure(usize),
    /// The line of the file that it starts on, from 1.
    Line(usize),
    /// The row of its table, from 1.
    Row(usize),
}

impl Place {
    /// The path of the figure, or of one of its fields where the input has such paths.
    pub fn path(self, field: &str) -> String {
        let (start, number) = match self {
            Place::Figure(index) => ("figures[", index),
            Place::Line(line) => ("line ", line),
            Place::Row(row) => ("row ", row),
        };
        let end = match (self, field) {
            (Place::Figure(_), "") => "]",
            (Place::Figure(_), _) => "].",
            _ => "",
        };
        let field = if end == "]." { field } else { "" };
        [start, &number.to_string(), end, field].concat()
    }

    /// How a missing value is written here.
    pub fn gap(self) -> &'static str {
        match self {
            Place::Figure(_) => "or null where it is missing",
            _ => "or leave the cell empty where it is missing",
        }
    }
}
