//! The demonstration Ambito, part of the binary, and the accounts that are shown where one signs
//! in to it.

use std::sync::LazyLock;

use app::pages::sign_in::DemonstrationAccount;
use app::render::PageContext;
use domain::forms::FormState;
use domain::import::terms::RoleCode;
use domain::views::Shell;

/// The file.
pub const FILE: &str = include_str!("../demo/val-d-arcina.json");

static ACCOUNTS: LazyLock<Vec<DemonstrationAccount>> = LazyLock::new(|| {
    let people = domain::import::read(FILE).map(|file| file.people).unwrap_or_default();
    people
        .into_iter()
        .map(|person| DemonstrationAccount {
            roles: person
                .roles
                .iter()
                .filter_map(|held| match held.code {
                    RoleCode::Held(role) => Some(role),
                    RoleCode::Visitor => None,
                })
                .collect(),
            name: person.name,
            email: person.email,
        })
        .collect()
});

/// The page to sign in; with the accounts to try where everything is invented.
pub fn sign_in(ctx: &PageContext<'_>, shell: &Shell, state: &FormState) -> String {
    let demonstration = shell.ambito.demonstration;
    let password = demonstration.then_some(services::demo::PASSWORD);
    let accounts = if demonstration { ACCOUNTS.as_slice() } else { &[] };
    app::pages::sign_in::page(ctx, shell, state, password, accounts)
}
