//! Links between texts that stay apart: made, refused, sent twice, taken back, and not shown where
//! one of the texts is not.

use domain::citizen_forms::FlagDraft;
use domain::comments::FlagReason;
use domain::faults::What;
use domain::links::{LinkDraft, Named, Relation};
use domain::moderation::{Decision, ReasonClass};
use domain::staff_forms::DecisionDraft;
use domain::views::{LinkView, LinkedView};
use services::links::{link, unlink};
use services::voices::Whose;

use super::*;

const WHY: &str = "Chiedono la stessa corsa in due giorni.";

fn to(relation: Relation, other: Named) -> LinkDraft {
    LinkDraft { relation, other, reason: WHY.into() }
}

fn need(number: i64) -> Named {
    Named::Contribution(Kind::Need, number)
}

/// The links of a need, as somebody reads them.
async fn links(world: &World, ask: &Asking, number: i64) -> Vec<LinkView> {
    let page = services::contributions::page(&world.services, ask, Kind::Need, number).await;
    page.unwrap().links
}

fn read(links: &[LinkView]) -> Vec<(Relation, i64, bool)> {
    let one = |link: &LinkView| {
        let other = match &link.other {
            LinkedView::Contribution(text, _, _) => text.number,
            LinkedView::Action(action, _) => -action.number,
        };
        (link.relation, other, link.ended.is_some())
    };
    links.iter().map(one).collect()
}

#[tokio::test]
async fn two_texts_are_linked_across_rounds_and_read_from_both_ends() {
    for world in worlds().await {
        let (citizen, visitor) = (world.asking(world.citizen), world.visitor());
        let one = world.need_by(&citizen, "Un pulmino il sabato").await;
        world.add_round(id(0x51), 2, -5, 5).await.unwrap();
        let mut draft = world.draft(Kind::Need, "Una corsa la domenica");
        (draft.round, draft.policy) = (Some(2), "3.b".into());
        let sent =
            services::voices::submit(&world.services, &citizen, draft, &world.form_id()).await;
        let two = sent.unwrap().number;
        let paolo = world.asking(world.facilitator);
        let form = world.form_id();
        for _ in 0..2 {
            let draft = to(Relation::Alternative, need(two));
            link(&world.services, &paolo, Kind::Need, one, &draft, &form).await.unwrap();
        }
        let from = links(&world, &visitor, one).await;
        assert_eq!(read(&from), [(Relation::Alternative, two, false)], "a double click is one");
        assert_eq!((from[0].reason.as_str(), from[0].role), (WHY, Role::Facilitator));
        assert!(matches!(from[0].other, LinkedView::Contribution(_, 2, _)), "of another round");
        let back = links(&world, &visitor, two).await;
        assert_eq!(read(&back), [(Relation::HasAlternative, one, false)]);
        let thread =
            services::contributions::thread(&world.services, &visitor, Kind::Need, two).await;
        assert_eq!(thread.unwrap().links, back);

        // The same in other words, from the other end; another kind is another link.
        let office = world.asking(world.office);
        let again = to(Relation::HasAlternative, need(one));
        let again = link(&world.services, &office, Kind::Need, two, &again, "").await;
        assert_eq!(faults(again), [Fault::new("other", What::Repeated)]);
        let more = to(Relation::Contradicts, need(one));
        link(&world.services, &office, Kind::Need, two, &more, "").await.unwrap();
        let from = links(&world, &visitor, one).await;
        let two_links =
            [(Relation::Alternative, two, false), (Relation::ContradictedBy, two, false)];
        assert_eq!(read(&from), two_links);
        assert_eq!(from[1].role, Role::PlanOffice);
        world.sound().await;
    }
}

