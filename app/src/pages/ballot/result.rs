//! The result of a ballot: what came first, every number, ties and how they were decided, and
//! how anybody counts it again.

use domain::ballots::budget::{BudgetTally, EqualShares, SharesRound};
use domain::ballots::schulze::RankingTally;
use domain::ballots::tally::{AnswersOn, AnswersTally, Outcome, Recount, TotalsTally};
use domain::ballots::ties::Tie;
use domain::faults::Refusal;
use domain::forms::FormState;
use domain::views::{BallotHead, BallotResult, BallotResultPage, Shell};
use leptos::prelude::*;

use super::{about, choices, heading, positions, title_of, turnout_words};
use crate::format;
use crate::parts::forms::{self, Field};
use crate::parts::{
    Tone, View, arrow_link, disclosure, icon, notice, official, p, quoting, refusal_next,
    refusal_why,
};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// The name under which the file is saved, with the number of the ballot.
const FILE: &str = "trama-schede";

/// The result; the form is that of the body that decides on a tie.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &BallotResultPage,
    form: &FormState,
) -> String {
    let ballot = cx.path(Page::Ballot(view.head.number));
    let title = view.head.ballot.title.clone();
    let mut meta = about(cx, &view.head).under_spoken(title, ballot, cx.content_lang());
    let title = cx.tw("result-title", &[("title", meta.title.as_str().into())]);
    meta = meta.faulty(!form.faults.is_empty());
    meta.title = title;
    meta.lang = None;
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &BallotResultPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let head = heading(cx, &view.head, "result-number");
    let turnout = view
        .turnout
        .map(|turnout| p(turnout_words(cx, view.head.ballot.is_of_organisations(), turnout)));
    let back = arrow_link(cx, cx.path(Page::Ballot(view.head.number)), cx.t("result-ballot"));
    let result = match &view.result {
        Ok(result) => shown(cx, view, result, form),
        Err(refusal) => hidden_still(cx, refusal),
    };
    view! { {errors}{head}{turnout}<p>{back}</p>{result} }.into_any()
}

fn hidden_still(cx: &PageContext<'_>, refusal: &Refusal) -> View {
    notice(cx, Tone::Plain, refusal_why(cx, refusal), p(refusal_next(cx, refusal)))
}

fn shown(
    cx: &PageContext<'_>,
    view: &BallotResultPage,
    result: &BallotResult,
    form: &FormState,
) -> View {
    let head = &view.head;
    let (what, ties) = match &result.tally.result {
        Outcome::Totals(totals) => (of_totals(cx, head, totals), totals.ties.as_slice()),
        Outcome::Ranking(ranking) => (of_ranking(cx, head, ranking), ranking.ties.as_slice()),
        Outcome::Answers(answers) => (of_answers(cx, head, answers, result), [].as_slice()),
        Outcome::Positions(all) => {
            let table = answers(cx, head, &all.on, "stance");
            let says = positions(cx, head, &all.organisations);
            let section = section(cx, "result-numbers", table);
            (view! { {section}{says} }.into_any(), [].as_slice())
        }
        Outcome::Budget(budget) => {
            let ties = match &budget.equal_shares {
                Some(shares) => shares.outcome.ties.as_slice(),
                None => budget.greedy.ties.as_slice(),
            };
            (of_budget(cx, head, budget), ties)
        }
    };
    let ties = ties_told(cx, view, result, ties);
    let decide = decide(cx, view, result, form);
    let recount = recount(cx, head, result);
    view! { <div class="stack-lg">{what}{ties}{decide}{recount}</div> }.into_any()
}

fn section(cx: &PageContext<'_>, key: &'static str, body: View) -> View {
    view! { <section aria-labelledby=key><h2 id=key>{cx.t(key)}</h2>{body}</section> }.into_any()
}

/// Options in a row of words.
fn named(cx: &PageContext<'_>, head: &BallotHead, ids: &[String]) -> View {
    let list: Vec<View> = ids
        .iter()
        .enumerate()
        .map(|(n, id)| {
            let and = (n > 0).then_some(", ");
            view! { {and}{official(cx, title_of(head, id))} }.into_any()
        })
        .collect();
    list.into_any()
}

