# Moderation: what is held, who decides, what is known of it; present danger.

## Present danger: help comes before all else

help-menu = Help now
help-page-title = Help now
help-page-lead = A plan is written together here, without haste. If somebody is in danger now, something else is needed: call.
help-title = If you or somebody else is in danger now
help-lead = Do not wait for an answer from this site: call. People answer, at any hour.
help-112 = Call 112
help-112-more = Emergency: police, ambulance. Free, day and night, even without credit on the phone.
help-1522 = Call 1522
help-1522-more = Violence and stalking. Free, day and night, in several languages; no name is kept. You can chat at 1522.eu.
help-here = Here in the area
help-device = Nothing of this page stays on the phone or computer. “Leave quickly” puts another page in its place: the back button does not bring it back.
help-leave = Leave quickly
help-sent = What you wrote
help-sent-more = It is not public and will not be without you. Somebody whose task is to read such texts was told at once, without your words.
help-sent-back = Back to the page

## What the checks hold

found-before = A person reads it first
found-before-why = There is something in the text that a person looks at before it can be read on the site. It may well be all right: whoever reads decides, not the computer.
found-before-next = You can rewrite it now, or send it as it is: nothing is lost, and whoever reads it tells you why if it can't be published.
found-comment-next = You can rewrite it below and publish it, or send it as it is: a person reads it first.
found-rewrite = Rewrite it now
found-send-as-is = Send as it is, to be read first
found-held = Why it waits
found-held-why = The text has arrived whole. A person reads it first, because of this:
found-held-next = If whoever reads it finds it all right, it becomes public as it is.
found-held-next-data = You can rewrite it until it is public: what stood there before is erased, and only the new version stays.
write-send-read = Send: a person reads it first
notice-comment-held = The comment has arrived: a person reads it first
notice-comment-held-more = Within two working days. Until it is public only you see it, here.

detector-name-fiscal_code = Fiscal code.
detector-name-phone = Phone number.
detector-name-email = E-mail address.
detector-name-address = Home address.
detector-name-health = Somebody else's health.
detector-name-insult = Words that insult.
detector-name-threat = Words that threaten.
detector-name-link = Address of a website.
detector-name-danger = Present danger.
detector-fiscal_code = It tells who a person is in all of Italy: take it out, the meaning stays.
detector-phone = If it is a person's, anybody could call them. Take the number out, or say which office it is of.
detector-email = If it is a person's, anybody could write to them. Take the address out, or say which office it is of.
detector-address = It tells where somebody lives. The quarter or the village is enough.
detector-health = It tells how the health of a person is who can be recognised. Say “a person I care for”, “an old man of the village”.
detector-insult = It can hurt who reads it. Say what is wrong, without saying what a person is like.
detector-threat = It can frighten somebody. Say what you want to change.
detector-link = It leads away from here, and readers must know where. Tell it in your own words, or say what is there.
detector-danger = Somebody may need help now.

## The moderators' queue

mod-danger = { $n ->
    [one] One text with words of present danger
   *[other] { $n } texts with words of present danger
 }
mod-danger-lead = They come before everything else: read them now.
mod-danger-duty = The person first, then the text
mod-danger-first = If the text tells who or where they are, call 112 and follow the procedure of the service: the duty to protect comes before what is done here.
mod-danger-then = If it is a false alarm you can publish it; if not it stays restricted.
mod-found = What the checks found
mod-found-more = They are wrong at times: you decide.

cause-rilevato = The checks found something
cause-pericolo = Words of present danger
reason-class-offesa = It insulted somebody
reason-class-minaccia = It threatened somebody
mod-class-offesa = Insult
mod-class-minaccia = Threat

mod-lead-appeals = Here are the texts whose authors ask for a second look. You decide, because somebody else decided the first time.
mod-claim = Take it
mod-release = Leave it to others
mod-claimed-mine = You are reading it, until { $until }
mod-claimed = Somebody else is reading it ({ $role }), until { $until }
mod-appeal = What had been decided
mod-appealed = { $date }: { $what }. { $class }
mod-softened = Waits for its author's answer to the wording proposed on { $date }
mod-again-pubblicato = Put the text back on the public pages
mod-again-pubblicato-hint = The first decision falls; it comes back with all it had.
mod-again-oscurato = Confirm: it stays removed
mod-again-oscurato-hint = This is the last word: no third look can be asked for.
mod-suspend = { $n ->
    [one] Suspend its author's comments for one day
   *[other] Suspend its author's comments for { $n } days
 }
