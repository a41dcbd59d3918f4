//! Drafts of clusters: working papers of who brings voices together (domain.md §2.5).
//!
//! They join nothing, and no public page knows of them. Several people work on one at once:
//! putting texts in and taking them out commute, and who saves texts on an older version gets
//! both versions back ([`Declined::Stale`]).

use std::collections::BTreeSet;

use domain::contributions::{Kind, Standing};
use domain::faults::{Fault, Refusal, What};
use domain::ids::{ClusterDraftId, ContributionId};
use domain::merging::bench::{ActKind, Change, DraftState, Field, Texts, Written};
use domain::merging::{ChosenSource, ClusterDraft, ClusterState, Share};
use domain::views::{
    BenchDraftCard, BenchDraftEnd, BenchDraftPage, BenchDraftRef, BenchDraftSource, ByOffice, May,
    PlaceView, SourceView,
};
use store::bench::StoredDraft;
use store::bench::notes::On;
use store::read::Sight;
use store::{Snapshot, read};

use super::acts::{self, About, Work, place_view};
use super::{SUGGESTIONS, draft_synthesis, similar_cards};
use crate::{Asking, Declined, Services};

/// Into which draft texts go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Into {
    /// A new one.
    New,
    /// The one of this number.
    Draft(i64),
}

/// Puts texts into a draft, or begins one with them; out of another draft, if one is named.
/// Returns the number of the draft. What is in it already stays there as it is, so nothing
/// conflicts, and a new draft of texts that are all there are of another is that one.
///
/// # Errors
///
/// A fault of `s` without texts; [`Refusal::TextElsewhere`] for one that is in another place.
pub async fn put(
    services: &Services,
    ask: &Asking,
    round: i64,
    into: Into,
    from: Option<i64>,
    chosen: &[ChosenSource],
) -> Result<i64, Declined> {
    if chosen.is_empty() {
        return Err(vec![Fault::new("s", What::TooFew { least: 1 })].into());
    }
    let mut work = Work::on(services, ask, round).await?;
    let numbers: Vec<i64> = chosen.iter().map(|one| one.number).collect();
    let texts = work.texts(ask, &numbers).await?;
    marked(&mut work, ask, chosen).await?;
    let from = match from {
        Some(number) => Some(work.draft(ask, number).await?),
        None => None,
    };
    if into == Into::New
        && from.is_none()
        && let Some(same) = same(&mut work, &texts).await?
    {
        return Ok(same);
    }
    let (draft, number, opened) = match into {
        Into::New => {
            let (draft, number, opened) = work.begin(services, ask).await?;
            (draft, number, Some(opened))
        }
        Into::Draft(number) => (work.draft(ask, number).await?.id, number, None),
    };
    let other = from.as_ref().map(|from| from.id);
    let drafts: Vec<ClusterDraftId> = std::iter::once(draft).chain(other).collect();
    let bench = store::bench::bench(&mut work.tx, &drafts, &texts).await?;
    let mut changes: Vec<Change> = opened.into_iter().collect();
    changes.extend(match other {
        Some(other) => bench.move_over(other, draft, &texts),
        None => {
            let placed = texts.iter().zip(chosen);
            bench.put(
                draft,
                placed.map(|(text, one)| (*text, one.share, one.excerpt.trim().to_owned())),
            )
        }
    });
    let kind = match (into, other) {
        (Into::New, None) => ActKind::Begun,
        (Into::New | Into::Draft(_), Some(_)) => ActKind::Moved,
        (Into::Draft(_), None) => ActKind::Put,
    };
    let about = About { draft: Some(draft), other, ..About::default() };
    work.enact(services, ask, kind, about, &changes).await?;
    work.done().await?;
    Ok(number)
}

