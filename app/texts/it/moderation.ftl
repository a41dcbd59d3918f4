# Moderazione: che cosa la ferma, chi la decide, che cosa se ne sa; il pericolo presente.

## Pericolo presente: l'aiuto viene prima di tutto

help-menu = Aiuto subito
help-page-title = Aiuto subito
help-page-lead = Qui un piano si scrive insieme, con calma. Se qualcuno è in pericolo adesso serve altro: chiama.
help-title = Se tu o qualcuno siete in pericolo adesso
help-lead = Non aspettare una risposta da questo sito: chiama. Ti rispondono persone, a ogni ora.
help-112 = Chiama il 112
help-112-more = Emergenza: carabinieri, polizia, ambulanza. Gratis, giorno e notte, anche senza credito sul telefono.
help-1522 = Chiama il 1522
help-1522-more = Violenza e stalking. Gratis, giorno e notte, in più lingue; non resta il nome. Puoi scrivere in chat su 1522.eu.
help-here = Qui sul territorio
help-device = Di questa pagina non resta niente sul telefono o sul computer. «Esci in fretta» la sostituisce con un'altra: il tasto «indietro» non la riporta.
help-leave = Esci in fretta
help-sent = Quello che hai scritto
help-sent-more = Non è pubblico e non lo sarà senza di te. Una persona con l'incarico di leggere questi testi è stata avvisata subito, senza le tue parole.
help-sent-back = Torna alla pagina

## Che cosa fermano i controlli

found-before = Prima lo legge una persona
found-before-why = Nel testo c'è qualcosa che una persona guarda prima che si legga sul sito. Può essere che vada bene così: decide chi legge, non il computer.
found-before-next = Puoi riscriverlo adesso, oppure inviarlo com'è: non si perde niente, e chi lo legge ti scrive perché se non può pubblicarlo.
found-comment-next = Puoi riscriverlo qui sotto e pubblicarlo, oppure inviarlo com'è: prima lo legge una persona.
found-rewrite = Riscrivi adesso
found-send-as-is = Invia così, da leggere prima
found-held = Perché aspetta
found-held-why = Il testo è arrivato intero. Una persona lo legge prima, per questo:
found-held-next = Se chi legge decide che va bene, diventa pubblico com'è.
found-held-next-data = Puoi riscriverlo finché non è pubblico: quello che c'era prima viene cancellato, e resta solo la versione nuova.
write-send-read = Invia: prima lo legge una persona
notice-comment-held = Il commento è arrivato: prima lo legge una persona
notice-comment-held-more = Entro due giorni lavorativi. Finché non è pubblico lo vedi solo tu, qui.

detector-name-fiscal_code = Codice fiscale.
detector-name-phone = Numero di telefono.
detector-name-email = Indirizzo e-mail.
detector-name-address = Indirizzo di casa.
detector-name-health = Salute di un'altra persona.
detector-name-insult = Parole che offendono.
detector-name-threat = Parole che minacciano.
detector-name-link = Indirizzo di un sito.
detector-name-danger = Pericolo presente.
detector-fiscal_code = Dice chi è una persona in tutta Italia: toglilo, il senso resta.
detector-phone = Se è di una persona, chiunque potrebbe chiamarla. Togli il numero, o scrivi di quale ufficio è.
detector-email = Se è di una persona, chiunque potrebbe scriverle. Togli l'indirizzo, o scrivi di quale ufficio è.
detector-address = Fa capire dove abita qualcuno. Basta il quartiere o il paese.
detector-health = Racconta com'è la salute di una persona che si può riconoscere. Di' «una persona che assisto», «un anziano del paese».
detector-insult = Può ferire chi legge. Di' che cosa non va, senza dire com'è una persona.
detector-threat = Può fare paura a qualcuno. Di' che cosa vuoi che cambi.
detector-link = Porta fuori da qui, e chi legge deve sapere dove. Racconta con parole tue, o spiega che cosa c'è.
detector-danger = Qualcuno potrebbe avere bisogno di aiuto adesso.

## La coda di chi modera

mod-danger = { $n ->
    [one] Un testo con parole di pericolo presente
   *[other] { $n } testi con parole di pericolo presente
 }
