//! From which sentences of its sources each sentence of a synthesis draws: said by who
//! facilitates, shown to everybody. The texts themselves are never touched.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use domain::faults::Refusal;
use domain::forms::Fields;
use domain::ids::{ClusterId, ContributionId};
use domain::merging::synthesis::{
    Draws, Linkable, SynthesisDraft, follow, parse, place_of, suggest, uncollected,
};
use domain::merging::{ClusterState, Share};
use domain::people::Role;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::sentences::{ranges, sentences};
use domain::views::{
    CollectedSentence, CollectedView, ContributionCard, LeftSentence, May, SynthesisOf,
    SynthesisPage, SynthesisSentence, SynthesisSource,
};
use store::merging::{SourceLink, StoredCluster};
use store::read::Sight;
use store::read::rounds::StoredRound;
use store::synthesis::{StoredLink, StoredSkip, StoredSynthesis};
use store::{Snapshot, Tx, read};

use super::acts::Work;
use super::{unsettled, visible};
use crate::{Asking, Declined, Services, commit};

/// A source that is public and agrees, with the text it brings: what is marked in it, or all.
pub(super) struct Source {
    pub(super) id: ContributionId,
    pub(super) card: ContributionCard,
    pub(super) linkable: Linkable,
}

impl Source {
    fn ranges(&self) -> Vec<Range<usize>> {
        ranges(&self.linkable.body)
    }
}

async fn sources(snapshot: &mut Snapshot, links: &[SourceLink]) -> Result<Vec<Source>, Declined> {
    let links = links.iter().map(|link| (link.contribution, link.share, link.excerpt.as_deref()));
    agreeing(snapshot, &links.collect::<Vec<_>>()).await
}

/// Those of some sources, each with its share and what is marked in it, that are public and agree.
pub(super) async fn agreeing(
    snapshot: &mut Snapshot,
    links: &[(ContributionId, Share, Option<&str>)],
) -> Result<Vec<Source>, Declined> {
    let ids: Vec<ContributionId> = links.iter().map(|(id, ..)| *id).collect();
    let cards = read::contributions::cards(snapshot, &ids, Sight::Public).await?;
    let mut bodies = store::merging::bodies(snapshot, &ids).await?;
    let mut sources = Vec::new();
    for (id, _, excerpt) in links.iter().filter(|(_, share, _)| *share != Share::Dissent) {
        let card = cards.iter().find(|card| card.id == *id);
        let (Some(card), Some(body)) = (card, bodies.remove(id)) else { continue };
        let card = card.card.clone();
        let body = excerpt.map_or(body, str::to_owned);
        let contribution = &card.contribution;
        let (number, language) = (contribution.number, contribution.language.clone());
        let linkable = Linkable { number, body, language };
        sources.push(Source { id: *id, card, linkable });
    }
    Ok(sources)
}

pub(super) fn linkables(sources: &[Source]) -> Vec<Linkable> {
    sources.iter().map(|source| source.linkable.clone()).collect()
}

/// The language in which an office writes its syntheses.
pub(super) async fn language(snapshot: &mut Snapshot, ask: &Asking) -> Result<String, Declined> {
    let head = read::ambito::head(snapshot, ask.ambito).await?;
    Ok(head.map(|found| found.head.language).unwrap_or_default())
}

/// A synthesis, each sentence with the sources it draws from.
pub(super) fn sentences_from(
    synthesis: &str,
    sources: &[Source],
    draft: &SynthesisDraft,
) -> Vec<CollectedSentence> {
    let reference = |number: i64| {
        let found = sources.iter().find(|source| source.linkable.number == number);
        found.map(|source| source.card.contribution.clone())
    };
    let lines = sentences(synthesis).into_iter().enumerate().map(|(place, text)| {
        let own = draft.links.iter().filter(|link| link.sentence == place);
        let from: BTreeSet<i64> = own.map(|link| link.source).collect();
        let from = from.into_iter().filter_map(reference).collect();
        CollectedSentence { text: text.to_owned(), from }
    });
    lines.collect()
}

