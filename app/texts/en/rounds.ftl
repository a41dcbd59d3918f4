# A round's life: prepared, announced, closed, reopened, given back.

## Where it begins
start-title = Prepare a round
start-lead = Choose what you want to ask people: each method brings its rules, which you can then change. Or start again from a round of before.
start-kinds = Five ways of asking
start-weeks = { $n ->
    [one] usually { $n } week
   *[other] usually { $n } weeks
}
start-drafts = Drafts under way
start-copy = Copy a round
start-copy-lead = Everything is copied but the dates.
start-copy-none = There is no round to copy yet.
start-copy-of = Copy:
draft-untitled = Untitled
draft-no-window = dates to be chosen
rounds-drafts = In preparation

## What each method asks
template-asks-consultazione = Everybody is asked what is missing and what could be done. Anyone writes a need, even without registering; who is identified proposes, comments, supports.
template-asks-concertazione = Public bodies and organisations agree on priorities: each states its position and why, proposes changes, takes on commitments. Everybody can read.
template-asks-co_programmazione = With the third sector, needs, ways of answering and resources are put in order, after a public notice. Others are heard too.
template-asks-co_progettazione = The partners admitted by the notice write a project together, section by section, and say what they bring and what they expect.
template-asks-co_gestione = Those who signed the agreement carry out together what was approved: each activity has one person responsible and a date.
template-pitfall-consultazione = “We have work to do”: so writing takes five minutes, and every text is answered.
template-pitfall-concertazione = “It's all decided already”: so it takes an objective that is measured and three lists, already decided, open, not under discussion.
template-pitfall-co_programmazione = “We know who'll win”: so the notice states aims, resources and criteria beforehand, the same for all.
template-pitfall-co_progettazione = “What's in it for me?”: so each says what they bring and expect, and one sees who is silent.
template-pitfall-co_gestione = “It's not my role”: so each activity has one person responsible and a date.
template-who-consultazione = everybody
template-who-concertazione = public bodies and invited organisations
template-who-co_programmazione = third sector bodies, and whoever wants to be heard
template-who-co_progettazione = partners admitted by the notice
template-who-co_gestione = who signed the agreement
template-tie-consultazione = Supports inform and don't decide. In a tie, the municipalities represented count first, then the linked needs; then the Tavolo decides, with a reason.
template-tie-concertazione = Positions are not added up: in favour, with reserve or against, always with the reason. Disagreement stays in the minutes.
template-tie-co_programmazione = Positions are not added up. In a tie, the municipalities represented count first, then the linked needs; then the Tavolo decides, with a reason.
template-tie-co_progettazione = By consent, section by section. Reserves and objections are written; if they remain, the Tavolo decides with a reason.
template-tie-co_gestione = By consent. If an objection remains, the lead authority's signatory decides, with a reason.
template-results-consultazione = A public report answers every text, with the reason, and says what changes. Who doesn't use the internet gets the answer as their voice came: by letter, by phone, on the notice board.
template-results-concertazione = Public minutes hold the positions and their reasons, the agreement reached or the disagreement.
template-results-co_programmazione = Minutes of the meetings and a public synthesis, saying which needs, which ways and which resources.
template-results-co_progettazione = A draft action with the text of the agreement, and for each partner what it brings and expects.
template-results-co_gestione = A periodic report: what was done, by whom, what is missing, what changes.
template-decides-consultazione = The Tavolo di Piano admits actions; the Comitato dei Sindaci approves.
template-decides-concertazione = The Comitato dei Sindaci approves the priorities agreed on.
template-decides-co_programmazione = The Comitato dei Sindaci, on the synthesis of the Tavolo di Piano.
template-decides-co_progettazione = The authority that published the notice, by agreement.
template-decides-co_gestione = Those who signed the agreement, each for its part.
template-evaluation = At the end, three questions to those who took part: could you say what you wanted? do you know what happens now? would you do it again? And a look at who was not reached.
template-notice-co_programmazione = Public notice for co-programming
template-notice-co_progettazione = Public notice for co-design
template-runts = Bodies registered in the RUNTS on the day they apply. Informal groups take part as other actors.

