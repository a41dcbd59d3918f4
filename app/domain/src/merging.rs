//! Merging: a cluster points at its sources and never touches them (domain.md §2.5).
//!
//! Votes and supports do not move, an undone cluster leaves everything as it was
//! (invariant 10), and similarity only suggests.

pub mod bench;
pub mod drawn;
pub mod life;
pub mod presence;
pub mod synthesis;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::contributions::{Standing, salted, text};
use crate::faults::{Fault, Refusal, What};
use crate::ids::{ContributionId, RoundId};

/// How many texts a page of the workbench may hold; the first if none is asked for.
pub const BENCH_SIZES: [u32; 3] = [50, 200, 1_000];

coded! {
    /// State of a cluster (domain.md §2.3).
    ClusterState {
        /// Suggested.
        Suggested = "suggerito",
        /// Proposed with a reason.
        Proposed = "proposto",
        /// In its objection window.
        ObjectionWindow = "in_opposizione",
        /// Contested.
        Contested = "contestato",
        /// Mediated.
        Mediated = "mediato",
        /// Applied.
        Applied = "applicato",
        /// Mediated: the sources stay apart, and linked by its page.
        Apart = "separato",
        /// Dissolved with a reason.
        Dissolved = "sciolto",
    }
}

impl ClusterState {
    /// Whether its sources are joined: only once it is applied (domain.md §2.3).
    pub const fn joins(self) -> bool {
        match self {
            ClusterState::Applied => true,
            ClusterState::Suggested
            | ClusterState::Proposed
            | ClusterState::ObjectionWindow
            | ClusterState::Contested
            | ClusterState::Mediated
            | ClusterState::Apart
            | ClusterState::Dissolved => false,
        }
    }

    /// Whether it is proposed to everybody and nothing is decided on it.
    pub const fn pending(self) -> bool {
        match self {
            ClusterState::Proposed
            | ClusterState::ObjectionWindow
            | ClusterState::Contested
            | ClusterState::Mediated => true,
            ClusterState::Suggested
            | ClusterState::Applied
            | ClusterState::Apart
            | ClusterState::Dissolved => false,
        }
    }
}

coded! {
    /// What a source is to its cluster.
    Share {
        /// Says the same.
        Duplicate = "duplicate",
        /// Contributes a part.
        PartOf = "part_of",
        /// Disagrees, and is printed beside the text.
        Dissent = "dissent",
    }
}

/// A source chosen for a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenSource {
    /// Its number in the Ambito.
    pub number: i64,
    /// What it is to the cluster.
    pub share: Share,
    /// Marked sentence, word for word; needed for a dissent.
    pub excerpt: String,
}

/// What a facilitator writes to make a cluster.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterDraft {
    /// One line.
    pub title: String,
    /// The synthesis.
    pub synthesis: String,
    /// Why these belong together.
    pub reason: String,
    /// The sources.
    pub sources: Vec<ChosenSource>,
}

impl ClusterDraft {
    /// Checks what was written, without looking at the sources' texts.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "title", &self.title, 200, 1);
        text(&mut faults, "synthesis", &self.synthesis, 6_000, 5);
        text(&mut faults, "reason", &self.reason, 2_000, 3);
        let distinct: BTreeSet<i64> = self.sources.iter().map(|s| s.number).collect();
        if distinct.len() < 2 {
            faults.push(Fault::new("sources", What::TooFew { least: 2 }));
        }
        for source in &self.sources {
            if source.share == Share::Dissent && source.excerpt.trim().is_empty() {
                faults.push(Fault::new(format!("excerpt-{}", source.number), What::Missing));
            }
        }
        faults
    }
}

/// SHA-256(salt ‖ text) of a cluster's text (invariant 20).
pub fn hash(salt: &[u8; 32], title: &str, synthesis: &str, reason: &str) -> [u8; 32] {
    salted(salt, &[title, synthesis, reason])
}

