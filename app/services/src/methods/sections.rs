//! The shared draft of a co-progettazione: sections written by partners, consent to each, the
//! balance of contributions, and a word to who has been silent (domain.md E13).

use std::collections::BTreeMap;

use chrono::Duration;
use domain::faults::Refusal;
use domain::ids::{OrganisationId, SectionId};
use domain::messages::MessageKind;
use domain::methods::positions::Stance;
use domain::methods::resources::Side;
use domain::methods::sections::{Consent, SectionText, Share, consent_faults};
use domain::people::Role;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::{Opening, Round};
use domain::views::{
    ConsentView, DraftSection, May, OrganisationName, SectionCard, SectionForm, SectionPage,
    SectionVersion, ShareRow, SharedDraftPage,
};
use store::Snapshot;
use store::forms_sent::{self, FormHash};
use store::methods::{self, NewConsent, NewSectionVersion, StoredConsent, StoredVersion};
use uuid::Uuid;

use super::positions::write_to;
use super::{
    Guests, acting_for, may, may_speak, must_open, named, opens, round, round_of, speaks_for,
};
use crate::{Asking, Declined, Services, commit};

/// A partner that was silent is not written to again before this many hours have passed.
pub const REMINDER_HOURS: i64 = 24;

/// Whether the viewer writes for the institution: prepares sections, sees the balance.
fn institution(ask: &Asking) -> bool {
    ask.actor.has(Role::Facilitator) || ask.actor.has(Role::PlanOffice)
}

/// Whether the viewer may write sections now: a partner, or the institution that prepares them.
fn may_write(ask: &Asking, of: &Round, guests: &Guests) -> May {
    if institution(ask) {
        may(ask, Operation::PrepareSection, of)
    } else {
        may_speak(ask, Operation::WriteSection, Opening::SharedDraft, of, guests)
    }
}

/// The whole draft of a round: versions, and what was said of them.
pub(crate) struct Whole {
    register: BTreeMap<OrganisationId, OrganisationName>,
    partners: Vec<OrganisationId>,
    versions: Vec<StoredVersion>,
    consents: Vec<StoredConsent>,
}

impl Whole {
    /// Reads it.
    pub(crate) async fn of(
        snapshot: &mut Snapshot,
        ask: &Asking,
        of: &Round,
        guests: &Guests,
    ) -> Result<Whole, Declined> {
        Ok(Whole {
            register: methods::register(snapshot, ask.ambito).await?,
            partners: guests.invited().collect(),
            versions: methods::section_versions(snapshot, of.id).await?,
            consents: methods::consents(snapshot, of.id).await?,
        })
    }

    fn name(&self, of: Option<OrganisationId>) -> Option<String> {
        of.and_then(|id| self.register.get(&id)).map(|one| one.name.clone())
    }

    /// The newest version of each section, in their order.
    fn newest(&self) -> Vec<&StoredVersion> {
        let mut newest: Vec<&StoredVersion> = Vec::new();
        for version in &self.versions {
            match newest.last_mut() {
                Some(last) if last.section == version.section => *last = version,
                _ => newest.push(version),
            }
        }
        newest
    }

    /// What stands of what was said of a version: the newest of each partner that is admitted.
    fn standing(&self, version: &StoredVersion) -> BTreeMap<OrganisationId, &StoredConsent> {
        self.consents
            .iter()
            .filter(|one| (one.section, one.version) == (version.section, version.version))
            .filter(|one| self.partners.contains(&one.organisation))
            .map(|one| (one.organisation, one))
            .collect()
    }

    fn view(&self, one: &StoredConsent) -> Option<ConsentView> {
        Some(ConsentView {
            organisation: self.register.get(&one.organisation)?.clone(),
            version: one.version,
            consent: one.consent,
            reason: one.reason.clone(),
            at: one.at,
        })
    }

    fn consents(&self, version: &StoredVersion) -> (Vec<ConsentView>, Vec<OrganisationName>) {
        let standing = self.standing(version);
        let mut said: Vec<ConsentView> =
            standing.values().filter_map(|one| self.view(one)).collect();
        said.sort_by_cached_key(|one| domain::language::fold(&one.organisation.name));
        let silent = self.partners.iter().copied().filter(|one| !standing.contains_key(one));
        (said, named(&self.register, silent))
    }

    fn card(&self, place: u64, version: &StoredVersion) -> SectionCard {
        SectionCard {
            number: version.number,
            place,
            title: version.words.title.clone(),
            version: version.version,
            organisation: self.name(version.organisation),
            at: version.at,
        }
    }

