//! The result report of a round. It is put together once, as parts of a document, and drawn twice:
//! as a page, for the screen and for paper, and as an OpenDocument text.

mod parts;

use domain::rounds::RoundState;
use domain::views::{ReportPage, Shell};
use leptos::prelude::*;

use crate::format;
use crate::odt::{self, Part, Said};
use crate::parts::voice::prose;
use crate::parts::{View, icon, official, page_head_spoken, state};
use crate::render::{Meta, PageContext, document as draw};
use crate::urls::Page;

/// The report as a page.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ReportPage) -> String {
    let round = &view.card.round;
    let title = round.title.clone();
    let meta = Meta::new(format!("{} – {title}", cx.t("report-page-title")))
        .described(view.card.question.clone())
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .under_spoken(title, cx.path(Page::Round(round.number)), cx.content_lang())
        .here();
    draw(cx, shell, meta, || body(cx, view))
}

/// The report as an OpenDocument text.
pub fn document(cx: &PageContext<'_>, shell: &Shell, view: &ReportPage) -> Vec<u8> {
    let title = format!("{} – {}", cx.t("report-page-title"), view.card.round.title);
    let about = odt::About {
        title: &title,
        subject: &view.card.question,
        author: &shell.ambito.name,
        language: cx.lang.code(),
        made: view.at,
    };
    let mut whole = vec![
        Part::Title(Said::plain(title.clone())),
        Part::Text(vec![Said::plain(shell.ambito.name.clone())]),
        Part::Text(vec![Said::plain(made(cx, view))]),
    ];
    whole.extend(parts::all(cx, view));
    odt::write(&about, &whole)
}

fn made(cx: &PageContext<'_>, view: &ReportPage) -> String {
    cx.tw("report-made", &[("date", format::moment(cx.lang, view.at).into())])
}

fn body(cx: &PageContext<'_>, view: &ReportPage) -> View {
    let round = &view.card.round;
    let badge = state::round(cx, round.state);
    let title = official(cx, round.title.clone());
    let eyebrow = view! { {badge}" · "{title} }.into_any();
    let lead = match round.state {
        RoundState::GivenBack | RoundState::Archived => "report-lead-back",
        RoundState::Draft
        | RoundState::Scheduled
        | RoundState::Open
        | RoundState::Suspended
        | RoundState::Closed
        | RoundState::InSynthesis => "report-lead-now",
    };
    let whole = parts::all(cx, view);
    let contents: Vec<View> = whole
        .iter()
        .filter_map(|part| {
            let Part::Heading(2, id, words) = part else { return None };
            let (href, words) = (format!("#{id}"), words.clone());
            Some(view! { <li><a href=href>{words}</a></li> }.into_any())
        })
        .collect();
    let drawn: Vec<View> = whole.iter().map(|part| one(cx, part)).collect();
    let download = cx.path(Page::ReportFile(round.number));
    let arrow = icon(cx, "it-download", "sm");
    view! {
        {page_head_spoken(
            Some(eyebrow),
            cx.t("report-page-title"),
            None,
            Some(cx.t(lead).to_owned()),
        )}
        <div class="split report">
            <div class="report-body">{drawn}</div>
            <aside class="stack no-print">
                <nav class="panel" aria-labelledby="contents">
                    <h2 id="contents" class="h4">{cx.t("report-contents")}</h2>
                    <ol>{contents}</ol>
                </nav>
                <p>
                    <a class="btn btn-outline-primary" href=download>
                        {cx.t("report-download")}" "{arrow}
                    </a>
                </p>
                <p class="small muted">{cx.t("report-print")}</p>
            </aside>
        </div>
        <p class="small muted mt-4">{made(cx, view)}</p>
    }
    .into_any()
}

fn said(cx: &PageContext<'_>, one: &Said) -> View {
    let (words, lang, strong) = (one.words.clone(), one.lang.clone(), one.strong);
    let address = one.address.map(|page| cx.path(page));
    let spoken = |words: String| match (&lang, strong) {
        (Some(lang), _) => {
            let lang = lang.clone();
            view! { <span lang=lang dir="auto">{words}</span> }.into_any()
        }
        (None, true) => view! { <strong>{words}</strong> }.into_any(),
        (None, false) => words.into_any(),
    };
    match address {
        Some(href) => view! { <a href=href>{spoken(words)}</a> }.into_any(),
        None => spoken(words),
    }
}

fn line(cx: &PageContext<'_>, list: &[Said]) -> Vec<View> {
    list.iter().map(|one| said(cx, one)).collect()
}

fn one(cx: &PageContext<'_>, part: &Part) -> View {
    match part {
        Part::Title(_) => crate::parts::nothing(),
        Part::Heading(2, id, words) => {
            let (id, words) = (id.clone(), words.clone());
            view! { <h2 id=id tabindex="-1">{words}</h2> }.into_any()
        }
        Part::Heading(_, id, words) => {
            let (id, words) = (id.clone(), words.clone());
            view! { <h3 id=id>{words}</h3> }.into_any()
        }
        Part::Text(list) => view! { <p class="measure">{line(cx, list)}</p> }.into_any(),
        Part::Account(text) => prose(cx, text),
        Part::List(items) => {
            let items: Vec<View> =
                items.iter().map(|item| view! { <li>{line(cx, item)}</li> }.into_any()).collect();
            view! { <ul>{items}</ul> }.into_any()
        }
        Part::Quote { words, lang, by } => {
            let lang = lang.clone();
            let lines: Vec<View> = words
                .split('\n')
                .filter(|line| !line.trim().is_empty())
                .map(|line| {
                    let line = line.to_owned();
                    view! { <p>{line}</p> }.into_any()
                })
                .collect();
            view! {
                <figure class="report-quote">
                    <blockquote class="voice" lang=lang dir="auto">{lines}</blockquote>
                    <figcaption class="small muted">{line(cx, by)}</figcaption>
                </figure>
            }
            .into_any()
        }
        Part::Table { caption, head, rows } => {
            let caption = caption.clone();
            let columns: Vec<View> = head
                .iter()
                .enumerate()
                .map(|(place, words)| {
                    let (class, words) = ((place > 0).then_some("num"), words.clone());
                    view! { <th scope="col" class=class>{words}</th> }.into_any()
                })
                .collect();
            let rows: Vec<View> = rows
                .iter()
                .map(|(first, rest)| {
                    let cells: Vec<View> = rest
                        .iter()
                        .map(|cell| {
                            let cell = cell.clone();
                            view! { <td class="num">{cell}</td> }.into_any()
                        })
                        .collect();
                    view! { <tr><th scope="row">{said(cx, first)}</th>{cells}</tr> }.into_any()
                })
                .collect();
            view! {
                <table class="table table-dense">
                    <caption>{caption}</caption>
                    <thead><tr>{columns}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            }
            .into_any()
        }
    }
}
