//! How a round of agreement ends: minutes, with an agreement or with disagreement on record.

use crate::coded::coded;
use crate::contributions::text;
use crate::faults::{Fault, What};

use super::positions::Stance;

/// The most characters of minutes.
pub const MINUTES_MOST: u32 = 20_000;

coded! {
    /// In what a round of agreement ends (domain.md §2.4).
    Ending {
        /// All who spoke agree.
        Agreement = "accordo",
        /// Agreement, with reserves or dissent on record.
        PartialAgreement = "accordo_con_riserve",
        /// No agreement: what each said is on record.
        Disagreement = "disaccordo",
    }
}

/// Checks minutes. A full agreement can't be written over somebody's reserve or against: that
/// would make the dissent disappear (E3).
pub fn faults(ending: Ending, words: &str, stances: &[Stance]) -> Vec<Fault> {
    let mut faults = Vec::new();
    if ending == Ending::Agreement && stances.iter().any(|one| *one != Stance::Favourable) {
        faults.push(Fault::new("ending", What::Contradicts));
    }
    text(&mut faults, "minutes", words, MINUTES_MOST, 10);
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agreement_does_not_swallow_a_dissent() {
        let words = "Alla fine del percorso tutti i presenti hanno firmato il testo letto insieme.";
        let fields = |ending, stances: &[Stance]| -> Vec<String> {
            faults(ending, words, stances).into_iter().map(|fault| fault.field).collect()
        };
        let both = [Stance::Favourable, Stance::WithReserve];
        assert_eq!(fields(Ending::Agreement, &both), ["ending"]);
        assert_eq!(fields(Ending::PartialAgreement, &both), Vec::<String>::new());
        assert_eq!(fields(Ending::Agreement, &[Stance::Favourable]), Vec::<String>::new());
        assert_eq!(faults(Ending::Disagreement, "Niente.", &[]).len(), 1);
    }
}
