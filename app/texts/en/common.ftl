# Words met on many pages, closed lists, refusals, faults, notices.

product = Trama
product-tag = Taking part in local social plans
made-with = Made with Trama, free software
site-tag = Social services of the area, decided together
title-faulty = Error: { $title }

## Numbers and times

euro = €{ $amount }
date-long = { $day } { $month } { $year }
date-short = { $day } { $month }
date-near = { $weekday } { $day } { $month }
date-time = { $hour ->
   *[other] { $date } at { $time }
 }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
people-none = nobody
people-unknown = it is not known how many people
people-few = fewer than 5 people
people = { $n ->
    [one] one person
   *[other] { $n } people
 }

## Shell

skip-label = Skip to
skip-to-main = Go to the content
skip-to-footer = Go to the footer
language-label = Language
menu = Menu
menu-label = Main
menu-home = Home
menu-sessions = Workshops
menu-rounds = Rounds
menu-needs = Needs
menu-proposals = Proposals
menu-actions = Actions
menu-plan = Plan
menu-profile = The community
menu-territory = Territory
menu-bodies = Who decides
home = Home
search = Search
sign-in = Sign in
sign-out = Sign out
mine = My voices
own-label = Your pages
breadcrumb-label = Breadcrumb
demonstration = Demonstration area: people, bodies, places and figures are invented.
footer-take-part = Take part
footer-ambito = The area
follow-yours = Find your text again
how-title = How it works
privacy-title = Privacy
accessibility-title = Accessibility statement
legal-title = Legal notice
desk-moderation = Moderation
desk-workbench = Workbench
desk-office = Plan office
desk-sessions = Workshops
desk-table = Planning table

## Forms

choose = Choose
optional = (if you like)
errors-title = Something is still missing
error-prefix = Error:{" "}
field-most = At most { $n } characters.
fault-missing = Write something here
fault-title-missing = Write a title
fault-body-missing = Tell us what happens
fault-comment-missing = Write the comment
fault-flag-missing = Write what is wrong
fault-reason-missing = Write the reason
fault-addressed-to-missing = Choose the body it goes to
fault-outcome-missing = Choose the outcome
fault-too-few-words = Write at least { $least } words, so that whoever reads understands
fault-reason-too-few-words = Write at least { $least } words: everyone reads the reason
fault-too-long = There are { $found } characters and the most is { $most }: shorten it a little, your text is still here
fault-not-a-choice = Choose one of the answers
fault-not-a-number = Write a number, for example 1,500
fault-not-a-date = Write a date, for example 31/12/2027
fault-too-few = Choose at least { $least }
fault-too-many = There are { $found } and the most is { $most }
fault-repeated = This is already there: choose it only once
fault-does-not-add-up = It should come to { $expected } and comes to { $found }: the difference is { $difference }
fault-differs = Whoever counted with you wrote another number: count again together
fault-not-in-source = These words are not in the text: copy them as they are
fault-unknown-code = We can't find this code: check its letters and numbers
fault-wrong-credentials = E-mail and password do not go together: try again
fault-contradicts = This answer contradicts another: check the two together
fault-not-an-address = Write an e-mail address, for example name@example.org
fault-not-public = This text is not public
fault-other-round = This text is of another round
fault-taken = It is taken already: choose another
fault-against-votes = Check outcome and votes: { $favour } in favour, { $against } against, { $abstained } abstained

## Refusals: why, and what next

