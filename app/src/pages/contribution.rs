//! A contribution: the words first, large; then support, the thread so far, comments, similar
//! ones. All its forms post to its own address and say in `do` what is meant.

use domain::comments::FlagReason;
use domain::contributions::{BODY_MOST, FIELD_MOST, Kind, Standing, TITLE_MOST, Words};
use domain::faults::Refusal;
use domain::forms::{Fields, FormState};
use domain::outcomes::Outcome;
use domain::rounds::RoundState;
use domain::screening::Screening;
use domain::views::{ContributionPage, NoteView, Shell, SimilarCard, Tombstone};
use islands::SupportButton;
use leptos::prelude::*;

use super::workbench::CHOSEN;
use crate::format;
use crate::parts;
use crate::parts::forms::{self, Field, Pick, hidden_field};
use crate::parts::lists::query;
use crate::parts::voice::{Size, translation, voice};
use crate::parts::{
    Tone, View, arrow_link, card, date, disclosure, handled, help, merge, meta, nothing, notice,
    official, p, people, session, state, thread, why_not, withdrawing, words,
};
use crate::render::{Bundle, Meta, PageContext, document};
use crate::urls::Page;

mod comments;

/// A contribution; the form is whichever of its forms was sent and has to be drawn again.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &ContributionPage,
    form: &FormState,
) -> String {
    let contribution = &view.card.contribution;
    let (list, key) = match contribution.kind {
        Kind::Need => (Page::Needs, "menu-needs"),
        Kind::Proposal => (Page::Proposals, "menu-proposals"),
    };
    let round = cx.path(Page::Round(view.round.number));
    let mut about = Meta::new(card::title(cx, contribution))
        .spoken(card::language(contribution).filter(|language| language != cx.lang.code()))
        .described(view.card.excerpt.clone())
        .under_spoken(view.round.title.clone(), round, cx.content_lang())
        .under(cx.t(key), cx.path(list))
        .faulty(!form.faults.is_empty());
    if view.standing != Standing::Published {
        about = about.private();
    }
    // Only who may support needs the island.
    about.bundle = (view.may_support.is_ok() && view.standing == Standing::Published)
        .then_some(Bundle::Everyone);
    let screening = waiting(view);
    let danger = screening.danger()
        || Screening::of(&[form.fields.text("comment"), form.fields.text("edited")]).danger();
    document(cx, shell, about.with_leave(danger), || {
        let help = danger.then(|| help::danger(cx, &shell.ambito));
        let body = body(cx, view, form, &screening);
        view! { {help}{body} }.into_any()
    })
}

/// What the detectors find in the viewer's own text while it waits: why it does.
fn waiting(view: &ContributionPage) -> Screening {
    match &view.words {
        Some(words) if view.own && view.standing == Standing::InModeration => {
            Screening::of_words(words)
        }
        Some(_) | None => Screening::default(),
    }
}

fn body(
    cx: &PageContext<'_>,
    view: &ContributionPage,
    form: &FormState,
    screening: &Screening,
) -> View {
    let errors = forms::error_summary(cx, form);
    let main = vec![
        standing(cx, view),
        help::held(cx, screening, &view.card.contribution.language),
        theirs(cx, view, form),
        article(cx, view, form),
        merge::own(cx, form, &view.merges, &Vec::new()),
        joined(cx, view),
        proposed(cx, view),
        parts::split::section(cx, view.split.as_ref()),
        divide(cx, view),
        support(cx, view),
        notes(cx, view).into_any(),
        the_thread(cx, view),
        parts::links::of_contribution(cx, view, form),
        comments::section(cx, view, form),
        own(cx, view, form),
        draft(cx, view),
        outcome(cx, view, form),
    ];
    let aside = vec![what_next(cx, view), links(cx, view), similar(cx, view)];
    view! {
        {errors}
        <div class="split">
            <div class="stack-lg">{main}</div>
            <aside class="stack">{aside}</aside>
        </div>
    }
    .into_any()
}

/// The form as it was sent if it was this one, else an empty one with the same id.
fn own_form(form: &FormState, act: &str) -> FormState {
    if form.fields.text("do") == act {
        form.clone()
    } else {
        FormState { id: form.id.clone(), ..FormState::default() }
    }
}

/// What moderators did with the viewer's own text: a softer wording, the appeal.
fn theirs(cx: &PageContext<'_>, view: &ContributionPage, form: &FormState) -> View {
    let language = &view.card.contribution.language;
    let (handled, whose) = (&view.handled, Vec::new());
    let hidden = view.standing == Standing::Hidden;
    let soft = handled::softening(cx, form, handled, view.words.as_ref(), language, &whose);
    let again = handled::appeal(cx, form, handled, hidden, &whose, "appeal");
    view! { {soft}{again} }.into_any()
}

