//! Voices: rounds, sessions, contributions with what goes with them, comments, supports.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::contributions::{Stage, Standing, Words, salted};
use domain::events::{Details, Subject, hex};
use domain::import::file::{Comment, Contribution, Round, Session};
use domain::import::lab::WrittenColumn;
use domain::import::terms::{ContributionState, TranslationKind};
use domain::lab::SessionState;
use domain::moderation::{Cause, Decision};
use domain::people::IdentityLevel;
use domain::policy::Operation;
use domain::rounds::{ModerationMode, Opening, RoundMark, RoundState};
use domain::time::Moment;
use serde_json::json;
use store::import::{CountCell, Rows};
use store::{StoreError, Tx};
use uuid::Uuid;

use super::{Writing, class};
use crate::Declined;

/// A contribution on its way: with how many supports and comments it has.
struct Heard {
    id: Uuid,
    number: i64,
    created: Moment,
    responses: (i64, i64),
    /// Whether the number of supports is on record.
    known: bool,
}

/// Rows of what was written in sessions.
struct Walls {
    columns: Rows,
    cards: Rows,
    dots: Rows,
}

impl Walls {
    const fn new() -> Walls {
        Walls {
            columns: Rows::of("lab_columns"),
            cards: Rows::of("lab_cards"),
            dots: Rows::of("lab_dots"),
        }
    }
}

/// What comments and supports must know of a contribution.
struct Spoken {
    id: Uuid,
    created: Moment,
}

impl<'a> Writing<'a> {
    /// Writes all voices, each public one counted and found as if nothing had become of it yet.
    pub(super) async fn voices(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        self.rounds(tx).await?;
        self.sessions(tx).await?;
        let names = self.names();
        let spoken = self.contributions(tx, &names).await?;
        self.comments(tx, &names, &spoken).await?;
        self.supports(tx, &spoken).await
    }

