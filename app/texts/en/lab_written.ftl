# Workshops of the Community Lab: afterwards.
lab-minutes-title = Minutes of the workshop
lab-understood = What we understood
lab-minutes-begin = { $place }, { $date }. Present: { $people }.
lab-minutes-question = The question: { $question }
lab-minutes-agenda = How it went
lab-minutes-wall = What is on the wall
lab-minutes-made = Needs and proposals made of the cards
lab-minutes-understood = What we understood
lab-minutes-understood-here = (Write here, in a few sentences, what the group said and on what it disagreed.)
lab-no-column = In no column
lab-dots = { $n ->
    [one] 1 dot
   *[other] { $n } dots
 }
lab-dots-sum = { $people } people × { $each } dots = { $sum }.
lab-dots-blank = { $n ->
    [one] 1 dot was not used.
   *[other] { $n } dots were not used.
 }
lab-dots-elsewhere = { $n ->
    [one] 1 dot was on a card that is not shown any more.
   *[other] { $n } dots were on cards that are not shown any more.
 }
lab-end = End the workshop
lab-end-lead = From here on no card and no arrival is added. You find a first draft of the minutes, with the agenda, the cards and the dots: you complete it, then you send it to who was there.
lab-end-send = End it and go to the minutes
lab-minutes-write = Write the minutes
lab-minutes-first = This is a first draft, put together from agenda, wall and dots. There is no name and no token in it. Correct it, complete it and save it.
lab-minutes-again = Every version stays readable, with the reason why it was written.
lab-minutes-words = The minutes
lab-minutes-words-hint = No names of who was there. You can use headings and lists in Markdown.
lab-minutes-why = Why a new version
lab-minutes-save = Save the minutes
lab-minutes-theirs = The version that stands now
lab-minutes-public = As who was there reads them
lab-minutes-read = Read the minutes
lab-minutes-asked = The minutes, with the corrections asked and the answers
lab-taken-unwritten = You took a correction in after the last version
lab-taken-unwritten-next = Write it into the text and save a new version: that is the one that stays.
lab-send-title = To who was there
lab-send-first = Save the minutes first: then you send them to who was there.
lab-send-lead = Who was there has seven days to read and correct them, with the code of their token. Then you approve them, and they are public.
lab-send-linked = { $n ->
    [0] Nobody who was there had registered with an account: no message is sent. Tell them by a notice or in person.
    [one] One person had registered with an account: they get a message.
   *[other] { $n } people had registered with an account: they get a message.
 }
lab-send = Send to who was there
lab-sent-until = They were sent. Who was there can correct them until { $date }.
lab-sent-over = The time to correct them ended on { $date }.
lab-corrections = Corrections
lab-corrections-none = Nobody asked for corrections.
lab-corrections-desk = Every correction gets an answer, with the reason: who was there reads it, and after the approval everybody does. Who asked for it is not shown.
lab-corrections-asked = Corrections asked by who was there
lab-correction-number = Correction { $number }
lab-correction-read = on version { $version }
lab-taken = Taken in
lab-not-taken = Not taken in
lab-waits = Waits for an answer
lab-answer = What you decide
lab-take = I take it in
lab-take-hint = Then write it into the text of the minutes.
lab-not-take = I don't take it in
lab-answer-reason = Why
lab-answer-to = Answer correction { $number }
lab-answer-send = Answer
lab-approve = Approve
lab-approve-lead = The minutes, the cards and the dots become public, with the corrections asked and the answers. After that they don't change any more.
lab-approve-send = Approve and publish
lab-never-written = There are no minutes of this workshop on this site
lab-never-written-next = It was held before the site was there. Its page shows the cards and what came of them.
lab-approved-after = Approved after who was there read them; last version of
lab-not-yet = The minutes are not there yet
lab-not-yet-next = Who runs the workshop writes them. Then who was there reads them and can correct them for seven days; after the approval everybody reads them, here.
lab-code-what = The code of the token
lab-code-what-more = At the door everybody gets a token with a number and a code of twenty signs. The code only says that you were there: we don't know your name. If you had registered with an account, it is enough to sign in. If you don't have the token any more, write to the planning office: they read your correction with the others.
lab-read-lead = For now it is read by who was there. Then it becomes public.
lab-read-until = It can be corrected until { $date }. Who ran the workshop answers every correction.
lab-read-over = The time to correct is over. If you were there you can still read it; soon everybody can.
lab-code = The code of your token
lab-code-hint = Twenty signs, in groups of five. Capitals and dashes don't matter.
lab-code-open = Read the minutes
fault-token-code-missing = Write the code of the token
fault-token-code-unknown-code = No token of this workshop has this code. Check the signs, one by one.
lab-understood-lead = You were there: tell us if we understood well.
lab-correct = Correct
lab-correction = What is to be corrected or added
lab-correction-hint = A few words are enough. Don't write names: neither yours nor those of others.
lab-correction-next = You can send more than one, until { $date }. Who ran the workshop answers, with a reason; the correction and the answer are read here, without saying whose it is.
lab-correction-send = Send the correction
lab-report-title = Report of the workshop
lab-report-lead = What we learned and what changes. It becomes public when you give the workshop back.
lab-report-lead-public = It is public. A new version takes the place of this one at once.
lab-report-write = Write the report
lab-learned = What surprised us
lab-learned-hint = What we didn't know before.
lab-changes = What changes
lab-changes-hint = What you will do differently, who and when. If nothing changes, write why.
lab-quotes = Words quoted with the leave of who said them
lab-quotes-hint = Only the cards for which who was there said yes.
lab-quotes-none = No card may be quoted: nobody gave leave, or who had given it took it back.
lab-quotes-taken-back = { $n ->
    [one] One quotation was taken out: who had said it took the leave back.
   *[other] { $n } quotations were taken out: who had said them took the leave back.
 }
