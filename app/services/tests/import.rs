//! Loading an Ambito from a file, on every kind of database.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there must fail")]

use chrono::{Duration, TimeZone, Utc};
use domain::time::Moment;
use serde_json::{Value, json};
use services::import::{Loaded, NotLoaded, load, load_demonstration};
use services::testing::counted_chance;
use services::{Declined, Services, check, demo};
use store::testing::{Fresh, all, dump, number, sqlite, text};

const DEMONSTRATION: &str = include_str!("../../../server/demo/val-d-arcina.json");

fn noon() -> Moment {
    Utc.with_ymd_and_hms(2026, 11, 23, 11, 0, 0).unwrap()
}

fn services(fresh: &Fresh) -> Services {
    Services::new(fresh.db.clone(), counted_chance())
}

fn demonstration() -> Value {
    serde_json::from_str(DEMONSTRATION).unwrap()
}

fn new() -> Loaded {
    Loaded::New { slug: "val-d-arcina".into() }
}

fn same() -> Loaded {
    Loaded::Same { slug: "val-d-arcina".into() }
}

async fn count(fresh: &Fresh, sql: &'static str) -> i64 {
    number(&fresh.db, sql, []).await.unwrap()
}

#[tokio::test]
async fn all_of_the_file_is_there_and_sound() {
    for fresh in all().await.unwrap() {
        let services = services(&fresh);
        assert_eq!(load(&services, DEMONSTRATION, noon()).await.unwrap(), new());
        for (sql, expected) in [
            ("SELECT COUNT(*) FROM ambiti WHERE NOT demonstration", 1),
            ("SELECT COUNT(*) FROM municipalities", 7),
            ("SELECT COUNT(*) FROM organisations", 25),
            ("SELECT COUNT(*) FROM people", 98),
            ("SELECT COUNT(*) FROM residents", 98),
            ("SELECT COUNT(*) FROM identities", 34),
            ("SELECT COUNT(*) FROM identities WHERE password_hash IS NOT NULL", 0),
            ("SELECT COUNT(*) FROM sessions", 0),
            ("SELECT COUNT(*) FROM grants", 34),
            ("SELECT COUNT(*) FROM bodies", 3),
            ("SELECT COUNT(*) FROM areas", 4),
            ("SELECT COUNT(*) FROM policies", 11),
            ("SELECT COUNT(*) FROM plans", 2),
            ("SELECT COUNT(*) FROM programmes", 2),
            ("SELECT COUNT(*) FROM indicators", 15),
            ("SELECT COUNT(*) FROM indicators WHERE profile", 12),
            ("SELECT COUNT(*) FROM rounds", 4),
            ("SELECT COUNT(*) FROM lab_sessions WHERE state = 'restituita'", 3),
            ("SELECT COUNT(*) FROM lab_columns", 12),
            ("SELECT COUNT(*) FROM lab_cards", 31),
            ("SELECT COUNT(*) FROM lab_cards WHERE quotable OR token IS NOT NULL", 0),
            ("SELECT CAST(SUM(dots) AS BIGINT) FROM lab_cards", 111),
            ("SELECT people * dots_each FROM lab_dots", 111),
            ("SELECT COUNT(*) FROM seals WHERE what = 'lab_card' OR what = 'lab_dots'", 32),
            ("SELECT COUNT(*) FROM contributions WHERE session_id IS NOT NULL", 19),
            ("SELECT COUNT(*) FROM contributions", 78),
            ("SELECT COUNT(*) FROM contributions WHERE kind = 'bisogno'", 32),
            ("SELECT COUNT(*) FROM contributions WHERE standing = 'in_moderazione'", 3),
            ("SELECT COUNT(*) FROM contributions WHERE stage = 'esito'", 13),
            ("SELECT CAST(SUM(n) AS BIGINT) FROM contribution_counts", 75),
            ("SELECT COUNT(*) FROM revisions", 78),
            ("SELECT COUNT(*) FROM translations WHERE verified", 1),
            ("SELECT COUNT(*) FROM comments", 22),
            ("SELECT COUNT(*) FROM supports", 226),
            ("SELECT CAST(SUM(supports) AS BIGINT) FROM contributions", 226),
            ("SELECT CAST(SUM(comments) AS BIGINT) FROM contributions", 22),
            ("SELECT COUNT(*) FROM moderation_cases WHERE decided_at IS NULL", 3),
            ("SELECT COUNT(*) FROM clusters", 3),
            ("SELECT COUNT(*) FROM actions", 3),
            // Two are at version 2, and were reviewed at version 1.
            ("SELECT COUNT(*) FROM action_versions", 5),
            ("SELECT COUNT(*) FROM action_history", 18),
            ("SELECT COUNT(*) FROM reviews", 3),
            ("SELECT COUNT(*) FROM review_members", 15),
            ("SELECT COUNT(*) FROM review_members WHERE interest IS NOT NULL", 3),
            ("SELECT COUNT(*) FROM deliberation_actions", 3),
            ("SELECT COUNT(*) FROM outcomes", 13),
            ("SELECT COUNT(*) FROM outcomes WHERE addressed_to IS NOT NULL", 1),
            // Texts must be found, and none that isn't public.
            (
                "SELECT COUNT(*) FROM contributions c WHERE (c.standing = 'pubblicato') <> \
                 EXISTS (SELECT 1 FROM search_terms t WHERE t.ambito_id = c.ambito_id \
                 AND t.number = c.number)",
                0,
            ),
            // Acts stand in the chain in the order of time.
            (
                "SELECT COUNT(*) FROM events e JOIN events f ON f.ambito_id = e.ambito_id \
                 AND f.seq = e.seq + 1 WHERE f.at < e.at",
                0,
            ),
            // Nothing is dated after the loading, but what is still to come.
            ("SELECT COUNT(*) FROM events e JOIN imports i ON e.at > i.at", 0),
            // An excerpt of the file: the round that is open closes on the last minute.
            (
                "SELECT COUNT(*) FROM rounds r JOIN imports i ON r.ambito_id = i.ambito_id \
                 WHERE r.opens_at <= i.at AND i.at < r.closes_at AND r.mark = 'annunciato'",
                1,
            ),
        ] {
            assert_eq!(count(&fresh, sql).await, expected, "{}: {sql}", fresh.kind);
        }
        let closes = text(
            &fresh.db,
            "SELECT CASE WHEN closes_at = $1 THEN 'minute' ELSE 'not' END FROM rounds \
             WHERE number = 2",
            [store::testing::Value::At(Utc.with_ymd_and_hms(2026, 12, 21, 23, 0, 0).unwrap())],
        );
        assert_eq!(closes.await.unwrap().as_deref(), Some("minute"));
        assert_eq!(check::run(&services).await.unwrap(), vec![], "{}", fresh.kind);
    }
}

