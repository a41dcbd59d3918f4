//! What pages read, on both databases: the same rows in the same order.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use common::{World, day, now};
use domain::contributions::{Kind, Stage, Standing};
use domain::ids::ContributionId;
use domain::language::{Language, query_terms};
use domain::outcomes::Outcome;
use domain::people::{IdentityLevel, Role};
use domain::suppression::Shown;
use domain::views::Sort;
use store::read::contributions::{self, readable};
use store::read::lists::{self, Asked, Stretch};
use store::read::{Sight, ambito, people, rounds, threads};

const FIRST: Stretch = Stretch { skip: 0, take: 20 };

async fn worlds() -> Vec<World> {
    let mut worlds = Vec::new();
    for fresh in store::testing::all().await.unwrap() {
        worlds.push(World::new(fresh, "prova").await);
    }
    worlds
}

async fn numbers(w: &World, asked: &Asked, stretch: Stretch) -> (Vec<i64>, u64) {
    let mut s = w.db.read().await.unwrap();
    let total = lists::total(&mut s, w.ambito, asked).await.unwrap();
    let cards = lists::page(&mut s, w.ambito, asked, stretch, total).await.unwrap();
    (cards.iter().map(|card| card.contribution.number).collect(), total)
}

async fn searched(w: &World, query: &str, asked: &Asked) -> (Vec<i64>, u64) {
    let (numbers, total, _) = found(w, query, asked).await;
    (numbers, total)
}

/// Which are found, how many in all, and whether they have only some of the words.
async fn found(w: &World, query: &str, asked: &Asked) -> (Vec<i64>, u64, bool) {
    let mut s = w.db.read().await.unwrap();
    let wanted = [query_terms(query, Language::Italian), query_terms(query, Language::Albanian)];
    let found = lists::search(&mut s, w.ambito, &wanted, asked, FIRST).await.unwrap();
    let numbers = found.cards.iter().map(|card| card.contribution.number).collect();
    (numbers, found.total, found.some)
}

/// Sixty texts over kinds, policies, places and rounds; every eighth is not public.
async fn crowd(w: &mut World) {
    for n in 0..60i64 {
        let title = format!("Testo numero {n}");
        let base = w.need(&title, "Qui manca qualcosa che serve a tutte le famiglie.");
        let voice = common::Voice {
            kind: if n % 3 == 0 { Kind::Proposal } else { Kind::Need },
            policy: ["1.1", "1.4", "3.b"][(n % 3) as usize],
            place: ["MON", "VAL"][(n % 2) as usize],
            round: if n < 20 { w.past } else { w.open },
            // Several at one moment: the number decides.
            at: day(-400 + (n / 4)),
            public: n % 8 != 7,
            ..base
        };
        w.say(voice).await;
    }
}

