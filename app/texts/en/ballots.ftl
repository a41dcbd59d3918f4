# Ballots: preparing them, voting, reading results.

## Lists, codes, notices, refusals

opening-voti = Voting in the round's ballots
refusal-ballot-frozen = The round has opened: what is voted on, and how, is declared before and doesn't change afterwards.
refusal-ballot-frozen-next = You can prepare a ballot in the next round.
refusal-results-later = The result can't be seen yet, and nobody sees it.
refusal-results-later-next = It can be read when the synthesis begins: from then on the round can't be reopened.
refusal-too-few-ballots = Fewer than 5 people voted: the numbers are not published.
refusal-too-few-ballots-next = They would tell what each of them chose. Whoever facilitates can ask in another way.
notice-voted = Your vote has arrived
notice-voted-more = You can change it or take it back as long as the ballot is open.
notice-vote-withdrawn = You took your vote back
notice-vote-withdrawn-more = It is as if you hadn't voted. You can vote again as long as the ballot is open.
notice-ballot-prepared = Ballot declared
notice-ballot-prepared-more = You can change it until the round opens.
notice-tie-decided = Decision recorded
notice-tie-decided-more = The reason is public, beside the result.
fault-option-too-few = Choose at least one: if you don't want to choose, you needn't vote
fault-option-too-many = You chose { $found }, the most is { $most }
fault-dots-too-few = Place at least one dot
fault-dots-too-many = You placed { $found } dots, the most here is { $most }
fault-rank-too-few = Give a place to at least one
fault-rank-too-many = You put { $found } in order, the most is { $most }
fault-rank-repeated = You gave this place to another one already: change it here or there
fault-consent-too-few = Answer at least one
fault-position-too-few = State the position on at least one
fault-answer-too-few = Answer at least one
fault-reason-not-a-choice = Write the reason
fault-organisation-not-a-choice = Choose for which organisation
fault-method-missing = Choose how to vote
fault-method-not-a-choice = This way of voting doesn't go with this round
fault-options-too-few = Put at least { $least } things to the vote
fault-options-too-many = There are { $found } things, the most is { $most }
fault-options-repeated = Two things have the same title: voters can't tell them apart
fault-contribution-not-a-choice = A number is not that of a public text: check them
fault-own-too-long = A line has { $found } characters, the most is { $most }
fault-cost-missing = Write what it costs
fault-cost-too-many = It costs more than the whole sum
fault-budget-too-few = Write the sum
fault-electorate-not-a-choice = Choose who may vote
fault-secrecy-not-a-choice = Choose what is shown
fault-dots-missing = Write how many dots everybody has
fault-place-missing = Choose the place
fault-place-repeated = This place is taken: each has a different one
vote-consent-posso_conviverci = I can live with it
vote-consent-riserva = I have a reserve
vote-consent-obiezione = I object
stance-contrario = Against
answer-d_accordo = Agree
answer-non_d_accordo = Disagree
answer-passo = Pass
ballot-method-sostegno = Support
ballot-method-preferenze = Preferences
ballot-method-bollini = Dots
ballot-method-consenso = Consent
ballot-method-posizione = Positions of organisations
ballot-method-graduatoria = Ranking
ballot-method-bilancio = Budget
ballot-method-dichiarazioni = Statements

## The ballots of a round

ballots-title = Ballots
ballots-link = The ballots of this round
ballots-prepare = Prepare a ballot
ballots-lead = What is voted on, how it is counted and who may vote is declared before the round opens, and doesn't change afterwards.
ballots-when = Voting is from { $opens } to { $closes }.
ballots-none = No ballots yet
ballots-none-next = For now nothing is put to the vote in this round.
ballots-none-prepare = Until the round opens you can declare what is voted on, how and by whom.
ballot-options-count = { $n ->
    [one] one thing put to the vote
   *[other] { $n } things put to the vote
 }
ballot-voted-already = you have voted

## A ballot