mod-danger-lead = Vengono prima di tutto il resto: leggili adesso.
mod-danger-duty = Prima la persona, poi il testo
mod-danger-first = Se dal testo capisci chi è o dov'è, chiama il 112 e segui la procedura del servizio: il dovere di proteggere viene prima di quello che si fa qui.
mod-danger-then = Se è un falso allarme puoi pubblicarlo; se no resta riservato.
mod-found = Che cosa hanno trovato i controlli
mod-found-more = Sbagliano anche: decidi tu.

cause-rilevato = I controlli hanno trovato qualcosa
cause-pericolo = Parole di pericolo presente
reason-class-offesa = Offendeva qualcuno
reason-class-minaccia = Minacciava qualcuno
mod-class-offesa = Offesa
mod-class-minaccia = Minaccia

mod-lead-appeals = Qui trovi i testi per cui chi li ha scritti chiede di guardare di nuovo. Decidi tu, perché la prima volta ha deciso un'altra persona.
mod-claim = Prendi in carico
mod-release = Lascia ad altri
mod-claimed-mine = Lo leggi tu, fino a { $until }
mod-claimed = Lo legge un'altra persona ({ $role }), fino a { $until }
mod-appeal = Che cosa era stato deciso
mod-appealed = { $date }: { $what }. { $class }
mod-softened = Aspetta la risposta di chi l'ha scritto alla riformulazione proposta il { $date }
mod-again-pubblicato = Rimettere il testo sulle pagine pubbliche
mod-again-pubblicato-hint = La prima decisione cade; torna con tutto quello che aveva.
mod-again-oscurato = Confermare: resta tolto
mod-again-oscurato-hint = È l'ultima parola: non si può chiedere un terzo esame.
mod-suspend = { $n ->
    [one] Sospendi per un giorno i commenti di chi l'ha scritto
   *[other] Sospendi per { $n } giorni i commenti di chi l'ha scritto
 }
mod-suspend-hint = Non è la prima volta che un suo commento è tolto per parole che feriscono. Può sempre scrivere bisogni. Chi è resta riservato anche per te.
cause-riesame = Si chiede un riesame

refusal-own-text = Il testo è tuo, quindi decide un'altra persona.
refusal-own-text-next = Lascialo a chi lavora con te.
refusal-claimed = Lo sta leggendo un'altra persona, fino a { $date }.
refusal-claimed-next = Se non decide prima, da allora puoi prenderlo tu.
refusal-same-decider = Avevi deciso tu, quindi adesso guarda un'altra persona.
refusal-same-decider-next = Lascia il caso a chi modera con te, o al Coordinatore.
refusal-same-proposer = L'hai proposto tu, quindi lo conferma un'altra persona.
refusal-same-proposer-next = Chiedi a chi modera con te, all'Ufficio di Piano o al Coordinatore.
refusal-comments-suspended = I tuoi commenti sono sospesi fino a { $date }: alcuni sono stati tolti per parole che ferivano qualcuno.
refusal-comments-suspended-next = Puoi continuare a scrivere bisogni e proposte, e a sostenere.
fault-note-missing = Scrivi perché
fault-appeal-missing = Scrivi perché chiedi un riesame
fault-finding-missing = Scegli che cosa avete trovato
fault-body-repeated = È uguale al testo di prima: scrivi la riformulazione

notice-claimed = Lo leggi tu
notice-released = Hai lasciato il caso
notice-softened = Proposta inviata
notice-softened-more = Chi ha scritto la trova accanto al suo testo e può accettarla, cambiarla o rifiutarla.
notice-softening-taken = Il testo è pubblico, con le parole che hai scelto
notice-softening-refused = Il testo resta com'è
notice-softening-refused-more = Chi modera decide sul testo come l'hai scritto.
notice-appealed = Richiesta inviata
notice-appealed-more = La legge una persona diversa da chi ha deciso.
notice-note-proposed = Proposta registrata: la conferma un'altra persona
notice-note-confirmed = Nota pubblicata accanto al testo