#[tokio::test]
async fn lists_are_filtered_ordered_and_paged_alike_on_both_databases() {
    let mut all = Vec::new();
    for mut w in worlds().await {
        crowd(&mut w).await;
        let area = vec![w.policy("1.1"), w.policy("1.4")];
        let mut seen = Vec::new();
        for asked in [
            Asked::default(),
            Asked { kind: Some(Kind::Need), ..Asked::default() },
            Asked { kind: Some(Kind::Proposal), round: Some(w.past), ..Asked::default() },
            Asked { round: Some(w.open), ..Asked::default() },
            Asked { policies: Some(vec![w.policy("1.4")]), ..Asked::default() },
            Asked { policies: Some(area.clone()), ..Asked::default() },
            Asked { policies: Some(area), municipality: Some(w.place("VAL")), ..Asked::default() },
            Asked { policies: Some(vec![]), ..Asked::default() },
            Asked { municipality: Some(w.place("COL")), ..Asked::default() },
            Asked { stage: Some(Stage::Published), kind: Some(Kind::Need), ..Asked::default() },
            Asked { stage: Some(Stage::Answered), ..Asked::default() },
        ] {
            for sort in [Sort::Newest, Sort::Oldest, Sort::Supported] {
                let asked = Asked { sort, ..asked.clone() };
                let (mut list, total) = numbers(&w, &asked, FIRST).await;
                let mut skip = 20;
                while list.len() < total as usize {
                    let (more, _) = numbers(&w, &asked, Stretch { skip, take: 20 }).await;
                    assert!(!more.is_empty(), "{asked:?}: {} of {total}", list.len());
                    list.extend(more);
                    skip += 20;
                }
                let (beyond, _) = numbers(&w, &asked, Stretch { skip, take: 20 }).await;
                assert!(beyond.is_empty());
                // No text that is not public, none twice.
                assert!(list.iter().all(|number| (number - 1) % 8 != 7), "{asked:?}");
                let mut once = list.clone();
                once.sort_unstable();
                once.dedup();
                assert_eq!(once.len(), list.len());
                seen.push((total, list));
            }
        }
        // What the filters should give, worked out from how the texts were made.
        let made = |wanted: &dyn Fn(i64) -> bool| -> Vec<i64> {
            (0..60).rev().filter(|n| n % 8 != 7 && wanted(*n)).map(|n| n + 1).collect()
        };
        assert_eq!(seen[0].1, made(&|_| true));
        assert_eq!(seen[3].1, made(&|n| n % 3 != 0));
        assert_eq!(seen[6].1, made(&|n| n % 3 == 0 && n < 20));
        assert_eq!(seen[9].1, made(&|n| n >= 20));
        assert_eq!(seen[12].1, made(&|n| n % 3 == 1));
        assert_eq!(seen[15].1, made(&|n| n % 3 != 2));
        assert_eq!(seen[18].1, made(&|n| n % 3 != 2 && n % 2 == 1));
        assert_eq!(seen[21], (0, vec![]));
        assert_eq!(seen[24], (0, vec![]));
        assert_eq!(seen[27].1, made(&|n| n % 3 != 0));
        assert_eq!(seen[30], (0, vec![]));
        let oldest: Vec<i64> = seen[0].1.iter().rev().copied().collect();
        assert_eq!(seen[1].1, oldest);
        all.push(seen);
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]));
}

#[tokio::test]
async fn the_most_supported_are_ordered_by_what_is_shown() {
    for mut w in worlds().await {
        let mut people = Vec::new();
        for _ in 0..6 {
            people.push(w.person(Role::VerifiedCitizen, IdentityLevel::L2).await.0);
        }
        let body = "Qui manca qualcosa che serve a tutte le famiglie.";
        let mut ids = Vec::new();
        for (n, supporters) in [3usize, 1, 6, 0, 5].into_iter().enumerate() {
            let voice = common::Voice { at: day(-9 + n as i64), ..w.need("Testo", body) };
            let (id, number) = w.say(voice).await;
            for person in people.iter().take(supporters) {
                w.support(id, *person).await;
            }
            ids.push(number);
        }
        let asked = Asked { sort: Sort::Supported, ..Asked::default() };
        let (list, _) = numbers(&w, &asked, FIRST).await;
        // One supporter is newer than three: within «fewer than five» the newest is first.
        assert_eq!(list, [ids[2], ids[4], ids[1], ids[0], ids[3]]);
        let mut s = w.db.read().await.unwrap();
        assert_eq!(ambito::supporters(&mut s, w.ambito).await.unwrap(), 6);
        let total = lists::total(&mut s, w.ambito, &asked).await.unwrap();
        let cards = lists::page(&mut s, w.ambito, &asked, FIRST, total).await.unwrap();
        let shown: Vec<Shown> = cards.iter().map(|card| card.supports).collect();
        use Shown::{Exactly, Few, None};
        assert_eq!(shown, [Exactly(6), Exactly(5), Few, Few, None]);
        let first = people[0];
        let mine = people::supported(&mut s, w.ambito, first).await.unwrap();
        assert_eq!(mine.len(), 4);
    }
}