## The five steps
wizard-steps = The five steps
wizard-step-design = What is asked
wizard-step-materials = What to read first
wizard-step-running = When and how
wizard-step-results = Who answers
wizard-step-evaluation = Evaluation and checks
wizard-title-design = What is asked, and what can change?
wizard-title-materials = What should people read before they take part?
wizard-title-running = When does it open, who can do what?
wizard-title-results = Who answers whom, by when?
wizard-title-evaluation = How is it evaluated, and what is still missing?
wizard-lead-design = One question, as you would ask it aloud. Readers must see at once what is open and what isn't.
wizard-lead-materials = The community profile, acts, documents: what everybody must be able to read alike.
wizard-lead-running = The server watches the dates: the round opens and closes by itself, to the minute.
wizard-lead-results = People read these lines before they write: they are a promise.
wizard-lead-evaluation = How one will know whether the round worked. Then the checks, a look from every side, and the announcement.
wizard-next = Save and go on
wizard-back = Save and go back
wizard-save = Save the draft
wizard-announce = Announce the round
wizard-saved-each-step = The draft is saved at each step, even unfinished. Until it is announced only facilitators and the planning office see it.
wizard-missing-here = Still missing at this step
wizard-asks = What this method asks
wizard-stale = Somebody else saved this draft meanwhile
wizard-stale-next = What you wrote is still here. Compare the two: if you save again, yours stays.
wizard-stale-theirs = Open the other version in a new tab

wizard-sec-ask = The question
wizard-title = Title
wizard-title-hint = A few words, as on a poster.
wizard-question = Question
wizard-question-hint-consultazione = For instance: “What makes life hard in the valley, and what could we do together?”
wizard-question-hint-concertazione = For instance: “Which eight actions come first, and what result do we commit to?”
wizard-question-hint-co_programmazione = For instance: “What do family carers need, and who can answer?”
wizard-question-hint-co_progettazione = For instance: “How can a person tell their story only once?”
wizard-question-hint-co_gestione = For instance: “How is the service doing, and what must we change?”
wizard-objective = Objective
wizard-objective-hint = What there will be, at the end, that isn't there now.
wizard-sec-frame = What can change
wizard-frame-hint = One thing a line. People see them side by side before they write.
wizard-given = Already decided
wizard-given-hint = What is settled and not discussed: acts, funds, deadlines.
wizard-open = Open
wizard-open-hint = What voices can really change.
wizard-off-limits = Not under discussion
wizard-off-limits-hint = What can't be decided here, and where it is decided instead.
wizard-sec-measure = How the objective is measured
wizard-measure-needed = A concertazione can't be announced without: objective, indicator, target.
wizard-measure-wanted = Not required for this method. But an objective that is measured can be told of, at the end.
wizard-measure-indicator = Indicator of the community profile
wizard-measure-indicator-hint = If it is another one, leave this empty and write it below.
wizard-measure-what = Another indicator: what is measured
wizard-measure-what-hint = With its unit, for instance “priorities chosen (number)”.
wizard-measure-baseline = Starting value
wizard-measure-target = Target
wizard-measure-by = By
wizard-sec-about = What it is about
wizard-areas = Areas
wizard-areas-hint = The areas decide which figures of the profile are shown.
wizard-plan = Plan

wizard-sec-profile = The community profile
wizard-profile-hint = These figures are on the round's page, so that people start from what is known.
wizard-profile-none = The profile has no figures for these areas yet: a consultation can't begin without
wizard-profile-no-areas = First choose the areas, at the step “What is asked”: the figures of the profile appear here
wizard-sec-notice = The public notice
wizard-notice-hint = Aims, resources, duration and criteria are stated beforehand, the same for all (d.lgs. 117/2017, art. 55).
wizard-notice-title = Title of the notice
wizard-notice-aims = Aims and objectives
wizard-notice-budget = Resources
wizard-notice-budget-hint = How much, and where it comes from.
wizard-notice-duration = Duration
wizard-notice-duration-hint = For instance: “two years from the signing”.
wizard-notice-criteria = Criteria for choosing partners
wizard-notice-runts = Requirement of registration in the RUNTS
wizard-notice-address = Address of the published notice
wizard-notice-address-hint = Begins with https://
wizard-notice-days = Days to apply
wizard-notice-days-hint = Usually at least 20.
wizard-sec-agreement = The signed agreement
wizard-agreement-hint = Co-management carries out an agreement that is there already.
wizard-agreement-reference = Reference of the act
wizard-agreement-reference-hint = For instance: “Collaboration agreement, rep. no. 12/2026”.
wizard-agreement-signed = Signed on
wizard-agreement-parties = Who signed it
wizard-agreement-parties-hint = One party a line.
wizard-sec-materials = Documents
wizard-materials-hint = Documents published elsewhere, with their address. They appear with the rules of the round.
wizard-material = Document { $n }
wizard-material-address = Address of document { $n }

