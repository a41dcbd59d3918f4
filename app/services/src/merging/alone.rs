//! Texts left alone with a reason: no outcome, only that nobody forgot them (domain.md §2.5).

use std::collections::BTreeMap;

use domain::faults::{Fault, What};
use domain::ids::ContributionId;
use domain::merging::bench::{ActKind, Alone, AloneClass, Change, alone_faults};
use domain::views::AloneView;
use store::Snapshot;

use super::acts::{About, Work};
use crate::{Asking, Declined, Services};

/// Leaves texts alone, with a reason.
///
/// # Errors
///
/// Faults of `s` and `parole`.
pub async fn leave_alone(
    services: &Services,
    ask: &Asking,
    round: i64,
    numbers: &[i64],
    class: AloneClass,
    words: &str,
) -> Result<(), Declined> {
    let mut faults = alone_faults(class, words);
    if numbers.is_empty() {
        faults.push(Fault::new("s", What::TooFew { least: 1 }));
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let mut work = Work::on(services, ask, round).await?;
    let texts = work.texts(ask, numbers).await?;
    let (by, role) = work.by();
    let alone = Alone { class, words: words.trim().to_owned(), by, role, at: work.permit.at() };
    let bench = store::bench::bench(&mut work.tx, &[], &texts).await?;
    let changes = bench.leave_alone(&texts, &alone);
    work.enact(services, ask, ActKind::LeftAlone, About::default(), &changes).await?;
    work.done().await
}

/// Takes that back: the texts wait again.
///
/// # Errors
///
/// A fault of `s` without texts.
pub async fn take_back(
    services: &Services,
    ask: &Asking,
    round: i64,
    numbers: &[i64],
) -> Result<(), Declined> {
    if numbers.is_empty() {
        return Err(vec![Fault::new("s", What::TooFew { least: 1 })].into());
    }
    let mut work = Work::on(services, ask, round).await?;
    let texts = work.texts(ask, numbers).await?;
    let bench = store::bench::bench(&mut work.tx, &[], &texts).await?;
    let changes: Vec<Change> = texts.iter().filter_map(|text| bench.not_alone(*text)).collect();
    work.enact(services, ask, ActKind::TakenBack, About::default(), &changes).await?;
    work.done().await
}

/// Why those of these texts are left alone that are.
pub(crate) async fn of(
    snapshot: &mut Snapshot,
    texts: &[ContributionId],
) -> Result<BTreeMap<ContributionId, AloneView>, Declined> {
    let found = store::bench::left_alone(snapshot, texts).await?;
    let view = |one: Alone| {
        let Alone { class, words, role, at, .. } = one;
        AloneView { class, words, role, at }
    };
    Ok(found.into_iter().map(|(text, one)| (text, view(one))).collect())
}
