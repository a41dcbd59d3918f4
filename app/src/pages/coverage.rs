//! Who has been heard in a round so far, and who is missing.
//!
//! Drawn from the last publication alone, which holds no exact number and tells nobody that one
//! person took part.

use domain::coverage::{Cell, Dimension, Meter, MeterTable, Missing, UNSAID, Word};
use domain::rounds::RoundState;
use domain::views::{CoveragePage, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::voice::language_name;
use crate::parts::{
    Tone, View, arrow_link, date_time, disclosure, empty, icon, meta, nothing, notice, official, p,
    page_head, state,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Who has been heard.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &CoveragePage) -> String {
    let meta = Meta::new(cx.t("coverage-title"))
        .described(cx.t("coverage-lead"))
        .under(view.round.title.clone(), cx.path(Page::Round(view.round.number)))
        .here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &CoveragePage) -> View {
    let round = cx.path(Page::Round(view.round.number));
    let title = official(cx, view.round.title.clone());
    let eyebrow = meta(vec![
        state::round(cx, view.round.state),
        view! { <a href=round>{title}</a> }.into_any(),
    ]);
    let open = matches!(view.round.state, RoundState::Open | RoundState::Suspended);
    let heading = cx.t(if open { "coverage-heading" } else { "coverage-heading-over" });
    let head = page_head(Some(eyebrow), heading, Some(cx.t("coverage-lead").to_owned()));
    let main = match &view.meter {
        Some(meter) => told(cx, view, meter, open),
        None => {
            let opens = format::moment(cx.lang, view.opens);
            let next = cx.tw("coverage-none-next", &[("date", opens.into())]);
            empty(cx, cx.t("coverage-none"), next, None)
        }
    };
    view! { {head}<div class="stack-lg">{main}{how(cx)}</div> }.into_any()
}

fn told(cx: &PageContext<'_>, view: &CoveragePage, meter: &Meter, open: bool) -> View {
    let people = if meter.people == 0 {
        cx.t("coverage-people-few").to_owned()
    } else {
        cx.tn("coverage-people", meter.people)
    };
    let at = view.at.map(|at| {
        let when = date_time(cx, at);
        let key = if open { "coverage-at" } else { "coverage-at-last" };
        view! { <p class="muted">{cx.t(key)}" "{when}</p> }
    });
    let missing = missing(cx, view, meter, open);
    let tables: Vec<View> = meter.tables.iter().map(|one| table(cx, view, one)).collect();
    view! {
        <section class="measure" aria-labelledby="people">
            <h2 id="people">{people}</h2>
            {at}
        </section>
        {missing}
        <section aria-labelledby="tables">
            <h2 id="tables">{cx.t("coverage-tables")}</h2>
            <div class="coverage">{tables}</div>
        </section>
    }
    .into_any()
}

/// Who is missing, with what one could do.
fn missing(cx: &PageContext<'_>, view: &CoveragePage, meter: &Meter, open: bool) -> View {
    if meter.missing.is_empty() {
        let more = p(cx.t("coverage-missing-none-more"));
        let said = notice(cx, Tone::Plain, cx.t("coverage-missing-none"), more);
        return view! {
            <section class="measure" aria-labelledby="missing">
                <h2 id="missing">{cx.t("coverage-missing")}</h2>
                {said}
            </section>
        }
        .into_any();
    }
    let rows: Vec<View> = meter.missing.iter().map(|one| lacking(cx, view, one, open)).collect();
    let bodies = open.then(|| arrow_link(cx, cx.path(Page::Bodies), cx.t("coverage-bodies")));
    view! {
        <section class="panel" aria-labelledby="missing">
            <h2 id="missing">{cx.t("coverage-missing")}</h2>
            <ul class="heard" role="list">{rows}</ul>
            <div class="mt-2">{bodies}</div>
        </section>
    }
    .into_any()
}

fn lacking(cx: &PageContext<'_>, view: &CoveragePage, one: &Missing, open: bool) -> View {
    let name = name(cx, view, one.dimension, &one.code);
    let dimension = cx.coded("coverage-of", one.dimension.code());
    let word = cx.coded("coverage-word", one.word.code());
    let help = one.help.filter(|_| open).map(|help| {
        let said = cx.coded("coverage-help", help.code());
        view! { <p class="mb-0">{said}</p> }
    });
    let silent: Vec<String> = view
        .silent
        .iter()
        .filter(|(category, _)| {
            open && one.dimension == Dimension::Categories && category.code() == one.code
        })
        .map(|(_, name)| name.clone())
        .collect();
    let silent = if silent.is_empty() {
        nothing()
    } else {
        let names = official(cx, silent.join(", "));
        view! { <p class="small mb-0">{cx.t("coverage-silent")}" "{names}</p> }.into_any()
    };
    view! {
        <li>
            <div><strong>{name}</strong><span class="muted">" · "{dimension}</span>{help}{silent}</div>
            <span class="heard-none">{word}</span>
        </li>
    }
    .into_any()
}

/// What a cell is called.
fn name(cx: &PageContext<'_>, view: &CoveragePage, dimension: Dimension, code: &str) -> View {
    if code == UNSAID {
        return cx.coded("coverage-unsaid", dimension.code()).into_any();
    }
    match dimension {
        Dimension::Categories => cx.coded("category", code).into_any(),
        Dimension::Municipalities => {
            let place = view.places.iter().find(|place| place.code == code);
            official(cx, place.map_or_else(|| code.to_owned(), |place| place.name.clone()))
        }
        Dimension::Ages => cx.coded("coverage-age", &code.replace('+', "-plus")).into_any(),
        Dimension::Languages if code == "altra" => cx.t("coverage-other-language").into_any(),
        Dimension::Languages => language_name(cx, code).into_any(),
        Dimension::Channels => cx.coded("channel", code).into_any(),
    }
}

fn percent(cx: &PageContext<'_>, share: f64) -> String {
    cx.tw("percent", &[("value", format::decimal(cx.lang, (share * 100.0).round()).into())])
}

const fn word_icon(word: Word) -> &'static str {
    match word {
        Word::Nobody => "it-minus-circle",
        Word::Little => "it-arrow-down",
        Word::Average => "it-check",
        Word::Much => "it-arrow-up",
        Word::TooEarly => "it-clock",
    }
}