ballot-number = Ballot no. { $n }
result-number = Result of ballot no. { $n }
desk-number = Desk of ballot no. { $n }
ballot-opens = Voting begins on { $date }.
ballot-not-yet = The ballot is not open yet
ballot-edit = Change what is declared
ballot-suspended = While the round is suspended nobody votes. Votes that were given stay.
ballot-closed = The ballot is closed
ballot-closed-next = The result can be read when the synthesis begins. Until then nobody sees it, not even the plan office.
ballot-result-read = Read the result
ballot-mine = Your vote
ballot-mine-until = You can change it or take it back until { $date }.
ballot-mine-closed = The ballot is closed and can't be changed any more. When the round is given back, the link between you and this choice is erased.
ballot-mine-named = The ballot is closed and can't be changed any more.
ballot-withdraw = Take the vote back
ballot-vote = Vote
ballot-vote-send = Vote
ballot-change = Change your vote
ballot-change-send = Change the vote
ballot-for = You vote for: { $name }.
ballot-organisation = For which organisation do you vote?
ballot-sent-segreto = The vote is secret. Nobody sees how the ballot goes as long as it is open, and who chose what is not known afterwards either.
ballot-sent-conteggio = How many people chose each thing is shown at once; who, never.
ballot-sent-palese = The position is public, with the name of the organisation and the reason.
ballot-options = What is voted on
ballot-options-more = Where each comes from
ballot-option = What
ballot-people = People
ballot-municipalities = { $n ->
    [0] no municipality represented
    [one] one municipality represented
   *[other] { $n } municipalities represented
 }
ballot-needs = { $n ->
    [0] no linked need
    [one] one linked need
   *[other] { $n } linked needs
 }
ballot-link-bisogno = Need no. { $n }
ballot-link-proposta = Proposal no. { $n }
ballot-link-gruppo = Cluster no. { $n }
ballot-link-azione = Action no. { $n }
ballot-so-far = So far
ballot-so-far-caption = How many people have chosen each thing so far
ballot-positions = What organisations say
ballot-positions-none = No organisation has stated its position yet.
ballot-facts = In short
ballot-who = Who may vote
ballot-who-people = Everybody known { $level }: one vote each
ballot-who-organisations = Organisations, through who represents them: one vote each
ballot-until = Until
ballot-secrecy = What is shown
ballot-secrecy-segreto = Secret ballot: no numbers before the synthesis, to nobody
ballot-secrecy-conteggio = Numbers are shown while voting; who chose what, never
ballot-secrecy-palese = Open ballot: what each organisation says is shown
ballot-turnout = How many voted
ballot-voted = { $n ->
    [one] One person voted
   *[other] { $n } people voted
 }
ballot-voted-few = Fewer than 5 people voted
ballot-voted-none = Nobody voted
ballot-voted-unknown = How many voted is not known
ballot-voted-organisations = { $n ->
    [0] No organisation voted
    [one] One organisation voted
   *[other] { $n } organisations voted
 }
ballot-count = How it is counted
ballot-count-sostegno = The supports of each thing are counted. They inform, and don't decide.
ballot-count-preferenze = The preferences of each thing are counted: the one with most comes first.
ballot-count-bollini = The dots of each thing are added up: the one with most comes first.
ballot-count-consenso = It is counted who can live with it, who has a reserve and who objects. Where nobody objects there is consent; reserves and objections can be read in their own words.
ballot-count-posizione = Positions are not added up: all are read, with name and reason.
ballot-count-graduatoria = Each thing is compared with each other one: how many people put this before that. The winner is the one that no other beats, not even by way of others (Schulze method). The table of all comparisons is public.
ballot-count-bilancio = The sum is divided in equal shares among all who voted; each project is paid for together by those who chose it, out of their shares (equal shares). Beside it is shown what would come of taking the most voted alone. It is advice: the authority decides.
ballot-count-dichiarazioni = For each sentence it is counted who agrees, who disagrees and who passes.
ballot-tie = On a tie
ballot-tie-rule = What represents more municipalities comes first, then what is linked to more needs; if they are still equal whoever reviews actions ({ $body }) decides, with a reason. Never in silence, never by who came first.
ballot-recount-later = With the result the ballots are published, without names and shuffled: anybody can count them again.

## The form of each method

ballot-how-sostegno = Support all the things you like.
ballot-how-preferenze = { $n ->
    [one] You have one preference.
   *[other] You have { $n } preferences.
 }
