//! Needs and proposals as they are read: lists and search, one of them, its thread, and what
//! the forms to write one offer.

use std::collections::HashSet;

use domain::comments::editable_until;
use domain::contributions::{Kind, Stage, Standing};
use domain::faults::Refusal;
use domain::forms::Fields;
use domain::ids::{AmbitoId, CommentId, ContributionId, OrganisationId};
use domain::language::{Language, query_terms};
use domain::moderation::ReasonClass;
use domain::ordering::mixed::Beginning;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::{Opening, Round, RoundState};
use domain::suppression;
use domain::time::Moment;
use domain::views::{
    Choice, CommentView, ContributionList, ContributionPage, ContributionRef, Filter, Handled, May,
    Paging, ProposedMerge, SimilarCard, Sort, ThreadPage, ThreadStart, WalkView, WritingPage,
};
use store::links::End;
use store::read::ambito::{Municipality, Policy};
use store::read::contributions::{Handling, SeenContribution, StoredComment};
use store::read::lists::{Asked, Facets, Found, Stretch, Wanted};
use store::read::rounds::StoredRound;
use store::read::{self, Sight};
use store::{Snapshot, identity};
use uuid::Uuid;

use crate::frame::Frame;
use crate::rounds::{may_send, round_for, takes, window};
use crate::similar::{self, Similar};
use crate::{Asking, Declined, Services, appeals, links, merging, threads};

/// How many contributions a page of a list holds.
pub const PAGE_SIZE: u32 = 20;
/// How many similar ones stand beside a text.
const SIMILAR: usize = 5;
/// The most characters of the excerpt of a similar one.
const SIMILAR_EXCERPT: usize = 140;
/// How many similar needs are offered to say which a proposal answers.
const NEEDS: usize = 8;
/// The most characters of a query.
const QUERY_MOST: usize = 200;

/// A list, or the answer to a search. In the mixed order it is read from a beginning on.
pub async fn list(
    services: &Services,
    ask: &Asking,
    filter: &Filter,
    beginning: Beginning,
) -> Result<ContributionList, Declined> {
    let mut filter = normal(filter);
    let cursor = match filter.sort {
        Sort::Mixed => {
            let day = crate::shelves::for_today(services, ask.ambito, ask.now).await?;
            Some(beginning.cursor(day))
        }
        Sort::Newest
        | Sort::Supported
        | Sort::LeastHeard
        | Sort::Controversial
        | Sort::Oldest
        | Sort::Relevance => None,
    };
    let mut walk = None;
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let Frame { rounds, policies, places, .. } = &*frame;

    let round = filter.round.map(|number| {
        rounds.iter().find(|stored| stored.number == number && announced(stored, ask.now))
    });
    let asked = resolve(&filter, round, policies, places);
    let stretch = |page: u32| Stretch {
        skip: i64::from(page - 1) * i64::from(PAGE_SIZE),
        take: i64::from(PAGE_SIZE),
    };
    // A page beyond the last one is the last one.
    let last = |total| Paging { page: 1, size: PAGE_SIZE, total }.pages();
    let Found { cards, total, some } = match (&filter.query, cursor) {
        (Some(query), _) => {
            let wanted = wanted(&frame, query);
            let at = stretch(filter.page);
            let found = read::lists::search(&mut snapshot, ask.ambito, &wanted, &asked, at).await?;
            if filter.page > last(found.total) {
                filter.page = last(found.total);
                let at = stretch(filter.page);
                read::lists::search(&mut snapshot, ask.ambito, &wanted, &asked, at).await?
            } else {
                found
            }
        }
        (None, Some(cursor)) => {
            filter.page = 1;
            let total = read::lists::total(&mut snapshot, ask.ambito, &asked).await?;
            let (cards, next) =
                read::lists::mixed(&mut snapshot, ask.ambito, &asked, cursor, PAGE_SIZE, total)
                    .await?;
            let next = next.map(|next| next.to_string());
            walk = Some(WalkView { shown: cursor.shown(), next });
            Found { cards, total, some: false }
        }
        (None, None) => {
            let total = read::lists::total(&mut snapshot, ask.ambito, &asked).await?;
            filter.page = filter.page.min(last(total));
            let at = stretch(filter.page);
            let cards = read::lists::page(&mut snapshot, ask.ambito, &asked, at, total).await?;
            Found { cards, total, some: false }
        }
    };
    let facets = read::lists::facets(&mut snapshot, ask.ambito, filter.kind, asked.round).await?;
    let to_send = |kind| match round {
        Some(round) => may_send(ask, round, kind),
        None => may_send(ask, round_for(rounds, kind, None, ask.now), kind),
    };
    let (may_need, may_propose) = (to_send(Kind::Need), to_send(Kind::Proposal));
    let paging = Paging { page: filter.page, size: PAGE_SIZE, total };
    Ok(ContributionList {
        paging,
        walk,
        cards,
        some,
        rounds: round_choices(rounds, &facets, ask.now),
        areas: area_choices(policies, &facets),
        policies: policy_choices(policies, &facets),
        municipalities: place_choices(places, &facets),
        stages: stage_choices(&facets),
        may_need,
        may_propose,
        filter,
    })
}

