//! After a session, over HTTP: minutes are written, read by who was there with the code of a
//! token, and a report that is public changes at once.

use super::*;
use sha2::{Digest, Sha256};
use store::testing::{Value, execute, number};

const CODE: &str = "ABCDE-ABCDE-ABCDE-ABCD0";

/// Laboratorio 1 of the demonstration, ended just now: six of its tokens were handed out.
async fn ended(site: &Tried) {
    let db = &site._fresh.db;
    let sql = "UPDATE lab_sessions SET state = 'verbale_bozza' WHERE number = 1";
    execute(db, sql, vec![]).await.unwrap();
    let sql = "INSERT INTO lab_tokens (session_id, number, code_hash, printed_at, arrived_at, \
        walk_in) SELECT id, 1, $1, held_at, held_at, $2 FROM lab_sessions WHERE number = 1";
    let code = Sha256::digest(CODE.replace('-', "")).to_vec();
    execute(db, sql, vec![Value::Bytes(code), Value::Bool(true)]).await.unwrap();
}

#[tokio::test]
async fn minutes_are_written_read_with_a_code_and_corrected() {
    let site = Tried::new().await;
    ended(&site).await;
    let (desk, page) = (path(Page::SessionMinutesDesk(1)), path(Page::SessionMinutes(1)));
    let paolo = site.session(PAOLO).await;
    let nadia = site.session(NADIA).await;
    assert_eq!(site.get(&desk, None).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get(&desk, Some(&nadia)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        site.get(&path(Page::SessionMinutesDesk(99)), Some(&paolo)).await.status,
        StatusCode::NOT_FOUND
    );
    let begun = site.get(&desk, Some(&paolo)).await;
    assert_eq!(begun.status, StatusCode::OK);
    for said in ["09:00 – Accoglienza", "### Soli in casa", "(9 bollini)", "× 3 bollini = 111"] {
        assert!(begun.body.contains(said), "{said}");
    }
    let yet = site.get(&page, None).await;
    assert!(yet.body.contains("Il verbale non c'è ancora"), "{}", yet.body);

    let write = |words: &'static str, version: &'static str, why: &'static str| {
        vec![("do", "write"), ("words", words), ("version", version), ("why", why)]
    };
    let empty = site.post(&desk, Some(&paolo), &write("", "0", "")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("href=\"#words\""));
    let done = site.post(&desk, Some(&paolo), &write("Eravamo in <b>tanti</b>.", "0", "")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let stale = site.post(&desk, Some(&paolo), &write("Eravamo in pochi, davvero.", "0", "")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("Eravamo in pochi, davvero.") && stale.body.contains("tanti"));
    assert!(!stale.body.contains("<b>tanti"), "hostile words stay words");
    let soon = site.post(&desk, Some(&paolo), &[("do", "approve")]).await;
    assert_eq!(soon.status, StatusCode::FORBIDDEN);
    assert_eq!(
        site.post(&desk, Some(&paolo), &[("do", "send")]).await.status,
        StatusCode::SEE_OTHER
    );

    // Who was there.
    let shut = site.get(&page, Some(&nadia)).await;
    assert!(!shut.body.contains("Eravamo") && shut.body.contains("name=\"token_code\""));
    let open = |code: &'static str| [("do", "open"), ("token_code", code)];
    for wrong in ["", "ABCDE-ABCDE-ABCDE-ABCD1"] {
        let wrong = site.post(&page, None, &open(wrong)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("href=\"#token_code\"") && !wrong.body.contains("Eravamo"));
    }
    let read = site.post(&page, None, &open(CODE)).await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.body);
    assert_eq!(read.headers[header::CACHE_CONTROL], "no-store");
    assert!(read.body.contains("Eravamo in"), "{}", read.body);
    let form = "00112233445566778899aabbccddee55";
    let correct = |words: &'static str| {
        let code = ("token_code", CODE);
        [("do", "correct"), code, ("version", "1"), ("correction", words), ("form_id", form)]
    };
    let silent = site.post(&page, None, &correct("")).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        let sent = site.post(&page, None, &correct("Non eravamo <i>tutti</i>.")).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
        assert!(sent.body.contains("La correzione è arrivata"));
        assert!(sent.body.contains("&lt;i&gt;tutti"), "{}", sent.body);
    }
    let sql = "SELECT COUNT(*) FROM lab_corrections";
    assert_eq!(number(&site._fresh.db, sql, []).await.unwrap(), 1, "sent twice, asked once");
    let without = [("do", "correct"), ("correction", "Ci tengo molto a dirlo")];
    let without = site.post(&page, None, &without).await;
    assert_eq!(without.status, StatusCode::FORBIDDEN);
    assert!(without.body.contains("Ci tengo molto a dirlo"), "handed back");

    // The answer, then, eight days later, the approval.
    let answer = |taken: &'static str, reason: &'static str| {
        [("do", "answer"), ("about", "1"), ("taken-1", taken), ("reason-1", reason)]
    };
    let bare = site.post(&desk, Some(&paolo), &answer("", "")).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("href=\"#taken-1\"") && bare.body.contains("href=\"#reason-1\""));
    let given = site.post(&desk, Some(&paolo), &answer("0", "Sono contati alla porta.")).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.body);
    let sql = "UPDATE lab_sessions SET correct_until = held_at WHERE number = 1";
    execute(&site._fresh.db, sql, vec![]).await.unwrap();
    let late = site.post(&page, None, &correct("Ancora una cosa da dire.")).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert!(late.body.contains("Ancora una cosa da dire."), "{}", late.body);
    let approved = site.post(&desk, Some(&paolo), &[("do", "approve")]).await;
    assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.body);
    for lang in Lang::ALL {
        let public = site.get(&Page::SessionMinutes(1).path(SLUG, lang), None).await;
        assert!(public.body.contains("Sono contati alla porta."), "{}", public.body);
    }
    let told = site.get(&path(Page::Session(1)), None).await;
    assert!(told.body.contains("Soli in casa") && told.body.contains("Eravamo in"));
}

