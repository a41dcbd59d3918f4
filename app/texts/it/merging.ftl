# La vita di un gruppo: proposto, aperto alle obiezioni, contestato, mediato, in vigore o no.

## Stati e avvisi

cluster-state-separato = Restano separati e collegati
merge-until = Fino al { $date } chi ha scritto può opporsi
merge-until-more = Se nessuno si oppone, il gruppo entra in vigore il giorno dopo. Fino ad allora i testi non sono uniti, e dal gruppo non nasce nessuna azione.
merge-contested = Qualcuno si è opposto
merge-contested-more = Il gruppo non entra in vigore da solo. Ora decide un'altra persona che facilita, o il Coordinatore: mai chi l'ha proposto.
merge-applied-since = In vigore dal { $date }
merge-apart = Restano separati e collegati
merge-apart-more = Chi ha mediato ha deciso di non unirli. Ogni testo va avanti per conto suo; questa pagina li tiene collegati.
merge-waits = Questo gruppo è una proposta
merge-waits-more = Nessuno ha aperto il periodo per le obiezioni: i testi non sono uniti.
merge-badge-until = Aperto alle obiezioni fino al { $date }

## La storia

merge-life = Che cosa è successo a questo gruppo
merge-life-proposed = Proposto
merge-life-proposed-by = Proposto da { $name }
merge-life-until = Obiezioni fino al { $date }.
merge-life-objected = Obiezione di chi ha scritto uno dei testi
merge-life-objected-kind = Obiezione di chi ha scritto uno dei testi, come { $kind }
merge-life-reason-held = Il motivo non è pubblico: chi modera lo legge prima, o ha deciso di non pubblicarlo.
merge-life-reason-gone = Il motivo non si legge più: il suo testo ha lasciato le pagine pubbliche.
merge-life-held-staff = Lo leggi perché lavori su questo gruppo. Non è pubblico: il controllo automatico vi ha trovato qualcosa.
merge-life-dissented = Chi ha scritto uno dei testi chiede che una sua frase resti come voce contraria
merge-life-took-back = Chi si era opposto ha ritirato l'obiezione
merge-life-mediated = Mediato
merge-life-mediated-by = Mediato da { $name }
merge-life-applied = In vigore: il periodo è finito senza obiezioni
merge-life-dissolved = Sciolto
mediation-applicato = Entra in vigore com'era proposto
mediation-cambiato = Entra in vigore con una sintesi cambiata
mediation-separato = Restano separati e collegati

## Vecchio e nuovo, uno accanto all'altro

merge-compare = Confronta con la sintesi, parola per parola
merge-proposed-by = Messi insieme da { $name }
is-cluster-proposed = Gruppo proposto
merge-beside-source = Il testo com'è stato scritto
merge-beside-synthesis = Quello che i testi dicono insieme
merge-beside-yours = Il tuo testo
merge-beside-legend = Sono segnate le parole che si ritrovano da tutte e due le parti.
merge-earlier = La sintesi prima della mediazione
merge-earlier-old = Prima
merge-earlier-new = Adesso

## A chi ha scritto

merge-own = Un gruppo proposto comprende il tuo testo
merge-own-decided = Il tuo testo in un gruppo
merge-own-lead = Il tuo testo resta com'è, con le tue parole e i suoi sostegni. Se il gruppo entra in vigore, vi si legge insieme agli altri.
merge-own-until = Puoi rispondere fino al { $date }.
merge-own-why = Perché li hanno messi insieme
merge-own-share = Nel gruppo il tuo testo:
merge-own-said = La tua risposta
merge-answer-accettato = Sei d'accordo
merge-answer-obiezione = Ti opponi
merge-answer-dissenso = Chiedi che la tua frase resti come voce contraria
merge-answer-held = Il tuo motivo non è pubblico: prima lo guarda una persona. L'obiezione vale già.
merge-answer-none = Non hai ancora risposto. Se non rispondi, va bene anche così.
merge-accept = Sono d'accordo
merge-accept-hint = Non serve per far entrare in vigore il gruppo: dice solo che ti ci riconosci.
merge-object = Mi oppongo
merge-objection = Perché ti opponi?
merge-objection-hint = Il motivo è pubblico, senza il tuo nome. Finché resta, il gruppo non entra in vigore da solo: decide un'altra persona.
merge-object-send = Invia l'obiezione
merge-dissent = Tengo la mia frase come voce contraria
merge-sentence = La frase, parola per parola
merge-sentence-hint = Copiala dal tuo testo com'è. Resta stampata accanto al gruppo, e a ogni azione che ne nasce.
merge-dissent-send = Tieni la mia frase
merge-closed = Non si può più rispondere

