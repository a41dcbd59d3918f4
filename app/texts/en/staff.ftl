# Pages of those who work on the plan: moderation, workbench, actions, office, planning table.

## Moderation

mod-title = To be read first
mod-lead = Read, decide, write why. The text stays its author's: you decide only whether it is public.
mod-count =
    { $n ->
        [one] 1 text is waiting
       *[other] { $n } texts are waiting
    }
mod-decided =
    { $n ->
        [0] None decided in the last thirty days
        [one] 1 decided in the last thirty days
       *[other] { $n } decided in the last thirty days
    }
mod-empty-title = No text is waiting
mod-empty = When one arrives you find it here.
mod-case = Case { $n }
mod-by = to be read by { $by }
mod-late = should have been read by { $by }
mod-public = It is public now
mod-comment-on = Comment on
mod-note = Whoever reported it writes
mod-decision = What do you decide?
mod-decision-pubblicato = Publish as it is
mod-decision-pubblicato-hint = Nobody can be recognised.
mod-decision-pubblicato-public = Leave it public
mod-decision-pubblicato_con_modifiche_concordate = Publish with the agreed changes
mod-decision-pubblicato_con_modifiche_concordate-hint = The author has corrected the text with you.
mod-decision-respinto = Don't publish
mod-decision-respinto-hint = A sign stays that there was a text, and why it isn't shown.
mod-decision-oscurato = Take it off the public pages
mod-decision-oscurato-hint = A sign stays that it was there, with the class of reason.
mod-reason-class = Class of reason
mod-reason-class-hint = This is all that stays written in public.
mod-reason = Why
mod-reason-hint = The author reads it. Don't write names.
mod-stale = Its author corrected the text while you were reading
mod-stale-next = Read it again: this is the text as it is now. Your decision is still in the form, and is about this one.
mod-save = Record the decision
mod-class-nessuna_persona_identificabile = Nobody can be recognised
mod-class-riformulato_con_autore = Put in other words with the author
mod-class-dati_di_terza_persona = Data of somebody else
mod-class-fuori_tema = Off topic
mod-class-discriminazione = Discrimination
mod-class-pubblicita = Advertising
mod-class-pericolo_attuale = Somebody is in danger now

## Workbench

bench-title = Bringing together
bench-progress = { $n } of { $of } in a cluster
bench-progress-label = Texts in a cluster
bench-answered =
    { $n ->
        [0] none with a direct answer
        [one] 1 with a direct answer
       *[other] { $n } with a direct answer
    }
bench-objections = A proposed cluster comes into force when the time for objections ends and nobody objects.
bench-round = Consultation
bench-filters = Filter
bench-kind = Kind
bench-kind-all = Needs and proposals
bench-kind-bisogno = Needs
bench-kind-proposta = Proposals
bench-policy = Policy
bench-municipality = Municipality
bench-query = Words
bench-filter-go = Filter
bench-filter-clear = Clear the filters
bench-queue = To be brought together
bench-queue-empty-title = Nothing left
bench-queue-empty = With these filters every text is in a cluster or has an answer.
bench-pick = Choose { $title }
bench-chosen =
    { $n ->
        [one] 1 chosen
       *[other] { $n } chosen
    }
bench-make = Make a cluster of the chosen ones
bench-draft = Write an action from the chosen ones
bench-draft-this = Write an action from this and the chosen ones
bench-reading-none-title = Choose a text to read
bench-reading-none = You read it here, with those that are like it. Similarity only suggests: you decide.
bench-similar = Like it
bench-similar-none = No other text is like it enough. Search by words.
bench-same-policy = same policy
bench-shared = words in common: { $words }
bench-other-words = says something close in other words
bench-join = Make a cluster of this and the chosen ones
bench-open = Open its page
bench-clusters = Clusters
bench-clusters-empty-title = No clusters yet
bench-clusters-empty = Choose at least two texts that say the same.
bench-cluster-sources =
    { $n ->
        [one] 1 text
       *[other] { $n } texts
    }
bench-keys = With the keyboard
bench-keys-lead = The browser's keys are enough for all of the workbench, and search is among the filters.
bench-keys-back = to the text or field before
bench-keys-tab = to the next text or field
bench-keys-space = chooses a text
bench-keys-enter = opens it for reading

