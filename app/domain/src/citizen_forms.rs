//! What citizens send: strings in, checked values or all faults out.
//!
//! The wizard to write a need or a proposal works without JavaScript: every step posts all the
//! fields to one address, and [`turn`] says which step is drawn next. Nothing typed is lost.
//!
//! Fields of the wizard: `round` (the number of the round it is written for), `title`, `body`,
//! `strengths`, `recipients`, `doers`, `resources`, `language`, `policy`, `municipality`,
//! `author_kind`, `organisation` (an id), `signed` (`yes` or `no`), `sensitive` (a box), `answers` (several numbers), `answers_more` (numbers in one line),
//! `draft` (the draft it was taken from: a number or a receipt code), and to steer it `step` (where one is), `checked` (the last step was seen), and the buttons `go`
//! (`next`, `back`, `send`, or the step to change) and `also_of` (number of the need of which this
//! one says «anche per me»; it sends).

use uuid::Uuid;

use crate::coded::coded;
use crate::comments::{self, FlagReason, Stance};
use crate::contributions::{AuthorKind, Draft, Kind, Words};
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::ids::OrganisationId;
use crate::merging::life::{AnswerDraft, MergeAnswer};

/// Languages a text can be said to be in, the most spoken here first (domain.md §4). The Fluent
/// keys `language-…` name them.
pub const LANGUAGES: &[&str] = &[
    "it", "en", "sq", "sr", "mk", "ro", "ar", "uk", "zh", "fr", "es", "de", "pt", "bn", "ur", "hi",
    "ru", "pl", "tr",
];

/// The most needs a proposal can say it answers.
const ANSWERS_MOST: usize = 20;

/// Fields of the wizard that travel from step to step, in their order.
pub const DRAFT_FIELDS: &[&str] = &[
    "round",
    "title",
    "body",
    "language",
    "strengths",
    "recipients",
    "doers",
    "resources",
    "answers",
    "answers_more",
    "municipality",
    "policy",
    "author_kind",
    "organisation",
    "signed",
    "sensitive",
    // The draft it was taken from: its number, or the receipt code of who has no account.
    "draft",
];

coded! {
    /// A step of the wizard: one thing is asked at a time.
    Step {
        /// What happens, or what could be done.
        Words = "words",
        /// Proposal: for whom, who could do it, with what.
        Doing = "doing",
        /// Proposal: which needs it answers.
        Answers = "answers",
        /// Where it is and what it is about.
        Place = "place",
        /// For whom one speaks, and whether the name is shown.
        Who = "who",
        /// Read it again and send it.
        Check = "check",
    }
}

impl Step {
    /// The steps of a kind, in their order.
    pub const fn of(kind: Kind) -> &'static [Step] {
        match kind {
            Kind::Need => &[Step::Words, Step::Place, Step::Who, Step::Check],
            Kind::Proposal => {
                &[Step::Words, Step::Doing, Step::Answers, Step::Place, Step::Who, Step::Check]
            }
        }
    }

    /// The fields that are asked at this step.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Step::Words => &["body", "title", "strengths", "language"],
            Step::Doing => &["recipients", "doers", "resources"],
            Step::Answers => &["answers", "answers_more"],
            Step::Place => &["municipality", "policy"],
            Step::Who => &["author_kind", "organisation", "signed", "sensitive"],
            Step::Check => &[],
        }
    }

    /// The step before it, if there is one.
    pub fn before(self, kind: Kind) -> Option<Step> {
        let steps = Step::of(kind);
        let at = steps.iter().position(|&step| step == self)?;
        at.checked_sub(1).and_then(|before| steps.get(before)).copied()
    }

    /// The step after it, if there is one.
    pub fn after(self, kind: Kind) -> Option<Step> {
        let steps = Step::of(kind);
        let at = steps.iter().position(|&step| step == self)?;
        steps.get(at + 1).copied()
    }
}

