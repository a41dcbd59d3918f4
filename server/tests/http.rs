//! The router in process, on the demonstration: every route, every status, headers, cookies.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on should stop")]

#[path = "http/bench.rs"]
mod bench;
#[path = "http/lab_room.rs"]
mod lab_room;
#[path = "http/lab_written.rs"]
mod lab_written;
#[path = "http/links.rs"]
mod links;
#[path = "http/merging.rs"]
mod merging;
#[path = "http/methods.rs"]
mod methods;
#[path = "http/parts.rs"]
mod parts;
#[path = "http/rounds.rs"]
mod rounds;
#[path = "http/thread.rs"]
mod thread;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::render::Assets;
use app::urls::{Lang, Page};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use server::assets::Files;
use server::cache::Pages;
use server::demonstration::FILE;
use server::here::Site;
use server::limits::Limits;
use server::live::Live;
use server::versions::VersionReader;
use server::{chance, clock, router};
use services::Services;
use tower::ServiceExt;

const SLUG: &str = "val-d-arcina";

/// The site on a fresh database with the demonstration in it.
struct Tried {
    router: Router,
    _fresh: store::testing::Fresh,
}

/// An answer, read whole.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    fn cookie(&self, name: &str) -> Option<String> {
        self.headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().unwrap().split(';').next())
            .find_map(|pair| pair.strip_prefix(&format!("{name}=")).map(str::to_owned))
    }
}

impl Tried {
    async fn new() -> Tried {
        Tried::with_tries(1_000).await
    }

    /// The same, with so many tries a minute.
    async fn with_tries(tries: u32) -> Tried {
        let fresh = store::testing::sqlite().await.unwrap();
        let services = Services::new(fresh.db.clone(), chance::system());
        services::import::load_demonstration(&services, FILE, clock::now())
            .await
            .expect("the demonstration loads");
        services::demo::accounts(&services, FILE, clock::now()).await.unwrap();
        let site = Arc::new(Site {
            assets: Assets::default(),
            files: Files::default(),
            versions: VersionReader::start(fresh.db.clone()),
            pages: Pages::new(4),
            limits: Limits::new(tries, None),
            live: Live::default(),
            headers: router::security_headers(),
            origin: "http://127.0.0.1".into(),
            clock: clock::now,
            services,
        });
        Tried { router: router::router(site, Duration::from_secs(20)), _fresh: fresh }
    }

    async fn send(&self, request: axum::http::request::Builder, body: String) -> Answer {
        self.send_from([127, 0, 0, 1], request, body).await
    }

    /// The same from another address.
    async fn send_from(
        &self,
        from: [u8; 4],
        request: axum::http::request::Builder,
        body: String,
    ) -> Answer {
        let mut request = request.body(Body::from(body)).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((from, 9))));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    async fn get(&self, path: &str, session: Option<&str>) -> Answer {
        let mut request = Request::builder().uri(path);
        if let Some(session) = session {
            request = request.header(header::COOKIE, format!("__Host-session={session}"));
        }
        self.send(request, String::new()).await
    }

    async fn post(&self, path: &str, session: Option<&str>, fields: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(session) = session {
            request = request.header(header::COOKIE, format!("__Host-session={session}"));
        }
        self.send(request, serde_urlencoded::to_string(fields).unwrap()).await
    }

    /// Signs in as somebody of the demonstration.
    async fn session(&self, email: &str) -> String {
        let answer = self
            .post(
                &path(Page::SignIn),
                None,
                &[("email", email), ("password", services::demo::PASSWORD), ("form_id", "f")],
            )
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        answer.cookie("__Host-session").expect("a session")
    }

    /// Number of the first contribution of the open consultation whose page has these words.
    async fn number(&self, kind: &str, words: &str) -> i64 {
        let answer = self.get(&format!("/{SLUG}/cerca?q={words}&tipo={kind}"), None).await;
        let route = if kind == "bisogno" { "bisogni" } else { "proposte" };
        let start = format!("/{SLUG}/{route}/");
        answer
            .body
            .split(&start)
            .skip(1)
            .find_map(|rest| {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                digits.parse().ok()
            })
            .unwrap_or_else(|| panic!("nothing found for {words}"))
    }
}

