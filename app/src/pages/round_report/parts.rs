//! What the report says, part by part.

use domain::actions::ActionState;
use domain::contributions::AuthorKind;
use domain::outcomes::from_action;
use domain::suppression::Shown;
use domain::views::{ContributionRef, ReportAction, ReportPage, ReportVoice};

use super::super::round_rules::ledger_lines;
use super::super::rounds::window;
use crate::format;
use crate::odt::{Part, Said};
use crate::parts::people;
use crate::render::PageContext;
use crate::urls::Page;

/// All of it, in order.
pub(super) fn all(cx: &PageContext<'_>, view: &ReportPage) -> Vec<Part> {
    let mut parts = Vec::new();
    account(cx, view, &mut parts);
    asked(cx, view, &mut parts);
    numbers(cx, view, &mut parts);
    heard(cx, view, &mut parts);
    voices(cx, view, &mut parts);
    decisions(cx, view, &mut parts);
    changes(cx, view, &mut parts);
    moderation(cx, view, &mut parts);
    rules(cx, view, &mut parts);
    parts
}

fn heading(cx: &PageContext<'_>, level: u8, id: &str, key: &str) -> Part {
    Part::Heading(level, id.to_owned(), cx.t(key).to_owned())
}

fn text(words: impl Into<String>) -> Part {
    Part::Text(vec![Said::plain(words)])
}

fn whole(cx: &PageContext<'_>, n: impl TryInto<i64>) -> String {
    format::whole(cx.lang, n.try_into().unwrap_or(i64::MAX))
}

/// The institution's words.
fn theirs(cx: &PageContext<'_>, words: &str) -> Said {
    Said { lang: cx.content_lang(), ..Said::plain(words) }
}

fn text_of(cx: &PageContext<'_>, of: &ContributionRef) -> Said {
    let kind = cx.coded("kind", of.kind.code());
    let (words, lang) = if of.title.is_empty() {
        (format!("{kind} {}", of.number), None)
    } else {
        (of.title.clone(), Some(of.language.clone()))
    };
    let address = Some(Page::contribution(of.kind, of.number));
    Said { lang, address, ..Said::plain(words) }
}

fn account(cx: &PageContext<'_>, view: &ReportPage, parts: &mut Vec<Part>) {
    if let Some(account) = &view.account {
        parts.push(heading(cx, 2, "account", "report-h-account"));
        parts.push(Part::Account(account.clone()));
    }
}

fn asked(cx: &PageContext<'_>, view: &ReportPage, parts: &mut Vec<Part>) {
    parts.push(heading(cx, 2, "asked", "report-h-asked"));
    let label = |key: &str| Said::strong(format!("{}: ", cx.t(key)));
    let round = &view.card.round;
    let kind = Said::plain(cx.coded("round-kind", round.kind.code()));
    parts.push(Part::List(vec![
        vec![kind],
        vec![label("report-question"), theirs(cx, &view.card.question)],
        vec![label("report-objective"), theirs(cx, &view.objective)],
        vec![label("report-plan"), theirs(cx, &view.plan)],
        vec![label("report-window"), Said::plain(window(cx, &view.card))],
    ]));
    if view.reopened > 0 {
        parts.push(text(cx.tn("report-reopened", view.reopened)));
    }
}

fn numbers(cx: &PageContext<'_>, view: &ReportPage, parts: &mut Vec<Part>) {
    parts.push(heading(cx, 2, "numbers", "report-h-numbers"));
    let lines = ledger_lines(cx, &view.ledger);
    parts.push(Part::List(lines.into_iter().map(|line| vec![Said::plain(line)]).collect()));
    let row = |key: &str, value: String| (Said::plain(cx.t(key)), vec![value]);
    let mut rows = vec![
        row("report-needs", whole(cx, view.needs)),
        row("report-proposals", whole(cx, view.proposals)),
        row("report-comments", whole(cx, view.comments)),
        row("report-supporters", people(cx, view.supporters)),
    ];
    if let Some((held, present)) = view.sessions {
        let first = Said::plain(cx.t("report-sessions-present"));
        let held = cx.tn("report-sessions", held);
        rows.push((first, vec![format!("{} ({held})", people(cx, present))]));
    }
    parts.push(Part::Table {
        caption: cx.t("report-h-numbers").to_owned(),
        head: vec![cx.t("preview-what").to_owned(), cx.t("report-moderation-n").to_owned()],
        rows,
    });
}