refusal-sign-in-needed = For this we need to know who you are.
refusal-sign-in-needed-next = Sign in, and you come back here.
refusal-level-too-low = For this you need an identity { $level }.
refusal-level-too-low-next = Bring a document to the desk of the plan office: it takes five minutes.
refusal-not-your-role = This is done by somebody with another role.
refusal-not-your-role-next = If you think it is your task, write to the plan office.
refusal-not-yours = This text is somebody else's.
refusal-not-yours-next = You can comment on it, or write one of your own.
refusal-not-yet-open = It opens on { $date }.
refusal-not-yet-open-next = Come back then: the page stays the same.
refusal-closed = It closed on { $date }.
refusal-closed-next = You can read everything, and take part in the next round.
refusal-suspended = This round is suspended.
refusal-suspended-next = Its page says why. When it resumes, you can go on.
refusal-not-opened = This round does not ask for that.
refusal-not-opened-next = Its page says what can be done, and when.
refusal-not-public = This text is not public.
refusal-not-public-next = If it is yours, find it with the code of your receipt or among your voices.
refusal-already-public = The text is public already and can no longer be corrected.
refusal-already-public-next = You can withdraw it and write another one.
refusal-not-ready = Before it can go to the table it lacks: { $missing }.
refusal-not-ready-next = Complete the sheet, then send it.
refusal-no-quorum = Too few members: { $counted } present without an interest, { $minimum } needed.
refusal-no-quorum-next = Mark who is present, or put it off to the next sitting.
refusal-own-draft = You wrote this sheet, so somebody else decides.
refusal-own-draft-next = Another member of the table can record the outcome.
refusal-interest = You have an interest in this action.
refusal-interest-next = Declare it and let the others decide: it stays in the minutes.
refusal-already-done = It has been done already.
refusal-already-done-next = Reload the page to see how things stand.
refusal-at-table = The action is at the Plan Table: it is not changed until the Table decides.
refusal-at-table-next = If it needs a correction, ask the Table to put it off: it becomes a draft again, with the reason, and you can change it.
refusal-decided = The Plan Table has decided on this action: the sheet stays as the Table read it.
refusal-decided-next = To change something, write another action and send it to the Table.
refusal-unanswered = { $n ->
    [one] One text is still waiting for an answer.
   *[other] { $n } texts are still waiting for an answer.
 }
refusal-unanswered-next = Answer each with a reason, then give the round back.
refusal-do-not-belong = These do not go together: they come from different rounds or kinds.
refusal-do-not-belong-next = Choose texts of one round.
refusal-in-use = An action has been drafted from this already.
refusal-in-use-next = First take the cluster out of the action's sheet.
refusal-sent-before = You sent this form before, with other words, and those have arrived.
refusal-sent-before-next = What you wrote now is still below. To send it as another text, press the button again. To change the first one, open it with its receipt code or among your voices.
refusal-too-often = You have tried too many times.
refusal-too-often-next = Wait a few minutes and try again.

## Notices

notice-supported = Your voice is counted
notice-supported-more = You can take it back while the round is open.
notice-unsupported = You have taken your voice back
notice-unsupported-more = You can give it again while the round is open.
notice-commented = Comment published
notice-comment-withdrawn = You have withdrawn the comment
notice-flagged = Thank you, a person will read it
notice-flagged-more = A moderator looks at every report and decides with a reason.
notice-withdrawn = You have withdrawn the text
notice-withdrawn-more = Only a mark with the date is left, without your words.
notice-corrected = Correction saved
notice-answered = Answer published
notice-round-changed = Done: the round is up to date
notice-clustered = Cluster proposed
notice-clustered-more = Authors and supporters are told. The texts stay as they are.
notice-dissolved = Cluster dissolved
notice-dissolved-more = Everything is as it was; who dissolved it and why stays written.
notice-saved = Sheet saved
notice-saved-not-ready = Sheet saved, but not ready for the table yet
notice-saved-not-ready-more = What is missing is said below.
notice-sent-to-table = The action has gone to the table
notice-decided = Outcome recorded
notice-decided-more = The reason is public and reaches the thread of every text.
notice-moderated = Decision recorded
notice-signed-in = Here you are
notice-signed-out = You have signed out

## Translations and languages