ballot-how-bollini = You have { $dots } dots. You can place at most { $each } on the same thing; you needn't use them all.
ballot-how-graduatoria = Put in order what you prefer: 1 is the first. What you leave out comes after all the rest.
ballot-how-graduatoria-most = Put up to { $n } things in order: 1 is the first. What you leave out comes after all the rest.
ballot-how-equal = Two things can have the same place.
ballot-how-not-equal = Each place goes to one thing only.
ballot-how-consenso = For each section say whether you can live with it, have a reserve or object. A reserve and an objection need a reason.
ballot-how-posizione = State the position of your organisation, always with the reason.
ballot-how-bilancio = The sum is { $sum }. Choose the projects you would spend it on: even more than the money is enough for, as the count reconciles them.
ballot-how-most = { $n ->
    [one] At most one.
   *[other] At most { $n }.
 }
ballot-how-dichiarazioni = For each sentence say whether you agree. You can pass, or leave some blank.
ballot-choose = What do you choose?
ballot-dots = Your dots
ballot-dots-hint = Write how many dots go to each: { $dots } in all, at most { $each } on one. Empty counts as nought.
ballot-dots-given = { $n ->
    [one] 1 dot
   *[other] { $n } dots
 }
ballot-dots-left = { $n ->
    [0] You have used all your dots.
    [one] You have one dot left.
   *[other] You have { $n } dots left.
 }
ballot-preferences-left = { $n ->
    [0] You have used all your preferences.
    [one] You have one preference left.
   *[other] You have { $n } preferences left.
 }
ballot-rank = Your ranking
ballot-rank-hint = Choose the place of each. Those without a place come last.
ballot-place = Place { $n }
ballot-consent = For each section
ballot-consent-hint = You can answer only some of them.
ballot-position = The position
ballot-position-hint = You can answer only some of them.
ballot-answer = The sentences
ballot-answer-hint = You can answer only some of them.
ballot-reason = The reason, on “{ $title }”
ballot-reason-consent = Needed if you have a reserve or object. It is read without your name.
ballot-reason-position = Everybody reads it, with the name of the organisation.

## Preparing

preparing-title = Prepare a ballot
preparing-lead = Everything is declared before the round opens: what is voted on, how, by whom, what is shown, what happens on a tie.
preparing-methods = How do people vote?
preparing-method-sostegno = To learn how many people care for each thing, without a race between them.
preparing-method-preferenze = To choose a few things among many, quickly and on paper too.
preparing-method-bollini = To let weigh more what matters more. It works in a room, with real dots.
preparing-method-consenso = To learn, section by section, whether all partners can live with it, and what stands against it.
preparing-method-posizione = To gather what each organisation thinks, with its reason. They are not added up.
preparing-method-graduatoria = To put in order, where none should win only because others share their votes.
preparing-method-bilancio = To ask how to spend a sum, so that no group is left with nothing. It is advice.
preparing-method-dichiarazioni = To understand what people agree on and what divides them.
preparing-chosen = People vote with: { $method }.
preparing-other = Change the method
preparing-question = What is asked?
preparing-question-hint = One question, which is understood without having read anything else.
preparing-introduction = What one must know to answer
preparing-most = How many can be chosen at most?
preparing-most-hint = Empty, where it may be, means without a limit.
preparing-dots = How many dots does everybody have?
preparing-dots-hint = Usually three.
preparing-most-each = How many at most on the same thing?
preparing-most-each-hint = Fewer than they have, if they should choose more than one.
preparing-equal = Two things can have the same place
preparing-budget = What is the sum, in euro?
preparing-budget-hint = For example 30,000, written 30000.
preparing-utilities = What counts for a voter?
preparing-utilities-hint = How the money is divided depends on it.
preparing-utilities-costo = How much money goes to what they chose
preparing-utilities-numero = How many projects of those they chose are done
preparing-options = What is put to the vote
preparing-options-hint = Clusters, actions and texts stay linked to their page; from there comes how many municipalities and needs they represent, which counts on a tie.
preparing-clusters = Clusters
preparing-actions = Actions
preparing-contributions = Texts, by their number
preparing-contributions-hint = Numbers of public needs and proposals, with commas: 12, 15, 20.
preparing-own = Something else, in words of its own
preparing-own-hint = One thing a line. Municipalities and needs of these are not known: on a tie the body decides.
preparing-costs = What each costs, in euro
preparing-costs-hint = Each costs at most the whole sum.
preparing-costs-later = First choose what is put to the vote and press “Update the list”: then write what each costs.
preparing-refresh = Update the list
preparing-who = Who votes, and what is shown
preparing-electorate = Who may vote?
preparing-secrecy = What is shown?
preparing-frozen-title = When the round opens, all this stays as it is
preparing-frozen = On a tie what represents more municipalities comes first, then what is linked to more needs, then the body decides with a reason. Voters read all this before they vote.
preparing-save = Declare the ballot

