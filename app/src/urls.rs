//! Every address of the site, on one screen. An address is a [`Page`] in a language within an
//! Ambito; nobody glues strings.
//!
//! Italian: `/{ambito}/bisogni/17`; English: `/{ambito}/en/needs/17`. The language is in the
//! path, so that a page is the same for everyone who asks for it.

/// Languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Italian, the source.
    #[default]
    It,
    /// English.
    En,
}

impl Lang {
    /// All, the source first.
    pub const ALL: [Lang; 2] = [Lang::It, Lang::En];

    /// ISO 639-1 code: `lang` of the page, folder of its texts.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::It => "it",
            Lang::En => "en",
        }
    }

    /// Its own name.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::It => "Italiano",
            Lang::En => "English",
        }
    }

    const fn segment(self) -> &'static str {
        match self {
            Lang::It => "",
            Lang::En => "/en",
        }
    }
}

macro_rules! pages {
    ($($(#[$doc:meta])* $page:ident $(($($arg:ident),+))? : $it:literal, $en:literal;)+) => {
        /// A page of an Ambito. Numbers are those of the thing in its Ambito.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Page {
            $($(#[$doc])* $page $(($($arg),+))?,)+
        }

        impl Page {
            /// Route of each page, with `{n}` for its number and `{m}` for a second one: name,
            /// Italian, English.
            pub const ROUTES: &'static [(&'static str, &'static str, &'static str)] = &[
                $((stringify!($page), $it, $en),)+
            ];

            const fn route(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (pages!(@pattern $page $($($arg)+)?), Lang::It) => $it,
                        (pages!(@pattern $page $($($arg)+)?), Lang::En) => $en,
                    )+
                }
            }

            fn of_route(index: usize, numbers: [i64; 2]) -> Option<Page> {
                let makers: &[fn([i64; 2]) -> Page] = &[$(pages!(@make $page $($($arg)+)?)),+];
                makers.get(index).map(|make| make(numbers))
            }

            const fn numbers(self) -> [Option<i64>; 2] {
                match self {
                    $(pages!(@bind n m $page $($($arg)+)?) => pages!(@numbers n m $($($arg)+)?),)+
                }
            }
        }
    };
    (@make $page:ident) => { |_| Page::$page };
    (@make $page:ident $arg:ident) => { |[n, _]| Page::$page(n) };
    (@make $page:ident $arg:ident $more:ident) => { |[n, m]| Page::$page(n, m) };
    (@pattern $page:ident) => { Page::$page };
    (@pattern $page:ident $arg:ident) => { Page::$page(_) };
    (@pattern $page:ident $arg:ident $more:ident) => { Page::$page(_, _) };
    (@bind $n:ident $m:ident $page:ident) => { Page::$page };
    (@bind $n:ident $m:ident $page:ident $arg:ident) => { Page::$page($n) };
    (@bind $n:ident $m:ident $page:ident $arg:ident $more:ident) => { Page::$page($n, $m) };
    (@numbers $n:ident $m:ident) => { [None, None] };
    (@numbers $n:ident $m:ident $arg:ident) => { [Some($n), None] };
    (@numbers $n:ident $m:ident $arg:ident $more:ident) => { [Some($n), Some($m)] };
}

