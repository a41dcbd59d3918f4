//! Sessions of the Community Lab: public pages, and those of who runs them.

pub mod dots;
pub mod photos;
pub mod projector;
pub mod room;
pub mod taking_up;

use domain::views::SessionRef;

use crate::parts::{View, quoting};
use crate::render::{Meta, PageContext};
use crate::urls::Page;

/// A page of who runs a session, beneath the session's own.
fn desk(cx: &PageContext<'_>, session: &SessionRef, title: &str, faulty: bool) -> Meta {
    let about = cx.path(Page::SessionDesk(session.number));
    Meta::staff(title)
        .under_spoken(session.title.clone(), about, cx.content_lang())
        .faulty(faulty)
        .private()
}

/// Number, title and state of a session, above the title of a page.
fn eyebrow(cx: &PageContext<'_>, session: &SessionRef) -> View {
    let state = cx.coded("session-state", session.state.code());
    let args = [("number", session.number.into()), ("state", state.into())];
    quoting(cx, "room-eyebrow", &args, ("title", &session.title))
}