/// A filter with a page and an order that make sense: by relevance only where words are
/// searched, and there not in turns.
fn normal(filter: &Filter) -> Filter {
    let mut filter = filter.clone();
    filter.page = filter.page.max(1);
    filter.query = filter
        .query
        .map(|query| query.trim().chars().take(QUERY_MOST).collect::<String>())
        .filter(|query| !query.is_empty());
    match (filter.sort, &filter.query) {
        (Sort::Relevance, None) => filter.sort = Sort::Mixed,
        (Sort::Mixed, Some(_)) => filter.sort = Sort::Relevance,
        _ => {}
    }
    filter
}

fn announced(stored: &StoredRound, now: Moment) -> bool {
    stored.round.state(now) != RoundState::Draft
}

/// Codes to ids of this Ambito; a code that is not here finds nothing.
fn resolve(
    filter: &Filter,
    round: Option<Option<&StoredRound>>,
    policies: &[Policy],
    places: &[Municipality],
) -> Asked {
    let mut asked = Asked {
        kind: filter.kind,
        round: round.flatten().map(|stored| stored.round.id),
        policies: None,
        municipality: None,
        stage: filter.stage,
        queue: None,
        sort: filter.sort,
    };
    if filter.area.is_some() || filter.policy.is_some() {
        let of_area = |policy: &&Policy| {
            filter.area.as_ref().is_none_or(|area| policy.name.area_code == *area)
        };
        let of_code =
            |policy: &&Policy| filter.policy.as_ref().is_none_or(|code| policy.name.code == *code);
        let chosen = policies.iter().filter(of_area).filter(of_code).map(|policy| policy.id);
        asked.policies = Some(chosen.collect());
    }
    let mut nowhere = round == Some(None);
    if let Some(code) = &filter.municipality {
        asked.municipality =
            places.iter().find(|place| place.row.code == *code).map(|place| place.id);
        nowhere |= asked.municipality.is_none();
    }
    if nowhere {
        asked.policies = Some(Vec::new());
    }
    asked
}

/// A query as each language of the Ambito reads it, the main one first.
pub(crate) fn wanted(frame: &Frame, query: &str) -> Vec<Wanted> {
    let mut readings: Vec<Wanted> = Vec::new();
    for language in &frame.head.languages {
        let terms = query_terms(query, Language::from_code(language));
        if !terms.is_empty() && !readings.contains(&terms) {
            readings.push(terms);
        }
    }
    readings
}

fn counted<I: PartialEq + Copy>(counts: &[(I, u64)], id: I) -> u64 {
    counts.iter().find(|(one, _)| *one == id).map_or(0, |(_, n)| *n)
}

/// Rounds in which something can be, or could be, said: the newest first.
fn round_choices(rounds: &[StoredRound], facets: &Facets, now: Moment) -> Vec<Choice> {
    let mut choices: Vec<Choice> = rounds
        .iter()
        .filter(|stored| announced(stored, now))
        .map(|stored| (stored, counted(&facets.rounds, stored.round.id)))
        .filter(|(stored, count)| {
            let round = &stored.round;
            *count > 0 || takes(round, Kind::Need) || takes(round, Kind::Proposal)
        })
        .map(|(stored, count)| Choice {
            code: stored.number.to_string(),
            name: stored.title.clone(),
            count,
        })
        .collect();
    choices.reverse();
    choices
}

fn area_choices(policies: &[Policy], facets: &Facets) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for policy in policies {
        let count = counted(&facets.policies, policy.id);
        match choices.iter_mut().find(|choice| choice.code == policy.name.area_code) {
            Some(choice) => choice.count += count,
            None => choices.push(Choice {
                code: policy.name.area_code.clone(),
                name: policy.name.area_name.clone(),
                count,
            }),
        }
    }
    choices
}

