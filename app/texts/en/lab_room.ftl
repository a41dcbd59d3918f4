# Workshops of the Community Lab: in the room.
room-back = Back to the cards
room-to-wall = The wall, for the projector
room-to-dots = Dots
room-to-photos = Photographs of the wall
room-cover = Cover the wall
room-uncover = Uncover the wall
room-covered = The wall is covered: nothing can be read on the projector
room-write = A card
room-frozen = Dots are being counted: the wall stays as it is
room-frozen-more = If a card is missing, open the wall again.
room-card = What do they say?
room-card-hint = In their words, { $most } at most. No names.
room-token = Number of the token
room-token-hint = Of who speaks, if they want to say. { $n ->
    [0] No token has been handed out yet.
    [one] One token has been handed out.
   *[other] { $n } tokens have been handed out.
  }
room-quotable = It may be quoted in the report
room-assisted = I wrote it for this person
room-read-back = I read it aloud and they approve
room-read-back-hint = Only needed if you wrote it.
room-send = Put it on the wall
room-cards = { $n ->
    [0] No card yet.
    [one] One card.
   *[other] { $n } cards.
  }
room-last = The last one is no. { $number }:
room-wall = The wall
room-wall-empty = The wall is still empty.
room-loose = No column
room-column-cards = { $n ->
    [one] 1 card
   *[other] { $n } cards
  }
room-is-assisted = written by another hand
room-is-quotable = may be quoted
room-became = it became
room-taken = a text was made of it, which waits to be read
room-behind = { $n ->
    [one] Another one says the same
   *[other] { $n } others say the same
  }
room-hide = Take off
room-hide-which = card { $number }
room-hide-all = Take off the wall
room-show = Put back
room-off = Taken off the wall
room-off-more = Nobody else sees them. The words stay as they were written.
room-ticked = With the ticked cards
room-move-to = Move to
room-move = Move
room-same-as = They say the same as
room-same = Put them behind it
room-apart = Set them apart again
room-take-up = Make a need or a proposal of them
room-columns = The columns
room-column = Title of a new column
room-column-add = Add the column
room-columns-change = Change the columns
room-column-title = Title of column { $number }
room-column-rename = Change the title
room-column-earlier = Move it forward
room-column-remove = Remove the column
room-queue-title = Cards waiting
room-queue-one = One card waiting.
room-queue-several = { $n } cards waiting.
room-queue-sending = Sending…
room-queue-sent = It has arrived.
room-queue-lost = They go by themselves as soon as the network is back.
room-queue-ended = Sign in again: then they go.
room-queue-refused = It has not arrived:
room-queue-mend = Correct it
room-queue-throw = Throw it away
fault-card-missing = Write what they say
fault-card-too-many = There are { $found } words, { $most } at most: keep the most important ones
fault-card-token-not-a-choice = Nobody holds this token: check the number
fault-read-back-missing = Read it aloud to who said it, and tick that they approve
fault-c-too-few = Tick at least one card
fault-c-not-a-choice = None of the ticked cards stands behind another
fault-c-taken = Something was already made of one of these cards, or it was taken off the wall: go back to the wall and tick them again
fault-column-missing = Choose where to move them
fault-front-missing = Choose which card stands in front
fault-front-repeated = It is the same card: tick another one, or choose another one
fault-column-title-missing = Write the title of the column
fault-column-title-taken = There is a column with this title already
fault-column-title-too-many = There are { $found } columns, { $most } at most
fault-cards-too-few = There is nothing on the wall to put dots on yet
fault-people-missing = Write how many people put dots
fault-people-too-few = Write how many people put dots: at least one
fault-people-too-many = That is { $found } people, but { $most } tokens were handed out
fault-photo-missing = Choose a photograph
fault-photo-not-a-choice = This file can't be read: it must be a JPEG or PNG photograph
fault-photo-too-many = The photograph is { $found } MB, { $most } at most: take a smaller one
fault-alt-missing = Write what can be seen
fault-alt-too-few-words = Write at least { $least } words: who can't see the photograph knows it from here
fault-recognisable-missing = Look at the photograph: if somebody can be recognised who does not agree, use another one
notice-card-written = The card is on the wall
notice-wall-arranged = Done: the wall has changed
notice-card-hidden = Taken off the wall
notice-card-hidden-more = You find it under “Taken off the wall”, and it can be put back.
notice-card-shown = Back on the wall
notice-columns-changed = Columns changed
notice-wall-covered = The wall is covered
notice-wall-uncovered = The wall can be read again
notice-wall-frozen = The wall stays as it is now: dots are being put
notice-wall-unfrozen = The wall is open again
notice-dots-counted = The count adds up, and is saved
notice-photo-added = Photograph added
notice-photo-removed = Photograph deleted
notice-cards-taken-up = Done: it is a voice like the others
notice-cards-wait = The text has arrived: somebody reads it before it is public
wall-covered = One moment.
wall-empty = The cards will be read here.
wall-still = Stop: don't refresh by itself
wall-go = Refresh by itself again
wall-lost = No network: this is the wall of a moment ago.
dots-lead = Each person has { $each } dots, and puts { $most } at most on the same card.
dots-freeze-title = Freeze the wall
dots-freeze-lead = { $n ->
    [0] There is no card on the wall yet.
    [one] Dots are put on one card. From when you freeze it the wall stays as it is, until you open it again.
   *[other] Dots are put on { $n } cards. From when you freeze it the wall stays as it is, until you open it again.
  }
