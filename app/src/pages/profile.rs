//! The community profile: a small chart an indicator, with its table.

use domain::views::{ProfilePage, Shell};
use leptos::prelude::*;

use crate::parts::{View, chart, empty, page_head};
use crate::render::{Meta, PageContext, document};

/// The community in figures.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ProfilePage) -> String {
    let meta = Meta::new(cx.t("profile-title")).described(cx.t("profile-description")).here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &ProfilePage) -> View {
    let lead = cx.tn("profile-lead", view.indicators.len());
    let head = page_head(None, cx.t("profile-heading"), Some(lead));
    if view.indicators.is_empty() {
        let none = empty(cx, cx.t("profile-none"), cx.t("profile-none-next"), None);
        return view! { {head}{none} }.into_any();
    }
    let charts = |with_target: bool| -> Vec<View> {
        view.indicators
            .iter()
            .filter(|indicator| indicator.target.is_some() == with_target)
            .map(|indicator| chart::indicator(cx, indicator))
            .collect()
    };
    let (who, goals) = (charts(false), charts(true));
    let section = |id: &'static str, title: &'static str, lead: &'static str, list: Vec<View>| {
        (!list.is_empty()).then(|| {
            view! {
                <section aria-labelledby=id>
                    <h2 id=id>{title}</h2>
                    <p class="measure">{lead}</p>
                    <div class="charts">{list}</div>
                </section>
            }
        })
    };
    let goals = section("goals", cx.t("profile-goals"), cx.t("profile-goals-lead"), goals);
    let who = section("who", cx.t("profile-who"), cx.t("profile-who-lead"), who);
    view! { {head}<div class="stack-lg">{goals}{who}</div> }.into_any()
}
