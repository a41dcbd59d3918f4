//! From which sentences of its sources the synthesis of a draft draws, while it is written: the
//! same as of a cluster, but an act of the bench, which can be undone, and public nowhere.

use std::collections::BTreeSet;

use domain::forms::Fields;
use domain::ids::{ClusterDraftId, ClusterId, ContributionId};
use domain::merging::Share;
use domain::merging::bench::{ActKind, Bench, Change};
use domain::merging::drawn::{Drawn, Said, WRITTEN, mark, quoted, read_back, read_field};
use domain::merging::synthesis::{Draws, SynthesisDraft, parse, suggest, uncollected};
use domain::sentences::sentences;
use domain::views::{DraftCollected, SynthesisOf, SynthesisPage};
use store::Snapshot;
use store::bench::StoredDraft;
use store::merging::SourceLink;

use super::acts::{self, About, Work};
use super::synthesis::{
    Source, agreeing, language, left, linkables, said_of, sentences_from, shown,
};
use crate::{Asking, Declined, Services};

/// The sources of a draft that agree and are public, each with what is said of it.
async fn said(
    snapshot: &mut Snapshot,
    draft: ClusterDraftId,
) -> Result<(Vec<Source>, Vec<Said>), Declined> {
    let stored = store::bench::sources(snapshot, &[draft]).await?;
    let links: Vec<(ContributionId, Share, Option<&str>)> = stored
        .iter()
        .map(|one| {
            let excerpt = Some(one.placed.excerpt.as_str()).filter(|excerpt| !excerpt.is_empty());
            (one.contribution, one.placed.share, excerpt)
        })
        .collect();
    let sources = agreeing(snapshot, &links).await?;
    let mut drawn = store::bench::drawn(snapshot, &[draft]).await?;
    let mut of = |id: ContributionId| {
        let place = drawn.iter().position(|(_, text, _)| *text == id)?;
        Some(drawn.swap_remove(place).2)
    };
    let said = sources
        .iter()
        .map(|source| Said { source: source.linkable.clone(), drawn: of(source.id) })
        .collect();
    Ok((sources, said))
}

/// Where the synthesis of a draft comes from so far, for its page.
pub(super) async fn collected(
    snapshot: &mut Snapshot,
    draft: &StoredDraft,
) -> Result<DraftCollected, Declined> {
    let (sources, said) = said(snapshot, draft.id).await?;
    let (read, again) = read_back(&draft.texts.synthesis, &said);
    Ok(DraftCollected {
        sentences: sentences_from(&draft.texts.synthesis, &sources, &read),
        left: left(&sources, &read),
        looked: said.iter().any(|one| one.drawn.is_some()),
        recheck: u32::try_from(again.len()).unwrap_or(u32::MAX),
    })
}

/// The page on which somebody says where each sentence of a draft comes from. Of sources that
/// nobody has looked at, shared words suggest it.
pub async fn page(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
) -> Result<SynthesisPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = super::round_of(&mut snapshot, ask, round).await?;
    acts::leave(ask, &stored)?;
    let found = store::bench::by_number(&mut snapshot, ask.ambito, number).await?;
    let draft = found.filter(|draft| draft.round == stored.round.id).ok_or(Declined::NotFound)?;
    domain::merging::bench::workable(draft.state)?;
    let (sources, said) = said(&mut snapshot, draft.id).await?;
    let synthesis = &draft.texts.synthesis;
    let (mut read, again) = read_back(synthesis, &said);
    let new: Vec<_> = said.iter().filter(|one| one.drawn.is_none()).collect();
    let unread: BTreeSet<i64> = new.iter().map(|one| one.source.number).collect();
    let new: Vec<_> = new.into_iter().map(|one| one.source.clone()).collect();
    let language = language(&mut snapshot, ask).await?;
    read.links.extend(suggest(synthesis, &language, &new));
    let open = uncollected(&linkables(&sources), &read).len();
    let marks = |number: i64| {
        let found = said.iter().find(|one| one.source.number == number);
        (unread.contains(&number), found.map(mark).unwrap_or_default())
    };
    Ok(SynthesisPage {
        of: SynthesisOf::Draft {
            draft: super::drafts::reference(&draft),
            written: synthesis.clone(),
        },
        round: stored.reference(ask.now),
        synthesis: sentences(synthesis).into_iter().map(str::to_owned).collect(),
        suggested: !unread.is_empty(),
        left: u32::try_from(open).unwrap_or(u32::MAX),
        sources: shown(&sources, &(read, again), marks),
    })
}

