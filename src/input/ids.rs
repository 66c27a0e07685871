//! Ids that are unique in their document, and figures that state the same thing twice.

use super::fields::Said;
use super::reader::{Reader, path};
use crate::format;

/// Gives every figure without an id `label@year`, and every repeated id `#2`, `#3` …; a given id goes before a made
/// one. Tells which figures state what an earlier one does.
pub(super) fn assign(reader: &mut Reader) {
    let mut figures = std::mem::take(&mut reader.document.figures);
    let places = std::mem::take(&mut reader.places);
    let mut ids = Names::new(figures.len());
    let mut meanings = Names::new(figures.len());
    reader.column.clear();
    for &given in &[true, false] {
        for (figure, &at) in figures.iter_mut().zip(&places) {
            if figure.id.is_empty() == given {
                continue;
            }
            reader.at = at;
            let year = figure.period();
            if !given {
                figure.id.push_str(&figure.label);
                figure.id.push_str(if year.is_empty() { "" } else { "@" });
                figure.id.push_str(&year);
            }
            let id = ids.unique(&figure.id);
            if given && id != figure.id {
                let named = Said::Text(&figure.id).named();
                reader.tell("id", &[&named, " is the id of another figure; this one is ", &id]);
            }
            figure.id = id;
            let mut meaning = year;
            for &part in &[&figure.label, &figure.group, &figure.unit, &figure.per] {
                meaning.push('\n');
                meaning.push_str(part);
            }
            if let Some(&mut first) = meanings.entry(&meaning, at) {
                let first = path(reader.place, first, "");
                reader.tell(
                    "",
                    &["states the same label, group, unit and period as ", &first, "; both are kept"],
                );
            }
        }
    }
    reader.document.figures = figures;
}

/// Names with a number each, found by their hash. The standard library's map adds 4 KB to the download, and
/// 200,000 names are too many to go through.
struct Names {
    /// The index of a name, plus one, at its hash or behind it; zero where there is none.
    slots: Vec<usize>,
    names: Vec<(String, usize)>,
}

impl Names {
    /// Has room for this many names.
    fn new(count: usize) -> Names {
        Names { slots: vec![0; (count * 2).next_power_of_two()], names: Vec::new() }
    }

    /// The number of a name; `None` where the name is new and now has the given number.
    fn entry(&mut self, name: &str, number: usize) -> Option<&mut usize> {
        // FNV-1a
        let mut hash = 0x811c_9dc5_u32;
        for byte in name.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mut slot = hash as usize;
        loop {
            slot &= self.slots.len() - 1;
            // At most half of the slots are taken, so the search ends.
            let index = self.slots[slot];
            match index.checked_sub(1) {
                None => {
                    self.names.push((name.to_string(), number));
                    self.slots[slot] = self.names.len();
                    return None;
                }
                Some(index) if self.names[index].0 == name => return Some(&mut self.names[index].1),
                Some(_) => slot += 1,
            }
        }
    }

    /// The name itself if it is new, otherwise with the next number behind it that makes it so.
    fn unique(&mut self, name: &str) -> String {
        let mut unique = name.to_string();
        let mut number = 1;
        while let Some(last) = self.entry(&unique, 1) {
            if number == 1 {
                number = *last;
            }
            number += 1;
            unique.truncate(name.len());
            unique.push('#');
            unique.push_str(&format::plain(number as f64));
        }
        if let Some(last) = self.entry(name, 1) {
            *last = number;
        }
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_numbered_from_where_the_last_one_ended() {
        let mut names = Names::new(6);
        let unique = ["a", "a#3", "a", "a", "b", "a"].map(|name| names.unique(name));
        assert_eq!(unique, ["a", "a#3", "a#2", "a#4", "b", "a#5"]);
    }

    #[test]
    fn many_equal_names_are_numbered_at_once() {
        let mut names = Names::new(200_000);
        for number in 1..=200_000 {
            let unique = names.unique("a");
            assert_eq!(unique.strip_prefix("a#").map_or(Ok(1), str::parse), Ok(number));
        }
    }
}
