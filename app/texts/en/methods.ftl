# What concertazione, co-programmazione, co-progettazione and co-gestione open.

## The page of a round

method-title = How this round works
method-notice-more = Aims, money, duration, criteria and what is needed to take part.
method-agreement-more = What is carried out, and who signed it.
method-draft = The text under discussion
method-draft-none = Not written yet: the plan office prepares it before the round opens.
method-draft-more = Version { $version }, { $n ->
    [one] one paragraph.
   *[other] { $n } paragraphs.
 }
method-amendments-more = { $n ->
    [0] No amendments yet.
    [one] One amendment, still to decide: { $open }.
   *[other] { $n } amendments, still to decide: { $open }.
 }
method-positions = The organisations' positions
method-positions-more = { $n ->
    [0] None has spoken on the whole text yet.
    [one] One has spoken on the whole text, with its reason.
   *[other] { $n } have spoken on the whole text, each with its reason.
 }
method-resources = What organisations bring
method-resources-more = { $n ->
    [0] Nothing yet.
    [one] One thing, declared by an organisation.
   *[other] { $n } things, declared by organisations.
 }
method-guests = Who is invited
method-guests-all = Every organisation of the register may speak.
method-guests-more = { $n ->
    [one] One organisation.
   *[other] { $n } organisations.
 }
method-minutes = The minutes
method-minutes-later = Written when the round closes: agreement, or disagreement on record.
method-minutes-none = Not written yet.

## Words of several pages

paragraph = Paragraph { $number }
speaks-for = You are writing for { $name }.
speaks-for-which = Which organisation are you writing for?
diff-removed = removed:
diff-added = added:
diff-ends = end
diff-legend = Words struck through go out, underlined words come in. Screen readers hear them announced.
organisation-column = Organisation
category-column = Category
position-column = Position
reason-column = Reason
proposer-column = Proposed by
outcome-column = Outcome
amendment-column = Amendment

## The draft

round-draft-title = The text under discussion
round-draft-title-concertazione = The priorities under discussion
round-draft-lead = The institution's text, paragraph by paragraph, with the changes proposed and what became of them. Every version stays readable.
round-draft-none = The text is not written yet
round-draft-none-next = The plan office prepares it before the round opens: come back to this page.
round-draft-write-first = Write the text
round-draft-write = Change the text
round-draft-positions = Read the positions
round-draft-version = Version { $version }
round-draft-versions = Versions
round-draft-versions-lead = Every accepted change makes a version. Earlier ones are never deleted.
round-draft-older = You are reading version { $version }, which is not the latest
round-draft-newest = Read the latest version
round-draft-by-amendment = From amendment { $number }
round-draft-form-title = Write the text to discuss
round-draft-form-lead = An empty line separates one paragraph from the next: each gets a number, and can be amended by itself.
round-draft-text = The text
round-draft-text-hint = One paragraph for each priority, with the result expected and how it is measured.
round-draft-why = What changes in this version
round-draft-why-hint = One line: it is shown in the list of versions.
round-draft-until = You can change it until the round opens, on { $date }. After that the text changes by amendments alone.
round-draft-save = Save the version
round-draft-stale = Somebody else wrote a version in the meantime
round-draft-stale-theirs = The version there is now
round-draft-stale-next = Yours is still below. Compare them, put into yours what should stay, and save again.

## Amendments

