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
        assert_eq!((editor.of.read(), editor.left), ((1, 0), 2));
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
        assert_eq!((editor.of.read(), editor.suggested), ((2, 1), false));
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

mod drafts {
    //! The same while it is a draft.

    use domain::merging::bench::{ActKind, Texts, Written};
    use domain::merging::drawn::{WRITTEN, read_field};
    use domain::views::{BenchDraftPage, SynthesisOf, SynthesisPage};
    use services::merging::drafts::{self, Into};
    use services::merging::{draft_synthesis, undo, workbench};

    use super::*;

    /// Two needs of two sentences each, in a draft with a synthesis: their numbers, and its.
    async fn drafted(world: &World) -> (i64, i64, i64) {
        let (one, two, made) = two(world).await;
        let ask = world.asking(world.facilitator);
        dissolve(&world.services, &ask, made, "Meglio ricominciare da capo.").await.unwrap();
        let chosen = joined(&[one, two]).sources;
        let draft = drafts::put(&world.services, &ask, 1, Into::New, None, &chosen).await.unwrap();
        write(world, world.facilitator, draft, SYNTHESIS).await.unwrap();
        (one, two, draft)
    }

    async fn at(world: &World, draft: i64) -> BenchDraftPage {
        let ask = world.asking(world.facilitator);
        drafts::page(&world.services, &ask, 1, draft).await.unwrap()
    }

    async fn editor(world: &World, draft: i64) -> SynthesisPage {
        let ask = world.asking(world.facilitator);
        draft_synthesis::page(&world.services, &ask, 1, draft).await.unwrap()
    }

    async fn write(
        world: &World,
        by: PersonId,
        draft: i64,
        synthesis: &str,
    ) -> Result<(), Declined> {
        let now = at(world, draft).await;
        let joined = joined(&[]);
        let texts =
            Texts { title: joined.title, synthesis: synthesis.into(), reason: joined.reason };
        let sources = now.sources.iter().map(|one| ChosenSource {
            number: one.source.card.contribution.number,
            share: one.source.share,
            excerpt: one.source.excerpt.clone().unwrap_or_default(),
        });
        let written = Written { version: now.card.version, texts, sources: sources.collect() };
        drafts::write(&world.services, &world.asking(by), 1, draft, &written).await
    }

    /// A form about what is before somebody's eyes.
    fn form(page: &SynthesisPage, said: &Fields) -> Fields {
        let SynthesisOf::Draft { written, .. } = &page.of else { panic!("of a draft") };
        let mut fields = said.clone();
        fields.set(WRITTEN, written.clone());
        for source in &page.sources {
            fields.set(&read_field(source.card.contribution.number), source.read.clone());
        }
        fields
    }

    async fn save(world: &World, by: PersonId, draft: i64, form: &Fields) -> Result<(), Declined> {
        draft_synthesis::save(&world.services, &world.asking(by), 1, draft, form).await
    }

    /// From which sentences the sources are drawn on, and whether that is to be looked at again.
    fn from(page: &SynthesisPage) -> Vec<(Vec<usize>, bool)> {
        let all = page.sources.iter().flat_map(|source| &source.sentences);
        all.map(|one| (one.from.clone(), one.recheck)).collect()
    }

    fn none() -> (Vec<usize>, bool) {
        (vec![], false)
    }

    async fn last_act(world: &World) -> i64 {
        let ask = world.asking(world.facilitator);
        let page = workbench(&world.services, &ask, 1, &Default::default(), None).await.unwrap();
        page.acts.first().unwrap().number
    }

    #[tokio::test]
    async fn a_draft_says_where_it_comes_from_and_tells_what_nobody_collected() {
        for world in worlds().await {
            let (one, two, draft) = drafted(&world).await;
            let page = editor(&world, draft).await;
            assert!(page.suggested, "shared words suggest");
            assert_eq!(from(&page), [(vec![0], false), none(), (vec![1], false), none()]);
            let now = at(&world, draft).await;
            assert_eq!((now.collected.looked, now.collected.open()), (false, 4), "nobody looked");

            save(&world, world.facilitator, draft, &form(&page, &usual(one, two))).await.unwrap();
            let now = at(&world, draft).await;
            assert_eq!((now.collected.looked, now.collected.open()), (true, 1));
            assert_eq!(now.acts[0].kind, ActKind::Linked);
            let lines: Vec<usize> =
                now.collected.sentences.iter().map(|line| line.from.len()).collect();
            assert_eq!(lines, [1, 1]);
            assert!(!editor(&world, draft).await.suggested);
            let again = form(&editor(&world, draft).await, &usual(one, two));
            let act = last_act(&world).await;
            save(&world, world.facilitator, draft, &again).await.unwrap();
            assert_eq!(last_act(&world).await, act, "saying what stands is no act");

            let ask = world.asking(world.facilitator);
            let made = drafts::propose(&world.services, &ask, 1, draft).await.unwrap();
            let shown = cluster(&world.services, &world.visitor(), made).await.unwrap();
            let collected = shown.collected.unwrap();
            let left: Vec<Option<&str>> =
                collected.left.iter().map(|one| one.reason.as_deref()).collect();
            assert_eq!(left, [None, Some("Sono saluti.")], "carried over");
            let kept = services::merging::synthesis::page(&world.services, &ask, made).await;
            assert_eq!(kept.unwrap().of.read(), (1, 1));
            world.sound().await;

            dissolve(&world.services, &ask, made, "Meglio tenerle distinte.").await.unwrap();
            let (_, again) = drafts::resume(&world.services, &ask, made).await.unwrap();
            assert_eq!(at(&world, again).await.collected, now.collected, "and taken up again");
            world.sound().await;
        }
    }

