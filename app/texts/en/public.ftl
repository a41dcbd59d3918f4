# Pages everyone reads.

total = Total
yes = yes
no = no
try-again = Try again
back-home = Back to the home page
speak = Have your say
write-a-need = Write a need
write-a-proposal = Write a proposal
read-about = Read what it is about
plan-office = Plan office
is-cluster = Cluster of joined texts
window = from { $from } to { $to }
window-from = from { $from }
needs-count = { $n ->
    [0] no needs
    [one] 1 need
   *[other] { $n } needs
 }
proposals-count = { $n ->
    [0] no proposals
    [one] 1 proposal
   *[other] { $n } proposals
 }
texts-count = { $n ->
    [one] 1 text
   *[other] { $n } texts
 }
kinds-both = Needs and proposals
kinds-bisogno = Needs only
kinds-proposta = Proposals only
municipality = Municipality
policy = Policy

## Front page

front-title = Deciding social services together
front-lead = Each area listens to those who live there, brings the voices together and answers each with a reason. Choose yours.
front-ambiti = The areas
front-open = { $n ->
    [one] One round open now
   *[other] { $n } rounds open now
 }
front-none-open = No round open now
front-empty = No area yet
front-empty-next = Whoever runs this installation can load one.

## Home

home-description = Say what is needed, read what others have said, follow what becomes of it.
home-lead = Five minutes are enough. You need no account to tell of a need. Every text gets an answer with its reason.
home-numbers = { $needs ->
    [0] No needs yet
    [one] 1 need so far
   *[other] { $needs } needs so far
 } and { $proposals ->
    [0] no proposals.
    [one] 1 proposal.
   *[other] { $proposals } proposals.
 }
home-numbers-all = In all rounds: { $needs ->
    [0] no needs
    [one] 1 need
   *[other] { $needs } needs
 } and { $proposals ->
    [0] no proposals.
    [one] 1 proposal.
   *[other] { $proposals } proposals.
 }
home-supporters = { $n ->
    [one] One person has supported at least one text.
   *[other] { $n } people have supported at least one text.
 }
home-supporters-few = Fewer than 5 people have supported at least one text.
home-answered = { $n ->
    [one] One text already has its answer.
   *[other] { $n } texts already have their answer.
 }
home-closed-title = No round is open right now
home-next = “{ $title }” opens on { $date }.
home-suspended = It is suspended: its page says why.
home-answering = The collection closed on { $date }. Now the texts are brought together and answered.
home-none = When the next one opens, you find it here. Meanwhile you can read what people wrote and what became of it.
home-read-voices = Read what people wrote
closes-on = Closes on { $date }.
opens-on = Opens on { $date }.
days-left = { $n ->
    [one] 1 day left
   *[other] { $n } days left
 }
days-left-words = { $n ->
    [one] day to take part
   *[other] days to take part
 }
days-last = It is the last day
days-label = Time since the opening
days-gone = { $gone } days of { $all }
how-1 = You tell
how-1-more = What is missing where you live, or what could be done. Online, at the desk, on paper or in a workshop.
how-2 = It is brought together
how-2-more = Those with the same need are linked, without deleting any voice. Those who disagree stay written too.
how-3 = It is decided, and you get an answer
how-3-more = The table reviews, the mayors approve. For every text: yes, no or in part, and why.
how-more = How it works, step by step
fates-title = What became of it
fates-lead = The newest answers to what people wrote.
fates-all = All answers
fates-empty = The first answers come with the synthesis
fates-empty-next = Every text gets one, with its reason. You will read it here.
follow-thread = Follow the thread
voices-title = The newest voices
voices-all = All voices
figures-title = The community in figures
figures-all = The whole community profile
dates-title = Next dates
dates-none = No date set so far.
date-closes = Closes
date-opens = Opens
decide-title = Who decides
decide-reads = Reads and answers
decide-reviews = Reviews the actions and writes the reason
decide-approves = Approves with an act
decide-names = Names and roles

