//! The room of a session over HTTP: who may be there, statuses, what is kept, photographs.

use services::lab::room;

use super::*;

const CARD: &str = "Manca un bus la sera";

/// A session of the open consultation under way, prepared by Paolo: its number.
async fn under_way(site: &Tried) -> i64 {
    use domain::lab::SessionState;
    use domain::lab::mix::Came;
    use domain::lab::plan::{SessionPlan, Step};
    use domain::policy::{Facts, Operation, permit};
    use sha2::{Digest, Sha256};
    use uuid::Uuid;

    let services = Services::new(site._fresh.db.clone(), chance::system());
    let ambito = services::ambito::find(&services, SLUG).await.unwrap().unwrap();
    let session = site.session(PAOLO).await;
    let now = clock::now();
    let actor = services::accounts::actor(&services, Some(&session), ambito, now).await.unwrap();
    let mut tx = services.db.write().await.unwrap();
    store::chain::lock(&mut tx, ambito).await.unwrap();
    let rounds = store::voices::rounds(&mut tx, ambito).await.unwrap();
    let round = rounds.iter().find(|round| round.number == 2).unwrap();
    let facts = Facts::within(ambito, &round.round);
    let prepare = permit(&actor, Operation::PrepareSession, &facts, now).unwrap();
    let run = permit(&actor, Operation::RunSession, &facts, now).unwrap();
    let plan = SessionPlan {
        question: "Che cosa manca a chi resta solo?".into(),
        steps: vec![Step { minutes: 90, title: "Cartoncini".into(), ..Step::default() }],
        dots_each: 3,
        dots_most: 3,
        ..SessionPlan::default()
    };
    let id = Uuid::from_u128(0x700).into();
    let new = store::lab::NewSession {
        round: round.round.id,
        title: "Laboratorio di prova",
        place: "Biblioteca",
        starts: now,
        plan: &plan,
    };
    let number = store::lab::prepare(&mut tx, &prepare, id, &new).await.unwrap();
    let tokens: Vec<(i64, [u8; 32])> =
        (1..=37).map(|n: i64| (n, Sha256::digest(n.to_be_bytes()).into())).collect();
    store::lab::print_tokens(&mut tx, &prepare, id, &tokens).await.unwrap();
    for (token, _) in &tokens {
        store::lab::arrive(&mut tx, &run, id, *token, &Came::default(), None).await.unwrap();
    }
    store::lab::stand(&mut tx, &run, id, SessionState::Running).await.unwrap();
    tx.commit().await.unwrap();
    number
}

/// A form sent in parts, with a file.
async fn post_file(
    site: &Tried,
    path: &str,
    session: Option<&str>,
    fields: &[(&str, &str)],
    file: &[u8],
) -> (StatusCode, String, String) {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!(
            "--trenta\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend(part.into_bytes());
    }
    body.extend(
        b"--trenta\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\
          content-type: image/jpeg\r\n\r\n",
    );
    body.extend(file);
    body.extend(b"\r\n--trenta--\r\n");
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=trenta");
    if let Some(session) = session {
        request = request.header(header::COOKIE, format!("__Host-session={session}"));
    }
    let mut request = request.body(Body::from(body)).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 9))));
    let response = site.router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let location = parts.headers.get(header::LOCATION);
    let location = location.map_or("", |value| value.to_str().unwrap()).to_owned();
    (parts.status, location, String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn cards_are_written_once_and_only_by_who_runs_the_session() {
    let site = Tried::new().await;
    let number = under_way(&site).await;
    let (paolo, nadia) = (site.session(PAOLO).await, site.session(NADIA).await);
    let at = path(Page::SessionRoom(number));
    assert_eq!(site.get(&at, None).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get(&at, Some(&nadia)).await.status, StatusCode::FORBIDDEN);
    let page = site.get(&at, Some(&paolo)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("data-queue=\"card\""));
    let nowhere = site.get(&path(Page::SessionRoom(99)), Some(&paolo)).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    let card = |words: &'static str, form: &'static str| {
        [("do", "card"), ("card", words), ("card_token", "7"), ("form_id", form)]
    };
    let form = "00112233445566778899aabbccddee77";
    for _ in 0..3 {
        let sent = site.post(&at, Some(&paolo), &card(CARD, form)).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(sent.cookie("__Host-notice").as_deref(), Some("card-written"));
    }
    let page = site.get(&at, Some(&paolo)).await.body;
    assert!(page.contains("Un cartoncino.") && page.matches(CARD).count() >= 2);
    let other = site.post(&at, Some(&paolo), &card("Altre <b>parole</b>", form)).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN, "a form with other words");
    assert!(other.body.contains("Altre &lt;b&gt;parole"));
    let long = "una parola una parola una parola una parola una parola una parola una parola due \
                parole";
    let long = site.post(&at, Some(&paolo), &[("do", "card"), ("card", long)]).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.body.contains("Sono 16 parole, il massimo è 15") && long.body.contains("#card"));
    let citizen = site.post(&at, Some(&nadia), &card("Le mie parole", form)).await;
    assert_eq!(citizen.status, StatusCode::FORBIDDEN);
    assert!(citizen.body.contains("Le mie parole"), "what was written is handed back");
}