soften-title = Una riformulazione per te
soften-lead = Chi legge i testi prima che siano pubblici ti propone altre parole. Il testo è tuo: decidi tu.
soften-why = Perché: { $note }
soften-yours = Il tuo testo
soften-theirs = La proposta
soften-take = Accetta: pubblica così
soften-refuse = No, lascia il mio
soften-rewrite = Cambia la proposta con parole tue
soften-send = Invia la mia versione
soften-propose = Proponi una riformulazione all'autore
soften-propose-lead = Cambia solo quello che può far riconoscere o ferire qualcuno. Chi ha scritto vede la tua proposta accanto al suo testo.
soften-propose-send = Invia la proposta all'autore
soften-propose-next = Se l'autore accetta, il testo diventa pubblico con queste parole: la storia pubblica comincia da lì, quello che c'era prima non si legge.
soften-note = Perché, per l'autore
soften-note-hint = Una o due frasi, senza nomi.
soften-before = Riformulazioni già proposte
soften-said = Proposta il { $date }:
soften-answer-attesa = aspetta la risposta dell'autore
soften-answer-accettata = accettata
soften-answer-riscritta = l'autore ne ha scritta un'altra
soften-answer-rifiutata = rifiutata dall'autore
soften-answer-superata = superata da un'altra decisione

appeal-title = Chiedi un riesame
appeal-lead = Puoi chiedere una volta che lo guardi un'altra persona. Quello che scrivi lo legge solo chi decide.
appeal-why = Perché va guardato di nuovo?
appeal-hint = Per esempio: non si parla di nessuno in particolare; era una citazione.
appeal-send = Chiedi il riesame
appeal-asked = Hai chiesto un riesame: un'altra persona lo legge entro il { $by }.
appeal-confirmed = Un'altra persona ha guardato di nuovo: il testo resta tolto
appeal-upheld = Un'altra persona ha guardato di nuovo: il testo è di nuovo pubblico
appeal-kept = Il testo resta riservato, e si conserva al più tardi fino al { $day }.

## Il registro pubblico della moderazione

record-title = Registro della moderazione
record-lead = Che cosa fa chi legge i testi: quanti, perché, in quanto tempo, ogni decisione con la sua classe di motivo. I testi non ci sono.
record-how-many = In numeri
record-since = Dal { $day } a oggi.
record-received = Testi arrivati a chi modera
record-median = Tempo: metà è decisa entro
record-median-few = si dice da cinque decisioni in su
record-appeals = Riesami decisi
record-danger = Testi con parole di pericolo
record-no-text = nessuno
record-few-texts = meno di 5 testi
record-texts = { $n ->
    [one] un testo
   *[other] { $n } testi
 }
record-within-hour = un'ora
record-hours = { $n ->
    [one] un'ora
   *[other] { $n } ore
 }
record-days = { $n ->
    [one] un giorno
   *[other] { $n } giorni
 }
record-causes = Perché sono arrivati
record-why = Motivo
record-decisions = Che cosa è stato deciso
record-what = Decisione
record-n = Testi
record-others = Altri, messi insieme
record-too-few = Troppo pochi per dirli uno per uno.
record-small = I numeri sotto 5 si mettono insieme, perché non si capisca di chi si parla.
record-list = Le decisioni, dalla più recente
record-list-more = I testi con parole di pericolo non sono in questo elenco: si dice soltanto quanti sono.
record-none = Nessuna decisione, finora.
record-when = Quando
record-about = Che cosa
record-text = Bisogno o proposta
record-comment = Commento
record-class = Classe del motivo
record-role = Ruolo di chi ha deciso
record-appeal = riesame
record-decision-pubblicato = pubblicato o lasciato pubblico
record-decision-pubblicato_con_modifiche_concordate = pubblicato con modifiche concordate
record-decision-respinto = non pubblicato
record-decision-oscurato = tolto dalle pagine pubbliche

## Sostegni arrivati tutti insieme

bursts-title = Sostegni arrivati insieme
bursts-lead = Qui trovi i testi che hanno avuto molti sostegni in pochi minuti da account che si somigliano. Può essere una classe, un'assemblea, un appello: guardate in due.
bursts-how = Nessun sostegno si toglie e nessun numero cambia. Quello che trovate, confermato da due persone, si legge accanto al testo.
bursts-none-title = Niente da guardare
bursts-none = Quando molti sostegni arrivano insieme lo trovi qui.
bursts-what = { $n } dei { $all } sostegni in { $minutes ->
    [one] un minuto
   *[other] { $minutes } minuti
 }; { $young } da account fatti nelle ultime 24 ore, { $single } da account che non sostengono altro.