## How it works

how-heading = How your voice gets to where things are decided
how-lead = From your words to the answer, step by step, with names and dates.
how-steps = In three steps
how-promises = Four promises
how-promise-1 = No text is lost: it joins others without a word changed, and what is taken away leaves a mark with the reason.
how-promise-2 = Every published text gets an answer with a reason before the round is given back.
how-promise-3 = Supports inform and do not decide: one a person, and they never move to another text.
how-promise-4 = Whoever decides and has an interest declares it, and abstains.
how-names = Your name
how-names-more = A need can be written without an account: no name ever appears. You get a code to follow it. If you sign in with an account, you choose whether your name is shown.
how-names-small = When there are fewer than five people we do not write how many, so that nobody is recognised.

how-glossary = The words
how-act = See what is open
glossary-need = Need
glossary-need-more = What is missing where you live, told by those who live it.
glossary-proposal = Proposal
glossary-proposal-more = What could be done, and who could do it.
glossary-support = Support
glossary-support-more = “For me too”: once a person for each text, and you can take it back while it is open.
glossary-cluster = Cluster
glossary-cluster-more = Texts that say the same, joined by a facilitator with a reason. The texts stay as they are.
glossary-action = Action
glossary-action-more = A sheet that says what is done, for whom, with what money and how it is measured. It comes from the voices.
glossary-thread = The thread
glossary-thread-more = The line that runs from a sentence to what became of it, and back.
glossary-consultation = Consultation
glossary-consultation-more = Everyone is heard before anything is decided.
glossary-concertation = Agreement table (concertazione)
glossary-concertation-more = Organisations and public bodies state their position and look for agreement on priorities.
glossary-co-design = Co-design
glossary-co-design-more = Admitted partners write the project together with the public body.

## Territory

territory-title = Territory
territory-description = The municipalities, how many people live there and what was said about each.
territory-heading = The municipalities that decide together
territory-lead = { $n } municipalities, { $population } inhabitants, { $region }.
territory-table = Table of the municipalities
inhabitants = Inhabitants
mayor = Mayor
said-there = What was said
lead-municipality = lead

## Bodies

bodies-title = Who decides
bodies-heading = Who decides, and who takes part
bodies-lead = Who approves, who reviews, who prepares. The names are public because the office is.
body-does-comitato_dei_sindaci = Approves the plan and the actions with an act. Every municipality has a seat.
body-does-tavolo_di_piano = Reviews every action and writes the reason: admitted, with changes, not admitted, put off.
body-does-ufficio_di_piano = Reads the texts, prepares the sheets and answers.
body-does-gruppo_di_lavoro = Works on one matter and brings its conclusions to the table.
body-quorum = { $n ->
    [one] One person must be present to decide.
   *[other] At least { $n } must be present to decide.
 }
seat-who = Who
seat-function = Role
seat-represents = On behalf of
seat-votes = Votes
seat-vacant = vacant seat
organisations-title = The organisations
organisations-lead = Associations, cooperatives, schools, unions and public bodies that take part.
runts = RUNTS, section { $section }

## Plan

plan-lead = What was decided, with which act, and what is being worked on now.
plan-none = No plan published yet
plan-none-next = When it begins, you find it here with its stages.
plan-years = Years
plan-act = Approved with
plan-actions = The actions
act-of = { $body }, act no. { $number } of { $date }
areas-title = Areas and policies
areas-lead = What the plan is about, and how much was said on each.
said-on-it = What was said

## Profile

profile-title = The community in figures
profile-description = The measures of the community, each with its source, its date and, where there is one, its target.
profile-heading = Who we are, in figures
profile-lead = { $n ->
    [one] One measure, with its source and its date.
   *[other] { $n } measures, each with its source and its date.
 }
profile-goals = Where we want to get
profile-goals-lead = The dashed line is the expected value.
profile-who = How we are changing
profile-who-lead = These measures tell of the community; they have no value to reach.
profile-none = No measure yet
profile-none-next = The plan office publishes them here, with source and date.

