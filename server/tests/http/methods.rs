//! Rounds of agreement over HTTP: each of the statuses that can occur.

use super::*;

/// The concertazione of the demonstration.
const ROUND: i64 = 3;
const TEUTA_FORM: &str = "00112233445566778899aabbccddee01";
const WORDS: &str = "Uno: sollievo per chi assiste in casa.\n\nDue: trasporti la sera.";

/// Opens the round, or closes it, past all rules: so many days from now.
async fn window(site: &Tried, from: i64, to: i64) {
    window_of(site, ROUND, from, to).await;
}

/// The same for another round.
async fn window_of(site: &Tried, round: i64, from: i64, to: i64) {
    use store::testing::Value;
    let now = clock::now();
    let days = chrono::Duration::days;
    let values = vec![Value::At(now + days(from)), Value::At(now + days(to)), Value::Number(round)];
    let sql = "UPDATE rounds SET opens_at = $1, closes_at = $2 WHERE number = $3";
    store::testing::execute(&site._fresh.db, sql, values).await.unwrap();
    // As every operation does: what is kept in memory is of a version.
    let sql = "UPDATE ambiti SET version = version + 1";
    store::testing::execute(&site._fresh.db, sql, []).await.unwrap();
}

async fn drafted() -> Tried {
    let site = Tried::new().await;
    let luca = site.session(LUCA).await;
    let fields = [("text", WORDS), ("version", "0"), ("form_id", "f")];
    let done = site.post(&path(Page::EditDraft(ROUND)), Some(&luca), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(done.location(), path(Page::Priorities(ROUND)));
    site
}

#[tokio::test]
async fn the_draft_is_written_before_and_amended_after_the_opening() {
    let site = drafted().await;
    let (luca, teuta) = (site.session(LUCA).await, site.session(TEUTA).await);
    let edit = path(Page::EditDraft(ROUND));
    let stale = [("text", "Altro testo"), ("version", "0"), ("form_id", "f")];
    let answer = site.post(&edit, Some(&luca), &stale).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("trasporti la sera") && answer.body.contains("Altro testo"));
    let answer = site.post(&edit, Some(&luca), &[("text", ""), ("version", "1")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.get(&edit, Some(&teuta)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(site.get(&edit, None).await.status, StatusCode::SEE_OTHER);
    let wrong = site.get(&path(Page::Priorities(1)), None).await;
    assert_eq!(wrong.status, StatusCode::NOT_FOUND, "a consultation has none");

    let new = path(Page::NewAmendment(ROUND));
    let asked = format!("{new}?paragrafo=2");
    assert_eq!(site.get(&asked, Some(&teuta)).await.status, StatusCode::FORBIDDEN, "not open yet");
    window(&site, -1, 9).await;
    let form = site.get(&asked, Some(&teuta)).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.body);
    assert!(form.body.contains("Shqiponja"));
    let fields = [
        ("kind", "sostituisce"),
        ("paragraph", "2"),
        ("text", "Due: trasporti la sera e la domenica."),
        ("reason", "La domenica non passa niente."),
        ("version", "1"),
        ("form_id", TEUTA_FORM),
    ];
    let done = site.post(&new, Some(&teuta), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let amendment = done.location().to_owned();
    let twice = site.post(&new, Some(&teuta), &fields).await;
    assert_eq!(twice.location(), amendment, "sent twice, there once");
    let page = site.get(&amendment, None).await;
    assert!(page.body.contains("<ins>") && page.body.contains("Shqiponja"), "{}", page.body);

    let late = site.post(&edit, Some(&luca), &[("text", "Altro"), ("version", "1")]).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert!(late.body.contains("Altro"), "what was written is handed back");
    let nothing = [("do", "reject"), ("reason", ""), ("version", "1")];
    let answer = site.post(&amendment, Some(&luca), &nothing).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = site.post(&amendment, Some(&teuta), &[("do", "accept"), ("version", "1")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let done = site.post(&amendment, Some(&luca), &[("do", "accept"), ("version", "1")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let draft = site.get(&path(Page::Priorities(ROUND)), None).await;
    assert!(draft.body.contains("la sera e la domenica"), "kept pages are dropped");
    let older = site.get(&format!("{}?versione=1", path(Page::Priorities(ROUND))), None).await;
    assert!(older.body.contains("trasporti la sera.") && older.status == StatusCode::OK);
}

#[tokio::test]
async fn positions_resources_and_minutes() {
    let site = drafted().await;
    let (luca, teuta, nadia) =
        (site.session(LUCA).await, site.session(TEUTA).await, site.session(NADIA).await);
    let positions = path(Page::Positions(ROUND));
    let early = [
        ("do", "state"),
        ("subject", "0"),
        ("stance", "contraria"),
        ("reason", "Così non va bene."),
    ];
    let answer = site.post(&positions, Some(&teuta), &early).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("Così non va bene."), "what was written is handed back");
    window(&site, -1, 9).await;
    let mute = [("do", "state"), ("subject", "0"), ("stance", "contraria"), ("reason", "")];
    let answer = site.post(&positions, Some(&teuta), &mute).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("id=\"reason-error\""), "the fault stands beside its field");
    assert_eq!(site.post(&positions, Some(&nadia), &early).await.status, StatusCode::FORBIDDEN);
    assert_eq!(site.post(&positions, None, &early).await.status, StatusCode::SEE_OTHER);
    let done = site.post(&positions, Some(&teuta), &early).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(site.get(&positions, None).await.body.contains("Così non va bene."));

    // This concertazione opens no resources.
    let resources = site.get(&path(Page::Resources(ROUND)), None).await;
    assert_eq!(resources.status, StatusCode::NOT_FOUND);

    let guests = path(Page::Guests(ROUND));
    let fields = [("do", "invite"), ("guest", "O05"), ("about", "guests")];
    assert_eq!(site.post(&guests, Some(&teuta), &fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(site.post(&guests, Some(&luca), &fields).await.status, StatusCode::SEE_OTHER);
    let public = site.get(&guests, None).await;
    assert!(public.body.contains("Shqiponja") && !public.body.contains("Teuta"));

    let minutes = path(Page::Minutes(ROUND));
    let words = "Tre incontri, il testo letto insieme, una posizione contraria che resta scritta.";
    let full = [("ending", "accordo"), ("minutes", words), ("version", "0")];
    assert_eq!(site.post(&minutes, Some(&luca), &full).await.status, StatusCode::FORBIDDEN);
    window(&site, -9, -1).await;
    let answer = site.post(&minutes, Some(&luca), &full).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let partial = [("ending", "accordo_con_riserve"), ("minutes", words), ("version", "0")];
    let done = site.post(&minutes, Some(&luca), &partial).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let other = [("ending", "disaccordo"), ("minutes", words), ("version", "0")];
    let stale = site.post(&minutes, Some(&luca), &other).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let round = site.get(&path(Page::Round(ROUND)), None).await;
    assert!(round.body.contains(&minutes), "the round links to it");
}

/// The co-progettazione of the demonstration, opened with Teuta's organisation admitted.
async fn designing() -> (Tried, String, String) {
    let site = Tried::new().await;
    let (luca, teuta) = (site.session(LUCA).await, site.session(TEUTA).await);
    let fields = [("do", "invite"), ("guest", "O05"), ("about", "guests")];
    let done = site.post(&path(Page::Guests(DESIGN)), Some(&luca), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    window_of(&site, DESIGN, -1, 9).await;
    (site, luca, teuta)
}

const DESIGN: i64 = 4;

#[tokio::test]
async fn a_shared_draft_is_written_and_consented_to() {
    let (site, luca, teuta) = designing().await;
    let draft = path(Page::SharedDraft(DESIGN));
    let new = path(Page::NewSection(DESIGN));
    let nadia = site.session(NADIA).await;
    assert_eq!(site.get(&new, Some(&nadia)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(site.get(&new, None).await.status, StatusCode::SEE_OTHER);
    let nameless = [("title", ""), ("text", "Lunedì"), ("version", "0"), ("form_id", "f")];
    let answer = site.post(&new, Some(&teuta), &nameless).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Lunedì"));
    let fields =
        [("title", "Orari"), ("text", "Lunedì."), ("version", "0"), ("form_id", TEUTA_FORM)];
    let done = site.post(&new, Some(&teuta), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let section = done.location().to_owned();
    assert_eq!(site.post(&new, Some(&teuta), &fields).await.location(), section);

    let edit = format!("{section}/testo");
    let prepared = [
        ("title", "Orari"),
        ("text", "Lunedì e giovedì."),
        ("why", "Due giorni"),
        ("version", "1"),
    ];
    let done = site.post(&edit, Some(&luca), &prepared).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let late =
        [("title", "Orari"), ("text", "Lunedì e sabato."), ("why", "Il sabato"), ("version", "1")];
    let stale = site.post(&edit, Some(&teuta), &late).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("giovedì") && stale.body.contains("sabato"), "both texts");

    let mute = [("consent", "obiezione"), ("reason", ""), ("version", "2")];
    let answer = site.post(&section, Some(&teuta), &mute).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let old = [("consent", "obiezione"), ("reason", "Il lunedì no."), ("version", "1")];
    let answer = site.post(&section, Some(&teuta), &old).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Il lunedì no."));
    let objects = [("consent", "obiezione"), ("reason", "Il lunedì no."), ("version", "2")];
    let done = site.post(&section, Some(&teuta), &objects).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let whole = site.get(&draft, None).await;
    assert!(whole.body.contains("Il lunedì no."), "an objection stands with the draft");
    assert!(!whole.body.contains("id=\"balance\""));
    assert!(site.get(&draft, Some(&luca)).await.body.contains("id=\"balance\""));
    let remind = [("do", "remind"), ("partner", "O05")];
    assert_eq!(site.post(&draft, Some(&luca), &remind).await.status, StatusCode::FORBIDDEN);
    assert_eq!(site.post(&draft, Some(&teuta), &remind).await.status, StatusCode::FORBIDDEN);

    let budget = path(Page::Budget(DESIGN));
    let wrong = [("do", "add"), ("what", "Carburante"), ("amount", "molto"), ("form_id", "f")];
    let answer = site.post(&budget, Some(&teuta), &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let line = [("do", "add"), ("what", "Carburante"), ("amount", "1.200,00"), ("form_id", "f")];
    let done = site.post(&budget, Some(&teuta), &line).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(site.get(&budget, None).await.body.contains("1.200"));
    let resources = site.get(&path(Page::Resources(DESIGN)), Some(&teuta)).await;
    assert!(resources.body.contains("value=\"si_aspetta\""), "one says what one expects");
}
