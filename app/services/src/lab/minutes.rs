//! After a session: minutes, their correction by who was there, the report.

use domain::views::SessionTold;
use store::Snapshot;
use store::lab::Session;

use crate::Declined;

/// What came out of a session, once its minutes are approved.
pub(crate) async fn told(
    snapshot: &mut Snapshot,
    session: &Session,
) -> Result<Option<SessionTold>, Declined> {
    let _ = (snapshot, session);
    Ok(None)
}

/// Whether minutes are written already.
pub(crate) async fn begun(snapshot: &mut Snapshot, session: &Session) -> Result<bool, Declined> {
    let _ = (snapshot, session);
    Ok(false)
}

/// How many corrections nobody has answered yet.
pub(crate) async fn unanswered(
    snapshot: &mut Snapshot,
    session: &Session,
) -> Result<u32, Declined> {
    let _ = (snapshot, session);
    Ok(0)
}
