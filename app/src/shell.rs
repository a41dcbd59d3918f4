//! Around every page: skip links, header, menu, breadcrumb, what was just done, footer.

use domain::views::{Desk, Landing, Shell};
use leptos::prelude::*;

use crate::parts::{Tone, View, hidden, icon, notice, official, sign_in_href};
use crate::render::{Meta, PageContext};
use crate::urls::{Lang, Page};

/// Drawn arms, where an Ambito has given none.
const ARMS: &str = concat!(
    r##"<path d="M4 4h48v30c0 16-11 25-24 30C15 59 4 50 4 34Z" fill="#fff"/>"##,
    r##"<path d="M8 8h40v12H8Z" fill="#06c"/>"##,
    r##"<path d="M8 50c10-12 14 4 20-6s12 4 17-4c-3 9-9 15-17 19-8-3-15-6-20-9Z" fill="#06c"/>"##,
    r##"<path d="m20 38 8-12 8 12Z" fill="#00326b"/>"##,
);

/// The page with its shell.
pub fn around(cx: &PageContext<'_>, shell: &Shell, meta: &Meta, body: View) -> View {
    let (skip, header) = (skip_links(cx), header(cx, shell));
    let (band, staff) = (demonstration(cx, shell), own(cx, shell));
    let crumbs = breadcrumb(cx, meta);
    let told = told(cx);
    let footer = footer(cx, shell);
    let main = main(meta, told, body);
    view! { {skip}{header}{band}{staff}{crumbs}{main}{footer} }.into_any()
}

/// The same for pages that belong to no Ambito.
pub fn around_bare(cx: &PageContext<'_>, meta: &Meta, body: View) -> View {
    let skip = skip_links(cx);
    let languages = languages(cx);
    let main = main(meta, None, body);
    view! {
        {skip}
        <header class="site-header">
            <div class="site-slim">
                <div class="container-xxl">
                    <div class="site-slim-owner"><span>{cx.t("product-tag")}</span></div>
                    <div class="site-slim-tools">{languages}</div>
                </div>
            </div>
            <div class="site-head">
                <div class="container-xxl">
                    <a class="site-brand" href="/">
                        <span class="site-brand-name">{cx.t("product")}</span>
                    </a>
                </div>
            </div>
        </header>
        {main}
        <footer class="site-foot" id="footer">
            <div class="site-foot-legal">
                <div class="container-xxl">
                    <p class="site-foot-trama">{cx.t("made-with")}</p>
                </div>
            </div>
        </footer>
    }
    .into_any()
}

fn main(meta: &Meta, told: Option<View>, body: View) -> View {
    if meta.bands {
        let told = told.map(|told| view! { <div class="container-xxl mt-2">{told}</div> });
        view! { <main id="main" tabindex="-1">{told}{body}</main> }.into_any()
    } else {
        view! {
            <main id="main" tabindex="-1" class="page">
                <div class="container-xxl">{told}{body}</div>
            </main>
        }
        .into_any()
    }
}

/// What was just done, in words, after a form led here.
fn told(cx: &PageContext<'_>) -> Option<View> {
    let code = cx.notice?;
    let plain = code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let key = format!("notice-{code}");
    if !plain || !cx.texts().has(&key) {
        return None;
    }
    let more = format!("{key}-more");
    let more = cx.texts().has(&more).then(|| crate::parts::p(cx.t(&more)));
    Some(notice(cx, Tone::Success, cx.t(&key), more.into_any()))
}

fn skip_links(cx: &PageContext<'_>) -> View {
    view! {
        <nav class="skiplinks" aria-label=cx.t("skip-label")>
            <a class="visually-hidden-focusable" href="#main">{cx.t("skip-to-main")}</a>
            <a class="visually-hidden-focusable" href="#footer">{cx.t("skip-to-footer")}</a>
        </nav>
    }
    .into_any()
}

fn languages(cx: &PageContext<'_>) -> View {
    let links: Vec<_> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let href = cx.in_language(lang);
            let current = (lang == cx.lang).then_some("true");
            let code = lang.code().to_uppercase();
            let name = hidden(lang.own_name());
            view! {
                <li>
                    <a href=href lang=lang.code() hreflang=lang.code() aria-current=current>
                        <span aria-hidden="true">{code}</span>{name}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <nav aria-label=cx.t("language-label")><ul class="site-lang">{links}</ul></nav> }
        .into_any()
}

