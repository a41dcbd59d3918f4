//! From which sentences of its sources each sentence of a synthesis draws.

use domain::merging::life::{AnswerDraft, Mediation, MediationDraft, MergeAnswer};
use services::merging::synthesis::{page, save};
use services::merging::{answer, cluster, dissolve, make, mediate};
use services::voices::Whose;

use super::merging::wrong_of;
use super::*;

const SYNTHESIS: &str =
    "Chi vive in frazione chiede una corriera la sera. Chi ha bambini chiede il pediatra.";

/// Two needs of two sentences each, and the cluster of both.
async fn two(world: &World) -> (i64, i64, i64) {
    let mut numbers = Vec::new();
    for (person, title, body) in [
        (
            world.citizen,
            "La corriera",
            "Non c'è una corriera la sera. Torno a piedi da solo, tardi.",
        ),
        (
            world.neighbour,
            "I figli",
            "Per i bambini il pediatra manca. Grazie a tutti di cuore davvero.",
        ),
    ] {
        let mut draft = world.draft(Kind::Need, title);
        draft.words.body = body.to_owned();
        let (ask, form) = (world.asking(person), world.form_id());
        let sent = services::voices::submit(&world.services, &ask, draft, &form).await.unwrap();
        numbers.push(sent.number);
    }
    let draft = ClusterDraft { synthesis: SYNTHESIS.into(), ..joined(&numbers) };
    let ask = world.asking(world.facilitator);
    let made = make(&world.services, &ask, 1, draft, &world.form_id()).await.unwrap();
    (numbers[0], numbers[1], made)
}

fn said(pairs: &[(String, &str)]) -> Fields {
    Fields::from_pairs(pairs.iter().map(|(name, value)| (name.clone(), (*value).to_owned())))
}

/// The first sentence of each text is taken up, the last of the second isn't needed.
fn usual(one: i64, two: i64) -> Fields {
    said(&[
        (format!("from-{one}-1"), "1"),
        (format!("from-{two}-1"), "2"),
        (format!("skip-{two}-2"), "Sono saluti."),
    ])
}