/// What sources say and a synthesis doesn't: not collected yet, or not needed.
pub(super) fn left(sources: &[Source], draft: &SynthesisDraft) -> Vec<LeftSentence> {
    let open: BTreeSet<(i64, usize)> =
        uncollected(&linkables(sources), draft).into_iter().collect();
    let mut left = Vec::new();
    for source in sources {
        for (place, text) in sentences(&source.linkable.body).into_iter().enumerate() {
            let key = (source.linkable.number, place);
            let reason = draft.skipped.get(&key).cloned();
            if reason.is_some() || open.contains(&key) {
                let source = source.card.contribution.clone();
                left.push(LeftSentence { source, text: text.to_owned(), reason });
            }
        }
    }
    left
}

/// Sources as the editor shows them; `of` gives what it has to know of each: whether its links are
/// only suggested, and the mark of what is read.
pub(super) fn shown(
    sources: &[Source],
    (draft, again): &(SynthesisDraft, BTreeSet<Draws>),
    of: impl Fn(i64) -> (bool, String),
) -> Vec<SynthesisSource> {
    let shown = sources.iter().map(|source| {
        let number = source.linkable.number;
        let all = sentences(&source.linkable.body).into_iter().enumerate();
        let all = all.map(|(place, text)| {
            let own = draft.links.iter().filter(|one| (one.source, one.place) == (number, place));
            let own: Vec<Draws> = own.copied().collect();
            SynthesisSentence {
                text: text.to_owned(),
                recheck: own.iter().any(|one| again.contains(one)),
                from: own.iter().map(|one| one.sentence).collect(),
                skipped: draft.skipped.get(&(number, place)).cloned(),
            }
        });
        let (suggested, read) = of(number);
        SynthesisSource { card: source.card.clone(), sentences: all.collect(), suggested, read }
    });
    shown.collect()
}

/// What is stored, as places of the sentences that stand there now; with the links to be looked
/// at again.
fn read_back(
    stored: &StoredSynthesis,
    synthesis: &str,
    sources: &[Source],
) -> (SynthesisDraft, BTreeSet<Draws>) {
    let written = ranges(synthesis);
    let of: BTreeMap<ContributionId, (i64, Vec<Range<usize>>)> = sources
        .iter()
        .map(|source| (source.id, (source.linkable.number, source.ranges())))
        .collect();
    let (mut draft, mut again) = (SynthesisDraft::default(), BTreeSet::new());
    for link in &stored.links {
        let Some((source, places)) = of.get(&link.source) else { continue };
        let found = (place_of(&written, &link.sentence), place_of(places, &link.stretch));
        let (Some(sentence), Some(place)) = found else { continue };
        let draws = Draws { sentence, source: *source, place };
        draft.links.insert(draws);
        if link.recheck {
            again.insert(draws);
        }
    }
    for skip in &stored.skips {
        let Some((source, places)) = of.get(&skip.source) else { continue };
        if let Some(place) = place_of(places, &skip.stretch) {
            draft.skipped.insert((*source, place), skip.reason.clone());
        }
    }
    (draft, again)
}

/// Whether this person may say where a synthesis comes from.
pub(super) fn may(ask: &Asking, stored: &StoredCluster, round: &StoredRound) -> May {
    leave(ask, stored, round).map(|_| ())
}

fn leave(ask: &Asking, stored: &StoredCluster, round: &StoredRound) -> Result<Permit, Refusal> {
    let facts = Facts::within(ask.ambito, &round.round);
    let leave = permit(&ask.actor, Operation::LinkSynthesis, &facts, ask.now)?;
    unsettled(round, ask.now)?;
    match stored.life.at(ask.now) {
        ClusterState::Dissolved | ClusterState::Apart => Err(Refusal::AlreadyDone),
        ClusterState::Suggested
        | ClusterState::Proposed
        | ClusterState::ObjectionWindow
        | ClusterState::Contested
        | ClusterState::Mediated
        | ClusterState::Applied => Ok(leave),
    }
}