## Making a cluster

grouping-form-title = Make a cluster
grouping-form-lead = A cluster points at texts and doesn't change them: they stay as they are, with their supports. It can be dissolved, and everything is as it was.
grouping-back = Back to the workbench
grouping-sources = The texts
grouping-sources-hint = Untick those that don't belong. Those who disagree stay, and are shown beside.
grouping-share = What it brings
grouping-share-of = What { $title } brings
grouping-share-duplicate = Says the same
grouping-share-part_of = Says a part of it
grouping-share-dissent = Disagrees
grouping-excerpt = Sentence to mark
grouping-excerpt-hint = Word for word, as it is in the text. Needed for those who disagree.
grouping-suggestions = Perhaps these too
grouping-suggestions-hint = Suggested because the texts are alike. Tick those to add.
grouping-title = Title
grouping-title-hint = One line, as a person would say it.
grouping-synthesis = Synthesis
grouping-synthesis-hint = What they say together. Don't lose the hard part.
grouping-reason = Why they belong together
grouping-reason-hint = The authors read it, with your name.
grouping-save = Propose the cluster
grouping-next = The proposal is public at once. Authors and supporters are told, and authors may object for { $n } days: the cluster comes into force only after that. Supports don't move.
grouping-none-title = No text chosen
grouping-none = Go back to the workbench and choose at least two.

## Action sheet

draft-form-new = Write an action
draft-form-edit = Change the action
draft-form-lead = It can be saved half done: only the title is needed. It reaches the planning table when everything is there.
draft-number = Action { $n }
draft-sec-what = What is done
draft-sec-from = Which voices it comes from
draft-sec-who = Who answers for it
draft-sec-overlap = Does it overlap with anything?
draft-sec-measure = How it is measured
draft-sec-partners = With whom
draft-sec-money = Money
draft-sec-activities = Activities
draft-sec-when = When
draft-sec-missing = Is it complete?
draft-title = Title
draft-policy = Policy
draft-choose = Choose
draft-objective = What it is to reach
draft-objective-hint = A sentence that can be checked.
draft-description = What would be done
draft-recipients = For whom
draft-recipients-hint = Who, and about how many people.
draft-integration = Integration
draft-integration-hint = How it goes together with school, training, work and health.
draft-level = Level
draft-level-hint = District, municipality or province.
draft-owner-organisation = Responsible organisation
draft-owner-person = Responsible person
draft-owner-hint = One person only. The name is public, by office.
draft-overlap-outcome = Result of the check
draft-overlap-nessuna_sovrapposizione = Nobody else does this
draft-overlap-sovrapposizione_risolta = Somebody else does it: it is settled how they go together
draft-overlap-sovrapposizione_aperta = Somebody else does it: still to be settled
draft-overlap-note = In words
draft-overlap-note-hint = What you compared, and what follows.
draft-alike = Actions like it
draft-alike-none = No action is like it.
draft-indicator = Indicator
draft-baseline = From
draft-target = To
draft-indicator-now = today { $value } { $unit }
draft-indicator-row = Indicator { $n }
draft-partner = Partner
draft-partner-row = Partner { $n }
draft-brings = What it brings
draft-sector = Sector
draft-source = Source
draft-amount = Euro
draft-money-row = Line { $n }
draft-activity = Activity
draft-activity-row = Activity { $n }
draft-responsible = Responsible
draft-due = By
draft-starts = Begins
draft-ends = Ends
draft-own-initiative = On the institution's own initiative, because
draft-own-initiative-hint = Only if it comes from no voice.
draft-from-cluster = Cluster
draft-from-direct = Texts without a cluster
draft-from-none = No voice yet: choose some below, or write why it is the institution's own initiative.
draft-from-keep = It comes from this cluster
draft-from-keep-text = It comes from this text
draft-offered = Add clusters and texts
draft-offered-search = Search clusters and texts
draft-offered-clusters = Clusters
draft-offered-proposals = The newest proposals
draft-offered-texts = Needs and proposals
draft-offered-none = The rounds of the plan hold nothing else.
draft-offered-nothing = No cluster and no text has these words: try others.
draft-offered-more =
    { $n ->
        [one] There is 1 more: search for it by words.
       *[other] There are { $n } more: search for them by words.
    }
