//! Rounds are prepared, looked at as each role will see them, announced; their rules can be read.
//!
//! A draft may be saved unfinished at any step; who read an older version is told
//! (`Declined::Stale`). Announcing freezes the rules: from then on they change only if the round
//! is taken back to its draft before it opens, with a reason (`round_acts`).

use chrono_tz::Tz;
use domain::faults::{Fault, Refusal, What};
use domain::forms::Fields;
use domain::ids::{PersonId, PlanId, RoundId};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::policy::{self, Facts, Operation, permit};
use domain::rounds::design::Design;
use domain::rounds::windows::{WindowKind, end_of, written_end};
use domain::rounds::{Opening, Round, RoundKind, RoundMark, RoundState};
use domain::staff_forms::rounds::{fields_of, parse_round};
use domain::time::{Moment, cut};
use domain::views::{
    May, Onlooker, PreviewPage, PreviewRow, RoundFormPage, RoundRef, RoundStartPage, RulesPage,
    WindowView,
};
use store::forms_sent::{self, FormHash};
use store::read::rounds::StoredRound;
use store::round_design::{Drafted, Turn, UNSET, is_draft};
use store::{Snapshot, Tx, read};
use uuid::Uuid;

use crate::{Asking, Declined, Services, ambito, commit, round_reopen, rounds, times};

/// Whether this person prepares rounds here.
pub(crate) fn may_prepare(ask: &Asking) -> May {
    permit(&ask.actor, Operation::PrepareRound, &Facts::of(ask.ambito), ask.now).map(|_| ())
}

/// A round as it was prepared: times on the clock of the Ambito.
pub(crate) fn design_of(stored: &StoredRound, plan: String, zone: Tz) -> Design {
    let set = |moment: Moment| (moment != UNSET).then(|| times::local(zone, moment));
    Design {
        kind: stored.round.kind,
        plan,
        title: stored.title.clone(),
        question: stored.question.clone(),
        objective: stored.objective.clone(),
        given: stored.given.clone(),
        open: stored.open.clone(),
        off_limits: stored.off_limits.clone(),
        areas: stored.areas.clone(),
        opens: set(stored.round.opens),
        closes: set(stored.round.closes).map(written_end),
        opened: stored.round.opened.clone(),
        moderation: stored.round.moderation,
        vote_method: stored.vote_method,
        tie_rule: stored.tie_rule.clone(),
        notice: stored.notice.clone(),
        extras: stored.extras.clone(),
    }
}

/// The rules of a round as they are hashed; the plan and the window are no part of them.
pub(crate) fn rules_of(stored: &StoredRound) -> (String, String) {
    let design = design_of(stored, String::new(), Tz::UTC);
    let rules = design.rules();
    (rules.text(), rules.hash())
}

/// Where a new round begins.
pub async fn start(services: &Services, ask: &Asking) -> Result<RoundStartPage, Declined> {
    may_prepare(ask)?;
    let mut snapshot = services.look().await?;
    let mut page = RoundStartPage { earlier: Vec::new(), drafts: Vec::new() };
    for stored in read::rounds::of_ambito(&mut snapshot, ask.ambito).await?.iter().rev() {
        let reference = stored.reference(ask.now);
        if is_draft(stored, ask.now) {
            page.drafts.push(reference);
        } else {
            page.earlier.push(reference);
        }
    }
    Ok(page)
}

