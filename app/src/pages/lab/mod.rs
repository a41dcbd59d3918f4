//! Sessions of the Community Lab: public pages, and those of who runs them.

pub mod desk;
pub mod door;
pub mod dots;
pub mod form;
pub mod list;
pub mod minutes;
pub mod pack;
pub mod photos;
pub mod projector;
pub mod registration;
pub mod report;
pub mod room;
pub mod session;
pub mod taking_up;
pub mod told;

use domain::forms::FormState;
use domain::lab::mix::{Absent, Came, Mix};
use domain::lab::{AccessNeed, SessionState};
use domain::people::AgeBand;
use domain::territory::Category;
use domain::views::{PlaceName, Places, SessionRef};
use leptos::prelude::*;

use crate::format;
use crate::parts::forms::{self, Field, Options};
use crate::parts::{View, date_time, meta, nothing, official, state, words};
use crate::render::{Meta, PageContext};
use crate::urls::Page;

/// A public page under a session.
fn under(cx: &PageContext<'_>, title: impl Into<String>, session: &SessionRef) -> Meta {
    Meta::new(title)
        .under(cx.t("menu-sessions"), cx.path(Page::Sessions))
        .under_spoken(
            session.title.clone(),
            cx.path(Page::Session(session.number)),
            cx.content_lang(),
        )
        .here()
}

/// A page of who runs a session, under its desk.
fn at_work(cx: &PageContext<'_>, title: impl Into<String>, session: &SessionRef) -> Meta {
    Meta::staff(title)
        .under(cx.t("desk-sessions"), cx.path(Page::SessionsDesk))
        .under_spoken(
            session.title.clone(),
            cx.path(Page::SessionDesk(session.number)),
            cx.content_lang(),
        )
        .here()
}

/// Where a session stands, in words with an icon.
pub(crate) fn badge(cx: &PageContext<'_>, of: SessionState) -> View {
    let (class, name) = match of {
        SessionState::Prepared => ("state state--quiet", "it-pencil"),
        SessionState::Registering => ("state state--open", "it-calendar"),
        SessionState::Running => ("state state--open", "it-clock"),
        SessionState::MinutesDraft => ("state state--warn", "it-file"),
        SessionState::MinutesApproved => ("state state--good", "it-check-circle"),
        SessionState::GivenBack => ("state state--good", "it-check-circle"),
    };
    state::badge(cx, class, name, cx.coded("session-state", of.code()))
}

/// State, when and where, above a page's title.
fn eyebrow(cx: &PageContext<'_>, session: &SessionRef) -> View {
    meta(vec![badge(cx, session.state), when(cx, session), official(cx, session.place.clone())])
}

/// «21 marzo 2026 alle 9, fino alle 13».
fn when(cx: &PageContext<'_>, session: &SessionRef) -> View {
    let from = date_time(cx, session.starts);
    if session.ends <= session.starts {
        return from;
    }
    let to = cx.tw("session-until", &[("time", format::time(cx.lang, session.ends).into())]);
    view! { {from}" "{to} }.into_any()
}

/// Whether there is room, in words.
fn room_left(cx: &PageContext<'_>, places: Places) -> View {
    match places {
        Places::Open => words(cx.t("places-open")),
        Places::Free => words(cx.t("places-free")),
        Places::Few => words(cx.t("places-few")),
        Places::Full => words(cx.t("places-full")),
    }
}