amendment-title = Amendment { $number }: { $does }
amendment-does-sostituisce = replaces paragraph { $paragraph }
amendment-does-aggiunge = adds after paragraph { $paragraph }
amendment-does-toglie = removes paragraph { $paragraph }
amendment-does-sostituisce-nowhere = replaces a paragraph that is no longer there
amendment-does-aggiunge-nowhere = adds a paragraph
amendment-does-toglie-nowhere = removes a paragraph that is no longer there
amendment-state-proposto = To be decided
amendment-state-accolto = Accepted
amendment-state-non_accolto = Not accepted
amendment-state-unito = Merged with others
amendment-state-ritirato = Withdrawn
amendment-kind = What do you propose?
amendment-kind-sostituisce = Replace the paragraph
amendment-kind-aggiunge = Add a paragraph after it
amendment-kind-toglie = Remove the paragraph
amendment-kind-hint-sostituisce = The text you write below takes its place.
amendment-kind-hint-aggiunge = The text you write becomes a paragraph of its own.
amendment-kind-hint-toglie = The text below does not count: the paragraph goes out.
amendment-by-facilitation = Facilitation, merging several proposals
amendment-new = Propose a change to paragraph { $number }
amendment-new-first = Propose a paragraph to put at the beginning
amendment-form-title = Propose an amendment
amendment-form-lead = Write the text you would like, and why. It stays beside the original, with your organisation's name.
amendment-to = An amendment to paragraph { $number }
amendment-to-beginning = A paragraph to put at the beginning
amendment-original = The paragraph as it is now
amendment-text = The text you propose
amendment-text-hint = Start from what is there and change only what is needed: differences show word by word.
amendment-reason = Why
amendment-reason-hint = Everyone reads it, beside the text.
amendment-next = The plan office accepts it, merges it with others or answers why not. You can withdraw it until { $date }.
amendment-send = Propose the amendment
amendment-cancel = Back to the text
amendment-then = As it was when you read it
amendment-now = As it is now
amendment-stale = The paragraph changed while you were writing
amendment-stale-next = Your text is still below. See what changed, correct it if needed, and send it again.
amendment-change = What changes
amendment-version = In version { $version }
amendment-proposed = The proposed text
amendment-deleted = The proposal is to remove the whole paragraph.
amendment-after = After this paragraph
amendment-moved = The paragraph has changed since the amendment was written
amendment-gone = The paragraph is no longer there: another amendment removed it.
amendment-why = Why
amendment-into = Merged with others into one text
amendment-into-more = What became of it is told there; these words stay as they were written.
amendment-sources = The proposals merged here
amendment-sources-lead = They stay as they were written, with the name of who made them.
amendment-decided-accolto = Accepted on { $date }
amendment-decided-non-accolto = Not accepted, on { $date }
amendment-decided-ritirato = Withdrawn by its proposer, on { $date }
amendment-adapted = It went into the text like this, because the paragraph had changed meanwhile:
amendment-made = It made version { $version } of the text
amendment-decide = Decide
amendment-decide-stale = The paragraph changed while you were deciding: see the difference below, then decide again
amendment-adapt = The text that goes in
amendment-adapt-hint = The paragraph has changed: write the text that holds both changes together. Who proposed the amendment stays credited.
amendment-accept = Accept the amendment
amendment-accept-hint = It makes a new version of the text at once; the present one stays readable.
amendment-reject = Do not accept it
amendment-reject-reason = Why it is not accepted
amendment-reject-hint = Its proposer and everyone else read it, beside the amendment.
amendment-withdraw-title = Withdraw the amendment
amendment-withdraw-hint = It stays readable, marked as withdrawn by you. It can't be put back: you can write another.
amendment-withdraw = Withdraw it
amendments-merge = Merge amendments
amendments-elsewhere = Amendments to the beginning of the text, or to paragraphs that are no longer there
merge-title = Merge several amendments into one text
merge-lead = The proposals stay as they are, with the name of who made them. They become one amendment of the facilitation, and that is decided on.
merge-sources = Which amendments?
merge-sources-hint = At least two.
merge-kind = What does the merged text do?
merge-paragraph = To which paragraph?
merge-beginning = At the beginning, before the first
merge-text = The merged text
merge-text-hint = Everyone's words, in one proposal.
merge-reason = Why they belong together
merge-send = Merge
merge-stale-next = What you wrote is still below. Read the paragraph as it is now, then send again.

## Positions

stance-favorevole = In favour
stance-con_riserva = In favour, with a reserve
stance-contraria = Against
stance-hint-favorevole = The text is fine as it is.
stance-hint-con_riserva = It is fine if what you write in the reason is taken into account.
stance-hint-contraria = Not like this: say why in the reason.
stances-favorevole = { $n ->
    [one] one in favour
   *[other] { $n } in favour
 }
stances-con_riserva = { $n } with a reserve
stances-contraria = { $n ->
    [one] one against
   *[other] { $n } against
 }
positions-title = The organisations' positions
positions-lead = In favour, with a reserve or against, always with the reason. They are not added up and decide nothing: they help to understand each other, and disagreement stays on record.
positions-draft = Read the text they are about
positions-whole = On the whole text
positions-gone = On a paragraph that is no longer there
positions-none = No organisation has spoken yet
positions-none-whole = None has spoken on the whole text yet
positions-none-next = Positions appear here as they arrive, with the organisation's name.
positions-silent = Who has not spoken yet
positions-silent-none = All invited organisations have spoken.
positions-earlier = { $n ->
    [one] What it said before
   *[other] The { $n } things it said before
 }
