//! Texts read in parts, and where a synthesis comes from, over HTTP: done by who may, refused to
//! others, faults at their fields, a stale saving handed back.

use super::*;

#[tokio::test]
async fn a_text_is_divided_and_rejoined() {
    let site = Tried::new().await;
    let paolo = site.session(PAOLO).await;
    let number = site.number("bisogno", "undici").await;
    let (need, parts) = (path(Page::Need(number)), path(Page::NeedParts(number)));
    let fields = |second: &'static str, revision: &'static str, form: &'static str| {
        vec![
            ("do", "split"),
            ("revision", revision),
            ("sentence-1", "1"),
            ("sentence-2", second),
            ("part_title-1", "La <b>frazione</b>"),
            ("part_title-2", "L'inverno"),
            ("split_reason", "Dice due cose diverse."),
            ("form_id", form),
        ]
    };
    let form = "00112233445566778899aabbccddee11";
    let visitor = site.get(&parts, None).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    let nadia = site.session(NADIA).await;
    assert_eq!(site.get(&parts, Some(&nadia)).await.status, StatusCode::FORBIDDEN);
    let citizen = site.post(&parts, Some(&nadia), &fields("2", "1", form)).await;
    assert_eq!(citizen.status, StatusCode::FORBIDDEN);
    assert!(citizen.body.contains("Dice due cose diverse."), "what was written is handed back");
    assert!(site.get(&parts, Some(&paolo)).await.body.contains("name=\"sentence-2\""));
    let wrong = site.post(&parts, Some(&paolo), &fields("", "1", form)).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("href=\"#parts\"") && wrong.body.contains("&lt;b&gt;frazione"));
    let stale = site.post(&parts, Some(&paolo), &fields("2", "7", form)).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("Dice due cose diverse."), "nothing written is lost");
    let nowhere = path(Page::NeedParts(9_999));
    let nowhere = site.post(&nowhere, Some(&paolo), &fields("2", "1", form)).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);

    for _ in 0..2 {
        let made = site.post(&parts, Some(&paolo), &fields("2", "1", form)).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        assert_eq!(made.cookie("__Host-notice").as_deref(), Some("split"));
    }
    for page in [&need, &path(Page::NeedThread(number))] {
        let page = site.get(page, None).await.body;
        assert!(page.contains("Letto in due parti") && page.contains("&lt;b&gt;frazione"));
        assert!(!page.contains("Dividi in parti") && !page.contains("Le parti di questo testo"));
    }
    let end = |reason: &'static str| vec![("do", "rejoin"), ("rejoin_reason", reason)];
    let silent = site.post(&parts, Some(&paolo), &end("")).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.body.contains("href=\"#rejoin_reason\""));
    let done = site.post(&parts, Some(&paolo), &end("Meglio leggerlo intero.")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let again = site.post(&parts, Some(&paolo), &end("Meglio leggerlo intero.")).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN);
    assert!(site.get(&need, None).await.body.contains("Ricomposto: si legge di nuovo intero"));
}

#[tokio::test]
async fn a_synthesis_says_where_it_comes_from() {
    let site = Tried::new().await;
    let paolo = site.session(PAOLO).await;
    let (one, two) =
        (site.number("bisogno", "undici").await, site.number("bisogno", "trecento").await);
    let (first, second) = (one.to_string(), two.to_string());
    let (mark, from, skip) =
        (format!("mark-{one}"), format!("from-{one}-1"), format!("skip-{two}-1"));
    let made = site
        .post(
            &path(Page::NewCluster(2)),
            Some(&paolo),
            &[
                ("source", first.as_str()),
                ("source", second.as_str()),
                (mark.as_str(), "0"),
                ("title", "Chi resta solo"),
                ("synthesis", "Chi vive solo chiede che qualcuno passi. D'inverno di più."),
                ("reason", "Raccontano la stessa solitudine."),
                ("form_id", "00112233445566778899aabbccddee12"),
            ],
        )
        .await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let number: i64 = made.location().rsplit('/').next().unwrap().parse().unwrap();
    let (cluster, editor) = (path(Page::Cluster(number)), path(Page::Synthesis(number)));
    assert_eq!(site.get(&editor, None).await.status, StatusCode::SEE_OTHER);
    let nadia = site.session(NADIA).await;
    assert_eq!(site.get(&editor, Some(&nadia)).await.status, StatusCode::FORBIDDEN);
    let page = site.get(&editor, Some(&paolo)).await.body;
    assert!(page.contains("I segni sono suggerimenti"));
    // Of a marked text only what is marked has to be taken up.
    assert!(
        page.contains(&format!("name=\"{from}\""))
            && !page.contains(&format!("name=\"from-{one}-2\""))
    );
    let said = |edition: &'static str, box_: &'static str| {
        vec![
            ("version", "1"),
            ("edition", edition),
            (from.as_str(), box_),
            (skip.as_str(), "È la <b>premessa</b>."),
        ]
    };
    let wrong = site.post(&editor, Some(&paolo), &said("0", "9")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let saved = site.post(&editor, Some(&paolo), &said("0", "2")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let stale = site.post(&editor, Some(&paolo), &said("0", "1")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("Qualcun altro ha salvato"));
    let public = site.get(&cluster, None).await.body;
    assert!(
        public.contains(&format!("href=\"#fonte-{one}\""))
            && public.contains(&format!("id=\"fonte-{one}\""))
    );
    assert!(public.contains("Non raccolto") && public.contains("&lt;b&gt;premessa"));
    let nowhere = site.get(&path(Page::Synthesis(9_999)), Some(&paolo)).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}
