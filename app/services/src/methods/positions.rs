//! Positions of organisations: stated, taken back, confirmed, settled.

use std::collections::{BTreeMap, BTreeSet};

use domain::faults::{Fault, Refusal, What};
use domain::ids::{MessageId, OrganisationId, PersonId};
use domain::messages::MessageKind;
use domain::methods::draft::DraftText;
use domain::methods::positions::{self, Settlement, Stance, Standing, Statement, WHOLE, standing};
use domain::policy::{Facts, Operation, Permit, permit};
use domain::rounds::{Opening, Round};
use domain::time::Moment;
use domain::views::{
    OrganisationName, PositionView, PositionsPage, StandingView, StatedView, SubjectView,
};
use store::methods::{self, NewStatement, StoredStatement};
use store::{Snapshot, Tx, outbox};
use uuid::Uuid;

use super::{
    Guests, acting_for, may, may_speak, must_open, named, reason_faults, round, speaks_for,
};
use crate::{Asking, Declined, Services, commit};

/// Everything that was said in a round, from which follows where each organisation stands.
pub(crate) struct Said {
    statements: Vec<StoredStatement>,
    settlements: Vec<(Settlement, String)>,
    ended: Vec<(OrganisationId, PersonId, Moment)>,
    closes: Moment,
    now: Moment,
}

impl Said {
    /// Reads it.
    pub(crate) async fn of(
        snapshot: &mut Snapshot,
        ask: &Asking,
        round: &Round,
    ) -> Result<Said, Declined> {
        Ok(Said {
            statements: methods::statements(snapshot, round.id).await?,
            settlements: methods::settlements(snapshot, round.id).await?,
            ended: methods::ended_mandates(snapshot, ask.ambito).await?,
            closes: round.closes,
            now: ask.now,
        })
    }

    /// Subjects on which anything was said.
    fn subjects(&self) -> BTreeSet<i64> {
        self.statements.iter().map(|one| one.subject).collect()
    }

    /// Organisations that said anything on a subject.
    fn speakers(&self, subject: i64) -> BTreeSet<OrganisationId> {
        self.statements
            .iter()
            .filter(|one| one.subject == subject)
            .map(|one| one.organisation)
            .collect()
    }

    fn about(&self, organisation: OrganisationId, subject: i64) -> Vec<&StoredStatement> {
        self.statements
            .iter()
            .filter(|one| one.organisation == organisation && one.subject == subject)
            .collect()
    }

    /// The last settlement about one of these statements.
    fn settled(&self, about: &[&StoredStatement]) -> Option<&(Settlement, String)> {
        self.settlements
            .iter()
            .rev()
            .find(|(settled, _)| about.iter().any(|one| one.said.id == settled.statement))
    }

    fn ended_of(&self, organisation: OrganisationId) -> Vec<(PersonId, Moment)> {
        let of = self.ended.iter().filter(|(of, _, _)| *of == organisation);
        of.map(|(_, person, at)| (*person, *at)).collect()
    }

    /// Where an organisation stands on a subject; numbers are places in its own statements on it.
    fn standing(&self, organisation: OrganisationId, subject: i64) -> Standing {
        let about = self.about(organisation, subject);
        let settled = self.settled(&about).map(|(settled, _)| *settled);
        let said: Vec<Statement> = about.iter().map(|one| one.said.clone()).collect();
        standing(&said, &self.ended_of(organisation), settled, self.closes, self.now)
    }

    /// The stance that stands, if one does.
    pub(crate) fn stance(&self, organisation: OrganisationId, subject: i64) -> Option<Stance> {
        match self.standing(organisation, subject) {
            Standing::Stated(place) => {
                self.about(organisation, subject).get(place).and_then(|one| one.said.stance)
            }
            Standing::Silent
            | Standing::Disputed(_)
            | Standing::ToConfirm(_)
            | Standing::Lapsed(_) => None,
        }
    }

    /// The stances that stand on a subject.
    pub(crate) fn stances(&self, subject: i64) -> Vec<Stance> {
        let speakers = self.speakers(subject);
        speakers.into_iter().filter_map(|one| self.stance(one, subject)).collect()
    }

