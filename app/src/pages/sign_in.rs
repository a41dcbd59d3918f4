//! Signing in with e-mail and password, and the accounts of a demonstration.

use domain::forms::FormState;
use domain::people::Role;
use domain::views::Shell;
use leptos::prelude::*;

use crate::parts::forms::{Field, error_summary, hidden_field, input, submit};
use crate::parts::{View, nothing};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// An account of a demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemonstrationAccount {
    /// Name.
    pub name: String,
    /// Roles in this Ambito.
    pub roles: Vec<Role>,
    /// Address to sign in with.
    pub email: String,
}

/// The page to sign in. Where to go afterwards is kept in `next`. In a demonstration the
/// accounts to try stand beneath, with the password of all of them.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    state: &FormState,
    password: Option<&str>,
    accounts: &[DemonstrationAccount],
) -> String {
    let meta = Meta::new(cx.t("signin-title")).private().faulty(!state.faults.is_empty());
    document(cx, shell, meta, || body(cx, shell, state, password, accounts))
}

fn body(
    cx: &PageContext<'_>,
    shell: &Shell,
    state: &FormState,
    password: Option<&str>,
    accounts: &[DemonstrationAccount],
) -> View {
    let next = state.fields.text("next");
    let next = (!next.is_empty()).then(|| next.to_owned());
    let kept = next.clone().map(|next| hidden_field("next", next));
    let email = Field::new("email", cx.t("signin-email")).autocomplete("username");
    let email = input(cx, state, email, "email", false);
    let secret = Field::new("password", cx.t("signin-password")).autocomplete("current-password");
    let secret = input(cx, state, secret, "password", false);
    let already = shell.viewer.name.as_ref().map(|name| {
        let said = cx.tw("signin-already", &[("name", name.as_str().into())]);
        view! {
            <div class="notice">
                <p>{said}</p>
                <form method="post" action=cx.path(Page::SignOut)>
                    <button class="btn btn-outline-primary btn-sm" type="submit">
                        {cx.t("signin-out")}
                    </button>
                </form>
            </div>
        }
    });
    let accounts = match password {
        Some(password) if shell.ambito.demonstration && !accounts.is_empty() => {
            to_try(cx, accounts, password, next.as_deref())
        }
        Some(_) | None => nothing(),
    };
    view! {
        <div class="wizard">
            {error_summary(cx, state)}
            {already}
            <h1>{cx.t("signin-title")}</h1>
            <p class="lead">{cx.t("signin-lead")}</p>
            <form class="form" method="post" action=cx.path(Page::SignIn) novalidate>
                {kept}
                {email}
                {secret}
                <div class="button-row">
                    {submit(cx.t("signin-go"))}
                    <a class="btn btn-plain" href=cx.path(Page::NewNeed)>
                        {cx.t("signin-without")}
                    </a>
                </div>
            </form>
            {accounts}
        </div>
    }
    .into_any()
}

/// One row an account, each with a button that signs in as that person.
fn to_try(
    cx: &PageContext<'_>,
    accounts: &[DemonstrationAccount],
    password: &str,
    next: Option<&str>,
) -> View {
    let rows: Vec<View> = accounts
        .iter()
        .map(|account| {
            let roles: Vec<&str> =
                account.roles.iter().map(|role| cx.coded("role", role.code())).collect();
            let roles = roles.join(", ");
            let (name, email) = (account.name.clone(), account.email.clone());
            let go = cx.tw("signin-demo-go", &[("name", account.name.as_str().into())]);
            let next = next.map(|next| hidden_field("next", next));
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-label=cx.t("signin-demo-roles")>{roles}</td>
                    <td data-label=cx.t("signin-demo-email")>{email.clone()}</td>
                    <td data-label=cx.t("signin-demo-act")>
                        <form class="inline-form" method="post" action=cx.path(Page::SignIn)>
                            {next}
                            {hidden_field("email", email)}
                            {hidden_field("password", password)}
                            <button class="btn btn-outline-primary btn-sm" type="submit">{go}</button>
                        </form>
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let lead = cx.tw("signin-demo-lead", &[("password", password.into())]);
    view! {
        <section class="mt-4" aria-labelledby="accounts">
            <h2 id="accounts">{cx.t("signin-demo-title")}</h2>
            <p>{lead}</p>
            <table class="table table-dense table--cards">
                <thead>
                    <tr>
                        <th scope="col">{cx.t("signin-demo-name")}</th>
                        <th scope="col">{cx.t("signin-demo-roles")}</th>
                        <th scope="col">{cx.t("signin-demo-email")}</th>
                        <th scope="col">{cx.t("signin-demo-act")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}
