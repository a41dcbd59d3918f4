//! The room: cards as they are written, with one hand, and the wall.

use domain::forms::FormState;
use domain::lab::room::{CARD_WORDS_MOST, COLUMN_MOST};
use domain::views::{RoomCard, RoomColumn, SessionRoom, Shell};
use leptos::prelude::*;

use super::{at_work, eyebrow};
use crate::parts::forms::{self, Field};
use crate::parts::{
    Tone, View, card as cards, disclosure, hidden, icon, nothing, notice, p, page_head, queue,
    why_not,
};
use crate::render::{Bundle, PageContext, document};
use crate::urls::Page;

/// The room; its forms post to its own address.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SessionRoom, form: &FormState) -> String {
    let faulty = !form.faults.is_empty();
    let meta =
        at_work(cx, cx.t("room-title"), &view.session).faulty(faulty).with_island(Bundle::Room);
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &SessionRoom, form: &FormState) -> View {
    let lead = view.question.clone();
    let head = page_head(Some(eyebrow(cx, &view.session)), cx.t("room-title"), None);
    // Each form has its own part of what was sent.
    let act = form.fields.text("do");
    let blank = FormState { id: form.id.clone(), ..FormState::default() };
    let of = |name: &str| if act == name { form } else { &blank };
    let cover = cover(cx, view);
    let write = write(cx, view, of("card"));
    let wall = wall(cx, view, of("wall"));
    let columns = columns(cx, view, of("column"));
    let off = off(cx, view);
    view! {
        {forms::error_summary(cx, form)}
        {head}
        <p class="lead" lang=cx.content_lang()>{lead}</p>
        {cover}
        <div class="room">
            {write}
            {wall}
            {off}
            {columns}
        </div>
    }
    .into_any()
}

/// What is pressed at once: nothing is read on the projector any more.
fn cover(cx: &PageContext<'_>, view: &SessionRoom) -> View {
    let (act, key, class) = if view.covered {
        ("uncover", "room-uncover", "btn btn-primary btn-sm")
    } else {
        ("cover", "room-cover", "btn btn-outline-danger btn-sm")
    };
    let cover = view.may_hide.is_ok().then(|| {
        let button = forms::act(class, "act", act, cx.t(key).into_any());
        view! {
            <form method="post" action=cx.here()>{forms::hidden_field("do", "wall")}{button}</form>
        }
    });
    let covered = view.covered.then(|| notice(cx, Tone::Warning, cx.t("room-covered"), nothing()));
    view! { {covered}{cover} }.into_any()
}

/// Where else one goes.
fn places(cx: &PageContext<'_>, view: &SessionRoom) -> View {
    let number = view.session.number;
    let link = |page: Page, words: &str| {
        let (href, words) = (cx.path(page), words.to_owned());
        view! { <a class="btn btn-outline-primary btn-sm" href=href>{words}</a> }.into_any()
    };
    let dots = view.dotted.then(|| link(Page::SessionDots(number), cx.t("room-to-dots")));
    view! {
        <div class="button-row room-places">
            {link(Page::SessionWall(number), cx.t("room-to-wall"))}
            {dots}
            {link(Page::SessionPhotos(number), cx.t("room-to-photos"))}
        </div>
    }
    .into_any()
}

fn write(cx: &PageContext<'_>, view: &SessionRoom, form: &FormState) -> View {
    let title = cx.t("room-write");
    let body = match &view.may_run {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) if view.frozen => {
            let href = cx.path(Page::SessionDots(view.session.number));
            let words = cx.t("room-frozen-more");
            let body = view! { <p>{words}" "<a href=href>{cx.t("room-to-dots")}</a></p> };
            notice(cx, Tone::Plain, cx.t("room-frozen"), body.into_any())
        }
        Ok(()) => write_form(cx, view, form),
    };
    view! {
        <section class="room-write" aria-labelledby="write">
            <h2 class="h3" id="write">{title}</h2>
            {body}
            {places(cx, view)}
        </section>
    }
    .into_any()
}