fn policy_choices(policies: &[Policy], facets: &Facets) -> Vec<Choice> {
    policies
        .iter()
        .map(|policy| Choice {
            code: policy.name.code.clone(),
            name: policy.name.name.clone(),
            count: counted(&facets.policies, policy.id),
        })
        .collect()
}

fn place_choices(places: &[Municipality], facets: &Facets) -> Vec<Choice> {
    places
        .iter()
        .map(|place| Choice {
            code: place.row.code.clone(),
            name: place.row.name.clone(),
            count: counted(&facets.municipalities, place.id),
        })
        .collect()
}

fn stage_choices(facets: &Facets) -> Vec<Choice> {
    Stage::ALL
        .iter()
        .map(|&stage| Choice {
            code: stage.code().to_owned(),
            name: String::new(),
            count: counted(&facets.stages, stage),
        })
        .collect()
}

/// What the viewer wrote here, as bare ids: contributions and comments.
async fn own_texts(snapshot: &mut Snapshot, ask: &Asking) -> Result<HashSet<Uuid>, Declined> {
    match ask.actor.person() {
        Some(person) => {
            Ok(identity::subjects_of(snapshot, ask.ambito, person).await?.into_iter().collect())
        }
        None => Ok(HashSet::new()),
    }
}

/// A contribution with all around it.
pub async fn page(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
) -> Result<ContributionPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = read::contributions::by_number(&mut snapshot, ask.ambito, kind, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let id = stored.id();
    let written = own_texts(&mut snapshot, ask).await?;
    let own = written.contains(&id.uuid());
    let trusted = threads::may_read_restricted(ask);
    let sight = if own || trusted { Sight::Restricted } else { Sight::Public };
    if sight == Sight::Public && !stored.known_to_all() {
        return Err(Declined::NotFound);
    }
    let round =
        read::rounds::by_id(&mut snapshot, stored.round()).await?.ok_or(Declined::NotFound)?;
    let seen = stored.seen(sight)?;
    let branches = threads::links(&mut snapshot, ask, id, seen.published).await?;
    let handling = threads::handling(&mut snapshot, &seen, sight).await?;
    if sight == Sight::Public && unspoken(&seen, &handling) {
        return Err(Declined::NotFound);
    }
    let thread = threads::told(ask, &seen, &round, &branches, &handling);
    let translation = match &seen.words {
        Some(_) if seen.card.contribution.language != "it" => {
            read::contributions::translation(&mut snapshot, id).await?
        }
        Some(_) | None => None,
    };
    let around = read::contributions::around(&mut snapshot, id).await?;
    let comments = read::contributions::comments(&mut snapshot, id, |comment| {
        trusted || written.contains(&comment.uuid())
    })
    .await?;
    let supported = match ask.actor.person() {
        Some(person) => read::contributions::supports(&mut snapshot, id, person).await?,
        None => false,
    };
    let public = seen.standing == Standing::Published;
    let similar = if public {
        let mut found = similar::for_contribution(services, &mut snapshot, id, SIMILAR).await?;
        // Beside a text stands only what a reader sees to be alike.
        found.retain(|one| one.convincing);
        similar_cards(&mut snapshot, ask.ambito, found).await?
    } else {
        Vec::new()
    };
    let linked = links::of(&mut snapshot, ask, End::Contribution(id)).await?;
    let splits = crate::parts::told(&mut snapshot, &seen).await?;
    let silenced = crate::comments::silenced(&mut snapshot, ask).await?;
    let rights = rights(ask, &round.round, seen.standing, own, supported, &branches, silenced);
    let handled = if own {
        let about = (id, None);
        appeals::handled(&mut snapshot, ask, &ask.actor, &round.round, about, seen.standing).await?
    } else {
        Handled::default()
    };
    let merges = match (&seen.words, own) {
        (Some(words), true) => {
            let text = merging::OwnText {
                id,
                contribution: seen.card.contribution.clone(),
                body: words.body.clone(),
                standing: seen.standing,
            };
            merging::of_text(&mut snapshot, ask, &ask.actor, &text).await?
        }
        (Some(_) | None, _) => Vec::new(),
    };
    let beside = Beside { ask, round: &round.round, contribution: id, public, written: &written };
    let comments = tree(&mut snapshot, &beside, comments).await?;
    let notes = store::bursts::notes(&mut snapshot, id).await?;
    let notes = notes.into_iter().map(|note| note.view).filter(|note| note.confirmed.is_some());
    let organisations = match rights.answer {
        Ok(()) => read::ambito::organisation_names(&mut snapshot, ask.ambito, None).await?,
        Err(_) => Vec::new(),
    };
    Ok(ContributionPage {
        policy: seen.policy,
        round: round.reference(ask.now),
        standing: seen.standing,
        said: crate::lab::room::said(&mut snapshot, id).await?.filter(|_| seen.words.is_some()),
        words: seen.words,
        translation,
        tombstone: handling.tombstone,
        channel: seen.channel,
        assisted: seen.assisted,
        revisions: seen.revisions,
        echoes: suppression::people(seen.echoes),
        echo_of: around.echo_of,
        answers: around.answers,
        answered_by: around.answered_by,
        clusters: branches.joining(ask.now).map(|cluster| cluster.cluster.clone()).collect(),
        proposed: branches
            .proposed(ask.now)
            .map(|one| ProposedMerge {
                cluster: one.cluster.clone(),
                state: one.life.at(ask.now),
                closes: one.life.closes,
            })
            .collect(),
        merges,
        actions: branches.live_tracks().map(|track| track.action.clone()).collect(),
        links: linked,
        may_link: links::may(ask, public),
        split: splits.into_iter().find(|split| split.ended.is_none()).filter(|_| public),
        may_split: crate::parts::may(ask, &round, public),
        similar,
        comments,
        handled,
        notes: notes.collect(),
        thread,
        supported,
        may_support: rights.support,
        may_comment: rights.comment,
        may_flag: rights.flag,
        own,
        may_correct: rights.correct,
        may_withdraw: rights.withdraw,
        may_answer: rights.answer,
        may_draft: rights.draft,
        organisations,
        card: seen.card,
    })
}