#[tokio::test]
async fn search_forgives_accents_and_inflections_and_ranks_alike() {
    let mut all = Vec::new();
    for mut w in worlds().await {
        let texts = [
            ("Anziani soli in inverno", "Nella frazione nessuno passa a trovare chi è vecchio."),
            ("Trasporto", "Gli anziani soli non arrivano in città: il trasporto non c'è più."),
            ("Un'anziana sola", "La solitudine degli anziani e delle anziane pesa, sola e soli."),
            ("Nido", "Il nido costa troppo per chi lavora a turni e non ha i nonni vicino."),
        ];
        for (title, body) in texts {
            w.say(w.need(title, body)).await;
        }
        let secret = common::Voice {
            public: false,
            ..w.need("Anziana sola e segreta", "Questa anziana sola non deve comparire.")
        };
        w.say(secret).await;
        let albanian = common::Voice {
            language: "sq",
            ..w.need("Kursi i gjuhës", "Dua të mësoj gjuhën italiane në mbrëmje pas punës.")
        };
        let (_, sq) = w.say(albanian).await;
        let asked = Asked { sort: Sort::Relevance, ..Asked::default() };
        let mut seen = Vec::new();
        for query in [
            "anziano",
            "ANZIANE SOLE",
            "citta",
            "città",
            "segreta",
            "gjuhës",
            "gjuhen",
            "il la di",
            "",
        ] {
            seen.push(searched(&w, query, &asked).await);
        }
        assert_eq!(seen[0].1, 3);
        assert_eq!(seen[1].0.len(), 3);
        assert_eq!(seen[1].0[0], 3, "the most weight first");
        assert_eq!(seen[2], (vec![2], 1));
        assert_eq!(seen[3], (vec![2], 1));
        assert_eq!(seen[4], (vec![], 0), "a restricted text is not found");
        assert_eq!(seen[5], (vec![sq], 1), "a word of another language here");
        assert_eq!(seen[7], (vec![], 0));
        assert_eq!(seen[8], (vec![], 0));
        // Filters and other orders narrow and order the same hits.
        let proposals = Asked { kind: Some(Kind::Proposal), ..asked.clone() };
        assert_eq!(searched(&w, "anziano", &proposals).await, (vec![], 0));
        let newest = Asked { sort: Sort::Newest, ..asked.clone() };
        assert_eq!(searched(&w, "anziano", &newest).await.0, [3, 2, 1]);
        let here = Asked { policies: Some(vec![w.policy("3.b")]), ..asked.clone() };
        assert_eq!(searched(&w, "anziano", &here).await.1, 3);
        all.push(seen);
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]));
}

/// «cerco lavoro», and nobody wrote both words.
#[tokio::test]
async fn where_no_text_has_all_words_those_with_most_of_them_are_found() {
    let mut all = Vec::new();
    for mut w in worlds().await {
        let texts = [
            ("Lavoro e casa", "Chi ha un lavoro a turni non trova una casa in affitto qui."),
            ("Lavoro per i giovani", "Un lavoro vicino per chi ha finito la scuola."),
            ("Affitto", "La casa costa troppo e l'affitto cresce ogni anno di più."),
            ("Nido", "Il nido apre tardi per le famiglie con due turni."),
        ];
        for (title, body) in texts {
            w.say(w.need(title, body)).await;
        }
        let secret = common::Voice {
            public: false,
            ..w.need("Lavoro in segreto", "Cerco lavoro, casa e affitto ma non lo dico.")
        };
        w.say(secret).await;
        let asked = Asked { sort: Sort::Relevance, ..Asked::default() };
        let mut seen = Vec::new();
        for query in [
            "cerco lavoro",
            "lavoro casa nido affitto",
            "lavoro giovani",
            "cerco xyz",
            "scuola nido",
        ] {
            seen.push(found(&w, query, &asked).await);
        }
        assert_eq!((seen[0].1, seen[0].2), (2, true), "a word that nobody wrote");
        assert_eq!(seen[1], (vec![1], 1, true), "three of four, none has more");
        assert_eq!(seen[2], (vec![2], 1, false), "both words: no need for less");
        assert_eq!(seen[3], (vec![], 0, false));
        assert_eq!((seen[4].1, seen[4].2), (2, true), "one of two each");
        // What is asked beside the words holds before «most» is counted.
        let place = Asked { municipality: Some(w.place("MON")), ..asked.clone() };
        let proposals = Asked { kind: Some(Kind::Proposal), ..asked.clone() };
        assert_eq!(found(&w, "cerco lavoro", &proposals).await, (vec![], 0, false));
        let newest = Asked { sort: Sort::Oldest, ..place };
        seen.push(found(&w, "casa nido", &newest).await);
        // Beyond the last page: nothing to show, and still how many there are.
        let mut s = w.db.read().await.unwrap();
        let wanted = [query_terms("cerco lavoro", Language::Italian)];
        let far = Stretch { skip: 20, take: 20 };
        let beyond = lists::search(&mut s, w.ambito, &wanted, &asked, far).await.unwrap();
        assert_eq!((beyond.cards.len(), beyond.total, beyond.some), (0, 2, true));
        all.push(seen);
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]));
}

