//! Pages of a co-gestione in their states.

use app::pages::methods::{activities, issues, progress};
use app::render::PageContext;
use app::urls::{Lang, Page};
use domain::actions::{ActionState, ActivityState};
use domain::faults::{Fault, Refusal, What};
use domain::forms::FormState;
use domain::methods::issues::IssueState;
use domain::methods::progress::{ReportedActivity, Stand};
use domain::rounds::{RoundKind, RoundState};
use domain::territory::Category;
use domain::views::*;

use super::sample::{Sample, assets, context, now};

fn missing(fields: &[&str]) -> Vec<Fault> {
    fields.iter().map(|field| Fault::new(*field, What::Missing)).collect()
}

impl Sample {
    fn carried_out(self) -> RoundRef {
        RoundRef {
            number: 9,
            title: self.s("Far funzionare la ludoteca"),
            kind: RoundKind::CoManagement,
            state: RoundState::Open,
        }
    }

    fn partner(self) -> OrganisationName {
        OrganisationName {
            code: "O07".into(),
            name: self.s("Cooperativa Girotondo"),
            category: Category::Volunteers,
        }
    }

    fn approved(self) -> ActionRef {
        ActionRef { number: 1, title: self.s("Ludoteca in viaggio"), state: ActionState::Approved }
    }

    fn activity(self, number: i64, state: ActivityState, answered: bool) -> ActivityCard {
        ActivityCard {
            number,
            what: self.s("Aprire la sala il giovedì"),
            responsible: answered
                .then(|| (self.s("Rita Conti"), Some(self.s("Cooperativa Girotondo")))),
            due: answered.then(|| now().date_naive()),
            state,
            late: answered && state == ActivityState::UnderWay,
            evidence: self.s("registro delle presenze"),
        }
    }

    fn issue(self, number: i64, state: IssueState) -> IssueView {
        let answer = |state| IssueAnswer { state, words: self.s("La sala riapre."), at: now() };
        IssueView {
            number,
            organisation: self.partner(),
            activity: Some((1, self.s("Aprire la sala il giovedì"))),
            what: self.s("La sala è chiusa da lunedì."),
            at: now(),
            state,
            days: number,
            answers: if state == IssueState::Open {
                vec![]
            } else {
                vec![answer(IssueState::TakenUp), answer(state)]
            },
            may_answer: true,
        }
    }

    fn stand(self) -> Stand {
        let reported = |number, state| ReportedActivity {
            number,
            what: self.s("Aprire la sala il giovedì"),
            action: self.s("Ludoteca in viaggio"),
            state,
            due: (number > 1).then(|| now().date_naive()),
            late: number == 3,
        };
        Stand {
            activities: (1..).zip(ActivityState::ALL).map(|(n, of)| reported(n, *of)).collect(),
            issues: [1, 2, 3, 4],
        }
    }
}