/// The step that asks a field: where its fault is shown. What no step asks belongs to the last.
pub fn step_of(field: &str) -> Step {
    Step::ALL.iter().copied().find(|step| step.fields().contains(&field)).unwrap_or(Step::Check)
}

/// The step a form says it shows; the first if it says none or one of the other kind.
pub fn step_shown(kind: Kind, fields: &Fields) -> Step {
    fields
        .text("step")
        .parse()
        .ok()
        .filter(|step| Step::of(kind).contains(step))
        .unwrap_or(Step::Words)
}

/// What the wizard does next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// Draws a step; with faults, the same or an earlier one again (status 422).
    Show {
        /// Which.
        step: Step,
        /// What is wrong at it.
        faults: Vec<Fault>,
    },
    /// Sends it.
    Send(Box<Draft>),
}

/// Works out what comes after a button was pressed, and writes it into `step` and `checked`.
pub fn turn(kind: Kind, fields: &mut Fields, ui_language: &str) -> Turn {
    let at = step_shown(kind, fields);
    let go = fields.text("go").to_owned();
    let jump = go.parse::<Step>().ok().filter(|step| Step::of(kind).contains(step));
    let sends = go == "send" || (go.is_empty() && !fields.text("also_of").is_empty());
    let (step, faults) = if let Some(step) = jump {
        (step, Vec::new())
    } else if go == "back" {
        (at.before(kind).unwrap_or(at), Vec::new())
    } else if sends {
        match parse_draft(kind, fields, ui_language) {
            Ok(draft) => return Turn::Send(Box::new(draft)),
            Err(faults) => first_step(kind, faults),
        }
    } else {
        let here = step_faults(kind, at, fields, ui_language);
        let seen = fields.has("checked");
        if !here.is_empty() {
            (at, here)
        } else if seen {
            // The last step was seen and something was changed: back to it, past what is right.
            match parse_draft(kind, fields, ui_language) {
                Ok(_) => (Step::Check, Vec::new()),
                Err(faults) => first_step(kind, faults),
            }
        } else {
            (at.after(kind).unwrap_or(at), Vec::new())
        }
    };
    fields.set("step", step.code());
    if step == Step::Check {
        fields.set("checked", "yes");
    }
    Turn::Show { step, faults }
}

/// The earliest step that has a fault, with its faults.
fn first_step(kind: Kind, faults: Vec<Fault>) -> (Step, Vec<Fault>) {
    let step = Step::of(kind)
        .iter()
        .copied()
        .find(|&step| faults.iter().any(|fault| step_of(&fault.field) == step))
        .unwrap_or(Step::Check);
    let here = faults.into_iter().filter(|fault| step_of(&fault.field) == step).collect();
    (step, here)
}

/// What is wrong at one step; all of it for the last.
pub fn step_faults(kind: Kind, step: Step, fields: &Fields, ui_language: &str) -> Vec<Fault> {
    match parse_draft(kind, fields, ui_language) {
        Ok(_) => Vec::new(),
        Err(faults) if step == Step::Check => faults,
        Err(faults) => faults.into_iter().filter(|fault| step_of(&fault.field) == step).collect(),
    }
}