wizard-sec-window = The dates
wizard-opens-date = Opens on
wizard-opens-time = at
wizard-closes-date = Closes on
wizard-closes-time = at
wizard-closes-time-hint = 23:59 is the last minute of the day.
wizard-window-hint-consultazione = A consultation usually lasts 4 to 12 weeks.
wizard-window-hint-concertazione = Leave organisations time to convene their bodies.
wizard-window-hint-co_programmazione = Leave time for the notice first.
wizard-window-hint-co_progettazione = Leave time for the notice first: usually at least 20 days.
wizard-window-hint-co_gestione = The time of a periodic report, for instance six months.
wizard-sec-who = Who can do what
wizard-opening = What can be done, and by whom
wizard-opening-more = For each, choose how people must be identified at least.
wizard-level = { $what }: at least
wizard-sec-moderation = Who reads first
wizard-moderation = When a person reads the texts
wizard-sec-expression = How people express themselves
wizard-vote-method = Way of expressing oneself
wizard-method-only = For this method:
wizard-ballots-later = Ballots are prepared from the round's page, before it opens.
wizard-tie-rule = In a tie
wizard-tie-rule-hint = Declared beforehand: never decided in silence, by number or by time.

wizard-sec-results = Giving back
wizard-answer-days = Days to answer everybody, after closing
wizard-results = How the result is told
wizard-results-hint = Minutes, report, meeting, letter: what those who took part receive.
wizard-decides = Who decides in the end
wizard-results-next = A round is given back only when every published text has its answer, with the reason.

wizard-sec-evaluation = The evaluation
wizard-evaluation = How the round is evaluated
wizard-evaluation-hint = What is asked of those who took part, and who looks at the answers.
wizard-sec-checks = Checks before announcing
wizard-gaps = { $n ->
    [one] One thing is missing. The link leads to its field.
   *[other] { $n } things are missing. Each link leads to its field.
}
wizard-nothing-missing = Nothing is missing
wizard-check-missing = Missing:
wizard-check-unusual = To look at:
wizard-unusual = To look at once more
wizard-unusual-lead = It doesn't prevent announcing, but it is not as usual.
wizard-announce-next = Once announced, the round is in the calendar and opens by itself on its date. Until it opens you can take it back to its draft, with a reason.
wizard-announce-office = When it is ready the planning office announces it: the saved draft is already on its list.
wizard-sec-look = A look from every side
wizard-look = See it as they will
wizard-look-lead = The page as a visitor, a registered person, an organisation and staff will see it; and who can do what.
wizard-look-unsaved = Save the draft to see it as others will.