/// Where each sentence of a synthesis comes from, as everybody reads it, and what is not in it;
/// `None` while nobody has said so.
pub(super) async fn collected(
    snapshot: &mut Snapshot,
    stored: &StoredCluster,
    links: &[SourceLink],
) -> Result<Option<CollectedView>, Declined> {
    let Some(said) = store::synthesis::of(snapshot, stored.id, stored.version).await? else {
        return Ok(None);
    };
    let sources = sources(snapshot, links).await?;
    let (draft, _) = read_back(&said, &stored.synthesis, &sources);
    let lines = sentences_from(&stored.synthesis, &sources, &draft);
    let left = left(&sources, &draft);
    Ok(Some(CollectedView { sentences: lines, left, role: said.role, at: said.at }))
}

/// The page on which a facilitator says where each sentence of a synthesis comes from.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<SynthesisPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = visible(&mut snapshot, ask, number).await?;
    let round = read::rounds::by_id(&mut snapshot, stored.round).await?;
    let round = round.ok_or(Declined::NotFound)?;
    leave(ask, &stored, &round)?;
    let links = store::merging::sources(&mut snapshot, &[stored.id]).await?;
    let sources = sources(&mut snapshot, &links).await?;
    let language = language(&mut snapshot, ask).await?;
    let said = store::synthesis::of(&mut snapshot, stored.id, stored.version).await?;
    let read = match &said {
        Some(said) => read_back(said, &stored.synthesis, &sources),
        None => {
            let links = suggest(&stored.synthesis, &language, &linkables(&sources));
            (SynthesisDraft { links, ..SynthesisDraft::default() }, BTreeSet::new())
        }
    };
    let open = uncollected(&linkables(&sources), &read.0).len();
    Ok(SynthesisPage {
        of: SynthesisOf::Cluster {
            cluster: stored.reference(),
            version: stored.version,
            edition: said.as_ref().map_or(0, |said| said.edition),
        },
        round: round.reference(ask.now),
        synthesis: sentences(&stored.synthesis).into_iter().map(str::to_owned).collect(),
        sources: shown(&sources, &read, |_| (said.is_none(), String::new())),
        suggested: said.is_none(),
        left: u32::try_from(open).unwrap_or(u32::MAX),
    })
}

/// Keeps where each sentence of a synthesis comes from. `read` is the version of the synthesis and
/// the edition of its links that were before the facilitator's eyes.
///
/// # Errors
///
/// Faults of the boxes and reasons; stale if the synthesis, or its links, were saved meanwhile.
pub async fn save(
    services: &Services,
    ask: &Asking,
    number: i64,
    read: (i64, i64),
    fields: &Fields,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = visible(&mut tx, ask, number).await?;
    let round = read::rounds::by_id(&mut tx, stored.round).await?.ok_or(Declined::NotFound)?;
    let leave = leave(ask, &stored, &round)?;
    let said = store::synthesis::of(&mut tx, stored.id, stored.version).await?;
    let edition = said.as_ref().map_or(0, |said| said.edition);
    if read != (stored.version, edition) {
        return Err(Declined::Stale { current: edition });
    }
    let links = store::merging::sources(&mut tx, &[stored.id]).await?;
    let sources = sources(&mut tx, &links).await?;
    let draft = parse(fields, &stored.synthesis, &linkables(&sources))?;
    let (links, skips) = stretches((&draft, &BTreeSet::new()), &stored.synthesis, &sources);
    let (edition, role) = (edition + 1, role(&leave)?);
    let new = StoredSynthesis { edition, role, at: ask.now, links, skips };
    let salt = services.chance.bytes();
    store::synthesis::save(&mut tx, &leave, (stored.id, stored.version), &new, &salt).await?;
    commit(tx).await
}