/// Puts a text into a draft by its number; its kind is checked where it was said.
///
/// # Errors
///
/// A fault of `testo`: there is no such text, it is of another kind or round, is not public, or is
/// in the draft; [`Refusal::TextElsewhere`] for one that is in another place.
pub async fn add(
    services: &Services,
    ask: &Asking,
    round: i64,
    draft: i64,
    (kind, number): (Option<Kind>, i64),
) -> Result<(), Declined> {
    let wrong = |what| Declined::Invalid(vec![Fault::new("testo", what)]);
    let mut work = Work::on(services, ask, round).await?;
    let draft = work.draft(ask, draft).await?.id;
    let facts = store::merging::facts(&mut work.tx, ask.ambito, &[number]).await?;
    let text = facts.first().ok_or(wrong(What::NotAChoice))?;
    if text.standing != Standing::Published {
        return Err(wrong(What::NotPublic));
    }
    let cards = read::contributions::cards(&mut work.tx, &[text.id], Sight::Public).await?;
    let is = cards.first().map(|card| card.card.contribution.kind);
    if kind.is_some() && kind != is {
        return Err(wrong(What::Contradicts));
    }
    if text.round != work.round.round.id {
        return Err(wrong(What::OtherRound));
    }
    let bench = store::bench::bench(&mut work.tx, &[draft], &[text.id]).await?;
    let changes = bench.put(draft, [(text.id, Share::PartOf, String::new())]);
    if changes.is_empty() {
        return Err(wrong(What::Repeated));
    }
    let about = About { draft: Some(draft), ..About::default() };
    work.enact(services, ask, ActKind::Put, about, &changes).await?;
    work.done().await
}

/// The draft that has exactly these texts, whole: who begins one twice gets the first.
async fn same(work: &mut Work, texts: &[ContributionId]) -> Result<Option<i64>, Declined> {
    let wanted: BTreeSet<&ContributionId> = texts.iter().collect();
    let open = store::bench::open(&mut work.tx, work.round.round.id).await?;
    let ids: Vec<ClusterDraftId> = open.iter().map(|draft| draft.id).collect();
    let sources = store::bench::sources(&mut work.tx, &ids).await?;
    let is_same = |draft: &&StoredDraft| {
        let own = sources.iter().filter(|source| source.draft == draft.id);
        let own: BTreeSet<&ContributionId> = own.map(|source| &source.contribution).collect();
        own == wanted
    };
    Ok(open.iter().find(is_same).map(|draft| draft.number))
}

/// Excerpts stand in their texts word for word; faults of `excerpt-NUMBER`.
async fn marked(work: &mut Work, ask: &Asking, chosen: &[ChosenSource]) -> Result<(), Declined> {
    let with: Vec<&ChosenSource> =
        chosen.iter().filter(|one| !one.excerpt.trim().is_empty()).collect();
    let numbers: Vec<i64> = with.iter().map(|one| one.number).collect();
    let facts = store::merging::facts(&mut work.tx, ask.ambito, &numbers).await?;
    let stands = |one: &&&ChosenSource| {
        let text = facts.iter().find(|text| text.number == one.number);
        !text.is_some_and(|text| text.texts.iter().any(|words| words.contains(one.excerpt.trim())))
    };
    let fault =
        |one: &&ChosenSource| Fault::new(format!("excerpt-{}", one.number), What::NotInSource);
    let faults: Vec<Fault> = with.iter().filter(stands).map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.into()) }
}

/// Takes texts out of a draft; what isn't in it is passed over.
///
/// # Errors
///
/// A fault of `s` without texts.
pub async fn take_out(
    services: &Services,
    ask: &Asking,
    round: i64,
    draft: i64,
    numbers: &[i64],
) -> Result<(), Declined> {
    if numbers.is_empty() {
        return Err(vec![Fault::new("s", What::TooFew { least: 1 })].into());
    }
    let mut work = Work::on(services, ask, round).await?;
    let draft = work.draft(ask, draft).await?;
    let sources = store::bench::sources(&mut work.tx, &[draft.id]).await?;
    let texts: Vec<ContributionId> = sources
        .iter()
        .filter(|source| numbers.contains(&source.number))
        .map(|source| source.contribution)
        .collect();
    let bench = store::bench::bench(&mut work.tx, &[draft.id], &texts).await?;
    let changes = bench.take_out(draft.id, &texts);
    let about = About { draft: Some(draft.id), ..About::default() };
    work.enact(services, ask, ActKind::TakenOut, about, &changes).await?;
    work.done().await
}

