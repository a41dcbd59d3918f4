//! Bringing voices together: the workbench, clusters, and their undoing.
//!
//! A cluster points at its sources and never touches them (domain.md §2.5, invariant 10). What
//! becomes of one after it was proposed is in [`life`].

mod acts;
mod alone;
pub mod draft_synthesis;
pub mod drafts;
mod life;
mod notes;
mod reasons;
mod shown;
pub mod synthesis;

use std::collections::BTreeMap;

use domain::contributions::{Kind, Stage, text};
use domain::faults::Refusal;
use domain::ids::{ClusterId, ContributionId};
use domain::merging::bench::{ActKind, Change, DraftState, Place, Queue, alone_or_marked};
use domain::merging::{
    BENCH_SIZES, ClusterDraft, ClusterState, MergeProblem, Share, check_sources,
};
use domain::messages::MessageKind;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundState;
use domain::sentences::sentences;
use domain::time::Moment;
use domain::views::{
    AloneView, BenchDraftRef, Choice, ChosenView, ClusterFormPage, ClusterPage, ContributionCard,
    EarlierSynthesis, Filter, OriginCluster, OwnMerge, Paging, Reading, SimilarCard, Sort,
    SourceView, ThreadPage, ThreadStart, WorkbenchPage,
};
use store::bench::StoredDraft;
use store::bench::notes::On;
use store::forms_sent::{self, FormHash};
use store::merging::{NewCluster, NewSource, SourceLink, StoredCluster};
use store::read::Sight;
use store::read::lists::{self, Asked, Found, Stretch};
use store::read::rounds::StoredRound;
use store::{Snapshot, read};

pub use self::acts::undo;
use self::acts::{About, Work};
pub(crate) use self::alone::of as left_alone;
pub use self::alone::{leave_alone, take_back};
pub(crate) use self::life::settled;
pub use self::life::{Answered, answer, mediate, objection_days, set_objection_days, settle};
pub use self::notes::{NOTE_MOST, note, remove_note};
pub use self::reasons::decide_reason;
pub(crate) use self::reasons::waiting;
pub(crate) use self::shown::{OwnText, of_person, of_text};
use crate::contributions::wanted;
use crate::frame::Frame;
use crate::similar::{self, Similar};
use crate::{Asking, Declined, Services, commit, parts, presence, threads};

/// How many suggestions stand beside a text.
const SUGGESTIONS: usize = 10;

/// How many stand beside a part of one.
const SUGGESTIONS_OF_PART: usize = 5;

/// The most characters of a suggestion's excerpt.
const SIMILAR_EXCERPT: usize = 140;

