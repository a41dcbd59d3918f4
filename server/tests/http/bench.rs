//! The workbench over HTTP: texts go into drafts and out again, two people save at once, and
//! nobody else learns that there is a draft.

use super::*;

const SARA: &str = "sara.benedetti@val-d-arcina.example";

#[tokio::test]
async fn a_draft_is_worked_on_by_several_and_known_to_nobody_else() {
    let site = Tried::new().await;
    let (paolo, sara) = (site.session(PAOLO).await, site.session(SARA).await);
    let one = site.number("proposta", "telefonata").await.to_string();
    let two = site.number("bisogno", "trecento").await.to_string();
    let bench = path(Page::Workbench(2));

    let put = [("atto", "metti"), ("in", "nuova"), ("s", one.as_str())];
    let visitor = site.post(&bench, None, &put).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    assert!(visitor.location().contains("/accedi"));
    let nadia = site.session(NADIA).await;
    assert_eq!(site.post(&bench, Some(&nadia), &put).await.status, StatusCode::FORBIDDEN);
    let done = site.post(&format!("{bench}?politica=3.b&s=9"), Some(&paolo), &put).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(done.location(), format!("{bench}?politica=3.b"));
    assert_eq!(done.cookie("__Host-notice").as_deref(), Some("bench-put"));
    let page = site.get(&bench, Some(&paolo)).await.body;
    let number = page.split("data-draft=\"").nth(1).unwrap().split('"').next().unwrap();
    let draft = path(Page::BenchDraft(2, number.parse().unwrap()));

    // Nobody else knows of it.
    assert_eq!(site.get(&draft, None).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get(&draft, Some(&nadia)).await.status, StatusCode::FORBIDDEN);
    let elsewhere = path(Page::BenchDraft(1, number.parse().unwrap()));
    assert_eq!(site.get(&elsewhere, Some(&paolo)).await.status, StatusCode::NOT_FOUND);

    let nothing = [("atto", "metti"), ("in", number)];
    let nothing = site.post(&bench, Some(&paolo), &nothing).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.body.contains("href=\"#s\""), "{}", nothing.body);
    let more = [("atto", "metti"), ("in", number), ("s", two.as_str()), ("versione", "1")];
    assert_eq!(site.post(&bench, Some(&sara), &more).await.status, StatusCode::SEE_OTHER);

    // Both have read the version of before.
    let version = |body: &str| {
        let field = body.split("name=\"versione\"").nth(1).unwrap();
        field.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let read = version(&site.get(&draft, Some(&paolo)).await.body);
    let saved = |title: &'static str| {
        [("atto", "salva"), ("versione", read.as_str()), ("title", title), ("synthesis", "")]
    };
    let first = site.post(&draft, Some(&paolo), &saved("Un contatto al giorno")).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
    let second = site.post(&draft, Some(&sara), &saved("<b>Una visita</b>")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.body.contains("contatto al giorno") && second.body.contains("Paolo"));
    assert!(second.body.contains("value=\"&lt;b&gt;Una visita&lt;/b&gt;\""), "{}", second.body);
    let unfinished = [("atto", "proponi"), ("versione", &version(&second.body)), ("title", "Uno")];
    let unfinished = site.post(&draft, Some(&sara), &unfinished).await;
    assert_eq!(unfinished.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unfinished.body.contains("href=\"#synthesis\""));

    // What was done last is undone, once.
    let page = site.get(&bench, Some(&sara)).await.body;
    let entry = page.split("name=\"voce\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let undo = [("atto", "annulla"), ("voce", entry)];
    assert_eq!(site.post(&bench, Some(&sara), &undo).await.status, StatusCode::SEE_OTHER);
    let again = site.post(&bench, Some(&sara), &undo).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN, "{}", again.body);
    let unknown = site.post(&bench, Some(&sara), &[("atto", "boh")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);

    // A reason is asked for first, and then needed.
    let alone = site.number("bisogno", "radar").await.to_string();
    let leave = [("atto", "lascia"), ("s", alone.as_str())];
    let asked = site.post(&bench, Some(&paolo), &leave).await;
    assert_eq!(asked.status, StatusCode::OK);
    let leave = [("atto", "lascia"), ("s", alone.as_str()), ("motivo", "altro"), ("parole", "")];
    let silent = site.post(&bench, Some(&paolo), &leave).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let leave = [("atto", "lascia"), ("s", alone.as_str()), ("motivo", "unica")];
    assert_eq!(site.post(&bench, Some(&paolo), &leave).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_draft_says_where_it_comes_from() {
    let site = Tried::new().await;
    let (paolo, sara) = (site.session(PAOLO).await, site.session(SARA).await);
    let one = site.number("proposta", "telefonata").await;
    let two = site.number("bisogno", "trecento").await;
    let bench = format!("{}?in=nuova&poi=bozza", path(Page::Workbench(2)));
    let begun = [("atto", "metti"), ("s", &one.to_string())];
    let begun = site.post(&bench, Some(&paolo), &begun).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    let draft = begun.location();
    let number: i64 = draft.rsplit('/').next().unwrap().parse().unwrap();
    let address = path(Page::DraftSynthesis(2, number));

    // A text is added by its number; what is wrong with it is said beside the field.
    let add = async |typed: &str| {
        let form = [("atto", "aggiungi-testo"), ("testo", typed), ("versione", "99")];
        site.post(draft, Some(&paolo), &form).await
    };
    let (need, kind) = (format!("B {two}"), format!("P {two}"));
    let page = path(Page::Proposal(one));
    for (typed, said) in [
        ("", "Scrivi il numero di un testo"),
        ("dodici", "Scrivi un numero, per esempio 12"),
        ("9999", "Nessun testo ha questo numero"),
        (kind.as_str(), "è dell'altro tipo"),
        (page.as_str(), "è già nella bozza"),
        ("https://altrove.example/x/bisogni/3", "Questo indirizzo non è di un testo"),
    ] {
        let wrong = add(typed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(wrong.body.contains(said), "{typed}: {said}");
        assert!(wrong.body.contains("href=\"#testo\""), "{typed}");
    }
    assert_eq!(add(&need).await.status, StatusCode::SEE_OTHER);
    assert!(site.get(draft, Some(&paolo)).await.body.contains(&format!("data-source=\"{two}\"")));

    let page = site.get(&address, Some(&paolo)).await;
    assert!(page.body.contains("La sintesi non è ancora scritta"), "{}", page.body);
    let synthesis = "Chi vive solo chiede una telefonata. Tutti chiedono trecento euro.";
    let form = [("atto", "sintesi"), ("versione", "1"), ("synthesis", synthesis)];
    let on = site.post(draft, Some(&paolo), &form).await;
    assert_eq!(
        (on.status, on.location()),
        (StatusCode::SEE_OTHER, address.as_str()),
        "{}",
        on.body
    );

    assert_eq!(site.get(&address, None).await.status, StatusCode::SEE_OTHER);
    let nadia = site.session(NADIA).await;
    assert_eq!(site.get(&address, Some(&nadia)).await.status, StatusCode::FORBIDDEN);
    let nowhere = path(Page::DraftSynthesis(2, 999));
    assert_eq!(site.get(&nowhere, Some(&paolo)).await.status, StatusCode::NOT_FOUND);

    let read = |body: &str, number: i64| {
        let field = body.split(&format!("name=\"letto-{number}\"")).nth(1).unwrap();
        field.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let body = site.get(&address, Some(&paolo)).await.body;
    let (mark, other) = (read(&body, one), read(&body, two));
    let (from, letto, also) =
        (format!("from-{one}-1"), format!("letto-{one}"), format!("letto-{two}"));
    let form = |tick: &'static str| {
        [
            ("prima-synthesis", synthesis),
            (letto.as_str(), mark.as_str()),
            (also.as_str(), other.as_str()),
            (from.as_str(), tick),
        ]
    };
    let wrong = site.post(&address, Some(&paolo), &form("7")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = site.post(&address, Some(&paolo), &form("1")).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, draft));
    let stale = site.post(&address, Some(&sara), &form("2")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("Adesso si ritrova in: 1"), "{}", stale.body);
    let page = site.get(draft, Some(&sara)).await.body;
    assert!(page.contains("non ancora raccolte"), "{page}");
    let discard = [("atto", "scarta"), ("versione", "99"), ("synthesis", synthesis)];
    let discard = site.post(draft, Some(&paolo), &discard).await;
    assert_eq!(discard.status, StatusCode::SEE_OTHER, "{}", discard.body);
    let ended = site.post(&address, Some(&sara), &form("2")).await;
    assert_eq!(ended.status, StatusCode::FORBIDDEN);
}