## What is missing
gap-titolo = The title
gap-piano = The plan it belongs to
gap-domanda = The question
gap-obiettivo = The objective
gap-indicatore = The indicator that measures the objective
gap-valore_atteso = The target of the indicator
gap-gia_deciso = What is already decided
gap-aperto = What is open
gap-fuori_discussione = What is not under discussion
gap-aree = The areas it is about
gap-profilo = A figure of the community profile for the chosen areas
gap-avviso_finalita = The aims of the notice
gap-avviso_risorse = The resources of the notice
gap-avviso_durata = The duration the notice provides for
gap-avviso_criteri = The criteria of the notice
gap-avviso_runts = The requirement of registration in the RUNTS
gap-avviso_indirizzo = The address of the published notice
gap-accordo_riferimento = The reference of the signed agreement
gap-accordo_data = The date the agreement was signed
gap-accordo_parti = Who signed the agreement
gap-apertura = The opening date
gap-apertura_passata = An opening date that is not past
gap-chiusura = The closing date
gap-chiusura_prima = A closing that comes after the opening
gap-che_cosa_si_fa = At least one thing people can do
gap-regola_parita = The rule for ties
unusual-consultazione_breve = The consultation lasts less than 4 weeks
unusual-consultazione_lunga = The consultation lasts more than 12 weeks
unusual-avviso_breve = The notice leaves fewer than 20 days to apply
unusual-senza_giorni_risposta = It isn't said within how many days people are answered
unusual-senza_valutazione = It isn't said how the round is evaluated
refusal-round-not-whole = { $n ->
    [one] The round can't be announced yet: one thing is missing.
   *[other] The round can't be announced yet: { $n } things are missing.
}
refusal-round-not-whole-next = The draft is saved. The checks below say what is missing and lead to its field.
fault-notice-address-not-an-address = Write the whole address, for instance https://www.comune.example.org/notice
fault-material-address-not-an-address = Write the whole address, for instance https://www.comune.example.org/profile.pdf
fault-material-missing = Write the title of the document
fault-material-address-missing = Write where the document is
fault-opens-time-not-a-date = Write a time, for instance 09:00
fault-closes-time-not-a-date = Write a time, for instance 18:00
fault-closes-date-missing = Choose when it closes
fault-closes-date-contradicts = It must close later than now
fault-plan-missing = Choose a plan
notice-round-saved = Draft saved
notice-round-announced = Announced: the round is in the calendar and opens by itself

## Preview
preview-title = Preview
preview-seen = This is how { $who } sees it while it is open.
preview-roles = From whose side you look
preview-edit = Back to the draft
preview-round = Back to the round
preview-to-table = Who can do what
preview-table = Who can do what while it is open
preview-caption = From the same rules that allow or refuse each act.
preview-what = What
preview-yes = can
preview-no-sign-in = must sign in
preview-no-level-L0 = can't
preview-no-level-L1 = needs an e-mail
preview-no-level-L2 = needs SPID, CIE or a document
preview-no-level-L3 = needs a mandate
preview-no-page = not from here
preview-no-role = not in this role
onlooker-V = a visitor
onlooker-C = who gave an e-mail
onlooker-CV = who is identified
onlooker-O = an organisation
onlooker-F = a facilitator
onlooker-U = the planning office
onlooker-T = the Tavolo di Piano

## On the round's page
round-draft = This round is in preparation
round-draft-next = Only those who prepare it see it. When it is ready the planning office announces it.
round-draft-edit = Go on preparing it
round-reopened = This round was reopened
round-reopened-next = Who had taken part can add or change: what stood at closing is kept.
round-reopened-more = How it stood at closing
act-recall = Take back to draft
act-recall-hint = Only until it opens. Write the reason: it stays with the rules.
act-close = Close before its time
act-close-hint = It closes now. The reason stays with the round's windows; who is writing keeps their text as a draft.

## Rules and windows
rules-read = All rules and windows
rules-hash-short = Fingerprint of the rules:
rules-page-title = Rules and windows of the round
rules-page-lead = What was declared before opening, and when the round was opened and closed.
rules-frozen = The rules have been frozen since the round opened: nobody can change them any more.
rules-not-frozen = The rules freeze when the round opens. Until then the planning office can take it back to its draft, with a reason.
rules-back = Back to the round
rules-declared = Declared before opening
rules-row-who = Who can do what
rules-row-moderation = Who reads first
rules-row-method = How people express themselves
rules-row-tie = In a tie
rules-row-results = How the result is told
rules-row-decides = Who decides
rules-row-evaluation = How it is evaluated
rules-row-answers = When people are answered
rules-row-measure = How the objective is measured
rules-answer-days = { $n ->
    [one] Within a day of closing
   *[other] Within { $n } days of closing
}
rules-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
rules-measure = target { $target }
rules-measure-from = from { $from } to { $target }
rules-measure-by = target { $target } by { $date }
rules-measure-from-by = from { $from } to { $target } by { $date }
rules-notice = The public notice
rules-agreement = The signed agreement
rules-materials = What to read first
rules-hash = The fingerprint of the rules
rules-hash-what = What the fingerprint of the rules is
rules-hash-more = It is computed from all the rules, except the dates (SHA-256). If a single comma changes, all of it changes: so anybody can check that the rules are those announced.
rules-text = The text it is computed from
rules-text-more = Copy it into a file that ends with a line break: “sha256sum file” gives the same fingerprint.
windows-title = The windows
windows-lead = Each time the round was announced, taken back, closed early or reopened there is one more line. No line is ever changed.
windows-edition = No.
windows-why = Why
windows-opens = From
windows-closes = To
windows-decided = Decided on
window-kind-annuncio = Announced
window-kind-ritiro = Taken back to draft
window-kind-chiusura_anticipata = Closed before its time
window-kind-riapertura = Reopened