bursts-waits = Aspetta la conferma di un'altra persona
bursts-confirmed = Confermato il { $date }: si legge accanto al testo
bursts-confirm = Conferma e pubblica la nota
bursts-confirm-more = Confermi quello che ha trovato un'altra persona: da adesso si legge accanto al testo.
bursts-finding = Che cosa avete trovato?
bursts-note = La nota da pubblicare
bursts-note-hint = Senza nomi: che cosa è successo, e come leggere il numero.
bursts-propose = Registra, da confermare
finding-ordinario = Sono arrivati insieme per un motivo normale
finding-ordinario-hint = Una classe, un'assemblea, l'appello di un'associazione.
finding-dubbio = Sembrano di poche mani
finding-dubbio-hint = Il numero va letto con prudenza; i sostegni restano.
support-note-ordinario = Il { $date } molti sostegni sono arrivati insieme
support-note-dubbio = Il { $date } molti sostegni sono arrivati insieme: leggi il numero con prudenza
support-note-more = Lo hanno guardato due persone. I sostegni restano tutti.

## Commenti: che cosa sono, chi è d'accordo, modifiche, segnalazioni

stance-label = Che cosa stai scrivendo?
stance-favore = A favore
stance-contro = Contro
stance-domanda = Domanda
stance-esperienza = Esperienza
stance-pick-favore = Sono a favore, e dico perché
stance-pick-contro = Sono contro, e dico perché
stance-pick-domanda = Ho una domanda
stance-pick-esperienza = Racconto che cosa è successo a me
stance-favore-hint = Un motivo che altri forse non hanno visto.
stance-contro-hint = Un rischio, un costo, un'altra strada.
stance-domanda-hint = Chi ha scritto, o l'Ufficio, può rispondere qui sotto.
stance-esperienza-hint = Un fatto vale più di un'opinione.
stances-label = Commenti per tipo
stances-favore = { $n ->
    [one] Uno a favore
   *[other] { $n } a favore
 }
stances-contro = { $n ->
    [one] Uno contro
   *[other] { $n } contro
 }
stances-domanda = { $n ->
    [one] Una domanda
   *[other] { $n } domande
 }
stances-esperienza = { $n ->
    [one] Un'esperienza
   *[other] { $n } esperienze
 }
stances-all = Mostra tutti
comment-number = commento { $n }
comment-changed = modificato il { $date }, dopo una risposta
comment-waits = Lo legge prima una persona
comment-edit = Modifica
comment-edit-label = Il tuo commento
comment-edit-hint = Puoi modificarlo fino a { $until }.
comment-edit-send = Salva la modifica
comment-edit-window = Dopo l'invio hai { $n } minuti per modificarlo. Se qualcuno ha già risposto, resta scritto che l'hai modificato.
agree = Sono d'accordo
agree-take-back = Non sono più d'accordo
agree-few = Meno di 5 persone sono d'accordo
agree-count = { $n ->
    [one] Una persona è d'accordo
   *[other] { $n } persone sono d'accordo
 }
flag-why = Perché lo segnali?
flag-reason-riconoscibile = Si riconosce una persona
flag-reason-offende = Offende o discrimina qualcuno
flag-reason-minaccia = Minaccia qualcuno
flag-reason-pericolo = Qualcuno è in pericolo adesso
flag-reason-fuori_tema = Parla d'altro, o fa pubblicità
flag-reason-altro = Altro: lo scrivo qui sotto
mod-flagged-for = Perché è stato segnalato
mod-reports = { $n ->
    [one] una segnalazione
   *[other] { $n } segnalazioni
 }
notice-comment-edited = Modifica salvata
notice-agreed = La tua voce è contata
notice-agreed-more = Puoi toglierla finché il percorso è aperto.
notice-disagreed = Hai tolto la tua voce
fault-edited-missing = Scrivi il commento, oppure ritiralo
fault-stance-missing = Scegli una di queste risposte
fault-flag-reason-missing = Scegli perché lo segnali
refusal-edit-over = Il tempo per modificarlo è finito il { $date }.
refusal-edit-over-next = Puoi ritirarlo e scriverne un altro, o rispondere qui sotto.

mail-danger-subject = Urgente: un testo da leggere adesso
mail-danger-body =
    È arrivato un testo con parole di pericolo presente. Qui non c'è scritto che cosa dice: leggilo adesso nella coda.

    { $address }

    { $ambito }
    { $office } – { $email }