#[tokio::test]
async fn facets_count_what_is_public() {
    for mut w in worlds().await {
        crowd(&mut w).await;
        let mut s = w.db.read().await.unwrap();
        let facets = lists::facets(&mut s, w.ambito, None, None).await.unwrap();
        let public = (0..60).filter(|n| n % 8 != 7).count() as u64;
        for sum in [
            facets.rounds.iter().map(|(_, n)| n).sum::<u64>(),
            facets.policies.iter().map(|(_, n)| n).sum(),
            facets.municipalities.iter().map(|(_, n)| n).sum(),
            facets.stages.iter().map(|(_, n)| n).sum(),
        ] {
            assert_eq!(sum, public);
        }
        let narrow = lists::facets(&mut s, w.ambito, Some(Kind::Need), Some(w.open)).await.unwrap();
        let needs = (20..60).filter(|n| n % 8 != 7 && n % 3 != 0).count() as u64;
        assert_eq!(narrow.policies.iter().map(|(_, n)| n).sum::<u64>(), needs);
        // Rounds keep the counts of the others, to change over to.
        assert_eq!(narrow.rounds.len(), 2);
        let (spoken, answered) = ambito::totals(&mut s, w.ambito).await.unwrap();
        assert_eq!((spoken.needs + spoken.proposals, answered), (public, 0));
        let by_place = ambito::spoken_by_municipality(&mut s, w.ambito).await.unwrap();
        assert!(!by_place.contains_key(&w.place("COL")));
        let heard = rounds::heard(&mut s, w.ambito, w.open).await.unwrap();
        assert_eq!(heard.needs, needs);
        assert_eq!(heard.municipalities.len(), 2);
        assert_eq!(heard.unanswered, heard.needs + heard.proposals);
    }
}

#[tokio::test]
async fn the_frame_reads_alike_on_both_databases() {
    let mut all = Vec::new();
    for w in worlds().await {
        let mut s = w.db.read().await.unwrap();
        assert_eq!(ambito::find(&mut s, "prova").await.unwrap(), Some(w.ambito));
        assert_eq!(ambito::find(&mut s, "altrove").await.unwrap(), None);
        let head = ambito::head(&mut s, w.ambito).await.unwrap().unwrap();
        assert_eq!(head.head.labels.review_body, "Tavolo di Piano");
        assert_eq!(head.languages, ["it", "en", "sq"]);
        let places = ambito::municipalities(&mut s, w.ambito).await.unwrap();
        let codes: Vec<&str> = places.iter().map(|place| place.row.code.as_str()).collect();
        assert_eq!(codes, ["MON", "VAL", "COL"]);
        let policies = ambito::policies(&mut s, w.ambito).await.unwrap();
        assert_eq!(policies.len(), 3);
        let bodies = ambito::bodies(&mut s, w.ambito).await.unwrap();
        assert_eq!(bodies[0].name, "Organo CDS", "who decides last in front");
        assert_eq!(bodies[1].seats[0].represents.as_deref(), Some("Buon Vicinato"));
        let profile = ambito::profile(&mut s, w.ambito).await.unwrap();
        assert_eq!(profile.len(), 2, "only indicators of the profile");
        let values: Vec<f64> = profile[1].card.series.iter().map(|point| point.value).collect();
        assert_eq!(values, [9.0, 10.0, 12.5], "a correction counts, the first value not");
        let plans = ambito::plans(&mut s, w.ambito).await.unwrap();
        assert_eq!(plans[0].programmes.len(), 1);
        let rounds = rounds::of_ambito(&mut s, w.ambito).await.unwrap();
        assert_eq!(rounds.len(), 4);
        assert_eq!(rounds[1].card(now(), 0).days_left, Some(20));
        assert_eq!(rounds[2].card(now(), 0).days_left, None);
        let organisations = ambito::organisations(&mut s, w.ambito).await.unwrap();
        all.push((head, places, bodies, plans, organisations, rounds));
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]));
}

