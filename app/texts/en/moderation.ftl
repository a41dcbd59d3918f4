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

mail-danger-subject = Urgent: a text to read now
mail-danger-body =
    A text with words of present danger has come. What it says is not written here: read it now in the queue.

    { $address }

    { $ambito }
    { $office } – { $email }
