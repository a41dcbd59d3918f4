//! `trama check`: recomputes the chain of events, the hashes of texts, the counters and the
//! invariants over the whole database, and says what is wrong.
//!
//! A text is *intact* (its salted hash is that of its event), *erased by an event* (no words, no
//! salt, and an event that says so), or *altered*: only the last is a problem (invariant 20).
//! It reads one snapshot and changes nothing. What it says names rows by number and id, never
//! words or people.

mod ballots;
mod bench;
mod lab;
mod merging;
mod parts;
mod rounds;

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::actions::{ActionState, Sheet, version_hash};
use domain::comments::Stance;
use domain::contributions::{AuthorKind, Stage, Standing, Words, salted};
use domain::coverage::Publication;
use domain::events::{Details, Event, GENESIS, Sealed, Subject, hex};
use domain::ids::AmbitoId;
use domain::outcomes::Outcome;
use domain::parts::EndCause;
use domain::policy::Operation;
use domain::rounds::RoundMark;
use domain::time::Moment;
use store::audit::{self, Chained, EventRow, RevisionRow, VoiceRow};
use store::{Snapshot, counts, seals};
use uuid::Uuid;

use crate::{Declined, Services, voices};

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Slug of the Ambito.
    pub ambito: String,
    /// What is wrong, as a stable code.
    pub code: &'static str,
    /// What it is about: a table's word and a number («contribution 12»).
    pub subject: String,
    /// What was found, and what should be there.
    pub detail: String,
}

/// How many rows are read at once.
const PAGE: i64 = 500;

/// Checks every Ambito of the database.
pub async fn run(services: &Services) -> Result<Vec<Problem>, Declined> {
    let mut snapshot = services.look().await?;
    let mut problems = Vec::new();
    for chained in audit::ambiti(&mut snapshot).await? {
        let mut check =
            Check { ambito: chained.id.into(), slug: &chained.slug, problems: &mut problems };
        let record = check.chain(&mut snapshot, &chained).await?;
        check.voices(&mut snapshot, &record).await?;
        check.supporters(&mut snapshot).await?;
        check.comments(&mut snapshot, &record).await?;
        check.statements(&mut snapshot, &record).await?;
        check.coverage(&mut snapshot).await?;
        check.decisions(&mut snapshot, &record).await?;
        check.merges(&mut snapshot, &record).await?;
        check.parts(&mut snapshot, &record).await?;
        check.bench(&mut snapshot).await?;
        check.lab(&mut snapshot).await?;
        check.seals(&mut snapshot, &record).await?;
        check.rounds(&mut snapshot).await?;
        check.invariants(&mut snapshot).await?;
        check.ballots(&mut snapshot).await?;
    }
    Ok(problems)
}

/// What the chain says of texts.
#[derive(Default)]
struct Record {
    /// Salted hash of each version of each text.
    texts: HashMap<(Subject, Uuid, i64), String>,
    /// The last seal of each row that was sealed.
    seals: BTreeMap<(Sealed, Uuid), String>,
    /// Texts that were sent as anonymous needs.
    anonymous: HashSet<Uuid>,
    /// Texts that an event says were withdrawn.
    withdrawn: HashSet<Uuid>,
    /// Versions that an event says were erased when the next one replaced them.
    rewritten: HashSet<(Subject, Uuid, i64)>,
    /// Splits whose parts' words an event says were erased.
    unparted: HashSet<Uuid>,
    /// Texts about which a moderator decided.
    moderated: HashSet<Uuid>,
    /// Subjects that came with an import, which may bring tombstones.
    imported: HashSet<Uuid>,
}