translation-verified = Translation into { $language }, checked by a person
translation-machine = Machine translation into { $language }
language-it = Italian
language-en = English
language-sq = Albanian
language-sr = Serbian
language-ro = Romanian
language-ar = Arabic
language-uk = Ukrainian
language-zh = Chinese
language-fr = French
language-bn = Bengali
language-ur = Urdu
language-es = Spanish
language-de = German

## Closed lists

kind-bisogno = Need
kind-proposta = Proposal
stage-pubblicato = Published
stage-unito = Joined with others
stage-in_azione = In an action
stage-esito = Answered
stage-proposta-pubblicato = Published
stage-proposta-unito = Joined with others
stage-proposta-in_azione = In an action
stage-proposta-esito = Answered
standing-in_moderazione = Not public yet
standing-pubblicato = Public
standing-ritirato = Withdrawn
standing-oscurato = Hidden
standing-anonimizzato = Made anonymous
standing-proposta-in_moderazione = Not public yet
standing-proposta-pubblicato = Public
standing-proposta-ritirato = Withdrawn
standing-proposta-oscurato = Hidden
standing-proposta-anonimizzato = Made anonymous
outcome-accolto = Taken up
outcome-in_parte = Taken up in part
outcome-non_accolto = Not taken up
outcome-rinviato = Put off
outcome-altro_ente = Passed to another body
outcome-proposta-accolto = Taken up
outcome-proposta-in_parte = Taken up in part
outcome-proposta-non_accolto = Not taken up
outcome-proposta-rinviato = Put off
outcome-proposta-altro_ente = Passed to another body
author-cittadino = A local person
author-familiare = A relative
author-famiglia = A family
author-caregiver = Somebody who cares at home
author-giovane = A young person
author-volontario = A volunteer
author-operatore = Somebody who works in the services
author-cittadino_straniero = A person from abroad
author-cittadino_assistito = A person, at the desk
author-anonimo = No name
author-associazione = An association
author-cooperativa = A cooperative
author-comune = A municipality
author-comunita_straniera = A community from abroad
author-scuola = A school
author-sindacato = A union
author-diocesi = The diocese
author-sanita = The health service
channel-online = online
channel-sportello = at the desk
channel-carta = on paper
channel-community_lab = in a workshop
round-kind-consultazione = Consultation
round-kind-concertazione = Agreement table
round-kind-co_programmazione = Co-programming
round-kind-co_progettazione = Co-design
round-kind-co_gestione = Co-management
round-state-bozza = Being prepared
round-state-programmato = Will open
round-state-aperto = Open now
round-state-sospeso = Suspended
round-state-chiuso = Closed
round-state-in_sintesi = In synthesis
round-state-restituito = Given back, with all answers
round-state-archiviato = Archived
opening-bisogni = Write a need
opening-proposte = Write a proposal
opening-commenti = Comment
opening-sostegni = Support a text
opening-posizioni_motivate = State an organisation's position, with its reason
opening-emendamenti = Propose changes
opening-redazione_condivisa = Write a draft together
opening-impegni = Commit to something
opening-preventivo = Give the costs
opening-segnalazioni = Report a problem
moderation-mode-preventiva = A person reads every text before it is public.
moderation-mode-preventiva_sensibili = A person first reads texts that are delicate or reported; the others are public at once.
moderation-mode-successiva = Texts are public at once; a person reads them afterwards.
vote-method-sostegno = One support a text, as many as you like. It informs and does not decide.
vote-method-preferenze = A limited number of preferences.
vote-method-bollini = Dots to hand out.
vote-method-consenso = Consent: I can live with it, I have a reserve, I object.
vote-method-posizione = The position of each organisation, with its reason.
vote-method-graduatoria = A ranking: put what you prefer in order.
vote-method-bilancio = A budget: choose what the sum is spent on. It informs and does not decide.
vote-method-dichiarazioni = Statements: agree, disagree, pass.
level-L0 = without signing up
level-L1 = with an e-mail
level-L2 = with SPID, CIE or a document seen at the desk
level-L3 = with the mandate of an organisation
role-C = A person
role-CV = A verified person
role-O = Representative
role-S = Desk
role-F = Facilitation
role-U = Plan office
role-T = Planning table
role-K = Coordination
role-M = Mayors' committee
role-P = Moderation
role-G = Observer
role-A = Technical care
category-regione = Region
category-provincia = Province
category-comuni = Municipalities
category-associazionismo = Associations
category-volontariato = Volunteers
category-scuola = Schools
category-sindacati = Unions
category-diocesi = Diocese
category-cooperazione_sociale = Social cooperatives
category-famiglie = Families
category-sanita = Health service
category-ente_pubblico = Other public bodies
seat-presidente = President
seat-sindaco = Mayor
seat-delegato = Delegate
seat-coordinatore = Coordination
seat-componente = Member
plan-state-bozza = Draft
plan-state-avviato = Started
plan-state-lettura_bisogni = Reading the needs
plan-state-priorita = Choosing priorities
plan-state-progettazione = Designing
plan-state-al_tavolo = At the table
plan-state-al_comitato = At the committee
plan-state-vigente = In force
plan-state-rendicontato = Accounted for
plan-state-chiuso = Closed
programme-state-bozza = Draft
programme-state-concertato = Agreed
programme-state-approvato = Approved
programme-state-in_attuazione = Under way
programme-state-rendicontato = Accounted for
action-state-bozza = Draft
action-state-verifica_ufficio = Being checked by the plan office
action-state-al_tavolo = At the table
action-state-integrazioni = To be completed
action-state-ammessa = Admitted
action-state-ammessa_con_modifiche = Admitted with changes
action-state-non_ammessa = Not admitted
action-state-rinviata = Put off
action-state-approvata = Approved
action-state-non_approvata = Not approved
action-state-in_attuazione = Under way
action-state-conclusa = Concluded
action-state-sospesa = Suspended
action-state-riprogrammata = Replanned
overlap-nessuna_sovrapposizione = No overlap
overlap-sovrapposizione_risolta = Overlap settled
overlap-sovrapposizione_aperta = Overlap to be settled
sector-pubblico = public
sector-privato_sociale = social private
sector-privato = private
sector-informale = informal
activity-da_fare = To do
activity-in_corso = Under way
activity-fatta = Done
activity-annullata = Cancelled
missing-owner = somebody responsible
missing-recipients = whom it is for
missing-indicator = an indicator with a starting value and a target
missing-overlap_check = the overlap check
missing-integration = how it fits with other services
missing-source = at least one voice it comes from
review-ammessa = Admitted
review-ammessa_con_modifiche = Admitted with changes
review-non_ammessa = Not admitted
review-rinviata = Put off
presence-favorevole = In favour
presence-contrario = Against
presence-astenuto = Abstained
presence-assente = Absent
cluster-state-suggerito = Suggested
cluster-state-proposto = Proposed
cluster-state-in_opposizione = Open to objections
cluster-state-contestato = Contested
cluster-state-mediato = Mediated
cluster-state-applicato = In force
cluster-state-sciolto = Dissolved
share-duplicate = says the same
share-part_of = is a part of it
share-dissent = Disagrees
reason-class-nessuna_persona_identificabile = Nobody is recognisable
reason-class-riformulato_con_autore = Reworked with its author
reason-class-dati_di_terza_persona = It spoke of another, recognisable person
reason-class-fuori_tema = Off topic
reason-class-discriminazione = It discriminated against somebody
reason-class-pubblicita = It was advertising
reason-class-pericolo_attuale = Somebody was in danger: the services are taking care
cause-sensibile = Touches a delicate matter
cause-preventiva = Read before it is published
cause-segnalato = Reported by somebody
next-moderation = A person reads it
next-closing = The collection closes
next-synthesis = It is joined with others, or answered
next-drafting = It becomes part of an action, or its texts are answered
next-completing = The sheet is completed
next-review = The table decides
next-deliberation = The committee approves
next-more-moderation = Within two working days, then it is public.
next-more-closing = Then the synthesis begins: no text is lost.
next-more-synthesis = A facilitator reads everything and writes why.
next-more-drafting = The plan office drafts the sheet, or answers each text with a reason.
next-more-completing = Somebody responsible, recipients, an indicator: only then it goes to the table.
next-more-review = The outcome always has a reason, which you read here.
next-more-deliberation = The act and its number are read here.
sort-recenti = Newest
sort-sostenuti = Most supported
sort-primi = Oldest
sort-pertinenza = Closest to your words
sort-why-recenti = The newest come first.
sort-why-sostenuti = Those supported by most people come first; below five people all count the same.
sort-why-primi = Those waiting longest come first.
sort-why-pertinenza = Those most like what you searched for come first.
act-suspend = Suspend
act-resume = Resume
act-start-synthesis = Begin the synthesis
act-give-back = Give back