/// Saves the texts of a draft, and share and excerpt of its sources. Saving what stands changes
/// nothing, whatever the version.
///
/// # Errors
///
/// [`Declined::Stale`] if somebody saved meanwhile; faults of `title`, `synthesis`, `reason` and
/// `excerpt-NUMBER`.
pub async fn write(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
    written: &Written,
) -> Result<(), Declined> {
    let mut work = Work::on(services, ask, round).await?;
    let draft = work.draft(ask, number).await?;
    let mut faults = written.texts.faults();
    match marked(&mut work, ask, &written.sources).await {
        Ok(()) => {}
        Err(Declined::Invalid(more)) => faults.extend(more),
        Err(other) => return Err(other),
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let inside = store::bench::sources(&mut work.tx, &[draft.id]).await?;
    let sources: Vec<(ContributionId, Share, String)> = written
        .sources
        .iter()
        .filter_map(|one| {
            let source = inside.iter().find(|source| source.number == one.number)?;
            Some((source.contribution, one.share, one.excerpt.trim().to_owned()))
        })
        .collect();
    let bench = store::bench::bench(&mut work.tx, &[draft.id], &[]).await?;
    let changes = bench.write(draft.id, &written.texts, &sources);
    if !changes.is_empty() && written.version != draft.version {
        return Err(Declined::Stale { current: draft.version });
    }
    let about = About { draft: Some(draft.id), ..About::default() };
    work.enact(services, ask, ActKind::Written, about, &changes).await?;
    work.done().await
}

/// Discards a draft: it is kept, and can be had back.
pub async fn discard(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
) -> Result<(), Declined> {
    let mut work = Work::on(services, ask, round).await?;
    let draft = work.draft(ask, number).await?.id;
    let (before, after) = (DraftState::Open, DraftState::Discarded);
    let about = About { draft: Some(draft), ..About::default() };
    let changes = [Change::State { draft, before, after }];
    work.enact(services, ask, ActKind::Discarded, about, &changes).await?;
    work.done().await
}

/// The number of the cluster as which a draft was proposed, if it was.
pub async fn proposed(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
) -> Result<Option<i64>, Declined> {
    let mut snapshot = services.look().await?;
    let stored = super::round_of(&mut snapshot, ask, round).await?;
    acts::leave(ask, &stored)?;
    let found = store::bench::by_number(&mut snapshot, ask.ambito, number).await?;
    let draft = found.filter(|draft| draft.round == stored.round.id).ok_or(Declined::NotFound)?;
    let DraftState::Proposed(cluster) = draft.state else { return Ok(None) };
    let made = store::merging::by_ids(&mut snapshot, &[cluster]).await?;
    Ok(made.first().map(|cluster| cluster.number))
}

/// Proposes the cluster that a draft is of: the same checks, messages and window as for one made
/// at once. Returns its number.
///
/// # Errors
///
/// [`Refusal::DraftEnded`] if it was proposed before ([`proposed`] says as which cluster).
pub async fn propose(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
) -> Result<i64, Declined> {
    let mut work = Work::on(services, ask, round).await?;
    let draft = work.draft(ask, number).await?;
    let sources = store::bench::sources(&mut work.tx, &[draft.id]).await?;
    let Texts { title, synthesis, reason } = draft.texts.clone();
    let sources = sources.into_iter().map(|source| ChosenSource {
        number: source.number,
        share: source.placed.share,
        excerpt: source.placed.excerpt,
    });
    let chosen = ClusterDraft { title, synthesis, reason, sources: sources.collect() };
    let faults = chosen.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let (_, number) = super::proposed_in(services, ask, &mut work, &chosen, Some(&draft)).await?;
    work.done().await?;
    Ok(number)
}

/// Takes up a dissolved cluster again, as a draft with its texts, sources and excerpts; those that
/// are not public any more stay out. Returns the numbers of the round and of the draft.
pub async fn resume(
    services: &Services,
    ask: &Asking,
    cluster: i64,
) -> Result<(i64, i64), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = super::visible(&mut tx, ask, cluster).await?;
    let round = read::rounds::by_id(&mut tx, stored.round).await?.ok_or(Declined::NotFound)?;
    let mut work = Work::within(tx, ask, round)?;
    resumable(stored.life.kept)?;
    let links = store::merging::sources(&mut work.tx, &[stored.id]).await?;
    let ids: Vec<ContributionId> = links.iter().map(|link| link.contribution).collect();
    let bodies = store::merging::bodies(&mut work.tx, &ids).await?;
    let (draft, number, opened) = work.begin(services, ask).await?;
    let bench = store::bench::bench(&mut work.tx, &[draft], &ids).await?;
    let mut changes = vec![opened];
    let texts = Texts {
        title: stored.title.clone(),
        synthesis: stored.synthesis.clone(),
        reason: stored.reason.clone(),
    };
    changes.extend(Field::ALL.into_iter().map(|field| Change::Words {
        draft,
        field,
        before: String::new(),
        after: texts.get(field).to_owned(),
    }));
    let public = links.iter().filter(|link| bodies.contains_key(&link.contribution));
    let put: Vec<Change> = bench.put(
        draft,
        public
            .map(|link| (link.contribution, link.share, link.excerpt.clone().unwrap_or_default())),
    );
    let mut filled = bench;
    put.iter().for_each(|change| filled.apply(change));
    changes.extend(put);
    let at = (&filled, draft);
    changes.extend(draft_synthesis::taken_up(&mut work.tx, &stored, &links, at).await?);
    let about = About { draft: Some(draft), cluster: Some(stored.id), ..About::default() };
    work.enact(services, ask, ActKind::Resumed, about, &changes).await?;
    let round = work.round.number;
    work.done().await?;
    Ok((round, number))
}

