//! Needs, proposals, comments and supports.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::super::fault::{Kind, What};
use super::super::file::{Comment, Contribution, Moderation, Outcome, Round, Support};
use super::super::terms::ContributionState;
use super::super::time::Offset;
use super::{Checker, PEOPLE};
use crate::contributions::Kind as ContributionKind;
use crate::moderation::Decision;
use crate::people::IdentityLevel;
use crate::rounds::{Opening, RoundState};

/// What needs, proposals and comments have in common.
struct Voice<'a> {
    round: &'a str,
    author: Option<&'a String>,
    author_org: Option<&'a String>,
    anonymous: bool,
    created: &'a Offset,
    used: Opening,
}

impl<'a> Checker<'a> {
    pub(super) fn voices(&mut self) {
        for (section, contributions) in
            [("needs", &self.file.needs), ("proposals", &self.file.proposals)]
        {
            for (number, contribution) in contributions.iter().enumerate() {
                self.contribution(&self.at(section, number), contribution);
            }
        }
        for (number, comment) in self.file.comments.iter().enumerate() {
            self.comment(&self.at("comments", number), comment);
        }
        self.supports();
    }

    /// Round, author and moment of a text. Texts come only while their round is open (domain.md
    /// §2.7, invariant 2), from people of the level that it asks for; organisations are never
    /// anonymous.
    fn voice(&mut self, at: &str, voice: &Voice<'a>) -> Option<&'a Round> {
        let known = self.refers(format!("{at}.round"), voice.round, &[Kind::Round]);
        self.may_refer(format!("{at}.author"), voice.author, &PEOPLE);
        self.may_refer(format!("{at}.author_org"), voice.author_org, &[Kind::Organisation]);
        if voice.anonymous && voice.author_org.is_some() {
            self.contradiction(format!("{at}.anonymous"), format!("{at}.author_org"));
        }
        let created = self.past(format!("{at}.created"), voice.created);
        let round = self.index.rounds.get(voice.round).copied().filter(|_| known)?;
        self.opened(&format!("{at}.round"), round, voice.used);
        self.within(format!("{at}.created"), round, created);
        if let Some(author) = voice.author {
            self.identified(format!("{at}.author"), author, round.lowest_level(voice.used));
        }
        Some(round)
    }

    /// What is used must be opened by the round, and a draft opens nothing.
    fn opened(&mut self, path: &str, round: &Round, used: Opening) {
        if !round.allows.contains(&used) || round.state == RoundState::Draft {
            self.fault(path, What::NotAllowedHere);
        }
    }

    /// A moment in the window of a round.
    fn within(&mut self, path: String, round: &Round, at: NaiveDateTime) {
        let (opens, after) = self.window(round);
        if at < opens || at >= after {
            let to = Some(round.closes.resolve(self.today()));
            self.fault(path, What::OutOfWindow { at, from: Some(opens), to });
        }
    }

    fn identified(&mut self, path: String, id: &str, needed: Option<IdentityLevel>) {
        if let (Some(needed), Some(found)) = (needed, self.index.level(id))
            && found < needed
        {
            self.fault(path, What::IdentityTooLow { needed, found });
        }
    }

    fn contribution(&mut self, at: &str, contribution: &'a Contribution) {
        let used = match contribution.kind {
            ContributionKind::Need => Opening::Needs,
            ContributionKind::Proposal => Opening::Proposals,
        };
        let voice = Voice {
            round: &contribution.round,
            author: contribution.author.as_ref(),
            author_org: contribution.author_org.as_ref(),
            anonymous: contribution.anonymous,
            created: &contribution.created,
            used,
        };
        let round = self.voice(at, &voice);
        self.placed(at, &contribution.area, &contribution.policy);
        self.refers(
            format!("{at}.municipality"),
            &contribution.municipality,
            &[Kind::Municipality],
        );
        self.may_refer(
            format!("{at}.entered_by"),
            contribution.entered_by.as_ref(),
            &[Kind::Person],
        );
        // Every act under a mandate shows the operator too (invariant 17).
        if contribution.assisted && contribution.entered_by.is_none() {
            self.fault(format!("{at}.entered_by"), What::Missing);
        }
        self.may_refer(format!("{at}.session"), contribution.session.as_ref(), &[Kind::Session]);
        let session = contribution.session.as_ref();
        if let Some(of) = session.and_then(|id| self.index.sessions.get(id.as_str()).copied())
            && of != contribution.round
        {
            self.contradiction(format!("{at}.session"), format!("{at}.round"));
        }
        self.all_refer(&format!("{at}.answers_needs"), &contribution.answers_needs, &[Kind::Need]);
        self.translation(at, contribution);
        self.moderation(at, contribution);
        self.outcome(at, contribution, round);
    }

    /// A translation into Italian is of a text in another language, and says how it came about.
    fn translation(&mut self, at: &str, contribution: &Contribution) {
        self.may_refer(format!("{at}.translated_by"), contribution.translated_by.as_ref(), &PEOPLE);
        let titled = contribution.title_it.is_some();
        let translated = contribution.translation_it.is_some();
        if contribution.language == "it" && (titled || translated) {
            let name = if translated { "translation_it" } else { "title_it" };
            self.contradiction(format!("{at}.{name}"), format!("{at}.language"));
        }
        if titled || translated {
            return;
        }
        if contribution.translation_kind.is_some() {
            self.fault(format!("{at}.translation_kind"), What::NotAllowedHere);
        }
        if contribution.translated_by.is_some() {
            self.fault(format!("{at}.translated_by"), What::NotAllowedHere);
        }
    }

    /// What is public was let through, what waits or was refused isn't public. That a sensitive
    /// public text has a review at all is in the schema.
    fn moderation(&mut self, at: &str, contribution: &Contribution) {
        let Some(Moderation { moderator, at: when, outcome, .. }) = &contribution.moderation else {
            return;
        };
        self.refers(format!("{at}.moderation.moderator"), moderator, &[Kind::Person]);
        let when = self.past(format!("{at}.moderation.at"), when);
        let created = contribution.created.resolve(self.today());
        self.in_order(format!("{at}.moderation.at"), (created, format!("{at}.created")), when);
        let let_through = match outcome {
            Decision::Publish | Decision::PublishSoftened => true,
            Decision::Reject | Decision::Hide => false,
        };
        if let_through != contribution.is_public() {
            self.contradiction(format!("{at}.moderation.outcome"), format!("{at}.state"));
        }
    }

    /// Every published contribution reaches an outcome before its round is given back (invariant
    /// 5), and has none before that.
    fn outcome(&mut self, at: &str, contribution: &Contribution, round: Option<&Round>) {
        if let Some(Outcome { at: when, action, addressed_to, .. }) = &contribution.outcome {
            let path = format!("{at}.outcome.at");
            let when = self.past(path.clone(), when);
            let created = contribution.created.resolve(self.today());
            self.in_order(path.clone(), (created, format!("{at}.created")), when);
            self.may_refer(format!("{at}.outcome.action"), action.as_ref(), &[Kind::Action]);
            self.may_refer(
                format!("{at}.outcome.addressed_to"),
                addressed_to.as_ref(),
                &[Kind::Organisation],
            );
            if let Some(returned) = round.and_then(|round| round.returned)
                && when.date() > returned.resolve_date(self.today())
            {
                let to = Some(returned.resolve(self.today()));
                self.fault(path, What::OutOfWindow { at: when, from: None, to });
            }
        }
        let Some(round) = round else { return };
        match (contribution.state, round.is_given_back()) {
            (ContributionState::Published, true) => {
                self.fault(format!("{at}.outcome"), What::Missing)
            }
            (ContributionState::Answered, false) => {
                self.fault(format!("{at}.outcome"), What::NotAllowedHere)
            }
            (ContributionState::Published, false)
            | (ContributionState::Answered, true)
            | (ContributionState::InModeration, _) => {}
        }
    }

    /// On any public text of the same round, one level deep (domain.md §2.2).
    fn comment(&mut self, at: &str, comment: &'a Comment) {
        let voice = Voice {
            round: &comment.round,
            author: comment.author.as_ref(),
            author_org: comment.author_org.as_ref(),
            anonymous: comment.anonymous,
            created: &comment.created,
            used: Opening::Comments,
        };
        self.voice(at, &voice);
        let path = format!("{at}.on");
        self.refers(path.clone(), &comment.on, &[Kind::Need, Kind::Proposal, Kind::Comment]);
        let on = comment.on.as_str();
        let (round, created) = if let Some(answered) = self.index.comments.get(on).copied() {
            if self.index.comments.contains_key(answered.on.as_str()) {
                self.fault(path.clone(), What::NotAllowedHere);
            }
            (&answered.round, &answered.created)
        } else if let Some(contribution) = self.index.contributions.get(on).copied() {
            if !contribution.is_public() {
                self.contradiction(path.clone(), format!("{}.state", self.index.path(on)));
            }
            (&contribution.round, &contribution.created)
        } else {
            return;
        };
        if *round != comment.round {
            self.contradiction(path, format!("{at}.round"));
        }
        self.after(format!("{at}.created"), &comment.created, on, created);
    }

    /// Something said about a text can't be older than it.
    fn after(&mut self, path: String, when: &Offset, on: &str, created: &Offset) {
        let when = when.resolve(self.today());
        let first = (created.resolve(self.today()), format!("{}.created", self.index.path(on)));
        self.in_order(path, first, when);
    }

    /// One per person and contribution, from verified people, on public texts of rounds that are
    /// not given back.
    fn supports(&mut self) {
        let mut seen = BTreeMap::new();
        for (number, support) in self.file.supports.iter().enumerate() {
            let at = self.at("supports", number);
            if let Some(first) = seen.get(&(&support.on, &support.by)) {
                self.fault(at, What::Repeated { first: String::clone(first) });
                continue;
            }
            seen.insert((&support.on, &support.by), at.clone());
            self.support(&at, support);
        }
    }

    fn support(&mut self, at: &str, support: &Support) {
        let on = support.on.as_str();
        self.refers(format!("{at}.on"), on, &[Kind::Need, Kind::Proposal]);
        self.refers(format!("{at}.by"), &support.by, &PEOPLE);
        let created =
            support.created.as_ref().map(|created| self.past(format!("{at}.created"), created));
        let contribution = self.index.contributions.get(on).copied();
        let round = contribution
            .and_then(|contribution| self.index.rounds.get(contribution.round.as_str()).copied());
        let asked = round.and_then(|round| round.lowest_level(Opening::Supports));
        let needed = asked.unwrap_or(IdentityLevel::L2).max(IdentityLevel::L2);
        self.identified(format!("{at}.by"), &support.by, Some(needed));
        if let Some(contribution) = contribution {
            if !contribution.is_public() {
                self.contradiction(format!("{at}.on"), format!("{}.state", self.index.path(on)));
            }
            if let Some(when) = &support.created {
                self.after(format!("{at}.created"), when, on, &contribution.created);
            }
        }
        let Some(round) = round else { return };
        if round.is_given_back() {
            return self.fault(format!("{at}.on"), What::NotAllowedHere);
        }
        self.opened(&format!("{at}.on"), round, Opening::Supports);
        if let Some(created) = created {
            self.within(format!("{at}.created"), round, created);
        }
    }
}
