//! What is sent from the workbench and from the page of a draft.
//!
//! - **a draft**: `versione`, `title`, `synthesis`, `reason`, `source` (several: number of a text),
//!   `share-NUMBER` (code), `excerpt-NUMBER`.
//! - **texts left alone**: `motivo` (class), `parole`.

use super::{choice, done, numbers};
use crate::faults::Fault;
use crate::forms::Fields;
use crate::merging::bench::{AloneClass, Texts, Written};
use crate::merging::{ChosenSource, Share};

/// Reads the form of a draft: it may be unfinished. A version that makes no sense is an old one.
pub fn parse_draft(fields: &Fields) -> Result<Written, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut sources = Vec::new();
    for number in numbers(&mut faults, fields, "source") {
        let share = choice(&mut faults, fields, &format!("share-{number}"));
        let excerpt = fields.text(&format!("excerpt-{number}")).to_owned();
        sources.push(ChosenSource { number, share: share.unwrap_or(Share::PartOf), excerpt });
    }
    let texts = Texts {
        title: fields.text("title").to_owned(),
        synthesis: fields.text("synthesis").to_owned(),
        reason: fields.text("reason").to_owned(),
    };
    let version = fields.text("versione").parse().unwrap_or(-1);
    faults.extend(texts.faults());
    done(Written { version, texts, sources }, faults)
}

/// Texts to put into a draft, by the name of their boxes; each may have its excerpt.
pub fn chosen(fields: &Fields, name: &str) -> Vec<ChosenSource> {
    let mut chosen: Vec<ChosenSource> = Vec::new();
    for number in fields.texts(name).filter_map(|number| number.parse().ok()) {
        if chosen.len() < crate::merging::bench::TEXTS_MOST
            && chosen.iter().all(|one| one.number != number)
        {
            let excerpt = fields.text(&format!("excerpt-{number}")).to_owned();
            chosen.push(ChosenSource { number, share: Share::PartOf, excerpt });
        }
    }
    chosen
}

/// Why texts are left alone.
pub fn parse_alone(fields: &Fields) -> Result<(AloneClass, String), Vec<Fault>> {
    let mut faults = Vec::new();
    let class = choice(&mut faults, fields, "motivo").unwrap_or(AloneClass::Other);
    let words = fields.text("parole").to_owned();
    if faults.is_empty() {
        faults.extend(crate::merging::bench::alone_faults(class, &words));
    }
    done((class, words), faults)
}
