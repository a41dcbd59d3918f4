//! Fills a database for measuring: public contributions, comments and supports by the thousand,
//! the same for the same seed, in the open round of an Ambito that was loaded from a file.
//!
//! ```text
//! trama --database-url sqlite://bench.db demo
//! generate --database-url sqlite://bench.db --contributions 100000 --seed 1
//! ```
//!
//! Everything that operations keep in step is kept in step here (chain, counts, words of the
//! search), so that `trama check` has nothing to say afterwards.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use clap::Parser;
use domain::contributions::policy_is_sensitive;
use domain::contributions::{AuthorKind, Channel, Kind, Stage, Standing, Words, salted};
use domain::events::{Details, Subject, hex};
use domain::people::Actor;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::rounds::Opening;
use domain::time::{Moment, cut};
use services::{Chance, Services};
use store::import::{Act, Ground, Rows};
use store::{Db, Tx, counts};
use uuid::Uuid;

#[path = "generate/fragments.rs"]
mod fragments;

use fragments::{ANSWERS, CLOSINGS, COMMENTS, OPENINGS, THEMES, Theme};

/// Adds generated contributions to an Ambito.
#[derive(Debug, Parser)]
struct Wanted {
    /// Database: `sqlite://path` or `postgres://…`.
    #[arg(long)]
    database_url: String,
    /// How many needs and proposals.
    #[arg(long)]
    contributions: i64,
    /// The same seed gives the same texts.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The Ambito, by its slug.
    #[arg(long, default_value = "val-d-arcina")]
    ambito: String,
}

type Failed = Box<dyn std::error::Error>;

/// How many contributions are written in one transaction.
const BATCH: i64 = 4_000;

#[tokio::main]
async fn main() -> ExitCode {
    match generate(Wanted::parse()).await {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(1)
        }
    }
}

async fn generate(wanted: Wanted) -> Result<String, Failed> {
    let db = Db::connect(&wanted.database_url).await?;
    db.migrate().await?;
    let dice = Dice::new(wanted.seed);
    let services = Services::new(db.clone(), dice.chance());
    let mut snapshot = services.look().await?;
    let there = store::import::imported(&mut snapshot, &wanted.ambito).await?;
    let ambito = there.ok_or("there is no such Ambito: load one first")?.ambito;
    let ground = store::import::ground(&mut snapshot, ambito).await?;
    drop(snapshot);
    let mut world = World::of(services, ground, dice, wanted.contributions, ambito)?;
    world.people().await?;
    let mut left = wanted.contributions;
    while left > 0 {
        let now = left.min(BATCH);
        world.batch(now).await?;
        left -= now;
    }
    world.count_supporters().await?;
    db.close().await;
    Ok(format!(
        "{}: {} contributions, {} comments, {} supports by {} people",
        wanted.ambito,
        wanted.contributions,
        world.comments,
        world.supports,
        world.people.len()
    ))
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
#[derive(Debug, Clone)]
struct Dice(Arc<Mutex<u64>>);

impl Dice {
    fn new(seed: u64) -> Self {
        Dice(Arc::new(Mutex::new(seed)))
    }

    fn next(&self) -> u64 {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = *state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to, and without, a number.
    fn below(&self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap_or(0)
    }

    fn one_in(&self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'t, T: ?Sized>(&self, from: &[&'t T]) -> &'t T {
        from[self.below(from.len())]
    }

    fn chance(&self) -> Chance {
        let dice = self.clone();
        Chance::new(move |bytes| {
            for chunk in bytes.chunks_mut(8) {
                chunk.copy_from_slice(&dice.next().to_be_bytes()[..chunk.len()]);
            }
        })
    }
}

struct World {
    services: Services,
    dice: Dice,
    ambito: Uuid,
    permit: Permit,
    round: Uuid,
    opens: Moment,
    latest: Moment,
    policies: Vec<(String, Uuid)>,
    municipalities: Vec<(String, Uuid, i64)>,
    wanted: i64,
    next_number: i64,
    next_comment: i64,
    people: Vec<Uuid>,
    comments: i64,
    supports: i64,
}

