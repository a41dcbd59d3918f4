//! Suggested groups, of which a person takes what belongs together.

use super::*;
use services::suggested;

#[tokio::test]
async fn a_draft_says_what_is_in_a_group_already_and_goes_once_it_is_made() {
    for world in worlds().await {
        let citizen = world.asking(world.citizen);
        for title in [
            "Una corriera la sera per le frazioni",
            "Un asilo aperto tutta l'estate",
            "Corriere serali per chi vive nelle frazioni",
            "Una corriera ogni sera per le nostre frazioni",
            "Zanzare lungo il canale",
        ] {
            world.need_by(&citizen, title).await;
        }
        let facilitator = world.asking(world.facilitator);
        let page = async |cut| {
            let services = &world.services;
            suggested::page(services, &facilitator, 1, Kind::Need, cut).await.unwrap()
        };
        let shown = page(Some(0.3)).await;
        let group = &shown.groups[0];
        let texts: Vec<(i64, bool)> = group
            .texts
            .iter()
            .map(|(card, brought)| (card.contribution.number, *brought))
            .collect();
        assert_eq!(texts, [(1, false), (3, false), (4, false)]);
        assert!(group.words.iter().any(|word| word.starts_with("corrier")));
        assert_eq!((shown.asked, shown.done), (Some(0.3), 0));

        // Two of them are brought together: one is left, and there is nothing to bring together.
        cluster_of(&world, &[1, 3]).await;
        let shown = page(Some(0.3)).await;
        assert!(shown.groups.iter().all(|group| group.texts[0].0.contribution.number != 1));
        assert_eq!(shown.done, 1);

        let citizen = suggested::page(&world.services, &citizen, 1, Kind::Need, None).await;
        assert_eq!(refusal(citizen), Refusal::NotYourRole);
        let nowhere = suggested::page(&world.services, &facilitator, 99, Kind::Need, None).await;
        assert!(matches!(nowhere, Err(Declined::NotFound)));
    }
}