draft-source-query = Words
draft-source-query-hint = Searches clusters, needs and proposals of the rounds of the plan. What you wrote and chose stays.
draft-rows-more = Save to get more empty rows.
draft-missing-none = Everything the planning table asks for is there.
draft-missing-lead = For the planning table there is still missing:
draft-has-owner = Responsible
draft-has-recipients = Recipients
draft-has-indicator = Indicator with baseline and target
draft-has-overlap_check = Overlap check
draft-has-integration = Integration
draft-has-source = At least one voice, or the reason for the initiative
draft-lacks = missing
draft-there = there
draft-save = Save the draft
draft-send = Send to the planning table
draft-send-next = Sending saves it and, if nothing is missing, puts the action on the planning table's list. From then on it doesn't change unless the table sends it back.
draft-stale = Meanwhile somebody saved version { $version }
draft-stale-next = What you wrote is below, it isn't lost. Read the other version, then save again: yours replaces it.
draft-stale-theirs = Read the other version
draft-version = Version { $n }

## Planning office

office-title = Planning office
office-lead = Who waits for an answer, and what is being written.
office-rounds = Consultations
office-round = Consultation
office-state = State
office-unanswered-count = Unanswered
office-rounds-none = No consultation to give back.
office-unanswered = The longest unanswered
office-unanswered-hint = They are in no action and have no direct answer. Before giving back, everyone has one.
office-unanswered-none-title = Everyone has an answer
office-unanswered-none = When a new text waits, you find it here.
office-drafts = Actions being written
office-drafts-none = No drafts.
office-new-action = Write an action
office-bench = Go to the workbench
office-published = public since { $at }
office-draft-missing = missing: { $what }
office-draft-complete = complete, ready for the planning table

## Planning table

table-lead = The actions that are ready, the longest waiting first.
table-ready = To be decided
table-count =
    { $n ->
        [0] No action to decide
        [one] 1 action to decide
       *[other] { $n } actions to decide
    }
table-ready-none-title = Nothing to decide
table-ready-none = When the planning office sends a complete action, you find it here.
table-not-ready = Not ready yet
table-not-ready-hint = They can be read, not decided: something is missing.
table-not-ready-none = None.
table-lacks = Missing: { $what }
table-decided = Decided
table-decided-none = None, yet.
table-decide = Read and decide
table-waiting = waiting since { $at }
table-voices =
    { $n ->
        [0] no voices
        [one] 1 voice
       *[other] { $n } voices
    }
table-decided-on = decided on { $at }

## Deciding

decision-title = Decision: { $title }
decision-eyebrow = Action { $n }, version { $version }
decision-print = To print it: browser menu, Print
decision-what = What would be done
decision-for = For whom
decision-owner = Responsible
decision-integration = Integration
decision-level = Level
decision-when = When
decision-from = Where it comes from
decision-distinct-unknown = How many people have supported these texts is not on record here
decision-distinct-none = Nobody has supported these texts
decision-distinct-few = Fewer than 5 people have supported at least one of these texts
decision-distinct =
    { $n ->
        [one] 1 person has supported at least one of these texts
       *[other] { $n } different people have supported at least one of these texts
    }