#[tokio::test]
async fn sessions_are_told_with_their_walls() {
    use services::lab::{door, minutes};
    for fresh in all().await.unwrap() {
        let services = services(&fresh);
        load(&services, DEMONSTRATION, noon()).await.unwrap();
        let ambito = services::ambito::find(&services, "val-d-arcina").await.unwrap().unwrap();
        let actor = domain::people::Actor::Visitor;
        let ask = services::Asking { ambito, actor, now: noon() };
        let first = door::page(&services, &ask, 1).await.unwrap();
        assert!(first.plan.question.ends_with("chi resta solo?"), "{}", first.plan.question);
        assert_eq!(first.plan.techniques.len(), 2);
        assert_eq!((first.agenda.len(), first.plan.dots_each), (7, 3));
        let told = first.told.unwrap();
        let titles: Vec<&str> = told.columns.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(titles, ["Soli in casa", "Chi assiste", "Arrivarci", "Capirsi", "Ragazzi"]);
        assert_eq!(told.columns[0].cards[3].dots, Some(14));
        assert_eq!((told.dots.map(|dots| dots.people), told.dots_elsewhere), (Some(37), 0));
        assert!(told.made.len() >= 8, "{:?}", told.made);
        assert_eq!((told.minutes, told.report), (None, None));
        let third = door::page(&services, &ask, 3).await.unwrap().told.unwrap();
        let said = &third.columns[0].cards[0].words;
        assert!(said.ends_with(": due pulmini due mattine") && !said.starts_with("O01"), "{said}");
        let page = minutes::page(&services, &ask, 1, "").await.unwrap();
        assert_eq!(page.reading, domain::views::MinutesReading::NeverWritten);
    }
}