/// Keeps what was said of the draft from which a cluster has just been proposed.
pub(super) async fn proposed(
    services: &Services,
    ask: &Asking,
    work: &mut Work,
    (cluster, synthesis): (ClusterId, &str),
    ((draft, again), sources): (&(SynthesisDraft, BTreeSet<Draws>), &[Source]),
) -> Result<(), Declined> {
    let facts = Facts::within(ask.ambito, &work.round.round);
    let leave = permit(&ask.actor, Operation::LinkSynthesis, &facts, ask.now)?;
    let (links, skips) = stretches((draft, again), synthesis, sources);
    let new = StoredSynthesis { edition: 1, role: role(&leave)?, at: ask.now, links, skips };
    let salt = services.chance.bytes();
    store::synthesis::save(&mut work.tx, &leave, (cluster, 1), &new, &salt).await?;
    Ok(())
}

/// What is said of a cluster, with its sources; `None` while nobody has.
pub(super) async fn said_of(
    snapshot: &mut Snapshot,
    stored: &StoredCluster,
    links: &[SourceLink],
) -> Result<Option<(SynthesisDraft, Vec<Source>)>, Declined> {
    let Some(said) = store::synthesis::of(snapshot, stored.id, stored.version).await? else {
        return Ok(None);
    };
    let sources = sources(snapshot, links).await?;
    let (draft, _) = read_back(&said, &stored.synthesis, &sources);
    Ok(Some((draft, sources)))
}

fn role(permit: &Permit) -> Result<Role, Refusal> {
    permit.role().split(',').find_map(|code| code.parse().ok()).ok_or(Refusal::NotYourRole)
}

/// A draft as stretches of the texts as they are now, with the links to be looked at again.
fn stretches(
    (draft, again): (&SynthesisDraft, &BTreeSet<Draws>),
    synthesis: &str,
    sources: &[Source],
) -> (Vec<StoredLink>, Vec<StoredSkip>) {
    let written = ranges(synthesis);
    let stretch = |number: i64, place: usize| {
        let source = sources.iter().find(|source| source.linkable.number == number)?;
        Some((source.id, source.ranges().get(place)?.clone()))
    };
    let link = |one: &Draws| {
        let (source, stretch) = stretch(one.source, one.place)?;
        let sentence = written.get(one.sentence)?.clone();
        Some(StoredLink { sentence, source, stretch, recheck: again.contains(one) })
    };
    let skip = |(&(number, place), reason): (&(i64, usize), &String)| {
        let (source, stretch) = stretch(number, place)?;
        Some(StoredSkip { source, stretch, reason: reason.clone() })
    };
    (draft.links.iter().filter_map(link).collect(), draft.skipped.iter().filter_map(skip).collect())
}

/// After a mediation changed a synthesis: its links follow their sentences, to be looked at again
/// where words changed.
pub(super) async fn carry(
    services: &Services,
    tx: &mut Tx,
    leave: &Permit,
    before: &StoredCluster,
    synthesis: &str,
) -> Result<(), Declined> {
    let Some(said) = store::synthesis::of(tx, before.id, before.version).await? else {
        return Ok(());
    };
    let (old, new) = (ranges(&before.synthesis), ranges(synthesis));
    let followed = follow(&before.synthesis, synthesis);
    let links = said.links.iter().filter_map(|link| {
        let (to, again) = followed.get(&place_of(&old, &link.sentence)?)?;
        let (sentence, recheck) = (new.get(*to)?.clone(), *again || link.recheck);
        Some(StoredLink { sentence, recheck, ..link.clone() })
    });
    let carried = StoredSynthesis {
        edition: 1,
        at: leave.at(),
        role: role(leave)?,
        links: links.collect(),
        skips: said.skips.clone(),
    };
    let (salt, which) = (services.chance.bytes(), (before.id, before.version + 1));
    store::synthesis::save(tx, leave, which, &carried, &salt).await?;
    Ok(())
}
