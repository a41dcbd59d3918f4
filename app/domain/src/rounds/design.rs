//! A round as it is prepared: what it asks, with which rules, and what is still missing before it
//! may be announced (domain.md §1 E13, §2.4, §3.3).
//!
//! A draft may be saved unfinished. [`Design::gaps`] says what keeps it from being announced,
//! [`Design::unusual`] what somebody should look at once more and may leave as it is.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{ModerationMode, Opening, RoundKind, VoteMethod};
use crate::coded::coded;
use crate::events::hex;
use crate::people::IdentityLevel;

/// How many weeks a consultation usually lasts, least and most (domain.md §2.4, from the national
/// guidelines on consultation): outside them the office is warned, not refused.
pub const CONSULTATION_WEEKS: (i64, i64) = (4, 12);

/// The fewest days a notice of co-progettazione usually stays open (domain.md §2.4, from one
/// regional law): with fewer the office is warned, not refused.
pub const NOTICE_DAYS: u32 = 20;

/// What is measured to know whether the objective was reached.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Measure {
    /// Code of an indicator of the community profile; empty if it is another.
    pub indicator: String,
    /// What is measured, in words; the name of the indicator if one was chosen.
    pub what: String,
    /// Where it starts, if known.
    pub baseline: Option<f64>,
    /// Where it should get.
    pub target: Option<f64>,
    /// By when.
    pub by: Option<NaiveDate>,
}

/// The public notice of a co-programmazione or a co-progettazione (d.lgs. 117/2017 art. 55).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notice {
    /// Title.
    pub title: String,
    /// For how many days it is open to applications.
    pub days: Option<u32>,
    /// General and specific objectives.
    pub aims: String,
    /// What money there is.
    pub budget: String,
    /// How long what is designed is to last.
    pub duration: String,
    /// How partners are chosen.
    pub criteria: String,
    /// What is asked as to the register of the third sector.
    pub runts: String,
    /// Where the notice is published.
    pub address: String,
}

/// The agreement that a co-gestione carries out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Agreement {
    /// Reference of the act.
    pub reference: String,
    /// When it was signed.
    pub signed: Option<NaiveDate>,
    /// Who signed it.
    pub parties: Vec<String>,
}

/// Something to read before taking part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Material {
    /// Title.
    pub title: String,
    /// Where it is.
    pub address: String,
}

/// What a round has beside what every round had from the beginning.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Extras {
    /// What is measured.
    pub measure: Measure,
    /// The agreement carried out.
    pub agreement: Agreement,
    /// What to read.
    pub materials: Vec<Material>,
    /// Within how many days after closing everybody is answered.
    pub answer_days: Option<u32>,
    /// How the results are reported.
    pub results: String,
    /// Who decides on them.
    pub decides: String,
    /// How the round itself is evaluated.
    pub evaluation: String,
}

/// A round as it is prepared. Times are those of the clock of the Ambito.
#[derive(Debug, Clone, PartialEq)]
pub struct Design {
    /// Method.
    pub kind: RoundKind,
    /// Code of the plan it belongs to.
    pub plan: String,
    /// Title.
    pub title: String,
    /// Question.
    pub question: String,
    /// Objective.
    pub objective: String,
    /// Already decided.
    pub given: Vec<String>,
    /// Open.
    pub open: Vec<String>,
    /// Off limits.
    pub off_limits: Vec<String>,
    /// Codes of the areas it covers.
    pub areas: Vec<String>,
    /// First minute.
    pub opens: Option<NaiveDateTime>,
    /// Last minute if it is 23:59, else the first one after the end.
    pub closes: Option<NaiveDateTime>,
    /// What it opens, each with the least identity level.
    pub opened: BTreeMap<Opening, IdentityLevel>,
    /// When texts are moderated.
    pub moderation: ModerationMode,
    /// Way of expressing oneself.
    pub vote_method: VoteMethod,
    /// What happens when two get as much (invariant 15).
    pub tie_rule: String,
    /// Notice.
    pub notice: Notice,
    /// The rest.
    pub extras: Extras,
}

