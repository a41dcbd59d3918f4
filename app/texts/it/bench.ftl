# Il banco: bozze di gruppi, testi lasciati a sé, ultimi atti. Lo vede solo chi ci lavora.

bench-drafts = Bozze
bench-drafts-none = Nessuna bozza. Scegli i testi a sinistra e mettili in una bozza nuova: la vede solo chi lavora qui.
bench-draft-untitled = Bozza senza titolo
bench-draft-number = bozza { $number }
bench-draft-last = Ultima mano:
bench-draft-private = la vede solo chi lavora qui
bench-draft-save = Salva la bozza
bench-draft-discard = Scarta la bozza
bench-drawn-say = Salva, e di' da dove viene ogni frase
bench-drawn-hint = Nessuno ha ancora detto da dove viene ogni frase. Si può fare adesso o dopo averla proposta.
bench-drawn-recheck = { $n ->
    [one] Un segno è da ricontrollare: la frase è cambiata.
   *[other] { $n } segni sono da ricontrollare: le frasi sono cambiate.
 }
bench-drawn-open = { $n ->
    [one] Una frase dei testi non è ancora raccolta
   *[other] { $n } frasi dei testi non sono ancora raccolte
 }
bench-drawn-open-said = Puoi proporre lo stesso: chi legge il gruppo le trova sotto «Non raccolto», con le parole di chi le ha scritte.
bench-drawn-open-more = Puoi proporre lo stesso: nessuno ha ancora detto da dove viene ogni frase, e si può fare anche dopo.
bench-draft-empty = Nessun testo in questa bozza. Aggiungine dal banco, o fra quelli che dicono cose simili.
bench-draft-proposed = Questa bozza è stata proposta come gruppo
bench-draft-discarded = Questa bozza è stata scartata
bench-draft-discarded-next = È rimasta com'era: per riaverla, annulla l'atto che l'ha scartata.
bench-in-drafts = { $n ->
    [0] nessuno in bozza
    [one] 1 in bozza
   *[other] { $n } in bozza
 }
bench-alone = { $n ->
    [0] nessuno lasciato a sé
    [one] 1 lasciato a sé con motivo
   *[other] { $n } lasciati a sé con motivo
 }
bench-show = Mostra
bench-queue-da_vedere = Quelli da vedere
bench-queue-bozze = Anche quelli in bozza
bench-queue-da_soli = Quelli lasciati a sé
bench-into = Metti in
bench-into-new = bozza nuova
bench-put = Metti
bench-leave = Lascia a sé…
bench-take-back = Rimetti fra quelli da vedere
bench-this-too = Questo testo e quelli segnati:
bench-move-into = Sposta in
bench-move = Sposta
bench-take-out = Togli dalla bozza
bench-ticked = Con i testi segnati:
bench-add = Aggiungi i testi segnati
bench-by-number = Aggiungi un testo con il suo numero
bench-by-number-hint = Per esempio 12, B 12 per un bisogno, P 12 per una proposta, o l'indirizzo della sua pagina.
bench-add-one = Aggiungi questo testo
fault-testo-missing = Scrivi il numero di un testo, o il suo indirizzo
fault-testo-not-a-number = Scrivi un numero, per esempio 12 o B 12, o l'indirizzo della pagina di un testo
fault-testo-not-an-address = Questo indirizzo non è di un testo di qui: copia quello della pagina di un bisogno o di una proposta
fault-testo-not-a-choice = Nessun testo ha questo numero: controllalo
fault-testo-contradicts = Il testo con questo numero è dell'altro tipo: B per i bisogni, P per le proposte
fault-testo-not-public = Questo testo non è pubblico: entra solo quello che tutti possono leggere
fault-testo-other-round = Questo testo è di un altro percorso: si mettono insieme i testi di uno solo
fault-testo-repeated = Questo testo è già nella bozza
bench-alike = Altri che dicono cose simili
bench-mark = Segna una frase del testo
bench-excerpt-hint = Parola per parola, com'è nel testo. Serve per chi non è d'accordo, e per un testo che è anche altrove.
bench-elsewhere = È già
bench-in-cluster = nel gruppo
bench-in-draft = nella bozza
bench-source-gone = Questo testo non è più pubblico: toglilo prima di proporre.
bench-left-alone = Lasciato a sé:
bench-somebody = un'altra persona
bench-stale = Mentre scrivevi, { $by } ha salvato questa bozza
bench-stale-next = Le parole che non avevi toccato sono già quelle di adesso; le tue sono ancora nei campi. Qui sotto vedi che cosa è diverso: correggi se serve, poi salva.
bench-stale-theirs = Com'è adesso
bench-stale-mine = Come l'hai scritto tu
suggested-begin = Inizia una bozza
cluster-resume = Riprendi come bozza
cluster-resume-hint = Testi, frasi e sintesi tornano in una bozza, che vede solo chi lavora qui.

## Lasciati a sé

alone-title = { $n ->
    [one] Lascia a sé un testo
   *[other] Lascia a sé { $n } testi
 }
