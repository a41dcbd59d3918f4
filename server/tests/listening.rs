//! Statements and coverage through the router, and that the page tells what the binary tells of the
//! exported file.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on should stop")]

use std::io::Write as _;
use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use app::render::Assets;
use app::urls::{Lang, Page};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use domain::opinions::picture::picture;
use domain::opinions::{Opinions, Stance};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::suppression::Shown;
use domain::views::{Groups, RoundAct};
use server::assets::Files;
use server::cache::Pages;
use server::demonstration::FILE;
use server::here::Site;
use server::limits::Limits;
use server::live::Live;
use server::versions::VersionReader;
use server::{chance, clock, router};
use services::{Asking, Services, accounts, round_acts, statements};
use store::testing::{Fresh, Value, execute, number};
use tower::ServiceExt;
use uuid::Uuid;

const SLUG: &str = "val-d-arcina";

struct Tried {
    router: Router,
    services: Services,
    fresh: Fresh,
    /// The open consultation.
    round: i64,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Tried {
    async fn new() -> Tried {
        let fresh = store::testing::sqlite().await.unwrap();
        let services = Services::new(fresh.db.clone(), chance::system());
        services::import::load_demonstration(&services, FILE, clock::now()).await.unwrap();
        services::demo::accounts(&services, FILE, clock::now()).await.unwrap();
        let site = Arc::new(Site {
            assets: Assets::default(),
            files: Files::default(),
            versions: VersionReader::start(fresh.db.clone()),
            pages: Pages::new(4),
            limits: Limits::new(1_000, None),
            live: Live::default(),
            headers: router::security_headers(),
            origin: "http://127.0.0.1".into(),
            clock: clock::now,
            services: services.clone(),
        });
        let router = router::router(site, Duration::from_secs(20));
        let mut tried = Tried { router, services, fresh, round: 0 };
        let sql = "SELECT number FROM rounds WHERE kind = 'consultazione' AND closes_at > $1 \
                   AND mark = 'annunciato'";
        tried.round = number(&tried.fresh.db, sql, [Value::At(clock::now())]).await.unwrap();
        tried
    }

    async fn send(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let mut request = request.body(Body::from(body)).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 9))));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    async fn get(&self, page: Page, session: Option<&str>) -> Answer {
        let mut request = Request::builder().uri(page.path(SLUG, Lang::It));
        if let Some(session) = session {
            request = request.header(header::COOKIE, format!("__Host-session={session}"));
        }
        self.send(request, String::new()).await
    }

    async fn post(&self, page: Page, session: Option<&str>, fields: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(page.path(SLUG, Lang::It))
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(session) = session {
            request = request.header(header::COOKIE, format!("__Host-session={session}"));
        }
        self.send(request, serde_urlencoded::to_string(fields).unwrap()).await
    }

    async fn session(&self, email: &str) -> String {
        let email = format!("{email}.example");
        let password = services::demo::PASSWORD;
        accounts::sign_in(&self.services, &email, password, clock::now()).await.unwrap()
    }

    async fn ask(&self, session: &str) -> Asking {
        let ambito = store::chain::versions(&self.fresh.db).await.unwrap()[0].1;
        let now = clock::now();
        let actor = accounts::actor(&self.services, Some(session), ambito, now).await.unwrap();
        Asking { ambito, actor, now }
    }
}

impl Answer {
    fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }
}

/// Another verified citizen, by number.
async fn somebody(tried: &Tried, like: &Asking, n: u128) -> Asking {
    let person = Uuid::from_u128(0x7000 + n);
    execute(
        &tried.fresh.db,
        "INSERT INTO people (id, level, language, created_at) VALUES ($1, 'L2', 'it', $2)",
        vec![Value::Id(person), Value::At(clock::now())],
    )
    .await
    .unwrap();
    let grant = Grant { role: Role::VerifiedCitizen, body: None, organisation: None };
    let actor = Actor::Person { id: person.into(), level: IdentityLevel::L2, grants: vec![grant] };
    Asking { actor, ..like.clone() }
}

