//! CSV as it is found: commas, tabs or semicolons, any line ends, quotes where they close.

/// A record with the line it starts on, from 1.
struct Record {
    line: usize,
    cells: Vec<String>,
}

/// Splits a text into its records, each at the index of the line it starts on; the other rows are empty.
pub(super) fn lines(text: &str) -> Vec<Vec<String>> {
    let (named, text) = named_delimiter(text);
    match named.or_else(|| sniff_delimiter(text)) {
        Some(delimiter) => place(Records::new(text, delimiter)),
        // Typed with a Chinese keyboard, the comma is a wide one.
        None => place(Records::new(&text.replace('，', ","), b',')),
    }
}

/// The delimiter that a first line names for Excel, sep=;, and the text from the end of that line.
fn named_delimiter(text: &str) -> (Option<u8>, &str) {
    let line = text.strip_prefix('"').unwrap_or(text);
    if let Some((name, rest)) = line.split_at_checked(4)
        && name.eq_ignore_ascii_case("sep=")
        && let Some(&sign) = rest.as_bytes().first()
        && (sign == b'\t' || sign.is_ascii_punctuation())
    {
        let rest = rest[1..].strip_prefix('"').filter(|_| line.len() < text.len()).unwrap_or(&rest[1..]);
        if rest.is_empty() || rest.starts_with(['\r', '\n']) {
            return (Some(sign).filter(|sign| rest.as_bytes().contains(sign)), rest);
        }
    }
    (None, text)
}

fn place(records: Records) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for record in records {
        rows.resize(record.line - 1, Vec::new());
        rows.push(record.cells);
    }
    rows
}

/// The delimiter that splits the first records into the same number of cells most often.
fn sniff_delimiter(text: &str) -> Option<u8> {
    let mut best = (None, 0, 1);
    // A decimal comma or a comma in a sentence is common; a tab or semicolon that fits as well is the delimiter.
    for delimiter in [b'\t', b';', b','] {
        let mut width = 0;
        let mut alike = 0;
        for record in Records::new(text, delimiter).take(20) {
            if width == 0 {
                width = record.cells.len();
            }
            alike += usize::from(record.cells.len() == width);
        }
        let (_, most, widest) = best;
        if width > 1 && (alike, width) > (most, widest) {
            best = (Some(delimiter), alike, width);
        }
    }
    best.0
}

/// The records of a text, split lazily.
struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    at: usize,
    line: usize,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: u8) -> Records<'a> {
        Records { text, delimiter, at: 0, line: 1 }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn ends_cell(&self, at: usize) -> bool {
        self.byte(at).is_none_or(|byte| byte == self.delimiter || byte == b'\n' || byte == b'\r')
    }

    /// The cell at the current place, without the space around it.
    fn cell(&mut self) -> String {
        if let Some((cell, end)) = self.quoted_cell() {
            self.at = end;
            return cell;
        }
        let start = self.at;
        while !self.ends_cell(self.at) {
            self.at += 1;
        }
        self.text.get(start..self.at).unwrap_or_default().trim().to_string()
    }

    /// A cell in quotes and the index behind it. A quote that closes nowhere, or in the midst of a cell, is a
    /// character like others: one forgotten quote must not swallow the rows below it.
    fn quoted_cell(&self) -> Option<(String, usize)> {
        let mut at = self.at;
        while self.byte(at) == Some(b' ') {
            at += 1;
        }
        if self.byte(at) != Some(b'"') {
            return None;
        }
        let mut cell = String::new();
        loop {
            at += 1;
            let length = self.text.get(at..)?.find('"')?;
            cell.push_str(self.text.get(at..at + length)?);
            at += length + 1;
            if self.byte(at) != Some(b'"') {
                break;
            }
            cell.push('"');
        }
        while self.byte(at) == Some(b' ') {
            at += 1;
        }
        self.ends_cell(at).then(|| (cell.trim().to_string(), at))
    }

    /// Moves behind the line end at the current place.
    fn end_line(&mut self) {
        if self.byte(self.at) == Some(b'\r') && self.byte(self.at + 1) == Some(b'\n') {
            self.at += 1;
        }
        self.at += 1;
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        while self.at < self.text.len() {
            let start = self.at;
            let line = self.line;
            let mut cells = vec![self.cell()];
            while self.byte(self.at) == Some(self.delimiter) {
                self.at += 1;
                cells.push(self.cell());
            }
            self.end_line();
            self.line += count_lines(self.text.get(start..self.at).unwrap_or_default());
            if cells.iter().any(|cell| !cell.is_empty()) {
                return Some(Record { line, cells });
            }
        }
        None
    }
}

