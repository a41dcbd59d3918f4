//! What organisations bring to a round, and in co-progettazione what they expect of it
//! (domain.md §2.4, E13 «Cosa ci guadagno»).

use crate::coded::coded;
use crate::contributions::{length, text};
use crate::faults::{Fault, What};

coded! {
    /// What sort of thing is brought or expected.
    ResourceKind {
        /// Money, in euro.
        Money = "denaro",
        /// Hours of work, paid or not.
        Hours = "ore",
        /// People.
        People = "persone",
        /// Rooms and places.
        Spaces = "spazi",
        /// Vehicles, tools, materials.
        Means = "mezzi",
        /// What one knows how to do.
        Skills = "competenze",
        /// Something else.
        Other = "altro",
    }
}

coded! {
    /// Given or wanted.
    Side {
        /// The organisation brings it.
        Brings = "porta",
        /// The organisation expects it.
        Expects = "si_aspetta",
    }
}

/// What an organisation declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Given or wanted.
    pub side: Side,
    /// Of which sort.
    pub kind: ResourceKind,
    /// What, in words.
    pub what: String,
    /// How much, in hundredths of the unit (cents, for money), where it can be counted.
    pub amount: Option<i64>,
    /// The unit («ore alla settimana»); empty for money, which is in euro.
    pub unit: String,
}

impl Resource {
    /// All that is wrong with it. Money has an amount; an amount of anything else has a unit.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "what", &self.what, 600, 1);
        length(&mut faults, "unit", &self.unit, 60);
        match (self.kind, self.amount) {
            (ResourceKind::Money, None) => faults.push(Fault::new("amount", What::Missing)),
            (ResourceKind::Money, Some(_)) => {}
            (_, Some(_)) if self.unit.trim().is_empty() => {
                faults.push(Fault::new("unit", What::Missing));
            }
            (_, _) => {}
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resource(kind: ResourceKind, amount: Option<i64>, unit: &str) -> Vec<String> {
        let resource = Resource {
            side: Side::Brings,
            kind,
            what: "Pulmino con nove posti".into(),
            amount,
            unit: unit.into(),
        };
        resource.faults().into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn what_is_counted_says_of_what() {
        assert_eq!(resource(ResourceKind::Means, None, ""), Vec::<String>::new());
        assert_eq!(resource(ResourceKind::Hours, Some(400), ""), ["unit"]);
        assert_eq!(
            resource(ResourceKind::Hours, Some(400), "ore la settimana"),
            Vec::<String>::new()
        );
        assert_eq!(resource(ResourceKind::Money, None, ""), ["amount"]);
        assert_eq!(resource(ResourceKind::Money, Some(50_000), ""), Vec::<String>::new());
    }
}