/// What one transaction writes.
struct Batch {
    contributions: Rows,
    revisions: Rows,
    authorships: Rows,
    comments: Rows,
    supports: Rows,
    acts: Vec<Act>,
    counts: BTreeMap<store::import::CountCell, i64>,
    terms: Vec<(String, i64, i64)>,
}

impl World {
    fn of(
        services: Services,
        ground: Ground,
        dice: Dice,
        wanted: i64,
        ambito: domain::ids::AmbitoId,
    ) -> Result<Self, Failed> {
        let latest = ground.latest;
        let needs = Opening::Needs.code();
        let open = ground.rounds.iter().find(|(_, opens, closes, opened)| {
            *opens < latest && latest < *closes && opened.contains(needs)
        });
        let &(round, opens, _, _) = open.ok_or("no round was open for needs at its last event")?;
        // Texts on sensitive policies wait for a moderator: these are about the others.
        let policies: Vec<(String, Uuid)> =
            ground.policies.into_iter().filter(|(code, _)| !policy_is_sensitive(code)).collect();
        if policies.is_empty() || ground.municipalities.is_empty() {
            return Err("the Ambito has no policies or no municipalities".into());
        }
        let facts = Facts::of(ambito);
        let permit = permit(&Actor::Installation, Operation::ImportAmbito, &facts, latest)
            .map_err(|refusal| refusal.code())?;
        Ok(World {
            services,
            dice,
            ambito: ambito.uuid(),
            permit,
            round,
            opens,
            latest,
            policies,
            municipalities: ground.municipalities,
            wanted,
            next_number: ground.contributions + 1,
            next_comment: ground.comments + 1,
            people: Vec::new(),
            comments: 0,
            supports: 0,
        })
    }