/// Whether a cluster can be taken up again as a draft: it was dissolved.
pub(super) fn resumable(state: ClusterState) -> Result<(), Refusal> {
    match state {
        ClusterState::Dissolved => Ok(()),
        ClusterState::Suggested
        | ClusterState::Proposed
        | ClusterState::ObjectionWindow
        | ClusterState::Contested
        | ClusterState::Mediated
        | ClusterState::Applied
        | ClusterState::Apart => Err(Refusal::InUse),
    }
}

/// A draft as others point at it.
pub(super) fn reference(draft: &StoredDraft) -> BenchDraftRef {
    BenchDraftRef { number: draft.number, title: draft.texts.title.clone() }
}

/// A draft as lists show it.
pub(super) fn card(draft: &StoredDraft) -> BenchDraftCard {
    BenchDraftCard {
        draft: reference(draft),
        version: draft.version,
        sources: draft.sources,
        by: ByOffice { name: draft.changed_by.clone(), role: draft.changed_role },
        at: draft.changed_at,
    }
}

/// A draft with its sources, and others that say alike.
pub async fn page(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
) -> Result<BenchDraftPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = super::round_of(&mut snapshot, ask, round).await?;
    let facts = domain::policy::Facts::within(ask.ambito, &stored.round);
    let asked = domain::policy::Operation::MakeCluster;
    domain::policy::permit(&ask.actor, asked, &facts, ask.now)?;
    let may: May = acts::leave(ask, &stored).map(|_| ());
    let found = store::bench::by_number(&mut snapshot, ask.ambito, number).await?;
    let draft = found.filter(|draft| draft.round == stored.round.id).ok_or(Declined::NotFound)?;
    let sources = sources(&mut snapshot, &draft).await?;
    let ended = match draft.state {
        DraftState::Open => None,
        DraftState::Discarded => Some(BenchDraftEnd::Discarded),
        DraftState::Proposed(cluster) => {
            let cluster = store::merging::by_ids(&mut snapshot, &[cluster]).await?;
            let cluster = cluster.first().ok_or(Declined::NotFound)?;
            Some(BenchDraftEnd::Proposed(cluster.reference()))
        }
    };
    let suggestions = match ended {
        None => suggestions(services, &mut snapshot, ask, &draft).await?,
        Some(_) => Vec::new(),
    };
    let open = store::bench::open(&mut snapshot, stored.round.id).await?;
    let life = crate::presence::life(&mut snapshot, ask, stored.round.id).await?;
    Ok(BenchDraftPage {
        life,
        card: card(&draft),
        round: stored.reference(ask.now),
        synthesis: draft.texts.synthesis.clone(),
        reason: draft.texts.reason.clone(),
        collected: draft_synthesis::collected(&mut snapshot, &draft).await?,
        objection_days: store::merge_life::objection_days(&mut snapshot, ask.ambito).await?,
        sources,
        suggestions,
        others: open.iter().filter(|one| one.id != draft.id).map(reference).collect(),
        notes: super::notes::of(&mut snapshot, ask, &stored, On::Draft(draft.id)).await?,
        may: may.and(domain::merging::bench::workable(draft.state)),
        ended,
        acts: acts::shown(&mut snapshot, &stored)
            .await?
            .into_iter()
            .filter(|act| {
                let of = |one: &Option<BenchDraftRef>| {
                    one.as_ref().is_some_and(|one| one.number == number)
                };
                of(&act.draft) || of(&act.other)
            })
            .collect(),
    })
}

