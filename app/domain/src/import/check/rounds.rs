//! Rounds and Community Lab sessions.

use chrono::{NaiveDateTime, TimeDelta};

use super::super::fault::{Kind, What};
use super::super::file::{Round, Session};
use super::{Checker, GREATEST_COUNT};
use crate::rounds::{Opening, RoundState};

impl Checker<'_> {
    pub(super) fn rounds(&mut self) {
        for (number, round) in self.file.rounds.iter().enumerate() {
            self.round(&self.at("rounds", number), round);
        }
        for (number, session) in self.file.community_lab_sessions.iter().enumerate() {
            self.session(&self.at("community_lab_sessions", number), session);
        }
    }

    /// First moment of a round and first moment after it: the minute of `closes` is the last one.
    pub(super) fn window(&self, round: &Round) -> (NaiveDateTime, NaiveDateTime) {
        let closes = round.closes.resolve(self.today());
        let after = closes.checked_add_signed(TimeDelta::minutes(1)).unwrap_or(closes);
        (round.opens.resolve(self.today()), after)
    }

    fn round(&mut self, at: &str, round: &Round) {
        self.refers(format!("{at}.plan"), &round.plan, &[Kind::Plan]);
        for (number, area) in round.areas.iter().enumerate() {
            self.refers_to_area(format!("{at}.areas[{number}]"), area);
        }
        for key in round.identity.keys() {
            if !Opening::ALL.iter().any(|known| known.code() == key) {
                let allowed = Opening::ALL.iter().map(|known| known.code().to_owned()).collect();
                let found = super::super::fault::cut(key);
                self.fault(format!("{at}.identity"), What::NotInList { found, allowed });
            }
        }
        if let Some(notice) = &round.notice {
            self.between(format!("{at}.notice.days"), notice.days, (0, GREATEST_COUNT));
        }
        let opens = self.moment(format!("{at}.opens"), &round.opens);
        let closes = self.moment(format!("{at}.closes"), &round.closes);
        if closes <= opens {
            self.fault(format!("{at}.closes"), What::OutOfOrder { after: format!("{at}.opens") });
        } else {
            self.state_agrees_with_window(at, round);
        }
        self.returned(at, round);
    }

    /// «State on the day of loading; must agree with the window»: the day decides, so that a file
    /// isn't refused in the morning and accepted in the afternoon.
    fn state_agrees_with_window(&mut self, at: &str, round: &Round) {
        let today = self.today();
        let (opens, closes) = (round.opens.resolve_date(today), round.closes.resolve_date(today));
        let with = match round.state {
            RoundState::Draft => None,
            RoundState::Scheduled => (opens < today).then_some("opens"),
            RoundState::Open | RoundState::Suspended if opens > today => Some("opens"),
            RoundState::Open | RoundState::Suspended => (closes < today).then_some("closes"),
            RoundState::Closed
            | RoundState::InSynthesis
            | RoundState::GivenBack
            | RoundState::Archived => (closes > today).then_some("closes"),
        };
        if let Some(with) = with {
            self.contradiction(format!("{at}.state"), format!("{at}.{with}"));
        }
    }

    /// Given back after closing, in the past, and only where the state says so.
    fn returned(&mut self, at: &str, round: &Round) {
        let Some(returned) = &round.returned else { return };
        let path = format!("{at}.returned");
        if !round.is_given_back() {
            self.moment(path.clone(), returned);
            return self.fault(path, What::NotAllowedHere);
        }
        let when = self.past(path.clone(), returned);
        let closes = round.closes.resolve(self.today());
        self.in_order(path, (closes, format!("{at}.closes")), when);
    }

    fn session(&mut self, at: &str, session: &Session) {
        self.refers(format!("{at}.round"), &session.round, &[Kind::Round]);
        self.all_refer(&format!("{at}.facilitators"), &session.facilitators, &[Kind::Person]);
        self.moment(format!("{at}.held"), &session.held);
        let came = &session.participants;
        let counts = [
            ("registered", came.registered),
            ("present", Some(came.present)),
            ("walk_in", came.walk_in),
            ("online", came.online),
        ];
        for (name, count) in counts {
            self.between(
                format!("{at}.participants.{name}"),
                count.unwrap_or(0),
                (0, GREATEST_COUNT),
            );
        }
    }
}