fn heard(cx: &PageContext<'_>, view: &ReportPage, parts: &mut Vec<Part>) {
    parts.push(heading(cx, 2, "heard", "report-h-heard"));
    if view.card.contributions == 0 {
        parts.push(text(cx.t("report-no-voices")));
        return;
    }
    let mut too_few = Vec::new();
    let mut table = |key: &str, cells: Vec<(Said, u32)>, others: u32| {
        // One cell for all of them tells nobody anything.
        if cells.is_empty() && others > 0 {
            too_few.push(cx.t(key));
            return;
        }
        let mut rows: Vec<(Said, Vec<String>)> =
            cells.into_iter().map(|(name, n)| (name, vec![whole(cx, n)])).collect();
        if others > 0 {
            rows.push((Said::plain(cx.t("report-cell-others")), vec![small(cx, others)]));
        }
        if !rows.is_empty() {
            parts.push(Part::Table {
                caption: cx.t(key).to_owned(),
                head: vec![cx.t(key).to_owned(), cx.t("report-texts").to_owned()],
                rows,
            });
        }
    };
    let channels = view.channels.cells.iter();
    let channels =
        channels.map(|(one, n)| (Said::plain(cx.coded("channel", one.code())), *n)).collect();
    table("report-by-channel", channels, view.channels.others);
    let authors = view.authors.cells.iter();
    let authors = authors.map(|(one, n)| (Said::plain(author(cx, *one)), *n)).collect();
    table("report-by-author", authors, view.authors.others);
    let places = view.municipalities.cells.iter();
    let places = places.map(|(one, n)| (theirs(cx, one), *n)).collect();
    table("report-by-place", places, view.municipalities.others);
    if !too_few.is_empty() {
        let which = too_few.join(", ").to_lowercase();
        parts.push(text(cx.tw("report-too-few", &[("which", which.into())])));
    }
    parts.push(text(cx.t("report-small")));
    if !view.unheard.is_empty() {
        let places = view.unheard.join(", ");
        parts.push(text(cx.tw("report-unheard", &[("places", places.into())])));
    }
}

/// What was merged, if even all together are few.
fn small(cx: &PageContext<'_>, n: u32) -> String {
    match domain::suppression::people(n) {
        Shown::Few => cx.t("report-few").to_owned(),
        Shown::None | Shown::Unknown | Shown::Exactly(_) => whole(cx, n),
    }
}