    /// The sections with what each partner says of them.
    pub(crate) fn sections(&self) -> Vec<DraftSection> {
        (1_u64..)
            .zip(self.newest())
            .map(|(place, version)| {
                let (consents, silent) = self.consents(version);
                DraftSection {
                    card: self.card(place, version),
                    text: version.words.text.clone(),
                    consents,
                    silent,
                }
            })
            .collect()
    }

    /// The admitted partners, by name.
    pub(crate) fn partners(&self) -> Vec<OrganisationName> {
        named(&self.register, self.partners.iter().copied())
    }

    /// What partners say of the newest versions, as stances.
    pub(crate) fn stances(&self) -> Vec<Stance> {
        let newest = self.newest();
        newest
            .into_iter()
            .flat_map(|version| self.standing(version).into_values())
            .map(|one| one.consent.stance())
            .collect()
    }

    /// Partners that have said nothing at all of any section.
    pub(crate) fn silent(&self) -> Vec<OrganisationName> {
        let spoke = |id: &OrganisationId| {
            self.consents.iter().any(|one| one.organisation == *id)
                || self.versions.iter().any(|one| one.organisation == Some(*id))
        };
        named(&self.register, self.partners.iter().copied().filter(|id| !spoke(id)))
    }

    /// What a partner has done, beside resources and the budget.
    fn share(&self, partner: OrganisationId) -> Share {
        let count = |n: usize| n as u64;
        let written = self.versions.iter().filter(|one| one.organisation == Some(partner));
        let said =
            self.newest().into_iter().filter(|one| self.standing(one).contains_key(&partner));
        Share {
            versions: count(written.count()),
            consents: count(said.count()),
            ..Share::default()
        }
    }
}

/// What each partner has done, for the balance.
async fn shares(
    snapshot: &mut Snapshot,
    whole: &Whole,
    of: &Round,
) -> Result<BTreeMap<OrganisationId, Share>, Declined> {
    let resources = methods::resources(snapshot, of.id).await?;
    let lines = methods::budget_lines(snapshot, of.id).await?;
    Ok(whole
        .partners
        .iter()
        .map(|partner| {
            let there =
                resources.iter().filter(|one| one.organisation == *partner && one.ended.is_none());
            let mut share = whole.share(*partner);
            for one in there {
                match one.declared.side {
                    Side::Brings => share.brings += 1,
                    Side::Expects => share.expects += 1,
                }
            }
            let lines =
                lines.iter().filter(|one| one.organisation == *partner && one.ended.is_none());
            share.lines = lines.count() as u64;
            (*partner, share)
        })
        .collect())
}

/// The shared draft of a round.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<SharedDraftPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    let of = &stored.round;
    must_open(of, &[Opening::SharedDraft])?;
    let guests = Guests::of(&mut snapshot, of.id).await?;
    let whole = Whole::of(&mut snapshot, ask, of, &guests).await?;
    let mut balance = Vec::new();
    if institution(ask) {
        let reminded = methods::reminders(&mut snapshot, of.id).await?;
        let held = methods::mandates(&mut snapshot, ask.ambito, None).await?;
        for (partner, share) in shares(&mut snapshot, &whole, of).await? {
            let Some(organisation) = whole.register.get(&partner).cloned() else { continue };
            balance.push(ShareRow {
                organisation,
                versions: share.versions,
                consents: share.consents,
                brings: share.brings,
                expects: share.expects,
                lines: share.lines,
                silent: share.silent(),
                reminded: reminded.iter().find(|(to, _)| *to == partner).map(|(_, at)| *at),
                represented: held.iter().any(|(holds, _)| *holds == partner),
            });
        }
        balance.sort_by_cached_key(|row| domain::language::fold(&row.organisation.name));
    }
    Ok(SharedDraftPage {
        round: stored.reference(ask.now),
        closes: of.closes,
        sections: whole.sections(),
        partners: whole.partners(),
        balance,
        may_write: may_write(ask, of, &guests),
        may_remind: may(ask, Operation::RemindPartner, of),
        has_budget: opens(of, &[Opening::Budget]),
        has_resources: opens(of, &[Opening::Commitments]),
    })
}