## Parts

supports-bisogno = { $n ->
    [one] One person has the same need
   *[other] { $n } people have the same need
 }
supports-proposta = { $n ->
    [one] One person supports it
   *[other] { $n } people support it
 }
supporters = { $n ->
    [one] One person supports this text
   *[other] { $n } people support this text
 }
supporters-few = Fewer than 5 people support this text
supporters-none = No support
supporters-unknown = How many supports it had is not on record here
supports-few-bisogno = Fewer than 5 people have the same need
supports-few-proposta = Fewer than 5 people support it
supports-unknown = Supports not on record
supports-none-bisogno = No support
supports-none-proposta = No support
comments-count = { $n ->
    [one] 1 comment
   *[other] { $n } comments
 }
published-on = { $kind ->
   *[other] Published on { $date }
 }
tombstone-title = { $kind } no. { $number }: no longer public
numbered = { $kind } no. { $number }
reason-label = Why:
conditions = On these conditions:
filter-remove = : remove the filter
filter-remove-all = Remove all
filters-active = Active filters
filters-label = Filters
sort-label = Order
page-word = Page
page-previous = Back
page-next = Next
pages-label = Pages
thread-facilitator = { $name }, facilitation
thread-by = by { $date }
thread-next = still to come
thread-said = The words it starts from
thread-said-in = Written for “{ $round }”.
thread-echoed = “For me too”: { $people }
thread-published = Read and published
thread-withdrawn = Withdrawn by its author
thread-hidden = Hidden
thread-joined = { $n ->
    [0] Gathered in
    [one] Joined with one other in
   *[other] Joined with { $n } others in
 }
thread-dissents = Stands beside, as a dissenting voice,
thread-joined-here = Joined in a cluster
thread-joined-this = { $n ->
    [one] One text gathered in this cluster
   *[other] { $n } texts joined in this cluster
 }
thread-dissolved = Dissolved since:
thread-drafted = It became the action
thread-sent = The action went to the table
thread-approved = Approved with act no. { $number } of { $date }
thread-not-approved = Not approved: act no. { $number } of { $date }
thread-measured = Today: { $value } { $unit }
thread-measured-path = It started from { $baseline } and should reach { $target }.
thread-answered = The answer
thread-addressed = Passed on to: { $body }
chart-table = Table, source and definition
chart-goal = expected value { $target }
chart-goal-up = we want to rise to { $target }
chart-goal-down = we want to come down to { $target }
chart-point = { $value } on { $date }
chart-target = { $value } expected in { $year }
chart-target-told = The value expected in { $year } is { $value }.
chart-month = { $month } { $year }
chart-date = Date
chart-expected = Expected on
chart-source = Source: { $source }.
figure-was-less = was { $previous } before: it rose
figure-was-more = was { $previous } before: it fell
figure-same = was { $previous } before: the same
figure-date = on { $date }