## A chi media

mediate-title = Decidi sulle obiezioni
mediate-lead = Ascolta chi si è opposto e chi ha proposto. Quello che decidi è pubblico con il tuo nome, e arriva a chi ha scritto e a chi sostiene.
mediate-decision = Che cosa decidi
mediate-pick-applicato = Entra in vigore com'è proposto
mediate-pick-applicato-hint = I testi si uniscono; chi ha chiesto di restare come voce contraria resta accanto.
mediate-pick-cambiato = Entra in vigore con un'altra sintesi
mediate-pick-cambiato-hint = Scrivila qui sotto: quella di prima resta leggibile.
mediate-pick-separato = Restano separati e collegati
mediate-pick-separato-hint = I testi non si uniscono; questa pagina li tiene collegati.
mediate-synthesis = La sintesi da adesso
mediate-synthesis-hint = Serve solo se la cambi.
mediate-reason = Perché
mediate-reason-hint = Lo leggono tutti.
mediate-send = Registra la decisione
mediate-not = Chi decide
fault-decision-not-a-choice = Scegli che cosa decidi
fault-mediation-missing = Scrivi perché decidi così
fault-objection-missing = Scrivi perché ti opponi
fault-sentence-missing = Copia qui la frase del tuo testo
fault-unchanged = È uguale a quella di prima: cambiala, o scegli di lasciarla com'è

## Sulle pagine dei testi

proposed-title = Proposto per
proposed-more = Questo testo non è unito a niente: un gruppo lo propone, e chi l'ha scritto può opporsi.
thread-proposed = { $n ->
    [one] Proposto con un altro in
   *[other] Proposto con altri { $n } in
 }
thread-proposed-this = { $n ->
    [one] Un testo proposto in questo gruppo
   *[other] { $n } testi proposti in questo gruppo
 }
thread-apart = Non è stato unito:
thread-until = Chi ha scritto può opporsi fino al { $date }.
thread-contested = Qualcuno si è opposto.
mine-merges = Gruppi che comprendono i tuoi testi
mine-merge-wrote = Comprende un testo tuo
mine-merge-supported = Comprende un testo che sostieni
mine-merge-answer = Puoi rispondere fino al { $date }
bench-proposed = { $n ->
    [0] nessuno in un gruppo proposto
    [one] 1 in un gruppo proposto
   *[other] { $n } in un gruppo proposto
 }
office-contested = Gruppi contestati
office-contested-lead = Qualcuno si è opposto: decide una persona che facilita e non li ha proposti, o il Coordinatore.

reasons-title = Motivi di obiezioni ai gruppi
reasons-lead = L'obiezione vale in ogni caso. Il motivo si legge sulla pagina del gruppo solo se lo pubblichi.
reason-publish = Pubblica il motivo
reason-keep = Non pubblicarlo

## Fatto

notice-merge-accepted = Grazie: sei d'accordo
notice-merge-accepted-more = Puoi cambiare idea finché il periodo è aperto.
notice-merge-objected = Obiezione registrata
notice-merge-objected-more = Il gruppo non entra in vigore da solo: decide un'altra persona, e la sua decisione è pubblica.
notice-merge-held = Obiezione registrata
notice-merge-held-more = Vale da subito. Il motivo non è pubblico: prima lo guarda una persona.
notice-merge-dissented = La tua frase resta come voce contraria
notice-merge-dissented-more = È stampata accanto al gruppo, e lo sarà accanto a ogni azione che ne nasce.
notice-reason-published = Il motivo è pubblico
notice-reason-kept = Il motivo resta fuori dalla pagina
notice-reason-kept-more = L'obiezione vale lo stesso.
notice-mediated = Decisione registrata
notice-mediated-more = È pubblica; chi ha scritto e chi sostiene viene avvisato.

## Perché no

refusal-own-merge = L'hai proposto tu, quindi decide un'altra persona.
refusal-own-merge-next = Lascialo a un'altra persona che facilita, o al Coordinatore. Puoi sempre scioglierlo.
refusal-not-contested = Nessuno si oppone, quindi non c'è niente da mediare.
refusal-not-contested-next = Se nessuno si oppone, il gruppo entra in vigore alla fine del periodo.
refusal-objections-over = Il tempo per rispondere è finito il { $date }.
refusal-objections-over-next = Il tuo testo resta com'è. Se qualcosa non va, scrivi all'Ufficio di Piano.
refusal-merge-not-applied = Il gruppo non è ancora in vigore: chi ha scritto può ancora opporsi, e un'azione resterebbe senza le sue voci.
refusal-merge-not-applied-next = Aspetta la fine del periodo, o la decisione di chi media.
refusal-merges-undecided = { $n ->
    [one] Un gruppo aspetta ancora: il periodo per le obiezioni è aperto, o qualcuno si è opposto.
   *[other] { $n } gruppi aspettano ancora: il periodo per le obiezioni è aperto, o qualcuno si è opposto.
 }
