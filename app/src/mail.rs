//! E-mails as plain text, in the language of who gets them. Never a person's own words in them:
//! a need can speak of illness, and e-mail is read by others.

use domain::messages::MessageKind;
use domain::views::Letter;

use crate::format;
use crate::texts::Texts;
use crate::urls::{Lang, Page};

/// A written e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Subject.
    pub subject: String,
    /// Body.
    pub text: String,
}

/// Writes a letter; `origin` is the site's scheme and host.
pub fn write(letter: &Letter, language: &str, origin: &str) -> Mail {
    let lang = Lang::ALL.into_iter().find(|lang| lang.code() == language).unwrap_or_default();
    let texts = Texts::of(lang);
    match letter {
        Letter::OfRound { ambito, kind, round, closes } => {
            let page = match kind {
                MessageKind::Received
                | MessageKind::Danger
                | MessageKind::PositionDisputed
                | MessageKind::PositionToConfirm => Page::Positions(*round),
                MessageKind::PartnerSilent => Page::SharedDraft(*round),
                MessageKind::Reopened
                | MessageKind::Split
                | MessageKind::Rejoined
                | MessageKind::MergeProposed
                | MessageKind::MergeOfSupported
                | MessageKind::MergeContested
                | MessageKind::MergeMediated
                | MessageKind::MergeDissolved
                | MessageKind::SessionMinutes => Page::Round(*round),
            };
            let closes = format::deadline(lang, *closes);
            let key = |part: &str| format!("mail-{}-{part}", kind.code().replace('_', "-"));
            Mail {
                subject: texts.get(&key("subject")).to_owned(),
                text: texts.with(
                    &key("body"),
                    &[
                        ("closes", closes.into()),
                        ("address", format!("{origin}{}", page.path(&ambito.slug, lang)).into()),
                        ("ambito", ambito.name.as_str().into()),
                        ("office", ambito.office.as_str().into()),
                        ("email", ambito.email.as_str().into()),
                    ],
                ),
            }
        }
        Letter::Received { ambito, kind, number, public, closes } => {
            let address = Page::contribution(*kind, *number).path(&ambito.slug, lang);
            let what = texts.coded("mail-received-kind", kind.code());
            let next =
                texts.get(if *public { "mail-received-public" } else { "mail-received-read" });
            let closes = format::deadline(lang, *closes);
            Mail {
                subject: texts.with("mail-received-subject", &[("what", what.into())]),
                text: texts.with(
                    "mail-received-body",
                    &[
                        ("what", what.into()),
                        ("next", next.into()),
                        ("closes", closes.into()),
                        ("address", format!("{origin}{address}").into()),
                        ("ambito", ambito.name.as_str().into()),
                        ("office", ambito.office.as_str().into()),
                        ("email", ambito.email.as_str().into()),
                    ],
                ),
            }
        }
        Letter::OfText { ambito, message, kind, number } => {
            let key = |part: &str| format!("mail-{}-{part}", message.code().replace('_', "-"));
            let address = Page::contribution(*kind, *number).path(&ambito.slug, lang);
            Mail {
                subject: texts.get(&key("subject")).to_owned(),
                text: texts.with(
                    &key("body"),
                    &[
                        ("address", format!("{origin}{address}").into()),
                        ("ambito", ambito.name.as_str().into()),
                        ("office", ambito.office.as_str().into()),
                        ("email", ambito.email.as_str().into()),
                    ],
                ),
            }
        }
        Letter::SessionMinutes { ambito, number, until } => {
            let address = Page::SessionMinutes(*number).path(&ambito.slug, lang);
            Mail {
                subject: texts.get("mail-session-minutes-subject").to_owned(),
                text: texts.with(
                    "mail-session-minutes-body",
                    &[
                        ("until", format::deadline(lang, *until).into()),
                        ("address", format!("{origin}{address}").into()),
                        ("ambito", ambito.name.as_str().into()),
                        ("office", ambito.office.as_str().into()),
                        ("email", ambito.email.as_str().into()),
                    ],
                ),
            }
        }
        Letter::Danger { ambito, case } => {
            let address = Page::Moderation.path(&ambito.slug, lang);
            Mail {
                subject: texts.get("mail-danger-subject").to_owned(),
                text: texts.with(
                    "mail-danger-body",
                    &[
                        ("address", format!("{origin}{address}#case-{case}").into()),
                        ("ambito", ambito.name.as_str().into()),
                        ("office", ambito.office.as_str().into()),
                        ("email", ambito.email.as_str().into()),
                    ],
                ),
            }
        }
        Letter::Merge { ambito, kind, cluster, closes } => {
            let key = |part: &str| format!("mail-{}-{part}", kind.code().replace('_', "-"));
            let address = Page::Cluster(*cluster).path(&ambito.slug, lang);
            let date = closes.map(|closes| format::day(lang, format::last_day(closes)));
            Mail {
                subject: texts.get(&key("subject")).to_owned(),
                text: texts.with(
                    &key("body"),
                    &[
                        ("date", date.unwrap_or_default().into()),
                        ("address", format!("{origin}{address}").into()),
                        ("ambito", ambito.name.as_str().into()),
                        ("office", ambito.office.as_str().into()),
                        ("email", ambito.email.as_str().into()),
                    ],
                ),
            }
        }
        Letter::Reopened { ambito, number, title, closes } => {
            let address = Page::Round(*number).path(&ambito.slug, lang);
            let mine = Page::Mine.path(&ambito.slug, lang);
            Mail {
                subject: texts.with("mail-reopened-subject", &[("title", title.as_str().into())]),
                text: texts.with(
                    "mail-reopened-body",
                    &[
                        ("title", title.as_str().into()),
                        ("closes", format::deadline(lang, *closes).into()),
                        ("address", format!("{origin}{address}").into()),
                        ("mine", format!("{origin}{mine}").into()),
                        ("ambito", ambito.name.as_str().into()),
                        ("office", ambito.office.as_str().into()),
                        ("email", ambito.email.as_str().into()),
                    ],
                ),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use domain::contributions::Kind;
    use domain::views::{AmbitoHead, Labels};

    #[test]
    fn an_alert_says_where_and_nothing_of_the_text() {
        let letter = Letter::Danger { ambito: ambito(), case: 12 };
        for language in ["it", "en"] {
            let mail = write(&letter, language, "https://trama.example");
            assert!(mail.text.contains("#case-12") && mail.text.contains("Ambito X"));
        }
    }

    #[test]
    fn a_merge_is_told_with_its_day_and_without_anybodys_words() {
        let closes = chrono::Utc.with_ymd_and_hms(2026, 12, 3, 23, 0, 0).unwrap();
        for kind in [
            MessageKind::MergeProposed,
            MessageKind::MergeOfSupported,
            MessageKind::MergeContested,
            MessageKind::MergeMediated,
            MessageKind::MergeDissolved,
        ] {
            let (cluster, closes) = (7, Some(closes));
            let letter = Letter::Merge { ambito: ambito(), kind, cluster, closes };
            let italian = write(&letter, "it", "https://trama.example");
            assert!(italian.text.contains("https://trama.example/x/gruppi/7"), "{}", italian.text);
            let english = write(&letter, "en", "https://trama.example");
            assert!(english.text.contains("/x/en/clusters/7"), "{}", english.text);
            assert!(!italian.subject.is_empty() && italian.subject != english.subject);
            let asks = matches!(kind, MessageKind::MergeProposed | MessageKind::MergeOfSupported);
            assert_eq!(italian.text.contains("3 dicembre"), asks, "{}", italian.text);
        }
    }

    #[test]
    fn that_a_text_is_read_in_parts_is_told_without_its_words() {
        for message in [MessageKind::Split, MessageKind::Rejoined] {
            let letter = Letter::OfText { ambito: ambito(), message, kind: Kind::Need, number: 12 };
            let italian = write(&letter, "it", "https://trama.example");
            assert!(
                italian.text.contains("https://trama.example/x/bisogni/12"),
                "{}",
                italian.text
            );
            let english = write(&letter, "en", "https://trama.example");
            assert!(english.text.contains("/x/en/needs/12"), "{}", english.text);
            assert!(!italian.subject.is_empty() && italian.subject != english.subject);
        }
    }

    fn ambito() -> AmbitoHead {
        AmbitoHead {
            slug: "x".into(),
            language: "it".into(),
            name: "Ambito X".into(),
            region: String::new(),
            lead_authority: String::new(),
            office: "Ufficio di Piano".into(),
            email: "ufficio@x.example".into(),
            opening_hours: String::new(),
            labels: Labels {
                political_body: String::new(),
                review_body: String::new(),
                plan: String::new(),
                annual_programme: String::new(),
            },
            demonstration: false,
        }
    }

    #[test]
    fn it_says_what_happens_next_and_by_when() {
        let letter = Letter::Received {
            ambito: ambito(),
            kind: Kind::Proposal,
            number: 7,
            public: false,
            closes: chrono::Utc.with_ymd_and_hms(2026, 4, 12, 18, 0, 0).unwrap(),
        };
        let italian = write(&letter, "it", "https://trama.example");
        assert!(italian.text.contains("https://trama.example/x/proposte/7"), "{}", italian.text);
        assert!(italian.text.contains("12 aprile"), "{}", italian.text);
        let english = write(&letter, "en", "https://trama.example");
        assert!(english.text.contains("/x/en/proposals/7") && english.text.contains("April"));
        assert_ne!(italian.subject, english.subject);
        // A language we do not write is Italian.
        assert_eq!(write(&letter, "sq", "https://trama.example"), italian);
    }
}