fn write_form(cx: &PageContext<'_>, view: &SessionRoom, form: &FormState) -> View {
    let hint = cx.tw("room-card-hint", &[("most", CARD_WORDS_MOST.into())]);
    let mut field = Field::new("card", cx.t("room-card")).hint(hint);
    field.lang = Some(cx.content.to_owned());
    let card = forms::text_area(cx, form, field, 2, true);
    let field = Field::new("card_token", cx.t("room-token"))
        .hint(cx.tn("room-token-hint", view.arrived))
        .optional()
        .autocomplete("off")
        .numeric();
    let token = forms::input(cx, form, field, "text", true);
    let field = Field::new("assisted", cx.t("room-assisted"));
    let assisted = forms::check(cx, form, field);
    let field = Field::new("read_back", cx.t("room-read-back")).hint(cx.t("room-read-back-hint"));
    let read_back = forms::check(cx, form, field);
    let quotable = Field::new("quotable", cx.t("room-quotable"));
    let quotable = forms::check(cx, form, quotable);
    let last = view.last.as_ref().map(|(number, words)| {
        let told = cx.tw("room-last", &[("number", (*number).into())]);
        let words = words.clone();
        view! { {told}" "<q lang=cx.content_lang()>{words}</q> }
    });
    let count = cx.tn("room-cards", view.cards);
    view! {
        <form class="form" method="post" action=cx.here() novalidate=true data-queue="card">
            {forms::hidden_field("do", "card")}
            {forms::form_id(form)}
            {card}
            {token}
            {quotable}
            {assisted}
            {read_back}
            <div class="button-row">{forms::submit(cx.t("room-send"))}</div>
        </form>
        {queue::queue(cx, "room-queue")}
        <p id="room-latest" class="room-latest" data-queue-fresh>{count}" "{last}</p>
    }
    .into_any()
}

fn chosen(form: &FormState, number: i64) -> bool {
    form.fields.texts("c").any(|one| one == number.to_string())
}

/// The wall, and what is done with the cards that are ticked in it.
fn wall(cx: &PageContext<'_>, view: &SessionRoom, form: &FormState) -> View {
    let none = view.columns.iter().all(|column| column.cards.is_empty());
    let live = view.may_run.is_ok() && !view.frozen;
    let pick = live || view.may_take_up.is_ok();
    let columns: Vec<View> = view
        .columns
        .iter()
        .filter(|column| column.position > 0 || !column.cards.is_empty())
        .map(|column| column_of(cx, view, form, column, pick))
        .collect();
    let bar = (!none && pick).then(|| bar(cx, view, form, live));
    let empty = none.then(|| p(cx.t("room-wall-empty")));
    let fault = forms::fault(cx, form, "c");
    view! {
        <section class="room-wall" aria-labelledby="wall" id="c" data-queue-fresh>
            <h2 class="h3" id="wall">{cx.t("room-wall")}</h2>
            {fault}
            {empty}
            <form method="post" action=cx.here() novalidate=true>
                {forms::hidden_field("do", "wall")}
                <div class="wall">{columns}</div>
                {bar}
            </form>
        </section>
    }
    .into_any()
}