/// What two people found about supports that came all together.
fn notes(cx: &PageContext<'_>, view: &ContributionPage) -> Vec<View> {
    let told = |note: &NoteView| {
        let day = format::date(cx.lang, note.from);
        let key = format!("support-note-{}", note.finding.code());
        let said = note.note.clone();
        let body = view! {
            <p lang=cx.content_lang()>{said}</p>
            <p class="small">{cx.t("support-note-more")}</p>
        };
        notice(cx, Tone::Plain, cx.tw(&key, &[("date", day.into())]), body.into_any())
    };
    view.notes.iter().map(told).collect()
}

/// What is to be known before reading: not public yet, a tombstone, joined with others.
fn standing(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    let mut notices = Vec::new();
    if let Some(tombstone) = &view.tombstone {
        notices.push(gone(cx, view.standing, tombstone));
    } else if view.standing == Standing::InModeration {
        notices.push(notice(
            cx,
            Tone::Plain,
            cx.t("not-yet-public"),
            p(cx.t("not-yet-public-more")),
        ));
    }
    if notices.is_empty() { nothing() } else { notices.into_any() }
}

/// What is left of a text, and why.
pub(super) fn gone(cx: &PageContext<'_>, standing: Standing, tombstone: &Tombstone) -> View {
    let key = if standing == Standing::Hidden { "gone-hidden" } else { "gone-withdrawn" };
    let title = cx.tw(key, &[("date", format::date(cx.lang, tombstone.at).into())]);
    let who = tombstone.role.map_or_else(
        || cx.t("gone-by-author").to_owned(),
        |role| {
            let role = cx.coded("role", role.code());
            cx.tw("gone-by", &[("role", role.into())])
        },
    );
    let class = tombstone.reason_class.map(|class| p(cx.coded("reason-class", class.code())));
    // Only its author and the moderators get the words.
    let reason = tombstone.reason.as_ref().map(|reason| {
        view! { <p><strong>{cx.t("gone-reason")}</strong>" "{reason.clone()}</p> }
    });
    notice(
        cx,
        Tone::Plain,
        title,
        view! { <p>{who}</p>{class}{reason}<p>{cx.t("gone-next")}</p> }.into_any(),
    )
}

fn article(cx: &PageContext<'_>, view: &ContributionPage, form: &FormState) -> View {
    let contribution = &view.card.contribution;
    let facts = meta(vec![
        view! { <strong>{card::numbered(cx, contribution)}</strong> }.into_any(),
        words(view.card.municipality.clone()),
        official(cx, view.policy.name.clone()),
        date(cx, view.card.at),
    ]);
    let (title, lang) = (card::title(cx, contribution), card::language(contribution));
    let said = view.words.as_ref().map(|words| the_words(cx, words, &contribution.language));
    let translated = view.translation.as_ref().map(|one| translation(cx, one));
    let foreign = (contribution.language != cx.lang.code() && view.words.is_some()).then(|| {
        let name = crate::parts::voice::language_name(cx, &contribution.language);
        let words = cx.tw("written-in", &[("language", name.into())]);
        view! { <span class="badge">{words}</span> }.into_any()
    });
    let mut by =
        vec![words(card::author(cx, &view.card)), words(cx.coded("channel", view.channel.code()))];
    if view.assisted {
        by.push(words(cx.t("assisted")));
    }
    if view.revisions > 0 {
        by.push(words(cx.tn("revised", view.revisions)));
    }
    by.extend(foreign);
    let by = meta(by);
    let flag = flag(cx, view, form, None);
    let session = view.said.as_ref().map(|said| session::said(cx, said));
    view! {
        <article class="contribution-words">
            <div class="mb-1">{facts}</div>
            <h1 lang=lang dir="auto">{title}</h1>
            {said}
            {by}
            {session}
            {translated}
            {flag}
        </article>
    }
    .into_any()
}

fn the_words(cx: &PageContext<'_>, said: &Words, language: &str) -> View {
    let body = voice(&said.body, language, Size::Large);
    let more: Vec<_> = [
        ("strengths", &said.strengths),
        ("recipients", &said.recipients),
        ("doers", &said.doers),
        ("resources", &said.resources),
    ]
    .into_iter()
    .filter(|(_, text)| !text.trim().is_empty())
    .map(|(key, text)| {
        let title = cx.coded("words", key);
        let text = voice(text, language, Size::Plain);
        view! { <h2 class="h4 mt-2">{title}</h2>{text} }.into_any()
    })
    .collect();
    view! { {body}{more} }.into_any()
}

