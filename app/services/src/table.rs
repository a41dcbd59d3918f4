//! The Tavolo di Piano: its list, the screen to decide on, the decision.
//!
//! A decision is made with a quorum of members present without an interest (invariant 13), on
//! the version that was read, with a reason, and once. Who drafted an action does not decide on
//! it (domain.md §2.6).

use std::collections::BTreeSet;

use domain::actions::{ActionState, is_draft};
use domain::faults::{Fault, Refusal, What};
use domain::ids::PersonId;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::review::ReviewDraft;
use domain::territory::BodyKind;
use domain::views::{DecisionPage, Interest, May, MemberRow, TablePage};
use store::actions::StoredAction;
use store::forms_sent::{self, FormHash};
use store::read::{self, Sight};
use store::table::{NewReview, Seat, StoredBody};
use store::{Snapshot, counts};
use uuid::Uuid;

use crate::{Asking, Declined, Services, actions, commit};

/// Whether this person works on actions: drafts them, or decides on them. They see drafts.
pub(crate) fn at_work(ask: &Asking) -> May {
    let facts = Facts::of(ask.ambito);
    permit(&ask.actor, Operation::ReviewAction, &facts, ask.now)
        .or_else(|_| permit(&ask.actor, Operation::DraftAction, &facts, ask.now))
        .map(|_| ())
}

/// Leave to decide on an action now.
pub(crate) fn may_review(
    ask: &Asking,
    action: &StoredAction,
    drafters: &[PersonId],
) -> Result<Permit, Refusal> {
    let drafted = ask.actor.person().is_some_and(|person| drafters.contains(&person));
    let facts = Facts { drafted, ..Facts::of(ask.ambito) };
    let permit = permit(&ask.actor, Operation::ReviewAction, &facts, ask.now)?;
    let missing = actions::missing(action);
    if action.state == ActionState::AtTable && missing.is_empty() {
        Ok(permit)
    } else if action.state == ActionState::AtTable || is_draft(action.state) {
        Err(Refusal::NotReady { missing })
    } else {
        Err(Refusal::AlreadyDone)
    }
}

async fn body(snapshot: &mut Snapshot, ask: &Asking) -> Result<StoredBody, Declined> {
    let body = store::table::body(snapshot, ask.ambito, BodyKind::PlanTable).await?;
    body.ok_or(Declined::NotFound)
}

/// What the Tavolo finds: ready to be decided, not ready yet, decided.
pub async fn page(services: &Services, ask: &Asking) -> Result<TablePage, Declined> {
    at_work(ask)?;
    let mut snapshot = services.look().await?;
    let body = body(&mut snapshot, ask).await?;
    let reviews = store::table::reviews(&mut snapshot, ask.ambito, None).await?;
    let (mut ready, mut not_ready, mut decided) = (Vec::new(), Vec::new(), Vec::new());
    for action in store::actions::of_ambito(&mut snapshot, ask.ambito).await? {
        let review = reviews.iter().find(|(of, _)| *of == action.id).map(|(_, review)| review);
        match review {
            _ if action.state == ActionState::AtTable => {
                if actions::missing(&action).is_empty() {
                    ready.push(action);
                } else {
                    not_ready.push(action);
                }
            }
            // Put off and not written on since: it is decided.
            Some(review)
                if !is_draft(action.state)
                    || (action.state == ActionState::PutOff
                        && review.version == action.version) =>
            {
                decided.push((action, review.clone()));
            }
            _ if is_draft(action.state) => not_ready.push(action),
            // Decided before it came into this register: nothing to show of the decision.
            _ => {}
        }
    }
    ready.sort_by_key(|action| (action.sent_at.unwrap_or(action.changed_at), action.number));
    decided.sort_by_key(|(_, review)| std::cmp::Reverse(review.at));
    let (done, reviews): (Vec<_>, Vec<_>) = decided.into_iter().unzip();
    let done = actions::cards(&mut snapshot, ask, &done).await?;
    Ok(TablePage {
        body: body.name,
        ready: actions::cards(&mut snapshot, ask, &ready).await?,
        not_ready: actions::cards(&mut snapshot, ask, &not_ready).await?,
        decided: done.into_iter().zip(reviews).collect(),
    })
}

/// The screen to decide on an action, with the interests that authorship suggests; and, for who
/// read another version, with what changed since.
pub async fn decision(
    services: &Services,
    ask: &Asking,
    number: i64,
    read: Option<i64>,
) -> Result<DecisionPage, Declined> {
    at_work(ask)?;
    let mut snapshot = services.look().await?;
    let body = body(&mut snapshot, ask).await?;
    let action = actions::visible(&mut snapshot, ask, number).await?;
    let seats = store::table::seats(&mut snapshot, ask.ambito, body.id).await?;
    let members = members(&mut snapshot, ask, &action, seats).await?;
    let changed = match read.filter(|read| *read != action.version) {
        Some(read) => {
            let earlier = store::actions::version(&mut snapshot, action.id, read).await?;
            earlier.map(|earlier| (read, action.sheet.changed(&earlier)))
        }
        None => None,
    };
    Ok(DecisionPage {
        action: actions::whole(services, &mut snapshot, ask, &action).await?,
        body: body.name,
        quorum: body.quorum,
        rule: body.rule,
        members,
        changed,
    })
}