dots-freeze = Freeze the wall and put dots
dots-people = People who put dots
dots-people-hint = { $n ->
    [one] One token has been handed out.
   *[other] { $n } tokens have been handed out.
  } If somebody left early, write fewer.
dots-totals = Dots on each card
dots-totals-hint = Those of all, of who has no phone too. Where there are none, leave it empty.
dots-card-hidden = Taken off the wall.
dots-card-with = With those behind it: { $numbers }.
dots-blanks = Dots not used
dots-blanks-hint = Those left over. If none, zero.
dots-given = Dots put
dots-next = The count must add up: people times dots, equal to those put and those not used. The number is not seen elsewhere until the minutes are approved.
dots-send = Check the count and save
dots-counted = The count adds up
dots-sum = { $people } people times { $each } dots make { $all }.
dots-hidden = Only who runs the workshop sees it, until the minutes are approved. It can be typed anew while the workshop is under way.
dots-unfreeze-title = Open the wall again
dots-unfreeze-lead = Cards can be written and moved again.
dots-unfreeze-counted = Cards can be written and moved again. The count of dots that you saved is thrown away, and has to be done again.
dots-unfreeze = Open the wall again
photos-lead = Only who runs the workshop sees them; everybody, once the minutes are approved.
photos-lead-public = Everybody sees them, on the page of the workshop.
photos-none = No photograph yet.
photos-add = Add a photograph
photos-there = The photographs
photos-file = Photograph
photos-file-hint = JPEG or PNG, 12 MB at most. The place and the phone written in the file are not kept.
photos-alt = What can be seen
photos-alt-hint = For who can't see the photograph: how many columns, with which titles.
photos-recognisable = Nobody can be recognised in it, or who can agrees
photos-next = The photograph is drawn anew, smaller. It can be deleted at any time.
photos-send = Add
photos-remove = Delete
photos-which = photograph { $number }
take-title = Make a need or a proposal of them
take-lead = The cards stay as they are. The text is anonymous, and says which workshop it comes from.
take-taken = Something was already made of these cards: { $numbers }.
take-none = No card ticked
take-none-more = Tick those on the wall that say the same.
take-cards = { $n ->
    [one] The card
   *[other] The cards
  }
take-kind = What it is
take-words-title = Title
take-body = What is said
take-body-hint = Begin with the words of the cards, and add what was said in the room. At least ten words.
take-municipality = Municipality
take-policy = Policy
take-language = Language
take-sensitive = It touches health, violence, addiction or hardship: a person reads it before it is public
take-next = What holds for every voice holds here: where needed, somebody reads it before it is public. If the cards are of one token alone, its holder follows the text with the code on it.
take-send = Send
said-in-session = Said at workshop { $number }: { $title }
said-on-cards = { $n ->
    [one] card { $numbers }
   *[other] cards { $numbers }
  }