## Rounds

rounds-title = Rounds
rounds-heading = When and how to take part
rounds-lead = Consultations, tables and workshops: what is open, what will come, how the rest ended.
rounds-open = Open now
rounds-next = To come
rounds-past = Ended or suspended
rounds-none-open = Nothing is open right now
rounds-none-open-next = Below is what will open, and how it went so far.
round-closed-on = It closed on { $date }.
round-suspended-until = It is suspended. If it resumes, it closes on { $date }.
round-suspended = This round is suspended
round-closed-next = The collection is closed: now the texts are brought together and answered
round-all-answered = Every text has its answer.
round-unanswered = { $n ->
    [one] One text is still waiting for its answer.
   *[other] { $n } texts are still waiting for their answer.
 }
round-given-back = The round has been given back
round-returned-on = On { $date } every text had its answer, with the reason.
read-texts = { $n ->
    [one] Read the first text
   *[other] Read { $n } texts
 }
frame-title = What can be changed
frame-given = Already decided
frame-given-lead = This is where we start.
frame-open = Open
frame-open-lead = Here your voice counts.
frame-open-lead-table = Here an agreement is looked for.
frame-open-lead-over = This could be spoken about.
frame-off-limits = Off limits
frame-off-limits-lead = Not decided here.
ways-title = How to take part
way-online = Online
way-online-more = Five minutes. A need takes no account.
way-desk = At the desk
way-desk-more = Somebody writes with you, then reads it back to you. { $office }: { $hours }.
way-paper = On paper
way-paper-more = Ask for the form at the desk: bring it back there, and somebody types it without changing it.
way-session = In a workshop
way-session-more = People talk in small groups, with a facilitator. The dates are on this page.
way-session-next = The next one: { $date }, { $place }.
report-title = How it went
round-figures = The figures to start from
round-said = { $needs ->
    [0] No needs
    [one] 1 need
   *[other] { $needs } needs
 } and { $proposals ->
    [0] no proposals
    [one] 1 proposal
   *[other] { $proposals } proposals
 } so far.
round-said-over = { $needs ->
    [0] No needs
    [one] 1 need
   *[other] { $needs } needs
 } and { $proposals ->
    [0] no proposals
    [one] 1 proposal
   *[other] { $proposals } proposals
 } in all.
round-no-voices = Nobody has written yet
round-no-voices-next = If you live here, be the first. If you know somebody who does, send them this page.
round-no-voices-before = It is not open yet
round-no-voices-before-next = When it opens, you read here what people say.
round-no-voices-over = Nobody wrote
round-no-voices-over-next = You can read what was said in the other rounds.
unheard-title = Whom we have hardly heard
unheard-count = { $n ->
    [0] no voice
    [one] one voice
   *[other] { $n } voices
 }
unheard-next = If you live there, or know somebody who does, your words are missing.
stages-title = The stages
round-stage-preparation = Preparation
round-stage-collection = Collection
round-stage-synthesis = Synthesis
round-stage-answers = Answers to everyone
stage-until = until { $date }
stage-synthesis-more = facilitators join texts and write why
stage-answers-more = every text gets a reason
sessions-title = The workshops
session-present = { $n ->
    [one] one person present
   *[other] { $n } people present
 }
session-present-few = fewer than 5 people present
session-present-none = nobody present
session-present-unknown = attendance not on record
rules-title = Rules in short
rules-who = Who may do what
rules-supports = What supports are worth
rules-decision = How it is decided
rules-moderation = Who reads first
rules-about = Which plan it is about
round-workbench = Open the workbench
administration-title = Run the round
administration-what = What do you do?
administration-text = Reason or account
administration-text-hint = To suspend, close early or take back to draft write the reason; to give back write how it went. Everybody reads it.
administration-send = Confirm
act-suspend-hint = Nobody can write until it resumes. The reason stands on the page.
act-resume-hint = People can write again, until the date already set.
act-start-synthesis-hint = Joining and answering begins.
act-give-back-hint = Only when every text has its answer.