positions-caption = Positions on the whole text, with the reason
position-version = on version { $version }
position-moved = These words of the text have changed since.
position-taken-back = Position withdrawn
position-disputed = Two people said different things for the same organisation
position-disputed-next = Only one position counts. Those who represent it have been told: if they agree, that settles it; otherwise the district coordinator decides, with a reason.
position-to-confirm = To be confirmed
position-to-confirm-next = Who stated it no longer represents the organisation. It counts if somebody who does confirms it before the round closes.
position-lapsed = Lapsed
position-lapsed-more = Who stated it no longer represented the organisation, and nobody confirmed it before the round closed.
position-settled = Between two different positions the district coordinator kept this one:
position-confirm = Confirm this position
position-take-back = Withdraw what you said
position-of = { $stance }, stated on { $date }
position-settle-title = Decide which position counts
position-which = Which one counts?
position-settle-reason = Why
position-settle = Keep this one
position-form-title = State your organisation's position
position-subject = About what?
position-stance = What is the position?
position-reason = Why
position-reason-hint = Always needed, even if you are in favour. Everyone reads it.
position-next = It is public at once, with the organisation's name. You can change it until { $date }: what you said before stays readable.
position-send = Publish the position
fault-subject-not-a-choice = Choose what it is about: the paragraph may no longer be there
fault-statement-missing = Choose which position counts
fault-organisation-missing = Choose which organisation you are writing for
fault-kind-missing = Choose one of the possibilities
fault-paragraph-not-a-choice = Choose the paragraph
fault-text-too-many = An amendment is about one paragraph: remove the empty lines, or write two
fault-text-repeated = It is the same as the paragraph now: change something
fault-source-too-few = Choose at least { $least } amendments

## Resources

resources-title = What organisations bring
resources-lead = What each organisation brings: hours, people, spaces, means, skills, money. It is a public declaration; the agreement makes it a commitment.
resources-none = No organisation has declared anything yet
resources-none-next = It appears here as it arrives, with the name of who brings it.
resources-caption-porta = What organisations bring
resources-caption-si_aspetta = What they expect
resources-money = Money in all
resources-own = What you declared
resources-ended = { $n ->
    [one] One thing withdrawn
   *[other] { $n } things withdrawn
 }
resource-what-column = What
resource-kind-column = Sort
resource-amount-column = How much
resource-uncounted = not counted
resource-kind-denaro = Money
resource-kind-ore = Hours of work or volunteering
resource-kind-persone = People
resource-kind-spazi = Spaces
resource-kind-mezzi = Means and materials
resource-kind-competenze = Skills
resource-kind-altro = Something else
resource-side = Do you bring it or expect it?
resource-side-porta = We bring it
resource-side-si_aspetta = We expect it
resource-side-hint-porta = What your organisation brings.
resource-side-hint-si_aspetta = What it needs to take part: said beforehand, it surprises nobody.
resource-kind = What sort of resource?
resource-what = What?
resource-what-hint = For example: a nine-seat minibus with its driver, on Tuesdays and Thursdays.
resource-amount = How much?
resource-amount-hint = A number, if it can be counted. For money, in euro.
resource-unit = Of what?
resource-unit-hint = For example: hours a week, seats, days.
resource-next = It is public at once, with the organisation's name. You can withdraw it, with a reason, until { $date }.
resource-send = Declare it
resource-form-title = Declare what you bring
resource-take-back-title = Withdraw: { $what }
resource-take-back-reason = Why do you withdraw it?
resource-take-back = Withdraw it
fault-amount-missing = For money, write how many euro
fault-unit-missing = Write what the number counts, for example hours a week
fault-side-missing = Choose whether you bring it or expect it
fault-what-missing = Write what it is

## Invitations

guests-title = Who is invited
guests-lead = The organisations that may speak in this round. Everyone may read.
guests-none = No organisation in particular is invited
guests-none-next = If the plan office makes no list, anyone who represents an organisation of the register may speak; in a co-progettazione one has to be admitted.
guests-caption = The invited organisations, and since when
guest-column = Invitation
guest-invited = Invited
guest-no-more = No longer invited
guest-unrepresented = nobody has the mandate to speak for it yet
guests-form-title = Change the list
guests-choose = Who is invited?
guests-choose-hint = Who is not on the list reads but does not speak. With nothing ticked, all may speak.
guests-reason = Why some no longer are
guests-reason-hint = Needed if you untick one, for example because it left the RUNTS register. What it has already done stays.
guests-send = Save the list
mandate-title = A mandate has ended
mandate-hint = The person no longer speaks for the organisation. The positions they stated in open rounds have to be confirmed by somebody who represents it, or lapse when the round closes. What they did as a citizen stays theirs.
mandate-which = Which mandate?
mandate-reason = Why it ended
mandate-send = End the mandate
fault-mandate-missing = Choose the mandate

## Minutes

