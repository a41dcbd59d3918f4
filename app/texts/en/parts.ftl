# Texts read in several parts, and marked sentences.
split-title = Divide into parts
split-lead = For a text that says two things. The text stays as it is and counts once: the parts only say which sentences go into which group.
split-link = Divide into parts
split-link-parts = The parts of this text
split-back = Back to the text
split-sentences = The sentences of the text
split-sentences-hint = Choose for each sentence which part it goes to. The sentences of a part follow one another; those you don't choose just stay in the text.
split-sentence = Sentence { $n }
split-part-n = Part { $n }
split-none = No part
split-titles = What each part says
split-titles-hint = In a few words, for each part you use. Everybody reads it.
split-part-title = Title of part { $n }
split-reason = Why you divide it
split-reason-hint = Everybody reads it, who wrote the text too. Don't write people's names.
split-next = Who wrote the text is told, and sees it with the receipt code too. It can be rejoined at any time, as long as no group uses a part.
split-send = Divide
split-one-title = This text has a single sentence
split-one = There is nothing to divide. To use only some of its words, mark them when you make the group.
split-now = The text is read in { $n ->
    [2] two parts
    [3] three parts
   *[other] { $n } parts
}
split-stale = The text has other words now. What you chose is still here: look at it again, sentence by sentence.
rejoin-title = Rejoin the text
rejoin-lead = The parts end, with the reason. How it was divided stays written.
rejoin-reason = Why you rejoin it
rejoin-send = Rejoin
parts-read = Read in { $n ->
    [2] two parts
    [3] three parts
   *[other] { $n } parts
}
parts-more = It stays a single text, and counts once.
parts-part = Part { $n }
parts-in = In the group
parts-alone = Still by itself
parts-gone = The words of the parts can't be read any more: the text left the public pages, or has changed.
thread-rejoined-ricomposto = Rejoined: it is read whole again
thread-rejoined-testo_cambiato = The parts ended: the text has changed
thread-rejoined-testo_uscito = The parts ended: the text left the public pages
bench-part-similar = Texts like part { $n }
grouping-mark = Which sentences this group needs
grouping-mark-hint = If you mark nothing, the whole text counts. Marked sentences must follow one another.
grouping-part = A part of the text
grouping-part-option = Part { $n }: { $title }
grouping-part-hint = The text is read in parts: choose one.
grouping-own-words = Or copy some words here
notice-split = Text divided into parts
notice-split-more = Who wrote it is told. Each part can now go into a group of its own.
notice-rejoined = Text rejoined
notice-rejoined-more = It is read whole again. How it was divided, and why, stays written.
refusal-parts-in-use = A part of this text is in a group: { $clusters }.
refusal-parts-in-use-next = Dissolve that group first, or make it again with the whole text; then you can rejoin.
fault-parts-too-few = Choose at least one sentence for two different parts
fault-parts-contradicts = The sentences of a part must follow one another: use a third part for those that stand elsewhere
fault-part-title-missing = Write a title for each part you use
fault-split-reason-missing = Write why you divide it
fault-rejoin-reason-missing = Write why you rejoin it
fault-excerpt-repeated = The marked sentences must follow one another
fault-excerpt-contradicts = You marked sentences and gave other words too: leave only the right ones
fault-part-not-a-choice = Choose one of the parts of this text

## E-mail

mail-testo-in-parti-subject = A text of yours is read in several parts
mail-testo-in-parti-body =
    A facilitator has read a text of yours in several parts, because it says more than one thing: so each part can stand with the texts that are like it.

    The text stays as it is, with your words and its supports, and counts once. The parts and the reason are here:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-testo-ricomposto-subject = A text of yours is read whole again
mail-testo-ricomposto-body =
    A facilitator has rejoined a text of yours, which was read in several parts. The text has always stayed as it is. The reason is here:
    { $address }

    { $ambito }
    { $office } – { $email }

## Where each sentence of the synthesis comes from

synthesis-title = Where the synthesis comes from
synthesis-lead = Say for each sentence of the texts in which sentence of the synthesis it is found. Whoever reads the group sees it, and sees what was left out.
synthesis-draft-lead = Say for each sentence of the texts in which sentence of the draft it is found. Only those who work here see it, until the draft is proposed.
synthesis-draft-hint = Tick the numbers of the sentences of the draft that take up each one. What you don't tick stays «not collected yet»: once you propose it everybody reads it, in the words of who wrote it.
synthesis-lines = The synthesis, sentence by sentence
synthesis-sources = The texts, sentence by sentence
synthesis-sources-hint = Tick the numbers of the sentences of the synthesis that take up each one. What you don't tick stays «not collected yet»: everybody reads it, in the words of who wrote it.
synthesis-draws = Found in sentence
synthesis-suggested = The ticks are suggestions
synthesis-suggested-more = They come from shared words, and nobody has looked at them yet. They count only when you save: take away the wrong ones, add those that are missing.
synthesis-suggested-one = , suggested
synthesis-stale = Somebody else saved meanwhile
synthesis-stale-more = Your ticks are still here. Where they differ, what stands now is said beside the sentence; if you save, yours count.
synthesis-stale-text = The synthesis has changed too: your ticks went with the sentences that are left.
synthesis-stale-before = As you had read it
synthesis-theirs = Now found in: { $numbers }
synthesis-theirs-none = Now not collected
synthesis-theirs-skip = Now not needed: { $reason }
synthesis-left = { $n ->
    [0] Every sentence is collected, or not needed.
    [one] One sentence is not collected yet.
   *[other] { $n } sentences are not collected yet.
}
synthesis-open = Not collected yet
synthesis-recheck = To be looked at again: the sentence of the synthesis has changed
synthesis-skip = The synthesis doesn't need it
synthesis-skip-why = Why it isn't needed
synthesis-next = It can be saved even if something isn't collected yet. The texts don't change.
synthesis-save = Save
synthesis-none-title = No text to link
synthesis-none = There is no text yet, or they aren't public any more, or are all voices against.
synthesis-unwritten-title = The synthesis isn't written yet
synthesis-unwritten = Write it in the draft and save it: you find it here sentence by sentence.
synthesis-link = Say where each sentence comes from
synthesis-link-open = { $n ->
    [one] One sentence of the texts is not in the synthesis yet.
   *[other] { $n } sentences of the texts are not in the synthesis yet.
}
collected-legend = The numbers lead to the texts that each sentence comes from.
collected-by = Linked by: { $role }, { $date }.
collected-from = Comes from { $what }
collected-left = Not collected
collected-left-more = What the texts say and the synthesis doesn't, in their own words.
collected-open = { $n ->
    [one] One sentence not collected yet
   *[other] { $n } sentences not collected yet
}
collected-skipped = { $n ->
    [one] One sentence the synthesis doesn't need
   *[other] { $n } sentences the synthesis doesn't need
}
notice-synthesis-saved = Saved where each sentence comes from
notice-synthesis-saved-more = Whoever reads the group sees it, with what was left out.
fault-skip-contradicts = It is ticked as taken up: take away the ticks, or the reason why it isn't needed
fault-from-not-a-choice = Choose one of the sentences of the synthesis
