# Listening: order of lists, statements and opinion groups, who has been heard.

## Order of lists

order-link = Why in this order?
order-title = Why in this order?
order-lead = A list that only puts the most supported on top hides all the others. Here every text has its turn.
order-mixed-title = The mixed order
order-mixed = It is what you see if you choose no other. Every public text is in one of three groups, and the list takes a little from each: of every ten places, some for one group and some for another.
order-shelf-altri = All the others
order-shelf-altri-more = { $places } places of ten. Texts that are neither new nor among the most supported: no order by date or by support would ever bring them up again.
order-shelf-nuovi = New
order-shelf-nuovi-more = { $places } places of ten. Published today or yesterday ({ $days } days).
order-shelf-sostenuti = Much supported
order-shelf-sostenuti-more = { $places } places of ten. About one text in { $of }, those with the most support; never with fewer than { $people } people.
order-walk = Within a group the texts stand on a circle, each in its place. A reader starts at one point of the circle and walks on: different people start at different points, and tomorrow you start elsewhere too. So each text passes before as many readers as any other of its group. If a group is empty, its places go to the next group.
order-privacy = To give you a starting point we use no cookies and don't record what you read. The point is worked out on the spot from the address the request comes from (or from your account, if you are signed in), and many people share it.
order-formula-title = The formula, for those who want to do the sums again
order-formula-lead = With n the number of the text, t the reader's turn and d the day (counted from 1 January of the year 1):
order-formula-place = Place of a text on the circle of its group:
order-formula-begin = Point to start from:
order-formula-walk = From there up to the end of the circle, then from nought up to the starting point. So for each of the three groups.
order-formula-pattern = The groups take turns like this, over and over:
order-turns = There are { $turns } turns; who reads without an account has one of { $shared }, evenly spaced.
order-others-title = The other orders
order-not-title = What does not count
order-not-read = How often a text was read: we don't count it.
order-not-profile = Who you are, what you read or wrote.
order-not-few = Whether one, two, three or four people support a text: below { $people } it is all the same, here and in every order.
order-not-outcome = Whether the answer was yes or no.
sort-mescolati = Mixed
sort-poco-ascoltati = Least heard
sort-why-mescolati = A bit of everything: in every ten, two new, two much supported and six of all the others. The starting point differs from person to person and from day to day.
sort-controversi = Controversial
sort-why-controversi = Those on which the people for and against are most, and most even, come first: those who comment or agree with a comment count, from five on each side. The others follow, the newest first.
sort-why-poco-ascoltati = Those with the fewest supporters and comments come first; among them, those that have waited longest.
walk-shown = { $from } to { $to } of { $total }
walk-next = Go on
walk-again = Start again
walk-end = You have seen them all.

## Order in proportion, for whoever writes the synthesis

proportion-link = Texts in proportion to support
proportion-title = Texts in proportion to support
proportion-lead = Where to begin a synthesis: the first places go to different people, not ten times to the same.
proportion-how = How this order is made
proportion-how-1 = Every person has one voice, split evenly over the texts they support that have no place yet.
proportion-how-2 = The text with the fewest voices gets the last free place, and its voices go back to the other texts of the same people. Then again, up to the first place.
proportion-how-3 = Where voices are equal, the text supported from more municipalities comes first, then the one with more needs linked to it. If they are still equal we say so: a person decides, with a reason.
proportion-how-few = Here are only texts supported by at least { $people } people, and no more than three hundred. It helps to read: it decides nothing.
proportion-others = { $count } more public texts are not in this order: fewer than { $people } people support them, or they are beyond the first three hundred. On the workbench you find them all.
proportion-tie = Equal to another text: a person decides between the two.
proportion-empty = No text is supported by five people yet
proportion-empty-next = This order comes from supports. Meanwhile all texts of the round are on the workbench.
proportion-cut = The round is given back: who supported what is not known any more
proportion-cut-next = When a round is given back the links between people and supports are cut, and only the numbers stay. This order can't be made any more.

## Statements