/// The round of a number, or nothing to be found.
async fn round_of(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<StoredRound, Declined> {
    read::rounds::by_number(snapshot, ask.ambito, number).await?.ok_or(Declined::NotFound)
}

/// A round that was given back is settled: its voices are neither joined nor parted any more.
pub(crate) fn unsettled(round: &StoredRound, now: Moment) -> Result<(), Refusal> {
    match round.round.state(now) {
        RoundState::GivenBack | RoundState::Archived => {
            Err(Refusal::Closed { closed: round.round.closes })
        }
        RoundState::Draft
        | RoundState::Scheduled
        | RoundState::Open
        | RoundState::Suspended
        | RoundState::Closed
        | RoundState::InSynthesis => Ok(()),
    }
}

/// The workbench of a round: what is still by itself, the clusters, and a text being read with
/// what is like it.
pub async fn workbench(
    services: &Services,
    ask: &Asking,
    round: i64,
    filter: &Filter,
    reading: Option<(Kind, i64)>,
) -> Result<WorkbenchPage, Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let Frame { rounds, policies, places, .. } = &*frame;
    let Some(stored) = rounds.iter().find(|stored| stored.number == round) else {
        return Err(Declined::NotFound);
    };
    let facts = Facts::within(ask.ambito, &stored.round);
    permit(&ask.actor, Operation::MakeCluster, &facts, ask.now)?;

    let place = filter
        .municipality
        .as_ref()
        .map(|code| places.iter().find(|place| place.row.code == *code).map(|place| place.id));
    let mut asked = Asked {
        kind: filter.kind,
        round: Some(stored.round.id),
        policies: filter
            .policy
            .as_ref()
            .map(|code| policies.iter().filter(|p| p.name.code == *code).map(|p| p.id).collect()),
        municipality: place.flatten(),
        stage: Some(Stage::Published),
        queue: Some(filter.queue),
        sort: filter.sort,
    };
    if place == Some(None) {
        // A municipality that is not here: nothing speaks of it.
        asked.policies = Some(Vec::new());
    }
    let page = filter.page.max(1);
    let [usual, ..] = BENCH_SIZES;
    let size = filter.size.filter(|size| BENCH_SIZES.contains(size)).unwrap_or(usual);
    let stretch = Stretch { skip: i64::from(page - 1) * i64::from(size), take: i64::from(size) };
    let query = filter.query.as_deref().unwrap_or_default().trim();
    let Found { cards: unassigned, total, some } = if query.is_empty() {
        if asked.sort == Sort::Relevance {
            asked.sort = Sort::Newest;
        }
        let total = lists::total(&mut snapshot, ask.ambito, &asked).await?;
        let cards = lists::page(&mut snapshot, ask.ambito, &asked, stretch, total).await?;
        Found { cards, total, some: false }
    } else {
        let wanted = wanted(&frame, query);
        lists::search(&mut snapshot, ask.ambito, &wanted, &asked, stretch).await?
    };
    let facets =
        lists::facets(&mut snapshot, ask.ambito, filter.kind, Some(stored.round.id)).await?;
    let clusters = store::merging::of_round(&mut snapshot, stored.round.id).await?;
    let progress = store::merging::progress(&mut snapshot, stored.round.id).await?;
    let life = presence::life(&mut snapshot, ask, stored.round.id).await?;
    let reading = match reading {
        Some((kind, number)) => {
            read_text(services, &mut snapshot, ask, stored, kind, number).await?
        }
        None => None,
    };
    let (in_drafts, left_alone) = store::bench::progress(&mut snapshot, stored.round.id).await?;
    let drafts = store::bench::open(&mut snapshot, stored.round.id).await?;
    let (alone, drafted) = marks(&mut snapshot, ask, filter.queue, &unassigned).await?;
    Ok(WorkbenchPage {
        round: stored.reference(ask.now),
        rounds: rounds.iter().map(|stored| stored.reference(ask.now)).collect(),
        filter: filter.clone(),
        unassigned,
        alone,
        drafted,
        drafts: drafts.iter().map(drafts::card).collect(),
        acts: acts::shown(&mut snapshot, stored).await?,
        notes: notes::of(&mut snapshot, ask, stored, On::Round).await?,
        in_drafts,
        left_alone,
        some,
        paging: Paging { page, size, total },
        clusters: clusters.iter().map(|cluster| cluster.card(ask.now)).collect(),
        total: progress.total,
        assigned: progress.assigned,
        proposed: progress.proposed,
        answered: progress.answered,
        reading,
        policies: policies
            .iter()
            .filter_map(|policy| {
                let count = facets.policies.iter().find(|(id, _)| *id == policy.id)?.1;
                let (code, name) = (policy.name.code.clone(), policy.name.name.clone());
                Some(Choice { code, name, count })
            })
            .collect(),
        municipalities: places
            .iter()
            .filter_map(|place| {
                let count = facets.municipalities.iter().find(|(id, _)| *id == place.id)?.1;
                let (code, name) = (place.row.code.clone(), place.row.name.clone());
                Some(Choice { code, name, count })
            })
            .collect(),
        may_draft: crate::actions::may_draft(ask),
        life,
    })
}

