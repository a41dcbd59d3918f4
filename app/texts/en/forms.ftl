# Citizens' pages with a form: writing, receipt, following, signing in, my voices.

## Writing a need or a proposal

write-need-page = Write a need
write-proposal-page = Write a proposal
write-step = Step { $n } of { $of }
write-then = Next: { $next }
write-then-last = This is the last one
write-progress = Progress
write-leave = Back to the consultation
write-go-next = Continue
write-go-back = Back
write-change = Change
write-optional = (optional)
write-nothing-public = Nothing is public yet. At the end you read everything again, then decide whether to send it.
write-until = You can send it until { $closes }.

write-step-words-bisogno = what happens
write-step-words-proposta = what you propose
write-step-doing = how it could be done
write-step-answers = which needs it answers
write-step-place = where, and what it is about
write-step-who = who is speaking
write-step-check = check and send

write-body-bisogno = What happens?
write-body-bisogno-hint = Tell in your own words what you live or see, and what is missing. Ten words are enough. Do not write other people's names.
write-body-proposta = What do you propose?
write-body-proposta-hint = Tell in your own words what could be done. Ten words are enough. Do not write other people's names.
write-title = Say it in one line
write-title-hint = This is the title people read in lists. At most 140 characters.
write-strengths = What is already there and helps?
write-strengths-hint = People, places, services, habits one can count on.
write-language-open = Writing in another language?
write-language = Language of the text
write-language-hint = Your text is read as you write it, in your language.
write-strengths-open = Would you also say what is already there and helps?

write-doing-title = How could it be done?
write-doing-lead = All of it is optional: write what you know.
write-recipients = Who would it be for?
write-recipients-hint = For example: people who look after an elderly person at home.
write-doers = Who could do it?
write-doers-hint = A municipality, an association, a group of neighbours, you.
write-resources = What is needed, and what is already there?
write-resources-hint = Rooms, vehicles, volunteers' hours, money: what is offered and what is asked.

write-answers-title = Which needs does it answer?
write-answers-lead = So the people who wrote the need find your proposal. If you don't know, go on.
write-answers-legend = Needs that seem close
write-answers-more = Other needs, by their number
write-answers-more-hint = The number is on the page of the need. For example: 3, 12.

write-place-title = Where does it happen, and what is it about?
write-place-title-proposta = Where, and what is it about?
write-municipality = In which municipality?
write-municipality-choose = Choose the municipality
write-policy = What is it mostly about?
policy-plain-1-1 = Bringing up children, school, dropping out
policy-plain-1-2 = Young people: places, activities, being together
policy-plain-1-3 = Families in difficulty, separations, hard times
policy-plain-1-4 = Violence against women
policy-plain-1-5 = Alcohol, drugs, gambling, health
policy-plain-2-1 = Emergencies: a bed, a meal, first help
policy-plain-2-2 = Housing, lost work, money that isn't enough, having nobody
policy-plain-3-a = Older or disabled people, and those who look after them at home
policy-plain-3-b = Older people on their own: visits, company, neighbours
policy-plain-4-1 = People from other countries, at school and in the services
policy-plain-4-2 = Learning Italian
write-policy-hint = Choose the closest one, even if you are not sure: it helps those who bring texts together, and your words stay as they are.

write-who-title = Who is speaking?
write-who-lead = Beside the text people read only what you choose here.
write-organisation = Who are you writing for?
write-organisation-me = For myself
write-organisation-hint = The name of an organisation is always shown beside the text.
write-author = How do you introduce yourself?
write-author-hint = It is shown beside the text: “{ $example }”.
write-author-organisation = If you write for an organisation you can skip this question.
write-author-cittadino = A citizen
write-author-caregiver = Somebody who looks after a relative
write-author-familiare = A relative
write-author-famiglia = A family
write-author-giovane = A young person
write-author-volontario = A volunteer
write-author-operatore = Somebody who works in the services
write-author-cittadino_straniero = A citizen of another country
write-author-anonimo = I prefer not to say
write-signed = Do you want your name beside the text?
write-signed-hint = Choose freely: the text counts the same.
write-signed-no = Without my name
write-signed-yes = With my name: { $name }
write-signed-no-organisation = Only if you write for an organisation: its name is shown.
write-signed-only = With your role a need is written with a name, yours or that of an organisation you speak for.
write-unsigned-only = With your role a need is written without a name: whoever facilitates takes no side.
write-no-name = Your name isn't needed and we don't ask for it. At the end we give you a code to follow the text.
write-sensitive = It is about health, violence, addiction or a difficult situation
write-sensitive-hint = If you tick this it isn't public at once: a person at the planning office reads it within two working days.
write-read-first-policy = Because of the subject you chose it isn't public at once: a person at the planning office reads it first, within two working days.
write-read-first-all = In this round no text is public at once: a person at the planning office reads it first, within two working days.

write-check-title = Check and send
write-check-words-bisogno = What happens
write-check-words-proposta = What you propose
write-check-title-row = In one line
write-check-strengths = What is already there
write-check-language = Language
write-check-recipients = For whom
write-check-doers = Who could do it
write-check-resources = What is needed
write-check-answers = It answers
write-check-place = Where
write-check-policy = What it is about
write-check-who = Who is speaking
write-check-name = Name
write-check-sensitive = Sensitive subject
write-check-sensitive-yes = Yes: a person reads it first
write-check-nothing = Not written
write-change-what = Change: { $what }
write-send = Send
write-send-next-read = It isn't public yet: a person at the planning office reads it by { $by }.
write-send-next-public = It is on the site as soon as you send it. If it touches a sensitive subject, a person at the planning office reads it first, by { $by }.
write-send-next-answer = The consultation is open until { $closes }. Then every text gets an answer with a reason.
write-send-next-code = We give you a code at once to find it again, correct it before it is public, or withdraw it.

