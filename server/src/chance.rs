//! The one place that asks the system for chance.

use services::Chance;

/// The system's chance.
pub fn system() -> Chance {
    Chance::new(|bytes| {
        #[expect(clippy::disallowed_methods, reason = "this is chance's one place")]
        if let Err(error) = getrandom::fill(bytes) {
            // Without chance no id and no session can be made: nothing can be answered.
            tracing::error!(%error, "the system gives no random bytes");
            std::process::abort();
        }
    })
}

/// A fresh form id: 128 random bits in hexadecimal.
pub fn form_id(chance: &Chance) -> String {
    domain::events::hex(&chance.bytes::<16>())
}