/// What the binary says of a file.
fn opinions(csv: &str) -> Opinions {
    let mut child = Command::new(env!("CARGO_BIN_EXE_trama"))
        .args(["opinions", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(csv.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[tokio::test]
async fn the_page_tells_what_the_binary_tells_of_the_file_it_offers() {
    let tried = Tried::new().await;
    let page = Page::Statements(tried.round);
    let file = Page::StatementVotes(tried.round);
    // Nothing there yet.
    assert_eq!(tried.get(page, None).await.status, StatusCode::NOT_FOUND);
    let paolo = tried.session("paolo.zanetti@val-d-arcina").await;
    assert_eq!(tried.get(page, Some(&paolo)).await.status, StatusCode::OK);
    let wrong = [("do", "add"), ("statement", "No"), ("source", "x"), ("form_id", "f0")];
    let again = tried.post(page, Some(&paolo), &wrong).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("value=\"x\""), "what was written is kept");
    for n in 1..=8 {
        let text = format!("Affermazione di prova numero {n}");
        let form = format!("{n:032x}");
        let fields = [("do", "add"), ("statement", text.as_str()), ("form_id", form.as_str())];
        let done = tried.post(page, Some(&paolo), &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }

    // A visitor reads, and is led to sign in; the page is kept, and has no form.
    let visitor = tried.get(page, None).await;
    assert_eq!(visitor.status, StatusCode::OK);
    assert!(visitor.body.contains("Affermazione di prova numero 8"));
    assert!(!visitor.body.contains("name=\"stance\"") && visitor.body.contains("/accedi"));
    let vote = [("do", "vote"), ("number", "1"), ("stance", "accordo")];
    let sent = tried.post(page, None, &vote).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(sent.location().contains("/accedi"), "{}", sent.location());
    // Paolo runs the round and does not vote in it.
    assert_eq!(tried.post(page, Some(&paolo), &vote).await.status, StatusCode::FORBIDDEN);
    let nadia = tried.session("nadia.rinaldi@posta").await;
    let done = tried.post(page, Some(&nadia), &vote).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(done.location().ends_with("/affermazioni?dopo=1#statement"), "{}", done.location());
    let listed = [("do", "vote"), ("number", "2"), ("stance", "passo"), ("elenco", "1")];
    let done = tried.post(page, Some(&nadia), &listed).await;
    assert!(done.location().ends_with("/affermazioni?elenco=1#s2"), "{}", done.location());
    for wrong in [
        [("do", "vote"), ("number", "99"), ("stance", "accordo")],
        [("do", "vote"), ("number", "1"), ("stance", "boh")],
        [("do", "boh"), ("number", "1"), ("stance", "")],
    ] {
        assert_eq!(tried.post(page, Some(&nadia), &wrong).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(tried.get(file, None).await.status, StatusCode::NOT_FOUND);

    // Two sides, and the round closes.
    let like = tried.ask(&nadia).await;
    for n in 0..44_u128 {
        let ask = somebody(&tried, &like, n).await;
        for statement in 1..=8_i64 {
            let stance = match (n % 2, statement) {
                (_, 1) => Stance::Agree,
                _ if (n as i64 + statement) % 13 == 0 => Stance::Pass,
                (side, _) if side as i64 == statement % 2 => Stance::Agree,
                _ => Stance::Disagree,
            };
            statements::vote(&tried.services, &ask, tried.round, statement, stance).await.unwrap();
        }
    }
    execute(
        &tried.fresh.db,
        "UPDATE rounds SET closes_at = $2 WHERE number = $1",
        vec![Value::Number(tried.round), Value::At(clock::now())],
    )
    .await
    .unwrap();
    let luca = tried.session("luca.amati@val-d-arcina").await;
    let office = tried.ask(&luca).await;
    round_acts::act(&tried.services, &office, tried.round, RoundAct::StartSynthesis, "")
        .await
        .unwrap();

    let csv = tried.get(file, None).await;
    assert_eq!(csv.status, StatusCode::OK);
    assert_eq!(csv.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    assert!(csv.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("attachment"));
    let counted = opinions(&csv.body);
    assert_eq!(counted.participants, 45);
    let view = statements::page(&tried.services, &office, tried.round).await.unwrap();
    let results = view.results.unwrap();
    let Groups::Drawn(shown) = &results.groups else { panic!("{results:?}") };
    assert_eq!(picture(&counted).as_ref(), Some(shown.as_ref()));
    // And it is what stands on the page.
    let html = tried.get(page, None).await.body;
    assert_eq!(html.matches("<ellipse").count(), counted.k);
    for group in &counted.groups {
        assert_eq!(shown.groups[group.id].people, Shown::Exactly(group.size as u32));
        assert!(html.contains(&format!("{} persone", group.size)), "{}", group.size);
    }
    assert!(html.contains("voti.csv"));
    let english = Request::builder().uri(page.path(SLUG, Lang::En));
    let english = tried.send(english, String::new()).await.body;
    assert!(english.contains("Group A") && english.contains("lang=\"it\""));
}

#[tokio::test]
async fn coverage_is_public_and_the_same_for_all_who_ask_on_a_day() {
    let tried = Tried::new().await;
    let page = Page::Coverage(tried.round);
    let first = tried.get(page, None).await;
    assert_eq!(first.status, StatusCode::OK);
    assert!(first.body.contains("Chi manca"));
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM coverage";
    assert_eq!(number(&tried.fresh.db, sql, []).await.unwrap(), 1);
    let luca = tried.session("luca.amati@val-d-arcina").await;
    assert_eq!(tried.get(page, Some(&luca)).await.status, StatusCode::OK);
    assert_eq!(number(&tried.fresh.db, sql, []).await.unwrap(), 1);
    assert_eq!(tried.get(Page::Coverage(99), None).await.status, StatusCode::NOT_FOUND);
    // From the round one gets there.
    let round = tried.get(Page::Round(tried.round), None).await;
    assert!(round.body.contains(&page.path(SLUG, Lang::It)));
}
