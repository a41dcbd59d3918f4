//! Forms about links: made, and taken back, on the page of a text.

use domain::contributions::Kind;
use domain::forms::FormState;
use domain::links::parse;
use services::{Declined, links};

use crate::here::Here;

/// Links a text, or takes one of its links back. The notice to give.
pub(super) async fn asked(
    here: &Here,
    kind: Kind,
    number: i64,
    state: &FormState,
) -> Result<&'static str, Declined> {
    let (services, ask, fields) = (here.services(), &here.ask, &state.fields);
    if fields.text("do") == "link" {
        let draft = parse(fields)?;
        links::link(services, ask, kind, number, &draft, &state.sending()).await?;
        return Ok("linked");
    }
    let link = fields.text("link").parse().map_err(|_| Declined::NotFound)?;
    links::unlink(services, ask, (kind, number), link, fields.text("unlink_reason")).await?;
    Ok("unlinked")
}