/// A text with words of danger that never became public leaves no sign for others: that it was
/// there is what whoever threatens its author must not read (domain.md §8 case 18).
fn unspoken(seen: &SeenContribution, handling: &Handling) -> bool {
    let class = handling.tombstone.as_ref().and_then(|tombstone| tombstone.reason_class);
    seen.published.is_none() && class == Some(ReasonClass::PresentDanger)
}

/// What the viewer may do with a contribution.
struct Rights {
    support: May,
    comment: May,
    flag: May,
    correct: May,
    withdraw: May,
    answer: May,
    draft: May,
}

fn rights(
    ask: &Asking,
    round: &Round,
    standing: Standing,
    own: bool,
    supported: bool,
    links: &threads::Links,
    silenced: Option<Moment>,
) -> Rights {
    let public = standing == Standing::Published;
    let facts = Facts { own, public, silenced, ..Facts::within(ask.ambito, round) };
    let may = |operation| permit(&ask.actor, operation, &facts, ask.now).map(|_| ());
    // Why nobody may comes before why this viewer may not.
    let within = |opening: Opening, operation: Operation| {
        if !public {
            return Err(Refusal::NotPublic);
        }
        window(round, opening, ask.now)?;
        may(operation)
    };
    let left = matches!(standing, Standing::Withdrawn | Standing::Hidden | Standing::Anonymised);
    Rights {
        support: within(
            Opening::Supports,
            if supported { Operation::WithdrawSupport } else { Operation::Support },
        ),
        comment: within(Opening::Comments, Operation::Comment),
        flag: if public { may(Operation::Flag) } else { Err(Refusal::NotPublic) },
        correct: if left { Err(Refusal::AlreadyDone) } else { may(Operation::CorrectContribution) },
        withdraw: if left {
            Err(Refusal::AlreadyDone)
        } else {
            may(Operation::WithdrawContribution)
        },
        draft: if public { may(Operation::DraftAction) } else { Err(Refusal::NotPublic) },
        // A text in an action has that action's outcome.
        answer: may(Operation::GiveOutcome).and_then(|()| {
            if links.live_tracks().next().is_some() { Err(Refusal::InUse) } else { Ok(()) }
        }),
    }
}

/// What the comments of a text must know of it and of who looks.
struct Beside<'a> {
    ask: &'a Asking,
    round: &'a Round,
    contribution: ContributionId,
    public: bool,
    written: &'a HashSet<Uuid>,
}

