# Testi letti in più parti, e frasi segnate.
split-title = Dividi in parti
split-lead = Per un testo che dice due cose. Il testo resta com'è e conta una volta sola: le parti dicono soltanto quali frasi vanno in quale gruppo.
split-link = Dividi in parti
split-link-parts = Le parti di questo testo
split-back = Torna al testo
split-sentences = Le frasi del testo
split-sentences-hint = Scegli per ogni frase a quale parte va. Le frasi di una parte stanno una di seguito all'altra; quelle che non scegli restano nel testo e basta.
split-sentence = Frase { $n }
split-part-n = Parte { $n }
split-none = Nessuna parte
split-titles = Che cosa dice ogni parte
split-titles-hint = In poche parole, per ogni parte che usi. Lo leggono tutti.
split-part-title = Titolo della parte { $n }
split-reason = Perché lo dividi
split-reason-hint = Lo leggono tutti, anche chi l'ha scritto. Non scrivere nomi di persone.
split-next = Chi ha scritto il testo lo viene a sapere, e lo vede anche con il codice della ricevuta. Si può ricomporre in qualunque momento, finché nessun gruppo usa una parte.
split-send = Dividi
split-one-title = Questo testo ha una frase sola
split-one = Non c'è niente da dividere. Per usarne solo alcune parole, segnale quando fai il gruppo.
split-now = Il testo si legge in { $n ->
    [2] due parti
    [3] tre parti
   *[other] { $n } parti
}
split-stale = Il testo adesso ha altre parole. Le tue scelte sono ancora qui: guardale di nuovo, frase per frase.
rejoin-title = Ricomponi il testo
rejoin-lead = Le parti finiscono, con il motivo. Resta scritto com'era diviso.
rejoin-reason = Perché lo ricomponi
rejoin-send = Ricomponi
parts-read = Letto in { $n ->
    [2] due parti
    [3] tre parti
   *[other] { $n } parti
}
parts-more = Resta un testo solo, e conta una volta sola.
parts-part = Parte { $n }
parts-in = Nel gruppo
parts-alone = Ancora da sola
parts-gone = Le parole delle parti non si leggono più: il testo ha lasciato le pagine pubbliche, o è cambiato.
thread-rejoined-ricomposto = Ricomposto: si legge di nuovo intero
thread-rejoined-testo_cambiato = Le parti sono finite: il testo è cambiato
thread-rejoined-testo_uscito = Le parti sono finite: il testo ha lasciato le pagine pubbliche
bench-part-similar = Testi simili alla parte { $n }
grouping-mark = Quali frasi servono a questo gruppo
grouping-mark-hint = Se non segni niente, conta il testo intero. Le frasi segnate devono stare una di seguito all'altra.
grouping-part = Una parte del testo
grouping-part-option = Parte { $n }: { $title }
grouping-part-hint = Il testo è letto in parti: scegline una.
grouping-own-words = Oppure copia qui alcune parole
notice-split = Testo diviso in parti
notice-split-more = Chi l'ha scritto lo viene a sapere. Ogni parte può ora entrare in un gruppo suo.
notice-rejoined = Testo ricomposto
notice-rejoined-more = Si legge di nuovo intero. Resta scritto com'era diviso e perché.
refusal-parts-in-use = Una parte di questo testo è in un gruppo: { $clusters }.
refusal-parts-in-use-next = Sciogli prima quel gruppo, o rifallo con il testo intero; poi potrai ricomporre.
fault-parts-too-few = Scegli almeno una frase per due parti diverse
fault-parts-contradicts = Le frasi di una parte devono stare una di seguito all'altra: usa una terza parte per quelle che stanno altrove
fault-part-title-missing = Scrivi un titolo per ogni parte che usi
fault-split-reason-missing = Scrivi perché lo dividi
fault-rejoin-reason-missing = Scrivi perché lo ricomponi
fault-excerpt-repeated = Le frasi segnate devono stare una di seguito all'altra
fault-excerpt-contradicts = Hai segnato delle frasi e indicato anche altre parole: lascia solo quelle giuste
fault-part-not-a-choice = Scegli una delle parti di questo testo

## E-mail

mail-testo-in-parti-subject = Un tuo testo si legge in più parti
mail-testo-in-parti-body =
    Chi facilita ha letto un tuo testo in più parti, perché dice più di una cosa: così ogni parte può stare con i testi che le somigliano.

    Il testo resta com'è, con le tue parole e i suoi sostegni, e conta una volta sola. Le parti e il motivo si leggono qui:
    { $address }

    { $ambito }
    { $office } – { $email }