#[tokio::test]
async fn a_text_that_is_not_public_loses_its_words() {
    for mut w in worlds().await {
        let (author, _) = w.person(Role::Citizen, IdentityLevel::L1).await;
        let body = "Qui c'è un segreto che nessuno deve leggere prima del tempo.";
        let waiting = common::Voice {
            public: false,
            author: Some(author),
            byline: Some("Nadia"),
            ..w.need("Segreto", body)
        };
        let (waiting, _) = w.say(waiting).await;
        let shown = common::Voice { byline: Some("Nadia"), ..w.need("Segreto pubblico", body) };
        let (hidden, number) = w.say(shown).await;
        w.hide(hidden).await;
        let (proposal, _) = w.say(w.proposal("Proposta", body)).await;
        w.answers(proposal, waiting).await;
        w.answers(proposal, hidden).await;
        let mut s = w.db.read().await.unwrap();
        let cards = contributions::cards(&mut s, &[waiting, hidden], Sight::Public).await.unwrap();
        for card in &cards {
            assert_eq!(card.card.contribution.title, "");
            assert_eq!(card.card.excerpt, "");
            assert_eq!(card.card.byline, None);
        }
        let all = contributions::cards(&mut s, &[waiting], Sight::Restricted).await.unwrap();
        assert_eq!(all[0].card.contribution.title, "Segreto");
        assert_eq!(contributions::public_refs(&mut s, &[waiting, hidden]).await.unwrap(), []);
        assert_eq!(contributions::public_cards(&mut s, w.ambito, &[1, number]).await.unwrap(), []);
        let around = contributions::around(&mut s, proposal).await.unwrap();
        assert_eq!(around, contributions::Around::default());

        let stored = contributions::by_id(&mut s, waiting).await.unwrap().unwrap();
        assert!(!stored.known_to_all());
        assert!(!format!("{stored:?}").contains("egret"));
        assert_eq!(stored.seen(Sight::Public).unwrap().words, None);
        let stored = contributions::by_number(&mut s, w.ambito, Kind::Need, number).await.unwrap();
        let stored = stored.unwrap();
        assert!(stored.known_to_all(), "a tombstone stays where a public text was");
        let seen = stored.seen(Sight::Public).unwrap();
        assert_eq!((seen.words, seen.card.excerpt.as_str()), (None, ""));
        let handling =
            contributions::handling(&mut s, hidden, Standing::Hidden, now()).await.unwrap();
        let tombstone = handling.tombstone.unwrap();
        assert_eq!(tombstone.role, Some(Role::Moderator));
        assert_eq!(tombstone.reason_class.unwrap().code(), "discriminazione");
        let wrong =
            contributions::by_number(&mut s, w.ambito, Kind::Proposal, number).await.unwrap();
        assert!(wrong.is_none(), "a need is not found among proposals");
    }
}

#[test]
fn what_may_be_read() {
    use Sight::{Public, Restricted};
    assert!(readable(Standing::Published, false, Public));
    assert!(readable(Standing::Anonymised, false, Public));
    assert!(!readable(Standing::Anonymised, true, Restricted));
    assert!(!readable(Standing::InModeration, false, Public));
    assert!(readable(Standing::InModeration, false, Restricted));
    assert!(!readable(Standing::Hidden, false, Public));
    assert!(!readable(Standing::Withdrawn, false, Restricted));
}