pages! {
    /// Home.
    Home: "", "";
    /// How it works.
    How: "/come-funziona", "/how-it-works";
    /// Why lists are in the order in which they are.
    Order: "/come-funziona/ordine", "/how-it-works/order";
    /// Territory and municipalities.
    Territory: "/territorio", "/territory";
    /// Bodies and organisations.
    Bodies: "/organi", "/bodies";
    /// Plan, areas, policies.
    Plan: "/piano", "/plan";
    /// Community profile.
    Profile: "/profilo", "/profile";
    /// Calendar of rounds.
    Rounds: "/percorsi", "/rounds";
    /// A round.
    Round(i64): "/percorsi/{n}", "/rounds/{n}";
    /// Its rules and its windows.
    RoundRules(i64): "/percorsi/{n}/regole", "/rounds/{n}/rules";
    /// The draft of a round.
    Priorities(i64): "/percorsi/{n}/priorita", "/rounds/{n}/priorities";
    /// Write it.
    EditDraft(i64): "/percorsi/{n}/priorita/testo", "/rounds/{n}/priorities/text";
    /// Propose an amendment to it.
    NewAmendment(i64): "/percorsi/{n}/emendamenti/nuovo", "/rounds/{n}/amendments/new";
    /// Merge amendments.
    MergeAmendments(i64): "/percorsi/{n}/emendamenti/unione", "/rounds/{n}/amendments/merge";
    /// An amendment.
    Amendment(i64): "/emendamenti/{n}", "/amendments/{n}";
    /// Positions of organisations in a round.
    Positions(i64): "/percorsi/{n}/posizioni", "/rounds/{n}/positions";
    /// What organisations bring.
    Resources(i64): "/percorsi/{n}/risorse", "/rounds/{n}/resources";
    /// The shared draft of a round.
    SharedDraft(i64): "/percorsi/{n}/bozza", "/rounds/{n}/draft";
    /// Add a section to it.
    NewSection(i64): "/percorsi/{n}/bozza/nuova", "/rounds/{n}/draft/new";
    /// A section.
    Section(i64): "/sezioni/{n}", "/sections/{n}";
    /// Write it.
    EditSection(i64): "/sezioni/{n}/testo", "/sections/{n}/text";
    /// The indicative budget of a round.
    Budget(i64): "/percorsi/{n}/preventivo", "/rounds/{n}/budget";
    /// Activities that a round carries out.
    Activities(i64): "/percorsi/{n}/attivita", "/rounds/{n}/activities";
    /// One of them.
    Activity(i64): "/attivita/{n}", "/activities/{n}";
    /// Issues that partners report.
    Issues(i64): "/percorsi/{n}/segnalazioni", "/rounds/{n}/issues";
    /// Periodic reports.
    ProgressReports(i64): "/percorsi/{n}/rapporti", "/rounds/{n}/reports";
    /// Who is invited.
    Guests(i64): "/percorsi/{n}/invitati", "/rounds/{n}/invited";
    /// What a round came to.
    Minutes(i64): "/percorsi/{n}/verbale", "/rounds/{n}/minutes";
    /// Who has been heard in a round.
    Coverage(i64): "/percorsi/{n}/copertura", "/rounds/{n}/coverage";
    /// Statements of a round.
    Statements(i64): "/percorsi/{n}/affermazioni", "/rounds/{n}/statements";
    /// The votes on them, as a file.
    StatementVotes(i64): "/percorsi/{n}/affermazioni/voti.csv", "/rounds/{n}/statements/votes.csv";
    /// The ballots of a round.
    Ballots(i64): "/percorsi/{n}/votazioni", "/rounds/{n}/ballots";
    /// Prepare a ballot in a round.
    NewBallot(i64): "/percorsi/{n}/votazioni/nuova", "/rounds/{n}/ballots/new";
    /// A ballot.
    Ballot(i64): "/votazioni/{n}", "/ballots/{n}";
    /// Change what it declares, before its round opens.
    EditBallot(i64): "/votazioni/{n}/prepara", "/ballots/{n}/prepare";
    /// Its result.
    BallotResults(i64): "/votazioni/{n}/risultato", "/ballots/{n}/result";
    /// Handing out and typing, at the desk.
    BallotDesk(i64): "/votazioni/{n}/sportello", "/ballots/{n}/desk";
    /// The file from which anybody counts the same (no page).
    BallotFile(i64): "/votazioni/{n}/schede.json", "/ballots/{n}/ballots.json";
    /// Needs.
    Needs: "/bisogni", "/needs";
    /// A need.
    Need(i64): "/bisogni/{n}", "/needs/{n}";
    /// Its thread.
    NeedThread(i64): "/bisogni/{n}/filo", "/needs/{n}/thread";
    /// Its thread as a file in the terms of PROV (no page).
    NeedThreadFile(i64): "/bisogni/{n}/filo.json", "/needs/{n}/thread.json";
    /// The short address of its thread, for paper (no page).
    NeedShort(i64): "/b/{n}", "/b/{n}";
    /// The parts in which it is read, for who divides it.
    NeedParts(i64): "/bisogni/{n}/parti", "/needs/{n}/parts";
    /// Write a need.
    NewNeed: "/bisogni/nuovo", "/needs/new";
    /// Proposals.
    Proposals: "/proposte", "/proposals";
    /// A proposal.
    Proposal(i64): "/proposte/{n}", "/proposals/{n}";
    /// Its thread.
    ProposalThread(i64): "/proposte/{n}/filo", "/proposals/{n}/thread";
    /// Its thread as a file in the terms of PROV (no page).
    ProposalThreadFile(i64): "/proposte/{n}/filo.json", "/proposals/{n}/thread.json";
    /// The short address of its thread, for paper (no page).
    ProposalShort(i64): "/p/{n}", "/p/{n}";
    /// The parts in which it is read, for who divides it.
    ProposalParts(i64): "/proposte/{n}/parti", "/proposals/{n}/parts";
    /// Write a proposal.
    NewProposal: "/proposte/nuova", "/proposals/new";
    /// Search.
    Search: "/cerca", "/search";
    /// Follow a text with its receipt code.
    Follow: "/segui", "/follow";
    /// Help for who is in danger now.
    HelpNow: "/aiuto-subito", "/help-now";
    /// A cluster.
    Cluster(i64): "/gruppi/{n}", "/clusters/{n}";
    /// From which sentences of its sources its synthesis draws, for who facilitates.
    Synthesis(i64): "/gruppi/{n}/sintesi", "/clusters/{n}/synthesis";
    /// Its thread.
    ClusterThread(i64): "/gruppi/{n}/filo", "/clusters/{n}/thread";
    /// The same as a file in the terms of PROV (no page).
    ClusterThreadFile(i64): "/gruppi/{n}/filo.json", "/clusters/{n}/thread.json";
    /// Its short address, for paper (no page).
    ClusterShort(i64): "/g/{n}", "/g/{n}";
    /// Actions.
    Actions: "/azioni", "/actions";
    /// An action.
    Action(i64): "/azioni/{n}", "/actions/{n}";
    /// Its thread.
    ActionThread(i64): "/azioni/{n}/filo", "/actions/{n}/thread";
    /// The same as a file in the terms of PROV (no page).
    ActionThreadFile(i64): "/azioni/{n}/filo.json", "/actions/{n}/thread.json";
    /// Its short address, for paper (no page).
    ActionShort(i64): "/a/{n}", "/a/{n}";
    /// Sign in.
    SignIn: "/accedi", "/sign-in";
    /// Sign out (a form only).
    SignOut: "/esci", "/sign-out";
    /// One's own texts.
    Mine: "/mie-voci", "/my-voices";
    /// What came to a round, and where it stands.
    Ledger(i64): "/percorsi/{n}/registro", "/rounds/{n}/ledger";
    /// Texts of a round that wait for their answer.
    Unanswered(i64): "/percorsi/{n}/senza-risposta", "/rounds/{n}/unanswered";
    /// The result report of a round.
    Report(i64): "/percorsi/{n}/resoconto", "/rounds/{n}/report";
    /// The same as a text document.
    ReportFile(i64): "/percorsi/{n}/resoconto.odt", "/rounds/{n}/report.odt";
    /// One's own draft: what was sent after closing.
    Draft(i64): "/mie-voci/bozze/{n}", "/my-voices/drafts/{n}";
    /// Open a round once more.
    ReopenRound(i64): "/lavoro/percorsi/{n}/riapertura", "/work/rounds/{n}/reopening";
    /// Begin a round.
    NewRound: "/lavoro/percorsi/nuovo", "/work/rounds/new";
    /// Prepare a round.
    EditRound(i64): "/lavoro/percorsi/{n}", "/work/rounds/{n}";
    /// See it as each role will.
    RoundPreview(i64): "/lavoro/percorsi/{n}/anteprima", "/work/rounds/{n}/preview";
    /// Queue of the moderators.
    Moderation: "/lavoro/moderazione", "/work/moderation";
    /// One case of the moderators.
    Case(i64): "/lavoro/moderazione/{n}", "/work/moderation/{n}";
    /// Supports that came all together.
    Bursts: "/lavoro/sostegni-insieme", "/work/supports-together";
    /// The workbench of a round.
    Workbench(i64): "/lavoro/banco/{n}", "/work/workbench/{n}";
    /// What happens there meanwhile, as a stream of events: no page.
    WorkbenchEvents(i64): "/lavoro/banco/{n}/eventi", "/work/workbench/{n}/events";
    /// The texts of a round in proportion to who supports them.
    Proportion(i64): "/lavoro/banco/{n}/in-proporzione", "/work/workbench/{n}/in-proportion";
    /// Groups suggested over a whole round.
    SuggestedGroups(i64): "/lavoro/banco/{n}/gruppi-suggeriti", "/work/workbench/{n}/suggested-groups";
    /// A draft of a cluster: its round, and its own number.
    BenchDraft(i64, i64): "/lavoro/banco/{n}/bozze/{m}", "/work/workbench/{n}/drafts/{m}";
    /// From which sentences of its sources its synthesis draws.
    DraftSynthesis(i64, i64): "/lavoro/banco/{n}/bozze/{m}/sintesi", "/work/workbench/{n}/drafts/{m}/synthesis";
    /// Make a cluster in a round.
    NewCluster(i64): "/lavoro/banco/{n}/gruppo", "/work/workbench/{n}/cluster";
    /// Write an action.
    NewAction: "/lavoro/azioni/nuova", "/work/actions/new";
    /// Change an action.
    EditAction(i64): "/lavoro/azioni/{n}", "/work/actions/{n}";
    /// The office: the unanswered, the drafts.
    Office: "/lavoro/ufficio", "/work/office";
    /// The Tavolo di Piano.
    Table: "/lavoro/tavolo", "/work/table";
    /// The screen to decide on an action.
    Decision(i64): "/lavoro/tavolo/{n}", "/work/table/{n}";
    /// Sessions of the Community Lab.
    Sessions: "/laboratori", "/workshops";
    /// A session.
    Session(i64): "/laboratori/{n}", "/workshops/{n}";
    /// Register for it, or take that back.
    SessionRegistration(i64): "/laboratori/{n}/iscrizione", "/workshops/{n}/registration";
    /// Its minutes: for who was there to correct, then for all.
    SessionMinutes(i64): "/laboratori/{n}/verbale", "/workshops/{n}/minutes";
    /// A photograph of its wall (no page).
    SessionPhoto(i64, i64): "/laboratori/{n}/foto/{m}", "/workshops/{n}/photos/{m}";
    /// Sessions, for who runs them.
    SessionsDesk: "/lavoro/laboratori", "/work/workshops";
    /// Begin to prepare a session.
    NewSession: "/lavoro/laboratori/nuovo", "/work/workshops/new";
    /// A session, for who runs it: where it stands, who comes, what is next.
    SessionDesk(i64): "/lavoro/laboratori/{n}", "/work/workshops/{n}";
    /// Prepare it.
    EditSession(i64): "/lavoro/laboratori/{n}/prepara", "/work/workshops/{n}/prepare";
    /// What is printed for it.
    SessionPack(i64): "/lavoro/laboratori/{n}/stampa", "/work/workshops/{n}/print";
    /// At the door: who comes.
    SessionDoor(i64): "/lavoro/laboratori/{n}/porta", "/work/workshops/{n}/door";
    /// In the room: cards, the wall.
    SessionRoom(i64): "/lavoro/laboratori/{n}/sala", "/work/workshops/{n}/room";
    /// The wall, for a projector.
    SessionWall(i64): "/lavoro/laboratori/{n}/parete", "/work/workshops/{n}/wall";
    /// The dots, as they are counted.
    SessionDots(i64): "/lavoro/laboratori/{n}/bollini", "/work/workshops/{n}/dots";
    /// Photographs of the wall, as they are added.
    SessionPhotos(i64): "/lavoro/laboratori/{n}/foto", "/work/workshops/{n}/photos";
    /// Make a need or a proposal of cards.
    TakeUpCards(i64): "/lavoro/laboratori/{n}/voci", "/work/workshops/{n}/voices";
    /// Write the minutes, answer corrections.
    SessionMinutesDesk(i64): "/lavoro/laboratori/{n}/verbale", "/work/workshops/{n}/minutes";
    /// Write the report, and give the session back.
    SessionReportDesk(i64): "/lavoro/laboratori/{n}/resoconto", "/work/workshops/{n}/report";
    /// The public record of moderation.
    ModerationRecord: "/moderazione", "/moderation";
    /// Privacy notice.
    Privacy: "/privacy", "/privacy";
    /// Accessibility statement.
    Accessibility: "/accessibilita", "/accessibility";
    /// Legal notes.
    Legal: "/note-legali", "/legal-notice";
}

