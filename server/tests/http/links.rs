//! Links over HTTP: made and taken back by who may, refused to others, faults at their fields.

use super::*;

#[tokio::test]
async fn texts_are_linked_and_the_link_is_taken_back() {
    let site = Tried::new().await;
    let paolo = site.session(PAOLO).await;
    let (need, action) = (path(Page::Need(1)), path(Page::Action(1)));
    let reason = "L'azione fa quello che <b>qui</b> si chiede.";
    let fields = |other: &'static str, form: &'static str| {
        vec![
            ("do", "link"),
            ("relation", "ha_risposta"),
            ("other", other),
            ("link_reason", reason),
            ("form_id", form),
        ]
    };
    let form = "00112233445566778899aabbccddee02";
    let visitor = site.post(&need, None, &fields("azione 1", form)).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    assert!(visitor.location().contains("/accedi"));
    let nadia = site.session(NADIA).await;
    let citizen = site.post(&need, Some(&nadia), &fields("azione 1", form)).await;
    assert_eq!(citizen.status, StatusCode::FORBIDDEN);
    assert!(citizen.body.contains("quello che &lt;b&gt;qui"), "what was written is handed back");
    let wrong = site.post(&need, Some(&paolo), &fields("azione 9999", form)).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("href=\"#other\"") && wrong.body.contains("azione 9999"));
    let nowhere = path(Page::Need(9_999));
    let nowhere = site.post(&nowhere, Some(&paolo), &fields("azione 1", form)).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);

    // Kept before, and gone with the act.
    assert!(!site.get(&action, None).await.body.contains("id=\"links\""));
    for _ in 0..2 {
        let made = site.post(&need, Some(&paolo), &fields("azione 1", form)).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        assert_eq!(made.cookie("__Host-notice").as_deref(), Some("linked"));
    }
    let otherwise = site.post(&need, Some(&paolo), &fields("azione 2", form)).await;
    assert_eq!(otherwise.status, StatusCode::FORBIDDEN, "sent before, with other words");
    for (page, words) in [
        (need.clone(), "<strong>Trova risposta in</strong>"),
        (action.clone(), "<strong>Risponde a</strong>"),
        (path(Page::NeedThread(1)), "<strong>Trova risposta in</strong>"),
        (path(Page::ActionThread(1)), "<strong>Risponde a</strong>"),
    ] {
        let page = site.get(&page, None).await.body;
        assert_eq!(page.matches(words).count(), 1, "{words}");
        assert!(page.contains("quello che &lt;b&gt;qui") && !page.contains("value=\"unlink\""));
    }

    let end = |reason: &'static str, link: &'static str| {
        vec![("do", "unlink"), ("link", link), ("unlink_reason", reason)]
    };
    let silent = site.post(&need, Some(&paolo), &end("", "1")).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.body.contains("href=\"#unlink_reason\""));
    for link in ["2", "x", ""] {
        let none = site.post(&need, Some(&paolo), &end("Non c'entra più niente.", link)).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{link}");
    }
    let gone = site.post(&need, Some(&paolo), &end("Non c'entra più niente.", "1")).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
    assert_eq!(gone.cookie("__Host-notice").as_deref(), Some("unlinked"));
    let again = site.post(&need, Some(&paolo), &end("Non c'entra più niente.", "1")).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN);
    assert!(site.get(&action, None).await.body.contains("Un collegamento tolto"));
}