/// The text in the middle of the workbench; `None` if it isn't a public one of this round.
async fn read_text(
    services: &Services,
    snapshot: &mut Snapshot,
    ask: &Asking,
    round: &StoredRound,
    kind: Kind,
    number: i64,
) -> Result<Option<Reading>, Declined> {
    let cards = read::contributions::public_cards(snapshot, ask.ambito, &[number]).await?;
    let Some(card) = cards.into_iter().next() else { return Ok(None) };
    if card.round != round.round.id || card.card.contribution.kind != kind {
        return Ok(None);
    }
    let body = store::merging::bodies(snapshot, &[card.id]).await?.remove(&card.id);
    let found = similar::for_contribution(services, snapshot, card.id, SUGGESTIONS).await?;
    let similar = similar_cards(snapshot, ask, found).await?;
    let elsewhere = store::bench::elsewhere(snapshot, &[card.id]).await?;
    let places = elsewhere.iter().map(acts::place_view).collect();
    let alone = alone::of(snapshot, &[card.id]).await?.remove(&card.id);
    let notes = notes::of(snapshot, ask, round, On::Text(card.id)).await?;
    let language = &card.card.contribution.language;
    let parts =
        parts::readings(services, snapshot, ask, card.id, language, SUGGESTIONS_OF_PART).await?;
    Ok(Some(Reading {
        may_split: parts::may(ask, round, true),
        card: card.card,
        body: body.unwrap_or_default(),
        similar,
        parts,
        places,
        alone,
        notes,
    }))
}

/// What the left pane says of texts that a filter brought back: why they are left alone, in which
/// drafts they are.
async fn marks(
    snapshot: &mut Snapshot,
    ask: &Asking,
    queue: Queue,
    shown: &[ContributionCard],
) -> Result<(BTreeMap<i64, AloneView>, BTreeMap<i64, Vec<BenchDraftRef>>), Declined> {
    let (mut alone, mut drafted) = (BTreeMap::new(), BTreeMap::<i64, Vec<BenchDraftRef>>::new());
    if queue == Queue::Waiting || shown.is_empty() {
        return Ok((alone, drafted));
    }
    let numbers: Vec<i64> = shown.iter().map(|card| card.contribution.number).collect();
    let facts = store::merging::facts(snapshot, ask.ambito, &numbers).await?;
    let ids: Vec<ContributionId> = facts.iter().map(|text| text.id).collect();
    let mut why = alone::of(snapshot, &ids).await?;
    let elsewhere = store::bench::elsewhere(snapshot, &ids).await?;
    for text in facts {
        if let Some(one) = why.remove(&text.id) {
            alone.insert(text.number, one);
        }
        for one in elsewhere.iter().filter(|one| one.contribution == text.id) {
            if let Place::Draft(number) = one.place {
                let draft = BenchDraftRef { number, title: one.title.clone() };
                drafted.entry(text.number).or_default().push(draft);
            }
        }
    }
    Ok((alone, drafted))
}

/// Similar texts as pages show them, in their order.
async fn similar_cards(
    snapshot: &mut Snapshot,
    ask: &Asking,
    found: Vec<Similar>,
) -> Result<Vec<SimilarCard>, Declined> {
    let numbers: Vec<i64> = found.iter().map(|similar| similar.number).collect();
    let cards = read::contributions::public_cards(snapshot, ask.ambito, &numbers).await?;
    Ok(found
        .into_iter()
        .filter_map(|similar| {
            let of =
                |card: &&read::contributions::Card| card.card.contribution.number == similar.number;
            let card = &cards.iter().find(of)?.card;
            Some(SimilarCard {
                contribution: card.contribution.clone(),
                excerpt: read::excerpt(&card.excerpt, SIMILAR_EXCERPT),
                shared_words: similar.shared_words,
                same_policy: similar.same_policy,
                other_words: similar.other_words,
                supports: card.supports,
            })
        })
        .collect())
}

/// The form to make a cluster of these texts, with more like them: of the suggestions for each
/// chosen text, those nearest to most of them first.
pub async fn form(
    services: &Services,
    ask: &Asking,
    round: i64,
    chosen: &[i64],
) -> Result<ClusterFormPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round_of(&mut snapshot, ask, round).await?;
    let facts = Facts::within(ask.ambito, &stored.round);
    permit(&ask.actor, Operation::MakeCluster, &facts, ask.now)?;
    let mut cards = read::contributions::public_cards(&mut snapshot, ask.ambito, chosen).await?;
    cards.retain(|card| card.round == stored.round.id);
    let ids: Vec<ContributionId> = cards.iter().map(|card| card.id).collect();
    let mut bodies = store::merging::bodies(&mut snapshot, &ids).await?;
    let splits = store::parts::standing(&mut snapshot, &ids).await?;

    let chosen: Vec<(ContributionId, i64)> =
        cards.iter().map(|card| (card.id, card.card.contribution.number)).collect();
    let near = near(services, &mut snapshot, &chosen, SUGGESTIONS).await?;
    let suggestions = similar_cards(&mut snapshot, ask, near).await?;

    Ok(ClusterFormPage {
        round: stored.reference(ask.now),
        objection_days: store::merge_life::objection_days(&mut snapshot, ask.ambito).await?,
        chosen: cards
            .into_iter()
            .map(|card| {
                let body = bodies.remove(&card.id).unwrap_or_default();
                let split = splits.get(&card.id);
                let language = &card.card.contribution.language;
                ChosenView {
                    sentences: sentences(&body).into_iter().map(str::to_owned).collect(),
                    parts: split
                        .map(|split| parts::view(split, language, true).parts)
                        .unwrap_or_default(),
                    source: SourceView {
                        body,
                        card: card.card,
                        share: Share::PartOf,
                        excerpt: None,
                    },
                }
            })
            .collect(),
        suggestions,
    })
}

