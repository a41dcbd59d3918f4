//! Candidate actions: list, sheet, form, saving, sending to the Tavolo.
//!
//! Everybody may read an action from the Tavolo on; before that, who may draft one. Saving
//! appends a version; who read an older one is told (`Declined::Stale`).

mod sources;

use std::collections::{BTreeMap, BTreeSet};

use domain::actions::{
    ActionIndicator, ActionState, Activity, ActivityState, Missing, OverlapCheck, Owner, Partner,
    Sheet, is_draft,
};
use domain::contributions::Standing;
use domain::events::hex;
use domain::faults::{Fault, Refusal, What};
use domain::forms::Fields;
use domain::ids::{ContributionId, OrganisationId};
use domain::language::{Language, search_terms};
use domain::merging::ClusterState;
use domain::policy::{Facts, Operation, permit};
use domain::staff_forms::{SheetDraft, write_cents, write_decimal};
use domain::views::{
    ActionCard, ActionFormPage, ActionIndicatorView, ActionList, ActionPage, ActionRef,
    ActivityView, DissentView, May, PolicyName, SheetView, ThreadPage, ThreadStart,
};
use store::actions::{Codes, Sources, StoredAction};
use store::forms_sent::{self, FormHash};
use store::links::End;
use store::read::{self, Sight};
use store::{Snapshot, counts};

use crate::merging::{direct_views, draftable, origins};
use crate::{Asking, Declined, Services, commit, threads};

/// The most characters of a card's excerpt.
const EXCERPT: usize = 280;

/// How many actions that look alike are offered for the overlap check.
const ALIKE: usize = 8;

/// Whether this person drafts actions here.
pub(crate) fn may_draft(ask: &Asking) -> May {
    let facts = Facts::of(ask.ambito);
    permit(&ask.actor, Operation::DraftAction, &facts, ask.now).map(|_| ())
}

/// What keeps an action from the Tavolo, as long as it matters: before it is decided.
pub(crate) fn missing(action: &StoredAction) -> Vec<Missing> {
    if is_draft(action.state) || action.state == ActionState::AtTable {
        action.sheet.missing(action.voices as usize)
    } else {
        Vec::new()
    }
}

/// Whether the sheet may still be written on: drafts, and what lies at the Tavolo unfinished.
fn open_to_change(action: &StoredAction) -> Result<(), Refusal> {
    let at_table = action.state == ActionState::AtTable;
    if is_draft(action.state) || (at_table && !missing(action).is_empty()) {
        Ok(())
    } else if at_table {
        Err(Refusal::AtTable)
    } else {
        Err(Refusal::Decided)
    }
}

