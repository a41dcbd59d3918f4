//! Accounts of a demonstration.

use domain::events::{Details, Subject};
use domain::faults::Refusal;
use domain::import::file::{File, Person};
use domain::import::terms::RoleCode;
use domain::people::Actor;
use domain::policy::{self, Facts, Operation};
use domain::time::Moment;

use crate::{Declined, Services, commit};

/// The password of all accounts of a demonstration.
///
/// It may be public: it opens only people of the file, whose addresses end in `.example` and
/// reach nobody, in an Ambito that is marked as a demonstration, whose texts are all invented.
/// [`accounts`] sets it nowhere else, and an import makes no password at all.
pub const PASSWORD: &str = "filo-di-trama-2027";

/// An account to try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Address to sign in with.
    pub email: String,
    /// Name.
    pub name: String,
    /// Codes of the roles, comma-separated.
    pub roles: String,
}

/// Gives every named person of a demonstration that was loaded from this file the public
/// password, unless they have one, and returns those worth showing: the first of each set of
/// roles, in the order of the file. A second call sets nothing and is quick.
///
/// # Errors
///
/// [`Refusal::NotYourRole`] where the Ambito is not a demonstration; [`Declined::NotFound`] where
/// it was not loaded.
pub async fn accounts(
    services: &Services,
    text: &str,
    now: Moment,
) -> Result<Vec<Account>, Declined> {
    let file: File = domain::import::read(text).map_err(|_| Declined::NotFound)?;
    let mut snapshot = services.look().await?;
    let there = store::import::imported(&mut snapshot, &file.ambito.slug).await?;
    let there = there.ok_or(Declined::NotFound)?;
    if !there.demonstration {
        return Err(Refusal::NotYourRole.into());
    }
    let people = store::import::demonstration_people(&mut snapshot, there.ambito).await?;
    drop(snapshot);
    // Argon2 is slow on purpose: all at once, on threads that may block.
    let mut hashing = Vec::new();
    for person in people.iter().filter(|person| !person.password) {
        let salt: [u8; 16] = services.chance.bytes();
        let who = person.person;
        hashing.push(tokio::task::spawn_blocking(move || (who, hash(&salt))));
    }
    if !hashing.is_empty() {
        let facts = Facts::of(there.ambito);
        let permit = policy::permit(&Actor::Installation, Operation::CreateAccount, &facts, now)?;
        let mut hashed = Vec::new();
        for task in hashing {
            let (who, hash) = task.await.map_err(broken)?;
            hashed.push((who, hash.map_err(broken)?));
        }
        let mut tx = services.begin(there.ambito).await?;
        for (who, hash) in hashed {
            store::import::first_password(&mut tx, &permit, who, &hash).await?;
            store::chain::append(&mut tx, &permit, Subject::Person, who, &Details::default())
                .await?;
        }
        commit(tx).await?;
    }
    let mut shown: Vec<Account> = Vec::new();
    for person in &file.people {
        let email = person.email.to_lowercase();
        let roles = roles(person);
        let has_account = people.iter().any(|known| known.email == email);
        if has_account && shown.iter().all(|account| account.roles != roles) {
            shown.push(Account { email, name: person.name.clone(), roles });
        }
    }
    Ok(shown)
}

fn roles(person: &Person) -> String {
    let codes: Vec<&str> = person
        .roles
        .iter()
        .filter_map(|held| match held.code {
            RoleCode::Held(role) => Some(role.code()),
            RoleCode::Visitor => None,
        })
        .collect();
    codes.join(", ")
}

/// The password as it is stored.
fn hash(salt: &[u8; 16]) -> Result<String, argon2::password_hash::Error> {
    use argon2::password_hash::{PasswordHasher, SaltString};
    let salt = SaltString::encode_b64(salt)?;
    Ok(argon2::Argon2::default().hash_password(PASSWORD.as_bytes(), &salt)?.to_string())
}

fn broken(error: impl std::fmt::Display) -> Declined {
    Declined::Broken(store::StoreError::row("identities", uuid::Uuid::nil(), error))
}