/// The draft of a number.
async fn draft(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<StoredRound, Declined> {
    let stored = read::rounds::by_number(snapshot, ask.ambito, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    permit(&ask.actor, Operation::PrepareRound, &facts, ask.now)?;
    Ok(stored)
}

/// The draft of a number as the wizard shows it, with the version that is read.
pub async fn written(services: &Services, ask: &Asking, number: i64) -> Result<Fields, Declined> {
    may_prepare(ask)?;
    let mut snapshot = services.look().await?;
    let stored = draft(&mut snapshot, ask, number).await?;
    let design = whole(&mut snapshot, ask, &stored).await?;
    let mut fields = fields_of(&design);
    fields.set("version", stored.design_version.to_string());
    Ok(fields)
}

async fn whole(
    snapshot: &mut Snapshot,
    ask: &Asking,
    stored: &StoredRound,
) -> Result<Design, Declined> {
    let zone = times::zone(snapshot, ask.ambito).await?;
    let plans = store::round_design::plans(snapshot, ask.ambito).await?;
    let plan = plans.into_iter().find(|(id, _, _)| *id == stored.plan);
    let plan = plan.map(|(_, code, _)| code).unwrap_or_default();
    Ok(design_of(stored, plan, zone))
}

/// A new round begun from an earlier one: all of it but the window, which is another.
pub async fn copied(services: &Services, ask: &Asking, number: i64) -> Result<Fields, Declined> {
    may_prepare(ask)?;
    let mut snapshot = services.look().await?;
    let stored = read::rounds::by_number(&mut snapshot, ask.ambito, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let mut design = whole(&mut snapshot, ask, &stored).await?;
    design.opens = None;
    design.closes = None;
    design.extras.measure.by = None;
    Ok(fields_of(&design))
}

/// What the wizard offers and says, for what stands in its fields.
pub async fn form(
    services: &Services,
    ask: &Asking,
    existing: Option<i64>,
    fields: &Fields,
) -> Result<RoundFormPage, Declined> {
    may_prepare(ask)?;
    let mut snapshot = services.look().await?;
    let stored = match existing {
        Some(number) => Some(draft(&mut snapshot, ask, number).await?),
        None => None,
    };
    let zone = times::zone(&mut snapshot, ask.ambito).await?;
    let plans = store::round_design::plans(&mut snapshot, ask.ambito).await?;
    let areas = read::ambito::areas(&mut snapshot, ask.ambito).await?;
    let profile = read::ambito::profile(&mut snapshot, ask.ambito).await?;
    let chosen: Vec<String> = fields.texts("areas").map(str::to_owned).collect();
    let figures = ambito::figures(&profile, Some(&chosen));
    let kind = fields.text("kind").parse::<RoundKind>().unwrap_or(RoundKind::Consultation);
    // What makes no sense is said beside its field; only what was read can lack something.
    let design = parse_round(fields).ok();
    let now = times::local(zone, ask.now);
    let facts = stored
        .as_ref()
        .map_or(Facts::of(ask.ambito), |stored| Facts::within(ask.ambito, &stored.round));
    let announce = permit(&ask.actor, Operation::AnnounceRound, &facts, ask.now);
    Ok(RoundFormPage {
        round: stored.map(|stored| stored.reference(ask.now)),
        kind,
        plans: plans.into_iter().map(|(_, code, title)| (code, title)).collect(),
        areas: areas.into_iter().map(|(_, code, name)| (code, name)).collect(),
        indicators: profile
            .into_iter()
            .map(|one| (one.card.code, one.card.name, one.card.unit))
            .collect(),
        gaps: design.as_ref().map(|one| one.gaps(figures.len(), now)).unwrap_or_default(),
        unusual: design.as_ref().map(Design::unusual).unwrap_or_default(),
        hash: design.as_ref().map(|one| one.rules().hash()).unwrap_or_default(),
        figures,
        may_announce: announce.map(|_| ()),
    })
}

/// What the codes of a draft stand for.
struct Resolved {
    plan: PlanId,
    opens: Moment,
    closes: Moment,
}

async fn resolve(
    snapshot: &mut Snapshot,
    ask: &Asking,
    design: &mut Design,
) -> Result<Resolved, Declined> {
    let mut faults = Vec::new();
    let zone = times::zone(snapshot, ask.ambito).await?;
    let plans = store::round_design::plans(snapshot, ask.ambito).await?;
    let plan = match design.plan.as_str() {
        // A draft lies with the newest plan until another is chosen.
        "" => plans.first(),
        code => {
            let found = plans.iter().find(|(_, one, _)| one == code);
            if found.is_none() {
                faults.push(Fault::new("plan", What::NotAChoice));
            }
            found
        }
    };
    let areas = read::ambito::areas(snapshot, ask.ambito).await?;
    if design.areas.iter().any(|code| !areas.iter().any(|(_, one, _)| one == code)) {
        faults.push(Fault::new("areas", What::NotAChoice));
    }
    let measure = &mut design.extras.measure;
    if !measure.indicator.is_empty() {
        let profile = read::ambito::profile(snapshot, ask.ambito).await?;
        match profile.into_iter().find(|one| one.card.code == measure.indicator) {
            // Its name is part of the rules: they are read without looking elsewhere.
            Some(one) => measure.what = format!("{} ({})", one.card.name, one.card.unit),
            None => faults.push(Fault::new("measure_indicator", What::NotAChoice)),
        }
    }
    let Some((plan, code, _)) = plan else {
        if faults.is_empty() {
            faults.push(Fault::new("plan", What::Missing));
        }
        return Err(faults.into());
    };
    if !faults.is_empty() {
        return Err(faults.into());
    }
    design.plan.clone_from(code);
    let at = |local| cut(times::moment(zone, local));
    Ok(Resolved {
        plan: *plan,
        opens: design.opens.map_or(UNSET, at),
        closes: design.closes.map_or(UNSET, |closes| at(end_of(closes))),
    })
}

/// Keeps a draft, unfinished or not. `base` is the version that was read, 0 for a new one. A
/// second sending of the same form returns what the first made. Returns its number and version.
pub async fn save(
    services: &Services,
    ask: &Asking,
    existing: Option<i64>,
    mut design: Design,
    base: i64,
    sending: &str,
) -> Result<(i64, i64), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let new_salt = || services.chance.bytes();
    let Some(number) = existing else {
        let form = FormHash::of(sending);
        if let Some(first) = crate::made(&mut tx, form.as_ref()).await? {
            let stored = read::rounds::by_id(&mut tx, first.into()).await?;
            let stored = stored.ok_or(Declined::NotFound)?;
            return Ok((stored.number, stored.design_version));
        }
        let leave = permit(&ask.actor, Operation::PrepareRound, &Facts::of(ask.ambito), ask.now)?;
        let Resolved { plan, opens, closes } = resolve(&mut tx, ask, &mut design).await?;
        let drafted = Drafted { design: &design, plan, opens, closes };
        let id: RoundId = services.chance.id(ask.now);
        let number = store::round_design::next_number(&mut tx, &leave).await?;
        store::round_design::insert(&mut tx, &leave, (id, number), &drafted, new_salt).await?;
        forms_sent::remember(&mut tx, &leave, form.as_ref(), id.uuid()).await?;
        commit(tx).await?;
        return Ok((number, 1));
    };
    let stored = read::rounds::by_number(&mut tx, ask.ambito, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let leave = permit(&ask.actor, Operation::PrepareRound, &facts, ask.now)?;
    let Resolved { plan, opens, closes } = resolve(&mut tx, ask, &mut design).await?;
    let before = whole(&mut tx, ask, &stored).await?;
    if before == design {
        // Nothing was changed: whatever version was read, nothing of anybody's is lost.
        return Ok((number, stored.design_version));
    }
    if stored.design_version != base {
        return Err(Declined::Stale { current: stored.design_version });
    }
    let version = stored.design_version + 1;
    let drafted = Drafted { design: &design, plan, opens, closes };
    let id = stored.round.id;
    store::round_design::save(&mut tx, &leave, id, version, &drafted, new_salt).await?;
    commit(tx).await?;
    Ok((number, version))
}

/// Announces a draft: from its opening on, people can take part. Its rules are hashed, and sealed
/// with its window in the chain.
///
/// # Errors
///
/// [`Refusal::RoundNotWhole`] names what its kind still lacks.
pub async fn announce(services: &Services, ask: &Asking, number: i64) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = read::rounds::by_number(&mut tx, ask.ambito, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let leave = permit(&ask.actor, Operation::AnnounceRound, &facts, ask.now)?;
    let zone = times::zone(&mut tx, ask.ambito).await?;
    let design = whole(&mut tx, ask, &stored).await?;
    let figures = figures_of(&mut tx, ask, &stored).await?;
    let gaps = design.gaps(figures, times::local(zone, ask.now));
    if !gaps.is_empty() {
        return Err(Refusal::RoundNotWhole { gaps }.into());
    }
    let hash = design.rules().hash();
    let turn = Turn {
        kind: WindowKind::Announced,
        mark: RoundMark::Announced,
        opens: stored.round.opens,
        from: stored.round.opens,
        closes: stored.round.closes,
        reason: "",
        rules_hash: Some(&hash),
        also: &[],
    };
    let new_salt = || services.chance.bytes();
    store::round_design::turn(&mut tx, &leave, &stored, &turn, new_salt).await?;
    commit(tx).await
}

async fn figures_of(tx: &mut Tx, ask: &Asking, stored: &StoredRound) -> Result<usize, Declined> {
    let profile = read::ambito::profile(tx, ask.ambito).await?;
    Ok(ambito::figures(&profile, Some(&stored.areas)).len())
}

/// Somebody who could be looking: with the role and the level that are usual for it, and nobody
/// in particular.
pub(crate) fn onlooker(by: Onlooker) -> Actor {
    let (role, level) = match by {
        Onlooker::Visitor => return Actor::Visitor,
        Onlooker::Citizen => (Role::Citizen, IdentityLevel::L1),
        Onlooker::VerifiedCitizen => (Role::VerifiedCitizen, IdentityLevel::L2),
        Onlooker::Representative => (Role::Representative, IdentityLevel::L3),
        Onlooker::Facilitator => (Role::Facilitator, IdentityLevel::L2),
        Onlooker::PlanOffice => (Role::PlanOffice, IdentityLevel::L2),
        Onlooker::PlanTable => (Role::PlanTable, IdentityLevel::L3),
    };
    let grants = vec![Grant { role, body: None, organisation: None }];
    Actor::Person { id: PersonId::from(Uuid::nil()), level, grants }
}

/// Whether somebody may do this in the round, by any operation that needs it open.
fn may_do(actor: &Actor, facts: &Facts<'_>, opening: Opening, now: Moment) -> May {
    let mut why = Err(Refusal::NotOpened);
    for &operation in Operation::ALL {
        if policy::opening(operation) != Some(opening) {
            continue;
        }
        match permit(actor, operation, facts, now) {
            Ok(_) => return Ok(()),
            Err(refusal) if why == Err(Refusal::NotOpened) => why = Err(refusal),
            // Who could sign in is told so, rather than that it is not for them.
            Err(refusal @ (Refusal::SignInNeeded | Refusal::LevelTooLow { .. })) => {
                why = Err(refusal);
            }
            Err(_) => {}
        }
    }
    why
}

/// A round as each will see it once it is open.
pub async fn preview(
    services: &Services,
    ask: &Asking,
    number: i64,
    by: Onlooker,
) -> Result<PreviewPage, Declined> {
    may_prepare(ask)?;
    let mut snapshot = services.look().await?;
    let stored = read::rounds::by_number(&mut snapshot, ask.ambito, number).await?;
    let mut stored = stored.ok_or(Declined::NotFound)?;
    // Looked at from within its window, as if it were announced.
    if is_draft(&stored, ask.now) {
        stored.round.mark = RoundMark::Announced;
        if stored.round.opens == UNSET {
            stored.round.opens = ask.now;
        }
        if stored.round.closes <= stored.round.opens {
            stored.round.closes = stored.round.opens + chrono::Duration::weeks(4);
        }
    }
    let now = match stored.round.state(ask.now) {
        RoundState::Open => ask.now,
        _ => stored.round.opens,
    };
    let round = Round { mark: RoundMark::Announced, ..stored.round.clone() };
    let facts = Facts::within(ask.ambito, &round);
    let rows = round
        .opened
        .keys()
        .filter_map(|&opening| {
            let level = round.level_for(opening)?;
            let may = Onlooker::ALL.map(|by| may_do(&onlooker(by), &facts, opening, now));
            Some(PreviewRow { opening, level, may: may.to_vec() })
        })
        .collect();
    stored.round = round.clone();
    let theirs = Asking { ambito: ask.ambito, actor: onlooker(by), now };
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let mut page = rounds::view_of(&mut snapshot, &theirs, &frame, &stored).await?;
    // The acts on the round are no part of what is looked at.
    page.acts.clear();
    page.life.may_prepare = false;
    page.life.may_reopen = false;
    Ok(PreviewPage { by, page, rows })
}

/// The rules of a round, and its windows: for everybody once it is announced.
pub async fn rules(services: &Services, ask: &Asking, number: i64) -> Result<RulesPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = read::rounds::by_number(&mut snapshot, ask.ambito, number).await?;
    let stored = stored
        .filter(|stored| !is_draft(stored, ask.now) || may_prepare(ask).is_ok())
        .ok_or(Declined::NotFound)?;
    let (text, hash) = rules_of(&stored);
    let windows = store::round_design::windows(&mut snapshot, stored.round.id.uuid()).await?;
    let mut windows: Vec<WindowView> = windows
        .into_iter()
        .map(|(window, by)| WindowView {
            edition: window.edition,
            kind: window.kind,
            opens: window.opens,
            closes: window.closes,
            at: window.at,
            reason: window.reason,
            by,
        })
        .collect();
    if windows.is_empty() && !is_draft(&stored, ask.now) {
        // It came announced, with an import: there is the one window.
        windows.push(WindowView {
            edition: 1,
            kind: WindowKind::Announced,
            opens: stored.round.opens,
            closes: stored.round.closes,
            at: stored.round.opens,
            reason: String::new(),
            by: None,
        });
    }
    let heard = read::rounds::heard(&mut snapshot, ask.ambito, stored.round.id).await?;
    let closed = round_reopen::closed(&mut snapshot, ask, &stored).await?;
    let opened = stored.round.opened.keys();
    Ok(RulesPage {
        card: stored.card(ask.now, heard.needs + heard.proposals),
        frozen: frozen(&stored, ask.now),
        hash,
        text,
        measure: stored.extras.measure.clone(),
        notice: stored.notice.clone(),
        agreement: stored.extras.agreement.clone(),
        opened: opened.filter_map(|&one| Some((one, stored.round.level_for(one)?))).collect(),
        moderation: stored.round.moderation,
        vote_method: stored.vote_method,
        tie_rule: stored.tie_rule.clone(),
        answer_days: stored.extras.answer_days,
        results: stored.extras.results.clone(),
        decides: stored.extras.decides.clone(),
        evaluation: stored.extras.evaluation.clone(),
        materials: stored.extras.materials.clone(),
        windows,
        closed,
    })
}

/// Whether the rules of a round can't be changed any more.
pub(crate) fn frozen(stored: &StoredRound, now: Moment) -> bool {
    match stored.round.state(now) {
        RoundState::Draft | RoundState::Scheduled => false,
        RoundState::Open
        | RoundState::Suspended
        | RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => true,
    }
}

/// Points at a round.
pub async fn reference(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<RoundRef, Declined> {
    let mut snapshot = services.look().await?;
    let stored = read::rounds::by_number(&mut snapshot, ask.ambito, number).await?;
    Ok(stored.ok_or(Declined::NotFound)?.reference(ask.now))
}