## Reopening
reopen-title = Reopen the round
reopen-lead = It closed on { $date }. Reopening lets people take part again, from now until the new date.
reopen-reason = Why it is reopened
reopen-reason-hint = Everybody reads it, on the round's page and with its windows.
reopen-closes = Closes again on
reopen-closes-hint = The new window begins at once.
reopen-told = { $n ->
    [one] One person with an account took part: they get a message saying that they may change.
   *[other] { $n } people with an account took part: they get a message saying that they may change.
}
reopen-told-few = Fewer than 5 people with an account took part: they get a message saying that they may change.
reopen-told-none = Nobody with an account took part: the notice stays on the page.
reopen-told-unknown = Who took part with an account gets a message saying that they may change.
reopen-go = Reopen now
reopen-kept = What is kept
reopen-kept-lead = How it stands now stays on record, with the results visible to all, and can be read again with the rules.
reopen-not-after = Once the synthesis begins a round is not reopened any more.
notice-round-reopened = Reopened: who had taken part is told
closed-title = How it stood at closing
closed-lead = Before reopening, what everybody could see is kept. Texts are named only if they are still public.
closed-window = At the close of window { $n }
closed-at = Kept
closed-answered = With an answer
closed-supported = The most supported texts, then
closed-text = Text
closed-supporters = Supports
mail-reopened-subject = Reopened: { $title }
mail-reopened-body =
    Hello,

    the round “{ $title }”, in which you took part, has been reopened. It closes again on { $closes }.

    You can add, change or withdraw what you wrote or supported; if you do nothing, all stays as it was.
    The round: { $address }
    Your voices: { $mine }

    { $ambito }
    { $office } – { $email }

## How many texts, and where they stand
ledger-received = { $n ->
    [one] One text received
   *[other] { $n } texts received
}
ledger-published = { $n ->
    [one] One published
   *[other] { $n } published
}
ledger-in_moderazione = { $n ->
    [one] One being read
   *[other] { $n } being read
}
ledger-ritirato = { $n ->
    [one] One withdrawn by its author
   *[other] { $n } withdrawn by their authors
}
ledger-oscurato = { $n ->
    [one] One hidden, with a reason
   *[other] { $n } hidden, with a reason
}
ledger-anonimizzato = { $n ->
    [one] One made anonymous
   *[other] { $n } made anonymous
}
ledger-others = { $n ->
    [one] One in another state
   *[other] { $n } in other states: being read, withdrawn or hidden
}
ledger-others-few = Fewer than 5 in other states: being read, withdrawn or hidden

## Drafts of who wrote
mine-drafts = Drafts not sent
mine-drafts-lead = They arrived after closing. You alone read them: they are not public and don't count.
voice-draft-title = Your draft
voice-draft-late = Your text is safe, but it was not sent
voice-draft-lead = You alone read it: it is not public and doesn't count. You can send it when a round is open, correct it or throw it away.
voice-draft-saved = The server's time counts, not the time at which you opened the page. What you wrote is saved as a draft, word for word.
voice-draft-kind-bisogno = Draft of a need
voice-draft-kind-proposta = Draft of a proposal
voice-draft-for = Written for
voice-draft-at = Saved
voice-draft-on = saved on { $at }
voice-draft-code = The code of your draft
voice-draft-code-lead = You have no account: this code is the only key to find it again, on the page “Follow”.
voice-draft-send = Sending it
voice-draft-send-not = No open round can take it now. If this one reopens, or another opens, you find it here.
voice-draft-again = The round is open again:
voice-draft-other = This round is open and can take it:
voice-draft-which = To which round
voice-draft-send-next = Before sending you read it all again, and can change everything.
voice-draft-send-go = Read again and send
voice-draft-words = Correcting it
voice-draft-keep = Save the draft
voice-draft-throw = Throwing it away
voice-draft-throw-lead = The words are erased and can't be recovered.
voice-draft-throw-go = Throw the draft away
voice-draft-later = To throw it away open it later, with your account or the code.
notice-draft-kept = Draft saved
notice-draft-thrown = Draft erased

