//! The gallery: published figures for every kind of chart, and the tables that stand for the charts on its pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use tujie::choose::{KINDS, choose};
use tujie::figures::Figures;
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::native::json::from_json;
use tujie::panel::{self, Times};
use tujie::reader::Reader;

/// The pages with the language that each is read in.
const PAGES: [(&str, &str); 2] = [("www/gallery.html", "zh-CN"), ("www/gallery.en.html", "en")];

/// Each document by the kind that it was written for, which is its file's name.
fn documents() -> Vec<(String, Figures)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir("www/gallery").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let figures = from_json(&fs::read_to_string(&path).unwrap());
        let kind = path.file_stem().unwrap().to_string_lossy().into_owned();
        (kind, figures.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn every_kind_has_a_document() {
    let kinds: BTreeSet<&str> = KINDS.iter().map(|kind| kind.name()).collect();
    let documents = documents();
    assert_eq!(documents.iter().map(|(kind, _)| kind.as_str()).collect::<BTreeSet<_>>(), kinds);
}

#[test]
fn every_document_is_read_whole_and_says_where_its_figures_are_from() {
    for (kind, figures) in documents() {
        assert_eq!((figures.left_out, figures.notices.as_slice()), (0, [].as_slice()), "{kind}");
        assert!(figures.source.url.starts_with("https://"), "{kind}: {:?}", figures.source);
        assert!(
            !figures.source.name.is_empty() && !figures.source.date.is_empty(),
            "{kind}: {:?}",
            figures.source
        );
        assert!(!figures.title.is_empty() && !figures.subtitle.is_empty(), "{kind}");
        for figure in &figures.figures {
            assert!(
                figure.amount.is_some() && (figure.year.is_some() || figure.label.contains('年')),
                "{kind} {}",
                figure.id
            );
            assert!(figure.extra("label_en").is_some(), "{kind} {}", figure.id);
            // Signs go without a word of English.
            let is_sign = matches!(figure.unit.as_str(), "%" | "‰");
            assert_eq!(figure.extra("unit_en").is_none(), is_sign, "{kind} {}", figure.id);
        }
    }
}

#[test]
fn every_document_is_drawn_as_the_kind_that_it_was_written_for() {
    for (kind, figures) in documents() {
        let (chosen, notice) = choose(&kind, &figures);
        assert_eq!(chosen.name(), kind, "{notice}");
        for (tag, width) in [("zh-CN", 640.0), ("zh-CN", 328.0), ("en", 640.0), ("en", 328.0)] {
            let reader = Reader { figures: &figures, locale: Locale::from_tag(tag) };
            let request =
                Request { kind: chosen, width, height: None, grow: true, large: false, touch: false };
            let scene = layout(reader, &request, &Tabular);
            assert_eq!((scene.data.len(), scene.omitted), (figures.figures.len(), 0), "{kind} {tag} {width}");
        }
    }
}

/// Parts that the publication gives with their whole.
#[test]
fn parts_of_a_whole_add_up_to_it() {
    for (kind, figures) in documents() {
        let values: Vec<f64> =
            figures.figures.iter().filter_map(|figure| figure.amount).map(|amount| amount.value).collect();
        let sum: f64 = values.iter().sum();
        match kind.as_str() {
            "donut" | "waffle" => assert!((sum - 100.0).abs() < 0.005, "{kind}: {sum}"),
            // Without the two million of the armed forces, who belong to no province.
            "treemap" => assert_eq!(sum, 1_411_778_724.0 - 2_000_000.0),
            _ => {}
        }
    }
}

/// The table that stands for a chart: periods against series where there are several of both.
fn table(reader: Reader, caption: &str) -> String {
    let figures = &reader.figures.figures;
    let times = Times::of(figures, &panel::all(figures.len()).figures);
    let periods: Vec<String> =
        times.periods.iter().map(|period| tujie::words::period(period, reader.locale.lang)).collect();
    let names: Vec<String> =
        times.series.iter().map(|series| reader.label(&figures[series[0]]).to_string()).collect();
    let cell = |series: &[usize], period: usize| {
        let at = series.iter().find(|&&at| figures[at].year == Some(times.periods[period]));
        at.map_or(String::new(), |&at| reader.compact(&figures[at]).text())
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let several = times.series.iter().any(|series| series.len() > 1);
    if several && times.series.len() < 6 {
        let mut head = vec![heading(&reader, ["年份", "Year"])];
        head.extend(names);
        rows.push(head);
        for (period, name) in periods.iter().enumerate() {
            let cells = times.series.iter().map(|series| cell(series, period));
            rows.push([name.clone()].into_iter().chain(cells).collect());
        }
    } else if several {
        let mut head = vec![heading(&reader, ["指标", "Label"])];
        head.extend(periods);
        rows.push(head);
        for (series, name) in times.series.iter().zip(names) {
            let cells = (0..times.periods.len()).map(|period| cell(series, period));
            rows.push([name].into_iter().chain(cells).collect());
        }
    } else {
        rows.push(vec![heading(&reader, ["指标", "Label"]), heading(&reader, ["数值", "Value"])]);
        rows.extend(figures.iter().map(|figure| vec![reader.label(figure).to_string(), reader.full(figure)]));
    }
    let mut html = format!("\n      <table>\n        {caption}\n");
    for (place, row) in rows.iter().enumerate() {
        html.push_str(if place == 0 {
            "        <thead>\n"
        } else if place == 1 {
            "        <tbody>\n"
        } else {
            ""
        });
        html.push_str("          <tr>");
        for (column, text) in row.iter().enumerate() {
            html.push_str(&match (place, column) {
                (0, _) => format!("<th scope=\"col\">{text}</th>"),
                (_, 0) => format!("<th scope=\"row\">{text}</th>"),
                _ => format!("<td>{text}</td>"),
            });
        }
        html.push_str("</tr>\n");
        html.push_str(if place == 0 { "        </thead>\n" } else { "" });
    }
    html.push_str("        </tbody>\n      </table>\n    ");
    html
}

fn heading(reader: &Reader, [chinese, english]: [&str; 2]) -> String {
    let chosen = if reader.locale.lang == Locale::from_tag("en").lang { english } else { chinese };
    chosen.to_string()
}

/// The value of an attribute in an opening tag.
fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    let start = [" ", name, "=\""].concat();
    tag.split_once(&start).and_then(|(_, rest)| rest.split_once('"')).map_or("", |(value, _)| value)
}

/// `TUJIE_BLESS=1` writes the tables anew.
#[test]
fn every_chart_of_a_page_has_its_figures_in_a_table() {
    for (page, tag) in PAGES {
        let html = fs::read_to_string(page).unwrap();
        let mut written = String::new();
        let mut kinds = BTreeSet::new();
        let mut rest = html.as_str();
        while let Some((before, after)) = rest.split_once("<tujie-chart") {
            let (open, after) = after.split_once('>').unwrap();
            let (_, after) = after.split_once("</tujie-chart>").unwrap();
            let (src, kind) = (attribute(open, "src"), attribute(open, "kind"));
            let text = fs::read_to_string(["www/", src].concat())
                .unwrap_or_else(|error| panic!("{page}: {src}: {error}"));
            let mut figures = if src.ends_with(".csv") {
                tujie::input::from_csv(&text).unwrap()
            } else {
                from_json(&text).unwrap()
            };
            figures.filter(attribute(open, "group"), attribute(open, "unit"), "").unwrap();
            if !src.ends_with(".csv") {
                assert_eq!(src, format!("gallery/{kind}.json"), "{page}");
                kinds.insert(kind);
            }
            if tag == "zh-CN" && src.ends_with(".json") {
                assert_eq!(attribute(open, "heading"), figures.title, "{page}: {src}");
                assert_eq!(attribute(open, "subtitle"), figures.subtitle, "{page}: {src}");
            }
            let reader = Reader { figures: &figures, locale: Locale::from_tag(tag) };
            let caption = format!(
                "<caption><strong>{}</strong> {} <span class=\"source\">{}</span></caption>",
                attribute(open, "heading"),
                attribute(open, "subtitle"),
                [heading(&reader, ["资料来源：", "Source: "]).as_str(), attribute(open, "source")].concat(),
            );
            written.push_str(
                &[before, "<tujie-chart", open, ">", &table(reader, &caption), "</tujie-chart>"].concat(),
            );
            rest = after;
        }
        written.push_str(rest);
        assert_eq!(kinds.len(), KINDS.len(), "{page} shows {kinds:?}");
        if std::env::var_os("TUJIE_BLESS").is_some() {
            fs::write(page, &written).unwrap();
        } else {
            assert!(
                written == html,
                "{page}: a table differs from its figures; TUJIE_BLESS=1 writes it anew"
            );
        }
    }
}