/// The members, each with the interests that are suggested: an organisation they speak for
/// wrote a source, owns the action or is its partner. What somebody wrote *themselves* is
/// suggested to them alone: to the others it would tell who is behind a text (domain.md §2.6).
async fn members(
    snapshot: &mut Snapshot,
    ask: &Asking,
    action: &StoredAction,
    seats: Vec<Seat>,
) -> Result<Vec<MemberRow>, Declined> {
    let sources = store::actions::sources(snapshot, action.id).await?;
    let wrote = store::table::wrote(snapshot, &sources).await?;
    let viewer = ask.actor.person();
    let own: BTreeSet<Uuid> = match viewer {
        Some(person) if seats.iter().any(|seat| seat.person == person) => {
            let own = store::identity::subjects_of(snapshot, ask.ambito, person).await?;
            own.into_iter().collect()
        }
        Some(_) | None => BTreeSet::new(),
    };
    let cards = read::contributions::cards(snapshot, &sources, Sight::Public).await?;
    let owner = action.sheet.owner.as_ref().map(|owner| owner.organisation);
    Ok(seats
        .into_iter()
        .map(|seat| {
            let is_viewer = Some(seat.person) == viewer;
            let mut suggested: Vec<Interest> = cards
                .iter()
                .filter(|card| {
                    let theirs = wrote
                        .iter()
                        .any(|(id, by)| *id == card.id && seat.organisations.contains(by));
                    theirs || (is_viewer && own.contains(&card.id.uuid()))
                })
                .map(|card| Interest::Wrote(card.card.contribution.clone()))
                .collect();
            if owner.is_some_and(|owner| seat.organisations.contains(&owner)) {
                suggested.push(Interest::Owns);
            }
            let partners = &action.sheet.partners;
            if partners.iter().any(|partner| seat.organisations.contains(&partner.organisation)) {
                suggested.push(Interest::Partner);
            }
            MemberRow {
                person: seat.person,
                name: seat.name,
                represents: seat.represents,
                viewer: is_viewer,
                suggested,
            }
        })
        .collect())
}

/// Records what the Tavolo decided on the version that was read. Every voting seat has its
/// part, once; a declared interest takes its holder out of the quorum, also whoever records.
pub async fn decide(
    services: &Services,
    ask: &Asking,
    number: i64,
    base_version: i64,
    draft: ReviewDraft,
    sending: &str,
) -> Result<(), Declined> {
    let faults = draft.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let mut tx = services.begin(ask.ambito).await?;
    // The right first, so that nothing is told to who has none.
    permit(&ask.actor, Operation::ReviewAction, &Facts::of(ask.ambito), ask.now)?;
    let form = FormHash::of(sending);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    let body = body(&mut tx, ask).await?;
    let action = actions::visible(&mut tx, ask, number).await?;
    let drafters = store::actions::drafters(&mut tx, action.id).await?;
    if store::table::decided(&mut tx, action.id, base_version).await? {
        return Err(Refusal::AlreadyDone.into());
    }
    if action.version != base_version {
        return Err(Declined::Stale { current: action.version });
    }
    let permit = may_review(ask, &action, &drafters)?;
    let seats = store::table::seats(&mut tx, ask.ambito, body.id).await?;
    check_members(&draft, &seats)?;
    draft.quorum(body.quorum)?;

    let new = NewReview {
        id: services.chance.id(ask.now),
        body: body.id,
        action: action.id,
        version: action.version,
        salt: services.chance.bytes(),
    };
    store::table::decide(&mut tx, &permit, &new, &draft).await?;
    for source in store::actions::sources(&mut tx, action.id).await? {
        counts::restage(&mut tx, &permit, source).await?;
    }
    forms_sent::remember(&mut tx, &permit, form.as_ref(), new.id.uuid()).await?;
    commit(tx).await
}

/// The members named must be exactly those whose seat votes, each once.
fn check_members(draft: &ReviewDraft, seats: &[Seat]) -> Result<(), Declined> {
    let seated: BTreeSet<PersonId> = seats.iter().map(|seat| seat.person).collect();
    let named: BTreeSet<PersonId> = draft.members.iter().map(|part| part.person).collect();
    if named.len() != draft.members.len() || !named.is_subset(&seated) {
        return Err(vec![Fault::new("member", What::NotAChoice)].into());
    }
    if named != seated {
        let least = u32::try_from(seated.len()).unwrap_or(u32::MAX);
        return Err(vec![Fault::new("member", What::TooFew { least })].into());
    }
    Ok(())
}