    #[tokio::test]
    async fn links_stay_where_sentences_stay_and_come_back_with_what_is_undone() {
        for world in worlds().await {
            let (one, two, draft) = drafted(&world).await;
            let page = editor(&world, draft).await;
            save(&world, world.facilitator, draft, &form(&page, &usual(one, two))).await.unwrap();
            let said = last_act(&world).await;
            let after = "Tutti chiedono ascolto. Chi ha bambini chiede il pediatra. \
                         Chi vive in frazione chiede una corriera ogni sera.";
            write(&world, world.colleague, draft, after).await.unwrap();
            let written = last_act(&world).await;
            let links = from(&editor(&world, draft).await);
            assert_eq!(links, [(vec![2], true), none(), (vec![1], false), none()]);
            assert_eq!(at(&world, draft).await.collected.recheck, 1);

            write(&world, world.colleague, draft, "Tutto nuovo e diverso da prima.").await.unwrap();
            assert_eq!(at(&world, draft).await.collected.open(), 3);
            let ask = world.asking(world.facilitator);
            undo(&world.services, &ask, 1, last_act(&world).await).await.unwrap();
            undo(&world.services, &ask, 1, written).await.unwrap();
            let links = from(&editor(&world, draft).await);
            assert_eq!(links, [(vec![0], false), none(), (vec![1], false), none()]);

            undo(&world.services, &ask, 1, said).await.unwrap();
            assert!(!at(&world, draft).await.collected.looked);
            undo(&world.services, &ask, 1, last_act(&world).await).await.unwrap();
            assert_eq!(at(&world, draft).await.collected.open(), 1);

            // A text that is taken out takes along what was said of it, and brings it back.
            drafts::take_out(&world.services, &ask, 1, draft, &[two]).await.unwrap();
            assert_eq!(at(&world, draft).await.collected.open(), 1);
            let into = Into::Draft(draft);
            let chosen = joined(&[two]).sources;
            drafts::put(&world.services, &ask, 1, into, None, &chosen).await.unwrap();
            let links = from(&editor(&world, draft).await);
            assert_eq!(links, [(vec![0], false), none(), (vec![1], false), none()]);
            world.sound().await;
        }
    }

    #[tokio::test]
    async fn who_says_it_of_what_somebody_else_saved_is_told() {
        for world in worlds().await {
            let (one, two, draft) = drafted(&world).await;
            let read = form(&editor(&world, draft).await, &usual(one, two));
            let other =
                form(&editor(&world, draft).await, &said(&[(format!("from-{one}-2"), "1")]));
            save(&world, world.facilitator, draft, &read).await.unwrap();
            let stale = save(&world, world.colleague, draft, &other).await;
            assert!(matches!(stale, Err(Declined::Stale { .. })), "{stale:?}");
            save(&world, world.colleague, draft, &read).await.unwrap();

            let read = form(&editor(&world, draft).await, &usual(one, two));
            write(&world, world.colleague, draft, "Tutto nuovo e diverso da prima.").await.unwrap();
            let stale = save(&world, world.facilitator, draft, &read).await;
            assert!(matches!(stale, Err(Declined::Stale { .. })), "{stale:?}");

            let page = editor(&world, draft).await;
            let wrong = form(&page, &said(&[(format!("from-{one}-1"), "9")]));
            let tried = save(&world, world.facilitator, draft, &wrong).await;
            assert_eq!(faults(tried)[0].field, format!("from-{one}-1"));
            let tried = save(&world, world.citizen, draft, &read).await;
            assert_eq!(refusal(tried), Refusal::NotYourRole);
            let ask = world.asking(world.facilitator);
            drafts::discard(&world.services, &ask, 1, draft).await.unwrap();
            let tried = save(&world, world.facilitator, draft, &read).await;
            assert_eq!(refusal(tried), Refusal::DraftEnded);
            world.sound().await;
        }
    }

    #[tokio::test]
    async fn what_a_draft_says_of_a_text_goes_with_it() {
        for world in worlds().await {
            let (one, two, draft) = drafted(&world).await;
            let page = editor(&world, draft).await;
            save(&world, world.facilitator, draft, &form(&page, &usual(one, two))).await.unwrap();
            let whose = Whose::Own(Kind::Need, two);
            let neighbour = world.asking(world.neighbour);
            services::voices::withdraw(&world.services, &neighbour, whose).await.unwrap();
            let rows = "SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_draft_draws";
            assert_eq!(count(&world, rows).await, 1);
            let words = "SELECT CAST(COUNT(*) AS BIGINT) FROM bench_changes \
                         WHERE change LIKE '%pediatra manca%'";
            assert_eq!(count(&world, words).await, 0);
            assert_eq!(editor(&world, draft).await.sources.len(), 1);
            world.sound().await;
        }
    }
}
