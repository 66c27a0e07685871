//! Documents, tables and files: what is read from them, and what is said of what can't be.

mod documents;
mod figures;
mod files;
mod headings;
mod periods;
mod properties;
mod quantities;
mod roles;
mod spans;
mod tables;

use serde_json::json;
use tujie::figures::{Amount, Bound, Figure, Figures};
use tujie::input::{self, Format};
use tujie::native;

fn read_json(value: serde_json::Value) -> Figures {
    native::json::from_json(&value.to_string()).unwrap()
}

/// Reads one figure from its fields.
fn read_figure(figure: serde_json::Value) -> (Figure, Vec<String>) {
    let mut read = read_json(json!({ "figures": [figure] }));
    (read.figures.remove(0), notices(&read))
}

fn json_error(text: &str) -> String {
    native::json::from_json(text).unwrap_err().to_string()
}

fn csv(text: &str) -> Figures {
    input::from_csv(text).unwrap()
}

fn csv_error(text: &str) -> String {
    input::from_csv(text).unwrap_err().to_string()
}

fn notices(figures: &Figures) -> Vec<String> {
    figures.notices.iter().map(ToString::to_string).collect()
}

fn ids(figures: &Figures) -> Vec<&str> {
    figures.figures.iter().map(|figure| figure.id.as_str()).collect()
}

fn values(figures: &Figures) -> Vec<Option<f64>> {
    figures.figures.iter().map(|figure| figure.amount.map(|amount| amount.value)).collect()
}

/// What is drawn apart: label, group, period and number of each figure.
fn points(figures: &Figures) -> Vec<String> {
    let point = |figure: &Figure| {
        let year = figure.year.map(|year| year.to_string()).unwrap_or_default();
        let value = figure.amount.map_or("gap".to_string(), |amount| amount.value.to_string());
        format!("{}|{}|{year}|{value}{}", figure.label, figure.group, figure.unit)
    };
    figures.figures.iter().map(point).collect()
}

/// Each figure as label, group, period, value and unit.
fn rows(text: &str) -> Vec<String> {
    let read = csv(text);
    let row = |figure: &Figure| {
        let value = figure.amount.map_or("–".to_string(), |amount| format!("{}", amount.value));
        let parts = [figure.label.clone(), figure.group.clone(), figure.period(), value, figure.unit.clone()];
        parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    };
    read.figures.iter().map(row).collect()
}