refusal-merges-undecided-next = Aspetta la fine del periodo, fai mediare quelli contestati, o sciogli quelli che non servono.

## E-mail: mai le parole di chi ha scritto

mail-unione-proposta-subject = Un tuo testo è in un gruppo proposto
mail-unione-proposta-body =
    Buongiorno,

    chi facilita propone di mettere insieme un tuo testo e altri che gli somigliano. Il tuo testo resta com'è.

    Qui leggi il testo nuovo accanto al tuo, e puoi dire se sei d'accordo, opporti o tenere una tua frase come voce contraria, fino al { $date }:
    { $address }

    Se non rispondi e nessuno si oppone, il gruppo entra in vigore.

    { $ambito }
    { $office } – { $email }
mail-unione-di-sostenuti-subject = Un testo che sostieni è in un gruppo proposto
mail-unione-di-sostenuti-body =
    Buongiorno,

    chi facilita propone di mettere insieme un testo che sostieni e altri che gli somigliano. Il tuo sostegno resta al testo a cui l'hai dato e non si sposta.

    Qui leggi il testo nuovo accanto a quelli da cui viene. Chi li ha scritti può opporsi fino al { $date }:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-unione-contestata-subject = Un gruppo è contestato e aspetta una decisione
mail-unione-contestata-body =
    Buongiorno,

    chi ha scritto uno dei testi si è opposto a un gruppo. Decide una persona che facilita e non l'ha proposto, o il Coordinatore:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-unione-mediata-subject = C'è una decisione su un gruppo contestato
mail-unione-mediata-body =
    Buongiorno,

    c'è una decisione su un gruppo che comprende un testo che hai scritto o che sostieni. Qui la leggi con il suo motivo e, se la sintesi è cambiata, con il testo di prima accanto:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-unione-sciolta-subject = Un gruppo è stato sciolto
mail-unione-sciolta-body =
    Buongiorno,

    un gruppo che comprende un testo che hai scritto o che sostieni è stato sciolto. Tutto è tornato com'era; qui c'è il motivo:
    { $address }

    { $ambito }
    { $office } – { $email }
suggested-link = Gruppi suggeriti
suggested-title = Gruppi suggeriti
suggested-lead = Testi che sembrano dire la stessa cosa, confrontati uno per uno. È una bozza per leggere: niente si unisce da solo, e chi facilita toglie quello che non c'entra.
suggested-cut-found = Vicinanza minima: { $cut }. È ricavata da questo percorso: quanto si somigliano in media due testi qualsiasi, e un buon margine in più.
suggested-cut-asked = Vicinanza minima: { $cut }, scelta a mano.
suggested-cut-change = Gruppi più larghi o più stretti
suggested-cut = Vicinanza minima
suggested-cut-hint = Un numero da 1 a 150. Più basso: gruppi più larghi. Più alto: più stretti.
suggested-cut-go = Rifai i gruppi
suggested-building = I testi si stanno ancora confrontando
suggested-building-next = Ci vuole meno di un minuto: ricarica la pagina fra poco.
suggested-none = Nessun gruppo da suggerire
suggested-none-next = I testi si somigliano poco, o sono ancora pochi. Nel banco li leggi uno per uno, con i più simili accanto.
suggested-all-done = Tutti i gruppi suggeriti sono fatti
suggested-all-done-next = Nel banco restano i testi che stanno da soli.
suggested-group = Gruppo suggerito { $number }
suggested-texts = { $n ->
    [one] un testo
   *[other] { $n } testi
}
suggested-near = vicinanza { $score }
suggested-policy = stessa politica
suggested-words = Parole in comune:
suggested-brought = già in un gruppo o in una bozza
suggested-others = { $n ->
    [one] C'è un altro gruppo: compare quando ne avrai fatto qualcuno di questi.
   *[other] Ci sono altri { $n } gruppi: compaiono quando ne avrai fatto qualcuno di questi.
}
suggested-done = { $n ->
    [one] Un gruppo suggerito è già fatto.
   *[other] { $n } gruppi suggeriti sono già fatti.
}
