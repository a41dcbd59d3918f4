# The workbench: drafts of groups, texts left by themselves, last acts. Only those who work here see it.

bench-drafts = Drafts
bench-drafts-none = No drafts. Choose texts on the left and put them into a new draft: only those who work here see it.
bench-draft-untitled = Draft without a title
bench-draft-number = draft { $number }
bench-draft-last = Last touched by
bench-draft-private = only those who work here see it
bench-draft-save = Save the draft
bench-draft-discard = Discard the draft
bench-drawn-say = Save, and say where each sentence comes from
bench-drawn-hint = Nobody has said yet where each sentence comes from. It can be done now, or once it is proposed.
bench-drawn-recheck = { $n ->
    [one] One tick is to be looked at again: the sentence has changed.
   *[other] { $n } ticks are to be looked at again: the sentences have changed.
 }
bench-drawn-open = { $n ->
    [one] One sentence of the texts is not collected yet
   *[other] { $n } sentences of the texts are not collected yet
 }
bench-drawn-open-said = You can propose it all the same: whoever reads the group finds them under «Not collected», in the words of who wrote them.
bench-drawn-open-more = You can propose it all the same: nobody has said yet where each sentence comes from, and it can be done afterwards too.
bench-draft-empty = No text in this draft. Add some from the workbench, or from those that say similar things.
bench-draft-proposed = This draft was proposed as a group
bench-draft-discarded = This draft was discarded
bench-draft-discarded-next = It stayed as it was: to have it back, undo the act that discarded it.
bench-in-drafts = { $n ->
    [0] none in a draft
    [one] 1 in a draft
   *[other] { $n } in a draft
 }
bench-alone = { $n ->
    [0] none left by itself
    [one] 1 left by itself with a reason
   *[other] { $n } left by themselves with a reason
 }
bench-show = Show
bench-queue-da_vedere = Those still to be looked at
bench-queue-bozze = Those in a draft, too
bench-queue-da_soli = Those left by themselves
bench-into = Put into
bench-into-new = a new draft
bench-put = Put
bench-leave = Leave by itself…
bench-take-back = Back among those to be looked at
bench-this-too = This text and the ticked ones:
bench-move-into = Move to
bench-move = Move
bench-take-out = Take out of the draft
bench-ticked = With the ticked texts:
bench-add = Add the ticked texts
bench-by-number = Add a text by its number
bench-by-number-hint = For instance 12, B 12 for a need, P 12 for a proposal, or the address of its page.
bench-add-one = Add this text
fault-testo-missing = Write the number of a text, or its address
fault-testo-not-a-number = Write a number, for instance 12 or B 12, or the address of the page of a text
fault-testo-not-an-address = This address is not of a text of this place: copy the one of the page of a need or a proposal
fault-testo-not-a-choice = No text has this number: check it
fault-testo-contradicts = The text with this number is of the other kind: B for needs, P for proposals
fault-testo-not-public = This text is not public: only what everybody can read may be put in
fault-testo-other-round = This text is of another round: texts of one round alone are brought together
fault-testo-repeated = This text is in the draft already
bench-alike = Others that say similar things
bench-mark = Mark a sentence of the text
bench-excerpt-hint = Word for word, as it stands in the text. Needed for who disagrees, and for a text that is elsewhere too.
bench-elsewhere = It is already
bench-in-cluster = in the group
bench-in-draft = in the draft
bench-source-gone = This text is no longer public: take it out before you propose.
bench-left-alone = Left by itself:
bench-somebody = somebody else
bench-stale = While you were writing, { $by } saved this draft
bench-stale-next = What you had not touched is already as it is now; your own words are still in the fields. Below is what differs: correct it if needed, then save.
bench-stale-theirs = As it is now
bench-stale-mine = As you wrote it
suggested-begin = Begin a draft
cluster-resume = Take up again as a draft
cluster-resume-hint = Texts, sentences and synthesis go back into a draft, which only those who work here see.

## Left by themselves

alone-title = { $n ->
    [one] Leave a text by itself
   *[other] Leave { $n } texts by themselves
 }
alone-lead = This is no answer: it only says that nobody forgot it. The reason is public, with date and role, without your name.
alone-class = Why it stands by itself
alone-words = A few words more
alone-words-hint = Needed if the reason is another. Don't write personal data.
alone-send = Leave by itself
alone-cancel = Go back
alone-unica = One of its kind
alone-completa = A whole proposal already
alone-altro_ente = Another body has to do with it
alone-altro = Another reason
fault-motivo-not-a-choice = Choose why it stands by itself
fault-motivo-missing = Choose why it stands by itself
fault-parole-missing = Write the reason in your own words
fault-s-too-few = Tick at least one text
fault-a-too-few = Tick at least one text to add
fault-in-not-a-choice = Choose into which draft