coded! {
    /// What is still missing before a round may be announced.
    Gap {
        /// A title.
        Title = "titolo",
        /// The plan it belongs to.
        Plan = "piano",
        /// The question people are asked.
        Question = "domanda",
        /// The objective.
        Objective = "obiettivo",
        /// What is measured.
        Indicator = "indicatore",
        /// Where it should get.
        Target = "valore_atteso",
        /// What is decided already.
        Given = "gia_deciso",
        /// What can still be changed.
        Open = "aperto",
        /// What is not under discussion.
        OffLimits = "fuori_discussione",
        /// The areas it covers.
        Areas = "aree",
        /// Figures of the community profile to show.
        Profile = "profilo",
        /// Aims of the notice.
        NoticeAims = "avviso_finalita",
        /// Its money.
        NoticeBudget = "avviso_risorse",
        /// How long.
        NoticeDuration = "avviso_durata",
        /// How partners are chosen.
        NoticeCriteria = "avviso_criteri",
        /// The requirement as to the register.
        NoticeRunts = "avviso_runts",
        /// Where it is published.
        NoticeAddress = "avviso_indirizzo",
        /// Reference of the agreement.
        AgreementReference = "accordo_riferimento",
        /// When it was signed.
        AgreementDate = "accordo_data",
        /// Who signed it.
        AgreementParties = "accordo_parti",
        /// First moment.
        Opens = "apertura",
        /// It would have opened already.
        OpensPast = "apertura_passata",
        /// End.
        Closes = "chiusura",
        /// The end is not after the beginning.
        ClosesFirst = "chiusura_prima",
        /// Something people can do.
        Openings = "che_cosa_si_fa",
        /// The rule for ties.
        TieRule = "regola_parita",
    }
}

impl Gap {
    /// The field of the wizard in which it is mended.
    pub const fn field(self) -> &'static str {
        match self {
            Gap::Title => "title",
            Gap::Plan => "plan",
            Gap::Question => "question",
            Gap::Objective => "objective",
            Gap::Indicator => "measure_indicator",
            Gap::Target => "measure_target",
            Gap::Given => "given",
            Gap::Open => "open",
            Gap::OffLimits => "off_limits",
            Gap::Areas | Gap::Profile => "areas",
            Gap::NoticeAims => "notice_aims",
            Gap::NoticeBudget => "notice_budget",
            Gap::NoticeDuration => "notice_duration",
            Gap::NoticeCriteria => "notice_criteria",
            Gap::NoticeRunts => "notice_runts",
            Gap::NoticeAddress => "notice_address",
            Gap::AgreementReference => "agreement_reference",
            Gap::AgreementDate => "agreement_signed",
            Gap::AgreementParties => "agreement_parties",
            Gap::Opens | Gap::OpensPast => "opens_date",
            Gap::Closes | Gap::ClosesFirst => "closes_date",
            Gap::Openings => "opening",
            Gap::TieRule => "tie_rule",
        }
    }
}

coded! {
    /// What is unusual in a round: a warning, never a refusal.
    Unusual {
        /// A consultation shorter than usual.
        ShortConsultation = "consultazione_breve",
        /// A consultation longer than usual.
        LongConsultation = "consultazione_lunga",
        /// A notice open for fewer days than usual.
        ShortNotice = "avviso_breve",
        /// Nobody says within how many days people are answered.
        NoAnswerDays = "senza_giorni_risposta",
        /// Nobody says how the round itself is evaluated.
        NoEvaluation = "senza_valutazione",
    }
}

impl Unusual {
    /// The field of the wizard in which it can be changed.
    pub const fn field(self) -> &'static str {
        match self {
            Unusual::ShortConsultation | Unusual::LongConsultation => "closes_date",
            Unusual::ShortNotice => "notice_days",
            Unusual::NoAnswerDays => "answer_days",
            Unusual::NoEvaluation => "evaluation",
        }
    }
}

/// Whether a kind of round begins with a public notice.
pub const fn needs_notice(kind: RoundKind) -> bool {
    match kind {
        RoundKind::CoProgramming | RoundKind::CoDesign => true,
        RoundKind::Consultation | RoundKind::Concertation | RoundKind::CoManagement => false,
    }
}