/// The sources of a draft as its page shows them.
async fn sources(
    snapshot: &mut Snapshot,
    draft: &StoredDraft,
) -> Result<Vec<BenchDraftSource>, Declined> {
    let sources = store::bench::sources(snapshot, &[draft.id]).await?;
    let ids: Vec<ContributionId> = sources.iter().map(|source| source.contribution).collect();
    let cards = read::contributions::cards(snapshot, &ids, Sight::Public).await?;
    let mut bodies = store::merging::bodies(snapshot, &ids).await?;
    let elsewhere = store::bench::elsewhere(snapshot, &ids).await?;
    let splits = store::parts::standing(snapshot, &ids).await?;
    Ok(cards
        .into_iter()
        .filter_map(|card| {
            let source = sources.iter().find(|source| source.contribution == card.id)?;
            let body = bodies.remove(&card.id);
            let public = body.is_some();
            let excerpt = Some(source.placed.excerpt.clone());
            let sentences = body.as_deref().map(domain::sentences::sentences).unwrap_or_default();
            let split = splits.get(&card.id).filter(|_| public);
            let language = &card.card.contribution.language;
            Some(BenchDraftSource {
                sentences: sentences.into_iter().map(str::to_owned).collect(),
                parts: split
                    .map(|split| crate::parts::view(split, language, true).parts)
                    .unwrap_or_default(),
                source: SourceView {
                    card: card.card,
                    body: body.unwrap_or_default(),
                    share: source.placed.share,
                    excerpt: excerpt.filter(|excerpt| public && !excerpt.is_empty()),
                },
                public,
                elsewhere: elsewhere
                    .iter()
                    .filter(|one| one.contribution == card.id && one.draft != Some(draft.id))
                    .map(place_view)
                    .collect(),
            })
        })
        .collect())
}

/// Others that say alike, with where they are.
async fn suggestions(
    services: &Services,
    snapshot: &mut Snapshot,
    ask: &Asking,
    draft: &StoredDraft,
) -> Result<Vec<(domain::views::SimilarCard, Vec<PlaceView>)>, Declined> {
    let sources = store::bench::sources(snapshot, &[draft.id]).await?;
    let chosen: Vec<(ContributionId, i64)> =
        sources.iter().map(|source| (source.contribution, source.number)).collect();
    let near = super::near(services, snapshot, &chosen, SUGGESTIONS).await?;
    let cards = similar_cards(snapshot, ask, near).await?;
    let numbers: Vec<i64> = cards.iter().map(|card| card.contribution.number).collect();
    let facts = store::merging::facts(snapshot, ask.ambito, &numbers).await?;
    let ids: Vec<ContributionId> = facts.iter().map(|text| text.id).collect();
    let elsewhere = store::bench::elsewhere(snapshot, &ids).await?;
    Ok(cards
        .into_iter()
        .map(|card| {
            let text = facts.iter().find(|text| text.number == card.contribution.number);
            let places = elsewhere
                .iter()
                .filter(|one| text.is_some_and(|text| text.id == one.contribution))
                .map(place_view)
                .collect();
            (card, places)
        })
        .collect())
}