## Lists

needs-title = Needs
needs-heading = What is needed
needs-lead = Told by those who live it. If you find yours, support it: it is worth as much as writing it again.
needs-found = { $n ->
    [0] No needs
    [one] 1 need
   *[other] { $n } needs
 }
proposals-title = Proposals
proposals-heading = What could be done
proposals-lead = Ideas of people, associations and public bodies. Read them, support them, add yours.
proposals-found = { $n ->
    [0] No proposals
    [one] 1 proposal
   *[other] { $n } proposals
 }
all-title = Search
all-heading = Search the voices
all-lead = Needs and proposals together. Accents and endings do not matter.
all-found = { $n ->
    [0] No texts
    [one] 1 text
   *[other] { $n } texts
 }
search-in-texts = Search the texts
searched = “{ $words }”
filter-kind = Needs or proposals
filter-municipality = Municipality
filter-area = Area
filter-policy = Policy
filter-stage = How far it is
filter-round = Round
found-none = Nothing that fits
found-none-next = Remove a filter, or search with other words.
found-some = No text of this list has all these words; these have some of them.
list-empty = Nobody has written yet
list-empty-next = When somebody begins, you read it here.

## A contribution

not-yet-public = Not public yet
not-yet-public-more = A person reads it within two working days. Until it is public, only you see it.
gone-withdrawn = Withdrawn on { $date }
gone-hidden = Hidden on { $date }
gone-by-author = Its author withdrew it.
gone-by = Decided by: { $role }.
gone-reason = The reason, for its author:
gone-next = The words are gone; this mark stays, so that nothing disappears in silence.
assisted = written with help
revised = { $n ->
    [one] corrected once
   *[other] corrected { $n } times
 }
written-in = In { $language }
words-title = Title
words-body = The text
words-strengths = What helps already
words-recipients = For whom
words-doers = Who could do it
words-resources = What is offered and what is needed
flag-title = Report a problem
flag-what = What is wrong?
flag-hint = For example: a person can be recognised, somebody is insulted. A moderator reads it.
flag-send = Report
support-label = Support
support-note = Supports inform and do not decide. One a person, and you can take it back while it is open.
support-note-closed = Supports inform and do not decide. They can no longer be given.
support-bisogno = It is so for me too
support-proposta = I support it
support-sign-in-bisogno = Sign in to say it is so for you too
support-sign-in-proposta = Sign in to support it
unsupport = Take my support back
echoes = “For me too”, without an account: { $people }.
thread-so-far = The thread so far
thread-whole = The whole thread
comments-none = No comments yet
comment-sign-in = Sign in to comment
comment-label = Write a comment
comment-hint = Speak of the matter, not of the person. Do not write names of other people.
comment-send = Publish the comment
comment-gone = This comment is no longer here.
comment-withdraw = Withdraw the comment
comment-withdraw-more = The comment is no longer read and can't be restored; the answers it got stay. You can write another while the round is open.
comment-withdraw-send = Withdraw this comment
reply = Reply
reply-label = Your answer
own-title = It is yours
correct-title = Correct
correct-send = Save the correction
withdraw-title = Withdraw
withdraw-leaves = The text leaves all public pages at once; if it was not there yet, it never gets there. A mark stays with the date, and that its author withdrew it.
withdraw-words = If no cluster and no action comes from your text, the words are erased. Otherwise they are kept with that work, without your name and without any link to you.
withdraw-final = There is no way back: not even the Plan Office can restore it. You can always write another one, while the round is open.
withdraw-send = Withdraw the text
outcome-title = Answer this text
outcome-which = Outcome
outcome-reason = Reason
outcome-reason-hint = Its author reads it, and so does everyone. Speak plainly, without abbreviations.
outcome-addressed = Which body it goes to
outcome-addressed-hint = Needed only with “Passed to another body”.
outcome-send = Publish the answer
draft-from-text-title = Can it become an action?
draft-from-text-more = The sheet begins from this text; other clusters and texts are added there.
draft-from-text = Write an action from it
what-next = What happens now
next-by = By { $date }.
joined-title = Joined in
joined-more = This text stays as it is: here you see where it has gone.
echo-of = It is “for me too” of
answers-needs = It answers
answered-by = Who proposes an answer
similar-title = Similar
shared-words = Words in common: { $words }