## The result

result-title = Result: { $title }
result-ballot = The ballot, as it was declared
result-places = In order
result-numbers = All the numbers
result-count = Votes
result-caption-sostegno = Supports of each
result-caption-preferenze = Preferences of each
result-caption-bollini = Dots of each
result-blanks = { $n ->
    [0] None was left blank.
    [one] One was left blank.
   *[other] { $n } were left blank.
 }
result-equal = equal
result-winner = The winner:
result-winners = No other beats these:
result-pairs = All comparisons
result-pairwise = How many people prefer the one of the line to the one of the column
result-pairwise-more = Each number tells how many people put the one of the line before the one of the column.
result-paths-title = The strongest paths (Schulze method)
result-paths = The strongest path from the one of the line to the one of the column
result-paths-more = A path goes from won comparison to won comparison, and is as strong as its weakest step. One thing beats another if the path there is stronger than the path back.
result-line = Preferred to →
result-answers = How often each answer was given
result-silent = No answer
result-consent = Where nobody objects
result-no-consent = There is at least one objection to every section.
result-words = Reserves and objections
result-budget = How { $sum } would be spent
result-budget-more = On the left equal shares, the declared count. On the right, for comparison, what would come of taking the most voted as long as there is money.
result-cost = Cost
result-votes = Chosen by
result-shares = Equal shares
result-greedy = Most voted only
result-funded = Funded
result-not-funded = No
result-open = Depends on the tie
result-spent = Spent
result-left = Left
result-heard = People with at least one project they chose
result-steps = The count, step by step
result-shares-before = At first everybody has { $share } euro:
result-shares-raised = Then, as money was left, everybody's share rises to { $share } euro:
result-step = { $supporters ->
    [one] one person chose it, who pays up to { $price } euro
   *[other] { $supporters } people chose it, who pay up to { $price } euro each
 }
result-by-votes = With what is left, the most voted that fit:
result-ties = Ties
result-ties-none = No ties to settle.
result-settled-comuni = more municipalities represented
result-settled-bisogni = more linked needs
result-settled-organo = the decision of the body
result-settled-identificativo = the number
result-tie-by = Told apart by: { $how }.
result-tie-in-part = Some are still equal.
result-tie-open = They are still equal.
result-decided = { $body } decided, with this reason:
result-ways-title = There are too many ties to try them all
result-ways = Many ways of settling them were tried, but not all: other projects than those marked may depend on how a tie is settled. An order decided by the body leaves no doubt.
result-undecided-title = Some are still equal
result-undecided = Whoever reviews actions ({ $body }) decides, with a reason that can be read here.
deciding-title = Decide the tie
deciding-lead = The declared rule doesn't tell them apart. Record what the body decided, and why.
deciding-order = In which order?
deciding-reason = The reason
deciding-reason-hint = Everybody reads it, beside the result.
deciding-send = Record the decision
recount = Count them yourself
recount-lead = This result is computed again from a file, without asking anybody anything.
recount-rows = The file has all ballots, one a row, shuffled: without names, without times, without saying where they came from.
recount-totals = There are fewer than 30 ballots: one by one they would tell who wrote them. The file has only what they come to together.
recount-not-whole = From what they come to alone equal shares can't be computed again: the comparison with the most voted can.
recount-download = Download the ballot file
recount-how-part = Trama's program gives the part that can be computed again:
recount-how = Trama's program gives the same result:
recount-hash = SHA-256 of the file:

