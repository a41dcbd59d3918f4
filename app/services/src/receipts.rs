//! Receipt codes: who sends a need without an account follows it with one.
//!
//! A hundred random bits as twenty signs of Crockford's alphabet (no I, L, O, U), in groups of
//! five. Only the SHA-256 of a code is stored; it is asked by POST, never in an address, and
//! gives no right but to follow, correct and withdraw its one text (domain.md §2.6).

use domain::contributions::Standing;
use domain::faults::Refusal;
use domain::policy::{Facts, Operation, permit};
use domain::views::{ContributionRef, FollowPage, RoundRef};
use sha2::{Digest, Sha256};
use store::{counts, read};

use crate::voices::{Whose, locate};
use crate::{Asking, Chance, Declined, Services, appeals, merging};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SIGNS: usize = 20;

/// A code from the first hundred bits.
pub(crate) fn code(bytes: &[u8; 32]) -> String {
    (0..SIGNS)
        .map(|sign| {
            let value = (0..5).fold(0_usize, |value, bit| {
                let at = sign * 5 + bit;
                value << 1 | usize::from(bytes[at / 8] >> (7 - at % 8) & 1)
            });
            char::from(ALPHABET[value])
        })
        .collect()
}

/// The code of a form's sending: the same when it is sent twice. It is as random as the form's
/// id, so only ids the server made are used for it.
pub(crate) fn code_of_form(sending: &str) -> String {
    let id = domain::forms::id_of(sending);
    code(&Sha256::new().chain_update("receipt").chain_update(id).finalize().into())
}

/// A code of its own.
pub(crate) fn fresh_code(chance: &Chance) -> String {
    code(&chance.bytes())
}

/// What is stored of a code.
pub(crate) fn hash(code: &str) -> [u8; 32] {
    Sha256::digest(code.as_bytes()).into()
}

/// A code as people read it.
pub(crate) fn grouped(code: &str) -> String {
    let mut groups = String::with_capacity(SIGNS + SIGNS / 5);
    for (place, sign) in code.chars().enumerate() {
        if place > 0 && place % 5 == 0 {
            groups.push('-');
        }
        groups.push(sign);
    }
    groups
}

/// A code as it was typed: any case, spaces and dashes, O for 0, I and L for 1. `None` if it
/// can't be one.
pub(crate) fn normalised(typed: &str) -> Option<String> {
    let mut code = String::with_capacity(SIGNS);
    for sign in typed.chars() {
        let sign = match sign.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            '-' | '‐' | '‑' | '–' | '—' | '−' | '_' | '.' => continue,
            sign if sign.is_whitespace() => continue,
            sign if sign.is_ascii() && ALPHABET.contains(&(sign as u8)) => sign,
            _ => return None,
        };
        if code.len() == SIGNS {
            return None;
        }
        code.push(sign);
    }
    (code.len() == SIGNS).then_some(code)
}

/// What became of the text of a receipt code.
pub async fn follow(services: &Services, ask: &Asking, code: &str) -> Result<FollowPage, Declined> {
    let mut snapshot = services.look().await?;
    let (actor, voice, own) = locate(&mut snapshot, ask, &Whose::Receipt(code.to_owned())).await?;
    let (words, language) = counts::words(&mut snapshot, voice.id, voice.revision).await?;
    // The holder of the receipt reads the thread of their own text, public or not.
    let holder = Asking { actor: actor.clone(), ..ask.clone() };
    let thread =
        crate::threads::of_contribution(services, &mut snapshot, &holder, voice.id).await?;
    let tombstone =
        read::contributions::handling(&mut snapshot, voice.id, voice.standing, voice.created)
            .await?
            .tombstone;
    let withdrawn = matches!(voice.standing, Standing::Withdrawn | Standing::Anonymised);
    let facts = Facts {
        own,
        public: voice.standing == Standing::Published,
        ..Facts::within(ask.ambito, &voice.round.round)
    };
    let may = |operation| match voice.standing {
        Standing::Published | Standing::InModeration => {
            permit(&actor, operation, &facts, ask.now).map(|_| ())
        }
        Standing::Hidden => Err(Refusal::NotPublic),
        Standing::Withdrawn | Standing::Anonymised => Err(Refusal::AlreadyDone),
    };
    let round = &voice.round;
    let about = (voice.id, None);
    let handled =
        appeals::handled(&mut snapshot, ask, &actor, &round.round, about, voice.standing).await?;
    let merges = if withdrawn {
        Vec::new()
    } else {
        let text = merging::OwnText {
            id: voice.id,
            contribution: ContributionRef {
                kind: voice.kind,
                number: voice.number,
                title: words.title.clone(),
                language: language.clone(),
            },
            body: words.body.clone(),
            standing: voice.standing,
        };
        merging::of_text(&mut snapshot, &holder, &actor, &text).await?
    };
    Ok(FollowPage {
        merges,
        handled,
        contribution: ContributionRef {
            kind: voice.kind,
            number: voice.number,
            title: if withdrawn { String::new() } else { words.title.clone() },
            language,
        },
        round: RoundRef {
            number: round.number,
            title: round.title.clone(),
            kind: round.round.kind,
            state: round.round.state(ask.now),
        },
        standing: voice.standing,
        words: (!withdrawn).then_some(words),
        tombstone,
        thread,
        may_correct: may(Operation::CorrectContribution),
        may_withdraw: may(Operation::WithdrawContribution),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_a_hundred_bits_of_its_bytes() {
        assert_eq!(code(&[0; 32]), "0".repeat(20));
        assert_eq!(code(&[255; 32]), "Z".repeat(20));
        let mut bytes = [0; 32];
        bytes[12] = 0b0001_0000;
        assert_eq!(code(&bytes), format!("{}1", "0".repeat(19)));
        bytes[12] = 0b0000_1000;
        assert_eq!(code(&bytes), "0".repeat(20));
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = code_of_form("0123456789abcdef0123456789abcdef");
        assert_eq!(normalised(&grouped(&code)), Some(code.clone()));
        assert_eq!(normalised(&grouped(&code).to_lowercase().replace('-', " ")), Some(code));
        assert_eq!(normalised("o0iIl-L1111 11111-11111").as_deref(), Some("00111111111111111111"));
        for wrong in ["", "0000-0000", &"0".repeat(21), &"U".repeat(20), &"è".repeat(20)] {
            assert_eq!(normalised(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn groups_of_five() {
        assert_eq!(grouped(&"A".repeat(20)), "AAAAA-AAAAA-AAAAA-AAAAA");
    }
}