## Thread

thread-eyebrow = The thread
thread-title = The thread: { $title }
thread-lead = From a sentence to what became of it, and back. Every step has a date and a reason.
thread-up = Where it comes from
thread-direct = Voices that are in no cluster
thread-down = What became of it
thread-back = Back to the page
thread-no-voices = No linked voice
thread-no-voices-more = It comes from the institution's own initiative: its page says why.
thread-nothing-yet = Nothing to tell yet
thread-nothing-yet-more = The next step will appear here, with its date.

## Cluster

cluster-synthesis = What they say together
cluster-why = Why they belong together
cluster-by = Joined by { $name }
cluster-sources = The texts it comes from
cluster-sources-lead = They stay as they are, with their words and their supports. Whoever disagrees is written last.
cluster-numbers = How many people
cluster-supporters = { $n ->
    [one] One person has supported at least one of the texts.
   *[other] { $n } people have supported at least one of the texts.
 }
cluster-supporters-few = Fewer than 5 people have supported at least one of the texts.
cluster-supporters-none = Nobody has supported these texts.
cluster-supporters-unknown = How many people have supported these texts is not on record here.
cluster-supports-stay = Supports stay with the texts they were given to; here they are only information.
cluster-actions = The actions that came from it
cluster-draft = Write an action
cluster-dissolved = This cluster has been dissolved
dissolve-title = Dissolve the cluster
dissolve-reason = Why do you dissolve it?
dissolve-hint = Everything goes back to what it was. The reason stays written.
dissolve-send = Dissolve

## Actions

actions-title = Actions
actions-heading = What is done, and what will be
actions-lead = Every action comes from the voices. Here you read how far it is and why.
actions-none = No action yet
actions-none-next = Actions come from the voices, after the synthesis.
actions-draft = Write an action
actions-group-approved = Approved
actions-group-decided = Reviewed by the table
actions-group-at-table = At the table
actions-group-drafts = Drafts
from-voices = { $n ->
    [one] Comes from one voice
   *[other] Comes from { $n } voices
 }
still-missing = Still missing: { $missing }.
action-version = Action no. { $number }, version { $version } · { $plan }
action-changed = Last change:
action-hash = Fingerprint:
action-decide = Decide
action-edit = Change the sheet
action-send = Send to the table
action-reviews = What the table said
action-deliberations = What the mayors decided
action-dissent = Who disagrees
dissent-answer = Answer of the action: { $answer }
sheet-what = What is done
sheet-recipients = For whom
sheet-owner = Responsible
sheet-policy = Policy
sheet-linked = Also touches
sheet-level = Where
sheet-time = When
sheet-integration = How it fits in
sheet-own-initiative = Of the institution's own initiative, because
sheet-activities = The steps
sheet-indicators = How it is measured
sheet-money = Money
sheet-partners = Who brings what
sheet-overlap = Does it overlap with anything?
activity-what = What
activity-who = Who
activity-due = By
activity-state = How far it is
nobody-yet = nobody yet
money-source = Source
money-amount = Amount
review-about = { $body }, on version { $version }
review-members = Who was there and how they voted
review-part = Vote
review-interest = Declared interest: { $interest }
review-minority = Minority opinion: { $text }
deliberation-current = About version { $version }, which is the one on this page (fingerprint { $hash }).
deliberation-older = About version { $version } (fingerprint { $hash }): this page shows a newer version, which is not approved yet.