#[tokio::test]
async fn an_action_answers_a_text_and_both_pages_say_so() {
    for world in worlds().await {
        add_indicator(&world).await;
        let (citizen, visitor) = (world.asking(world.citizen), world.visitor());
        let source = world.need_by(&citizen, "Una notte di sonno").await;
        let asked = world.need_by(&citizen, "Un pomeriggio libero").await;
        let action = at_the_table(&world, &[], &[source]).await;
        let office = world.asking(world.office);
        let sheet = sheet(&[("title", "Bozza".into()), ("contribution", source.to_string())]);
        let sketch = services::actions::save(&world.services, &office, None, sheet, "").await;
        let sketch = to(Relation::Related, Named::Action(sketch.unwrap()));
        let tried = link(&world.services, &office, Kind::Need, asked, &sketch, "").await;
        assert_eq!(refusal(tried), Refusal::NotPublic, "a draft is nobody's yet");

        let draft = to(Relation::AnsweredBy, Named::Action(action));
        link(&world.services, &office, Kind::Need, asked, &draft, "").await.unwrap();
        let from = links(&world, &visitor, asked).await;
        assert_eq!(read(&from), [(Relation::AnsweredBy, -action, false)]);
        let page = services::actions::page(&world.services, &visitor, action).await.unwrap();
        assert_eq!(read(&page.links), [(Relation::Answers, asked, false)]);
        let thread = services::actions::thread(&world.services, &visitor, action).await.unwrap();
        assert_eq!(thread.links, page.links);
        assert_eq!(stage(&world, asked).await, "pubblicato", "a link makes nothing of a text");
        world.sound().await;
    }
}

#[tokio::test]
async fn who_may_not_link_and_what_cannot_be_linked() {
    for world in worlds().await {
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Un pulmino il sabato").await;
        let two = world.need_by(&citizen, "Una corsa la domenica").await;
        let paolo = world.asking(world.facilitator);
        let tried = async |ask: &Asking, from: i64, other: Named| {
            let draft = to(Relation::Related, other);
            link(&world.services, ask, Kind::Need, from, &draft, "").await
        };
        for (person, why) in [
            (world.visitor(), Refusal::SignInNeeded),
            (citizen.clone(), Refusal::NotYourRole),
            (world.asking(world.moderator), Refusal::NotYourRole),
            (world.asking(world.members[0]), Refusal::NotYourRole),
        ] {
            assert_eq!(refusal(tried(&person, one, need(two)).await), why);
        }
        assert!(matches!(tried(&paolo, 99, need(two)).await, Err(Declined::NotFound)));
        let unknown = [Fault::new("other", What::UnknownCode)];
        assert_eq!(faults(tried(&paolo, one, need(99)).await), unknown);
        assert_eq!(faults(tried(&paolo, one, Named::Action(1)).await), unknown);
        let proposal = Named::Contribution(Kind::Proposal, two);
        assert_eq!(faults(tried(&paolo, one, proposal).await), unknown, "a need is no proposal");
        assert_eq!(
            faults(tried(&paolo, one, need(one)).await),
            [Fault::new("other", What::Unchanged)]
        );
        let short = LinkDraft { reason: "Sì".into(), ..to(Relation::Related, need(99)) };
        let short = link(&world.services, &paolo, Kind::Need, one, &short, "").await;
        let fields: Vec<String> = faults(short).into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["link_reason", "other"], "all faults at once");

        // What waits for a moderator is not there for who links.
        let mut draft = world.draft(Kind::Need, "Una casa sicura");
        draft.policy = "1.4".into();
        let waiting =
            services::voices::submit(&world.services, &citizen, draft, &world.form_id()).await;
        let waiting = waiting.unwrap().number;
        assert_eq!(faults(tried(&paolo, one, need(waiting)).await), unknown);
        assert!(matches!(tried(&paolo, waiting, need(one)).await, Err(Declined::NotFound)));
        let page =
            services::contributions::page(&world.services, &paolo, Kind::Need, one).await.unwrap();
        assert_eq!((page.may_link, page.links), (Ok(()), vec![]));
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM links").await, 0);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_link_is_taken_back_once_with_a_reason_and_stays_to_be_read() {
    for world in worlds().await {
        let (citizen, visitor) = (world.asking(world.citizen), world.visitor());
        let one = world.need_by(&citizen, "Un pulmino il sabato").await;
        let two = world.need_by(&citizen, "Una corsa la domenica").await;
        let (paolo, office) = (world.asking(world.facilitator), world.asking(world.office));
        let draft = to(Relation::Related, need(two));
        link(&world.services, &paolo, Kind::Need, one, &draft, "").await.unwrap();
        let why = "Erano due corse diverse.";
        let tried = async |ask: &Asking, of: i64, number: i64, reason: &str| {
            unlink(&world.services, ask, (Kind::Need, of), number, reason).await
        };
        assert_eq!(refusal(tried(&visitor, one, 1, why).await), Refusal::SignInNeeded);
        assert_eq!(refusal(tried(&citizen, one, 1, why).await), Refusal::NotYourRole);
        let missing = [Fault::new("unlink_reason", What::Missing)];
        assert_eq!(faults(tried(&office, two, 1, " ").await), missing);
        assert!(matches!(tried(&office, two, 2, why).await, Err(Declined::NotFound)));
        let third = world.need_by(&citizen, "Strade buie").await;
        assert!(matches!(tried(&office, third, 1, why).await, Err(Declined::NotFound)));

        tried(&office, two, 1, why).await.unwrap();
        assert_eq!(refusal(tried(&office, one, 1, why).await), Refusal::AlreadyDone);
        for (of, other) in [(one, two), (two, one)] {
            let read_now = links(&world, &visitor, of).await;
            assert_eq!(read(&read_now), [(Relation::Related, other, true)]);
            let (_, reason, role) = read_now[0].ended.clone().unwrap();
            assert_eq!((reason.as_str(), role), (why, Role::PlanOffice));
        }
        // Once taken back it may be made again, as another link.
        link(&world.services, &paolo, Kind::Need, one, &draft, "").await.unwrap();
        let both = links(&world, &visitor, one).await;
        assert_eq!(both.iter().map(|link| link.number).collect::<Vec<_>>(), [1, 2]);
        world.sound().await;

        // Nobody changes one behind the record's back.
        for sql in [
            "UPDATE links SET kind = 'contraddice'",
            "DELETE FROM links",
            "UPDATE link_ends SET reason = 'altro'",
            "DELETE FROM link_ends",
        ] {
            assert!(execute(&world.fresh.db, sql, []).await.is_err(), "{sql}");
        }
    }
}

