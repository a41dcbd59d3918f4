//! Links between texts that stay apart: made and taken back with a reason, read from both ends
//! (domain.md §2.5).
//!
//! A link is shown while both of its texts are public, and never says that a text that isn't is
//! there.

use domain::contributions::Kind;
use domain::faults::{Fault, Refusal, What};
use domain::ids::ContributionId;
use domain::links::{LinkDraft, Named, Relation, reason_faults};
use domain::people::Role;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::views::{LinkView, LinkedView, May};
use store::forms_sent::{self, FormHash};
use store::links::{End, NewLink, StoredLink};
use store::{Snapshot, read};

use crate::{Asking, Declined, Services, commit};

/// Whether this person may link a text, and take its links back.
pub(crate) fn may(ask: &Asking, public: bool) -> May {
    let facts = Facts { public, ..Facts::of(ask.ambito) };
    permit(&ask.actor, Operation::LinkTexts, &facts, ask.now).map(|_| ())
}

/// The links of a public text, as they read from it; those to texts that are not public are left
/// out.
pub(crate) async fn of(
    snapshot: &mut Snapshot,
    ask: &Asking,
    end: End,
) -> Result<Vec<LinkView>, Declined> {
    let stored = store::links::of(snapshot, end).await?;
    let texts: Vec<ContributionId> = stored
        .iter()
        .flat_map(|link| [link.from, link.to])
        .filter_map(|one| match one {
            End::Contribution(id) => Some(id),
            End::Action(_) => None,
        })
        .collect();
    let texts = store::links::public(snapshot, &texts).await?;
    let mut views = Vec::new();
    for link in stored {
        let outward = link.from == end;
        let other = match if outward { link.to } else { link.from } {
            End::Contribution(id) => texts.get(&id).map(|(text, number, title)| {
                LinkedView::Contribution(text.clone(), *number, title.clone())
            }),
            End::Action(id) => store::actions::by_id(snapshot, ask.ambito, id)
                .await?
                .filter(|action| action.public())
                .map(|action| LinkedView::Action(action.reference(), action.plan_title)),
        };
        // Nor are the links of a text that is not public itself.
        let shown = match end {
            End::Contribution(id) => texts.contains_key(&id),
            End::Action(_) => true,
        };
        if let (Some(other), true) = (other, shown) {
            views.push(LinkView {
                number: link.number,
                relation: Relation::of(link.kind, outward),
                other,
                reason: link.reason,
                at: link.at,
                role: link.role,
                ended: link.ended,
            });
        }
    }
    Ok(views)
}

/// The role that gave a right: the first of those the permit names.
pub(crate) fn role(permit: &Permit) -> Result<Role, Refusal> {
    permit.role().split(',').find_map(|code| code.parse().ok()).ok_or(Refusal::NotYourRole)
}

/// A text by its number, and whether it is public; nothing if nobody may know of it.
async fn named(
    snapshot: &mut Snapshot,
    ask: &Asking,
    named: Named,
) -> Result<Option<(End, bool)>, Declined> {
    Ok(match named {
        Named::Contribution(kind, number) => {
            let found = read::contributions::by_number(snapshot, ask.ambito, kind, number).await?;
            found.filter(|text| text.known_to_all()).map(|text| {
                let public = text.standing() == domain::contributions::Standing::Published;
                (End::Contribution(text.id()), public)
            })
        }
        // A draft is known to those who work on actions, as who links does.
        Named::Action(number) => store::actions::by_number(snapshot, ask.ambito, number)
            .await?
            .map(|action| (End::Action(action.id), action.public())),
    })
}

/// Links a text to another, from its page.
pub async fn link(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    draft: &LinkDraft,
    sending: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let from = named(&mut tx, ask, Named::Contribution(kind, number)).await?;
    let (this, public) = from.ok_or(Declined::NotFound)?;
    let facts = Facts { public, ..Facts::of(ask.ambito) };
    permit(&ask.actor, Operation::LinkTexts, &facts, ask.now)?;
    let form = FormHash::of(sending);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    let mut faults = reason_faults("link_reason", &draft.reason);
    let other = match named(&mut tx, ask, draft.other).await? {
        Some((end, _)) if end == this => Err(What::Unchanged),
        Some((end, public)) => Ok((end, public)),
        None => Err(What::UnknownCode),
    };
    faults.extend(other.err().map(|what| Fault::new("other", what)));
    let Ok((other, public)) = other else { return Err(faults.into()) };
    let facts = Facts { public, ..Facts::of(ask.ambito) };
    let permit = permit(&ask.actor, Operation::LinkTexts, &facts, ask.now)?;
    let (kind, first) = draft.relation.kind();
    let (from, to) = if first { (this, other) } else { (other, this) };
    let standing = store::links::of(&mut tx, this).await?;
    if standing.iter().any(|link| link.ended.is_none() && same(link, draft, this, other)) {
        faults.push(Fault::new("other", What::Repeated));
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let id = services.chance.id(ask.now);
    let new = NewLink {
        id,
        kind,
        from,
        to,
        reason: &draft.reason,
        role: role(&permit)?,
        salt: services.chance.bytes(),
    };
    store::links::make(&mut tx, &permit, &new).await?;
    forms_sent::remember(&mut tx, &permit, form.as_ref(), id).await?;
    commit(tx).await
}

/// Whether a link says already what a draft would: *related* says the same from both ends.
fn same(link: &StoredLink, draft: &LinkDraft, this: End, other: End) -> bool {
    let there = (link.from == this && link.to == other).then_some(true);
    let back = (link.from == other && link.to == this).then_some(false);
    there.or(back).is_some_and(|first| Relation::of(link.kind, first) == draft.relation)
}

/// Takes back a link of a text, by its number, with a reason.
pub async fn unlink(
    services: &Services,
    ask: &Asking,
    (kind, number): (Kind, i64),
    link: i64,
    reason: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let found = named(&mut tx, ask, Named::Contribution(kind, number)).await?;
    let (this, public) = found.ok_or(Declined::NotFound)?;
    let facts = Facts { public, ..Facts::of(ask.ambito) };
    let permit = permit(&ask.actor, Operation::UnlinkTexts, &facts, ask.now)?;
    // What isn't shown can't be named: nobody learns that it is there.
    let shown = of(&mut tx, ask, this).await?;
    let view = shown.into_iter().find(|one| one.number == link).ok_or(Declined::NotFound)?;
    if view.ended.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    let faults = reason_faults("unlink_reason", reason);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let all = store::links::of(&mut tx, this).await?;
    let stored = all.into_iter().find(|one| one.number == link).ok_or(Declined::NotFound)?;
    let (id, salt) = (services.chance.id(ask.now), services.chance.bytes());
    let words = (reason, role(&permit)?);
    store::links::end(&mut tx, &permit, id, stored.id, words, &salt).await?;
    commit(tx).await
}