## The last acts

bench-acts = Last acts on the workbench
bench-act-number = act { $number }
bench-act-begun = Began { $draft } with { $n ->
    [one] one text
   *[other] { $n } texts
 }
bench-act-put = { $n ->
    [one] Put one text into { $draft }
   *[other] Put { $n } texts into { $draft }
 }
bench-act-taken_out = { $n ->
    [one] Took one text out of { $draft }
   *[other] Took { $n } texts out of { $draft }
 }
bench-act-moved = { $n ->
    [one] Moved one text from { $other } to { $draft }
   *[other] Moved { $n } texts from { $other } to { $draft }
 }
bench-act-written = Saved { $draft }
bench-act-linked = { $n ->
    [one] Said what { $draft } takes from a text
   *[other] Said what { $draft } takes from { $n } texts
 }
bench-act-discarded = Discarded { $draft }
bench-act-proposed = Proposed the group “{ $cluster }”
bench-act-resumed = Took up the group “{ $cluster }” again as { $draft }
bench-act-left_alone = { $n ->
    [one] Left one text by itself
   *[other] Left { $n } texts by themselves
 }
bench-act-taken_back = { $n ->
    [one] Put one text back among those to be looked at
   *[other] Put { $n } texts back among those to be looked at
 }
bench-act-undone = Undid act { $act }: { $what }
bench-act-undone-older = Undid an earlier act
bench-undone-begun = draft begun
bench-undone-put = texts put into a draft
bench-undone-taken_out = texts taken out of a draft
bench-undone-moved = texts moved
bench-undone-written = draft saved
bench-undone-linked = said where a draft comes from
bench-undone-discarded = draft discarded
bench-undone-proposed = group proposed
bench-undone-resumed = group taken up again as a draft
bench-undone-left_alone = texts left by themselves
bench-undone-taken_back = texts put back among those to be looked at
bench-undone-undone = act undone
bench-undo = Undo
bench-undo-dissolve = To undo it, dissolve the group
bench-undo-undone = Undone by act { $act }
bench-undo-later = Can't be undone any more: act { $act } has worked on it since
bench-undo-erased = Can't be undone any more: a text was erased or is elsewhere

## Done

notice-bench-put = The texts are in the draft
notice-bench-taken-out = The texts are no longer in the draft
notice-bench-moved = The texts are in the other draft
notice-bench-saved = Draft saved
notice-bench-linked = Saved where each sentence comes from
notice-bench-linked-more = Only those who work here see it, until the draft is proposed.
notice-bench-discarded = Draft discarded
notice-bench-discarded-more = It stayed as it was: you can have it back from the last acts.
notice-bench-left-alone = Left by themselves, with the reason
notice-bench-left-alone-more = The page of each text says why.
notice-bench-taken-back = They are among those to be looked at again
notice-bench-undone = Undone
notice-bench-resumed = The group is a draft again

## Why not

refusal-text-elsewhere-cluster = Text { $text } is already in group { $number }.
refusal-text-elsewhere-draft = Text { $text } is already in draft { $number }.
refusal-text-elsewhere-next = It enters a second place only with the sentence it brings there: mark it on the page of the draft, or move the text.
refusal-draft-ended = This draft is no longer being worked on: it was proposed or discarded.
refusal-draft-ended-next = If it became a group, dissolve that and take it up again as a draft. If it was discarded, undo that among the last acts of the workbench.
refusal-changed-since = Act { $act } by { $by } changed the same thing later.
refusal-changed-since-next = Undo that one first, or correct it by hand.

## Notes of those who work here

notes-percorso = Notes between those who work here ({ $n })
notes-testo = Notes on this text ({ $n })
notes-bozza = Notes on this draft ({ $n })
notes-gruppo = Notes on this group ({ $n })
note = Note
note-hint = Only those who work on the workbench read it. Don't write personal data.
note-send = Write the note
note-remove = Remove the note
note-removed = Note removed.
fault-nota-missing = Write the note
fault-nota-too-few-words = Write at least one word
notice-noted = Note written
notice-noted-more = Only those who work on the workbench read it.
notice-note-removed = Note removed

## In the story of a text

thread-left-alone = Left by itself by those who bring texts together
thread-left-alone-more = This is no answer yet: it says that nobody forgot it.
