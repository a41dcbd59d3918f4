//! The clock of an Ambito: from what people write to moments, and back.

use chrono::{NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use domain::ids::AmbitoId;
use domain::time::Moment;
use store::Snapshot;
use store::read;

use crate::Declined;

/// The zone of an Ambito.
pub(crate) async fn zone(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Tz, Declined> {
    let head = read::ambito::head(snapshot, ambito).await?.ok_or(Declined::NotFound)?;
    Ok(head.time_zone.parse().unwrap_or(Tz::Europe__Rome))
}

/// The moment of a local time. Of an hour that the change of clocks doubles, the earlier one; of
/// one that it skips, as long after the change.
pub(crate) fn moment(zone: Tz, local: NaiveDateTime) -> Moment {
    let found = zone.from_local_datetime(&local).earliest();
    let found = found.or_else(|| {
        let later = local.checked_add_signed(TimeDelta::hours(1))?;
        zone.from_local_datetime(&later).earliest()
    });
    found.map_or_else(|| local.and_utc(), |moment| moment.to_utc())
}

/// The local time of a moment.
pub(crate) fn local(zone: Tz, moment: Moment) -> NaiveDateTime {
    moment.with_timezone(&zone).naive_local()
}