impl Page {
    /// The page of a contribution.
    pub const fn contribution(kind: domain::contributions::Kind, number: i64) -> Page {
        match kind {
            domain::contributions::Kind::Need => Page::Need(number),
            domain::contributions::Kind::Proposal => Page::Proposal(number),
        }
    }

    /// The page of the thread of a contribution.
    pub const fn contribution_thread(kind: domain::contributions::Kind, number: i64) -> Page {
        match kind {
            domain::contributions::Kind::Need => Page::NeedThread(number),
            domain::contributions::Kind::Proposal => Page::ProposalThread(number),
        }
    }

    /// The page on which a contribution is divided into parts.
    pub const fn contribution_parts(kind: domain::contributions::Kind, number: i64) -> Page {
        match kind {
            domain::contributions::Kind::Need => Page::NeedParts(number),
            domain::contributions::Kind::Proposal => Page::ProposalParts(number),
        }
    }

    /// The contribution that an address is about, whichever of its pages it is.
    pub const fn of_contribution(self) -> Option<(domain::contributions::Kind, i64)> {
        match self {
            Page::Need(n) | Page::NeedThread(n) | Page::NeedShort(n) | Page::NeedParts(n) => {
                Some((domain::contributions::Kind::Need, n))
            }
            Page::Proposal(n)
            | Page::ProposalThread(n)
            | Page::ProposalShort(n)
            | Page::ProposalParts(n) => Some((domain::contributions::Kind::Proposal, n)),
            _ => None,
        }
    }