/// Places, the first first; equal ones together.
fn places(cx: &PageContext<'_>, head: &BallotHead, ranking: &[Vec<String>]) -> View {
    let rows: Vec<View> = ranking
        .iter()
        .map(|place| {
            let equal = (place.len() > 1).then(|| {
                let said = cx.t("result-equal");
                view! { " "<strong>"("{said}")"</strong> }
            });
            view! { <li>{named(cx, head, place)}{equal}</li> }.into_any()
        })
        .collect();
    view! { <ol class="measure">{rows}</ol> }.into_any()
}

fn of_totals(cx: &PageContext<'_>, head: &BallotHead, totals: &TotalsTally) -> View {
    let most = totals.totals.iter().map(|total| total.count).max().unwrap_or(0);
    let rows: Vec<View> = totals
        .totals
        .iter()
        .map(|total| {
            let title = title_of(head, &total.option);
            let count = format::whole(cx.lang, i64::try_from(total.count).unwrap_or(i64::MAX));
            let (value, max) = (total.count.to_string(), most.max(1).to_string());
            view! {
                <tr>
                    <th scope="row" lang=cx.content_lang()>{title}</th>
                    <td class="num" data-label=cx.t("result-count")>{count}</td>
                    <td aria-hidden="true"><progress value=value max=max></progress></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let blanks = totals.blanks.map(|blanks| p(cx.tn("result-blanks", blanks)));
    let method = head.ballot.rules.method().code();
    let table = view! {
        <table class="table table--cards">
            <caption>{cx.coded("result-caption", method)}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("ballot-option")}</th>
                    <th scope="col" class="num">{cx.t("result-count")}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {blanks}
    }
    .into_any();
    let first = section(cx, "result-places", places(cx, head, &totals.ranking));
    let numbers = section(cx, "result-numbers", table);
    view! { {first}{numbers} }.into_any()
}

fn of_ranking(cx: &PageContext<'_>, head: &BallotHead, ranking: &RankingTally) -> View {
    let winners = named(cx, head, &ranking.winners);
    let key = if ranking.winners.len() > 1 { "result-winners" } else { "result-winner" };
    let order = view! {
        <p class="lead">{cx.t(key)}" "<strong>{winners}</strong></p>
        {places(cx, head, &ranking.ranking)}
    }
    .into_any();
    let first = section(cx, "result-places", order);
    let pairs = table(cx, head, &ranking.options, &ranking.pairwise, "result-pairwise");
    let paths = table(cx, head, &ranking.options, &ranking.strongest_paths, "result-paths");
    let paths = view! { <p>{cx.t("result-paths-more")}</p>{paths} }.into_any();
    let numbers = view! {
        <p class="measure">{cx.t("result-pairwise-more")}</p>
        {pairs}
        {disclosure(cx.t("result-paths-title"), false, paths)}
    }
    .into_any();
    let numbers = section(cx, "result-pairs", numbers);
    view! { {first}{numbers} }.into_any()
}

/// A line and a column for each option.
fn table(
    cx: &PageContext<'_>,
    head: &BallotHead,
    options: &[String],
    cells: &[Vec<u64>],
    caption: &'static str,
) -> View {
    let columns: Vec<View> = options
        .iter()
        .map(|id| {
            let title = title_of(head, id);
            view! { <th scope="col" class="num" lang=cx.content_lang()>{title}</th> }.into_any()
        })
        .collect();
    let rows: Vec<View> = options
        .iter()
        .zip(cells)
        .enumerate()
        .map(|(line, (id, cells))| {
            let title = title_of(head, id);
            let cells: Vec<View> = cells
                .iter()
                .enumerate()
                .map(|(column, cell)| {
                    let said = if line == column {
                        "–".to_owned()
                    } else {
                        format::whole(cx.lang, i64::try_from(*cell).unwrap_or(i64::MAX))
                    };
                    view! { <td class="num">{said}</td> }.into_any()
                })
                .collect();
            view! { <tr><th scope="row" lang=cx.content_lang()>{title}</th>{cells}</tr> }.into_any()
        })
        .collect();
    let label = cx.t(caption);
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="table table-dense">
                <caption>{label}</caption>
                <thead><tr><th scope="col">{cx.t("result-line")}</th>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// How often each answer was given.
fn answers(cx: &PageContext<'_>, head: &BallotHead, on: &[AnswersOn], list: &str) -> View {
    let codes: Vec<String> =
        on.first().map(|on| on.answers.keys().cloned().collect()).unwrap_or_default();
    let columns: Vec<View> = codes
        .iter()
        .map(|code| view! { <th scope="col" class="num">{cx.coded(list, code)}</th> }.into_any())
        .collect();
    let rows: Vec<View> = on
        .iter()
        .map(|one| {
            let title = title_of(head, &one.option);
            let number = |n: u64| format::whole(cx.lang, i64::try_from(n).unwrap_or(i64::MAX));
            let cells: Vec<View> = codes
                .iter()
                .map(|code| {
                    let n = number(one.answers.get(code).copied().unwrap_or(0));
                    view! { <td class="num" data-label=cx.coded(list, code)>{n}</td> }.into_any()
                })
                .collect();
            let silent = number(one.unanswered);
            view! {
                <tr>
                    <th scope="row" lang=cx.content_lang()>{title}</th>
                    {cells}
                    <td class="num" data-label=cx.t("result-silent")>{silent}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="table table--cards">
            <caption>{cx.t("result-answers")}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("ballot-option")}</th>
                    {columns}
                    <th scope="col" class="num">{cx.t("result-silent")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn of_answers(
    cx: &PageContext<'_>,
    head: &BallotHead,
    all: &AnswersTally,
    result: &BallotResult,
) -> View {
    let consent = matches!(head.ballot.rules, domain::ballots::Rules::Consent);
    let list = if consent { "vote-consent" } else { "answer" };
    let agreed = consent.then(|| {
        let body = if all.without_objection.is_empty() {
            p(cx.t("result-no-consent"))
        } else {
            let rows: Vec<View> = all
                .without_objection
                .iter()
                .map(|id| view! { <li>{official(cx, title_of(head, id))}</li> }.into_any())
                .collect();
            view! { <ul>{rows}</ul> }.into_any()
        };
        section(cx, "result-consent", body)
    });
    let numbers = section(cx, "result-numbers", answers(cx, head, &all.on, list));
    let words = (!result.words.is_empty()).then(|| {
        let list: Vec<View> = result
            .words
            .iter()
            .map(|(id, said)| {
                let title = official(cx, title_of(head, id));
                let said: Vec<View> = said
                    .iter()
                    .map(|(value, reason)| {
                        let value = cx.coded("vote-consent", value.code());
                        let reason = reason.clone();
                        view! { <li><strong>{value}</strong>": "<span dir="auto">{reason}</span></li> }
                            .into_any()
                    })
                    .collect();
                view! { <h3>{title}</h3><ul>{said}</ul> }.into_any()
            })
            .collect();
        section(cx, "result-words", list.into_any())
    });
    view! { {agreed}{numbers}{words} }.into_any()
}

fn of_budget(cx: &PageContext<'_>, head: &BallotHead, budget: &BudgetTally) -> View {
    let money = |amount: u64| choices::money(cx, amount, budget.decimals);
    let shares = budget.equal_shares.as_ref().map(|shares| &shares.outcome);
    let mark = |list: Option<(&Vec<String>, &Vec<String>)>, id: &String| {
        let (name, key) = match list {
            None => return crate::parts::words("–"),
            Some((funded, _)) if funded.contains(id) => ("it-check-circle", "result-funded"),
            Some((_, open)) if open.contains(id) => ("it-warning-circle", "result-open"),
            Some(_) => ("it-close", "result-not-funded"),
        };
        let drawn = icon(cx, name, "sm");
        view! { {drawn}" "{cx.t(key)} }.into_any()
    };
    let rows: Vec<View> = head
        .ballot
        .options
        .iter()
        .map(|option| {
            let votes = budget.totals.iter().find(|total| total.option == option.id);
            let votes = votes.map_or(0, |total| i64::try_from(total.count).unwrap_or(i64::MAX));
            let (title, cost) = (option.title.clone(), money(option.cost.unwrap_or(0)));
            let equal = mark(shares.map(|one| (&one.funded, &one.undecided)), &option.id);
            let greedy = mark(Some((&budget.greedy.funded, &budget.greedy.undecided)), &option.id);
            view! {
                <tr>
                    <th scope="row" lang=cx.content_lang()>{title}</th>
                    <td class="num" data-label=cx.t("result-cost")>{cost}</td>
                    <td class="num" data-label=cx.t("result-votes")>{format::whole(cx.lang, votes)}</td>
                    <td data-label=cx.t("result-shares")>{equal}</td>
                    <td data-label=cx.t("result-greedy")>{greedy}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let foot = |key: &'static str, of: &dyn Fn(&domain::ballots::budget::Spending) -> String| {
        let equal = shares.map_or_else(|| "–".to_owned(), of);
        let greedy = of(&budget.greedy);
        view! {
            <tr>
                <th scope="row">{cx.t(key)}</th>
                <td></td>
                <td></td>
                <td data-label=cx.t("result-shares")>{equal}</td>
                <td data-label=cx.t("result-greedy")>{greedy}</td>
            </tr>
        }
        .into_any()
    };
    let heard = |one: &domain::ballots::budget::Spending| {
        one.heard.map_or_else(
            || "–".to_owned(),
            |n| format::whole(cx.lang, i64::try_from(n).unwrap_or(i64::MAX)),
        )
    };
    let foot = vec![
        foot("result-spent", &|one| money(one.spent)),
        foot("result-left", &|one| money(one.left)),
        foot("result-heard", &heard),
    ];
    let table = view! {
        <p class="measure">{cx.t("result-budget-more")}</p>
        <table class="table table--cards">
            <caption>{cx.tw("result-budget", &[("sum", money(budget.budget).into())])}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("ballot-option")}</th>
                    <th scope="col" class="num">{cx.t("result-cost")}</th>
                    <th scope="col" class="num">{cx.t("result-votes")}</th>
                    <th scope="col">{cx.t("result-shares")}</th>
                    <th scope="col">{cx.t("result-greedy")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>{foot}</tfoot>
        </table>
    }
    .into_any();
    let steps = budget.equal_shares.as_ref().map(|shares| steps(cx, head, shares));
    let too_many_ways = (!shares.unwrap_or(&budget.greedy).all_ways).then(|| {
        let why = view! { <p>{cx.t("result-ways")}</p> }.into_any();
        notice(cx, Tone::Warning, cx.t("result-ways-title"), why)
    });
    let numbers = section(cx, "result-numbers", table);
    view! { {too_many_ways}{numbers}{steps} }.into_any()
}

/// How equal shares came to it, step by step.
fn steps(cx: &PageContext<'_>, head: &BallotHead, shares: &EqualShares) -> View {
    let round = |key: &'static str, round: &SharesRound| {
        let rows: Vec<View> = round
            .steps
            .iter()
            .map(|step| {
                let title = official(cx, title_of(head, &step.option));
                let said = cx.tw(
                    "result-step",
                    &[
                        ("supporters", i64::try_from(step.supporters).unwrap_or(i64::MAX).into()),
                        ("price", step.price.as_str().into()),
                    ],
                );
                view! { <li>{title}": "{said}</li> }.into_any()
            })
            .collect();
        let start = cx.tw(key, &[("share", round.endowment.as_str().into())]);
        view! { <p>{start}</p><ol>{rows}</ol> }.into_any()
    };
    let before = round("result-shares-before", &shares.before);
    let raised = shares.raised.as_ref().map(|one| round("result-shares-raised", one));
    let added = (!shares.by_votes.is_empty()).then(|| {
        let list = named(cx, head, &shares.by_votes);
        view! { <p>{cx.t("result-by-votes")}" "{list}</p> }
    });
    let body = view! { {before}{raised}{added} }.into_any();
    disclosure(cx.t("result-steps"), false, body)
}

/// Ties, and what told the options apart.
fn ties_told(
    cx: &PageContext<'_>,
    view: &BallotResultPage,
    result: &BallotResult,
    ties: &[Tie],
) -> View {
    if !choices::has_ties(view.head.ballot.rules.method()) {
        return ().into_any();
    }
    if ties.is_empty() {
        return section(cx, "result-ties", p(cx.t("result-ties-none")));
    }
    let list: Vec<View> = ties
        .iter()
        .map(|tie| {
            let options = named(cx, &view.head, &tie.options);
            let by: Vec<&str> = tie
                .settled_by
                .iter()
                .map(|criterion| cx.coded("result-settled", criterion.code()))
                .collect();
            let open = tie.order.iter().any(|place| place.len() > 1);
            let how = match (by.is_empty(), open) {
                (true, _) => cx.t("result-tie-open").to_owned(),
                (false, false) => cx.tw("result-tie-by", &[("how", by.join(", ").into())]),
                (false, true) => {
                    let said = cx.tw("result-tie-by", &[("how", by.join(", ").into())]);
                    format!("{said} {}", cx.t("result-tie-in-part"))
                }
            };
            let order = (!by.is_empty()).then(|| places(cx, &view.head, &tie.order));
            view! { <li><strong>{options}</strong><p class="mb-0">{how}</p>{order}</li> }.into_any()
        })
        .collect();
    let decided = result.decision.as_ref().map(|decision| {
        let said = quoting(cx, "result-decided", &[], ("body", &decision.body));
        let reason = official(cx, decision.reason.clone());
        view! { <p><strong>{said}</strong>" "{reason}</p> }
    });
    let body = view! { <ul class="similar" role="list">{list}</ul>{decided} }.into_any();
    section(cx, "result-ties", body)
}

/// The form of the body that decides on what is still equal.
fn decide(
    cx: &PageContext<'_>,
    view: &BallotResultPage,
    result: &BallotResult,
    form: &FormState,
) -> View {
    let undecided = result.tally.undecided();
    if undecided.is_empty() {
        return ().into_any();
    }
    if !view.may_decide {
        let who = quoting(cx, "result-undecided", &[], ("body", &view.head.body));
        let body = view! { <p>{who}</p> }.into_any();
        return notice(cx, Tone::Warning, cx.t("result-undecided-title"), body);
    }
    let groups: Vec<View> = undecided
        .iter()
        .map(|tied| {
            let places = (1..=tied.len())
                .map(|n| {
                    let n = i64::try_from(n).unwrap_or(i64::MAX);
                    (n.to_string(), cx.tn("ballot-place", n))
                })
                .collect::<Vec<_>>();
            let fields: Vec<View> = tied
                .iter()
                .map(|id| {
                    let field = Field::new(format!("place-{id}"), title_of(&view.head, id));
                    forms::select(cx, form, field, vec![(String::new(), places.clone())])
                })
                .collect();
            view! {
                <fieldset class="field">
                    <legend class="field-label">{cx.t("deciding-order")}</legend>
                    {fields}
                </fieldset>
            }
            .into_any()
        })
        .collect();
    let field = Field::new("reason", cx.t("deciding-reason")).hint(cx.t("deciding-reason-hint"));
    let reason = forms::text_area(cx, form, field, 4, false);
    view! {
        <section class="box no-print" aria-labelledby="deciding">
            <h2 id="deciding">{cx.t("deciding-title")}</h2>
            <p>{cx.t("deciding-lead")}</p>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {groups}
                {reason}
                {forms::submit(cx.t("deciding-send"))}
            </form>
        </section>
    }
    .into_any()
}

/// The file, and how to count it again.
fn recount(cx: &PageContext<'_>, head: &BallotHead, result: &BallotResult) -> View {
    let name = format!("{FILE}-{}.json", head.number);
    let href = cx.path(Page::BallotFile(head.number));
    let command = format!("trama tally {name}");
    let drawn = icon(cx, "it-download", "");
    let what = if result.file_has_rows { "recount-rows" } else { "recount-totals" };
    let in_part = result.tally.recount == Recount::Totals
        || !result.file_has_rows && matches!(result.tally.result, Outcome::Budget(_));
    let whole = in_part.then(|| p(cx.t("recount-not-whole")));
    let how = if in_part { "recount-how-part" } else { "recount-how" };
    let hash = result.file_hash.clone();
    let body = view! {
        <p class="measure">{cx.t("recount-lead")}</p>
        <p class="measure">{cx.t(what)}</p>
        {whole}
        <div class="button-row">
            <a class="btn btn-outline-primary" href=href download=name>
                {drawn}" "{cx.t("recount-download")}
            </a>
        </div>
        <p class="mt-2">{cx.t(how)}" "<code>{command}</code></p>
        <p class="small muted">
            {cx.t("recount-hash")}" "<code class="text-break">{hash}</code>
        </p>
    }
    .into_any();
    section(cx, "recount", body)
}