/// Texts that resemble some chosen ones: of the suggestions for each, those nearest to most of them
/// first.
async fn near(
    services: &Services,
    snapshot: &mut Snapshot,
    chosen: &[(ContributionId, i64)],
    most: usize,
) -> Result<Vec<Similar>, Declined> {
    let mut near: BTreeMap<i64, (f64, Similar)> = BTreeMap::new();
    for (id, _) in chosen {
        let alike = similar::for_contribution(services, snapshot, *id, SUGGESTIONS).await?;
        for (rank, found) in alike.into_iter().enumerate() {
            if chosen.iter().all(|(_, number)| *number != found.number) {
                let nearness = 1.0 / (rank as f64 + 1.0);
                near.entry(found.number).or_insert((0.0, found)).0 += nearness;
            }
        }
    }
    let mut near: Vec<(f64, Similar)> = near.into_values().collect();
    near.sort_by(|(a, one), (b, two)| b.total_cmp(a).then(one.number.cmp(&two.number)));
    near.truncate(most);
    Ok(near.into_iter().map(|(_, found)| found).collect())
}

/// Proposes a cluster: authors and supporters are told, and its objection window opens. Returns
/// its number; a second sending of the same form returns the first's.
pub async fn make(
    services: &Services,
    ask: &Asking,
    round: i64,
    draft: ClusterDraft,
    sending: &str,
) -> Result<i64, Declined> {
    let faults = draft.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round_of(&mut tx, ask, round).await?;
    let facts = Facts::within(ask.ambito, &stored.round);
    permit(&ask.actor, Operation::MakeCluster, &facts, ask.now)?;
    let form = FormHash::of(sending);
    if let Some(made) = crate::made(&mut tx, form.as_ref()).await? {
        let made = store::merging::by_ids(&mut tx, &[made.into()]).await?;
        return made.first().map(|cluster| cluster.number).ok_or(Declined::NotFound);
    }
    let mut work = Work::within(tx, ask, stored)?;
    let (id, number) = proposed_in(services, ask, &mut work, &draft, None).await?;
    forms_sent::remember(&mut work.tx, &work.permit, form.as_ref(), id.uuid()).await?;
    work.done().await?;
    Ok(number)
}