minutes-title = What came out of the round
minutes-window = Opened on { $from }, closed on { $to }
minutes-words = The minutes
minutes-later = The minutes are written when the round closes; below is how far it has come
minutes-none = The minutes are not written yet; below is what was said
minutes-version = Version { $version }
minutes-earlier = { $n ->
    [one] The version before
   *[other] The { $n } versions before
 }
minutes-draft = The text it came to
minutes-draft-version = Version { $version }, with all earlier ones
minutes-amendments = The amendments and what became of them
minutes-amendments-caption = Each amendment, with its outcome and reason
minutes-silent = Invited, and did not speak
minutes-form-title = Write the minutes
minutes-ending = How does it end?
minutes-ending-hint = Somebody has a reserve or is against: a full agreement can't be written.
minutes-text = The minutes
minutes-text-hint = What was agreed, on what not, what happens now. You can use headings and lists in Markdown.
minutes-send = Publish the minutes
minutes-stale = Somebody else wrote a version of the minutes in the meantime
minutes-stale-next = It is below. Yours is still in the form: compare them, then send again.
ending-accordo = Agreement
ending-accordo_con_riserve = Agreement, with reserves or dissent on record
ending-disaccordo = Disagreement on record
ending-hint-accordo = All who spoke agree.
ending-hint-accordo_con_riserve = We go on together; what does not convince somebody stays written.
ending-hint-disaccordo = There was no agreement: what each said stays written.
fault-ending-missing = Choose how it ends
fault-ending-contradicts = Somebody has a reserve or is against: choose another ending, so that the dissent stays on record

## Refusals and notices

refusal-draft-fixed = The round has opened: the text changes by amendments alone.
refusal-draft-fixed-next = An organisation can propose one; here it is accepted, or answered why not.
refusal-paragraph-gone = The paragraph is no longer in the text.
refusal-paragraph-gone-next = Look at the text as it is now: a paragraph can be proposed in addition.
refusal-not-invited = Your organisation is not among those invited to this round.
refusal-not-invited-next = You can read everything. If you think it should be, write to the plan office.
refusal-still-open = The round is open until { $date }: the minutes are written afterwards.
refusal-still-open-next = Come back when it closes: this page stays.
refusal-undecided = { $n ->
    [one] One amendment has not been decided on.
   *[other] { $n } amendments have not been decided on.
 }
refusal-undecided-next = Accept them or answer why not, then write the minutes.
notice-draft-written = The version is saved
notice-draft-written-more = It can be changed until the round opens.
notice-amendment-proposed = The amendment is public
notice-amendment-proposed-more = What became of it, and why, will be told here.
notice-amendments-merged = The amendments are merged
notice-amendments-merged-more = Now this text is decided on; the proposals stay readable.
notice-amendment-decided = The decision is public
notice-amendment-decided-more = Who proposed the amendment reads it too.
notice-amendment-withdrawn = The amendment is withdrawn
notice-amendment-withdrawn-more = It stays readable, marked as withdrawn by you.
notice-position-stated = The position is public
notice-position-stated-more = You can change it while the round is open.
notice-position-settled = The position is settled
notice-position-settled-more = The reason is told beside it.
notice-resource-declared = It is declared
notice-resource-declared-more = You can withdraw it, with a reason, while the round is open.
notice-resource-withdrawn = It is withdrawn
notice-resource-withdrawn-more = That it was there, and why it is not any more, stays written.
notice-guests-set = The list is saved
notice-guests-set-more = It holds from now on.
notice-mandate-ended = The mandate has ended
notice-mandate-ended-more = Those who represent the organisation have been told, if there is anything to confirm.
notice-minutes-written = The minutes are public
notice-minutes-written-more = If they need a correction, the version before stays readable.

## E-mail

mail-posizione-doppia-subject = Two different positions for your organisation
mail-posizione-doppia-body =
    In an open round two people stated different positions for your organisation. Only one counts.

    Look at them together: if one of the two changes or withdraws theirs, that settles it. Otherwise the district coordinator decides, with a reason. There is time until { $closes }.

    { $address }

    { $ambito }
    { $office } – { $email }
mail-posizione-da-riconfermare-subject = A position of your organisation has to be confirmed
mail-posizione-da-riconfermare-body =
    Who stated your organisation's position in an open round no longer represents it. The position counts if you, or somebody else who represents it, confirm it or state another by { $closes }. Otherwise it lapses.

    { $address }

    { $ambito }
    { $office } – { $email }

## The shared draft

method-shared = The draft written together
method-shared-more = { $n ->
    [0] No section is written yet.
    [one] One section.
   *[other] { $n } sections.
 }
