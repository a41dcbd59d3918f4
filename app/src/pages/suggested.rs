//! Suggested groups of a round: drafts with their reasons, of which a person takes what belongs
//! together.

use domain::forms::FormState;
use domain::views::{ContributionCard, Shell, SuggestedGroupView, SuggestedPage};
use leptos::prelude::*;

use super::workbench::CHOSEN;
use crate::parts::bench::ACT;
use crate::parts::forms::{Field, hidden_field, input};
use crate::parts::lists::{kinds, names};
use crate::parts::{
    Tone, View, card, disclosure, empty, meta, nothing, notice, p, page_head, state, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Name in the address of how near texts must be, in hundredths.
pub const CUT: &str = "vicinanza";

/// How near an address asks texts to be.
pub fn cut_of(value: &str) -> Option<f32> {
    let hundredths: u8 = value.parse().ok()?;
    (1..=150).contains(&hundredths).then(|| f32::from(hundredths) / 100.0)
}

/// A score in hundredths.
fn hundredths(score: f32) -> i64 {
    format!("{:.0}", score * 100.0).parse().unwrap_or(0)
}

/// The suggested groups of a round.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SuggestedPage) -> String {
    let title = format!("{} – {}", cx.t("suggested-title"), view.round.title);
    document(cx, shell, Meta::staff(title), || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &SuggestedPage) -> View {
    let (href, round) = (cx.path(Page::Workbench(view.round.number)), view.round.title.clone());
    let eyebrow = view! {
        <a href=href>{cx.t("bench-title")}</a>" · "<span lang=cx.content_lang()>{round}</span>
    };
    let lead = cx.t("suggested-lead").to_owned();
    let head = page_head(Some(eyebrow.into_any()), cx.t("suggested-title"), Some(lead));
    view! {
        {head}
        {kinds(cx, Page::SuggestedGroups(view.round.number), view.kind)}
        {nearness(cx, view)}
        {groups(cx, view)}
    }
    .into_any()
}

/// How near texts must be: found in the round, or set by hand.
fn nearness(cx: &PageContext<'_>, view: &SuggestedPage) -> View {
    if view.building {
        return nothing();
    }
    let now = hundredths(view.cut);
    let key = if view.asked.is_some() { "suggested-cut-asked" } else { "suggested-cut-found" };
    let told = cx.tw(key, &[("cut", now.into())]);
    let mut form = FormState::default();
    form.fields.set(CUT, now.to_string());
    let field = Field::new(CUT, cx.t("suggested-cut")).hint(cx.t("suggested-cut-hint"));
    let field = input(cx, &form, field, "number", true);
    let kind = hidden_field(names::KIND, view.kind.code());
    let action = cx.path(Page::SuggestedGroups(view.round.number));
    let set = view! {
        <form class="form" method="get" action=action>
            {kind}{field}
            <button class="btn btn-outline-primary" type="submit">{cx.t("suggested-cut-go")}</button>
        </form>
    };
    let set = disclosure(cx.t("suggested-cut-change"), view.asked.is_some(), set.into_any());
    view! { <div class="measure"><p class="muted">{told}</p>{set}</div> }.into_any()
}

fn groups(cx: &PageContext<'_>, view: &SuggestedPage) -> View {
    if view.building {
        let next = p(cx.t("suggested-building-next"));
        return notice(cx, Tone::Plain, cx.t("suggested-building"), next);
    }
    if view.groups.is_empty() {
        let key = if view.done > 0 { "suggested-all-done" } else { "suggested-none" };
        return empty(cx, cx.t(key), cx.t(&format!("{key}-next")), None);
    }
    let list: Vec<View> = view
        .groups
        .iter()
        .enumerate()
        .map(|(index, one)| group(cx, view, index + 1, one))
        .collect();
    let more = (view.others > 0).then(|| p(cx.tn("suggested-others", view.others)));
    let done = (view.done > 0).then(|| p(cx.tn("suggested-done", view.done)));
    view! { <div class="stack-lg mt-4">{list}{more}{done}</div> }.into_any()
}

fn group(
    cx: &PageContext<'_>,
    view: &SuggestedPage,
    number: usize,
    one: &SuggestedGroupView,
) -> View {
    let id = format!("suggested-{number}");
    let label = id.clone();
    let n = i64::try_from(number).unwrap_or(i64::MAX);
    let title = cx.tw("suggested-group", &[("number", n.into())]);
    let near = cx.tw("suggested-near", &[("score", hundredths(one.cohesion).into())]);
    let mut reasons = vec![words(cx.tn("suggested-texts", one.texts.len())), words(near)];
    if one.same_policy {
        reasons.push(words(cx.t("suggested-policy")));
    }
    let shared = (!one.words.is_empty()).then(|| {
        let shared = one.words.join(", ");
        view! {
            <p>{cx.t("suggested-words")}" "<span lang=cx.content_lang()>{shared}</span></p>
        }
    });
    let rows: Vec<View> = one.texts.iter().map(|(card, brought)| row(cx, card, *brought)).collect();
    // On to the page of the draft, which nobody but staff sees.
    let begin = cx.path_with(Page::Workbench(view.round.number), "in=nuova&poi=bozza");
    view! {
        <section aria-labelledby=label>
            <h2 class="h4" id=id>{title}</h2>
            {meta(reasons)}
            {shared}
            <form method="get" action=cx.path(Page::NewCluster(view.round.number))>
                <ul class="queue queue--pick" role="list">{rows}</ul>
                <div class="button-row">
                    <button class="btn btn-primary" type="submit" formmethod="post"
                        formaction=begin name=ACT value="metti">{cx.t("suggested-begin")}</button>
                    <button class="btn btn-outline-primary" type="submit">{cx.t("bench-make")}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// A text of a group, chosen unless it is in one already.
fn row(cx: &PageContext<'_>, one: &ContributionCard, brought: bool) -> View {
    let contribution = &one.contribution;
    let number = contribution.number.to_string();
    let title = card::title(cx, contribution);
    let pick = cx.tw("bench-pick", &[("title", title.as_str().into())]);
    let mut about = vec![
        words(card::numbered(cx, contribution)),
        words(one.municipality.clone()),
        state::stage(cx, contribution.kind, one.stage),
    ];
    if brought {
        about.push(words(cx.t("suggested-brought")));
    }
    let link = card::link(cx, contribution);
    let (excerpt, lang) = (one.excerpt.clone(), contribution.language.clone());
    view! {
        <li>
            <input type="checkbox" name=CHOSEN value=number aria-label=pick checked=!brought/>
            <div>
                <strong class="queue-title">{link}</strong>
                <p class="small mb-0" lang=lang dir="auto">{excerpt}</p>
                {meta(about)}
            </div>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearness_is_asked_in_hundredths() {
        assert_eq!(cut_of("30"), Some(0.3));
        assert_eq!((cut_of("0"), cut_of("151"), cut_of("tanto")), (None, None, None));
        assert_eq!(hundredths(0.305), 30);
    }
}