## At the desk and on paper

refusal-voted-elsewhere = This person has voted, or has been given a ballot or a code.
refusal-voted-elsewhere-next = Everybody has one vote, whichever the way. Who voted online can take that vote back and then come to the desk.
notice-ballot-handed-out = Ballot handed out
notice-ballot-handed-out-more = The person can't vote online any more.
notice-ballots-typed = Transcription saved
notice-ballots-typed-more = It counts once a second person writes the same.
notice-ballots-count = The two transcriptions are the same: now they count
notice-ballots-differ = The two transcriptions differ
notice-ballots-differ-more = Both are below. Count again together, then who was wrong writes anew.
notice-voted-by-code = The vote has arrived
notice-voted-by-code-more = With the same code you can change it or take it back as long as the ballot is open.
fault-channel-not-a-choice = Choose what you hand out
fault-identity-not-a-choice = Mark how you know the person
fault-email-not-a-choice = No account has this address
fault-label-missing = Write where they come from
fault-label-too-many = There are { $found } ballots, but { $most } were handed out
fault-persons-missing = Write how many people
fault-persons-too-many = There are { $found } people, but of the ballots handed out { $most } are left
fault-blanks-missing = Write how many were left blank: if none, nought
fault-total-too-many = There are { $found }, but these people could give at most { $most }
fault-totals-does-not-add-up = It doesn't add up: given and blank should be { $expected } together, and are { $found }. The difference is { $difference }
fault-code-unknown-code = This code is not of this ballot: check letters and numbers
ballot-tokens = Who has no document
ballot-tokens-more = Votes with a ballot or a code, handed out in person at the desk or in a session
ballot-code-title = Do you have a code from the desk?
ballot-code = Your code
ballot-code-hint = Twenty letters and numbers. Nothing else is needed: no name, no document.
ballot-code-again = With the same code you can come back to change or take back the vote. To take it back the code is enough.
preparing-tokens = Who has no document may vote too
preparing-tokens-hint = With a ballot or a code handed out in person: homeless people, asylum seekers.
desk-link = Desk of the ballot
desk-title = Desk: { $title }
desk-hand = Hand out a ballot or a code
desk-hand-lead = First it is checked that the person hasn't voted in another way. From here on they vote only with what they get.
desk-channel = What do you hand out?
desk-channel-carta = A paper ballot
desk-channel-codice = A code to vote online
desk-channel-hint-carta = They fill it in and put it in the box.
desk-channel-hint-codice = They use it when they like, from any phone, also without an account.
desk-identity = How do you know the person?
desk-identity-documento = I saw a document
desk-identity-senza_documento = They have no document
desk-email = The e-mail of their account, if they have one
desk-email-hint = Ask for it: who has an account and has voted can't vote again.
desk-hand-send = Hand out
desk-code = Here is the code: write or print it for the person
desk-code-once = It is shown only now: it is written down nowhere.
desk-handed = Handed out so far
desk-handed-papers = Paper ballots
desk-handed-codes = Codes
desk-handed-more = No more paper ballots can be counted than were handed out.
desk-type = Type paper ballots
desk-type-second = Type again: { $label }
desk-type-lead-lot = Two different people count and write the same totals. They must add up: people times what each has, equal to given plus blank.
desk-type-lead-one = Two different people type each ballot. It counts once they have written the same.
desk-label = Where do they come from?
desk-label-lot = For example: box of the session in Castelvento.
desk-label-one = The number written on the ballot.
desk-persons = How many people?
desk-persons-hint = How many ballots are in the box.
desk-totals = The total of each
desk-totals-hint = Empty counts as nought.
desk-blanks = How many were left blank?
desk-blanks-hint = Preferences or dots that somebody didn't use.
desk-type-send = Save the transcription
desk-papers = Transcriptions
desk-done = Counts
desk-waits = Waits for a second person
desk-differ = The two transcriptions differ
desk-differ-more = Where the two transcriptions differ
desk-typist = { $n ->
    [1] One person
   *[other] The other
 }
desk-type-again = Write yours again
desk-type-too = Type it too