## Who still waits
unanswered-title = Who still waits for an answer
unanswered-lead = Every published text gets an answer with a reason. Here are those that wait for it, and for how many days.
unanswered-link = { $n ->
    [one] One text still waits for an answer
   *[other] { $n } texts still wait for an answer
}
unanswered-who = Who still waits
unanswered-count = { $n ->
    [one] One text waits
   *[other] { $n } texts wait
}
unanswered-days = { $n ->
    [0] Since today
    [one] For a day
   *[other] For { $n } days
}
unanswered-promised = What was promised:
unanswered-in-moderation = { $n ->
    [one] One more text waits to be read before it is public.
   *[other] { $n } more texts wait to be read before they are public.
}
unanswered-in-moderation-few = Fewer than 5 more texts wait to be read before they are public.
unanswered-in-moderation-none = No other text waits to be read.
unanswered-in-moderation-unknown = More texts wait to be read before they are public.
unanswered-none = Nobody waits
unanswered-none-next = Every published text has its answer, with the reason.
unanswered-nothing = There is no text yet
unanswered-nothing-next = When somebody writes, this page shows for how long they have waited.
unanswered-not-yet = The round is not open yet
unanswered-not-yet-next = When somebody writes, this page shows for how long they have waited.

## The report
report-read = Report
report-file = report
report-page-title = Report
report-lead-now = The round is not given back yet: this is how things stand now.
report-lead-back = How it went, who spoke, what was decided and why.
report-made = As of { $date }
report-download = Download as a text document (ODT)
report-print = To print it use your browser: menus and buttons stay out.
report-contents = In this report
report-h-account = How it went, in the facilitators' words
report-h-asked = What was asked
report-h-numbers = The numbers
report-h-heard = Who was heard
report-h-voices = What was said
report-h-decisions = What was decided, and why
report-h-changes = What changes
report-h-moderation = What was read first, and hidden
report-h-rules = The rules
report-needs = Needs
report-proposals = Proposals
report-comments = Comments
report-supporters = People who supported at least one text
report-window = Window
report-plan = Plan
report-question = Question
report-objective = Objective
report-sessions = { $n ->
    [one] One meeting
   *[other] { $n } meetings
}
report-sessions-present = People at the meetings
report-reopened = { $n ->
    [one] Reopened once, with a reason: it is with the rules.
   *[other] Reopened { $n } times, with a reason: it is with the rules.
}
report-by-channel = By channel
report-by-author = By who speaks
report-by-place = By municipality
report-texts = Texts
report-few = fewer than 5
report-cell-others = others
report-too-few = The texts are too few to break them down { $which } without somebody being recognised.
report-small = Cells with fewer than 5 texts are merged, so that nobody is recognised.
report-unheard = Nobody spoke of: { $places }.
report-no-voices = No text was published.
report-supported = The most supported
report-least = The least heard
report-least-lead = Few supports and few comments doesn't mean unimportant: here they are in full.
report-clusters = Brought together
report-cluster-sources = { $n ->
    [one] from one text
   *[other] from { $n } texts
}
report-outcomes = What became of them
report-outcome = Outcome
report-none-decided = Nothing has been decided yet.
report-unanswered = { $n ->
    [one] One text still waits for an answer.
   *[other] { $n } texts still wait for an answer.
}
report-all-answered = Every published text has its answer.
report-actions = The actions
report-reason = Reason:
report-answers = Answers given to one text alone
report-addressed = Passed on to { $body }.
report-changes-none = No action has been admitted yet.
report-change-measure = { $name }: from { $from } to { $target } ({ $unit })
report-moderation-none = No decisions of moderators.
report-moderation-what = Decision and class of reason
report-moderation-n = How many
report-hash = Fingerprint of the rules:
report-decision-pubblicato = published
report-decision-pubblicato_con_modifiche_concordate = published with changes agreed on
report-decision-respinto = not published
report-decision-oscurato = hidden