fn column_of(
    cx: &PageContext<'_>,
    view: &SessionRoom,
    form: &FormState,
    column: &RoomColumn,
    pick: bool,
) -> View {
    let (title, lang) = match column.position {
        0 => (cx.t("room-loose").to_owned(), None),
        _ => (column.title.clone(), cx.content_lang()),
    };
    let list: Vec<View> =
        column.cards.iter().map(|card| on_wall(cx, view, form, card, pick)).collect();
    let count = cx.tn("room-column-cards", column.cards.len());
    view! {
        <section class="wall-column">
            <h3 class="h5"><span lang=lang>{title}</span>" "<span class="muted">{count}</span></h3>
            <ul class="wall-cards" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

/// A box to tick, with the words of the card.
fn tick(cx: &PageContext<'_>, form: &FormState, card: &RoomCard, pick: bool) -> View {
    let (number, words) = (card.number, card.words.clone());
    let told = view! { <span class="wall-number">{number}</span>" "<span lang=cx.content_lang() dir="auto">{words}</span> };
    if !pick {
        return view! { <p class="wall-words">{told}</p> }.into_any();
    }
    let (id, checked) = (format!("c-{number}"), chosen(form, number));
    view! {
        <div class="check">
            <input type="checkbox" id=id.clone() name="c" value=number.to_string() checked=checked/>
            <label for=id>{told}</label>
        </div>
    }
    .into_any()
}

fn on_wall(
    cx: &PageContext<'_>,
    view: &SessionRoom,
    form: &FormState,
    card: &RoomCard,
    pick: bool,
) -> View {
    let mut about: Vec<View> = Vec::new();
    if card.assisted {
        about.push(view! { <li>{cx.t("room-is-assisted")}</li> }.into_any());
    }
    if card.quotable {
        about.push(view! { <li>{cx.t("room-is-quotable")}</li> }.into_any());
    }
    if let Some(became) = &card.became {
        let (href, words) = (cards::href(cx, became), cards::numbered(cx, became));
        let told = cx.t("room-became");
        about.push(view! { <li>{told}" "<a href=href>{words}</a></li> }.into_any());
    } else if card.taken {
        about.push(view! { <li>{cx.t("room-taken")}</li> }.into_any());
    }
    let about = (!about.is_empty()).then(|| view! { <ul class="meta" role="list">{about}</ul> });
    let behind = (!card.with.is_empty()).then(|| {
        let list: Vec<View> = card
            .with
            .iter()
            .map(|one| {
                let tick = tick(cx, form, one, pick);
                view! { <li>{tick}</li> }.into_any()
            })
            .collect();
        let count = cx.tn("room-behind", card.with.len());
        let body = view! { <ul class="wall-behind" role="list">{list}</ul> }.into_any();
        disclosure(count, false, body)
    });
    let hide = view.may_hide.is_ok().then(|| {
        let words = cx.t("room-hide");
        let which = cx.tw("room-hide-which", &[("number", card.number.into())]);
        let told = view! { {words}" "{hidden(which)} }.into_any();
        forms::act("btn btn-plain btn-sm", "hide", &card.number.to_string(), told)
    });
    view! { <li class="wall-card">{tick(cx, form, card, pick)}{about}{behind}{hide}</li> }
        .into_any()
}

/// What is done with the cards that are ticked.
fn bar(cx: &PageContext<'_>, view: &SessionRoom, form: &FormState, live: bool) -> View {
    let number = view.session.number;
    let arrange = live.then(|| {
        let mut columns: forms::Options = view
            .columns
            .iter()
            .filter(|column| column.position > 0)
            .map(|column| (column.position.to_string(), column.title.clone()))
            .collect();
        columns.push(("0".into(), cx.t("room-loose").to_owned()));
        let column = Field::new("column", cx.t("room-move-to"));
        let column = forms::select(cx, form, column, vec![(String::new(), columns)]);
        let fronts = view
            .columns
            .iter()
            .flat_map(|column| &column.cards)
            .map(|card| (card.number.to_string(), format!("{} · {}", card.number, card.words)))
            .collect();
        let front = Field::new("front", cx.t("room-same-as"));
        let front = forms::select(cx, form, front, vec![(String::new(), fronts)]);
        let small = "btn btn-outline-primary btn-sm";
        view! {
            <div class="wall-act">
                {column}
                {forms::act("btn btn-primary btn-sm", "act", "move", cx.t("room-move").into_any())}
            </div>
            <div class="wall-act">
                {front}
                {forms::act(small, "act", "same", cx.t("room-same").into_any())}
            </div>
            {forms::act(small, "act", "apart", cx.t("room-apart").into_any())}
        }
    });
    let take = view.may_take_up.is_ok().then(|| {
        let to = cx.path(Page::TakeUpCards(number));
        view! {
            <button class="btn btn-outline-primary btn-sm" type="submit" formmethod="get"
                formaction=to>{cx.t("room-take-up")}</button>
        }
    });
    let off = view.may_hide.is_ok().then(|| {
        forms::act("btn btn-outline-danger btn-sm", "act", "hide", cx.t("room-hide-all").into_any())
    });
    view! {
        <fieldset class="wall-bar">
            <legend class="h5">{cx.t("room-ticked")}</legend>
            {arrange}
            <div class="button-row">{take}{off}</div>
        </fieldset>
    }
    .into_any()
}

/// Cards that were taken off the wall, to be put back.
fn off(cx: &PageContext<'_>, view: &SessionRoom) -> View {
    if view.hidden.is_empty() {
        return nothing();
    }
    let back = |card: &RoomCard| {
        let (number, words) = (card.number, card.words.clone());
        let show = view.may_hide.is_ok().then(|| {
            let which = cx.tw("room-hide-which", &[("number", number.into())]);
            let told = view! { {cx.t("room-show")}" "{hidden(which)} }.into_any();
            forms::act("btn btn-outline-primary btn-sm", "show", &number.to_string(), told)
        });
        let eye = icon(cx, "it-password-invisible", "sm");
        view! {
            <li class="wall-card">
                <p class="wall-words">{eye}" "<span class="wall-number">{number}</span>" "
                    <span lang=cx.content_lang() dir="auto">{words}</span></p>
                {show}
            </li>
        }
        .into_any()
    };
    let list: Vec<View> = view.hidden.iter().map(back).collect();
    view! {
        <section aria-labelledby="off">
            <h2 class="h3" id="off">{cx.t("room-off")}</h2>
            <p class="measure">{cx.t("room-off-more")}</p>
            <form method="post" action=cx.here()>
                {forms::hidden_field("do", "wall")}
                <ul class="wall-cards" role="list">{list}</ul>
            </form>
        </section>
    }
    .into_any()
}

/// The columns: titles chosen by the group.
fn columns(cx: &PageContext<'_>, view: &SessionRoom, form: &FormState) -> View {
    if view.may_run.is_err() || view.frozen {
        return nothing();
    }
    let title = Field::new("column_title", cx.t("room-column")).most(COLUMN_MOST);
    let title = forms::input(cx, form, title, "text", false);
    let rows: Vec<View> = view
        .columns
        .iter()
        .filter(|column| column.position > 0)
        .map(|column| row(cx, form, column))
        .collect();
    let open = rows.is_empty() || form.faults.iter().any(|fault| fault.field.starts_with("title-"));
    let change = (!rows.is_empty()).then(|| {
        let body = view! { <div class="stack">{rows}</div> }.into_any();
        disclosure(cx.t("room-columns-change"), open, body)
    });
    view! {
        <section aria-labelledby="columns">
            <h2 class="h3" id="columns">{cx.t("room-columns")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {forms::hidden_field("do", "column")}
                {title}
                <div class="button-row">
                    {forms::act("btn btn-outline-primary", "act", "column_new", cx.t("room-column-add").into_any())}
                </div>
            </form>
            {change}
        </section>
    }
    .into_any()
}

fn row(cx: &PageContext<'_>, form: &FormState, column: &RoomColumn) -> View {
    let name = format!("title-{}", column.position);
    let mut filled = form.clone();
    if !filled.fields.has(&name) {
        filled.fields.set(&name, &column.title);
    }
    let label = cx.tw("room-column-title", &[("number", column.position.into())]);
    let title = forms::input(cx, &filled, Field::new(name, label), "text", false);
    let small = "btn btn-outline-primary btn-sm";
    let earlier = (column.position > 1)
        .then(|| forms::act(small, "act", "earlier", cx.t("room-column-earlier").into_any()));
    let remove = forms::act(
        "btn btn-outline-danger btn-sm",
        "act",
        "remove",
        cx.t("room-column-remove").into_any(),
    );
    view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {forms::hidden_field("do", "column")}
            {forms::hidden_field("which", column.position.to_string())}
            {title}
            <div class="button-row">
                {forms::act(small, "act", "rename", cx.t("room-column-rename").into_any())}
                {earlier}
                {remove}
            </div>
        </form>
    }
    .into_any()
}