/// Comments with their answers beneath them. One that still waits for a moderator is left out
/// for who may not read it; why one is hidden is told to its author.
async fn tree(
    snapshot: &mut Snapshot,
    beside: &Beside<'_>,
    comments: Vec<StoredComment>,
) -> Result<Vec<CommentView>, Declined> {
    let Beside { ask, round, contribution, public, written } = *beside;
    let agreed = match ask.actor.person() {
        Some(person) => store::voices::agreed(snapshot, contribution, person).await?,
        None => Vec::new(),
    };
    let mut roots: Vec<(CommentId, CommentView)> = Vec::new();
    for mut comment in comments {
        if comment.standing == Standing::InModeration && comment.view.body.is_none() {
            continue;
        }
        comment.view.own = written.contains(&comment.id.uuid());
        comment.view.agreed = agreed.contains(&comment.id);
        comment.view.may_agree = {
            let public = public && comment.standing == Standing::Published;
            let facts = Facts { public, ..Facts::within(ask.ambito, round) };
            let operation = match comment.view.agreed {
                true => Operation::WithdrawAgreement,
                false => Operation::Agree,
            };
            let may = permit(&ask.actor, operation, &facts, ask.now).map(|_| ());
            if comment.view.own { Err(Refusal::OwnText) } else { may }
        };
        let until = editable_until(comment.view.at);
        let there = matches!(comment.standing, Standing::Published | Standing::InModeration);
        comment.view.editable = (comment.view.own && there && ask.now < until).then_some(until);
        if comment.view.own && comment.standing == Standing::Hidden {
            let about = (contribution, Some(comment.id));
            let hidden = comment.standing;
            comment.view.tombstone = appeals::tombstone(snapshot, about).await?;
            comment.view.handled =
                appeals::handled(snapshot, ask, &ask.actor, round, about, hidden).await?;
        }
        match comment.parent {
            None => roots.push((comment.id, comment.view)),
            Some(parent) => {
                if let Some((_, root)) = roots.iter_mut().find(|(id, _)| *id == parent) {
                    root.answers.push(comment.view);
                }
            }
        }
    }
    Ok(roots.into_iter().map(|(_, view)| view).collect())
}

/// Similar texts as cards, in their order; only what is public in this snapshot.
pub(crate) async fn similar_cards(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    similar: Vec<Similar>,
) -> Result<Vec<SimilarCard>, Declined> {
    let numbers: Vec<i64> = similar.iter().map(|one| one.number).collect();
    let cards = read::contributions::public_cards(snapshot, ambito, &numbers).await?;
    Ok(similar
        .into_iter()
        .filter_map(|one| {
            let card = cards.iter().find(|c| c.card.contribution.number == one.number)?;
            Some(SimilarCard {
                contribution: card.card.contribution.clone(),
                excerpt: read::excerpt(&card.card.excerpt, SIMILAR_EXCERPT),
                shared_words: one.shared_words,
                same_policy: one.same_policy,
                other_words: one.other_words,
                supports: card.card.supports,
            })
        })
        .collect())
}

/// The thread of a contribution, on its own page.
pub async fn thread(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
) -> Result<ThreadPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = read::contributions::by_number(&mut snapshot, ask.ambito, kind, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let id = stored.id();
    let sight = threads::sight(&mut snapshot, ask, id).await?;
    if sight == Sight::Public && !stored.known_to_all() {
        return Err(Declined::NotFound);
    }
    let seen = stored.seen(sight)?;
    let handling = threads::handling(&mut snapshot, &seen, sight).await?;
    if sight == Sight::Public && unspoken(&seen, &handling) {
        return Err(Declined::NotFound);
    }
    let start = seen.card.contribution;
    Ok(ThreadPage {
        start: ThreadStart::Contribution(start),
        said: crate::lab::room::said(&mut snapshot, id).await?,
        down: threads::of_contribution(services, &mut snapshot, ask, id).await?,
        up: Vec::new(),
        direct: Vec::new(),
        links: links::of(&mut snapshot, ask, End::Contribution(id)).await?,
    })
}