/// An age band in words.
pub(crate) fn age(cx: &PageContext<'_>, band: AgeBand) -> &'static str {
    cx.t(&format!("coverage-age-{}", band.code().replace('+', "-plus")))
}

/// What a place offers or somebody needs, as a sentence of a list.
fn access(cx: &PageContext<'_>, needs: &[AccessNeed]) -> String {
    let needs: Vec<&str> = needs.iter().map(|one| cx.coded("access", one.code())).collect();
    needs.join(", ")
}

/// Municipality, category and age band: each may stay empty.
fn who(cx: &PageContext<'_>, form: &FormState, places: &[PlaceName], short: bool) -> View {
    let options: Options =
        places.iter().map(|place| (place.code.clone(), place.name.clone())).collect();
    let field = |name: &str, key: &str, hint: &str| {
        let field = Field::new(name, cx.t(key)).optional();
        if short { field } else { field.hint(cx.t(hint)) }
    };
    let place = field("municipality", "municipality", "came-municipality-hint");
    let place = forms::select(cx, form, place, vec![(String::new(), options)]);
    let options: Options = Category::ALL
        .iter()
        .map(|of| (of.code().to_owned(), cx.coded("came-category", of.code()).to_owned()))
        .collect();
    let category = field("category", "came-category", "came-category-hint");
    let category = forms::select(cx, form, category, vec![(String::new(), options)]);
    let options: Options =
        AgeBand::ALL.iter().map(|of| (of.code().to_owned(), age(cx, *of).to_owned())).collect();
    let band = field("age", "came-age", "came-age-hint");
    let band = forms::select(cx, form, band, vec![(String::new(), options)]);
    view! { {place}{category}{band} }.into_any()
}

/// What somebody said of themselves, in a line.
fn said(cx: &PageContext<'_>, came: &Came, places: &[PlaceName]) -> View {
    let place = came.municipality.as_ref().map(|code| {
        let name = places.iter().find(|place| place.code == *code);
        official(cx, name.map_or_else(|| code.clone(), |place| place.name.clone()))
    });
    let category = came.category.map(|of| words(cx.coded("came-category", of.code())));
    let band = came.age.map(|of| words(age(cx, of)));
    let all: Vec<View> = [place, category, band].into_iter().flatten().collect();
    if all.is_empty() {
        view! { <p class="small muted mb-0">{cx.t("came-unsaid")}</p> }.into_any()
    } else {
        meta(all)
    }
}

/// Who is missing, as a warning: «nessuno da Montefalcino, nessun giovane».
fn absent(cx: &PageContext<'_>, mix: &Mix, places: &[PlaceName]) -> Option<String> {
    let from: Vec<String> = mix
        .absent
        .iter()
        .filter_map(|one| match one {
            Absent::Municipality(code) => {
                let name = places.iter().find(|place| place.code == *code);
                let name = name.map_or(code.as_str(), |place| place.name.as_str());
                Some(cx.tw("mix-none-from", &[("place", name.into())]))
            }
            Absent::Young => Some(cx.t("mix-none-young").to_owned()),
            Absent::Old => Some(cx.t("mix-none-old").to_owned()),
            Absent::Category(_) => None,
        })
        .collect();
    (!from.is_empty()).then(|| from.join(", "))
}

/// The mix of a room: who is missing, and how many of each there are.
fn mix(cx: &PageContext<'_>, mix: &Mix, places: &[PlaceName]) -> View {
    if mix.people == 0 {
        return view! { <p>{cx.t("mix-nobody")}</p> }.into_any();
    }
    let missing = absent(cx, mix, places).map(|list| {
        view! { <p class="mix-missing"><strong>{cx.t("mix-missing")}</strong>" "{list}"."</p> }
    });
    let categories: Vec<String> = mix
        .absent
        .iter()
        .filter_map(|one| match one {
            Absent::Category(of) => Some(cx.coded("came-category", of.code()).to_owned()),
            Absent::Municipality(_) | Absent::Young | Absent::Old => None,
        })
        .collect();
    let categories = (!categories.is_empty()).then(|| {
        let list = categories.join(", ");
        view! { <p class="small">{cx.t("mix-missing-categories")}" "{list}"."</p> }
    });
    let by_place: Vec<(String, u32)> = mix
        .municipalities
        .iter()
        .map(|(code, people)| {
            let name = places.iter().find(|place| place.code == *code);
            (name.map_or_else(|| code.clone(), |place| place.name.clone()), *people)
        })
        .collect();
    let by_age: Vec<(String, u32)> =
        mix.ages.iter().map(|(band, people)| (age(cx, *band).to_owned(), *people)).collect();
    let by_category: Vec<(String, u32)> = mix
        .categories
        .iter()
        .filter(|(_, people)| *people > 0)
        .map(|(of, people)| (cx.coded("came-category", of.code()).to_owned(), *people))
        .collect();
    view! {
        {missing}
        {categories}
        {tally(cx, "municipality", by_place)}
        {tally(cx, "came-age", by_age)}
        {tally(cx, "came-category", by_category)}
    }
    .into_any()
}

/// How many of each, as a small table.
fn tally(cx: &PageContext<'_>, key: &str, list: Vec<(String, u32)>) -> View {
    if list.is_empty() {
        return nothing();
    }
    let rows: Vec<View> = list
        .into_iter()
        .map(|(name, people)| {
            let number = format::whole(cx.lang, people.into());
            view! { <tr><th scope="row">{name}</th><td class="num">{number}</td></tr> }.into_any()
        })
        .collect();
    let caption = cx.t(key).to_owned();
    view! {
        <table class="table table-dense">
            <caption>{caption}</caption>
            <thead class="visually-hidden">
                <tr><th scope="col">{cx.t(key)}</th><th scope="col">{cx.t("mix-people")}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