    fn counted(&self, subject: i64) -> [u64; 3] {
        let mut counted = [0; 3];
        for stance in self.stances(subject) {
            let place = match stance {
                Stance::Favourable => 0,
                Stance::WithReserve => 1,
                Stance::Against => 2,
            };
            counted[place] += 1;
        }
        counted
    }

    /// The position of an organisation on a subject as it is shown.
    pub(crate) fn view(
        &self,
        name: &OrganisationName,
        organisation: OrganisationId,
        subject: i64,
        draft: &Drafts,
    ) -> PositionView {
        let about = self.about(organisation, subject);
        let view = |place: usize| -> Option<StatedView> {
            about.get(place).map(|one| draft.statement(one))
        };
        let standing = self.standing(organisation, subject);
        let mut shown: Vec<usize> = match &standing {
            Standing::Silent => Vec::new(),
            Standing::Stated(one) | Standing::ToConfirm(one) | Standing::Lapsed(one) => vec![*one],
            Standing::Disputed(several) => several.clone(),
        };
        shown.sort_unstable();
        let settled = match &standing {
            Standing::Stated(place) => self
                .settled(&about)
                .filter(|(settled, _)| {
                    about.get(*place).is_some_and(|one| one.said.id == settled.statement)
                })
                .map(|(_, reason)| reason.clone()),
            Standing::Silent
            | Standing::Disputed(_)
            | Standing::ToConfirm(_)
            | Standing::Lapsed(_) => None,
        };
        let earlier = (0..about.len())
            .rev()
            .filter(|place| !shown.contains(place))
            .filter_map(view)
            .collect();
        let view_or_silent = |place: usize, make: fn(StatedView) -> StandingView| {
            view(place).map_or(StandingView::Silent, make)
        };
        PositionView {
            organisation: name.clone(),
            standing: match standing {
                Standing::Silent => StandingView::Silent,
                Standing::Stated(place) => view_or_silent(place, StandingView::Stated),
                Standing::ToConfirm(place) => view_or_silent(place, StandingView::ToConfirm),
                Standing::Lapsed(place) => view_or_silent(place, StandingView::Lapsed),
                Standing::Disputed(places) => {
                    StandingView::Disputed(places.into_iter().filter_map(view).collect())
                }
            },
            earlier,
            settled,
        }
    }

    /// Positions on a subject, by name of the organisation.
    pub(crate) fn positions(
        &self,
        register: &BTreeMap<OrganisationId, OrganisationName>,
        subject: i64,
        draft: &Drafts,
    ) -> Vec<PositionView> {
        let mut found: Vec<PositionView> = self
            .speakers(subject)
            .into_iter()
            .filter_map(|id| Some(self.view(register.get(&id)?, id, subject, draft)))
            .collect();
        found.sort_by_cached_key(|one| domain::language::fold(&one.organisation.name));
        found
    }

    /// Whether a position of an organisation, on any subject, has to be confirmed.
    pub(crate) fn unconfirmed(&self, organisation: OrganisationId) -> bool {
        self.subjects()
            .into_iter()
            .any(|one| matches!(self.standing(organisation, one), Standing::ToConfirm(_)))
    }

    /// Whether an organisation has a position that stands on the whole, or anything to settle.
    pub(crate) fn spoke(&self, organisation: OrganisationId) -> bool {
        self.standing(organisation, WHOLE) != Standing::Silent
    }
}

/// The versions of a draft that statements were made on, to tell whether words have changed.
pub(crate) struct Drafts {
    newest: i64,
    versions: BTreeMap<i64, DraftText>,
}

impl Drafts {
    pub(crate) async fn of(
        snapshot: &mut Snapshot,
        round: &Round,
        said: &Said,
    ) -> Result<Drafts, Declined> {
        let mut drafts = Drafts { newest: 0, versions: BTreeMap::new() };
        if let Some(newest) = methods::newest_draft(snapshot, round.id).await? {
            drafts.newest = newest.version;
            drafts.versions.insert(newest.version, newest.text);
        }
        let read: BTreeSet<i64> = said.statements.iter().map(|one| one.version).collect();
        for version in read {
            if !drafts.versions.contains_key(&version)
                && let Some(older) = methods::draft_version(snapshot, round.id, version).await?
            {
                drafts.versions.insert(version, older.text);
            }
        }
        Ok(drafts)
    }

    fn newest(&self) -> Option<&DraftText> {
        self.versions.get(&self.newest)
    }