/// The action of a number, if this visitor may know of it.
pub(crate) async fn visible(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<StoredAction, Declined> {
    let at_work = crate::table::at_work(ask).is_ok();
    store::actions::by_number(snapshot, ask.ambito, number)
        .await?
        .filter(|action| at_work || action.public())
        .ok_or(Declined::NotFound)
}

/// Actions as lists show them.
pub(crate) async fn cards(
    snapshot: &mut Snapshot,
    ask: &Asking,
    actions: &[StoredAction],
) -> Result<Vec<ActionCard>, Declined> {
    let policies = read::ambito::policies(snapshot, ask.ambito).await?;
    let codes = store::actions::codes(snapshot, ask.ambito).await?;
    Ok(actions.iter().map(|action| card(action, &policies, &codes)).collect())
}

fn organisation(codes: &Codes, id: OrganisationId) -> String {
    let found = codes.organisations.values().find(|(of, _)| *of == id);
    found.map(|(_, name)| name.clone()).unwrap_or_default()
}

fn card(action: &StoredAction, policies: &[read::ambito::Policy], codes: &Codes) -> ActionCard {
    let sheet = &action.sheet;
    let said =
        if sheet.objective.trim().is_empty() { &sheet.description } else { &sheet.objective };
    ActionCard {
        action: action.reference(),
        excerpt: read::excerpt(said, EXCERPT),
        policy: policies
            .iter()
            .find(|policy| Some(policy.id) == sheet.policy)
            .map(|policy| policy.name.clone()),
        owner: sheet.owner.as_ref().map(|owner| organisation(codes, owner.organisation)),
        voices: action.voices,
        missing: missing(action),
        at: action.changed_at,
    }
}

/// All actions this visitor may know of, by state, those that changed last in front.
pub async fn list(services: &Services, ask: &Asking) -> Result<ActionList, Declined> {
    let mut snapshot = services.look().await?;
    let may_draft = may_draft(ask);
    let at_work = crate::table::at_work(ask).is_ok();
    let mut actions = store::actions::of_ambito(&mut snapshot, ask.ambito).await?;
    actions.retain(|action| at_work || action.public());
    actions.sort_by_key(|action| action.state);
    let actions = cards(&mut snapshot, ask, &actions).await?;
    Ok(ActionList { actions, may_draft })
}

/// An action with everything.
pub async fn page(services: &Services, ask: &Asking, number: i64) -> Result<ActionPage, Declined> {
    let mut snapshot = services.look().await?;
    let action = visible(&mut snapshot, ask, number).await?;
    whole(services, &mut snapshot, ask, &action).await
}

/// The page of an action.
pub(crate) async fn whole(
    services: &Services,
    snapshot: &mut Snapshot,
    ask: &Asking,
    action: &StoredAction,
) -> Result<ActionPage, Declined> {
    let policies = read::ambito::policies(snapshot, ask.ambito).await?;
    let codes = store::actions::codes(snapshot, ask.ambito).await?;
    let clusters = store::actions::clusters(snapshot, action.id).await?;
    let mut clusters = store::merging::by_ids(snapshot, &clusters).await?;
    // A cluster dissolved since joins nothing any more.
    clusters.retain(|cluster| cluster.life.kept != ClusterState::Dissolved);
    let clusters = origins(snapshot, &clusters).await?;
    let direct = store::actions::contributions(snapshot, action.id).await?;
    let direct: Vec<ContributionId> = direct.into_iter().map(|(id, _)| id).collect();
    let direct = direct_views(snapshot, &direct).await?;
    let sheet = sheet_view(snapshot, ask, &action.sheet, &policies, &codes).await?;
    let supporters = store::actions::supporters(snapshot, action.id).await?;
    let reviews = store::table::reviews(snapshot, ask.ambito, Some(action.id)).await?;
    let thread = threads::down_from_action(services, snapshot, ask, action.id).await?;
    let may_draft = may_draft(ask);
    let drafters = store::actions::drafters(snapshot, action.id).await?;
    Ok(ActionPage {
        card: card(action, &policies, &codes),
        plan: action.plan_title.clone(),
        version: action.version,
        hash: hex(&action.hash),
        sheet,
        clusters,
        direct,
        followed: crate::methods::activities::followed_in(snapshot, ask, action.id).await?,
        dissent: dissent(snapshot, action).await?,
        supporters,
        links: crate::links::of(snapshot, ask, End::Action(action.id)).await?,
        reviews: reviews.into_iter().map(|(_, review)| review).collect(),
        deliberations: store::actions::deliberations(snapshot, action.id).await?,
        thread,
        may_edit: may_draft.clone().and_then(|()| open_to_change(action)),
        may_send: may_draft.and_then(|()| sendable(action)),
        may_review: crate::table::may_review(ask, action, &drafters).map(|_| ()),
    })
}

/// Dissent of the sources, printed with the action; not of texts that are not public any more.
async fn dissent(
    snapshot: &mut Snapshot,
    action: &StoredAction,
) -> Result<Vec<DissentView>, Declined> {
    let dissents = store::actions::dissents(snapshot, action.id).await?;
    let mut ids: Vec<ContributionId> = dissents.iter().map(|(id, _, _)| *id).collect();
    ids.sort();
    ids.dedup();
    let cards = read::contributions::cards(snapshot, &ids, Sight::Public).await?;
    let bodies = store::merging::bodies(snapshot, &ids).await?;
    Ok(dissents
        .into_iter()
        .filter(|(id, _, _)| bodies.contains_key(id))
        .filter_map(|(id, excerpt, answer)| {
            let card = cards.iter().find(|card| card.id == id)?;
            Some(DissentView { contribution: card.card.contribution.clone(), excerpt, answer })
        })
        .collect())
}

async fn sheet_view(
    snapshot: &mut Snapshot,
    ask: &Asking,
    sheet: &Sheet,
    policies: &[read::ambito::Policy],
    codes: &Codes,
) -> Result<SheetView, Declined> {
    let indicators = if sheet.indicators.is_empty() {
        Vec::new()
    } else {
        store::actions::indicators(snapshot, ask.ambito).await?
    };
    let named = |id| policies.iter().find(|policy| policy.id == id).map(|p| p.name.clone());
    Ok(SheetView {
        title: sheet.title.clone(),
        linked_policies: sheet.linked_policies.iter().copied().filter_map(named).collect(),
        owner: sheet.owner.as_ref().map(|owner| {
            let person = owner.person.and_then(|id| codes.officers.get(&id).cloned());
            (organisation(codes, owner.organisation), person)
        }),
        recipients: sheet.recipients.clone(),
        objective: sheet.objective.clone(),
        description: sheet.description.clone(),
        activities: sheet
            .activities
            .iter()
            .map(|activity| ActivityView {
                what: activity.what.clone(),
                responsible: activity.responsible.and_then(|id| codes.officers.get(&id).cloned()),
                due: activity.due,
                state: activity.state,
                evidence: activity.evidence.clone(),
            })
            .collect(),
        indicators: sheet
            .indicators
            .iter()
            .filter_map(|of| {
                let (_, card) = indicators.iter().find(|(id, _)| *id == of.indicator)?;
                Some(ActionIndicatorView {
                    indicator: card.clone(),
                    baseline: of.baseline,
                    target: of.target,
                })
            })
            .collect(),
        overlap: sheet.overlap.as_ref().map(|check| (check.outcome, check.note.clone())),
        integration: sheet.integration.clone(),
        partners: sheet
            .partners
            .iter()
            .map(|partner| {
                let name = organisation(codes, partner.organisation);
                (name, partner.brings.clone(), partner.sector)
            })
            .collect(),
        budget: sheet.budget.iter().map(|line| (line.source.clone(), line.cents)).collect(),
        starts: sheet.starts,
        ends: sheet.ends,
        level: sheet.level.clone(),
        own_initiative: sheet.own_initiative.clone(),
    })
}

/// The thread of an action, in both directions.
pub async fn thread(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<ThreadPage, Declined> {
    let mut snapshot = services.look().await?;
    let action = visible(&mut snapshot, ask, number).await?;
    let clusters = store::actions::clusters(&mut snapshot, action.id).await?;
    let mut clusters = store::merging::by_ids(&mut snapshot, &clusters).await?;
    clusters.retain(|cluster| cluster.life.kept != ClusterState::Dissolved);
    let direct = store::actions::contributions(&mut snapshot, action.id).await?;
    let direct: Vec<ContributionId> = direct.into_iter().map(|(id, _)| id).collect();
    Ok(ThreadPage {
        start: ThreadStart::Action(action.reference()),
        said: None,
        down: threads::down_from_action(services, &mut snapshot, ask, action.id).await?,
        up: origins(&mut snapshot, &clusters).await?,
        direct: direct_views(&mut snapshot, &direct).await?,
        links: crate::links::of(&mut snapshot, ask, End::Action(action.id)).await?,
    })
}

/// Everything the form of a sheet offers. For a new one, `clusters` and `contributions` are the
/// numbers it is begun from; for an existing one its own sources come first. `query` are words to
/// find more sources by.
pub async fn form(
    services: &Services,
    ask: &Asking,
    existing: Option<i64>,
    (clusters, contributions): (&[i64], &[i64]),
    query: &str,
) -> Result<ActionFormPage, Declined> {
    may_draft(ask)?;
    let mut snapshot = services.look().await?;
    let action = match existing {
        Some(number) => Some(visible(&mut snapshot, ask, number).await?),
        None => None,
    };
    if let Some(action) = &action {
        open_to_change(action)?;
    }
    let mut chosen = match &action {
        Some(action) => own_sources(&mut snapshot, action).await?,
        None => Sources::default(),
    };
    for &number in clusters {
        let found = store::merging::by_number(&mut snapshot, ask.ambito, number).await?;
        chosen.clusters.extend(found.map(|cluster| cluster.id));
    }
    let more = read::contributions::public_cards(&mut snapshot, ask.ambito, contributions).await?;
    chosen.contributions.extend(more.into_iter().map(|card| card.id));
    let mut seen = BTreeSet::new();
    chosen.contributions.retain(|id| seen.insert(*id));
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let offered =
        sources::offered(&mut snapshot, &frame, ask, action.as_ref(), &chosen, query).await?;

    let mut clusters = store::merging::by_ids(&mut snapshot, &chosen.clusters).await?;
    clusters.retain(|cluster| cluster.life.kept != ClusterState::Dissolved);
    let origins = origins(&mut snapshot, &clusters).await?;
    let direct_cards =
        read::contributions::cards(&mut snapshot, &chosen.contributions, Sight::Public).await?;
    let direct = direct_views(&mut snapshot, &chosen.contributions).await?;
    let round = clusters.first().map(|k| k.round).or(direct_cards.first().map(|c| c.round));
    let round = match round {
        Some(round) => read::rounds::by_id(&mut snapshot, round).await?,
        None => None,
    };

    let codes = store::actions::codes(&mut snapshot, ask.ambito).await?;
    let mut people: Vec<(String, String)> =
        codes.officers.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    people.sort_by_cached_key(|(id, name)| (domain::language::fold(name), id.clone()));
    let policies: Vec<PolicyName> =
        frame.policies.iter().map(|policy| policy.name.clone()).collect();
    let titles: Vec<&str> = origins
        .iter()
        .map(|origin| origin.cluster.title.as_str())
        .chain(direct.iter().map(|source| source.card.contribution.title.as_str()))
        .chain(action.iter().map(|action| action.sheet.title.as_str()))
        .collect();
    let alike = alike(&mut snapshot, ask, action.as_ref(), &titles).await?;
    let voices = match &action {
        Some(action) => action.voices as usize,
        None => origins.len() + direct.len(),
    };
    Ok(ActionFormPage {
        round: round.map(|round| round.reference(ask.now)),
        missing: match &action {
            Some(action) => action.sheet.missing(voices),
            None => Sheet::default().missing(voices),
        },
        action: action.map(|action| action.reference()),
        clusters: origins,
        direct,
        offered,
        policies,
        organisations: read::ambito::organisation_names(&mut snapshot, ask.ambito, None).await?,
        people,
        indicators: store::actions::indicators(&mut snapshot, ask.ambito)
            .await?
            .into_iter()
            .map(|(_, card)| {
                let newest = card.series.last().map(|point| point.value);
                (card.code, card.name, newest, card.unit)
            })
            .collect(),
        alike,
    })
}

async fn own_sources(snapshot: &mut Snapshot, action: &StoredAction) -> Result<Sources, Declined> {
    let direct = store::actions::contributions(snapshot, action.id).await?;
    Ok(Sources {
        clusters: store::actions::clusters(snapshot, action.id).await?,
        contributions: direct.into_iter().map(|(id, _)| id).collect(),
    })
}

/// Other actions that share words with these titles, the most alike first: only a help to
/// whoever writes the overlap check (domain.md C17).
async fn alike(
    snapshot: &mut Snapshot,
    ask: &Asking,
    own: Option<&StoredAction>,
    titles: &[&str],
) -> Result<Vec<ActionRef>, Declined> {
    let stems = |title: &str, beneath: &str| -> BTreeMap<String, i64> {
        search_terms(title, beneath, Language::Italian).into_iter().collect()
    };
    let wanted = stems(&titles.join("\n"), own.map_or("", |own| own.sheet.objective.as_str()));
    let policy = own.and_then(|own| own.sheet.policy);
    let mut ranked: Vec<(i64, StoredAction)> = store::actions::of_ambito(snapshot, ask.ambito)
        .await?
        .into_iter()
        .filter(|other| own.is_none_or(|own| own.id != other.id))
        .map(|other| {
            let theirs = stems(&other.sheet.title, &other.sheet.objective);
            let shared: i64 = theirs
                .iter()
                .filter_map(|(term, weight)| wanted.get(term).map(|own| own.min(weight)))
                .sum();
            let bonus = i64::from(policy.is_some() && policy == other.sheet.policy) * 2;
            (shared + bonus, other)
        })
        .filter(|(score, _)| *score >= 2)
        .collect();
    ranked.sort_by_key(|(score, other)| (-score, other.number));
    Ok(ranked.into_iter().take(ALIKE).map(|(_, other)| other.reference()).collect())
}

/// The form as it is offered before anything was written: the newest version of an existing
/// action with its sources, or the sources a new one is begun from. Field names are those of
/// [`domain::staff_forms`].
pub async fn written(
    services: &Services,
    ask: &Asking,
    existing: Option<i64>,
    clusters: &[i64],
    contributions: &[i64],
) -> Result<Fields, Declined> {
    may_draft(ask)?;
    let numbers = |name: &str, numbers: &[i64]| {
        let pairs = numbers.iter().map(|number| (name.to_owned(), number.to_string()));
        pairs.collect::<Vec<_>>()
    };
    let Some(number) = existing else {
        let mut pairs = numbers("cluster", clusters);
        pairs.extend(numbers("contribution", contributions));
        return Ok(Fields::from_pairs(pairs));
    };
    let mut snapshot = services.look().await?;
    let action = visible(&mut snapshot, ask, number).await?;
    let codes = store::actions::codes(&mut snapshot, ask.ambito).await?;
    let own = store::actions::clusters(&mut snapshot, action.id).await?;
    let own: Vec<i64> = store::merging::by_ids(&mut snapshot, &own)
        .await?
        .into_iter()
        .filter(|cluster| cluster.life.kept != ClusterState::Dissolved)
        .map(|cluster| cluster.number)
        .collect();
    let direct = store::actions::contributions(&mut snapshot, action.id).await?;
    let direct: Vec<i64> = direct.into_iter().map(|(_, number)| number).collect();
    let mut pairs = sheet_pairs(&action.sheet, &codes);
    pairs.push(("version".to_owned(), action.version.to_string()));
    pairs.extend(numbers("cluster", &own));
    pairs.extend(numbers("cluster", clusters));
    pairs.extend(numbers("contribution", &direct));
    pairs.extend(numbers("contribution", contributions));
    Ok(Fields::from_pairs(pairs))
}

fn sheet_pairs(sheet: &Sheet, codes: &Codes) -> Vec<(String, String)> {
    let code = |id: OrganisationId| {
        let found = codes.organisations.iter().find(|(_, (of, _))| *of == id);
        found.map(|(code, _)| code.clone()).unwrap_or_default()
    };
    let policy = codes.policies.iter().find(|(_, id)| Some(**id) == sheet.policy);
    let day = |date: Option<chrono::NaiveDate>| date.map(|d| d.to_string()).unwrap_or_default();
    let mut pairs: Vec<(String, String)> = [
        ("title", sheet.title.clone()),
        ("policy", policy.map(|(code, _)| code.clone()).unwrap_or_default()),
        ("recipients", sheet.recipients.clone()),
        ("objective", sheet.objective.clone()),
        ("description", sheet.description.clone()),
        ("integration", sheet.integration.clone()),
        ("starts", day(sheet.starts)),
        ("ends", day(sheet.ends)),
        ("level", sheet.level.clone()),
        ("own_initiative", sheet.own_initiative.clone()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec();
    let mut push = |name: String, value: String| pairs.push((name, value));
    if let Some(owner) = &sheet.owner {
        push("owner_organisation".to_owned(), code(owner.organisation));
        push("owner_person".to_owned(), owner.person.map(|p| p.to_string()).unwrap_or_default());
    }
    if let Some(check) = &sheet.overlap {
        push("overlap_outcome".to_owned(), check.outcome.code().to_owned());
        push("overlap_note".to_owned(), check.note.clone());
    }
    for (row, of) in (1..).zip(&sheet.indicators) {
        let found = codes.indicators.iter().find(|(_, id)| **id == of.indicator);
        push(format!("indicator-{row}"), found.map(|(code, _)| code.clone()).unwrap_or_default());
        push(format!("baseline-{row}"), write_decimal(of.baseline));
        push(format!("target-{row}"), write_decimal(of.target));
    }
    for (row, partner) in (1..).zip(&sheet.partners) {
        push(format!("partner-{row}"), code(partner.organisation));
        push(format!("brings-{row}"), partner.brings.clone());
        push(format!("sector-{row}"), partner.sector.code().to_owned());
    }
    for (row, line) in (1..).zip(&sheet.budget) {
        push(format!("budget_source-{row}"), line.source.clone());
        push(format!("budget_amount-{row}"), write_cents(line.cents));
    }
    for (row, activity) in (1..).zip(&sheet.activities) {
        push(format!("activity-{row}"), activity.what.clone());
        let responsible = activity.responsible.map(|id| id.to_string()).unwrap_or_default();
        push(format!("responsible-{row}"), responsible);
        push(format!("due-{row}"), day(activity.due));
    }
    pairs
}

/// The sheet of a draft: codes become ids, what the form does not show stays as it was.
fn resolved(
    draft: &SheetDraft,
    before: Option<&Sheet>,
    codes: &Codes,
    faults: &mut Vec<Fault>,
) -> Sheet {
    let mut wrong = |field: String| faults.push(Fault::new(field, What::NotAChoice));
    let policy = codes.policies.get(&draft.policy).copied();
    if policy.is_none() && !draft.policy.is_empty() {
        wrong("policy".to_owned());
    }
    // Somebody named before may stay although they hold no office any more.
    let known = |person, before: Option<domain::ids::PersonId>| {
        codes.officers.contains_key(&person) || before == Some(person)
    };
    let owner_before = before.and_then(|sheet| sheet.owner.as_ref());
    if let Some(person) = draft.owner_person
        && !known(person, owner_before.and_then(|owner| owner.person))
    {
        wrong("owner_person".to_owned());
    }
    let organisation = |code: &str| codes.organisations.get(code).map(|(id, _)| *id);
    let owner = organisation(&draft.owner_organisation)
        .map(|organisation| Owner { organisation, person: draft.owner_person });
    if owner.is_none() && !draft.owner_organisation.is_empty() {
        wrong("owner_organisation".to_owned());
    }
    let mut indicators = Vec::new();
    for line in &draft.indicators {
        match codes.indicators.get(&line.indicator) {
            Some(&indicator) => indicators.push(ActionIndicator {
                indicator,
                baseline: line.baseline,
                target: line.target,
            }),
            None => wrong(format!("indicator-{}", line.row)),
        }
    }
    let mut partners = Vec::new();
    for line in &draft.partners {
        match organisation(&line.organisation) {
            Some(organisation) => partners.push(Partner {
                organisation,
                brings: line.brings.clone(),
                sector: line.sector,
            }),
            None => wrong(format!("partner-{}", line.row)),
        }
    }
    let earlier = before.map(|sheet| sheet.activities.as_slice()).unwrap_or_default();
    let mut activities = Vec::new();
    for line in &draft.activities {
        let same = earlier.iter().find(|activity| activity.what == line.what);
        // The same row with other words is the same activity, unless its words stand elsewhere.
        let same = same.or_else(|| {
            earlier
                .get(line.row - 1)
                .filter(|activity| draft.activities.iter().all(|other| other.what != activity.what))
        });
        if let Some(person) = line.responsible
            && !known(person, same.and_then(|activity| activity.responsible))
        {
            wrong(format!("responsible-{}", line.row));
        }
        activities.push(Activity {
            what: line.what.clone(),
            responsible: line.responsible,
            due: line.due,
            state: same.map_or(ActivityState::ToDo, |activity| activity.state),
            evidence: same.map(|activity| activity.evidence.clone()).unwrap_or_default(),
        });
    }
    Sheet {
        title: draft.title.trim().to_owned(),
        policy,
        linked_policies: before.map(|sheet| sheet.linked_policies.clone()).unwrap_or_default(),
        owner,
        recipients: draft.recipients.clone(),
        objective: draft.objective.clone(),
        description: draft.description.clone(),
        activities,
        indicators,
        overlap: draft.overlap.clone().map(|(outcome, note)| OverlapCheck { outcome, note }),
        integration: draft.integration.clone(),
        partners,
        budget: draft.budget.clone(),
        starts: draft.starts,
        ends: draft.ends,
        level: draft.level.clone(),
        own_initiative: draft.own_initiative.clone(),
    }
}

/// The sources a draft names. A source it had before stays, whatever became of it; a new one
/// must stand: a cluster that is applied, a text that is public.
async fn named_sources(
    snapshot: &mut Snapshot,
    ask: &Asking,
    draft: &SheetDraft,
    before: &Sources,
    faults: &mut Vec<Fault>,
) -> Result<Sources, Declined> {
    let mut sources = Sources::default();
    for &number in &draft.clusters {
        let found = store::merging::by_number(snapshot, ask.ambito, number).await?;
        let known = found.as_ref().is_some_and(|k| before.clusters.contains(&k.id));
        let standing = found.as_ref().map(|k| draftable(k.life.at(ask.now)));
        if let Some(Err(refusal @ Refusal::MergeNotApplied)) = &standing
            && !known
        {
            return Err(refusal.clone().into());
        }
        match found {
            Some(k) if known || standing == Some(Ok(())) => {
                if !sources.clusters.contains(&k.id) {
                    sources.clusters.push(k.id);
                }
            }
            Some(_) | None => faults.push(Fault::new("cluster", What::NotAChoice)),
        }
    }
    let facts = store::merging::facts(snapshot, ask.ambito, &draft.contributions).await?;
    for number in &draft.contributions {
        let Some(source) = facts.iter().find(|source| source.number == *number) else {
            faults.push(Fault::new("contribution", What::NotAChoice));
            continue;
        };
        if source.standing != Standing::Published && !before.contributions.contains(&source.id) {
            return Err(Refusal::NotPublic.into());
        }
        if !sources.contributions.contains(&source.id) {
            sources.contributions.push(source.id);
        }
    }
    Ok(sources)
}

/// Saves a sheet: a new action, or another version of an existing one. Returns its number; a
/// second sending of the same form returns the first's.
pub async fn save(
    services: &Services,
    ask: &Asking,
    existing: Option<i64>,
    draft: SheetDraft,
    sending: &str,
) -> Result<i64, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let facts = Facts::of(ask.ambito);
    let permit = permit(&ask.actor, Operation::DraftAction, &facts, ask.now)?;
    let drafter = permit.person().ok_or(Refusal::SignInNeeded)?;
    let form = FormHash::of(sending);
    if let Some(made) = crate::made(&mut tx, form.as_ref()).await? {
        let made = store::actions::by_id(&mut tx, ask.ambito, made.into()).await?;
        return made.map(|action| action.number).ok_or(Declined::NotFound);
    }
    let action = match existing {
        Some(number) => {
            let action = visible(&mut tx, ask, number).await?;
            open_to_change(&action)?;
            if action.version != draft.base_version {
                return Err(Declined::Stale { current: action.version });
            }
            Some(action)
        }
        None => None,
    };
    let before = match &action {
        Some(action) => own_sources(&mut tx, action).await?,
        None => Sources::default(),
    };
    let mut touched = match &action {
        Some(action) => store::actions::sources(&mut tx, action.id).await?,
        None => Vec::new(),
    };
    let codes = store::actions::codes(&mut tx, ask.ambito).await?;
    let mut faults = Vec::new();
    let sheet = resolved(&draft, action.as_ref().map(|action| &action.sheet), &codes, &mut faults);
    faults.extend(sheet.faults());
    let sources = named_sources(&mut tx, ask, &draft, &before, &mut faults).await?;
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let (id, number) = match &action {
        Some(action) => {
            store::actions::revise(&mut tx, &permit, (action.id, drafter), &sheet, &sources)
                .await?;
            (action.id, action.number)
        }
        None => {
            let links = store::merging::sources(&mut tx, &sources.clusters).await?;
            let voices: Vec<ContributionId> = links
                .iter()
                .map(|link| link.contribution)
                .chain(sources.contributions.iter().copied())
                .collect();
            let plan = match store::actions::plan_of(&mut tx, &voices).await? {
                Some(plan) => Some(plan),
                None => store::actions::newest_plan(&mut tx, ask.ambito).await?,
            };
            // Without a plan there is nothing an action could be part of.
            let plan = plan.ok_or(Refusal::NotOpened)?;
            let id = services.chance.id(ask.now);
            let new = (id, plan, drafter);
            let number = store::actions::make(&mut tx, &permit, new, &sheet, &sources).await?;
            (id, number)
        }
    };
    touched.extend(store::actions::sources(&mut tx, id).await?);
    touched.sort();
    touched.dedup();
    for source in touched {
        counts::restage(&mut tx, &permit, source).await?;
    }
    forms_sent::remember(&mut tx, &permit, form.as_ref(), id.uuid()).await?;
    commit(tx).await?;
    Ok(number)
}

/// Whether an action can go to the Tavolo: a draft that has what invariant 6 asks.
fn sendable(action: &StoredAction) -> Result<(), Refusal> {
    if !is_draft(action.state) {
        return Err(Refusal::AlreadyDone);
    }
    let missing = missing(action);
    if missing.is_empty() { Ok(()) } else { Err(Refusal::NotReady { missing }) }
}

/// Sends an action to the Tavolo. Refused while something is missing (invariant 6), and for a
/// version on which the Tavolo has decided already.
pub async fn send(services: &Services, ask: &Asking, number: i64) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let facts = Facts::of(ask.ambito);
    let permit = permit(&ask.actor, Operation::SendToTable, &facts, ask.now)?;
    let action = visible(&mut tx, ask, number).await?;
    sendable(&action)?;
    if store::table::decided(&mut tx, action.id, action.version).await? {
        return Err(Refusal::AlreadyDone.into());
    }
    store::actions::send(&mut tx, &permit, action.id, action.version).await?;
    for source in store::actions::sources(&mut tx, action.id).await? {
        counts::restage(&mut tx, &permit, source).await?;
    }
    commit(tx).await
}