struct Check<'a> {
    ambito: AmbitoId,
    slug: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    fn say(&mut self, code: &'static str, subject: impl ToString, detail: impl ToString) {
        self.problems.push(Problem {
            ambito: self.slug.to_owned(),
            code,
            subject: subject.to_string(),
            detail: detail.to_string(),
        });
    }

    /// Distinct supporters, counted again.
    async fn supporters(&mut self, snapshot: &mut Snapshot) -> Result<(), Declined> {
        let (kept, counted) = audit::supporters(snapshot, self.ambito).await?;
        if kept != counted {
            self.say("count_wrong", "ambito", format!("{kept} supporters, there are {counted}"));
        }
        Ok(())
    }

    /// The chain: every place taken once, every head as computed, the end where the Ambito says.
    async fn chain(
        &mut self,
        snapshot: &mut Snapshot,
        chained: &Chained,
    ) -> Result<Record, Declined> {
        let mut record = Record::default();
        let mut head = GENESIS;
        let mut last = 0;
        loop {
            let page = audit::events(snapshot, self.ambito, last, PAGE).await?;
            if page.is_empty() {
                break;
            }
            for row in page {
                let name = format!("event {}", row.seq);
                if row.seq != last + 1 {
                    self.say("chain_gap", &name, format!("follows {last}"));
                }
                last = row.seq;
                match self.event(&mut record, &row, &head) {
                    Some(computed) if computed.as_slice() == row.head.as_slice() => {}
                    Some(computed) => {
                        let found = format!("head {}, not {}", hex(&row.head), hex(&computed));
                        self.say("event_altered", &name, found);
                    }
                    None => self.say("event_unreadable", &name, "operation, subject or details"),
                }
                // Go on from what is written, so that one altered event is one problem.
                if let Ok(written) = <[u8; 32]>::try_from(row.head.as_slice()) {
                    head = written;
                }
            }
        }
        if last != chained.chain_length || head.as_slice() != chained.chain_head.as_slice() {
            let (here, there) = (hex(&head), hex(&chained.chain_head));
            let found = format!(
                "{last} events ending in {here}, the Ambito says {} ending in {there}",
                chained.chain_length
            );
            self.say("chain_cut", "ambito", found);
        }
        Ok(record)
    }

    /// Takes an event into the record. Returns the head after it.
    fn event(
        &mut self,
        record: &mut Record,
        row: &EventRow,
        previous: &[u8; 32],
    ) -> Option<[u8; 32]> {
        let operation: Operation = row.operation.parse().ok()?;
        let subject: Subject = row.subject.parse().ok()?;
        let details: Details = serde_json::from_str(&row.details).ok()?;
        let forgotten = [EndCause::Changed, EndCause::Gone].map(EndCause::code);
        if subject == Subject::Split
            && details.class.as_deref().is_some_and(|class| forgotten.contains(&class))
        {
            record.unparted.insert(row.subject_id);
        }
        if let Some(text) = details.text {
            let version = details.version.unwrap_or(1);
            // A correction that says so erased the words it replaced.
            if details.class.as_deref() == Some(voices::ERASED) {
                record.rewritten.insert((subject, row.subject_id, version - 1));
            }
            record.texts.insert((subject, row.subject_id, version), text);
        }
        for seal in details.sealed {
            record.seals.insert((seal.what, seal.id), seal.hash);
        }
        match operation {
            Operation::SubmitNeed => {
                record.anonymous.insert(row.subject_id);
            }
            Operation::WithdrawContribution
            | Operation::WithdrawComment
            | Operation::EraseHidden => {
                record.withdrawn.insert(row.subject_id);
            }
            Operation::Moderate | Operation::DecideAppeal => {
                record.moderated.insert(row.subject_id);
            }
            Operation::ImportAmbito => {
                record.imported.insert(row.subject_id);
            }
            _ => {}
        }
        let event = Event {
            seq: row.seq,
            at: row.at,
            operation,
            role: row.role.clone(),
            subject,
            subject_id: row.subject_id,
            details: row.details.clone(),
        };
        Some(event.head(previous))
    }

    /// Compares a text with its event: intact, erased by an event, or altered.
    fn text(
        &mut self,
        record: &mut Seen<'_>,
        key: (Subject, Uuid, i64),
        name: &str,
        salt: Option<&[u8]>,
        empty: bool,
        hash: impl FnOnce(&[u8; 32]) -> [u8; 32],
    ) {
        record.seen.insert(key);
        let expected = record.record.texts.get(&key);
        let Some(salt) = salt else {
            let told =
                record.record.withdrawn.contains(&key.1) || record.record.rewritten.contains(&key);
            if !empty || !told {
                self.say("text_altered", name, "no salt, and no event that erased it");
            }
            return;
        };
        match (<[u8; 32]>::try_from(salt), expected) {
            (Ok(salt), Some(expected)) => {
                let found = hex(&hash(&salt));
                if found != *expected {
                    let found = format!("hash {found}, the event says {expected}");
                    self.say("text_altered", name, found);
                }
            }
            (Ok(_), None) => self.say("text_unrecorded", name, "no event holds its hash"),
            (Err(_), _) => self.say("text_altered", name, "the salt is not 32 bytes"),
        }
    }

    fn missing(&mut self, seen: &Seen<'_>, of: Subject, names: &HashMap<Uuid, i64>) {
        let mut gone: Vec<_> = seen
            .record
            .texts
            .keys()
            .filter(|key| key.0 == of && !seen.seen.contains(key))
            .collect();
        gone.sort_unstable_by_key(|key| (key.1, key.2));
        for (_, id, version) in gone {
            let name = match names.get(id) {
                Some(number) => format!("{} {number}", of.code()),
                None => format!("{} {id}", of.code()),
            };
            self.say("text_missing", name, format!("version {version} is gone"));
        }
    }

    /// Contributions: words, counters, stages, search terms, tombstones.
    async fn voices(&mut self, snapshot: &mut Snapshot, record: &Record) -> Result<(), Declined> {
        let mut seen = Seen { record, seen: HashSet::new() };
        let mut names = HashMap::new();
        let mut after = 0;
        loop {
            let page = audit::voices(snapshot, self.ambito, after, PAGE).await?;
            let (Some(first), Some(last)) = (page.first(), page.last()) else { break };
            let (from, to) = (first.number, last.number);
            after = to;
            let mut terms: HashMap<i64, BTreeMap<String, i64>> = HashMap::new();
            for (number, term, weight) in audit::terms(snapshot, self.ambito, from, to).await? {
                terms.entry(number).or_default().insert(term, weight);
            }
            let mut current: HashMap<i64, RevisionRow> = HashMap::new();
            for row in audit::revisions(snapshot, self.ambito, from, to).await? {
                let name = format!("contribution {} revision {}", row.number, row.revision);
                let key = (Subject::Contribution, row.contribution, row.revision);
                let empty = row.words == Words::default() && row.italian.is_none();
                let salt = row.salt.as_deref();
                self.text(&mut seen, key, &name, salt, empty, |salt| row.words.hash(salt));
                current.insert(row.number, row);
            }
            for voice in page {
                names.insert(voice.id, voice.number);
                let words = current.remove(&voice.number);
                let found = terms.remove(&voice.number).unwrap_or_default();
                self.voice(snapshot, record, &voice, words, &found).await?;
            }
        }
        self.missing(&seen, Subject::Contribution, &names);
        let stray = audit::stray_terms(snapshot, self.ambito).await?;
        if stray > 0 {
            self.say("search_wrong", "ambito", format!("{stray} terms of no contribution"));
        }
        for (number, shelf) in audit::wrong_shelves(snapshot, self.ambito).await? {
            let detail = format!("on the shelf {shelf:?}, which its age does not say");
            self.say("shelf_wrong", format!("contribution {number}"), detail);
        }
        for row in audit::wrong_counts(snapshot, self.ambito).await? {
            let cell = format!(
                "counts of round {} {} {} {} {}",
                row.round, row.kind, row.policy, row.municipality, row.stage
            );
            self.say("count_wrong", cell, format!("{} kept, {} there", row.stored, row.counted));
        }
        Ok(())
    }

    async fn voice(
        &mut self,
        snapshot: &mut Snapshot,
        record: &Record,
        voice: &VoiceRow,
        words: Option<RevisionRow>,
        found: &BTreeMap<String, i64>,
    ) -> Result<(), Declined> {
        let name = format!("contribution {}", voice.number);
        let Ok(standing) = voice.standing.parse::<Standing>() else {
            self.say("row_unreadable", &name, format!("standing {:?}", voice.standing));
            return Ok(());
        };
        let public = standing == Standing::Published;
        let Some(words) = words.filter(|words| words.revision == voice.revision) else {
            let detail = format!("revision {} is gone", voice.revision);
            self.say("text_missing", &name, detail);
            return Ok(());
        };

        let expected = if public {
            let italian = words.italian.as_ref();
            let italian = italian.map(|(title, body)| (title.as_str(), body.as_str()));
            counts::terms(&words.words, &words.language, italian)
        } else {
            BTreeMap::new()
        };
        if expected != *found {
            let detail = format!("{} terms, should be {}", found.len(), expected.len());
            let code = if public { "search_wrong" } else { "search_leaks" };
            self.say(code, &name, detail);
        }
        if public && voice.published_at.is_none() {
            self.say("row_unreadable", &name, "public without a date");
        }

        // Giving back cuts the keys of supports: then the number stays and the rows are gone.
        let cut = ["restituito", "archiviato"].contains(&voice.mark.as_str());
        let supports = match voice.counted_supports {
            0 if cut => voice.supports,
            counted => counted,
        };
        if voice.supports != supports || voice.support_band != counts::band(supports) {
            let detail = format!(
                "{} supports in band {}, there are {}",
                voice.supports, voice.support_band, voice.counted_supports
            );
            self.say("count_wrong", &name, detail);
        }
        if voice.comments != voice.counted_comments {
            let detail =
                format!("{} comments, there are {}", voice.comments, voice.counted_comments);
            self.say("count_wrong", &name, detail);
        }

        let (stage, outcome) = if voice.links > 0 {
            counts::derived(snapshot, voice.id.into()).await?
        } else {
            (Stage::Published, None)
        };
        if voice.stage != stage.code() || voice.outcome.as_deref() != outcome.map(Outcome::code) {
            let detail = format!(
                "{} {:?}, its links say {stage} {:?}",
                voice.stage,
                voice.outcome,
                outcome.map(Outcome::code)
            );
            self.say("stage_wrong", &name, detail);
        }
        let given_back = [RoundMark::GivenBack.code(), RoundMark::Archived.code()];
        if public && outcome.is_none() && given_back.contains(&voice.mark.as_str()) {
            self.say("unanswered", &name, "its round is given back (invariant 5)");
        }

        let told = match standing {
            Standing::InModeration | Standing::Published => true,
            Standing::Withdrawn | Standing::Anonymised => record.withdrawn.contains(&voice.id),
            Standing::Hidden => record.moderated.contains(&voice.id),
        };
        if !told && !record.imported.contains(&voice.id) {
            let detail = format!("{standing} without an event (invariant 3)");
            self.say("tombstone_missing", &name, detail);
        }
        let nameless = voice.author_kind == AuthorKind::Anonymous.code()
            || record.anonymous.contains(&voice.id)
            || matches!(standing, Standing::Withdrawn | Standing::Anonymised);
        if nameless && voice.byline.is_some() {
            self.say("name_leaks", &name, "a name on a text that has none (invariant 11)");
        }
        Ok(())
    }

    async fn comments(&mut self, snapshot: &mut Snapshot, record: &Record) -> Result<(), Declined> {
        let mut seen = Seen { record, seen: HashSet::new() };
        let mut names = HashMap::new();
        let mut after = 0;
        loop {
            let page = audit::comments(snapshot, self.ambito, after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = last.number;
            for row in page {
                names.insert(row.id, row.number);
                let name = format!("comment {}", row.number);
                let key = (Subject::Comment, row.id, row.revision);
                let stance = row.stance.as_deref().map(str::parse::<Stance>);
                let Ok(stance) = stance.transpose() else {
                    self.say("row_unreadable", name, format!("stance {:?}", row.stance));
                    continue;
                };
                let hash = |salt: &[u8; 32]| domain::comments::hash(salt, &row.body, stance);
                // Giving back cuts the keys: then the number stays and the rows are gone.
                let cut = ["restituito", "archiviato"].contains(&row.mark.as_str());
                if row.agreements != row.counted && !(cut && row.counted == 0) {
                    let found = format!("{} agreements, there are {}", row.agreements, row.counted);
                    self.say("count_wrong", &name, found);
                }
                self.text(&mut seen, key, &name, row.salt.as_deref(), row.body.is_empty(), hash);
                let told = match row.standing.parse::<Standing>() {
                    Ok(Standing::InModeration | Standing::Published) => true,
                    Ok(Standing::Withdrawn | Standing::Anonymised) => {
                        record.withdrawn.contains(&row.id)
                    }
                    Ok(Standing::Hidden) => record.moderated.contains(&row.id),
                    Err(_) => false,
                };
                if !told && !record.imported.contains(&row.id) {
                    let detail = format!("{} without an event (invariant 3)", row.standing);
                    self.say("tombstone_missing", name, detail);
                }
            }
        }
        for (id, number, stance, revision, body, salt) in
            audit::earlier_comments(snapshot, self.ambito).await?
        {
            let name = format!("comment {number} revision {revision}");
            let key = (Subject::Comment, id, revision);
            let stance = stance.as_deref().and_then(|code| code.parse().ok());
            let hash = |salt: &[u8; 32]| domain::comments::hash(salt, &body, stance);
            self.text(&mut seen, key, &name, salt.as_deref(), body.is_empty(), hash);
        }
        self.missing(&seen, Subject::Comment, &names);
        Ok(())
    }

    /// Publications of who has been heard: whole steps, never falling, one a day.
    async fn coverage(&mut self, snapshot: &mut Snapshot) -> Result<(), Declined> {
        let mut before: Option<(i64, Moment, Publication)> = None;
        for (round, number, at, text) in store::coverage::checked(snapshot, self.ambito).await? {
            let name = format!("coverage {number} of round {round}");
            let Ok(publication) = serde_json::from_str::<Publication>(&text) else {
                self.say("row_unreadable", name, "no publication");
                continue;
            };
            let whole = publication
                .tables
                .iter()
                .all(|table| table.cells.iter().all(|cell| cell.people % table.step.max(1) == 0));
            if !whole {
                self.say("coverage_tells", &name, "a number is no whole step");
            }
            if let Some((same, then, earlier)) = &before
                && *same == round
            {
                let cells = |publication: &Publication| -> Vec<u32> {
                    let tables = publication.tables.iter().flat_map(|table| &table.cells);
                    tables.map(|cell| cell.people).collect()
                };
                let fell = cells(earlier).iter().zip(cells(&publication)).any(|(a, b)| *a > b);
                if fell || crate::days::day(*then) == crate::days::day(at) {
                    self.say(
                        "coverage_tells",
                        &name,
                        "a number fell, or it is the second of a day",
                    );
                }
            }
            before = Some((round, at, publication));
        }
        Ok(())
    }

    /// Statements: their sentences, and what was voted on them where that is fixed.
    async fn statements(
        &mut self,
        snapshot: &mut Snapshot,
        record: &Record,
    ) -> Result<(), Declined> {
        let mut seen = Seen { record, seen: HashSet::new() };
        let mut names = HashMap::new();
        for row in store::statements::checked(snapshot, self.ambito).await? {
            names.insert(row.id, row.number);
            let name = format!("statement {} of round {}", row.number, row.round);
            let key = (Subject::Statement, row.id, 1);
            let hash = |salt: &[u8; 32]| salted(salt, &[&row.text]);
            self.text(&mut seen, key, &name, Some(row.salt.as_slice()), false, hash);
            let told = row.mark.parse::<RoundMark>().is_ok_and(|mark| match mark {
                RoundMark::InSynthesis | RoundMark::GivenBack | RoundMark::Archived => true,
                RoundMark::Draft | RoundMark::Announced | RoundMark::Suspended => false,
            });
            if row.fixed && !told {
                self.say("votes_leak", &name, "votes are fixed before the synthesis");
            }
            let kept = (row.agree, row.disagree, row.pass);
            let passing = row.votes - row.agreeing - row.disagreeing;
            let there = (Some(row.agreeing), Some(row.disagreeing), Some(passing));
            let counted = row.fixed && row.withdrawn_why.is_none();
            let cut = row.votes == 0;
            if counted && !(kept == there || cut && kept.0.is_some())
                || !counted && kept.0.is_some()
            {
                self.say("count_wrong", &name, format!("{kept:?} kept, there are {there:?}"));
            }
        }
        self.missing(&seen, Subject::Statement, &names);
        Ok(())
    }

    /// Clusters and versions of actions: their words, and what the Tavolo must have.
    async fn decisions(
        &mut self,
        snapshot: &mut Snapshot,
        record: &Record,
    ) -> Result<(), Declined> {
        let mut seen = Seen { record, seen: HashSet::new() };
        let mut names = HashMap::new();
        for row in audit::clusters(snapshot, self.ambito).await? {
            names.insert(row.id, row.number);
            let name = format!("cluster {}", row.number);
            let key = (Subject::Cluster, row.id, row.version);
            let hash = |salt: &[u8; 32]| {
                domain::merging::hash(salt, &row.title, &row.synthesis, &row.reason)
            };
            self.text(&mut seen, key, &name, row.salt.as_deref(), false, hash);
            if row.sources == 0 {
                self.say("sources_missing", name, "a cluster of nothing (invariant 10)");
            }
        }
        for (id, number, version, title, synthesis, reason, salt) in
            store::merge_life::checked_versions(snapshot, self.ambito).await?
        {
            let name = format!("cluster {number} version {version}");
            let hash = |salt: &[u8; 32]| domain::merging::hash(salt, &title, &synthesis, &reason);
            let key = (Subject::Cluster, id, version);
            self.text(&mut seen, key, &name, salt.as_deref(), false, hash);
        }
        for row in audit::versions(snapshot, self.ambito).await? {
            names.insert(row.id, row.number);
            let name = format!("action {} version {}", row.number, row.version);
            let key = (Subject::Action, row.id, row.version);
            seen.seen.insert(key);
            let computed = version_hash(&row.sheet);
            let kept = row.hash.as_slice() == computed.as_slice();
            let told = record.texts.get(&key);
            match told {
                Some(told) if kept && *told == hex(&computed) => {}
                Some(_) => self.say("text_altered", &name, "not the hash it was saved with"),
                None => self.say("text_unrecorded", &name, "no event holds its hash"),
            }
            if row.version != row.current {
                continue;
            }
            let Ok(sheet) = serde_json::from_str::<Sheet>(&row.sheet) else {
                self.say("row_unreadable", name, "not a sheet");
                continue;
            };
            let Ok(state) = row.state.parse::<ActionState>() else {
                self.say("row_unreadable", name, format!("state {:?}", row.state));
                continue;
            };
            let missing = sheet.missing(usize::try_from(row.sources).unwrap_or(0));
            if state == ActionState::AtTable && !missing.is_empty() {
                let codes: Vec<&str> = missing.iter().map(|missing| missing.code()).collect();
                let detail = format!("at the Tavolo without {} (invariant 6)", codes.join(", "));
                self.say("not_ready", name, detail);
            }
        }
        self.missing(&seen, Subject::Cluster, &names);
        self.missing(&seen, Subject::Action, &names);
        Ok(())
    }

    /// Decisions, answers and acts: as they were written, and where they stand.
    async fn seals(&mut self, snapshot: &mut Snapshot, record: &Record) -> Result<(), Declined> {
        for ((what, id), told) in &record.seals {
            let name = format!("{what} {id}");
            let salt = seals::salt(snapshot, *what, *id).await?;
            match (seals::parts(snapshot, *what, *id).await?, salt) {
                (Some(parts), Some(salt)) if seals::hash(&salt, &parts) == *told => {}
                (Some(_), Some(_)) if *what == Sealed::Window => {
                    let found = store::merging::by_ids(snapshot, &[(*id).into()]).await?;
                    let number = found.first().map_or(0, |cluster| cluster.number);
                    let detail = "the objection window ends at another moment than was announced";
                    self.say("window_wrong", format!("cluster {number}"), detail);
                }
                (Some(_), Some(_)) => self.say("text_altered", name, "not as it was sealed"),
                (Some(_), None) => self.say("text_altered", name, "its seal's salt is gone"),
                (None, _) => self.say("text_missing", name, "an event tells of it"),
            }
        }
        for (number, state, last) in seals::wrong_states(snapshot, self.ambito).await? {
            let detail = format!("{state}, the last it passed to is {last}");
            self.say("state_wrong", format!("action {number}"), detail);
        }
        Ok(())
    }

    async fn invariants(&mut self, snapshot: &mut Snapshot) -> Result<(), Declined> {
        for (number, counted, quorum) in audit::without_quorum(snapshot, self.ambito).await? {
            let detail = format!("decided by {counted} of at least {quorum} (invariant 13)");
            self.say("no_quorum", format!("review of action {number}"), detail);
        }
        for (number, version) in audit::wrong_deliberations(snapshot, self.ambito).await? {
            let name = format!("act on action {number}");
            self.say("wrong_version", name, format!("not the hash of {version} (invariant 8)"));
        }
        for (table, id) in audit::without_reason(snapshot, self.ambito).await? {
            self.say("no_reason", format!("{table} {id}"), "no reason is kept (invariant 5)");
        }
        for number in audit::same_decider(snapshot, self.ambito).await? {
            let detail = "an appeal decided by who had decided (case 16)";
            self.say("same_decider", format!("case {number}"), detail);
        }
        for number in audit::soft_words_left(snapshot, self.ambito).await? {
            let detail = "a softer wording that was answered, or whose case is decided, has words";
            self.say("words_left", format!("case {number}"), detail);
        }
        for (table, number) in audit::unheeded(snapshot, self.ambito).await? {
            let detail = "public while a case of present danger waits (case 18)";
            self.say("danger_public", format!("{table} {number}"), detail);
        }
        for (what, id) in store::methods::unsealed(snapshot, self.ambito).await? {
            self.say("text_unrecorded", format!("{what} {id}"), "no event vouches for it");
        }
        for (what, id) in store::links::unsealed(snapshot, self.ambito).await? {
            self.say("text_unrecorded", format!("{what} {id}"), "no event vouches for it");
        }
        for number in store::methods::astray(snapshot, self.ambito).await? {
            let name = format!("amendment {number}");
            self.say("draft_wrong", name, "its verdict and the draft don't agree");
        }
        for number in audit::forgotten(snapshot, self.ambito).await? {
            let name = format!("contribution {number}");
            self.say("case_missing", name, "waits for a moderator without a case");
        }
        Ok(())
    }
}

/// The record, and which of its texts were found.
struct Seen<'a> {
    record: &'a Record,
    seen: HashSet<(Subject, Uuid, i64)>,
}
