//! What was answered with success is kept, whatever happens next: the real binary, killed under
//! write load; the sync between a support and its answer, seen from outside; and pages kept by
//! one server that another server's change makes untrue.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it is wrong")]

mod real;

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use real::{BINARY, Database, SLUG, Server, ask, postgres, postgres_server, run, sign_in, sqlite};
use sqlx::{Connection, PgConnection, SqliteConnection};

/// People who may support: citizens and representatives of the demonstration.
const SUPPORTERS: [&str; 6] = [
    "nadia.rinaldi@posta.example",
    "irene.baldini@posta.example",
    "ahmed.rahmani@posta.example",
    "silvia.tosi@associazioni.example",
    "matteo.renzetti@associazioni.example",
    "graziella.monti@associazioni.example",
];
const MODERATOR: &str = "claudia.neri@val-d-arcina.example";

// ---- What the database holds, read past the server.

enum Look {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Look {
    async fn at(url: &str) -> Look {
        if url.starts_with("sqlite:") {
            Look::Sqlite(SqliteConnection::connect(url).await.unwrap())
        } else {
            Look::Postgres(PgConnection::connect(url).await.unwrap())
        }
    }

    async fn pairs(&mut self, sql: &'static str) -> Vec<(String, i64)> {
        match self {
            Look::Sqlite(c) => sqlx::query_as(sql).fetch_all(c).await.unwrap(),
            Look::Postgres(c) => sqlx::query_as(sql).fetch_all(c).await.unwrap(),
        }
    }

    /// Kind and number of what may be supported now.
    async fn open(&mut self) -> Vec<(String, i64)> {
        self.pairs(
            "SELECT c.kind, c.number FROM contributions c JOIN rounds r ON r.id = c.round_id \
             WHERE c.standing = 'pubblicato' AND r.id = \
             (SELECT id FROM rounds WHERE returned_at IS NULL ORDER BY opens_at LIMIT 1) \
             ORDER BY c.number",
        )
        .await
    }

    async fn supports(&mut self) -> BTreeSet<(String, i64)> {
        self.pairs(
            "SELECT i.email, c.number FROM supports s JOIN identities i \
             ON i.person_id = s.person_id JOIN contributions c ON c.id = s.contribution_id \
             WHERE i.email IS NOT NULL",
        )
        .await
        .into_iter()
        .collect()
    }