/// The form to report a text or a comment to the moderators.
fn flag(
    cx: &PageContext<'_>,
    view: &ContributionPage,
    form: &FormState,
    comment: Option<i64>,
) -> View {
    if view.may_flag.is_err() {
        return nothing();
    }
    let mut form = own_form(form, "flag");
    let number = comment.map(|comment| comment.to_string()).unwrap_or_default();
    let sent = form.fields.text("do") == "flag" && form.fields.text("number") == number;
    if !sent {
        form = FormState { id: form.id, ..FormState::default() };
    }
    let id = |name: &str| if sent { name.to_owned() } else { format!("{name}-{number}") };
    let picks = FlagReason::ALL
        .iter()
        .map(|reason| Pick::new(reason.code(), cx.coded("flag-reason", reason.code())))
        .collect();
    let field = Field::new("flag_reason", cx.t("flag-why")).id(id("flag_reason"));
    let why = forms::radios(cx, &form, field, picks);
    let field =
        Field::new("flag", cx.t("flag-what")).hint(cx.t("flag-hint")).optional().id(id("flag"));
    let area = forms::text_area(cx, &form, field, 3, false);
    let (form_id, number) =
        (forms::form_id(&form), comment.map(|number| hidden_field("number", number.to_string())));
    let send =
        forms::act("btn btn-outline-primary btn-sm", "do", "flag", cx.t("flag-send").into_any());
    let body = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {form_id}{number}{why}{area}{send}
        </form>
    }
    .into_any();
    disclosure(cx.t("flag-title"), sent, body)
}

fn support(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    if view.tombstone.is_some() || view.words.is_none() || view.standing != Standing::Published {
        return nothing();
    }
    let count = format::supporters(cx.lang, view.card.supports);
    let note = match view.round.state {
        RoundState::Open => cx.t("support-note"),
        _ => cx.t("support-note-closed"),
    }
    .to_owned();
    let echoes = match view.echoes {
        domain::suppression::Shown::None | domain::suppression::Shown::Unknown => String::new(),
        shown => cx.tw("echoes", &[("people", people(cx, shown).into())]),
    };
    let act = match &view.may_support {
        // An ordinary form without JavaScript. It needs no form id: a person supports once.
        Ok(()) => {
            let (action, label) = (cx.here(), cx.t("support-label").to_owned());
            let give = cx.coded("support", view.card.contribution.kind.code()).to_owned();
            let (take, mine) = (cx.t("unsupport").to_owned(), view.supported);
            return view! {
                <SupportButton action=action label=label words=count echoes=echoes note=note
                    mine=mine give=give take=take/>
            }
            .into_any();
        }
        Err(refusal) => match (view.round.state, refusal) {
            (RoundState::Open, Refusal::SignInNeeded) => {
                sign_in_to(cx, cx.coded("support-sign-in", view.card.contribution.kind.code()))
            }
            (RoundState::Open, _) => nothing(),
            _ => state::round(cx, view.round.state),
        },
    };
    // A reason is a sentence: it stands beneath the others, not in the column of the button.
    let why = match (&view.may_support, view.round.state) {
        (Err(Refusal::SignInNeeded) | Ok(()), _) => nothing(),
        (Err(refusal), RoundState::Open) => why_not(cx, refusal),
        (Err(_), _) => nothing(),
    };
    view! {
        <section class="support" aria-label=cx.t("support-label")>
            <div>
                <p class="support-count">{count}</p>
                {(!echoes.is_empty()).then(|| view! { <p>{echoes}</p> })}
                <p class="support-note">{note}</p>
                {why}
            </div>
            {act}
        </section>
    }
    .into_any()
}

fn the_thread(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    let contribution = &view.card.contribution;
    let drawn = thread::thread(cx, &view.thread);
    let whole = cx.path(Page::contribution_thread(contribution.kind, contribution.number));
    let whole = arrow_link(cx, whole, cx.t("thread-whole"));
    view! {
        <section aria-labelledby="thread">
            <h2 id="thread">{cx.t("thread-so-far")}</h2>
            {drawn}
            <p class="mt-2">{whole}</p>
        </section>
    }
    .into_any()
}