/// Every page in its states, by name.
pub fn pages(sample: Sample, lang: Lang, drawn: &mut Vec<(String, String)>) {
    let assets = assets();
    let blank = FormState { id: "a1b2".into(), ..FormState::default() };
    let shell = sample.shell(true);
    let mut add = |name: &str, page: Page, draw: &dyn Fn(&PageContext<'_>) -> String| {
        drawn.push((format!("{name}-{}", lang.code()), draw(&context(&assets, lang, page))));
    };
    let followed = |hindered: Option<Refusal>| FollowedAction {
        action: sample.approved(),
        activities: (1..)
            .zip(ActivityState::ALL)
            .map(|(n, of)| sample.activity(n, *of, n != 1))
            .collect(),
        may_start: hindered.clone().map_or(Ok(()), Err),
        hindered,
    };
    let mut view = ActivitiesPage {
        round: sample.carried_out(),
        actions: vec![followed(Some(Refusal::Unassigned { left: 1 }))],
        offered: vec![(sample.approved(), 2)],
        may_add: Ok(()),
    };
    add("activities", Page::Activities(9), &|cx| {
        let faults = missing(&["action", "what", "supporters"]);
        let pairs = [("what", "x"), ("supporters", "y")];
        activities::page(cx, &shell, &view, &sample.sent("add", &pairs, faults))
    });
    view.actions = vec![followed(None)];
    add("activities-ready", Page::Activities(9), &|cx| activities::page(cx, &shell, &view, &blank));
    view.actions.clear();
    view.offered.clear();
    add("activities-nothing", Page::Activities(9), &|cx| {
        activities::page(cx, &shell, &view, &blank)
    });
    view.may_add = Err(Refusal::SignInNeeded);
    add("activities-none", Page::Activities(9), &|cx| activities::page(cx, &shell, &view, &blank));

    let assigned = |why: &str| AssignmentView {
        responsible: (sample.s("Rita Conti"), Some(sample.s("Cooperativa Girotondo"))),
        due: now().date_naive(),
        why: if why.is_empty() { String::new() } else { sample.s(why) },
        at: now(),
    };
    let told = |state| ProgressView {
        state,
        note: sample.s("Si apre dopo il collaudo."),
        evidence: sample.s("verbale del collaudo"),
        at: now(),
    };
    let mut view = ActivityPage {
        round: sample.carried_out(),
        action: sample.approved(),
        card: sample.activity(1, ActivityState::UnderWay, true),
        supporters: sample.s("Auser, biblioteca"),
        added: now(),
        assignments: vec![assigned("Ha cambiato lavoro"), assigned("")],
        progress: vec![told(ActivityState::UnderWay), told(ActivityState::ToDo)],
        issues: vec![sample.issue(1, IssueState::Solved), sample.issue(2, IssueState::Open)],
        may_assign: Ok(()),
        candidates: vec![Candidate {
            person: uuid::Uuid::from_u128(7).into(),
            name: sample.s("Rita Conti"),
            organisation: Some(sample.s("Cooperativa Girotondo")),
        }],
        responsible: Some(uuid::Uuid::from_u128(7).into()),
        may_report: Ok(()),
    };
    add("activity-progress", Page::Activity(1), &|cx| {
        let faults = missing(&["state", "evidence", "note"]);
        let mut form = sample.sent("tell", &[("evidence", "x"), ("note", "y")], faults);
        form.fields.set("about", "progress");
        activities::activity(cx, &shell, &view, &form)
    });
    add("activity-assignment", Page::Activity(1), &|cx| {
        let faults = missing(&["responsible", "due", "why"]);
        let mut form = sample.sent("assign", &[("due", "x"), ("why", "y")], faults);
        form.fields.set("about", "assignment");
        activities::activity(cx, &shell, &view, &form)
    });
    view.card = sample.activity(1, ActivityState::ToDo, false);
    view.assignments.clear();
    view.progress.clear();
    view.issues.clear();
    view.responsible = None;
    view.may_report = Err(Refusal::NotYetOpen { opens: now() });
    add("activity-new", Page::Activity(1), &|cx| activities::activity(cx, &shell, &view, &blank));
    view.may_assign = Err(Refusal::SignInNeeded);
    view.may_report = Err(Refusal::SignInNeeded);
    add("activity-read", Page::Activity(1), &|cx| activities::activity(cx, &shell, &view, &blank));

    let mut view = IssuesPage {
        round: sample.carried_out(),
        closes: now(),
        issues: (1..).zip(IssueState::ALL).map(|(n, of)| sample.issue(n, *of)).collect(),
        may_report: Ok(()),
        organisations: vec![sample.partner()],
        activities: vec![(1, sample.s("Aprire la sala il giovedì"))],
    };
    add("issues", Page::Issues(9), &|cx| {
        let faults = missing(&["activity", "what"]);
        issues::page(cx, &shell, &view, &sample.sent("report", &[("what", "x")], faults))
    });
    add("issues-answer", Page::Issues(9), &|cx| {
        let faults = missing(&["state", "answer"]);
        let mut form = sample.sent("answer", &[("answer", "x")], faults);
        form.fields.set("about", "2");
        issues::page(cx, &shell, &view, &form)
    });
    view.issues.clear();
    view.may_report = Err(Refusal::NotInvited);
    add("issues-none", Page::Issues(9), &|cx| issues::page(cx, &shell, &view, &blank));

    let version = |version| ReportVersion {
        version,
        from: now().date_naive(),
        to: now().date_naive(),
        words: sample.s("Due sale aperte.\n\nUna aspetta il collaudo."),
        why: if version == 1 { String::new() } else { sample.s("Mancava una data") },
        at: now(),
    };
    let mut view = ProgressReportsPage {
        round: sample.carried_out(),
        reports: vec![
            ProgressReportView { number: 2, versions: vec![version(1)], stand: Stand::default() },
            ProgressReportView {
                number: 1,
                versions: vec![version(2), version(1)],
                stand: sample.stand(),
            },
        ],
        now: sample.stand(),
        may_write: Ok(()),
    };
    let fields = ["from", "to", "words", "why"];
    let pairs = [("from", "x"), ("to", "y"), ("words", "z"), ("why", "w")];
    add("reports", Page::ProgressReports(9), &|cx| {
        let form = sample.sent("write", &pairs, missing(&fields[..3]));
        progress::page(cx, &shell, &view, &form)
    });
    add("reports-correct", Page::ProgressReports(9), &|cx| {
        let mut form = sample.sent("correct", &pairs, missing(&fields));
        form.fields.set("about", "1");
        form.fields.set("stale", "2");
        progress::page(cx, &shell, &view, &form)
    });
    view.reports.clear();
    view.may_write = Err(Refusal::NotYourRole);
    add("reports-none", Page::ProgressReports(9), &|cx| progress::page(cx, &shell, &view, &blank));
}