## What went wrong

refused-title = This can't be done here
kept-title = What you wrote is still here
kept-label = Your text
kept-hint = Copy it now: once you leave this page it is gone.
not-found-title = This page does not exist
not-found-next = Perhaps the address has changed, or the text is not public. Search, or go back to the home page.
front-not-found-next = There is no area at this address. These are the ones there are.
stale-title = Somebody changed it meanwhile
stale-next = Open the page again to see how it is now, then make your change again.
stale-act = Open the page again
broken-title = Something broke, on our side
broken-next = Try again in a minute. If it happens again, write to { $email } and quote the number { $number }.
too-large-title = The text is too long to arrive
too-large-next = Go back with your browser's button: your text is still there. Shorten it, or split it in two.
not-a-form-title = This page takes its own forms only
not-a-form-next = What arrived is not a form of this site. Open the page again and use the form on it.
invalid-next = Go back with your browser's button: what you wrote is still there.

## Legal pages

contact-title = Whom to write to
legal-check = Text to be confirmed
legal-check-more = The public body in charge and its data-protection officer have the last word on this page.
privacy-lead = Which data we use, why, and what you can ask for.
privacy-1 = Who uses them
privacy-1-more = The lead authority, so that people can take part in the plan. The data are on a server of the authority or of whoever runs it on its behalf.
privacy-2 = What we collect
privacy-2-more = The text you write, the municipality, the matter and in which capacity you speak. If you have an account, also name, e-mail and how we recognised you. No advertising, no tracking, no third-party service.
privacy-3 = The name is kept elsewhere
privacy-3-more = Your name is kept apart from what you write and never appears unless you choose so. A need can be written without any name.
privacy-4 = Delicate matters
privacy-4-more = If a text touches health, violence, addiction or hardship, a person reads it before it is public and checks that nobody can be recognised.
privacy-5 = Small numbers
privacy-5-more = When fewer than five people are counted we write “fewer than 5”, so that the number reveals nobody.
privacy-6 = Cookies
privacy-6-more = Two, both our own. One, only if you sign in, remembers that it is you. The other lasts a minute and carries the message about what you have just done to the next page. To read and to write a need neither is needed.
privacy-7 = What you can ask for
privacy-7-more = To see your data, correct them, withdraw a text, have it made anonymous. Write to the address below; you can also turn to the Italian data-protection authority.
accessibility-lead = This site must work for everyone: by keyboard, by voice, enlarged, without JavaScript.
accessibility-1 = What we comply with
accessibility-1-more = The pages are made to comply with the WCAG 2.1 guidelines at level AA, as the standard EN 301 549 asks.
accessibility-2 = How we check it
accessibility-2-more = At every change a program checks each page in both languages, by keyboard and at 320 pixels. It does not replace trials by people with disabilities, which the authority has still to organise.
accessibility-3 = What does not work yet
accessibility-3-more = People's texts are as they wrote them, also in other languages and without translation. The documents of the acts are in the authority's registry, which has its own statement.
accessibility-4 = If something does not work for you
accessibility-4-more = Write to the address below and say what you can't do: we answer within thirty days, and meanwhile we help you at the desk.
accessibility-5 = This statement
accessibility-5-more = It is about this version of the program. The authority publishes its own statement in the form set by the Italian digital agency.
legal-lead = Whose this site is, and what may be done with it.
legal-1 = Who answers for it
legal-1-more = The lead authority publishes the site and answers for what it writes. For a text, its author does.
legal-2 = What counts as an act
legal-2-more = These pages tell and point: what counts are the acts published in the authority's registry, whose number and date you find here.
legal-3 = Reusing texts and data
legal-3-more = The authority's data and texts may be reused with their source. People's words are quoted whole, and without looking for who wrote them.
legal-4 = The program
legal-4-more = Trama is free software under the licence EUPL-1.2: any public body can use it, study it and make it better.