/// What the author may do: correct before it is public, withdraw.
fn own(cx: &PageContext<'_>, view: &ContributionPage, form: &FormState) -> View {
    if !view.own {
        return nothing();
    }
    let correct = view
        .may_correct
        .is_ok()
        .then(|| view.words.as_ref().map(|words| correction(cx, view, words, form)))
        .flatten();
    let withdraw = view.may_withdraw.is_ok().then(|| {
        let id = forms::form_id(form);
        let button = forms::act(
            "btn btn-outline-danger",
            "do",
            "withdraw",
            cx.t("withdraw-send").into_any(),
        );
        view! {
            {withdrawing(cx)}
            <form method="post" action=cx.here()>{id}{button}</form>
        }
        .into_any()
    });
    if correct.is_none() && withdraw.is_none() {
        return nothing();
    }
    let withdraw = withdraw.map(|body| disclosure(cx.t("withdraw-title"), false, body));
    view! {
        <section class="no-print" aria-labelledby="own">
            <h2 id="own">{cx.t("own-title")}</h2>
            {correct}
            {withdraw}
        </section>
    }
    .into_any()
}

fn correction(
    cx: &PageContext<'_>,
    view: &ContributionPage,
    words: &Words,
    form: &FormState,
) -> View {
    let sent = form.fields.text("do") == "correct";
    let mut state = own_form(form, "correct");
    if !sent {
        let mut fields = Fields::default();
        for (name, value) in [
            ("title", &words.title),
            ("body", &words.body),
            ("strengths", &words.strengths),
            ("recipients", &words.recipients),
            ("doers", &words.doers),
            ("resources", &words.resources),
        ] {
            fields.set(name, value.as_str());
        }
        state.fields = fields;
    }
    let title = forms::input(
        cx,
        &state,
        Field::new("title", cx.t("words-title")).most(TITLE_MOST),
        "text",
        false,
    );
    let body = forms::text_area(
        cx,
        &state,
        Field::new("body", cx.t("words-body")).most(BODY_MOST),
        7,
        true,
    );
    let more: &[&str] = match view.card.contribution.kind {
        Kind::Need => &["strengths"],
        Kind::Proposal => &["recipients", "doers", "resources"],
    };
    let more: Vec<_> = more
        .iter()
        .map(|name| {
            let field = Field::new(*name, cx.coded("words", name)).optional().most(FIELD_MOST);
            forms::text_area(cx, &state, field, 3, true)
        })
        .collect();
    let id = forms::form_id(&state);
    let send = forms::act("btn btn-primary", "do", "correct", cx.t("correct-send").into_any());
    let body = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {id}{title}{body}{more}{send}
        </form>
    }
    .into_any();
    disclosure(cx.t("correct-title"), sent, body)
}

/// For who facilitates: the way to its parts.
fn divide(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    if view.may_split.is_err() {
        return nothing();
    }
    let contribution = &view.card.contribution;
    let href = cx.path(Page::contribution_parts(contribution.kind, contribution.number));
    let key = if view.split.is_some() { "split-link-parts" } else { "split-link" };
    let link = arrow_link(cx, href, cx.t(key));
    view! { <p class="no-print">{link}</p> }.into_any()
}

/// For who drafts actions: one that begins from this text.
fn draft(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    if view.may_draft.is_err() {
        return nothing();
    }
    let number = view.card.contribution.number.to_string();
    let href = cx.path_with(Page::NewAction, &query(&[(CHOSEN, &number)]));
    view! {
        <section class="box no-print" aria-labelledby="draft">
            <h2 id="draft">{cx.t("draft-from-text-title")}</h2>
            <p>{cx.t("draft-from-text-more")}</p>
            <p><a class="btn btn-primary" href=href>{cx.t("draft-from-text")}</a></p>
        </section>
    }
    .into_any()
}