/// A section with all its versions.
pub async fn section(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<SectionPage, Declined> {
    let mut snapshot = services.look().await?;
    let found = methods::section(&mut snapshot, ask.ambito, number).await?;
    let (id, in_round) = found.ok_or(Declined::NotFound)?;
    let stored = round_of(&mut snapshot, ask, in_round).await?;
    let of = &stored.round;
    let guests = Guests::of(&mut snapshot, of.id).await?;
    let whole = Whole::of(&mut snapshot, ask, of, &guests).await?;
    let newest = whole.newest();
    let place = newest.iter().position(|one| one.section == id).ok_or(Declined::NotFound)?;
    let current = newest[place];
    let (consents, silent) = whole.consents(current);
    let stands: Vec<&StoredConsent> = whole.standing(current).into_values().collect();
    let earlier = whole
        .consents
        .iter()
        .rev()
        .filter(|one| one.section == id && !stands.contains(one))
        .filter_map(|one| whole.view(one))
        .collect();
    let versions = whole
        .versions
        .iter()
        .rev()
        .filter(|one| one.section == id)
        .map(|one| SectionVersion {
            version: one.version,
            title: one.words.title.clone(),
            text: one.words.text.clone(),
            why: one.why.clone(),
            organisation: whole.name(one.organisation),
            at: one.at,
        })
        .collect();
    Ok(SectionPage {
        round: stored.reference(ask.now),
        closes: of.closes,
        card: whole.card(u64::try_from(place + 1).unwrap_or(1), current),
        versions,
        consents,
        silent,
        earlier,
        may_write: may_write(ask, of, &guests),
        may_consent: may_speak(ask, Operation::GiveConsent, Opening::SharedDraft, of, &guests),
        organisations: named(&whole.register, speaks_for(ask, of, &guests)),
    })
}

/// Where a section is written: in a round, or one that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A new one, in the round of this number.
    New(i64),
    /// The one of this number.
    Existing(i64),
}

/// The section of a place, and the number of its round.
async fn located(
    snapshot: &mut Snapshot,
    ask: &Asking,
    place: Place,
) -> Result<(Option<SectionId>, store::read::rounds::StoredRound), Declined> {
    let (section, stored) = match place {
        Place::New(number) => (None, round(snapshot, ask, number).await?),
        Place::Existing(number) => {
            let found = methods::section(snapshot, ask.ambito, number).await?;
            let (id, of) = found.ok_or(Declined::NotFound)?;
            (Some(id), round_of(snapshot, ask, of).await?)
        }
    };
    must_open(&stored.round, &[Opening::SharedDraft])?;
    Ok((section, stored))
}

/// The form of a section.
pub async fn form(
    services: &Services,
    ask: &Asking,
    place: Place,
) -> Result<SectionForm, Declined> {
    let mut snapshot = services.look().await?;
    let (section, stored) = located(&mut snapshot, ask, place).await?;
    let guests = Guests::of(&mut snapshot, stored.round.id).await?;
    may_write(ask, &stored.round, &guests)?;
    let whole = Whole::of(&mut snapshot, ask, &stored.round, &guests).await?;
    let newest = whole.newest();
    let current = newest.into_iter().find(|one| Some(one.section) == section);
    let speaks =
        if institution(ask) { Vec::new() } else { speaks_for(ask, &stored.round, &guests) };
    Ok(SectionForm {
        round: stored.reference(ask.now),
        section: current.map(|one| one.number),
        version: current.map_or(0, |one| one.version),
        words: current
            .map(|one| (one.words.title.clone(), one.words.text.clone()))
            .unwrap_or_default(),
        last: current.and_then(|one| whole.name(one.organisation)),
        organisations: named(&whole.register, speaks),
    })
}

