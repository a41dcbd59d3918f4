//! Candidate actions: drafted, saved in versions, sent.

use domain::actions::{ActionState, Missing};
use domain::faults::What;
use services::actions::{form, list, page, save, send, thread, written};

use super::*;

#[tokio::test]
async fn a_draft_is_read_by_who_drafts_and_by_everybody_once_sent() {
    for world in worlds().await {
        add_indicator(&world).await;
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Una notte di sonno").await;
        let two = world.need_by(&citizen, "Un pomeriggio libero").await;
        let three = world.proposal_by(&citizen, "Operatori il sabato").await;
        let cluster = cluster_of(&world, &[one, two]).await;
        let office = world.asking(world.office);
        let draft = complete(&world, &[cluster], &[three]);
        let made = save(&world.services, &office, None, draft, &world.form_id()).await.unwrap();

        assert!(matches!(page(&world.services, &citizen, made).await, Err(Declined::NotFound)));
        assert!(matches!(thread(&world.services, &citizen, made).await, Err(Declined::NotFound)));
        assert!(list(&world.services, &citizen).await.unwrap().actions.is_empty());
        assert_eq!(list(&world.services, &office).await.unwrap().actions.len(), 1);
        assert_eq!(stage(&world, one).await, "in_azione");
        assert_eq!(stage(&world, three).await, "in_azione");

        let read = page(&world.services, &office, made).await.unwrap();
        assert_eq!(read.card.action.state, ActionState::Draft);
        assert_eq!((read.card.voices, read.version), (3, 1));
        assert_eq!(read.plan, "Piano di zona");
        assert_eq!(read.sheet.owner, Some(("Azienda sanitaria".into(), Some("Ugo".into()))));
        assert_eq!(read.sheet.budget, vec![("Fondo sociale".into(), 4_600_000)]);
        assert_eq!(read.sheet.activities[0].responsible.as_deref(), Some("Paolo"));
        assert_eq!(read.sheet.indicators[0].target, 30.0);
        assert_eq!(read.clusters[0].sources.len(), 2);
        assert_eq!(read.direct.len(), 1);
        assert_eq!((read.may_edit, read.may_send), (Ok(()), Ok(())));
        assert_eq!(read.may_review, Err(Refusal::NotYourRole));

        assert_eq!(refusal(send(&world.services, &citizen, made).await), Refusal::NotYourRole);
        send(&world.services, &office, made).await.unwrap();
        assert_eq!(refusal(send(&world.services, &office, made).await), Refusal::AlreadyDone);
        let read = page(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!(read.card.action.state, ActionState::AtTable);
        let up = thread(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!((up.up.len(), up.direct.len()), (1, 1));
        let late = complete(&world, &[cluster], &[three]);
        let tried = save(&world.services, &office, Some(made), late, &world.form_id()).await;
        assert_eq!(refusal(tried), Refusal::AtTable, "what lies at the Tavolo stays");
        let tried = form(&world.services, &office, Some(made), (&[], &[]), "").await;
        assert_eq!(refusal(tried), Refusal::AtTable);
        super::table::decided_as(&world, made, "ammessa").await;
        let tried = form(&world.services, &office, Some(made), (&[], &[]), "").await;
        assert_eq!(refusal(tried), Refusal::Decided, "and what was decided on");
        world.sound().await;
    }
}

#[tokio::test]
async fn who_may_not_draft_is_refused() {
    for world in worlds().await {
        let citizen = world.asking(world.citizen);
        let draft = || sheet(&[("title", "Sollievo".into())]);
        let tried = save(&world.services, &citizen, None, draft(), &world.form_id()).await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
        let visitor = world.visitor();
        let tried = save(&world.services, &visitor, None, draft(), &world.form_id()).await;
        assert_eq!(refusal(tried), Refusal::SignInNeeded);
        let tried = form(&world.services, &citizen, None, (&[], &[]), "").await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
        let tried = written(&world.services, &citizen, None, &[], &[]).await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
        let member = world.asking(world.members[0]);
        let tried = save(&world.services, &member, None, draft(), &world.form_id()).await;
        assert_eq!(refusal(tried), Refusal::NotYourRole, "who decides does not draft");
    }
}

#[tokio::test]
async fn an_action_stays_from_the_tavolo_while_something_is_missing() {
    for world in worlds().await {
        add_indicator(&world).await;
        let office = world.asking(world.office);
        let draft = sheet(&[("title", "Sollievo".into())]);
        let made = save(&world.services, &office, None, draft, &world.form_id()).await.unwrap();
        let missing = vec![
            Missing::Owner,
            Missing::Recipients,
            Missing::Indicator,
            Missing::OverlapCheck,
            Missing::Integration,
            Missing::Source,
        ];
        let refused = Refusal::NotReady { missing: missing.clone() };
        assert_eq!(refusal(send(&world.services, &office, made).await), refused.clone());
        let read = page(&world.services, &office, made).await.unwrap();
        assert_eq!(read.may_send, Err(refused));
        let offered = form(&world.services, &office, Some(made), (&[], &[]), "").await.unwrap();
        assert_eq!(offered.missing, missing);
        assert_eq!(offered.people.len(), 4);
        assert_eq!(offered.indicators[0].0, "IND05");

        let mut draft = complete(&world, &[], &[]);
        draft.own_initiative = "Lo chiede la legge regionale.".into();
        draft.base_version = 1;
        save(&world.services, &office, Some(made), draft, &world.form_id()).await.unwrap();
        send(&world.services, &office, made).await.unwrap();
        world.sound().await;
    }
}

#[tokio::test]
async fn codes_that_are_not_here_are_told_at_their_fields() {
    for world in worlds().await {
        let office = world.asking(world.office);
        let stranger = world.citizen.to_string();
        let draft = sheet(&[
            ("title", "Sollievo".into()),
            ("policy", "9.9".into()),
            ("owner_organisation", "XXX".into()),
            ("owner_person", stranger.clone()),
            ("indicator-2", "IND99".into()),
            ("baseline-2", "1".into()),
            ("target-2", "2".into()),
            ("partner-3", "XXX".into()),
            ("sector-3", "pubblico".into()),
            ("activity-1", "Bando".into()),
            ("responsible-1", stranger),
            ("cluster", "99".into()),
            ("contribution", "99".into()),
        ]);
        let tried = save(&world.services, &office, None, draft, &world.form_id()).await;
        let mut found = faults(tried);
        found.sort_by(|a, b| a.field.cmp(&b.field));
        let wrong = [
            "cluster",
            "contribution",
            "indicator-2",
            "owner_organisation",
            "owner_person",
            "partner-3",
            "policy",
            "responsible-1",
        ];
        assert_eq!(found, wrong.map(|field| Fault::new(field, What::NotAChoice)).to_vec());
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM actions").await, 0);
    }
}

#[tokio::test]
async fn only_what_stands_can_be_a_source() {
    for world in worlds().await {
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Una notte di sonno").await;
        let two = world.need_by(&citizen, "Un pomeriggio libero").await;
        let mut sensitive = world.draft(Kind::Need, "Una casa sicura");
        sensitive.policy = "1.4".into();
        let waiting =
            services::voices::submit(&world.services, &citizen, sensitive, &world.form_id())
                .await
                .unwrap()
                .number;
        let cluster = cluster_of(&world, &[one, two]).await;
        let facilitator = world.asking(world.facilitator);
        let why = "Gli autori chiedono di tenerle distinte.";
        services::merging::dissolve(&world.services, &facilitator, cluster, why).await.unwrap();
        let titled = |field: &'static str, number: i64| {
            sheet(&[("title", "Sollievo".into()), (field, number.to_string())])
        };
        let office = world.asking(world.office);
        let tried = save(&world.services, &office, None, titled("cluster", cluster), "").await;
        assert_eq!(faults(tried), vec![Fault::new("cluster", What::NotAChoice)]);
        let tried = save(&world.services, &office, None, titled("contribution", waiting), "").await;
        assert_eq!(refusal(tried), Refusal::NotPublic);
        let tried = save(&world.services, &office, None, titled("contribution", one), "").await;
        assert_eq!(tried.unwrap(), 1);
    }
}

#[tokio::test]
async fn what_the_form_offers_is_what_was_saved() {
    for world in worlds().await {
        add_indicator(&world).await;
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Una notte di sonno").await;
        let two = world.need_by(&citizen, "Un pomeriggio libero").await;
        let three = world.need_by(&citizen, "Un turno di notte").await;
        let cluster = cluster_of(&world, &[one, two]).await;
        let office = world.asking(world.office);
        let begun = written(&world.services, &office, None, &[cluster], &[three]).await.unwrap();
        assert_eq!(begun.texts("cluster").collect::<Vec<_>>(), vec![cluster.to_string()]);

        let draft = complete(&world, &[cluster], &[three]);
        let made =
            save(&world.services, &office, None, draft.clone(), &world.form_id()).await.unwrap();
        let before = page(&world.services, &office, made).await.unwrap();
        let offered = written(&world.services, &office, Some(made), &[], &[]).await.unwrap();
        let again = parse_sheet(&offered).unwrap();
        assert_eq!(again, SheetDraft { base_version: 1, ..draft });
        save(&world.services, &office, Some(made), again, &world.form_id()).await.unwrap();
        let after = page(&world.services, &office, made).await.unwrap();
        assert_eq!((before.version, after.version), (1, 2));
        assert_eq!(before.hash, after.hash, "the same sheet has the same hash");
        assert_eq!(before.sheet, after.sheet);

        // Without its source the action lets the voice go.
        let mut fewer = parse_sheet(&offered).unwrap();
        fewer.contributions.clear();
        fewer.base_version = 2;
        save(&world.services, &office, Some(made), fewer, &world.form_id()).await.unwrap();
        assert_eq!(stage(&world, three).await, "pubblicato");
        assert_eq!(stage(&world, one).await, "in_azione");
        world.sound().await;
    }
}

#[tokio::test]
async fn sources_are_found_added_and_removed_while_it_is_a_draft() {
    for world in worlds().await {
        named_bodies(&world).await;
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Una notte di sonno").await;
        let two = world.need_by(&citizen, "Un pomeriggio libero").await;
        let bus = world.proposal_by(&citizen, "Una navetta per le visite").await;
        let saturday = world.proposal_by(&citizen, "Operatori il sabato").await;
        let first = cluster_of(&world, &[one, two]).await;
        let second = cluster_of(&world, &[one, saturday]).await;
        let office = world.asking(world.office);
        let services = &world.services;
        let offers = async |chosen: (&[i64], &[i64]), existing, words: &str| {
            let page = form(services, &office, existing, chosen, words).await.unwrap();
            let of = |clusters: Vec<i64>, texts: Vec<i64>| (clusters, texts);
            let chosen = of(
                page.clusters.iter().map(|one| one.cluster.number).collect(),
                page.direct.iter().map(|one| one.card.contribution.number).collect(),
            );
            let offered = page.offered;
            let mut clusters: Vec<i64> =
                offered.clusters.iter().map(|one| one.cluster.number).collect();
            clusters.sort_unstable();
            let mut texts: Vec<i64> =
                offered.texts.iter().map(|one| one.contribution.number).collect();
            texts.sort_unstable();
            (chosen, of(clusters, texts), offered.some)
        };
        // Nothing chosen: every cluster that stands, and the proposals.
        let nothing = (vec![], vec![]);
        let newest = offers((&[], &[]), None, "").await;
        assert_eq!(newest, (nothing.clone(), (vec![first, second], vec![bus, saturday]), false));
        // Chosen: in front, and not offered again.
        let begun = offers((&[first, second], &[bus]), None, "").await;
        assert_eq!(begun, ((vec![first, second], vec![bus]), (vec![], vec![saturday]), false));
        // Words find needs too; where no text has them all, some will do.
        assert_eq!(offers((&[], &[]), None, "notte").await.1, (vec![], vec![one]));
        assert_eq!(offers((&[], &[]), None, "navetta veloce").await.1.1, vec![bus]);
        assert!(offers((&[], &[]), None, "navetta veloce").await.2);
        assert_eq!(offers((&[], &[]), None, "sollievo").await.1, (vec![first, second], vec![]));

        // From several clusters and a proposal; then one cluster goes and a proposal comes.
        let draft = |version: i64, clusters: &[i64], texts: &[i64]| {
            let mut draft = complete(&world, clusters, texts);
            (draft.indicators, draft.base_version) = (vec![], version);
            draft
        };
        let saved = async |existing, version, clusters: &[i64], texts: &[i64]| {
            let draft = draft(version, clusters, texts);
            save(services, &office, existing, draft, &world.form_id()).await.unwrap()
        };
        let made = saved(None, 0, &[first, second], &[bus]).await;
        let own = offers((&[], &[]), Some(made), "").await;
        assert_eq!(own, ((vec![first, second], vec![bus]), (vec![], vec![saturday]), false));
        saved(Some(made), 1, &[second], &[bus, saturday]).await;
        let read = page(services, &office, made).await.unwrap();
        assert_eq!(read.version, 2);
        assert_eq!(read.clusters.iter().map(|k| k.cluster.number).collect::<Vec<_>>(), [second]);
        let direct = read.direct.iter().map(|one| one.card.contribution.number);
        assert_eq!(direct.collect::<Vec<_>>(), [bus, saturday]);
        assert_eq!(stage(&world, two).await, "unito", "it is in the cluster still, in no action");
        assert_eq!(stage(&world, bus).await, "in_azione");
        // The record of each version names its sources.
        for (number, kind) in [(bus, Kind::Proposal), (saturday, Kind::Proposal)] {
            let id = id_of(&world, kind, number).await.to_string();
            let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM events \
                       WHERE operation = 'draft_action' AND details LIKE '%' || $1 || '%'";
            let named =
                store::testing::number(&world.fresh.db, sql, [Value::Text(id)]).await.unwrap();
            assert_eq!(named, if number == bus { 2 } else { 1 });
        }
        world.sound().await;
    }
}

#[tokio::test]
async fn of_two_who_save_the_same_version_one_is_told() {
    for world in worlds().await {
        let office = world.asking(world.office);
        let facilitator = world.asking(world.facilitator);
        let draft = |title: &str, version: i64| {
            sheet(&[("title", title.to_owned()), ("version", version.to_string())])
        };
        let (services, forms) = (&world.services, [(); 3].map(|()| world.form_id()));
        let made = save(services, &office, None, draft("Prima", 0), &forms[0]).await.unwrap();
        let (one, two) = tokio::join!(
            save(services, &office, Some(made), draft("Di Ugo", 1), &forms[1]),
            save(services, &facilitator, Some(made), draft("Di Paolo", 1), &forms[2]),
        );
        let stale = [&one, &two]
            .iter()
            .filter(|answer| matches!(answer, Err(Declined::Stale { current: 2 })))
            .count();
        assert_eq!(stale, 1, "{one:?} {two:?}");
        assert!(one.is_ok() || two.is_ok());
        // Whoever saved may press twice.
        let (who, title, form) =
            if one.is_ok() { (&office, "Di Ugo", 1) } else { (&facilitator, "Di Paolo", 2) };
        let again = save(services, who, Some(made), draft(title, 1), &forms[form]).await;
        assert_eq!(again.unwrap(), made);
        let read = page(services, &office, made).await.unwrap();
        assert_eq!((read.version, read.sheet.title.as_str()), (2, title));
        world.sound().await;
    }
}

#[tokio::test]
async fn what_others_said_against_it_is_printed_with_it() {
    for world in worlds().await {
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Una notte di sonno").await;
        let two = world.need_by(&citizen, "Un pomeriggio libero").await;
        let mut dissent = joined(&[one, two]);
        dissent.sources[1].share = Share::Dissent;
        dissent.sources[1].excerpt = "lo racconto in almeno dieci parole".into();
        let facilitator = world.asking(world.facilitator);
        let cluster =
            services::merging::make(&world.services, &facilitator, 1, dissent, "").await.unwrap();
        world.end_window(cluster).await;
        let draft = sheet(&[("title", "Sollievo".into()), ("cluster", cluster.to_string())]);
        let made = save(&world.services, &facilitator, None, draft, "").await.unwrap();
        let read = page(&world.services, &facilitator, made).await.unwrap();
        assert_eq!(read.dissent.len(), 1);
        assert_eq!(read.dissent[0].contribution.number, two);
        assert_eq!(read.dissent[0].excerpt, "lo racconto in almeno dieci parole");
    }
}