#[tokio::test]
async fn the_wall_is_arranged_covered_and_shown_without_controls() {
    let site = Tried::new().await;
    let number = under_way(&site).await;
    let paolo = site.session(PAOLO).await;
    let (at, wall) = (path(Page::SessionRoom(number)), path(Page::SessionWall(number)));
    site.post(&at, Some(&paolo), &[("do", "card"), ("card", CARD)]).await;
    let titled = [("do", "column"), ("act", "column_new"), ("column_title", "Trasporti")];
    let added = site.post(&at, Some(&paolo), &titled).await;
    assert_eq!(added.location(), format!("{at}#columns"));
    let moved = [("do", "wall"), ("act", "move"), ("c", "1"), ("column", "1")];
    assert_eq!(site.post(&at, Some(&paolo), &moved).await.location(), format!("{at}#wall"));
    let none = site.post(&at, Some(&paolo), &[("do", "wall"), ("act", "move")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("Segna almeno un cartoncino"));
    assert_eq!(site.get(&wall, None).await.status, StatusCode::SEE_OTHER);
    let shown = site.get(&wall, Some(&paolo)).await;
    assert!(shown.body.contains("Trasporti") && shown.body.contains(CARD));
    assert!(!shown.body.contains("<form") && !shown.body.contains("site-header"));
    site.post(&at, Some(&paolo), &[("do", "wall"), ("act", "cover")]).await;
    let covered = site.get(&wall, Some(&paolo)).await.body;
    assert!(covered.contains("Un momento.") && !covered.contains(CARD));
    site.post(&at, Some(&paolo), &[("do", "wall"), ("act", "uncover")]).await;
    site.post(&at, Some(&paolo), &[("do", "wall"), ("hide", "1")]).await;
    let hidden = site.get(&wall, Some(&paolo)).await.body;
    assert!(!hidden.contains(CARD));
}

#[tokio::test]
async fn dots_that_do_not_add_up_are_refused_with_the_difference() {
    let site = Tried::new().await;
    let number = under_way(&site).await;
    let paolo = site.session(PAOLO).await;
    let (at, dots) = (path(Page::SessionRoom(number)), path(Page::SessionDots(number)));
    for words in ["Il bus la sera", "Chi passa a trovarla"] {
        site.post(&at, Some(&paolo), &[("do", "card"), ("card", words)]).await;
    }
    let frozen = site.post(&dots, Some(&paolo), &[("do", "freeze")]).await;
    assert_eq!(frozen.cookie("__Host-notice").as_deref(), Some("wall-frozen"));
    let late = site.post(&at, Some(&paolo), &[("do", "card"), ("card", "Tardi")]).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert!(late.body.contains("la parete resta com"));
    let count = |second: &'static str| {
        [("do", "count"), ("people", "37"), ("total-1", "60"), ("total-2", second), ("blanks", "9")]
    };
    let over = site.post(&dots, Some(&paolo), &count("43")).await;
    assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);
    for told in ["111", "112", "La differenza è 1", "value=\"43\""] {
        assert!(over.body.contains(told), "{told}");
    }
    let right = site.post(&dots, Some(&paolo), &count("42")).await;
    assert_eq!(right.cookie("__Host-notice").as_deref(), Some("dots-counted"));
    let page = site.get(&dots, Some(&paolo)).await.body;
    assert!(page.contains("37 persone per 3 bollini fanno 111."));
    assert!(page.contains("viene buttato via"), "said before it is done");
}