#[tokio::test]
async fn a_code_is_not_guessed_at_leisure() {
    let site = Tried::with_tries(2).await;
    ended(&site).await;
    let page = path(Page::SessionMinutes(1));
    let mut last = StatusCode::OK;
    for _ in 0..4 {
        last = site.post(&page, None, &[("do", "open"), ("token_code", CODE)]).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_report_is_written_anew_and_its_quotations_can_go() {
    let site = Tried::new().await;
    let (desk, page) = (path(Page::SessionReportDesk(2)), path(Page::Session(2)));
    let paolo = site.session(PAOLO).await;
    let nadia = site.session(NADIA).await;
    assert_eq!(site.get(&desk, None).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get(&desk, Some(&nadia)).await.status, StatusCode::FORBIDDEN);
    let minutes = site.get(&path(Page::SessionMinutes(2)), None).await;
    assert_eq!(minutes.status, StatusCode::OK);
    assert!(minutes.body.contains("non c'è un verbale"));
    let before = site.get(&page, None).await;
    assert!(before.body.contains("case vuote") && before.body.contains("Che fine hanno fatto"));
    let write = |learned: &'static str, version: &'static str| {
        [("do", "write"), ("learned", learned), ("changes", "Due telefonate"), ("version", version)]
    };
    let bare = site.post(&desk, Some(&paolo), &write("", "0")).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("href=\"#learned\"") && bare.body.contains("Due telefonate"));
    let done = site.post(&desk, Some(&paolo), &write("Nessuno <u>sapeva</u>", "0")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(site.get(&page, None).await.body.contains("&lt;u&gt;sapeva"), "public at once");
    let stale = site.post(&desk, Some(&paolo), &write("Tutti sapevano", "0")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let again = site.post(&desk, Some(&paolo), &[("do", "give-back")]).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN, "it is given back already");
    let nothing = site.post(&desk, Some(&paolo), &[("do", "end-quote"), ("card", "1")]).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND, "nobody gave leave to quote it");
}
