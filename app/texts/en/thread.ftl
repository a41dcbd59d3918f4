# The thread drawn and on paper; the ledger of a round's texts.
ledger-title = The ledger of texts
ledger-lead = How many texts came, where they stand now, and that none was lost on the way.
ledger-where = Where it stands
ledger-received-title = Received
ledger-received-caption = All texts that came, by where they stand
ledger-received-total = Received in all
ledger-received-few = Those that are not public are fewer than 5: their total would tell who they are.
ledger-standing-pubblicato = Published
ledger-standing-in_moderazione = Being read, before they are public
ledger-standing-ritirato = Withdrawn by who wrote them
ledger-standing-oscurato = Hidden
ledger-standing-anonimizzato = Made anonymous
ledger-other-states = Other states
ledger-hidden-title = Why they are hidden
ledger-hidden-caption = Hidden texts, by reason
ledger-no-class = Without a reason of these classes
ledger-published-title = Published
ledger-published-caption = All published texts, by what became of them
ledger-published-total = Published in all
ledger-place-gruppo = In a group, with others that say similar things
ledger-place-azione = In an action, by themselves
ledger-place-risposta = Alone, with an answer and its reason
ledger-place-in_attesa = Waiting for an answer
ledger-waiting = The round is given back only when nobody waits any more.
ledger-done = No text waits for an answer.
graph-label = The thread, drawn
graph-caption = From the left: voices, groups, actions, what was decided. Dashed lines are dissent, or groups that were dissolved. The same can be read below, step by step.
graph-cluster = Group no. { $number }
graph-action = Action no. { $number } · { $state }
graph-more-voices = { $n ->
    [one] and one other voice
   *[other] and { $n } other voices
}
graph-review = Planning table
graph-act = Act { $number }
graph-approved = Approved
graph-not-approved = Not approved
graph-measured = Measured: { $value }
graph-answer = Answer
qr-label = A code to point a telephone at: it leads to this thread
qr-caption = To find it again from paper:
thread-file = The thread as a file (JSON, PROV)
thread-file-name = thread
