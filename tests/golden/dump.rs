//! Scenes and outlines as text that a person can read in a diff.

use std::fmt::Write;
use tujie::describe;
use tujie::figures::Figures;
use tujie::outline;
use tujie::reader::Reader;
use tujie::scene::{Point, Rect, Scene, Shape};

fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).replace("-0", "0").to_string()
}

fn rect(rect: &Rect) -> String {
    [rect.x, rect.y, rect.width, rect.height].map(number).join(" ")
}

fn points(points: &[Point]) -> String {
    let points: Vec<String> = points.iter().map(|p| [number(p.x), number(p.y)].join(",")).collect();
    points.join(" ")
}

/// One line a datum, then one line a mark.
pub fn scene(scene: &Scene, figures: &Figures) -> String {
    let mut out = String::new();
    writeln!(
        out,
        "{} × {} px, {} scales, {} of {} figures omitted",
        number(scene.width),
        number(scene.height),
        scene.scales,
        scene.omitted,
        figures.figures.len()
    )
    .unwrap();
    for (index, datum) in scene.data.iter().enumerate() {
        writeln!(
            out,
            "datum {index} {:?} panel {} series {} area {} mark {}",
            datum.id,
            datum.panel,
            datum.series,
            rect(&datum.area),
            rect(&datum.mark)
        )
        .unwrap();
    }
    for mark in &scene.marks {
        let shape = match &mark.shape {
            Shape::Rect(area) => format!("rect {}", rect(area)),
            Shape::Line(path, width) => format!("line {} width {}", points(path), number(*width)),
            Shape::Polygon(path) => format!("polygon {}", points(path)),
            Shape::Dot(center, radius) => format!("dot {} radius {}", points(&[*center]), number(*radius)),
            Shape::Text { at, text, font, anchor, width } => format!(
                "text {text:?} {} {anchor:?} {}{} wide {}",
                points(&[*at]),
                number(font.size),
                if font.bold { " bold" } else { "" },
                number(*width)
            ),
        };
        let datum = mark.datum.map(|index| format!(" of {index}")).unwrap_or_default();
        writeln!(out, "{:?} {:?}{datum}: {shape}", mark.role, mark.ink).unwrap();
    }
    out
}

/// What the chart says in words.
pub fn outline(reader: &Reader, scene: &Scene, notice: &str) -> String {
    let mut out = String::new();
    writeln!(out, "{}\n{}", outline::title(reader), describe::description(reader, scene)).unwrap();
    for line in [outline::key(reader, scene), outline::source(reader), outline::remainder(reader, scene)] {
        writeln!(out, "| {line}").unwrap();
    }
    writeln!(out, "\n{notice}").unwrap();
    for notice in &reader.figures.notices {
        writeln!(out, "{notice}").unwrap();
    }
    let columns = outline::columns(reader);
    let row = |cells: Vec<String>| cells.join(" | ");
    writeln!(
        out,
        "\n{}",
        row(columns.iter().map(|&column| outline::heading(reader, column).to_string()).collect())
    )
    .unwrap();
    for figure in &reader.figures.figures {
        writeln!(out, "{}", row(columns.iter().map(|&c| outline::cell(reader, figure, c)).collect()))
            .unwrap();
    }
    out.push('\n');
    for datum in &scene.data {
        let figure = &reader.figures.figures[datum.figure];
        writeln!(out, "{}", outline::details(reader, figure).join(" / ")).unwrap();
    }
    out
}