lab-report-save = Save the report
lab-report-save-public = The workshop is given back already: what you save is read at once.
lab-report-theirs = The version that stands now
lab-report-stale = Somebody else wrote a version of the report meanwhile
lab-report-stale-next = It is below. Yours is still in the form: compare them, then save again.
lab-report-public = The page of the workshop
lab-give-back = Give the workshop back
lab-give-back-first = Save the report first: the workshop is given back with it.
lab-give-back-lead = The report becomes public on the page of the workshop, with the numbers and the quotations.
lab-give-back-send = Give it back
lab-given-back = It is given back.
lab-leave = Leave taken back
lab-leave-open = Somebody doesn't want to be quoted any more
lab-leave-lead = Who said something can change their mind at any time. The quotation disappears from all pages at once, and the report says that one was taken out. As to what is printed already, tell who got it.
lab-leave-card = card { $number }
lab-leave-end = Don't quote any more
lab-leave-off = Take it off the public wall
lab-leave-hide = Take the card off the public wall too
lab-leave-ended = Leave taken back on
lab-leave-quoted = It is quoted in the report.
lab-numbers = In numbers
lab-registered = Registered
lab-present = Present
lab-walk-ins = Of these, without registration
lab-walk-ins-beside = Came without registration
lab-cards = Cards
lab-columns = Columns
lab-needs = Needs written in the workshop
lab-proposals = Proposals written in the workshop
lab-by-place = Where they came from
lab-by-category = For whom they spoke
lab-by-age = How old they were
lab-col-who = Who
lab-col-people = People
lab-unsaid = Didn't say
lab-wall = The wall
lab-wall-lead = The cards as they were written, without names.
lab-same = { $n ->
    [one] · another one says it too
   *[other] · { $n } others say it too
 }
lab-photos = Photographs of the wall
lab-made = What became of them
lab-made-lead = The needs and proposals written in this workshop, and where they stand.
lab-made-none = No public need or proposal has come of this workshop yet.
refusal-minutes-not-sent = The minutes were not sent to who was there yet.
refusal-minutes-not-sent-next = Send them: who was there has seven days to correct them, then they are approved.
refusal-corrections-open = Who was there can correct the minutes until { $date }: they are not approved before.
refusal-corrections-open-next = Come back when the time is over. Meanwhile you can answer corrections.
refusal-corrections-over = The time to correct ended on { $date }.
refusal-corrections-over-next = You can still read the minutes. If something important is missing, write to the planning office.
refusal-corrections-left = { $n ->
    [one] One correction has no answer.
   *[other] { $n } corrections have no answer.
 }
refusal-corrections-left-next = Answer each, with a reason, then approve.
notice-session-minutes-saved = The minutes are saved
notice-session-minutes-sent = The minutes are sent to who was there
notice-session-minutes-sent-more = From now on they can read and correct them, with the code of their token.
notice-correction-sent = The correction has arrived
notice-correction-sent-more = The answer will be on this page.
notice-correction-answered = The answer is saved
notice-correction-answered-more = Who was there reads it.
notice-session-minutes-approved = The minutes are approved and public
notice-session-minutes-approved-more = Now the report is written, and the workshop is given back.
notice-session-report-saved = The report is saved
notice-session-given-back = The workshop is given back
notice-session-given-back-more = The report is on its page.
notice-quoting-ended = It is quoted no more
notice-quoting-ended-more = It has left the pages already.
