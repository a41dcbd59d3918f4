//! A round's life over HTTP: prepared a step at a time, announced, read.

use super::*;

const WORK: &str = "/val-d-arcina/lavoro/percorsi";

/// What the office types at the first step of a concertazione that is whole.
fn whole() -> Vec<(&'static str, String)> {
    let day = |days: i64| (clock::now() + chrono::Duration::days(days)).date_naive().to_string();
    [
        ("kind", "concertazione"),
        ("title", "Priorità d'autunno"),
        ("question", "Quali tre azioni mettiamo per prime?"),
        ("objective", "Scegliere tre priorità"),
        ("measure_what", "Priorità scelte (numero)"),
        ("measure_target", "3"),
        ("given", "Il fondo"),
        ("open", "L'ordine"),
        ("off_limits", "I livelli essenziali"),
        ("areas", "famiglia"),
        ("plan", "PL2"),
        ("opening", "posizioni_motivate"),
        ("level-posizioni_motivate", "L3"),
        ("tie_rule", "Il disaccordo resta nel verbale."),
    ]
    .into_iter()
    .map(|(name, value)| (name, value.to_owned()))
    .chain([("opens_date", day(10)), ("closes_date", day(40))])
    .collect()
}

fn pairs<'a>(
    fields: &'a [(&'static str, String)],
    more: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    all.extend_from_slice(more);
    all
}

