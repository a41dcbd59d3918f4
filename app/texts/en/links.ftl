# Links between texts that stay apart: on the page of a text, of an action, on the thread.
links-title = Links
links-more = They stay separate texts: a link joins nothing and moves no support.
relation-collegato = Has to do with
relation-alternativo = Is an alternative to
relation-ha_alternativa = Has an alternative
relation-risponde_a = Answers
relation-ha_risposta = Finds an answer in
relation-contraddice = Goes against
relation-contraddetto_da = Has against it
link-action = Action no. { $number }
link-by = { $role }, { $date }
link-make-title = Link to another text
link-make-more = Of another area or another round too, or to an action, also of the last plan. It shows from both sides, with the reason.
link-relation = What this text is to the other
link-near = A similar text
link-near-option = { $named }: { $title }
link-other = The other text
link-other-hint = Write what it is and its number: need 12, proposal 3, action 1
link-other-hint-near = If it is not among the similar ones, write what it is and its number: need 12, proposal 3, action 1
link-reason = Why you link them
link-reason-hint = Everybody reads it. Don't write names of people.
link-send = Link
unlink-title = Take link no. { $number } back
unlink-reason = Why you take it back
unlink-send = Take the link back
links-ended = { $n ->
    [one] One link taken back
   *[other] { $n } links taken back
}
link-ended = Taken back: { $role }, { $date }
notice-linked = Texts linked
notice-linked-more = The link shows from both texts, with the reason.
notice-unlinked = Link taken back
notice-unlinked-more = It stays on record who took it back and why.
fault-relation-missing = Choose what this text is to the other
fault-other-missing = Choose the other text, or write its number
fault-other-not-a-choice = Write what it is and its number, for example need 12
fault-other-unknown-code = There is no text with this number: check what it is and its number
fault-other-unchanged = It is this same text: choose another one
fault-other-repeated = They are linked this way already: choose another text or another way
fault-other-contradicts = You chose one text and wrote another: leave the right one only
fault-link-reason-missing = Write why you link them
fault-unlink-reason-missing = Write why you take it back