    fn statement(&self, one: &StoredStatement) -> StatedView {
        let (read, now) = (self.versions.get(&one.version), self.newest());
        let moved = match one.subject {
            WHOLE => read.zip(now).is_some_and(|(read, now)| read.paragraphs != now.paragraphs),
            key => {
                read.zip(now).is_some_and(|(read, now)| read.paragraph(key) != now.paragraph(key))
            }
        };
        StatedView {
            id: one.said.id,
            stance: one.said.stance,
            reason: one.reason.clone(),
            at: one.said.at,
            version: one.version,
            moved,
        }
    }
}

/// How many organisations have a position that stands on the whole.
pub(crate) async fn stated(
    snapshot: &mut Snapshot,
    ask: &Asking,
    round: &Round,
) -> Result<u64, Declined> {
    let said = Said::of(snapshot, ask, round).await?;
    Ok(said.stances(WHOLE).len() as u64)
}

/// Of each subject, how many are favourable, with reserve, against.
pub(crate) async fn stances(
    snapshot: &mut Snapshot,
    ask: &Asking,
    round: &Round,
) -> Result<BTreeMap<i64, [u64; 3]>, Declined> {
    let said = Said::of(snapshot, ask, round).await?;
    Ok(said.subjects().into_iter().map(|subject| (subject, said.counted(subject))).collect())
}

/// Positions in a round.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<PositionsPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    let of = &stored.round;
    must_open(of, &[Opening::Positions])?;
    let register = methods::register(&mut snapshot, ask.ambito).await?;
    let guests = Guests::of(&mut snapshot, of.id).await?;
    let said = Said::of(&mut snapshot, ask, of).await?;
    let drafts = Drafts::of(&mut snapshot, of, &said).await?;
    let draft = drafts.newest().cloned().unwrap_or_default();
    let subject = |key: i64, number: Option<u64>, text: &str| SubjectView {
        key,
        number,
        text: store::read::excerpt(text, 160),
        positions: said.positions(&register, key, &drafts),
        stances: said.counted(key),
    };
    let mut subjects = vec![subject(WHOLE, None, "")];
    for (number, paragraph) in (1_u64..).zip(&draft.paragraphs) {
        subjects.push(subject(paragraph.key, Some(number), &paragraph.text));
    }
    // What was said of a paragraph that is gone stays to be read.
    for key in said.subjects() {
        if key != WHOLE && draft.paragraph(key).is_none() {
            let words = drafts.versions.values().rev().find_map(|older| older.paragraph(key));
            subjects.push(subject(key, None, words.unwrap_or_default()));
        }
    }
    let silent = guests.invited().filter(|one| !said.spoke(*one));
    Ok(PositionsPage {
        round: stored.reference(ask.now),
        closes: of.closes,
        version: drafts.newest,
        subjects,
        silent: named(&register, silent),
        by_invitation: guests.by_invitation(),
        may_state: may_speak(ask, Operation::StatePosition, Opening::Positions, of, &guests),
        organisations: named(&register, speaks_for(ask, of, &guests)),
        may_settle: may(ask, Operation::SettlePosition, of),
    })
}

/// What somebody says for an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// This position, with its reason.
    State(Stance, String),
    /// Takes back what the same person said before.
    TakeBack,
    /// Confirms what somebody said who no longer speaks for it.
    Confirm,
}