method-budget = The budget
method-budget-more = What it costs, line by line: { $sum } so far.
shared-title = The draft written together
shared-lead = The admitted partners write each section. Of each one they say whether they can live with it: reserves and objections stay written, and are printed with the draft.
shared-none = No section is written yet
shared-none-next = The plan office can put the first one, before the round opens, or a partner can.
shared-resources = What each brings and expects
shared-budget = The budget
section-new = Add a section
section-edit = Edit the section
section-column = Section
section-version = version { $version }
section-empty = There is no text yet.
section-by-institution = Plan office
section-title = Title
section-title-hint = For example: Hours and days in the hamlets.
section-text = Text
section-why = What you changed, and why
section-why-hint = One line, beside the version: everyone reads it.
section-next = When you save, all partners are asked again what they think. What they said of the version before stays.
section-save = Save the section
section-stale = Somebody else saved the section while you were writing
section-stale-next = Here are both texts. Yours is still in the form: bring the two together and save again.
section-theirs = The text there is now
section-mine = Yours
consents-title = Who can live with it
consents-caption = For each section, what each partner says of the newest version
consents-none = No partner has said what it thinks yet.
consents-silent = Have said nothing yet:
consents-earlier = { $n ->
    [one] One earlier answer
   *[other] { $n } earlier answers
 }
consent-posso_conviverci = Can live with it
consent-riserva = Reserve
consent-obiezione = Objection
consent-silent = not yet
consent-hint-posso_conviverci = It may not be what we would have written, but it can go on like this.
consent-hint-riserva = It can go on, but there is something to bear in mind: write it.
consent-hint-obiezione = It can't be like this: write why, and what it would take.
consent-which = Can your organisation live with it?
consent-reason = Why
consent-reason-hint = Needed for a reserve or an objection. It is printed with the draft.
consent-next = It is public at once. You can change it until { $date }; a new version of the section asks again.
consent-send = Publish
consent-form-title = Say whether you can live with it
consent-stale = The section changed while you were reading it
consent-stale-next = Above is how it is now. Your answer is still in the form: read again, then send it.
fault-consent-missing = Choose one of the three answers
partners-title = The admitted partners
partners-all = The list, and since when
partners-none = The plan office has admitted nobody yet: until there is a list, nobody writes.
balance-title = The balance of contributions
balance-lead = Only who facilitates sees it. Who has neither given nor asked anything may be waiting to be asked.
balance-caption = For each partner, what it has done so far
balance-versions = Versions written
balance-consents = Sections it has spoken on
balance-brings = Brings
balance-expects = Expects
balance-lines = Budget lines
balance-silent = Presence
balance-of = { $n } of { $all }
balance-is-silent = Silent
balance-is-active = Takes part
balance-remind = Write to
balance-reminded = Written to on { $date }

## The budget

budget-title = The budget
budget-lead = What the design costs, line by line. It is indicative: the figures that oblige are on the action's sheet.
budget-none = There are no lines yet
budget-none-next = The admitted partners write them.
budget-caption = The lines, who wrote them and what covers them
budget-what-column = Line
budget-source-column = Covered by
budget-sum-column = How much
budget-total = In all
budget-own = Your lines
budget-ended = { $n ->
    [one] One line removed
   *[other] { $n } lines removed
 }
budget-what = What for?
budget-what-hint = For example: fuel and insurance of the minibus.
budget-sum = How many euro?
budget-sum-hint = For example: 12.500,00
budget-source = What covers it
budget-source-hint = For example: the association's own funds.
budget-next = It is public at once. You can remove it, with a reason, until { $date }.
budget-send = Add the line
budget-form-title = Add a line
budget-take-out-title = Remove: { $what }
budget-take-out-reason = Why do you remove it?
budget-take-out = Remove the line

## Notices

notice-section-written = The section is saved
notice-section-written-more = All partners are asked whether they can live with it.
notice-consent-given = The answer is public
notice-consent-given-more = You can change it while the round is open.
notice-partner-reminded = We have written to them
notice-partner-reminded-more = They can be written to again in a day.
notice-budget-line-added = The line is in the budget
notice-budget-line-added-more = You can remove it, with a reason, while the round is open.
notice-budget-line-ended = The line is removed
notice-budget-line-ended-more = That it was there, and why it is not any more, stays written.
minutes-shared = The draft, with who can live with it
minutes-budget = The budget
mail-partner-in-silenzio-subject = Your organisation is missing from the co-design
mail-partner-in-silenzio-body =
    Your organisation is admitted to a co-design that is open, and has written and said nothing so far. Whoever facilitates it would like to hear from you.

    You can say what you bring and what you expect, write a section, or say whether those there are fine. There is time until { $closes }.

    { $address }

    { $ambito }
    { $office } – { $email }