    /// How many supports and comments each contribution has. An answer to a comment counts for
    /// what the comment is on.
    fn responses(&self) -> HashMap<&'a str, (i64, i64)> {
        let file = self.file;
        let about: HashMap<&str, &str> = file
            .comments
            .iter()
            .map(|comment| (comment.id.as_str(), comment.on.as_str()))
            .collect();
        let mut responses: HashMap<&str, (i64, i64)> = HashMap::new();
        for support in &file.supports {
            responses.entry(&support.on).or_default().0 += 1;
        }
        for comment in &file.comments {
            let on = comment.on.as_str();
            responses.entry(about.get(on).copied().unwrap_or(on)).or_default().1 += 1;
        }
        responses
    }

    /// Names of people, for those who chose to be named.
    fn names(&self) -> HashMap<&'a str, &'a str> {
        let people = self.file.people.iter();
        people.map(|person| (person.id.as_str(), person.name.as_str())).collect()
    }

    async fn rounds(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let mut rows = Rows::of("rounds");
        for (number, round) in (1_i64..).zip(&file.rounds) {
            let opens = self.clock.at(&round.opens);
            let id = self.named("round", &round.id, opens);
            let returned = round.returned.as_ref().map(|returned| self.clock.at(returned));
            let notice = round
                .notice
                .as_ref()
                .map(|notice| json!({ "title": notice.title, "days": notice.days }).to_string());
            rows.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("number", number.into()),
                ("plan_id", self.id(&round.plan)?.into()),
                ("kind", round.kind.code().into()),
                ("title", round.title.as_str().into()),
                ("mark", mark(round.state).code().into()),
                ("question", round.question.as_str().into()),
                ("objective", round.objective.as_str().into()),
                ("given", list(&round.given)?.into()),
                ("open", list(&round.open)?.into()),
                ("off_limits", list(&round.off_limits)?.into()),
                ("opens_at", opens.into()),
                ("closes_at", self.clock.after(&round.closes).into()),
                ("returned_at", returned.into()),
                ("opened", opened(round)?.into()),
                ("moderation", round.moderation.code().into()),
                ("vote_method", round.vote_method.code().into()),
                ("tie_rule", round.tie_rule.as_str().into()),
                ("areas", list(&round.areas)?.into()),
                ("report", round.report.as_deref().into()),
                ("notice", notice.into()),
            ]);
            if let Some(returned) = returned {
                self.act(returned, Subject::Round, id, class(RoundMark::GivenBack.code()))?;
            }
        }
        Ok(self.write(tx, rows).await?)
    }

    /// Sessions: those that were held are given back, each with what was written on its wall. They
    /// have no tokens, and no minutes.
    async fn sessions(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let mut rows = Rows::of("lab_sessions");
        let mut walls = Walls::new();
        let mut sessions: Vec<&Session> = file.community_lab_sessions.iter().collect();
        sessions.sort_by_key(|session| (self.clock.at(&session.held), session.id.as_str()));
        for (number, session) in (1_i64..).zip(sessions) {
            let held = self.clock.at(&session.held);
            let id = self.named("session", &session.id, held);
            let wall = session.wall(|code| {
                let organisation = file.organisations.iter().find(|one| one.id == code);
                organisation.map(|one| one.name.clone())
            });
            // One that is still to come is announced.
            let over = held <= self.clock.now;
            let state = if over { SessionState::GivenBack } else { SessionState::Registering };
            let plan = session.plan();
            let document = serde_json::to_string(&plan).map_err(StoreError::from)?;
            rows.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("round_id", self.id(&session.round)?.into()),
                ("number", number.into()),
                ("title", session.title.as_str().into()),
                ("held_at", held.into()),
                ("place", session.place.as_str().into()),
                ("present", session.participants.present.into()),
                ("document", document.into()),
                ("state", state.code().into()),
            ]);
            self.wall(&mut walls, (id, held), &wall);
            if let Some(dots) = session.dots(&wall) {
                walls.dots.add([
                    ("session_id", id.into()),
                    ("people", i64::from(dots.people).into()),
                    ("dots_each", i64::from(dots.each).into()),
                    ("blanks", i64::from(dots.blanks).into()),
                    ("at", held.into()),
                ]);
            }
            self.act(held.min(self.clock.now), Subject::Session, id, class(state.code()))?;
        }
        self.write(tx, rows).await?;
        for rows in [walls.columns, walls.cards, walls.dots] {
            self.write(tx, rows).await?;
        }
        Ok(())
    }

    fn wall(&self, walls: &mut Walls, (session, held): (Uuid, Moment), wall: &[WrittenColumn]) {
        let mut number = 0_i64;
        for (position, column) in (1_i64..).zip(wall) {
            let id: Uuid = self.chance.id(held);
            walls.columns.add([
                ("id", id.into()),
                ("session_id", session.into()),
                ("position", position.into()),
                ("title", column.title.as_str().into()),
            ]);
            for (words, dots) in &column.cards {
                number += 1;
                let card: Uuid = self.chance.id(held);
                walls.cards.add([
                    ("id", card.into()),
                    ("ambito_id", self.ambito.into()),
                    ("session_id", session.into()),
                    ("number", number.into()),
                    ("words", words.as_str().into()),
                    ("assisted", false.into()),
                    ("read_back", false.into()),
                    // Nobody asked who said it.
                    ("quotable", false.into()),
                    ("at", held.into()),
                    ("column_id", id.into()),
                    ("hidden", false.into()),
                    ("dots", dots.map(i64::from).into()),
                ]);
            }
        }
    }

    /// Needs and proposals in the order in which they were sent: they share one sequence of
    /// numbers.
    async fn contributions(
        &mut self,
        tx: &mut Tx,
        names: &HashMap<&str, &str>,
    ) -> Result<HashMap<&'a str, Spoken>, Declined> {
        let file = self.file;
        let mut ordered: Vec<(Moment, &Contribution)> = file
            .needs
            .iter()
            .chain(&file.proposals)
            .map(|contribution| (self.clock.at(&contribution.created), contribution))
            .collect();
        ordered.sort_by_key(|(created, contribution)| (*created, contribution.id.as_str()));
        let mut tables = Tables::new();
        let mut spoken = HashMap::new();
        let responses = self.responses();
        // Of what was given back a file has no single supports: how many there were is not known.
        let given_back: HashSet<&str> = file
            .rounds
            .iter()
            .filter(|round| round.is_given_back())
            .map(|round| round.id.as_str())
            .collect();
        for (number, &(created, contribution)) in (1_i64..).zip(&ordered) {
            let id = self.named("contribution", &contribution.id, created);
            let responses = responses.get(contribution.id.as_str()).copied().unwrap_or_default();
            let known = !given_back.contains(contribution.round.as_str());
            let heard = Heard { id, number, created, responses, known };
            self.contribution(&mut tables, names, &heard, contribution)?;
            spoken.insert(contribution.id.as_str(), Spoken { id, created });
        }
        for proposal in &file.proposals {
            let id = self.id(&proposal.id)?;
            let mut needs = self.ids_of(&proposal.answers_needs)?;
            needs.sort_unstable();
            needs.dedup();
            for need in needs {
                tables.answers.add([("proposal_id", id.into()), ("need_id", need.into())]);
            }
        }
        let Tables { contributions, revisions, translations, answers, authorships, .. } = tables;
        for rows in [contributions, revisions, translations, answers, authorships] {
            self.write(tx, rows).await?;
        }
        store::import::count(tx, &self.permit, &tables.counts).await?;
        store::import::find_by(tx, &self.permit, tables.terms).await?;
        let mut cases = Rows::of("moderation_cases");
        for (number, &(created, contribution)) in
            (1_i64..).zip(ordered.iter().filter(|(_, contribution)| was_read_first(contribution)))
        {
            self.case(&mut cases, number, created, contribution)?;
        }
        self.write(tx, cases).await?;
        Ok(spoken)
    }

    fn contribution(
        &mut self,
        tables: &mut Tables,
        names: &HashMap<&str, &str>,
        heard: &Heard,
        contribution: &Contribution,
    ) -> Result<(), Declined> {
        let &Heard { id, number, created, responses: (supports, comments), known } = heard;
        let round = self.id(&contribution.round)?;
        let policy = self.policy(&contribution.policy)?;
        let municipality = self.id(&contribution.municipality)?;
        let moderated = contribution.moderation.as_ref().map(|read| self.clock.at(&read.at));
        let published = contribution.is_public().then(|| moderated.unwrap_or(created));
        let byline = byline(
            names,
            contribution.anonymous,
            contribution.author.as_deref(),
            contribution.author_org.as_deref(),
        );
        tables.contributions.add([
            ("id", id.into()),
            ("ambito_id", self.ambito.into()),
            ("number", number.into()),
            ("round_id", round.into()),
            ("kind", contribution.kind.code().into()),
            ("policy_id", policy.into()),
            ("municipality_id", municipality.into()),
            ("author_kind", contribution.author_kind.code().into()),
            ("organisation_id", self.maybe(contribution.author_org.as_ref())?.into()),
            ("byline", byline.into()),
            ("channel", contribution.channel.code().into()),
            ("assisted", contribution.assisted.into()),
            ("session_id", self.maybe(contribution.session.as_ref())?.into()),
            ("sensitive", contribution.sensitive.into()),
            ("standing", standing(contribution).code().into()),
            ("created_at", created.into()),
            ("published_at", published.into()),
            ("revision", 1_i64.into()),
            // Worked out anew where something became of it, once that is written.
            ("stage", Stage::Published.code().into()),
            ("supports", supports.into()),
            ("support_band", store::counts::band(supports).into()),
            ("supports_known", known.into()),
            ("comments", comments.into()),
        ]);
        let words = Words {
            title: contribution.title.clone(),
            body: contribution.body.clone(),
            ..Words::default()
        };
        let salt: [u8; 32] = self.chance.bytes();
        tables.revisions.add([
            ("contribution_id", id.into()),
            ("revision", 1_i64.into()),
            ("at", created.into()),
            ("language", contribution.language.as_str().into()),
            ("title", contribution.title.as_str().into()),
            ("body", contribution.body.as_str().into()),
            ("strengths", "".into()),
            ("recipients", "".into()),
            ("doers", "".into()),
            ("resources", "".into()),
            ("salt", salt.into()),
        ]);
        let titled = contribution.title_it.as_ref();
        let translated = contribution.translation_it.as_ref();
        let italian = (titled.is_some() || translated.is_some()).then(|| {
            let title = titled.unwrap_or(&contribution.title).as_str();
            (title, translated.unwrap_or(&contribution.body).as_str())
        });
        if let Some((title, body)) = italian {
            let verified = contribution.translation_kind == Some(TranslationKind::Verified);
            tables.translations.add([
                ("contribution_id", id.into()),
                ("language", "it".into()),
                ("title", title.into()),
                ("body", body.into()),
                ("verified", verified.into()),
                ("translated_by", self.maybe(contribution.translated_by.as_ref())?.into()),
            ]);
        }
        if contribution.is_public() {
            let stage = Stage::Published.code();
            let cell = (round, contribution.kind.code(), policy, municipality, stage);
            *tables.counts.entry(cell).or_default() += 1;
            let terms = store::counts::terms(&words, &contribution.language, italian);
            tables.terms.extend(terms.into_iter().map(|(term, weight)| (term, number, weight)));
        }
        self.authorship(&mut tables.authorships, id, contribution.author.as_ref())?;
        // Under a mandate the record shows the operator (invariant 17).
        let operator = self.maybe(contribution.entered_by.as_ref())?;
        let details = Details {
            version: Some(1),
            text: Some(hex(&words.hash(&salt))),
            others: operator.into_iter().collect(),
            ..Details::default()
        };
        self.act(created, Subject::Contribution, id, details)?;
        if let (Some(read), Some(at)) = (&contribution.moderation, moderated) {
            self.act(at, Subject::Contribution, id, class(read.reason_class.code()))?;
        }
        Ok(())
    }

    fn authorship(
        &self,
        rows: &mut Rows,
        subject: Uuid,
        author: Option<&String>,
    ) -> Result<(), StoreError> {
        if let Some(person) = self.maybe(author)? {
            rows.add([
                ("subject_id", subject.into()),
                ("ambito_id", self.ambito.into()),
                ("person_id", person.into()),
            ]);
        }
        Ok(())
    }

    /// The case of a text that a moderator has read, or is still to read.
    fn case(
        &self,
        rows: &mut Rows,
        number: i64,
        opened: Moment,
        contribution: &Contribution,
    ) -> Result<(), StoreError> {
        let read = contribution.moderation.as_ref();
        let id: Uuid = self.chance.id(opened);
        rows.add([
            ("id", id.into()),
            ("ambito_id", self.ambito.into()),
            ("number", number.into()),
            ("contribution_id", self.id(&contribution.id)?.into()),
            ("cause", self.cause(contribution).code().into()),
            ("opened_at", opened.into()),
            ("decided_at", read.map(|read| self.clock.at(&read.at)).into()),
            ("decision", read.map(|read| read.outcome.code()).into()),
            ("reason_class", read.map(|read| read.reason_class.code()).into()),
            ("reason", read.map(|read| read.reason.as_str()).into()),
        ]);
        Ok(())
    }

    fn cause(&self, contribution: &Contribution) -> Cause {
        let mut rounds = self.file.rounds.iter();
        let round = rounds.find(|round| round.id == contribution.round);
        match round.map(|round| round.moderation) {
            _ if contribution.sensitive => Cause::Sensitive,
            Some(ModerationMode::Before) => Cause::Before,
            Some(ModerationMode::SensitiveBefore | ModerationMode::After) | None => Cause::Flagged,
        }
    }

    /// Comments in the order in which they were sent. Those that are answered are written before
    /// their answers.
    async fn comments(
        &mut self,
        tx: &mut Tx,
        names: &HashMap<&str, &str>,
        spoken: &HashMap<&'a str, Spoken>,
    ) -> Result<(), Declined> {
        let file = self.file;
        let mut ordered: Vec<(Moment, bool, &Comment)> = file
            .comments
            .iter()
            .map(|comment| {
                let answer = !spoken.contains_key(comment.on.as_str());
                (self.clock.at(&comment.created), answer, comment)
            })
            .collect();
        ordered.sort_by_key(|(at, answer, comment)| (*at, *answer, comment.id.as_str()));
        let about: HashMap<&str, &str> = file
            .comments
            .iter()
            .map(|comment| (comment.id.as_str(), comment.on.as_str()))
            .collect();
        for (at, _, comment) in &ordered {
            self.named("comment", &comment.id, *at);
        }
        let mut comments = [Rows::of("comments"), Rows::of("comments")];
        let mut authorships = Rows::of("authorships");
        for (number, &(at, answer, comment)) in (1_i64..).zip(&ordered) {
            let id = self.id(&comment.id)?;
            let (contribution, parent) = if answer {
                let on = about.get(comment.on.as_str()).copied().unwrap_or(&comment.on);
                (self.id(on)?, Some(self.id(&comment.on)?))
            } else {
                (self.id(&comment.on)?, None)
            };
            let byline = byline(
                names,
                comment.anonymous,
                comment.author.as_deref(),
                comment.author_org.as_deref(),
            );
            let salt: [u8; 32] = self.chance.bytes();
            comments[usize::from(answer)].add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("number", number.into()),
                ("contribution_id", contribution.into()),
                ("parent_id", parent.into()),
                ("author_kind", comment.author_kind.code().into()),
                ("organisation_id", self.maybe(comment.author_org.as_ref())?.into()),
                ("byline", byline.into()),
                ("standing", Standing::Published.code().into()),
                ("at", at.into()),
                ("body", comment.body.as_str().into()),
                ("salt", salt.into()),
            ]);
            self.authorship(&mut authorships, id, comment.author.as_ref())?;
            let details = Details {
                text: Some(hex(&salted(&salt, &[&comment.body]))),
                others: vec![contribution],
                ..Details::default()
            };
            self.act(at, Subject::Comment, id, details)?;
        }
        let [first, answers] = comments;
        for rows in [first, answers, authorships] {
            self.write(tx, rows).await?;
        }
        Ok(())
    }

    async fn supports(
        &mut self,
        tx: &mut Tx,
        spoken: &HashMap<&'a str, Spoken>,
    ) -> Result<(), Declined> {
        let file = self.file;
        let mut rows = Rows::of("supports");
        for support in &file.supports {
            let Some(on) = spoken.get(support.on.as_str()) else {
                return Err(
                    StoreError::row("supports", self.ambito, "not on a contribution").into()
                );
            };
            // Not recorded when: as early as can be.
            let at = support.created.as_ref().map_or(on.created, |created| self.clock.at(created));
            rows.add([
                ("contribution_id", on.id.into()),
                ("person_id", self.id(&support.by)?.into()),
                ("at", at.into()),
            ]);
            self.act(at, Subject::Contribution, on.id, class(Operation::Support.code()))?;
        }
        self.write(tx, rows).await?;
        Ok(store::counts::recount_supporters(tx, &self.permit).await?)
    }
}

