//! Sent after closing: kept as a draft, sent later, corrected, thrown away.

use domain::citizen_forms::parse_draft;
use domain::contributions::{Kind, Standing};
use domain::ordering::mixed::Beginning;
use services::drafts::{self, Held};
use services::{contributions, people, receipts, round_reopen, voices};
use store::testing::{number, text};

use super::*;

const BODY: &str = "Dopo le sette non passa più nessuno, e chi lavora fino a tardi resta a piedi.";

fn sent(more: &[(&str, &str)]) -> Fields {
    let mut pairs = vec![
        ("title", "Una corriera la sera"),
        ("body", BODY),
        ("municipality", "PRV"),
        ("policy", "1.1"),
        ("author_kind", "cittadino"),
        ("round", "1"),
        ("step", "check"),
        ("go", "send"),
    ];
    pairs.extend_from_slice(more);
    let pairs = pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    Fields::from_pairs(pairs)
}

async fn count(world: &World, sql: &'static str) -> i64 {
    number(&world.fresh.db, sql, []).await.unwrap()
}

const DRAFTS: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM voice_drafts";
const TEXTS: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM contributions";

/// Awkward case 11: the server's time decides; a form opened before and sent after is saved as a
/// draft; nothing of it is public or counted.
#[tokio::test]
async fn case_11_closing_at_23_59_with_a_slow_network() {
    for world in worlds().await {
        let services = &world.services;
        let nadia = world.asking(world.citizen);
        let (form, fields) = (world.form_id(), sent(&[]));
        let draft = parse_draft(Kind::Need, &fields, "it").unwrap();
        // A moment before the end it is taken, a moment after it is not.
        let last =
            Asking { now: noon() + Duration::days(5) - Duration::microseconds(1), ..nadia.clone() };
        voices::submit(services, &last, draft.clone(), &world.form_id()).await.unwrap();
        let late = world.later(&nadia, 5);
        let refused = refusal(voices::submit(services, &late, draft, &form).await);
        assert!(drafts::is_late(&refused), "{refused:?}");
        let kept = drafts::keep(services, &late, Kind::Need, &fields, &form).await.unwrap();
        assert_eq!(kept.fields.text("body"), BODY);
        assert_eq!((kept.code, kept.open.len()), (None, 0));
        // A double click keeps it once.
        let again = drafts::keep(services, &late, Kind::Need, &fields, &form).await.unwrap();
        assert_eq!(again.number, kept.number);
        assert_eq!((count(&world, DRAFTS).await, count(&world, TEXTS).await), (1, 1));
        // It stands under one's own voices, and nowhere else.
        let mine = people::mine(services, &late).await.unwrap();
        assert_eq!((mine.drafts.len(), mine.contributions.len()), (1, 1));
        assert_eq!(mine.drafts[0].title, "Una corriera la sera");
        let nello = world.later(&world.asking(world.neighbour), 5);
        let theirs = drafts::page(services, &nello, &Held::Own(kept.number)).await;
        assert!(matches!(theirs, Err(Declined::NotFound)), "{theirs:?}");
        let visitor = world.later(&world.visitor(), 5);
        let theirs = drafts::page(services, &visitor, &Held::Own(kept.number)).await;
        assert_eq!(refusal(theirs), Refusal::SignInNeeded);
        let found = domain::views::Filter {
            query: Some("corriera".into()),
            ..domain::views::Filter::default()
        };
        let list =
            contributions::list(services, &visitor, &found, Beginning::default()).await.unwrap();
        assert_eq!(list.cards.len(), 1);
        // Events hold no word of it.
        let sql = "SELECT details FROM events WHERE operation = 'keep_draft'";
        assert_eq!(text(&world.fresh.db, sql, []).await.unwrap().as_deref(), Some("{}"));
        world.sound().await;
    }
}