#[tokio::test]
async fn a_photograph_is_drawn_anew_and_shown_to_who_runs_the_session() {
    let site = Tried::new().await;
    let number = under_way(&site).await;
    let (paolo, nadia) = (site.session(PAOLO).await, site.session(NADIA).await);
    let at = path(Page::SessionPhotos(number));
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(32, 16).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let png = png.into_inner();
    let said = [("alt", "Tre colonne di cartoncini"), ("recognisable", "1"), ("form_id", "x")];
    let (status, ..) = post_file(&site, &at, Some(&nadia), &said, &png).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    let (status, _, body) = post_file(&site, &at, Some(&paolo), &said, b"%PDF").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("Questo file non si legge") && body.contains("Tre colonne"));
    let (status, _, body) = post_file(&site, &at, Some(&paolo), &said[..1], &png).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("#recognisable"));
    let (status, ..) = post_file(&site, &at, Some(&paolo), &said, &vec![0; 15_000_000]).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    let (status, to, _) = post_file(&site, &at, Some(&paolo), &said, &png).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, at.as_str()));
    let photo = path(Page::SessionPhoto(number, 1));
    let shown = site.get(&photo, Some(&paolo)).await;
    assert_eq!(shown.headers[header::CONTENT_TYPE], "image/jpeg");
    assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
    for other in [None, Some(nadia.as_str())] {
        assert_eq!(site.get(&photo, other).await.status, StatusCode::NOT_FOUND);
    }
    // Another page takes no such form.
    let room = path(Page::SessionRoom(number));
    let (status, ..) = post_file(&site, &room, Some(&paolo), &said, &png).await;
    assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let removed = site.post(&at, Some(&paolo), &[("remove", "1")]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get(&photo, Some(&paolo)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn cards_become_a_need_that_says_where_it_was_said() {
    let site = Tried::new().await;
    let number = under_way(&site).await;
    let paolo = site.session(PAOLO).await;
    let (at, take) = (path(Page::SessionRoom(number)), path(Page::TakeUpCards(number)));
    for words in ["Il bus la sera", "Un bus dopo le otto"] {
        site.post(&at, Some(&paolo), &[("do", "card"), ("card", words)]).await;
    }
    let chosen = format!("{take}?do=wall&{0}=1&{0}=2&column=", room::CHOSEN);
    let form = site.get(&chosen, Some(&paolo)).await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.body.contains("Il bus la sera\nUn bus dopo le otto"));
    let sent = [
        ("c", "1"),
        ("c", "2"),
        ("kind", "bisogno"),
        ("title", "Il bus della sera"),
        ("body", "Manca il bus la sera: chi lavora fino alle otto torna a casa a piedi."),
        ("policy", "1.1"),
        ("municipality", "CVN"),
        ("language", "it"),
        ("form_id", "00112233445566778899aabbccddee78"),
    ];
    let wrong = site.post(&take, Some(&paolo), &sent[..4]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("Il bus della sera"));
    let made = site.post(&take, Some(&paolo), &sent).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let again = site.post(&take, Some(&paolo), &sent).await;
    assert_eq!(again.location(), made.location());
    let need = site.get(made.location(), None).await;
    assert_eq!(need.status, StatusCode::OK);
    for told in ["in un laboratorio", "Laboratorio di prova", "cartoncini 1, 2"] {
        assert!(need.body.contains(told), "{told}: {}", need.body);
    }
    assert!(need.body.contains(&path(Page::Session(number))));
    let thread = site.get(&format!("{}/filo", made.location()), None).await.body;
    assert!(thread.contains("Detto al Laboratorio"));
}