/// A whole need or proposal. The language is the one chosen, or that of the interface.
pub fn parse_draft(kind: Kind, fields: &Fields, ui_language: &str) -> Result<Draft, Vec<Fault>> {
    let words = words_of(kind, fields);
    let mut faults = words.faults();

    let language = match fields.text("language") {
        "" => ui_language.to_owned(),
        code => {
            if !LANGUAGES.contains(&code) {
                faults.push(Fault::new("language", What::NotAChoice));
            }
            code.to_owned()
        }
    };
    let (answers, answers_fault) = match kind {
        Kind::Need => (Vec::new(), None),
        Kind::Proposal => numbers(fields),
    };
    faults.extend(answers_fault);

    // Whether a code exists in the Ambito is known only to the services.
    let municipality = chosen(&mut faults, fields, "municipality");
    let policy = chosen(&mut faults, fields, "policy");

    let organisation = match fields.text("organisation") {
        "" => None,
        id => match Uuid::parse_str(id) {
            Ok(id) => Some(OrganisationId::from(id)),
            Err(_) => {
                faults.push(Fault::new("organisation", What::NotAChoice));
                None
            }
        },
    };
    let author_kind = match (fields.text("author_kind"), organisation) {
        // Who writes for an organisation speaks as it; the services know of which kind it is.
        (_, Some(_)) => AuthorKind::Association,
        ("", None) => {
            faults.push(Fault::new("author_kind", What::Missing));
            AuthorKind::Anonymous
        }
        (code, None) => {
            code.parse().ok().filter(|kind| AuthorKind::PERSONAL.contains(kind)).unwrap_or_else(
                || {
                    faults.push(Fault::new("author_kind", What::NotAChoice));
                    AuthorKind::Anonymous
                },
            )
        }
    };
    let signed = match fields.text("signed") {
        "" | "no" => false,
        "yes" => true,
        _ => {
            faults.push(Fault::new("signed", What::NotAChoice));
            false
        }
    };
    let also_of = match (kind, fields.text("also_of")) {
        (Kind::Proposal, _) | (Kind::Need, "") => None,
        (Kind::Need, number) => match number.parse() {
            Ok(number) => Some(number),
            Err(_) => {
                faults.push(Fault::new("also_of", What::NotANumber));
                None
            }
        },
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Draft {
        kind,
        round: fields.text("round").parse().ok(),
        words,
        language,
        policy,
        municipality,
        author_kind,
        signed,
        organisation,
        sensitive: fields.has("sensitive"),
        answers,
        also_of,
    })
}

/// The words alone, as a correction sends them.
pub fn parse_words(kind: Kind, fields: &Fields) -> Result<Words, Vec<Fault>> {
    let words = words_of(kind, fields);
    let faults = words.faults();
    if faults.is_empty() { Ok(words) } else { Err(faults) }
}

/// The fields that a form shows for the words of a contribution, filled.
pub fn fields_of(words: &Words) -> Fields {
    let mut fields = Fields::default();
    for (name, value) in [
        ("title", &words.title),
        ("body", &words.body),
        ("strengths", &words.strengths),
        ("recipients", &words.recipients),
        ("doers", &words.doers),
        ("resources", &words.resources),
    ] {
        fields.set(name, value.as_str());
    }
    fields
}

/// The words of a contribution as a form sends them, not checked.
pub fn words_of(kind: Kind, fields: &Fields) -> Words {
    let of = |wanted: Kind, name: &str| {
        if kind == wanted { fields.text(name).to_owned() } else { String::new() }
    };
    Words {
        title: fields.text("title").split_whitespace().collect::<Vec<_>>().join(" "),
        body: fields.text("body").to_owned(),
        strengths: of(Kind::Need, "strengths"),
        recipients: of(Kind::Proposal, "recipients"),
        doers: of(Kind::Proposal, "doers"),
        resources: of(Kind::Proposal, "resources"),
    }
}

fn chosen(faults: &mut Vec<Fault>, fields: &Fields, name: &str) -> String {
    let code = fields.text(name);
    if code.is_empty() {
        faults.push(Fault::new(name, What::Missing));
    }
    code.to_owned()
}