/// Keeps where each sentence of a draft comes from, of the sources that the form shows. Saying what
/// stands changes nothing, whatever was read.
///
/// # Errors
///
/// Faults of the boxes and reasons; stale if the synthesis, or what is said of a source about
/// which something else is said now, was saved meanwhile.
pub async fn save(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
    fields: &Fields,
) -> Result<(), Declined> {
    let mut work = Work::on(services, ask, round).await?;
    let draft = work.draft(ask, number).await?;
    let (sources, said) = said(&mut work.tx, draft.id).await?;
    let read = |one: &Said| fields.text(&read_field(one.source.number)).to_owned();
    let synthesis = &draft.texts.synthesis;
    // Numbers of sentences are those of the text that was read: of another they say nothing.
    if fields.text(WRITTEN) != synthesis.trim() {
        return Err(Declined::Stale { current: draft.version });
    }
    // A text that was put in meanwhile is not in the form: of it nothing is said.
    let seen: Vec<&Said> = said.iter().filter(|one| !read(one).is_empty()).collect();
    let known: Vec<_> = seen.iter().map(|one| one.source.clone()).collect();
    let written = match parse(fields, synthesis, &known) {
        Ok(written) => written,
        // Sentences that are no longer there are no fault of who ticked them.
        Err(_) if seen.iter().any(|one| read(one) != mark(one)) => {
            return Err(Declined::Stale { current: draft.version });
        }
        Err(faults) => return Err(faults.into()),
    };
    let mut new: Vec<(ContributionId, Drawn)> = Vec::new();
    for one in seen {
        let number = one.source.number;
        let drawn = quoted(&written, synthesis, &one.source);
        if one.drawn.as_ref().is_some_and(|kept| same(one, kept, &drawn, synthesis)) {
            continue;
        }
        if read(one) != mark(one) {
            return Err(Declined::Stale { current: draft.version });
        }
        let source = sources.iter().find(|source| source.linkable.number == number);
        new.extend(source.map(|source| (source.id, drawn)));
    }
    let bench = store::bench::bench(&mut work.tx, &[draft.id], &[]).await?;
    let changes = bench.link(draft.id, new);
    let about = About { draft: Some(draft.id), ..About::default() };
    work.enact(services, ask, ActKind::Linked, about, &changes).await?;
    work.done().await
}

/// Whether what is kept of a source says the same of the texts as they stand now: what it says of
/// sentences that have gone may come back with them, and nothing is to be looked at again.
fn same(one: &Said, kept: &Drawn, new: &Drawn, synthesis: &str) -> bool {
    let of = |drawn: &Drawn| {
        let said = Said { source: one.source.clone(), drawn: Some(drawn.clone()) };
        read_back(synthesis, &[said])
    };
    of(kept) == of(new)
}

/// Takes what is said of a draft over to the cluster as which it is proposed, if anybody said
/// something.
pub(super) async fn carry(
    services: &Services,
    ask: &Asking,
    work: &mut Work,
    draft: &StoredDraft,
    (cluster, synthesis): (ClusterId, &str),
) -> Result<(), Declined> {
    let (sources, said) = said(&mut work.tx, draft.id).await?;
    if said.iter().all(|one| one.drawn.is_none()) {
        return Ok(());
    }
    let read: (SynthesisDraft, BTreeSet<Draws>) = read_back(synthesis, &said);
    super::synthesis::proposed(services, ask, work, (cluster, synthesis), (&read, &sources)).await
}

/// What a draft that takes up a dissolved cluster says of its sources: what was said of that.
pub(super) async fn taken_up(
    snapshot: &mut Snapshot,
    cluster: &store::merging::StoredCluster,
    links: &[SourceLink],
    (bench, draft): (&Bench, ClusterDraftId),
) -> Result<Vec<Change>, Declined> {
    let Some((read, sources)) = said_of(snapshot, cluster, links).await? else {
        return Ok(Vec::new());
    };
    let said = sources.iter().map(|one| (one.id, quoted(&read, &cluster.synthesis, &one.linkable)));
    Ok(bench.link(draft, said.collect::<Vec<_>>()))
}