/// What merging must know of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFacts {
    /// Which.
    pub id: ContributionId,
    /// Its number.
    pub number: i64,
    /// Its round.
    pub round: RoundId,
    /// Where it stands.
    pub standing: Standing,
    /// Title and body, in the original and in each translation.
    pub texts: Vec<String>,
}

/// Checks a cluster against its sources: all public, all of one round, excerpts word for word.
/// Returns the round they share.
pub fn check_sources(
    draft: &ClusterDraft,
    sources: &[SourceFacts],
) -> Result<RoundId, MergeProblem> {
    let mut faults = Vec::new();
    for chosen in &draft.sources {
        let Some(source) = sources.iter().find(|s| s.number == chosen.number) else {
            faults.push(Fault::new("sources", What::NotAChoice));
            continue;
        };
        if source.standing != Standing::Published {
            return Err(MergeProblem::Refused(Refusal::NotPublic));
        }
        let excerpt = chosen.excerpt.trim();
        if !excerpt.is_empty() && !source.texts.iter().any(|text| text.contains(excerpt)) {
            faults.push(Fault::new(format!("excerpt-{}", chosen.number), What::NotInSource));
        }
    }
    if !faults.is_empty() {
        return Err(MergeProblem::Invalid(faults));
    }
    let rounds: BTreeSet<RoundId> = sources.iter().map(|s| s.round).collect();
    match rounds.iter().next() {
        Some(&round) if rounds.len() == 1 => Ok(round),
        _ => Err(MergeProblem::Refused(Refusal::DoNotBelong)),
    }
}

/// Why a cluster can't be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeProblem {
    /// Fields to correct.
    Invalid(Vec<Fault>),
    /// Not to be done at all.
    Refused(Refusal),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(number: i64, round: u128) -> SourceFacts {
        SourceFacts {
            id: uuid::Uuid::from_u128(number as u128).into(),
            number,
            round: uuid::Uuid::from_u128(round).into(),
            standing: Standing::Published,
            texts: vec!["Da quattro anni dormo tre ore per notte.".into()],
        }
    }

    fn draft(shares: &[(i64, Share, &str)]) -> ClusterDraft {
        ClusterDraft {
            title: "Ore di sollievo".into(),
            synthesis: "Chi assiste in casa chiede qualche ora libera.".into(),
            reason: "Raccontano la stessa mancanza.".into(),
            sources: shares
                .iter()
                .map(|&(number, share, excerpt)| ChosenSource {
                    number,
                    share,
                    excerpt: excerpt.into(),
                })
                .collect(),
        }
    }

    #[test]
    fn one_text_twice_is_not_a_cluster() {
        let faults = draft(&[(1, Share::PartOf, ""), (1, Share::PartOf, "")]).faults();
        assert_eq!(faults, vec![Fault::new("sources", What::TooFew { least: 2 })]);
    }

    #[test]
    fn an_excerpt_stands_in_its_source_word_for_word() {
        let sources = [source(1, 9), source(2, 9)];
        let good = draft(&[(1, Share::PartOf, "dormo tre ore"), (2, Share::PartOf, "")]);
        assert!(check_sources(&good, &sources).is_ok());
        let bad = draft(&[(1, Share::PartOf, "dormo due ore"), (2, Share::PartOf, "")]);
        assert_eq!(
            check_sources(&bad, &sources),
            Err(MergeProblem::Invalid(vec![Fault::new("excerpt-1", What::NotInSource)]))
        );
    }

    #[test]
    fn sources_are_public_and_of_one_round() {
        let good = draft(&[(1, Share::PartOf, ""), (2, Share::Duplicate, "")]);
        assert_eq!(
            check_sources(&good, &[source(1, 9), source(2, 8)]),
            Err(MergeProblem::Refused(Refusal::DoNotBelong))
        );
        let mut hidden = source(2, 9);
        hidden.standing = Standing::Hidden;
        assert_eq!(
            check_sources(&good, &[source(1, 9), hidden]),
            Err(MergeProblem::Refused(Refusal::NotPublic))
        );
    }
}