#[tokio::test]
async fn a_link_to_a_text_that_is_hidden_or_withdrawn_is_not_shown() {
    for world in worlds().await {
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Un pulmino il sabato").await;
        let two = world.need_by(&citizen, "Una corsa la domenica").await;
        let three = world.need_by(&citizen, "Strade buie").await;
        let paolo = world.asking(world.facilitator);
        for other in [two, three] {
            let draft = to(Relation::Related, need(other));
            link(&world.services, &paolo, Kind::Need, one, &draft, "").await.unwrap();
        }
        let neighbour = world.asking(world.neighbour);
        let report = FlagDraft { reason: FlagReason::Recognisable, note: String::new() };
        services::moderation::flag(&world.services, &neighbour, Kind::Need, two, None, &report)
            .await
            .unwrap();
        let moderator = world.asking(world.moderator);
        let hide = DecisionDraft {
            decision: Decision::Hide,
            class: ReasonClass::ThirdPerson,
            reason: "Dice dove abita una persona.".into(),
            revision: 1,
            suspend: false,
        };
        services::moderation::decide(&world.services, &moderator, 1, &hide).await.unwrap();
        services::voices::withdraw(&world.services, &citizen, Whose::Own(Kind::Need, three))
            .await
            .unwrap();
        for ask in [&world.visitor(), &paolo, &citizen, &moderator] {
            assert_eq!(links(&world, ask, one).await, []);
            assert_eq!(links(&world, ask, two).await, [], "nor from its own page");
        }
        let page = services::contributions::page(&world.services, &paolo, Kind::Need, two).await;
        assert_eq!(page.unwrap().may_link, Err(Refusal::NotPublic));
        let tried = unlink(&world.services, &paolo, (Kind::Need, one), 1, WHY).await;
        assert!(matches!(tried, Err(Declined::NotFound)), "it never says that it is there");
        let draft = to(Relation::Related, need(two));
        let tried = link(&world.services, &paolo, Kind::Need, one, &draft, "").await;
        assert_eq!(refusal(tried), Refusal::NotPublic, "its tombstone is known");
        world.sound().await;
    }
}
