//! A merge over HTTP: proposed, answered by receipt, refused to who may not decide; and applied by
//! the clock, on a page that was kept before.

use store::testing::{Value, execute};

use super::*;

const BODY: &str =
    "Mia madre vive sola in frazione: le serve qualcuno che passi a trovarla ogni giorno.";

/// A need without an account: its code and number.
async fn need(site: &Tried) -> (String, i64) {
    let fields = [
        ("title", "Le serve una visita quotidianissima"),
        ("body", BODY),
        ("municipality", "CVN"),
        ("policy", "3.b"),
        ("author_kind", "caregiver"),
        ("step", "check"),
        ("checked", "yes"),
        ("go", "send"),
        ("form_id", "00112233445566778899aabbccddee00"),
    ];
    let sent = site.post(&path(Page::NewNeed), None, &fields).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
    (receipt(&sent.body), site.number("bisogno", "quotidianissima").await)
}

/// Paolo proposes a merge of it with a proposal; the address of the cluster.
async fn proposed(site: &Tried, need: i64) -> String {
    let paolo = site.session(PAOLO).await;
    let (need, other) = (need.to_string(), site.number("proposta", "telefonata").await.to_string());
    let fields = [
        ("title", "Un contatto al giorno"),
        ("synthesis", "Chi vive solo chiede un contatto ogni giorno."),
        ("reason", "Raccontano la stessa solitudine."),
        ("source", need.as_str()),
        ("source", other.as_str()),
        ("form_id", "00112233445566778899aabbccddee01"),
    ];
    let made = site.post(&path(Page::NewCluster(2)), Some(&paolo), &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    assert_eq!(made.cookie("__Host-notice").as_deref(), Some("clustered"));
    made.location().to_owned()
}

#[tokio::test]
async fn an_author_answers_with_the_receipt_and_another_person_decides() {
    let site = Tried::new().await;
    let (code, number) = need(&site).await;
    let cluster = proposed(&site, number).await;
    let made = cluster.rsplit('/').next().unwrap();
    let source = number.to_string();
    let follow = path(Page::Follow);
    let answer = async |act: &str, field: &str, words: &str| {
        let fields = [
            ("code", code.as_str()),
            ("do", act),
            ("merge", made),
            ("kind", "bisogno"),
            ("source", source.as_str()),
            (field, words),
        ];
        site.post(&follow, None, &fields).await
    };
    let empty = answer("object-merge", "objection", " ").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("href=\"#objection\""));
    let foreign = answer("dissent-merge", "sentence", "parole mai scritte").await;
    assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY);
    // What names somebody comes back once, and is sent as it is only if its author says so.
    let words = "<b>No</b>: chiamate mia zia Carla al 333 1234567, la visita è un'altra cosa.";
    let back = answer("object-merge", "objection", words).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.body.contains("value=\"object-merge-as-is\""), "{}", back.body);
    let held = answer("object-merge-as-is", "objection", words).await;
    assert_eq!(held.status, StatusCode::OK);
    assert_eq!(held.headers[header::CACHE_CONTROL], "no-store");
    assert!(held.body.contains("333 1234567") && !held.body.contains("<b>No</b>"));
    let public = site.get(&cluster, None).await;
    assert!(!public.body.contains("333 1234567"), "held for a person");
    assert!(public.body.contains("Qualcuno si è opposto"));

    let claudia = site.session(CLAUDIA).await;
    let queue = path(Page::Moderation);
    let listed = site.get(&queue, Some(&claudia)).await.body;
    assert!(listed.contains("333 1234567") && !listed.contains("<b>No</b>"));
    let publish = [("do", "publish-reason"), ("cluster", made), ("position", "1")];
    let nadia = site.session(NADIA).await;
    let refused = site.post(&queue, Some(&nadia), &publish).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let published = site.post(&queue, Some(&claudia), &publish).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER);
    let public = site.get(&cluster, None).await.body;
    assert!(public.contains("333 1234567") && !public.contains("<b>No</b>"));

    let decision = [("do", "mediate"), ("decision", "applicato"), ("mediation", "Va bene così.")];
    let visitor = site.post(&cluster, None, &decision).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    assert!(visitor.location().contains("/accedi"));
    let paolo = site.session(PAOLO).await;
    let own = site.post(&cluster, Some(&paolo), &decision).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN);
    assert!(own.body.contains("proposto tu"), "{}", own.body);
    let stranger = [("do", "accept-merge"), ("kind", "bisogno"), ("source", source.as_str())];
    let stranger = site.post(&cluster, Some(&nadia), &stranger).await;
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
    let nothing = site.post(&cluster, Some(&nadia), &[("do", "accept-merge")]).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);

    let sara = site.session("sara.benedetti@val-d-arcina.example").await;
    let silent = [("do", "mediate"), ("decision", "separato"), ("mediation", "")];
    let silent = site.post(&cluster, Some(&sara), &silent).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = site.post(&cluster, Some(&sara), &decision).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(site.get(&cluster, None).await.body.contains("In vigore dal"));
    let again = site.post(&cluster, Some(&sara), &decision).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_kept_page_is_not_shown_beyond_the_end_of_a_window() {
    let site = Tried::new().await;
    let (_, number) = need(&site).await;
    let cluster = proposed(&site, number).await;
    let text = path(Page::Need(number));
    let soon = clock::now() + chrono::Duration::seconds(2);
    let (db, values) = (&site._fresh.db, [Value::At(soon)]);
    let sql = "UPDATE clusters SET closes_at = $1 WHERE state = 'in_opposizione'";
    assert_eq!(execute(db, sql, values).await.unwrap(), 1);
    execute(db, "UPDATE ambiti SET version = version + 1", []).await.unwrap();
    // Kept now.
    assert!(site.get(&cluster, None).await.body.contains("può opporsi"));
    assert!(site.get(&text, None).await.body.contains("Proposto per"));
    tokio::time::sleep(Duration::from_millis(2_200)).await;
    assert!(site.get(&text, None).await.body.contains("Unito in"));
    let page = site.get(&cluster, None).await.body;
    assert!(page.contains("In vigore dal") && !page.contains("chi ha scritto può opporsi"));
}