mod-suspend-hint = It is not the first of their comments that was removed for words that hurt. They can always write needs. Who they are stays hidden from you too.
cause-riesame = A second look is asked for

refusal-own-text = The text is yours, so somebody else decides.
refusal-own-text-next = Leave it to somebody who works with you.
refusal-claimed = Somebody else is reading it, until { $date }.
refusal-claimed-next = If they have not decided by then, you can take it.
refusal-same-decider = You decided the first time, so somebody else looks now.
refusal-same-decider-next = Leave the case to another moderator, or to the Coordinator.
refusal-same-proposer = You proposed it, so somebody else confirms it.
refusal-same-proposer-next = Ask another moderator, the Plan office or the Coordinator.
refusal-comments-suspended = Your comments are suspended until { $date }: some were removed for words that hurt somebody.
refusal-comments-suspended-next = You can go on writing needs and proposals, and supporting.
fault-note-missing = Write why
fault-appeal-missing = Write why you ask for a second look
fault-finding-missing = Choose what you found
fault-body-repeated = It is the same as before: write the softer wording

notice-claimed = You are reading it
notice-released = You have let go of the case
notice-softened = Proposal sent
notice-softened-more = Its author finds it beside their text, and can accept, change or refuse it.
notice-softening-taken = The text is public, in the words you chose
notice-softening-refused = The text stays as it is
notice-softening-refused-more = A moderator decides on the text as you wrote it.
notice-appealed = Request sent
notice-appealed-more = Somebody other than who decided reads it.
notice-note-proposed = Proposal recorded: somebody else confirms it
notice-note-confirmed = Note published beside the text

soften-title = Another wording for you
soften-lead = Whoever reads texts before they are public proposes other words to you. The text is yours: you decide.
soften-why = Why: { $note }
soften-yours = Your text
soften-theirs = The proposal
soften-take = Accept: publish it so
soften-refuse = No, keep mine
soften-rewrite = Change the proposal in your own words
soften-send = Send my version
soften-propose = Propose another wording to the author
soften-propose-lead = Change only what lets somebody be recognised or hurts. The author sees your proposal beside their text.
soften-propose-send = Send the proposal to the author
soften-propose-next = If the author accepts, the text becomes public in these words: its public history begins there, and what stood before cannot be read.
soften-note = Why, for the author
soften-note-hint = One or two sentences, without names.
soften-before = Wordings proposed before
soften-said = Proposed on { $date }:
soften-answer-attesa = waits for the author's answer
soften-answer-accettata = accepted
soften-answer-riscritta = the author wrote another one
soften-answer-rifiutata = refused by the author
soften-answer-superata = superseded by another decision

appeal-title = Ask for a second look
appeal-lead = You can ask once that somebody else looks at it. Only who decides reads what you write.
appeal-why = Why should it be looked at again?
appeal-hint = For instance: it speaks of nobody in particular; it was a quotation.
appeal-send = Ask for a second look
appeal-asked = You asked for a second look: somebody else reads it by { $by }.
appeal-confirmed = Somebody else has looked again: the text stays removed
appeal-upheld = Somebody else has looked again: the text is public once more
appeal-kept = The text stays restricted, and is kept until { $day } at the latest.

## The public record of moderation

record-title = Record of moderation
record-lead = What those who read texts do: how many, why, in how much time, each decision with its class of reason. The texts are not in it.
record-how-many = In numbers
record-since = From { $day } until today.
record-received = Texts that came to the moderators
record-median = Time: half are decided within
record-median-few = told from five decisions on
record-appeals = Second looks decided
record-danger = Texts with words of danger
record-no-text = none
record-few-texts = fewer than 5 texts
record-texts = { $n ->
    [one] one text
   *[other] { $n } texts
 }
record-within-hour = an hour
record-hours = { $n ->
    [one] an hour
   *[other] { $n } hours
 }
record-days = { $n ->
    [one] a day
   *[other] { $n } days
 }
record-causes = Why they came
record-why = Reason
record-decisions = What was decided
record-what = Decision
record-n = Texts
record-others = Others, put together
record-too-few = Too few to tell one by one.
record-small = Numbers below 5 are put together, so that nobody can tell who is meant.
record-list = The decisions, the newest first
record-list-more = Texts with words of danger are not in this list: only how many they are is told.
record-none = No decision so far.
record-when = When
record-about = What
record-text = Need or proposal
record-comment = Comment
record-class = Class of reason
record-role = Role of who decided
record-appeal = second look
record-decision-pubblicato = published, or left public
record-decision-pubblicato_con_modifiche_concordate = published with agreed changes
record-decision-respinto = not published
record-decision-oscurato = removed from the public pages