fn header(cx: &PageContext<'_>, shell: &Shell) -> View {
    let (lead, languages) = (official(cx, shell.ambito.lead_authority.clone()), languages(cx));
    let sign = sign(cx, shell);
    let (brand, menu) = (brand(cx, shell, true), navigation(cx));
    let search = icon(cx, "it-search", "");
    let burger = icon(cx, "it-burger", "sm");
    let panel = links(cx, true);
    view! {
        <header class="site-header">
            <div class="site-slim">
                <div class="container-xxl">
                    <div class="site-slim-owner"><a href=cx.path(Page::Bodies)>{lead}</a></div>
                    <div class="site-slim-tools">{languages}{sign}</div>
                </div>
            </div>
            <div class="site-head">
                <div class="container-xxl">
                    {brand}
                    <a class="site-search" href=cx.path(Page::Search)>{cx.t("search")}" "{search}</a>
                    <details class="site-menu">
                        <summary>{burger}" "{cx.t("menu")}</summary>
                        <nav class="site-menu-panel" aria-label=cx.t("menu-label")>
                            <ul>{panel}</ul>
                        </nav>
                    </details>
                </div>
            </div>
            {menu}
        </header>
    }
    .into_any()
}

fn brand(cx: &PageContext<'_>, shell: &Shell, tag: bool) -> View {
    let name = shell.ambito.name.clone();
    let tag = tag.then(|| view! { <span class="site-brand-tag">{cx.t("site-tag")}</span> });
    view! {
        <a class="site-brand" href=cx.path(Page::Home)>
            <svg class="site-brand-arms" viewBox="0 0 56 68" aria-hidden="true" inner_html=ARMS></svg>
            <span>
                <span class="site-brand-name" lang=cx.content_lang()>{name}</span>{tag}
            </span>
        </a>
    }
    .into_any()
}

fn sign(cx: &PageContext<'_>, shell: &Shell) -> View {
    let drawn = icon(cx, "it-user", "sm");
    match &shell.viewer.name {
        Some(name) => {
            let name = name.clone();
            view! { <a class="site-signin" href=cx.path(Page::Mine)>{drawn}" "{name}</a> }
                .into_any()
        }
        None => view! {
            <a class="site-signin" rel="nofollow" href=sign_in_href(cx)>{drawn}" "{cx.t("sign-in")}</a>
        }
        .into_any(),
    }
}

/// The menu: key of its words, page, and the pages within it.
const MENU: [(&str, Page); 8] = [
    ("menu-rounds", Page::Rounds),
    ("menu-needs", Page::Needs),
    ("menu-proposals", Page::Proposals),
    ("menu-actions", Page::Actions),
    ("menu-plan", Page::Plan),
    ("menu-profile", Page::Profile),
    ("menu-territory", Page::Territory),
    ("menu-bodies", Page::Bodies),
];