notice-statement-added = Statement added.
notice-statement-withdrawn = Statement withdrawn. It stays to be read, with the reason.
round-statements = Do you agree?
round-statements-before = { $n ->
    [one] One short statement to have your say on, once the round opens.
   *[other] { $n } short statements to have your say on, once the round opens.
}
round-statements-before-link = Read them
round-statements-open = { $n ->
    [one] One short statement: agree, disagree or pass.
   *[other] { $n } short statements: agree, disagree or pass. It takes a few minutes.
}
round-statements-open-link = Answer
round-statements-closed = { $n ->
    [one] One statement on which people had their say.
   *[other] { $n } statements on which people had their say. Results come with the synthesis.
}
round-statements-closed-link = Read them
round-statements-told = { $n ->
    [one] One statement: what people said.
   *[other] { $n } statements: what we agree on, and what divides us.
}
round-statements-told-link = See the results
statements-title = Statements
statements-heading = Do you agree?
statements-lead = Short sentences, by who runs the round or drawn from public texts. For each: agree, disagree or pass. Nobody sees what you answer.
statements-lead-told = Short sentences on which people said whether they agreed. This is what came of it.
statements-one = Statement
statements-all = { $n ->
    [one] The statement
   *[other] All { $n } statements
}
statements-progress = You have answered { $n } of { $of }
statements-done = You have answered them all
statements-done-more = Thank you. Below you can read your answers again and change them while the round is open.
statements-change = Change your answer
statements-take-back = Take the answer back
statements-from = Drawn from:
statements-when-open = You can change answers or take them back until { $date }. Results are shown when the synthesis begins, to everybody at once; before that nobody sees them.
statements-when-before = Answers are taken from { $date }.
statements-when-closed = Answers were taken until { $date }. Results are shown when the plan office begins the synthesis: until then the round may be reopened, and half a result would sway who answers later.
statements-none = There are no statements yet
statements-none-next = Who runs the round can add some. Meanwhile you can read needs and proposals.
statements-none-told = In this round nobody voted on statements.
statements-unknown = not on record
statements-withdrawn = Withdrawn: { $why }
statements-said = How many people said what
statements-said-more = Below five people we write "fewer than 5", even where there are none: if nobody disagreed, one would know what each person answered.
statements-again = Counting again
statements-export = Download the answers (CSV)
statements-export-more = The file has a line for each person, in random order and without names, codes or times; 1 is agree, -1 disagree, 0 pass. With the command trama opinions anybody gets the same groups.
statements-export-few = Answers can be downloaded only if at least { $people } people took part: with fewer, a rare combination of answers would give somebody away.
stance-accordo = Agree
stance-disaccordo = Disagree
stance-passo = Pass
stance-said-accordo = You answered: agree.
stance-said-disaccordo = You answered: disagree.
stance-said-passo = You answered: pass.
withdrawn-why-poco_chiara = it could be understood in more than one way
withdrawn-why-doppione = another one says the same
withdrawn-why-inesatta = it said something that is not so
withdrawn-why-offensiva = it offended, or spoke of somebody
statement-add-title = Add a statement
statement-add-lead = One sentence one can agree with or not without knowing anything else. Look also for those of people who think otherwise.
statement-field = Statement
statement-hint = One sentence, one idea. Don't write names of people.
statement-source = Number of the need or proposal it is drawn from
statement-source-hint = A public text of this round: readers will find the link.
statement-add = Add
statement-left = You can add { $n } more.
statement-withdraw-title = Withdraw a statement
statement-which = Which one
statement-why = Why
statement-withdraw-more = It stays to be read with the reason; the answers it got don't count.
statement-withdraw = Withdraw

## Opinion groups

opinions-title = Opinion groups
opinions-voted = { $n ->
    [one] One person answered.
   *[other] { $n } people answered.
}
opinions-too-few = Too few people to speak of groups
opinions-too-few-more = At least thirty people must have answered several statements. With fewer, a group would be made of people one can guess.
opinions-no-division = Nearly everybody thinks alike
opinions-no-division-more = The answers don't divide into groups of at least five people.
opinions-weak = There are no groups to speak of
opinions-weak-more = Even random answers form groups. Those that would come out here can't be told from chance, so we don't draw them.
opinions-agreed-title = What all groups agree on
opinions-agreed = They agree
opinions-rejected = They disagree
opinions-agreed-none = There is no statement on which all groups think alike.
opinions-groups = { $n ->
    [one] One opinion group
   *[other] { $n } opinion groups
}
opinions-group = Group { $letter }
opinions-told = Drawing of the groups: the farther apart two groups are, the more differently they answered. { $groups }. The same data are in the table.
opinions-caption = Each shape is a group of people who answered alike: it holds about two thirds of them. The farther apart two shapes are, the more the answers differ. Right, left, up and down mean nothing.
opinions-side-agree = Agree:
opinions-side-disagree = Disagree:
opinions-typical-none = No statement sets it apart for sure.
opinions-divides = What sets them apart most
opinions-table = The table of all statements
opinions-table-caption = Where each group stands
opinions-means-title = What it means, and what it does not
opinions-means-1 = A group is made of people who answered alike, and of nothing else: we don't know whether they share age, municipality or politics.
opinions-means-2 = A larger group is not more right than a smaller one. It shows what holds different people together, and what a majority may fail to hear.
opinions-means-3 = Those answered who wanted to: it is no survey, and decides nothing.
opinions-means-4 = With other statements the groups might be others.
leaning-nearly-all-agree = nearly all agree
leaning-most-agree = most agree
leaning-divided = divided
leaning-most-pass = most pass
leaning-most-disagree = most disagree
leaning-nearly-all-disagree = nearly all disagree
leaning-too-few = too few answers