## Supports that came all together

bursts-title = Supports that came together
bursts-lead = Here are the texts that got many supports within minutes from accounts that look alike. It may be a school class, a meeting, an appeal: look at it in two.
bursts-how = No support is removed and no number changes. What you find, confirmed by two people, can be read beside the text.
bursts-none-title = Nothing to look at
bursts-none = When many supports come together you find them here.
bursts-what = { $n } of the { $all } supports within { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }; { $young } from accounts made in the last 24 hours, { $single } from accounts that support nothing else.
bursts-waits = Waits for somebody else to confirm it
bursts-confirmed = Confirmed on { $date }: it can be read beside the text
bursts-confirm = Confirm and publish the note
bursts-confirm-more = You confirm what somebody else found: from now on it can be read beside the text.
bursts-finding = What did you find?
bursts-note = The note to publish
bursts-note-hint = Without names: what happened, and how to read the number.
bursts-propose = Record it, to be confirmed
finding-ordinario = They came together for an ordinary reason
finding-ordinario-hint = A school class, a meeting, the appeal of an association.
finding-dubbio = They look like few hands
finding-dubbio-hint = The number is to be read with care; the supports stay.
support-note-ordinario = On { $date } many supports came together
support-note-dubbio = On { $date } many supports came together: read the number with care
support-note-more = Two people have looked at it. All supports stay.

## Comments: what they are, who agrees, edits, reports

stance-label = What are you writing?
stance-favore = In favour
stance-contro = Against
stance-domanda = Question
stance-esperienza = Experience
stance-pick-favore = I am in favour, and say why
stance-pick-contro = I am against, and say why
stance-pick-domanda = I have a question
stance-pick-esperienza = I tell what happened to me
stance-favore-hint = A reason that others may not have seen.
stance-contro-hint = A risk, a cost, another way.
stance-domanda-hint = Whoever wrote, or the office, can answer below.
stance-esperienza-hint = A fact is worth more than an opinion.
stances-label = Comments by kind
stances-favore = { $n ->
    [one] One in favour
   *[other] { $n } in favour
 }
stances-contro = { $n ->
    [one] One against
   *[other] { $n } against
 }
stances-domanda = { $n ->
    [one] One question
   *[other] { $n } questions
 }
stances-esperienza = { $n ->
    [one] One experience
   *[other] { $n } experiences
 }
stances-all = Show all
comment-number = comment { $n }
comment-changed = edited on { $date }, after an answer
comment-waits = A person reads it first
comment-edit = Edit
comment-edit-label = Your comment
comment-edit-hint = You can edit it until { $until }.
comment-edit-send = Save the edit
comment-edit-window = Once sent you have { $n } minutes to edit it. If somebody has answered already, it says that you edited it.
agree = I agree
agree-take-back = I no longer agree
agree-few = Fewer than 5 people agree
agree-count = { $n ->
    [one] One person agrees
   *[other] { $n } people agree
 }
flag-why = Why do you report it?
flag-reason-riconoscibile = A person can be recognised
flag-reason-offende = It insults or discriminates against somebody
flag-reason-minaccia = It threatens somebody
flag-reason-pericolo = Somebody is in danger now
flag-reason-fuori_tema = It is about something else, or advertises
flag-reason-altro = Something else: I write it below
mod-flagged-for = Why it was reported
mod-reports = { $n ->
    [one] one report
   *[other] { $n } reports
 }
notice-comment-edited = Edit saved
notice-agreed = Your voice is counted
notice-agreed-more = You can take it back while the round is open.
notice-disagreed = You have taken your voice back
fault-edited-missing = Write the comment, or withdraw it
fault-stance-missing = Choose one of these
fault-flag-reason-missing = Choose why you report it
refusal-edit-over = The time to edit it was over on { $date }.
refusal-edit-over-next = You can withdraw it and write another one, or answer below.

mail-danger-subject = Urgent: a text to read now
mail-danger-body =
    A text with words of present danger has come. What it says is not written here: read it now in the queue.

    { $address }

    { $ambito }
    { $office } – { $email }