write-similar-title = Perhaps others have written this already
write-similar-need-lead = If one of these says the same, you can send your words as “It's my need too”: they stay yours, and people see you are not alone.
write-similar-proposal-lead = Read them before you send: perhaps yours adds to one of these. You can send it anyway.
write-similar-also = It's my need too
write-similar-also-what = It's my need too: { $title }
write-similar-read = Read
write-similar-new-tab = (opens in another tab)
write-similar-words = Words in common: { $words }
write-similar-words-live = Words in common:
write-similar-live = Perhaps somebody has already written it:

write-refused-kept = Your text is below, it isn't lost: you can copy or print it.

language-mk = Macedonian
language-pt = Portuguese
language-hi = Hindi
language-ru = Russian
language-pl = Polish
language-tr = Turkish

## Receipt

receipt-title = Thank you, your text has arrived
receipt-code-title = Your code
receipt-code-lead = With this code you find the text again, correct it before it is public, or withdraw it. Nobody else knows it, not even we: keep it.
receipt-code-once = It is shown only now. Write it down, photograph it or print this page.
receipt-account-title = It is among your voices
receipt-account-lead = You wrote it with your account: you find it in “My voices”, without a code.
receipt-account-go = Go to my voices
receipt-sent = Sent
receipt-what = Text
receipt-closes = The consultation closes
receipt-next-title = What happens now
receipt-next-moderation = A person at the planning office reads it
receipt-next-moderation-by = by { $by }; until then it isn't public
receipt-next-published = It is public
receipt-next-published-note = others can read it and say it is so for them too
receipt-next-becomes-public = It becomes public
receipt-next-becomes-public-note = others can read it and say it is so for them too
receipt-next-closing = The consultation closes
receipt-next-closing-note = { $closes }; then texts that say alike are brought together, without changing anybody's words
receipt-next-answer = It gets an answer with a reason
receipt-next-answer-note = you read it by following the thread of the text
receipt-back-title = To come back
receipt-back-lead = Open the page “Find your text” and type the code, or come to the desk: they will help you.
receipt-back-follow = Find your text
receipt-read = Read the text on the site
receipt-print = To print: browser menu, Print. The page fits on one sheet.
receipt-another = Write another one
receipt-home = Back to the home page

## Following with the code

follow-title = Find your text
follow-lead = Type the code you were given when you sent it.
follow-code = Code
follow-code-hint = Capitals, spaces and hyphens don't matter.
follow-open = Open
follow-lost = Lost the code? Nobody can find it again, because we don't know whose text it is. If the text is public, you find it among needs and proposals.
follow-page-bisogno = Your need
follow-page-proposta = Your proposal
follow-sent-in = Sent in
follow-standing = Where it stands
follow-words = Your words
follow-withdrawn = The text is no longer there: you withdrew it, or it was taken down. Only the sign that it was there is left.
follow-public-page = Read it on the site
follow-so-far = The thread so far
follow-correct-title = Correct the text
follow-correct-lead = You can correct it until it is public. Whoever reads it sees the last version.
follow-correct-title-field = Title
follow-correct-body = Text
follow-correct-save = Save the correction
follow-correct-not = It can no longer be corrected
follow-withdraw-title = Withdraw the text
follow-withdraw-go = Withdraw my text
follow-close = Close this page
follow-close-lead = If the phone or computer isn't only yours, close the page when you are done. The code doesn't stay in the address.

## Signing in

signin-title = Sign in
signin-lead = To support, comment and propose, and for those who work on the plan. A need can be written without signing in.
signin-email = E-mail address
signin-password = Password
signin-go = Sign in
signin-without = Write a need without signing in
signin-demo-title = Demonstration accounts
signin-demo-lead = This district is invented: you can sign in as one of these people. The password is the same for all: { $password }
signin-demo-name = Name
signin-demo-roles = What they do
signin-demo-email = E-mail
signin-demo-act = Try
signin-demo-go = Sign in as { $name }
signin-already = You are signed in as { $name }.
signin-out = Sign out

## My voices

mine-title = My voices
mine-lead = { $name }, here you find what you wrote and what became of it.
mine-level-L0 = Identity not verified
mine-level-L1 = We know your e-mail address
mine-level-L2 = Identity verified with SPID, CIE or a document
mine-level-L3 = You speak for an organisation
mine-who = Who you are here
mine-roles = Roles
mine-identity = Identity
mine-written = What I wrote
mine-written-none-title = You haven't written anything yet
mine-written-none = Tell us what is missing where you live: three lines are enough.
mine-written-desk = With your role you work on what others say: you find it at your desk.
mine-supported = What I support
mine-supported-none = You don't support any text yet.
mine-sent = { $kind ->
   *[other] Sent { $at }
 }
mine-thread = Follow the thread

## Faults of these forms

fault-body-too-few-words = Write at least { $least } words, so that whoever reads it understands the situation
fault-policy-missing = Choose what it is about
fault-municipality-missing = Choose the municipality
fault-author-kind-missing = Choose how you introduce yourself
fault-signed-not-a-choice = It can't be sent like this: choose whether the name is shown
fault-answers-more-not-a-number = Write only the numbers of the needs, for example 3, 12
fault-answers-more-too-long = These are { $found } needs, at most { $most } are possible
fault-also-of-not-a-number = That need is no longer there: choose another one, or send it as it is
fault-code-missing = Type the code
fault-email-missing = Type your e-mail address
fault-password-missing = Type the password