/// Writes a section, or a version of one on the version that was read, with why. Returns its
/// number; the same words again change nothing.
pub async fn write(
    services: &Services,
    ask: &Asking,
    place: Place,
    organisation: &str,
    (words, why): (&SectionText, &str),
    base_version: i64,
    sending: &str,
) -> Result<i64, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if let (Place::New(_), Some(first)) = (place, crate::made(&mut tx, form.as_ref()).await?) {
        let made = methods::section_number(&mut tx, ask.ambito, first.into()).await?;
        return made.ok_or(Declined::NotFound);
    }
    let (section, stored) = located(&mut tx, ask, place).await?;
    let of = &stored.round;
    let guests = Guests::of(&mut tx, of.id).await?;
    may_write(ask, of, &guests)?;
    let whole = Whole::of(&mut tx, ask, of, &guests).await?;
    let (writer, permit) = if institution(ask) {
        let facts = Facts::within(ask.ambito, of);
        (None, permit(&ask.actor, Operation::PrepareSection, &facts, ask.now)?)
    } else {
        let writer = acting_for(ask, &whole.register, organisation)?;
        let facts =
            Facts { invited: guests.admits(of.kind, writer), ..Facts::within(ask.ambito, of) };
        (Some(writer), permit(&ask.actor, Operation::WriteSection, &facts, ask.now)?)
    };
    let newest = whole.newest();
    let current = newest.into_iter().find(|one| Some(one.section) == section);
    let faults = words.faults(why, current.is_none());
    if !faults.is_empty() {
        return Err(faults.into());
    }
    if let Some(current) = current {
        let same = (words.title.trim(), words.text.trim())
            == (current.words.title.as_str(), current.words.text.as_str());
        if same {
            return Ok(current.number);
        }
        if current.version != base_version {
            return Err(Declined::Stale { current: current.version });
        }
    }
    let (id, number) = match current {
        Some(current) => (current.section, current.number),
        None => {
            let id: SectionId = services.chance.id(ask.now);
            (id, methods::make_section(&mut tx, &permit, id, of.id).await?)
        }
    };
    let new = NewSectionVersion {
        id: services.chance.id(ask.now),
        section: id,
        round: of.id,
        version: current.map_or(1, |one| one.version + 1),
        words,
        why,
        organisation: writer,
        salt: services.chance.bytes(),
    };
    methods::keep_section(&mut tx, &permit, &new).await?;
    if let Place::New(_) = place {
        forms_sent::remember(&mut tx, &permit, form.as_ref(), id.uuid()).await?;
    }
    commit(tx).await?;
    Ok(number)
}

/// Says what a partner thinks of the version of a section that was read.
pub async fn consent(
    services: &Services,
    ask: &Asking,
    number: i64,
    organisation: &str,
    (consent, reason): (Consent, &str),
    read_version: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (section, stored) = located(&mut tx, ask, Place::Existing(number)).await?;
    let of = &stored.round;
    let guests = Guests::of(&mut tx, of.id).await?;
    may_speak(ask, Operation::GiveConsent, Opening::SharedDraft, of, &guests)?;
    let whole = Whole::of(&mut tx, ask, of, &guests).await?;
    let partner = acting_for(ask, &whole.register, organisation)?;
    let facts = Facts { invited: guests.admits(of.kind, partner), ..Facts::within(ask.ambito, of) };
    let permit = permit(&ask.actor, Operation::GiveConsent, &facts, ask.now)?;
    let faults = consent_faults(consent, reason);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let newest = whole.newest();
    let current =
        newest.into_iter().find(|one| Some(one.section) == section).ok_or(Declined::NotFound)?;
    if current.version != read_version {
        return Err(Declined::Stale { current: current.version });
    }
    let stands = whole.standing(current);
    let same = stands
        .get(&partner)
        .is_some_and(|one| one.consent == consent && one.reason == reason.trim());
    if same {
        return Ok(());
    }
    let new = NewConsent {
        id: services.chance.id(ask.now),
        section: current.section,
        version: current.version,
        organisation: partner,
        consent,
        reason,
        salt: services.chance.bytes(),
    };
    methods::keep_consent(&mut tx, &permit, &new).await?;
    commit(tx).await
}

/// Writes to those who speak for a partner that has done nothing so far, once a day at most.
pub async fn remind(
    services: &Services,
    ask: &Asking,
    number: i64,
    code: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    let of = &stored.round;
    must_open(of, &[Opening::SharedDraft])?;
    let facts = Facts::within(ask.ambito, of);
    let permit = permit(&ask.actor, Operation::RemindPartner, &facts, ask.now)?;
    let guests = Guests::of(&mut tx, of.id).await?;
    let whole = Whole::of(&mut tx, ask, of, &guests).await?;
    let shares = shares(&mut tx, &whole, of).await?;
    let named = |id: &OrganisationId| whole.register.get(id).is_some_and(|one| one.code == code);
    let (partner, share) =
        shares.into_iter().find(|(id, _)| named(id)).ok_or(Declined::NotFound)?;
    let reminded = methods::reminders(&mut tx, of.id).await?;
    let lately = reminded
        .iter()
        .any(|(to, at)| *to == partner && ask.now - *at < Duration::hours(REMINDER_HOURS));
    if !share.silent() || lately {
        return Err(Refusal::AlreadyDone.into());
    }
    if methods::mandates(&mut tx, ask.ambito, Some(partner)).await?.is_empty() {
        return Err(Declined::NotFound);
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    methods::keep_reminder(&mut tx, &permit, id, of.id, partner, &salt).await?;
    let about = (partner, of.id.uuid());
    write_to(&mut tx, services, ask, &permit, MessageKind::PartnerSilent, about).await?;
    commit(tx).await
}