/// The office's direct answer to a text that enters no action.
fn outcome(cx: &PageContext<'_>, view: &ContributionPage, form: &FormState) -> View {
    if view.may_answer.is_err() {
        return nothing();
    }
    let state = own_form(form, "outcome");
    let picks = Outcome::ALL
        .iter()
        .map(|outcome| Pick::new(outcome.code(), cx.coded("outcome", outcome.code())))
        .collect();
    let radios = forms::radios(cx, &state, Field::new("outcome", cx.t("outcome-which")), picks);
    let reason = forms::text_area(
        cx,
        &state,
        Field::new("reason", cx.t("outcome-reason")).hint(cx.t("outcome-reason-hint")),
        5,
        false,
    );
    let field = Field::new("addressed_to", cx.t("outcome-addressed"))
        .hint(cx.t("outcome-addressed-hint"))
        .optional();
    let bodies = vec![(String::new(), view.organisations.clone())];
    let addressed = forms::select(cx, &state, field, bodies);
    let id = forms::form_id(&state);
    let send = forms::act("btn btn-primary", "do", "outcome", cx.t("outcome-send").into_any());
    view! {
        <section class="box no-print" aria-labelledby="answer">
            <h2 id="answer">{cx.t("outcome-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{radios}{reason}{addressed}{send}
            </form>
        </section>
    }
    .into_any()
}

/// What happens next, from the first step that is still to come.
fn what_next(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    use domain::views::StepWhat;
    let Some((next, by)) = view.thread.steps.iter().find_map(|step| match &step.what {
        StepWhat::Next { next, by } => Some((*next, *by)),
        _ => None,
    }) else {
        return nothing();
    };
    let what = cx.coded("next", next.code());
    let by = by.map(|by| {
        let day = format::day(cx.lang, format::last_day(by));
        p(cx.tw("next-by", &[("date", day.into())]))
    });
    let more = thread::next_words(cx, next);
    view! {
        <div class="panel">
            <h2>{cx.t("what-next")}</h2>
            <p><strong>{what}</strong></p>
            {by}
            <p>{more}</p>
        </div>
    }
    .into_any()
}

/// A button to sign in and come back, for this.
fn sign_in_to(cx: &PageContext<'_>, words: &'static str) -> View {
    let href = crate::parts::sign_in_href(cx);
    view! { <a class="btn btn-outline-primary" rel="nofollow" href=href>{words}</a> }.into_any()
}

/// Merges of it that are proposed: it is joined with nothing yet. Its author reads more of them
/// above.
fn proposed(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    if view.proposed.is_empty() || !view.merges.is_empty() {
        return nothing();
    }
    let list: Vec<View> = view
        .proposed
        .iter()
        .map(|one| {
            let (link, badge) = (card::cluster_link(cx, &one.cluster), merge::badge(cx, one));
            view! { <li>{link}<p>{badge}</p></li> }.into_any()
        })
        .collect();
    view! {
        <section class="box" aria-labelledby="proposed">
            <h2 class="h3" id="proposed">{cx.t("proposed-title")}</h2>
            <p class="small muted">{cx.t("proposed-more")}</p>
            <ul class="similar" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

/// Clusters and actions it has entered; it stays as it is. Told right beneath the words.
fn joined(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    if view.clusters.is_empty() && view.actions.is_empty() {
        return nothing();
    }
    let clusters = view.clusters.iter().map(|cluster| {
        let link = card::cluster_link(cx, cluster);
        view! { <li>{link}<p>{cx.t("is-cluster")}</p></li> }.into_any()
    });
    let actions = view.actions.iter().map(|action| {
        let (link, badge) = (card::action_link(cx, action), state::action(cx, action.state));
        view! { <li>{link}<p>{badge}</p></li> }.into_any()
    });
    let list: Vec<_> = clusters.chain(actions).collect();
    view! {
        <section class="box" aria-labelledby="joined">
            <h2 class="h3" id="joined">{cx.t("joined-title")}</h2>
            <p class="small muted">{cx.t("joined-more")}</p>
            <ul class="similar" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

fn links(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    let group = |id: &'static str, list: &[domain::views::ContributionRef]| {
        (!list.is_empty()).then(|| {
            let drawn = card::links(cx, list);
            let title = cx.t(id);
            view! {
                <section aria-labelledby=id><h2 class="h3" id=id>{title}</h2>{drawn}</section>
            }
            .into_any()
        })
    };
    let echo = view.echo_of.as_slice().to_vec();
    vec![
        group("echo-of", &echo),
        group("answers-needs", &view.answers),
        group("answered-by", &view.answered_by),
    ]
    .into_any()
}

fn similar(cx: &PageContext<'_>, view: &ContributionPage) -> View {
    if view.similar.is_empty() {
        return nothing();
    }
    let list: Vec<_> = view.similar.iter().map(|one| similar_one(cx, one)).collect();
    view! {
        <section aria-labelledby="similar">
            <h2 class="h3" id="similar">{cx.t("similar-title")}</h2>
            <ul class="similar" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

/// A similar one, with what it has in common.
pub fn similar_one(cx: &PageContext<'_>, one: &SimilarCard) -> View {
    let link = card::link(cx, &one.contribution);
    let kind = state::kind(cx, one.contribution.kind);
    let shared = (!one.shared_words.is_empty()).then(|| {
        let list = one.shared_words.join(", ");
        let words = cx.tw("shared-words", &[("words", list.into())]);
        view! { <p>{words}</p> }
    });
    let supported = card::supports(cx, one.contribution.kind, one.supports);
    view! { <li>{link}<p>{kind}" · "{supported}</p>{shared}</li> }.into_any()
}