fn author(cx: &PageContext<'_>, kind: AuthorKind) -> &'static str {
    cx.coded("author", kind.code())
}

fn voices(cx: &PageContext<'_>, view: &ReportPage, parts: &mut Vec<Part>) {
    if view.supported.is_empty() && view.least_heard.is_empty() && view.clusters.is_empty() {
        return;
    }
    parts.push(heading(cx, 2, "voices", "report-h-voices"));
    if !view.supported.is_empty() {
        parts.push(heading(cx, 3, "supported", "report-supported"));
        parts.extend(view.supported.iter().flat_map(|one| voice(cx, one)));
    }
    if !view.least_heard.is_empty() {
        parts.push(heading(cx, 3, "least-heard", "report-least"));
        parts.push(text(cx.t("report-least-lead")));
        parts.extend(view.least_heard.iter().flat_map(|one| voice(cx, one)));
    }
    if !view.clusters.is_empty() {
        parts.push(heading(cx, 3, "clusters", "report-clusters"));
        let list = view.clusters.iter().map(|one| {
            let address = Some(Page::Cluster(one.cluster.number));
            let title = Said { address, ..theirs(cx, &one.cluster.title) };
            let sources = cx.tn("report-cluster-sources", one.sources);
            let about = format!(" ({sources}, {}): ", people(cx, one.supporters));
            vec![title, Said::plain(about), theirs(cx, &one.synthesis)]
        });
        parts.push(Part::List(list.collect()));
    }
}

/// A text in its author's words, with where it is from and what became of it.
fn voice(cx: &PageContext<'_>, one: &ReportVoice) -> Vec<Part> {
    let mut by = vec![
        text_of(cx, &one.contribution),
        Said::plain(format!(" · {} · ", author(cx, one.author_kind))),
        theirs(cx, &one.municipality),
        Said::plain(format!(" · {}", people(cx, one.supporters))),
    ];
    if let Some(outcome) = one.outcome {
        by.push(Said::plain(format!(" · {}", cx.coded("outcome", outcome.code()))));
    }
    vec![Part::Quote { words: one.words.body.clone(), lang: one.contribution.language.clone(), by }]
}

fn decisions(cx: &PageContext<'_>, view: &ReportPage, parts: &mut Vec<Part>) {
    parts.push(heading(cx, 2, "decisions", "report-h-decisions"));
    if view.outcomes.is_empty() && view.actions.is_empty() {
        parts.push(text(cx.t("report-none-decided")));
    }
    if !view.outcomes.is_empty() {
        let rows = view.outcomes.iter().map(|(outcome, n)| {
            (Said::plain(cx.coded("outcome", outcome.code())), vec![whole(cx, *n)])
        });
        parts.push(Part::Table {
            caption: cx.t("report-outcomes").to_owned(),
            head: vec![cx.t("report-outcome").to_owned(), cx.t("report-texts").to_owned()],
            rows: rows.collect(),
        });
    }
    if view.unanswered > 0 {
        let words = cx.tn("report-unanswered", view.unanswered);
        let address = Some(Page::Unanswered(view.card.round.number));
        parts.push(Part::Text(vec![Said { address, ..Said::plain(words) }]));
    } else if view.card.contributions > 0 {
        parts.push(text(cx.t("report-all-answered")));
    }
    if !view.actions.is_empty() {
        parts.push(heading(cx, 3, "actions", "report-actions"));
        parts.push(Part::List(view.actions.iter().map(|one| action(cx, one)).collect()));
    }
    if !view.answers.is_empty() {
        parts.push(heading(cx, 3, "answers", "report-answers"));
        let list = view.answers.iter().map(|one| {
            let mut line = vec![
                text_of(cx, &one.contribution),
                Said::plain(": "),
                Said::strong(cx.coded("outcome", one.outcome.code())),
                Said::plain(". "),
            ];
            if let Some(body) = &one.addressed {
                let words = cx.tw("report-addressed", &[("body", body.as_str().into())]);
                line.push(Said::plain(format!("{words} ")));
            }
            line.push(theirs(cx, &one.reason));
            line
        });
        parts.push(Part::List(list.collect()));
    }
}

fn action(cx: &PageContext<'_>, one: &ReportAction) -> Vec<Said> {
    let address = Some(Page::Action(one.action.number));
    let stands = cx.coded("action-state", one.action.state.code());
    let sources = cx.tn("report-cluster-sources", one.voices);
    let mut line = vec![
        Said { address, ..theirs(cx, &one.action.title) },
        Said::plain(": "),
        Said::strong(stands),
        Said::plain(format!(" ({sources}, {}). ", people(cx, one.supporters))),
    ];
    if let Some(reason) = &one.reason {
        line.push(Said::plain(format!("{} ", cx.t("report-reason"))));
        line.push(theirs(cx, reason));
    }
    line
}

/// Actions that were taken up, and what they are to reach.
fn changes(cx: &PageContext<'_>, view: &ReportPage, parts: &mut Vec<Part>) {
    use domain::outcomes::Outcome;
    parts.push(heading(cx, 2, "changes", "report-h-changes"));
    let taken_up = |state: ActionState| {
        matches!(from_action(state), Some(Outcome::Accepted | Outcome::InPart))
    };
    let list: Vec<Vec<Said>> = view
        .actions
        .iter()
        .filter(|one| taken_up(one.action.state))
        .map(|one| {
            let address = Some(Page::Action(one.action.number));
            let mut line = vec![
                Said { address, ..theirs(cx, &one.action.title) },
                Said::plain(": "),
                theirs(cx, &one.objective),
            ];
            for (name, unit, from, target) in &one.measures {
                let words = cx.tw(
                    "report-change-measure",
                    &[
                        ("name", name.as_str().into()),
                        ("unit", unit.as_str().into()),
                        ("from", format::decimal(cx.lang, *from).into()),
                        ("target", format::decimal(cx.lang, *target).into()),
                    ],
                );
                line.push(Said::plain(format!(" – {words}")));
            }
            line
        })
        .collect();
    if list.is_empty() {
        parts.push(text(cx.t("report-changes-none")));
    } else {
        parts.push(Part::List(list));
    }
}

fn moderation(cx: &PageContext<'_>, view: &ReportPage, parts: &mut Vec<Part>) {
    parts.push(heading(cx, 2, "moderation", "report-h-moderation"));
    let mut rows: Vec<(Said, Vec<String>)> = view
        .moderation
        .cells
        .iter()
        .map(|((decision, class), n)| {
            let mut words = cx.coded("report-decision", decision.code()).to_owned();
            if let Some(class) = class {
                words = format!("{words}: {}", cx.coded("reason-class", class.code()));
            }
            (Said::plain(words), vec![whole(cx, *n)])
        })
        .collect();
    if view.moderation.others > 0 {
        let others = small(cx, view.moderation.others);
        rows.push((Said::plain(cx.t("report-cell-others")), vec![others]));
    }
    if rows.is_empty() {
        parts.push(text(cx.t("report-moderation-none")));
        return;
    }
    parts.push(Part::Table {
        caption: cx.t("report-h-moderation").to_owned(),
        head: vec![
            cx.t("report-moderation-what").to_owned(),
            cx.t("report-moderation-n").to_owned(),
        ],
        rows,
    });
}

fn rules(cx: &PageContext<'_>, view: &ReportPage, parts: &mut Vec<Part>) {
    parts.push(heading(cx, 2, "rules", "report-h-rules"));
    let address = Some(Page::RoundRules(view.card.round.number));
    parts.push(Part::Text(vec![
        Said { address, ..Said::plain(cx.t("rules-read")) },
        Said::plain(format!(". {} {}", cx.t("report-hash"), view.hash)),
    ]));
}