fn table(cx: &PageContext<'_>, view: &CoveragePage, table: &MeterTable) -> View {
    let [dimension] = table.of[..] else { return nothing() };
    let compared = table.cells.iter().any(|cell| cell.expected.is_some());
    let rows: Vec<View> =
        table.cells.iter().map(|cell| row(cx, view, dimension, cell, compared)).collect();
    let caption = cx.coded("coverage-by", dimension.code());
    // A landmark is named apart from the table in it.
    let label = cx.coded("coverage-of", dimension.code());
    let expected = compared.then(|| {
        view! { <th scope="col" class="num">{cx.t("coverage-col-expected")}</th> }
    });
    view! {
        <div class="table-scroll" role="region" aria-label=label tabindex="0"><table class="table table-dense table--cards">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.coded("coverage-of", dimension.code())}</th>
                    <th scope="col" class="num">{cx.t("coverage-col-people")}</th>
                    <th scope="col" class="num">{cx.t("coverage-col-share")}</th>
                    {expected}
                    <th scope="col">{cx.t("coverage-col-word")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}

fn row(
    cx: &PageContext<'_>,
    view: &CoveragePage,
    dimension: Dimension,
    cell: &Cell,
    compared: bool,
) -> View {
    let name = name(cx, view, dimension, &cell.key.code);
    let people = match cell.people {
        Some(people) => cx.tw("coverage-at-least", &[("n", people.into())]),
        None => cx.t("people-few-short").to_owned(),
    };
    let dash = || "–".to_owned();
    let share = cell.share.map_or_else(dash, |share| percent(cx, share));
    let expected = compared.then(|| {
        let expected = cell.expected.map_or_else(dash, |share| percent(cx, share));
        view! { <td class="num" data-label=cx.t("coverage-col-expected")>{expected}</td> }
    });
    let word = match cell.word {
        Some(word) => {
            let drawn = icon(cx, word_icon(word), "sm");
            view! { {drawn}" "{cx.coded("coverage-word", word.code())} }.into_any()
        }
        None => dash().into_any(),
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="num" data-label=cx.t("coverage-col-people")>{people}</td>
            <td class="num" data-label=cx.t("coverage-col-share")>{share}</td>
            {expected}
            <td data-label=cx.t("coverage-col-word")>{word}</td>
        </tr>
    }
    .into_any()
}

/// How the numbers come about.
fn how(cx: &PageContext<'_>) -> View {
    let body = view! {
        <ul>
            <li>{cx.t("coverage-how-people")}</li>
            <li>{cx.t("coverage-how-steps")}</li>
            <li>{cx.t("coverage-how-later")}</li>
            <li>{cx.t("coverage-how-words")}</li>
            <li>{cx.t("coverage-how-profile")}</li>
        </ul>
    };
    let folded = disclosure(cx.t("coverage-how"), false, body.into_any());
    view! { <div class="measure">{folded}</div> }.into_any()
}
