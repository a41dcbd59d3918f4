//! What the steps of a thread changed in words, as old and new.
//!
//! Public history begins at the first published revision: what is given here is only compared
//! with what was public before it. Words that were erased since are left out.

use domain::actions::{Part, Sheet};
use domain::contributions::Words;
use domain::people::Role;
use domain::policy::Operation;
use domain::time::Moment;
use domain::views::{Change, ChangedText, StepWhat, ThreadStep, Wording};
use store::read::threads::{ActionTrack, ClusterStep};

use super::{Links, step};

/// The steps that changed the words of a text since it is public.
pub(super) fn revised(language: &str, revisions: &[(Moment, Words)]) -> Vec<ThreadStep> {
    let mut steps = Vec::new();
    for (place, pair) in revisions.windows(2).enumerate() {
        let [(_, before), (at, after)] = pair else { continue };
        if *before == Words::default() || *after == Words::default() {
            continue;
        }
        let version = i64::try_from(place + 2).unwrap_or(i64::MAX);
        let change = Change { version, texts: words(language, before, after), also: Vec::new() };
        if !change.texts.is_empty() {
            steps.push(step(*at, None, 0, StepWhat::Revised { change }));
        }
    }
    steps
}

/// The texts of a contribution that differ.
fn words(language: &str, before: &Words, after: &Words) -> Vec<ChangedText> {
    [
        (Wording::Title, &before.title, &after.title),
        (Wording::Body, &before.body, &after.body),
        (Wording::Strengths, &before.strengths, &after.strengths),
        (Wording::Recipients, &before.recipients, &after.recipients),
        (Wording::Doers, &before.doers, &after.doers),
        (Wording::Resources, &before.resources, &after.resources),
    ]
    .into_iter()
    .filter(|(_, before, after)| before != after)
    .map(|(wording, before, after)| ChangedText {
        wording,
        before: before.clone(),
        after: after.clone(),
        language: Some(language.to_owned()),
    })
    .collect()
}

/// The steps in which a mediation replaced the synthesis of a cluster.
pub(super) fn rewritten(cluster: &ClusterStep, links: &Links) -> Vec<ThreadStep> {
    let role = links.roles.of(cluster.id.uuid(), Operation::MediateCluster);
    let own = links.rewritten.iter().filter(|one| one.cluster == cluster.id);
    own.map(|one| {
        let text = ChangedText {
            wording: Wording::Synthesis,
            before: one.before.clone(),
            after: one.after.clone(),
            language: None,
        };
        let what = StepWhat::Rewritten {
            cluster: cluster.cluster.clone(),
            reason: one.reason.clone(),
            change: Change { version: one.version, texts: vec![text], also: Vec::new() },
        };
        step(one.at, Some(role.unwrap_or(Role::Facilitator)), 1, what)
    })
    .collect()
}

/// The version of a sheet that was sent to the Tavolo at this place, and what changed since it
/// was sent before.
pub(super) fn sent(track: &ActionTrack, place: usize) -> (Option<i64>, Option<Change>) {
    let at = |place: usize| track.versions.get(place).and_then(Option::as_ref);
    let Some((version, sheet)) = at(place) else { return (None, None) };
    let before = place.checked_sub(1).and_then(at);
    let change = before.map(|(_, before)| sheets(*version, before, sheet));
    let changed = |change: &Change| !change.texts.is_empty() || !change.also.is_empty();
    (Some(*version), change.filter(changed))
}

fn sheets(version: i64, before: &Sheet, after: &Sheet) -> Change {
    let mut change = Change { version, texts: Vec::new(), also: Vec::new() };
    for part in after.changed(before) {
        let texts = match part {
            Part::Title => Some((&before.title, &after.title)),
            Part::Objective => Some((&before.objective, &after.objective)),
            Part::Description => Some((&before.description, &after.description)),
            Part::Recipients => Some((&before.recipients, &after.recipients)),
            Part::Integration => Some((&before.integration, &after.integration)),
            Part::OwnInitiative => Some((&before.own_initiative, &after.own_initiative)),
            _ => None,
        };
        match texts {
            Some((before, after)) => change.texts.push(ChangedText {
                wording: Wording::Sheet(part),
                before: before.clone(),
                after: after.clone(),
                language: None,
            }),
            None => change.also.push(part),
        }
    }
    change
}