/// The same within a transaction, of a draft or without one: its id and number. The draft is
/// proposed with it, and its texts are no longer left alone.
async fn proposed_in(
    services: &Services,
    ask: &Asking,
    work: &mut Work,
    chosen: &ClusterDraft,
    from: Option<&StoredDraft>,
) -> Result<(ClusterId, i64), Declined> {
    let numbers: Vec<i64> = chosen.sources.iter().map(|source| source.number).collect();
    let sources = store::merging::facts(&mut work.tx, ask.ambito, &numbers).await?;
    let shared = check_sources(chosen, &sources).map_err(|problem| match problem {
        MergeProblem::Invalid(faults) => Declined::Invalid(faults),
        MergeProblem::Refused(refusal) => Declined::Refused(refusal),
    })?;
    if shared != work.round.round.id {
        return Err(Refusal::DoNotBelong.into());
    }
    let ids: Vec<ContributionId> = sources.iter().map(|source| source.id).collect();
    let elsewhere = store::bench::elsewhere(&mut work.tx, &ids).await?;

    let mut new = NewCluster {
        id: services.chance.id(ask.now),
        round: shared,
        facilitator: work.by().0,
        title: chosen.title.trim().to_owned(),
        synthesis: chosen.synthesis.trim().to_owned(),
        reason: chosen.reason.trim().to_owned(),
        sources: Vec::new(),
        closes: life::closes(&mut work.tx, ask.ambito, ask.now).await?,
        salt: services.chance.bytes(),
        seal: services.chance.bytes(),
    };
    let ids: Vec<ContributionId> = sources.iter().map(|source| source.id).collect();
    let splits = store::parts::standing(&mut work.tx, &ids).await?;
    for one in &chosen.sources {
        let Some(source) = sources.iter().find(|source| source.number == one.number) else {
            continue;
        };
        // What stands whole in a draft entered it before the others; beside another cluster it
        // needs an excerpt all the same.
        let places: Vec<Place> = elsewhere
            .iter()
            .filter(|other| other.contribution == source.id)
            .filter(|other| other.draft.is_none() || from.is_none())
            .map(|other| other.place)
            .collect();
        alone_or_marked(one.number, &one.excerpt, &places)?;
        if new.sources.iter().all(|taken| taken.contribution != source.id) {
            new.sources.push(NewSource {
                contribution: source.id,
                share: one.share,
                excerpt: one.excerpt.trim().to_owned(),
                part: splits.get(&source.id).and_then(|split| split.marked(&one.excerpt)),
            });
        }
    }
    let number = store::merging::make(&mut work.tx, &work.permit, &new).await?;
    if let Some(draft) = from {
        draft_synthesis::carry(services, ask, work, draft, (new.id, &new.synthesis)).await?;
    }
    let told = (MessageKind::MergeProposed, MessageKind::MergeOfSupported);
    life::tell(services, &mut work.tx, &work.permit, new.id, told).await?;
    let bench = store::bench::bench(&mut work.tx, &[], &ids).await?;
    let mut changes: Vec<Change> = ids.iter().filter_map(|text| bench.not_alone(*text)).collect();
    changes.extend(from.map(|draft| Change::State {
        draft: draft.id,
        before: draft.state,
        after: DraftState::Proposed(new.id),
    }));
    let draft = from.map(|draft| draft.id);
    let about = About { draft, cluster: Some(new.id), ..About::default() };
    work.enact(services, ask, ActKind::Proposed, about, &changes).await?;
    Ok((new.id, number))
}

/// Sources as pages show them; of a text that is not public any more neither words nor excerpt.
pub(crate) async fn source_views(
    snapshot: &mut Snapshot,
    links: &[SourceLink],
) -> Result<Vec<(ClusterId, SourceView)>, Declined> {
    let mut ids: Vec<ContributionId> = links.iter().map(|link| link.contribution).collect();
    ids.sort();
    ids.dedup();
    let cards = read::contributions::cards(snapshot, &ids, Sight::Public).await?;
    let bodies = store::merging::bodies(snapshot, &ids).await?;
    Ok(links
        .iter()
        .filter_map(|link| {
            let card = cards.iter().find(|card| card.id == link.contribution)?;
            let body = bodies.get(&link.contribution);
            let view = SourceView {
                card: card.card.clone(),
                body: body.cloned().unwrap_or_default(),
                share: link.share,
                excerpt: link.excerpt.clone().filter(|_| body.is_some()),
            };
            Some((link.cluster, view))
        })
        .collect())
}

/// Contributions without a cluster, as pages show them.
pub(crate) async fn direct_views(
    snapshot: &mut Snapshot,
    contributions: &[ContributionId],
) -> Result<Vec<SourceView>, Declined> {
    let cards = read::contributions::cards(snapshot, contributions, Sight::Public).await?;
    let bodies = store::merging::bodies(snapshot, contributions).await?;
    Ok(cards
        .into_iter()
        .map(|card| SourceView {
            body: bodies.get(&card.id).cloned().unwrap_or_default(),
            card: card.card,
            share: Share::PartOf,
            excerpt: None,
        })
        .collect())
}

