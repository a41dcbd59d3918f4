//! The ballots of a vote while it is open: one for each voter (invariant 1).
//!
//! The key is whatever tells voters apart, the same across online, desk and paper. It stays in
//! here: what leaves an urn are choices.

use std::collections::BTreeMap;

use super::choice::Choice;

/// Choices by voter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Urn<K: Ord>(BTreeMap<K, Choice>);

impl<K: Ord> Default for Urn<K> {
    fn default() -> Self {
        Urn(BTreeMap::new())
    }
}

impl<K: Ord> Urn<K> {
    /// Puts a choice in, in the place of what this voter chose before.
    pub fn cast(&mut self, voter: K, choice: Choice) {
        self.0.insert(voter, choice);
    }

    /// Takes a voter's choice out again, as if it had never been.
    pub fn withdraw(&mut self, voter: &K) {
        self.0.remove(voter);
    }

    /// What a voter chose, to show it to them.
    pub fn of(&self, voter: &K) -> Option<&Choice> {
        self.0.get(voter)
    }

    /// How many ballots there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The choices, without their voters and in an order that tells nothing of them.
    pub fn choices(&self) -> Vec<Choice> {
        let mut choices: Vec<Choice> =
            self.0.values().map(|choice| choice.clone().in_order()).collect();
        choices.sort();
        choices
    }
}

impl<K: Ord> FromIterator<(K, Choice)> for Urn<K> {
    fn from_iter<I: IntoIterator<Item = (K, Choice)>>(ballots: I) -> Self {
        let mut urn = Urn::default();
        ballots.into_iter().for_each(|(voter, choice)| urn.cast(voter, choice));
        urn
    }
}
