# The life of a cluster: proposed, open to objections, contested, mediated, in force or not.

## States and notices

cluster-state-separato = Kept apart and linked
merge-until = Until { $date } its authors may object
merge-until-more = If nobody objects, the cluster comes into force the day after. Until then the texts are not joined, and no action comes from the cluster.
merge-contested = Somebody has objected
merge-contested-more = The cluster does not come into force by itself. Another facilitator decides now, or the Coordinator: never who proposed it.
merge-applied-since = In force since { $date }
merge-apart = Kept apart and linked
merge-apart-more = Who mediated decided not to join them. Each text goes on by itself; this page keeps them linked.
merge-waits = This cluster is a proposal
merge-waits-more = Nobody has opened a time for objections: the texts are not joined.
merge-badge-until = Open to objections until { $date }

## Its history

merge-life = What happened to this cluster
merge-life-proposed = Proposed
merge-life-proposed-by = Proposed by { $name }
merge-life-until = Objections until { $date }.
merge-life-objected = Objection of the author of one of the texts
merge-life-objected-kind = Objection of the author of one of the texts, as { $kind }
merge-life-reason-held = The reason is not public: a moderator reads it first, or decided not to publish it.
merge-life-reason-gone = The reason can't be read any more: its text has left the public pages.
merge-life-held-staff = You read it because you work on this cluster. It is not public: the automatic check found something in it.
merge-life-dissented = The author of one of the texts asks that a sentence of theirs stays as a dissenting voice
merge-life-took-back = Who had objected has taken the objection back
merge-life-mediated = Mediated
merge-life-mediated-by = Mediated by { $name }
merge-life-applied = In force: the time ended without objections
merge-life-dissolved = Dissolved
mediation-applicato = Comes into force as it was proposed
mediation-cambiato = Comes into force with a changed synthesis
mediation-separato = Kept apart and linked

## Old and new, beside each other

merge-compare = Compare with the synthesis, word by word
merge-proposed-by = Put together by { $name }
is-cluster-proposed = Proposed cluster
merge-beside-source = The text as it was written
merge-beside-synthesis = What the texts say together
merge-beside-yours = Your text
merge-beside-legend = Words that stand on both sides are marked.
merge-earlier = The synthesis before the mediation
merge-earlier-old = Before
merge-earlier-new = Now

## To its authors

merge-own = A cluster that is proposed includes your text
merge-own-decided = Your text in a cluster
merge-own-lead = Your text stays as it is, with your words and its supports. If the cluster comes into force, it is read there together with the others.
merge-own-until = You may answer until { $date }.
merge-own-why = Why they were put together
merge-own-share = In the cluster your text:
merge-own-said = Your answer
merge-answer-accettato = You agree
merge-answer-obiezione = You object
merge-answer-dissenso = You ask that your sentence stays as a dissenting voice
merge-answer-held = Your reason is not public: a person looks at it first. The objection counts already.
merge-answer-none = You have not answered yet. If you don't, that is fine too.
merge-accept = I agree
merge-accept-hint = The cluster does not need it to come into force: it only says that you recognise yourself in it.
merge-object = I object
merge-objection = Why do you object?
merge-objection-hint = The reason is public, without your name. While it stands, the cluster does not come into force by itself: somebody else decides.
merge-object-send = Send the objection
merge-dissent = I keep my sentence as a dissenting voice
merge-sentence = The sentence, word for word
merge-sentence-hint = Copy it from your text as it is. It stays printed beside the cluster, and beside every action that comes from it.
merge-dissent-send = Keep my sentence
merge-closed = It can't be answered any more

## To who mediates

mediate-title = Decide on the objections
mediate-lead = Listen to who objected and to who proposed. What you decide is public with your name, and is told to authors and supporters.
mediate-decision = What you decide
mediate-pick-applicato = It comes into force as it is proposed
mediate-pick-applicato-hint = The texts are joined; who asked to stay as a dissenting voice stays beside them.
mediate-pick-cambiato = It comes into force with another synthesis
mediate-pick-cambiato-hint = Write it below: the one before stays readable.
mediate-pick-separato = They are kept apart and linked
mediate-pick-separato-hint = The texts are not joined; this page keeps them linked.
mediate-synthesis = The synthesis from now on
mediate-synthesis-hint = Only needed if you change it.
mediate-reason = Why
mediate-reason-hint = Everybody reads it.
mediate-send = Record the decision
mediate-not = Who decides
fault-decision-not-a-choice = Choose what you decide
fault-mediation-missing = Write why you decide so
fault-objection-missing = Write why you object
fault-sentence-missing = Copy the sentence of your text here
fault-unchanged = It is the same as before: change it, or choose to leave it as it is

## On the pages of texts

proposed-title = Proposed for
proposed-more = This text is joined with nothing: a cluster proposes it, and its author may object.
thread-proposed = { $n ->
    [one] Proposed with another in
   *[other] Proposed with { $n } others in
 }
thread-proposed-this = { $n ->
    [one] A text proposed in this cluster
   *[other] { $n } texts proposed in this cluster
 }
thread-apart = It was not joined:
thread-until = Authors may object until { $date }.
thread-contested = Somebody has objected.
mine-merges = Clusters that include your texts
mine-merge-wrote = Includes a text of yours
mine-merge-supported = Includes a text you support
mine-merge-answer = You may answer until { $date }
bench-proposed = { $n ->
    [0] none in a proposed cluster
    [one] 1 in a proposed cluster
   *[other] { $n } in a proposed cluster
 }
