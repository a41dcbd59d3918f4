//! The support form of a contribution: the same form to the same address, answered in place.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// Name of the field that says what the form does.
pub const ACT: &str = "do";
/// Its value to support.
pub const GIVE: &str = "support";
/// Its value to take the support back.
pub const TAKE: &str = "unsupport";

/// Supporters in words, and the button. Without JavaScript it is an ordinary form; with it the
/// same form is sent in the background and the words change in place, read aloud politely. If
/// anything goes wrong, the form is sent the ordinary way.
#[island]
pub fn SupportButton(
    /// Where the form is sent.
    action: String,
    /// What the section is, for who can't see it.
    label: String,
    /// Supporters in words.
    words: String,
    /// Voices that said «anche per me», in words; empty if there are none.
    echoes: String,
    /// What a support is worth, and until when.
    note: String,
    /// The viewer supports it.
    mine: bool,
    /// Words of the button to support.
    give: String,
    /// Words of the button to take the support back.
    take: String,
) -> impl IntoView {
    let words = RwSignal::new(words);
    let mine = RwSignal::new(mine);
    let busy = RwSignal::new(false);
    let form = NodeRef::<leptos::html::Form>::new();
    let act = move || if mine.get() { TAKE } else { GIVE };
    let class = move || if mine.get() { "btn btn-outline-primary" } else { "btn btn-primary" };
    let button = move || if mine.get() { take.clone() } else { give.clone() };
    let address = action.clone();
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            busy.set(true);
            submit(address.clone(), mine, words, busy, form);
        }
    };
    view! {
        <section class="support" aria-label=label>
            <div>
                <p class="support-count" aria-live="polite">
                    {move || words.get()}
                </p>
                {(!echoes.is_empty()).then(|| view! { <p>{echoes}</p> })}
                <p class="support-note">{note}</p>
            </div>
            <form method="post" action=action node_ref=form on:submit=send>
                <input type="hidden" name=ACT value=act />
                <button class=class type="submit">
                    {button}
                </button>
            </form>
        </section>
    }
}

#[cfg(feature = "hydrate")]
fn submit(
    action: String,
    mine: RwSignal<bool>,
    words: RwSignal<String>,
    busy: RwSignal<bool>,
    form: NodeRef<leptos::html::Form>,
) {
    leptos::task::spawn_local(async move {
        let act = if mine.get_untracked() { TAKE } else { GIVE };
        let answer = crate::browser::post(&action, &[(ACT, act)], false).await;
        match answer.and_then(|answer| Some((answer.truth("mine")?, answer.text("words")?))) {
            Some((now_mine, now_words)) => {
                mine.set(now_mine);
                words.set(now_words);
                busy.set(false);
            }
            // The ordinary way: the server says what is the matter. This event is not caught.
            None => {
                if let Some(form) = form.get_untracked() {
                    let _ = form.submit();
                }
            }
        }
    });
}

#[cfg(not(feature = "hydrate"))]
fn submit(
    _: String,
    _: RwSignal<bool>,
    _: RwSignal<String>,
    _: RwSignal<bool>,
    _: NodeRef<leptos::html::Form>,
) {
}