/// What the form to write a need or a proposal offers; `fields` is what was written so far.
/// Refused, with the reason, where nothing of this kind can be sent by this viewer now.
pub async fn writing(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    fields: &Fields,
) -> Result<WritingPage, Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let round = round_for(&frame.rounds, kind, fields.text("round").parse().ok(), ask.now);
    may_send(ask, round, kind)?;
    let Some(round) = round else { return Err(Refusal::NotOpened.into()) };
    let name = match ask.actor.person() {
        Some(person) => identity::name(&mut snapshot, person).await?,
        None => None,
    };
    let facts = Facts::within(ask.ambito, &round.round);
    let may = |operation| permit(&ask.actor, operation, &facts, ask.now).map(|_| ());
    let (may_unsigned, may_sign) = match kind {
        Kind::Need => (may(Operation::SubmitNeed), may(Operation::SubmitSignedNeed)),
        Kind::Proposal => (may(Operation::SubmitProposal), may(Operation::SubmitProposal)),
    };
    let mut spoken_for: Vec<OrganisationId> = ask.actor.organisations().collect();
    if may_sign.is_err() {
        spoken_for.clear();
    }
    let organisations = if spoken_for.is_empty() {
        Vec::new()
    } else {
        let only = Some(spoken_for.as_slice());
        read::ambito::organisation_names(&mut snapshot, ask.ambito, only).await?
    };
    let similar =
        alike_to(services, &mut snapshot, ask.ambito, round, kind, fields, SIMILAR).await?;
    let similar = similar_cards(&mut snapshot, ask.ambito, convincing(similar)).await?;
    let needs = match kind {
        Kind::Need => Vec::new(),
        Kind::Proposal => needs(services, &mut snapshot, ask.ambito, round, fields).await?,
    };
    Ok(WritingPage {
        kind,
        round: round.reference(ask.now),
        question: round.question.clone(),
        closes: round.round.closes,
        moderation: round.round.moderation,
        municipalities: frame.places.iter().map(Municipality::place).collect(),
        policies: frame.policies.iter().map(|policy| policy.name.clone()).collect(),
        name,
        may_unsigned,
        may_sign,
        organisations,
        similar,
        needs,
    })
}

/// Public texts like one that is being written, for whoever writes it: for the island that asks
/// while somebody types. Nothing while no round takes this kind.
pub async fn alike(
    services: &Services,
    ambito: AmbitoId,
    kind: Kind,
    fields: &Fields,
    now: Moment,
) -> Result<Vec<SimilarCard>, Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ambito).await?;
    match round_for(&frame.rounds, kind, fields.text("round").parse().ok(), now) {
        Some(round) if round.round.state(now) == RoundState::Open => {
            let found =
                alike_to(services, &mut snapshot, ambito, round, kind, fields, SIMILAR).await?;
            similar_cards(&mut snapshot, ambito, convincing(found)).await
        }
        Some(_) | None => Ok(Vec::new()),
    }
}

/// What may be shown to whoever writes as already said by others.
fn convincing(mut found: Vec<Similar>) -> Vec<Similar> {
    found.retain(|one| one.convincing);
    found
}

/// Public texts of a kind like what was written so far, if anything was.
async fn alike_to(
    services: &Services,
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: &StoredRound,
    kind: Kind,
    fields: &Fields,
    limit: usize,
) -> Result<Vec<Similar>, Declined> {
    let (title, body) = (fields.text("title"), fields.text("body"));
    if title.is_empty() && body.is_empty() {
        return Ok(Vec::new());
    }
    let language = match fields.text("language") {
        "" => "it",
        language => language,
    };
    let policy = Some(fields.text("policy")).filter(|policy| !policy.is_empty());
    similar::for_text(
        services,
        snapshot,
        ambito,
        round.number,
        kind,
        title,
        body,
        language,
        policy,
        limit,
    )
    .await
}

/// Needs a proposal can say it answers: chosen ones first, then those that are like it.
async fn needs(
    services: &Services,
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: &StoredRound,
    fields: &Fields,
) -> Result<Vec<ContributionRef>, Declined> {
    let mut chosen: Vec<i64> = Vec::new();
    for number in fields.texts("answers").filter_map(|number| number.parse().ok()) {
        if chosen.len() < crate::voices::ANSWERS_MOST && !chosen.contains(&number) {
            chosen.push(number);
        }
    }
    let cards = read::contributions::public_cards(snapshot, ambito, &chosen).await?;
    let mut needs: Vec<ContributionRef> = cards
        .into_iter()
        .map(|card| card.card.contribution)
        .filter(|need| need.kind == Kind::Need)
        .collect();
    // A proposal answers a need in other words than the need's: here the nearest are offered,
    // to be chosen, however near they are.
    let alike = alike_to(services, snapshot, ambito, round, Kind::Need, fields, NEEDS).await?;
    let alike = similar_cards(snapshot, ambito, alike).await?;
    for card in alike {
        if needs.iter().all(|need| need.number != card.contribution.number) {
            needs.push(card.contribution);
        }
    }
    Ok(needs)
}
