//! What a round is told by: the public list of who still waits, and the result report.

use std::collections::HashMap;

use domain::ids::ContributionId;
use domain::rounds::RoundState;
use domain::rounds::windows::WindowKind;
use domain::suppression::{self, breakdown};
use domain::time::Moment;
use domain::views::{
    Breakdown, LedgerPage, Paging, ReportAction, ReportAnswer, ReportCluster, ReportPage,
    ReportVoice, UnansweredPage,
};
use store::read::report::{self, By};
use store::read::rounds::StoredRound;
use store::read::{self, Sight};
use store::{Snapshot, round_acts};

use crate::{Asking, Declined, Services, round_design};

/// How many texts a page of the unanswered holds.
const PAGE: u32 = 100;
/// How many of the most supported and of the least heard texts are quoted.
const QUOTED: i64 = 5;
/// With fewer public texts than these the least heard are none apart from the others.
const MANY: u64 = 10;

/// A round that was announced.
async fn announced(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<StoredRound, Declined> {
    let stored = read::rounds::by_number(snapshot, ask.ambito, number).await?;
    let stored = stored.filter(|one| one.round.state(ask.now) != RoundState::Draft);
    stored.ok_or(Declined::NotFound)
}

/// Public texts of a round that wait for their answer, with the days each has waited.
pub async fn unanswered(
    services: &Services,
    ask: &Asking,
    number: i64,
    page: u32,
) -> Result<UnansweredPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = announced(&mut snapshot, ask, number).await?;
    let id = stored.round.id;
    let waiting = round_acts::unanswered(&mut snapshot, id).await?;
    let unread = round_acts::in_moderation(&mut snapshot, id).await?;
    let paging = Paging { page, size: PAGE, total: waiting };
    let paging = Paging { page: page.clamp(1, paging.pages()), ..paging };
    let skip = i64::from(paging.page - 1) * i64::from(PAGE);
    let listed = report::unanswered(&mut snapshot, id, (skip, i64::from(PAGE))).await?;
    let ids: Vec<ContributionId> = listed.iter().map(|(id, _)| *id).collect();
    let cards = read::contributions::cards(&mut snapshot, &ids, Sight::Public).await?;
    let since: HashMap<ContributionId, i64> =
        listed.into_iter().map(|(id, at)| (id, (ask.now - at).num_days().max(0))).collect();
    let said = read::rounds::heard(&mut snapshot, ask.ambito, id).await?;
    Ok(UnansweredPage {
        card: stored.card(ask.now, said.needs + said.proposals),
        waiting,
        in_moderation: suppression::people(u32::try_from(unread).unwrap_or(u32::MAX)),
        answer_days: stored.extras.answer_days,
        texts: cards
            .into_iter()
            .map(|one| {
                let days = since.get(&one.id).copied().unwrap_or(0);
                (one.card, days)
            })
            .collect(),
        paging,
    })
}

/// The public ledger of a round.
pub async fn ledger(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<LedgerPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = announced(&mut snapshot, ask, number).await?;
    let id = stored.round.id;
    let heard = read::rounds::heard(&mut snapshot, ask.ambito, id).await?;
    let (cells, others) = breakdown(&report::hidden(&mut snapshot, id).await?);
    Ok(LedgerPage {
        card: stored.card(ask.now, heard.needs + heard.proposals),
        at: ask.now,
        ledger: report::standings(&mut snapshot, id).await?.ledger(),
        hidden: Breakdown { cells, others },
        published: report::places(&mut snapshot, id).await?,
    })
}

/// The result report of a round: from its opening on, as things stand.
pub async fn report(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<ReportPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = announced(&mut snapshot, ask, number).await?;
    if stored.round.state(ask.now) == RoundState::Scheduled {
        return Err(Declined::NotFound);
    }
    let id = stored.round.id;
    let given_back =
        matches!(stored.round.state(ask.now), RoundState::GivenBack | RoundState::Archived);
    let heard = read::rounds::heard(&mut snapshot, ask.ambito, id).await?;
    let said = heard.needs + heard.proposals;
    let sessions = read::rounds::sessions(&mut snapshot, id).await?;
    let held = sessions.iter().filter(|one| one.held <= ask.now).count() as u64;
    let windows = store::round_design::windows(&mut snapshot, id.uuid()).await?;
    let reopened = windows.iter().filter(|(one, _)| one.kind == WindowKind::Reopened).count();

    let channels = merged(&mut snapshot, &stored, By::Channel).await?;
    let authors = merged(&mut snapshot, &stored, By::AuthorKind).await?;
    let (places, others) = breakdown(&report::heard_by(&mut snapshot, id, By::Municipality).await?);
    let all = read::ambito::municipalities(&mut snapshot, ask.ambito).await?;
    let unheard = all
        .into_iter()
        .filter(|place| !heard.municipalities.contains_key(&place.id))
        .map(|place| place.row.name)
        .collect();
    let supported = report::supported(&mut snapshot, id, QUOTED).await?;
    let least_heard = if said >= MANY {
        report::least_heard(&mut snapshot, id, QUOTED).await?
    } else {
        Vec::new()
    };
    let (moderation, unsaid) = breakdown(
        &report::moderation(&mut snapshot, id)
            .await?
            .into_iter()
            .map(|(decision, class, n)| ((decision, class), n))
            .collect::<Vec<_>>(),
    );
    Ok(ReportPage {
        card: stored.card(ask.now, said),
        plan: stored.plan_title.clone(),
        objective: stored.objective.clone(),
        account: stored.report.clone(),
        at: ask.now,
        ledger: report::standings(&mut snapshot, id).await?.ledger(),
        needs: heard.needs,
        proposals: heard.proposals,
        comments: report::comments(&mut snapshot, id).await?,
        supporters: report::supporters(&mut snapshot, id, given_back).await?,
        sessions: present(&sessions, ask).map(|present| (held, present)),
        channels,
        authors,
        municipalities: Breakdown { cells: places, others },
        unheard,
        supported: quoted(&mut snapshot, &supported).await?,
        least_heard: quoted(&mut snapshot, &least_heard).await?,
        outcomes: report::outcomes(&mut snapshot, id).await?,
        unanswered: heard.unanswered,
        clusters: clusters(&mut snapshot, &stored, ask.now).await?,
        actions: actions(&mut snapshot, ask, &stored).await?,
        answers: answers(&mut snapshot, &stored).await?,
        moderation: Breakdown { cells: moderation, others: unsaid },
        reopened: reopened as u64,
        hash: round_design::rules_of(&stored).1,
    })
}