decision-joined = Brought together: { $reason }
decision-direct = Texts without a cluster
decision-own-initiative = On the institution's own initiative: { $reason }
decision-dissent = Who disagrees
decision-dissent-none = No voice against it among the texts.
decision-dissent-answer = The action's answer: { $answer }
decision-overlap = Does it overlap with anything?
decision-overlap-none = The check isn't written.
decision-money = Money
decision-money-none = No spending given.
decision-money-source = Source
decision-money-euro = Euro
decision-money-total = Total
decision-measure = How it is measured
decision-measure-none = No indicator.
decision-measure-from = Baseline and target
decision-measure-now = Latest value
decision-partners = With whom
decision-activities = Activities
decision-activity-who = { $who }, by { $due }
decision-complete = Is it complete?
decision-complete-yes = Responsible, recipients, indicator, overlap, integration and voices are there.
decision-history = Earlier decisions
decision-interests = Interests
decision-interests-none = No interest suggested.
decision-interest-wrote = { $represents } wrote “{ $title }”
decision-interest-wrote-self = Wrote “{ $title }”
decision-interest-owns = { $represents } answers for the action
decision-interest-owns-self = Answers for the action
decision-interest-partner = { $represents } is a partner of the action
decision-interest-partner-self = Is a partner of the action
decision-interest-notice = { $name }: there seems to be an interest
decision-interest-next = Whoever has an interest declares it, abstains and doesn't count for the quorum. If the suggestion is wrong, untick it.
decision-outcome-title = Outcome
decision-body-outcome = Outcome: { $body }
decision-quorum =
    { $n ->
        [one] 1 member present without an interest is needed.
       *[other] { $n } members present without an interest are needed.
    }
decision-members = Who is here, and how they voted
decision-members-hint = The vote is on admitting the action: in favour means to admit it, against means not to. Whoever has an interest does not count.
decision-member = Vote of { $name }
decision-member-you = (you)
decision-interest = Has an interest
decision-interest-of = { $name } has an interest
decision-interest-reason = Which interest
decision-outcome = Outcome
decision-outcome-ammessa_con_modifiche-hint = Write the conditions.
decision-outcome-rinviata-hint = It goes back to its writers, with the reason.
decision-reason = Reason
decision-reason-hint = The authors and supporters read it. At least five words.
decision-conditions = Conditions, one a line
decision-conditions-hint = Needed for an admission with changes.
decision-minority = Minority opinion
decision-minority-hint = If somebody asks for it on record.
decision-save = Record the outcome
decision-next = The outcome is public at once, with the reason and the votes. Those who wrote find it in the thread of their text.
decision-refused-title = It can't be decided now
decision-back = Back to the planning table
decision-stale = You read version { $read }; meanwhile the action is at version { $version }
decision-stale-parts = What changed: { $parts }.
decision-stale-sources = The sheet is the same; the voices it comes from may have changed.
decision-stale-next = What you wrote is below, nothing is lost. Read the action as it is now, then record the outcome: it holds for this version.
sheet-part-title = title
sheet-part-policy = policy
sheet-part-objective = what it should reach
sheet-part-description = what would be done
sheet-part-recipients = for whom
sheet-part-integration = integration
sheet-part-own-initiative = reason of the institution's own initiative
sheet-part-owner = who answers for it
sheet-part-level = level
sheet-part-indicators = how it is measured
sheet-part-overlap = overlap check
sheet-part-partners = with whom
sheet-part-budget = money
sheet-part-activities = activities
sheet-part-dates = when

## Faults of these forms

fault-decision-missing = Choose what you decide
fault-reason-class-missing = Choose the class of reason
fault-synthesis-missing = Write the synthesis
fault-sources-too-few = A cluster comes from at least { $least } texts
fault-excerpt-missing = Copy the sentence in which it disagrees
fault-excerpt-not-in-source = These words are not in the text: copy them as they are
fault-owner-organisation-missing = Choose the organisation of the responsible person
fault-overlap-outcome-missing = Choose the result of the check
fault-indicator-missing = Choose the indicator of these values
fault-indicator-contradicts = This indicator is already there
fault-baseline-missing = Write where it starts
fault-target-missing = Write where it should get
fault-partner-missing = Choose who brings this
fault-sector-missing = Choose the partner's sector
fault-budget-source-missing = Write where this money comes from
fault-budget-amount-missing = Write how many euro
fault-activity-missing = Write what is done
fault-ends-contradicts = It ends before it begins: check the dates
fault-presence-missing = Say whether they are here and how they vote
fault-presence-contradicts = Whoever has an interest abstains or is absent
fault-outcome-against-votes = The outcome is not what was voted: { $favour } in favour, { $against } against, { $abstained } abstained. An action is admitted with more votes in favour than against; otherwise it is not. Putting off is always possible.
fault-interest-missing = Write which interest
fault-conditions-missing = Write at least one condition