    /// Verified people without names: a third as many as contributions.
    async fn people(&mut self) -> Result<(), Failed> {
        let mut people = Rows::of("people");
        let mut residents = Rows::of("residents");
        for _ in 0..(self.wanted / 3).max(300) {
            let id: Uuid = self.services.chance.id(self.latest);
            let (_, municipality) = self.municipality();
            people.add([
                ("id", id.into()),
                ("level", "L2".into()),
                ("language", "it".into()),
                ("created_at", self.latest.into()),
            ]);
            residents.add([
                ("person_id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("municipality_id", municipality.into()),
            ]);
            self.people.push(id);
        }
        let mut tx = self.services.begin(self.ambito.into()).await?;
        store::import::write(&mut tx, &self.permit, people).await?;
        store::import::write(&mut tx, &self.permit, residents).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn count_supporters(&self) -> Result<(), Failed> {
        let mut tx = self.services.begin(self.ambito.into()).await?;
        store::counts::recount_supporters(&mut tx, &self.permit).await?;
        tx.commit().await?;
        Ok(())
    }

    /// A municipality, the larger the likelier.
    fn municipality(&self) -> (String, Uuid) {
        let all: i64 = self.municipalities.iter().map(|(_, _, people)| people).sum();
        let mut at = i64::try_from(self.dice.next() % u64::try_from(all.max(1)).unwrap_or(1));
        for (name, id, people) in &self.municipalities {
            match &mut at {
                Ok(at) if *at >= *people => *at -= people,
                _ => return (name.clone(), *id),
            }
        }
        let (name, id, _) = &self.municipalities[0];
        (name.clone(), *id)
    }

    fn person(&self) -> Uuid {
        self.people[self.dice.below(self.people.len())]
    }

    /// A moment between two.
    fn between(&self, from: Moment, to: Moment) -> Moment {
        let micros = (to - from).num_microseconds().unwrap_or(0).max(1);
        let most = usize::try_from(micros).unwrap_or(1);
        let after = i64::try_from(self.dice.below(most)).unwrap_or(0);
        cut(from + chrono::Duration::microseconds(after))
    }

    async fn batch(&mut self, n: i64) -> Result<(), Failed> {
        let mut batch = Batch {
            contributions: Rows::of("contributions"),
            revisions: Rows::of("revisions"),
            authorships: Rows::of("authorships"),
            comments: Rows::of("comments"),
            supports: Rows::of("supports"),
            acts: Vec::new(),
            counts: BTreeMap::new(),
            terms: Vec::new(),
        };
        for _ in 0..n {
            self.contribution(&mut batch);
        }
        let mut tx: Tx = self.services.begin(self.ambito.into()).await?;
        let Batch { contributions, revisions, authorships, comments, supports, .. } = batch;
        for rows in [contributions, revisions, comments, supports, authorships] {
            store::import::write(&mut tx, &self.permit, rows).await?;
        }
        store::import::find_by(&mut tx, &self.permit, batch.terms).await?;
        store::import::count(&mut tx, &self.permit, &batch.counts).await?;
        store::import::record(&mut tx, &self.permit, &batch.acts).await?;
        tx.commit().await?;
        Ok(())
    }

    fn contribution(&mut self, batch: &mut Batch) {
        let number = self.next_number;
        self.next_number += 1;
        let created = self.between(self.opens, self.latest);
        let id: Uuid = self.services.chance.id(created);
        let kind = if self.dice.below(5) < 3 { Kind::Need } else { Kind::Proposal };
        let which = self.dice.below(self.policies.len());
        let (code, policy) = self.policies[which].clone();
        let (place, municipality) = self.municipality();
        let words = self.words(kind, &code, &place);
        let author = AuthorKind::PERSONAL[self.dice.below(AuthorKind::PERSONAL.len())];
        let channel = match self.dice.below(10) {
            0 => Channel::Desk,
            1 => Channel::Paper,
            _ => Channel::Online,
        };
        let supports = self.supporters(batch, id, created);
        let comments = if self.dice.one_in(20) { 1 + self.dice.below(30) } else { 0 };
        for at in 0..comments {
            self.comment(batch, id, created, at);
        }
        self.comments += i64::try_from(comments).unwrap_or(0);
        self.supports += supports;
        batch.contributions.add([
            ("id", id.into()),
            ("ambito_id", self.ambito.into()),
            ("number", number.into()),
            ("round_id", self.round.into()),
            ("kind", kind.code().into()),
            ("policy_id", policy.into()),
            ("municipality_id", municipality.into()),
            ("author_kind", author.code().into()),
            ("channel", channel.code().into()),
            ("assisted", (channel == Channel::Desk).into()),
            ("sensitive", false.into()),
            ("standing", Standing::Published.code().into()),
            ("created_at", created.into()),
            ("published_at", created.into()),
            ("revision", 1_i64.into()),
            ("stage", Stage::Published.code().into()),
            ("supports", supports.into()),
            ("support_band", counts::band(supports).into()),
            ("comments", i64::try_from(comments).unwrap_or(0).into()),
        ]);
        let salt: [u8; 32] = self.services.chance.bytes();
        batch.revisions.add([
            ("contribution_id", id.into()),
            ("revision", 1_i64.into()),
            ("at", created.into()),
            ("language", "it".into()),
            ("title", words.title.as_str().into()),
            ("body", words.body.as_str().into()),
            ("strengths", words.strengths.as_str().into()),
            ("recipients", words.recipients.as_str().into()),
            ("doers", words.doers.as_str().into()),
            ("resources", words.resources.as_str().into()),
            ("salt", salt.into()),
        ]);
        // A need may come without an account; a proposal never does.
        if kind == Kind::Proposal || self.dice.one_in(2) {
            self.authorship(batch, id);
        }
        let details =
            Details { version: Some(1), text: Some(hex(&words.hash(&salt))), ..Details::default() };
        self.act(batch, Subject::Contribution, id, details);
        let cell = (self.round, kind.code(), policy, municipality, Stage::Published.code());
        *batch.counts.entry(cell).or_default() += 1;
        for (term, weight) in counts::terms(&words, "it", None) {
            batch.terms.push((term, number, weight));
        }
    }

    fn authorship(&self, batch: &mut Batch, subject: Uuid) {
        batch.authorships.add([
            ("subject_id", subject.into()),
            ("ambito_id", self.ambito.into()),
            ("person_id", self.person().into()),
        ]);
    }

    fn act(&self, batch: &mut Batch, subject: Subject, id: Uuid, details: Details) {
        batch.acts.push(Act { permit: self.permit.clone(), subject, id, details });
    }

    /// Most texts have few supporters, some many. Returns how many.
    fn supporters(&self, batch: &mut Batch, id: Uuid, created: Moment) -> i64 {
        let supporters = match self.dice.below(100) {
            0..40 => 0,
            40..80 => self.dice.below(4),
            80..99 => self.dice.below(12),
            _ => self.dice.below(150),
        };
        let first = self.dice.below(self.people.len());
        for step in 0..supporters {
            // People side by side in a list whose order means nothing: nobody twice.
            let person = self.people[(first + step) % self.people.len()];
            batch.supports.add([
                ("contribution_id", id.into()),
                ("person_id", person.into()),
                ("at", self.between(created, self.latest).into()),
            ]);
            let details =
                Details { class: Some(Operation::Support.code().to_owned()), ..Details::default() };
            self.act(batch, Subject::Contribution, id, details);
        }
        i64::try_from(supporters).unwrap_or(0)
    }

    fn comment(&mut self, batch: &mut Batch, on: Uuid, after: Moment, nth: usize) {
        let at = self.between(after, self.latest);
        let id: Uuid = self.services.chance.id(at);
        let body = match nth % 3 {
            2 => format!("{} {}", self.dice.pick(ANSWERS), self.dice.pick(COMMENTS)),
            _ => self.dice.pick(COMMENTS).to_owned(),
        };
        let salt: [u8; 32] = self.services.chance.bytes();
        let author = AuthorKind::PERSONAL[self.dice.below(AuthorKind::PERSONAL.len())];
        batch.comments.add([
            ("id", id.into()),
            ("ambito_id", self.ambito.into()),
            ("number", self.next_comment.into()),
            ("contribution_id", on.into()),
            ("author_kind", author.code().into()),
            ("standing", Standing::Published.code().into()),
            ("at", at.into()),
            ("body", body.as_str().into()),
            ("salt", salt.into()),
        ]);
        self.next_comment += 1;
        self.authorship(batch, id);
        let details = Details {
            text: Some(hex(&salted(&salt, &[&body]))),
            others: vec![on],
            ..Details::default()
        };
        self.act(batch, Subject::Comment, id, details);
    }

    /// A text put together from fragments, mostly on the theme of its policy.
    fn words(&self, kind: Kind, policy: &str, place: &str) -> Words {
        let of_policy: Vec<&Theme> =
            THEMES.iter().filter(|theme| theme.policies.contains(&policy)).collect();
        let all: Vec<&Theme> = THEMES.iter().collect();
        let theme = if of_policy.is_empty() || self.dice.one_in(12) {
            self.dice.pick(&all)
        } else {
            self.dice.pick(&of_policy)
        };
        let dice = &self.dice;
        let facts = match kind {
            Kind::Need => theme.lacks,
            Kind::Proposal => theme.ideas,
        };
        let first = dice.below(facts.len());
        let mut sentences = vec![dice.pick(OPENINGS).replace("{place}", place)];
        for step in 0..2 + dice.below(2) {
            sentences.push(facts[(first + step) % facts.len()].to_owned());
        }
        sentences.push(dice.pick(theme.details).to_owned());
        sentences.push(dice.pick(CLOSINGS).replace("{place}", place));
        let body = sentences.join(" ");
        let title = format!("{} {}", dice.pick(theme.titles), dice.pick(&WHERE));
        let title = title.replace("{place}", place);
        match kind {
            Kind::Need => Words { title, body, ..Words::default() },
            Kind::Proposal => {
                Words { title, body, recipients: theme.recipients.to_owned(), ..Words::default() }
            }
        }
    }
}

const WHERE: [&str; 6] =
    ["a {place}", "nelle frazioni", "di sera", "vicino a casa", "per tutti", "anche d'estate"];
