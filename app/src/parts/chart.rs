//! Small charts drawn by the server: direct labels, a title and a description for who can't
//! see them, and the same figures in a table.

use chrono::Datelike;
use domain::territory::Direction;
use domain::views::{Figure, IndicatorCard};
use leptos::prelude::*;

use super::{View, day, disclosure, official, quoting, words};
use crate::format;
use crate::render::PageContext;

const WIDTH: f64 = 360.0;
const LEFT: f64 = 8.0;
const RIGHT: f64 = 352.0;
const TOP: f64 = 34.0;
const FLOOR: f64 = 170.0;

/// An indicator: heading, chart, and table with source and definition.
pub fn indicator(cx: &PageContext<'_>, indicator: &IndicatorCard) -> View {
    let (name, unit) = (official(cx, indicator.name.clone()), subtitle(cx, indicator));
    let drawn = draw(cx, indicator);
    let told = told(cx, indicator);
    let table = table(cx, indicator);
    view! {
        <figure class="chart" id=indicator.code.clone()>
            <figcaption>{name}<span>{unit}</span></figcaption>
            <svg viewBox="0 0 360 200" role="img" aria-label=told inner_html=drawn></svg>
            {disclosure(cx.t("chart-table"), false, table)}
        </figure>
    }
    .into_any()
}

fn subtitle(cx: &PageContext<'_>, indicator: &IndicatorCard) -> View {
    let unit = official(cx, indicator.unit.clone());
    match &indicator.target {
        Some(target) => {
            let key = match indicator.direction {
                Direction::Up => "chart-goal-up",
                Direction::Down => "chart-goal-down",
                Direction::Neutral => "chart-goal",
            };
            let goal = cx.tw(key, &[("target", target.value.into())]);
            view! { {unit}" · "{goal} }.into_any()
        }
        None => unit,
    }
}

/// The chart in one sentence.
fn told(cx: &PageContext<'_>, indicator: &IndicatorCard) -> String {
    let points: Vec<String> = indicator
        .series
        .iter()
        .map(|point| {
            cx.tw(
                "chart-point",
                &[("value", point.value.into()), ("date", format::day(cx.lang, point.date).into())],
            )
        })
        .collect();
    let mut told = format!("{}: {}.", indicator.name, points.join("; "));
    if let Some(target) = &indicator.target {
        told.push(' ');
        told.push_str(&cx.tw(
            "chart-target-told",
            &[("value", target.value.into()), ("year", target.date.year().to_string().into())],
        ));
    }
    told
}

/// The drawing: always a line through its points, so that several side by side are read alike.
/// All that comes from the view is a number or escaped.
fn draw(cx: &PageContext<'_>, indicator: &IndicatorCard) -> String {
    let series = &indicator.series;
    let mut svg = format!(
        "<line class=\"chart-axis\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{FLOOR}\" y2=\"{FLOOR}\"/>"
    );
    let goal = indicator.target.as_ref().map(|target| target.value);
    let values = series.iter().map(|point| point.value).chain(goal);
    let high = values.clone().fold(f64::MIN, f64::max);
    let low = values.fold(f64::MAX, f64::min);
    if series.is_empty() || !high.is_finite() || !low.is_finite() {
        return svg;
    }
    // From nought where that leaves the line legible, else from a little below the least value.
    let floor_value = if low >= 0.0 && low < high * 0.6 {
        low.min(0.0)
    } else {
        low - (high - low).max(high.abs() * 0.02) * 0.6
    };
    let span = if (high - floor_value).abs() < f64::EPSILON { 1.0 } else { high - floor_value };
    let y = |value: f64| FLOOR - (value - floor_value) / span * (FLOOR - TOP);
    let places = series.len() + usize::from(goal.is_some());
    // A handful of points: exact as a float.
    #[allow(clippy::cast_precision_loss)]
    let step = (RIGHT - LEFT) / places.max(1) as f64;
    #[allow(clippy::cast_precision_loss)]
    let x = |index: usize| LEFT + step * (index as f64 + 0.5);
    let last = series.len() - 1;
    if let (Some(goal), Some(target)) = (goal, &indicator.target) {
        let height = y(goal);
        let words = cx.tw(
            "chart-target",
            &[("value", goal.into()), ("year", target.date.year().to_string().into())],
        );
        svg.push_str(&format!(
            "<line class=\"chart-target\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{height:.1}\" \
             y2=\"{height:.1}\"/>"
        ));
        let above = (height - 7.0).max(14.0);
        label(&mut svg, "chart-label chart-label--strong", WIDTH - 8.0, above, "end", &words);
    }
    let path: Vec<String> = series
        .iter()
        .enumerate()
        .map(|(index, point)| format!("{:.1} {:.1}", x(index), y(point.value)))
        .collect();
    svg.push_str(&format!("<path class=\"chart-line\" d=\"M{}\"/>", path.join(" L")));
    for (index, point) in series.iter().enumerate() {
        let (class, radius) = if index == last {
            ("chart-point chart-point--now", "5.5")
        } else {
            ("chart-point", "4.5")
        };
        svg.push_str(&format!(
            "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius}\"/>",
            x(index),
            y(point.value)
        ));
    }
    let goal_y = goal.map(y);
    for (index, point) in series.iter().enumerate() {
        let class = if index == last { "chart-label chart-label--strong" } else { "chart-label" };
        let value = format::decimal(cx.lang, point.value);
        let mut height = y(point.value) - 11.0;
        // Not on top of the line of the goal.
        if goal_y.is_some_and(|goal| (goal - height + 4.0).abs() < 12.0) {
            height = y(point.value) + 22.0;
        }
        label(&mut svg, class, x(index), height.max(13.0), "middle", &value);
        let tick = tick(cx, indicator, index);
        label(&mut svg, "chart-tick", x(index), 188.0, "middle", &tick);
    }
    svg
}