#[tokio::test]
async fn comments_stand_in_order_and_tombstones_without_words() {
    for mut w in worlds().await {
        let (id, _) = w.say(w.need("Testo", "Qui manca qualcosa a tutte le famiglie.")).await;
        let (first, _) = w.comment(id, None, "Uno", "pubblicato").await;
        let (_, answer) = w.comment(id, Some(first), "Risposta", "pubblicato").await;
        let (hidden, _) = w.comment(id, None, "Insulto", "oscurato").await;
        let (waiting, _) = w.comment(id, None, "Attesa", "in_moderazione").await;
        let mut s = w.db.read().await.unwrap();
        let comments = contributions::comments(&mut s, id, |_| false).await.unwrap();
        assert_eq!(comments.len(), 4);
        assert_eq!(comments[1].parent, Some(first));
        assert_eq!(comments[1].view.number, answer);
        assert_eq!(comments[0].view.body.as_deref(), Some("Uno"));
        assert_eq!((comments[2].id, comments[2].view.body.as_deref()), (hidden, None));
        assert_eq!(comments[2].view.byline, None);
        assert_eq!(comments[3].view.body, None);
        let own = contributions::comments(&mut s, id, |comment| comment == waiting).await.unwrap();
        assert_eq!(own[3].view.body.as_deref(), Some("Attesa"));
        let card = contributions::cards(&mut s, &[id], Sight::Public).await.unwrap();
        assert_eq!(card[0].card.comments, 2);
    }
}

#[tokio::test]
async fn a_thread_reads_from_cluster_to_measurement() {
    for mut w in worlds().await {
        let (paola, _) = w.person(Role::Facilitator, IdentityLevel::L2).await;
        let mut ids: Vec<ContributionId> = Vec::new();
        for n in 0..3 {
            let title = format!("Testo {n}");
            ids.push(w.say(w.need(&title, "Qui manca qualcosa a tutte le famiglie.")).await.0);
        }
        let (kept, _) = w.cluster("Insieme", &ids[..2], paola).await;
        let (gone, _) = w.cluster("Per sbaglio", &ids[1..], paola).await;
        w.dissolve(gone, &ids[1..]).await;
        let (action, _) = w.action("Azione", "approvata", &[kept], &[], paola).await;
        w.review(action, "ammessa", "Risponde a un vuoto verificato.").await;
        w.act(action).await;
        w.outcome(ids[2], "altro_ente", "La strada è della Provincia.", day(-1)).await;
        for id in &ids {
            w.restage(*id).await;
        }
        let mut s = w.db.read().await.unwrap();
        let clusters = threads::clusters_of(&mut s, ids[1]).await.unwrap();
        assert_eq!(clusters.len(), 2);
        assert_eq!(clusters[0].sources, 2);
        assert_eq!(clusters[0].facilitator, "Paola Facilita");
        assert_eq!(clusters[1].dissolved.as_deref(), Some("Non andavano insieme."));
        assert_eq!(
            threads::actions_of_clusters(&mut s, &[kept, gone]).await.unwrap(),
            [(kept, action)]
        );
        let tracks = threads::tracks(&mut s, &[action]).await.unwrap();
        let track = &tracks[0];
        assert_eq!(track.sent, [day(-2)]);
        assert_eq!(track.reviews[0].conditions, ["Verifica dopo sei mesi"]);
        assert_eq!(track.acts[0].act.number, "9");
        assert!(track.acts[0].approved);
        assert_eq!(track.measures[0].value, 12.5);
        let outcomes = threads::outcomes_of(&mut s, ids[2]).await.unwrap();
        assert_eq!(outcomes[0].addressed_to.as_deref(), Some("Provincia"));
        let answers = contributions::newest_answers(&mut s, w.ambito, 3).await.unwrap();
        assert_eq!(answers.len(), 2, "a review stands for the first of its sources");
        assert!(answers.iter().any(|answer| answer.contribution == ids[2]
            && answer.outcome == Outcome::OtherBody));
        let reviewed = answers.iter().find(|answer| answer.contribution == ids[0]).unwrap();
        assert_eq!(reviewed.outcome, Outcome::Accepted);
        assert_eq!(reviewed.action.as_ref().unwrap().title, "Azione");
        let asked = Asked { stage: Some(Stage::Answered), ..Asked::default() };
        drop(s);
        assert_eq!(numbers(&w, &asked, FIRST).await.1, 3);
    }
}
