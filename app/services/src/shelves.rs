//! Shelves of the mixed order, set once a day by whoever asks for a list first
//! (`domain::ordering::mixed`).
//!
//! No timer has to run: a list that is asked on a new day is shown after its shelves were set, and
//! of several who ask at once one sets them. It is no act of anybody and changes no text, so it has
//! no permit and leaves no event; the version of the Ambito rises as with every write.

use chrono::{Days, NaiveDate};
use domain::ids::AmbitoId;
use domain::ordering::mixed::NEW_DAYS;
use domain::time::Moment;

use crate::{Declined, Services, commit, days};

/// Sets the shelves for the day of this moment, if that has not been done. Returns the day.
pub(crate) async fn for_today(
    services: &Services,
    ambito: AmbitoId,
    now: Moment,
) -> Result<NaiveDate, Declined> {
    let today = days::day(now);
    let done = |set: Option<NaiveDate>| set.is_some_and(|day| day >= today);
    let mut snapshot = services.look().await?;
    if done(store::shelves::set_for(&mut snapshot, ambito).await?) {
        return Ok(today);
    }
    drop(snapshot);
    let mut tx = services.begin(ambito).await?;
    if done(store::shelves::set_for(&mut tx, ambito).await?) {
        return Ok(today);
    }
    let back = Days::new(NEW_DAYS.unsigned_abs() - 1);
    let first = today.checked_sub_days(back).unwrap_or(today);
    store::shelves::set(&mut tx, ambito, today, days::begins(first)).await?;
    commit(tx).await?;
    Ok(today)
}
