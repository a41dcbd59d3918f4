//! Accounts, first form: e-mail and password, sessions of our own.
//!
//! Argon2id runs off the async threads. Of a session only the SHA-256 of its token is stored.
//! Identity by link, OpenID Connect and at a desk come later: they end, as [`sign_in`] does, in
//! a session of a person whose level they know.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Argon2, Params};
use chrono::Duration;
use domain::events::{Details, Subject, hex};
use domain::faults::{Fault, What};
use domain::ids::{AmbitoId, PersonId};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::policy::{Facts, Operation, permit};
use domain::time::{Moment, cut};
use sha2::{Digest, Sha256};
use store::identity::{self, NewPerson};
use store::{StoreError, chain};

use crate::{Declined, Services, commit};

/// How long a session lasts.
pub const SESSION_HOURS: i64 = 12;
/// The fewest characters of a password.
pub const PASSWORD_LEAST: u32 = 12;
/// The most bytes of a password that are looked at: more is refused before any work.
const PASSWORD_MOST: usize = 1_024;

fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

fn folded(email: &str) -> String {
    email.trim().to_lowercase()
}

fn wrong() -> Declined {
    Declined::Invalid(vec![Fault::new("password", What::WrongCredentials)])
}

/// Argon2id off the async threads.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok()
}

/// Whether a password is the one of this hash. Without a hash it does the same work and says no.
fn verify(password: &str, hash: Option<&str>) -> bool {
    if let Some(parsed) = hash.and_then(|hash| PasswordHash::new(hash).ok()) {
        return Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
    }
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    let worked =
        Argon2::default().hash_password_into(password.as_bytes(), b"nobody has this", &mut out);
    std::hint::black_box((worked.is_ok(), out));
    false
}

/// The hash of a new password, as a PHC string.
async fn hashed(services: &Services, password: &str) -> Result<String, Declined> {
    let length = u32::try_from(password.chars().count()).unwrap_or(u32::MAX);
    if length < PASSWORD_LEAST || password.len() > PASSWORD_MOST {
        return Err(vec![Fault::new("password", What::TooFew { least: PASSWORD_LEAST })].into());
    }
    let salt: [u8; 16] = services.chance.bytes();
    let password = password.to_owned();
    let done = apart(move || {
        let salt = SaltString::encode_b64(&salt).ok()?;
        let hash = Argon2::default().hash_password(password.as_bytes(), &salt).ok()?;
        Some(hash.to_string())
    });
    done.await.flatten().ok_or_else(|| vec![Fault::new("password", What::NotAChoice)].into())
}

/// Signs somebody in: returns the token of a new session, for their cookie. Wrong e-mail and
/// wrong password take the same time and have the same answer.
pub async fn sign_in(
    services: &Services,
    email: &str,
    password: &str,
    now: Moment,
) -> Result<String, Declined> {
    if password.len() > PASSWORD_MOST || email.len() > PASSWORD_MOST {
        return Err(wrong());
    }
    let found = {
        let mut snapshot = services.look().await?;
        identity::credentials(&mut snapshot, &folded(email)).await?
    };
    let (person, hash) = match found {
        Some((person, hash)) => (Some(person), hash),
        None => (None, None),
    };
    let password = password.to_owned();
    let right = apart(move || verify(&password, hash.as_deref())).await.unwrap_or(false);
    let Some(person) = person.filter(|_| right) else { return Err(wrong()) };
    let token = hex(&services.chance.bytes::<32>());
    let now = cut(now);
    let mut tx = services.db.write().await?;
    let expires = now + Duration::hours(SESSION_HOURS);
    identity::open_session(&mut tx, &token_hash(&token), person, now, expires).await?;
    commit(tx).await?;
    Ok(token)
}

/// Ends a session.
pub async fn sign_out(services: &Services, token: &str) -> Result<(), Declined> {
    let mut tx = services.db.write().await?;
    identity::close_session(&mut tx, &token_hash(token)).await?;
    commit(tx).await
}

/// Removes sessions that have expired: a job. Returns how many.
pub async fn sweep(services: &Services, now: Moment) -> Result<u64, Declined> {
    let mut tx = services.db.write().await?;
    let swept = identity::sweep_sessions(&mut tx, now).await?;
    commit(tx).await?;
    Ok(swept)
}