/// Whether a kind of round carries out a signed agreement.
pub const fn needs_agreement(kind: RoundKind) -> bool {
    match kind {
        RoundKind::CoManagement => true,
        RoundKind::Consultation
        | RoundKind::Concertation
        | RoundKind::CoProgramming
        | RoundKind::CoDesign => false,
    }
}

impl Design {
    /// All that is missing before it may be announced at a moment of the clock of the Ambito.
    /// `figures` is how many figures the community profile has for its areas.
    pub fn gaps(&self, figures: usize, now: NaiveDateTime) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let mut ask = |missing: bool, gap: Gap| {
            if missing {
                gaps.push(gap);
            }
        };
        ask(self.title.is_empty(), Gap::Title);
        ask(self.question.is_empty(), Gap::Question);
        ask(self.objective.is_empty(), Gap::Objective);
        ask(self.plan.is_empty(), Gap::Plan);
        ask(self.areas.is_empty(), Gap::Areas);
        match self.kind {
            // «Profile» before people are asked: they see what is known already (B1).
            RoundKind::Consultation => ask(!self.areas.is_empty() && figures == 0, Gap::Profile),
            // «It is all decided already» is answered here (E13).
            RoundKind::Concertation => {
                let measure = &self.extras.measure;
                ask(measure.what.is_empty(), Gap::Indicator);
                ask(measure.target.is_none(), Gap::Target);
                ask(self.given.is_empty(), Gap::Given);
                ask(self.open.is_empty(), Gap::Open);
                ask(self.off_limits.is_empty(), Gap::OffLimits);
            }
            RoundKind::CoProgramming | RoundKind::CoDesign | RoundKind::CoManagement => {}
        }
        if needs_notice(self.kind) {
            ask(self.notice.aims.is_empty(), Gap::NoticeAims);
            ask(self.notice.budget.is_empty(), Gap::NoticeBudget);
            ask(self.notice.duration.is_empty(), Gap::NoticeDuration);
            ask(self.notice.criteria.is_empty(), Gap::NoticeCriteria);
            ask(self.notice.runts.is_empty(), Gap::NoticeRunts);
            ask(self.notice.address.is_empty(), Gap::NoticeAddress);
        }
        if needs_agreement(self.kind) {
            let agreement = &self.extras.agreement;
            ask(agreement.reference.is_empty(), Gap::AgreementReference);
            ask(agreement.signed.is_none(), Gap::AgreementDate);
            ask(agreement.parties.is_empty(), Gap::AgreementParties);
        }
        ask(self.opens.is_none(), Gap::Opens);
        ask(self.opens.is_some_and(|opens| opens <= now), Gap::OpensPast);
        ask(self.closes.is_none(), Gap::Closes);
        let backwards = matches!((self.opens, self.closes), (Some(o), Some(c)) if c <= o);
        ask(backwards, Gap::ClosesFirst);
        ask(self.opened.is_empty(), Gap::Openings);
        ask(self.tie_rule.is_empty(), Gap::TieRule);
        gaps
    }

    /// What is unusual, to be looked at once more.
    pub fn unusual(&self) -> Vec<Unusual> {
        let mut unusual = Vec::new();
        if let (RoundKind::Consultation, Some(opens), Some(closes)) =
            (self.kind, self.opens, self.closes)
        {
            // Half a day of grace: weeks are counted in days, not by the hours of the clock.
            let days = (closes - opens + chrono::Duration::hours(16)).num_days();
            let (least, most) = CONSULTATION_WEEKS;
            if days < least * 7 && closes > opens {
                unusual.push(Unusual::ShortConsultation);
            } else if days > most * 7 {
                unusual.push(Unusual::LongConsultation);
            }
        }
        let short = |days: u32| days < NOTICE_DAYS;
        if self.kind == RoundKind::CoDesign && self.notice.days.is_none_or(short) {
            unusual.push(Unusual::ShortNotice);
        }
        if self.extras.answer_days.is_none() {
            unusual.push(Unusual::NoAnswerDays);
        }
        if self.extras.evaluation.is_empty() {
            unusual.push(Unusual::NoEvaluation);
        }
        unusual
    }

    /// The rules of the round as they are frozen and hashed: all of them but the window.
    pub fn rules(&self) -> Rules<'_> {
        Rules {
            kind: self.kind,
            title: &self.title,
            question: &self.question,
            objective: &self.objective,
            measure: &self.extras.measure,
            given: &self.given,
            open: &self.open,
            off_limits: &self.off_limits,
            areas: &self.areas,
            opened: &self.opened,
            moderation: self.moderation,
            vote_method: self.vote_method,
            tie_rule: &self.tie_rule,
            notice: &self.notice,
            agreement: &self.extras.agreement,
            answer_days: self.extras.answer_days,
            results: &self.extras.results,
            decides: &self.extras.decides,
        }
    }
}