    async fn titles(&mut self) -> BTreeSet<String> {
        self.pairs("SELECT title, revision FROM revisions")
            .await
            .into_iter()
            .map(|(title, _)| title)
            .collect()
    }
}

fn page_of(kind: &str, number: i64) -> String {
    let list = if kind == "bisogno" || kind == "need" { "bisogni" } else { "proposte" };
    format!("/{SLUG}/{list}/{number}")
}

// ---- Killed under write load.

/// What was answered with success, and what was under way when the server died.
#[derive(Default)]
struct Acknowledged {
    supports: BTreeMap<(String, i64), bool>,
    uncertain: BTreeSet<(String, i64)>,
    needs: BTreeSet<String>,
    refused: u32,
}

/// Writes until the server is gone; records each answer.
fn load(
    address: SocketAddr,
    open: &[(String, i64)],
    round: u32,
    writes: &AtomicU32,
) -> Acknowledged {
    let known = Mutex::new(Acknowledged::default());
    let gone = AtomicBool::new(false);
    let sessions: Vec<(&str, String)> =
        SUPPORTERS.iter().map(|email| (*email, sign_in(address, email))).collect();
    thread::scope(|scope| {
        for (email, cookie) in &sessions {
            let (known, gone) = (&known, &gone);
            scope.spawn(move || {
                for act in ["support", "unsupport"].into_iter().cycle() {
                    for (index, (kind, number)) in open.iter().enumerate() {
                        if gone.load(Ordering::Relaxed) {
                            return;
                        }
                        // What is taken back is every third, so that both ends are seen.
                        if act == "unsupport" && index % 3 != 0 {
                            continue;
                        }
                        let form = [("do", act)];
                        let path = page_of(kind, *number);
                        let answer = ask(address, &path, Some(cookie), Some(&form));
                        let pair = ((*email).to_owned(), *number);
                        let mut known = known.lock().unwrap();
                        match answer {
                            Ok(answer) if answer.status == 303 => {
                                known.supports.insert(pair, act == "support");
                                writes.fetch_add(1, Ordering::Relaxed);
                            }
                            Ok(_) => known.refused += 1,
                            Err(_) => {
                                known.uncertain.insert(pair);
                                gone.store(true, Ordering::Relaxed);
                            }
                        }
                    }
                }
            });
        }
        for writer in 0..2 {
            let (known, gone) = (&known, &gone);
            scope.spawn(move || {
                for n in 0.. {
                    if gone.load(Ordering::Relaxed) {
                        return;
                    }
                    let title = format!("Scritto sotto carico {round}/{writer}/{n}");
                    let form = [
                        ("step", "check"),
                        ("go", "send"),
                        ("checked", "yes"),
                        ("form_id", title.as_str()),
                        ("title", title.as_str()),
                        (
                            "body",
                            "Nella nostra via non passa più l'autobus e chi è anziano resta solo.",
                        ),
                        ("language", "it"),
                        ("municipality", "CVN"),
                        ("policy", "3.b"),
                        ("author_kind", "cittadino"),
                        ("signed", "no"),
                    ];
                    match ask(address, &format!("/{SLUG}/bisogni/nuovo"), None, Some(&form)) {
                        Ok(answer) if answer.status < 400 => {
                            assert!(
                                answer.status == 303 || answer.body.contains("receipt-code"),
                                "a need is answered with its receipt"
                            );
                            known.lock().unwrap().needs.insert(title);
                            writes.fetch_add(1, Ordering::Relaxed);
                        }
                        Ok(_) => known.lock().unwrap().refused += 1,
                        Err(_) => gone.store(true, Ordering::Relaxed),
                    }
                }
            });
        }
    });
    known.into_inner().unwrap()
}

/// A little chance from the clock: when to kill.
fn a_moment(base: u64, spread: u64) -> Duration {
    let nanos = u64::from(Instant::now().elapsed().subsec_nanos())
        ^ (std::ptr::from_ref(&base).addr() as u64)
        ^ u64::from(std::process::id());
    Duration::from_millis(base + nanos.wrapping_mul(2_654_435_761) % spread)
}

async fn killed_under_load(database: &Database) {
    let open = Look::at(&database.url).await.open().await;
    assert!(open.len() > 40, "the open consultation has texts to support: {}", open.len());
    let (mut needs, mut refused) = (BTreeSet::new(), 0);
    let writes = AtomicU32::new(0);
    for round in 0..3 {
        let server = Server::start(&database.url);
        let address = server.address;
        let before = writes.load(Ordering::Relaxed);
        let known = thread::scope(|scope| {
            let loading = scope.spawn(|| load(address, &open, round, &writes));
            // Let it get going first: a kill before the first write shows nothing.
            let since = Instant::now();
            while writes.load(Ordering::Relaxed) < before + 20
                && since.elapsed() < Duration::from_secs(20)
                && !loading.is_finished()
            {
                thread::sleep(Duration::from_millis(5));
            }
            thread::sleep(a_moment(200, 1_500));
            server.kill();
            loading.join().unwrap()
        });
        refused += known.refused;
        needs.extend(known.needs);

        let mut look = Look::at(&database.url).await;
        let (supports, titles) = (look.supports().await, look.titles().await);
        for (pair, given) in &known.supports {
            if !known.uncertain.contains(pair) {
                assert_eq!(supports.contains(pair), *given, "{pair:?}, answered with success");
            }
        }
        for title in &needs {
            assert!(titles.contains(title), "«{title}» was answered with a receipt");
        }
        run(&database.url, &["check"]);
    }
    let writes = writes.into_inner();
    eprintln!("{writes} writes answered with success and kept, {} of them needs", needs.len());
    assert!(writes >= 60, "enough was written to show something: {writes}");
    assert!(!needs.is_empty(), "needs were written too");
    assert_eq!(refused, 0, "nothing was refused");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_answered_is_lost_when_killed_on_sqlite() {
    killed_under_load(&sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_answered_is_lost_when_killed_on_postgres() {
    if let Some(database) = postgres().await {
        killed_under_load(&database).await;
    }
}

// ---- Synced before it is answered.

#[tokio::test]
async fn every_connection_syncs_its_commits() {
    let database = sqlite();
    let store::Db::Sqlite { read, write } = store::Db::connect(&database.url).await.unwrap() else {
        panic!("not SQLite");
    };
    for pool in [read, write] {
        let mut all = Vec::new();
        for _ in 0..pool.options().get_max_connections() {
            let mut connection = pool.acquire().await.unwrap();
            let (level,): (i64,) =
                sqlx::query_as("PRAGMA synchronous").fetch_one(&mut *connection).await.unwrap();
            assert!(level >= 2, "FULL or EXTRA, not {level}");
            let (mode,): (String,) =
                sqlx::query_as("PRAGMA journal_mode").fetch_one(&mut *connection).await.unwrap();
            assert_eq!(mode, "wal");
            all.push(connection);
        }
        assert!(!all.is_empty());
    }
    if let Some(url) = postgres_server() {
        let store::Db::Postgres(pool) = store::Db::connect(&url).await.unwrap() else {
            panic!("not PostgreSQL");
        };
        let mut all = Vec::new();
        for _ in 0..pool.options().get_max_connections() {
            let mut connection = pool.acquire().await.unwrap();
            let (promise,): (String,) = sqlx::query_as("SHOW synchronous_commit")
                .fetch_one(&mut *connection)
                .await
                .unwrap();
            assert_eq!(promise, "on");
            all.push(connection);
        }
    }
    let server = Server::start(&database.url);
    assert_eq!(ask(server.address, "/readyz", None, None).unwrap().status, 200);
}

/// What happened, in the order in which it did, from a trace's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Asked,
    Written,
    Synced,
    Answered,
}

/// Reads one line of `strace -f -y`.
fn seen(line: &str, waiting: &mut BTreeMap<String, bool>) -> Option<Seen> {
    let (thread, call) = line.split_once(' ')?;
    let call = call.trim_start();
    let sync = call.starts_with("fdatasync(") || call.starts_with("fsync(");
    if sync && call.contains("-wal>") {
        if call.contains("<unfinished") {
            waiting.insert(thread.to_owned(), true);
            return None;
        }
        return call.ends_with("= 0").then_some(Seen::Synced);
    }
    if (call.starts_with("<... fdatasync resumed") || call.starts_with("<... fsync resumed"))
        && waiting.remove(thread).is_some()
    {
        return call.ends_with("= 0").then_some(Seen::Synced);
    }
    if call.starts_with("pwrite") && call.contains("-wal>") {
        return Some(Seen::Written);
    }
    let reads = ["recvfrom(", "read(", "<... recvfrom resumed", "<... read resumed"];
    if reads.iter().any(|name| call.starts_with(name)) && call.contains("POST /") {
        return Some(Seen::Asked);
    }
    let sends = ["sendto(", "sendmsg(", "write(", "writev("];
    if sends.iter().any(|name| call.starts_with(name)) && call.contains("HTTP/1.1 303") {
        return Some(Seen::Answered);
    }
    None
}

#[test]
fn between_a_support_and_its_answer_there_is_a_sync() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("strace is not installed: the sync is not looked at");
        return;
    }
    let database = sqlite();
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let mut strace = Command::new("strace");
    strace
        .args(["-f", "-y", "-s", "64", "-e"])
        .arg("trace=pwrite64,pwritev,fdatasync,fsync,sendto,sendmsg,write,writev,recvfrom,read")
        .arg("-o")
        .arg(&trace)
        .arg(BINARY);
    let mut server = Server::start_under(strace, &database.url);
    let cookie = sign_in(server.address, SUPPORTERS[0]);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let open = runtime.block_on(async { Look::at(&database.url).await.open().await });
    // The trace up to here is about signing in.
    thread::sleep(Duration::from_millis(300));
    let before = std::fs::read_to_string(&trace).unwrap().lines().count();
    let mut given = 0;
    for (kind, number) in open.iter().take(5) {
        let form = [("do", "support")];
        let path = page_of(kind, *number);
        let answer = ask(server.address, &path, Some(&cookie), Some(&form)).unwrap();
        assert_eq!(answer.status, 303);
        given += 1;
    }
    thread::sleep(Duration::from_millis(300));
    server.end();

    let text = std::fs::read_to_string(&trace).unwrap();
    let mut waiting = BTreeMap::new();
    let order: Vec<Seen> =
        text.lines().skip(before).filter_map(|line| seen(line, &mut waiting)).collect();
    let mut answered = 0;
    let mut turns = order.split(|one| *one == Seen::Asked);
    turns.next();
    for turn in turns {
        let Some(answer) = turn.iter().position(|one| *one == Seen::Answered) else { continue };
        let written = turn[..answer].iter().rposition(|one| *one == Seen::Written);
        let synced = turn[..answer].iter().rposition(|one| *one == Seen::Synced);
        assert!(written.is_some(), "a support is written before it is answered: {turn:?}");
        assert!(synced > written, "and synced after it is written: {turn:?}");
        answered += 1;
    }
    assert_eq!(answered, given, "every support was seen in the trace: {order:?}");
}

// ---- Two servers on one database.

#[tokio::test(flavor = "multi_thread")]
async fn a_page_kept_by_one_server_follows_what_another_does() {
    let Some(database) = postgres().await else { return };
    let (a, b) = (Server::start(&database.url), Server::start(&database.url));
    let get = |path: &str| {
        let answer = ask(a.address, path, None, None).unwrap();
        let tag = answer.header("etag").map(str::to_owned);
        (answer.status, answer.body, tag)
    };
    let mut look = Look::at(&database.url).await;

    // A support, on a text with enough of them to be counted one by one.
    let counted = look
        .pairs(
            "SELECT c.kind, c.number FROM contributions c JOIN rounds r ON r.id = c.round_id \
             WHERE c.standing = 'pubblicato' AND c.supports >= 5 AND r.id = \
             (SELECT id FROM rounds WHERE returned_at IS NULL ORDER BY opens_at LIMIT 1) \
             ORDER BY c.number",
        )
        .await;
    let given = look.supports().await;
    let (email, kind, number) = counted
        .iter()
        .flat_map(|(kind, number)| SUPPORTERS.map(|email| (email, kind, *number)))
        .find(|(email, _, number)| !given.contains(&((*email).to_owned(), *number)))
        .expect("somebody can still support a text with five supporters or more");
    let path = page_of(kind, number);
    let (status, before, tag) = get(&path);
    assert_eq!(status, 200);
    assert!(tag.is_some(), "the page is one that may be kept");
    assert_eq!(get(&path).1, before, "and is kept");
    let cookie = sign_in(b.address, email);
    let support = ask(b.address, &path, Some(&cookie), Some(&[("do", "support")])).unwrap();
    assert_eq!(support.status, 303);
    assert_ne!(get(&path).1, before, "a support given on B is on A's page at once");
    let withdrawn = ask(b.address, &path, Some(&cookie), Some(&[("do", "unsupport")])).unwrap();
    assert_eq!(withdrawn.status, 303);
    assert_eq!(get(&path).1, before, "and so is taking it back");

    // A text is hidden on B: it is gone from A before the act is answered.
    let title = look
        .pairs(
            "SELECT v.title, c.number FROM contributions c JOIN revisions v \
             ON v.contribution_id = c.id AND v.revision = c.revision \
             WHERE c.standing = 'pubblicato' AND c.kind = 'proposta' ORDER BY c.number LIMIT 1",
        )
        .await;
    let (title, number) = title.first().expect("a proposal");
    let plain = title.split(['\'', '"', '&', '<']).next().unwrap_or(title);
    let (page, list) = (page_of("proposta", *number), format!("/{SLUG}/proposte?ordine=primi"));
    assert!(get(&page).1.contains(plain) && get(&list).1.contains(plain), "{title} is public");
    let flag = [
        ("do", "flag"),
        ("flag_reason", "riconoscibile"),
        ("flag", "Nomina una persona che conosco."),
    ];
    let flagged = ask(b.address, &page, Some(&cookie), Some(&flag)).unwrap();
    assert_eq!(flagged.status, 303);
    let moderator = sign_in(b.address, MODERATOR);
    let cases = look
        .pairs("SELECT cause, number FROM moderation_cases WHERE cause = 'segnalato' AND decided_at IS NULL ORDER BY number DESC")
        .await;
    let case = cases.first().expect("the report is in the queue").1.to_string();
    let decision = [
        ("case", case.as_str()),
        ("revision", "1"),
        ("decision", "oscurato"),
        ("reason_class", "dati_di_terza_persona"),
        ("reason", "Nomina una persona riconoscibile."),
    ];
    let queue = format!("/{SLUG}/lavoro/moderazione");
    let hidden = ask(b.address, &queue, Some(&moderator), Some(&decision)).unwrap();
    assert_eq!(hidden.status, 303, "{}", hidden.body);
    assert!(!get(&page).1.contains(plain), "hidden on B, gone from A");
    assert!(!get(&list).1.contains(plain), "and from A's list");

    // Nadia withdraws her own on B.
    let own = look
        .pairs(
            "SELECT c.kind, c.number FROM contributions c JOIN authorships o ON o.subject_id = c.id \
             JOIN identities i ON i.person_id = o.person_id \
             WHERE i.email = 'nadia.rinaldi@posta.example' AND c.standing = 'pubblicato'",
        )
        .await;
    let (kind, number) = own.first().expect("a text of Nadia's");
    let page = page_of(kind, *number);
    let (_, before, _) = get(&page);
    let words = "Alzheimer";
    assert!(before.contains(words));
    let nadia = sign_in(b.address, SUPPORTERS[0]);
    let gone = ask(b.address, &page, Some(&nadia), Some(&[("do", "withdraw")])).unwrap();
    assert_eq!(gone.status, 303);
    let (_, after, _) = get(&page);
    let main = after.split("<main").nth(1).unwrap_or(&after);
    let quoted = main.split("class=\"voice voice--large\"").nth(1).unwrap_or_default();
    assert!(!quoted.contains(words), "withdrawn on B, gone from A");
    drop((a, b));
    run(&database.url, &["check"]);
}