fn current(cx: &PageContext<'_>, page: Page) -> Option<&'static str> {
    let here = cx.page?;
    if here == page {
        return Some("page");
    }
    let within = match page {
        Page::Rounds => matches!(here, Page::Round(_)),
        Page::Needs => matches!(here, Page::Need(_) | Page::NeedThread(_) | Page::NewNeed),
        Page::Proposals => {
            matches!(here, Page::Proposal(_) | Page::ProposalThread(_) | Page::NewProposal)
        }
        Page::Actions => matches!(here, Page::Action(_) | Page::ActionThread(_)),
        _ => false,
    };
    within.then_some("true")
}

fn links(cx: &PageContext<'_>, narrow: bool) -> Vec<View> {
    let home = narrow.then_some(("menu-home", Page::Home));
    let search = narrow.then_some(("search", Page::Search));
    home.into_iter()
        .chain(MENU)
        .chain(search)
        .map(|(key, page)| {
            let (href, current) = (cx.path(page), current(cx, page));
            view! { <li><a href=href aria-current=current>{cx.t(key)}</a></li> }.into_any()
        })
        .collect()
}

fn navigation(cx: &PageContext<'_>) -> View {
    let links = links(cx, false);
    view! {
        <nav class="site-nav" aria-label=cx.t("menu-label")>
            <div class="container-xxl"><ul>{links}</ul></div>
        </nav>
    }
    .into_any()
}

fn demonstration(cx: &PageContext<'_>, shell: &Shell) -> Option<View> {
    shell.ambito.demonstration.then(|| {
        let drawn = icon(cx, "it-info-circle", "sm");
        view! {
            <section class="container-xxl breadcrumb-container" aria-labelledby="demonstration">
                <p class="muted mb-0" id="demonstration">{drawn}" "{cx.t("demonstration")}</p>
            </section>
        }
        .into_any()
    })
}

/// Where somebody who is signed in goes: own texts, desks, out.
fn own(cx: &PageContext<'_>, shell: &Shell) -> Option<View> {
    shell.viewer.name.as_ref()?;
    let desks: Vec<_> = shell
        .viewer
        .desks
        .iter()
        .map(|desk| {
            let page = desk_page(*desk);
            let (href, current) = (cx.path(page), current(cx, page));
            let words = cx.coded("desk", desk.code());
            view! {
                <li><a class="chip chip--plain" href=href aria-current=current>{words}</a></li>
            }
            .into_any()
        })
        .collect();
    let out = icon(cx, "it-logout", "");
    Some(
        view! {
            <nav class="container-xxl mt-1 no-print" aria-label=cx.t("own-label")>
                <ul class="chips mb-0">
                    <li>
                        <a class="chip chip--plain" href=cx.path(Page::Mine)>{cx.t("mine")}</a>
                    </li>
                    {desks}
                    <li>
                        <form class="inline-form" method="post" action=cx.path(Page::SignOut)>
                            <button class="chip chip--plain" type="submit">
                                {cx.t("sign-out")}" "{out}
                            </button>
                        </form>
                    </li>
                </ul>
            </nav>
        }
        .into_any(),
    )
}

/// The page of a desk. The workbench is one a round; with nothing to bring together the calendar
/// says which rounds come.
pub const fn desk_page(desk: Desk) -> Page {
    match desk {
        Desk::Moderation => Page::Moderation,
        Desk::Workbench(Some(round)) => Page::Workbench(round),
        Desk::Workbench(None) => Page::Rounds,
        Desk::Office => Page::Office,
        Desk::Table => Page::Table,
        Desk::Sessions => Page::SessionsDesk,
    }
}

/// The page on which somebody begins who has signed in.
pub const fn landing_page(landing: Landing) -> Page {
    match landing {
        Landing::Desk(desk) => desk_page(desk),
        Landing::Mine => Page::Mine,
        Landing::Actions => Page::Actions,
        Landing::Home => Page::Home,
    }
}

fn breadcrumb(cx: &PageContext<'_>, meta: &Meta) -> Option<View> {
    if meta.crumbs.is_empty() {
        return None;
    }
    let crumbs: Vec<_> = meta
        .crumbs
        .iter()
        .map(|crumb| {
            let (words, lang) = (crate::format::cut(&crumb.words, 70), crumb.lang.clone());
            match crumb.address.clone() {
                Some(href) => {
                    view! { <li class="breadcrumb-item"><a href=href lang=lang>{words}</a></li> }
                        .into_any()
                }
                None => {
                    view! { <li class="breadcrumb-item" aria-current="page" lang=lang>{words}</li> }
                        .into_any()
                }
            }
        })
        .collect();
    Some(
        view! {
            <div class="container-xxl breadcrumb-container">
                <nav aria-label=cx.t("breadcrumb-label")>
                    <ol class="breadcrumb">
                        <li class="breadcrumb-item">
                            <a href=cx.path(Page::Home)>{cx.t("home")}</a>
                        </li>
                        {crumbs}
                    </ol>
                </nav>
            </div>
        }
        .into_any(),
    )
}

fn footer(cx: &PageContext<'_>, shell: &Shell) -> View {
    let ambito = &shell.ambito;
    let brand = brand(cx, shell, false);
    let (office, email, hours) =
        (ambito.office.clone(), ambito.email.clone(), ambito.opening_hours.clone());
    let mail = format!("mailto:{email}");
    let column = |entries: &[(&str, Page)]| -> Vec<View> {
        entries
            .iter()
            .map(|(key, page)| {
                let href = cx.path(*page);
                view! { <li><a href=href>{cx.t(key)}</a></li> }.into_any()
            })
            .collect()
    };
    let take_part = column(&[
        ("menu-rounds", Page::Rounds),
        ("menu-sessions", Page::Sessions),
        ("follow-yours", Page::Follow),
        ("help-menu", Page::HelpNow),
        ("how-title", Page::How),
        ("search", Page::Search),
    ]);
    let ambito_links = column(&[
        ("menu-bodies", Page::Bodies),
        ("menu-plan", Page::Plan),
        ("menu-territory", Page::Territory),
        ("menu-profile", Page::Profile),
    ]);
    let legal = column(&[
        ("privacy-title", Page::Privacy),
        ("accessibility-title", Page::Accessibility),
        ("legal-title", Page::Legal),
        ("record-title", Page::ModerationRecord),
    ]);
    view! {
        <footer class="site-foot" id="footer">
            <div class="container-xxl">
                <div class="site-foot-main">
                    <div>
                        {brand}
                        <address lang=cx.content_lang()>
                            {office}<br/><a href=mail>{email}</a><br/>{hours}
                        </address>
                    </div>
                    <nav aria-labelledby="footer-take-part">
                        <h2 id="footer-take-part">{cx.t("footer-take-part")}</h2>
                        <ul>{take_part}</ul>
                    </nav>
                    <nav aria-labelledby="footer-ambito">
                        <h2 id="footer-ambito">{cx.t("footer-ambito")}</h2>
                        <ul>{ambito_links}</ul>
                    </nav>
                </div>
            </div>
            <div class="site-foot-legal">
                <div class="container-xxl">
                    <ul>{legal}</ul>
                    <p class="site-foot-trama">{cx.t("made-with")}</p>
                </div>
            </div>
        </footer>
    }
    .into_any()
}