#[tokio::test]
async fn a_round_is_prepared_step_by_step_and_announced_by_the_office() {
    let site = Tried::new().await;
    let new = format!("{WORK}/nuovo");
    // Who isn't signed in signs in; who may not is told.
    let visitor = site.get(&new, None).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    let nadia = site.session(NADIA).await;
    assert_eq!(site.get(&new, Some(&nadia)).await.status, StatusCode::FORBIDDEN);

    let paolo = site.session(PAOLO).await;
    let begin = site.get(&new, Some(&paolo)).await;
    assert_eq!(begin.status, StatusCode::OK);
    assert!(begin.body.contains("metodo=co_progettazione") && begin.body.contains("copia=2"));
    let first = site.get(&format!("{new}?metodo=concertazione"), Some(&paolo)).await;
    assert_eq!(first.status, StatusCode::OK);
    assert!(first.body.contains("Resta scritto") || first.body.contains("verbale"));
    let copy = site.get(&format!("{new}?copia=2"), Some(&paolo)).await;
    assert!(copy.body.contains("Che cosa rende difficile vivere bene in valle"), "{}", copy.body);

    // A wrong date comes back with everything that was written.
    let fields = whole();
    let wrong = pairs(&fields, &[("opens_date", "presto"), ("step", "design"), ("go", "next")]);
    let answer = site.post(&new, Some(&paolo), &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("presto") && answer.body.contains("Priorità d&#x27;autunno")
            || answer.body.contains("Priorità d'autunno"),
        "{}",
        answer.body
    );

    // Each step saves and leads on.
    let step = pairs(&fields, &[("step", "design"), ("go", "next"), ("tie_rule", "")]);
    let answer = site.post(&new, Some(&paolo), &step).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let at = answer.location().to_owned();
    assert!(at.ends_with("?passo=materials"), "{at}");
    let draft = at.split('?').next().unwrap().to_owned();
    let number = draft.rsplit('/').next().unwrap().to_owned();
    let page = site.get(&at, Some(&paolo)).await;
    assert_eq!(page.status, StatusCode::OK);

    // Nobody else knows of it.
    let public = format!("/val-d-arcina/percorsi/{number}");
    assert_eq!(site.get(&public, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&public, Some(&nadia)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&public, Some(&paolo)).await.status, StatusCode::OK);
    let look = site.get(&format!("{draft}/anteprima?ruolo=O"), Some(&paolo)).await;
    assert_eq!(look.status, StatusCode::OK);
    assert_eq!(
        site.get(&format!("{draft}/anteprima"), Some(&nadia)).await.status,
        StatusCode::FORBIDDEN
    );

    // An older version is told, and nothing is lost.
    let stale = pairs(
        &fields,
        &[("version", "7"), ("step", "running"), ("go", "save"), ("title", "Tardi")],
    );
    let answer = site.post(&draft, Some(&paolo), &stale).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Tardi"));

    // The office announces: first something is missing, then nothing.
    let luca = site.session(LUCA).await;
    let early = pairs(
        &fields,
        &[("version", "1"), ("step", "evaluation"), ("go", "announce"), ("tie_rule", "")],
    );
    let answer = site.post(&draft, Some(&luca), &early).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.body);
    assert!(answer.body.contains("passo=running#tie_rule"), "{}", answer.body);
    let ready = pairs(&fields, &[("version", "1"), ("step", "evaluation"), ("go", "announce")]);
    let answer = site.post(&draft, Some(&luca), &ready).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(answer.location(), public);
    let page = site.get(&public, None).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(&format!("/percorsi/{number}/regole")));
    let rules = site.get(&format!("{public}/regole"), None).await;
    assert_eq!(rules.status, StatusCode::OK);
    // Announced, it is no draft any more.
    assert_eq!(site.get(&draft, Some(&luca)).await.status, StatusCode::FORBIDDEN);
    let back = site
        .post(&public, Some(&luca), &[("act", "recall"), ("text", "La data è sbagliata.")])
        .await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
    assert_eq!(site.get(&public, None).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_report_is_read_and_taken_along() {
    let site = Tried::new().await;
    let report = "/val-d-arcina/percorsi/1/resoconto";
    let page = site.get(report, None).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(&format!("{report}.odt")));
    let file = site.get(&format!("{report}.odt"), None).await;
    assert_eq!(file.status, StatusCode::OK);
    let header = |name: header::HeaderName| file.headers[name].to_str().unwrap().to_owned();
    assert_eq!(header(header::CONTENT_TYPE), app::odt::MEDIA_TYPE);
    assert_eq!(header(header::CONTENT_DISPOSITION), "attachment; filename=\"resoconto-1.odt\"");
    assert!(file.body.starts_with("PK"));
    let english = site.get("/val-d-arcina/en/rounds/1/report.odt", None).await;
    assert_eq!(english.status, StatusCode::OK);
    // A round that is not open yet has none; nor has one that isn't there.
    for path in ["/val-d-arcina/percorsi/3/resoconto", "/val-d-arcina/percorsi/99/resoconto.odt"] {
        assert_eq!(site.get(path, None).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let waiting = site.get("/val-d-arcina/percorsi/2/senza-risposta?pagina=99", None).await;
    assert_eq!(waiting.status, StatusCode::OK);
}

/// Awkward case 11, over HTTP: 403 with the text kept, the code on a page that no device may keep.
#[tokio::test]
async fn what_is_sent_after_closing_is_kept_as_a_draft() {
    let site = Tried::new().await;
    let luca = site.session(LUCA).await;
    let round = "/val-d-arcina/percorsi/2";
    let close = [("act", "close"), ("text", "La piattaforma resta ferma per manutenzione.")];
    let closed = site.post(round, Some(&luca), &close).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
    let need = [
        ("title", "Non passa più l'autobus"),
        ("body", "La sera non passa più l'autobus e chi lavora fino a tardi resta a piedi qui."),
        ("municipality", "CVN"),
        ("policy", "3.b"),
        ("author_kind", "cittadino"),
        ("round", "2"),
        ("step", "check"),
        ("go", "send"),
        ("form_id", "0123456789abcdef0123456789abcdef"),
    ];
    let late = site.post("/val-d-arcina/bisogni/nuovo", None, &need).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert_eq!(late.headers[header::CACHE_CONTROL], "no-store");
    let code = late.body.split("receipt-code\">").nth(1).unwrap().split('<').next().unwrap();
    let code = code.trim().to_owned();
    let follow = "/val-d-arcina/segui";
    let seen = site.post(follow, None, &[("code", &code)]).await;
    assert_eq!(seen.status, StatusCode::OK);
    assert!(seen.body.contains("chi lavora fino a tardi"));
    // Signed in, it stands under one's own voices; nobody else's address opens it.
    let nadia = site.session(NADIA).await;
    let hers = site.post("/val-d-arcina/bisogni/nuovo", Some(&nadia), &need).await;
    assert_eq!(hers.status, StatusCode::FORBIDDEN);
    let mine = site.get("/val-d-arcina/mie-voci", Some(&nadia)).await;
    let path = mine.body.split("/mie-voci/bozze/").nth(1).unwrap();
    let number: String = path.chars().take_while(char::is_ascii_digit).collect();
    let draft = format!("/val-d-arcina/mie-voci/bozze/{number}");
    assert_eq!(site.get(&draft, Some(&nadia)).await.status, StatusCode::OK);
    assert_eq!(site.get(&draft, Some(&luca)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&draft, None).await.status, StatusCode::SEE_OTHER);
    // Only the Coordinatore opens the round once more.
    let again = "/val-d-arcina/lavoro/percorsi/2/riapertura".to_owned();
    assert_eq!(site.get(&again, Some(&luca)).await.status, StatusCode::FORBIDDEN);
    let giulia = site.session(GIULIA).await;
    assert_eq!(site.get(&again, Some(&giulia)).await.status, StatusCode::OK);
    let none = site.post(&again, Some(&giulia), &[("reason", "")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let until = (clock::now() + chrono::Duration::days(9)).date_naive().to_string();
    let fields =
        [("reason", "La manutenzione è durata meno del previsto."), ("closes_date", &until)];
    let opened = site.post(&again, Some(&giulia), &fields).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let resumed = [("draft", code.as_str()), ("go", "check"), ("round", "2")];
    let mut all: Vec<(&str, &str)> = need.to_vec();
    all.retain(|(name, _)| !["go", "round", "step", "form_id"].contains(name));
    all.extend(resumed);
    let check = site.post("/val-d-arcina/bisogni/nuovo", None, &all).await;
    assert_eq!(check.status, StatusCode::OK);
    assert!(check.body.contains(&code), "the draft travels with the form");
}