fn path(page: Page) -> String {
    page.path(SLUG, Lang::It)
}

const NADIA: &str = "nadia.rinaldi@posta.example";
const PAOLO: &str = "paolo.zanetti@val-d-arcina.example";
const FRANCO: &str = "franco.gatti@tavolo.val-d-arcina.example";
const CLAUDIA: &str = "claudia.neri@val-d-arcina.example";
const LUCA: &str = "luca.amati@val-d-arcina.example";
const TEUTA: &str = "teuta.hoxha@associazioni.example";
const GIULIA: &str = "giulia.ferretti@val-d-arcina.example";
const ELENA: &str = "elena.marchetti@val-d-arcina.example";
const ANDREA: &str = "andrea.lucarelli@val-d-arcina.example";

const PUBLIC: &[Page] = &[
    Page::Home,
    Page::How,
    Page::Order,
    Page::Territory,
    Page::Bodies,
    Page::Plan,
    Page::Profile,
    Page::Rounds,
    Page::Round(1),
    Page::Round(2),
    Page::Round(3),
    Page::RoundRules(2),
    Page::Coverage(2),
    Page::Needs,
    Page::Proposals,
    Page::Search,
    Page::NewNeed,
    Page::Follow,
    Page::SessionMinutes(1),
    Page::HelpNow,
    Page::ModerationRecord,
    Page::Cluster(1),
    Page::ClusterThread(1),
    Page::Actions,
    Page::Action(1),
    Page::ActionThread(1),
    Page::SignIn,
    Page::Privacy,
    Page::Accessibility,
    Page::Legal,
];

#[tokio::test]
async fn every_public_page_answers_in_both_languages() {
    let site = Tried::new().await;
    for &page in PUBLIC {
        for lang in Lang::ALL {
            let path = page.path(SLUG, lang);
            let answer = site.get(&path, None).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert!(answer.body.contains(&format!("<html lang=\"{}\"", lang.code())), "{path}");
            assert_eq!(answer.body.matches("<h1").count(), 1, "{path}: one h1");
            for forbidden in [" style=\"", "<style", "javascript:", " onclick="] {
                assert!(!answer.body.contains(forbidden), "{path}: {forbidden}");
            }
            let policy = answer.headers["content-security-policy"].to_str().unwrap();
            assert!(!policy.contains("unsafe-inline"), "{path}");
            assert_eq!(answer.headers["x-content-type-options"], "nosniff");
            assert_eq!(answer.headers["referrer-policy"], "same-origin");
        }
    }
}

#[tokio::test]
async fn a_visitors_page_is_kept_and_a_write_drops_it() {
    let site = Tried::new().await;
    let number = site.number("proposta", "telefonata").await;
    let page = path(Page::Proposal(number));
    let before = site.get(&page, None).await;
    let tag = before.headers[header::ETAG].clone();
    let again = site
        .send(Request::builder().uri(&page).header(header::IF_NONE_MATCH, &tag), String::new())
        .await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);

    let nadia = site.session(NADIA).await;
    let comment = "Le telefonate al mattino aiutano molto chi vive da solo.";
    let fields = [
        ("do", "comment"),
        ("comment", comment),
        ("stance", "esperienza"),
        ("form_id", "0123456789abcdef0123456789abcdef"),
    ];
    let done = site.post(&page, Some(&nadia), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let after = site.get(&page, None).await;
    assert!(after.body.contains(comment));
    assert_ne!(after.headers[header::ETAG], tag);
    // Sent twice, there once.
    site.post(&page, Some(&nadia), &fields).await;
    let after = site.get(&page, None).await;
    assert_eq!(after.body.matches(comment).count(), 1);
}

/// Titles of a list, in their order.
fn titles(html: &str) -> Vec<String> {
    let html = scraper::Html::parse_document(html);
    let titles = scraper::Selector::parse(".entry-title").unwrap();
    html.select(&titles).map(|title| title.text().collect()).collect()
}