    /// The thread to which a short address leads.
    pub const fn of_short(self) -> Option<Page> {
        match self {
            Page::NeedShort(n) => Some(Page::NeedThread(n)),
            Page::ProposalShort(n) => Some(Page::ProposalThread(n)),
            Page::ClusterShort(n) => Some(Page::ClusterThread(n)),
            Page::ActionShort(n) => Some(Page::ActionThread(n)),
            _ => None,
        }
    }

    /// The page of a thread whose file this is.
    pub const fn of_thread_file(self) -> Option<Page> {
        match self {
            Page::NeedThreadFile(n) => Some(Page::NeedThread(n)),
            Page::ProposalThreadFile(n) => Some(Page::ProposalThread(n)),
            Page::ClusterThreadFile(n) => Some(Page::ClusterThread(n)),
            Page::ActionThreadFile(n) => Some(Page::ActionThread(n)),
            _ => None,
        }
    }

    /// The address, from the root of the site.
    pub fn path(self, ambito: &str, lang: Lang) -> String {
        let route = self.route(lang);
        let mut tail = route.to_owned();
        for (place, number) in ["{n}", "{m}"].into_iter().zip(self.numbers()) {
            if let Some(number) = number {
                tail = tail.replace(place, &number.to_string());
            }
        }
        format!("/{ambito}{}{tail}", lang.segment())
    }