#[tokio::test]
async fn without_an_account_a_draft_is_behind_a_code() {
    for world in worlds().await {
        let services = &world.services;
        let late = world.later(&world.visitor(), 6);
        let (form, fields) = (world.form_id(), sent(&[]));
        let kept = drafts::keep(services, &late, Kind::Need, &fields, &form).await.unwrap();
        let code = kept.code.unwrap();
        let again = drafts::keep(services, &late, Kind::Need, &fields, &form).await.unwrap();
        assert_eq!(again.code.as_deref(), Some(code.as_str()));
        assert_eq!(count(&world, DRAFTS).await, 1);
        let held = Held::Receipt(code.to_lowercase());
        let page = drafts::page(services, &late, &held).await.unwrap();
        assert_eq!(page.fields.text("title"), "Una corriera la sera");
        // The code is of no text that was sent.
        let followed = receipts::follow(services, &late, &code).await;
        assert_eq!(faults(followed)[0].field, "code");
        let wrong = Held::Receipt("0000-0000".into());
        assert_eq!(faults(drafts::page(services, &late, &wrong).await)[0].field, "code");
        // Corrected; then thrown away, words and key.
        let changed = Fields::from_pairs([("body".to_owned(), "Parole nuove.".to_owned())]);
        let page = drafts::correct(services, &late, &held, &changed).await.unwrap();
        assert_eq!(page.fields.text("body"), "Parole nuove.");
        assert_eq!(page.fields.text("title"), "Una corriera la sera");
        assert_eq!(page.fields.text("policy"), "1.1");
        world.sound().await;
        drafts::discard(services, &late, &held).await.unwrap();
        assert_eq!(count(&world, DRAFTS).await, 0);
        assert_eq!(faults(drafts::page(services, &late, &held).await)[0].field, "code");
        world.sound().await;
    }
}

#[tokio::test]
async fn a_draft_is_sent_when_its_round_is_open_again_or_to_another_that_is() {
    for world in worlds().await {
        let services = &world.services;
        let nadia = world.later(&world.asking(world.citizen), 6);
        let fields = sent(&[]);
        let form = world.form_id();
        let kept = drafts::keep(services, &nadia, Kind::Need, &fields, &form).await.unwrap();
        let held = Held::Own(kept.number);
        // Still closed: it stays a draft, and is updated rather than kept twice.
        let more = sent(&[("draft", &kept.number.to_string()), ("strengths", "I vicini")]);
        let draft = parse_draft(Kind::Need, &more, "it").unwrap();
        let refused = drafts::send(services, &nadia, &held, draft, &world.form_id()).await;
        assert!(drafts::is_late(&refusal(refused)));
        drafts::keep(services, &nadia, Kind::Need, &more, &world.form_id()).await.unwrap();
        assert_eq!(count(&world, DRAFTS).await, 1);
        // Reopened: it can be sent there, and the person is told.
        let closes = chrono::NaiveDate::from_ymd_opt(2026, 4, 30).unwrap().and_hms_opt(18, 0, 0);
        let reason = "Il cartellone portava la data sbagliata.";
        let chief = world.later(&coordinator(&world), 6);
        round_reopen::reopen(services, &chief, 1, reason, closes).await.unwrap();
        let page = drafts::page(services, &nadia, &held).await.unwrap();
        assert_eq!((page.may_send, page.open.len()), (Ok(()), 1));
        let draft = parse_draft(Kind::Need, &more, "it").unwrap();
        let form = world.form_id();
        let made = drafts::send(services, &nadia, &held, draft.clone(), &form).await.unwrap();
        assert_eq!(made.standing, Standing::Published);
        // Once: a double click finds what the first one made.
        let again = drafts::send(services, &nadia, &held, draft, &form).await.unwrap();
        assert_eq!(again.number, made.number);
        assert_eq!((count(&world, DRAFTS).await, count(&world, TEXTS).await), (0, 1));
        world.sound().await;

        // Another round that is open takes one too, of somebody without an account.
        world.add_round(id(0x51), 2, 5, 30).await.unwrap();
        let late = Asking { now: noon() + Duration::days(60), ..world.visitor() };
        let kept = drafts::keep(services, &late, Kind::Need, &sent(&[]), &world.form_id()).await;
        let code = kept.unwrap().code.unwrap();
        let open = world.later(&world.visitor(), 7);
        let held = Held::Receipt(code.clone());
        let page = drafts::page(services, &open, &held).await.unwrap();
        assert_eq!(page.open.len(), 2);
        let other = sent(&[("round", "2"), ("draft", &code)]);
        let draft = parse_draft(
            Kind::Need,
            &Fields::from_pairs(
                other
                    .pairs()
                    .filter(|(name, value)| *name != "round" || *value == "2")
                    .map(|(name, value)| (name.to_owned(), value.to_owned())),
            ),
            "it",
        )
        .unwrap();
        let made = drafts::send(services, &open, &held, draft, &world.form_id()).await.unwrap();
        assert!(made.receipt.is_some());
        assert_eq!(faults(drafts::page(services, &open, &held).await)[0].field, "code");
        assert_eq!(count(&world, DRAFTS).await, 0);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_draft_that_is_too_long_is_not_kept() {
    for world in worlds().await {
        let late = world.later(&world.visitor(), 6);
        let long = "parola ".repeat(20_000);
        let fields = sent(&[("strengths", &long)]);
        let kept = drafts::keep(&world.services, &late, Kind::Need, &fields, "").await;
        assert_eq!(faults(kept)[0].field, "body");
        assert_eq!(count(&world, DRAFTS).await, 0);
    }
}