#[tokio::test]
async fn who_chose_no_name_has_none_anywhere_public() {
    let fresh = sqlite().await.unwrap();
    load(&services(&fresh), DEMONSTRATION, noon()).await.unwrap();
    for (section, table) in [("needs", "contributions"), ("proposals", "contributions")] {
        for entry in demonstration()[section].as_array().unwrap() {
            let sql = "SELECT c.byline FROM contributions c JOIN imported_ids i ON i.id = c.id \
                       WHERE i.code = $1";
            let code = store::testing::Value::Text(entry["id"].as_str().unwrap().into());
            let byline = text(&fresh.db, sql, [code]).await.unwrap();
            let named = entry["anonymous"] == json!(false)
                && entry["author_org"].is_null()
                && entry["author"].as_str().is_some_and(|author| author.starts_with('U'));
            assert_eq!(byline.is_some(), named, "{table} {}", entry["id"]);
        }
    }
    // Citizens are nobody's officers, and moderators aren't named.
    let sql = "SELECT COUNT(*) FROM officers o JOIN grants g ON g.person_id = o.person_id \
               WHERE g.role IN ('C', 'CV', 'P', 'A', 'G')";
    assert_eq!(count(&fresh, sql).await, 0);
}

#[tokio::test]
async fn the_same_file_changes_nothing_at_any_time() {
    for fresh in all().await.unwrap() {
        let services = services(&fresh);
        load(&services, DEMONSTRATION, noon()).await.unwrap();
        let before = dump(&fresh.db).await.unwrap();
        let later = noon() + Duration::days(400) - Duration::hours(11);
        let mut shuffled = demonstration();
        shuffled["needs"].as_array_mut().unwrap().reverse();
        shuffled.as_object_mut().unwrap().remove("ground_truth");
        for text in [DEMONSTRATION.to_owned(), shuffled.to_string()] {
            assert_eq!(load(&services, &text, later).await.unwrap(), same());
        }
        assert!(before == dump(&fresh.db).await.unwrap(), "{}: changed", fresh.kind);
        assert!(before.lines().count() > 3_000, "the dump shows everything");
    }
}

#[tokio::test]
async fn a_changed_file_is_refused_with_the_differences() {
    for fresh in all().await.unwrap() {
        let services = services(&fresh);
        load(&services, DEMONSTRATION, noon()).await.unwrap();
        let before = dump(&fresh.db).await.unwrap();
        let mut changed = demonstration();
        changed["needs"][0]["title"] = json!("Un altro titolo");
        changed["supports"].as_array_mut().unwrap().pop();
        match load(&services, &changed.to_string(), noon()).await {
            Err(NotLoaded::Different(differences)) => {
                let told: Vec<String> = differences.iter().map(ToString::to_string).collect();
                assert_eq!(told.len(), 2, "{told:?}");
                assert_eq!(told[0], "needs[B01].title: changed");
                assert!(told[1].starts_with("supports["), "{told:?}");
                assert!(told[1].ends_with(": removed"), "{told:?}");
            }
            other => panic!("{other:?}"),
        }
        assert!(before == dump(&fresh.db).await.unwrap(), "{}: changed", fresh.kind);
    }
}

#[tokio::test]
async fn a_faulty_file_writes_nothing() {
    for fresh in all().await.unwrap() {
        let services = services(&fresh);
        let before = dump(&fresh.db).await.unwrap();
        let mut faulty = demonstration();
        faulty["needs"][3]["policy"] = json!("9.z");
        faulty["comments"][2]["author"] = json!("NOBODY");
        match load(&services, &faulty.to_string(), noon()).await {
            Err(NotLoaded::Faulty(faults)) => {
                let paths: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
                assert_eq!(paths, ["needs[3].policy", "comments[2].author"]);
            }
            other => panic!("{other:?}"),
        }
        for broken in ["", "{", "[]", "null"] {
            let refused = load(&services, broken, noon()).await;
            assert!(matches!(refused, Err(NotLoaded::Faulty(faults)) if !faults.is_empty()));
        }
        assert!(before == dump(&fresh.db).await.unwrap(), "{}: changed", fresh.kind);
    }
}