office-contested = Contested clusters
office-contested-lead = Somebody has objected: a facilitator who did not propose them decides, or the Coordinator.

reasons-title = Reasons of objections to clusters
reasons-lead = The objection counts in any case. The reason is read on the page of the cluster only if you publish it.
reason-publish = Publish the reason
reason-keep = Don't publish it

## Done

notice-merge-accepted = Thank you: you agree
notice-merge-accepted-more = You may change your mind while the time is open.
notice-merge-objected = Objection recorded
notice-merge-objected-more = The cluster does not come into force by itself: somebody else decides, and the decision is public.
notice-merge-held = Objection recorded
notice-merge-held-more = It counts from now on. The reason is not public: a person looks at it first.
notice-merge-dissented = Your sentence stays as a dissenting voice
notice-merge-dissented-more = It is printed beside the cluster, and will be beside every action that comes from it.
notice-reason-published = The reason is public
notice-reason-kept = The reason stays off the page
notice-reason-kept-more = The objection counts all the same.
notice-mediated = Decision recorded
notice-mediated-more = It is public; authors and supporters are told.

## Why not

refusal-own-merge = You proposed it, so somebody else decides.
refusal-own-merge-next = Leave it to another facilitator or to the Coordinator. You can always dissolve it.
refusal-not-contested = Nobody objects, so there is nothing to mediate.
refusal-not-contested-next = If nobody objects, the cluster comes into force at the end of the time.
refusal-objections-over = The time to answer ended on { $date }.
refusal-objections-over-next = Your text stays as it is. If something is wrong, write to the plan office.
refusal-merge-not-applied = The cluster is not in force yet: its authors may still object, and an action would be left without its voices.
refusal-merge-not-applied-next = Wait for the end of the time, or for who mediates to decide.
refusal-merges-undecided = { $n ->
    [one] One cluster still waits: its time for objections is open, or somebody has objected.
   *[other] { $n } clusters still wait: their time for objections is open, or somebody has objected.
 }
refusal-merges-undecided-next = Wait for the end of the time, have the contested ones mediated, or dissolve those that are of no use.

## E-mail: never anybody's own words

mail-unione-proposta-subject = A text of yours is in a proposed cluster
mail-unione-proposta-body =
    Hello,

    the facilitators propose to put a text of yours together with others that say alike. Your text stays as it is.

    Here you read the new text beside yours, and you may agree, object or keep a sentence of yours as a dissenting voice, until { $date }:
    { $address }

    If you don't answer and nobody objects, the cluster comes into force.

    { $ambito }
    { $office } – { $email }
mail-unione-di-sostenuti-subject = A text you support is in a proposed cluster
mail-unione-di-sostenuti-body =
    Hello,

    the facilitators propose to put a text you support together with others that say alike. Your support stays with the text you gave it to and does not move.

    Here you read the new text beside those it comes from. Their authors may object until { $date }:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-unione-contestata-subject = A cluster is contested and waits for a decision
mail-unione-contestata-body =
    Hello,

    the author of one of its texts objects to a cluster. A facilitator who did not propose it decides, or the Coordinator:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-unione-mediata-subject = There is a decision on a contested cluster
mail-unione-mediata-body =
    Hello,

    there is a decision on a cluster that includes a text you wrote or support. Here you read it with its reason and, if the synthesis changed, with the text before beside it:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-unione-sciolta-subject = A cluster was dissolved
mail-unione-sciolta-body =
    Hello,

    a cluster that includes a text you wrote or support was dissolved. Everything is as it was before; the reason is here:
    { $address }

    { $ambito }
    { $office } – { $email }
suggested-link = Suggested groups
suggested-title = Suggested groups
suggested-lead = Texts that seem to say one thing, compared one by one. It is a draft to read: nothing joins by itself, and who facilitates leaves out what doesn't belong.
suggested-cut-found = Least nearness: { $cut }. It is found in this round: how alike any two texts are on average, and a good margin more.
suggested-cut-asked = Least nearness: { $cut }, set by hand.
suggested-cut-change = Wider or narrower groups
suggested-cut = Least nearness
suggested-cut-hint = A number from 1 to 150. Lower: wider groups. Higher: narrower ones.
suggested-cut-go = Make the groups again
suggested-building = The texts are still being compared
suggested-building-next = It takes less than a minute: load the page again soon.
suggested-none = No group to suggest
suggested-none-next = The texts are little alike, or few as yet. On the workbench you read them one by one, with those most alike beside them.
suggested-all-done = All suggested groups are made
suggested-all-done-next = What is left on the workbench stands by itself.
suggested-group = Suggested group { $number }
suggested-texts = { $n ->
    [one] one text
   *[other] { $n } texts
}
suggested-near = nearness { $score }
suggested-policy = the same policy
suggested-words = Words in common:
suggested-brought = already in a group or a draft
suggested-others = { $n ->
    [one] There is one more group: it appears once you have made some of these.
   *[other] There are { $n } more groups: they appear once you have made some of these.
}
suggested-done = { $n ->
    [one] One suggested group is made already.
   *[other] { $n } suggested groups are made already.
}