/// States the position of an organisation on a subject, takes it back or confirms it. `version`
/// is that of the draft which was read. When it now comes apart, those who speak for the
/// organisation are written to.
pub async fn state(
    services: &Services,
    ask: &Asking,
    number: i64,
    organisation: &str,
    subject: i64,
    word: &Word,
    version: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    let of = &stored.round;
    must_open(of, &[Opening::Positions])?;
    let guests = Guests::of(&mut tx, of.id).await?;
    may_speak(ask, Operation::StatePosition, Opening::Positions, of, &guests)?;
    let register = methods::register(&mut tx, ask.ambito).await?;
    let speaker = acting_for(ask, &register, organisation)?;
    let facts = Facts { invited: guests.admits(of.kind, speaker), ..Facts::within(ask.ambito, of) };
    let permit = permit(&ask.actor, Operation::StatePosition, &facts, ask.now)?;
    let person = permit.person().ok_or(Refusal::SignInNeeded)?;

    let said = Said::of(&mut tx, ask, of).await?;
    let drafts = Drafts::of(&mut tx, of, &said).await?;
    let known = drafts.newest().is_some_and(|draft| draft.paragraph(subject).is_some());
    if subject != WHOLE && !known {
        return Err(vec![Fault::new("subject", What::NotAChoice)].into());
    }
    let before = said.standing(speaker, subject);
    let about = said.about(speaker, subject);
    let confirmed;
    let (stance, reason) = match word {
        Word::State(stance, reason) => {
            let faults = positions::faults(reason);
            if !faults.is_empty() {
                return Err(faults.into());
            }
            (Some(*stance), reason.as_str())
        }
        Word::TakeBack => {
            let mine = about.iter().rev().find(|one| one.said.person == person);
            if mine.is_none_or(|one| one.said.stance.is_none()) {
                return Err(Refusal::AlreadyDone.into());
            }
            (None, "")
        }
        Word::Confirm => match &before {
            Standing::ToConfirm(place) => {
                confirmed = about.get(*place).map(|one| (*one).clone());
                confirmed
                    .as_ref()
                    .map(|one| (one.said.stance, one.reason.as_str()))
                    .ok_or(Declined::NotFound)?
            }
            Standing::Silent
            | Standing::Stated(_)
            | Standing::Disputed(_)
            | Standing::Lapsed(_) => {
                return Err(Refusal::AlreadyDone.into());
            }
        },
    };
    let new = NewStatement {
        id: services.chance.id(ask.now),
        round: of.id,
        organisation: speaker,
        subject,
        version: if drafts.versions.contains_key(&version) { version } else { drafts.newest },
        person,
        stance,
        reason,
        salt: services.chance.bytes(),
    };
    // The same again, by the same person, is a second sending.
    let last = about.last().filter(|one| one.said.person == person);
    if last.is_some_and(|one| one.said.stance == stance && one.reason == reason.trim()) {
        return Ok(());
    }
    methods::keep_statement(&mut tx, &permit, &new).await?;
    let after = Said::of(&mut tx, ask, of).await?.standing(speaker, subject);
    let apart = |standing: &Standing| matches!(standing, Standing::Disputed(_));
    if apart(&after) && !apart(&before) {
        let kind = MessageKind::PositionDisputed;
        write_to(&mut tx, services, ask, &permit, kind, (speaker, of.id.uuid())).await?;
    }
    commit(tx).await
}

/// Writes to those who speak for an organisation, about a round.
pub(crate) async fn write_to(
    tx: &mut Tx,
    services: &Services,
    ask: &Asking,
    permit: &Permit,
    kind: MessageKind,
    (organisation, round): (OrganisationId, Uuid),
) -> Result<(), Declined> {
    for (_, person) in methods::mandates(tx, ask.ambito, Some(organisation)).await? {
        let id: MessageId = services.chance.id(ask.now);
        outbox::enqueue(tx, permit, id, kind, person, round).await?;
    }
    Ok(())
}

/// Settles, for an organisation whose representatives say different things, which statement
/// stands.
pub async fn settle(
    services: &Services,
    ask: &Asking,
    number: i64,
    statement: Uuid,
    reason: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    let of = &stored.round;
    must_open(of, &[Opening::Positions])?;
    let facts = Facts::within(ask.ambito, of);
    let permit = permit(&ask.actor, Operation::SettlePosition, &facts, ask.now)?;
    let faults = reason_faults(reason);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let said = Said::of(&mut tx, ask, of).await?;
    let chosen = said
        .statements
        .iter()
        .find(|one| one.said.id == statement)
        .ok_or_else(|| vec![Fault::new("statement", What::NotAChoice)])?;
    let about = said.about(chosen.organisation, chosen.subject);
    match said.standing(chosen.organisation, chosen.subject) {
        Standing::Disputed(places)
            if places
                .iter()
                .any(|place| about.get(*place).is_some_and(|one| one.said.id == statement)) => {}
        Standing::Silent
        | Standing::Stated(_)
        | Standing::Disputed(_)
        | Standing::ToConfirm(_)
        | Standing::Lapsed(_) => return Err(Refusal::AlreadyDone.into()),
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    methods::settle(&mut tx, &permit, id, of.id, statement, reason, &salt).await?;
    commit(tx).await
}