/// Numbers of the needs answered: ticked ones first, then those written («3, B12 e 15»).
fn numbers(fields: &Fields) -> (Vec<i64>, Option<Fault>) {
    let mut found: Vec<i64> = Vec::new();
    let mut add = |number: i64| {
        if !found.contains(&number) {
            found.push(number);
        }
    };
    let mut fault = None;
    for value in fields.texts("answers").filter(|value| !value.is_empty()) {
        match value.parse::<i64>() {
            Ok(number) if number > 0 => add(number),
            Ok(_) | Err(_) => fault = Some(Fault::new("answers", What::NotAChoice)),
        }
    }
    let written = fields
        .text("answers_more")
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.'))
        .filter(|part| !part.is_empty() && !matches!(*part, "e" | "and" | "n" | "n°"));
    for part in written {
        let digits = part.trim_start_matches(['B', 'b', 'N', 'n', '#', '°', '№']);
        match digits.parse::<i64>() {
            Ok(number) if number > 0 => add(number),
            Ok(_) | Err(_) => fault = Some(Fault::new("answers_more", What::NotANumber)),
        }
    }
    if found.len() > ANSWERS_MOST {
        let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
        fault = Some(Fault::new(
            "answers_more",
            What::TooLong { most: ANSWERS_MOST as u32, found: count },
        ));
    }
    (found, fault)
}

/// A comment, and the one it answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommentDraft {
    /// Text.
    pub body: String,
    /// Number of the comment that is answered.
    pub parent: Option<i64>,
    /// What it is; an answer answers.
    pub stance: Option<Stance>,
    /// Language it is in (ISO 639-1).
    pub language: String,
}

/// A comment (fields `comment`, `stance`, `comment_language`, `parent`). The language is the one
/// chosen, or that of the interface.
pub fn parse_comment(fields: &Fields, ui_language: &str) -> Result<CommentDraft, Vec<Fault>> {
    let body = fields.text("comment").to_owned();
    let mut faults = Vec::new();
    let stance = match (fields.text("parent"), fields.text("stance")) {
        ("", "") => {
            faults.push(Fault::new("stance", What::Missing));
            None
        }
        ("", code) => {
            let stance = code.parse().ok();
            if stance.is_none() {
                faults.push(Fault::new("stance", What::NotAChoice));
            }
            stance
        }
        (_, _) => None,
    };
    faults.extend(comments::faults(&body));
    let language = match fields.text("comment_language") {
        "" => ui_language.to_owned(),
        code => {
            if !LANGUAGES.contains(&code) {
                faults.push(Fault::new("comment_language", What::NotAChoice));
            }
            code.to_owned()
        }
    };
    let parent = match fields.text("parent") {
        "" => None,
        number => number.parse().map(Some).unwrap_or_else(|_| {
            faults.push(Fault::new("comment", What::NotAChoice));
            None
        }),
    };
    let draft = CommentDraft { body, parent, stance, language };
    if faults.is_empty() { Ok(draft) } else { Err(faults) }
}

/// A report of a text or a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagDraft {
    /// Why.
    pub reason: FlagReason,
    /// What else there is to say.
    pub note: String,
}

/// A report (fields `flag_reason`, `flag`).
pub fn parse_flag(fields: &Fields) -> Result<FlagDraft, Vec<Fault>> {
    let note = fields.text("flag").to_owned();
    let reason = fields.text("flag_reason").parse().ok();
    let faults = comments::flag_faults(reason, &note);
    match reason {
        Some(reason) if faults.is_empty() => Ok(FlagDraft { reason, note }),
        Some(_) | None => Err(faults),
    }
}

/// What the author of a source says of its merge (fields `merge`, `objection`, `sentence`; `act` is
/// the button). The number of the cluster, and the answer; `None` if it is no such form.
pub fn parse_merge_answer(
    fields: &Fields,
    act: &str,
    language: &str,
) -> Option<(i64, AnswerDraft)> {
    let (answer, words) = match act {
        "accept-merge" => (MergeAnswer::Accepted, ""),
        "object-merge" | "object-merge-as-is" => (MergeAnswer::Objected, fields.text("objection")),
        "dissent-merge" => (MergeAnswer::Dissented, fields.text("sentence")),
        _ => return None,
    };
    let cluster = fields.text("merge").parse().ok()?;
    // Browsers send line ends as two signs; the text has one.
    let words = words.replace("\r\n", "\n");
    Some((cluster, AnswerDraft { answer, words, language: language.to_owned() }))
}

