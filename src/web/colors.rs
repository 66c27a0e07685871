//! Which theme the page calls for, and the colours it overrides.

use super::canvas::Canvas;
use super::dom;
use crate::theme::{Rgb, Theme};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ShadowRoot};

/// The colours of a chart in `host`.
pub(super) fn theme(
    host: &HtmlElement,
    option: &str,
    palette: &str,
    canvas: &Canvas,
) -> Result<Theme, JsValue> {
    if dom::media("(forced-colors: active)") {
        return Ok(system(canvas));
    }
    let style = dom::computed(host)?;
    let dark = match option {
        "light" => false,
        "dark" => true,
        _ => is_dark(host, &style.get_property_value("color-scheme")?, canvas)?,
    };
    let mut theme = if dark { Theme::dark() } else { Theme::light() };
    let variables: [(&str, &mut Rgb); 10] = [
        ("ground", &mut theme.ground),
        ("text", &mut theme.text),
        ("muted", &mut theme.muted),
        ("axis", &mut theme.axis),
        ("rule", &mut theme.rule),
        ("card", &mut theme.card),
        ("track", &mut theme.track),
        ("hero", &mut theme.hero),
        ("lit", &mut theme.lit),
        ("lit-line", &mut theme.lit_line),
    ];
    for (name, color) in variables {
        let value = style.get_property_value(&["--tujie-", name].concat())?;
        if let Some(own) = canvas.color(&value) {
            *color = own;
        }
    }
    for (index, color) in theme.series.iter_mut().enumerate() {
        let value = style.get_property_value(&["--tujie-series-", &(index + 1).to_string()].concat())?;
        if let Some(own) = canvas.color(&value) {
            *color = own;
        }
    }
    let own = colors(palette).into_iter().filter_map(|css| canvas.color(css));
    for (color, own) in theme.series.iter_mut().zip(own) {
        *color = own;
    }
    Ok(theme)
}

/// The parts of a comma-separated list of colours, whose own commas stand in brackets.
fn colors(list: &str) -> Vec<&str> {
    let mut depth = 0;
    list.split(|c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ',' && depth == 0
    })
    .collect()
}

/// The used colour scheme; where the page names none, the brightness of what is behind the chart.
fn is_dark(host: &HtmlElement, scheme: &str, canvas: &Canvas) -> Result<bool, JsValue> {
    let named = |name: &str| scheme.split(' ').any(|word| word == name);
    if named("dark") {
        return Ok(!named("light") || dom::media("(prefers-color-scheme: dark)"));
    }
    if named("light") {
        return Ok(false);
    }
    let mut place: Option<Element> = Some(host.clone().into());
    while let Some(element) = place {
        let color = dom::computed(&element)?.get_property_value("background-color")?;
        // Browsers write a colour that lets something through with four numbers, or after a slash.
        let parts = color.split([',', '/']).count();
        let opaque = if color.contains(',') { parts == 3 } else { parts == 1 };
        if opaque && let Some(color) = canvas.color(&color) {
            return Ok(color.luminance() < 0.18);
        }
        place = element.parent_element().or_else(|| {
            let root: ShadowRoot = element.get_root_node().dyn_into().ok()?;
            Some(root.host())
        });
    }
    Ok(false)
}

/// The reader's own colours, where the system forces them.
fn system(canvas: &Canvas) -> Theme {
    let color = |name: &str, or: Rgb| canvas.color(name).unwrap_or(or);
    let base = Theme::light();
    let ground = color("Canvas", base.ground);
    let text = color("CanvasText", base.text);
    Theme {
        ground,
        text,
        muted: text,
        axis: text,
        rule: color("GrayText", base.rule),
        card: ground,
        track: ground,
        hero: color("Highlight", base.hero),
        series: [text; 6],
        lit: ground,
        lit_line: color("Highlight", base.lit_line),
    }
}