mail-testo-ricomposto-subject = Un tuo testo si legge di nuovo intero
mail-testo-ricomposto-body =
    Chi facilita ha ricomposto un tuo testo, che era letto in più parti. Il testo è sempre rimasto com'è. Il motivo si legge qui:
    { $address }

    { $ambito }
    { $office } – { $email }

## Da dove viene ogni frase della sintesi

synthesis-title = Da dove viene la sintesi
synthesis-lead = Di' per ogni frase dei testi in quale frase della sintesi si ritrova. Chi legge il gruppo lo vede, e vede che cosa è rimasto fuori.
synthesis-draft-lead = Di' per ogni frase dei testi in quale frase della bozza si ritrova. Lo vede solo chi lavora qui, finché la bozza non viene proposta.
synthesis-draft-hint = Segna i numeri delle frasi della bozza che riprendono ognuna. Quello che non segni resta «non ancora raccolto»: quando la proponi lo leggono tutti, con le parole di chi l'ha scritto.
synthesis-lines = La sintesi, frase per frase
synthesis-sources = I testi, frase per frase
synthesis-sources-hint = Segna i numeri delle frasi della sintesi che riprendono ognuna. Quello che non segni resta «non ancora raccolto»: lo leggono tutti, con le parole di chi l'ha scritto.
synthesis-draws = Si ritrova nella frase
synthesis-suggested = I segni sono suggerimenti
synthesis-suggested-more = Vengono dalle parole in comune, e nessuno li ha ancora guardati. Valgono solo quando salvi: togli quelli sbagliati, aggiungi quelli che mancano.
synthesis-suggested-one = , suggerito
synthesis-stale = Qualcun altro ha salvato nel frattempo
synthesis-stale-more = I tuoi segni sono ancora qui. Dove sono diversi, accanto alla frase leggi com'è adesso; se salvi, valgono i tuoi.
synthesis-stale-text = È cambiata anche la sintesi: i tuoi segni hanno seguito le frasi rimaste.
synthesis-stale-before = Come l'avevi letta
synthesis-theirs = Adesso si ritrova in: { $numbers }
synthesis-theirs-none = Adesso non è raccolta
synthesis-theirs-skip = Adesso non serve: { $reason }
synthesis-left = { $n ->
    [0] Ogni frase è raccolta, o non serve.
    [one] Una frase non è ancora raccolta.
   *[other] { $n } frasi non sono ancora raccolte.
}
synthesis-open = Non ancora raccolta
synthesis-recheck = Da ricontrollare: la frase della sintesi è cambiata
synthesis-skip = Non serve alla sintesi
synthesis-skip-why = Perché non serve
synthesis-next = Si può salvare anche se qualcosa non è ancora raccolto. I testi non cambiano.
synthesis-save = Salva
synthesis-none-title = Nessun testo da collegare
synthesis-none = Non c'è ancora nessun testo, o non sono più pubblici, o sono tutti voci contrarie.
synthesis-unwritten-title = La sintesi non è ancora scritta
synthesis-unwritten = Scrivila nella bozza e salvala: qui la ritrovi frase per frase.
synthesis-link = Di' da dove viene ogni frase
synthesis-link-open = { $n ->
    [one] Una frase dei testi non è ancora nella sintesi.
   *[other] { $n } frasi dei testi non sono ancora nella sintesi.
}
collected-legend = I numeri portano ai testi da cui viene ogni frase.
collected-by = Collegati da: { $role }, { $date }.
collected-from = Viene da { $what }
collected-left = Non raccolto
collected-left-more = Quello che i testi dicono e che nella sintesi non c'è, con le loro parole.
collected-open = { $n ->
    [one] Una frase non ancora raccolta
   *[other] { $n } frasi non ancora raccolte
}
collected-skipped = { $n ->
    [one] Una frase che alla sintesi non serve
   *[other] { $n } frasi che alla sintesi non servono
}
notice-synthesis-saved = Salvato da dove viene ogni frase
notice-synthesis-saved-more = Chi legge il gruppo lo vede, con quello che è rimasto fuori.
fault-skip-contradicts = È segnata come ripresa: togli i segni, o il motivo per cui non serve
fault-from-not-a-choice = Scegli una delle frasi della sintesi