/// The rules of a round, without the window: each window is an edition of its own (invariant 16).
/// The order of the fields is that of the text that is hashed; it never changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rules<'a> {
    kind: RoundKind,
    title: &'a str,
    question: &'a str,
    objective: &'a str,
    measure: &'a Measure,
    given: &'a [String],
    open: &'a [String],
    off_limits: &'a [String],
    areas: &'a [String],
    opened: &'a BTreeMap<Opening, IdentityLevel>,
    moderation: ModerationMode,
    vote_method: VoteMethod,
    tie_rule: &'a str,
    notice: &'a Notice,
    agreement: &'a Agreement,
    answer_days: Option<u32>,
    results: &'a str,
    decides: &'a str,
}

impl Rules<'_> {
    /// The text that is hashed: JSON, two spaces a level, a line end at its end.
    pub fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// SHA-256 of the text, in hexadecimal. Rules are public: there is no salt, and everybody can
    /// compute it again.
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(self.text()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::templates;
    use super::*;

    fn at(day: u32, hour: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap().and_hms_opt(hour, 0, 0).unwrap()
    }

    fn design(kind: RoundKind) -> Design {
        let template = templates::of(kind);
        Design {
            kind,
            plan: "PL2".into(),
            title: "Titolo".into(),
            question: "Domanda?".into(),
            objective: "Obiettivo".into(),
            given: vec!["Il fondo".into()],
            open: vec!["L'ordine".into()],
            off_limits: vec!["I livelli essenziali".into()],
            areas: vec!["famiglia".into()],
            opens: Some(at(9, 9)),
            closes: Some(at(9, 9) + chrono::Duration::weeks(6)),
            opened: template.opened.iter().copied().collect(),
            moderation: template.moderation,
            vote_method: template.vote_method,
            tie_rule: "Decide il Tavolo, con un motivo.".into(),
            notice: Notice {
                title: "Avviso".into(),
                days: Some(25),
                aims: "Finalità".into(),
                budget: "40.000 euro".into(),
                duration: "Due anni".into(),
                criteria: "Esperienza".into(),
                runts: "Iscritti da sei mesi".into(),
                address: "https://comune.example/avviso".into(),
            },
            extras: Extras {
                measure: Measure {
                    what: "Famiglie".into(),
                    target: Some(180.0),
                    ..Measure::default()
                },
                agreement: Agreement {
                    reference: "Rep. 12/2026".into(),
                    signed: NaiveDate::from_ymd_opt(2026, 2, 1),
                    parties: vec!["Comune".into(), "Cooperativa".into()],
                },
                answer_days: Some(60),
                evaluation: "Tre domande".into(),
                ..Extras::default()
            },
        }
    }

    #[test]
    fn what_is_whole_lacks_nothing() {
        for &kind in RoundKind::ALL {
            assert_eq!(design(kind).gaps(6, at(1, 9)), vec![], "{kind}");
            assert_eq!(design(kind).unusual(), vec![], "{kind}");
        }
    }

    #[test]
    fn a_consultation_needs_its_question_and_the_profile() {
        let mut consultation = design(RoundKind::Consultation);
        consultation.question.clear();
        assert_eq!(consultation.gaps(0, at(1, 9)), vec![Gap::Question, Gap::Profile]);
        // The others don't ask for the profile.
        assert_eq!(design(RoundKind::Concertation).gaps(0, at(1, 9)), vec![]);
    }

    #[test]
    fn a_concertazione_refuses_to_open_without_a_measurable_objective_and_the_three_boxes() {
        let mut one = design(RoundKind::Concertation);
        one.extras.measure = Measure::default();
        one.objective.clear();
        one.given.clear();
        one.open.clear();
        one.off_limits.clear();
        let gaps = one.gaps(6, at(1, 9));
        assert_eq!(
            gaps,
            [Gap::Objective, Gap::Indicator, Gap::Target, Gap::Given, Gap::Open, Gap::OffLimits]
        );
        // A consultation may leave the boxes empty and measure nothing.
        let mut other = design(RoundKind::Consultation);
        other.extras.measure = Measure::default();
        other.given.clear();
        assert_eq!(other.gaps(6, at(1, 9)), vec![]);
    }

    #[test]
    fn the_third_sector_is_asked_by_a_notice_and_co_gestione_carries_out_an_agreement() {
        for kind in [RoundKind::CoProgramming, RoundKind::CoDesign] {
            let mut one = design(kind);
            one.notice = Notice::default();
            let gaps = one.gaps(6, at(1, 9));
            assert_eq!(gaps.len(), 6, "{kind}: {gaps:?}");
            assert!(gaps.iter().all(|gap| gap.field().starts_with("notice_")));
        }
        let mut one = design(RoundKind::CoManagement);
        one.extras.agreement = Agreement::default();
        assert_eq!(
            one.gaps(6, at(1, 9)),
            [Gap::AgreementReference, Gap::AgreementDate, Gap::AgreementParties]
        );
    }

    #[test]
    fn a_window_lies_ahead_and_runs_forwards() {
        let mut one = design(RoundKind::Consultation);
        assert_eq!(one.gaps(6, at(9, 9)), [Gap::OpensPast]);
        one.closes = Some(at(9, 8));
        assert_eq!(one.gaps(6, at(1, 9)), [Gap::ClosesFirst]);
        one.opens = None;
        one.closes = None;
        assert_eq!(one.gaps(6, at(1, 9)), [Gap::Opens, Gap::Closes]);
    }

    #[test]
    fn unusual_lengths_are_warned_of_and_not_refused() {
        let mut one = design(RoundKind::Consultation);
        for (days, expected) in [
            (27, vec![Unusual::ShortConsultation]),
            (28, vec![]),
            (84, vec![]),
            (85, vec![Unusual::LongConsultation]),
        ] {
            one.closes = Some(at(9, 9) + chrono::Duration::days(days));
            assert_eq!(one.unusual(), expected, "{days}");
            assert_eq!(one.gaps(6, at(1, 9)), vec![]);
        }
        // From nine in the morning to the last minute of the 28th day are four weeks.
        one.closes = at(9, 9)
            .checked_add_days(chrono::Days::new(27))
            .and_then(|day| day.date().and_hms_opt(23, 59, 0));
        assert_eq!(one.unusual(), vec![]);
        let mut notice = design(RoundKind::CoDesign);
        notice.notice.days = Some(19);
        assert_eq!(notice.unusual(), [Unusual::ShortNotice]);
    }

    #[test]
    fn the_hash_covers_every_rule_and_no_window() {
        let one = design(RoundKind::Concertation);
        let hash = one.rules().hash();
        let moved = Design { closes: Some(at(30, 9)), opens: None, ..one.clone() };
        assert_eq!(moved.rules().hash(), hash);
        let other = Design { tie_rule: "Decide la sorte".into(), ..one.clone() };
        assert_ne!(other.rules().hash(), hash);
        let other = Design { opened: BTreeMap::new(), ..one.clone() };
        assert_ne!(other.rules().hash(), hash);
        let mut other = one;
        other.extras.measure.target = Some(181.0);
        assert_ne!(other.rules().hash(), hash);
        assert!(other.rules().text().ends_with("}\n"));
    }
}