#[tokio::test]
async fn a_list_begins_elsewhere_for_others_and_is_kept_for_each_turn() {
    let site = Tried::new().await;
    let needs = path(Page::Needs);
    let from = async |address: [u8; 4], path: &str| {
        site.send_from(address, Request::builder().uri(path), String::new()).await
    };
    let mut orders = std::collections::BTreeSet::new();
    for last in 1..=12 {
        let answer = from([192, 0, 2, last], &needs).await;
        assert_eq!(answer.status, StatusCode::OK);
        // No cookie tells visitors apart.
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
        let again = from([192, 0, 2, last], &needs).await;
        assert_eq!(answer.headers[header::ETAG], again.headers[header::ETAG], "the same visitor");
        orders.insert(titles(&answer.body));
    }
    assert!(orders.len() > 3, "only {} orders for twelve visitors", orders.len());
    // Other orders are the same for everybody.
    let newest = format!("{needs}?ordine=recenti");
    let (one, other) = (from([192, 0, 2, 1], &newest).await, from([192, 0, 2, 2], &newest).await);
    assert_eq!(titles(&one.body), titles(&other.body));
    // The way on is an address that holds where one is: it shows the same to whoever has it.
    let first = from([192, 0, 2, 1], &needs).await;
    let next = first.body.split("rel=\"next\" href=\"").nth(1).unwrap();
    let next = next.split('"').next().unwrap().replace("&amp;", "&");
    let (one, other) = (from([192, 0, 2, 1], &next).await, from([192, 0, 2, 2], &next).await);
    assert_eq!(titles(&one.body), titles(&other.body));
    assert!(titles(&one.body).iter().all(|title| !titles(&first.body).contains(title)));
    // What is no place in a list is as if it weren't there.
    let wrong = from([192, 0, 2, 1], &format!("{needs}?da=boh")).await;
    assert_eq!(titles(&wrong.body), titles(&first.body));
}

#[tokio::test]
async fn staff_pages_ask_to_sign_in_and_refuse_who_has_no_role() {
    let site = Tried::new().await;
    let nadia = site.session(NADIA).await;
    for page in [
        Page::Moderation,
        Page::Workbench(2),
        Page::Proportion(2),
        Page::NewCluster(2),
        Page::NewAction,
        Page::Office,
        Page::Table,
        Page::Decision(1),
    ] {
        let visitor = site.get(&path(page), None).await;
        assert_eq!(visitor.status, StatusCode::SEE_OTHER, "{page:?}");
        assert!(visitor.location().starts_with(&path(Page::SignIn)), "{page:?}");
        assert_eq!(site.get(&path(page), Some(&nadia)).await.status, StatusCode::FORBIDDEN);
    }
    let desks = [
        (CLAUDIA, Page::Moderation),
        (PAOLO, Page::Workbench(2)),
        (PAOLO, Page::Proportion(2)),
        (PAOLO, Page::NewAction),
        (LUCA, Page::Office),
        (FRANCO, Page::Table),
    ];
    for (who, page) in desks {
        let session = site.session(who).await;
        assert_eq!(site.get(&path(page), Some(&session)).await.status, StatusCode::OK, "{page:?}");
    }
}

