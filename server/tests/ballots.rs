//! Ballots over HTTP, against the real binary on both databases: prepared, voted in at the last
//! minute by many at once, counted again by `trama tally`.
//!
//! `VOTERS=10000` sends so many; every day it is a few hundred (`end2end/ballots/run.sh`).
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it is wrong")]

mod real;

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Duration, Utc};
use domain::ballots::export::whole;
use domain::ballots::file::read;
use domain::ballots::{Ballot, Choice, Urn, tally};
use real::{BINARY, Database, SLUG, Server, ask, encoded, postgres, run, sign_in, sqlite};
use sha2::{Digest, Sha256};
use sqlx::{Connection, PgConnection, SqliteConnection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

const FACILITATOR: &str = "paolo.zanetti@val-d-arcina.example";
const OFFICE: &str = "luca.amati@val-d-arcina.example";
/// The concertazione of the demonstration: announced, not open yet.
const ROUND: i64 = 3;
/// At once.
const CONNECTIONS: usize = 200;

fn now() -> DateTime<Utc> {
    server::clock::now()
}

/// How many vote.
#[expect(clippy::disallowed_methods, reason = "the great number is asked for by an argument")]
fn wanted() -> usize {
    std::env::var("VOTERS").ok().and_then(|n| n.parse().ok()).unwrap_or(400)
}

// ---- The database, past the server.

enum Hand {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

macro_rules! with {
    ($hand:expr, $c:ident => $body:expr) => {
        match $hand {
            Hand::Sqlite($c) => $body,
            Hand::Postgres($c) => $body,
        }
    };
}

impl Hand {
    async fn at(url: &str) -> Hand {
        if url.starts_with("sqlite:") {
            Hand::Sqlite(SqliteConnection::connect(url).await.unwrap())
        } else {
            Hand::Postgres(PgConnection::connect(url).await.unwrap())
        }
    }

    /// Opens the round an hour ago, until then.
    async fn window(&mut self, closes: DateTime<Utc>) {
        let sql = "UPDATE rounds SET opens_at = $1, closes_at = $2 WHERE number = $3";
        let opens = closes.min(now()) - Duration::hours(1);
        // Whatever was kept in memory of the Ambito is out of date.
        let raise = "UPDATE ambiti SET version = version + 1";
        with!(self, c => {
            sqlx::query(sql).bind(opens).bind(closes).bind(ROUND).execute(&mut *c).await.unwrap();
            sqlx::query(raise).execute(&mut *c).await.unwrap();
        });
    }

    /// People whose identity was seen, each with a session; the token is made of their number.
    async fn people(&mut self, count: usize) -> Vec<Uuid> {
        let ambito = "SELECT id FROM ambiti LIMIT 1";
        let (ambito,): (Uuid,) =
            with!(self, c => sqlx::query_as(ambito).fetch_one(c).await.unwrap());
        let person =
            "INSERT INTO people (id, level, language, created_at) VALUES ($1, 'L2', 'it', $2)";
        let grant = "INSERT INTO grants (ambito_id, person_id, role) VALUES ($1, $2, 'CV')";
        let session = "INSERT INTO sessions (token_hash, person_id, created_at, expires_at) \
                       VALUES ($1, $2, $3, $4)";
        let (at, until) = (now(), now() + Duration::hours(5));
        let ids: Vec<Uuid> = (0..count)
            .map(|n| Uuid::from_u128(0xba11_0000_0000_0000_0000_0000_0000_0000 + n as u128))
            .collect();
        with!(self, c => {
            let mut tx = c.begin().await.unwrap();
            for (n, id) in ids.iter().enumerate() {
                let hash = Sha256::digest(token(n)).to_vec();
                sqlx::query(person).bind(id).bind(at).execute(&mut *tx).await.unwrap();
                sqlx::query(grant).bind(ambito).bind(id).execute(&mut *tx).await.unwrap();
                sqlx::query(session)
                    .bind(hash)
                    .bind(id)
                    .bind(at)
                    .bind(until)
                    .execute(&mut *tx)
                    .await
                    .unwrap();
            }
            tx.commit().await.unwrap();
        });
        ids
    }

    async fn votes(&mut self) -> Vec<(Uuid, String)> {
        let sql = "SELECT voter_id, choice FROM votes";
        with!(self, c => sqlx::query_as(sql).fetch_all(c).await.unwrap())
    }

    async fn declared(&mut self) -> Ballot {
        let sql = "SELECT declared FROM ballots";
        let (text,): (String,) = with!(self, c => sqlx::query_as(sql).fetch_one(c).await.unwrap());
        serde_json::from_str(&text).unwrap()
    }

    /// When votes were given, as the record of events says.
    async fn voted_at(&mut self) -> Vec<DateTime<Utc>> {
        let sql = "SELECT at FROM events WHERE operation = 'vote' ORDER BY seq";
        let rows: Vec<(DateTime<Utc>,)> =
            with!(self, c => sqlx::query_as(sql).fetch_all(c).await.unwrap());
        rows.into_iter().map(|(at,)| at).collect()
    }
}

fn token(n: usize) -> String {
    format!("voter-{n}-{}", "x".repeat(32))
}

// ---- Preparing, over HTTP.

fn path(rest: &str) -> String {
    format!("/{SLUG}{rest}")
}

/// The facilitator declares a ranking of five; the ballot's number.
fn prepared(address: SocketAddr) -> i64 {
    let paolo = sign_in(address, FACILITATOR);
    let page = path(&format!("/percorsi/{ROUND}/votazioni/nuova"));
    let methods = ask(address, &page, Some(&paolo), None).unwrap();
    assert_eq!(methods.status, 200, "{}", methods.body);
    assert!(
        methods.body.contains("metodo=graduatoria") && !methods.body.contains("metodo=bollini")
    );
    let wrong = [("method", "graduatoria"), ("own", "Una")];
    let answer = ask(address, &page, Some(&paolo), Some(&wrong)).unwrap();
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert!(answer.body.contains("error-summary"));
    let form = [
        ("method", "graduatoria"),
        ("title", "Che cosa viene prima nel triennio?"),
        ("own", "La navetta\nIl centro diurno\nLa casa\nLa scuola\nLo sportello"),
        ("form_id", "00112233445566778899aabbccddeeff"),
        ("go", "save"),
    ];
    let answer = ask(address, &page, Some(&paolo), Some(&form)).unwrap();
    assert_eq!(answer.status, 303, "{}", answer.body);
    let to = answer.header("location").unwrap().to_owned();
    // A double click makes no second one.
    let again = ask(address, &page, Some(&paolo), Some(&form)).unwrap();
    assert_eq!(again.header("location"), Some(to.as_str()));
    to.rsplit('/').next().unwrap().parse().unwrap()
}

// ---- Voting, many at once.

/// A vote as it was sent, and what came of it.
#[derive(Debug, Clone)]
struct Sent {
    voter: usize,
    choice: Choice,
    sent: DateTime<Utc>,
    answered: DateTime<Utc>,
    status: u16,
}

/// The places somebody gives, from their number and which of their votes it is.
fn fields(voter: usize, turn: usize) -> (Vec<(String, String)>, Choice) {
    let digest = Sha256::digest(format!("{voter}/{turn}"));
    let mut order: Vec<usize> = (1..=5).collect();
    order.sort_by_key(|n| digest[*n]);
    let named = &order[..2 + usize::from(digest[0] % 4)];
    let pairs = named.iter().zip(1..).map(|(n, place)| (format!("rank-t{n}"), place.to_string()));
    let choice = Choice::Ranking(named.iter().map(|n| vec![format!("t{n}")]).collect());
    (pairs.chain([("do".to_owned(), "vote".to_owned())]).collect(), choice)
}

/// One connection that is kept.
struct Line(TcpStream);

impl Line {
    async fn to(address: SocketAddr) -> Line {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Line(stream)
    }

    /// Posts a form; the status of the answer, which is read to its end.
    async fn post(&mut self, path: &str, cookie: &str, fields: &[(String, String)]) -> u16 {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let body = encoded(&fields);
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.0.write_all(request.as_bytes()).await.unwrap();
        let mut bytes = Vec::new();
        let end = loop {
            if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
            let n = self.0.read_buf(&mut bytes).await.unwrap();
            assert!(n > 0, "the server went away");
        };
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let length: usize = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .map_or(0, |n| n.trim().parse().unwrap());
        while bytes.len() < end + length {
            let n = self.0.read_buf(&mut bytes).await.unwrap();
            assert!(n > 0, "the server went away");
        }
        status
    }
}

/// How long before the closing the last of them begin, and how long they go on, in milliseconds.
const RUSH: (i64, i64) = (300, 700);

/// Everybody votes, some twice, some by a double click on two connections at once; the round
/// closes while the last two fifths rush.
async fn everybody_votes(
    address: SocketAddr,
    ballot: i64,
    voters: usize,
    hand: &mut Hand,
) -> (Vec<Sent>, DateTime<Utc>) {
    let next = Arc::new(AtomicUsize::new(0));
    let early = voters * 6 / 10;
    let (announce, closing) = tokio::sync::watch::channel(None::<DateTime<Utc>>);
    let (told, mut hear) = tokio::sync::mpsc::unbounded_channel::<Sent>();
    for _ in 0..CONNECTIONS {
        let (next, told, mut closing) = (next.clone(), told.clone(), closing.clone());
        tokio::spawn(async move {
            let page = path(&format!("/votazioni/{ballot}"));
            let (mut line, mut second) = (Line::to(address).await, None);
            loop {
                let voter = next.fetch_add(1, Ordering::Relaxed);
                if voter >= voters {
                    break;
                }
                if voter >= early {
                    let closes = closing.wait_for(Option::is_some).await.unwrap().unwrap();
                    let place = (voter - early) as i64 * RUSH.1 / (voters - early) as i64;
                    let at = closes + Duration::milliseconds(place - RUSH.0);
                    let wait = (at - now()).to_std().unwrap_or_default();
                    tokio::time::sleep(wait).await;
                }
                let cookie = format!("__Host-session={}", token(voter));
                for turn in 0..1 + usize::from(voter % 5 == 0) {
                    let (pairs, choice) = fields(voter, turn);
                    let sent = now();
                    let status = if voter % 7 == 0 {
                        // A double click: the same on two connections at once.
                        if second.is_none() {
                            second = Some(Line::to(address).await);
                        }
                        let other = second.as_mut().unwrap();
                        let (one, two) = tokio::join!(
                            line.post(&page, &cookie, &pairs),
                            other.post(&page, &cookie, &pairs)
                        );
                        // Kept if either was.
                        if one == 303 { one } else { two }
                    } else {
                        line.post(&page, &cookie, &pairs).await
                    };
                    let answered = now();
                    told.send(Sent { voter, choice, sent, answered, status }).unwrap();
                }
            }
        });
    }
    drop(told);
    let mut all = Vec::new();
    let mut closes = None;
    while let Some(sent) = hear.recv().await {
        all.push(sent);
        if closes.is_none() && all.len() >= early {
            // The database keeps microseconds.
            let at = domain::time::cut(now() + Duration::seconds(2));
            hand.window(at).await;
            announce.send(Some(at)).unwrap();
            closes = Some(at);
        }
    }
    (all, closes.unwrap())
}

/// What must hold of every acknowledgement, row and event.
async fn compare(hand: &mut Hand, people: &[Uuid], sent: &[Sent], closes: DateTime<Utc>) {
    let mut expected: BTreeMap<Uuid, Choice> = BTreeMap::new();
    let mut sorted = sent.to_vec();
    sorted.sort_by_key(|one| one.sent);
    let (mut kept, mut refused) = (0, 0);
    for one in &sorted {
        match one.status {
            303 => {
                assert!(one.sent < closes, "accepted after closing: {one:?}, closed {closes}");
                expected.insert(people[one.voter], one.choice.clone());
                kept += 1;
            }
            403 => {
                assert!(one.answered >= closes, "refused before closing: {one:?}");
                refused += 1;
            }
            _ => panic!("neither kept nor refused: {one:?}"),
        }
    }
    assert!(kept > 0 && refused > 0, "{kept} kept, {refused} refused: the closing was missed");
    let rows = hand.votes().await;
    let voters: BTreeSet<Uuid> = rows.iter().map(|(voter, _)| *voter).collect();
    assert_eq!(voters.len(), rows.len(), "somebody twice");
    let rows: BTreeMap<Uuid, Choice> = rows
        .into_iter()
        .map(|(voter, choice)| (voter, serde_json::from_str(&choice).unwrap()))
        .collect();
    assert!(rows == expected, "rows and acknowledgements differ");
    for at in hand.voted_at().await {
        assert!(at < closes, "the record of events has a vote at {at}, closed {closes}");
    }
    eprintln!("{kept} votes kept, {refused} refused, {} voters", rows.len());
}

/// The result, from what people were told; the file, and what `trama tally` says of it.
fn recounted(address: SocketAddr, ballot: i64, expected: &str) {
    let luca = sign_in(address, OFFICE);
    let file = path(&format!("/votazioni/{ballot}/schede.json"));
    let early = ask(address, &file, Some(&luca), None).unwrap();
    assert_eq!(early.status, 403, "no file before the result is public");
    let round = path(&format!("/percorsi/{ROUND}"));
    let form = [("act", "start-synthesis"), ("text", "")];
    let answer = ask(address, &round, Some(&luca), Some(&form)).unwrap();
    assert_eq!(answer.status, 303, "{}", answer.body);
    let got = ask(address, &file, None, None).unwrap();
    assert_eq!(got.status, 200);
    assert!(read(&got.body).is_ok());
    let folder = tempfile::tempdir().unwrap();
    let saved = folder.path().join("schede.json");
    std::fs::write(&saved, &got.body).unwrap();
    let counted = Command::new(BINARY).arg("tally").arg(&saved).output().unwrap();
    assert!(counted.status.success());
    assert_eq!(String::from_utf8_lossy(&counted.stdout).trim(), expected);
    let page = path(&format!("/votazioni/{ballot}/risultato"));
    let page = ask(address, &page, None, None).unwrap();
    assert_eq!(page.status, 200);
    let hash = domain::events::hex(&Sha256::digest(got.body.as_bytes()));
    assert!(page.body.contains(&hash), "the page names the file by its hash");
}

async fn last_minute(database: &Database) {
    let voters = wanted();
    let server = Server::start(&database.url);
    let ballot = prepared(server.address);
    let mut hand = Hand::at(&database.url).await;
    let people = hand.people(voters).await;
    hand.window(now() + Duration::hours(1)).await;
    let (sent, closes) = everybody_votes(server.address, ballot, voters, &mut hand).await;
    compare(&mut hand, &people, &sent, closes).await;

    let urn: Urn<Uuid> = hand
        .votes()
        .await
        .into_iter()
        .map(|(voter, choice)| (voter, serde_json::from_str(&choice).unwrap()))
        .collect();
    let expected = tally(&whole(&hand.declared().await, &urn, &[], None)).to_json();
    recounted(server.address, ballot, &expected);
    server.kill();
    run(&database.url, &["check"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn at_the_last_minute_no_vote_is_late_lost_or_twice_on_sqlite() {
    last_minute(&sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn at_the_last_minute_no_vote_is_late_lost_or_twice_on_postgres() {
    let Some(database) = postgres().await else { return };
    last_minute(&database).await;
}

#[test]
fn what_a_visitor_and_a_voter_get() {
    let database = sqlite();
    let server = Server::start(&database.url);
    let address = server.address;
    let ballot = prepared(address);
    let page = path(&format!("/votazioni/{ballot}"));
    let nadia = sign_in(address, "nadia.rinaldi@posta.example");
    let vote = [("do", "vote"), ("rank-t1", "1")];
    // Not open yet; nobody; not allowed to prepare.
    assert_eq!(ask(address, &page, Some(&nadia), Some(&vote)).unwrap().status, 403);
    let anonymous = ask(address, &page, None, Some(&vote)).unwrap();
    assert_eq!(anonymous.status, 303);
    assert!(anonymous.header("location").unwrap().contains("/accedi"));
    let new = path(&format!("/percorsi/{ROUND}/votazioni/nuova"));
    assert_eq!(ask(address, &new, Some(&nadia), None).unwrap().status, 403);
    assert_eq!(ask(address, &path("/votazioni/99"), None, None).unwrap().status, 404);

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        Hand::at(&database.url).await.window(now() + Duration::hours(1)).await;
    });
    let wrong = [("do", "vote"), ("rank-t1", "1"), ("rank-t2", "1")];
    let answer = ask(address, &page, Some(&nadia), Some(&wrong)).unwrap();
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("href=\"#rank-t2\""), "the fault is at the second of the two");
    let answer = ask(address, &page, Some(&nadia), Some(&vote)).unwrap();
    assert_eq!(answer.status, 303, "{}", answer.body);
    let mine = ask(address, &page, Some(&nadia), None).unwrap();
    assert!(mine.body.contains("id=\"mine\"") && mine.body.contains("La navetta"));
    // Who isn't signed in sees the ballot, and no number.
    let seen = ask(address, &page, None, None).unwrap();
    assert_eq!(seen.status, 200);
    assert!(!seen.body.contains("id=\"mine\"") && !seen.body.contains("id=\"so-far\""));
    let result =
        ask(address, &path(&format!("/votazioni/{ballot}/risultato")), None, None).unwrap();
    assert_eq!(result.status, 200);
    assert!(!result.body.contains("schede.json"));
    let gone = [("do", "withdraw")];
    assert_eq!(ask(address, &page, Some(&nadia), Some(&gone)).unwrap().status, 303);
    run(&database.url, &["check"]);
}