alone-lead = Non è una risposta: dice solo che nessuno l'ha dimenticato. Il motivo è pubblico, con la data e il ruolo, senza il tuo nome.
alone-class = Perché sta da solo
alone-words = Due parole in più
alone-words-hint = Servono se il motivo è un altro. Non scrivere dati personali.
alone-send = Lascia a sé
alone-cancel = Torna indietro
alone-unica = Unico nel suo genere
alone-completa = È già una proposta completa
alone-altro_ente = Riguarda un altro ente
alone-altro = Altro motivo
fault-motivo-not-a-choice = Scegli perché sta da solo
fault-motivo-missing = Scegli perché sta da solo
fault-parole-missing = Scrivi il motivo con parole tue
fault-s-too-few = Segna almeno un testo
fault-a-too-few = Segna almeno un testo da aggiungere
fault-in-not-a-choice = Scegli in quale bozza

## Gli ultimi atti

bench-acts = Ultimi atti sul banco
bench-act-number = atto { $number }
bench-act-begun = Iniziata la { $draft } con { $n ->
    [one] un testo
   *[other] { $n } testi
 }
bench-act-put = { $n ->
    [one] Un testo messo nella { $draft }
   *[other] { $n } testi messi nella { $draft }
 }
bench-act-taken_out = { $n ->
    [one] Un testo tolto dalla { $draft }
   *[other] { $n } testi tolti dalla { $draft }
 }
bench-act-moved = { $n ->
    [one] Un testo spostato dalla { $other } alla { $draft }
   *[other] { $n } testi spostati dalla { $other } alla { $draft }
 }
bench-act-written = Salvata la { $draft }
bench-act-linked = { $n ->
    [one] Detto che cosa la { $draft } prende da un testo
   *[other] Detto che cosa la { $draft } prende da { $n } testi
 }
bench-act-discarded = Scartata la { $draft }
bench-act-proposed = Proposto il gruppo «{ $cluster }»
bench-act-resumed = Ripreso il gruppo «{ $cluster }» come { $draft }
bench-act-left_alone = { $n ->
    [one] Un testo lasciato a sé
   *[other] { $n } testi lasciati a sé
 }
bench-act-taken_back = { $n ->
    [one] Un testo rimesso fra quelli da vedere
   *[other] { $n } testi rimessi fra quelli da vedere
 }
bench-act-undone = Annullato l'atto { $act }: { $what }
bench-act-undone-older = Annullato un atto di prima
bench-undone-begun = bozza iniziata
bench-undone-put = testi messi in una bozza
bench-undone-taken_out = testi tolti da una bozza
bench-undone-moved = testi spostati
bench-undone-written = bozza salvata
bench-undone-linked = detto da dove viene una bozza
bench-undone-discarded = bozza scartata
bench-undone-proposed = gruppo proposto
bench-undone-resumed = gruppo ripreso come bozza
bench-undone-left_alone = testi lasciati a sé
bench-undone-taken_back = testi rimessi fra quelli da vedere
bench-undone-undone = atto annullato
bench-undo = Annulla
bench-undo-dissolve = Per annullarlo, sciogli il gruppo
bench-undo-undone = Annullato dall'atto { $act }
bench-undo-later = Non si annulla più: l'atto { $act } ci ha lavorato sopra
bench-undo-erased = Non si annulla più: un testo è stato cancellato o è altrove

## Fatto

notice-bench-put = I testi sono nella bozza
notice-bench-taken-out = I testi non sono più nella bozza
notice-bench-moved = I testi sono nell'altra bozza
notice-bench-saved = Bozza salvata
notice-bench-linked = Salvato da dove viene ogni frase
notice-bench-linked-more = Lo vede solo chi lavora qui, finché la bozza non viene proposta.
notice-bench-discarded = Bozza scartata
notice-bench-discarded-more = È rimasta com'era: puoi riaverla fra gli ultimi atti.
notice-bench-left-alone = Lasciati a sé, con il motivo
notice-bench-left-alone-more = Sulla pagina di ogni testo si legge perché.
notice-bench-taken-back = Sono di nuovo fra quelli da vedere
notice-bench-undone = Annullato
notice-bench-resumed = Il gruppo è di nuovo una bozza

## Perché no

refusal-text-elsewhere-cluster = Il testo { $text } è già nel gruppo { $number }.
refusal-text-elsewhere-draft = Il testo { $text } è già nella bozza { $number }.
refusal-text-elsewhere-next = In un secondo posto entra solo con la frase che porta lì: segnala sulla pagina della bozza, oppure sposta il testo.
refusal-draft-ended = Questa bozza non è più in lavorazione: è stata proposta o scartata.
refusal-draft-ended-next = Se è diventata un gruppo, sciogli quello e riprendilo come bozza. Se è stata scartata, annulla l'atto fra gli ultimi del banco.
refusal-changed-since = L'atto { $act } di { $by } ha cambiato la stessa cosa dopo.
refusal-changed-since-next = Annulla prima quello, o correggi a mano.

## Note di chi lavora qui

notes-percorso = Note fra chi lavora qui ({ $n })
notes-testo = Note su questo testo ({ $n })
notes-bozza = Note su questa bozza ({ $n })
notes-gruppo = Note su questo gruppo ({ $n })
note = Nota
note-hint = La legge solo chi lavora sul banco. Non scrivere dati personali.
note-send = Scrivi la nota
note-remove = Togli la nota
note-removed = Nota tolta.
fault-nota-missing = Scrivi la nota
fault-nota-too-few-words = Scrivi almeno una parola
notice-noted = Nota scritta
notice-noted-more = La legge solo chi lavora sul banco.
notice-note-removed = Nota tolta

## Nella storia di un testo

thread-left-alone = Lasciato a sé da chi mette insieme i testi
thread-left-alone-more = Non è ancora una risposta: dice che nessuno l'ha dimenticato.
