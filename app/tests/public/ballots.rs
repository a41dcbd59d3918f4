//! Pages of ballots in their states: every method voted, refused, counted; preparing; deciding.

use std::collections::BTreeMap;

use app::pages::ballot as pages;
use app::render::PageContext;
use app::urls::Page;
use chrono::Duration;
use domain::ballots::ballot::{BallotOption, Secrecy};
use domain::ballots::choice::{Answer, Consent, Said, Stance};
use domain::ballots::electorate::methods;
use domain::ballots::export::whole;
use domain::ballots::file::Decision;
use domain::ballots::paper::Totals;
use domain::ballots::rules::{TieRule, Utilities};
use domain::ballots::{Ballot, Choice, Rules, Urn, tally};
use domain::contributions::Kind;
use domain::faults::{Fault, Refusal, What};
use domain::forms::{Fields, FormState};
use domain::people::IdentityLevel;
use domain::rounds::{RoundKind, RoundState};
use domain::suppression::Shown;
use domain::views::*;

use super::sample::{Sample, now};

type Draw = Box<dyn Fn(&PageContext<'_>, &Shell) -> String>;

const IDS: [&str; 4] = ["g1", "a1", "v902", "t1"];

fn every_rules() -> Vec<Rules> {
    vec![
        Rules::Support,
        Rules::Preferences { most: 2 },
        Rules::Dots { dots: 3, most_each: 2 },
        Rules::Ranking { most: Some(3), equal: false },
        Rules::Consent,
        Rules::Position,
        Rules::Budget { budget: 30_000, decimals: 0, utilities: Utilities::Cost, most: None },
        Rules::Statements,
    ]
}

fn ballot(sample: Sample, rules: Rules) -> Ballot {
    let option = |(n, id): (usize, &&str)| BallotOption {
        id: (*id).to_owned(),
        title: sample
            .s(["La navetta", "Il centro diurno", "Le chiavi della palestra", "Un orto"][n]),
        cost: matches!(rules, Rules::Budget { .. }).then_some(9_000 + 3_000 * n as u64),
        municipalities: (n < 3).then_some(2),
        needs: (n < 3).then_some(n as u32),
    };
    let method = rules.method();
    Ballot {
        title: sample.s("Che cosa viene prima nel triennio?"),
        electorate: Ballot::levels(method)[0],
        secrecy: Ballot::secrecies(method)[0],
        tie_rule: TieRule::Declared,
        tokens: Ballot::levels(method)[0] != IdentityLevel::L3,
        options: IDS.iter().enumerate().map(option).collect(),
        rules,
    }
}

fn choice(sample: Sample, rules: &Rules, voter: usize) -> Choice {
    let id = |n: usize| IDS[(n + voter) % 4].to_owned();
    let reason = || sample.s("Chi sta nelle frazioni non ci arriva.");
    match rules {
        Rules::Support | Rules::Preferences { .. } | Rules::Budget { .. } => {
            Choice::Options(vec![id(0), id(1)])
        }
        Rules::Dots { .. } => Choice::Dots(BTreeMap::from([(id(0), 2), (id(1), 1)])),
        Rules::Ranking { .. } => Choice::Ranking(vec![vec![id(0)], vec![id(1)]]),
        Rules::Consent => Choice::Consent(BTreeMap::from([
            (id(0), Said { value: Consent::LiveWith, reason: String::new() }),
            (id(1), Said { value: Consent::Objection, reason: reason() }),
        ])),
        Rules::Position => Choice::Position {
            organisation: format!("{} {voter}", sample.s("Consulta")),
            on: BTreeMap::from([(id(0), Said { value: Stance::WithReserve, reason: reason() })]),
        },
        Rules::Statements => {
            Choice::Statements(BTreeMap::from([(id(0), Answer::Agree), (id(1), Answer::Pass)]))
        }
    }
}

fn head(sample: Sample, rules: Rules, state: RoundState) -> BallotHead {
    let cluster = ClusterRef { number: 1, title: sample.s("Navetta") };
    let action = sample.action_card(domain::actions::ActionState::Admitted).action;
    BallotHead {
        number: 4,
        introduction: sample.s("Sono le tre proposte nate dalla consultazione."),
        round: sample.round_ref(state),
        opens: now() - Duration::days(3),
        closes: now() + Duration::days(3),
        links: BTreeMap::from([
            ("g1".to_owned(), OptionLink::Cluster(cluster)),
            ("a1".to_owned(), OptionLink::Action(action)),
            (
                "v902".to_owned(),
                OptionLink::Contribution(sample.contribution(Kind::Proposal, 902, "Le chiavi")),
            ),
        ]),
        body: sample.s("Tavolo di Piano"),
        ballot: ballot(sample, rules),
    }
}

fn view(sample: Sample, rules: Rules, state: RoundState, voted: bool) -> BallotPage {
    let head = head(sample, rules.clone(), state);
    let id = serde_json::from_str("\"00000000-0000-0000-0000-000000000007\"").unwrap();
    let organisation = (id, sample.s("Associazione Insieme"));
    let of_organisations = head.ballot.is_of_organisations();
    let open = state == RoundState::Open;
    let mine = MyVote {
        organisation: of_organisations.then(|| organisation.clone()),
        choice: choice(sample, &rules, 0),
    };
    BallotPage {
        may_vote: if open { Ok(()) } else { Err(Refusal::Closed { closed: head.closes }) },
        organisations: if of_organisations { vec![organisation] } else { Vec::new() },
        mine: if voted { vec![mine] } else { Vec::new() },
        turnout: head.ballot.tells_turnout(state).then_some(Shown::Few),
        so_far: if head.ballot.secrecy == Secrecy::Counted {
            vec![("g1".to_owned(), Shown::Few), ("a1".to_owned(), Shown::Exactly(12))]
        } else {
            Vec::new()
        },
        positions: Vec::new(),
        result: head.ballot.result_is_public(state, 12),
        may_prepare: state == RoundState::Scheduled,
        may_by_code: open,
        has_desk: state == RoundState::Closed,
        head,
    }
}

fn result(
    sample: Sample,
    rules: Rules,
    voters: usize,
    decision: Option<Decision>,
) -> BallotResultPage {
    let head = head(sample, rules.clone(), RoundState::InSynthesis);
    let urn: Urn<usize> = (0..voters).map(|n| (n, choice(sample, &rules, n))).collect();
    let tally = tally(&whole(&head.ballot, &urn, &[], decision.as_ref()));
    let words = BTreeMap::from([(
        "g1".to_owned(),
        vec![(Consent::Reserve, sample.s("Costa troppo per chi vive solo."))],
    )]);
    BallotResultPage {
        turnout: Some(Shown::Exactly(voters as u32)),
        may_decide: decision.is_none() && !tally.undecided().is_empty(),
        result: Ok(BallotResult {
            tally,
            file_hash: "ab".repeat(32),
            file_has_rows: voters >= 30,
            decision,
            words: if matches!(rules, Rules::Consent) { words } else { BTreeMap::new() },
        }),
        head,
    }
}

/// Every page of a ballot, by name.
pub fn pages(sample: Sample) -> Vec<(String, Page, Draw)> {
    let mut all: Vec<(String, Page, Draw)> = Vec::new();
    let none = FormState::default();
    for rules in every_rules() {
        let code = rules.method().code();
        for (name, state, voted) in [
            ("open", RoundState::Open, false),
            ("voted", RoundState::Open, true),
            ("closed", RoundState::Closed, true),
            ("scheduled", RoundState::Scheduled, false),
            ("synthesis", RoundState::InSynthesis, false),
        ] {
            let (view, none) = (view(sample, rules.clone(), state, voted), none.clone());
            let draw: Draw = Box::new(move |cx, shell| pages::page(cx, shell, &view, &none));
            all.push((format!("ballot-{code}-{name}"), Page::Ballot(4), draw));
        }
        let view = view(sample, rules.clone(), RoundState::Open, false);
        let name = choice(sample, &rules, 0).field();
        let on_one = if name == "option" { name.to_owned() } else { format!("{name}-a1") };
        let mut form = sample.sent(
            "vote",
            &[("dots-a1", "9"), ("rank-a1", "1"), ("reason-a1", "Perché"), ("option", "a1")],
            vec![
                Fault::new(name, What::TooMany { most: 2, found: 3 }),
                Fault::new(on_one, What::Repeated),
            ],
        );
        form.refusal = Some(Refusal::TooOften);
        let draw: Draw = Box::new(move |cx, shell| pages::page(cx, shell, &view, &form));
        all.push((format!("ballot-{code}-wrong"), Page::Ballot(4), draw));
        for voters in [0, 8, 33] {
            let (view, none) = (result(sample, rules.clone(), voters, None), none.clone());
            let draw: Draw =
                Box::new(move |cx, shell| pages::result::page(cx, shell, &view, &none));
            all.push((format!("result-{code}-{voters}"), Page::BallotResults(4), draw));
        }
    }
    all.extend(others(sample));
    all
}

fn others(sample: Sample) -> Vec<(String, Page, Draw)> {
    let mut all: Vec<(String, Page, Draw)> = Vec::new();
    let dots = Rules::Dots { dots: 3, most_each: 2 };
    let decision = Decision {
        body: sample.s("Tavolo di Piano"),
        order: IDS.map(str::to_owned).to_vec(),
        reason: sample.s("Nella valle alta non c'è altro servizio."),
    };
    let decided = result(sample, dots.clone(), 8, Some(decision));
    let none = FormState::default();
    all.push((
        "result-decided".into(),
        Page::BallotResults(4),
        Box::new(move |cx, shell| pages::result::page(cx, shell, &decided, &none)),
    ));
    let open = result(sample, Rules::Preferences { most: 2 }, 8, None);
    let form = sample.sent(
        "",
        &[("reason", "perché")],
        vec![Fault::new("reason", What::TooFewWords { least: 5 })],
    );
    all.push((
        "result-deciding".into(),
        Page::BallotResults(4),
        Box::new(move |cx, shell| pages::result::page(cx, shell, &open, &form)),
    ));
    for refusal in [Refusal::ResultsLater, Refusal::TooFewBallots] {
        let mut view = result(sample, dots.clone(), 8, None);
        let name = format!("result-{}", refusal.code());
        view.result = Err(refusal);
        let none = FormState::default();
        let draw: Draw = Box::new(move |cx, shell| pages::result::page(cx, shell, &view, &none));
        all.push((name, Page::BallotResults(4), draw));
    }
    for (name, refusal) in [
        ("visitor", Refusal::SignInNeeded),
        ("level", Refusal::LevelTooLow { needed: IdentityLevel::L2 }),
        ("role", Refusal::NotYourRole),
    ] {
        let mut view = view(sample, dots.clone(), RoundState::Open, false);
        view.may_vote = Err(refusal);
        let none = FormState::default();
        let draw: Draw = Box::new(move |cx, shell| pages::page(cx, shell, &view, &none));
        all.push((format!("ballot-{name}"), Page::Ballot(4), draw));
    }
    for rules in [dots.clone(), Rules::Ranking { most: None, equal: false }] {
        let totals = rules.on_paper().is_some();
        let lot = |persons: u32| Totals {
            persons,
            counts: IDS.iter().map(|id| ((*id).to_owned(), persons)).collect(),
            blanks: Some(2),
        };
        let typed = |n: u32| {
            if totals {
                Typed::Totals(lot(n))
            } else {
                Typed::Choice(choice(sample, &rules, n as usize))
            }
        };
        let paper = |number: i64, done, typed| PaperCard {
            number,
            label: sample.s("Urna di Castelvento"),
            done,
            mine: number == 1,
            typed,
        };
        let view = DeskPage {
            head: head(sample, rules.clone(), RoundState::Open),
            handed_papers: 40,
            handed_codes: 2,
            may_hand: Ok(()),
            may_type: Ok(()),
            papers: vec![
                paper(1, false, vec![typed(3), typed(4)]),
                paper(2, true, Vec::new()),
                paper(3, false, Vec::new()),
            ],
            typing: None,
        };
        let code = rules.method().code();
        let mut second = view.clone();
        second.typing = Some(1);
        second.may_hand = Err(Refusal::Closed { closed: now() });
        let field = if totals { "totals" } else { "rank" };
        let wrong = FormState {
            fields: Fields::from_pairs([("do".to_owned(), "type".to_owned())]),
            faults: vec![Fault::new(field, What::TooMany { most: 2, found: 3 })],
            ..FormState::default()
        };
        let (first, none) = (view.clone(), FormState::default());
        all.push((
            format!("desk-{code}"),
            Page::BallotDesk(4),
            Box::new(move |cx, shell| {
                pages::desk::page(cx, shell, &first, &none, Some("AAAAA-BBBBB-CCCCC-DDDDD"))
            }),
        ));
        all.push((
            format!("desk-{code}-second"),
            Page::BallotDesk(4),
            Box::new(move |cx, shell| pages::desk::page(cx, shell, &second, &wrong, None)),
        ));
    }
    for (name, count) in [("list", 2), ("list-empty", 0)] {
        for may in [Ok(()), Err(Refusal::NotYourRole)] {
            let named = format!("ballot-{name}-{}", may.is_ok());
            let card = |n: usize| BallotCard {
                number: n as i64,
                title: sample.s("Che cosa viene prima?"),
                method: domain::rounds::VoteMethod::Dots,
                options: 4,
                voted: n == 1,
            };
            let view = BallotsPage {
                round: sample.round_ref(RoundState::Scheduled),
                opens: now(),
                closes: now() + Duration::days(9),
                ballots: (0..count).map(card).collect(),
                may_prepare: may,
            };
            let draw: Draw = Box::new(move |cx, shell| pages::list::page(cx, shell, &view));
            all.push((named, Page::Ballots(2), draw));
        }
    }
    for rules in every_rules() {
        let code = rules.method().code();
        let kind = RoundKind::ALL
            .iter()
            .find(|kind| methods(**kind).contains(&rules.method()))
            .copied()
            .unwrap_or(RoundKind::Consultation);
        let view = BallotFormPage {
            round: sample.round_ref(RoundState::Scheduled),
            number: None,
            methods: methods(kind),
            clusters: vec![ClusterRef { number: 1, title: sample.s("Navetta") }],
            actions: vec![sample.action_card(domain::actions::ActionState::Admitted).action],
            chosen: vec![("g1".into(), Some(sample.s("Navetta"))), ("v9".into(), None)],
        };
        let pairs = [("method", code), ("title", "Che cosa?"), ("cluster", "1")];
        let pairs = pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
        let form = FormState {
            fields: Fields::from_pairs(pairs),
            faults: vec![
                Fault::new("title", What::Missing),
                Fault::new("options", What::TooFew { least: 2 }),
            ],
            id: "a1b2".into(),
            ..FormState::default()
        };
        let chosen = view.clone();
        let draw: Draw = Box::new(move |cx, shell| pages::preparing::page(cx, shell, &view, &form));
        all.push((format!("preparing-{code}"), Page::NewBallot(2), draw));
        let draw: Draw = Box::new(move |cx, shell| {
            pages::preparing::page(cx, shell, &chosen, &FormState::default())
        });
        all.push((format!("preparing-methods-{code}"), Page::NewBallot(2), draw));
    }
    all
}