#[tokio::test]
async fn shared_words_suggest_and_nothing_is_said_until_it_is_saved() {
    for world in worlds().await {
        let (one, two, made) = two(&world).await;
        let ask = world.asking(world.facilitator);
        let editor = page(&world.services, &ask, made).await.unwrap();
        assert!(editor.suggested);
        assert_eq!((editor.version, editor.edition, editor.left), (1, 0, 2));
        let from: Vec<Vec<usize>> = editor
            .sources
            .iter()
            .flat_map(|source| source.sentences.iter().map(|one| one.from.clone()))
            .collect();
        assert_eq!(from, [vec![0], vec![], vec![1], vec![]]);
        let shown = cluster(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!((shown.collected, shown.may_collect), (None, Err(Refusal::SignInNeeded)));

        save(&world.services, &ask, made, (1, 0), &usual(one, two)).await.unwrap();
        let shown = cluster(&world.services, &world.visitor(), made).await.unwrap();
        let collected = shown.collected.unwrap();
        let from: Vec<Vec<i64>> = collected
            .sentences
            .iter()
            .map(|one| one.from.iter().map(|source| source.number).collect())
            .collect();
        assert_eq!(from, [vec![one], vec![two]]);
        let left: Vec<(&str, Option<&str>)> =
            collected.left.iter().map(|one| (one.text.as_str(), one.reason.as_deref())).collect();
        assert_eq!(
            left,
            [
                ("Torno a piedi da solo, tardi.", None),
                ("Grazie a tutti di cuore davvero.", Some("Sono saluti."))
            ]
        );
        assert_eq!(page(&world.services, &ask, made).await.unwrap().left, 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn who_saves_on_what_somebody_else_saved_is_told() {
    for world in worlds().await {
        let (one, two, made) = two(&world).await;
        let (ask, colleague) = (world.asking(world.facilitator), world.asking(world.colleague));
        save(&world.services, &ask, made, (1, 0), &usual(one, two)).await.unwrap();
        let stale = save(&world.services, &colleague, made, (1, 0), &Fields::default()).await;
        assert!(matches!(stale, Err(Declined::Stale { current: 1 })), "{stale:?}");
        save(&world.services, &colleague, made, (1, 1), &Fields::default()).await.unwrap();
        assert_eq!(page(&world.services, &ask, made).await.unwrap().left, 4);
        let citizen = world.asking(world.citizen);
        let tried = save(&world.services, &citizen, made, (1, 2), &Fields::default()).await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
        let wrong = said(&[(format!("from-{one}-1"), "9")]);
        let tried = save(&world.services, &ask, made, (1, 2), &wrong).await;
        assert_eq!(faults(tried)[0].field, format!("from-{one}-1"));
        dissolve(&world.services, &ask, made, "Meglio tenerle distinte.").await.unwrap();
        let tried = save(&world.services, &ask, made, (1, 2), &usual(one, two)).await;
        assert_eq!(refusal(tried), Refusal::AlreadyDone);
        world.sound().await;
    }
}

#[tokio::test]
async fn links_follow_a_synthesis_that_a_mediation_changed() {
    for world in worlds().await {
        let (one, two, made) = two(&world).await;
        let ask = world.asking(world.facilitator);
        save(&world.services, &ask, made, (1, 0), &usual(one, two)).await.unwrap();
        let objection = AnswerDraft {
            answer: MergeAnswer::Objected,
            words: "Non chiedevo questo, ma una stanza.".into(),
            language: "it".into(),
        };
        let (citizen, whose) = (world.asking(world.citizen), Whose::Own(Kind::Need, one));
        answer(&world.services, &citizen, whose, made, objection).await.unwrap();
        let draft = MediationDraft {
            decision: Mediation::Changed,
            reason: "Ho sentito chi si oppone e chi ha proposto.".into(),
            synthesis: "Tutti chiedono ascolto. Chi ha bambini chiede il pediatra. \
                        Chi vive in frazione chiede una corriera ogni sera."
                .into(),
        };
        let colleague = world.asking(world.colleague);
        mediate(&world.services, &colleague, made, &draft).await.unwrap();
        let editor = page(&world.services, &ask, made).await.unwrap();
        assert_eq!((editor.version, editor.edition, editor.suggested), (2, 1, false));
        let told: Vec<(Vec<usize>, bool)> = editor
            .sources
            .iter()
            .flat_map(|source| source.sentences.iter().map(|one| (one.from.clone(), one.recheck)))
            .collect();
        let none = || (vec![], false);
        assert_eq!(told, [(vec![2], true), none(), (vec![1], false), none()]);
        world.sound().await;
    }
}

#[tokio::test]
async fn what_is_said_of_a_text_goes_with_it() {
    for world in worlds().await {
        let (one, two, made) = two(&world).await;
        let ask = world.asking(world.facilitator);
        save(&world.services, &ask, made, (1, 0), &usual(one, two)).await.unwrap();
        dissolve(&world.services, &ask, made, "Meglio tenerle distinte.").await.unwrap();
        let whose = Whose::Own(Kind::Need, two);
        let neighbour = world.asking(world.neighbour);
        services::voices::withdraw(&world.services, &neighbour, whose).await.unwrap();
        let skips = "SELECT CAST(COUNT(*) AS BIGINT) FROM synthesis_skips";
        assert_eq!(count(&world, skips).await, 0);
        let links = "SELECT CAST(COUNT(*) AS BIGINT) FROM synthesis_links";
        assert_eq!(count(&world, links).await, 1);
        world.sound().await;
        execute(&world.fresh.db, "UPDATE synthesis_links SET recheck = $1", [Value::Bool(true)])
            .await
            .unwrap();
        assert_eq!(wrong_of(&world).await, ["text_altered"]);
    }
}
