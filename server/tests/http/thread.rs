//! The thread as a file and by its short address; the ledger of a round.

use super::*;
use serde_json::Value;

#[tokio::test]
async fn a_thread_is_found_from_paper_and_taken_along_as_a_file() {
    let site = Tried::new().await;
    for (short, long) in [
        (Page::NeedShort(1), Page::NeedThread(1)),
        (Page::ProposalShort(2), Page::ProposalThread(2)),
        (Page::ClusterShort(1), Page::ClusterThread(1)),
        (Page::ActionShort(1), Page::ActionThread(1)),
    ] {
        let moved = site.get(&path(short), None).await;
        assert_eq!((moved.status, moved.location()), (StatusCode::MOVED_PERMANENTLY, &*path(long)));
    }
    for (file, page) in [
        (Page::NeedThreadFile(1), Page::NeedThread(1)),
        (Page::ClusterThreadFile(1), Page::ClusterThread(1)),
        (Page::ActionThreadFile(1), Page::ActionThread(1)),
    ] {
        let html = site.get(&path(page), None).await;
        assert!(html.body.contains(&format!("href=\"{}\"", path(file))), "{file:?}");
        let answer = site.get(&path(file), None).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/json; charset=utf-8");
        let told: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(told["prefix"]["prov"], "http://www.w3.org/ns/prov#");
        assert!(!told["wasDerivedFrom"].as_object().unwrap().is_empty(), "{}", answer.body);
        // Nobody is named: an agent is a role.
        assert!(!answer.body.contains("Zanetti") && !answer.body.contains("Amati"));
    }
    let gone = site.get(&path(Page::NeedThreadFile(9_999)), None).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let posted = site.post(&path(Page::NeedThreadFile(1)), None, &[("form_id", "f")]).await;
    assert_eq!(posted.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn the_ledger_of_a_round_adds_up() {
    let site = Tried::new().await;
    for round in [1, 2] {
        let page = site.get(&path(Page::Ledger(round)), None).await;
        assert_eq!(page.status, StatusCode::OK);
        let html = scraper::Html::parse_document(&page.body);
        let cells = |selector: &str| -> Vec<i64> {
            let selector = scraper::Selector::parse(selector).unwrap();
            let texts = html.select(&selector).map(|cell| cell.text().collect::<String>());
            texts.map(|text| text.replace('.', "").trim().parse().unwrap()).collect()
        };
        let parts: i64 = cells("[aria-labelledby=published] tbody td").iter().sum();
        assert_eq!(cells("[aria-labelledby=published] tfoot td"), [parts], "round {round}");
        assert_eq!(cells("[aria-labelledby=received] tbody tr:first-child td"), [parts]);
        assert!(parts > 0);
    }
    let draft = site.get(&path(Page::Ledger(99)), None).await;
    assert_eq!(draft.status, StatusCode::NOT_FOUND);
}