/// Under a point: its year, or its month where a year has several.
fn tick(cx: &PageContext<'_>, indicator: &IndicatorCard, index: usize) -> String {
    let date = indicator.series[index].date;
    let crowded = indicator
        .series
        .iter()
        .enumerate()
        .any(|(other, point)| other != index && point.date.year() == date.year());
    if crowded {
        cx.tw(
            "chart-month",
            &[
                ("month", format::month(cx.lang, date).chars().take(3).collect::<String>().into()),
                ("year", date.year().to_string().into()),
            ],
        )
    } else {
        date.year().to_string()
    }
}

fn label(svg: &mut String, class: &str, x: f64, y: f64, anchor: &str, text: &str) {
    svg.push_str(&format!(
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
        html_escape::encode_text(text)
    ));
}

/// The same figures in a table, with source and definition.
pub fn table(cx: &PageContext<'_>, indicator: &IndicatorCard) -> View {
    let rows: Vec<_> = indicator
        .series
        .iter()
        .map(|point| {
            let (when, value) = (day(cx, point.date), format::decimal(cx.lang, point.value));
            let note = point.note.clone().map(|note| {
                view! { <br/><small lang=cx.content_lang()>{note}</small> }
            });
            view! { <tr><td>{when}{note}</td><td class="num">{value}</td></tr> }.into_any()
        })
        .collect();
    let target = indicator.target.as_ref().map(|target| {
        let when = day(cx, target.date);
        let value = format::decimal(cx.lang, target.value);
        view! {
            <tfoot>
                <tr><th scope="row">{cx.t("chart-expected")}" "{when}</th>
                <td class="num">{value}</td></tr>
            </tfoot>
        }
    });
    let source = quoting(cx, "chart-source", &[], ("source", &indicator.source));
    let definition = official(cx, indicator.definition.clone());
    let unit = official(cx, indicator.unit.clone());
    view! {
        <table class="table table-dense">
            <caption>{definition}" "{source}</caption>
            <thead>
                <tr><th scope="col">{cx.t("chart-date")}</th><th scope="col" class="num">{unit}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
            {target}
        </table>
    }
    .into_any()
}

/// Figures of the community, one under the other or side by side.
pub fn figures(cx: &PageContext<'_>, figures: &[Figure], two: bool) -> View {
    let class = if two { "figures figures--two" } else { "figures" };
    let list: Vec<_> = figures.iter().map(|one| figure(cx, one)).collect();
    view! { <ul class=class role="list">{list}</ul> }.into_any()
}

fn figure(cx: &PageContext<'_>, figure: &Figure) -> View {
    let value = format::decimal(cx.lang, figure.value);
    let percent = figure.unit.starts_with('%').then(|| view! { <small>" %"</small> });
    let unit = (percent.is_none()).then(|| figure.unit.clone());
    let name = figure.name.clone();
    let label = match unit {
        Some(unit) => format!("{name} ({unit})"),
        None => name,
    };
    let then = figure.previous.map(|previous| {
        let change = if figure.value > previous {
            "figure-was-less"
        } else if figure.value < previous {
            "figure-was-more"
        } else {
            "figure-same"
        };
        let words = cx.tw(change, &[("previous", previous.into())]);
        view! { <span class="figure-then">{words}</span> }
    });
    let href = format!("{}#{}", cx.path(crate::urls::Page::Profile), figure.code);
    let when = words(cx.tw("figure-date", &[("date", format::day(cx.lang, figure.date).into())]));
    view! {
        <li class="figure">
            <span class="figure-value">{value}{percent}</span>
            <a class="figure-label" href=href lang=cx.content_lang()>{label}</a>
            {then}
            <span class="figure-then">{when}</span>
        </li>
    }
    .into_any()
}