/// Clusters with their sources, as pages show where something comes from.
pub(crate) async fn origins(
    snapshot: &mut Snapshot,
    clusters: &[StoredCluster],
) -> Result<Vec<OriginCluster>, Declined> {
    let ids: Vec<ClusterId> = clusters.iter().map(|cluster| cluster.id).collect();
    let links = store::merging::sources(snapshot, &ids).await?;
    let views = source_views(snapshot, &links).await?;
    let mut collected = BTreeMap::new();
    for cluster in clusters {
        let own: Vec<SourceLink> =
            links.iter().filter(|link| link.cluster == cluster.id).cloned().collect();
        let said = synthesis::collected(snapshot, cluster, &own).await?;
        collected.extend(said.map(|said| (cluster.id, said)));
    }
    Ok(clusters
        .iter()
        .map(|cluster| OriginCluster {
            collected: collected.remove(&cluster.id),
            cluster: cluster.reference(),
            synthesis: cluster.synthesis.clone(),
            reason: cluster.reason.clone(),
            sources: views
                .iter()
                .filter(|(of, _)| *of == cluster.id)
                .map(|(_, view)| view.clone())
                .collect(),
        })
        .collect())
}

/// The cluster of a number, if this visitor may know of it: what is only suggested is for staff.
async fn visible(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<StoredCluster, Declined> {
    let facts = Facts::of(ask.ambito);
    let staff = permit(&ask.actor, Operation::MakeCluster, &facts, ask.now).is_ok();
    store::merging::by_number(snapshot, ask.ambito, number)
        .await?
        .filter(|cluster| staff || cluster.life.kept != ClusterState::Suggested)
        .ok_or(Declined::NotFound)
}

/// A cluster with its sources and its thread.
pub async fn cluster(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<ClusterPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = visible(&mut snapshot, ask, number).await?;
    let round = read::rounds::by_id(&mut snapshot, stored.round).await?;
    let round = round.ok_or(Declined::NotFound)?;
    let links = store::merging::sources(&mut snapshot, &[stored.id]).await?;
    let sources = source_views(&mut snapshot, &links).await?;
    let mut actions = store::merging::actions(&mut snapshot, stored.id).await?;
    let answers = store::merge_life::answers(&mut snapshot, &[stored.id]).await?;
    let staff = permit(&ask.actor, Operation::MakeCluster, &Facts::of(ask.ambito), ask.now).is_ok();
    let may_mediate = life::may_mediate(&mut snapshot, ask, &stored).await?.map(|_| ());
    // Who mediates reads all of it.
    let staff = staff || may_mediate.is_ok();
    let life = shown::life(&mut snapshot, &stored, &answers, staff, ask.now).await?;
    let own = own(&mut snapshot, ask, &stored, &links).await?;
    let earlier = store::merge_life::versions(&mut snapshot, stored.id).await?;
    let earlier = earlier.into_iter().map(|(version, text)| EarlierSynthesis { version, text });
    let within = Facts::within(ask.ambito, &round.round);
    let may_draft = permit(&ask.actor, Operation::DraftAction, &within, ask.now).map(|_| ());
    let may_dissolve = permit(&ask.actor, Operation::DissolveCluster, &within, ask.now)
        .and_then(|_| undoable(&stored, &round, !actions.is_empty(), ask.now));
    let may_resume =
        acts::leave(ask, &round).map(|_| ()).and_then(|()| drafts::resumable(stored.life.kept));
    let notes = match permit(&ask.actor, Operation::MakeCluster, &within, ask.now) {
        Ok(_) => Some(notes::of(&mut snapshot, ask, &round, On::Cluster(stored.id)).await?),
        Err(_) => None,
    };
    if may_draft.is_err() {
        actions.retain(|action| action.state.public());
    }
    let thread = threads::down_from_cluster(services, &mut snapshot, ask, stored.id).await?;
    let collected = synthesis::collected(&mut snapshot, &stored, &links).await?;
    Ok(ClusterPage {
        collected,
        may_collect: synthesis::may(ask, &stored, &round),
        card: stored.card(ask.now),
        applied: shown::applied(&stored, ask.now),
        life,
        earlier: earlier.collect(),
        own,
        may_mediate,
        round: round.reference(ask.now),
        synthesis: stored.synthesis,
        reason: stored.reason,
        facilitator: stored.facilitator_name,
        dissolved: stored.dissolved,
        sources: sources.into_iter().map(|(_, view)| view).collect(),
        actions,
        thread,
        may_dissolve,
        may_resume,
        notes,
        may_draft: may_draft.and(draftable(stored.life.at(ask.now))),
    })
}

/// Whether an action may come from a cluster: only from one that is applied. From one that may
/// still be contested it could lose its sources (invariant 4).
pub(crate) fn draftable(state: ClusterState) -> Result<(), Refusal> {
    match state {
        ClusterState::Applied => Ok(()),
        ClusterState::Dissolved | ClusterState::Apart => Err(Refusal::AlreadyDone),
        ClusterState::Suggested
        | ClusterState::Proposed
        | ClusterState::ObjectionWindow
        | ClusterState::Contested
        | ClusterState::Mediated => Err(Refusal::MergeNotApplied),
    }
}

/// The viewer's own texts among the sources of a cluster that had a window.
async fn own(
    snapshot: &mut Snapshot,
    ask: &Asking,
    stored: &StoredCluster,
    links: &[SourceLink],
) -> Result<Vec<OwnMerge>, Declined> {
    if stored.life.closes.is_none() {
        return Ok(Vec::new());
    }
    let sources: Vec<ContributionId> = links.iter().map(|link| link.contribution).collect();
    let written = shown::own_among(snapshot, ask, &sources).await?;
    let cards = read::contributions::cards(snapshot, &written, Sight::Restricted).await?;
    let mut bodies = store::merging::bodies(snapshot, &written).await?;
    let mut own = Vec::new();
    for card in cards {
        let text = OwnText {
            id: card.id,
            contribution: card.card.contribution,
            body: bodies.remove(&card.id).unwrap_or_default(),
            standing: card.standing,
        };
        own.extend(shown::of_clusters(snapshot, ask, &ask.actor, &text, &[stored.id]).await?);
    }
    Ok(own)
}

/// The thread of a cluster, in both directions.
pub async fn thread(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<ThreadPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = visible(&mut snapshot, ask, number).await?;
    let down = threads::down_from_cluster(services, &mut snapshot, ask, stored.id).await?;
    let start = ThreadStart::Cluster(stored.reference());
    let up = origins(&mut snapshot, &[stored]).await?;
    Ok(ThreadPage { start, said: None, down, up, direct: Vec::new(), links: Vec::new() })
}

/// Whether a cluster can be undone: it stands, its round is not settled, and no action was
/// drafted from it. What the Tavolo answered, a refusal too, reaches the voices through the
/// cluster: undoing it would take the answer from them.
fn undoable(
    cluster: &StoredCluster,
    round: &StoredRound,
    drafted: bool,
    now: Moment,
) -> Result<(), Refusal> {
    if cluster.life.kept == ClusterState::Dissolved {
        return Err(Refusal::AlreadyDone);
    }
    unsettled(round, now)?;
    if drafted { Err(Refusal::InUse) } else { Ok(()) }
}

/// Undoes a cluster with a reason: its sources stand as if it had never been made, and it stays
/// to be read.
pub async fn dissolve(
    services: &Services,
    ask: &Asking,
    number: i64,
    reason: &str,
) -> Result<(), Declined> {
    let mut faults = Vec::new();
    text(&mut faults, "reason", reason, 2_000, 3);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let mut tx = services.begin(ask.ambito).await?;
    life::settled(&mut tx, ask.ambito, ask.now).await?;
    let stored = visible(&mut tx, ask, number).await?;
    let round = read::rounds::by_id(&mut tx, stored.round).await?.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &round.round);
    let permit = permit(&ask.actor, Operation::DissolveCluster, &facts, ask.now)?;
    let actions = store::merging::actions(&mut tx, stored.id).await?;
    undoable(&stored, &round, !actions.is_empty(), ask.now)?;
    let salt = services.chance.bytes();
    store::merging::dissolve(&mut tx, &permit, stored.id, reason.trim(), &salt).await?;
    life::restage(&mut tx, &permit, stored.id).await?;
    if stored.life.closes.is_some() {
        let kind = MessageKind::MergeDissolved;
        life::tell(services, &mut tx, &permit, stored.id, (kind, kind)).await?;
    }
    commit(tx).await
}
