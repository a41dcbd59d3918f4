//! Photographs of the wall, added and removed.

use domain::forms::FormState;
use domain::lab::room::ALT_MOST;
use domain::views::{SessionPhoto, SessionPhotos, Shell};
use leptos::prelude::*;

use super::{at_work, eyebrow};
use crate::parts::forms::{self, Field};
use crate::parts::{View, arrow_link, hidden, next, p, page_head, why_not};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// Photographs; its forms post to its own address, that of a new one with a file.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SessionPhotos, form: &FormState) -> String {
    let meta = at_work(cx, cx.t("photos-title"), &view.session).faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &SessionPhotos, form: &FormState) -> View {
    let lead = cx.t(if view.public { "photos-lead-public" } else { "photos-lead" }).to_owned();
    let head = page_head(Some(eyebrow(cx, &view.session)), cx.t("photos-title"), Some(lead));
    let back = arrow_link(cx, cx.path(Page::SessionRoom(view.session.number)), cx.t("room-back"));
    let add = match &view.may_run {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => add(cx, form),
    };
    let list: Vec<View> = view.photos.iter().map(|photo| one(cx, view, photo)).collect();
    let there = if list.is_empty() {
        p(cx.t("photos-none"))
    } else {
        view! { <ul class="photos" role="list">{list}</ul> }.into_any()
    };
    view! {
        {forms::error_summary(cx, form)}
        {head}
        <p>{back}</p>
        <div class="stack-lg">
            <section aria-labelledby="add" class="measure">
                <h2 class="h3" id="add">{cx.t("photos-add")}</h2>
                {add}
            </section>
            <section aria-labelledby="there">
                <h2 class="h3" id="there">{cx.t("photos-there")}</h2>
                {there}
            </section>
        </div>
    }
    .into_any()
}

fn add(cx: &PageContext<'_>, form: &FormState) -> View {
    let file = Field::new("photo", cx.t("photos-file")).hint(cx.t("photos-file-hint"));
    let file = forms::file(cx, form, file, "image/jpeg,image/png");
    let alt = Field::new("alt", cx.t("photos-alt")).hint(cx.t("photos-alt-hint")).most(ALT_MOST);
    let alt = forms::text_area(cx, form, alt, 3, false);
    let recognisable = Field::new("recognisable", cx.t("photos-recognisable"));
    let recognisable = forms::check(cx, form, recognisable);
    view! {
        <form class="form" method="post" action=cx.here() enctype="multipart/form-data"
            novalidate=true>
            {forms::form_id(form)}
            {file}
            {alt}
            {recognisable}
            {next(cx, cx.t("photos-next"))}
            <div class="button-row">{forms::submit(cx.t("photos-send"))}</div>
        </form>
    }
    .into_any()
}

fn one(cx: &PageContext<'_>, view: &SessionPhotos, photo: &SessionPhoto) -> View {
    let src = cx.path(Page::SessionPhoto(view.session.number, photo.number));
    let (alt, width, height) = (photo.alt.clone(), photo.width, photo.height);
    let remove = view.may_run.is_ok().then(|| {
        let which = cx.tw("photos-which", &[("number", photo.number.into())]);
        let told = view! { {cx.t("photos-remove")}" "{hidden(which)} }.into_any();
        let value = photo.number.to_string();
        view! {
            <form method="post" action=cx.here()>
                {forms::act("btn btn-outline-danger btn-sm", "remove", &value, told)}
            </form>
        }
    });
    let words = photo.alt.clone();
    view! {
        <li>
            <figure class="photo">
                <img src=src alt=alt width=width.to_string() height=height.to_string() loading="lazy"/>
                <figcaption lang=cx.content_lang()>{words}</figcaption>
            </figure>
            {remove}
        </li>
    }
    .into_any()
}