/// How many line ends a text has; CR and LF together are one.
fn count_lines(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut before = 0;
    for &byte in bytes {
        count += usize::from(byte == b'\r' || (byte == b'\n' && before != b'\r'));
        before = byte;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let numbered = lines(text).into_iter().zip(1..).map(|(cells, line)| (line, cells));
        numbered.filter(|(_, cells)| !cells.is_empty()).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn records_keep_the_line_they_start_on() {
        let text = "a,b\r\n\r\n1,\"two\r\nlines\"\n,,\n3,4\r5,6";
        let expected =
            [row(1, &["a", "b"]), row(3, &["1", "two\r\nlines"]), row(6, &["3", "4"]), row(7, &["5", "6"])];
        assert_eq!(cells(text), expected);
    }

    #[test]
    fn the_delimiter_is_the_one_that_fits() {
        assert_eq!(cells("a\tb\n1,5\t2"), [row(1, &["a", "b"]), row(2, &["1,5", "2"])]);
        assert_eq!(cells("a;b\n1,5;2,5"), [row(1, &["a", "b"]), row(2, &["1,5", "2,5"])]);
        assert_eq!(cells("a,b\nx;y,2"), [row(1, &["a", "b"]), row(2, &["x;y", "2"])]);
        assert_eq!(cells("甲，乙\n1，2"), [row(1, &["甲", "乙"]), row(2, &["1", "2"])]);
        assert_eq!(cells("a,b\n1,2,3\n4"), [row(1, &["a", "b"]), row(2, &["1", "2", "3"]), row(3, &["4"])]);
    }

    #[test]
    fn a_first_line_for_a_spreadsheet_names_the_delimiter() {
        for (text, line) in [
            ("sep=;\na;b\n1,5;2,5", 2),
            ("sep=;\r\na;b\r\n1,5;2,5", 2),
            ("SEP=|\ra|b\r1,5|2,5", 2),
            ("\"sep=;\"\n\na;b\n1,5;2,5", 3),
            ("sep=\t\na\tb\n1,5\t2,5", 2),
        ] {
            assert_eq!(cells(text), [row(line, &["a", "b"]), row(line + 1, &["1,5", "2,5"])], "{text}");
        }
        // What only begins so is data.
        assert_eq!(cells("sep=5,b\n1,2")[0], row(1, &["sep=5", "b"]));
        assert_eq!(cells("sep=\na,b")[0], row(1, &["sep="]));
        assert_eq!(cells("sep=;"), []);
        // Where it is wrong, the delimiter is the one that fits.
        assert_eq!(cells("sep=;\na,b\n1,2"), [row(2, &["a", "b"]), row(3, &["1", "2"])]);
    }

    #[test]
    fn quotes_hold_delimiters_and_quotes() {
        let text = "label,value\n\"a, \"\"b\"\"\" , \"2,356\"";
        assert_eq!(cells(text)[1], row(2, &["a, \"b\"", "2,356"]));
    }

    #[test]
    fn a_quote_that_does_not_close_swallows_nothing() {
        let text = "label,value\n\"a,1\nb,2\n\"c\",3\n5\" disc,4";
        let expected =
            [row(2, &["\"a", "1"]), row(3, &["b", "2"]), row(4, &["c", "3"]), row(5, &["5\" disc", "4"])];
        assert_eq!(cells(text)[1..], expected);
    }
}
