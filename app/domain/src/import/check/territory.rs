//! Territory, organisations, people, bodies, plans and indicators.

use std::collections::BTreeMap;

use super::super::fault::{Kind, What};
use super::super::file::{Body, Indicator, Plan};
use super::super::terms::RoleCode;
use super::super::time::When;
use super::{Checker, GREATEST_COUNT, YEARS};

impl Checker<'_> {
    pub(super) fn territory(&mut self) {
        self.ambito();
        self.municipalities();
        self.organisations();
        self.people();
        for (number, body) in self.file.bodies.iter().enumerate() {
            self.body(&self.at("bodies", number), body);
        }
        for (number, plan) in self.file.plans.iter().enumerate() {
            self.plan(&self.at("plans", number), plan);
        }
        for (number, indicator) in self.file.indicators.iter().enumerate() {
            self.indicator(&self.at("indicators", number), indicator);
        }
    }

    fn ambito(&mut self) {
        let ambito = &self.file.ambito;
        self.between("ambito.population", ambito.population, (1, GREATEST_COUNT));
        let lead = &ambito.lead_authority;
        self.may_refer(
            "ambito.lead_authority.municipality",
            lead.municipality.as_ref(),
            &[Kind::Municipality],
        );
        self.may_refer(
            "ambito.lead_authority.organisation",
            lead.organisation.as_ref(),
            &[Kind::Organisation],
        );
    }

    /// People live in each municipality, and one at most leads.
    fn municipalities(&mut self) {
        let mut lead: Option<String> = None;
        for (number, municipality) in self.file.municipalities.iter().enumerate() {
            let at = self.at("municipalities", number);
            self.between(format!("{at}.population"), municipality.population, (1, GREATEST_COUNT));
            if municipality.lead {
                match &lead {
                    Some(first) => self.contradiction(format!("{at}.lead"), first.clone()),
                    None => lead = Some(format!("{at}.lead")),
                }
            }
        }
    }

    fn organisations(&mut self) {
        for (number, organisation) in self.file.organisations.iter().enumerate() {
            let path = format!("{}.municipality", self.at("organisations", number));
            self.may_refer(path, organisation.municipality.as_ref(), &[Kind::Municipality]);
        }
    }

    /// E-mail addresses are unique without regard to case; nobody's role is V.
    fn people(&mut self) {
        let mut addresses = BTreeMap::new();
        for (number, person) in self.file.people.iter().enumerate() {
            let at = self.at("people", number);
            let path = format!("{at}.email");
            if let Some(first) = addresses.get(&person.email.to_lowercase()) {
                self.fault(path, What::Repeated { first: String::clone(first) });
            } else {
                addresses.insert(person.email.to_lowercase(), path);
            }
            self.may_refer(
                format!("{at}.municipality"),
                person.municipality.as_ref(),
                &[Kind::Municipality],
            );
            for (role_number, role) in person.roles.iter().enumerate() {
                let role_at = format!("{at}.roles[{role_number}]");
                if role.code == RoleCode::Visitor {
                    self.fault(format!("{role_at}.code"), What::NotAllowedHere);
                }
                self.may_refer(format!("{role_at}.body"), role.body.as_ref(), &[Kind::Body]);
                self.may_refer(
                    format!("{role_at}.organisation"),
                    role.organisation.as_ref(),
                    &[Kind::Organisation],
                );
            }
        }
        for (number, person) in self.file.extra_people.iter().enumerate() {
            let path = format!("{}.municipality", self.at("extra_people", number));
            self.refers(path, &person.municipality, &[Kind::Municipality]);
        }
    }

    fn body(&mut self, at: &str, body: &Body) {
        self.between(format!("{at}.quorum.of"), body.quorum.of, (1, GREATEST_COUNT));
        self.between(format!("{at}.quorum.minimum"), body.quorum.minimum, (1, GREATEST_COUNT));
        if body.quorum.minimum > body.quorum.of {
            self.contradiction(format!("{at}.quorum.minimum"), format!("{at}.quorum.of"));
        }
        for (number, seat) in body.seats.iter().enumerate() {
            let at = format!("{at}.seats[{number}]");
            self.may_refer(format!("{at}.person"), seat.person.as_ref(), &[Kind::Person]);
            self.may_refer(
                format!("{at}.municipality"),
                seat.municipality.as_ref(),
                &[Kind::Municipality],
            );
            self.may_refer(
                format!("{at}.organisation"),
                seat.organisation.as_ref(),
                &[Kind::Organisation],
            );
        }
    }

    fn plan(&mut self, at: &str, plan: &Plan) {
        self.between(format!("{at}.year_from"), plan.year_from, YEARS);
        self.between(format!("{at}.year_to"), plan.year_to, YEARS);
        if plan.year_to < plan.year_from {
            self.fault(
                format!("{at}.year_to"),
                What::OutOfOrder { after: format!("{at}.year_from") },
            );
        }
        self.act(at, plan.act.as_ref());
        for (number, programme) in plan.annual_programmes.iter().enumerate() {
            let at = format!("{at}.annual_programmes[{number}]");
            self.between(format!("{at}.year"), programme.year, YEARS);
            self.act(&at, programme.act.as_ref());
        }
    }

    /// Measurements stand in order of time, on days of one kind, and are not of the future.
    fn indicator(&mut self, at: &str, indicator: &Indicator) {
        if let Some(area) = &indicator.area {
            self.refers_to_area(format!("{at}.area"), area);
        }
        self.day(format!("{at}.baseline.date"), &indicator.baseline.date);
        if let Some(target) = &indicator.target {
            self.day(format!("{at}.target.date"), &target.date);
        }
        let responsible =
            indicator.thresholds.as_ref().and_then(|thresholds| thresholds.responsible.as_ref());
        self.may_refer(format!("{at}.thresholds.responsible"), responsible, &[Kind::Person]);
        for (number, point) in indicator.series.iter().enumerate() {
            let path = format!("{at}.series[{number}].date");
            self.may_refer(format!("{at}.series[{number}].by"), point.by.as_ref(), &[Kind::Person]);
            match &point.date {
                When::Offset(offset) => {
                    self.past(path.clone(), offset);
                }
                When::Day(_) => {}
            }
            let Some(before) =
                number.checked_sub(1).and_then(|before| indicator.series.get(before))
            else {
                continue;
            };
            let before_at = format!("{at}.series[{}].date", number - 1);
            if !point.date.is_like(&before.date) {
                self.contradiction(path, before_at);
            } else if point.date.resolve(self.today()) < before.date.resolve(self.today()) {
                self.fault(path, What::OutOfOrder { after: before_at });
            }
        }
    }
}