/// People at the sessions that were held. Where one count can't be told, neither is the sum: it
/// would follow from the others.
fn present(sessions: &[domain::views::SessionCard], ask: &Asking) -> Option<suppression::Shown> {
    use suppression::Shown;
    let held: Vec<Shown> =
        sessions.iter().filter(|one| one.held <= ask.now).map(|one| one.present).collect();
    if held.is_empty() {
        return None;
    }
    let mut sum = 0;
    for one in held {
        match one {
            Shown::Exactly(n) => sum += n,
            Shown::None => {}
            Shown::Few | Shown::Unknown => return Some(Shown::Unknown),
        }
    }
    Some(suppression::people(sum))
}

/// The public texts of a round by a closed list, small cells merged.
async fn merged<T: Clone + std::str::FromStr>(
    snapshot: &mut Snapshot,
    stored: &StoredRound,
    by: By,
) -> Result<Breakdown<T>, Declined> {
    let cells: Vec<(T, u32)> = report::heard_by(snapshot, stored.round.id, by)
        .await?
        .into_iter()
        .filter_map(|(code, n)| Some((code.parse().ok()?, n)))
        .collect();
    let (cells, others) = breakdown(&cells);
    Ok(Breakdown { cells, others })
}

/// Public texts with their words.
async fn quoted(
    snapshot: &mut Snapshot,
    ids: &[ContributionId],
) -> Result<Vec<ReportVoice>, Declined> {
    let mut voices = Vec::new();
    for &id in ids {
        let Some(stored) = read::contributions::by_id(snapshot, id).await? else { continue };
        let seen = stored.seen(Sight::Public)?;
        let Some(words) = seen.words else { continue };
        voices.push(ReportVoice {
            contribution: seen.card.contribution,
            words,
            municipality: seen.card.municipality,
            author_kind: seen.card.author_kind,
            supporters: seen.card.supports,
            outcome: seen.card.outcome,
        });
    }
    Ok(voices)
}

async fn clusters(
    snapshot: &mut Snapshot,
    stored: &StoredRound,
    now: Moment,
) -> Result<Vec<ReportCluster>, Declined> {
    let mut clusters = store::merging::of_round(snapshot, stored.round.id).await?;
    clusters.retain(|one| one.life.at(now).joins());
    clusters.sort_by_key(|one| one.number);
    Ok(clusters
        .into_iter()
        .map(|one| {
            let card = one.card(now);
            ReportCluster {
                cluster: card.cluster,
                synthesis: one.synthesis.clone(),
                sources: card.sources,
                supporters: card.supporters,
            }
        })
        .collect())
}

/// Actions that come from the round and are public: drafts are told to those who work on them.
async fn actions(
    snapshot: &mut Snapshot,
    ask: &Asking,
    stored: &StoredRound,
) -> Result<Vec<ReportAction>, Declined> {
    let ids = report::actions(snapshot, stored.round.id).await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let indicators = store::actions::indicators(snapshot, ask.ambito).await?;
    let mut found = Vec::new();
    for id in ids {
        let Some(action) = store::actions::by_id(snapshot, ask.ambito, id).await? else { continue };
        if !action.public() {
            continue;
        }
        let reviews = store::table::reviews(snapshot, ask.ambito, Some(id)).await?;
        let last = reviews.into_iter().max_by_key(|(_, review)| review.at);
        let measures = action
            .sheet
            .indicators
            .iter()
            .filter_map(|of| {
                let (_, card) = indicators.iter().find(|(one, _)| *one == of.indicator)?;
                Some((card.name.clone(), card.unit.clone(), of.baseline, of.target))
            })
            .collect();
        found.push(ReportAction {
            action: action.reference(),
            objective: action.sheet.objective.clone(),
            voices: action.voices,
            supporters: store::actions::supporters(snapshot, id).await?,
            reason: last.map(|(_, review)| review.reason),
            measures,
        });
    }
    Ok(found)
}

/// Answers given one by one; a text passed on to another body, or not taken up, is among them and
/// counted like every other.
async fn answers(
    snapshot: &mut Snapshot,
    stored: &StoredRound,
) -> Result<Vec<ReportAnswer>, Declined> {
    let direct = report::direct(snapshot, stored.round.id).await?;
    let ids: Vec<ContributionId> = direct.iter().map(|one| one.contribution).collect();
    let mut cards = HashMap::new();
    for some in ids.chunks(200) {
        for card in read::contributions::cards(snapshot, some, Sight::Public).await? {
            cards.insert(card.id, card.card.contribution);
        }
    }
    Ok(direct
        .into_iter()
        .filter_map(|one| {
            Some(ReportAnswer {
                contribution: cards.remove(&one.contribution)?,
                outcome: one.outcome,
                reason: one.reason,
                addressed: one.addressed,
            })
        })
        .collect())
}