/// What somebody sends to sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    /// E-mail, folded to small letters.
    pub email: String,
    /// Password, as it was typed.
    pub password: String,
    /// Where to go afterwards: a path of this site.
    pub next: Option<String>,
}

impl std::fmt::Debug for SignIn {
    /// Never writes the password, nor whose it is.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").field("next", &self.next).finish_non_exhaustive()
    }
}

/// E-mail and password (fields `email`, `password`, `next`).
pub fn parse_sign_in(fields: &Fields) -> Result<SignIn, Vec<Fault>> {
    let mut faults = Vec::new();
    let email = fields.text("email").to_lowercase();
    if email.is_empty() {
        faults.push(Fault::new("email", What::Missing));
    }
    // Not trimmed: a space may be part of it.
    let password = fields.pairs().find(|(name, _)| *name == "password").map_or("", |(_, v)| v);
    if password.is_empty() {
        faults.push(Fault::new("password", What::Missing));
    }
    if faults.is_empty() {
        let next = local_path(fields.text("next")).map(str::to_owned);
        Ok(SignIn { email, password: password.to_owned(), next })
    } else {
        Err(faults)
    }
}

/// A path of this site, or nothing: never an address that leads elsewhere.
pub fn local_path(path: &str) -> Option<&str> {
    let local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control);
    local.then_some(path)
}