## Who has been heard

round-coverage = Who we have heard so far, and who is missing
round-coverage-over = Who we have heard
coverage-title = Who we have heard
coverage-heading = Who we have heard so far
coverage-heading-over = Who we have heard
coverage-lead = A round listens well when it also hears those who are usually not there. Here you see who has spoken, and who has not yet.
coverage-none = There is nothing to count yet
coverage-none-next = The round opens on { $date }: from then on this page is updated once a day.
coverage-people = { $n ->
    [one] At least one person has written
   *[other] At least { $n } people have written
}
coverage-people-few = Fewer than five people have written
coverage-at = Updated once a day; last time
coverage-at-last = Last updated
coverage-missing = Who is missing
coverage-missing-none = For now nobody is clearly missing
coverage-missing-none-more = With these numbers one can't say of anybody that they were heard less than others.
coverage-bodies = Bodies and organisations of the territory
coverage-silent = In the register, have not written yet:
coverage-tables = Line by line
coverage-of-categorie = Who speaks
coverage-of-comuni = Municipality
coverage-of-eta = Age
coverage-of-lingue = Language
coverage-of-canali = Way
coverage-by-categorie = For whom they speak
coverage-by-comuni = From where
coverage-by-eta = Age
coverage-by-lingue = In which language
coverage-by-canali = In which way
coverage-unsaid-categorie = people for themselves
coverage-unsaid-comuni = not said
coverage-unsaid-eta = not said
coverage-unsaid-lingue = not said
coverage-unsaid-canali = not said
coverage-age-14-17 = 14–17 years
coverage-age-18-29 = 18–29 years
coverage-age-30-44 = 30–44 years
coverage-age-45-59 = 45–59 years
coverage-age-60-74 = 60–74 years
coverage-age-75-plus = 75 years and more
coverage-other-language = other languages
coverage-col-people = People
coverage-col-share = Share of those who wrote
coverage-col-expected = Share of inhabitants
coverage-col-word = In a word
coverage-at-least = at least { $n }
people-few-short = fewer than 5
percent = { $value }%
coverage-word-nessuno_finora = nobody so far, or fewer than five
coverage-word-poco_ascoltati = little heard
coverage-word-nella_media = about average
coverage-word-molto_ascoltati = much heard
coverage-word-troppo_presto = too early to say
coverage-help-invito = Write to these organisations, by name: a personal invitation is worth more than a notice.
coverage-help-incontro_sul_posto = Hold a meeting there, or open the desk for a day.
coverage-help-scuole = Go to schools, and where young people meet anyway.
coverage-help-orari = Hold a meeting in the evening or on a Saturday, with somebody to look after children.
coverage-help-telefono_e_carta = Telephone, bring paper forms, ask those who come home to people anyway.
coverage-help-mediazione = Hand out forms in that language, with a mediator.
coverage-help-moduli = Leave paper forms where people go anyway: pharmacy, café, parish.
coverage-help-sportello = Ask the desks to write down what people tell.
coverage-help-laboratorio = Invite to a workshop: round a table those speak too who don't write.
coverage-help-collegamento = Pass the link around, with two lines ready to forward.
coverage-how = How we count
coverage-how-people = We count who wrote a need or a proposal, even if it waits for a moderator. Who has an account counts once; a text without an account counts one.
coverage-how-steps = Numbers go in fives: "at least 15" means 15 to 24. Below five we write nothing, and nobody can't be told from four.
coverage-how-later = They are updated once a day at most, and a number changes only when there are at least ten more people: so nobody can work out that one particular person took part.
coverage-how-words = We say "little heard" only when it is nearly certain: even counting what is hidden, they are fewer than four fifths of what they would be in proportion to inhabitants.
coverage-how-profile = The comparison with inhabitants is there where the community profile has the figures: for now, the municipalities.