#[tokio::test]
async fn two_ambiti_share_an_installation_and_their_people() {
    for fresh in all().await.unwrap() {
        let services = services(&fresh);
        load_demonstration(&services, DEMONSTRATION, noon()).await.unwrap();
        let mut other = demonstration();
        other["ambito"]["slug"] = json!("altra-valle");
        let loaded = load(&services, &other.to_string(), noon()).await.unwrap();
        assert_eq!(loaded, Loaded::New { slug: "altra-valle".into() });
        // One address, one person, somebody in both.
        assert_eq!(count(&fresh, "SELECT COUNT(*) FROM identities").await, 34);
        assert_eq!(count(&fresh, "SELECT COUNT(*) FROM residents").await, 2 * 98);
        assert_eq!(check::run(&services).await.unwrap(), vec![]);
        // Who is somebody in a real Ambito too gets no public password.
        assert_eq!(demo::accounts(&services, DEMONSTRATION, noon()).await.unwrap(), vec![]);
        let passwords = "SELECT COUNT(*) FROM identities WHERE password_hash IS NOT NULL";
        assert_eq!(count(&fresh, passwords).await, 0);
    }
}

#[tokio::test]
async fn a_demonstration_has_accounts_and_a_real_ambito_has_none() {
    let fresh = sqlite().await.unwrap();
    let services = services(&fresh);
    load_demonstration(&services, DEMONSTRATION, noon()).await.unwrap();
    let shown = demo::accounts(&services, DEMONSTRATION, noon()).await.unwrap();
    let names: Vec<&str> = shown.iter().map(|account| account.name.as_str()).collect();
    for name in ["Nadia Rinaldi", "Paolo Zanetti", "Franco Gatti"] {
        assert!(names.contains(&name), "{names:?}");
    }
    let with = "SELECT COUNT(*) FROM identities WHERE password_hash LIKE '$argon2id$%'";
    assert_eq!(count(&fresh, with).await, 34);
    let salts = "SELECT COUNT(DISTINCT password_hash) FROM identities";
    assert_eq!(count(&fresh, salts).await, 34);
    assert_eq!(check::run(&services).await.unwrap(), vec![]);
    // A second call sets nothing.
    let before = dump(&fresh.db).await.unwrap();
    assert_eq!(demo::accounts(&services, DEMONSTRATION, noon()).await.unwrap(), shown);
    assert!(before == dump(&fresh.db).await.unwrap());

    let fresh = sqlite().await.unwrap();
    let services = Services::new(fresh.db.clone(), counted_chance());
    load(&services, DEMONSTRATION, noon()).await.unwrap();
    let refused = demo::accounts(&services, DEMONSTRATION, noon()).await;
    assert!(matches!(refused, Err(Declined::Refused(_))), "{refused:?}");
    assert_eq!(count(&fresh, with).await, 0);
}

#[tokio::test]
async fn ground_truth_moves_no_suggestion() {
    let mut reports = Vec::new();
    let mut stripped = demonstration();
    let sections = stripped.as_object_mut().unwrap();
    for section in domain::import::IGNORED_SECTIONS {
        sections.remove(section);
    }
    for section in ["needs", "proposals"] {
        let entries = sections[section].as_array_mut().unwrap();
        entries.reverse();
        entries.rotate_left(7);
        for entry in entries {
            for field in domain::import::IGNORED_FIELDS {
                entry.as_object_mut().unwrap().remove(field);
            }
        }
    }
    for file in [DEMONSTRATION.to_owned(), stripped.to_string()] {
        let fresh = sqlite().await.unwrap();
        let services = services(&fresh);
        load(&services, &file, noon()).await.unwrap();
        let mut snapshot = fresh.db.read().await.unwrap();
        let there = store::import::imported(&mut snapshot, "val-d-arcina").await.unwrap();
        let here = there.unwrap().ambito;
        drop(snapshot);
        reports.push(services::similar::all_for_report(&services, here).await.unwrap());
    }
    assert_eq!(reports[0], reports[1]);
    assert!(reports[0].values().filter(|similar| similar.len() == 10).count() > 50);
}
