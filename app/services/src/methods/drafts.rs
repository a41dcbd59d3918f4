//! The draft of a round: written by the institution before the opening, changed afterwards by
//! amendments alone; every version stays.

use std::collections::BTreeMap;

use domain::contributions::length;
use domain::methods::draft::DraftText;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::Opening;
use domain::views::{DraftForm, DraftPage, ParagraphView, VersionRow};
use store::methods::{self, NewDraft};

use super::{amendments, may, may_speak, must_open, opens, positions, round};
use crate::{Asking, Declined, Services, commit};

/// A round that opens one of these has a draft.
pub(crate) const DRAFTED: &[Opening] = &[Opening::Amendments, Opening::Positions];

/// The draft of a round: the newest version, or an older one.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
    version: Option<i64>,
) -> Result<DraftPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    let of = &stored.round;
    must_open(of, DRAFTED)?;
    let newest = methods::newest_draft(&mut snapshot, of.id).await?;
    let newest_version = newest.as_ref().map_or(0, |draft| draft.version);
    let shown = match version.filter(|version| *version != newest_version) {
        Some(version) => {
            let older = methods::draft_version(&mut snapshot, of.id, version).await?;
            Some(older.ok_or(Declined::NotFound)?)
        }
        None => newest,
    };
    let versions = methods::draft_versions(&mut snapshot, of.id).await?;
    let text = shown.as_ref().map(|draft| draft.text.clone()).unwrap_or_default();
    let cards = amendments::cards(&mut snapshot, of.id, &text).await?;
    let stances: BTreeMap<i64, [u64; 3]> = positions::stances(&mut snapshot, ask, of).await?;
    let mut paragraphs: Vec<ParagraphView> = (1_u64..)
        .zip(&text.paragraphs)
        .map(|(number, paragraph)| ParagraphView {
            key: paragraph.key,
            number,
            text: paragraph.text.clone(),
            amendments: Vec::new(),
            stances: stances.get(&paragraph.key).copied().unwrap_or_default(),
        })
        .collect();
    let mut elsewhere = Vec::new();
    for (key, card) in cards {
        match paragraphs.iter_mut().find(|paragraph| paragraph.key == key) {
            Some(paragraph) => paragraph.amendments.push(card),
            None => elsewhere.push(card),
        }
    }
    let guests = super::Guests::of(&mut snapshot, of.id).await?;
    Ok(DraftPage {
        round: stored.reference(ask.now),
        shown: shown.as_ref().and_then(|draft| row(&versions, draft.version)),
        newest: newest_version,
        paragraphs,
        elsewhere,
        versions,
        amendable: opens(of, &[Opening::Amendments]),
        takes_positions: opens(of, &[Opening::Positions]),
        may_write: may(ask, Operation::WriteDraft, of),
        may_amend: may_speak(ask, Operation::ProposeAmendment, Opening::Amendments, of, &guests),
        may_merge: may(ask, Operation::MergeAmendments, of),
    })
}

fn row(versions: &[VersionRow], version: i64) -> Option<VersionRow> {
    versions.iter().find(|row| row.version == version).cloned()
}

/// The form of the draft.
pub async fn form(services: &Services, ask: &Asking, number: i64) -> Result<DraftForm, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    may(ask, Operation::WriteDraft, &stored.round)?;
    let newest = methods::newest_draft(&mut snapshot, stored.round.id).await?;
    Ok(DraftForm {
        round: stored.reference(ask.now),
        opens: stored.round.opens,
        newest: newest.as_ref().map_or(0, |draft| draft.version),
        written: newest.map(|draft| draft.text.written()).unwrap_or_default(),
    })
}

/// Writes a version of the draft, on the one that was read. Returns its number; the same words
/// again change nothing.
pub async fn write(
    services: &Services,
    ask: &Asking,
    number: i64,
    written: &str,
    why: &str,
    base_version: i64,
) -> Result<i64, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&ask.actor, Operation::WriteDraft, &facts, ask.now)?;
    let newest = methods::newest_draft(&mut tx, stored.round.id).await?;
    let mut faults = Vec::new();
    let text = DraftText::read(written, newest.as_ref().map(|draft| &draft.text))
        .map_err(|found| faults.extend(found));
    length(&mut faults, "why", why, 600);
    let (Ok(text), true) = (text, faults.is_empty()) else { return Err(faults.into()) };
    let current = newest.as_ref().map_or(0, |draft| draft.version);
    if newest.as_ref().is_some_and(|draft| draft.text == text) {
        return Ok(current);
    }
    if base_version != current {
        return Err(Declined::Stale { current });
    }
    let new = NewDraft {
        id: services.chance.id(ask.now),
        round: stored.round.id,
        version: current + 1,
        text: &text,
        why: why.trim(),
        amendment: None,
        salt: services.chance.bytes(),
    };
    methods::keep_draft(&mut tx, &permit, &new).await?;
    commit(tx).await?;
    Ok(current + 1)
}