/// Who asks: the holder of this token, with level and roles in this Ambito; a visitor without
/// one, or when it has expired.
pub async fn actor(
    services: &Services,
    token: Option<&str>,
    ambito: AmbitoId,
    now: Moment,
) -> Result<Actor, Declined> {
    let Some(token) = token else { return Ok(Actor::Visitor) };
    let mut snapshot = services.look().await?;
    Ok(identity::actor(&mut snapshot, &token_hash(token), ambito, now).await?)
}

/// Makes a technical administrator of these Ambiti. Faults are at `email`, `name` and
/// `password` (at least [`PASSWORD_LEAST`] characters, as [`What::TooFew`]).
pub async fn create_admin(
    services: &Services,
    ambiti: &[AmbitoId],
    email: &str,
    name: &str,
    password: &str,
    now: Moment,
) -> Result<PersonId, Declined> {
    let mut faults = Vec::new();
    let email = folded(email);
    let parts: Vec<&str> = email.split('@').collect();
    if email.is_empty() {
        faults.push(Fault::new("email", What::Missing));
    } else if parts.len() != 2 || parts.iter().any(|part| part.is_empty()) || email.len() > 254 {
        faults.push(Fault::new("email", What::NotAnAddress));
    }
    domain::contributions::text(&mut faults, "name", name, 140, 1);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let hash = hashed(services, password).await?;
    let person = NewPerson {
        id: services.chance.id(now),
        level: IdentityLevel::L2,
        language: "it".to_owned(),
        name: Some(name.trim().to_owned()),
        email: Some(email),
        password_hash: Some(hash),
    };
    let Some((&first, others)) = ambiti.split_first() else { return Err(Declined::NotFound) };
    let mut tx = services.begin(first).await?;
    for &other in others {
        chain::lock(&mut tx, other).await?;
    }
    for (place, &ambito) in ambiti.iter().enumerate() {
        let facts = Facts::of(ambito);
        let leave = permit(&Actor::Installation, Operation::CreateAccount, &facts, now)?;
        if place == 0 {
            identity::add_person(&mut tx, &leave, &person).await.map_err(taken)?;
        }
        let role = Grant { role: Role::Admin, body: None, organisation: None };
        identity::grant(&mut tx, &leave, person.id, &role).await?;
        let details = Details { class: Some(Role::Admin.code().to_owned()), ..Details::default() };
        chain::append(&mut tx, &leave, Subject::Person, person.id.uuid(), &details).await?;
    }
    commit(tx).await?;
    Ok(person.id)
}

fn taken(error: StoreError) -> Declined {
    if error.is_taken() { vec![Fault::new("email", What::Taken)].into() } else { error.into() }
}

/// The same for whoever has this e-mail address.
pub async fn set_password_of(
    services: &Services,
    ambito: AmbitoId,
    email: &str,
    password: &str,
    now: Moment,
) -> Result<(), Declined> {
    let mut snapshot = services.look().await?;
    let found = identity::credentials(&mut snapshot, &folded(email)).await?;
    drop(snapshot);
    let (person, _) = found.ok_or(Declined::NotFound)?;
    set_password(services, ambito, person, password, now).await
}

/// Gives a person of an Ambito a password, and ends the sessions they had. The demonstration
/// makes its accounts with it. Not found for somebody without an identity.
pub async fn set_password(
    services: &Services,
    ambito: AmbitoId,
    person: PersonId,
    password: &str,
    now: Moment,
) -> Result<(), Declined> {
    let hash = hashed(services, password).await?;
    let mut tx = services.begin(ambito).await?;
    let facts = Facts::of(ambito);
    let leave = permit(&Actor::Installation, Operation::CreateAccount, &facts, now)?;
    if !identity::set_password(&mut tx, &leave, person, &hash).await? {
        return Err(Declined::NotFound);
    }
    identity::close_sessions_of(&mut tx, person).await?;
    chain::append(&mut tx, &leave, Subject::Person, person.uuid(), &Details::default()).await?;
    commit(tx).await
}