    /// Reads an address: the Ambito's slug, the language, and the page if there is one.
    pub fn parse(path: &str) -> Option<(&str, Lang, Option<Page>)> {
        let path = path.strip_prefix('/')?;
        let path = path.strip_suffix('/').unwrap_or(path);
        let (slug, rest) = path.split_once('/').unwrap_or((path, ""));
        if slug.is_empty() {
            return None;
        }
        let (lang, rest) = match rest.split_once('/') {
            Some(("en", rest)) => (Lang::En, rest),
            None if rest == "en" => (Lang::En, ""),
            _ => (Lang::It, rest),
        };
        Some((slug, lang, Page::parse_rest(rest, lang)))
    }

    fn parse_rest(rest: &str, lang: Lang) -> Option<Page> {
        Page::ROUTES.iter().enumerate().find_map(|(index, (_, it, en))| {
            let route = match lang {
                Lang::It => it,
                Lang::En => en,
            };
            let numbers = matches(route.strip_prefix('/').unwrap_or(route), rest)?;
            Page::of_route(index, numbers)
        })
    }
}

/// Whether the rest of an address is this route; its numbers, or 0 for those it has not.
fn matches(route: &str, rest: &str) -> Option<[i64; 2]> {
    let mut numbers = [0; 2];
    let (mut ours, mut theirs) = (route.split('/'), rest.split('/'));
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return Some(numbers),
            (Some(place @ ("{n}" | "{m}")), Some(segment)) => {
                // One spelling an address: no sign, no leading nought.
                if segment.starts_with(['+', '-', '0']) {
                    return None;
                }
                numbers[usize::from(place == "{m}")] = segment.parse().ok()?;
            }
            (Some(our), Some(their)) if our == their => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_in_the_language_of_its_reader() {
        assert_eq!(Page::Home.path("val-d-arcina", Lang::It), "/val-d-arcina");
        assert_eq!(Page::Home.path("val-d-arcina", Lang::En), "/val-d-arcina/en");
        assert_eq!(Page::Need(17).path("val-d-arcina", Lang::It), "/val-d-arcina/bisogni/17");
        assert_eq!(Page::NeedThread(3).path("x", Lang::En), "/x/en/needs/3/thread");
    }

    #[test]
    fn every_address_is_read_back() {
        for &(name, it, _) in Page::ROUTES {
            for lang in Lang::ALL {
                let page = Page::parse_rest(
                    it.trim_start_matches('/').replace("{n}", "7").replace("{m}", "9").as_str(),
                    Lang::It,
                )
                .unwrap_or_else(|| panic!("{name}"));
                let path = page.path("val-d-arcina", lang);
                assert_eq!(Page::parse(&path), Some(("val-d-arcina", lang, Some(page))), "{path}");
            }
        }
        assert_eq!(Page::parse("/x/bisogni/nuovo"), Some(("x", Lang::It, Some(Page::NewNeed))));
        assert_eq!(Page::parse("/x/bisogni/07"), Some(("x", Lang::It, None)));
        assert_eq!(Page::parse("/x/en/bisogni"), Some(("x", Lang::En, None)));
        assert_eq!(Page::parse("/"), None);
    }

    #[test]
    fn no_two_pages_share_an_address() {
        for column in [1, 2] {
            let mut routes: Vec<_> =
                Page::ROUTES.iter().map(|r| if column == 1 { r.1 } else { r.2 }).collect();
            let all = routes.len();
            routes.sort_unstable();
            routes.dedup();
            assert_eq!(routes.len(), all);
        }
    }
}