#[tokio::test]
async fn a_need_without_account_gets_a_receipt_that_follows_it() {
    let site = Tried::new().await;
    let need = path(Page::NewNeed);
    let body = "Da due anni assisto mia suocera e di notte non riesco mai a dormire davvero.";
    let fields = [
        ("title", "Di notte non dormo mai"),
        ("body", body),
        ("municipality", "CVN"),
        ("policy", "3.a"),
        ("author_kind", "caregiver"),
        ("step", "check"),
        ("checked", "yes"),
        ("go", "send"),
        ("form_id", "00112233445566778899aabbccddeeff"),
    ];
    let sent = site.post(&need, None, &fields).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
    let code = receipt(&sent.body);
    // Sent twice: the same receipt, not another need.
    let twice = site.post(&need, None, &fields).await;
    assert_eq!(receipt(&twice.body), code);

    let follow = path(Page::Follow);
    let followed = site.post(&follow, None, &[("code", &code), ("form_id", "x")]).await;
    assert_eq!(followed.status, StatusCode::OK);
    assert!(followed.body.contains("Di notte non dormo mai"));
    let wrong = site.post(&follow, None, &[("code", "AAAAA-AAAAA-AAAAA-AAAAA")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Sensitive: nobody finds it yet.
    let search = site.get(&format!("/{SLUG}/cerca?q=suocera"), None).await;
    assert!(!search.body.contains("Di notte non dormo mai"));
}

/// Case 18: help comes at once, at whichever step, and no device keeps the page.
#[tokio::test]
async fn words_of_present_danger_show_help_at_once_and_are_not_kept() {
    let site = Tried::new().await;
    let need = path(Page::NewNeed);
    let body = "Mio marito mi picchia ogni sera e ha detto che stanotte mi ammazza con i bambini.";
    let first = [("title", "Ho paura"), ("body", body), ("step", "words"), ("go", "next")];
    let answer = site.post(&need, None, &first).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    for there in ["href=\"tel:112\"", "href=\"tel:1522\"", "class=\"quick-exit\""] {
        assert!(answer.body.contains(there), "{there}: {}", answer.body);
    }
    let sent = [
        ("title", "Ho paura"),
        ("body", body),
        ("municipality", "CVN"),
        ("policy", "1.1"),
        ("author_kind", "cittadino"),
        ("step", "check"),
        ("checked", "yes"),
        ("go", "send"),
        ("form_id", "00112233445566778899aabbccddee11"),
    ];
    let answer = site.post(&need, None, &sent).await;
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert!(answer.body.contains("href=\"tel:112\"") && answer.body.contains("receipt-code"));
    let search = site.get(&format!("/{SLUG}/cerca?q=picchia+stanotte"), None).await;
    assert!(!search.body.contains("stanotte mi ammazza"));
    let claudia = site.session(CLAUDIA).await;
    let queue = site.get(&path(Page::Moderation), Some(&claudia)).await;
    let alarm = queue.body.find("notice--refusal").expect("an alarm");
    assert!(alarm < queue.body.find("<article").expect("the cases"), "before all cases");
    // Without words of danger a page may be kept for the way back.
    let plain = [("title", "Autobus"), ("body", "poco"), ("step", "words"), ("go", "next")];
    let answer = site.post(&need, None, &plain).await;
    assert_eq!(answer.headers[header::CACHE_CONTROL], "private, no-cache");
    assert!(!answer.body.contains("tel:112\" class") && !answer.body.contains("quick-exit"));
}

/// Case 17: what is found is told before it is sent, and sent as it is only if its author says so.
#[tokio::test]
async fn a_comment_with_somebodys_number_comes_back_before_it_is_sent() {
    let site = Tried::new().await;
    let nadia = site.session(NADIA).await;
    let page = path(Page::Proposal(site.number("proposta", "telefonata").await));
    let comment = "Chiamate mia zia Carla al 333 1234567, risponde sempre.";
    let send = async |act: &str, id: &str| {
        let fields = [("do", act), ("comment", comment), ("stance", "favore"), ("form_id", id)];
        site.post(&page, Some(&nadia), &fields).await
    };
    let told = send("comment", "0123456789abcdef0123456789abcd01").await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told.body.contains("<mark>333 1234567</mark>"), "{}", told.body);
    assert!(told.body.contains("value=\"comment-as-is\"") && told.body.contains(comment));
    let held = send("comment-as-is", "0123456789abcdef0123456789abcd01").await;
    assert_eq!(held.status, StatusCode::SEE_OTHER);
    assert_eq!(held.cookie("__Host-notice").as_deref(), Some("comment-held"));
    let visitor = site.get(&page, None).await;
    assert!(!visitor.body.contains("333 1234567"));
    let help = "Il mio compagno mi ha appena picchiata, ho paura che stanotte mi ammazzi.";
    let fields = [
        ("do", "comment"),
        ("comment", help),
        ("stance", "esperienza"),
        ("form_id", "0123456789abcdef0123456789abcd02"),
    ];
    let answer = site.post(&page, Some(&nadia), &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert!(answer.body.contains("href=\"tel:112\"") && !answer.body.contains(help));
}

fn receipt(html: &str) -> String {
    let is_code = |text: &str| {
        text.len() == 23
            && text.split('-').count() == 4
            && text.chars().all(|c| c == '-' || c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    html.split(|c: char| !(c == '-' || c.is_ascii_alphanumeric()))
        .find(|piece| is_code(piece))
        .unwrap_or_else(|| panic!("no receipt code in {html}"))
        .to_owned()
}

#[tokio::test]
async fn a_form_with_faults_comes_back_with_its_text() {
    let site = Tried::new().await;
    let long = "parola ".repeat(30_000);
    let fields = [
        ("title", "</textarea><script>alert(1)</script>"),
        ("body", long.as_str()),
        ("step", "words"),
        ("go", "next"),
        ("form_id", "f"),
    ];
    let answer = site.post(&path(Page::NewNeed), None, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(long.trim()), "the text is there");
    assert!(!answer.body.contains("<script>alert"), "and does nothing");
}

/// The status says why something was not done; the form comes back with it all the same.
#[tokio::test]
async fn a_refused_form_is_403_and_comes_back_with_its_text() {
    let site = Tried::new().await;
    let paolo = site.session(PAOLO).await;
    let page = path(Page::Proposal(site.number("proposta", "diurno").await));
    let comment = "Questo commento lo scrive chi facilita, e non potrebbe.";
    let fields = [("do", "comment"), ("comment", comment), ("stance", "contro"), ("form_id", "f")];
    let answer = site.post(&page, Some(&paolo), &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("Questo lo fa chi ha un altro ruolo."), "and why");
    // Faults and no refusal: 422.
    let nadia = site.session(NADIA).await;
    let fields = [("do", "comment"), ("comment", ""), ("form_id", "f")];
    let answer = site.post(&page, Some(&nadia), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn too_often_is_429_wherever_it_is_tried() {
    let wrong = [("email", PAOLO), ("password", "sbagliata"), ("form_id", "f")];
    let code = [("code", "AAAAA-AAAAA-AAAAA-AAAAA"), ("form_id", "f")];
    for (page, fields) in [(Page::SignIn, &wrong[..]), (Page::Follow, &code[..])] {
        let site = Tried::with_tries(1).await;
        let mut tried = 0;
        let refused = loop {
            let answer = site.post(&path(page), None, fields).await;
            tried += 1;
            if answer.status != StatusCode::UNPROCESSABLE_ENTITY || tried == 50 {
                break answer;
            }
        };
        assert!(tried > 1, "{page:?}");
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS, "{page:?}");
        assert!(refused.body.contains("Hai provato troppe volte."));
    }
}

#[tokio::test]
async fn what_is_no_form_is_told_so() {
    let site = Tried::new().await;
    let request = Request::builder()
        .method(Method::POST)
        .uri(path(Page::SignIn))
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/json");
    let answer = site.send(request, "{}".into()).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(answer.body.contains("solo i propri moduli"));
    assert!(!answer.body.contains("troppo lungo"));
}

#[tokio::test]
async fn who_signs_in_begins_where_their_work_is() {
    let site = Tried::new().await;
    for (who, page) in [
        (FRANCO, Page::Table),
        (CLAUDIA, Page::Moderation),
        (PAOLO, Page::Workbench(2)),
        (LUCA, Page::Office),
        (GIULIA, Page::Office),
        (NADIA, Page::Mine),
        (TEUTA, Page::Mine),
        (ELENA, Page::Actions),
        (ANDREA, Page::Home),
    ] {
        let password = services::demo::PASSWORD;
        let mut fields = vec![("email", who), ("password", password), ("form_id", "f")];
        let answer = site.post(&path(Page::SignIn), None, &fields).await;
        assert_eq!(answer.location(), path(page), "{who}");
        let session = answer.cookie("__Host-session").unwrap();
        let there = site.get(answer.location(), Some(&session)).await;
        assert_eq!(there.status, StatusCode::OK, "{who}");
        let mine = site.get(&path(Page::Mine), Some(&session)).await;
        let invited = mine.body.contains(&format!("href=\"{}\"", path(Page::NewNeed)));
        let written = site.get(&path(Page::NewNeed), Some(&session)).await;
        assert!(!invited || written.status == StatusCode::OK, "{who}");
        // Who came from a page goes back to it.
        let back = path(Page::Proposals);
        fields.push(("next", &back));
        let answer = site.post(&path(Page::SignIn), None, &fields).await;
        assert_eq!(answer.location(), back, "{who}");
    }
}

#[tokio::test]
async fn the_wizard_offers_only_what_can_be_sent() {
    let site = Tried::new().await;
    let body = "Da due anni assisto mia suocera e di notte non riesco mai a dormire davvero.";
    let written = [
        ("title", "Di notte non dormo mai"),
        ("body", body),
        ("municipality", "CVN"),
        ("policy", "3.b"),
        ("form_id", "f"),
    ];
    let asked = async |who: &str, more: &[(&str, &str)]| {
        let session = site.session(who).await;
        let fields: Vec<_> = written.iter().chain(more).copied().collect();
        site.post(&path(Page::NewNeed), Some(&session), &fields).await
    };
    let choices = |html: &str| values(html, "input[name=signed]");
    let place = [("step", "place"), ("go", "next")];
    for (who, offered) in [(NADIA, &["no", "yes"][..]), (LUCA, &["yes"]), (PAOLO, &["no"])] {
        let answer = asked(who, &place).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(choices(&answer.body), offered, "{who}");
    }
    // Who speaks for an organisation: with a name, or as the organisation.
    let answer = asked(TEUTA, &place).await;
    assert_eq!(choices(&answer.body), ["yes", "no"]);
    let who = |signed: &'static str| {
        [("step", "who"), ("go", "next"), ("author_kind", "cittadino"), ("signed", signed)]
    };
    let answer = asked(TEUTA, &who("no")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "told where it is chosen");
    assert!(answer.body.contains("href=\"#signed\""));
    assert_eq!(asked(TEUTA, &who("yes")).await.status, StatusCode::OK);
    assert_eq!(asked(PAOLO, &who("yes")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// A sheet with all that the Tavolo asks.
fn whole_sheet<'a>(title: &'a str, proposal: &'a str, owner: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("title", title),
        ("contribution", proposal),
        ("owner_organisation", "O17"),
        ("owner_person", owner),
        ("recipients", "Chi assiste in casa una persona non autosufficiente."),
        ("integration", "Sociale e sanitario insieme."),
        ("overlap_outcome", "nessuna_sovrapposizione"),
        ("overlap_note", "Nessun altro servizio lo fa."),
        ("indicator-1", "IND05"),
        ("baseline-1", "74"),
        ("target-1", "180"),
    ]
}

fn values(html: &str, selector: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(html);
    let found = scraper::Selector::parse(selector).unwrap();
    page.select(&found).filter_map(|one| one.value().attr("value").map(str::to_owned)).collect()
}

#[tokio::test]
async fn a_decision_on_an_older_version_comes_back_with_what_was_written() {
    let site = Tried::new().await;
    let (luca, franco) = (site.session(LUCA).await, site.session(FRANCO).await);
    let proposal = site.number("proposta", "diurno").await.to_string();
    let form = site.get(&path(Page::NewAction), Some(&luca)).await;
    let owner = values(&form.body, "#owner_person option").pop().unwrap();
    let mut sheet = whole_sheet("Sollievo il sabato", &proposal, &owner);
    sheet.extend([("go", "save"), ("form_id", "a1")]);
    let made = site.post(&path(Page::NewAction), Some(&luca), &sheet).await;
    let number: i64 = made.location().rsplit('/').next().unwrap().parse().unwrap();
    let mut sheet = whole_sheet("Sollievo il sabato e la domenica", &proposal, &owner);
    sheet.extend([("go", "send"), ("form_id", "a2"), ("version", "1")]);
    let sent = site.post(&path(Page::EditAction(number)), Some(&luca), &sheet).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    // At the Tavolo it is not changed: the refusal says so, and hands back what was written.
    sheet.push(("version", "2"));
    let late = site.post(&path(Page::EditAction(number)), Some(&luca), &sheet).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert!(late.body.contains("al Tavolo di Piano") && late.body.contains("la domenica"));

    let screen = site.get(&path(Page::Decision(number)), Some(&franco)).await;
    let members = values(&screen.body, "input[name=member]");
    let presences: Vec<String> = members.iter().map(|id| format!("presence-{id}")).collect();
    let reason = "Serve a chi assiste da solo e non ha nessuno il fine settimana.";
    let mut fields = vec![("outcome", "ammessa"), ("reason", reason), ("form_id", "d1")];
    fields.extend(members.iter().map(|id| ("member", id.as_str())));
    fields.extend(presences.iter().map(|name| (name.as_str(), "favorevole")));
    let mut stale = fields.clone();
    stale.push(("version", "1"));
    let answer = site.post(&path(Page::Decision(number)), Some(&franco), &stale).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains(reason), "what he wrote is there");
    assert!(answer.body.contains("È cambiato: titolo."), "and what changed");
    assert_eq!(values(&answer.body, "input[name=outcome][checked]"), ["ammessa"]);
    assert_eq!(values(&answer.body, "input[name=version]"), ["2"]);

    // The outcome must be what was voted.
    fields.push(("version", "2"));
    let against: Vec<_> = fields
        .iter()
        .map(|&(name, value)| (name, if value == "favorevole" { "contrario" } else { value }))
        .collect();
    let answer = site.post(&path(Page::Decision(number)), Some(&franco), &against).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("0 a favore, 5 contro"), "the counts are said");
    let done = site.post(&path(Page::Decision(number)), Some(&franco), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    // Decided meanwhile by others: what somebody else wrote is handed back.
    fields.retain(|(name, _)| *name != "form_id");
    let answer = site.post(&path(Page::Decision(number)), Some(&franco), &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(values(&answer.body, "input[name=outcome]").is_empty());
    assert!(answer.body.contains(reason));
}

#[tokio::test]
async fn sources_of_an_action_are_found_and_ticked_without_losing_what_was_written() {
    let site = Tried::new().await;
    let paolo = site.session(PAOLO).await;
    let proposal = site.number("proposta", "diurno").await;
    let page = site.get(&path(Page::Proposal(proposal)), Some(&paolo)).await;
    let begin = format!("{}?s={proposal}", path(Page::NewAction));
    assert!(page.body.contains(&format!("href=\"{begin}\"")), "a proposal's page leads here");
    let form = site.get(&begin, Some(&paolo)).await;
    let ticked = "input[name=contribution][checked]";
    assert_eq!(values(&form.body, ticked), [proposal.to_string()]);
    let others = values(&form.body, "input[name=contribution]:not([checked])");
    assert!(!others.is_empty(), "the newest proposals are offered");
    // Words find others; two more are ticked, and what was written stays.
    let number = proposal.to_string();
    let mut fields = vec![
        ("title", "Sollievo il sabato"),
        ("contribution", number.as_str()),
        ("contribution", others[0].as_str()),
        ("source_query", "trasporto"),
        ("go", "search"),
        ("form_id", "f"),
    ];
    let found = site.post(&begin, Some(&paolo), &fields).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.body);
    assert_eq!(values(&found.body, "#title"), ["Sollievo il sabato"]);
    let mut chosen = values(&found.body, ticked);
    chosen.sort();
    let mut wanted = [number.clone(), others[0].clone()];
    wanted.sort();
    assert_eq!(chosen, wanted);
    assert!(!values(&found.body, "input[name=contribution]:not([checked])").is_empty());
    // The enter key searches when words were typed, and saves when they were not.
    fields.retain(|(name, _)| *name != "go");
    fields.push(("go", "enter"));
    assert_eq!(site.post(&begin, Some(&paolo), &fields).await.status, StatusCode::OK);
    fields.push(("source_found", "trasporto"));
    let saved = site.post(&begin, Some(&paolo), &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    // The workbench leads here with what is chosen there.
    let bench = site.get(&path(Page::Workbench(2)), Some(&paolo)).await;
    assert!(bench.body.contains(&format!("formaction=\"{}\"", path(Page::NewAction))));
}

#[tokio::test]
async fn where_nothing_has_all_words_the_list_says_so() {
    let site = Tried::new().await;
    let found = site.get(&format!("/{SLUG}/cerca?q=cerco+lavoro"), None).await;
    assert!(found.body.contains("questi ne hanno alcune"), "{}", found.body);
    let found = site.get(&format!("/{SLUG}/cerca?q=lavoro"), None).await;
    assert!(!found.body.contains("questi ne hanno alcune"));
}

#[tokio::test]
async fn what_comes_from_another_site_is_refused() {
    let site = Tried::new().await;
    let request = Request::builder()
        .method(Method::POST)
        .uri(path(Page::SignIn))
        .header("sec-fetch-site", "cross-site")
        .header("origin", "https://evil.example")
        .header("host", "127.0.0.1")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = site.send(request, "email=a&password=b".into()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let site = Tried::new().await;
    for path in [
        "/altrove",
        "/val-d-arcina/boh",
        "/val-d-arcina/bisogni/99999",
        "/val-d-arcina/bisogni/abc",
        "/val-d-arcina/en/bisogni",
        "/assets/../../etc/passwd",
        "/assets/nope.css",
    ] {
        assert_eq!(site.get(path, None).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // No such Ambito: that is said above those there are, each with its legal pages.
    let nowhere = site.get("/altrove", None).await.body;
    assert!(nowhere.contains("<h1 dir=\"auto\">Questa pagina non c'è</h1>"), "{nowhere}");
    assert!(nowhere.contains("href=\"/val-d-arcina/accessibilita\""), "{nowhere}");
    assert_eq!(site.get("/healthz", None).await.status, StatusCode::OK);
    let front = site.get("/", None).await;
    assert_eq!(front.status, StatusCode::SEE_OTHER);
    assert_eq!(front.location(), "/val-d-arcina");
    let put = Request::builder().method(Method::PUT).uri(path(Page::Needs));
    assert_eq!(site.send(put, String::new()).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn support_is_given_once_and_taken_back() {
    let site = Tried::new().await;
    let nadia = site.session(NADIA).await;
    let number = site.number("proposta", "diurno").await;
    let page = path(Page::Proposal(number));
    let visitor = site.post(&page, None, &[("do", "support")]).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    assert!(visitor.location().starts_with(&path(Page::SignIn)));
    for _ in 0..2 {
        let given = site.post(&page, Some(&nadia), &[("do", "support")]).await;
        assert_eq!((given.status, given.location()), (StatusCode::SEE_OTHER, page.as_str()));
    }
    let mine = site.get(&path(Page::Mine), Some(&nadia)).await;
    assert!(mine.body.contains(&page));
    let taken = site.post(&page, Some(&nadia), &[("do", "unsupport")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    // An island asks for the same in JSON.
    let request = Request::builder()
        .method(Method::POST)
        .uri(&page)
        .header("sec-fetch-site", "same-origin")
        .header(header::ACCEPT, "application/json")
        .header(header::COOKIE, format!("__Host-session={nadia}"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let json = site.send(request, "do=support".into()).await;
    assert_eq!(json.status, StatusCode::OK);
    let value: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    assert_eq!(value["mine"], true);
}

#[tokio::test]
async fn while_one_writes_the_island_is_told_what_is_alike() {
    let site = Tried::new().await;
    for (kind, title, body) in [
        ("bisogno", "Anziani soli", "Gli anziani soli in frazione restano senza un contatto."),
        ("proposta", "Centro diurno", "Aprire il centro diurno anche il sabato per la demenza."),
    ] {
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("/api/{SLUG}/similar"))
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/json");
        let writing =
            serde_json::json!({ "kind": kind, "title": title, "body": body, "lang": "it" });
        let answer = site.send(request, writing.to_string()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let list: Vec<serde_json::Value> = serde_json::from_str(&answer.body).unwrap();
        assert!(!list.is_empty() && list.len() <= 3, "{kind}: {}", answer.body);
        assert!(list[0]["href"].as_str().unwrap().starts_with(&format!("/{SLUG}/")));
    }
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let site = Tried::new().await;
    let paolo = site.session(PAOLO).await;
    let out = site.post(&path(Page::SignOut), Some(&paolo), &[]).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    let after = site.get(&path(Page::Workbench(2)), Some(&paolo)).await;
    assert_eq!(after.status, StatusCode::SEE_OTHER, "the cookie is worth nothing any more");
    let wrong =
        site.post(&path(Page::SignIn), None, &[("email", PAOLO), ("password", "sbagliata")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.body.contains("sbagliata"), "a password is never drawn again");
}