struct Tables {
    contributions: Rows,
    revisions: Rows,
    translations: Rows,
    answers: Rows,
    authorships: Rows,
    counts: BTreeMap<CountCell, i64>,
    terms: Vec<(String, i64, i64)>,
}

impl Tables {
    const fn new() -> Self {
        Tables {
            contributions: Rows::of("contributions"),
            revisions: Rows::of("revisions"),
            translations: Rows::of("translations"),
            answers: Rows::of("answers"),
            authorships: Rows::of("authorships"),
            counts: BTreeMap::new(),
            terms: Vec::new(),
        }
    }
}

/// Open and closed are worked out from the window.
const fn mark(state: RoundState) -> RoundMark {
    match state {
        RoundState::Draft => RoundMark::Draft,
        RoundState::Scheduled | RoundState::Open | RoundState::Closed => RoundMark::Announced,
        RoundState::Suspended => RoundMark::Suspended,
        RoundState::InSynthesis => RoundMark::InSynthesis,
        RoundState::GivenBack => RoundMark::GivenBack,
        RoundState::Archived => RoundMark::Archived,
    }
}

/// What a round opens, each with the least identity level: its own, or that of domain.md §2.6.
fn opened(round: &Round) -> Result<String, StoreError> {
    let opened: BTreeMap<&str, &str> = round
        .allows
        .iter()
        .map(|&what| {
            let least = match what {
                Opening::Needs => IdentityLevel::L0,
                Opening::Proposals | Opening::Comments | Opening::Supports => IdentityLevel::L2,
                Opening::Positions
                | Opening::Amendments
                | Opening::SharedDraft
                | Opening::Commitments
                | Opening::Budget
                | Opening::Issues => IdentityLevel::L3,
                Opening::Ballots => IdentityLevel::L2,
            };
            (what.code(), round.lowest_level(what).unwrap_or(least).code())
        })
        .collect();
    Ok(serde_json::to_string(&opened)?)
}

fn list(entries: &[String]) -> Result<String, StoreError> {
    Ok(serde_json::to_string(entries)?)
}

/// The name of an author who chose to be named and speaks for themselves.
fn byline<'n>(
    names: &HashMap<&str, &'n str>,
    anonymous: bool,
    author: Option<&str>,
    organisation: Option<&str>,
) -> Option<&'n str> {
    if anonymous || organisation.is_some() {
        return None;
    }
    author.and_then(|author| names.get(author).copied())
}

fn standing(contribution: &Contribution) -> Standing {
    match (contribution.state, contribution.moderation.as_ref().map(|read| read.outcome)) {
        (ContributionState::Published | ContributionState::Answered, _) => Standing::Published,
        (ContributionState::InModeration, Some(Decision::Reject | Decision::Hide)) => {
            Standing::Hidden
        }
        (
            ContributionState::InModeration,
            None | Some(Decision::Publish | Decision::PublishSoftened),
        ) => Standing::InModeration,
    }
}

fn was_read_first(contribution: &Contribution) -> bool {
    contribution.moderation.is_some() || contribution.state == ContributionState::InModeration
}