/// A receipt code as typed (field `code`): only that something is there is checked here.
pub fn parse_code(fields: &Fields) -> Result<String, Vec<Fault>> {
    match fields.text("code") {
        "" => Err(vec![Fault::new("code", What::Missing)]),
        code => Ok(code.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str =
        "Da quattro anni dormo tre ore per notte e il centro diurno chiude alle sedici.";

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|&(n, v)| (n.to_owned(), v.to_owned())))
    }

    fn whole() -> Vec<(&'static str, &'static str)> {
        vec![
            ("title", "  Non   stacco mai "),
            ("body", BODY),
            ("municipality", "CVN"),
            ("policy", "3.a"),
            ("author_kind", "caregiver"),
        ]
    }

    fn draft(kind: Kind, more: &[(&str, &str)]) -> Result<Draft, Vec<Fault>> {
        let mut pairs: Vec<(&str, &str)> = whole();
        pairs.extend_from_slice(more);
        parse_draft(kind, &fields(&pairs), "it")
    }

    #[test]
    fn a_need_is_anonymous_and_in_the_language_of_the_page_unless_said() {
        let need = draft(Kind::Need, &[]).unwrap();
        assert_eq!(need.words.title, "Non stacco mai");
        assert_eq!((need.language.as_str(), need.signed, need.sensitive), ("it", false, false));
        assert_eq!(need.author_kind, AuthorKind::Caregiver);
        let need = draft(
            Kind::Need,
            &[("language", "sq"), ("signed", "yes"), ("sensitive", "yes"), ("also_of", "7")],
        )
        .unwrap();
        assert_eq!((need.language.as_str(), need.signed, need.sensitive), ("sq", true, true));
        assert_eq!(need.also_of, Some(7));
    }

    #[test]
    fn all_faults_of_all_steps_are_told_at_once() {
        let faults = parse_draft(Kind::Need, &Fields::default(), "it").unwrap_err();
        let names: Vec<&str> = faults.iter().map(|f| f.field.as_str()).collect();
        assert_eq!(names, ["title", "body", "municipality", "policy", "author_kind"]);
        assert!(faults.iter().all(|f| f.what == What::Missing));
    }

    #[test]
    fn what_is_on_no_list_is_refused() {
        for (field, value) in [
            ("language", "xx"),
            ("organisation", "O01"),
            ("signed", "perhaps"),
            ("also_of", "the first"),
        ] {
            let faults = draft(Kind::Need, &[(field, value)]).unwrap_err();
            assert_eq!(faults.len(), 1, "{field}");
            assert_eq!(faults[0].field, field);
        }
        // A person can't call themselves a municipality.
        let mut pairs = whole();
        pairs.retain(|(name, _)| *name != "author_kind");
        pairs.push(("author_kind", "comune"));
        let faults = parse_draft(Kind::Need, &fields(&pairs), "it").unwrap_err();
        assert_eq!(faults, vec![Fault::new("author_kind", What::NotAChoice)]);
    }

    #[test]
    fn an_organisation_speaks_for_itself() {
        let id = "018f0000-0000-7000-8000-000000000001";
        let pairs: Vec<(&str, &str)> = whole()
            .into_iter()
            .filter(|(name, _)| *name != "author_kind")
            .chain([("organisation", id)])
            .collect();
        let draft = parse_draft(Kind::Proposal, &fields(&pairs), "it").unwrap();
        assert_eq!(draft.organisation.map(|o| o.to_string()).as_deref(), Some(id));
    }

    #[test]
    fn a_proposal_answers_needs_ticked_and_written() {
        let found = draft(
            Kind::Proposal,
            &[("answers", "3"), ("answers", "12"), ("answers_more", "B12, n. 15 e #4")],
        )
        .unwrap();
        assert_eq!(found.answers, vec![3, 12, 15, 4]);
        assert_eq!(found.also_of, None);
        let faults = draft(Kind::Proposal, &[("answers_more", "quello di Nadia")]).unwrap_err();
        assert_eq!(faults, vec![Fault::new("answers_more", What::NotANumber)]);
        let need = draft(Kind::Need, &[("answers_more", "quello di Nadia")]).unwrap();
        assert_eq!(need.answers, Vec::<i64>::new());
    }

    #[test]
    fn fields_of_the_other_kind_are_left_out() {
        let more = [("strengths", "i vicini"), ("doers", "la parrocchia")];
        let need = draft(Kind::Need, &more).unwrap();
        assert_eq!((need.words.strengths.as_str(), need.words.doers.as_str()), ("i vicini", ""));
        let proposal = draft(Kind::Proposal, &more).unwrap();
        assert_eq!(
            (proposal.words.strengths.as_str(), proposal.words.doers.as_str()),
            ("", "la parrocchia")
        );
    }

    fn next(kind: Kind, pairs: &[(&str, &str)]) -> (Fields, Turn) {
        let mut fields = fields(pairs);
        let turn = turn(kind, &mut fields, "it");
        (fields, turn)
    }

    #[test]
    fn the_wizard_goes_forward_only_past_what_is_right() {
        let (fields, turn) = next(Kind::Need, &[("step", "words"), ("go", "next")]);
        let Turn::Show { step, faults } = turn else { panic!("sent") };
        assert_eq!((step, faults.len()), (Step::Words, 2));
        assert_eq!(fields.text("step"), "words");

        let words = [("title", "Non stacco mai"), ("body", BODY), ("step", "words")];
        let (fields, turn) = next(Kind::Need, &[&words[..], &[("go", "next")]].concat());
        assert_eq!(turn, Turn::Show { step: Step::Place, faults: vec![] });
        assert_eq!(fields.text("step"), "place");
        assert_eq!(fields.text("body"), BODY);

        let (_, turn) = next(Kind::Need, &[("step", "who"), ("go", "back")]);
        assert_eq!(turn, Turn::Show { step: Step::Place, faults: vec![] });
    }

    #[test]
    fn a_fault_is_shown_at_its_own_step() {
        let (fields, turn) = next(
            Kind::Need,
            &[
                ("step", "check"),
                ("go", "send"),
                ("title", "Non stacco mai"),
                ("body", BODY),
                ("author_kind", "caregiver"),
            ],
        );
        let Turn::Show { step, faults } = turn else { panic!("sent") };
        assert_eq!(step, Step::Place);
        assert_eq!(faults.len(), 2);
        assert_eq!(fields.text("step"), "place");
    }

    #[test]
    fn a_change_after_the_last_step_returns_to_it() {
        let mut pairs = whole();
        pairs.extend([("step", "check"), ("checked", "yes"), ("go", "words")]);
        let (fields, turn) = next(Kind::Need, &pairs);
        assert_eq!(turn, Turn::Show { step: Step::Words, faults: vec![] });
        let mut fields = fields;
        fields.set("go", "next");
        let turn = super::turn(Kind::Need, &mut fields, "it");
        assert_eq!(turn, Turn::Show { step: Step::Check, faults: vec![] });
    }

    #[test]
    fn anche_per_me_sends() {
        let mut pairs = whole();
        pairs.extend([("step", "check"), ("also_of", "12")]);
        let (_, turn) = next(Kind::Need, &pairs);
        let Turn::Send(draft) = turn else { panic!("not sent") };
        assert_eq!(draft.also_of, Some(12));
    }

    #[test]
    fn a_step_of_the_other_kind_is_the_first() {
        assert_eq!(step_shown(Kind::Need, &fields(&[("step", "doing")])), Step::Words);
        let (_, turn) = next(Kind::Need, &[("step", "words"), ("go", "doing")]);
        assert!(matches!(turn, Turn::Show { step: Step::Words, .. }));
    }

    #[test]
    fn every_field_belongs_to_one_step() {
        // The round and the draft it comes from travel along and are asked at no step.
        for field in DRAFT_FIELDS.iter().filter(|field| !["round", "draft"].contains(field)) {
            let steps = Step::ALL.iter().filter(|step| step.fields().contains(field)).count();
            let step = step_of(field);
            assert!(steps == 1 && step != Step::Check, "{field}");
        }
        assert_eq!(step_of("also_of"), Step::Check);
    }

    #[test]
    fn one_is_never_sent_elsewhere_after_signing_in() {
        for (next, kept) in [
            ("/val-d-arcina/bisogni/nuovo", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("https://evil.example", false),
            ("", false),
        ] {
            let found = parse_sign_in(&fields(&[
                ("email", " Nadia@Example.org "),
                ("password", " with spaces "),
                ("next", next),
            ]))
            .unwrap();
            assert_eq!(found.next.is_some(), kept, "{next}");
            assert_eq!(found.email, "nadia@example.org");
            assert_eq!(found.password, " with spaces ");
            assert!(!format!("{found:?}").contains("spaces"));
        }
        assert_eq!(parse_sign_in(&Fields::default()).unwrap_err().len(), 2);
    }

    #[test]
    fn comments_and_codes() {
        let said = |pairs: &[(&str, &str)]| parse_comment(&fields(pairs), "it");
        let answer = said(&[("comment", "Anche da noi."), ("parent", "4"), ("stance", "contro")]);
        assert_eq!(
            answer.unwrap(),
            CommentDraft {
                body: "Anche da noi.".into(),
                parent: Some(4),
                stance: None,
                language: "it".into(),
            }
        );
        let asked =
            said(&[("comment", "Si j'u bë?"), ("stance", "domanda"), ("comment_language", "sq")]);
        let asked = asked.unwrap();
        assert_eq!((asked.stance, asked.language.as_str()), (Some(Stance::Question), "sq"));
        assert_eq!(
            said(&[("comment", " ")]).unwrap_err(),
            [Fault::new("stance", What::Missing), Fault::new("comment", What::Missing)]
        );
        assert_eq!(
            said(&[("comment", "Vero."), ("stance", "boh")]).unwrap_err(),
            [Fault::new("stance", What::NotAChoice)]
        );
        assert!(said(&[("comment", "ok"), ("parent", "x")]).is_err());
        let flag = |pairs: &[(&str, &str)]| parse_flag(&fields(pairs));
        assert_eq!(
            flag(&[("flag_reason", "offende")]).unwrap(),
            FlagDraft { reason: FlagReason::Hurts, note: String::new() }
        );
        assert!(flag(&[("flag", "Brutto")]).is_err());
        assert_eq!(
            parse_code(&Fields::default()).unwrap_err(),
            vec![Fault::new("code", What::Missing)]
        );
    }
}
